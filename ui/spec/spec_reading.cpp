// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spec/spec_reading.h"

#include "query/check.h"

#include <algorithm>

namespace {

constexpr std::size_t mostViolations = 100; // each is looked for in the text

}

SpecReading readSpecText(std::string_view text, const Calendar &calendar)
{
    SpecReading reading;
    auto read = readSpecJson(text, calendar);
    if (const auto *errors = std::get_if<JsonErrors>(&read)) {
        for (const JsonError &error : *errors)
            reading.problems.push_back({QString::fromStdString(error.field), QString::fromStdString(error.description),
                                        error.place, QString::fromStdString(error.instead)});
        return reading;
    }
    auto &spec = std::get<insights::v1::QuerySpec>(read);
    Violations violations = check(spec);
    if (violations.size() > mostViolations)
        violations.resize(mostViolations);
    for (const Violation &violation : violations)
        reading.problems.push_back({QString::fromStdString(violation.field),
                                    QString::fromStdString(violation.description),
                                    placeOf(text, violation.field).value_or(TextPlace())});
    std::stable_sort(reading.problems.begin(), reading.problems.end(),
                     [](const auto &a, const auto &b) { return a.place.offset < b.place.offset; });
    if (reading.problems.empty())
        reading.spec = std::move(spec);
    return reading;
}

bool isWholeSpec(std::string_view text)
{
    const auto parsed = parseJson(text);
    const auto *root = std::get_if<JsonNode>(&parsed);
    return root != nullptr && root->kind == JsonNode::Kind::Object
        && std::any_of(root->children.begin(), root->children.end(),
                       [](const JsonNode &member) { return member.name == "query"; });
}
