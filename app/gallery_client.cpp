// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery_client.h"

#include "query/calendar.h"

#include <QObject>
#include <QTimer>

namespace {

// Letting go of it takes the answer back.
class Answering final : public PendingCall
{
public:
    QObject context;
};

template <class T>
PendingCallPtr later(std::optional<Outcome<T>> outcome, Handler<T> handler)
{
    auto call = std::make_unique<Answering>();
    if (outcome)
        QTimer::singleShot(0, &call->context, [outcome, handler] { handler(*outcome); });
    return call;
}

template <class T>
std::optional<Outcome<T>> given(const T &answer)
{
    return Outcome<T>(answer);
}

} // namespace

GalleryClient::GalleryClient()
{
    auto &project = *projects.add_projects();
    project.set_id("shop");
    project.set_name("Acme Shop");
    project.set_timezone("America/New_York");
    project.set_week_start("sunday");
    project.set_event_count(1'020'233);
    *project.mutable_first_event() = timestamp(firstDay);
    *project.mutable_last_event() = timestamp(firstDay + days * dayMs - 1);
    const std::pair<const char *, int> seenEvents[]
        = {{"page_view", 712'345}, {"add_to_cart", 91'882}, {"purchase", 24'107}, {"signup_completed", 8'120}};
    for (const auto &[name, count] : seenEvents) {
        auto &event = *events.add_events();
        event.set_name(name);
        event.set_count(std::uint64_t(count));
    }
    for (const char *name : {"plan", "$browser", "$geo.country", "revenue"}) {
        auto &property = *properties.add_properties();
        property.set_name(name);
        property.set_count(500'000);
        property.set_type(std::string_view(name) == "revenue" ? catalog::v1::PROPERTY_TYPE_NUMBER
                                                              : catalog::v1::PROPERTY_TYPE_STRING);
    }
}

PendingCallPtr GalleryClient::query(const insights::v1::QuerySpec &spec, Handler<AnswerFrames> handler)
{
    if (answersTrends)
        return later(given(answerTo(spec)), std::move(handler));
    return later(answer, std::move(handler));
}

PendingCallPtr GalleryClient::listProjects(Handler<catalog::v1::ListProjectsResponse> handler)
{
    return later(given(projects), std::move(handler));
}

PendingCallPtr GalleryClient::listEvents(Handler<catalog::v1::ListEventsResponse> handler)
{
    return later(given(events), std::move(handler));
}

PendingCallPtr GalleryClient::listProperties(const catalog::v1::ListPropertiesRequest &,
                                             Handler<catalog::v1::ListPropertiesResponse> handler)
{
    return later(given(properties), std::move(handler));
}

PendingCallPtr GalleryClient::listPropertyValues(const catalog::v1::ListPropertyValuesRequest &,
                                                 Handler<catalog::v1::ListPropertyValuesResponse> handler)
{
    return later(given(catalog::v1::ListPropertyValuesResponse()), std::move(handler));
}

PendingCallPtr GalleryClient::listUsers(const catalog::v1::ListUsersRequest &,
                                        Handler<catalog::v1::ListUsersResponse> handler)
{
    catalog::v1::ListUsersResponse users;
    for (int i = 0; i < 40; ++i)
        users.add_users("user-" + std::to_string(1000 + i * 37));
    return later(given(std::move(users)), std::move(handler));
}

PendingCallPtr GalleryClient::preview(const datasets::v1::PreviewRequest &,
                                      Handler<datasets::v1::PreviewResponse> handler)
{
    return later(seen, std::move(handler));
}

PendingCallPtr GalleryClient::import(const datasets::v1::ImportRequest &, Watch watch,
                                     Handler<datasets::v1::ImportProgress> handler)
{
    auto call = std::make_unique<Answering>();
    QTimer::singleShot(0, &call->context, [this, watch, handler] {
        watch(progress);
        if (imported)
            handler(*imported);
    });
    return call;
}

PendingCallPtr GalleryClient::makeDemo(Watch, Handler<datasets::v1::ImportProgress> handler)
{
    return later(imported, std::move(handler));
}
