// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "session/time_choice.h"

#include <QStringList>

#include <vector>

// A piece of a sentence; measures and names are set stronger than the words between them.
struct Word
{
    QString text;
    bool isName = false;
    bool operator==(const Word &) const = default;
};
using Words = std::vector<Word>;

// "Unique users of page_view by $geo.country, daily": translated; spaces are part of the pieces.
Words questionWords(const insights::v1::QuerySpec &spec);
QString plainText(const Words &words);

// What holds for the sentence and is not in it: range, zone, first day of the week where weeks count, filters.
QStringList questionConditions(const insights::v1::QuerySpec &spec, const ProjectTime &place);

QString measureName(insights::v1::Aggregation aggregation); // "Unique users"
QString measureUnit(const insights::v1::QuerySpec &spec); // "Users per day", for the axis
QString operatorName(insights::v1::Operator op); // "is any of"
QString filterText(const insights::v1::PropertyFilter &filter); // "plan is any of pro, team"
// "1 May – 31 May 2026"; with times of day when the range is not whole days; end shown inclusive for whole days.
QString rangeText(const insights::v1::TimeRange &range, const ProjectTime &place);
QString dayText(std::int64_t time, const ProjectTime &place); // "24 May 2021": the day of an instant
