// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/range_dates.h"

#include <absl/time/civil_time.h>
#include <absl/time/time.h>

#include <QTime>

namespace {

constexpr int isoDateLength = 10; // 2026-05-01

absl::CivilDay civilDay(QDate day)
{
    return absl::CivilDay(day.year(), day.month(), day.day());
}

QDate dateOf(absl::CivilDay day)
{
    return {int(day.year()), day.month(), day.day()};
}

std::int64_t startOf(absl::CivilDay day, const ProjectTime &place)
{
    return absl::ToUnixMillis(absl::FromCivil(day, place.calendar().timeZone()));
}

absl::CivilSecond wallClock(std::int64_t milliseconds, const ProjectTime &place)
{
    return place.calendar().timeZone().At(absl::FromUnixMillis(milliseconds)).cs;
}

bool isDate(const QString &text)
{
    return text.size() == isoDateLength && QDate::fromString(text, Qt::ISODate).isValid();
}

} // namespace

insights::v1::TimeRange rangeBetween(std::int64_t start, std::int64_t end)
{
    insights::v1::TimeRange range;
    *range.mutable_start() = timestamp(start);
    *range.mutable_end() = timestamp(end);
    return range;
}

insights::v1::TimeRange rangeOfDays(const DateSpan &days, const ProjectTime &place)
{
    return rangeBetween(startOf(civilDay(days.first), place), startOf(civilDay(days.last) + 1, place));
}

DateSpan daysOf(const insights::v1::TimeRange &range, const ProjectTime &place)
{
    const std::int64_t start = milliseconds(range.start());
    const std::int64_t end = milliseconds(range.end());
    return {dayOf(start, place), dayOf(std::max(start, end - 1), place)};
}

QDate dayOf(std::int64_t milliseconds, const ProjectTime &place)
{
    return dateOf(absl::CivilDay(wallClock(milliseconds, place)));
}

QString edgeText(std::int64_t milliseconds, RangeEdge edge, const ProjectTime &place)
{
    const absl::CivilSecond clock = wallClock(milliseconds, place);
    const absl::CivilDay day(clock);
    if (startOf(day, place) == milliseconds)
        return dateOf(edge == RangeEdge::End ? day - 1 : day).toString(Qt::ISODate);
    const QTime time(clock.hour(), clock.minute(), clock.second());
    return dateOf(day).toString(Qt::ISODate) + QLatin1Char(' ') + time.toString(clock.second() ? "HH:mm:ss" : "HH:mm");
}

std::optional<std::int64_t> edgeOf(const QString &text, RangeEdge edge, const ProjectTime &place)
{
    QString iso = text.trimmed();
    if (isDate(iso)) {
        const absl::CivilDay day = civilDay(QDate::fromString(iso, Qt::ISODate));
        return startOf(edge == RangeEdge::End ? day + 1 : day, place);
    }
    if (iso.size() > isoDateLength && iso.at(isoDateLength) == u' ')
        iso[isoDateLength] = u'T';
    return place.calendar().parseTime(iso.toStdString());
}
