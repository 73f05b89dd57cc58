// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/time_axis.h"

#include <algorithm>
#include <array>

namespace {

constexpr std::int64_t hourMs = 3'600'000;
constexpr std::int64_t dayMs = 24 * hourMs;
constexpr double leastLabelDistance = 56; // px between labelled marks
constexpr double leastTickDistance = 4;
constexpr double labelGap = 10; // px between two labels
constexpr std::int64_t clockChangesUpTo = 100 * dayMs; // in longer spans they would only be noise

enum class Unit { Hour, Day, Week, Month, Year };

struct Step
{
    Unit unit;
    int every;
    bool withWeekday = false;
};

// From fine to coarse; the first that fits is taken.
constexpr std::array<Step, 18> steps{{{Unit::Hour, 1},
                                      {Unit::Hour, 2},
                                      {Unit::Hour, 3},
                                      {Unit::Hour, 6},
                                      {Unit::Hour, 12},
                                      {Unit::Day, 1, true},
                                      {Unit::Day, 1},
                                      {Unit::Week, 1, true},
                                      {Unit::Week, 1},
                                      {Unit::Week, 2},
                                      {Unit::Month, 1},
                                      {Unit::Month, 3},
                                      {Unit::Month, 6},
                                      {Unit::Year, 1},
                                      {Unit::Year, 2},
                                      {Unit::Year, 5},
                                      {Unit::Year, 20},
                                      {Unit::Year, 100}}};

double lengthMs(const Step &step)
{
    switch (step.unit) {
    case Unit::Hour: return double(step.every) * hourMs;
    case Unit::Day: return double(step.every) * dayMs;
    case Unit::Week: return step.every * 7.0 * dayMs;
    case Unit::Month: return step.every * 30.4 * dayMs;
    case Unit::Year: return step.every * 365.2 * dayMs;
    }
    return 0;
}

// The first day of the unit that holds `date`.
QDate unitStart(QDate date, const Step &step, Qt::DayOfWeek weekStart)
{
    switch (step.unit) {
    case Unit::Week:
        date = date.addDays(-((date.dayOfWeek() - int(weekStart) + 7) % 7));
        return date.addDays(-7 * (date.toJulianDay() / 7 % step.every)); // the same weeks wherever the span begins
    case Unit::Month: return QDate(date.year(), (date.month() - 1) / step.every * step.every + 1, 1);
    case Unit::Year: return QDate(date.year() - date.year() % step.every, 1, 1);
    default: return date;
    }
}

QDate nextUnit(QDate date, const Step &step)
{
    switch (step.unit) {
    case Unit::Week: return date.addDays(7 * step.every);
    case Unit::Month: return date.addMonths(step.every);
    case Unit::Year: return date.addYears(step.every);
    default: return date.addDays(1);
    }
}

// Starts of days, weeks, months or years inside the span.
std::vector<std::int64_t> calendarStarts(TimeSpan span, const BucketText &text, const Step &step)
{
    std::vector<std::int64_t> starts;
    QDate date = unitStart(text.local(span.from).date(), step, text.weekStart());
    for (; date.isValid(); date = nextUnit(date, step)) {
        const std::int64_t start = date.startOfDay(text.zone()).toMSecsSinceEpoch();
        if (start > span.to)
            break;
        if (start >= span.from)
            starts.push_back(start);
    }
    return starts;
}

// Hours are buckets of the answer: whatever the clock did, they start where the calendar says.
std::vector<std::int64_t> hourStarts(std::span<const std::int64_t> buckets, TimeSpan span, const BucketText &text,
                                     int every)
{
    std::vector<std::int64_t> starts;
    for (const std::int64_t bucket : buckets) {
        const QTime time = text.local(bucket).time();
        if (bucket >= span.from && bucket <= span.to && time.minute() == 0 && time.hour() % every == 0)
            starts.push_back(bucket);
    }
    return starts;
}

QString labelText(std::int64_t time, const Step &step, bool isFirst, const BucketText &text)
{
    static const QLocale locale;
    const QDateTime when = text.local(time);
    switch (step.unit) {
    case Unit::Hour:
        return locale.toString(when, when.time().hour() == 0 ? BucketText::tr("ddd d MMM") : BucketText::tr("HH:mm"));
    case Unit::Day:
    case Unit::Week:
        return locale.toString(when, step.withWeekday ? BucketText::tr("ddd d MMM") : BucketText::tr("d MMM"));
    case Unit::Month:
        return locale.toString(
            when, isFirst || when.date().month() == 1 ? BucketText::tr("MMM yyyy") : BucketText::tr("MMM"));
    case Unit::Year: return locale.toString(when, QStringLiteral("yyyy"));
    }
    return {};
}

class Marker
{
public:
    Marker(std::span<const std::int64_t> buckets, TimeSpan span, const BucketText &text, double width,
           const std::function<double(const QString &)> &textWidth)
        : m_buckets(buckets)
        , m_span(span)
        , m_text(text)
        , m_textWidth(textWidth)
        , m_pxPerMs(width / double(std::max<std::int64_t>(1, span.to - span.from)))
    {
    }

