// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/funnel_answers.h"

#include "ui/charts/answer_table_model.h"
#include "ui/charts/chart_sheet.h"
#include "ui/charts/funnel_chart.h"
#include "ui/charts/funnel_picture.h"
#include "ui/charts/funnel_sheet.h"
#include "ui/charts/funnel_side.h"
#include "ui/charts/series_legend.h"
#include "ui/text/duration_text.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QBuffer>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSvgGenerator>
#include <QTest>

using namespace insights::v1;

namespace {

QString plain(const QString &text) // ordinary spaces
{
    return QString(text).replace(QChar::Nbsp, u' ');
}

QStringList textsOf(const FactCard &card)
{
    QStringList texts{card.title};
    for (const FactCard::Row &row : card.rows)
        texts.append(plain(row.name + u'=' + row.value));
    return texts;
}

QPoint inside(const FunnelChart &chart, const FunnelBar &bar, double rate)
{
    const QRectF part = chart.frame().part(bar, 0, rate);
    return chart.frame().isLying ? QPointF(part.right(), part.center().y()).toPoint()
                                 : QPointF(part.center().x(), part.top()).toPoint();
}

int inked(const QImage &image, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).rgb() == color.rgb();
    return count;
}

} // namespace

class FunnelTest : public QObject
{
    Q_OBJECT

    Theme m_theme;

