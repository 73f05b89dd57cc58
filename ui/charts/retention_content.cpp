// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/retention_content.h"

#include "query/answer_rows.h"
#include "query/calendar.h"

#include <algorithm>
#include <map>

namespace {

using namespace insights::v1;

constexpr double curveHeight = 208; // px the ticks of the scale are chosen for

Calendar calendarOf(const ResultInfo &info)
{
    const WeekStart weekStart = weekStartOf(info.week_start());
    return Calendar::of(info.timezone(), weekStart).value_or(*Calendar::of("UTC", weekStart));
}

// Every bucket that a cell of the answer lies in, and the end of the last.
std::vector<std::int64_t> bucketsOf(const AnswerFrames &answer, Granularity granularity)
{
    const Calendar calendar = calendarOf(answer.info);
    std::map<std::int64_t, int> periods; // of each cohort, by date
    for (const RetentionCohort &cohort : answer.retention.cohorts()) {
        int &most = periods[milliseconds(cohort.cohort_date())];
        for (const RetentionPeriod &period : cohort.periods())
            most = std::max(most, period.period() + 1);
    }
    std::vector<std::int64_t> times;
    if (periods.empty())
        return times;
    std::int64_t bucket = periods.begin()->first;
    std::size_t wanted = 1;
    for (auto next = periods.begin(); next != periods.end() || times.size() < wanted;) {
        times.push_back(bucket);
        for (; next != periods.end() && next->first <= bucket; ++next)
            wanted = std::max(wanted, times.size() + std::size_t(next->second));
        bucket = calendar.nextBucket(bucket, granularity);
    }
    return times;
}

void add(RetentionTable &table, const RetentionCohort &cohort, const RetentionContent &content,
         std::int64_t notBegunFrom)
{
    const std::int64_t date = milliseconds(cohort.cohort_date());
    auto row = std::lower_bound(table.rows.begin(), table.rows.end(), date,
                                [](const RetentionRow &each, std::int64_t time) { return each.cohort < time; });
    if (row == table.rows.end() || row->cohort != date) {
        const auto bucket = std::lower_bound(content.times.begin(), content.times.end(), date);
        row = table.rows.insert(row, {date, int(bucket - content.times.begin()), 0, {}});
    }
    row->size += cohort.size();
    table.size += cohort.size();
    for (const RetentionPeriod &period : cohort.periods()) {
        const int place = period.period();
        if (place < 0 || content.times[std::size_t(row->bucket + place)] >= notBegunFrom)
            continue;
        if (place >= int(row->cells.size()))
            row->cells.resize(std::size_t(place) + 1);
        RetentionCell &cell = row->cells[std::size_t(place)];
        cell.count += period.count();
        cell.isDrawn = true;
        cell.isUnfinished |= period.incomplete();
    }
}

void computeMeans(RetentionTable &table)
{
    std::size_t periods = 0;
    for (const RetentionRow &row : table.rows)
        periods = std::max(periods, row.cells.size());
    table.means.assign(periods, {});
    for (const RetentionRow &row : table.rows) {
        for (std::size_t period = 0; period < row.cells.size(); ++period) {
            const RetentionCell &cell = row.cells[period];
            if (!cell.isDrawn || cell.isUnfinished)
                continue;
            RetentionMean &mean = table.means[period];
            mean.count += cell.count;
            mean.size += row.size;
            ++mean.cohorts;
        }
    }
}

RetentionGroup &groupOf(std::vector<RetentionGroup> &groups, const RetentionCohort &cohort)
{
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const RetentionGroup &each) {
        return each.value == cohort.breakdown() && each.isOthers == cohort.is_others();
    });
    if (found != groups.end())
        return *found;
    const QString name = QString::fromStdString(groupName(cohort.breakdown(), cohort.is_others()));
    return groups.emplace_back(RetentionGroup{cohort.breakdown(), cohort.is_others(), name, {}});
}

double highestRate(const RetentionTable &table)
{
    double highest = 0;
    for (const RetentionRow &row : table.rows) {
        for (int period = 1; period < int(row.cells.size()); ++period)
            highest = std::max(highest, row.rate(period));
    }
    return highest;
}

} // namespace

