// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/nearest.h"
#include "service/datasets/column_roles.h"
#include "service/datasets/dataset_error.h"
#include "service/datasets/project_notes.h"
#include "service/datasets/text_form.h"
#include "service/datasets/time_reader.h"

#include <QTest>

namespace {

QString textOf(const QByteArray &number)
{
    std::string text;
    return appendNumberText(text, number.toStdString()) ? QString::fromStdString(text) : QStringLiteral("no number");
}

QString found(const std::vector<ColumnName> &columns, const datasets::v1::ColumnMap &map = {})
{
    const ColumnRoles roles = chooseColumns(columns, map, "events.csv");
    std::string users;
    for (const ColumnName &user : roles.users)
        users += (users.empty() ? "" : ",") + user.name;
    return QString::fromStdString(roles.event.name + " " + users + " " + roles.time.name);
}

std::vector<ColumnName> columnsOf(const QString &names)
{
    std::vector<ColumnName> columns;
    for (const QString &name : names.split(QLatin1Char(' ')))
        columns.push_back(
            {name.mid(name.startsWith(QLatin1Char('.'))).toStdString(), name.startsWith(QLatin1Char('.'))});
    return columns;
}

} // namespace

class ValuesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNumberHasOneText_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("text");
        const std::pair<const char *, const char *> rows[]
            = {{"24", "24"},
               {"24.0", "24"},
               {"2.4e1", "24"},
               {"-0", "0"},
               {"-0.0", "0"},
               {"0.1", "0.1"},
               {"0.10", "0.1"},
               {"-12.50", "-12.5"},
               {"1e3", "1000"},
               {"1000000.0", "1000000"},
               {"1e20", "100000000000000000000"},
               {"1e21", "1e21"},
               {"1.5e300", "1.5e300"},
               {"0.000001", "0.000001"},
               {"0.0000001", "1e-7"},
               {"1.25E-10", "1.25e-10"},
               {"9007199254740993", "9007199254740993"},
               {"123456789012345678901234567890", "123456789012345678901234567890"},
               {"1e999", "1e999"},
               {"0.30000000000000004", "0.30000000000000004"},
               {"5e-324", "5e-324"},
               {"01", "no number"},
               {"+1", "no number"},
               {"1.", "no number"},
               {".5", "no number"},
               {"1e", "no number"},
               {"NaN", "no number"},
               {"-", "no number"},
               {"", "no number"},
               {"0x10", "no number"}};
        for (const auto &[token, text] : rows)
            QTest::addRow("'%s'", token) << QByteArray(token) << QString::fromUtf8(text);
    }
    void aNumberHasOneText()
    {
        QFETCH(const QByteArray, token);
        QTEST(textOf(token), "text");
    }

    void aValueIsWhatItLooksLike_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        const std::pair<const char *, PropertyKind> rows[] = {{"24", PropertyKind::Number},
                                                              {"-1.5e3", PropertyKind::Number},
                                                              {"007", PropertyKind::String},
                                                              {"true", PropertyKind::Boolean},
                                                              {"True", PropertyKind::String},
                                                              {"2026-05-01", PropertyKind::Time},
                                                              {"2026-05-01T10:00:00Z", PropertyKind::Time},
                                                              {"2026-05-32", PropertyKind::String},
                                                              {"2026-05", PropertyKind::String},
                                                              {"1.2.3", PropertyKind::String},
                                                              {"pro", PropertyKind::String},
                                                              {"12 apples", PropertyKind::String},
                                                              {"-", PropertyKind::String}};
        for (const auto &[text, kind] : rows)
            QTest::addRow("%s", text) << QString::fromUtf8(text) << static_cast<int>(kind);
    }
    void aValueIsWhatItLooksLike()
    {
        QFETCH(const QString, text);
        QTEST(static_cast<int>(kindOf(text.toStdString())), "kind");
    }

    void mixedKindsAreStrings()
    {
        KindSet kinds;
        QCOMPARE(kinds.common(), PropertyKind::String);
        kinds.add(PropertyKind::Number);
        QCOMPARE(kinds.common(), PropertyKind::Number);
        kinds.add(PropertyKind::Boolean);
        QCOMPARE(kinds.common(), PropertyKind::String);
    }

    void aTimeIsRead_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milliseconds"); // -1: no time
        const auto utc = [](const char *text, qint64 time) { QTest::addRow("%s", text) << "UTC" << text << time; };
        utc("2026-01-02T00:00:00Z", 1'767'312'000'000);
        utc("2026-01-02T00:00:00.5Z", 1'767'312'000'500);
        utc("2026-01-02T00:00:00.123999Z", 1'767'312'000'123);
        utc("2026-01-02 00:00:00,123Z", 1'767'312'000'123);
        utc("2026-01-02 00:00:00 UTC", 1'767'312'000'000);
        utc("2026-01-02T01:00:00+01:00", 1'767'312'000'000);
        utc("2026-01-02T05:30:00+0530", 1'767'312'000'000);
        utc("2026-01-01T19:00:00-05", 1'767'312'000'000);
        utc("2026-01-02t00:00z", 1'767'312'000'000);
        utc("2026-01-02T00:00", 1'767'312'000'000);
        utc("2026-01-02", 1'767'312'000'000);
        utc("1767312000", 1'767'312'000'000);
        utc("1767312000.123", 1'767'312'000'123);
        utc("1767312000123", 1'767'312'000'123);
        utc("1767312000123456", 1'767'312'000'123);
        utc("1767312000123456789", 1'767'312'000'123);
        utc("0", 0);
        utc("1.767312e9", 1'767'312'000'000);
        utc("2024-02-29T00:00:00Z", 1'709'164'800'000);
        for (const char *text : {"2026-02-29", "2026-13-01", "2026-01-02T24:00:00Z", "2026-01-02T00:61:00Z",
                                 "yesterday", "2026-01-02T00:00:00+", "2026-01-02T00:00:00.Z", "2026-01-02T00:00:00Zx",
                                 "02/01/2026", "", "nan", "inf", "1e99", "0x12"})
            utc(text, -1);
        // Zurich: +01:00 in winter, +02:00 in summer; 02:30 on 29 March 2026 does not exist, on 25 October it is there twice.
        const auto zurich = [](const char *text, qint64 time) {
            QTest::addRow("Zurich %s", text) << "Europe/Zurich" << text << time;
        };
        zurich("2026-01-02T01:00:00", 1'767'312'000'000);
        zurich("2026-07-01", 1'782'856'800'000);
        zurich("2026-03-29T01:59:59.999", 1'774'745'999'999);
        zurich("2026-03-29T02:30:00", 1'774'746'000'000);
        zurich("2026-03-29T03:00:00", 1'774'746'000'000);
        zurich("2026-10-25T02:30:00", 1'792'888'200'000);
        zurich("2026-10-25T03:00:00", 1'792'893'600'000);
        QTest::addRow("Kathmandu") << "Asia/Kathmandu"
                                   << "2026-01-02T05:45:00" << qint64(1'767'312'000'000);
    }
    void aTimeIsRead()
    {
        QFETCH(const QString, zone);
        QFETCH(const QString, text);
        TimeReader reader(Calendar::of(zone.toStdString(), WeekStart::Sunday).value());
        QTEST(qint64(reader.read(text.toStdString()).value_or(-1)), "milliseconds");
    }

    void wallClockTimesAreWhatTheCalendarSays()
    {
        const Calendar calendar
            = Calendar::of("Australia/Lord_Howe", WeekStart::Sunday).value(); // shifts by 30 minutes
        TimeReader reader(calendar);
        for (std::int64_t time = 1'775'000'000'000; time < 1'776'000'000'000; time += 7 * 60'000) {
            std::string text = Calendar::isoTime(time);
            text.pop_back();
            QCOMPARE(reader.read(text), calendar.parseTime(text));
        }
    }

    void theColumnsOfCommonExportsAreFound_data()
    {
        QTest::addColumn<QString>("columns"); // those with a dot before them are among the properties
        QTest::addColumn<QString>("roles");
        QTest::addRow("ours") << "event user time plan"
                              << "event user time";
        QTest::addRow("the better name wins") << "name event timestamp time user_id user"
                                              << "event user,user_id time";
        QTest::addRow("PostHog") << "uuid event distinct_id timestamp .plan"
                                 << "event distinct_id timestamp";
        QTest::addRow("Segment") << "anonymousId userId event timestamp"
                                 << "event userId,anonymousId timestamp";
        QTest::addRow("Mixpanel") << "event .time .distinct_id .name"
                                  << "event distinct_id time";
        QTest::addRow("Amplitude") << "event_type user_id event_time country"
                                   << "event_type user_id event_time";
        QTest::addRow("another writing") << "Event-Name UserID TimeStamp"
                                         << "Event-Name UserID TimeStamp";
        QTest::addRow("as it is before another writing") << "EVENT event_type user ts"
                                                         << "event_type user ts";
        QTest::addRow("Pug") << "occur_time event user_id"
                             << "event user_id occur_time";
    }
    void theColumnsOfCommonExportsAreFound()
    {
        QFETCH(const QString, columns);
        QTEST(found(columnsOf(columns)), "roles");
    }

    void aMapSaysMoreThanTheNames()
    {
        datasets::v1::ColumnMap map;
        map.set_user("case_id");
        map.set_time("properties.when");
        QCOMPARE(found(columnsOf(QStringLiteral("event user time case_id .when")), map),
                 QStringLiteral("event case_id when"));
    }

    void anUnknownColumnNamesTheNearest()
    {
        datasets::v1::ColumnMap map;
        map.set_user("caseid");
        try {
            found(columnsOf(QStringLiteral("event time case_id amount")), map);
            QFAIL("it was taken");
        } catch (const DatasetError &error) {
            QCOMPARE(error.kind(), DatasetError::Kind::Usage);
            QCOMPARE(error.what(),
                     "events.csv has no column \"caseid\" (--map user=caseid); did you mean \"case_id\"?");
        }
    }

    void notesComeBackFromTheirComment()
    {
        ProjectNotes notes;
        notes.name = "Acme 'Shop' `· demo\\";
        notes.timezone = "Asia/Kathmandu";
        notes.weekStart = WeekStart::Monday;
        notes.nextColumn = 17;
        notes.files = {{"ab12", 120, 3, "my events; DROP TABLE.csv"}, {"cd34", 0, 0, " b"}, {}};
        QCOMPARE(commentOf(notes).find_first_not_of("0123456789abcdef"), std::string::npos);
        QVERIFY(readProjectComment(commentOf(notes)) == notes);
        const PropertyNotes property{PropertyKind::Time, "a:b'`\n"};
        QVERIFY(readPropertyComment(commentOf(property)) == property);
    }

    void aForeignCommentIsNotRead()
    {
        for (const char *comment : {"", "xyz", "abc", "00ff", "696e736967687473"}) {
            QVERIFY(!readProjectComment(comment));
            QVERIFY(!readPropertyComment(comment));
        }
    }
};

QTEST_GUILESS_MAIN(ValuesTest)
#include "values_test.moc"
