// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/spec_json.h"

#include "query/check.h"
#include "tests/query/documented_specs.h"

#include <google/protobuf/util/message_differencer.h>

#include <QJsonDocument>
#include <QTest>

using namespace insights::v1;
using google::protobuf::util::MessageDifferencer;

namespace {

Calendar newYork()
{
    return Calendar::of("America/New_York", WeekStart::Sunday).value();
}

JsonErrors errorsOf(const std::string &text)
{
    const auto result = readSpecJson(text, newYork());
    return std::holds_alternative<JsonErrors>(result) ? std::get<JsonErrors>(result) : JsonErrors{};
}

QString toLines(const JsonErrors &errors)
{
    QStringList lines;
    for (const JsonError &error : errors)
        lines << QString::fromStdString(toText(error));
    return lines.join(u'\n');
}

QuerySpec read(const std::string &text)
{
    const auto result = readSpecJson(text, newYork());
    if (const auto *errors = std::get_if<JsonErrors>(&result))
        qFatal("%s", qPrintable(toLines(*errors)));
    return std::get<QuerySpec>(result);
}

std::string written(const char *document)
{
    return specJson(read(document));
}

} // namespace

class SpecJsonTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theDocumentsExampleIsWrittenOneValueALine()
    {
        QCOMPARE(QString::fromStdString(written(documented::structure)), QStringLiteral(R"({
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
)"));
    }

    void whatIsWrittenSaysWhatTheDocumentSays_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addRow("structure") << QByteArray(documented::structure);
        QTest::addRow("daily active users") << QByteArray(documented::dailyActiveUsers).replace(".000Z", "Z");
        QTest::addRow("revenue by country") << QByteArray(documented::revenueByCountry);
        QTest::addRow("signup funnel") << QByteArray(documented::signupFunnel);
        QTest::addRow("retention") << QByteArray(documented::retention);
    }

    void whatIsWrittenSaysWhatTheDocumentSays()
    {
        QFETCH(const QByteArray, document);
        const QuerySpec spec = read(document.toStdString());
        QVERIFY(check(spec).empty());
        const auto back = QJsonDocument::fromJson(QByteArray::fromStdString(specJson(spec)));
        QCOMPARE(back, QJsonDocument::fromJson(document));
    }

    void anySpecComesBackAsItWas()
    {
        QuerySpec spec = read(documented::structure);
        spec.mutable_time_range()->mutable_start()->set_nanos(123'456'789);
        spec.mutable_events(0)->set_name("<a>\n\"b\" \\ \t  \xE2\x80\xA8 \xF0\x9F\x9B\x92 it's");
        auto &filter = *spec.mutable_events(0)->add_filters();
        filter.set_property("  two spaces");
        filter.set_operator_(OPERATOR_NOT_BETWEEN);
        filter.add_values("-1");
        filter.add_values("2.50");
        spec.mutable_starting_event();
        spec.mutable_conversion_window()->set_seconds(604'800);
        spec.set_visualization(VISUALIZATION_FUNNEL);
        spec.set_breakdown_limit(25);
        spec.set_include_cookieless(true);
        QVERIFY(MessageDifferencer::Equals(read(specJson(spec)), spec));
        QVERIFY(MessageDifferencer::Equals(read(specJson({})), QuerySpec()));
    }

    void everySpellingThatProtobufKnowsIsAccepted()
    {
        const QuerySpec spec = read(R"({"time_range": {"start": "2026-05-01T00:00:00Z"}, "granularity": 2,
            "breakdown_limit": "5", "breakdown": null, "filters": null, "include_cookieless": true})");
        QVERIFY(spec.time_range().has_start());
        QCOMPARE(spec.granularity(), GRANULARITY_DAY);
        QCOMPARE(spec.breakdown_limit(), 5);
        QVERIFY(!spec.has_breakdown());
        QVERIFY(spec.include_cookieless());
    }

    void theInnerObjectAloneIsAccepted()
    {
        const QuerySpec wrapped = read(R"({"query": {"events": [{"name": "a"}]}, "form": "RESULT_FORM_COLUMNS"})");
        QCOMPARE(specJson(read(R"({"events": [{"name": "a"}]})")), specJson(wrapped));
    }

    void aTimeWithoutAnOffsetIsATimeOfTheProject_data()
    {
        QTest::addColumn<QByteArray>("instant");
        QTest::addRow("2026-05-01T00:00:00") << QByteArray("2026-05-01T04:00:00.000Z");
        QTest::addRow("2026-05-01") << QByteArray("2026-05-01T04:00:00.000Z");
        QTest::addRow("2026-05-01 10:30") << QByteArray("2026-05-01T14:30:00.000Z");
        QTest::addRow("2026-03-08T02:30:00") << QByteArray("2026-03-08T07:00:00.000Z"); // no such time: the gap's end
        QTest::addRow("2026-11-01T01:30:00") << QByteArray("2026-11-01T05:30:00.000Z"); // twice: the first
        QTest::addRow("2026-05-01T00:00:00Z") << QByteArray("2026-05-01T00:00:00.000Z");
        QTest::addRow("2026-05-01T00:00:00+05:45") << QByteArray("2026-04-30T18:15:00.000Z");
        QTest::addRow("0800-01-01T00:00:00") << QByteArray("0800-01-01T04:56:02.000Z");
    }

    void aTimeWithoutAnOffsetIsATimeOfTheProject()
    {
        QFETCH(const QByteArray, instant);
        const std::string text = QTest::currentDataTag();
        const QuerySpec spec = read(R"({"timeRange": {"start": ")" + text + R"(", "end": "2026-06-01"}})");
        QCOMPARE(Calendar::isoTime(milliseconds(spec.time_range().start())), instant.toStdString());
        QCOMPARE(Calendar::isoTime(milliseconds(spec.time_range().end())), std::string("2026-06-01T04:00:00.000Z"));
    }

    void aMistakeIsNamedAtItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const char *text, const char *error) {
            QTest::addRow("%s", name) << QByteArray(text) << QString::fromUtf8(error);
        };
        row("a field nobody knows", "{\"query\": {\n  \"evnts\": []}}",
            R"(2:3: query.evnts: no such field; did you mean "events"?)");
        row("a field nobody knows, bare", R"({"filters": [{"op": 1}]})",
            "1:15: query.filters[0].op: no such field; there is property, operator, value, values.");
        row("the object misspelt", R"({"querry": {}})", R"(1:2: query.querry: no such field; did you mean "query"?)");
        row("a field beside", R"({"query": {}, "querry": {}})",
            R"(1:15: querry: no such field; did you mean "query"?)");
        row("twice, in two spellings", R"({"timeRange": {}, "time_range": {}})",
            "1:19: query.timeRange: is given twice: keep one of them");
        row("an operator misspelt", R"({"filters": [{"operator": "OPERATOR_EQUAL"}]})",
            R"(1:27: query.filters[0].operator: is not known; did you mean "OPERATOR_EQUALS"?)");
        row("a name without its prefix", R"({"granularity": "day"})",
            R"(1:17: query.granularity: is not known; did you mean "GRANULARITY_DAY"?)");
        row("a name that is far", R"({"granularity": "fortnight"})",
            "1:17: query.granularity: is not known; there is GRANULARITY_HOUR, GRANULARITY_DAY, GRANULARITY_WEEK.");
        row("a list for a name", R"({"granularity": []})",
            R"(1:17: query.granularity: must be a name, as in "GRANULARITY_HOUR", got a list)");
        row("text for an object", R"({"breakdown": "plan"})",
            R"(1:15: query.breakdown: must be an object in { }, got "plan")");
        row("text for a list", R"({"events": "a"})", R"(1:12: query.events: must be a list in [ ], got "a")");
        row("a number for text", "{\"filters\": [\n{\"value\": 5}]}",
            "2:11: query.filters[0].value: must be text in double quotes, got 5");
        row("nothing in a list", R"({"filters": [{"values": ["a", null]}]})",
            "1:31: query.filters[0].values[1]: must be text in double quotes, got null");
        row("a half", R"({"breakdownLimit": 2.5})", "1:20: query.breakdownLimit: must be a whole number, got 2.5");
        row("too large", R"({"breakdownLimit": 3000000000})",
            "1:20: query.breakdownLimit: must be a whole number, got 3000000000");
        row("text for yes", R"({"includeCookieless": "maybe"})",
            R"(1:23: query.includeCookieless: must be true or false, got "maybe")");
        row("no time", R"({"timeRange": {"start": "2026-02-30", "end": 5}})",
            "1:25: query.timeRange.start: must be a time, as in \"2026-05-01T00:00:00Z\", got \"2026-02-30\"\n"
            "1:46: query.timeRange.end: must be a time, as in \"2026-05-01T00:00:00Z\", got 5");
        row("year zero", R"({"timeRange": {"start": "0000-05-01"}})",
            "1:25: query.timeRange.start: must be a time, as in \"2026-05-01T00:00:00Z\", got \"0000-05-01\"");
        row("no duration", R"({"conversionWindow": "7d"})",
            R"(1:22: query.conversionWindow: must be a number of seconds, as in "604800s" for 7 days, got "7d")");
        row("query is no object", R"({"query": 7})", "1:11: query: must be an object in { }, got 7");
        row("a list", " []", R"(1:2: a query spec is an object, as in {"query": {...}})");
        row("behind wide letters", "{\"events\": [{\"name\": \"\xC3\xA9\xF0\x9F\x9B\x92\", \"x\": 1}]}",
            "1:28: query.events[0].x: no such field; there is name, filters.");
    }

    void aMistakeIsNamedAtItsPlace()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, error);
        QCOMPARE(toLines(errorsOf(text.toStdString())), error);
    }

    void brokenTextIsToldWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("begin");
        const auto row = [](const char *name, const QByteArray &text, const char *begin) {
            QTest::addRow("%s", name) << text << QString::fromUtf8(begin);
        };
        row("empty", "", "1:1: the text is empty");
        row("blank", " \n ", "1:1: the text is empty");
        row("a word", "null", "1:1: a query spec is an object");
        row("a number", "\n7", "2:1: a query spec is an object");
        row("a byte order mark", "\xEF\xBB\xBF{}", "1:1: the text begins with a byte order mark");
        row("no colon", "{\n  \"events\": [\n    {\"name\" \"a\"}\n  ]\n}",
            "3:13: query.events[0]: a comma or a colon");
        row("no comma", "{\"query\": {\"events\": []\n\"filters\": []}}", "2:1: query: a comma or a colon");
        row("a comma too many", "{\"events\": [],\n}", "2:1: a bracket that closes nothing, or a comma too many");
        row("in a list", "{\"events\": [{},]}", "1:16: query.events[1]: a bracket that closes nothing");
        row("two commas", "{\"events\": [],,}", "1:15: a comma with nothing before it");
        row("the wrong bracket", "{\"events\": [}", "1:13: query.events");
        row("cut off", "{\"query\": {\"events\": [", "1:23: query.events[0]: the text ends before");
        row("cut off in a number", "{\"breakdownLimit\": 1", "1:21: query.breakdownLimit: the text ends before");
        row("more behind", "{} {}", "1:4: nothing may follow");
        row("a bracket behind", "{}\n}", "2:1: nothing may follow");
        row("a comment", "{ // all\n \"events\": []}", "1:3: JSON knows no comments");
        row("a comment behind", "{\"events\": [] # all\n}", "1:15: JSON knows no comments");
        row("single quotes", "{'events': []}", "1:2: names and text stand in double quotes");
        row("no quotes", "{events: []}", "1:2: JSON has something else here");
        row("half a word", "{\"breakdown\": nul}", "1:15: query.breakdown: only true, false and null");
        row("no number", "{\"breakdownLimit\": 01}", "1:20: query.breakdownLimit: this is no number");
        row("a huge number", "{\"breakdownLimit\": 1e999}", "1:20: query.breakdownLimit: this is no number");
        row("an open text", "{\n\"events\": \"a}\n}", "2:11: this text is not closed");
        row("an open text at the end", "{\"events\": \"a}", "1:12: this text is not closed");
        row("a tab in a text", "{\"a\\\"b\": \"\t\"}", "1:11: text may not hold this control character");
        row("a bad escape", R"({"breakdown": {"property": "\q"}})", "1:28: query.breakdown.property: this text has");
        row("half a pair", R"({"breakdown": {"property": "\ud83d"}})", "1:28: query.breakdown.property: this text has");
        row("a bad escape in a name", R"({"\q": 1})", "1:2: this name has an escape");
        row("not UTF-8", "{\n\"\xC3\xA9\xE9\": 1}", "2:3: the text is not UTF-8 here");
        row("a sequence cut off", "{\"\xE2\x82\": 1}", "1:3: the text is not UTF-8 here");
        row("NUL", QByteArray("{\"events\":\0[]}", 14), "1:11: query.events: JSON has something else here");
        row("deep", QByteArray("{\"a\":").repeated(100'000), "1:");
        row("deep lists", "{\"events\":" + QByteArray("[").repeated(100) + QByteArray("]").repeated(100) + "}", "1:");
        row("large", "{\"events\": \"" + QByteArray("a").repeated(5 << 20) + "\"}",
            "1:1: the text is larger than 4 MiB");
    }

    void brokenTextIsToldWithItsPlace()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, begin);
        const JsonErrors errors = errorsOf(text.toStdString());
        QCOMPARE(errors.size(), std::size_t(1));
        const QString error = toLines(errors);
        QVERIFY2(error.startsWith(begin), qPrintable(error.left(500)));
    }

    void noBeginningOfASpecIsASpec()
    {
        const std::string text = documented::structure;
        for (std::size_t length = 0; length < text.size(); ++length)
            QVERIFY2(errorsOf(text.substr(0, length)).size() == 1, text.substr(0, length).c_str());
    }

    void allMistakesAreToldButNoMoreThanAHundred()
    {
        std::string text = "{\"filters\": [";
        for (int i = 0; i < 1000; ++i)
            text += std::string(i == 0 ? "" : ",") + R"({"operator": "no", "valu": 1})";
        const JsonErrors errors = errorsOf(text + "]}");
        QCOMPARE(errors.size(), std::size_t(100));
        QCOMPARE(errors[3].field, std::string("query.filters[1].valu"));
    }

    void theTextOfAMistakeIsNoLongerThanALine()
    {
        const JsonErrors errors = errorsOf("{\"granularity\": [], \"" + std::string(100'000, 'x')
                                           + R"(": 1, "breakdown": "\u001b[31m)" + std::string(100'000, 'y') + "\"}");
        QCOMPARE(errors.size(), std::size_t(3));
        for (const JsonError &error : errors) {
            QVERIFY(toText(error).size() < 400);
            QVERIFY(toText(error).find('\x1b') == std::string::npos);
        }
    }

    void thePlaceOfAFieldIsFound_data()
    {
        QTest::addColumn<QByteArray>("found");
        QTest::addRow("query.filters[0].value") << QByteArray("\"pro\"");
        QTest::addRow("query.filters[0]") << QByteArray("{ \"value\": \"pro\", \"values\": [\"a\" , \"b\"] }");
        QTest::addRow("query.filters[0].values[1]") << QByteArray("\"b\"");
        QTest::addRow("query.timeRange") << QByteArray("{\"start\": \"2026-05-01\"}");
        QTest::addRow("query.timeRange.start") << QByteArray("\"2026-05-01\"");
        QTest::addRow("query.timeRange.end") << QByteArray("\"time_range\"");
        QTest::addRow("query.events") << QByteArray("[ ]");
        QTest::addRow("query.events[3].name") << QByteArray("\"events\"");
        QTest::addRow("query.filters[0].operator") << QByteArray("{");
        QTest::addRow("query.breakdownLimit") << QByteArray("-1");
    }

    void thePlaceOfAFieldIsFound()
    {
        QFETCH(const QByteArray, found);
        const std::string inner = "{\n \"time_range\": {\"start\": \"2026-05-01\"}, \"events\": [ ],\n \"filters\": [{ "
                                  "\"value\": \"pro\", \"values\": [\"a\" , \"b\"] }], \"breakdownLimit\": -1}";
        for (const std::string &text : {"{\"query\": " + inner + "}", inner}) {
            const auto place = placeOf(text, QTest::currentDataTag());
            QVERIFY(place);
            QCOMPARE(QByteArray::fromStdString(text.substr(place->offset, place->length)), found);
        }
    }

    void whatIsNotThereIsPlacedAroundIt()
    {
        QCOMPARE(placeOf("{\n\"query\": {}}", "query.events").value(), (TextPlace{2, 7, 2, 1}));
        QCOMPARE(placeOf(" {}", "query.events").value(), (TextPlace{1, 1, 1, 2}));
        QVERIFY(!placeOf("{", "query.events"));
    }
};

QTEST_GUILESS_MAIN(SpecJsonTest)
#include "spec_json_test.moc"
