// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/check.h"
#include "session/query_controller.h"
#include "tests/support/fake_insights_client.h"
#include "tests/support/questions.h"

#include <QSignalSpy>
#include <QTest>

namespace {

AnswerFrames answerOf(double value)
{
    AnswerFrames frames;
    frames.timestamps = {at("2026-05-01")};
    frames.series = {{"page_view", 0, {}, false, {value}}};
    return frames;
}

double firstValue(const AnsweredPtr &answer)
{
    return answer->frames->series.at(0).values.at(0);
}

} // namespace

class QueryControllerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itBeginsIdle()
    {
        FakeInsightsClient client;
        const QueryController controller(client);

        QVERIFY(std::holds_alternative<Idle>(controller.state()));
        QVERIFY(!controller.lastAnswer());
    }

    void aQuestionIsLoadingUntilItIsAnswered()
    {
        FakeInsightsClient client;
        QueryController controller(client);
        const QSignalSpy changes(&controller, &QueryController::stateChanged);

        controller.run(trendOf("page_view"));

        QCOMPARE(std::get<Loading>(controller.state()).spec.events(0).name(), "page_view");
        QVERIFY(std::get<Loading>(controller.state()).since.isValid());
        client.queries.last().answer(answerOf(7));
        const AnsweredPtr answer = std::get<Ready>(controller.state()).answer;
        QCOMPARE(firstValue(answer), 7.0);
        QCOMPARE(answer->spec.events(0).name(), "page_view");
        QCOMPARE(controller.lastAnswer(), answer);
        QVERIFY(answer->elapsedMs >= 0);
        QCOMPARE(changes.size(), 2);
    }

    void aNewQueryAbandonsTheOldOne()
    {
        FakeInsightsClient client;
        QueryController controller(client);

        controller.run(trendOf("slow"));
        controller.run(trendOf("fast"));

        QVERIFY(client.queries[0].isAbandoned);
        client.queries[1].answer(answerOf(2));
        client.queries[0].answer(answerOf(1));
        QCOMPARE(firstValue(controller.lastAnswer()), 2.0);
    }

    void theLastAnswerIsKeptWhileTheNextIsOnItsWay()
    {
        FakeInsightsClient client;
        QueryController controller(client);
        controller.run(trendOf("page_view"));
        client.queries.last().answer(answerOf(7));

        controller.run(trendOf("purchase"));

        QVERIFY(std::holds_alternative<Loading>(controller.state()));
        QCOMPARE(firstValue(controller.lastAnswer()), 7.0);
    }

    void aFailureKeepsTheLastAnswerAndItsOwnQuestion()
    {
        FakeInsightsClient client;
        QueryController controller(client);
        controller.run(trendOf("page_view"));
        client.queries.last().answer(answerOf(7));
        controller.run(trendOf("purchase"));

        client.queries.last().fail(Failure::Kind::Timeout, "too slow");

        const auto &failed = std::get<Failed>(controller.state());
        QCOMPARE(failed.failure.kind, Failure::Kind::Timeout);
        QCOMPARE(failed.failure.message, "too slow");
        QCOMPARE(failed.spec.events(0).name(), "purchase");
        QCOMPARE(firstValue(controller.lastAnswer()), 7.0);
    }

    void aQuestionThatCannotBeAskedFailsUnasked()
    {
        FakeInsightsClient client;
        QueryController controller(client);
        controller.run(trendOf("page_view"));

        controller.run({});

        QCOMPARE(client.queries.size(), std::size_t(1));
        QVERIFY(client.queries[0].isAbandoned);
        const Failure &failure = std::get<Failed>(controller.state()).failure;
        QCOMPARE(failure.kind, Failure::Kind::InvalidQuestion);
        QVERIFY(failure.violations.size() > 1);
        QCOMPARE(failure.violations.front().field, "query.events");
        QVERIFY(!failure.message.empty());
    }

    void cancelGoesBackToTheLastAnswer()
    {
        FakeInsightsClient client;
        QueryController controller(client);
        controller.run(trendOf("page_view"));
        client.queries.last().answer(answerOf(7));
        controller.run(trendOf("slow"));

        controller.cancel();

        QVERIFY(client.queries.last().isAbandoned);
        QCOMPARE(firstValue(std::get<Ready>(controller.state()).answer), 7.0);
    }

    void cancelOfTheFirstQuestionGoesBackToIdle()
    {
        FakeInsightsClient client;
        QueryController controller(client);
        controller.run(trendOf("slow"));

        controller.cancel();

        QVERIFY(std::holds_alternative<Idle>(controller.state()));
    }

    void cancelOfNothingSaysNothing()
    {
        FakeInsightsClient client;
        QueryController controller(client);
        const QSignalSpy changes(&controller, &QueryController::stateChanged);

        controller.cancel();
        controller.clear();

        QCOMPARE(changes.size(), 0);
    }

    void beingCancelledByTheServiceIsAFailure()
    {
        FakeInsightsClient client;
        QueryController controller(client);
        controller.run(trendOf("page_view"));
        client.queries.last().answer(answerOf(7));
        controller.run(trendOf("slow"));

        client.queries.last().fail(Failure::Kind::Cancelled);

        QCOMPARE(std::get<Failed>(controller.state()).failure.kind, Failure::Kind::Cancelled);
        QCOMPARE(firstValue(controller.lastAnswer()), 7.0);
    }

    void clearForgetsQuestionAndAnswer()
    {
        FakeInsightsClient client;
        QueryController controller(client);
        controller.run(trendOf("page_view"));
        client.queries.last().answer(answerOf(7));
        controller.run(trendOf("slow"));

        controller.clear();

        QVERIFY(client.queries.last().isAbandoned);
        QVERIFY(std::holds_alternative<Idle>(controller.state()));
        QVERIFY(!controller.lastAnswer());
    }

    void aComparisonIsAskedOverItsOwnTime()
    {
        FakeInsightsClient client;
        QueryController controller(client);
        insights::v1::QuerySpec spec = trendOf("page_view");
        spec.mutable_breakdown()->set_property("plan");

        controller.run(spec, rangeOf("2026-03-31", "2026-05-01"));

        QCOMPARE(client.queries.size(), std::size_t(2));
        const insights::v1::QuerySpec &other = client.queries.last().request;
        QCOMPARE(milliseconds(other.time_range().start()), at("2026-03-31"));
        QCOMPARE(other.events(0).name(), "page_view");
        QCOMPARE(other.breakdown_limit(), 100);
    }

    void aNumberIsAskedAsItsCourseToo()
    {
        FakeInsightsClient client;
        QueryController controller(client);
        const QSignalSpy joined(&controller, &QueryController::besidesChanged);
        insights::v1::QuerySpec spec = trendOf({"page_view", "purchase"});
        spec.set_visualization(insights::v1::VISUALIZATION_KPI);
        spec.mutable_breakdown()->set_property("plan");
        spec.set_breakdown_limit(5);

        controller.run(spec, rangeOf("2026-03-31", "2026-05-01"));

        QCOMPARE(client.queries.size(), std::size_t(3));
        const insights::v1::QuerySpec &course = client.queries[2].request;
        QCOMPARE(course.visualization(), insights::v1::VISUALIZATION_LINE);
        QCOMPARE(course.granularity(), insights::v1::GRANULARITY_DAY);
        QCOMPARE(milliseconds(course.time_range().start()), at("2026-05-01"));
        QCOMPARE(course.events_size(), 2);
        QVERIFY(!course.has_breakdown());
        QVERIFY(check(course).empty());

        client.queries[2].answer(answerOf(7)); // ahead of the number
        client.queries[0].answer({});
        QCOMPARE(joined.size(), 0);
        QCOMPARE(controller.besides().course->frames->series.at(0).values.at(0), 7.0);
        client.queries[1].fail(Failure::Kind::Timeout);
        QCOMPARE(joined.size(), 1);
        QVERIFY(controller.besides().comparison->failure && controller.besides().course->frames);
    }

    void aTrendHasNoCourseBesideIt()
    {
        FakeInsightsClient client;
        QueryController controller(client);
        controller.run(trendOf("page_view"));
        QCOMPARE(client.queries.size(), std::size_t(1));
    }

    void theAnswerDoesNotWaitForItsComparison()
    {
        FakeInsightsClient client;
        QueryController controller(client);
        const QSignalSpy joined(&controller, &QueryController::besidesChanged);
        controller.run(trendOf("page_view"), rangeOf("2026-03-31", "2026-05-01"));

        client.queries[0].answer(answerOf(7));

        QVERIFY(std::holds_alternative<Ready>(controller.state()));
        QVERIFY(controller.besides().comparison.has_value());
        QVERIFY(!controller.besides().comparison->frames);
        client.queries[1].answer(answerOf(5));
        QCOMPARE(joined.size(), 1);
        QCOMPARE(controller.besides().comparison->frames->series.at(0).values.at(0), 5.0);
    }

    void aComparisonThatComesFirstWaitsForItsAnswer()
    {
        FakeInsightsClient client;
        QueryController controller(client);
        const QSignalSpy joined(&controller, &QueryController::besidesChanged);
        controller.run(trendOf("page_view"), rangeOf("2026-03-31", "2026-05-01"));

        client.queries[1].answer(answerOf(5));

        QVERIFY(!controller.besides().comparison);
        QCOMPARE(joined.size(), 0);
        client.queries[0].answer(answerOf(7));
        QVERIFY(controller.besides().comparison->frames != nullptr);
    }

    void aFailedComparisonLeavesTheAnswer()
    {
        FakeInsightsClient client;
        QueryController controller(client);
        controller.run(trendOf("page_view"), rangeOf("2026-03-31", "2026-05-01"));
        client.queries[0].answer(answerOf(7));

        client.queries[1].fail(Failure::Kind::Timeout, "too slow");

        QVERIFY(std::holds_alternative<Ready>(controller.state()));
        QCOMPARE(controller.besides().comparison->failure->message, "too slow");
    }

    void cancelAndFailureLetGoOfTheComparison_data()
    {
        QTest::addColumn<bool>("cancelled");
        QTest::newRow("cancel") << true;
        QTest::newRow("failure of the answer") << false;
    }
    void cancelAndFailureLetGoOfTheComparison()
    {
        QFETCH(const bool, cancelled);
        FakeInsightsClient client;
        QueryController controller(client);
        controller.run(trendOf("page_view"), rangeOf("2026-03-31", "2026-05-01"));

        if (cancelled)
            controller.cancel();
        else
            client.queries[0].fail(Failure::Kind::Internal);

        QVERIFY(client.queries[1].isAbandoned);
        QVERIFY(!controller.besides().comparison);
    }

    void theNextAnswerHasNoOldComparison()
    {
        FakeInsightsClient client;
        QueryController controller(client);
        controller.run(trendOf("page_view"), rangeOf("2026-03-31", "2026-05-01"));
        client.queries[0].answer(answerOf(7));
        client.queries[1].answer(answerOf(5));

        controller.run(trendOf("purchase"));

        QVERIFY(controller.besides().comparison.has_value()); // still beside the answer that is still shown
        client.queries.last().answer(answerOf(3));
        QVERIFY(!controller.besides().comparison);
    }

    void aNewQuestionMayBeAskedFromWithinAnAnswer()
    {
        FakeInsightsClient client;
        QueryController controller(client);
        connect(&controller, &QueryController::stateChanged, &controller, [&] {
            if (std::holds_alternative<Ready>(controller.state()) && client.queries.size() == 1)
                controller.run(trendOf("second"));
        });

        controller.run(trendOf("first"));
        client.queries[0].answer(answerOf(1));

        QCOMPARE(std::get<Loading>(controller.state()).spec.events(0).name(), "second");
        QVERIFY(client.queries[1].isOpen());
    }

    void itsEndAbandonsTheQuestion()
    {
        FakeInsightsClient client;
        {
            QueryController controller(client);
            controller.run(trendOf("slow"));
        }
        QVERIFY(client.queries.last().isAbandoned);
    }
};

QTEST_GUILESS_MAIN(QueryControllerTest)
#include "query_controller_test.moc"
