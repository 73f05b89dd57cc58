// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer_text.h"

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
