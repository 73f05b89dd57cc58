// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the service costs beside the best SQL one can write by hand for the same question on the same store: the demo
// project, a million events. Rows come in pairs, service/QUESTION and sql/QUESTION.
#include <benchmark/benchmark.h>

#include "service/api/ask.h"
#include "service/datasets/demo.h"
#include "service/datasets/importer.h"
#include "service/datasets/store.h"
#include "service/engine/embedded_engine.h"

#include <QFile>
#include <QTemporaryDir>

using namespace insights::v1;

namespace {

struct World
{
    QTemporaryDir folder;
    ProjectStore store{folder.path().toStdString()};
    EmbeddedEngine engine{store.engine()};
    ProjectTablePtr table;

    World()
    {
        makeDemo(store, {});
        table = store.project("demo");
    }

    std::string column(const std::string &property) const { return table->property(property)->column; }
};

World &world()
{
    static World *made = new World; // the engine is not closed at exit
    return *made;
}

QuerySpec question(Granularity granularity, Aggregation aggregation, const std::string &event = "page_view")
{
    QuerySpec spec;
    spec.add_events()->set_name(event);
    *spec.mutable_time_range()->mutable_start() = timestamp(1'767'330'000'000); // 2026-01-02 in New York
    *spec.mutable_time_range()->mutable_end() = timestamp(1'780'286'400'000);
    spec.set_granularity(granularity);
    spec.set_aggregation(aggregation);
    return spec;
}

void askService(benchmark::State &state, const QuerySpec &spec)
{
    QueryRequest request;
    *request.mutable_query() = spec;
    request.set_form(RESULT_FORM_COLUMNS);
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(ask(
            request, *world().table, world().engine, {}, 0));
}

void runSql(benchmark::State &state, const std::string &sql)
{
    Statement statement;
    statement.sql = sql;
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(world().engine.execute(statement, Caller{}));
}

void add(const std::string &name, const QuerySpec &spec, const std::string &sql)
{
    const auto unit = benchmark::kMillisecond;
    benchmark::RegisterBenchmark(("service/" + name).c_str(),
                                 [spec](benchmark::State &state) { askService(state, spec); })
        ->Unit(unit)
        ->UseRealTime();
    benchmark::RegisterBenchmark(("sql/" + name).c_str(), [sql](benchmark::State &state) { runSql(state, sql); })
        ->Unit(unit)
        ->UseRealTime();
}

void addQuestions()
{
    const std::string zone = "'America/New_York'";
    const std::string range = " AND time >= toDateTime64('2026-01-02 05:00:00', 3, 'UTC') AND time < "
                              "toDateTime64('2026-06-01 04:00:00', 3, 'UTC')";
    const std::string views = " FROM insights.demo WHERE event = 'page_view'" + range;
    add("daily events", question(GRANULARITY_DAY, AGGREGATION_COUNT),
        "SELECT toDate(time, " + zone + ") AS d, count()" + views + " GROUP BY d");
    add("hourly events", question(GRANULARITY_HOUR, AGGREGATION_COUNT),
        "SELECT toStartOfHour(time, " + zone + ") AS h, count()" + views + " GROUP BY h");
    add("daily users", question(GRANULARITY_DAY, AGGREGATION_UNIQUE_USERS),
        "SELECT toDate(time, " + zone + ") AS d, uniqExact(uid)" + views + " AND cookieless = 0 GROUP BY d");

    QuerySpec revenue = question(GRANULARITY_WEEK, AGGREGATION_SUM, "purchase");
    revenue.set_aggregation_property("revenue");
    add("weekly revenue", revenue,
        "SELECT toStartOfWeek(time, 0, " + zone + ") AS w, sum(toFloat64OrNull(" + world().column("revenue")
            + ")) FROM insights.demo WHERE event = 'purchase'" + range + " GROUP BY w");

    QuerySpec byCountry = question(GRANULARITY_DAY, AGGREGATION_UNIQUE_USERS);
    byCountry.mutable_breakdown()->set_property("$geo.country");
    const std::string country = world().column("$geo.country");
    const std::string day = "toDate(time, " + zone + ")";
    add("daily users by country, top 10 and the rest", byCountry,
        "WITH top AS (SELECT c FROM (SELECT " + country + " AS c, " + day + " AS d, uniqExact(uid) AS u" + views
            + " AND cookieless = 0 GROUP BY c, d) GROUP BY c ORDER BY sum(u) DESC, c LIMIT 10) SELECT " + day
            + " AS d, if(" + country + " IN top, " + country + ", '') AS g, uniqExact(uid)" + views
            + " AND cookieless = 0 GROUP BY d, g");
}

// An NDJSON file of the usual shape, brought in once per round.
void importNdjson(benchmark::State &state)
{
    constexpr int count = 500'000;
    const QString path = world().folder.filePath(QStringLiteral("events.ndjson"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return state.SkipWithError("no room for the file");
    for (int i = 0; i < count; ++i)
        file.write(
            QStringLiteral(
                R"({"event":"page_view","user":"user-%1","time":"2026-05-%2T%3:%4:%5.%6Z","properties":{"$geo":{"country":"Country %7"},"$browser":"Firefox","plan":"pro","url":"https://shop.example/product/%8","session":%9,"price":%10.25}})")
                .arg(i % 40000)
                .arg(1 + i % 28, 2, 10, QLatin1Char('0'))
                .arg(i % 24, 2, 10, QLatin1Char('0'))
                .arg(i % 60, 2, 10, QLatin1Char('0'))
                .arg(i % 59, 2, 10, QLatin1Char('0'))
                .arg(i % 1000, 3, 10, QLatin1Char('0'))
                .arg(i % 60)
                .arg(i % 50000)
                .arg(i / 8)
                .arg(i % 300)
                .toUtf8()
            + '\n');
    file.close();
    datasets::v1::ImportRequest request;
    request.set_project("bench");
    request.set_replace(true);
    request.add_paths(path.toStdString());
    for ([[maybe_unused]] auto _ : state)
        importFiles(world().store, request, {});
    state.counters["events/s"] = benchmark::Counter(count, benchmark::Counter::kIsIterationInvariantRate);
}

} // namespace

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    addQuestions();
    benchmark::RegisterBenchmark("import/500,000 NDJSON events", importNdjson)
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
