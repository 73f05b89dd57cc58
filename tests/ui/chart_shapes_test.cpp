// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/answers.h"

#include "ui/charts/change_mark.h"
#include "ui/charts/chart_surface.h"
#include "ui/charts/column_fill.h"
#include "ui/charts/series_at.h"
#include "ui/charts/series_totals.h"
#include "ui/charts/trend_sheet.h"

#include <QApplication>
#include <QBuffer>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QTest>

#include <cmath>

using namespace insights::v1;
using enum ChartForm;
using enum ScaleKind;

namespace {

const double none = std::numeric_limits<double>::quiet_NaN();

// 100, 200, 300 and so on, whatever the bucket.
std::shared_ptr<AnswerFrames> steps(int series, int days)
{
    return daysOf(series, days, [](int s, int) { return 100.0 * (s + 1); });
}

ChartContent contentOf(const std::shared_ptr<AnswerFrames> &answer, const ChartShape &shape,
                       const std::set<int> &hidden = {})
{
    ChartContent content
        = chartContent(answer, {{}, QStringLiteral("Users per day"), namesOf(*answer)}, GRANULARITY_DAY);
    content.shape = shape;
    content.hidden = hidden;
    content.refreshDrawn();
    return content;
}

void show(ChartSurface &chart, const std::shared_ptr<AnswerFrames> &answer, const ChartShape &shape)
{
    chart.setShape(shape);
    chart.resize(800, 480);
    chart.setAnswer(answer, {QStringLiteral("Count"), QStringLiteral("Events per day"), namesOf(*answer)},
                    GRANULARITY_DAY);
    chart.grab();
}

void mouse(ChartSurface &chart, QEvent::Type type, const QPointF &at)
{
    const auto button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, chart.mapToGlobal(at), button, button, Qt::NoModifier);
    QApplication::sendEvent(&chart, &event);
}

void click(ChartSurface &chart, const QPointF &at)
{
    mouse(chart, QEvent::MouseMove, at);
    mouse(chart, QEvent::MouseButtonPress, at);
    mouse(chart, QEvent::MouseButtonRelease, at);
}

QPointF barMiddle(const ChartSurface &chart, int series, int bucket)
{
    const PlotFrame frame = plotFrame(chart.content(), Theme(), chart.size());
    return barPlace(chart.content(), frame, series, bucket).center();
}

int inked(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).rgb() == color.rgb();
    }
    return count;
}

std::vector<double> listed(std::span<const double> values)
{
    return {values.begin(), values.end()};
}

} // namespace

Q_DECLARE_METATYPE(ChartShape)

class ChartShapesTest : public QObject
{
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void partsStandOnEachOther()
    {
        const ChartContent content = contentOf(steps(3, 2), {.form = Area});
        QCOMPARE(listed(content.tips(2)), (std::vector<double>{600, 600}));
        QCOMPARE(listed(content.feet(2)), (std::vector<double>{300, 300}));
        QCOMPARE(listed(content.feet(0)), (std::vector<double>{0, 0}));
    }

    void hiddenPartsLeaveTheStack()
    {
        const ChartContent content = contentOf(steps(3, 1), {.form = Bar}, {1});
        QCOMPARE(content.tips(2).front(), 400.0);
    }

    void negativePartsGoDown()
    {
        const auto answer = daysOf(3, 1, [](int series, int) { return series == 1 ? -50.0 : 100.0; });
        const ChartContent content = contentOf(answer, {.form = Bar});
        QCOMPARE(content.tips(1).front(), -50.0);
        QCOMPARE(content.tips(2).front(), 200.0);
        QVERIFY(plotFrame(content, m_theme, {800, 480}).scale.low <= -50);
    }

    void aGapLeavesTheOthersWhereTheyAre()
    {
        const auto answer = daysOf(3, 1, [](int series, int) { return series == 1 ? none : 100.0; });
        const ChartContent content = contentOf(answer, {.form = Area});
        QVERIFY(std::isnan(content.tips(1).front()));
        QCOMPARE(content.tips(2).front(), 200.0);
    }

