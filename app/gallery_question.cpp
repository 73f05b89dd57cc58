// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The question as a form, and its answer in every state.
#include "app/gallery.h"
#include "app/gallery_client.h"
#include "session/catalog.h"
#include "session/draft_query.h"
#include "session/query_controller.h"
#include "ui/builder/builder_panel.h"
#include "ui/charts/chart_surface.h"
#include "ui/charts/result_table.h"
#include "ui/charts/series_legend.h"
#include "ui/charts/state_view.h"
#include "ui/shell/answer_numbers.h"
#include "ui/shell/notices.h"
#include "ui/shell/result_pane.h"
#include "ui/shell/trend_content.h"

#include <algorithm>

using namespace insights::v1;

namespace {

constexpr QSize paneSize(1120, 800);

QuerySpec trend(const std::vector<std::string> &events)
{
    QuerySpec spec;
    for (const std::string &event : events)
        spec.add_events()->set_name(event);
    *spec.mutable_time_range()->mutable_start() = timestamp(GalleryClient::firstDay);
    *spec.mutable_time_range()->mutable_end()
        = timestamp(GalleryClient::firstDay + GalleryClient::days * GalleryClient::dayMs);
    spec.set_granularity(GRANULARITY_DAY);
    spec.set_aggregation(AGGREGATION_UNIQUE_USERS);
    return spec;
}

QuerySpec brokenDown(int limit)
{
    QuerySpec spec = trend({"page_view"});
    spec.mutable_breakdown()->set_property("$geo.country");
    spec.set_breakdown_limit(limit);
    return spec;
}

Answered answered(const QuerySpec &spec)
{
    return {spec, std::make_shared<const AnswerFrames>(GalleryClient::answerTo(spec)), QDateTime::currentDateTimeUtc(),
            84};
}

GalleryPiece chart(const Theme &theme, const QuerySpec &spec, int hovered = -1)
{
    const Answered answer = answered(spec);
    auto surface = std::make_unique<ChartSurface>(theme);
    surface->setAnswer(answer.frames, chartText(answer), spec.granularity());
    surface->setHoveredBucket(hovered);
    return {{}, std::move(surface)};
}

GalleryPiece legend(const Theme &theme, const QuerySpec &spec, const std::set<int> &hidden = {})
{
    auto list = std::make_unique<SeriesLegend>(theme);
    list->setContent(legendContent(answered(spec), theme));
    list->setHidden(hidden);
    return {{}, std::move(list)};
}

GalleryPiece table(const Theme &theme, const QuerySpec &spec)
{
    const Answered answer = answered(spec);
    auto view = std::make_unique<ResultTable>(theme);
    view->setTable(answerTable(answer));
    return {{}, std::move(view)};
}

GalleryPiece result(const Theme &theme, const QuerySpec &spec, std::optional<Outcome<AnswerFrames>> outcome)
{
    auto client = std::make_shared<GalleryClient>();
    client->answer = std::move(outcome);
    auto controller = std::make_shared<QueryController>(*client);
    auto draft = std::make_shared<DraftQuery>();
    Draft start;
    start.spec = spec;
    draft->reset(start);
    auto pane = std::make_unique<ResultPane>(theme, *controller, *draft);
    controller->run(spec);
    return {{client, controller, draft}, std::move(pane)};
}

// An answer that stays while `next` fails.
GalleryPiece keptResult(const Theme &theme, const QuerySpec &spec, const QuerySpec &next, const Failure &failure)
{
    auto client = std::make_shared<GalleryClient>();
    client->answer = GalleryClient::answerTo(spec);
    auto controller = std::make_shared<QueryController>(*client);
    auto draft = std::make_shared<DraftQuery>();
    Draft start;
    start.spec = next;
    draft->reset(start);
    auto pane = std::make_unique<ResultPane>(theme, *controller, *draft);
    QObject::connect(controller.get(), &QueryController::stateChanged, pane.get(),
                     [=, client = client.get(), controller = controller.get()] {
                         if (!std::holds_alternative<Ready>(controller->state()))
                             return;
                         client->answer = failure;
                         controller->run(next);
                     });
    controller->run(spec);
    return {{client, controller, draft}, std::move(pane)};
}

QuerySpec drawnAs(QuerySpec spec, Visualization visualization)
{
    spec.set_visualization(visualization);
    return spec;
}

QuerySpec funnel(bool byPlan)
{
    QuerySpec spec = drawnAs(trend({"signup_started", "signup_completed", "purchase"}), VISUALIZATION_FUNNEL);
    spec.clear_granularity();
    spec.mutable_conversion_window()->set_seconds(604'800);
    if (byPlan) {
        spec.mutable_breakdown()->set_property("plan");
        spec.set_breakdown_limit(4);
    }
    return spec;
}

QuerySpec retention()
{
    QuerySpec spec = drawnAs(trend({}), VISUALIZATION_RETENTION);
    spec.mutable_starting_event()->set_name("signup_completed");
    spec.mutable_return_event()->set_name("page_view");
    return spec;
}

GalleryPiece answeredResult(const Theme &theme, const QuerySpec &spec)
{
    return result(theme, spec, GalleryClient::answerTo(spec));
}

AnswerFrames nothing(const QuerySpec &spec)
{
    AnswerFrames frames = GalleryClient::answerTo(spec);
    for (SeriesFrame &series : frames.series)
        std::fill(series.values.begin(), series.values.end(), 0);
    return frames;
}

GalleryPiece notice(const Theme &theme, const StateText &text)
{
    auto ground = std::make_unique<QWidget>();
    ground->resize(paneSize);
    (new StateView(theme, ground.get()))->showState(text);
    return {{}, std::move(ground)};
}

GalleryPiece builder(const Theme &theme, const QuerySpec &spec)
{
    auto client = std::make_shared<GalleryClient>();
    auto catalog = std::make_shared<Catalog>(*client);
    auto draft = std::make_shared<DraftQuery>();
    auto panel = std::make_unique<BuilderPanel>(*draft, *catalog, theme);
    catalog->open("shop");
    Draft start;
    start.spec = spec;
    draft->reset(start);
    return {{client, catalog, draft}, std::move(panel)};
}

QuerySpec filtered()
{
    QuerySpec spec = trend({"page_view", "a_very_long_name_of_an_event_that_somebody_thought_good"});
    PropertyFilter &own = *spec.mutable_events(0)->add_filters();
    own.set_property("$browser");
    own.set_operator_(OPERATOR_IS_SET);
    PropertyFilter &all = *spec.add_filters();
    all.set_property("plan");
    all.set_operator_(OPERATOR_IN);
    all.add_values("pro");
    all.add_values("team");
    return spec;
}

} // namespace

std::vector<GalleryEntry> questionPieces()
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
        {"chart", {840, 500}, [=](auto &theme) { return chart(theme, one); }},
        {"chart-hovered", {840, 500}, [=](auto &theme) { return chart(theme, brokenDown(6), 18); }},
        {"chart-30-series", {840, 500}, [=](auto &theme) { return chart(theme, brokenDown(30)); }},
        {"legend", {272, 500}, [=](auto &theme) { return legend(theme, brokenDown(6)); }},
        {"legend-hidden",
         {272, 500},
         [=](auto &theme) {
             return legend(theme, brokenDown(30), {1, 2});
         }},
        {"table", {840, 210}, [=](auto &theme) { return table(theme, brokenDown(6)); }},
        {"result", paneSize, [=](auto &theme) { return answeredResult(theme, two); }},
        {"result-area", paneSize,
         [=](auto &theme) { return answeredResult(theme, drawnAs(brokenDown(6), VISUALIZATION_AREA)); }},
        {"result-bars", paneSize,
         [=](auto &theme) { return answeredResult(theme, drawnAs(brokenDown(4), VISUALIZATION_BAR)); }},
        {"result-funnel", paneSize, [](auto &theme) { return answeredResult(theme, funnel(false)); }},
        {"result-funnel-by-plan", paneSize, [](auto &theme) { return answeredResult(theme, funnel(true)); }},
        {"result-retention", paneSize, [](auto &theme) { return answeredResult(theme, retention()); }},
        {"result-table", paneSize,
         [=](auto &theme) { return answeredResult(theme, drawnAs(brokenDown(30), VISUALIZATION_TABLE)); }},
        {"result-number", paneSize,
         [=](auto &theme) { return answeredResult(theme, drawnAs(one, VISUALIZATION_KPI)); }},
        {"result-loading", paneSize, [=](auto &theme) { return result(theme, one, {}); }},
        {"result-empty", paneSize, [=](auto &theme) { return result(theme, filtered(), nothing(filtered())); }},
        {"result-too-much", paneSize, [=](auto &theme) { return result(theme, one, tooMuch); }},
        {"result-unreachable", paneSize, [=](auto &theme) { return result(theme, one, gone); }},
        {"result-kept", paneSize, [=](auto &theme) { return keptResult(theme, brokenDown(6), brokenDown(6), gone); }},
        {"result-kept-of-question-before", paneSize,
         [=](auto &theme) { return keptResult(theme, brokenDown(6), two, failed); }},
        {"notice-starting", paneSize, [](auto &theme) { return notice(theme, startingNotice("Local service", {})); }},
        {"notice-no-service", paneSize,
         [](auto &theme) { return notice(theme, noServiceNotice("It did not start.", true)); }},
        {"notice-no-event", paneSize, [](auto &theme) { return notice(theme, noEventNotice()); }},
        {"notice-bad-file", paneSize,
         [](auto &theme) { return notice(theme, badFileNotice("spec.json:3:5: evnts: there is no such field")); }},
        {"builder", {320, 800}, [=](auto &theme) { return builder(theme, one); }},
        {"builder-funnel", {320, 800}, [](auto &theme) { return builder(theme, funnel(true)); }},
        {"builder-retention", {320, 800}, [](auto &theme) { return builder(theme, retention()); }},
        {"builder-filters", {320, 800}, [](auto &theme) { return builder(theme, filtered()); }},
        {"builder-empty", {320, 800}, [](auto &theme) { return builder(theme, {}); }},
    };
}
