// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window as a whole.
#include "app/gallery.h"
#include "app/gallery_client.h"
#include "session/catalog.h"
#include "session/draft_query.h"
#include "session/file_import.h"
#include "session/query_controller.h"
#include "ui/shell/main_window.h"

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

} // namespace

std::vector<GalleryEntry> windowPieces()
{
    return {
        {"window-1280", {1280, 800}, [](Theme &theme) { return window(theme, true); }},
        {"window-1920", {1920, 1080}, [](Theme &theme) { return window(theme, true); }},
        {"window-small", {860, 600}, [](Theme &theme) { return window(theme, true); }},
        {"window-welcome", {1440, 900}, [](Theme &theme) { return window(theme, false); }},
    };
}
