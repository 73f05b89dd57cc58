// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_fixture.h"

#include "service/datasets/preview.h"

using namespace datasets::v1;

namespace {

constexpr char orders[] = "event,user_id,anonymousId,time,country,plan\n"
                          "buy,ann,a1,2026-05-01T10:00:00Z,de,pro\n"
                          "buy,bob,b1,2026-05-01T11:00:00Z,fr,free\n";

ColumnMap mapOf(const QStringList &leaveOut, const QStringList &rename)
{
    ColumnMap map;
    for (const QString &name : leaveOut)
        map.add_leave_out(name.toStdString());
    for (const QString &pair : rename)
        (*map.mutable_rename())[pair.section(u'=', 0, 0).toStdString()] = pair.section(u'=', 1).toStdString();
    return map;
}

} // namespace

// Columns that are left out, and properties that get another name than their column's.
class ImportColumnsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void columnsAreLeftOutAndRenamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("leaveOut");
        QTest::addColumn<QStringList>("rename");
        QTest::addColumn<QStringList>("properties");
        const auto row = [](const char *title, const char *name, const QByteArray &content, const QStringList &leaveOut,
                            const QStringList &rename, const QStringList &properties) {
            QTest::addRow("%s", title) << QString::fromLatin1(name) << content << leaveOut << rename << properties;
        };
        row("nothing", "a.csv", orders, {}, {}, {"anonymousId", "country", "plan"});
        row("CSV", "b.csv", orders, {"country"}, {"plan=tier"}, {"anonymousId", "tier"});
        row("a user that could be", "c.csv", orders, {"anonymousId"}, {}, {"country", "plan"});
        row("names that change places", "d.csv", orders, {"anonymousId"}, {"plan=country", "country=plan"},
            {"country", "plan"});
        row("the name of one that is left out", "e.csv", orders, {"anonymousId", "country"}, {"plan=country"},
            {"country"});
        const QByteArray lines
            = eventLine(0, R"({"a":1,"geo":{"city":"x","land":"y"}})") + eventLine(1, R"({"a":2,"late":3})");
        row("NDJSON by dotted names", "f.ndjson", lines, {"geo.city"}, {"geo.land=country", "a=b"},
            {"b", "country", "late"});
        row("NDJSON with values that come later", "g.ndjson", lines, {"properties.late", "never"}, {"a=b"},
            {"b", "geo.city", "geo.land"});
        const QByteArray twins = "{\"event\":\"e\",\"user\":\"u\",\"time\":1767312000000,\"x\":1,\"y\":2,"
                                 "\"properties\":{\"x\":3,\"z\":4}}\n";
        row("NDJSON beside the properties", "h.ndjson", twins, {"x"}, {"properties.x=inner"}, {"inner", "y", "z"});
        row("properties packed into a column", "i.csv",
            "event,user,time,properties\ne,u,2026-05-01,\"{\"\"a\"\":1,\"\"b\"\":2,\"\"c\"\":3}\"\n", {"a"}, {"b=d"},
            {"c", "d"});
        row("all of that column", "j.csv", "event,user,time,properties\ne,u,2026-05-01,\"{\"\"a\"\":1}\"\n",
            {"properties"}, {}, {});
    }

    void columnsAreLeftOutAndRenamed()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, content);
        QFETCH(const QStringList, leaveOut);
        QFETCH(const QStringList, rename);
        QFETCH(const QStringList, properties);
        const std::string project = m_fixture.newProject();
        import(project, m_fixture.file(qPrintable(name), content), mapOf(leaveOut, rename));
        QCOMPARE(m_fixture.propertyNames(project), properties);
    }

    void valuesGoWithTheirColumn()
    {
        const std::string project = m_fixture.newProject();
        import(project, m_fixture.file("swap.csv", orders), mapOf({}, {"plan=country", "country=plan"}));
        QCOMPARE(m_fixture.values(project, "country"), (QStringList{"pro", "free"}));
        QCOMPARE(m_fixture.values(project, "plan"), (QStringList{"de", "fr"}));
    }

    void parquetToo()
    {
        const std::string path = m_fixture.path("events.parquet");
        m_fixture.scalar(
            "INSERT INTO FUNCTION file('" + path
            + "', 'Parquet') SELECT 'view' AS event, toString(number) AS user, now() AS time, 1 AS secret, "
              "2 AS plan, map('a', 1) AS tags FROM numbers(3)");
        const std::string project = m_fixture.newProject();
        import(project, path, mapOf({"secret", "tags.never"}, {"plan=tier", "tags.a=tag"}));
        QCOMPARE(m_fixture.propertyNames(project), (QStringList{"tag", "tier"}));
        const QString message = refusal(path, mapOf({"secrets"}, {}));
        QCOMPARE(message, "events.parquet has no column \"secrets\" (--leave-out secrets); did you mean \"secret\"?");
    }

    void whatCannotBeIsRefusedWithTheWayOut_data()
    {
        QTest::addColumn<QStringList>("leaveOut");
        QTest::addColumn<QStringList>("rename");
        QTest::addColumn<QString>("message");
        const auto row
            = [](const char *title, const QStringList &leaveOut, const QStringList &rename, const char *message) {
                  QTest::addRow("%s", title) << leaveOut << rename << QString::fromLatin1(message);
              };
        row("unknown", {"plann"}, {}, "orders.csv has no column \"plann\" (--leave-out plann); did you mean \"plan\"?");
        row("unknown to rename", {}, {"contry=c"},
            "orders.csv has no column \"contry\" (--rename contry); did you mean \"country\"?");
        row("both", {"plan"}, {"plan=tier"},
            "\"plan\" is both left out and renamed; take it out of --leave-out or of --rename.");
        row("no new name", {}, {"plan="},
            "--rename plan=: the property has no name; give one, or leave the column out with --leave-out plan.");
        row("the name of another", {}, {"plan=country"},
            "--rename plan=country: there is a column \"country\" already; leave it out or rename it too.");
        row("one name for two", {}, {"country=x", "plan=x"},
            "--rename country=x: \"plan\" gets this name too; give each its own.");
        row("a part of an event", {}, {"time=when"},
            "\"time\" holds the time; only columns that become properties can be "
            "renamed.");
        row("the event", {"event"}, {}, "known to hold the event");
    }

    void whatCannotBeIsRefusedWithTheWayOut()
    {
        QFETCH(const QStringList, leaveOut);
        QFETCH(const QStringList, rename);
        QFETCH(const QString, message);
        const std::string path = m_fixture.file("orders.csv", orders);
        const QString said = refusal(path, mapOf(leaveOut, rename));
        QVERIFY2(said.contains(message), qPrintable(said));
        PreviewRequest request;
        request.set_path(path);
        *request.mutable_map() = mapOf(leaveOut, rename);
        const PreviewResponse seen = previewFile(m_fixture.store(), request, [] { return false; });
        QCOMPARE(QString::fromStdString(seen.problem()), said); // and the lines are shown nevertheless
        QCOMPARE(seen.rows_size(), 2);
    }

    void thePreviewTellsWhatIsLeftOut()
    {
        PreviewRequest request;
        request.set_path(m_fixture.file("orders.csv", orders));
        *request.mutable_map() = mapOf({"anonymousId", "plan"}, {});
        const PreviewResponse seen = previewFile(m_fixture.store(), request, [] { return false; });
        QCOMPARE(QString::fromStdString(seen.problem()), QString());
        QList<int> roles;
        for (const PreviewColumn &column : seen.columns())
            roles << column.role();
        QCOMPARE(roles,
                 (QList<int>{COLUMN_ROLE_EVENT, COLUMN_ROLE_USER, COLUMN_ROLE_LEFT_OUT, COLUMN_ROLE_TIME,
                             COLUMN_ROLE_PROPERTY, COLUMN_ROLE_LEFT_OUT}));
    }

private:
    void import(const std::string &project, const std::string &path, const ColumnMap &map)
    {
        ImportRequest request = ImportFixture::request(project, {path});
        *request.mutable_map() = map;
        m_fixture.import(request);
    }

    QString refusal(const std::string &path, const ColumnMap &map)
    {
        ImportRequest request = ImportFixture::request(m_fixture.newProject(), {path});
        *request.mutable_map() = map;
        const DatasetError error = m_fixture.failure(request);
        return error.kind() == DatasetError::Kind::Usage ? QString::fromUtf8(error.what()) : QStringLiteral("no usage");
    }

    ImportFixture m_fixture;
};

QTEST_GUILESS_MAIN(ImportColumnsTest)
#include "import_columns_test.moc"
