// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/questions.h"

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
        QCOMPARE(emptyState(answered(spec), {}).text.sentence,
                 QStringLiteral("Events of page_view, daily has nothing in 1 May – 31 May 2026."));
        for (const char *value : {"pro", "team"}) {
            PropertyFilter &filter = *spec.add_filters();
            filter.set_property("plan");
            filter.set_operator_(OPERATOR_EQUALS);
            filter.set_value(value);
        }
        const PlaceState state = emptyState(answered(spec), {});
        QVERIFY(state.text.sentence.endsWith(QStringLiteral("with these filters.")));
        QCOMPARE(state.text.reasons.size(), std::size_t(2));
        QCOMPARE(state.text.reasons[1].name, QStringLiteral("plan is team"));
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
        QTest::addColumn<QStringList>("ways");
        const QStringList usual{"Try again", "Copy details"};
        QTest::addRow("too much") << int(Kind::TooMuch) << QStringList{"Ask for 7 days"} + usual;
        QTest::addRow("timeout") << int(Kind::Timeout) << QStringList{"Ask for 7 days"} + usual;
        QTest::addRow("unreachable") << int(Kind::Unreachable) << usual;
        QTest::addRow("internal") << int(Kind::Internal) << usual;
    }

    void aFailureOffersWhatHelps()
    {
        QFETCH(const int, kind);
        QFETCH(const QStringList, ways);
        const PlaceState state = failedState({Kind(kind), "CODE", "It went wrong.", {}});
        QCOMPARE(namesOf(state.ways), ways);
        QCOMPARE(state.text.sentence, QStringLiteral("It went wrong."));
        QCOMPARE(state.details, QStringLiteral("CODE: It went wrong."));
    }

    void everythingThatIsWrongWithAQuestionIsListed()
    {
        const PlaceState state = failedState({Kind::InvalidQuestion,
                                              "INVALID_ARGUMENT",
                                              "two",
                                              {{"query.events", "is required"}, {"query.x", "is odd"}}});
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
