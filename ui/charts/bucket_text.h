// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <insights/v1/insights.pb.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QTimeZone>

// Names of buckets in the zone of an answer, whatever the zone of this process. Times in ms since the epoch.
class BucketText
{
    Q_DECLARE_TR_FUNCTIONS(BucketText)
public:
    BucketText() = default; // UTC, days
    // An unknown zone is read as UTC, as the service does.
    BucketText(const insights::v1::ResultInfo &info, insights::v1::Granularity granularity);

    const QTimeZone &zone() const { return m_zone; }
    insights::v1::Granularity granularity() const { return m_granularity; }
    Qt::DayOfWeek weekStart() const { return m_weekStart; }

    QDateTime local(std::int64_t time) const;
    QString plate(std::int64_t time) const; // "Tue 19 May", "Tue 19 May 14:00", "Week of 17 May"
    QString row(std::int64_t time) const; // "Tue 19 May 2026", with the hour for hours, "Week of 17 May 2026"
    QString full(std::int64_t time) const; // "Tuesday 19 May 2026"; an hour that happens twice names its offset
    QString columnName() const; // "Day"
    QString count(int buckets) const; // "31 days"
    QString per() const; // "per day"

private:
    QString hour(const QDateTime &time) const;

    QTimeZone m_zone = QTimeZone::utc();
    insights::v1::Granularity m_granularity = insights::v1::GRANULARITY_DAY;
    Qt::DayOfWeek m_weekStart = Qt::Sunday;
    QLocale m_locale;
};
