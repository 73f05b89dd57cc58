// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/bucket_hint.h"

#include <QCoreApplication>
#include <QLocale>

using namespace insights::v1;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TimeSection)
};

constexpr std::size_t mostCounted = 20'000; // a few milliseconds of counting

QString countText(std::size_t points)
{
    const QString number = QLocale().toString(qulonglong(std::min(points, mostCounted)));
    return points > mostCounted ? Text::tr("more than %1").arg(number) : number;
}

QString countOf(const TimeRange &range, Granularity granularity, const ProjectTime &place)
{
    const auto buckets
        = place.calendar().buckets(milliseconds(range.start()), milliseconds(range.end()), granularity, mostCounted);
    return countText(buckets.size());
}

} // namespace

QString granularityName(Granularity granularity)
{
    switch (granularity) {
    case GRANULARITY_HOUR: return Text::tr("Hour");
    case GRANULARITY_DAY: return Text::tr("Day");
    case GRANULARITY_WEEK: return Text::tr("Week");
    default: return {};
    }
}

QString bucketHint(const QuerySpec &spec, const ProjectTime &place)
{
    const TimeRange &range = spec.time_range();
    if (!spec.has_time_range() || milliseconds(range.start()) >= milliseconds(range.end()))
        return {};
    const auto count = [&](Granularity granularity) { return countOf(range, granularity, place); };
    switch (spec.granularity()) {
    case GRANULARITY_HOUR:
        return Text::tr("Hour gives %1 points; days would give %2.")
            .arg(count(GRANULARITY_HOUR), count(GRANULARITY_DAY));
    case GRANULARITY_DAY:
        return Text::tr("Day gives %1 points; hours would give %2.")
            .arg(count(GRANULARITY_DAY), count(GRANULARITY_HOUR));
    case GRANULARITY_WEEK:
        return Text::tr("Week gives %1 points; days would give %2.")
            .arg(count(GRANULARITY_WEEK), count(GRANULARITY_DAY));
    default: return {};
    }
}