const RetentionCell *RetentionTable::cell(int row, int period) const
{
    if (row < 0 || row >= cohorts() || period < 0 || period >= int(rows[std::size_t(row)].cells.size()))
        return nullptr;
    const RetentionCell &found = rows[std::size_t(row)].cells[std::size_t(period)];
    return found.isDrawn ? &found : nullptr;
}

std::int64_t RetentionContent::cellStart(int row, int period) const
{
    return times[std::size_t(shown().rows[std::size_t(row)].bucket + period)];
}

std::int64_t RetentionContent::cellEnd(int row, int period) const
{
    return cellStart(row, period + 1);
}

ValueScale rateScale(double highest)
{
    return highest > 0 ? valueScale(0, highest * 100, curveHeight, false) : ValueScale{0, 25, 4};
}

RetentionContent retentionContent(const AnswerFrames &answer, const QuerySpec &spec)
{
    RetentionContent content;
    content.start = QString::fromStdString(spec.starting_event().name());
    content.buckets = BucketText(answer.info, spec.granularity());
    content.times = bucketsOf(answer, spec.granularity());
    const bool hasUnfinished = answer.info.has_incomplete_from();
    const std::int64_t unfinished
        = hasUnfinished ? milliseconds(answer.info.incomplete_from()) : std::numeric_limits<std::int64_t>::max();
    const auto notBegun = std::upper_bound(content.times.begin(), content.times.end(), unfinished);
    const std::int64_t notBegunFrom
        = notBegun == content.times.end() ? std::numeric_limits<std::int64_t>::max() : *notBegun;

    for (const RetentionCohort &cohort : answer.retention.cohorts()) {
        add(content.all, cohort, content, notBegunFrom);
        if (cohort.has_breakdown())
            add(groupOf(content.groups, cohort).table, cohort, content, notBegunFrom);
    }
    computeMeans(content.all);
    for (RetentionGroup &group : content.groups)
        computeMeans(group.table);
    std::stable_sort(content.groups.begin(), content.groups.end(),
                     [](const RetentionGroup &left, const RetentionGroup &right) {
                         return left.isOthers != right.isOthers ? right.isOthers : left.table.size > right.table.size;
                     });
    const auto &rows = content.all.rows;
    const bool drawsUnfinished = std::any_of(rows.begin(), rows.end(), [](const RetentionRow &row) {
        return std::any_of(row.cells.begin(), row.cells.end(),
                           [](const RetentionCell &cell) { return cell.isDrawn && cell.isUnfinished; });
    });
    if (hasUnfinished && drawsUnfinished)
        content.unfinishedFrom = unfinished;
    content.scale = rateScale(highestRate(content.all));
    return content;
}

void compareRetention(RetentionContent &content, const RetentionContent &before, const QString &compared)
{
    content.compared = compared;
    content.meansBefore.clear();
    for (const RetentionMean &mean : before.all.means)
        content.meansBefore.push_back(mean.rate());
}

void showGroup(RetentionContent &content, int group)
{
    content.group = group < int(content.groups.size()) ? std::max(group, -1) : -1;
    content.scale = rateScale(highestRate(content.shown()));
}

std::vector<double> rateQuantiles(const RetentionTable &table, double share)
{
    std::vector<double> quantiles(table.means.size(), std::numeric_limits<double>::quiet_NaN());
    std::vector<double> rates;
    for (int period = 0; period < table.periods(); ++period) {
        rates.clear();
        for (int row = 0; row < table.cohorts(); ++row) {
            if (const RetentionCell *cell = table.cell(row, period); cell && !cell->isUnfinished)
                rates.push_back(table.rows[std::size_t(row)].rate(period));
        }
        if (rates.empty())
            continue;
        const auto place = rates.begin() + std::ptrdiff_t(share * double(rates.size() - 1));
        std::nth_element(rates.begin(), place, rates.end());
        quantiles[std::size_t(period)] = *place;
    }
    return quantiles;
}

std::optional<Change> meanChange(const RetentionContent &content, int period)
{
    const auto place = std::size_t(period);
    if (content.group >= 0 || place >= content.meansBefore.size() || place >= content.all.means.size())
        return std::nullopt;
    return rateChange(content.meansBefore[place], content.all.means[place].rate());
}
