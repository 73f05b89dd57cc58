// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/importer.h"

#include <algorithm>
#include <optional>

#include "query/calendar.h"
#include "service/datasets/dataset_error.h"
#include "service/datasets/full_disk.h"
#include "service/datasets/input_file.h"
#include "service/datasets/line_source.h"
#include "service/datasets/staged_project.h"

using datasets::v1::ImportRequest;
using datasets::v1::ImportSummary;

namespace {

[[noreturn]] void refuse(const std::string &message)
{
    throw DatasetError(DatasetError::Kind::Usage, message);
}

class Import
{
public:
    Import(ProjectStore &store, const ImportRequest &request, const ImportWatch &watch)
        : m_store(store)
        , m_request(request)
        , m_watch(watch)
        , m_journal(watch, request.strict())
    {
    }

    ImportSummary run()
    {
        checkRequest();
        openFiles();
        refuseKnownFiles();
        std::unique_ptr<StagedProject> staged;
        for (InputFile &file : m_files) {
            if (!staged)
                staged = stage();
            addFile(file, *staged);
            if (!m_request.replace()) {
                staged->commit(m_drafts);
                staged.reset();
            }
        }
        if (staged)
            staged->commit(m_drafts);
        return summary();
    }

private:
    void checkRequest() const
    {
        checkProjectName(m_request.project());
        if (m_request.paths().empty())
            refuse("No file is named.");
        const std::string &zone = m_request.timezone();
        if (!zone.empty() && !Calendar::of(zone, WeekStart::Sunday)) {
            const std::string near = nearestZone(zone);
            refuse("\"" + zone + "\" is no time zone"
                   + (near.empty() ? "; it takes an IANA name, as in Europe/Berlin."
                                   : "; did you mean \"" + near + "\"?"));
        }
        const std::string &weekStart = m_request.week_start();
        if (!weekStart.empty() && weekStart != "sunday" && weekStart != "monday")
            refuse("A week starts on sunday or monday, not on \"" + weekStart + "\".");
    }

    void openFiles()
    {
        std::uint64_t total = 0;
        for (const std::string &path : m_request.paths()) {
            m_files.emplace_back(path);
            total += m_files.back().bytes();
        }
        m_journal.setTotal(total);
    }

    // Of files as long as one that is known the bytes are compared, before anything is read into the project.
    void refuseKnownFiles()
    {
        const auto project
            = m_request.replace() ? std::vector<ImportedFile>() : m_store.importedFiles(m_request.project());
        for (std::size_t i = 0; i < m_files.size(); ++i) {
            for (const ImportedFile &known : project)
                if (known.bytes == m_files[i].bytes() && known.sha256 == hashOf(m_files[i]))
                    throw DatasetError(DatasetError::Kind::Failure,
                                       m_files[i].path().string() + " is in the project already: \"" + known.name
                                           + "\" with " + std::to_string(known.events)
                                           + " events. --replace starts the project anew with the files named.");
            for (std::size_t other = 0; other < i; ++other)
                if (m_files[other].bytes() == m_files[i].bytes() && hashOf(m_files[other]) == hashOf(m_files[i]))
                    throw DatasetError(DatasetError::Kind::Failure,
                                       m_files[other].path().string() + " and " + m_files[i].path().string()
                                           + " are the same file twice.");
        }
    }

    std::string hashOf(InputFile &file)
    {
        m_journal.beginFile(file.name());
        return file.sha256([this] { m_journal.tick(); });
    }

    std::unique_ptr<StagedProject> stage()
    {
        const auto start = m_request.replace() ? StagedProject::Start::Empty : StagedProject::Start::Present;
        auto staged = std::make_unique<StagedProject>(m_store, m_request.project(), start, m_watch.cancelled,
                                                      [this] { m_journal.tick(); });
        if (!m_request.timezone().empty())
            staged->notes.timezone = m_request.timezone();
        if (!m_request.week_start().empty())
            staged->notes.weekStart = weekStartOf(m_request.week_start());
        m_drafts = staged->drafts();
        return staged;
    }

    void addFile(InputFile &file, StagedProject &staged)
    {
        m_journal.beginFile(file.name());
        const auto calendar = Calendar::of(staged.notes.timezone, staged.notes.weekStart);
        if (!calendar)
            throw DatasetError(DatasetError::Kind::Failure,
                               "The project's time zone " + staged.notes.timezone
                                   + " is unknown to this machine; set another one with --timezone.");
        TimeReader times(*calendar);
        EventIntake intake(m_drafts, staged.notes.nextColumn,
                           [&staged](EventBlock &&block, std::vector<PropertyDraft> &drafts) {
                               return staged.write(std::move(block), drafts);
                           });
        EventSink sink(intake, m_journal, times);
        const std::uint64_t badBefore = m_journal.progress().bad_lines();
        readFile(file, sink, intake);
        if (intake.events() == 0 && m_journal.progress().bad_lines() > badBefore)
            failWithoutEvents(file);
        intake.finish();

        m_drafts = intake.drafts();
        m_events += intake.events();
        m_bytes += file.bytes();
        m_journal.setPosition(m_bytes, m_events);
        staged.notes.nextColumn = intake.nextColumn();
        staged.notes.files.push_back({hashOf(file), file.bytes(), intake.events(), file.name()});
        if (sink.firstEvent()) {
            m_first = std::min(m_first.value_or(*sink.firstEvent()), *sink.firstEvent());
            m_last = std::max(m_last.value_or(*sink.lastEvent()), *sink.lastEvent());
        }
    }

    void readFile(InputFile &file, EventSink &sink, EventIntake &intake)
    {
        const bool isTold = m_request.format() != datasets::v1::FILE_FORMAT_UNSPECIFIED;
        const datasets::v1::FileFormat format = isTold ? m_request.format() : file.format();
        EventLines lines(file.name(), format, m_request.map(), sink);
        readLines(m_store, file, format, lines, [&](std::uint64_t position) {
            m_journal.setPosition(m_bytes + position, m_events + intake.events());
            m_journal.tick();
        });
    }

    [[noreturn]] void failWithoutEvents(const InputFile &file) const
    {
        std::string example;
        for (const datasets::v1::BadLine &bad : m_journal.progress().bad())
            if (bad.file() == file.name() && example.empty())
                example = "; line " + std::to_string(bad.line()) + ": " + bad.reason();
        throw DatasetError(DatasetError::Kind::Failure,
                           "No line of " + file.path().string() + " holds an event" + example + ".");
    }

    ImportSummary summary()
    {
        ImportSummary summary;
        summary.set_project(m_request.project());
        summary.set_events(m_events);
        summary.set_bad_lines(m_journal.progress().bad_lines());
        if (m_first) {
            *summary.mutable_first_event() = timestamp(*m_first);
            *summary.mutable_last_event() = timestamp(*m_last);
        }
        m_journal.close(summary);
        return summary;
    }

    ProjectStore &m_store;
    const ImportRequest &m_request;
    const ImportWatch &m_watch;
    ImportJournal m_journal;
    std::vector<InputFile> m_files;
    std::vector<PropertyDraft> m_drafts;
    std::uint64_t m_events = 0;
    std::uint64_t m_bytes = 0;
    std::optional<std::int64_t> m_first;
    std::optional<std::int64_t> m_last;
};

} // namespace

ImportSummary importFiles(ProjectStore &store, const ImportRequest &request, const ImportWatch &watch)
{
    return withRoomIn(store.folder(), [&] { return Import(store, request, watch).run(); });
}
