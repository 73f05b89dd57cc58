// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/users_words.h"

#include "query/answer_rows.h"
#include "session/question_words.h"
#include "ui/charts/bucket_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace {

using catalog::v1::ListUsersRequest;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(UsersDialog)
};

BucketText bucketsOf(const ListUsersRequest &request, const ProjectTime &place)
{
    insights::v1::ResultInfo info;
    info.set_timezone(place.timezone);
    info.set_week_start(std::string(nameOf(place.weekStart)));
    return {info, request.query().granularity()};
}

// The value of a breakdown that a place is in; nothing without a breakdown.
template <class Place>
QStringList groupOf(const Place &place)
{
    if (!place.has_breakdown() && !place.is_others())
        return {};
    return {QString::fromStdString(groupName(place.breakdown(), place.is_others()))};
}

QString eventAt(const ListUsersRequest &request, int index)
{
    const auto &events = request.query().events();
    return index >= 0 && index < events.size() ? QString::fromStdString(events[index].name()) : QString();
}

QString seriesTitle(const ListUsersRequest &request, const ProjectTime &place)
{
    const auto &series = request.series();
    QStringList parts{eventAt(request, series.event_index())};
    parts += groupOf(series);
    parts += series.has_timestamp() ? bucketsOf(request, place).row(milliseconds(series.timestamp()))
                                    : rangeText(request.query().time_range(), place);
    return Text::tr("Users behind %1").arg(parts.join(QStringLiteral(", ")));
}

QString funnelTitle(const ListUsersRequest &request, const ProjectTime &place)
{
    const auto &funnel = request.funnel();
    QStringList parts{Text::tr("step %1, %2").arg(funnel.step() + 1).arg(eventAt(request, funnel.step()))};
    parts += groupOf(funnel);
    parts += rangeText(request.query().time_range(), place);
    const QString words = parts.join(QStringLiteral(", "));
    return funnel.dropped() ? Text::tr("Users lost before %1").arg(words) : Text::tr("Users who reached %1").arg(words);
}

QString retentionTitle(const ListUsersRequest &request, const ProjectTime &place)
{
    const auto &retention = request.retention();
    const BucketText buckets = bucketsOf(request, place);
    QStringList parts{Text::tr("cohort %1").arg(buckets.row(milliseconds(retention.cohort_date())))};
    parts += groupOf(retention);
    const QString words = parts.join(QStringLiteral(", "));
    if (!retention.has_period())
        return Text::tr("Users of %1").arg(words);
    return Text::tr("Users of %1, back in %2 %3", "cohort, unit of time, its number")
        .arg(words, buckets.columnName().toLower())
        .arg(retention.period());
}

} // namespace

QString usersTitle(const ListUsersRequest &request, const ProjectTime &place)
{
    switch (request.point_case()) {
    case ListUsersRequest::kSeries: return seriesTitle(request, place);
    case ListUsersRequest::kFunnel: return funnelTitle(request, place);
    case ListUsersRequest::kRetention: return retentionTitle(request, place);
    case ListUsersRequest::POINT_NOT_SET: break;
    }
    return Text::tr("Users");
}
