// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an analyst waits for, with the real insightsd beside this program on the demo's million events: from an edit to
// the chart painted with its answer, and from nothing to the first chart while the service lives.
#include "app/composition.h"
#include "ui/charts/chart_surface.h"
#include "ui/theme/theme.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

using namespace insights::v1;

namespace {

QString folder;

// Ends the loop once the chart was painted with the answer to the question in the form.
class Painted : public QObject
{
public:
    explicit Painted(Composition &composition)
        : m_composition(composition)
        , m_chart(*composition.window().findChild<ChartSurface *>())
    {
        m_chart.installEventFilter(this);
    }

    void wait()
    {
        QTimer::singleShot(30'000, &m_loop, &QEventLoop::quit);
        m_loop.exec();
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        const auto *ready = std::get_if<Ready>(&m_composition.controller().state());
        if (event->type() == QEvent::Paint && ready != nullptr
            && ready->answer->spec.SerializeAsString() == m_composition.draft().spec().SerializeAsString())
            QTimer::singleShot(0, &m_loop, &QEventLoop::quit); // after the paint
        return false;
    }

private:
    Composition &m_composition;
    ChartSurface &m_chart;
    QEventLoop m_loop;
};

void open(Composition &composition)
{
    composition.window().resize(1440, 900);
    composition.window().show();
    composition.connectNow();
    Painted(composition).wait();
}

void fromNothingToTheFirstChart(benchmark::State &state)
{
    Theme theme;
    theme.apply(*qApp, SchemeChoice::Light);
    for ([[maybe_unused]] auto _ : state) {
        Composition composition({{}, folder, {}}, theme);
        open(composition);
    }
}

// Edits back and forth between two questions. The counter says how much of a round is the service's own answering.
void edit(benchmark::State &state, const QuerySpec &one, const QuerySpec &other)
{
    Theme theme;
    theme.apply(*qApp, SchemeChoice::Light);
    Composition composition({{}, folder, {}}, theme);
    open(composition);
    double answeringMs = 0;
    bool isOne = false;
    for ([[maybe_unused]] auto _ : state) {
        isOne = !isOne;
        Painted painted(composition);
        Draft draft = composition.draft().draft();
        draft.time = {};
        draft.automaticGranularity = false;
        draft.spec = isOne ? one : other;
        composition.draft().edit(draft, QStringLiteral("Edit"));
        painted.wait();
        const auto &elapsed = composition.controller().lastAnswer()->frames->info.elapsed();
        answeringMs += double(elapsed.seconds()) * 1e3 + double(elapsed.nanos()) / 1e6;
    }
    state.counters["answering_ms"] = benchmark::Counter(answeringMs, benchmark::Counter::kAvgIterations);
}

QuerySpec question(Granularity granularity, bool isBrokenDown)
{
    QuerySpec spec;
    spec.add_events()->set_name("page_view");
    *spec.mutable_time_range()->mutable_start() = timestamp(1'767'330'000'000);
    *spec.mutable_time_range()->mutable_end() = timestamp(1'780'286'400'000);
    spec.set_granularity(granularity);
    spec.set_aggregation(AGGREGATION_UNIQUE_USERS);
    if (isBrokenDown)
        spec.mutable_breakdown()->set_property("$geo.country");
    return spec;
}

} // namespace

int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    QApplication app(argc, argv);
    const QTemporaryDir temporary;
    folder = temporary.path();
    QCoreApplication::setOrganizationName(QStringLiteral("insights-explorer-bench"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder + QStringLiteral("/settings"));
    qputenv("INSIGHTS_LIBCHDB", CHDB_LIBRARY); // found by the cache folder else
    for (const char *kept : {"XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(kept, (folder + u'/' + QLatin1String(kept)).toUtf8());
    if (QProcess::execute(LocalService::findProgram(), {"demo", "--data", folder}) != 0)
        return 1;

    const auto add = [](const char *name, const QuerySpec &one, const QuerySpec &other) {
        benchmark::RegisterBenchmark(name, [=](benchmark::State &state) { edit(state, one, other); })
            ->Unit(benchmark::kMillisecond)
            ->UseRealTime();
    };
    benchmark::RegisterBenchmark("from nothing to the first chart", fromNothingToTheFirstChart)
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
    add("edit to painted chart, days and weeks", question(GRANULARITY_DAY, false), question(GRANULARITY_WEEK, false));
    add("edit to painted chart, hours and days", question(GRANULARITY_HOUR, false), question(GRANULARITY_DAY, false));
    add("edit to painted chart, by country and not", question(GRANULARITY_DAY, true), question(GRANULARITY_DAY, false));
    benchmark::RunSpecifiedBenchmarks();
    QProcess::execute(QStringLiteral("pkill"), {"-f", QStringLiteral("insightsd serve --data ") + folder});
    return 0;
}