    void sharesAreOfAllSeriesHiddenOnesToo()
    {
        const ChartContent lines = contentOf(steps(3, 1), {.form = Line, .scale = Percent}, {2});
        QCOMPARE(lines.tips(0).front(), 100.0 / 600);
        const ChartContent bars = contentOf(steps(3, 1), {.form = Bar, .scale = Percent});
        QCOMPARE(bars.tips(2).front(), 1.0);
        const PlotFrame frame = plotFrame(bars, m_theme, {800, 480});
        QCOMPARE(frame.valueLabels.constLast(), QStringLiteral("100\u00a0%"));
        QVERIFY(frame.unit.contains(QStringLiteral("share of all series")));
        QCOMPARE(hoverCard(bars, 0, -1).rows.at(0).value, QStringLiteral("50.0\u00a0% · 300"));
    }

    void aBucketWithoutNumbersHasNoShares()
    {
        const ChartContent content = contentOf(daysOf(2, 1, [](int, int) { return 0.0; }), {.scale = Percent});
        QVERIFY(std::isnan(content.tips(0).front()));
    }

    void aLogScaleLeavesOutZeroAndSaysSo()
    {
        const auto answer = daysOf(1, 4, [](int, int bucket) { return bucket == 2 ? 0.0 : std::pow(10, bucket); });
        const ChartContent content = contentOf(answer, {.form = Line, .scale = Log});
        QVERIFY(std::isnan(content.tips(0)[2]));
        QCOMPARE(content.tips(0)[3], 3.0);
        QVERIFY(content.unit().endsWith(QStringLiteral("cannot be shown: 1")));
        const PlotFrame frame = plotFrame(content, m_theme, {800, 480});
        QCOMPARE(frame.valueLabels,
                 (QStringList{QStringLiteral("1"), QStringLiteral("10"), QStringLiteral("100"), QStringLiteral("1k")}));
        QCOMPARE(hoverCard(content, 2, -1).rows.at(0).value, QStringLiteral("0"));
    }

    void aShortLogScaleHasTicksBetween()
    {
        const auto answer = daysOf(1, 3, [](int, int bucket) { return 20.0 + bucket; });
        const PlotFrame frame = plotFrame(contentOf(answer, {.scale = Log}), m_theme, {800, 480});
        QCOMPARE(frame.between.size(), 2U);
        QCOMPARE(frame.between[1].text, QStringLiteral("50"));
    }

    void stacksHaveNoLogScale()
    {
        QCOMPARE(contentOf(steps(2, 2), {.form = Area, .scale = Log}).scale(), Linear);
        QCOMPARE(contentOf(steps(2, 2), {.form = Bar, .stackedBars = false, .scale = Log}).scale(), Log);
        QCOMPARE(contentOf(steps(1, 2), {.form = Area, .scale = Log}).scale(), Log);
    }

    void barsHaveSlotsOfTheirOwn()
    {
        const ChartContent content = contentOf(steps(1, 31), {.form = Bar});
        const PlotFrame frame = plotFrame(content, m_theme, {800, 480});
        const double slot = frame.plot.width() / 31;
        const QRectF first = barPlace(content, frame, 0, 0);
        QVERIFY(std::abs(first.width() - slot * 0.72) < 0.01);
        QVERIFY(std::abs(first.center().x() - frame.plot.left() - slot / 2) < 0.01);
        QCOMPARE(first.bottom(), frame.plot.bottom());
        const ChartContent few = contentOf(steps(1, 3), {.form = Bar});
        QCOMPARE(barPlace(few, plotFrame(few, m_theme, {800, 480}), 0, 0).width(), 48.0);
    }

    void groupedBarsStandBesideEachOther()
    {
        const ChartContent content = contentOf(steps(3, 10), {.form = Bar, .stackedBars = false});
        const PlotFrame frame = plotFrame(content, m_theme, {800, 480});
        for (int series = 1; series < 3; ++series)
            QVERIFY(barPlace(content, frame, series, 4).left()
                    >= barPlace(content, frame, series - 1, 4).right() - 0.01);
    }

