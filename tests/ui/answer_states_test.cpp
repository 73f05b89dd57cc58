// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/questions.h"

#include "query/data_end.h"
#include "ui/shell/answer_note.h"
#include "ui/shell/empty_state.h"
#include "ui/shell/failed_state.h"

#include <QTest>

using namespace insights::v1;
using Kind = Failure::Kind;

namespace {

Answered answered(const QuerySpec &spec, const ResultInfo &info = {})
{
    auto frames = std::make_shared<AnswerFrames>();
    frames->info = info;
    return {spec, frames, {}, 0};
}

QStringList namesOf(const std::vector<WayForward> &ways)
{
    QStringList names;
    for (const WayForward way : ways)
        names << wayText(way);
    return names;
}

} // namespace

// The words of every state and what leads on from it, without a widget.
class AnswerStatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatFoundNothingSaysWhatWasLookedForAndWhichFiltersToDrop()
    {
        QuerySpec spec = trendOf("page_view");
        QCOMPARE(emptyState(answered(spec), {}, true).text.sentence,
                 QStringLiteral("Events of page_view, daily: nothing in 1 May – 31 May 2026."));
        for (const char *value : {"pro", "team"}) {
            PropertyFilter &filter = *spec.add_filters();
            filter.set_property("plan");
            filter.set_operator_(OPERATOR_EQUALS);
            filter.set_value(value);
        }
        const PlaceState state = emptyState(answered(spec), {}, true);
        QVERIFY(state.text.sentence.endsWith(QStringLiteral("with these filters.")));
        QCOMPARE(state.text.reasons.size(), std::size_t(3));
        QCOMPARE(state.text.reasons[1].name, QStringLiteral("plan is team"));
        QCOMPARE(state.text.reasons[2].name, QStringLiteral("all 2 filters"));
    }

    void whereThereIsDataIsSaidAndOffered_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("said"); // after "nothing in 1 May – 31 May 2026."
        QTest::addColumn<QStringList>("ways");
        const auto row
            = [](const char *name, const char *first, const char *last, const QString &said, const QStringList &ways) {
                  QTest::addRow("%s", name) << QString(first) << QString(last) << said << ways;
              };
        const QStringList go{"Go to the data's range"};
        // The project's days: in Kathmandu the range of the question begins at 5:45.
        row("it ended before", "2020-01-03", "2021-05-23T18:14:00", "The data ends on 23 May 2021.", go);
        row("it ended before, a minute later", "2020-01-03", "2021-05-23T18:15:00", "The data ends on 24 May 2021.",
            go);
        row("it ended right before", "2020-01-03", "2026-04-30T23:59:59", "The data ends on 1 May 2026.", go);
        row("it begins after", "2026-06-01", "2026-07-01", "The data begins on 1 June 2026.", go);
        row("it goes on before", "2026-04-01", "2026-05-10", "", {"Look in all the data"});
        row("it goes on after", "2026-05-02", "2026-06-10", "", {"Look in all the data"});
        row("it is all in the range", "2026-05-01", "2026-05-10", "", {});
    }

    void whereThereIsDataIsSaidAndOffered()
    {
        QFETCH(const QString, first);
        QFETCH(const QString, last);
        QFETCH(QString, said);
        QFETCH(const QStringList, ways);
        ProjectTime place{.timezone = "Asia/Kathmandu"};
        place.firstEvent = at(first.toStdString());
        place.lastEvent = at(last.toStdString());
        const PlaceState state = emptyState(answered(trendOf("page_view")), place, false);
        QCOMPARE(state.text.sentence.section(QStringLiteral(". "), 1), said.replace("June", "Jun"));
        QCOMPARE(namesOf(state.ways), ways);
        QCOMPARE(!state.text.buttons.empty() && state.text.buttons[0].isPrimary, !said.isEmpty());
    }

    void undoIsOfferedWhereThereIsSomethingToUndo()
    {
        QCOMPARE(namesOf(emptyState(answered(trendOf("page_view")), {}, true).ways), QStringList{"Undo last edit"});
        QCOMPARE(namesOf(emptyState(answered(trendOf("page_view")), {}, false).ways), QStringList());
    }

    void theEndOfTheDataIsADayInWords()
    {
        const auto kathmandu = Calendar::of("Asia/Kathmandu", WeekStart::Sunday);
        ResultInfo info;
        info.set_timezone("Asia/Kathmandu");
        info.add_warnings(dataEndWarning(at("2026-05-23T18:15:00"), *kathmandu));
        Answered answer = answered(trendOf("page_view"), info);
        QVERIFY(!answerNote(answer)); // nothing was found: that is said in its place
        auto frames = std::make_shared<AnswerFrames>(*answer.frames);
        frames->series.push_back({"page_view", 0, {}, false, {1}});
        answer.frames = frames;
        QCOMPARE(answerNote(answer)->sentence, QStringLiteral("The data ends on 24 May 2026, before the range does."));
    }

    void aStateHasAButtonForEachWayForward()
    {
        PlaceState state;
        state.offer(WayForward::SevenDays, true);
        state.offer(WayForward::Undo);
        QCOMPARE(state.ways, (std::vector<WayForward>{WayForward::SevenDays, WayForward::Undo}));
        QCOMPARE(state.text.buttons.size(), std::size_t(2));
        QVERIFY(state.text.buttons[0].isPrimary && !state.text.buttons[1].isPrimary);
        QCOMPARE(state.text.buttons[1].hint, QStringLiteral("Ctrl+Z"));
    }

    void aFailureOffersWhatHelps_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("end"); // of a range from 1 May
        QTest::addColumn<QStringList>("ways");
        const QStringList usual{"Try again", "Copy details"};
        const QStringList smaller = QStringList{"Ask for 7 days"} + usual;
        QTest::addRow("too much") << int(Kind::TooMuch) << "2026-06-01" << smaller;
        QTest::addRow("timeout") << int(Kind::Timeout) << "2026-06-01" << smaller;
        QTest::addRow("timeout of a week") << int(Kind::Timeout) << "2026-05-08" << usual;
        QTest::addRow("unreachable") << int(Kind::Unreachable) << "2026-06-01" << usual;
        QTest::addRow("internal") << int(Kind::Internal) << "2026-06-01" << usual;
    }

    void aFailureOffersWhatHelps()
    {
        QFETCH(const int, kind);
        QFETCH(const QString, end);
        QFETCH(const QStringList, ways);
        TimeRange asked;
        *asked.mutable_start() = timestamp(at("2026-05-01"));
        *asked.mutable_end() = timestamp(at(end.toStdString()));
        const Failure failure{Kind(kind), "CODE", "It went wrong.", {}};
        const PlaceState state = failedState(failure, asked);
        QCOMPARE(namesOf(state.ways), ways);
        const AnswerNote note = failureNote(failure, nullptr, false, QDateTime::currentDateTime(), asked);
        QCOMPARE(namesOf({note.way.value()}), ways.mid(0, 1)); // over an answer that stays
        QCOMPARE(state.text.sentence, QStringLiteral("It went wrong."));
        QCOMPARE(state.details, QStringLiteral("CODE: It went wrong."));
    }

    void everythingThatIsWrongWithAQuestionIsListed()
    {
        const PlaceState state = failedState({Kind::InvalidQuestion,
                                              "INVALID_ARGUMENT",
                                              "two",
                                              {{"query.events", "is required"}, {"query.x", "is odd"}}},
                                             {});
        QCOMPARE(state.text.points, (QStringList{"query.events: is required", "query.x: is odd"}));
        QVERIFY(state.text.sentence.isEmpty());
    }

    void anAnswerThatWasCutOffersMoreWhileThereIsMore_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<bool>("offersMore");
        QTest::addRow("few") << 5 << true;
        QTest::addRow("as many as can be") << 100 << false;
    }

    void anAnswerThatWasCutOffersMoreWhileThereIsMore()
    {
        QFETCH(const int, limit);
        QFETCH(const bool, offersMore);
        QuerySpec spec = trendOf("page_view");
        spec.mutable_breakdown()->set_property("plan");
        spec.set_breakdown_limit(limit);
        ResultInfo info;
        info.set_truncated(true);
        info.set_groups_total(1284);
        const auto note = answerNote(answered(spec, info));
        QCOMPARE(note->sentence, QStringLiteral("Cut to the top %1 of 1,284 values; the rest is Other.").arg(limit));
        QCOMPARE(note->way == WayForward::RaiseLimit, offersMore);
    }

    void aWarningOfTheServiceStandsOverItsAnswer()
    {
        QVERIFY(!answerNote(answered(trendOf("page_view"))));
        ResultInfo info;
        info.add_warnings("Steps 1 and 3 can be one event (buy); each needs an event of its own.");
        const auto note = answerNote(answered(trendOf("page_view"), info));
        QCOMPARE(note->sentence, QString::fromStdString(info.warnings(0)));
        QCOMPARE(note->kind, NoteKind::Warn);
    }
};

QTEST_MAIN(AnswerStatesTest)
#include "answer_states_test.moc"
