// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer_text.h"

#include "query/calendar.h"

#include <google/protobuf/util/json_util.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <limits>

namespace {

AnswerFrames answer()
{
    AnswerFrames frames;
    frames.timestamps = {1'772'946'000'000, 1'773'028'800'000}; // midnights around the change of clocks
    frames.info.set_timezone("America/New_York");
    frames.series = {{"view", 0, "a,\"b\"", false, {1, 0}},
                     {"view", 0, "", false, {2.5, std::nan("")}},
                     {"view", 0, "$others", true, {3, 1e15}}};
    return frames;
}

template <class Message>
Message parsed(const char *json)
{
    Message message;
    if (!google::protobuf::util::JsonStringToMessage(json, &message).ok())
        qFatal("%s", json);
    return message;
}

AnswerFrames answered(const char *json)
{
    return answerFrames(parsed<insights::v1::QueryResponse>(json));
}

constexpr const char *funnel = R"({"funnel": {"steps": [
    {"event": "sign up", "count": 1000, "conversionRate": 1},
    {"event": "pay", "count": 650, "conversionRate": 0.65, "medianTimeToConvert": "90.5s"},
    {"event": "buy, again", "count": 130, "conversionRate": 0.13, "medianTimeToConvert": "86400s"}]}})";

constexpr const char *brokenDownFunnel = R"({"funnel": {"steps": [
    {"event": "a", "count": 4, "conversionRate": 1, "breakdown": "pro"},
    {"event": "b", "count": 1, "conversionRate": 0.25, "breakdown": "pro"},
    {"event": "a", "breakdown": ""}, {"event": "b", "breakdown": ""},
    {"event": "a", "count": 2, "conversionRate": 1, "breakdown": "$others"},
    {"event": "b", "count": 2, "conversionRate": 1, "breakdown": "$others"},
    {"event": "a", "count": 8, "conversionRate": 1, "breakdown": "$others", "isOthers": true},
    {"event": "b", "count": 2, "conversionRate": 0.25, "breakdown": "$others", "isOthers": true}]}})";

constexpr const char *retention = R"({"info": {"timezone": "Europe/Berlin", "weekStart": "monday"},
    "retention": {"cohorts": [
    {"cohortDate": "2026-03-22T23:00:00Z", "size": 10, "periods": [{"count": 10, "rate": 1},
        {"period": 1, "count": 4, "rate": 0.4}, {"period": 2, "rate": 0, "incomplete": true}]},
    {"cohortDate": "2026-03-29T22:00:00Z", "size": 2, "periods": [{"count": 2, "rate": 1},
        {"period": 1, "count": 1, "rate": 0.5, "incomplete": true}]}]}})";

} // namespace

class AnswerTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void csvIsQuotedAndLocal()
    {
        QCOMPARE(QString::fromStdString(answerCsv(answer())),
                 QStringLiteral("time,\"a,\"\"b\"\"\",(none),Other\n"
                                "2026-03-08T00:00:00-05:00,1,2.5,3\n"
                                "2026-03-09T00:00:00-04:00,0,,1e+15\n"));
    }

    void severalEventsAreNamed()
    {
        AnswerFrames frames = answer();
        frames.series[1].event = "buy";
        frames.series[1].eventIndex = 1;
        QCOMPARE(seriesName(frames, frames.series[1]), std::string("buy · (none)"));
    }

    void jsonSaysZeroAndLeavesOutWhatIsMissing()
    {
        const auto series = QJsonDocument::fromJson(QByteArray::fromStdString(answerJson(answer())))
                                .object()
                                .value(QStringLiteral("series"))
                                .toArray();
        QCOMPARE(series.size(), 5);
        QCOMPARE(series.at(1)[QStringLiteral("value")], QJsonValue(0));
        QCOMPARE(series.at(1)[QStringLiteral("timestamp")], QJsonValue(QStringLiteral("2026-03-09T04:00:00Z")));
        QCOMPARE(series.at(4)[QStringLiteral("isOthers")], QJsonValue(true));
    }

    void eachKindOfAnswerHasItsColumns_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("csv");
        QTest::addRow("funnel") << QByteArray(funnel)
                                << QByteArray("step,event,count,conversion_rate,step_rate,median_seconds\n"
                                              "1,sign up,1000,1,,\n"
                                              "2,pay,650,0.65,0.65,90.5\n"
                                              "3,\"buy, again\",130,0.13,0.2,86400\n");
        QTest::addRow("funnel with groups")
            << QByteArray(brokenDownFunnel)
            << QByteArray("breakdown,step,event,count,conversion_rate,step_rate,median_seconds\n"
                          "pro,1,a,4,1,,\npro,2,b,1,0.25,0.25,\n"
                          "(none),1,a,0,0,,\n(none),2,b,0,0,0,\n"
                          "$others,1,a,2,1,,\n$others,2,b,2,1,1,\n"
                          "Other,1,a,8,1,,\nOther,2,b,2,0.25,0.25,\n");
        QTest::addRow("retention")
            << QByteArray(retention)
            << QByteArray("cohort,size,period 0,period 1,period 2,rate 0,rate 1,rate 2,incomplete_from\n"
                          "2026-03-23,10,10,4,0,1,0.4,0,2\n"
                          "2026-03-30,2,2,1,,1,0.5,,1\n");
        QTest::addRow("retention of hours with groups")
            << QByteArray(R"({"info": {"timezone": "Asia/Kolkata"}, "retention": {"cohorts": [
                   {"cohortDate": "2026-05-01T18:30:00Z", "size": 1, "breakdown": "", "periods": [{"count": 1, "rate": 1}]},
                   {"cohortDate": "2026-05-01T19:30:00Z", "size": 1, "breakdown": "x", "isOthers": true}]}})")
            << QByteArray("cohort,breakdown,size,period 0,rate 0,incomplete_from\n"
                          "2026-05-02T00:00:00+05:30,(none),1,1,1,\n"
                          "2026-05-02T01:00:00+05:30,Other,1,,,\n");
        QTest::addRow("an absurd period")
            << QByteArray(R"({"retention": {"cohorts": [
                   {"cohortDate": "2026-05-01T00:00:00Z", "periods": [{"period": -1}, {"period": 2147483647, "count": 3}]}]}})")
            << QByteArray("cohort,size,period -1,period 2147483647,rate -1,rate 2147483647,incomplete_from\n"
                          "2026-05-01,0,0,3,0,0,\n");
        QTest::addRow("table of events") << QByteArray(
            R"({"rows": [{"dimensions": ["view"], "value": 7}, {"dimensions": ["buy"], "value": 0.5}]})")
                                         << QByteArray("event,value\nview,7\nbuy,0.5\n");
        QTest::addRow("table of groups") << QByteArray(
            R"({"info": {"groupsTotal": "2"}, "rows": [{"dimensions": ["pro"], "value": 7},
                              {"dimensions": [""], "value": 1}]})")
                                         << QByteArray("breakdown,value\npro,7\n(none),1\n");
        QTest::addRow("table of events and groups")
            << QByteArray(R"({"rows": [{"dimensions": ["view", "pro"], "value": 7},
                              {"dimensions": ["view", "$others"], "value": 3, "isOthers": true}]})")
            << QByteArray("event,breakdown,value\nview,pro,7\nview,Other,3\n");
        QTest::addRow("KPI") << QByteArray(R"({"rows": [{"value": 42}]})") << QByteArray("value\n42\n");
        QTest::addRow("an unknown zone") << QByteArray(
            R"({"info": {"timezone": "Mars/Olympus"}, "retention": {"cohorts": [
                   {"cohortDate": "2026-05-01T00:00:00Z", "size": 1}]}})")
                                         << QByteArray("cohort,size,incomplete_from\n2026-05-01,1,\n");
    }

    void eachKindOfAnswerHasItsColumns()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QByteArray, csv);
        QCOMPARE(QByteArray::fromStdString(answerCsv(answered(json))), csv);
    }

    void theJsonOfAnAnswerIsThatOfTheDocument()
    {
        const auto objectOf = [](const char *json) {
            return QJsonDocument::fromJson(QByteArray::fromStdString(answerJson(answered(json)))).object();
        };
        const QJsonValue steps = objectOf(funnel)[QStringLiteral("funnel")][QStringLiteral("steps")];
        QCOMPARE(steps.toArray().size(), 3);
        QCOMPARE(steps[2][QStringLiteral("conversionRate")], QJsonValue(0.13));
        QCOMPARE(steps[2][QStringLiteral("medianTimeToConvert")], QJsonValue(QStringLiteral("86400s")));

        const QJsonValue cohorts = objectOf(retention)[QStringLiteral("retention")][QStringLiteral("cohorts")];
        QCOMPARE(cohorts[0][QStringLiteral("cohortDate")], QJsonValue(QStringLiteral("2026-03-22T23:00:00Z")));
        QCOMPARE(cohorts[0][QStringLiteral("periods")][2][QStringLiteral("count")], QJsonValue(0));

        const QJsonObject kpi = objectOf(R"({"rows": [{"dimensions": ["a"], "value": 0}]})");
        QCOMPARE(kpi[QStringLiteral("rows")][0][QStringLiteral("value")], QJsonValue(0));
        QVERIFY(!kpi.contains(QStringLiteral("funnel")) && !kpi.contains(QStringLiteral("retention")));
    }

    void textIsAlignedAtTheLeftAndNumbersAtTheRight()
    {
        QCOMPARE(QString::fromStdString(answerTable(answered(funnel))),
                 QStringLiteral("step  event       count  conversion_rate  step_rate  median_seconds\n"
                                "   1  sign up      1000                1                           \n"
                                "   2  pay           650             0.65       0.65            90.5\n"
                                "   3  buy, again    130             0.13        0.2           86400\n"));
    }

    void aTableIsAligned()
    {
        const auto lines = QString::fromStdString(answerTable(answer())).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        for (const QString &line : lines)
            QCOMPARE(line.size(), lines.first().size());
    }

    void pointsAndColumnsGiveTheSameFrames()
    {
        insights::v1::QueryResponse columns;
        insights::v1::QueryResponse points;
        for (const std::int64_t time : {1000, 2000})
            columns.mutable_columns()->add_timestamps(time);
        for (const char *group : {"b", "a"}) {
            auto &column = *columns.mutable_columns()->add_series();
            column.set_event("view");
            column.set_breakdown(group);
            for (const std::int64_t time : {2000, 1000}) {
                auto &point = *points.add_series();
                point.set_event("view");
                point.set_breakdown(group);
                *point.mutable_timestamp() = timestamp(time);
                point.set_value(double(time) + *group);
            }
            column.add_values(1000.0 + *group);
            column.add_values(2000.0 + *group);
        }
        const AnswerFrames fromColumns = answerFrames(columns);
        QCOMPARE(fromColumns.series.size(), std::size_t(2));
        QVERIFY(answerFrames(points).series == fromColumns.series);
        QCOMPARE(answerFrames(points).timestamps, fromColumns.timestamps);
    }

    void theFirstUnfinishedBucketIsFound()
    {
        AnswerFrames frames = answer();
        QCOMPARE(frames.firstUnfinished(), std::size_t(2));
        *frames.info.mutable_incomplete_from() = timestamp(frames.timestamps[1]);
        QCOMPARE(frames.firstUnfinished(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(AnswerTextTest)
#include "answer_text_test.moc"
