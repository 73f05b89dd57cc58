// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "service/plan/project_table.h"
#include "service/plan/statement.h"

// SQL of the parts questions share. Every name and value of the user is bound into the statement.

// " FROM ... WHERE ", to be followed by a condition: the rows of the project.
std::string fromProject(const ProjectTable &table, Statement &statement);
// The text form of a property; '' where it is missing or unknown to the project.
std::string textOf(const std::string &property, const ProjectTable &table, Statement &statement);
// Float64 or NULL: numbers and numeric strings only (isNumber).
std::string numberOf(const std::string &text);
// One filter, true or false for every event.
std::string condition(const insights::v1::PropertyFilter &filter, const ProjectTable &table, Statement &statement);
// Of an event's instant: [start, end).
std::string rangeCondition(const insights::v1::TimeRange &range, const ProjectTable &table);
// " AND (...)" for each filter; empty without any.
std::string filterConditions(const google::protobuf::RepeatedPtrField<insights::v1::PropertyFilter> &filters,
                             const ProjectTable &table, Statement &statement);
// The name of an event and its own filters.
std::string selectorCondition(const insights::v1::EventSelector &event, const ProjectTable &table,
                              Statement &statement);
// " AND ..." where users are counted: ids that rotate daily are events, but not people.
std::string peopleCondition(const insights::v1::QuerySpec &spec, const ProjectTable &table);
// The time of an event in SQL, milliseconds since the epoch.
std::string eventMilliseconds(const ProjectTable &table);
// The place of `time` (SQL, ms; before `end`) in `buckets` (not empty): the buckets' usual length divides, and each clock change
// moves what comes after it. Exact whatever tzdata the engine has, and as fast as its own toStartOfDay.
std::string bucketIndex(const std::vector<std::int64_t> &buckets, std::int64_t end, const std::string &time);
// That of an event.
std::string eventBucket(const std::vector<std::int64_t> &buckets, std::int64_t end, const ProjectTable &table);

// Names that statements give to what they compute begin with "ie_": a mapped table may have columns of any name, and an
// alias would take the place of one.
