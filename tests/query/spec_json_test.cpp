// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/spec_json.h"

#include <QTest>

using namespace insights::v1;

namespace {

Calendar newYork()
{
    return Calendar::of("America/New_York", WeekStart::Sunday).value();
}

QuerySpec read(const std::string &text)
{
    const auto result = readSpecJson(text, newYork());
    if (const auto *error = std::get_if<JsonError>(&result))
        qFatal("%s", error->message.c_str());
    return std::get<QuerySpec>(result);
}

JsonError errorOf(const std::string &text)
{
    const auto result = readSpecJson(text, newYork());
    return std::holds_alternative<JsonError>(result) ? std::get<JsonError>(result) : JsonError{};
}

} // namespace

class SpecJsonTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theDocumentsExampleIsReadAndWrittenBack()
    {
        const std::string document = R"({
 "query": {
  "events": [
   {
    "name": "page_view"
   }
  ],
  "timeRange": {
   "start": "2026-05-01T00:00:00Z",
   "end": "2026-06-01T00:00:00Z"
  },
  "granularity": "GRANULARITY_DAY",
  "aggregation": "AGGREGATION_UNIQUE_USERS",
  "breakdown": {
   "property": "$geo.country"
  },
  "filters": [
   {
    "property": "plan",
    "operator": "OPERATOR_EQUALS",
    "value": "pro"
   }
  ]
 }
}
)";
        QCOMPARE(QString::fromStdString(specJson(read(document))), QString::fromStdString(document));
    }

    void theInnerObjectAloneIsAccepted()
    {
        const QuerySpec wrapped = read(R"({"query": {"events": [{"name": "a"}]}})");
        QCOMPARE(specJson(read(R"({"events": [{"name": "a"}]})")), specJson(wrapped));
    }

    void aTimeWithoutAnOffsetIsATimeOfTheProject()
    {
        const QuerySpec spec
            = read(R"({"timeRange": {"start": "2026-05-01T00:00:00", "end": "2026-06-01T00:00:00Z"}})");
        QCOMPARE(Calendar::isoTime(milliseconds(spec.time_range().start())), std::string("2026-05-01T04:00:00.000Z"));
        QCOMPARE(Calendar::isoTime(milliseconds(spec.time_range().end())), std::string("2026-06-01T00:00:00.000Z"));
    }

    void aFieldNobodyKnowsIsNamed()
    {
        QVERIFY(errorOf(R"({"query": {"evnts": []}})").message.find("evnts") != std::string::npos);
        QVERIFY(errorOf(R"({"query": {}, "querry": {}})").message.find("querry") != std::string::npos);
    }

    void brokenTextIsToldWithItsPlace()
    {
        const JsonError error = errorOf("{\n  \"events\": [\n    {\"name\" \"a\"}\n  ]\n}");
        QVERIFY(!error.message.empty());
        QCOMPARE(error.line, 3);
        QVERIFY(error.column > 4);
    }

    void whatIsNoObjectIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "null", "[]", "7", "\"query\"", R"({"query": 7})", R"({"events": "a"})"})
            QTest::addRow("%s", text) << QByteArray(text);
    }

    void whatIsNoObjectIsRefused()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!errorOf(text.toStdString()).message.empty());
    }
};

QTEST_GUILESS_MAIN(SpecJsonTest)
#include "spec_json_test.moc"
