// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/check.h"
#include "session/filter_offers.h"
#include "session/query_controller.h"
#include "tests/support/fake_insights_client.h"
#include "tests/support/questions.h"

#include <QTest>

using namespace insights::v1;

namespace {

QuerySpec filtered(QuerySpec spec, int filters)
{
    for (int i = 0; i < filters; ++i) {
        auto &filter = *spec.add_filters();
        filter.set_property("p" + std::to_string(i));
        filter.set_operator_(OPERATOR_IS_SET);
    }
    return spec;
}

AnswerFrames rows(const std::vector<double> &values)
{
    AnswerFrames frames;
    for (const double value : values)
        frames.rows.Add()->set_value(value);
    return frames;
}

std::vector<std::string> propertiesOf(const QuerySpec &spec)
{
    std::vector<std::string> names;
    for (const auto &filter : spec.filters())
        names.push_back(filter.property());
    return names;
}

using Names = std::vector<std::string>;

} // namespace

class FilterOffersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachFilterIsLeftOutInTurnAndThenAll()
    {
        Offers offers;
        offers.counts.ask(filtered(trendOf("page_view"), 2));
        QCOMPARE(offers.client.queries.size(), std::size_t(1)); // one at a time
        QCOMPARE(propertiesOf(offers.client.queries.last().request), Names{"p1"});
        offers.client.queries.last().answer(rows({1204}));
        QCOMPARE(propertiesOf(offers.client.queries.last().request), Names{"p0"});
        offers.client.queries.last().fail(Failure::Kind::Timeout);
        QCOMPARE(propertiesOf(offers.client.queries.last().request), Names{});
        offers.client.queries.last().answer(rows({7, 8}));
        QCOMPARE(offers.client.queries.size(), std::size_t(3));
        QCOMPARE(offers.said, (std::vector<Said>{{0, 1204}, {1, std::nullopt}, {2, 15}}));
    }

    void theOnlyFilterIsNotOfferedTwice()
    {
        Offers offers;
        offers.counts.ask(filtered(trendOf("page_view"), 1));
        offers.client.queries.last().answer(rows({3}));
        QCOMPARE(offers.client.queries.size(), std::size_t(1));
    }

    void aLongListIsNotCountedToItsEnd()
    {
        Offers offers;
        offers.client.queries.automatic = [](const auto &) { return rows({1}); };
        offers.counts.ask(filtered(trendOf("page_view"), 20));
        QTRY_COMPARE(offers.said.size(), std::size_t(FilterOffers::mostOffers));
        QTest::qWait(0);
        QCOMPARE(offers.client.queries.size(), std::size_t(FilterOffers::mostOffers));
    }

    void anotherQuestionAbandonsTheCounting()
    {
        Offers offers;
        offers.counts.ask(filtered(trendOf("page_view"), 2));
        offers.counts.ask(filtered(trendOf("purchase"), 2));
        QVERIFY(offers.client.queries[0].isAbandoned);
        offers.counts.clear();
        QVERIFY(offers.client.queries[1].isAbandoned);
        offers.client.queries[1].answer(rows({1}));
        QVERIFY(offers.said.empty());
        QCOMPARE(offers.client.queries.size(), std::size_t(2));
    }

    void whatIsCountedCanBeAsked_data()
    {
        QTest::addColumn<QuerySpec>("spec");
        QTest::addColumn<int>("events");
        QTest::addColumn<OfferUnit>("unit");
        QuerySpec users = trendOf("a");
        users.set_aggregation(AGGREGATION_UNIQUE_USERS);
        QuerySpec severalUsers = trendOf({"a", "b"});
        severalUsers.set_aggregation(AGGREGATION_UNIQUE_USERS);
        QuerySpec sum = trendOf("a");
        sum.set_aggregation(AGGREGATION_SUM);
        sum.set_aggregation_property("price");
        QuerySpec funnel = trendOf({"a", "b"});
        funnel.set_visualization(VISUALIZATION_FUNNEL);
        QuerySpec retention;
        retention.set_visualization(VISUALIZATION_RETENTION);
        retention.mutable_starting_event()->set_name("a");
        retention.mutable_return_event()->set_name("b");
        *retention.mutable_time_range() = users.time_range();
        retention.set_granularity(GRANULARITY_WEEK);
        QTest::newRow("users") << users << 1 << OfferUnit::Users;
        QTest::newRow("users of two events") << severalUsers << 2 << OfferUnit::Events;
        QTest::newRow("a sum") << sum << 1 << OfferUnit::Events;
        QTest::newRow("a funnel") << funnel << 1 << OfferUnit::Users;
        QTest::newRow("retention") << retention << 1 << OfferUnit::Users;
    }

    void whatIsCountedCanBeAsked()
    {
        QFETCH(const QuerySpec, spec);
        QFETCH(const int, events);
        const QuerySpec count = withoutFilter(filtered(spec, 2), 0);
        QVERIFY(check(count).empty());
        QCOMPARE(count.events_size(), events);
        QCOMPARE(propertiesOf(count), Names{"p1"});
        QTEST(offerUnit(spec), "unit");
        QCOMPARE(count.aggregation() == AGGREGATION_UNIQUE_USERS, offerUnit(spec) == OfferUnit::Users);
    }

private:
    using Said = std::pair<int, std::optional<double>>;
    struct Offers
    {
        FakeInsightsClient client;
        QueryController controller{client};
        FilterOffers counts{controller};
        std::vector<Said> said;

        Offers()
        {
            QObject::connect(&counts, &FilterOffers::counted, &counts,
                             [this](int filter, std::optional<double> count) { said.emplace_back(filter, count); });
        }
    };
};

QTEST_GUILESS_MAIN(FilterOffersTest)
#include "filter_offers_test.moc"
