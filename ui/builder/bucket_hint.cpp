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

class Counts
{
public:
    Counts(const TimeRange &range, const ProjectTime &place)
        : m_range(range)
        , m_calendar(place.calendar())
    {
    }

    QString of(Granularity granularity) const
    {
        return countText(
            m_calendar.buckets(milliseconds(m_range.start()), milliseconds(m_range.end()), granularity, mostCounted)
                .size());
    }

private:
    const TimeRange &m_range;
    const Calendar m_calendar;
};

QString pointsText(Granularity granularity, const Counts &counts)
{
    switch (granularity) {
    case GRANULARITY_HOUR:
        return Text::tr("Hour gives %1 points; days would give %2.")
            .arg(counts.of(GRANULARITY_HOUR), counts.of(GRANULARITY_DAY));
    case GRANULARITY_DAY:
        return Text::tr("Day gives %1 points; hours would give %2.")
            .arg(counts.of(GRANULARITY_DAY), counts.of(GRANULARITY_HOUR));
    case GRANULARITY_WEEK:
        return Text::tr("Week gives %1 points; days would give %2.")
            .arg(counts.of(GRANULARITY_WEEK), counts.of(GRANULARITY_DAY));
    default: return {};
    }
}

QString cohortsText(Granularity granularity, const Counts &counts)
{
    switch (granularity) {
    case GRANULARITY_HOUR:
        return Text::tr("Hour gives up to %1 cohorts; days would give %2.")
            .arg(counts.of(GRANULARITY_HOUR), counts.of(GRANULARITY_DAY));
    case GRANULARITY_DAY:
        return Text::tr("Day gives up to %1 cohorts; weeks would give %2.")
            .arg(counts.of(GRANULARITY_DAY), counts.of(GRANULARITY_WEEK));
    case GRANULARITY_WEEK:
        return Text::tr("Week gives up to %1 cohorts; days would give %2.")
            .arg(counts.of(GRANULARITY_WEEK), counts.of(GRANULARITY_DAY));
    default: return {};
    }
}

QString weekText(WeekStart weekStart)
{
    return weekStart == WeekStart::Monday ? Text::tr("Weeks start on Monday, as set for this project.")
                                          : Text::tr("Weeks start on Sunday, as set for this project.");
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

QString automaticReason(QuestionKind kind)
{
    return kind == QuestionKind::Retention
        ? Text::tr("Auto: hours up to two days, days up to five weeks, weeks beyond")
        : Text::tr("Auto: hours up to two days, days up to half a year, weeks beyond");
}

QString bucketHint(const QuerySpec &spec, const ProjectTime &place)
{
    const TimeRange &range = spec.time_range();
    if (!hasBuckets(spec) || !spec.has_time_range() || milliseconds(range.start()) >= milliseconds(range.end()))
        return {};
    const Counts counts(range, place);
    const bool isRetention = kindOf(spec) == QuestionKind::Retention;
    const QString text = isRetention ? cohortsText(spec.granularity(), counts) : pointsText(spec.granularity(), counts);
    if (spec.granularity() != GRANULARITY_WEEK)
        return text;
    return Text::tr("%1 %2", "two sentences").arg(text, weekText(place.weekStart));
}
