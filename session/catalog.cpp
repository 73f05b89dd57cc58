// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/catalog.h"

#include <algorithm>

namespace {

// A server that knows no catalog is one with nothing to list.
template <class Response>
Outcome<Response> emptyIfUnknown(Outcome<Response> outcome)
{
    const auto *failure = std::get_if<Failure>(&outcome);
    if (failure && failure->kind == Failure::Kind::Unimplemented)
        return Response();
    return outcome;
}

// Gives the list to `keep`, or tells of the failure.
template <class Response, class Keep>
Handler<Response> listing(Catalog &catalog, Keep keep)
{
    return [&catalog, keep = std::move(keep)](Outcome<Response> answer) {
        const Outcome<Response> outcome = emptyIfUnknown(std::move(answer));
        if (const auto *failure = std::get_if<Failure>(&outcome))
            Q_EMIT catalog.failed(*failure);
        else
            keep(std::get<Response>(outcome));
    };
}

template <class Item>
const Item *named(const std::vector<Item> &items, const std::string &name)
{
    const auto found = std::ranges::find_if(items, [&](const Item &item) { return item.name() == name; });
    return found == items.end() ? nullptr : &*found;
}

} // namespace

Catalog::Catalog(InsightsClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void Catalog::loadProjects()
{
    using catalog::v1::ListProjectsResponse;
    const auto list = listing<ListProjectsResponse>(*this, [this](const auto &response) {
        m_projects.assign(response.projects().begin(), response.projects().end());
        Q_EMIT projectsChanged();
    });
    m_projectsCall = m_client.listProjects([this, list](const Outcome<ListProjectsResponse> &outcome) {
        const auto *failure = std::get_if<Failure>(&outcome);
        m_listsProjects = failure == nullptr || failure->kind != Failure::Kind::Unimplemented;
        list(outcome);
    });
}

void Catalog::clear()
{
    m_projectsCall.reset();
    m_eventsCall.reset();
    m_propertiesCall.reset();
    m_listsProjects = true;
    m_projectId.clear();
    m_client.setProject({});
    m_projects.clear();
    m_events.clear();
    m_properties.clear();
    Q_EMIT projectsChanged();
    Q_EMIT eventsChanged();
    Q_EMIT propertiesChanged();
}

void Catalog::open(const std::string &project)
{
    using catalog::v1::ListEventsResponse;
    using catalog::v1::ListPropertiesResponse;
    m_eventsCall.reset();
    m_propertiesCall.reset();
    const bool isOther = std::exchange(m_projectId, project) != project;
    m_client.setProject(project);
    if (isOther) { // else what is known of it holds until it is listed anew
        if (!std::exchange(m_events, {}).empty())
            Q_EMIT eventsChanged();
        if (!std::exchange(m_properties, {}).empty())
            Q_EMIT propertiesChanged();
        Q_EMIT projectOpened();
    }

    m_eventsCall = m_client.listEvents(listing<ListEventsResponse>(*this, [this](const auto &response) {
        m_events.assign(response.events().begin(), response.events().end());
        Q_EMIT eventsChanged();
    }));
    m_propertiesCall
        = m_client.listProperties({}, listing<ListPropertiesResponse>(*this, [this](const auto &response) {
                                      m_properties.assign(response.properties().begin(), response.properties().end());
                                      Q_EMIT propertiesChanged();
                                  }));
}

void Catalog::setAskedNames(AskedNames names)
{
    if (names == m_askedNames)
        return;
    m_askedNames = std::move(names);
    Q_EMIT eventsChanged();
    Q_EMIT propertiesChanged();
}

const catalog::v1::Project *Catalog::project() const
{
    const auto found
        = std::ranges::find_if(m_projects, [this](const auto &project) { return project.id() == m_projectId; });
    return found == m_projects.end() ? nullptr : &*found;
}

ProjectTime Catalog::projectTime() const
{
    const catalog::v1::Project *known = project();
    return known != nullptr ? placeOf(*known) : ProjectTime();
}

const catalog::v1::Event *Catalog::event(const std::string &name) const
{
    return named(m_events, name);
}

const catalog::v1::Property *Catalog::property(const std::string &name) const
{
    return named(m_properties, name);
}

PendingCallPtr Catalog::values(const catalog::v1::ListPropertyValuesRequest &request,
                               Handler<catalog::v1::ListPropertyValuesResponse> handler)
{
    using catalog::v1::ListPropertyValuesResponse;
    return m_client.listPropertyValues(request,
                                       [handler = std::move(handler)](Outcome<ListPropertyValuesResponse> outcome) {
                                           handler(emptyIfUnknown(std::move(outcome)));
                                       });
}

PendingCallPtr Catalog::users(const catalog::v1::ListUsersRequest &request,
                              Handler<catalog::v1::ListUsersResponse> handler)
{
    return m_client.listUsers(request, std::move(handler));
}
