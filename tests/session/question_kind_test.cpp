// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/check.h"
#include "query/spec_json.h"
#include "session/question_kind.h"
#include "session/row_estimate.h"
#include "tests/query/documented_specs.h"
#include "tests/support/fake_insights_client.h"
#include "tests/support/questions.h"

#include "session/catalog.h"

#include <QTest>

using namespace insights::v1;
using enum QuestionKind;

Q_DECLARE_METATYPE(QuestionKind)

namespace {

QuerySpec documentedSpec(const char *document)
{
    return std::get<QuerySpec>(readSpecJson(document, Calendar::of("UTC", WeekStart::Sunday).value()));
}

QString json(const QuerySpec &spec)
{
    return QString::fromStdString(specJson(spec));
}

QStringList names(const QuerySpec &spec)
{
    QStringList names;
    for (const EventSelector &event : eventsOf(spec))
        names.append(QString::fromStdString(event.name()));
    return names;
}

// As the form does it: one step of undo each.
void switchTo(DraftQuery &query, QuestionKind kind)
{
    query.edit(switchedTo(query.draft(), kind), "Switch");
}

QuerySpec richTrend()
{
    QuerySpec spec = trendOf({"a", "b", "c"});
    spec.mutable_events(1)->add_filters()->set_property("plan");
    spec.mutable_events(1)->mutable_filters(0)->set_operator_(OPERATOR_IS_SET);
    *spec.add_filters() = spec.events(1).filters(0);
    spec.mutable_breakdown()->set_property("plan");
    spec.set_breakdown_limit(5);
    spec.set_aggregation(AGGREGATION_SUM);
    spec.set_aggregation_property("revenue");
    spec.set_visualization(VISUALIZATION_AREA);
    spec.set_granularity(GRANULARITY_HOUR);
    return spec;
}

} // namespace

class QuestionKindTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tableAndNumberAreFormsOfATrend_data()
    {
        QTest::addColumn<Visualization>("visualization");
        QTest::addColumn<QuestionKind>("expected");
        for (int i = VISUALIZATION_UNSPECIFIED; i <= VISUALIZATION_KPI; ++i) {
            const auto visualization = Visualization(i);
            QTest::newRow(Visualization_Name(visualization).c_str()) << visualization
                                                                     << (i == VISUALIZATION_FUNNEL          ? Funnel
                                                                             : i == VISUALIZATION_RETENTION ? Retention
                                                                                                            : Trend);
        }
    }
    void tableAndNumberAreFormsOfATrend()
    {
        QFETCH(Visualization, visualization);
        QFETCH(QuestionKind, expected);
        QuerySpec spec;
        spec.set_visualization(visualization);
        QCOMPARE(kindOf(spec), expected);
    }

    void everySwitchLeavesAValidQuestion_data()
    {
        QTest::addColumn<QuerySpec>("spec");
        QuerySpec table = richTrend();
        table.set_visualization(VISUALIZATION_TABLE);
        table.clear_granularity();
        QuerySpec many = trendOf("page_view");
        for (int i = 1; i < 25; ++i)
            many.add_events()->set_name("page_view");
        QTest::newRow("rich trend") << richTrend();
        QTest::newRow("table") << table;
        QTest::newRow("25 events") << many;
        QTest::newRow("documented trend") << documentedSpec(documented::structure);
        QTest::newRow("documented funnel") << documentedSpec(documented::signupFunnel);
        QTest::newRow("documented retention") << documentedSpec(documented::retention);
    }
    void everySwitchLeavesAValidQuestion()
    {
        QFETCH(QuerySpec, spec);
        for (const bool isAutomatic : {false, true}) {
            DraftQuery query;
            Draft draft;
            draft.spec = spec;
            draft.automaticGranularity = isAutomatic;
            query.reset(draft);
            const QString before = json(query.spec());
            const QuestionKind first = kindOf(query.spec());
            for (const QuestionKind kind : {Funnel, Retention, Trend, Retention, Funnel, Trend, first}) {
                switchTo(query, kind);
                QCOMPARE(kindOf(query.spec()), kind);
                const Violations violations = check(query.spec());
                QVERIFY2(violations.empty(), violations.empty() ? "" : violations[0].field.c_str());
                QCOMPARE(json(query.spec()).contains("conversionWindow"), query.spec().has_conversion_window());
            }
            QCOMPARE(json(query.spec()), before); // all is back
            while (query.undoStack().canUndo())
                query.undoStack().undo();
            QCOMPARE(json(query.spec()), before);
        }
    }

    void eventsBecomeStepsThenStartAndReturn()
    {
        const Draft trend{richTrend(), {}, false};

        const Draft funnel = switchedTo(trend, Funnel);
        QCOMPARE(names(funnel.spec), (QStringList{"a", "b", "c"}));
        QCOMPARE(funnel.spec.aggregation(), AGGREGATION_UNSPECIFIED);
        QCOMPARE(funnel.spec.granularity(), GRANULARITY_UNSPECIFIED);
        QCOMPARE(funnel.spec.breakdown().property(), "plan");

        const Draft retention = switchedTo(funnel, Retention);
        QCOMPARE(retention.spec.events_size(), 0);
        QCOMPARE(retention.spec.starting_event().name(), "a");
        QCOMPARE(retention.spec.return_event().name(), "b");
        QCOMPARE(retention.spec.return_event().filters_size(), 1);
        QCOMPARE(retention.spec.filters_size(), 1);
        QCOMPARE(retention.spec.granularity(), GRANULARITY_HOUR);
    }

    void whatWasChangedMeanwhileStays()
    {
        Draft draft = switchedTo({richTrend(), {}, false}, Retention);
        draft.spec.mutable_return_event()->set_name("x");
        draft.spec.set_granularity(GRANULARITY_WEEK);

        draft = switchedTo(draft, Trend);

        QCOMPARE(names(draft.spec), (QStringList{"a", "x", "c"}));
        QCOMPARE(draft.spec.granularity(), GRANULARITY_WEEK);
        QCOMPARE(draft.spec.visualization(), VISUALIZATION_AREA);
        QCOMPARE(draft.spec.aggregation_property(), "revenue");
    }

    void aWindowTakenAwayDoesNotComeBack()
    {
        Draft draft{documentedSpec(documented::signupFunnel), {}, true};
        draft = switchedTo(switchedTo(draft, Trend), Funnel);
        QCOMPARE(draft.spec.conversion_window().seconds(), 604'800);
        draft.spec.clear_conversion_window();

        draft = switchedTo(switchedTo(draft, Trend), Funnel);

        QVERIFY(!draft.spec.has_conversion_window());
    }

    void aTrendMadeOfAFunnelCountsUsers()
    {
        const Draft funnel{documentedSpec(documented::signupFunnel), {}, false};
        const Draft trend = switchedTo(funnel, Trend);
        QCOMPARE(trend.spec.aggregation(), AGGREGATION_UNIQUE_USERS);
        QVERIFY(trend.automaticGranularity); // nobody chose one
    }

    void oneEventComesBackAsItself()
    {
        const Draft retention = switchedTo({trendOf("page_view"), {}, true}, Retention);
        QCOMPARE(retention.spec.starting_event().name(), "page_view");
        QVERIFY(!retention.spec.has_return_event());
        QCOMPARE(names(switchedTo(retention, Funnel).spec), QStringList{"page_view"});
    }

    void anotherQuestionPastedInForgetsTheEventsSetAside()
    {
        DraftQuery query;
        query.reset({richTrend(), {}, true});
        switchTo(query, Retention);
        query.editSpec(documentedSpec(documented::signupFunnel), "Paste");

        switchTo(query, Trend);

        QCOMPARE(names(query.spec()), (QStringList{"signup_started", "signup_completed", "purchase"}));
    }

    void aReturnWithoutAStartKeepsItsPlace()
    {
        QuerySpec spec;
        spec.set_visualization(VISUALIZATION_RETENTION);
        spec.mutable_return_event()->set_name("page_view");
        const auto events = eventsOf(spec);
        QCOMPARE(events.size(), 2u);

        QuerySpec again = spec;
        setEvents(again, events);

        QCOMPARE(again.SerializeAsString(), spec.SerializeAsString());
        QCOMPARE(names(switchedTo({spec, {}, true}, Trend).spec), QStringList{"page_view"});
    }

    void aRetentionHasEventsOfItsOwn()
    {
        QVERIFY(hasEvents(trendOf("page_view")));
        QVERIFY(!hasEvents({}));
        QuerySpec spec = trendOf("page_view");
        spec.set_visualization(VISUALIZATION_RETENTION);
        QVERIFY(!hasEvents(spec));
        spec.mutable_starting_event();
        QVERIFY(hasEvents(spec));
    }

    void theEstimateCountsEveryEventInQuestionOnce()
    {
        FakeInsightsClient client;
        client.eventLists.automatic = [](const auto &) {
            catalog::v1::ListEventsResponse response;
            for (const auto &[name, count] : {std::pair("signup_completed", 300), {"page_view", 4000}}) {
                response.add_events()->set_name(name);
                response.mutable_events()->rbegin()->set_count(count);
            }
            return response;
        };
        Catalog catalog(client);
        catalog.open("shop");
        QTRY_COMPARE(catalog.events().size(), 2u);

        QCOMPARE(mostRows(documentedSpec(documented::retention), catalog), 4300);
        QCOMPARE(mostRows(trendOf({"page_view", "page_view", "never_seen"}), catalog), 4000);
        QCOMPARE(mostRows({}, catalog), 0);
    }
};

QTEST_GUILESS_MAIN(QuestionKindTest)
#include "question_kind_test.moc"
