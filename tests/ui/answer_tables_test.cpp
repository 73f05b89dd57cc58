// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/answers.h"
#include "tests/ui/counted_table.h"

#include "ui/charts/answer_table_model.h"
#include "ui/charts/number_chart.h"
#include "ui/charts/result_table.h"
#include "ui/charts/rows_table.h"
#include "ui/charts/table_sheet.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace insights::v1;

namespace {

QString plain(const QString &text) // ordinary spaces
{
    return QString(text).replace(QChar::Nbsp, u' ');
}

QuerySpec tableSpec(const std::vector<std::string> &events, bool hasBreakdown)
{
    QuerySpec spec;
    spec.set_visualization(VISUALIZATION_TABLE);
    for (const std::string &event : events)
        spec.add_events()->set_name(event);
    if (hasBreakdown)
        spec.mutable_breakdown()->set_property("plan");
    return spec;
}

void addRow(AnswerFrames &answer, const std::vector<std::string> &dimensions, double value, bool isOthers = false)
{
    TableRow &row = *answer.rows.Add();
    for (const std::string &dimension : dimensions)
        row.add_dimensions(dimension);
    row.set_value(value);
    row.set_is_others(isOthers);
}

QStringList textsOf(const QAbstractItemModel &model, int row)
{
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column)
        texts.append(plain(model.index(row, column).data().toString()));
    return texts;
}

QStringList headerOf(const QAbstractItemModel &model)
{
    QStringList names;
    for (int column = 0; column < model.columnCount(); ++column)
        names.append(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    return names;
}

AnswerFrames cohorts(int count)
{
    AnswerFrames answer;
    answer.info.set_timezone("Europe/Berlin");
    const auto weeks = bucketsFrom("Europe/Berlin", "2026-03-02", GRANULARITY_WEEK, count);
    for (int cohort = 0; cohort < count; ++cohort) {
        RetentionCohort &added = *answer.retention.add_cohorts();
        *added.mutable_cohort_date() = timestamp(weeks[std::size_t(cohort)]);
        added.set_size(1000 - cohort);
        for (int period = 0; period + cohort < count; ++period) {
            RetentionPeriod &cell = *added.add_periods();
            cell.set_period(period);
            cell.set_rate(1.0 / (period + 1));
            cell.set_incomplete(period + cohort + 1 == count);
        }
    }
    return answer;
}

} // namespace

