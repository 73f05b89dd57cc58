// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/check.h"
#include "query/spec_json.h"
#include "service/api/ask.h"
#include "service/engine/embedded_engine.h"
#include "tests/service/import_fixture.h"
#include "tests/support/brute_force.h"
#include "tests/support/brute_force_compare.h"
#include "tests/support/mapped_tables.h"
#include "tests/support/random_questions.h"

#include <random>

using namespace insights::v1;

namespace {

constexpr int worlds = 60; // an import each; of six, one is asked of a cluster too and one in Pug's shape
constexpr int questionsPerWorld = 50;
// In turns; what can go wrong in more ways comes more often.
const std::vector<Visualization> compared{VISUALIZATION_LINE,  VISUALIZATION_FUNNEL,    VISUALIZATION_RETENTION,
                                          VISUALIZATION_TABLE, VISUALIZATION_AREA,      VISUALIZATION_FUNNEL,
                                          VISUALIZATION_BAR,   VISUALIZATION_RETENTION, VISUALIZATION_KPI};

// INSIGHTS_SEED=n asks the questions of world n again, before others.
std::uint64_t firstSeed()
{
    return qEnvironmentVariableIsSet("INSIGHTS_SEED") ? qEnvironmentVariable("INSIGHTS_SEED").toULongLong()
                                                      : std::random_device()();
}

std::string linesOf(const RandomWorld &world)
{
    std::string lines;
    for (const std::string &line : world.lines)
        lines += line + "\n";
    return lines;
}

} // namespace

// Random questions of random events: the service against brute force. On a mismatch: the seed of the world, the question
// and the events, to ask again with INSIGHTS_SEED.
class RandomTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_engine = std::make_unique<EmbeddedEngine>(m_fixture.store().engine());
        m_mapped = std::make_unique<MappedTables>(m_fixture.store().engine());
    }

    void theServiceAgreesWithBruteForce_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<Place>("place");
        const std::uint64_t first = firstSeed();
        for (int i = 0; i < worlds; ++i)
            for (const Place place : allPlaces)
                if (place == Place::Store || i % 6 == static_cast<int>(place))
                    QTest::addRow("INSIGHTS_SEED=%llu %s", static_cast<unsigned long long>(first + i), nameOf(place))
                        << quint64(first + i) << place;
    }

    void theServiceAgreesWithBruteForce()
    {
        QFETCH(const quint64, seed);
        QFETCH(const Place, place);
        m_place = place;
        RandomQuestions random(seed);
        const RandomWorld world = random.world();
        const ProjectTablePtr table = import(world);

        for (int i = 0; i < questionsPerWorld; ++i) {
            const QuerySpec spec = random.question(world, compared[i % compared.size()]);
            QVERIFY(check(spec).empty());
            const ResultForm form = i % 2 == 0 ? RESULT_FORM_POINTS : RESULT_FORM_COLUMNS;
            if (!difference(world, spec, form, *table).empty())
                QFAIL(report(smallest(world, spec, form)).c_str());
            ++m_comparisons;
        }
    }

    void thousandsWereCompared() { QVERIFY2(m_comparisons > 2000, std::to_string(m_comparisons).c_str()); }

private:
    ProjectTablePtr import(const RandomWorld &world)
    {
        const std::string project = m_fixture.newProject();
        datasets::v1::ImportRequest request = ImportFixture::request(
            project, {m_fixture.file((project + ".ndjson").c_str(), QByteArray::fromStdString(linesOf(world)))});
        request.set_timezone(world.zone);
        request.set_week_start(std::string(nameOf(world.weekStart)));
        request.set_strict(true);
        m_fixture.import(request);
        const ProjectTablePtr stored = m_fixture.store().project(project);
        return m_place == Place::Store ? stored : m_mapped->copy(*stored, m_place);
    }

    QueryEngine &engine() { return m_place == Place::Store ? *m_engine : m_mapped->engine(); }

    // Between the service and brute force: of the numbers, then of what is said about them; empty when they agree.
    std::string difference(const RandomWorld &world, const QuerySpec &spec, ResultForm form, const ProjectTable &table)
    {
        const QueryResponse expected = bruteForce(spec, world.events, world.zone, world.weekStart, world.now);
        if (!expected.info().warnings().empty())
            return {}; // rounding decides which group comes first: both may be right
        try {
            QueryRequest request;
            *request.mutable_query() = spec;
            request.set_form(form);
            const QueryResponse answered = ask(request, table, engine(), {}, world.now);
            const std::string numbers = firstDifference(numbersOf(answered), numbersOf(expected));
            return numbers.empty() ? firstDifference(infoOf(answered), infoOf(expected)) : numbers;
        } catch (const std::exception &error) {
            return std::string("the service says: ") + error.what();
        }
    }

    struct Mismatch
    {
        RandomWorld world;
        QuerySpec spec;
        std::string text;
    };

    // Takes parts of the question away, then events, half of them at a time and then fewer, as long as the two disagree.
    Mismatch smallest(const RandomWorld &world, const QuerySpec &spec, ResultForm form)
    {
        const ProjectTablePtr table = import(world);
        Mismatch mismatch{world, spec, difference(world, spec, form, *table)};
        for (bool isSimpler = true; isSimpler;) {
            isSimpler = false;
            for (const QuerySpec &less : simpler(mismatch.spec)) {
                const std::string text = check(less).empty() ? difference(world, less, form, *table) : std::string();
                if (text.empty())
                    continue;
                mismatch = {world, less, text};
                isSimpler = true;
                break;
            }
        }
        for (std::size_t chunk = (world.events.size() + 1) / 2; chunk > 0; chunk /= 2)
            for (std::size_t from = 0; from < mismatch.world.events.size();)
                if (!takeAway(mismatch, from, chunk, form))
                    from += chunk;
        return mismatch;
    }

    bool takeAway(Mismatch &mismatch, std::size_t from, std::size_t count, ResultForm form)
    {
        RandomWorld less = mismatch.world;
        const auto first = static_cast<std::ptrdiff_t>(from);
        const auto last = static_cast<std::ptrdiff_t>(std::min(from + count, less.events.size()));
        less.events.erase(less.events.begin() + first, less.events.begin() + last);
        less.lines.erase(less.lines.begin() + first, less.lines.begin() + last);
        const std::string text
            = less.events.empty() ? std::string() : difference(less, mismatch.spec, form, *import(less));
        if (!text.empty())
            mismatch = {less, mismatch.spec, text};
        return !text.empty();
    }

    static std::string report(const Mismatch &mismatch)
    {
        const RandomWorld &world = mismatch.world;
        return mismatch.text + "\n" + world.zone + ", weeks from " + std::string(nameOf(world.weekStart)) + ", now "
            + Calendar::isoTime(world.now) + "\n" + specJson(mismatch.spec) + "\n" + linesOf(world);
    }

    ImportFixture m_fixture;
    std::unique_ptr<QueryEngine> m_engine;
    std::unique_ptr<MappedTables> m_mapped;
    Place m_place = Place::Store;
    int m_comparisons = 0;
};

QTEST_GUILESS_MAIN(RandomTest)
#include "random_test.moc"
