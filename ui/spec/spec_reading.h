// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/spec_json.h"

#include <QString>

// What is wrong in a text, where, and the way out.
struct SpecProblem
{
    QString field; // JSON path; empty for the text as a whole
    QString description;
    TextPlace place;
    QString instead = {}; // what was probably meant there, a name to stand in quotes; empty when nothing is near
};

struct SpecReading
{
    std::optional<insights::v1::QuerySpec> spec; // only one that can be asked
    std::vector<SpecProblem> problems; // in the order of the text; no more than 100
};

// Reads a text of the panel and holds it against the one check.
SpecReading readSpecText(std::string_view text, const Calendar &calendar);

// {"query": ...}: no part of a spec, whether it can be asked or not.
bool isWholeSpec(std::string_view text);
