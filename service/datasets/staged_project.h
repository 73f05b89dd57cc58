// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <future>
#include <mutex>
#include <string>
#include <vector>

#include "service/datasets/event_block.h"
#include "service/datasets/store.h"

// A project's next state, built beside its present one and put in its place in one step: whatever ends the process,
// the store holds either the state before or the one after. Used by one thread; a second one writes the last block
// while the next is being filled.
class StagedProject
{
public:
    enum class Start {
        Present, // with the events the project has: hard links, so in milliseconds
        Empty,
    };

    // Called some ten times a second while waiting; throws to give up.
    using Tick = std::function<void()>;

    // Waits for other imports; `cancelled` ends the waiting.
    StagedProject(ProjectStore &store, const std::string &project, Start start, const std::function<bool()> &cancelled,
                  Tick tick);
    ~StagedProject(); // drops what was not committed
    StagedProject(const StagedProject &) = delete;
    StagedProject &operator=(const StagedProject &) = delete;

    // What the project says of itself after commit(); to be changed before.
    ProjectNotes notes;

    const std::vector<PropertyDraft> &drafts() const { return m_drafts; } // those it starts with

    // Makes columns for the drafts that have none and starts writing; answers an emptied block to fill next.
    EventBlock write(EventBlock &&block, std::vector<PropertyDraft> &drafts);

    void commit(const std::vector<PropertyDraft> &drafts);

private:
    void create(Start start);
    void adoptDrafts();
    void wait();
    // One part a month answers up to twice as fast as five and costs a quarter of the import.
    void mergeParts(std::size_t properties);
    void describe(const std::vector<PropertyDraft> &drafts);

    ProjectStore &m_store;
    std::string m_project;
    Tick m_tick;
    std::unique_lock<std::timed_mutex> m_change;
    ChdbConnection m_connection;
    std::vector<PropertyDraft> m_drafts;
    std::future<EventBlock> m_writing;
    EventBlock m_spare;
};