    void everyFormPaintsItsColours_data()
    {
        QTest::addColumn<ChartShape>("shape");
        QTest::addColumn<int>("series");
        QTest::addColumn<int>("days");
        QTest::newRow("bar") << ChartShape{.form = Bar} << 1 << 31;
        QTest::newRow("grouped") << ChartShape{.form = Bar, .stackedBars = false} << 3 << 31;
        QTest::newRow("stacked") << ChartShape{.form = Bar} << 3 << 31;
        QTest::newRow("stacked percent") << ChartShape{.form = Bar, .scale = Percent} << 3 << 31;
        QTest::newRow("grouped, too many to stand apart")
            << ChartShape{.form = Bar, .stackedBars = false} << 3 << 20'000;
        QTest::newRow("dense stack") << ChartShape{.form = Bar} << 3 << 20'000;
        QTest::newRow("log bars") << ChartShape{.form = Bar, .stackedBars = false, .scale = Log} << 3 << 31;
        QTest::newRow("200 series") << ChartShape{.form = Bar} << 200 << 31;
    }
    void everyFormPaintsItsColours()
    {
        QFETCH(const ChartShape, shape);
        QFETCH(const int, series);
        QFETCH(const int, days);
        ChartSurface chart(m_theme);
        show(chart, daysOf(series, days, [](int s, int) { return 1000.0 - 50 * (s % 10); }), shape);
        const QImage image = chart.grab().toImage();
        for (int s = 0; s < std::min(series, 3); ++s)
            QVERIFY2(inked(image, m_theme.categorical(s).color) > 100, qPrintable(QString::number(s)));
        QCOMPARE(chart.grab().toImage().size(), QSize(800, 480));
    }

    void anythingCanBeDrawnInAnyForm_data()
    {
        QTest::addColumn<int>("series");
        QTest::addColumn<int>("days");
        QTest::addColumn<double>("value");
        QTest::newRow("no series") << 0 << 31 << 0.0;
        QTest::newRow("no buckets") << 2 << 0 << 0.0;
        QTest::newRow("one bucket") << 2 << 1 << 5.0;
        QTest::newRow("zeros") << 2 << 31 << 0.0;
        QTest::newRow("no numbers") << 2 << 31 << none;
        QTest::newRow("negative") << 2 << 31 << -12.5;
        QTest::newRow("huge") << 2 << 31 << 1e300;
        QTest::newRow("tiny") << 2 << 31 << 1e-300;
    }
    void anythingCanBeDrawnInAnyForm()
    {
        QFETCH(const int, series);
        QFETCH(const int, days);
        QFETCH(const double, value);
        for (const ChartForm form : {Line, Area, Bar}) {
            for (const ScaleKind scale : {Linear, Log, Percent}) {
                ChartSurface chart(m_theme);
                const auto answer = daysOf(series, days, [&](int, int) { return value; });
                show(chart, answer, {.form = form, .stackedBars = false, .scale = scale});
                chart.setCompared(
                    std::make_shared<ComparedSeries>(comparedSeries(*answer, *answer, AGGREGATION_COUNT)));
                chart.setHoveredBucket(days / 2);
                chart.setHighlightedSeries(0);
                chart.grab();
                chart.setShape({.form = form, .stackedBars = true, .scale = scale});
                chart.setHiddenSeries({0});
                QTest::keyClick(&chart, Qt::Key_Plus);
                QCOMPARE(chart.grab().toImage().size(), QSize(800, 480));
            }
        }
    }

    void hidingASeriesChangesWhatTheLogScaleCannotShow()
    {
        ChartSurface chart(m_theme);
        show(chart, daysOf(2, 3, [](int series, int) { return series == 0 ? 0.0 : 5.0; }), {.scale = Log});
        QVERIFY(chart.content().unit().endsWith(QStringLiteral(": 3")));
        chart.setHiddenSeries({0});
        QVERIFY(!chart.content().unit().contains(QStringLiteral("cannot")));
    }

