// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/retention_text.h"

#include "ui/text/number_text.h"

#include <cmath>

using namespace insights::v1;

namespace {

QString rateNumber(double rate, bool isWhole = false)
{
    // Whole at the ends: "100" and "0" say that it is all or none.
    return QLocale().toString(rate * 100, 'f', isWhole || rate <= 0 || rate >= 1 ? 0 : 1);
}

QString countNumber(double count, bool compact)
{
    return compact ? compactNumber(count) : fullNumber(count);
}

} // namespace

QString rateTick(const ValueScale &scale, int tick)
{
    return withUnit(tickNumber(scale.tick(tick), scale.step, scale.high()), QStringLiteral("%"));
}

RetentionText::RetentionText(const RetentionContent &content)
    : m_content(content)
{
    const auto &rows = content.all.rows;
    m_showsYears = !rows.empty()
        && content.buckets.local(rows.front().cohort).date().year()
            != content.buckets.local(rows.back().cohort).date().year();
}

QString RetentionText::caption() const
{
    const auto pattern = [this] {
        switch (m_content.buckets.granularity()) {
        case GRANULARITY_HOUR:
            return m_content.showsRates ? tr("Hours after %1, % of the cohort") : tr("Hours after %1, users");
        case GRANULARITY_WEEK:
            return m_content.showsRates ? tr("Weeks after %1, % of the cohort") : tr("Weeks after %1, users");
        default: return m_content.showsRates ? tr("Days after %1, % of the cohort") : tr("Days after %1, users");
        }
    };
    const QString text = pattern().arg(m_content.start);
    return m_content.group < 0
        ? text
        : tr("%1 · %2", "caption, group").arg(text, m_content.groups[std::size_t(m_content.group)].name);
}

QString RetentionText::cohortTitle() const
{
    return m_content.buckets.granularity() == GRANULARITY_WEEK ? tr("Week of") : m_content.buckets.columnName();
}

QString RetentionText::meanTitle(bool isShort) const
{
    if (!m_content.showsRates)
        return isShort ? tr("All") : tr("All cohorts");
    return isShort ? tr("Mean") : tr("Weighted mean");
}

QString RetentionText::changeTitle() const
{
    return tr("Points");
}

QString RetentionText::leftOut(int periods, int cohorts) const
{
    QStringList words;
    if (periods > 0)
        switch (m_content.buckets.granularity()) {
        case GRANULARITY_HOUR: words << (periods == 1 ? tr("+1 hour") : tr("+%1 hours").arg(periods)); break;
        case GRANULARITY_WEEK: words << (periods == 1 ? tr("+1 week") : tr("+%1 weeks").arg(periods)); break;
        default: words << (periods == 1 ? tr("+1 day") : tr("+%1 days").arg(periods)); break;
        }
    if (cohorts > 0)
        words << (cohorts == 1 ? tr("+1 cohort") : tr("+%1 cohorts").arg(cohorts));
    return words.join(QStringLiteral(", "));
}

QString RetentionText::wholeRate(const HeatPlace &place) const
{
    const RetentionTable &table = m_content.shown();
    if (place.row >= 0)
        return table.cell(place.row, place.period)
            ? rateNumber(table.rows[std::size_t(place.row)].rate(place.period), true)
            : QString();
    const RetentionMean &mean = table.means[std::size_t(place.period)];
    return mean.cohorts == 0 ? QStringLiteral("–") : rateNumber(mean.rate(), true);
}

QString RetentionText::changeNumber(int period, bool isWhole) const
{
    const auto change = meanChange(m_content, period);
    if (!change)
        return {};
    const double amount = std::abs(change->amount);
    const QString number = QLocale().toString(amount * 100, 'f', isWhole ? 0 : 1);
    if (QLocale().toDouble(number) == 0)
        return QStringLiteral("0");
    return (change->amount > 0 ? QStringLiteral("+%1") : QStringLiteral("−%1")).arg(number);
}