    void show(FunnelChart &chart, const FunnelContent &content, QSize size = {820, 550})
    {
        chart.resize(size);
        chart.setContent(content);
        chart.show();
    }

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp, SchemeChoice::Light); }

    void durationsAreInTheirTwoLargestUnits_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("ms") << 0.32 << "320 ms";
        QTest::newRow("tenths") << 4.23 << "4.2 s";
        QTest::newRow("none") << 0.0 << "0 s";
        QTest::newRow("s") << 42.4 << "42 s";
        QTest::newRow("min") << 252.0 << "4 min 12 s";
        QTest::newRow("whole") << 240.0 << "4 min";
        QTest::newRow("h") << 79'800.0 << "22 h 10 min";
        QTest::newRow("rounds up") << 7'199.0 << "2 h";
        QTest::newRow("rounds up to a day") << 86'399.0 << "1 d";
        QTest::newRow("rounds up to a minute") << 59.9 << "1 min";
        QTest::newRow("d") << 111'600.0 << "1 d 7 h";
        QTest::newRow("long") << 86'400.0 * 400 << "400 d";
        QTest::newRow("no number") << std::nan("") << "–";
    }
    void durationsAreInTheirTwoLargestUnits()
    {
        QFETCH(double, seconds);
        QFETCH(QString, text);
        QCOMPARE(plain(durationText(seconds)), text);
    }

    void allIsTheSumOfTheGroups()
    {
        const FunnelContent content = plans();
        QCOMPARE(content.stepCount(), 3);
        QCOMPARE(content.groupCount(), 4);
        QCOMPARE(content.all[1].count, 15'683.0);
        QCOMPARE(content.all[2].dropOff, 12'536.0);
        QCOMPARE(content.all[2].rate, 3'147.0 / 24'180);
        QCOMPARE(content.stillConverting(), 732.0);
        QVERIFY(!content.all[2].median); // medians do not add up
    }

    void aRepeatedEventIsAStepOfItsOwn()
    {
        FunnelResult funnel;
        for (const double count : {10.0, 5.0, 2.0}) {
            funnel.add_steps()->set_event("view");
            funnel.mutable_steps()->rbegin()->set_count(count);
        }
        const FunnelContent content = funnelContent(funnel, funnelSpec(3, false), {});
        QCOMPARE(content.stepCount(), 3);
        QCOMPARE(content.groupCount(), 1);
        QCOMPARE(content.cell({2, 0}).stepRate, 0.4);
    }

    void ratesAreComparedInPointsGroupByGroup()
    {
        FunnelContent now = plans();
        FunnelContent before = plans();
        before.all.back().rate = now.all.back().rate - 0.012;
        before.groups[1].cells.back().rate = now.groups[1].cells.back().rate + 0.03;
        before.groups[2].breakdown = "another plan";
        compareFunnel(now, before, QStringLiteral("vs April"));
        QVERIFY(now.change && now.change->isPoints);
        QCOMPARE(plain(changeText(*now.change)), QStringLiteral("1.2 pt"));
        QCOMPARE(plain(spokenChange(*now.groups[1].change)), QStringLiteral("down 3.0 pt"));
        QVERIFY(!now.groups[2].change); // was not there

        FunnelSide side(m_theme);
        side.setContent(now);
        const auto *captions = side.findChild<QLabel *>(QStringLiteral("legendCaption"));
        QVERIFY(captions);
        QVERIFY(captions->text().endsWith(QStringLiteral("vs April")));
    }

    void everyRateIsHeldAgainstThatBefore()
    {
        FunnelContent now = plans();
        FunnelContent before = plans();
        before.groups[2].cells[1].rate = now.groups[2].cells[1].rate - 0.05;
        compareFunnel(now, before, QStringLiteral("vs April"));
        QVERIFY(!changeOf(now.groups[2].cells[0])); // 100 % at any time
        QCOMPARE(plain(changeText(*changeOf(now.groups[2].cells[1]))), QStringLiteral("5.0 pt"));

        FunnelChart chart(m_theme);
        show(chart, plans());
        const QImage alone = chart.grab().toImage();
        chart.setHiddenGroups({0});
        QTest::keyClick(&chart, Qt::Key_End);
        chart.setCompared(now);
        QVERIFY(chart.hovered()); // stays where it was
        QVERIFY(!chart.content().isDrawn(0));
        QVERIFY(textsOf(chart.card({1, 2})).contains(QStringLiteral("vs April=70.8 %, up 5.0 pt")));
        chart.setHiddenGroups({});
        QTest::keyClick(&chart, Qt::Key_Escape);
        QVERIFY(chart.grab().toImage() != alone); // marks over the bars
        QCOMPARE(funnelSheetBody(now).facts, QStringLiteral("vs April"));
    }

    void nobodyAtAllDividesByNothing()
    {
        FunnelResult funnel;
        addGroup(funnel, {0, 0});
        const FunnelContent content = funnelContent(funnel, funnelSpec(2, false), {});
        QCOMPARE(content.all[1].rate, 0.0);
        FunnelChart chart(m_theme);
        show(chart, content);
        QVERIFY(!chart.grab().isNull());
        chart.clear();
        QTest::keyClick(&chart, Qt::Key_Right);
        QVERIFY(!chart.hovered());
    }

    void theTableHasARowPerGroupAndATotal()
    {
        AnswerTableModel model(m_theme);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(funnelTable(plans()));
        QStringList header;
        for (int column = 0; column < model.columnCount(); ++column)
            header.append(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        QCOMPARE(header,
                 (QStringList{"plan", "1 step1", "2 step2", "Of step 1", "Median", "3 step3", "Of step 2", "Of step 1",
                              "Median"}));
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(plain(model.index(0, 4).data().toString()), QStringLiteral("4 min 12 s"));
        QCOMPARE(plain(model.index(0, 6).data().toString()), QStringLiteral("8.4 %"));
        QVERIFY(model.index(4, 0).data(AnswerTableModel::TotalRole).toBool());
        model.sort(5, Qt::DescendingOrder);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("team"));
        QCOMPARE(model.index(4, 1).data().toString(), QStringLiteral("24,180"));
        QCOMPARE(model.plainCells(0, 0, 2), (QStringList{"team", "3604", "2732"}));
    }

    void hoveringABarSaysItsNumbers()
    {
        FunnelChart chart(m_theme);
        show(chart, plans());
        QSignalSpy hovered(&chart, &FunnelChart::hoveredGroupChanged);
        QTest::mouseMove(chart.viewport(), inside(chart, {2, 2}, 0.1));
        QCOMPARE(chart.hovered(), std::optional(FunnelBar{2, 2}));
        QCOMPARE(hovered.takeLast().at(0).toInt(), 2);
        QCOMPARE(textsOf(chart.card({2, 2})),
                 (QStringList{"3 step3 · team", "Users=1,048", "Of step 1=29.1 %", "Of the step before=38.4 %",
                              "Drop-off=1,684", "May still convert=112", "Median from the step before=4 min 12 s",
                              "Median of all=–, known of each group only"}));
        QTest::mouseMove(chart.viewport(), QPoint(3, 3));
        QVERIFY(!chart.hovered());
    }

    void aClickAsksForTheUsersAndOnGreyForTheLost_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<bool>("dropped");
        QTest::newRow("bar") << 0.02 << false;
        QTest::newRow("grey") << 0.4 << true;
    }
    void aClickAsksForTheUsersAndOnGreyForTheLost()
    {
        QFETCH(double, rate);
        QFETCH(bool, dropped);
        FunnelChart chart(m_theme);
        show(chart, plans());
        catalog::v1::FunnelPlace wanted;
        connect(&chart, &FunnelChart::usersWanted, this,
                [&](const catalog::v1::FunnelPlace &place) { wanted = place; });
        QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, inside(chart, {2, 0}, rate));
        QCOMPARE(wanted.breakdown(), std::string("free"));
        QCOMPARE(wanted.step(), 2);
        QCOMPARE(wanted.dropped(), dropped);
    }

    void theKeysWalkTheBars()
    {
        FunnelChart chart(m_theme);
        show(chart, plans());
        chart.setHiddenGroups({1});
        const auto at = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(&chart, key, modifiers);
            return chart.hovered().value_or(FunnelBar{-1, -1});
        };
        QCOMPARE(at(Qt::Key_Right), (FunnelBar{0, 0}));
        QCOMPARE(at(Qt::Key_Right), (FunnelBar{0, 2}));
        QCOMPARE(at(Qt::Key_PageDown), (FunnelBar{1, 2}));
        QCOMPARE(at(Qt::Key_Left), (FunnelBar{1, 0}));
        QVERIFY(chart.accessibleDescription().startsWith(QStringLiteral("2 step2 · free, Users 8,342")));
        QSignalSpy users(&chart, &FunnelChart::usersWanted);
        at(Qt::Key_Return);
        at(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(users.size(), 2);
        QVERIFY(users.at(1).at(0).value<catalog::v1::FunnelPlace>().dropped());
        QCOMPARE(at(Qt::Key_End), (FunnelBar{2, 3}));
        QCOMPARE(at(Qt::Key_Right), (FunnelBar{2, 3}));
        QCOMPARE(at(Qt::Key_Escape), (FunnelBar{-1, -1}));
    }

    void barsLieInATileThatIsTooNarrowForNames_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("isLying");
        QTest::newRow("narrow") << QSize(330, 320) << true;
        QTest::newRow("low") << QSize(900, 180) << true;
        QTest::newRow("tiny") << QSize(90, 40) << true;
        QTest::newRow("wide") << QSize(900, 320) << false;
    }

    void barsLieInATileThatIsTooNarrowForNames()
    {
        QFETCH(QSize, size);
        QFETCH(bool, isLying);
        const FunnelContent content = plans();
        const FunnelFrame frame = funnelFrame(content, size, 0, FunnelFit::Tile);
        QCOMPARE(frame.isLying, isLying);
        double end = 0;
        for (int step = 0; step < content.stepCount(); ++step)
            for (const int group : frame.drawn) {
                const QRectF bar = frame.column({step, group});
                QVERIFY(QRectF(QPointF(0, 0), size).contains(bar));
                QVERIFY(!isLying || bar.top() >= end);
                end = bar.bottom();
                QCOMPARE(frame.barAt(bar.center()), std::optional(FunnelBar{step, group}));
                QVERIFY(std::abs(frame.rateAt(bar.center()) - 0.5) < 0.01);
            }
    }

    void aTileIsAsLiveAsTheWindow()
    {
        FunnelChart chart(m_theme);
        chart.setFit(FunnelFit::Tile);
        show(chart, manyGroups(1, 20), {330, 320});
        QVERIFY(chart.frame().isLying);
        QCOMPARE(chart.horizontalScrollBar()->maximum(), 0);
        show(chart, plans(), {330, 320});
        catalog::v1::FunnelPlace wanted;
        connect(&chart, &FunnelChart::usersWanted, this,
                [&](const catalog::v1::FunnelPlace &place) { wanted = place; });
        QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, inside(chart, {1, 0}, 0.3));
        QCOMPARE(wanted.step(), 1);
        QVERIFY(!wanted.dropped());
        QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, inside(chart, {1, 0}, 0.9));
        QVERIFY(wanted.dropped());
        QTest::mouseMove(chart.viewport(), inside(chart, {2, 1}, 0.1));
        QCOMPARE(chart.hovered(), std::optional(FunnelBar{2, 1}));
        QTest::keyClick(&chart, Qt::Key_Up);
        QCOMPARE(chart.hovered(), std::optional(FunnelBar{2, 0}));
        QTest::keyClick(&chart, Qt::Key_Down);
        QCOMPARE(chart.hovered(), std::optional(FunnelBar{2, 1}));
    }

    void aCardStandsWhereItLeavesItsMarkInSight_data()
    {
        QTest::addColumn<QRectF>("mark");
        QTest::newRow("room to the right") << QRectF(20, 100, 40, 20);
        QTest::newRow("to the left") << QRectF(500, 100, 90, 20);
        QTest::newRow("under it") << QRectF(16, 40, 560, 20);
        QTest::newRow("over it") << QRectF(16, 300, 560, 20);
    }

    void aCardStandsWhereItLeavesItsMarkInSight()
    {
        QFETCH(QRectF, mark);
        const QRectF bounds(0, 0, 600, 340);
        const FactCard card{QStringLiteral("2 step2"), {{QStringLiteral("Users"), QStringLiteral("1,048")}}, {}};
        const QRectF place = factCardPlace(card, m_theme, bounds, mark, mark.center().y());
        QVERIFY(bounds.contains(place));
        QVERIFY(!place.intersects(mark));
    }

    void hiddenGroupsMakeRoom()
    {
        FunnelChart chart(m_theme);
        show(chart, plans());
        const QColor free = m_theme.categorical(0).color;
        QVERIFY(inked(chart.grab().toImage(), free) > 1000);
        chart.setHiddenGroups({0});
        QCOMPARE(inked(chart.grab().toImage(), free), 0);
        chart.setHiddenGroups({0, 1, 2, 3});
        QTest::keyClick(&chart, Qt::Key_Right);
        QVERIFY(!chart.hovered());
        QVERIFY(!chart.grab().isNull());
    }

    void ofManyGroupsTheFirstAreDrawnUntilOthersAreChosen()
    {
        FunnelSide side(m_theme);
        side.setContent(manyGroups(100, 3));
        QCOMPARE(side.legend().hidden().size(), 95U);
        QVERIFY(side.legend().hidden().contains(100));
        side.legend().setHidden({});
        side.setContent(manyGroups(100, 3)); // another range, the same groups
        QCOMPARE(side.legend().hidden(), std::set<int>{});
    }

    void manyStepsScroll_data()
    {
        QTest::addColumn<int>("groups");
        QTest::addColumn<int>("steps");
        QTest::newRow("20 steps") << 3 << 20;
        QTest::newRow("200 groups") << 200 << 4;
        QTest::newRow("both") << 200 << 20;
    }
    void manyStepsScroll()
    {
        QFETCH(int, groups);
        QFETCH(int, steps);
        FunnelChart chart(m_theme);
        show(chart, manyGroups(groups, steps));
        QVERIFY(!chart.grab().isNull());
        QVERIFY(chart.horizontalScrollBar()->maximum() > 0);
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(chart.horizontalScrollBar()->value(), chart.horizontalScrollBar()->maximum());
        const QRectF column = chart.frame().column(*chart.hovered());
        QVERIFY(column.right() <= chart.viewport()->width());
        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(chart.horizontalScrollBar()->value(), 0);
    }

    void itSaysWhatItShows()
    {
        FunnelChart chart(m_theme);
        show(chart, plans());
        QCOMPARE(chart.accessibleName(), QStringLiteral("step1 then step2 then step3, by plan"));
        QCOMPARE(plain(chart.accessibleDescription()),
                 QStringLiteral("3 steps. 1 step1: 24,180 users; 2 step2: 15,683 users, 64.9 % of step 1; "
                                "3 step3: 3,147 users, 13.0 % of step 1. 4 groups, highest enterprise with 39.0 %, "
                                "lowest free with 4.9 %"));
    }

    void aSheetHoldsEveryStepAsLinesAndTexts()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setViewBox(QRect(0, 0, 1280, 720));
        QPainter painter(&svg);
        FunnelContent content = manyGroups(100, 20);
        content.hidden = hiddenAtFirst(content);
        paintSheet(painter, QRectF(0, 0, 1280, 720), {QStringLiteral("Steps"), {}, funnelSheetBody(content)}, m_theme);
        painter.end();
        const QString text = QString::fromUtf8(buffer.data());
        QVERIFY(text.contains(QStringLiteral(">Steps<")));
        QVERIFY(text.contains(QStringLiteral(">20<")));
        QVERIFY(text.contains(QStringLiteral(">g5<")));
        QVERIFY(!text.contains(QStringLiteral(">g6<")));
        QVERIFY(!text.contains(QStringLiteral("<image")));
    }
};

QTEST_MAIN(FunnelTest)
#include "funnel_test.moc"
