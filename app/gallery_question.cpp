// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The question as a form, and the parts of its answer.
#include "app/gallery.h"
#include "app/gallery_client.h"
#include "app/gallery_specs.h"
#include "session/catalog.h"
#include "session/draft_query.h"
#include "ui/builder/builder_panel.h"
#include "ui/charts/chart_surface.h"
#include "ui/charts/result_table.h"
#include "ui/charts/series_legend.h"
#include "ui/charts/state_view.h"
#include "ui/shell/answer_numbers.h"
#include "ui/shell/notices.h"
#include "ui/shell/trend_content.h"

using namespace insights::v1;

namespace {

constexpr QSize paneSize(1120, 800);

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

} // namespace

std::vector<GalleryEntry> questionPieces()
{
    const QuerySpec one = trend({"page_view"});
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
        {"builder-number",
         {320, 800},
         [=](auto &theme) { return builder(theme, drawnAs(brokenDown(6), VISUALIZATION_KPI)); }},
        {"builder-empty", {320, 800}, [](auto &theme) { return builder(theme, {}); }},
    };
}
