// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/answers.h"
#include "tests/ui/counted_table.h"

#include "ui/charts/answer_table_model.h"
#include "ui/charts/legend_model.h"
#include "ui/charts/loading_overlay.h"
#include "ui/charts/note_bar.h"
#include "ui/charts/result_table.h"
#include "ui/charts/series_legend.h"
#include "ui/charts/state_view.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace insights::v1;

namespace {

const double none = std::numeric_limits<double>::quiet_NaN();

LegendContent legendOf(int count)
{
    LegendContent content{.title = QStringLiteral("All countries"),
                          .total = 158'094,
                          .caption = QStringLiteral("users"),
                          .nameHeader = QStringLiteral("Country"),
                          .valueHeader = QStringLiteral("Users")};
    for (int i = 0; i < count; ++i)
        content.rows.push_back({QStringLiteral("country %1").arg(i), 1000.0 - i, {}, false});
    return content;
}

QStringList namesIn(const QAbstractItemModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, 0).data().toString());
    return names;
}

void click(QTableView &view, int row, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    const QPoint place = view.visualRect(view.model()->index(row, 0)).center();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, place);
}

} // namespace

class AnswerPartsTest : public QObject
{
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp, SchemeChoice::Light); }

    void theLegendIsSortedByValueWithOtherLast()
    {
        LegendModel model;
        LegendProxy sorted(&model);
        const QAbstractItemModelTester tester(&sorted, QAbstractItemModelTester::FailureReportingMode::QtTest);
        LegendContent content = legendOf(0);
        content.rows = {{QStringLiteral("b"), 5, {}, false},
                        {QStringLiteral("Other"), 900, {}, true},
                        {QStringLiteral("a"), 70, {}, false},
                        {QStringLiteral("c"), none, {}, false}};
        model.setContent(content);
        QCOMPARE(namesIn(sorted), (QStringList{"a", "b", "c", "Other"}));
        sorted.sort(LegendModel::ValueColumn, Qt::AscendingOrder);
        QCOMPARE(namesIn(sorted).constLast(), QStringLiteral("Other"));
        sorted.sort(LegendModel::NameColumn, Qt::AscendingOrder);
        QCOMPARE(namesIn(sorted), (QStringList{"a", "b", "c", "Other"}));
        QCOMPARE(sorted.index(0, 1).data().toString(), QStringLiteral("70"));
        QCOMPARE(legendNumber(140'659.15), QStringLiteral("140,659"));
        QCOMPARE(legendNumber(24.456), QStringLiteral("24.46"));
    }

    void theLegendFiltersByName()
    {
        LegendModel model;
        LegendProxy sorted(&model);
        model.setContent(legendOf(200));
        sorted.setFilterFixedString(QStringLiteral("Country 19"));
        QCOMPARE(sorted.rowCount(), 11);
    }

    void clickingHidesAndAltClickShowsAlone()
    {
        SeriesLegend legend(m_theme);
        legend.resize(272, 500);
        legend.setContent(legendOf(5));
        legend.show();
        auto &view = *legend.findChild<QTableView *>();
        QSignalSpy changed(&legend, &SeriesLegend::hiddenChanged);
        click(view, 1);
        QCOMPARE(legend.hidden(), (std::set<int>{1}));
        click(view, 1);
        QCOMPARE(legend.hidden(), std::set<int>{});
        click(view, 2, Qt::AltModifier);
        QCOMPARE(legend.hidden(), (std::set<int>{0, 1, 3, 4}));
        click(view, 2, Qt::AltModifier);
        QCOMPARE(legend.hidden(), std::set<int>{});
        QCOMPARE(changed.size(), 4);
        legend.setHidden({});
        QCOMPARE(changed.size(), 4);
    }

    void theKeyboardHidesToo()
    {
        SeriesLegend legend(m_theme);
        legend.resize(272, 500);
        legend.setContent(legendOf(5));
        legend.show();
        auto &view = *legend.findChild<QTableView *>();
        view.setCurrentIndex(view.model()->index(3, 0));
        QTest::keyClick(&view, Qt::Key_Space);
        QCOMPARE(legend.hidden(), (std::set<int>{3}));
        QTest::keyClick(&view, Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(legend.hidden(), (std::set<int>{0, 1, 2, 4}));
    }

    void hoveringARowHighlightsItsSeries()
    {
        SeriesLegend legend(m_theme);
        legend.resize(272, 500);
        legend.setContent(legendOf(5));
        legend.show();
        auto &view = *legend.findChild<QTableView *>();
        QSignalSpy highlighted(&legend, &SeriesLegend::highlightChanged);
        const QPointF place = view.visualRect(view.model()->index(2, 0)).center();
        QMouseEvent move(QEvent::MouseMove, place, place, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(view.viewport(), &move);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(view.viewport(), &leave);
        QCOMPARE(highlighted.size(), 2);
        QCOMPARE(highlighted[0].constFirst().toInt(), 2);
        QCOMPARE(highlighted[1].constFirst().toInt(), -1);
    }

    void theFilterIsThereForManyRowsOnly()
    {
        SeriesLegend legend(m_theme);
        legend.setContent(legendOf(8));
        QVERIFY(legend.findChild<QLineEdit *>()->isHidden());
        legend.setContent(legendOf(9));
        QVERIFY(!legend.findChild<QLineEdit *>()->isHidden());
    }

    void hiddenSeriesStayHiddenWhenTheNamesAreTheSame()
    {
        SeriesLegend legend(m_theme);
        legend.setContent(legendOf(5));
        legend.setHidden({2});
        QSignalSpy changed(&legend, &SeriesLegend::hiddenChanged);
        legend.setContent(legendOf(5));
        QCOMPARE(legend.hidden(), (std::set<int>{2}));
        legend.setContent(legendOf(6));
        QCOMPARE(legend.hidden(), std::set<int>{});
        QCOMPARE(changed.size(), 2);
    }

    void hiddenRowsSaySo()
    {
        LegendModel model;
        model.setContent(legendOf(2));
        model.setHidden({1});
        QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("country 1, 999, hidden"));
    }

    void theTableIsNewestFirst()
    {
        AnswerTableModel model(m_theme);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto answer = daysOf(2, 31, [](int series, int bucket) { return 1000.0 * series + bucket; });
        unfinishedFrom(*answer, 30);
        model.setTable(seriesTable(answer, {QStringLiteral("India"), QStringLiteral("Brazil")}, GRANULARITY_DAY));
        QCOMPARE(model.rowCount(), 31);
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Sun 31 May 2026 · unfinished"));
        QCOMPARE(model.index(0, 2).data().toString(), QStringLiteral("1,030"));
        QCOMPARE(model.index(0, 1).data(Qt::ForegroundRole).value<QColor>(), m_theme.color(Role::Text3));
        QVERIFY(!model.index(1, 1).data(Qt::ForegroundRole).isValid());
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("India"));
    }

    void theTableSortsByAnyColumnWithGapsLast()
    {
        AnswerTableModel model(m_theme);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto answer
            = daysOf(1, 4, [](int, int bucket) { return bucket == 1 ? none : std::abs(bucket - 2) * 10.0; });
        model.setTable(seriesTable(answer, namesOf(*answer), GRANULARITY_DAY));
        const QPersistentModelIndex first(model.index(3, 1)); // 1 May
        model.sort(1, Qt::DescendingOrder);
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("20"));
        QCOMPARE(model.index(3, 1).data().toString(), QStringLiteral("–"));
        QCOMPARE(first.row(), 0);
        model.sort(1, Qt::AscendingOrder);
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("0"));
        QCOMPARE(model.index(3, 1).data().toString(), QStringLiteral("–"));
    }

    void tenThousandRowsOf200ColumnsAreShownAtOnce()
    {
        std::vector<std::int64_t> hours(10'000);
        for (std::size_t i = 0; i < hours.size(); ++i)
            hours[i] = 3'600'000LL * std::int64_t(i);
        const auto answer = answerOf(std::move(hours), 200, [](int series, int bucket) { return series + bucket; });
        ResultTable table(m_theme);
        table.resize(1000, 300);
        const auto counted = std::make_shared<CountedTable>(seriesTable(answer, namesOf(*answer), GRANULARITY_HOUR));
        table.setTable(counted);
        table.grab();
        QVERIFY2(counted->texts < 10'000, qPrintable(QString::number(counted->texts))); // of two million cells
        QVERIFY2(counted->numbers < 10'000'000, qPrintable(QString::number(counted->numbers)));
        QCOMPARE(answer.use_count(), 2L);
    }

    void theHeaderSaysTheSizeAndFoldsTheTable()
    {
        ResultTable table(m_theme);
        const auto answer = daysOf(6, 31, [](int, int bucket) { return bucket; });
        table.setTable(seriesTable(answer, namesOf(*answer), GRANULARITY_DAY));
        table.show();
        QStringList texts;
        for (const QLabel *label : table.findChildren<QLabel *>())
            texts.append(label->text());
        QVERIFY(texts.contains(QStringLiteral("31 days × 6 columns")));
        QSignalSpy folded(&table, &ResultTable::expandedChanged);
        QTest::mouseClick(table.findChild<QToolButton *>(QStringLiteral("resultFold")), Qt::LeftButton);
        QCOMPARE(folded.size(), 1);
        QCOMPARE(table.sizeHint().height(), 32);
        QCOMPARE(table.maximumHeight(), 32);
    }

    void theButtonsOfTheTableAreSignals()
    {
        ResultTable table(m_theme);
        const auto answer = daysOf(1, 3, [](int, int bucket) { return bucket + 0.5; });
        QSignalSpy copied(&table, &ResultTable::copyTsvClicked);
        QSignalSpy saved(&table, &ResultTable::csvClicked);
        auto *copy = table.findChild<QToolButton *>(QStringLiteral("resultCopyTsv"));
        QVERIFY(!copy->isEnabled());
        table.setTable(seriesTable(answer, namesOf(*answer), GRANULARITY_DAY));
        copy->click();
        table.findChild<QToolButton *>(QStringLiteral("resultCsv"))->click();
        QCOMPARE(copied.size() + saved.size(), 2);
    }

    void aStateShowsItsWordsAndItsWaysOut()
    {
        QWidget stage;
        stage.resize(800, 600);
        StateView view(m_theme, &stage);
        StateText text;
        text.title = QStringLiteral("No users match");
        text.sentence = QStringLiteral("<b>never</b>");
        text.reasons = {{QStringLiteral("Without"), QStringLiteral("plan is pro"), QStringLiteral("4 users"),
                         QStringLiteral("Apply")}};
        text.points = {QStringLiteral("query.events: at least one")};
        text.code = QStringLiteral("INTERNAL (13)");
        text.buttons = {{QStringLiteral("Try again"), QStringLiteral("retry"), true, {}}};
        view.showState(text);
        stage.show();
        QCOMPARE(view.findChild<QLabel *>(QStringLiteral("stateSentence"))->textFormat(), Qt::PlainText);
        QCOMPARE(view.findChild<QLabel *>(QStringLiteral("stateCode"))->text(), text.code);
        QSignalSpy reason(&view, &StateView::reasonClicked);
        QSignalSpy button(&view, &StateView::buttonClicked);
        view.findChild<QPushButton *>(QStringLiteral("stateReason0"))->click();
        view.findChild<QPushButton *>(QStringLiteral("stateButton0"))->click();
        QCOMPARE(reason.size() + button.size(), 2);
        view.hideState();
        QVERIFY(!view.isVisible());
    }

    void aStateCoversItsParent()
    {
        QWidget stage;
        stage.resize(800, 600);
        StateView view(m_theme, &stage);
        view.showState({.title = QStringLiteral("x")});
        stage.show();
        stage.resize(500, 400);
        QCOMPARE(view.size(), QSize(500, 400));
    }

    void loadingSaysNothingFor200Ms()
    {
        QWidget stage;
        stage.resize(800, 600);
        LoadingOverlay loading(m_theme, &stage);
        stage.show();
        QSignalSpy appeared(&loading, &LoadingOverlay::appeared);
        QElapsedTimer since;
        since.start();
        loading.start(since);
        QTest::qWait(80);
        QVERIFY(!loading.isVisible());
        QTRY_VERIFY(loading.isVisible());
        QVERIFY(since.elapsed() >= 200);
        QCOMPARE(appeared.size(), 1);
        QSignalSpy cancelled(&loading, &LoadingOverlay::cancelClicked);
        loading.findChild<QPushButton *>(QStringLiteral("loadingCancel"))->click();
        QCOMPARE(cancelled.size(), 1);
        loading.stop();
        QVERIFY(!loading.isVisible());
    }

    void aNoteHasOneSentenceAndOneAction()
    {
        NoteBar note(m_theme);
        QVERIFY(note.isHidden());
        note.showNote(NoteKind::Warn, QStringLiteral("Cut to 25."), QStringLiteral("Raise the limit"));
        QVERIFY(!note.isHidden());
        QCOMPARE(note.height(), 32);
        QSignalSpy clicked(&note, &NoteBar::actionClicked);
        note.findChild<QPushButton *>()->click();
        QCOMPARE(clicked.size(), 1);
        note.showNote(NoteKind::Good, QStringLiteral("Saved."));
        QVERIFY(note.findChild<QPushButton *>()->isHidden());
        note.hideNote();
        QVERIFY(note.isHidden());
    }
};

QTEST_MAIN(AnswerPartsTest)
#include "answer_parts_test.moc"
