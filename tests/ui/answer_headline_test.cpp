// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/questions.h"
#include "ui/shell/answer_headline.h"

#include <QTest>

#include <limits>

using namespace insights::v1;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

Answered answered(const QuerySpec &spec, AnswerFrames frames)
{
    frames.info.set_timezone("UTC");
    return {spec, std::make_shared<AnswerFrames>(std::move(frames)), {}, 0};
}

Comparison comparedWith(const Answered &answer)
{
    return {answer.spec, answer.frames, {}};
}

QuerySpec asked(Aggregation aggregation, Visualization visualization = VISUALIZATION_LINE)
{
    QuerySpec spec = trendOf("page_view");
    spec.set_aggregation(aggregation);
    spec.set_visualization(visualization);
    return spec;
}

AnswerFrames daysOf(const std::vector<std::vector<double>> &series)
{
    AnswerFrames frames;
    for (std::size_t day = 0; day < series.front().size(); ++day)
        frames.timestamps.push_back(at("2026-05-01") + std::int64_t(day) * 86'400'000);
    for (std::size_t i = 0; i < series.size(); ++i)
        frames.series.push_back({"page_view", 0, "group " + std::to_string(i), false, series[i]});
    return frames;
}

AnswerFrames rowsOf(const std::vector<double> &values)
{
    AnswerFrames frames;
    for (const double value : values) {
        auto *row = frames.rows.Add();
        row->add_dimensions("page_view");
        row->add_dimensions("group " + std::to_string(frames.rows.size()));
        row->set_value(value);
    }
    return frames;
}

AnswerFrames funnelOf(double first, double last)
{
    AnswerFrames frames;
    for (const double count : {first, last}) {
        auto *step = frames.funnel.add_steps();
        step->set_event("page_view");
        step->set_count(count);
        step->set_conversion_rate(count / first);
    }
    return frames;
}

AnswerFrames retentionOf(const std::vector<double> &counts)
{
    AnswerFrames frames;
    auto *cohort = frames.retention.add_cohorts();
    *cohort->mutable_cohort_date() = timestamp(at("2026-05-01"));
    cohort->set_size(counts.front());
    for (int period = 0; period < int(counts.size()); ++period) {
        auto *cell = cohort->add_periods();
        cell->set_period(period);
        cell->set_count(counts[std::size_t(period)]);
    }
    return frames;
}

QString plain(QString text)
{
    return text.replace(QChar::Nbsp, u' ');
}

} // namespace

class AnswerHeadlineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswerIsOneLine_data()
    {
        QTest::addColumn<QuerySpec>("spec");
        QTest::addColumn<AnswerFrames>("frames");
        QTest::addColumn<QString>("line");
        const QuerySpec count = asked(AGGREGATION_COUNT);
        const QuerySpec users = asked(AGGREGATION_UNIQUE_USERS);
        QuerySpec sum = asked(AGGREGATION_SUM);
        sum.set_aggregation_property("price");
        QuerySpec broken = users;
        broken.mutable_breakdown()->set_property("plan");

        QTest::newRow("counts add up") << count << daysOf({{1'000, 234}}) << "1,234 events";
        QTest::newRow("also of groups") << count << daysOf({{1'000, none}, {1, 2}}) << "1,003 events";
        QTest::newRow("one") << count << daysOf({{1, 0}}) << "1 event";
        QTest::newRow("sum") << sum << daysOf({{1.5, 2}}) << "3.50 price";
        QTest::newRow("users do not add up") << users << daysOf({{100, 300}}) << "200 users per day";
        QTest::newRow("nor of groups") << broken << daysOf({{100, 300}, {1, 1}, {2, 2}})
                                       << "group 0: 200 users per day and 2 more";
        QTest::newRow("number") << asked(AGGREGATION_UNIQUE_USERS, VISUALIZATION_KPI) << rowsOf({12'345})
                                << "12,345 users";
        QTest::newRow("funnel") << asked(AGGREGATION_UNIQUE_USERS, VISUALIZATION_FUNNEL) << funnelOf(24'180, 3'147)
                                << "13.0 % converted · 3,147 of 24,180 users";
        QTest::newRow("retention") << asked(AGGREGATION_UNIQUE_USERS, VISUALIZATION_RETENTION)
                                   << retentionOf({2'000, 690}) << "34.5 % came back after a day · 2,000 users";
        QTest::newRow("retention of one period")
            << asked(AGGREGATION_UNIQUE_USERS, VISUALIZATION_RETENTION) << retentionOf({2'000}) << "2,000 users";
        QTest::newRow("nothing") << count << AnswerFrames() << "No data";
    }

    void anAnswerIsOneLine()
    {
        QFETCH(QuerySpec, spec);
        QFETCH(AnswerFrames, frames);
        QFETCH(QString, line);

        QCOMPARE(plain(answerHeadline(answered(spec, frames))), line);
    }

    void aTableSaysItsFirstRow()
    {
        QuerySpec spec = asked(AGGREGATION_COUNT, VISUALIZATION_TABLE);
        spec.mutable_breakdown()->set_property("plan");

        const QString line = plain(answerHeadline(answered(spec, rowsOf({1'200, 30, 4}))));

        QVERIFY2(line.contains("group 1"), qPrintable(line));
        QVERIFY2(line.endsWith(": 1,200 events and 2 more"), qPrintable(line));
    }

    void aComparisonAddsTheChange()
    {
        const QuerySpec count = asked(AGGREGATION_COUNT);
        const Comparison trend = comparedWith(answered(count, daysOf({{50, 50}})));
        QCOMPARE(plain(answerHeadline(answered(count, daysOf({{100, 4}})), &trend)), "104 events · up 4.0 %");

        const QuerySpec funnel = asked(AGGREGATION_UNIQUE_USERS, VISUALIZATION_FUNNEL);
        const Comparison before = comparedWith(answered(funnel, funnelOf(100, 20)));
        QCOMPARE(plain(answerHeadline(answered(funnel, funnelOf(100, 10)), &before)),
                 "10.0 % converted · down 10.0 pt · 10 of 100 users");
    }

    void aComparisonThatIsNotThereYetAddsNothing()
    {
        const QuerySpec count = asked(AGGREGATION_COUNT);
        const Comparison waiting{count, nullptr, {}};

        QCOMPARE(plain(answerHeadline(answered(count, daysOf({{100}})), &waiting)), "100 events");
    }
};

QTEST_MAIN(AnswerHeadlineTest)
#include "answer_headline_test.moc"