QString RetentionText::cohortLabel(int row) const
{
    const std::int64_t time = m_content.shown().rows[std::size_t(row)].cohort;
    if (m_content.buckets.granularity() == GRANULARITY_WEEK)
        return m_locale.toString(m_content.buckets.local(time), m_showsYears ? tr("d MMM yyyy") : tr("d MMM"));
    return m_showsYears ? m_content.buckets.row(time) : m_content.buckets.plate(time);
}

QString RetentionText::cohortName(int row) const
{
    const std::int64_t time = m_content.shown().rows[std::size_t(row)].cohort;
    return m_showsYears ? m_content.buckets.row(time) : m_content.buckets.plate(time);
}

QString RetentionText::period(int period) const
{
    const QString number = m_locale.toString(period);
    switch (m_content.buckets.granularity()) {
    case GRANULARITY_HOUR: return tr("hour %1").arg(number);
    case GRANULARITY_WEEK: return tr("week %1").arg(number);
    default: return tr("day %1").arg(number);
    }
}

QString RetentionText::periodDates(int row, int period) const
{
    const std::int64_t start = m_content.cellStart(row, period);
    if (m_content.buckets.granularity() != GRANULARITY_WEEK)
        return m_content.buckets.row(start);
    const QDate first = m_content.buckets.local(start).date();
    const QDate last = m_content.buckets.local(m_content.cellEnd(row, period)).date().addDays(-1);
    const bool isSameYear = first.year() == last.year();
    const bool isSameMonth = isSameYear && first.month() == last.month();
    const QString from = m_locale.toString(first, isSameMonth ? tr("d") : isSameYear ? tr("d MMM") : tr("d MMM yyyy"));
    return tr("%1 – %2", "from, to").arg(from, m_locale.toString(last, tr("d MMM yyyy")));
}

QString RetentionText::meanOf(int period) const
{
    const QString number = m_locale.toString(period);
    switch (m_content.buckets.granularity()) {
    case GRANULARITY_HOUR: return tr("Hour %1, weighted mean").arg(number);
    case GRANULARITY_WEEK: return tr("Week %1, weighted mean").arg(number);
    default: return tr("Day %1, weighted mean").arg(number);
    }
}

QString RetentionText::finishedCohorts(int period) const
{
    const int cohorts = m_content.shown().means[std::size_t(period)].cohorts;
    if (cohorts == 0)
        return tr("No cohort has finished %1.").arg(this->period(period));
    return cohorts == 1 ? tr("1 finished cohort") : tr("%1 finished cohorts").arg(fullNumber(cohorts));
}

QString RetentionText::basisOf(int period) const
{
    const RetentionMean &mean = m_content.shown().means[std::size_t(period)];
    if (mean.cohorts == 0)
        return finishedCohorts(period);
    return tr("%1 of %2 users, %3").arg(fullNumber(mean.count), fullNumber(mean.size), finishedCohorts(period));
}

QString RetentionText::number(const HeatPlace &place, bool compact) const
{
    const RetentionTable &table = m_content.shown();
    if (place.period < 0)
        return countNumber(place.row < 0 ? table.size : table.rows[std::size_t(place.row)].size, compact);
    if (place.row < 0) {
        const RetentionMean &mean = table.means[std::size_t(place.period)];
        if (mean.cohorts == 0)
            return QStringLiteral("–");
        return m_content.showsRates ? rateNumber(mean.rate()) : countNumber(mean.count, compact);
    }
    const RetentionCell *cell = table.cell(place.row, place.period);
    if (!cell)
        return {};
    return m_content.showsRates ? rateNumber(table.rows[std::size_t(place.row)].rate(place.period))
                                : countNumber(cell->count, compact);
}

