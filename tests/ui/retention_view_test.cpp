// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/retention_answers.h"

#include "ui/charts/heat_cell.h"
#include "ui/charts/heat_geometry.h"
#include "ui/charts/heat_picture.h"
#include "ui/charts/heat_view.h"
#include "ui/charts/retention_sheet.h"
#include "ui/charts/retention_side.h"
#include "ui/charts/retention_view.h"

#include <QApplication>
#include <QBuffer>
#include <QComboBox>
#include <QMouseEvent>
#include <QPainter>
#include <QPicture>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QTest>

#include <cmath>

using namespace insights::v1;
using catalog::v1::RetentionPlace;

namespace {

std::shared_ptr<AnswerFrames> weekly(int cohorts)
{
    return retentionOf(bucketsFrom("UTC", "2026-03-09", GRANULARITY_WEEK, cohorts), 1000,
                       [](int cohort, int period) { return period == 0 ? 1000.0 : 500.0 / period + cohort; });
}

std::shared_ptr<AnswerFrames> hourly(int cohorts)
{
    return retentionOf(bucketsFrom("UTC", "2026-03-01", GRANULARITY_HOUR, cohorts), 1000, [](int cohort, int period) {
        return period == 0 ? 1000.0 : double((cohort * 7 + period) % 600);
    });
}

// The view with a deterministic size and its heatmap.
struct Shown
{
    Shown(const Theme &theme, std::shared_ptr<const AnswerFrames> answer, Granularity granularity = GRANULARITY_WEEK)
        : view(theme)
        , heat(*view.findChild<HeatView *>())
    {
        view.resize(1100, 700);
        view.setAnswer(std::move(answer), retentionSpec(granularity));
        view.show();
        QApplication::processEvents();
        QObject::connect(&view, &RetentionView::usersWanted, &view,
                         [this](const RetentionPlace &place) { wanted.push_back(place); });
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(&heat, key, modifiers); }
    void move(const QPointF &to)
    {
        QMouseEvent event(QEvent::MouseMove, to, heat.viewport()->mapToGlobal(to), Qt::NoButton, Qt::NoButton,
                          Qt::NoModifier);
        QApplication::sendEvent(heat.viewport(), &event);
    }
    void moveTo(const HeatPlace &place) { move(heat.geometry().place(place).center()); }
    void click(const HeatPlace &place)
    {
        QTest::mouseClick(heat.viewport(), Qt::LeftButton, {}, heat.geometry().place(place).center().toPoint());
    }

    RetentionView view;
    HeatView &heat;
    std::vector<RetentionPlace> wanted;
};

double channel(double part)
{
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &color) {
        return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
    };
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

// "100" stands in it in small letters, among the means too.
double leastCell()
{
    QFont bold = Theme().font(Type::Axis);
    bold.setWeight(QFont::DemiBold);
    return std::ceil(QFontMetricsF(bold).horizontalAdvance(QStringLiteral("100"))) + 2 * heatTextPadding;
}

} // namespace

