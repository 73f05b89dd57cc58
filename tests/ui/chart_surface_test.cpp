// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/answers.h"

#include "ui/charts/chart_surface.h"
#include "ui/charts/crosshair.h"
#include "ui/charts/trend_sheet.h"

#include <QApplication>
#include <QBuffer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace insights::v1;

namespace {

const double none = std::numeric_limits<double>::quiet_NaN();

std::shared_ptr<AnswerFrames> threeSeries(int days = 31)
{
    return daysOf(3, days, [](int series, int bucket) { return 100.0 * (series + 1) + bucket; });
}

void show(ChartSurface &chart, std::shared_ptr<const AnswerFrames> answer, Granularity granularity = GRANULARITY_DAY)
{
    const auto names = namesOf(*answer);
    chart.resize(800, 480);
    chart.setAnswer(std::move(answer), {QStringLiteral("Count of page_view"), QStringLiteral("Events per day"), names},
                    granularity);
    chart.grab();
}

QPointF placeOf(const ChartSurface &chart, int bucket, double share = 0.5)
{
    const QRectF plot = chart.plotArea();
    return {plot.left() + plot.width() * bucket / (chart.content().bucketCount() - 1),
            plot.top() + plot.height() * share};
}

void move(ChartSurface &chart, const QPointF &to, Qt::MouseButtons buttons = Qt::NoButton)
{
    QMouseEvent event(QEvent::MouseMove, to, chart.mapToGlobal(to), Qt::NoButton, buttons, Qt::NoModifier);
    QApplication::sendEvent(&chart, &event);
}

void drag(ChartSurface &chart, const QPointF &from, const QPointF &to)
{
    QMouseEvent press(QEvent::MouseButtonPress, from, chart.mapToGlobal(from), Qt::LeftButton, Qt::LeftButton,
                      Qt::NoModifier);
    QApplication::sendEvent(&chart, &press);
    move(chart, to, Qt::LeftButton);
    QMouseEvent release(QEvent::MouseButtonRelease, to, chart.mapToGlobal(to), Qt::LeftButton, Qt::NoButton,
                        Qt::NoModifier);
    QApplication::sendEvent(&chart, &release);
}

// How many pixels of the plot are near a colour.
int inked(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor here = image.pixelColor(x, y);
            count += std::abs(here.red() - color.red()) + std::abs(here.green() - color.green())
                    + std::abs(here.blue() - color.blue())
                < 24;
        }
    }
    return count;
}

} // namespace

class ChartSurfaceTest : public QObject
{
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void hoveringShowsTheNearestBucket()
    {
        ChartSurface chart(m_theme);
        show(chart, threeSeries());
        QSignalSpy hovered(&chart, &ChartSurface::hoveredBucketChanged);
        move(chart, placeOf(chart, 18));
        QCOMPARE(chart.hoveredBucket(), 18);
        move(chart, placeOf(chart, 18) + QPointF(3, 40));
        QCOMPARE(hovered.size(), 1);
        move(chart, {2, 2});
        QCOMPARE(chart.hoveredBucket(), -1);
    }

    void theCardHasTheValuesOfTheBucketHighestFirst()
    {
        const auto answer = threeSeries();
        answer->series[1].values[4] = none;
        const HoverCard card = hoverCard(chartContent(answer, {{}, {}, namesOf(*answer)}, GRANULARITY_DAY), 4, -1);
        QCOMPARE(card.title, QStringLiteral("Tuesday 5 May 2026"));
        QCOMPARE(card.rows.size(), 2U);
        QCOMPARE(card.rows[0].name, QStringLiteral("s2"));
        QCOMPARE(card.rows[0].value, QStringLiteral("304"));
        QCOMPARE(card.rows[1].name, QStringLiteral("s0"));
    }

    void theCardKeepsTwelveRowsAndTheLineUnderThePointer()
    {
        const auto answer = daysOf(26, 3, [](int series, int) { return 100.0 - series; });
        const HoverCard card = hoverCard(chartContent(answer, {{}, {}, namesOf(*answer)}, GRANULARITY_DAY), 1, 20);
        QCOMPARE(card.rows.size(), 12U);
        QCOMPARE(card.more, 14);
        QCOMPARE(card.rows.back().series, 20);
        QVERIFY(card.rows.back().isNear);
    }

