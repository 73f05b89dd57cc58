// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/bucket_text.h"

#include "query/calendar.h"

BucketText::BucketText(const insights::v1::ResultInfo &info, insights::v1::Granularity granularity)
    : m_zone(QByteArray::fromStdString(info.timezone()))
    , m_granularity(granularity)
    , m_weekStart(weekStartOf(info.week_start()) == WeekStart::Monday ? Qt::Monday : Qt::Sunday)
{
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
}

QDateTime BucketText::local(std::int64_t time) const
{
    return QDateTime::fromMSecsSinceEpoch(time, m_zone);
}

QString BucketText::hour(const QDateTime &time) const
{
    const QString text = m_locale.toString(time, tr("HH:mm"));
    // The clock showed this hour twice when an hour earlier or later it showed the same.
    const auto sameWall = [&](qint64 seconds) {
        const QDateTime other = time.addSecs(seconds);
        return other.date() == time.date() && other.time() == time.time();
    };
    if (!sameWall(3600) && !sameWall(-3600))
        return text;
    return text + QLatin1Char(' ') + m_zone.displayName(time, QTimeZone::OffsetName);
}

QString BucketText::plate(std::int64_t time) const
{
    const QDateTime when = local(time);
    if (m_granularity == insights::v1::GRANULARITY_WEEK)
        return tr("Week of %1").arg(m_locale.toString(when, tr("d MMM")));
    const QString day = m_locale.toString(when, tr("ddd d MMM"));
    return m_granularity == insights::v1::GRANULARITY_HOUR ? tr("%1 %2", "day, hour").arg(day, hour(when)) : day;
}

QString BucketText::row(std::int64_t time) const
{
    const QDateTime when = local(time);
    if (m_granularity == insights::v1::GRANULARITY_WEEK)
        return tr("Week of %1").arg(m_locale.toString(when, tr("d MMM yyyy")));
    const QString day = m_locale.toString(when, tr("ddd d MMM yyyy"));
    return m_granularity == insights::v1::GRANULARITY_HOUR ? tr("%1 %2", "day, hour").arg(day, hour(when)) : day;
}

QString BucketText::full(std::int64_t time) const
{
    const QDateTime when = local(time);
    if (m_granularity == insights::v1::GRANULARITY_WEEK)
        return tr("Week of %1").arg(m_locale.toString(when, tr("dddd d MMMM yyyy")));
    const QString day = m_locale.toString(when, tr("dddd d MMMM yyyy"));
    return m_granularity == insights::v1::GRANULARITY_HOUR ? tr("%1, %2", "day, hour").arg(day, hour(when)) : day;
}

QString BucketText::columnName() const
{
    switch (m_granularity) {
    case insights::v1::GRANULARITY_HOUR: return tr("Hour");
    case insights::v1::GRANULARITY_WEEK: return tr("Week");
    default: return tr("Day");
    }
}

QString BucketText::count(int buckets) const
{
    const QString number = m_locale.toString(buckets);
    switch (m_granularity) {
    case insights::v1::GRANULARITY_HOUR: return buckets == 1 ? tr("1 hour") : tr("%1 hours").arg(number);
    case insights::v1::GRANULARITY_WEEK: return buckets == 1 ? tr("1 week") : tr("%1 weeks").arg(number);
    default: return buckets == 1 ? tr("1 day") : tr("%1 days").arg(number);
    }
}

QString BucketText::per() const
{
    switch (m_granularity) {
    case insights::v1::GRANULARITY_HOUR: return tr("per hour");
    case insights::v1::GRANULARITY_WEEK: return tr("per week");
    default: return tr("per day");
    }
}
