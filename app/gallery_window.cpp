// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window as a whole, and how an answer leaves it.
#include "app/gallery.h"
#include "app/gallery_client.h"
#include "session/catalog.h"
#include "session/draft_query.h"
#include "session/file_import.h"
#include "session/query_controller.h"
#include "ui/shell/answer_sheet.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/main_window.h"

#include <QComboBox>

namespace {

struct Behind
{
    GalleryClient client;
    DraftQuery draft;
    Catalog catalog{client};
    QueryController controller{client};
    FileImport import{client};
};

GalleryPiece window(Theme &theme, bool hasProject)
{
    auto behind = std::make_shared<Behind>();
    behind->client.answersTrends = true;
    if (!hasProject)
        behind->client.projects.Clear();
    auto window = std::make_unique<MainWindow>(theme, behind->draft, behind->catalog, behind->controller);
    window->offerImport(behind->import);
    window->setService({ServiceStatus::State::Ready, QStringLiteral("Local service"), {}});
    return {{behind}, std::move(window)};
}

GalleryPiece exportDialog(const Theme &theme, ExportFormat format)
{
    insights::v1::QuerySpec spec;
    spec.add_events()->set_name("page_view");
    spec.set_granularity(insights::v1::GRANULARITY_DAY);
    *spec.mutable_time_range()->mutable_start() = timestamp(GalleryClient::firstDay);
    *spec.mutable_time_range()->mutable_end()
        = timestamp(GalleryClient::firstDay + GalleryClient::days * GalleryClient::dayMs);
    spec.mutable_breakdown()->set_property("plan");
    spec.set_breakdown_limit(4);
    const auto answered = std::make_shared<const Answered>(
        Answered{spec, std::make_shared<const AnswerFrames>(GalleryClient::answerTo(spec)),
                 QDateTime(QDate(2026, 5, 31), QTime(12, 30), Qt::UTC), 0});
    auto dialog = std::make_unique<ExportDialog>(
        theme, AnswerExport{answered, {}, {}, {}, QStringLiteral("Acme Shop"), answerSheet(*answered).body});
    auto *formats = dialog->findChild<QComboBox *>(QStringLiteral("exportFormat"));
    formats->setCurrentIndex(formats->findData(int(format)));
    return {{}, std::move(dialog)};
}

} // namespace

std::vector<GalleryEntry> windowPieces()
{
    return {
        {"window-1280", {1280, 800}, [](Theme &theme) { return window(theme, true); }},
        {"window-1920", {1920, 1080}, [](Theme &theme) { return window(theme, true); }},
        {"window-small", {860, 600}, [](Theme &theme) { return window(theme, true); }},
        {"export", {}, [](Theme &theme) { return exportDialog(theme, ExportFormat::Png); }},
        {"export-table", {}, [](Theme &theme) { return exportDialog(theme, ExportFormat::Csv); }},
        {"window-welcome", {1440, 900}, [](Theme &theme) { return window(theme, false); }},
    };
}
