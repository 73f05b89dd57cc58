// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/question_words.h"

#include <absl/time/civil_time.h>
#include <absl/time/time.h>

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QTime>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RangeText)
};

// What the clock on the wall shows.
struct WallTime
{
    QDate date;
    QTime time;
    bool isStartOfDay = false; // also where midnight does not exist
};

WallTime wallTime(std::int64_t milliseconds, const absl::TimeZone &zone)
{
    const absl::Time instant = absl::FromUnixMillis(milliseconds);
    const absl::CivilSecond civil = zone.At(instant).cs;
    return {QDate(static_cast<int>(civil.year()), civil.month(), civil.day()),
            QTime(civil.hour(), civil.minute(), civil.second()),
            absl::FromCivil(absl::CivilDay(civil), zone) == instant};
}

QString shortDayText(QDate date)
{
    return QLocale().toString(date, Text::tr("d MMM", "a date without its year"));
}

QString fullDayText(QDate date)
{
    return QLocale().toString(date, Text::tr("d MMM yyyy", "a date with its year"));
}

QString clockText(QTime time)
{
    return QLocale().toString(time, time.second() == 0 ? Text::tr("HH:mm") : Text::tr("HH:mm:ss"));
}

QString fromTo(const QString &from, const QString &to)
{
    return Text::tr("%1 – %2", "from, to").arg(from, to);
}

QString wholeDaysText(QDate first, QDate last)
{
    if (first == last)
        return fullDayText(first);
    return fromTo(first.year() == last.year() ? shortDayText(first) : fullDayText(first), fullDayText(last));
}

QString momentsText(const WallTime &start, const WallTime &end)
{
    const auto moment = [](const QString &day, QTime time) {
        return Text::tr("%1, %2", "date, time of day").arg(day, clockText(time));
    };
    if (start.date == end.date)
        return fromTo(moment(fullDayText(start.date), start.time), clockText(end.time));
    const bool isSameYear = start.date.year() == end.date.year();
    return fromTo(moment(isSameYear ? shortDayText(start.date) : fullDayText(start.date), start.time),
                  moment(fullDayText(end.date), end.time));
}

} // namespace

QString dayText(std::int64_t time, const ProjectTime &place)
{
    return fullDayText(wallTime(time, place.calendar().timeZone()).date);
}

QString rangeText(const insights::v1::TimeRange &range, const ProjectTime &place)
{
    if (!range.has_start() || !range.has_end())
        return {};
    const Calendar calendar = place.calendar();
    const WallTime start = wallTime(milliseconds(range.start()), calendar.timeZone());
    const WallTime end = wallTime(milliseconds(range.end()), calendar.timeZone());
    if (start.isStartOfDay && end.isStartOfDay && start.date < end.date)
        return wholeDaysText(start.date, end.date.addDays(-1));
    return momentsText(start, end);
}
