// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spec/spec_reading.h"

#include "query/check.h"

#include <algorithm>

SpecReading readSpecText(std::string_view text, const Calendar &calendar)
{
    SpecReading reading;
    auto read = readSpecJson(text, calendar);
    if (const auto *errors = std::get_if<JsonErrors>(&read)) {
        for (const JsonError &error : *errors)
            reading.problems.push_back(
                {QString::fromStdString(error.field), QString::fromStdString(error.description), error.place});
        return reading;
    }
    auto &spec = std::get<insights::v1::QuerySpec>(read);
    for (const Violation &violation : check(spec))
        reading.problems.push_back({QString::fromStdString(violation.field),
                                    QString::fromStdString(violation.description),
                                    placeOf(text, violation.field).value_or(TextPlace())});
    std::stable_sort(reading.problems.begin(), reading.problems.end(),
                     [](const auto &a, const auto &b) { return a.place.offset < b.place.offset; });
    if (reading.problems.empty())
        reading.spec = std::move(spec);
    return reading;
}
