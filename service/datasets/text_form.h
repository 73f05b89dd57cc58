// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "service/plan/project_table.h"

// JSON's grammar of a number: no leading zero, no plus, no infinity.
bool isNumberText(std::string_view text);

// The text by which a JSON number is filtered and grouped: 24.0, 24 and 2.4e1 are "24". Integers keep all their digits;
// others are in the shortest form that reads back the same, with an exponent below 1e-6 and from 1e21 as ClickHouse
// prints them. A number no double can hold stays as written. Nothing is appended, and false, when it is no number.
bool appendNumberText(std::string &out, std::string_view token);

// What a value looks like by its text: "24" is a number wherever it comes from.
PropertyKind kindOf(std::string_view text);

// A set of kinds, to learn what all values of a property look like.
class KindSet
{
public:
    void add(PropertyKind kind) { m_bits |= 1u << static_cast<unsigned>(kind); }
    void add(KindSet other) { m_bits |= other.m_bits; }
    bool has(PropertyKind kind) const { return (m_bits & (1u << static_cast<unsigned>(kind))) != 0; }
    // Mixed kinds, and none at all, are strings.
    PropertyKind common() const;

private:
    unsigned m_bits = 0;
};
