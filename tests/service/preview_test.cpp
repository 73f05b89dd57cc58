// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/service/import_fixture.h"

#include "service/datasets/preview.h"

using namespace datasets::v1;

// What an import would make of a file, by the readers of the import.
class PreviewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void columnsTellWhatTheyHold()
    {
        const PreviewResponse seen = preview(m_fixture.file("orders.csv", orders));
        QCOMPARE(QString::fromStdString(seen.problem()), QString());
        QCOMPARE(seen.format(), FILE_FORMAT_CSV);
        QCOMPARE(columns(seen),
                 QStringList({"order_id|1|1|A-1|4|4", "timestamp|3|1|2026-05-03 18:22:41|4|4", "user_id|4|1|c_1|3|2",
                              "event|2|1|purchase|4|2", "total|1|2|129.00|3|3"}));
        QCOMPARE(int(seen.lines_read()), 5); // the one with too few fields too
        QCOMPARE(int(seen.events()), 2);
        QVERIFY(seen.is_whole_file());
        QCOMPARE(seen.first_event().seconds(), 1'777'832'561);
    }

    void badLinesAreThoseOfTheImport()
    {
        const std::string path = m_fixture.file("orders.csv", orders);
        const PreviewResponse seen = preview(path);
        m_fixture.import(m_fixture.newProject(), {path});
        QStringList lines;
        for (const BadLine &bad : seen.bad())
            lines << QStringLiteral("%1: %2").arg(bad.line()).arg(QString::fromStdString(bad.reason()));
        QCOMPARE(lines, m_fixture.badLines());
        QCOMPARE(lines.size(), 3);
        QCOMPARE(seen.rows_size(), 4);
        QCOMPARE(QString::fromStdString(seen.rows(1).problem()), QStringLiteral("\"03.05.26 9 pm\" is no time"));
        QCOMPARE(int(seen.rows(1).line()), 3);
        QCOMPARE(QString::fromStdString(seen.rows(0).problem()), QString());
    }

    void whatIsNotFoundIsAskedForAndTheRestIsShown()
    {
        const std::string path = m_fixture.file("odd.csv", "what,timestamp,who\nbuy,2026-05-01,ann\n");
        const PreviewResponse seen = preview(path);
        QVERIFY2(seen.problem().find("known to hold the event") != std::string::npos, seen.problem().c_str());
        QCOMPARE(columns(seen), QStringList({"what|1|1|buy|1|1", "timestamp|3|4|2026-05-01|1|1", "who|1|1|ann|1|1"}));
        QCOMPARE(seen.rows_size(), 1);
        QCOMPARE(int(seen.events()), 0);

        ColumnMap map;
        map.set_event("what");
        map.set_user("who");
        const PreviewResponse mapped = preview(path, map);
        QCOMPARE(QString::fromStdString(mapped.problem()), QString());
        QCOMPARE(int(mapped.events()), 1);
        QCOMPARE(mapped.columns(0).role(), COLUMN_ROLE_EVENT);
        QCOMPARE(mapped.columns(2).role(), COLUMN_ROLE_USER);
    }

    void onlyTheFirstLinesAreRead()
    {
        QByteArray content;
        for (int i = 0; i < 10'500; ++i)
            content += eventLine(i, "{\"n\":" + QByteArray::number(i) + ",\"time\":\"x\"}");
        const PreviewResponse seen = preview(m_fixture.file("many.ndjson", content));
        QCOMPARE(int(seen.lines_read()), 10'000);
        QCOMPARE(seen.rows_size(), 50);
        QVERIFY(!seen.is_whole_file());
        QCOMPARE(columns(seen).mid(3),
                 QStringList({"n|1|2|0|10000|1000", "properties.time|1|1|x|10000|1"})); // told apart from its twin
    }

    void parquetIsSeenThroughTheEngine()
    {
        const std::string path = m_fixture.path("events.parquet");
        m_fixture.store().engine().connect().scalar(
            "INSERT INTO FUNCTION file('" + path
            + "', 'Parquet') SELECT 'view' AS event, toString(number) AS user, "
              "toDateTime64('2026-05-01 00:00:00', 3, 'UTC') + number AS time, number % 2 = 0 AS even FROM numbers(60)");
        const PreviewResponse seen = preview(path);
        QCOMPARE(QString::fromStdString(seen.problem()), QString());
        QCOMPARE(seen.format(), FILE_FORMAT_PARQUET);
        QCOMPARE(int(seen.events()), 60);
        QCOMPARE(seen.rows_size(), 50);
    }

    void whatCannotBeReadIsTold_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, const QByteArray &content, const char *told) {
            QTest::addRow("%s", name) << QString::fromLatin1(name) << content << QString::fromLatin1(told);
        };
        row("utf16.csv", QByteArray("\xff\xfe\x61\x00", 4), "UTF-16");
        row("list.json", "[{\"event\":\"e\"}]", "one event a line");
        row("empty.ndjson", "", "no line that could be read");
        row("broken.ndjson", "{\"event\":\n", "line 1");
        row("broken.parquet", "PAR1 and no more", "cannot be read as Parquet");
    }

    void whatCannotBeReadIsTold()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, content);
        QFETCH(const QString, told);
        const PreviewResponse seen = preview(m_fixture.file(qPrintable(name), content));
        QVERIFY2(QString::fromStdString(seen.problem()).contains(told), seen.problem().c_str());
        QVERIFY(preview("/no/such/file").problem().find("no such file") != std::string::npos);
    }

    void aCancelledPreviewEnds()
    {
        PreviewRequest request;
        request.set_path(m_fixture.file("orders.csv", orders));
        QVERIFY_EXCEPTION_THROWN(previewFile(m_fixture.store(), request, [] { return true; }), DatasetError);
    }

private:
    PreviewResponse preview(const std::string &path, const ColumnMap &map = {})
    {
        PreviewRequest request;
        request.set_path(path);
        *request.mutable_map() = map;
        return previewFile(m_fixture.store(), request, [] { return false; });
    }

    // "name|role|type|first value|filled|distinct"
    static QStringList columns(const PreviewResponse &seen)
    {
        QStringList lines;
        for (const PreviewColumn &column : seen.columns())
            lines << QStringLiteral("%1|%2|%3|%4|%5|%6")
                         .arg(QString::fromStdString(column.name()))
                         .arg(int(column.role()))
                         .arg(int(column.type()))
                         .arg(QString::fromStdString(column.first_value()))
                         .arg(column.filled())
                         .arg(column.distinct());
        return lines;
    }

    const QByteArray orders = "order_id,timestamp,user_id,event,total\n"
                              "A-1,2026-05-03 18:22:41,c_1,purchase,129.00\n"
                              "A-2,03.05.26 9 pm,c_1,purchase,29\n"
                              "A-3,2026-05-04 08:00:00,,refund,\n"
                              "A-4,2026-05-05 10:00:00,c_2,purchase,7.5\n"
                              "A-5,2026-05-06\n";
    ImportFixture m_fixture;
};

QTEST_GUILESS_MAIN(PreviewTest)
#include "preview_test.moc"
