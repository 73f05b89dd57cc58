// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files on their way in, the ways in, and the palette.
#include "app/gallery.h"
#include "app/gallery_client.h"
#include "session/catalog.h"
#include "session/file_import.h"
#include "ui/import/import_page.h"
#include "ui/shell/actions.h"
#include "ui/shell/palette.h"
#include "ui/shell/recent_files.h"
#include "ui/shell/welcome_page.h"

#include <QLineEdit>
#include <QTimer>
#include <QUndoGroup>

using namespace datasets::v1;

namespace {

constexpr QSize pageSize(1440, 828);
constexpr QSize smallPageSize(1280, 728);

struct SeenColumn
{
    const char *name;
    ColumnRole role;
    catalog::v1::PropertyType type;
    std::vector<const char *> values;
};

void addColumn(PreviewResponse &seen, const SeenColumn &column)
{
    PreviewColumn &told = *seen.add_columns();
    told.set_name(column.name);
    told.set_role(column.role);
    told.set_type(column.type);
    for (int i = 0; i < seen.rows_size(); ++i) {
        const std::string value = column.values[std::size_t(i) % column.values.size()];
        seen.mutable_rows(i)->add_values(value);
        if (told.first_value().empty())
            told.set_first_value(value);
        told.set_filled(told.filled() + (value.empty() ? 0 : seen.lines_read() / std::uint64_t(seen.rows_size())));
    }
    told.set_distinct(column.values.size());
}

PreviewResponse orders()
{
    PreviewResponse seen;
    seen.set_format(FILE_FORMAT_CSV);
    seen.set_bytes(193'145'000);
    seen.set_lines_read(10'000);
    seen.set_events(10'000);
    seen.mutable_first_event()->set_seconds(1'777'593'600);
    seen.mutable_last_event()->set_seconds(1'780'185'600);
    for (int i = 0; i < 50; ++i)
        seen.add_rows()->set_line(std::uint64_t(i) + 2);
    const auto text = catalog::v1::PROPERTY_TYPE_STRING;
    const SeenColumn columns[]
        = {{"order_id", COLUMN_ROLE_PROPERTY, text, {"A-104482", "A-104483", "A-104484"}},
           {"created_at",
            COLUMN_ROLE_TIME,
            catalog::v1::PROPERTY_TYPE_TIME,
            {"2026-05-03 18:22:41", "2026-05-03 19:11:35"}},
           {"customer_id", COLUMN_ROLE_USER, text, {"c_58121", "c_82011", "c_32631"}},
           {"type", COLUMN_ROLE_EVENT, text, {"purchase", "refund", "checkout"}},
           {"plan", COLUMN_ROLE_PROPERTY, text, {"team", "free", "pro", "starter"}},
           {"total", COLUMN_ROLE_PROPERTY, catalog::v1::PROPERTY_TYPE_NUMBER, {"129.00", "79.00", "29.00"}},
           {"is_first", COLUMN_ROLE_PROPERTY, catalog::v1::PROPERTY_TYPE_BOOLEAN, {"true", "false"}},
           {"notes", COLUMN_ROLE_PROPERTY, text, {"", "", "", "", "", "", "", "", "", "rang twice, nobody there"}}};
    for (const SeenColumn &column : columns)
        addColumn(seen, column);
    return seen;
}

PreviewResponse withBadLines(PreviewResponse seen)
{
    const auto add = [&seen](int row, const char *reason) {
        seen.mutable_rows(row)->set_problem(reason);
        BadLine &bad = *seen.add_bad();
        bad.set_line(seen.rows(row).line());
        bad.set_reason(reason);
    };
    seen.mutable_rows(3)->set_values(1, "03.05.26 9 pm");
    add(3, "\"03.05.26 9 pm\" is no time");
    add(7, "it has no user");
    seen.set_bad_lines(215);
    return seen;
}

PreviewResponse withoutEvent(PreviewResponse seen)
{
    seen.mutable_columns(3)->set_role(COLUMN_ROLE_PROPERTY);
    seen.set_problem("no column is known to hold the event");
    return seen;
}

PreviewResponse unreadable()
{
    PreviewResponse seen;
    seen.set_problem("/home/ann/orders.csv cannot be read: it is UTF-16; save it as UTF-8.");
    return seen;
}

ImportProgress progressOf(std::uint64_t read)
{
    ImportProgress progress;
    progress.set_bytes_total(193'145'000);
    progress.set_bytes_read(read);
    progress.set_events(read / 156);
    return progress;
}

ImportProgress summed()
{
    ImportProgress progress = progressOf(193'145'000);
    ImportSummary &summary = *progress.mutable_summary();
    summary.set_project("orders");
    summary.set_events(1'239'785);
    summary.set_bad_lines(2);
    progress.set_bad_lines(2);
    *progress.mutable_bad() = withBadLines(orders()).bad();
    return progress;
}

enum class Then { Look, Import };

GalleryPiece importPage(const Theme &theme, const PreviewResponse &seen, Then then = Then::Look,
                        std::optional<Outcome<ImportProgress>> imported = {})
{
    auto client = std::make_shared<GalleryClient>();
    client->seen = seen;
    client->imported = std::move(imported);
    client->progress = progressOf(64'000'000);
    auto files = std::make_shared<FileImport>(*client);
    auto page = std::make_unique<ImportPage>(theme, *files);
    if (then == Then::Import)
        QObject::connect(files.get(), &FileImport::stateChanged, page.get(), [files = files.get()] {
            if (std::holds_alternative<Looked>(files->state()))
                QTimer::singleShot(0, files, [files] { files->start({"orders", "UTC", "monday", false}); });
        });
    page->setProjects({client->projects.projects().begin(), client->projects.projects().end()});
    page->open({QStringLiteral("/home/ann/orders-2026-05.csv")});
    return {{client, files}, std::move(page)};
}

GalleryPiece welcome(const Theme &theme, const QStringList &paths)
{
    auto recent = std::make_shared<RecentFiles>();
    recent->clear();
    for (const QString &path : paths)
        recent->add(path);
    auto page = std::make_unique<WelcomePage>(theme, *recent);
    page->setTakesEvents(true);
    return {{recent}, std::move(page)};
}

QStringList someFiles()
{
    return {QStringLiteral("/home/ann/exports/orders-2026-05.csv"),
            QStringLiteral("/home/ann/weekly-active-teams.json"),
            QStringLiteral(
                "/srv/shared/analytics/a/folder/with/a/rather/long/path/and/more/events-of-everything.ndjson.gz")};
}

GalleryPiece palette(const Theme &theme, const QString &typed)
{
    auto undo = std::make_shared<QUndoGroup>();
    auto actions = std::make_shared<Actions>(theme, *undo, nullptr);
    auto host = std::make_shared<QWidget>();
    host->resize(1280, 800);
    auto palette = std::make_unique<Palette>(theme, host.get());
    palette->setAttribute(Qt::WA_DontShowOnScreen);
    std::vector<PaletteEntry> entries = actionEntries(actions->all());
    for (const char *name : {"page_view", "add_to_cart", "a_very_long_name_of_an_event_that_somebody_thought_good"})
        entries.push_back({PaletteEntry::Kind::AddEvent,
                           QStringLiteral("Add event ") + QLatin1String(name),
                           QStringLiteral("event"),
                           1000,
                           {},
                           name});
    palette->open(std::move(entries));
    if (!typed.isEmpty()) {
        auto *field = palette->findChild<QLineEdit *>(QStringLiteral("paletteField"));
        field->setText(typed);
        Q_EMIT field->textEdited(typed);
    }
    return {{undo, actions, host}, std::move(palette)};
}

} // namespace

std::vector<GalleryEntry> filePieces()
{
    const Failure known{Failure::Kind::Internal,
                        "FAILED_PRECONDITION",
                        "/home/ann/orders-2026-05.csv is in the project already: \"orders.csv\" with 1239785 events. "
                        "--replace starts the project anew with the files named.",
                        {}};
    return {
        {"import", pageSize, [](auto &theme) { return importPage(theme, orders()); }},
        {"import-small", smallPageSize, [](auto &theme) { return importPage(theme, withBadLines(orders())); }},
        {"import-no-event-column", pageSize, [](auto &theme) { return importPage(theme, withoutEvent(orders())); }},
        {"import-unreadable", pageSize, [](auto &theme) { return importPage(theme, unreadable()); }},
        {"import-running", pageSize, [](auto &theme) { return importPage(theme, orders(), Then::Import); }},
        {"import-done", pageSize, [](auto &theme) { return importPage(theme, orders(), Then::Import, summed()); }},
        {"import-failed", pageSize, [known](auto &theme) { return importPage(theme, orders(), Then::Import, known); }},
        {"welcome", pageSize, [](auto &theme) { return welcome(theme, {}); }},
        {"welcome-recent", smallPageSize, [](auto &theme) { return welcome(theme, someFiles()); }},
        {"palette", {}, [](auto &theme) { return palette(theme, {}); }},
        {"palette-typed", {}, [](auto &theme) { return palette(theme, QStringLiteral("ex")); }},
        {"palette-nothing", {}, [](auto &theme) { return palette(theme, QStringLiteral("zzz")); }},
    };
}