FactCard RetentionText::meanCard(int period) const
{
    const RetentionTable &table = m_content.shown();
    if (period < 0)
        return {tr("All cohorts"),
                {{tr("Users"), fullNumber(table.size)}, {tr("Cohorts"), fullNumber(table.cohorts())}},
                {}};
    const RetentionMean &mean = table.means[std::size_t(period)];
    FactCard card{tr("Weighted mean, %1").arg(this->period(period)), {}, finishedCohorts(period)};
    if (mean.cohorts > 0)
        card.rows = {{tr("Came back"), tr("%1 of %2").arg(fullNumber(mean.count), fullNumber(mean.size))},
                     {tr("Rate"), rateText(mean.rate())}};
    if (const auto change = meanChange(m_content, period))
        card.rows.push_back({m_content.compared,
                             tr("%1, %2", "rate, change")
                                 .arg(rateText(m_content.meansBefore[std::size_t(period)]), spokenChange(*change))});
    return card;
}

FactCard RetentionText::card(const HeatPlace &place) const
{
    if (place.row < 0)
        return meanCard(place.period);
    const RetentionTable &table = m_content.shown();
    const RetentionRow &row = table.rows[std::size_t(place.row)];
    if (place.period < 0)
        return {cohortName(place.row),
                {{tr("Users"), fullNumber(row.size)}, {tr("Share of all"), rateText(row.size / table.size)}},
                periodDates(place.row, 0)};
    FactCard card{tr("%1, %2", "cohort, period").arg(cohortName(place.row), period(place.period)), {}, {}};
    if (const RetentionCell *cell = table.cell(place.row, place.period)) {
        card.rows = {{tr("Came back"), tr("%1 of %2").arg(fullNumber(cell->count), fullNumber(row.size))},
                     {tr("Rate"), rateText(row.rate(place.period))}};
        card.note = cell->isUnfinished ? tr("%1, unfinished").arg(periodDates(place.row, place.period))
                                       : periodDates(place.row, place.period);
    }
    const double mean = table.means[std::size_t(place.period)].rate();
    card.rows.push_back({tr("Weighted mean, %1").arg(period(place.period)), rateText(mean)});
    return card;
}

bool RetentionText::hasUsers(const HeatPlace &place) const
{
    return place.row >= 0 && (place.period < 0 || m_content.shown().cell(place.row, place.period));
}

QString RetentionText::spoken(const HeatPlace &place) const
{
    const FactCard said = card(place);
    QStringList words{said.title};
    for (const FactCard::Row &row : said.rows)
        words.append(tr("%1 %2", "name, value").arg(row.name, row.value));
    if (!said.note.isEmpty())
        words.append(said.note);
    return words.join(QStringLiteral(", "));
}

QString RetentionText::summary() const
{
    const RetentionTable &table = m_content.shown();
    if (table.rows.empty())
        return tr("No cohorts");
    const QString cohorts = table.cohorts() == 1 ? tr("1 cohort") : tr("%1 cohorts").arg(fullNumber(table.cohorts()));
    const QString users = tr("%1 with %2 users").arg(cohorts, fullNumber(table.size));
    const QString first = cohortName(0);
    QStringList sentences{users,
                          table.cohorts() == 1 ? first : tr("%1 to %2").arg(first, cohortName(table.cohorts() - 1))};
    int last = table.periods() - 1;
    while (last > 0 && table.means[std::size_t(last)].cohorts == 0)
        --last;
    for (int period = 1; period <= last; period += std::max(1, last - 1)) // the first and the last
        sentences.append(
            tr("weighted mean in %1 %2").arg(this->period(period), rateText(table.means[std::size_t(period)].rate())));
    if (m_content.group >= 0)
        sentences.prepend(m_content.groups[std::size_t(m_content.group)].name);
    if (m_content.unfinishedFrom)
        sentences.append(tr("cells of %1 are unfinished").arg(m_content.buckets.plate(*m_content.unfinishedFrom)));
    return sentences.join(QStringLiteral(", "));
}
