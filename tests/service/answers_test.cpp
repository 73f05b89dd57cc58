// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/served_api.h"
#include "tests/support/questions.h"

#include <QTest>

using namespace insights::v1;

namespace {

template <class Number>
void append(std::string &bytes, Number number)
{
    bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
}

// A row of planTrend with a breakdown, in RowBinary: `groups` values, of which this is the first.
std::string groupRow(const std::string &name, std::uint64_t groups)
{
    std::string row;
    append(row, std::uint32_t(0));
    append(row, 1.0);
    append(row, std::uint32_t(1));
    row += static_cast<char>(name.size()) + name;
    append(row, groups);
    return row;
}

QStringList warningsOf(const QueryResponse &response)
{
    QStringList warnings;
    for (const std::string &warning : response.info().warnings())
        warnings << QString::fromStdString(warning);
    return warnings;
}

} // namespace

// What an answer holds, on the wire: its field, its form and its warnings.
class AnswersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_api = std::make_unique<ServedApi>(); }

    void cleanup() { m_api.reset(); }

    void aTrendIsAnsweredInTheFormAskedFor()
    {
        QueryResponse points;
        QVERIFY(m_api->ask(trend(), points).ok());
        QCOMPARE(points.series_size(), 3);
        QVERIFY(!points.has_columns());
        QCOMPARE(points.info().engine(), std::string("fake 1.0"));
        QCOMPARE(points.info().week_start(), std::string("sunday"));

        QueryResponse columns;
        QVERIFY(m_api->ask(trend(), columns, "shop", RESULT_FORM_COLUMNS).ok());
        QCOMPARE(columns.series_size(), 0);
        QCOMPARE(columns.columns().timestamps_size(), 3);
    }

    void eachKindOfQuestionFillsItsField_data()
    {
        QTest::addColumn<int>("visualization");
        QTest::addColumn<QString>("filled");
        QTest::addRow("line") << int(VISUALIZATION_LINE) << "series";
        QTest::addRow("area") << int(VISUALIZATION_AREA) << "series";
        QTest::addRow("bar") << int(VISUALIZATION_BAR) << "series";
        QTest::addRow("funnel") << int(VISUALIZATION_FUNNEL) << "funnel";
        QTest::addRow("retention") << int(VISUALIZATION_RETENTION) << "retention";
        QTest::addRow("table") << int(VISUALIZATION_TABLE) << "rows";
        QTest::addRow("kpi") << int(VISUALIZATION_KPI) << "rows";
    }

    void eachKindOfQuestionFillsItsField()
    {
        QFETCH(const int, visualization);
        QFETCH(const QString, filled);
        QueryResponse response;
        const grpc::Status status = m_api->ask(questionOf(Visualization(visualization)), response);
        QVERIFY2(status.ok(), status.error_message().c_str());
        QStringList fields;
        if (response.series_size() > 0)
            fields << QStringLiteral("series");
        if (response.has_columns())
            fields << QStringLiteral("columns");
        if (response.has_funnel())
            fields << QStringLiteral("funnel");
        if (response.has_retention())
            fields << QStringLiteral("retention");
        if (response.rows_size() > 0)
            fields << QStringLiteral("rows");
        QCOMPARE(fields, QStringList{filled});
    }

    void stepsThatOneEventCanBeAreWarnedOf()
    {
        QuerySpec spec = questionOf(VISUALIZATION_FUNNEL);
        spec.add_events()->set_name("purchase");
        spec.add_events()->set_name("page_view");
        QueryResponse response;
        QVERIFY(m_api->ask(spec, response).ok());
        QCOMPARE(warningsOf(response),
                 QStringList{"Steps 1 and 3 can be one event (page_view); each needs an event of its own."});
        spec.set_visualization(VISUALIZATION_LINE);
        QVERIFY(m_api->ask(spec, response).ok());
        QCOMPARE(warningsOf(response), QStringList());
    }

    void groupsThatWereCutAreWarnedOf()
    {
        m_api->engine.answer = [](const Caller &) { return rowsOf(groupRow("pro", 25)); };
        QuerySpec spec = trend();
        spec.mutable_breakdown()->set_property("plan");
        QueryResponse response;
        QVERIFY(m_api->ask(spec, response).ok());
        QVERIFY(response.info().truncated());
        QCOMPARE(warningsOf(response), QStringList{"Cut to the top 10 of 25 values of plan; the rest is $others."});
        spec.set_breakdown_limit(25);
        QVERIFY(m_api->ask(spec, response).ok());
        QVERIFY(!response.info().truncated());
        QCOMPARE(warningsOf(response), QStringList());
    }

    void dataThatEndsBeforeTheRangeIsWarnedOf_data()
    {
        QTest::addColumn<QString>("end"); // of the range; the data ends at 15:45 on 1 January in Kathmandu
        QTest::addColumn<QStringList>("warnings");
        QTest::addRow("the range ends with the day") << "2024-01-01T18:15:00Z" << QStringList();
        QTest::addRow("the range goes on into the next day")
            << "2024-01-01T18:15:01Z"
            << QStringList{"The data ends at 2024-01-01T15:45:00+05:45, before the range does."};
    }

    void dataThatEndsBeforeTheRangeIsWarnedOf()
    {
        QFETCH(const QString, end);
        QFETCH(const QStringList, warnings);
        QuerySpec spec = trend();
        *spec.mutable_time_range() = rangeOf("2023-12-30", end.toStdString());
        QueryResponse response;
        QVERIFY(m_api->ask(spec, response, "past").ok());
        QCOMPARE(warningsOf(response), warnings);
    }

private:
    std::unique_ptr<ServedApi> m_api;
};

QTEST_GUILESS_MAIN(AnswersTest)
#include "answers_test.moc"
