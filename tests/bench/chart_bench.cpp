// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// From an answer to its picture, and what hovering, zooming and moving cost after that. 1280 x 720, offscreen:
//     QT_QPA_PLATFORM=offscreen chart_bench
#include "ui/charts/chart_surface.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>

#include <benchmark/benchmark.h>

#include <array>
#include <cmath>

namespace {

constexpr std::int64_t hour = 3'600'000;
constexpr std::int64_t start = 1'777'593'600'000; // 2026-05-01

std::shared_ptr<const AnswerFrames> answerOf(int series, int buckets)
{
    auto answer = std::make_shared<AnswerFrames>();
    answer->info.set_timezone("Europe/Berlin");
    for (int i = 0; i < buckets; ++i)
        answer->timestamps.push_back(start + hour * i);
    std::uint64_t random = 88172645463325252ULL;
    for (int s = 0; s < series; ++s) {
        SeriesFrame frame;
        frame.breakdown = "series " + std::to_string(s);
        for (int i = 0; i < buckets; ++i) {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            frame.values.push_back(500 + 300 * std::sin(i * 0.05 + s) + double(random % 2000) / 10);
        }
        answer->series.push_back(std::move(frame));
    }
    return answer;
}

constexpr std::array<const char *, 3> formNames{"line", "area", "bar"};

// A chart with an answer of range(0) series and range(1) buckets, in the form of range(2).
struct Stage
{
    explicit Stage(benchmark::State &state)
        : answer(answerOf(int(state.range(0)), int(state.range(1))))
        , picture(1280, 720, QImage::Format_RGB32)
    {
        for (const SeriesFrame &series : answer->series)
            text.series.push_back(QString::fromStdString(*series.breakdown));
        state.SetLabel(formNames[std::size_t(state.range(2))]);
        chart.setShape({.form = ChartForm(state.range(2))});
        chart.resize(1280, 720);
        show();
    }

    void show()
    {
        chart.setAnswer(answer, text, insights::v1::GRANULARITY_HOUR);
        paint();
    }
    void paint() { chart.render(&picture); }

    Theme theme;
    std::shared_ptr<const AnswerFrames> answer;
    ChartText text;
    ChartSurface chart{theme};
    QImage picture;
};

void editToPaint(benchmark::State &state)
{
    Stage stage(state);
    for (auto _ : state)
        stage.show();
}

void hoverMove(benchmark::State &state)
{
    Stage stage(state);
    double x = 100;
    for (auto _ : state) {
        x = x > 1100 ? 100 : x + 7;
        QMouseEvent move(QEvent::MouseMove, {x, 300}, {x, 300}, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&stage.chart, &move);
        stage.paint();
    }
}

void highlight(benchmark::State &state)
{
    Stage stage(state);
    int series = 0;
    for (auto _ : state) {
        stage.chart.setHighlightedSeries(series++ % int(state.range(0)));
        stage.paint();
    }
}

void zoomFrame(benchmark::State &state)
{
    Stage stage(state);
    const std::int64_t length = hour * state.range(1);
    std::int64_t shown = length / 3;
    for (auto _ : state) {
        shown = shown < length / 20 ? length / 3 : shown - shown / 40;
        stage.chart.setZoom(TimeSpan{start + length / 3, start + length / 3 + shown});
        stage.paint();
    }
}

// A third of the time, moved by the wheel to one end and back.
void panFrame(benchmark::State &state)
{
    Stage stage(state);
    const std::int64_t length = hour * state.range(1);
    stage.chart.setZoom(TimeSpan{start, start + length / 3});
    int turn = -120;
    for (auto _ : state) {
        const TimeSpan before = stage.chart.content().span();
        QWheelEvent wheel({640, 300}, {640, 300}, {}, {0, turn}, Qt::NoButton, Qt::ShiftModifier, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(&stage.chart, &wheel);
        stage.paint();
        if (stage.chart.content().span().from == before.from)
            turn = -turn;
    }
}

void sizes(benchmark::internal::Benchmark *bench)
{
    for (const ChartForm form : {ChartForm::Line, ChartForm::Area, ChartForm::Bar}) {
        for (const auto &[series, buckets] : {std::pair{10, 720}, {200, 720}, {1, 1'000'000}, {10, 100'000}})
            bench->Args({series, buckets, int(form)});
    }
    bench->Unit(benchmark::kMillisecond);
}

BENCHMARK(editToPaint)->Apply(sizes);
BENCHMARK(hoverMove)->Apply(sizes);
BENCHMARK(highlight)->Apply(sizes);
BENCHMARK(zoomFrame)->Apply(sizes);
BENCHMARK(panFrame)->Apply(sizes);

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
