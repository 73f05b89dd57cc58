// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/draft_query.h"

#include <optional>
#include <vector>

enum class QuestionKind { Trend, Funnel, Retention }; // a table and a number are forms of a trend

QuestionKind kindOf(const insights::v1::QuerySpec &spec);
bool hasBuckets(const insights::v1::QuerySpec &spec); // whether its granularity means anything

// The number of a KPI over its range, in buckets of automatic granularity; nothing of other questions.
std::optional<insights::v1::QuerySpec> courseOf(const insights::v1::QuerySpec &spec);

// The events of a question in the order of its form: events, steps, or starting and return event. An event without
// name stands for a starting event that is missing.
std::vector<insights::v1::EventSelector> eventsOf(const insights::v1::QuerySpec &spec);
void setEvents(insights::v1::QuerySpec &spec, const std::vector<insights::v1::EventSelector> &events);
int mostEvents(QuestionKind kind);

// The same question as one of another kind. What that kind has no use for is set aside in the draft, what was set
// aside for it comes back: check() has no more against it than before.
Draft switchedTo(Draft draft, QuestionKind kind);