    void noPeakIsLostAmongManyBars()
    {
        const auto answer = daysOf(1, 20'000, [](int, int bucket) { return bucket == 12'345 ? 1000.0 : 10.0; });
        const ChartContent content = contentOf(answer, {.form = Bar});
        const PlotFrame frame = plotFrame(content, m_theme, {800, 480});
        ColumnFill fill(content, frame, 1);
        fill.addBars(0, 20'000);
        const QImage image = fill.image(seriesLooks(*answer, m_theme));
        const int x = int(frame.x(answer->timestamps[12'345]) - frame.plot.left());
        const int y = int(frame.y(1000) - frame.plot.top()) + 1;
        int found = 0;
        for (int column = x - 1; column <= x + 1; ++column)
            found += qAlpha(image.pixel(column, y)) > 0;
        QCOMPARE(found, 1);
    }

    void anUnfinishedBarIsHatched()
    {
        const auto answer = steps(1, 5);
        unfinishedFrom(*answer, 4);
        ChartSurface chart(m_theme);
        show(chart, answer, {.form = Bar});
        const QImage image = chart.grab().toImage();
        const QColor color = m_theme.categorical(0).color;
        const PlotFrame frame = plotFrame(chart.content(), m_theme, chart.size());
        const auto share = [&](int bucket) {
            const QRect bar = barPlace(chart.content(), frame, 0, bucket).toRect().adjusted(3, 3, -3, -3);
            return double(inked(image.copy(bar), color)) / (bar.width() * bar.height());
        };
        QCOMPARE(share(3), 1.0);
        QVERIFY(share(4) < 0.5);
    }

    void thePartUnderThePointerIsTold_data()
    {
        QTest::addColumn<ChartShape>("shape");
        QTest::newRow("stacked bars") << ChartShape{.form = Bar};
        QTest::newRow("grouped bars") << ChartShape{.form = Bar, .stackedBars = false};
        QTest::newRow("stacked areas") << ChartShape{.form = Area};
    }
    void thePartUnderThePointerIsTold()
    {
        QFETCH(const ChartShape, shape);
        ChartSurface chart(m_theme);
        show(chart, steps(3, 9), shape);
        for (int series = 0; series < 3; ++series) {
            mouse(chart, QEvent::MouseMove, barMiddle(chart, series, 4));
            QCOMPARE(chart.hoveredSeries(), series);
            QCOMPARE(chart.hoveredBucket(), 4);
        }
    }

    void beyondThePartsTheNearestIsMeant_data()
    {
        QTest::addColumn<ChartShape>("shape");
        QTest::addColumn<int>("under"); // the series whose bar the pointer is at, sideways
        QTest::addColumn<double>("up"); // from the foot, in parts of the plot
        QTest::addColumn<int>("meant");
        const ChartShape lines;
        const ChartShape stack{.form = Bar};
        const ChartShape beside{.form = Bar, .stackedBars = false};
        const ChartShape areas{.form = Area};
        QTest::newRow("above all lines") << lines << 0 << 0.99 << 2;
        QTest::newRow("under all lines") << lines << 0 << 0.02 << 0;
        QTest::newRow("above a stack") << stack << 0 << 0.99 << 2;
        QTest::newRow("above a bar that others overtop") << beside << 0 << 0.9 << 0;
        QTest::newRow("above the highest bar") << beside << 2 << 0.99 << 2;
        QTest::newRow("above all areas") << areas << 0 << 0.99 << 2;
    }
    void beyondThePartsTheNearestIsMeant()
    {
        QFETCH(const ChartShape, shape);
        QFETCH(const int, under);
        QFETCH(const double, up);
        QFETCH(const int, meant);
        ChartSurface chart(m_theme);
        show(chart, steps(4, 9), shape);
        chart.setHiddenSeries({3}); // it is never meant
        QSignalSpy clicked(&chart, &ChartSurface::pointClicked);
        const QRectF plot = plotFrame(chart.content(), m_theme, chart.size()).plot;
        click(chart, {barMiddle(chart, under, 4).x(), plot.bottom() - up * plot.height()});
        QCOMPARE(clicked.takeFirst(), (QVariantList{meant, 4}));
    }

    void aPartOfNothingIsNotMeant()
    {
        ChartSurface chart(m_theme);
        show(chart, daysOf(2, 9, [](int series, int) { return series == 0 ? 100.0 : 0.0; }), {.form = Bar});
        mouse(chart, QEvent::MouseMove, {barMiddle(chart, 0, 4).x(), chart.plotArea().top() + 1});
        QCOMPARE(chart.hoveredSeries(), 0);
    }

    void aClickChoosesAPointAndADragDoesNot()
    {
        ChartSurface chart(m_theme);
        show(chart, steps(3, 9), {.form = Bar});
        QSignalSpy clicked(&chart, &ChartSurface::pointClicked);
        click(chart, barMiddle(chart, 1, 4));
        QCOMPARE(clicked.takeFirst(), (QVariantList{1, 4}));
        const QPointF from = barMiddle(chart, 1, 2);
        mouse(chart, QEvent::MouseButtonPress, from);
        mouse(chart, QEvent::MouseMove, barMiddle(chart, 1, 6));
        mouse(chart, QEvent::MouseButtonRelease, barMiddle(chart, 1, 6));
        QCOMPARE(clicked.size(), 0);
        QCOMPARE(chart.content().zoom->from, chart.content().slot(2).from); // bars are taken whole
        QCOMPARE(chart.content().zoom->to, chart.content().slot(6).to);
    }

    void theKeysGoThroughTheSeriesAndChoose()
    {
        ChartSurface chart(m_theme);
        show(chart, steps(3, 9), {});
        QSignalSpy clicked(&chart, &ChartSurface::pointClicked);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(clicked.size(), 0);
        QTest::keyClick(&chart, Qt::Key_Home);
        QTest::keyClick(&chart, Qt::Key_Down);
        QTest::keyClick(&chart, Qt::Key_Down);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(clicked.takeFirst(), (QVariantList{1, 0})); // the second highest
    }

    void theZoomCanBeAskedForInWholeBuckets()
    {
        ChartSurface chart(m_theme);
        show(chart, steps(1, 31), {.form = Bar});
        QSignalSpy wanted(&chart, &ChartSurface::rangeWanted);
        auto *button = chart.findChild<QPushButton *>(QStringLiteral("chartAskRange"));
        QVERIFY(button->isHidden());
        const auto &times = chart.content().answer->timestamps;
        const std::int64_t someHours = 5 * 3'600'000LL;
        chart.setZoom(TimeSpan{times[5] + someHours, times[15] + someHours});
        QVERIFY(!button->isHidden());
        button->click();
        const auto span = wanted.takeFirst().constFirst().value<TimeSpan>();
        QCOMPARE(span.from, times[5]);
        QCOMPARE(span.to, times[16]);
    }

    void theOtherTimeStandsInThePlacesOfTheAnswer()
    {
        const auto answer = steps(2, 5);
        const auto before = answerOf(bucketsFrom("UTC", "2026-04-28", GRANULARITY_DAY, 3), 2,
                                     [](int series, int bucket) { return series == 0 ? 50.0 : 10.0 * bucket; });
        std::swap(before->series[0], before->series[1]); // another order
        const ComparedSeries compared = comparedSeries(*answer, *before, AGGREGATION_COUNT);
        QCOMPARE(compared.values[0][2], 50.0);
        QVERIFY(std::isnan(compared.values[0][3]));
        QCOMPARE(compared.values[1][2], 20.0);
    }

    void whatIsMissingThereIsZeroOnlyWhenNothingWasCut()
    {
        const auto answer = steps(2, 2);
        const auto before = steps(1, 2);
        QCOMPARE(comparedSeries(*answer, *before, AGGREGATION_COUNT).values[1][0], 0.0);
        before->info.set_truncated(true);
        QVERIFY(std::isnan(comparedSeries(*answer, *before, AGGREGATION_COUNT).values[1][0]));
    }

    void otherIsComparedWithWhatIsLeft()
    {
        const auto answer = steps(2, 1);
        answer->series[1].isOthers = true;
        answer->series[1].breakdown = "$others";
        const auto before = steps(4, 1); // s0 is named here; the other three are the rest
        QCOMPARE(comparedSeries(*answer, *before, AGGREGATION_SUM).values[1][0], 900.0);
        QVERIFY(std::isnan(comparedSeries(*answer, *before, AGGREGATION_UNIQUE_USERS).values[1][0]));
    }

    void changesAreThoseOfFinishedBuckets()
    {
        const auto answer = steps(2, 4);
        unfinishedFrom(*answer, 3);
        answer->series[0].values[3] = 1;
        const auto before = daysOf(2, 4, [](int series, int) { return series == 0 ? 80.0 : 250.0; });
        const ComparedSeries compared = comparedSeries(*answer, *before, AGGREGATION_COUNT);
        const SeriesChanges changes = seriesChanges(*answer, compared, AGGREGATION_COUNT);
        QCOMPARE(changes.each[0]->amount, 0.25);
        QCOMPARE(changes.each[1]->amount, -0.2);
        QCOMPARE(changes.all->amount, (900.0 - 990.0) / 990.0);
        QVERIFY(!seriesChanges(*answer, compared, AGGREGATION_UNIQUE_USERS).all);
    }

    void theTooltipTellsTheChangeAndTheOtherDate()
    {
        const auto answer = steps(1, 4);
        unfinishedFrom(*answer, 3);
        ChartContent content = contentOf(answer, {});
        content.compared = std::make_shared<ComparedSeries>(comparedSeries(
            *answer, *answerOf(bucketsFrom("UTC", "2026-04-01", GRANULARITY_DAY, 4), 1, [](int, int) { return 80.0; }),
            AGGREGATION_COUNT));
        content.refreshDrawn();
        const HoverCard card = hoverCard(content, 1, -1);
        QCOMPARE(card.note, QStringLiteral("vs Thu 2 Apr"));
        QCOMPARE(card.rows.at(0).change->amount, 0.25);
        QCOMPARE(spokenChange(*card.rows.at(0).change), QStringLiteral("up 25.0\u00a0%"));
        QVERIFY(!hoverCard(content, 3, -1).rows.at(0).change);
    }

    void theOtherTimeIsDrawnAndTheScaleHoldsIt()
    {
        const auto answer = daysOf(1, 31, [](int, int) { return 100.0; });
        ChartSurface chart(m_theme);
        show(chart, answer, {});
        const QImage without = chart.grab().toImage();
        chart.setCompared(std::make_shared<ComparedSeries>(
            comparedSeries(*answer, *daysOf(1, 31, [](int, int) { return 900.0; }), AGGREGATION_COUNT)));
        QVERIFY(chart.grab().toImage() != without);
        QVERIFY(plotFrame(chart.content(), m_theme, chart.size()).scale.high() >= 900);
    }

    void vectorPicturesOfEveryFormAreShapes_data()
    {
        QTest::addColumn<ChartShape>("shape");
        QTest::newRow("areas") << ChartShape{.form = Area};
        QTest::newRow("bars") << ChartShape{.form = Bar};
    }
    void vectorPicturesOfEveryFormAreShapes()
    {
        QFETCH(const ChartShape, shape);
        const auto answer = daysOf(3, 20'000, [](int, int bucket) { return 100.0 + bucket % 50; });
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setViewBox(QRect(0, 0, 800, 400));
        QPainter painter(&svg);
        paintSheet(painter, QRectF(0, 0, 800, 400), {{}, {}, trendSheetBody(contentOf(answer, shape))}, m_theme);
        painter.end();
        const QString text = QString::fromUtf8(buffer.data());
        QVERIFY(!text.contains(QStringLiteral("<image")));
        QVERIFY(text.size() < 3'000'000);
    }
};

QTEST_MAIN(ChartShapesTest)
#include "chart_shapes_test.moc"
