// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/calendar.h"
#include "service/datasets/text_form.h"

struct ImportedFile
{
    std::string sha256; // of the file's bytes, in hex
    std::uint64_t bytes = 0;
    std::uint64_t events = 0;
    std::string name; // without its folder

    bool operator==(const ImportedFile &) const = default;
};

// What a project's table says of itself in its comment, so that one exchange of tables changes all of it.
struct ProjectNotes
{
    std::string name; // for people
    std::string timezone = "UTC"; // IANA
    WeekStart weekStart = WeekStart::Sunday;
    unsigned nextColumn = 0; // a column's name is never used for another property, even when the project starts anew
    std::vector<ImportedFile> files;

    bool operator==(const ProjectNotes &) const = default;
};

// Comments are SQL literals, and names are the user's: so they are written in hex.
std::string commentOf(const ProjectNotes &notes);
std::optional<ProjectNotes> readProjectComment(const std::string &comment);

struct PropertyNotes
{
    PropertyKind kind = PropertyKind::String;
    std::string name;

    bool operator==(const PropertyNotes &) const = default;
};

std::string commentOf(const PropertyNotes &notes);
std::optional<PropertyNotes> readPropertyComment(const std::string &comment);
