// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catalog/v1/catalog.pb.h>

#include "client/insights_client.h"
#include "session/asked_names.h"
#include "session/time_choice.h"

#include <QObject>

#include <map>
#include <vector>

// What there is to ask about in the chosen project, kept while it is open. Where the server has no catalog
// (Unimplemented), lists stay empty and one types freely.
class Catalog : public QObject
{
    Q_OBJECT
public:
    explicit Catalog(InsightsClient &client, QObject *parent = nullptr);

    void loadProjects();
    // Another server is asked from now on: nothing is known.
    void clear();
    // Whether the server has a list of projects; without one the project's name is typed, and so are those of events.
    bool listsProjects() const { return m_listsProjects; }
    // Makes it the client's project and loads its events and properties; `project` need not be in projects().
    // The lists of the same project stay until the new ones are there.
    void open(const std::string &project);

    const std::string &projectId() const { return m_projectId; }
    const std::vector<catalog::v1::Project> &projects() const { return m_projects; }
    const catalog::v1::Project *project() const; // null until known
    ProjectTime projectTime() const;
    const std::vector<catalog::v1::Event> &events() const { return m_events; } // most frequent first
    const std::vector<catalog::v1::Property> &properties() const { return m_properties; } // all events
    // What was asked of the project before, where the server lists nothing.
    const AskedNames &askedNames() const { return m_askedNames; }
    void setAskedNames(AskedNames names);
    const catalog::v1::Event *event(const std::string &name) const; // null when not seen
    const catalog::v1::Property *property(const std::string &name) const;
    // Values of a property with counts. The call is the caller's: letting go of it abandons the question.
    [[nodiscard]] PendingCallPtr values(const catalog::v1::ListPropertyValuesRequest &request,
                                        Handler<catalog::v1::ListPropertyValuesResponse> handler);
    // The users behind a number; also when the server knows no such call, that is a failure.
    [[nodiscard]] PendingCallPtr users(const catalog::v1::ListUsersRequest &request,
                                       Handler<catalog::v1::ListUsersResponse> handler);

Q_SIGNALS:
    void projectsChanged();
    void projectOpened(); // another than before; its events and properties are not there yet
    void eventsChanged();
    void propertiesChanged();
    void failed(const Failure &failure);

private:
    InsightsClient &m_client;
    bool m_listsProjects = true;
    std::string m_projectId;
    std::vector<catalog::v1::Project> m_projects;
    std::vector<catalog::v1::Event> m_events;
    std::vector<catalog::v1::Property> m_properties;
    AskedNames m_askedNames;
    PendingCallPtr m_projectsCall;
    PendingCallPtr m_eventsCall;
    PendingCallPtr m_propertiesCall;
};
