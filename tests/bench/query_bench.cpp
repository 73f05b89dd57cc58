// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the service costs beside the best SQL one can write by hand for the same question on the same store: ten million
// events, the demo project ten times over with other users. Each row asks both in turns, so that a noisy machine slows
// both alike: service_ms and sql_ms are medians, extra_ms and ratio compare them.
#include <benchmark/benchmark.h>

#include "service/api/ask.h"
#include "service/datasets/demo.h"
#include "service/datasets/importer.h"
#include "service/datasets/store.h"
#include "service/engine/embedded_engine.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include <QFile>
#include <QTemporaryDir>

using namespace insights::v1;

namespace {

constexpr int copies = 10;

struct World
{
    QTemporaryDir folder;
    ProjectStore store{folder.path().toStdString()};
    EmbeddedEngine engine{store.engine()};
    ProjectTable table;

    World()
    {
        makeDemo(store, {});
        table = *store.project("demo");
        table.table = "insights.many";
        auto connection = store.engine().connect();
        connection.command("CREATE TABLE insights.many CLONE AS insights.demo");
        for (int i = 1; i < copies; ++i)
            connection.command("INSERT INTO insights.many SELECT event, time + toIntervalMillisecond("
                               + std::to_string(i * 17) + "), concat(user, '-" + std::to_string(i)
                               + "'), COLUMNS('^p[0-9]+$') FROM insights.demo");
        connection.command("OPTIMIZE TABLE insights.many FINAL");
    }

    std::string column(const std::string &property) const { return table.property(property)->column; }
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

void askService(const QuerySpec &spec)
{
    QueryRequest request;
    *request.mutable_query() = spec;
    request.set_form(RESULT_FORM_COLUMNS);
    benchmark::DoNotOptimize(ask(request, world().table, world().engine, {}, 0));
}

void runSql(const std::string &sql)
{
    Statement statement;
    statement.sql = sql;
    benchmark::DoNotOptimize(world().engine.execute(statement, {}));
}

double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
    return values[values.size() / 2];
}

void compare(benchmark::State &state, const QuerySpec &spec, const std::string &sql)
{
    const auto milliseconds = [](const auto &run) {
        const auto start = std::chrono::steady_clock::now();
        run();
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    };
    std::vector<double> service;
    std::vector<double> byHand;
    for ([[maybe_unused]] auto _ : state) {
        service.push_back(milliseconds([&] { askService(spec); }));
        byHand.push_back(milliseconds([&] { runSql(sql); }));
    }
    state.counters["service_ms"] = median(service);
    state.counters["sql_ms"] = median(byHand);
    state.counters["extra_ms"] = median(service) - median(byHand);
    state.counters["ratio"] = median(service) / median(byHand);
}

void add(const std::string &name, const QuerySpec &spec, const std::string &sql)
{
    benchmark::RegisterBenchmark(name.c_str(), [spec, sql](benchmark::State &state) { compare(state, spec, sql); })
        ->Unit(benchmark::kMillisecond)
        ->Iterations(15)
        ->UseRealTime();
}

QuerySpec funnel(const std::vector<std::string> &steps)
{
    QuerySpec spec = question(GRANULARITY_UNSPECIFIED, AGGREGATION_UNSPECIFIED, steps.front());
    for (std::size_t i = 1; i < steps.size(); ++i)
        spec.add_events()->set_name(steps[i]);
    spec.set_visualization(VISUALIZATION_FUNNEL);
    spec.mutable_conversion_window()->set_seconds(604'800);
    return spec;
}

// By hand with windowFunnel, which counts users but says nothing of the time between steps.
void addFunnels(const std::string &range)
{
    const std::vector<std::vector<std::string>> funnels{{"signup_started", "signup_completed", "purchase"},
                                                        {"page_view", "add_to_cart", "purchase"}};
    for (const auto &steps : funnels) {
        std::string names;
        std::string conditions;
        std::string counts;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            names += (i == 0 ? "'" : ", '") + steps[i] + "'";
            conditions += ", event = '" + steps[i] + "'";
            counts += (i == 0 ? "" : ", ") + ("countIf(level >= " + std::to_string(i + 1) + ")");
        }
        add("funnel from " + steps.front() + " to purchase", funnel(steps),
            "SELECT " + counts + " FROM (SELECT windowFunnel(604800000)(toUInt64(toUnixTimestamp64Milli(time))"
                + conditions + ") AS level FROM insights.many WHERE event IN (" + names + ")" + range
                + " AND cookieless = 0 GROUP BY uid)");
    }
}

void addRetention(const std::string &range)
{
    QuerySpec spec = question(GRANULARITY_WEEK, AGGREGATION_UNSPECIFIED);
    spec.clear_events();
    spec.set_visualization(VISUALIZATION_RETENTION);
    spec.mutable_starting_event()->set_name("signup_completed");
    spec.mutable_return_event()->set_name("page_view");
    const auto week = [](const std::string &time) {
        return "toUInt16(intDiv(toRelativeDayNum(" + time + ", 'America/New_York') - 20450, 7))";
    };
    add("weekly retention", spec,
        "SELECT w0, k, count() FROM (SELECT minIf(time, event = 'signup_completed') AS first, " + week("first")
            + " AS w0, groupArrayIf(time, event = 'page_view') AS returned FROM insights.many WHERE event IN "
              "('signup_completed', 'page_view')"
            + range
            + " AND cookieless = 0 GROUP BY uid HAVING countIf(event = 'signup_completed') > 0) ARRAY JOIN "
              "arrayDistinct(arrayMap(t -> "
            + week("t") + " - w0, arrayFilter(t -> t >= first, returned))) AS k GROUP BY w0, k");
}

void addQuestions()
{
    const std::string zone = "'America/New_York'";
    const std::string range = " AND time >= toDateTime64('2026-01-02 05:00:00', 3, 'UTC') AND time < "
                              "toDateTime64('2026-06-01 04:00:00', 3, 'UTC')";
    const std::string views = " FROM insights.many WHERE event = 'page_view'" + range;
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
            + ")) FROM insights.many WHERE event = 'purchase'" + range + " GROUP BY w");