    void theCardSaysWhatIsUnfinishedAndWhatTheClockDid()
    {
        const auto answer = answerOf(
            bucketsFrom("Europe/Berlin", "2026-03-27", GRANULARITY_DAY, 5), 1, [](int, int) { return 1.0; },
            "Europe/Berlin");
        unfinishedFrom(*answer, 4);
        const ChartContent content = chartContent(answer, {}, GRANULARITY_DAY);
        QCOMPARE(hoverCard(content, 2, -1).note, QStringLiteral("clock change: 23 h"));
        QCOMPARE(hoverCard(content, 4, -1).note, QStringLiteral("unfinished"));
        QVERIFY(hoverCard(content, 1, -1).note.isEmpty());
    }

    void theCardNeverCoversTheCrosshair()
    {
        const auto answer = threeSeries();
        const ChartContent content = chartContent(answer, {{}, {}, namesOf(*answer)}, GRANULARITY_DAY);
        const PlotFrame frame = plotFrame(content, m_theme, {700, 400});
        for (int bucket = 0; bucket < 31; ++bucket) {
            const double x = frame.x(answer->timestamps[std::size_t(bucket)]);
            const QRectF place = hoverCardPlace(hoverCard(content, bucket, -1), m_theme, frame, x, 100);
            QVERIFY(x < place.left() - 8 || x > place.right() + 8);
            QVERIFY(QRectF(0, 0, 700, 400).contains(place));
            const QRectF low = hoverCardPlace(hoverCard(content, bucket, -1), m_theme, frame, x, 380);
            QVERIFY(low.bottom() <= frame.plot.bottom() + 1); // nor the plate under it
        }
    }

    void theLineNextToThePointerIsTold()
    {
        ChartSurface chart(m_theme);
        show(chart, daysOf(2, 11, [](int series, int) { return series == 0 ? 0.0 : 10.0; }));
        QSignalSpy hovered(&chart, &ChartSurface::hoveredSeriesChanged);
        move(chart, placeOf(chart, 5, 1.0) - QPointF(0, 4));
        QCOMPARE(hovered.takeFirst().constFirst().toInt(), 0);
        move(chart, placeOf(chart, 5, 0.7));
        QCOMPARE(hovered.size(), 0);
        move(chart, placeOf(chart, 5, 0.3));
        QCOMPARE(hovered.takeFirst().constFirst().toInt(), 1);
        move(chart, QPointF(-20, -20));
        QCOMPARE(hovered.takeFirst().constFirst().toInt(), -1);
    }

    void hiddenSeriesAreNotDrawnAndTheScaleFollows()
    {
        ChartSurface chart(m_theme);
        show(chart, daysOf(2, 31, [](int series, int) { return series == 0 ? 5000.0 : 50.0; }));
        const QColor first = m_theme.categorical(0).color;
        QVERIFY(inked(chart.grab().toImage(), first) > 100);
        chart.setHiddenSeries({0});
        QCOMPARE(inked(chart.grab().toImage(), first), 0);
        move(chart, placeOf(chart, 3));
        QCOMPARE(hoverCard(chart.content(), 3, -1).rows.size(), 1U);
    }

    void aHighlightedSeriesStandsOut()
    {
        ChartSurface chart(m_theme);
        show(chart, threeSeries());
        const QColor second = m_theme.categorical(1).color;
        const QColor third = m_theme.categorical(2).color;
        const int before = inked(chart.grab().toImage(), second);
        chart.setHighlightedSeries(1);
        const QImage lifted = chart.grab().toImage();
        QVERIFY(inked(lifted, second) > before);
        QCOMPARE(inked(lifted, third), 0);
    }

    void coloursStayWhenSeriesAreHiddenAndOtherIsGrey()
    {
        const auto answer = threeSeries();
        answer->series[1].isOthers = true;
        const auto looks = seriesLooks(*answer, m_theme);
        QCOMPARE(looks[0], m_theme.categorical(0));
        QCOMPARE(looks[1].color, m_theme.color(Role::Other));
        QCOMPARE(looks[2], m_theme.categorical(1));
    }