class AnswerTablesTest : public QObject
{
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp, SchemeChoice::Light); }

    void aTableHasTheColumnsItsQuestionHas_data()
    {
        QTest::addColumn<QStringList>("events");
        QTest::addColumn<bool>("hasBreakdown");
        QTest::addColumn<QStringList>("dimensions");
        QTest::addColumn<QStringList>("header");
        QTest::addColumn<QStringList>("row");
        QTest::newRow("event") << QStringList{"view"} << false << QStringList{"view"} << QStringList{"Event", "Users"}
                               << QStringList{"view", "1,234"};
        QTest::newRow("breakdown") << QStringList{"view"} << true << QStringList{""} << QStringList{"plan", "Users"}
                                   << QStringList{"(none)", "1,234"};
        QTest::newRow("both") << QStringList{"view", "buy"} << true << QStringList{"buy", "pro"}
                              << QStringList{"Event", "plan", "Users"} << QStringList{"buy", "pro", "1,234"};
        QTest::newRow("number") << QStringList{"view"} << false << QStringList{} << QStringList{"Event", "Users"}
                                << QStringList{"view", "1,234"};
    }
    void aTableHasTheColumnsItsQuestionHas()
    {
        QFETCH(QStringList, events);
        QFETCH(bool, hasBreakdown);
        QFETCH(QStringList, dimensions);
        QFETCH(QStringList, header);
        QFETCH(QStringList, row);
        const auto strings = [](const QStringList &list) {
            std::vector<std::string> texts;
            for (const QString &text : list)
                texts.push_back(text.toStdString());
            return texts;
        };
        AnswerFrames answer;
        addRow(answer, strings(dimensions), 1234);
        AnswerTableModel model(m_theme);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(rowsTable(answer, tableSpec(strings(events), hasBreakdown), QStringLiteral("Users")));
        QCOMPARE(headerOf(model), header);
        QCOMPARE(textsOf(model, 0), row);
    }

    void aTableHasAColumnOfChangesFromAnotherTime()
    {
        AnswerFrames answer;
        addRow(answer, {"A"}, 30);
        addRow(answer, {"B"}, 20);
        addRow(answer, {"$others"}, 10, true);
        RowChanges changes{QStringLiteral("vs April"), {changeFrom(40, 30), changeFrom(10, 20), std::nullopt}};
        AnswerTableModel model(m_theme);
        model.setTable(rowsTable(answer, tableSpec({"view"}, true), QStringLiteral("Events"), changes));
        QCOMPARE(textsOf(model, 0).last().replace(QChar::Nbsp, u' '), QStringLiteral("−25.0 %"));
        QCOMPARE(textsOf(model, 1).last().replace(QChar::Nbsp, u' '), QStringLiteral("+100.0 %"));
        QCOMPARE(textsOf(model, 2).last(), QStringLiteral("–"));
    }

    void aTableSortsByTextAndByNumber()
    {
        AnswerFrames answer;
        addRow(answer, {"B"}, 30);
        addRow(answer, {"$others"}, 20, true);
        addRow(answer, {"A"}, 10);
        AnswerTableModel model(m_theme);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(rowsTable(answer, tableSpec({"view"}, true), QStringLiteral("Events")));
        QCOMPARE(textsOf(model, 0), (QStringList{"B", "30"})); // as it was answered
        model.sort(0, Qt::AscendingOrder);
        QCOMPARE(textsOf(model, 0), (QStringList{"A", "10"}));
        model.sort(1, Qt::AscendingOrder);
        QCOMPARE(textsOf(model, 1), (QStringList{"Other", "20"}));
        QCOMPARE(model.index(1, 1).data(AnswerTableModel::BarRole).toDouble(), 20.0 / 30);
        model.sort(-1, Qt::AscendingOrder);
        QCOMPARE(textsOf(model, 0), (QStringList{"B", "30"}));
    }

    void cohortsAreRowsOfRates()
    {
        QuerySpec spec;
        spec.set_granularity(GRANULARITY_WEEK);
        AnswerTableModel model(m_theme);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const AnswerTablePtr table = retentionTable(cohorts(4), spec);
        model.setTable(table);
        QCOMPARE(headerOf(model), (QStringList{"Cohort", "Users", "Week 0", "Week 1", "Week 2", "Week 3"}));
        QCOMPARE(textsOf(model, 1), (QStringList{"Week of 9 Mar 2026", "999", "100.0 %", "50.0 %", "33.3 %", ""}));
        QCOMPARE(model.index(1, 4).data(Qt::ForegroundRole).value<QColor>(), m_theme.color(Role::Text3));
        QVERIFY(!model.index(1, 3).data(Qt::ForegroundRole).isValid());
        QCOMPARE(table->sizeText(), QStringLiteral("4 cohorts × 5 columns"));
        model.sort(0, Qt::DescendingOrder);
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("997"));
    }

    void periodsThatHaveNotBegunAreEmpty()
    {
        AnswerFrames answer = cohorts(4);
        for (int period = 1; period < 4; ++period)
            answer.retention.mutable_cohorts(0)->mutable_periods(period)->set_incomplete(true);
        QuerySpec spec;
        spec.set_granularity(GRANULARITY_WEEK);
        AnswerTableModel model(m_theme);
        model.setTable(retentionTable(answer, spec));
        QCOMPARE(textsOf(model, 0), (QStringList{"Week of 2 Mar 2026", "1,000", "100.0 %", "50.0 %", "", ""}));
    }

    void whatIsSelectedIsCopiedElseAll()
    {
        AnswerFrames answer;
        addRow(answer, {"pro"}, 1234.5);
        addRow(answer, {"free"}, 10);
        ResultTable table(m_theme);
        table.setTable(rowsTable(answer, tableSpec({"view"}, true), QStringLiteral("Events")));
        table.show();
        QSignalSpy all(&table, &ResultTable::copyTsvClicked);
        auto &view = *table.findChild<QTableView *>();
        view.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(all.size(), 1);
        view.selectAll();
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(all.size(), 1);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("pro\t1234.5\nfree\t10"));
    }

    void rowsReachAsFarAsTheirHeader_data()
    {
        QTest::addColumn<int>("visualization");
        QTest::newRow("table") << int(VISUALIZATION_TABLE);
        QTest::newRow("number") << int(VISUALIZATION_KPI);
    }
    void rowsReachAsFarAsTheirHeader()
    {
        QFETCH(const int, visualization);
        AnswerFrames answer;
        addRow(answer, {"pro"}, 10);
        QuerySpec spec = tableSpec({"view"}, true);
        spec.set_visualization(Visualization(visualization));
        ResultTable table(m_theme);
        table.resize(1500, 300);
        table.show();
        table.setTable(rowsTable(answer, spec, QStringLiteral("Users")));
        const auto *view = table.findChild<QTableView *>();
        const int bare = view->viewport()->width() - view->horizontalHeader()->length();
        QVERIFY2(bare >= 0 && bare < 4, qPrintable(QString::number(bare)));
    }

    void aNumberHasNoColumnOfValues()
    {
        AnswerFrames answer;
        addRow(answer, {}, 1234);
        QuerySpec spec = tableSpec({"view"}, true);
        spec.set_visualization(VISUALIZATION_KPI);
        AnswerTableModel model(m_theme);
        model.setTable(rowsTable(answer, spec, QStringLiteral("Users")));
        QCOMPARE(headerOf(model), (QStringList{"Event", "Users"}));
        QCOMPARE(textsOf(model, 0), (QStringList{"view", "1,234"}));
    }

    void numbersOfSeveralEventsAreNamedByThem()
    {
        AnswerFrames answer;
        addRow(answer, {"view"}, 1234);
        addRow(answer, {"buy"}, 10);
        QuerySpec spec = tableSpec({"view", "buy"}, true);
        spec.set_visualization(VISUALIZATION_KPI);
        QCOMPARE(rowName(answer.rows[0], spec), QStringLiteral("view"));
        QCOMPARE(rowName(answer.rows[1], spec), QStringLiteral("buy"));
    }

    void thousandsOfRowsAreShownAndSortedAtOnce()
    {
        AnswerFrames answer;
        for (int row = 0; row < 20'000; ++row)
            addRow(answer, {"value " + std::to_string(row * 7919 % 20'000)}, row);
        ResultTable table(m_theme);
        table.resize(900, 600);
        const auto counted
            = std::make_shared<CountedTable>(rowsTable(answer, tableSpec({"view"}, true), QStringLiteral("Events")));
        table.setTable(counted);
        table.findChild<QTableView *>()->sortByColumn(1, Qt::DescendingOrder);
        table.grab();
        QVERIFY2(counted->texts < 10'000, qPrintable(QString::number(counted->texts)));
        const qint64 sorted = 20'000LL * 16 * 2; // n log n comparisons of two
        QVERIFY2(counted->numbers < 4 * sorted, qPrintable(QString::number(counted->numbers)));
        QCOMPARE(table.findChild<QTableView *>()->model()->index(0, 1).data().toString(), QStringLiteral("19,999"));
    }

    void aTableThatIsTheAnswerDoesNotFold()
    {
        ResultTable table(m_theme);
        table.setFoldable(false);
        table.show();
        QVERIFY(!table.findChild<QToolButton *>(QStringLiteral("resultFold"))->isVisible());
    }

    void aSheetSaysWhatItLeavesOut()
    {
        AnswerFrames answer;
        for (int row = 0; row < 100; ++row)
            addRow(answer, {std::string(300, 'w')}, row);
        const SheetBody body = tableSheetBody(rowsTable(answer, tableSpec({"view"}, true), QStringLiteral("Events")));
        const ChartSheet sheet{QStringLiteral("Events"), {}, body};
        const QImage image = sheetImage({640, 480}, 1, sheet, m_theme);
        QCOMPARE(image.pixelColor(630, 470).name(), m_theme.color(Role::Surface).name());
        QCOMPARE(body.summary, QStringLiteral("100 rows × 1 column"));
    }

    void numbersSayWhatTheyCount()
    {
        NumberChart chart(m_theme);
        chart.setContent({QStringLiteral("Users of view and buy"),
                          {{QStringLiteral("view"), 24'180, QStringLiteral("users")},
                           {QStringLiteral("buy"), 1, QStringLiteral("user")}}});
        QCOMPARE(chart.accessibleName(), QStringLiteral("Users of view and buy"));
        QCOMPARE(plain(chart.accessibleDescription()), QStringLiteral("view: 24,180 users; buy: 1 user"));
    }

    void anyCountOfNumbersOfAnySizeFits_data()
    {
        QTest::addColumn<int>("tiles");
        QTest::addColumn<double>("value");
        QTest::newRow("none") << 0 << 0.0;
        QTest::newRow("one") << 1 << 24'180.0;
        QTest::newRow("one huge") << 1 << 123'456'789'012'345.0;
        QTest::newRow("two hundred") << 200 << 98'765'432.1;
    }
    void anyCountOfNumbersOfAnySizeFits()
    {
        QFETCH(int, tiles);
        QFETCH(double, value);
        NumberContent content;
        for (int tile = 0; tile < tiles; ++tile)
            content.tiles.push_back({QString(200, u'n'), value, QStringLiteral("users")});
        NumberChart chart(m_theme);
        chart.resize(320, 400);
        chart.setContent(content);
        const QImage image = chart.grab().toImage();
        bool hasInk = false;
        for (int y = 0; y < image.height(); ++y) {
            QCOMPARE(image.pixelColor(image.width() - 8, y).name(), m_theme.color(Role::Surface).name());
            for (int x = 0; x < image.width(); ++x)
                hasInk = hasInk || image.pixelColor(x, y) == m_theme.color(Role::Text);
        }
        QCOMPARE(hasInk, tiles > 0);
    }
};

QTEST_MAIN(AnswerTablesTest)
#include "answer_tables_test.moc"