    QuerySpec byCountry = question(GRANULARITY_DAY, AGGREGATION_UNIQUE_USERS);
    byCountry.mutable_breakdown()->set_property("$geo.country");
    const std::string country = world().column("$geo.country");
    const std::string day = "toDate(time, " + zone + ")";
    add("daily users by country, top 10 and the rest", byCountry,
        "WITH top AS (SELECT c FROM (SELECT " + country + " AS c, " + day + " AS d, uniqExact(uid) AS u" + views
            + " AND cookieless = 0 GROUP BY c, d) GROUP BY c ORDER BY sum(u) DESC, c LIMIT 10) SELECT " + day
            + " AS d, if(" + country + " IN top, " + country + ", '') AS g, uniqExact(uid)" + views
            + " AND cookieless = 0 GROUP BY d, g");

    const std::string url = world().column("url");
    QuerySpec byUrl = question(GRANULARITY_DAY, AGGREGATION_COUNT);
    byUrl.mutable_breakdown()->set_property("url");
    add("daily events by url, top 10 and the rest", byUrl,
        "WITH top AS (SELECT " + url + " AS c" + views + " GROUP BY c ORDER BY count() DESC, c LIMIT 10) SELECT " + day
            + " AS d, if(" + url + " IN top, " + url + ", '') AS g, count()" + views + " GROUP BY d, g");

    QuerySpec table = question(GRANULARITY_UNSPECIFIED, AGGREGATION_UNIQUE_USERS);
    table.set_visualization(VISUALIZATION_KPI);
    add("users of five months", table, "SELECT uniqExact(uid)" + views + " AND cookieless = 0");
    addFunnels(range);
    addRetention(range);
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
