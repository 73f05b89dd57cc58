// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/import_journal.h"

#include "service/datasets/dataset_error.h"

namespace {

constexpr int mostBadLines = 100;
constexpr std::chrono::milliseconds reportEvery(100);

} // namespace

ImportJournal::ImportJournal(const ImportWatch &watch, bool strict)
    : m_watch(watch)
    , m_strict(strict)
    , m_lastReport(std::chrono::steady_clock::now())
{
}

void ImportJournal::beginFile(const std::string &name)
{
    m_progress.set_file(name);
}

void ImportJournal::addBadLine(std::uint64_t line, const std::string &reason)
{
    if (m_strict)
        throw DatasetError(DatasetError::Kind::Failure,
                           m_progress.file() + ", line " + std::to_string(line) + ": " + reason
                               + ". Nothing of this file is imported.");
    m_progress.set_bad_lines(m_progress.bad_lines() + 1);
    if (m_progress.bad_size() == mostBadLines)
        return;
    datasets::v1::BadLine &bad = *m_progress.add_bad();
    bad.set_line(line);
    bad.set_reason(reason);
    bad.set_file(m_progress.file());
}

void ImportJournal::setPosition(std::uint64_t bytesRead, std::uint64_t events)
{
    m_progress.set_bytes_read(bytesRead);
    m_progress.set_events(events);
}

void ImportJournal::tick()
{
    if (m_watch.cancelled())
        throw DatasetError(DatasetError::Kind::Cancelled, "The import was cancelled.");
    const auto now = std::chrono::steady_clock::now();
    if (now - m_lastReport < reportEvery)
        return;
    m_lastReport = now;
    m_watch.progress(m_progress);
}

void ImportJournal::close(const datasets::v1::ImportSummary &summary)
{
    *m_progress.mutable_summary() = summary;
    m_watch.progress(m_progress);
}