    void theKeysMoveTheCrosshair()
    {
        ChartSurface chart(m_theme);
        show(chart, threeSeries());
        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(chart.hoveredBucket(), 0);
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.hoveredBucket(), 1);
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(chart.hoveredBucket(), 30);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.hoveredBucket(), 29);
        QVERIFY(chart.accessibleDescription().startsWith(QStringLiteral("Saturday 30 May 2026, s2 329")));
        QTest::keyClick(&chart, Qt::Key_Escape);
        QCOMPARE(chart.hoveredBucket(), -1);
    }

    void bucketsThatHaveNotBegunCannotBeHovered()
    {
        const auto answer = daysOf(1, 31, [](int, int bucket) { return bucket > 10 ? 0.0 : 5.0; });
        unfinishedFrom(*answer, 10);
        ChartSurface chart(m_theme);
        show(chart, answer);
        move(chart, placeOf(chart, 25));
        QCOMPARE(chart.hoveredBucket(), 10);
    }

    void aDragZoomsAndADoubleClickShowsAll()
    {
        ChartSurface chart(m_theme);
        show(chart, threeSeries());
        QSignalSpy zoomed(&chart, &ChartSurface::zoomChanged);
        drag(chart, placeOf(chart, 5), placeOf(chart, 15));
        QCOMPARE(zoomed.size(), 1);
        chart.grab();
        const TimeSpan span = chart.content().span();
        QVERIFY(std::abs(span.from - chart.content().answer->timestamps[5]) < 3'600'000);
        QVERIFY(std::abs(span.to - chart.content().answer->timestamps[15]) < 3'600'000);
        QVERIFY(chart.findChild<QPushButton *>(QStringLiteral("chartShowAll"))->isVisibleTo(&chart));
        QTest::mouseDClick(&chart, Qt::LeftButton, {}, QPoint(400, 200));
        QVERIFY(!chart.content().zoom);
    }

    void aClickWaitsForASecondOneOnlyWhereThatShowsAll()
    {
        ChartSurface chart(m_theme);
        show(chart, threeSeries());
        QSignalSpy clicked(&chart, &ChartSurface::pointClicked);
        const QPoint place = placeOf(chart, 10).toPoint();
        QTest::mouseClick(&chart, Qt::LeftButton, {}, place);
        QCOMPARE(clicked.size(), 1);
        drag(chart, placeOf(chart, 5), placeOf(chart, 15));
        QTest::mouseClick(&chart, Qt::LeftButton, {}, place);
        QCOMPARE(clicked.size(), 1);
        QTRY_COMPARE(clicked.size(), 2);
        QTest::mouseDClick(&chart, Qt::LeftButton, {}, place);
        QVERIFY(!chart.content().zoom);
        QTest::qWait(QApplication::doubleClickInterval() + 50);
        QCOMPARE(clicked.size(), 2);
    }

    void aShortPressIsNoDrag()
    {
        ChartSurface chart(m_theme);
        show(chart, threeSeries());
        drag(chart, placeOf(chart, 5), placeOf(chart, 5) + QPointF(4, 0));
        QVERIFY(!chart.content().zoom);
    }

    void theWheelZoomsOnlyWithControl()
    {
        ChartSurface chart(m_theme);
        show(chart, threeSeries(365));
        const QPointF place(400, 200);
        QWheelEvent plain(place, place, {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&chart, &plain);
        QVERIFY(!plain.isAccepted() && !chart.content().zoom);
        QWheelEvent zoom(place, place, {}, {0, 120}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&chart, &zoom);
        QVERIFY(chart.content().zoom.has_value());
    }

    void aNewAnswerShowsAllItsSeriesAndTime()
    {
        ChartSurface chart(m_theme);
        show(chart, threeSeries());
        chart.setHiddenSeries({1});
        drag(chart, placeOf(chart, 5), placeOf(chart, 15));
        show(chart, threeSeries(10));
        QVERIFY(chart.content().hidden.empty());
        QVERIFY(!chart.content().zoom);
    }

    void withoutAnAnswerGridAndTimeAxisStay()
    {
        ChartSurface chart(m_theme);
        show(chart, threeSeries());
        chart.clear();
        const QImage image = chart.grab().toImage();
        QVERIFY(inked(image, m_theme.color(Role::Grid)) > 500);
        QCOMPARE(chart.route(), LineRoute::None);
        QCOMPARE(chart.content().bucketCount(), 31);
        move(chart, placeOf(chart, 5));
        QCOMPARE(chart.hoveredBucket(), -1);
    }

    void theGridStandsAtTheTicks()
    {
        ChartSurface chart(m_theme);
        show(chart, threeSeries());
        const QImage image = chart.grab().toImage();
        const PlotFrame frame = plotFrame(chart.content(), m_theme, chart.size());
        for (int i = 1; i <= frame.scale.intervals; ++i) {
            const int y = int(std::floor(frame.y(frame.scale.tick(i))));
            QCOMPARE(image.pixelColor(int(frame.plot.right()) - 3, y).name(), m_theme.color(Role::Grid).name());
        }
    }

    void oneBucketIsADot()
    {
        ChartSurface chart(m_theme);
        show(chart, threeSeries(1));
        QVERIFY(inked(chart.grab().toImage(), m_theme.categorical(0).color) > 20);
        move(chart, chart.plotArea().center());
        QCOMPARE(chart.hoveredBucket(), 0);
    }

    void aPointBetweenGapsIsADot()
    {
        ChartSurface chart(m_theme);
        show(chart, daysOf(1, 5, [](int, int bucket) { return bucket == 2 ? 5.0 : none; }));
        QVERIFY(inked(chart.grab().toImage(), m_theme.categorical(0).color) > 4);
    }

    void anythingCanBeDrawn_data()
    {
        QTest::addColumn<int>("series");
        QTest::addColumn<int>("days");
        QTest::addColumn<double>("value");
        QTest::newRow("no series") << 0 << 31 << 0.0;
        QTest::newRow("no buckets") << 2 << 0 << 0.0;
        QTest::newRow("zeros") << 2 << 31 << 0.0;
        QTest::newRow("no numbers") << 2 << 31 << none;
        QTest::newRow("negative") << 2 << 31 << -12.5;
        QTest::newRow("huge") << 2 << 31 << 1e300;
        QTest::newRow("tiny") << 2 << 31 << 1e-300;
        QTest::newRow("200 series") << 200 << 200 << 3.0;
    }

    void anythingCanBeDrawn()
    {
        QFETCH(const int, series);
        QFETCH(const int, days);
        QFETCH(const double, value);
        ChartSurface chart(m_theme);
        show(chart, daysOf(series, days, [&](int, int) { return value; }));
        for (const QSize &size : {QSize(240, 160), QSize(1600, 900), QSize(20, 10)}) {
            chart.resize(size);
            chart.setHoveredBucket(days / 2);
            QCOMPARE(chart.grab().toImage().size(), size);
        }
        QTest::keyClick(&chart, Qt::Key_Plus);
        chart.grab();
    }

    void aMillionPointsAreDrawnByColumns()
    {
        std::vector<std::int64_t> hours(1'000'000);
        for (std::size_t i = 0; i < hours.size(); ++i)
            hours[i] = 3'600'000LL * std::int64_t(i);
        ChartSurface chart(m_theme);
        show(chart, answerOf(std::move(hours), 1, [](int, int bucket) { return bucket % 1000; }), GRANULARITY_HOUR);
        QCOMPARE(chart.route(), LineRoute::Columns);
        QVERIFY(inked(chart.grab().toImage(), m_theme.categorical(0).color) > 10'000);
    }

    void anotherSchemePaintsAgain()
    {
        Theme theme;
        ChartSurface chart(theme);
        show(chart, threeSeries());
        theme.apply(*qApp, SchemeChoice::Dark);
        QCOMPARE(chart.grab().toImage().pixelColor(2, 2).name(), theme.color(Role::Surface).name());
    }

    void itSaysItsNameAndWhatItShows()
    {
        ChartSurface chart(m_theme);
        show(chart, threeSeries());
        QCOMPARE(chart.accessibleName(), QStringLiteral("Count of page_view"));
        QVERIFY(chart.accessibleDescription().startsWith(QStringLiteral("3 series over 31 days, highest 330 (s2)")));
    }

    void picturesHaveTheSizeAndSchemeAskedFor()
    {
        ChartSurface chart(m_theme);
        show(chart, threeSeries());
        const Theme dark(Scheme::Dark);
        const QImage image = sheetImage(
            {600, 300}, 2, {QStringLiteral("Count"), QStringLiteral("May"), trendSheetBody(chart.content())}, dark);
        QCOMPARE(image.size(), QSize(1200, 600));
        QCOMPARE(image.pixelColor(2, 2).name(), dark.color(Role::Surface).name());
        QVERIFY(inked(image, dark.categorical(0).color) > 100);
    }

    void vectorPicturesKeepLinesAndTexts()
    {
        ChartSurface chart(m_theme);
        show(chart,
             answerOf(bucketsFrom("UTC", "2026-05-01", GRANULARITY_HOUR, 20'000), 1,
                      [](int, int bucket) { return 100 + bucket % 50; }),
             GRANULARITY_HOUR);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setViewBox(QRect(0, 0, 800, 400));
        QPainter painter(&svg);
        paintSheet(painter, QRectF(0, 0, 800, 400), {QStringLiteral("Hours"), {}, trendSheetBody(chart.content())},
                   m_theme);
        painter.end();
        const QString text = QString::fromUtf8(buffer.data());
        QVERIFY(text.contains(QStringLiteral("<text")));
        QVERIFY(text.contains(QStringLiteral(">Hours<")));
        QVERIFY(!text.contains(QStringLiteral("<image")));
        QVERIFY(text.size() < 3'000'000);
    }
};

QTEST_MAIN(ChartSurfaceTest)
#include "chart_surface_test.moc"
