// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "service/datasets/event_fields.h"

// Reads one file as it comes, in pieces of any size.
class EventReader
{
public:
    virtual ~EventReader() = default;
    virtual void feed(std::string_view piece) = 0;
    virtual void finish() = 0;
};

// What every reader needs to know of its file.
struct EventSource
{
    std::string file; // its name, for messages
    datasets::v1::ColumnMap map;
};

constexpr std::size_t longestLine = 16 << 20; // bytes; a longer one is a bad line

// One JSON object a line.
std::unique_ptr<EventReader> makeJsonReader(EventSource source, EventSink &sink);
// A header, then a record each. The separator is the one the header has most of: comma, semicolon, tab or bar.
std::unique_ptr<EventReader> makeCsvReader(EventSource source, EventSink &sink);
