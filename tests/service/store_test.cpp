// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_fixture.h"

#include "service/datasets/store_lock.h"

#include <QDirIterator>

#include <algorithm>

#include <unistd.h>

namespace {

// {"k0":"0", ... } of `count` names that begin with `prefix`.
QByteArray manyProperties(const char *prefix, int count)
{
    QByteArray json("{");
    for (int i = 0; i < count; ++i)
        json += QByteArray(i == 0 ? "\"" : ",\"") + prefix + QByteArray::number(i) + "\":" + QByteArray::number(i);
    return json + "}";
}

} // namespace

// What projects are over several imports, and the store around them.
class StoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSameFileIsRefused()
    {
        const std::string project = m_fixture.newProject();
        const std::string path = m_fixture.file("again.ndjson", eventLine(0, "{}"));
        m_fixture.import(project, {path});
        const std::string copy = m_fixture.file("copy.ndjson", eventLine(0, "{}"));
        const DatasetError error = m_fixture.failure(
            ImportFixture::request(project, {m_fixture.file("new.ndjson", eventLine(1, "{}")), copy}));
        QCOMPARE(error.kind(), DatasetError::Kind::Failure);
        QVERIFY2(QString::fromUtf8(error.what())
                     .contains(QStringLiteral("is in the project already: \"again.ndjson\" with 1 events. --replace")),
                 error.what());
        QCOMPARE(m_fixture.store().project(project)->eventCount, std::uint64_t(1)); // not even the new one is in
        m_fixture.import(m_fixture.newProject(), {path}); // another project takes it
    }

    void aFileNamedTwiceIsRefused()
    {
        const std::string path = m_fixture.file("twice.ndjson", eventLine(0, "{}"));
        const DatasetError error = m_fixture.failure(ImportFixture::request(m_fixture.newProject(), {path, path}));
        QVERIFY2(QString::fromUtf8(error.what()).endsWith(QStringLiteral("are the same file twice.")), error.what());
    }

    void anotherFileOfTheSameLengthIsTaken()
    {
        const std::string project = m_fixture.newProject();
        m_fixture.import(project, {m_fixture.file("one.ndjson", eventLine(1, "{}"))});
        m_fixture.import(project, {m_fixture.file("two.ndjson", eventLine(2, "{}"))});
        QCOMPARE(m_fixture.store().project(project)->eventCount, std::uint64_t(2));
    }

    void replaceStartsAnewWithExactlyTheFilesNamed()
    {
        const std::string project = m_fixture.newProject();
        auto request = ImportFixture::request(project, {m_fixture.file("old.ndjson", eventLine(0, "{\"old\":1}"))});
        request.set_timezone("Asia/Tokyo");
        m_fixture.import(request);
        const std::string oldColumn = m_fixture.store().project(project)->property("old")->column;

        request = ImportFixture::request(project,
                                         {m_fixture.file("a.ndjson", eventLine(1, "{\"a\":1}")),
                                          m_fixture.file("b.ndjson", eventLine(2, "{\"b\":1}"))});
        request.set_replace(true);
        m_fixture.import(request);
        QCOMPARE(m_fixture.propertyNames(project), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(m_fixture.store().project(project)->eventCount, std::uint64_t(2));
        QCOMPARE(m_fixture.store().project(project)->timezone, "Asia/Tokyo");
        for (const PropertyColumn &property : m_fixture.store().project(project)->properties)
            QVERIFY(property.column != oldColumn); // a query planned before never reads another property

        m_fixture.import(request); // the same again: nothing was there before
        QCOMPARE(m_fixture.store().project(project)->eventCount, std::uint64_t(2));
    }

    void aReplaceThatFailsLeavesTheProjectAsItWas()
    {
        const std::string project = m_fixture.newProject();
        m_fixture.import(project, {m_fixture.file("kept.ndjson", eventLine(0, "{\"kept\":1}"))});
        auto request = ImportFixture::request(
            project, {m_fixture.file("fine.ndjson", eventLine(1, "{}")), m_fixture.file("bad.csv", "a,b\n")});
        request.set_replace(true);
        m_fixture.failure(request);
        QCOMPARE(m_fixture.values(project, "kept"), QStringList{QStringLiteral("1")});
    }

    void filesBeforeOneThatFailsStay()
    {
        const std::string project = m_fixture.newProject();
        m_fixture.failure(ImportFixture::request(
            project, {m_fixture.file("fine.ndjson", eventLine(0, "{}")), m_fixture.file("bad.csv", "a,b\n")}));
        QCOMPARE(m_fixture.store().project(project)->eventCount, std::uint64_t(1));
        QCOMPARE(m_fixture.store().importedFiles(project).size(), std::size_t(1));
    }

    void aPropertyMayAppearLate()
    {
        const std::string project = m_fixture.newProject();
        m_fixture.import(project, {m_fixture.file("early.ndjson", eventLine(0, "{\"a\":1}"))});
        QByteArray many;
        for (int i = 0; i < 260'000; ++i)
            many += eventLine(1 + i, "{}");
        m_fixture.import(project, {m_fixture.file("late.ndjson", many + eventLine(300'000, "{\"late\":\"x\"}"))});
        QCOMPARE(m_fixture.store().project(project)->eventCount, std::uint64_t(260'002));
        const std::string column = m_fixture.store().project(project)->property("late")->column;
        QCOMPARE(m_fixture.scalar("SELECT concat(countIf(" + column + " = ''), ' ', countIf(" + column
                                  + " = 'x')) FROM insights.`" + project + "`"),
                 "260001 1");
        QCOMPARE(m_fixture.values(project, "a").mid(0, 2), (QStringList{QStringLiteral("1"), QString()}));
    }

    void threeHundredPropertiesAreKeptApart()
    {
        const std::string project = m_fixture.newProject();
        m_fixture.import(project, {m_fixture.file("wide.ndjson", eventLine(0, manyProperties("k", 300)))});
        for (const char *name : {"k0", "k150", "k299"})
            QCOMPARE(m_fixture.values(project, name), QStringList{QString::fromUtf8(name + 1)});
        QCOMPARE(m_fixture.propertyNames(project).size(), 300);
    }

    void moreThanAThousandPropertiesAreRefused()
    {
        const std::string project = m_fixture.newProject();
        m_fixture.import(project, {m_fixture.file("thousand.ndjson", eventLine(0, manyProperties("k", 1000)))});
        const DatasetError error = m_fixture.failure(
            ImportFixture::request(project, {m_fixture.file("more.ndjson", eventLine(1, "{\"one more\":1}"))}));
        QCOMPARE(error.kind(), DatasetError::Kind::Failure);
        QVERIFY2(QString::fromUtf8(error.what())
                     .contains(QStringLiteral("more than 1000 different properties (the next is \"one more\")")),
                 error.what());
        QCOMPARE(m_fixture.store().project(project)->eventCount, std::uint64_t(1));
        QCOMPARE(m_fixture.propertyNames(project).size(), 1000);
    }

    void manyDifferentValuesAreStoredPlain()
    {
        const std::string project = m_fixture.newProject();
        QByteArray lines;
        for (int i = 0; i < 30'000; ++i)
            lines += eventLine(i,
                               "{\"few\":" + QByteArray::number(i % 300) + ",\"many\":\"m"
                                   + QByteArray::number(i % 12'000) + "\",\"gaps\":\""
                                   + (i % 2 == 0 ? "" : QByteArray::number(i)) + "\"}");
        m_fixture.import(project, {m_fixture.file("first.ndjson", lines)});
        m_fixture.import(project,
                         {m_fixture.file("second.ndjson", lines + "\n")}); // what is known of the columns holds
        const ProjectTablePtr table = m_fixture.store().project(project);
        QVERIFY(table->property("few")->lowCardinality);
        QVERIFY(!table->property("many")->lowCardinality);
        QVERIFY(!table->property("gaps")->lowCardinality);
        QCOMPARE(table->property("gaps")->kind, PropertyKind::Number);
        const std::string row = "toUInt32(toUnixTimestamp64Milli(time) / 60000 - 29455200)";
        QCOMPARE(m_fixture.scalar("SELECT countIf(" + table->property("few")->column + " = toString(" + row
                                  + " % 300) AND " + table->property("many")->column + " = concat('m', toString(" + row
                                  + " % 12000)) AND " + table->property("gaps")->column + " = if(" + row
                                  + " % 2 = 0, '', toString(" + row + "))) FROM " + table->table),
                 "60000");
    }

    void uidAndCookielessFollowTheUser()
    {
        const std::string project = m_fixture.newProject();
        m_fixture.import(
            project,
            {m_fixture.file(
                "users.csv",
                "event,user,time\ne,ann,2026-01-02\ne,cookieless-1,2026-01-02\ne,a cookieless-,2026-01-02\n")});
        QCOMPARE(
            m_fixture.scalar(
                "SELECT concat(countIf(uid = cityHash64(user)), ' ', countIf(cookieless = 1), ' ', anyIf(user, cookieless = 1)) FROM insights.`"
                + project + "`"),
            "3 1 cookieless-1");
    }

    void everyImportHasANewRevision()
    {
        const std::string project = m_fixture.newProject();
        m_fixture.import(project, {m_fixture.file("r1.ndjson", eventLine(0, "{}"))});
        const ProjectTablePtr before = m_fixture.store().project(project);
        m_fixture.import(project, {m_fixture.file("r2.ndjson", eventLine(1, "{}"))});
        const ProjectTablePtr after = m_fixture.store().project(project);
        QVERIFY(after->revision > before->revision);
        QCOMPARE(before->eventCount, std::uint64_t(1)); // what was handed out does not change
        QCOMPARE(after->firstEvent.value(), std::int64_t(1'767'312'000'000));
        QCOMPARE(after->lastEvent.value(), std::int64_t(1'767'312'060'000));
    }

    void nearlyThreeCenturiesAreTakenIn()
    {
        const std::string project = m_fixture.newProject();
        QByteArray csv("event,user,time\n");
        for (int year = 1970; year < 2262; ++year)
            for (int month = 1; month <= 12; month += 6)
                csv += QStringLiteral("e,u,%1-%2-01T00:00:00.001Z\n")
                           .arg(year)
                           .arg(month, 2, 10, QLatin1Char('0'))
                           .toUtf8();
        m_fixture.import(project, {m_fixture.file("centuries.csv", csv)});
        QCOMPARE(m_fixture.store().project(project)->eventCount, std::uint64_t(292 * 2));
        QCOMPARE(m_fixture.store().project(project)->lastEvent.value(), std::int64_t(9'198'748'800'001));
    }

    void progressEndsWithTheSummary()
    {
        const std::string project = m_fixture.newProject();
        const std::string path = m_fixture.file("progress.ndjson", eventLine(0, "{}") + "?\n" + eventLine(1, "{}"));
        const auto summary = m_fixture.import(project, {path});
        QCOMPARE(m_fixture.lastProgress.summary().SerializeAsString(), summary.SerializeAsString());
        QCOMPARE(m_fixture.lastProgress.bytes_read(), m_fixture.lastProgress.bytes_total());
        QCOMPARE(summary.events(), std::uint64_t(2));
        QCOMPARE(summary.bad_lines(), std::uint64_t(1));
        QCOMPARE(milliseconds(summary.last_event()), std::int64_t(1'767'312'060'000));
    }

    void aRemovedProjectIsGone()
    {
        const std::string project = m_fixture.newProject();
        m_fixture.import(project, {m_fixture.file("gone.ndjson", eventLine(0, "{}"))});
        m_fixture.store().remove(project);
        QVERIFY(m_fixture.store().project(project) == nullptr);
        try {
            m_fixture.store().remove(project);
            QFAIL("it was removed twice");
        } catch (const DatasetError &error) {
            QCOMPARE(error.kind(), DatasetError::Kind::Usage);
            QVERIFY2(QString::fromUtf8(error.what()).contains(QStringLiteral("did you mean")), error.what());
        }
        m_fixture.import(project, {m_fixture.path("gone.ndjson")}); // as if it had never been there
    }

    void anotherProcessIsKeptOut()
    {
        try {
            const StoreLock second(m_fixture.store().folder());
            QFAIL("it got in");
        } catch (const DatasetError &error) {
            const QString holder = QStringLiteral("process %1 has it open").arg(getpid());
            QVERIFY2(QString::fromUtf8(error.what()).contains(holder), error.what());
        }
    }

    void theFolderIsItsOwnersOnly()
    {
        const auto rights = QFile::permissions(QString::fromStdString(m_fixture.store().folder().string()));
        QVERIFY(!(rights & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther)));
    }

    void checkFindsWhatIsDamaged()
    {
        const std::string project = m_fixture.newProject();
        m_fixture.import(project, {m_fixture.file("check.ndjson", eventLine(0, "{\"a\":1}"))});
        QVERIFY(m_fixture.store().check().intact);

        const std::string part = m_fixture.scalar(
            "SELECT path FROM system.parts WHERE active AND database = 'insights' AND table = '" + project + "'");
        QDirIterator files(QString::fromStdString(part), {QStringLiteral("*.bin")}, QDir::Files);
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2));
        QVERIFY(file.write("damage") > 0);
        file.close();

        const StoreReport report = m_fixture.store().check();
        QVERIFY(!report.intact);
        const auto names = [&](const std::string &line) { return line.starts_with("project " + project + ": "); };
        QCOMPARE(std::count_if(report.lines.begin(), report.lines.end(), names), 1);
    }

private:
    ImportFixture m_fixture;
};

QTEST_GUILESS_MAIN(StoreTest)
#include "store_test.moc"