    std::vector<TimeLabel> labels() const
    {
        for (const Step &step : steps) {
            if (isFinerThanBuckets(step) || lengthMs(step) * m_pxPerMs < leastLabelDistance * 0.95)
                continue;
            std::vector<TimeLabel> labels = labelsAt(starts(step), step);
            if (fit(labels)) {
                nameTheStart(labels, step);
                return labels;
            }
        }
        std::vector<TimeLabel> none;
        nameTheStart(none, {Unit::Day, 1, true});
        return none;
    }

    std::vector<std::int64_t> smallTicks() const
    {
        if (m_buckets.size() < 2 || distance(m_buckets[0], m_buckets[1]) >= leastTickDistance)
            return {m_buckets.begin(), m_buckets.end()};
        for (const Step &step : {Step{Unit::Day, 1}, Step{Unit::Week, 1}, Step{Unit::Month, 1}, Step{Unit::Year, 1}}) {
            if (lengthMs(step) * m_pxPerMs >= leastTickDistance)
                return starts(step);
        }
        return {};
    }

    std::vector<std::int64_t> clockChanges() const
    {
        std::vector<std::int64_t> changes;
        if (m_span.to - m_span.from > clockChangesUpTo)
            return changes;
        int offset = m_text.zone().offsetFromUtc(m_text.local(m_span.from));
        for (const auto &change : m_text.zone().transitions(m_text.local(m_span.from), m_text.local(m_span.to))) {
            if (change.offsetFromUtc != offset)
                changes.push_back(change.atUtc.toMSecsSinceEpoch());
            offset = change.offsetFromUtc;
        }
        return changes;
    }

private:
    double distance(std::int64_t left, std::int64_t right) const { return double(right - left) * m_pxPerMs; }

    bool isFinerThanBuckets(const Step &step) const
    {
        if (m_text.granularity() == insights::v1::GRANULARITY_HOUR)
            return false;
        return step.unit == Unit::Hour
            || (step.unit == Unit::Day && m_text.granularity() == insights::v1::GRANULARITY_WEEK);
    }

    std::vector<std::int64_t> starts(const Step &step) const
    {
        return step.unit == Unit::Hour ? hourStarts(m_buckets, m_span, m_text, step.every)
                                       : calendarStarts(m_span, m_text, step);
    }

    std::vector<TimeLabel> labelsAt(const std::vector<std::int64_t> &times, const Step &step) const
    {
        std::vector<TimeLabel> labels;
        labels.reserve(times.size());
        for (const std::int64_t time : times)
            labels.push_back({time, labelText(time, step, labels.empty(), m_text)});
        return labels;
    }

    bool fitBeside(const TimeLabel &left, const TimeLabel &right) const
    {
        const double needed = (m_textWidth(left.text) + m_textWidth(right.text)) / 2 + labelGap;
        return distance(left.time, right.time) >= std::max(leastLabelDistance, needed);
    }

    bool fit(const std::vector<TimeLabel> &labels) const
    {
        return std::adjacent_find(
                   labels.begin(), labels.end(),
                   [&](const TimeLabel &left, const TimeLabel &right) { return !fitBeside(left, right); })
            == labels.end();
    }

    // The first bucket is named too when there is room, so that the axis says where it begins.
    void nameTheStart(std::vector<TimeLabel> &labels, const Step &step) const
    {
        if (m_buckets.empty())
            return;
        const auto first = std::lower_bound(m_buckets.begin(), m_buckets.end(), m_span.from);
        if (first == m_buckets.end() || *first > m_span.to || (!labels.empty() && labels.front().time <= *first))
            return;
        const bool isLong = step.unit == Unit::Year || step.unit == Unit::Month;
        const Step named = isLong ? Step{Unit::Month, 1} : Step{Unit::Day, 1, true};
        const TimeLabel start{*first, labelText(*first, named, true, m_text)};
        if (labels.empty() || fitBeside(start, labels.front()))
            labels.insert(labels.begin(), start);
    }

    std::span<const std::int64_t> m_buckets;
    TimeSpan m_span;
    const BucketText &m_text;
    const std::function<double(const QString &)> &m_textWidth;
    double m_pxPerMs;
};

} // namespace

TimeMarks timeMarks(std::span<const std::int64_t> buckets, TimeSpan span, const BucketText &text, double width,
                    const std::function<double(const QString &)> &textWidth)
{
    const Marker marker(buckets, span, text, width, textWidth);
    return {marker.smallTicks(), marker.labels(), marker.clockChanges()};
}
