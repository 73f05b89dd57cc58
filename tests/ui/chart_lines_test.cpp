// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/answers.h"

#include "ui/charts/chart_picture.h"
#include "ui/charts/column_raster.h"
#include "ui/charts/line_segments.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace insights::v1;

namespace {

const double none = std::numeric_limits<double>::quiet_NaN();

std::vector<std::int64_t> seconds(int count)
{
    std::vector<std::int64_t> times(std::size_t(count), 0);
    for (int i = 0; i < count; ++i)
        times[std::size_t(i)] = 1'777'593'600'000 + 1000LL * i;
    return times;
}

PlotFrame frameOf(const AnswerFrames &answer, double width, double height, double high)
{
    PlotFrame frame;
    frame.size = {width, height};
    frame.plot = QRectF(0, 0, width, height);
    frame.scale = {0, high / 4, 4};
    frame.span = {answer.timestamps.front(), answer.timestamps.back()};
    return frame;
}

LinePiece wholeOf(const AnswerFrames &answer, int series = 0)
{
    return linePiece(answer, series, 0, int(answer.timestamps.size()));
}

// The topmost row of each column of an image that is not empty; the height where all is.
std::vector<int> skyline(const QImage &image)
{
    std::vector<int> tops(std::size_t(image.width()), image.height());
    for (int x = 0; x < image.width(); ++x) {
        for (int y = image.height() - 1; y >= 0; --y) {
            if (qAlpha(image.pixel(x, y)) > 128)
                tops[std::size_t(x)] = y;
        }
    }
    return tops;
}

} // namespace

class ChartLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewPointsAreKeptAsTheyAre()
    {
        const auto answer = daysOf(1, 31, [](int, int bucket) { return bucket; });
        QCOMPARE(lineSegments(wholeOf(*answer), frameOf(*answer, 800, 400, 40), 1).size(), 30);
    }

    void noPeakIsLostAmongManyPoints()
    {
        const auto answer
            = answerOf(seconds(200'000), 1, [](int, int bucket) { return bucket == 123'456 ? 99.0 : 10.0; });
        const PlotFrame frame = frameOf(*answer, 500, 400, 100);
        const auto segments = lineSegments(wholeOf(*answer), frame, 1);
        QVERIFY(segments.size() <= 4 * 501);
        const double highest
            = std::accumulate(segments.begin(), segments.end(), 400.0, [](double top, const QLineF &line) {
                  return std::min({top, line.y1(), line.y2()});
              });
        QCOMPARE(highest, frame.y(99));
    }

    void aGapStaysAGapAndALonePointADot()
    {
        const auto answer = daysOf(1, 6, [](int, int bucket) { return bucket == 2 || bucket == 4 ? none : 5.0; });
        const auto segments = lineSegments(wholeOf(*answer), frameOf(*answer, 100, 100, 10), 1);
        QCOMPARE(segments.size(), 3); // 0-1, the dot 3, the dot 5
        QVERIFY(segments[1].isNull());
        QCOMPARE(segments[1].x1(), 60.0);
    }

    void dashesRunOnFromSegmentToSegment()
    {
        const QList<QLineF> line{{0, 0, 10, 0}, {10, 0, 20, 0}, {30, 0, 31, 0}};
        const QList<QLineF> dashes = dashed(line, {8, 3});
        QCOMPARE(dashes, (QList<QLineF>{{0, 0, 8, 0}, {11, 0, 19, 0}, {30, 0, 31, 0}}));
    }

    void linesEndAtTheEdgesOfTheVisibleTime()
    {
        const auto answer = daysOf(1, 11, [](int, int bucket) { return bucket; });
        PlotFrame frame = frameOf(*answer, 100, 100, 10);
        frame.span = {answer->timestamps[3] + 43'200'000, answer->timestamps[6]};
        const auto segments = lineSegments(wholeOf(*answer), frame, 1);
        QCOMPARE(segments.constFirst().x1(), 0.0);
        QCOMPARE(segments.constFirst().y1(), frame.y(3.5));
        QCOMPARE(segments.constLast().x2(), 100.0);
    }

    void theColumnsOfAMillionPointsReachEveryPeak()
    {
        const int count = 1'000'000;
        const auto answer = answerOf(seconds(count), 1, [](int, int bucket) {
            return bucket % 50'000 == 777 ? 95.0 : 40 + 10 * std::sin(bucket * 0.001);
        });
        const PlotFrame frame = frameOf(*answer, 400, 300, 100);
        ColumnRaster raster(frame, 4, 1);
        raster.drawLine(wholeOf(*answer), Qt::red, 1.75);
        const QImage image = raster.image();
        const std::vector<int> tops = skyline(image);
        for (int peak = 777; peak < count; peak += 50'000) {
            const int x = int(4 + frame.x(answer->timestamps[std::size_t(peak)]));
            const int top = std::min({tops[std::size_t(x) - 1], tops[std::size_t(x)], tops[std::size_t(x) + 1]});
            QVERIFY(std::abs(top - (4 + frame.y(95))) <= 2);
        }
    }

    void columnsConnectAsALineDoes()
    {
        // Two points far apart: the column line must be where the painter's line is.
        const auto answer = daysOf(1, 2, [](int, int bucket) { return bucket * 10.0; });
        const PlotFrame frame = frameOf(*answer, 200, 100, 10);
        ColumnRaster raster(frame, 0, 1);
        raster.drawLine(wholeOf(*answer), Qt::black, 2);
        const std::vector<int> tops = skyline(raster.image());
        for (int x = 10; x < 190; ++x)
            QVERIFY(std::abs(tops[std::size_t(x)] - (100 - x / 2.0 - 1)) <= 1.5);
    }

    void columnsLeaveGapsOpen()
    {
        const auto answer
            = answerOf(seconds(1000), 1, [](int, int bucket) { return bucket > 400 && bucket < 600 ? none : 5.0; });
        const PlotFrame frame = frameOf(*answer, 200, 100, 10);
        ColumnRaster raster(frame, 0, 1);
        raster.drawLine(wholeOf(*answer), Qt::black, 2);
        const std::vector<int> tops = skyline(raster.image());
        QVERIFY(tops[100] == 100 && tops[50] < 100 && tops[150] < 100);
    }

    void theRouteFollowsTheNumberOfPoints_data()
    {
        QTest::addColumn<int>("series");
        QTest::addColumn<int>("buckets");
        QTest::addColumn<bool>("vector");
        QTest::addColumn<LineRoute>("route");
        QTest::newRow("nothing") << 0 << 31 << false << LineRoute::None;
        QTest::newRow("a month") << 6 << 31 << false << LineRoute::QtCharts;
        QTest::newRow("ten years of days") << 1 << 3650 << false << LineRoute::QtCharts;
        QTest::newRow("twenty quarters, dashed") << 20 << 91 << false << LineRoute::Segments;
        QTest::newRow("a month of hours, ten times") << 10 << 720 << false << LineRoute::Columns;
        QTest::newRow("many series") << 30 << 31 << false << LineRoute::Segments;
        QTest::newRow("many series of hours") << 200 << 720 << false << LineRoute::Columns;
        QTest::newRow("a million") << 1 << 1'000'000 << false << LineRoute::Columns;
        QTest::newRow("a million on paper") << 1 << 1'000'000 << true << LineRoute::Segments;
    }

    void theRouteFollowsTheNumberOfPoints()
    {
        QFETCH(const int, series);
        QFETCH(const int, buckets);
        QFETCH(const bool, vector);
        const auto answer = answerOf(seconds(buckets), series, [](int, int) { return 1.0; });
        QTEST(lineRoute(chartContent(answer, {}, GRANULARITY_HOUR), vector), "route");
    }
};

QTEST_MAIN(ChartLinesTest)
#include "chart_lines_test.moc"
