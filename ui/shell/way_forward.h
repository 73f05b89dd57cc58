// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/note_bar.h"
#include "ui/charts/state_view.h"

#include <optional>
#include <vector>

// What leads on from where there is no answer, or not all of one.
enum class WayForward { Retry, CopyDetails, Undo, SevenDays, LastDays, AllData, RaiseLimit };

// LastDays are the last thirty that the project has data of.
QString wayText(WayForward way); // of its button

// What stands in place of an answer. Its reasons are those of the question's filters, in their order, and then all.
struct PlaceState
{
    StateText text;
    std::vector<WayForward> ways; // one per button of the text
    QString details; // for whoever is asked for help

    void offer(WayForward way, bool isPrimary = false);
};

// What stands over an answer.
struct AnswerNote
{
    NoteKind kind = NoteKind::Info;
    QString strong; // comes before the sentence
    QString sentence;
    std::optional<WayForward> way;
};