class RetentionViewTest : public QObject
{
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void theInkReadsOnEveryCell_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::newRow("light") << int(Scheme::Light);
        QTest::newRow("dark") << int(Scheme::Dark);
    }

    void theInkReadsOnEveryCell()
    {
        QFETCH(int, scheme);
        const Theme theme{Scheme(scheme)};
        for (int i = 0; i <= 1000; ++i) {
            const HeatStep step = theme.heat(i / 1000.0);
            QVERIFY2(contrast(step.fill, step.ink) >= 4.495, qPrintable(QString::number(i)));
        }
        const HeatStep outside = heatOutside(theme);
        QVERIFY(contrast(outside.fill, outside.ink) >= 4.5);
    }

    void periodsOfAQuarterNeedNoScrolling_data()
    {
        QTest::addColumn<int>("width"); // px of heatmap and side
        QTest::addColumn<int>("periods");
        QTest::addColumn<bool>("scrolls");
        QTest::newRow("a window of 1280 px with its form") << 959 << 13 << false;
        QTest::newRow("with room") << 1600 << 13 << false;
        QTest::newRow("a year") << 959 << 52 << true;
    }

    void periodsOfAQuarterNeedNoScrolling()
    {
        QFETCH(const int, width);
        QFETCH(const int, periods);
        Shown shown(m_theme, weekly(periods));
        shown.view.resize(width, 600);
        QApplication::processEvents();
        QTEST(shown.heat.geometry().scrollRange().width() > 0, "scrolls");
        const HeatGeometry &geometry = shown.heat.geometry();
        QVERIFY(geometry.cell.width() >= leastCell());
    }

    void hoveringShowsTheCellAndItsCurve()
    {
        Shown shown(m_theme, weekly(12));
        shown.moveTo({3, 2});
        QCOMPARE(shown.heat.current(), std::optional(HeatPlace{3, 2}));
        const QImage hovered = shown.view.grab().toImage();
        shown.moveTo({11, 1}); // its bucket is after the range
        QVERIFY(!shown.heat.current());
        QVERIFY(shown.view.grab().toImage() != hovered);
        shown.moveTo({-1, 2});
        QCOMPARE(shown.heat.current(), std::optional(HeatPlace{-1, 2}));
    }

    void aClickWantsTheUsersOfACellOrOfTheWholeCohort()
    {
        Shown shown(m_theme, weekly(12));
        shown.click({3, 2});
        shown.click({4, -1});
        shown.click({-1, 2}); // a mean has no list
        QCOMPARE(shown.wanted.size(), 2U);
        QCOMPARE(shown.wanted[0].period(), 2);
        QCOMPARE(milliseconds(shown.wanted[0].cohort_date()), shown.view.content().all.rows[3].cohort);
        QVERIFY(!shown.wanted[1].has_period());
        QVERIFY(!shown.wanted[1].has_breakdown());
        QCOMPARE(milliseconds(shown.wanted[1].cohort_date()), shown.view.content().all.rows[4].cohort);
    }

    void keysWalkTheCells_data()
    {
        QTest::addColumn<QList<int>>("keys");
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("period");
        QTest::newRow("the first") << QList<int>{Qt::Key_Right} << 0 << 0;
        QTest::newRow("right, down") << QList<int>{Qt::Key_Right, Qt::Key_Right, Qt::Key_Down} << 1 << 1;
        QTest::newRow("left") << QList<int>{Qt::Key_Right, Qt::Key_Right, Qt::Key_Right, Qt::Key_Left} << 0 << 1;
        QTest::newRow("the size") << QList<int>{Qt::Key_Down, Qt::Key_Left, Qt::Key_Left} << 0 << -1;
        QTest::newRow("the means") << QList<int>{Qt::Key_Down, Qt::Key_Up, Qt::Key_Up} << -1 << 0;
        QTest::newRow("end of the row") << QList<int>{Qt::Key_Down, Qt::Key_Down, Qt::Key_End} << 1 << 10;
        QTest::newRow("a shorter row") << QList<int>{Qt::Key_Down, Qt::Key_End, Qt::Key_Down} << 1 << 10;
        QTest::newRow("home") << QList<int>{Qt::Key_Down, Qt::Key_End, Qt::Key_Home} << 0 << 0;
        QTest::newRow("down to the last") << QList<int>(20, Qt::Key_Down) << 11 << 0;
        QTest::newRow("by a page") << QList<int>{Qt::Key_Down, Qt::Key_PageDown, Qt::Key_PageDown} << 11 << 0;
    }

    void keysWalkTheCells()
    {
        QFETCH(QList<int>, keys);
        QFETCH(int, row);
        QFETCH(int, period);
        Shown shown(m_theme, weekly(12));
        for (const int key : keys)
            shown.key(Qt::Key(key));
        QCOMPARE(shown.heat.current(), std::optional(HeatPlace{row, period}));
    }

    void returnWantsUsersAndEscapeHidesTheCard()
    {
        Shown shown(m_theme, weekly(4));
        shown.key(Qt::Key_Return);
        QVERIFY(shown.wanted.empty());
        shown.key(Qt::Key_Down);
        shown.key(Qt::Key_Right);
        QVERIFY(shown.heat.accessibleDescription().startsWith(QStringLiteral("Week of 9 Mar, week 1, Came back 500")));
        shown.key(Qt::Key_Return);
        QCOMPARE(shown.wanted.size(), 1U);
        QCOMPARE(shown.wanted[0].period(), 1);
        shown.key(Qt::Key_Escape);
        QVERIFY(!shown.heat.current());
        QCOMPARE(shown.heat.accessibleDescription(), shown.view.summary());
    }

    void theCurrentCellIsScrolledIntoView()
    {
        Shown shown(m_theme, hourly(300), GRANULARITY_HOUR);
        shown.key(Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(shown.heat.current(), std::optional(HeatPlace{299, 0}));
        QVERIFY(shown.heat.geometry().cells().contains(shown.heat.geometry().place({299, 0})));
        shown.key(Qt::Key_Home, Qt::ControlModifier);
        shown.key(Qt::Key_End);
        QVERIFY(shown.heat.geometry().cells().contains(shown.heat.geometry().place({0, 299})));
        QCOMPARE(shown.heat.verticalScrollBar()->value(), 0);
    }

    void cellsShrinkToTheirLeastAndThenScroll()
    {
        Shown shown(m_theme, hourly(300), GRANULARITY_HOUR);
        QCOMPARE(shown.heat.geometry().cell, QSizeF(leastCell(), 28));
        QVERIFY(shown.heat.horizontalScrollBar()->maximum() > 0);
        const HeatSpan rows = shown.heat.geometry().visibleRows();
        QCOMPARE(rows.first, 0);
        QVERIFY(rows.last < 30);
        shown.heat.verticalScrollBar()->setValue(3000);
        QCOMPARE(shown.heat.geometry().visibleRows().first, 100);

        Shown few(m_theme, weekly(3));
        QCOMPARE(few.heat.geometry().cell, QSizeF(64, 44));
        QCOMPARE(few.heat.verticalScrollBar()->maximum(), 0);
    }

    void numbersOfUsersReplaceRates()
    {
        Shown shown(m_theme, weekly(4));
        const QImage rates = shown.view.grab().toImage();
        shown.view.setShowsRates(false);
        QVERIFY(shown.view.grab().toImage() != rates);
        shown.view.setAnswer(weekly(4), retentionSpec(GRANULARITY_WEEK));
        QVERIFY(!shown.view.showsRates());
        shown.view.setShowsRates(true);
        QCOMPARE(shown.view.grab().toImage(), rates);
    }

    void aChosenGroupStaysWithTheNextAnswer()
    {
        const auto answer = weekly(3);
        const auto grouped = noCohorts();
        for (const std::string value : {"free", "pro", ""}) {
            for (auto cohort : answer->retention.cohorts()) {
                cohort.set_breakdown(value);
                cohort.set_size(value == "pro" ? 2000 : 1000);
                *grouped->retention.add_cohorts() = cohort;
            }
        }
        Shown shown(m_theme, grouped);
        auto *groups = shown.view.findChild<QComboBox *>(QStringLiteral("retentionGroup"));
        QVERIFY(groups->isVisible());
        QCOMPARE(groups->count(), 4);
        QCOMPARE(groups->itemText(1), QStringLiteral("pro (6,000 users)"));
        groups->setCurrentIndex(3);
        Q_EMIT groups->activated(3);
        shown.view.setAnswer(grouped, retentionSpec(GRANULARITY_WEEK));
        QCOMPARE(groups->currentIndex(), 3);
        shown.click({0, 1});
        QCOMPARE(shown.wanted.size(), 1U);
        QVERIFY(shown.wanted[0].has_breakdown());
        QCOMPARE(shown.wanted[0].breakdown(), std::string());
        shown.view.setAnswer(weekly(3), retentionSpec(GRANULARITY_WEEK));
        QVERIFY(!groups->isVisible());
        QCOMPARE(shown.view.content().group, -1);
    }

    void smallAnswersAreShown_data()
    {
        QTest::addColumn<int>("cohorts");
        QTest::addColumn<QString>("summary");
        QTest::newRow("none") << 0 << "No cohorts";
        QTest::newRow("one") << 1 << "1 cohort with 1,000 users, Week of 9 Mar";
        QTest::newRow("two") << 2
                             << "2 cohorts with 2,000 users, Week of 9 Mar to Week of 16 Mar, weighted mean in "
                                "week 1 50.0\u00a0%";
    }

    void smallAnswersAreShown()
    {
        QFETCH(int, cohorts);
        Shown shown(m_theme, weekly(cohorts));
        QTEST(shown.view.accessibleDescription(), "summary");
        shown.view.grab();
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Right, Qt::Key_End, Qt::Key_PageDown, Qt::Key_Up})
            shown.key(key);
        shown.view.grab();
        shown.view.clear();
        QVERIFY(!shown.heat.current());
        QCOMPARE(shown.view.summary(), QStringLiteral("No cohorts"));
    }

    void theSideGivesWayInNarrowWindows()
    {
        Shown shown(m_theme, weekly(4));
        auto *side = shown.view.findChild<RetentionSide *>();
        QVERIFY(side->isVisible());
        shown.view.resize(600, 500);
        QVERIFY(!side->isVisible());
    }

    void theSideScrollsInShortWindows()
    {
        Shown shown(m_theme, weekly(4));
        auto *room = shown.view.findChild<QScrollArea *>(QStringLiteral("retentionSide"));
        QCOMPARE(room->verticalScrollBar()->maximum(), 0);
        shown.view.resize(1100, 300);
        QApplication::sendPostedEvents();
        QVERIFY(room->verticalScrollBar()->maximum() > 0);
    }

    void aTileKeepsItsNumbersAndCountsWhatHasNoRoom_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("leftOut");
        QTest::addColumn<QString>("number"); // of the first cohort in its first week
        QTest::newRow("room for all") << QSize(560, 360) << QString() << "50.0";
        QTest::newRow("narrow") << QSize(360, 360) << QString() << "50";
        QTest::newRow("narrower") << QSize(240, 360) << "+4 weeks"
                                  << "50";
        QTest::newRow("low") << QSize(560, 190) << "+6 cohorts"
                             << "50.0";
        QTest::newRow("both") << QSize(240, 160) << "+4 weeks, +8 cohorts"
                              << "50";
    }

    void aTileKeepsItsNumbersAndCountsWhatHasNoRoom()
    {
        QFETCH(QSize, size);
        QFETCH(QString, leftOut);
        QFETCH(QString, number);
        const RetentionContent content = retentionContent(*weekly(12), retentionSpec(GRANULARITY_WEEK));
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setViewBox(QRect(QPoint(0, 0), size));
        QPainter painter(&svg);
        retentionTileBody(content).paint(painter, size, m_theme);
        painter.end();
        const QString text = QString::fromUtf8(buffer.data());
        QVERIFY(text.contains(u'>' + number + u'<'));
        const HeatGeometry geometry = heatGeometry(content, m_theme, size, HeatFit::Tile);
        QCOMPARE(RetentionText(content).leftOut(geometry.periodsLeftOut, geometry.rowsLeftOut), leftOut);
        QVERIFY(leftOut.isEmpty() || text.contains(u'>' + leftOut + u'<'));
        const QRectF last = geometry.place({geometry.rows - 1, geometry.periods - 1});
        QVERIFY(last.right() <= size.width() && last.bottom() <= size.height());
    }

    void aTileIsWalkedWithinWhatItShows()
    {
        Shown shown(m_theme, weekly(12));
        shown.view.setCompact();
        shown.view.setMinimumSize(1, 1);
        shown.view.resize(240, 160);
        QApplication::sendPostedEvents();
        QVERIFY(!shown.view.findChild<RetentionSide *>()->isVisible());
        QVERIFY(!shown.heat.horizontalScrollBar()->isVisible() && !shown.heat.verticalScrollBar()->isVisible());
        const HeatGeometry &geometry = shown.heat.geometry();
        shown.key(Qt::Key_Down);
        QCOMPARE(shown.heat.current(), std::optional(HeatPlace{0, 1})); // week 0 is not there
        shown.key(Qt::Key_Left);
        QCOMPARE(shown.heat.current(), std::optional(HeatPlace{0, 1}));
        shown.key(Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(shown.heat.current(), std::optional(HeatPlace{geometry.rows - 1, geometry.periods - 1}));
        shown.key(Qt::Key_Return);
        shown.click({1, 2});
        QCOMPARE(shown.wanted.size(), 2U);
        QCOMPARE(shown.wanted.back().period(), 2);
        shown.move({20, geometry.place({1, 1}).center().y()}); // its date
        QVERIFY(!shown.heat.current());
    }

    void aTileSaysByHowManyPointsTheMeansDiffer()
    {
        RetentionContent content = retentionContent(*weekly(12), retentionSpec(GRANULARITY_WEEK));
        RetentionContent before = content;
        before.all.means[1].count -= 0.012 * before.all.means[1].size;
        before.all.means[2].count += 0.03 * before.all.means[2].size;
        const double alone = heatGeometry(content, m_theme, {560, 360}, HeatFit::Tile).top;
        compareRetention(content, before, QStringLiteral("vs March"));
        const RetentionText text(content);
        QCOMPARE(text.changeNumber(1, false), QStringLiteral("+1.2"));
        QCOMPARE(text.changeNumber(2, false), QStringLiteral("−3.0"));
        QCOMPARE(text.changeNumber(3, true), QStringLiteral("0"));
        QCOMPARE(text.card({-1, 1}).rows.back().name, QStringLiteral("vs March"));
        QVERIFY(text.card({-1, 1}).rows.back().value.endsWith(QStringLiteral("up 1.2\u00a0pt")));
        QVERIFY(heatGeometry(content, m_theme, {560, 360}, HeatFit::Tile).top > alone); // a row of them
        QCOMPARE(retentionSheetBody(content).facts, QStringLiteral("vs March"));
    }

    void aDrawingHoldsEveryCohortAsLinesAndText()
    {
        const auto answer = weekly(12);
        const RetentionContent content = retentionContent(*answer, retentionSpec(GRANULARITY_WEEK));
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setViewBox(QRect(0, 0, 1000, 500));
        QPainter painter(&svg);
        retentionSheetBody(content).paint(painter, {1000, 500}, m_theme);
        painter.end();
        const QString text = QString::fromUtf8(buffer.data());
        for (const char *words : {">9 Mar<", ">25 May<", ">Weighted mean<", ">50.0<", ">Retention curve<"})
            QVERIFY2(text.contains(QLatin1String(words)), words);
        QVERIFY(!text.contains(QStringLiteral("<image")));
    }

    // What a frame costs is what it asks for: the cells in sight, however many there are.
    void scrollingManyCellsDrawsThoseInSight()
    {
        Shown shown(m_theme, hourly(744), GRANULARITY_HOUR);
        shown.view.resize(1600, 900);
        shown.view.grab();
        for (int i = 0; i < 20; ++i) {
            shown.heat.verticalScrollBar()->setValue(i * 500 + 37);
            QPicture picture;
            QPainter painter(&picture);
            HeatPicture(shown.view.content(), m_theme, shown.heat.geometry()).paint(painter, {});
            painter.end();
            QVERIFY2(picture.size() < 5'000'000, qPrintable(QString::number(picture.size()))); // of 277,000 cells
        }
    }
};

QTEST_MAIN(RetentionViewTest)
#include "retention_view_test.moc"
