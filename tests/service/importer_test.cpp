// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_fixture.h"

namespace {

constexpr char threeEvents[]
    = "{\"event\":\"open\",\"user\":\"ann\",\"time\":\"2026-01-02T00:00:00Z\",\"properties\":{\"plan\":\"pro\"}}\n"
      "{\"event\":\"buy\",\"user\":\"bob\",\"time\":\"2026-01-02T00:00:01Z\",\"properties\":{\"price\":9.50}}\n"
      "{\"event\":\"open\",\"user\":\"cid\",\"time\":\"2026-01-02T00:00:02Z\"}\n";

QByteArray replaced(QByteArray text, const char *from, const char *to)
{
    return text.replace(from, to);
}

} // namespace

// Files in, columns out, through the real engine: what becomes of names and values, and of files imported again.
class ImporterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aValueIsKeptAsItsText_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        QTest::addRow("string") << QByteArray(R"("pro")") << "pro";
        QTest::addRow("numeric string") << QByteArray(R"("24.0")") << "24.0";
        QTest::addRow("escapes") << QByteArray("\"a\\\"b\\\\c\\td\\u00e9\\ud83d\\ude00\"")
                                 << "a\"b\\c\td\u00e9\U0001F600";
        QTest::addRow("line break") << QByteArray("\"a\\nb\"") << "a\nb";
        QTest::addRow("SQL") << QByteArray("\"'); DROP TABLE insights.`x`; --\"") << "'); DROP TABLE insights.`x`; --";
        QTest::addRow("integer") << QByteArray("24") << "24";
        QTest::addRow("whole decimal") << QByteArray("24.0") << "24";
        QTest::addRow("large integer") << QByteArray("18446744073709551616") << "18446744073709551616";
        QTest::addRow("true") << QByteArray("true") << "true";
        QTest::addRow("null") << QByteArray("null") << "-";
        QTest::addRow("empty") << QByteArray(R"("")") << "-";
        QTest::addRow("empty object") << QByteArray("{}") << "-";
        QTest::addRow("list") << QByteArray(R"([ 1, "a b" , {"x" : null} ])") << R"([1,"a b",{"x":null}])";
    }
    void aValueIsKeptAsItsText()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, text);
        const std::string project = m_fixture.newProject();
        m_fixture.import(project, {m_fixture.file("value.ndjson", eventLine(0, "{\"value\":" + json + "}"))});
        QCOMPARE(m_fixture.values(project, "value"), QStringList{text});
    }

    void aCsvValueIsKeptAsItIsWritten()
    {
        const std::string project = m_fixture.newProject();
        m_fixture.import(
            project, {m_fixture.file("value.csv", "event,user,time,value\ne,u,2026-01-02,24.0\ne,u,2026-01-03, x \n")});
        QCOMPARE(m_fixture.values(project, "value"), (QStringList{QStringLiteral("24.0"), QStringLiteral(" x ")}));
    }

    void nestedObjectsAndDottedNamesAreOneProperty()
    {
        const std::string project = m_fixture.newProject();
        m_fixture.import(project,
                         {m_fixture.file("nested.ndjson",
                                         eventLine(0, R"({"$geo":{"country":"US","at":{"lat":1.50}}})")
                                             + eventLine(1, R"({"$geo.country":"DE"})"))});
        QCOMPARE(m_fixture.values(project, "$geo.country"), (QStringList{QStringLiteral("US"), QStringLiteral("DE")}));
        QCOMPARE(m_fixture.values(project, "$geo.at.lat"), (QStringList{QStringLiteral("1.5"), QString()}));
    }

    void theLaterOfTwoValuesWithOneNameCounts()
    {
        const std::string project = m_fixture.newProject();
        m_fixture.import(
            project,
            {m_fixture.file("twice.ndjson", eventLine(0, R"({"a":1,"a":2})") + eventLine(1, R"({"a":1,"a":null})"))});
        QCOMPARE(m_fixture.values(project, "a"), (QStringList{QStringLiteral("2"), QString()}));
    }

    void columnsBesideThePropertiesAreProperties()
    {
        const std::string project = m_fixture.newProject();
        m_fixture.import(
            project,
            {m_fixture.file(
                "wide.ndjson",
                R"({"event_type":"e","user_id":7,"event_time":"2026-01-02 00:00:00","country":"US","event_properties":{"plan":"pro"}})"
                "\n")});
        QCOMPARE(m_fixture.propertyNames(project), (QStringList{QStringLiteral("country"), QStringLiteral("plan")}));
        QCOMPARE(m_fixture.users(project), QStringList{QStringLiteral("7")});
    }

    void theFirstUserWithAValueCounts()
    {
        const std::string project = m_fixture.newProject();
        m_fixture.import(project,
                         {m_fixture.file("segment.ndjson",
                                         R"({"event":"e","timestamp":1767312000,"userId":null,"anonymousId":"anon"})"
                                         "\n"
                                         R"({"event":"e","timestamp":1767312001,"userId":"ann","anonymousId":"anon"})"
                                         "\n")});
        QCOMPARE(m_fixture.users(project), (QStringList{QStringLiteral("anon"), QStringLiteral("ann")}));
        QCOMPARE(m_fixture.values(project, "anonymousId"), (QStringList{QString(), QStringLiteral("anon")}));
    }

    void propertiesWrittenAsTextAreRead()
    {
        const std::string project = m_fixture.newProject();
        m_fixture.import(
            project,
            {m_fixture.file("packed.csv",
                            "event,distinct_id,timestamp,properties\n"
                            "e,u,2026-01-02,\"{\"\"plan\"\":\"\"pro\"\",\"\"n\"\":1.0}\"\ne,u,2026-01-03,\n")});
        QCOMPARE(m_fixture.propertyNames(project), (QStringList{QStringLiteral("n"), QStringLiteral("plan")}));
        QCOMPARE(m_fixture.values(project, "n"), (QStringList{QStringLiteral("1"), QString()}));
    }

    void oneContentIsOneImportInAnyWrapping_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        const QByteArray plain(threeEvents);
        QTest::addRow("plain") << "a.ndjson" << plain;
        QTest::addRow("byte order mark") << "b.ndjson"
                                         << "\xef\xbb\xbf" + plain;
        QTest::addRow("CRLF") << "c.ndjson" << replaced(plain, "\n", "\r\n");
        QTest::addRow("no last line break") << "d.ndjson" << plain.chopped(1);
        QTest::addRow("blank lines") << "e.ndjson"
                                     << "\n\r\n" + replaced(plain, "\n", "\n \n");
        QTest::addRow("name says nothing") << "f.export" << plain;
        const QByteArray csv(
            "event,user,time,plan,price\nopen,ann,2026-01-02T00:00:00Z,pro,\nbuy,bob,2026-01-02T00:00:01Z,,9.5\n"
            "open,cid,2026-01-02T00:00:02Z,,\n");
        QTest::addRow("CSV") << "g.csv" << csv;
        QTest::addRow("CSV with byte order mark and CRLF") << "h.csv"
                                                           << "\xef\xbb\xbf" + replaced(csv, "\n", "\r\n");
        QTest::addRow("CSV with semicolons") << "i.csv" << replaced(csv, ",", ";");
        QTest::addRow("CSV with tabs") << "j.tsv" << replaced(csv, ",", "\t");
        QTest::addRow("CSV in quotes") << "k.csv"
                                       << replaced("\"" + replaced(csv, ",", "\",\""), "\n", "\"\n\"").chopped(1);
        QTest::addRow("CSV with an index") << "l.csv" << replaced("," + csv, "\n", "\n1,").chopped(2);
    }
    void oneContentIsOneImportInAnyWrapping()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, content);
        const std::string project = m_fixture.newProject();
        m_fixture.import(project, {m_fixture.file(qPrintable(name), content)});
        QCOMPARE(m_fixture.badLines(), QStringList());
        QCOMPARE(m_fixture.events(project),
                 (QStringList{QStringLiteral("open"), QStringLiteral("buy"), QStringLiteral("open")}));
        QCOMPARE(m_fixture.users(project),
                 (QStringList{QStringLiteral("ann"), QStringLiteral("bob"), QStringLiteral("cid")}));
        QCOMPARE(m_fixture.values(project, "plan"), (QStringList{QStringLiteral("pro"), QString(), QString()}));
        QCOMPARE(m_fixture.values(project, "price"), (QStringList{QString(), QStringLiteral("9.5"), QString()}));
        QCOMPARE(m_fixture.times(project).first(), QStringLiteral("1767312000000"));
        QCOMPARE(m_fixture.propertyNames(project), (QStringList{QStringLiteral("plan"), QStringLiteral("price")}));
    }

    void aQuotedFieldMayHoldSeparatorsQuotesAndLineBreaks()
    {
        const std::string project = m_fixture.newProject();
        m_fixture.import(
            project,
            {m_fixture.file("quoted.csv", "event,user,time,note\n\"e\",u,2026-01-02,\"a,\"\"b\"\"\r\n\nc\"\n")});
        QCOMPARE(m_fixture.values(project, "note"), QStringList{QStringLiteral("a,\"b\"\r\n\nc")});
    }

    void anyNameIsAllowed_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"$browser", "a.b.c", "with space", "o'clock", "\"quoted\"", "`tick`", "back\\slash",
                                 "größe", "日本語", "x'); DROP TABLE insights.demo; --", "{p0:String}", "p0", "event",
                                 "uid", "tab\there", "line\nbreak", "%", "?"})
            QTest::addRow("%s", qPrintable(QString::fromUtf8(name).simplified())) << QString::fromUtf8(name);
    }
    void anyNameIsAllowed()
    {
        QFETCH(const QString, name);
        const std::string project = m_fixture.newProject();
        QByteArray quoted = name.toUtf8();
        quoted.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
        const QByteArray text = "\"" + quoted + "\"";
        m_fixture.import(project,
                         {m_fixture.file("names.ndjson",
                                         "{\"event\":" + text + ",\"user\":" + text
                                             + ",\"time\":1767312000,\"properties\":{" + text + ":" + text + "}}\n")});
        QCOMPARE(m_fixture.values(project, name.toStdString()), QStringList{name});
        QCOMPARE(m_fixture.events(project), QStringList{name});
        QCOMPARE(m_fixture.users(project), QStringList{name});
        QCOMPARE(m_fixture.propertyNames(project), QStringList{name});
    }

    void aPropertyIsWhatAllItsValuesLookLike_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *first, const char *second, PropertyKind kind) {
            QTest::addRow("%s then %s", first, second)
                << QByteArray(first) << QByteArray(second) << static_cast<int>(kind);
        };
        row("1", "\"2.5\"", PropertyKind::Number);
        row("true", "false", PropertyKind::Boolean);
        row("\"2026-01-02\"", "\"2026-01-02T10:00:00Z\"", PropertyKind::Time);
        row("1", "null", PropertyKind::Number);
        row("1", "\"one\"", PropertyKind::String);
        row("1", "true", PropertyKind::String);
        row("\"one\"", "1", PropertyKind::String);
        row("[1]", "[2]", PropertyKind::String);
    }
    void aPropertyIsWhatAllItsValuesLookLike()
    {
        QFETCH(const QByteArray, first);
        QFETCH(const QByteArray, second);
        const std::string project = m_fixture.newProject();
        const auto kind = [&] { return static_cast<int>(m_fixture.store().project(project)->property("v")->kind); };
        m_fixture.import(
            project,
            {m_fixture.file("both.ndjson",
                            eventLine(0, "{\"v\":" + first + "}") + eventLine(1, "{\"v\":" + second + "}"))});
        QTEST(kind(), "kind");

        m_fixture.import(project + "-later", {m_fixture.file("first.ndjson", eventLine(0, "{\"v\":" + first + "}"))});
        m_fixture.import(project + "-later", {m_fixture.file("second.ndjson", eventLine(0, "{\"v\":" + second + "}"))});
        QTEST(static_cast<int>(m_fixture.store().project(project + "-later")->property("v")->kind), "kind");
    }

    void offsetlessTimesAreInTheProjectsZone()
    {
        const std::string project = m_fixture.newProject();
        auto request = ImportFixture::request(
            project,
            {m_fixture.file(
                "zone.csv",
                "event,user,time\ne,a,2026-03-08 01:30:00\ne,b,2026-03-08 03:30:00\ne,c,2026-03-08T03:30:00Z\n")});
        request.set_timezone("America/New_York");
        request.set_week_start("monday");
        m_fixture.import(request);
        QCOMPARE(m_fixture.times(project),
                 (QStringList{QStringLiteral("1772940600000"), QStringLiteral("1772951400000"),
                              QStringLiteral("1772955000000")}));
        QCOMPARE(m_fixture.users(project),
                 (QStringList{QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")}));
    }

    void parquetIsReadByTheEngine()
    {
        const std::string project = m_fixture.newProject();
        const std::string path = m_fixture.path("odd [name] {a,b} 'x'.parquet");
        const std::string plain = m_fixture.path("plain.parquet");
        m_fixture.store().engine().connect().command(
            "INSERT INTO FUNCTION file('" + plain
            + "', 'Parquet') SELECT 'e' AS event_name, number AS user_id,"
              " toDateTime64('2026-01-02 00:00:00', 3, 'UTC') + number AS timestamp, number / 4 AS ratio, [number, 1] AS list,"
              " CAST(tuple('US'), 'Tuple(country String)') AS geo, if(number = 1, NULL, 'x') AS gap,"
              " toUInt64(18446744073709551615) AS large FROM numbers(2)");
        QVERIFY(QFile::rename(QString::fromStdString(plain), QString::fromStdString(path)));
        m_fixture.import(project, {path});
        QCOMPARE(m_fixture.users(project), (QStringList{QStringLiteral("0"), QStringLiteral("1")}));
        QCOMPARE(m_fixture.times(project).last(), QStringLiteral("1767312001000"));
        QCOMPARE(m_fixture.values(project, "ratio"), (QStringList{QStringLiteral("0"), QStringLiteral("0.25")}));
        QCOMPARE(m_fixture.values(project, "list").last(), QStringLiteral("[1,1]"));
        QCOMPARE(m_fixture.values(project, "geo.country").last(), QStringLiteral("US"));
        QCOMPARE(m_fixture.values(project, "gap"), (QStringList{QStringLiteral("x"), QString()}));
        QCOMPARE(m_fixture.values(project, "large").last(), QStringLiteral("18446744073709551615"));
    }

private:
    ImportFixture m_fixture;
};

QTEST_GUILESS_MAIN(ImporterTest)
#include "importer_test.moc"
