// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "service/datasets/text_column.h"

// A property while events are being read.
struct PropertyDraft
{
    std::string name;
    std::string column; // "p12"
    bool made = false; // the table has the column; until then lowCardinality is open
    bool lowCardinality = true;
    KindSet kinds;

    std::string type() const { return lowCardinality ? "LowCardinality(String)" : "String"; }
};

// Events on their way into a table, column by column.
struct EventBlock
{
    std::size_t rows = 0;
    std::vector<std::int64_t> times; // ms since the epoch
    TextColumn events;
    TextColumn users{TextColumn::Form::Plain};
    std::vector<TextColumn> properties; // by the place of their draft; those that are empty are not written
};

// The columns of `block` that have values, as in "event, time, user, p0, p7".
std::string columnList(const EventBlock &block, const std::vector<PropertyDraft> &drafts);
// The block in ClickHouse's format Native. Ends the filling of the block: its columns are padded to their full height.
std::string nativeOf(EventBlock &block, const std::vector<PropertyDraft> &drafts);
