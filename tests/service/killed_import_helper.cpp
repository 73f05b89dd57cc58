// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A process to be killed while it changes the store in DIR:
//   killed_import_helper DIR PROJECT                        prints events, files, leftover tables and "intact" or "damaged"
//   killed_import_helper DIR PROJECT FILE                   imports the file
//   killed_import_helper DIR PROJECT FILE MICROSECONDS      imports it and dies so long after it began to read
//   killed_import_helper DIR PROJECT --commit MICROSECONDS  stages one event and dies so long after its commit began
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <thread>

#include "service/datasets/event_intake.h"
#include "service/datasets/importer.h"
#include "service/datasets/staged_project.h"

#include <unistd.h>

namespace {

void show(ProjectStore &store, const std::string &project)
{
    const ProjectTablePtr table = store.project(project);
    const std::string rows = table ? store.engine().connect().scalar("SELECT count() FROM " + table->table) : "0";
    const std::string staging
        = store.engine().connect().scalar("SELECT count() FROM system.tables WHERE database = 'insights_staging'");
    const StoreReport report = store.check();
    std::printf("%s %zu %s %s\n", rows.c_str(), store.importedFiles(project).size(), staging.c_str(),
                report.intact ? "intact" : "damaged");
    if (!report.intact)
        for (const std::string &line : report.lines)
            std::printf("%s\n", line.c_str());
}

// Kills while the import goes on in the other thread.
void killIn(long microseconds)
{
    std::thread([microseconds] {
        std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
        kill(getpid(), SIGKILL);
    }).detach();
}

void importFile(ProjectStore &store, const std::string &project, const char *file, const char *microseconds)
{
    datasets::v1::ImportRequest request;
    request.set_project(project);
    request.add_paths(file);
    bool begun = false;
    ImportWatch watch;
    watch.cancelled = [&] {
        if (microseconds != nullptr && !begun)
            killIn(std::atol(microseconds));
        begun = true;
        return false;
    };
    importFiles(store, request, watch);
}

void commitOne(ProjectStore &store, const std::string &project, const char *microseconds)
{
    bool begun = false;
    const auto begin = [&] { // the block is written: what follows is the commit
        if (!begun)
            killIn(std::atol(microseconds));
        begun = true;
    };
    StagedProject staged(
        store, project, StagedProject::Start::Present, [] { return false; }, begin);
    EventIntake intake(
        staged.drafts(), staged.notes.nextColumn,
        [&](EventBlock &&block, std::vector<PropertyDraft> &drafts) { return staged.write(std::move(block), drafts); });
    const NamedText property{microseconds, "1"};
    intake.add({"e", "u", 1'767'312'000'000, {&property, 1}});
    intake.finish();
    staged.notes.nextColumn = intake.nextColumn();
    staged.notes.files.push_back({"", 0, 1, microseconds});
    staged.commit(intake.drafts());
}

} // namespace

int main(int argc, char **argv)
{
    ProjectStore store(argv[1]);
    const std::string project = argv[2];
    const char *microseconds = argc > 4 ? argv[4] : nullptr;
    if (argc == 3)
        show(store, project);
    else if (std::string_view(argv[3]) == "--commit")
        commitOne(store, project, microseconds);
    else
        importFile(store, project, argv[3], microseconds);
    if (microseconds != nullptr)
        pause(); // done in time; death is still to come
    return 0;
}
