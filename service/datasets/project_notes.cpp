// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/project_notes.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include <absl/strings/escaping.h>

namespace {

// The first line; a later program that changes the meaning of the others writes another one.
constexpr char heading[] = "insights project 1";

constexpr std::string_view kindNames[] = {"string", "number", "boolean", "time"};

std::optional<std::string> fromHex(const std::string &hex)
{
    if (hex.size() % 2 != 0 || hex.find_first_not_of("0123456789abcdefABCDEF") != std::string::npos)
        return std::nullopt;
    return absl::HexStringToBytes(hex);
}

std::string oneLine(std::string text)
{
    for (char &c : text)
        if (c == '\n' || c == '\r')
            c = ' ';
    return text;
}

// Up to the next space, which is taken off too.
std::string_view takeWord(std::string_view &line)
{
    const std::size_t end = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return word;
}

template <class Number>
bool readNumber(std::string_view word, Number &number)
{
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    return error == std::errc() && end == word.data() + word.size();
}

bool readLine(ProjectNotes &notes, std::string_view line)
{
    const std::string_view key = takeWord(line);
    if (key == "name")
        notes.name = line;
    else if (key == "timezone")
        notes.timezone = line;
    else if (key == "week_start")
        notes.weekStart = weekStartOf(line);
    else if (key == "next_column")
        return readNumber(line, notes.nextColumn);
    else if (key == "file") {
        ImportedFile file;
        file.sha256 = takeWord(line);
        const bool counted = readNumber(takeWord(line), file.bytes) && readNumber(takeWord(line), file.events);
        file.name = line;
        notes.files.push_back(file);
        return counted;
    }
    return true;
}

} // namespace

std::string commentOf(const ProjectNotes &notes)
{
    std::ostringstream text;
    text << heading << '\n'
         << "name " << oneLine(notes.name) << '\n'
         << "timezone " << notes.timezone << '\n'
         << "week_start " << nameOf(notes.weekStart) << '\n'
         << "next_column " << notes.nextColumn << '\n';
    for (const ImportedFile &file : notes.files)
        text << "file " << file.sha256 << ' ' << file.bytes << ' ' << file.events << ' ' << oneLine(file.name) << '\n';
    return absl::BytesToHexString(text.str());
}

std::optional<ProjectNotes> readProjectComment(const std::string &comment)
{
    const auto text = fromHex(comment);
    if (!text)
        return std::nullopt;
    std::istringstream lines(*text);
    std::string line;
    if (!std::getline(lines, line) || line != heading)
        return std::nullopt;
    ProjectNotes notes;
    while (std::getline(lines, line))
        if (!readLine(notes, line))
            return std::nullopt;
    return notes;
}

std::string commentOf(const PropertyNotes &notes)
{
    return absl::BytesToHexString(std::string(kindNames[static_cast<int>(notes.kind)]) + ":" + notes.name);
}

std::optional<PropertyNotes> readPropertyComment(const std::string &comment)
{
    const auto text = fromHex(comment);
    const std::size_t colon = text ? text->find(':') : std::string::npos;
    if (colon == std::string::npos)
        return std::nullopt;
    for (int i = 0; i < 4; ++i)
        if (text->compare(0, colon, kindNames[i]) == 0)
            return PropertyNotes{static_cast<PropertyKind>(i), text->substr(colon + 1)};
    return std::nullopt;
}
