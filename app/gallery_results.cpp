// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An answer in every state.
#include "app/gallery.h"
#include "app/gallery_client.h"
#include "app/gallery_specs.h"
#include "session/draft_query.h"
#include "session/query_controller.h"
#include "ui/charts/chart_surface.h"
#include "ui/charts/funnel_chart.h"
#include "ui/shell/result_pane.h"

#include <QKeyEvent>
#include <QTimer>

#include <algorithm>

using namespace insights::v1;

namespace {

constexpr QSize paneSize(1120, 800);
constexpr int answeredAfterMs = 20; // and laid out

struct Behind
{
    GalleryClient client;
    QueryController controller{client};
    DraftQuery draft;
};

// What is asked, and how the client answers it.
GalleryPiece result(const Theme &theme, const QuerySpec &spec, const std::shared_ptr<Behind> &behind)
{
    Draft draft;
    draft.spec = spec;
    behind->draft.reset(draft);
    auto pane = std::make_unique<ResultPane>(theme, behind->controller, behind->draft);
    behind->controller.run(spec);
    return {{behind}, std::move(pane)};
}

GalleryPiece result(const Theme &theme, const QuerySpec &spec, std::optional<Outcome<AnswerFrames>> outcome)
{
    auto behind = std::make_shared<Behind>();
    behind->client.answer = std::move(outcome);
    return result(theme, spec, behind);
}

GalleryPiece answeredResult(const Theme &theme, const QuerySpec &spec)
{
    auto behind = std::make_shared<Behind>();
    behind->client.answersTrends = true;
    return result(theme, spec, behind);
}

// With the card of the last bar.
GalleryPiece hoveredFunnel(const Theme &theme)
{
    GalleryPiece piece = answeredResult(theme, funnel(true));
    auto *chart = piece.widget->findChild<FunnelChart *>();
    QTimer::singleShot(answeredAfterMs, chart, [chart] {
        QKeyEvent end(QEvent::KeyPress, Qt::Key_End, Qt::NoModifier);
        QCoreApplication::sendEvent(chart, &end);
    });
    return piece;
}

// As many as there may be, four events by fifty values, with the card of a day.
GalleryPiece manySeries(const Theme &theme, Visualization visualization)
{
    QuerySpec spec = drawnAs(
        trend({"page_view", "purchase", "signup_completed", "a_very_long_name_of_an_event_that_somebody_thought_good"}),
        visualization);
    spec.mutable_breakdown()->set_property("$geo.country");
    spec.set_breakdown_limit(50);
    GalleryPiece piece = answeredResult(theme, spec);
    auto *chart = piece.widget->findChild<ChartSurface *>(QStringLiteral("chart"));
    QTimer::singleShot(answeredAfterMs, chart, [chart] { chart->setHoveredBucket(18); });
    return piece;
}

// An answer that stays while `next` fails.
GalleryPiece keptResult(const Theme &theme, const QuerySpec &spec, const QuerySpec &next, const Failure &failure)
{
    auto behind = std::make_shared<Behind>();
    behind->client.answer = GalleryClient::answerTo(spec);
    GalleryPiece piece = result(theme, spec, behind);
    QObject::connect(&behind->controller, &QueryController::stateChanged, piece.widget.get(),
                     [next, failure, behind = behind.get()] {
                         if (!std::holds_alternative<Ready>(behind->controller.state()))
                             return;
                         behind->client.answer = failure;
                         behind->draft.editSpec(next, {});
                         behind->controller.run(next);
                     });
    return piece;
}

AnswerFrames nothing(const QuerySpec &spec)
{
    AnswerFrames frames = GalleryClient::answerTo(spec);
    for (SeriesFrame &series : frames.series)
        std::fill(series.values.begin(), series.values.end(), 0);
    return frames;
}

// Nothing was found because the data of the project ended long before.
GalleryPiece pastTheData(const Theme &theme)
{
    auto behind = std::make_shared<Behind>();
    ProjectTime place;
    place.firstEvent = GalleryClient::firstDay - 2000 * GalleryClient::dayMs;
    place.lastEvent = GalleryClient::firstDay - 1000 * GalleryClient::dayMs;
    behind->draft.setPlace(place);
    behind->client.answer = nothing(trend({"page_view"}));
    return result(theme, trend({"page_view"}), behind);
}

} // namespace

std::vector<GalleryEntry> resultPieces()
{
    const QuerySpec one = trend({"page_view"});
    const QuerySpec two = trend({"page_view", "purchase"});
    const Failure tooMuch{Failure::Kind::TooMuch,
                          "RESOURCE_EXHAUSTED",
                          "The question was stopped: it needs more memory than it may have.",
                          {}};
    const Failure gone{Failure::Kind::Unreachable, "UNAVAILABLE", "Nobody answers at unix:/run/insights.sock.", {}};
    const Failure failed{Failure::Kind::Internal, "INTERNAL", "It stands in the log of the service as 7f3a-91c2.", {}};
    return {
        {"result", paneSize, [=](auto &theme) { return answeredResult(theme, two); }},
        {"result-area", paneSize,
         [=](auto &theme) { return answeredResult(theme, drawnAs(brokenDown(6), VISUALIZATION_AREA)); }},
        {"result-bars", paneSize,
         [=](auto &theme) { return answeredResult(theme, drawnAs(brokenDown(4), VISUALIZATION_BAR)); }},
        {"result-200-lines", paneSize, [](auto &theme) { return manySeries(theme, VISUALIZATION_LINE); }},
        {"result-200-areas", paneSize, [](auto &theme) { return manySeries(theme, VISUALIZATION_AREA); }},
        {"result-200-bars", paneSize, [](auto &theme) { return manySeries(theme, VISUALIZATION_BAR); }},
        {"result-funnel", paneSize, [](auto &theme) { return answeredResult(theme, funnel(false)); }},
        {"result-funnel-by-plan", paneSize, [](auto &theme) { return answeredResult(theme, funnel(true)); }},
        {"result-funnel-hovered", paneSize, [](auto &theme) { return hoveredFunnel(theme); }},
        {"result-retention", paneSize, [](auto &theme) { return answeredResult(theme, retention()); }},
        {"result-table", paneSize,
         [=](auto &theme) { return answeredResult(theme, drawnAs(brokenDown(30), VISUALIZATION_TABLE)); }},
        {"result-number", paneSize,
         [=](auto &theme) { return answeredResult(theme, drawnAs(one, VISUALIZATION_KPI)); }},
        {"result-numbers", paneSize,
         [=](auto &theme) { return answeredResult(theme, drawnAs(two, VISUALIZATION_KPI)); }},
        {"result-loading", paneSize,
         [=](auto &theme) { return result(theme, one, std::optional<Outcome<AnswerFrames>>()); }},
        {"result-empty", paneSize, [=](auto &theme) { return result(theme, filtered(), nothing(filtered())); }},
        {"result-past-the-data", paneSize, [](auto &theme) { return pastTheData(theme); }},
        {"result-too-much", paneSize, [=](auto &theme) { return result(theme, one, tooMuch); }},
        {"result-unreachable", paneSize, [=](auto &theme) { return result(theme, one, gone); }},
        {"result-kept", paneSize, [=](auto &theme) { return keptResult(theme, brokenDown(6), brokenDown(6), gone); }},
        {"result-kept-of-question-before", paneSize,
         [=](auto &theme) { return keptResult(theme, brokenDown(6), two, failed); }},
    };
}
