// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/asked_names.h"

#include "session/keeping/history.h"
#include "tests/support/questions.h"

#include <QTest>

namespace {

explorer::v1::Question questionOf(const insights::v1::QuerySpec &spec)
{
    explorer::v1::Question question;
    *question.mutable_query() = spec;
    return question;
}

} // namespace

class AskedNamesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesComeFromEveryPlaceOfAQuestion()
    {
        History history;
        insights::v1::QuerySpec trend = trendOf("page_view");
        trend.mutable_events(0)->add_filters()->set_property("path");
        trend.add_filters()->set_property("plan");
        trend.mutable_breakdown()->set_property("country");
        trend.set_aggregation_property("revenue");
        history.ask(questionOf(trend), "shop");
        insights::v1::QuerySpec retention;
        retention.mutable_starting_event()->set_name("signup");
        retention.mutable_return_event()->set_name("visit");
        history.ask(questionOf(retention), "shop");

        const AskedNames names = askedNames(history, "shop");

        QCOMPARE(names.events, (std::vector<std::string>{"page_view", "signup", "visit"}));
        QCOMPARE(names.properties, (std::vector<std::string>{"country", "path", "plan", "revenue"}));
    }

    void theOnesUsedMostComeFirstAndOtherProjectsNot()
    {
        History history;
        history.ask(questionOf(trendOf("a")), "shop");
        history.ask(questionOf(trendOf("b")), "shop");
        history.ask(questionOf(trendOf("c")), "blog");
        insights::v1::QuerySpec again = trendOf("b");
        again.set_aggregation(insights::v1::AGGREGATION_UNIQUE_USERS);
        history.ask(questionOf(again), "shop");

        QCOMPARE(askedNames(history, "shop").events, (std::vector<std::string>{"b", "a"}));
        QVERIFY(askedNames(history, "none") == AskedNames());
    }
};

QTEST_GUILESS_MAIN(AskedNamesTest)
#include "asked_names_test.moc"
