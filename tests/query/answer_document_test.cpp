// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer_document.h"

#include "query/check.h"
#include "query/spec_json.h"
#include "tests/support/questions.h"
#include "tests/support/random_questions.h"
#include "tests/support/worked_examples.h"

#include <google/protobuf/util/message_differencer.h>

#include <QTest>

#include <cmath>
#include <limits>
#include <set>

using namespace insights::v1;
using explorer::v1::Answer;
using explorer::v1::Beside;
using explorer::v1::Board;

namespace {

constexpr int worlds = 12;
constexpr std::int64_t answeredAt = 1'795'548'600'123;

bool isSame(double one, double other)
{
    return one == other || (std::isnan(one) && std::isnan(other));
}

bool isSame(const SeriesFrame &one, const SeriesFrame &other)
{
    return one.event == other.event && one.eventIndex == other.eventIndex && one.breakdown == other.breakdown
        && one.isOthers == other.isOthers
        && std::equal(one.values.begin(), one.values.end(), other.values.begin(), other.values.end(),
                      [](double a, double b) { return isSame(a, b); });
}

bool isSame(const AnswerFrames &one, const AnswerFrames &other)
{
    using google::protobuf::util::MessageDifferencer;
    return one.timestamps == other.timestamps
        && std::equal(one.series.begin(), one.series.end(), other.series.begin(), other.series.end(),
                      [](const SeriesFrame &a, const SeriesFrame &b) { return isSame(a, b); })
        && MessageDifferencer::Equals(one.funnel, other.funnel)
        && MessageDifferencer::Equals(one.retention, other.retention)
        && std::equal(one.rows.begin(), one.rows.end(), other.rows.begin(), other.rows.end(),
                      [](const TableRow &a, const TableRow &b) { return MessageDifferencer::Equals(a, b); })
        && MessageDifferencer::Equals(one.info, other.info);
}

explorer::v1::Question questionOf(const QuerySpec &spec)
{
    explorer::v1::Question question;
    *question.mutable_query() = spec;
    question.set_time_preset("last30Days");
    question.set_automatic_granularity(true);
    question.set_compare("previousPeriod");
    return question;
}

// What came back of an answer that was written and read; the reason where it was not read.
std::variant<AnswerFrames, std::string> writtenAndRead(const QuerySpec &spec, const AnswerFrames &frames)
{
    const std::string text = answerFileText(answerDocument(questionOf(spec), frames, answeredAt));
    const auto read = readAnswerFile(text);
    if (const auto *errors = std::get_if<JsonErrors>(&read))
        return toText(errors->front());
    const Answer &answer = std::get<Answer>(read);
    if (answerFileText(answer) != text)
        return "another text the second time";
    if (!google::protobuf::util::MessageDifferencer::Equals(answer.question(), questionOf(spec)))
        return "another question";
    if (milliseconds(answer.answered_at()) != answeredAt)
        return "answered at another time";
    return answerFrames(answer.response());
}

AnswerFrames twoDays()
{
    AnswerFrames frames;
    frames.timestamps = {at("2026-05-01"), at("2026-05-02")};
    frames.info.set_timezone("UTC");
    frames.series = {{"view", 0, "", false, {1, std::nan("")}}, {"view", 0, "$others", true, {0.1, 1e15}}};
    return frames;
}

std::string goodText()
{
    return answerFileText(answerDocument(questionOf(trendOf("view")), twoDays(), answeredAt));
}

std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    const std::size_t place = text.find(from);
    if (place == std::string::npos)
        qFatal("%s", from.c_str());
    return text.replace(place, from.size(), to);
}

std::string errorsOf(const auto &read)
{
    std::string all;
    if (const auto *errors = std::get_if<JsonErrors>(&read))
        for (const JsonError &error : *errors)
            all += toText(error) + "\n";
    return all;
}

} // namespace

class AnswerDocumentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyAnswerComesBackFromItsFile_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= worlds; ++seed)
            QTest::addRow("world %llu", seed) << seed;
    }

    void everyAnswerComesBackFromItsFile()
    {
        QFETCH(const quint64, seed);
        RandomQuestions random(seed);
        const RandomWorld world = random.world();
        for (int visualization = VISUALIZATION_LINE; visualization <= VISUALIZATION_KPI; ++visualization)
            for (int i = 0; i < 3; ++i) {
                const QuerySpec spec = random.question(world, Visualization(visualization));
                const QueryResponse answer = bruteForce(spec, world.events, world.zone, world.weekStart, world.now);
                const AnswerFrames frames = answerFrames(answer);
                const auto back = writtenAndRead(spec, frames);
                if (const auto *why = std::get_if<std::string>(&back))
                    QFAIL((*why + "\n" + specJson(spec)).c_str());
                QVERIFY2(isSame(std::get<AnswerFrames>(back), frames), specJson(spec).c_str());
            }
    }

    void workedExamplesComeBackFromTheirFiles_data()
    {
        QTest::addColumn<QString>("family");
        for (const char *family : {"trends", "breakdown", "funnel", "retention", "table", "timezone"})
            QTest::addRow("%s", family) << QString::fromLatin1(family);
    }

    void workedExamplesComeBackFromTheirFiles()
    {
        QFETCH(const QString, family);
        int tried = 0;
        for (const auto &value : workedExamples(family)) {
            const QuerySpec spec = specOf(value.toObject());
            if (!check(spec).empty())
                continue;
            const AnswerFrames frames = answerFrames(expectedOf(value.toObject(), spec));
            const auto back = writtenAndRead(spec, frames);
            if (const auto *why = std::get_if<std::string>(&back))
                QFAIL((*why + "\n" + specJson(spec)).c_str());
            QVERIFY2(isSame(std::get<AnswerFrames>(back), frames), specJson(spec).c_str());
            ++tried;
        }
        QVERIFY(tried > 0);
    }

    void gapsAndNumbersOfEverySizeStayAsTheyAre_data()
    {
        QTest::addColumn<double>("number");
        using limits = std::numeric_limits<double>;
        for (const double number : {std::nan(""), limits::infinity(), -limits::infinity(), limits::denorm_min(),
                                    limits::max(), 1.0 / 3, -0.1, 9007199254740991.0, 0.0})
            QTest::addRow("%g", number) << number;
    }

    void gapsAndNumbersOfEverySizeStayAsTheyAre()
    {
        QFETCH(const double, number);
        AnswerFrames frames = twoDays();
        frames.series[0].values[1] = number;
        const auto back = writtenAndRead(trendOf("view"), frames);
        if (const auto *why = std::get_if<std::string>(&back))
            QFAIL(why->c_str());
        QVERIFY(isSame(std::get<AnswerFrames>(back), frames));
    }

    void whatStandsBesideAnAnswerIsFoundByItsRole()
    {
        Answer document = answerDocument(questionOf(trendOf("view")), twoDays(), answeredAt);
        QVERIFY(besideOf(document, Beside::ROLE_COMPARISON) == nullptr);
        addBeside(document, Beside::ROLE_SPARKLINE, trendOf("spark"), {});
        addBeside(document, Beside::ROLE_COMPARISON, trendOf("compared"), twoDays());
        document.set_project("acme");
        const auto read = readAnswerFile(answerFileText(document));
        QVERIFY2(std::holds_alternative<Answer>(read), errorsOf(read).c_str());
        const Answer &answer = std::get<Answer>(read);
        const Beside *compared = besideOf(answer, Beside::ROLE_COMPARISON);
        QVERIFY(compared != nullptr);
        QCOMPARE(compared->query().events(0).name(), std::string("compared"));
        QVERIFY(isSame(answerFrames(compared->response()), twoDays()));
        QCOMPARE(answer.project(), std::string("acme"));
    }

    void mistakesInAnAnswerFileAreToldWithTheirPlace_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("told");
        const std::string good = goodText();
        QTest::addRow("cut off") << good.substr(0, good.size() / 2) << std::string("closed");
        QTest::addRow("empty") << std::string() << std::string("an answer file is an object");
        QTest::addRow("a list") << std::string("[]") << std::string("1:1: an answer file is an object");
        QTest::addRow("a spec") << specJson(trendOf("view")) << std::string("2:3: query: no such field");
        QTest::addRow("a field") << replaced(good, "\"timePreset\"", "\"timePresets\"")
                                 << std::string("question.timePresets: no such field; did you mean \"timePreset\"?");
        QTest::addRow("a value") << replaced(good, "\"NaN\"", "\"none\"")
                                 << std::string("response.columns.series[0].values[1]: must be a number, got \"none\"");
        QTest::addRow("a value less") << replaced(good, ",\n            \"NaN\"", "")
                                      << std::string(
                                             "response.columns.series[0].values: has 1 values for 2 timestamps");
        QTest::addRow("times that go back")
            << replaced(good, std::to_string(at("2026-05-02")), std::to_string(at("2026-04-30")))
            << std::string("response.columns.timestamps[1]: must be later");
        QTest::addRow("a time of no calendar")
            << replaced(good, std::to_string(at("2026-05-02")), "253402300800000")
            << std::string("response.columns.timestamps[1]: lies outside the years 1 to 9999");
        QTest::addRow("a question nobody can ask")
            << replaced(good, "\"GRANULARITY_DAY\"", "\"GRANULARITY_UNSPECIFIED\"")
            << std::string("question.query.granularity: ");
        QTest::addRow("no answer") << R"({"question": )" + specJson(trendOf("view")) + "}" << std::string("response: ");
    }

    void mistakesInAnAnswerFileAreToldWithTheirPlace()
    {
        QFETCH(const std::string, text);
        QFETCH(const std::string, told);
        const std::string errors = errorsOf(readAnswerFile(text));
        QVERIFY2(errors.find(told) != std::string::npos, errors.c_str());
        QVERIFY2(std::isdigit(errors.front()), errors.c_str());
    }

    void theLineOfAMistakeIsTheLineItStandsIn()
    {
        const std::string text = replaced(goodText(), "\"NaN\"", "\"none\"");
        const std::string before = text.substr(0, text.find("\"none\""));
        const auto line = 1 + std::count(before.begin(), before.end(), '\n');
        QVERIFY(errorsOf(readAnswerFile(text)).starts_with(std::to_string(line) + ":13: "));
    }

    void aBoardIsReadWithTheAnswersOfItsTiles()
    {
        Board board;
        board.set_name("Weekly");
        explorer::v1::Tile &tile = *board.add_tiles();
        tile.set_columns(6);
        tile.set_rows(4);
        *tile.mutable_answer() = answerDocument(questionOf(trendOf("view")), twoDays(), answeredAt);
        const Calendar utc = *Calendar::of("UTC", WeekStart::Monday);
        const std::string text = boardFileText(board);
        const auto read = readBoardFile(text, utc);
        QVERIFY2(std::holds_alternative<Board>(read), errorsOf(read).c_str());
        QVERIFY(isSame(answerFrames(std::get<Board>(read).tiles(0).answer().response()), twoDays()));
        const auto wide = readBoardFile(replaced(text, "\"columns\": 6", "\"columns\": 13"), utc);
        QVERIFY2(std::holds_alternative<Board>(wide), errorsOf(wide).c_str());
        QCOMPARE(std::get<Board>(wide).tiles(0).columns(), 12);
        QVERIFY(errorsOf(readBoardFile(replaced(text, "\"NaN\"", "true"), utc))
                    .find("tiles[0].answer.response.columns.series[0].values[1]: must be a number, got true")
                != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(AnswerDocumentTest)
#include "answer_document_test.moc"
