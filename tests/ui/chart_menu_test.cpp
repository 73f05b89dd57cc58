// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "ui/charts/chart_surface.h"
#include "ui/shell/actions.h"
#include "ui/shell/result_pane.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QMenuBar>

using namespace insights::v1;

// The chart from the menu bar: what can be chosen is what stands beside the chart, and each shows what the other chose.
class ChartMenuTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        useOwnSettings(m_folder);
        m_theme.apply(*qApp, SchemeChoice::Light);
    }

    void init()
    {
        m_desk = std::make_unique<Desk>(m_theme);
        m_desk->addProject("shop");
        m_desk->client.queries.automatic = [](const auto &spec) {
            AnswerFrames frames = Desk::answerTo(spec);
            for (const char *day : {"2026-05-03", "2026-05-04"}) // enough to zoom into
                frames.timestamps.push_back(at(day));
            for (SeriesFrame &series : frames.series)
                series.values.resize(frames.timestamps.size(), 3);
            return frames;
        };
        m_desk->connectNow();
        QTRY_VERIFY(m_desk->isReady());
        QuerySpec spec = m_desk->draft.spec();
        spec.add_events()->set_name("purchase");
        *spec.mutable_time_range() = rangeOf("2026-05-01", "2026-05-05");
        change(spec);
    }

    void itHoldsActionsOfTheWindowOnly()
    {
        QMenu *menu = nullptr;
        for (QAction *action : m_desk->window.menuBar()->actions())
            if (action->text() == QStringLiteral("&Chart"))
                menu = action->menu();
        QVERIFY(menu != nullptr);
        const QList<QAction *> known = m_desk->window.findChild<Actions *>()->all();
        QList<QAction *> actions = menu->actions();
        for (const QAction *action : menu->actions())
            if (action->menu())
                actions += action->menu()->actions();
        QVERIFY(actions.size() > 20);
        for (QAction *action : std::as_const(actions))
            QVERIFY2(action->isSeparator() || action->menu() || known.contains(action), qPrintable(action->text()));
    }

    void theFormIsChosen_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<int>("visualization");
        QTest::addColumn<bool>("stacked");
        QTest::newRow("areas") << "asAreas" << int(VISUALIZATION_AREA) << true;
        QTest::newRow("bars") << "asBars" << int(VISUALIZATION_BAR) << false;
        QTest::newRow("stacked bars") << "asStackedBars" << int(VISUALIZATION_BAR) << true;
        QTest::newRow("table") << "asTable" << int(VISUALIZATION_TABLE) << true;
        QTest::newRow("number") << "asNumber" << int(VISUALIZATION_KPI) << true;
    }

    void theFormIsChosen()
    {
        QFETCH(const QString, action);
        QFETCH(const int, visualization);
        QVERIFY(isChecked("asLines"));
        trigger(action);
        QTRY_VERIFY(m_desk->isReady());
        QCOMPARE(int(m_desk->draft.spec().visualization()), visualization);
        QTEST(pane().chartShape().stackedBars, "stacked");
        QTRY_VERIFY(isChecked(action));
        QVERIFY(!isChecked("asLines"));
        trigger(action); // again
        QVERIFY(isChecked(action));
        m_desk->draft.undoStack().undo();
        QTRY_VERIFY(isChecked("asLines"));
    }

    void theScaleIsTheOneBesideTheChart()
    {
        auto *combo = m_desk->child<QComboBox>("scale");
        trigger("scaleLog");
        QCOMPARE(combo->currentText(), QStringLiteral("Log"));
        combo->setCurrentIndex(2);
        Q_EMIT combo->activated(2);
        QVERIFY(isChecked("scalePercent"));
        QVERIFY(!isChecked("scaleLog"));
        trigger("asStackedBars");
        QTRY_VERIFY(isChecked("asStackedBars"));
        QVERIFY(!m_desk->child<QAction>("scaleLog")->isEnabled());
    }

    void theComparisonIsAnEdit()
    {
        trigger("comparePreviousYear");
        QCOMPARE(m_desk->draft.draft().compare, Compare::PreviousYear);
        QVERIFY(isChecked("comparePreviousYear"));
        m_desk->draft.undoStack().undo();
        QVERIFY(isChecked("compareNothing"));
    }

    void theZoomIsGivenUpOrAskedFor()
    {
        auto *chart = m_desk->child<ChartSurface>("chart");
        QVERIFY(!m_desk->child<QAction>("showAllTime")->isEnabled());
        chart->setZoom(TimeSpan{at("2026-05-02"), at("2026-05-04")});
        trigger("showAllTime");
        QVERIFY(!chart->content().zoom);
        QVERIFY(!m_desk->child<QAction>("askRange")->isEnabled());
        chart->setZoom(TimeSpan{at("2026-05-02"), at("2026-05-04")});
        trigger("askRange");
        QCOMPARE(milliseconds(m_desk->draft.spec().time_range().start()), at("2026-05-02"));
    }

    void allSeriesAreHiddenAndShown()
    {
        auto *chart = m_desk->child<ChartSurface>("chart");
        QVERIFY(!m_desk->child<QAction>("showAllSeries")->isEnabled());
        trigger("hideAllSeries");
        QCOMPARE(chart->content().hidden.size(), std::size_t(2));
        QVERIFY(!m_desk->child<QAction>("hideAllSeries")->isEnabled());
        trigger("showAllSeries");
        QVERIFY(chart->content().hidden.empty());
    }

    void whatAFunnelHasNoneOfCannotBeChosen()
    {
        trigger("asFunnel");
        QTRY_VERIFY(!m_desk->child<QAction>("asLines")->isEnabled());
        for (const char *action : {"scaleLog", "comparePreviousYear", "askRange", "hideAllSeries"}) {
            QVERIFY2(!m_desk->child<QAction>(action)->isEnabled(), action);
            QVERIFY2(!isChecked(action), action);
        }
    }

private:
    void change(const QuerySpec &spec)
    {
        m_desk->draft.editSpec(spec, "Change");
        QTRY_COMPARE(m_desk->controller.lastAnswer()->frames->series.size(), std::size_t(spec.events_size()));
    }
    ResultPane &pane() const { return *m_desk->window.findChild<ResultPane *>(); }
    bool isChecked(const QString &action) const { return m_desk->window.findChild<QAction *>(action)->isChecked(); }
    void trigger(const QString &name)
    {
        auto *action = m_desk->window.findChild<QAction *>(name);
        QVERIFY2(action->isEnabled(), qPrintable(name));
        action->trigger();
    }

    QTemporaryDir m_folder;
    Theme m_theme;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(ChartMenuTest)
#include "chart_menu_test.moc"
