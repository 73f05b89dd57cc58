// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake_insights_client.h"
#include "tests/support/questions.h"

#include "session/catalog.h"
#include "session/draft_query.h"
#include "ui/builder/builder_panel.h"
#include "ui/builder/completion_field.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMenu>
#include <QTest>

// A shop whose catalog is there, and the form that asks about it.
class BuilderForm
{
public:
    enum class Catalogue { Known, Unknown }; // Unknown: a server that has no catalog
    explicit BuilderForm(Catalogue catalogue = Catalogue::Known)
    {
        fill(catalogue);
        catalog.loadProjects();
        catalog.open("shop");
        settle();
        draft.setPlace(catalog.projectTime());
        panel.resize(BuilderPanel::usualWidth, 900);
    }

    // Starts over with this question and shows the form.
    void show(const insights::v1::QuerySpec &spec)
    {
        Draft start;
        start.spec = spec;
        draft.reset(start);
        panel.show();
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
    }

    template <class Widget>
    Widget *find(const QString &name, int index = 0) const
    {
        QList<Widget *> visible;
        for (Widget *widget : panel.findChildren<Widget *>(name)) {
            if (widget->isVisible())
                visible.append(widget);
        }
        // In the order of the form.
        std::sort(visible.begin(), visible.end(), [](const Widget *a, const Widget *b) {
            return a->mapToGlobal(QPoint()).y() < b->mapToGlobal(QPoint()).y();
        });
        return visible.value(index);
    }

    int count(const QString &name) const
    {
        int visible = 0;
        for (const QWidget *widget : panel.findChildren<QWidget *>(name))
            visible += widget->isVisible() ? 1 : 0;
        return visible;
    }

    void click(const QString &name, int index = 0)
    {
        auto *button = find<QAbstractButton>(name, index);
        QVERIFY2(button, qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
        settle();
    }

    static void type(const QString &text)
    {
        QTest::keyClicks(QApplication::focusWidget(), text);
        settle();
    }

    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        settle();
    }

    // Clicks an entry of the menu that is open in the form.
    void choose(const QString &menu, const QString &entry)
    {
        auto *open = find<QMenu>(menu);
        QVERIFY2(open, qPrintable(menu));
        for (QAction *action : open->actions()) {
            if (action->text() == entry) {
                action->trigger();
                open->close();
                settle();
                return;
            }
        }
        QFAIL(qPrintable(entry));
    }

    // Values that are asked for are there, rows that are gone are gone.
    static void settle()
    {
        QTest::qWait(1);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    const insights::v1::QuerySpec &spec() const { return draft.spec(); }

    FakeInsightsClient client;
    Catalog catalog{client};
    DraftQuery draft;
    Theme theme;
    BuilderPanel panel{draft, catalog, theme};

private:
    void fill(Catalogue catalogue)
    {
        using namespace catalog::v1;
        client.projectLists.automatic = [](const auto &) {
            ListProjectsResponse response;
            Project *project = response.add_projects();
            project->set_id("shop");
            project->set_timezone("America/New_York");
            project->set_week_start("monday");
            *project->mutable_first_event() = timestamp(at("2026-01-01"));
            *project->mutable_last_event() = timestamp(at("2026-05-31"));
            return response;
        };
        client.eventLists.automatic = [catalogue](const auto &) -> Outcome<ListEventsResponse> {
            if (catalogue == Catalogue::Unknown)
                return Failure{Failure::Kind::Unimplemented, "UNIMPLEMENTED", "", {}};
            ListEventsResponse response;
            const auto add = [&response](const char *name, quint64 count) {
                Event *event = response.add_events();
                event->set_name(name);
                event->set_count(count);
            };
            add("page_view", 1'912'406);
            add("purchase", 48'012);
            add("payment_failed", 1'804);
            return response;
        };
        client.propertyLists.automatic = [catalogue](const auto &) -> Outcome<ListPropertiesResponse> {
            if (catalogue == Catalogue::Unknown)
                return Failure{Failure::Kind::Unimplemented, "UNIMPLEMENTED", "", {}};
            ListPropertiesResponse response;
            const auto add = [&response](const char *name, PropertyType type, quint64 count) {
                Property *property = response.add_properties();
                property->set_name(name);
                property->set_type(type);
                property->set_count(count);
            };
            add("$geo.country", PROPERTY_TYPE_STRING, 1'900'000);
            add("plan", PROPERTY_TYPE_STRING, 900'000);
            add("amount", PROPERTY_TYPE_NUMBER, 48'012);
            return response;
        };
        client.valueLists.automatic = [](const auto &) {
            ListPropertyValuesResponse response;
            const auto add = [&response](const char *text, quint64 count) {
                PropertyValue *value = response.add_values();
                value->set_value(text);
                value->set_count(count);
            };
            add("free", 700'000);
            add("pro", 150'000);
            add("team", 50'000);
            return response;
        };
    }
};

inline insights::v1::PropertyFilter filterOf(const std::string &property, insights::v1::Operator op,
                                             std::initializer_list<std::string> values)
{
    insights::v1::PropertyFilter filter;
    filter.set_property(property);
    filter.set_operator_(op);
    const bool isSingle = op != insights::v1::OPERATOR_IN && op != insights::v1::OPERATOR_BETWEEN;
    for (const std::string &value : values)
        isSingle ? filter.set_value(value) : filter.add_values(value);
    return filter;
}
