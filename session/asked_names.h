// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

class History;

// Names that questions used before, those used most first.
struct AskedNames
{
    std::vector<std::string> events;
    std::vector<std::string> properties;

    bool operator==(const AskedNames &) const = default;
};

// Of the questions of a project that are remembered: what can be offered where a server lists nothing.
AskedNames askedNames(const History &history, const std::string &project);
