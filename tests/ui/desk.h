// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake_import_client.h"
#include "tests/support/questions.h"

#include "session/file_import.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

// A window over a server and a local service of the test's own.
struct Desk
{
    explicit Desk(Theme &theme)
        : window(theme, draft, catalog, controller)
    {
        client.projectLists.automatic = [this](auto) { return projects; };
        client.eventLists.automatic = [](auto) { return events(); };
        client.propertyLists.automatic = [](const auto &) { return properties(); };
        client.queries.automatic = [](const auto &spec) { return answerTo(spec); };
        window.offerImport(import);
        window.resize(1280, 800);
        window.show();
    }

    void addProject(const char *id)
    {
        auto &project = *projects.add_projects();
        project.set_id(id);
        project.set_name(std::string("The ") + id);
        project.set_timezone("America/New_York");
        project.set_week_start("sunday");
        project.set_event_count(1000);
        *project.mutable_first_event() = timestamp(at("2026-01-01"));
        *project.mutable_last_event() = timestamp(at("2026-05-31T12:00"));
    }

    void connectNow() { window.setService({ServiceStatus::State::Ready, "Local service", {}}); }
    bool isReady() const { return std::holds_alternative<Ready>(controller.state()); }

    template <class T>
    T *child(const char *name) const
    {
        return window.findChild<T *>(QLatin1String(name));
    }

    bool says(const QString &text) const
    {
        for (const auto *label : window.findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    }

    static catalog::v1::ListEventsResponse events()
    {
        catalog::v1::ListEventsResponse response;
        for (const char *name : {"page_view", "purchase"}) {
            auto &event = *response.add_events();
            event.set_name(name);
            event.set_count(1000);
        }
        return response;
    }

    static catalog::v1::ListPropertiesResponse properties()
    {
        catalog::v1::ListPropertiesResponse response;
        for (const char *name : {"plan", "country"})
            response.add_properties()->set_name(name);
        return response;
    }

    static AnswerFrames answerTo(const insights::v1::QuerySpec &spec)
    {
        AnswerFrames frames;
        frames.timestamps = {at("2026-05-01"), at("2026-05-02")};
        frames.info.set_timezone("UTC");
        for (int i = 0; i < spec.events_size(); ++i)
            frames.series.push_back({spec.events(i).name(), i, {}, false, {1, 2}});
        return frames;
    }

    catalog::v1::ListProjectsResponse projects;
    FakeInsightsClient client;
    FakeImportClient files;
    DraftQuery draft;
    Catalog catalog{client};
    QueryController controller{client};
    FileImport import{files};
    MainWindow window;
};

// Settings that live as long as the test.
inline void useOwnSettings(const QTemporaryDir &folder)
{
    QCoreApplication::setOrganizationName(QStringLiteral("insights-explorer-test"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
}
