// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include <datasets/v1/datasets.pb.h>

// How the one who asked for an import follows it and ends it. Both are called in the thread of the import.
struct ImportWatch
{
    std::function<void(const datasets::v1::ImportProgress &)> progress = [](const auto &) {}; // some ten times a second
    std::function<bool()> cancelled = [] { return false; };
};

// What is said about an import while it runs: its progress and its bad lines.
class ImportJournal
{
public:
    ImportJournal(const ImportWatch &watch, bool strict);

    void beginFile(const std::string &name);
    // Counts a line that holds no event and keeps the first hundred. Throws DatasetError when none is allowed.
    void addBadLine(std::uint64_t line, const std::string &reason);
    void setPosition(std::uint64_t bytesRead, std::uint64_t events);
    void setTotal(std::uint64_t bytes) { m_progress.set_bytes_total(bytes); }

    // Reports when it is time; throws DatasetError when the import was cancelled.
    void tick();
    // Reports what there is, with the summary, as the last message.
    void close(const datasets::v1::ImportSummary &summary);

    const datasets::v1::ImportProgress &progress() const { return m_progress; }

private:
    const ImportWatch &m_watch;
    bool m_strict;
    datasets::v1::ImportProgress m_progress;
    std::chrono::steady_clock::time_point m_lastReport;
};
