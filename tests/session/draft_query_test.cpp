// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/draft_query.h"
#include "tests/support/questions.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace insights::v1;

namespace {

Draft draftOf(const QuerySpec &spec)
{
    return {spec, {}, true};
}

QuerySpec named(QuerySpec spec, const std::string &name)
{
    spec.mutable_events(0)->set_name(name);
    return spec;
}

} // namespace

class DraftQueryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEditIsOneStepOfUndo()
    {
        DraftQuery query;
        query.reset(draftOf(trendOf("page_view")));
        const QSignalSpy changes(&query, &DraftQuery::changed);

        query.editSpec(trendOf("purchase"), "Change event");

        QCOMPARE(query.spec().events(0).name(), "purchase");
        QCOMPARE(query.undoStack().undoText(), "Change event");
        query.undoStack().undo();
        QCOMPARE(query.spec().events(0).name(), "page_view");
        query.undoStack().redo();
        QCOMPARE(query.spec().events(0).name(), "purchase");
        QCOMPARE(changes.size(), 3);
    }

    void anEditThatChangesNothingDoesNothing()
    {
        DraftQuery query;
        query.reset(draftOf(trendOf("page_view")));
        const QSignalSpy changes(&query, &DraftQuery::changed);

        query.editSpec(trendOf("page_view"), "Change event");
        query.reset(draftOf(trendOf("page_view")));

        QCOMPARE(changes.size(), 0);
        QCOMPARE(query.undoStack().count(), 0);
    }

    void stepsWithOneKeyBecomeOne()
    {
        DraftQuery query;
        query.reset(draftOf(trendOf("")));

        for (const char *typed : {"p", "pu", "pur"})
            query.editSpec(named(query.spec(), typed), "Type", 1);
        query.editSpec(named(query.spec(), "other"), "Type", 2);
        query.editSpec(named(query.spec(), "others"), "Change event");
        query.editSpec(named(query.spec(), "more"), "Change event");

        QCOMPARE(query.undoStack().count(), 4);
        query.undoStack().setIndex(1);
        QCOMPARE(query.spec().events(0).name(), "pur");
        query.undoStack().undo();
        QCOMPARE(query.spec().events(0).name(), "");
    }

    void aStepSetsWhatIsTypedAsideAndItsUndoBringsItBack()
    {
        DraftQuery query;
        query.reset(draftOf(trendOf("page_view")));
        const TypedText typed{"{\"events\": [", 12};
        query.setTyped(typed);
        const QSignalSpy typings(&query, &DraftQuery::typedChanged);

        query.editSpec(trendOf("purchase"), "Change event");

        QVERIFY(!query.typed());
        QVERIFY(query.undoBringsTyped());
        query.undoStack().undo();
        QCOMPARE(query.spec().events(0).name(), "page_view");
        QVERIFY(query.typed() == typed);
        QVERIFY(!query.undoBringsTyped());
        query.undoStack().redo();
        QCOMPARE(query.spec().events(0).name(), "purchase");
        QVERIFY(!query.typed());
        QCOMPARE(typings.size(), 3);
    }

    void whatIsTypedIsFoundAsItWasLeft()
    {
        DraftQuery query;
        query.reset(draftOf(trendOf("page_view")));
        query.editSpec(trendOf("purchase"), "Change event");
        query.setTyped(TypedText{"after", 1});
        query.undoStack().undo();
        QVERIFY(!query.typed());
        query.setTyped(TypedText{"before", 2});
        query.undoStack().redo();
        QVERIFY(query.typed() == (TypedText{"after", 1}));
        query.undoStack().undo();
        QVERIFY(query.typed() == (TypedText{"before", 2}));
    }

    void whatIsTypedIsSetAsideWithoutAnEdit()
    {
        DraftQuery query;
        query.reset(draftOf(trendOf("page_view")));
        query.setTypedAside("Return");
        QCOMPARE(query.undoStack().count(), 0);
        query.setTyped(TypedText{"{", 1});
        const QSignalSpy changes(&query, &DraftQuery::changed);

        query.setTypedAside("Return");

        QVERIFY(!query.typed());
        query.undoStack().undo();
        QVERIFY(query.typed() == (TypedText{"{", 1}));
        QCOMPARE(changes.size(), 0); // nothing to ask anew
    }

    void stepsAcrossWhatIsTypedStayTwo()
    {
        DraftQuery query;
        query.reset(draftOf(trendOf("")));
        query.editSpec(named(query.spec(), "p"), "Type", 1);
        query.setTyped(TypedText{"{", 1});
        query.editSpec(named(query.spec(), "pu"), "Type", 1);
        query.editSpec(named(query.spec(), "p"), "Type", 1); // as before, and yet a step: it set the text aside

        QCOMPARE(query.undoStack().count(), 2);
        query.undoStack().undo();
        QCOMPARE(query.spec().events(0).name(), "p");
        QVERIFY(query.typed() == (TypedText{"{", 1}));
    }

    void anotherProjectLeavesWhatIsTyped()
    {
        DraftQuery query;
        query.setTyped(TypedText{"{", 1});
        query.reset(draftOf(trendOf("page_view")));
        QVERIFY(query.typed() == (TypedText{"{", 1}));
    }

    void typingThereAndBackLeavesNoStep()
    {
        DraftQuery query;
        query.reset(draftOf(trendOf("a")));

        query.editSpec(trendOf("ab"), "Type", 1);
        query.editSpec(trendOf("a"), "Type", 1);

        QCOMPARE(query.undoStack().count(), 0);
        QCOMPARE(query.spec().events(0).name(), "a");
    }

    void resetStartsOverWithoutUndo()
    {
        DraftQuery query;
        query.editSpec(trendOf("page_view"), "Change event");

        query.reset(draftOf(trendOf("purchase")));

        QVERIFY(!query.undoStack().canUndo());
        QCOMPARE(query.spec().events(0).name(), "purchase");
    }

    void aPresetIsWhatItMeansNowInTheProjectsZone()
    {
        DraftQuery query;
        const ProjectTime place{"Asia/Kolkata"};
        query.setPlace(place);
        Draft draft = draftOf(trendOf("page_view"));
        draft.time.preset = TimePreset::Last7Days;

        query.reset(draft);

        const auto expected = timeRange(TimePreset::Last7Days, place, QDateTime::currentMSecsSinceEpoch());
        QCOMPARE(query.spec().time_range().SerializeAsString(), expected.SerializeAsString());
    }

    void automaticGranularityFollowsTheRange()
    {
        DraftQuery query;
        query.reset(draftOf(trendOf("page_view")));
        QCOMPARE(query.spec().granularity(), GRANULARITY_DAY);

        QuerySpec spec = query.spec();
        *spec.mutable_time_range() = rangeOf("2025-01-01", "2026-01-01");
        query.editSpec(spec, "Change range");

        QCOMPARE(query.spec().granularity(), GRANULARITY_WEEK);
        query.undoStack().undo();
        QCOMPARE(query.spec().granularity(), GRANULARITY_DAY);
    }

    void aGranularityChosenStays()
    {
        DraftQuery query;
        query.reset(draftOf(trendOf("page_view")));
        QuerySpec spec = query.spec();
        spec.set_granularity(GRANULARITY_HOUR);
        query.editSpec(spec, "Change granularity");
        QVERIFY(!query.draft().automaticGranularity);

        *spec.mutable_time_range() = rangeOf("2025-01-01", "2026-01-01");
        query.editSpec(spec, "Change range");

        QCOMPARE(query.spec().granularity(), GRANULARITY_HOUR);
    }

    void aRangeChosenIsNoPresetAnyMore()
    {
        DraftQuery query;
        Draft draft = draftOf(trendOf("page_view"));
        draft.time.preset = TimePreset::Last30Days;
        query.reset(draft);
        QuerySpec spec = query.spec();
        spec.set_aggregation(AGGREGATION_UNIQUE_USERS);
        query.editSpec(spec, "Change measure");
        QCOMPARE(query.draft().time.preset, TimePreset::Last30Days);

        spec = trendOf("page_view");
        query.editSpec(spec, "Change range");

        QCOMPARE(query.draft().time.preset, TimePreset::Fixed);
        QCOMPARE(milliseconds(query.spec().time_range().start()), at("2026-05-01"));
    }

    void aFunnelHasNoGranularityAndATrendGetsItBack()
    {
        DraftQuery query;
        query.reset(draftOf(trendOf("page_view")));
        QuerySpec spec = query.spec();
        spec.set_visualization(VISUALIZATION_FUNNEL);
        query.editSpec(spec, "Make a funnel");
        QCOMPARE(query.spec().granularity(), GRANULARITY_UNSPECIFIED);

        spec = query.spec();
        spec.set_visualization(VISUALIZATION_AREA);
        query.editSpec(spec, "Make a trend");

        QCOMPARE(query.spec().granularity(), GRANULARITY_DAY);
        QVERIFY(query.draft().automaticGranularity);
    }

    void absentAndEmptyAreNotTheSame()
    {
        Draft with = draftOf(trendOf("page_view"));
        with.spec.mutable_breakdown();

        QVERIFY(!(with == draftOf(trendOf("page_view"))));
        QVERIFY(with == with);
    }

    void everyKindIsHeldAgainstAnotherTimeWhenItIsChosen_data()
    {
        QTest::addColumn<insights::v1::Visualization>("visualization");
        QTest::addColumn<Compare>("compare");
        QTest::addColumn<bool>("expected");
        QTest::newRow("nothing") << insights::v1::VISUALIZATION_LINE << Compare::Nothing << false;
        QTest::newRow("line") << insights::v1::VISUALIZATION_LINE << Compare::PreviousPeriod << true;
        QTest::newRow("number") << insights::v1::VISUALIZATION_KPI << Compare::PreviousYear << true;
        QTest::newRow("funnel") << insights::v1::VISUALIZATION_FUNNEL << Compare::PreviousPeriod << true;
        QTest::newRow("retention") << insights::v1::VISUALIZATION_RETENTION << Compare::PreviousPeriod << true;
    }
    void everyKindIsHeldAgainstAnotherTimeWhenItIsChosen()
    {
        QFETCH(const insights::v1::Visualization, visualization);
        QFETCH(const Compare, compare);
        QFETCH(const bool, expected);
        Draft draft;
        draft.spec = trendOf("page_view");
        draft.spec.set_visualization(visualization);
        draft.compare = compare;

        QCOMPARE(comparedRange(draft, {}).has_value(), expected);
    }

    void theComparisonIsUndoneWithTheRest()
    {
        DraftQuery query;
        Draft draft;
        draft.spec = trendOf("page_view");
        query.reset(draft);
        draft = query.draft();
        draft.compare = Compare::PreviousYear;

        query.edit(draft, QStringLiteral("Compare"));

        QCOMPARE(query.draft().compare, Compare::PreviousYear);
        query.undoStack().undo();
        QCOMPARE(query.draft().compare, Compare::Nothing);
    }
};

QTEST_GUILESS_MAIN(DraftQueryTest)
#include "draft_query_test.moc"
