// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/retention_curve.h"

#include "ui/charts/line_marks.h"
#include "ui/text/number_text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>

namespace {

constexpr int mostCohortLines = 60;
constexpr int mostGroupLines = 6;
constexpr double meanWidth = 2; // px
constexpr double cohortWidth = 1;
constexpr double bandAlpha = 0.18;
constexpr double labelHeight = 16;
constexpr double labelToPlot = 8;
constexpr double periodLabelDistance = 44;
constexpr double keyWidth = 18;
constexpr double dotRadius = 4;

} // namespace

RetentionCurve::RetentionCurve(const RetentionContent &content, const Theme &theme)
    : m_content(content)
    , m_theme(theme)
    , m_scale(content.scale)
{
    if (!hasManyCohorts() || groupCount() > 0)
        return;
    m_low = rateQuantiles(content.shown(), 0.25);
    m_high = rateQuantiles(content.shown(), 0.75);
    double highest = 0;
    for (int period = 1; period < content.shown().periods(); ++period) // comparisons with NaN are false
        highest = std::max({highest, content.shown().means[std::size_t(period)].rate(), m_high[std::size_t(period)]});
    m_scale = rateScale(highest);
}

bool RetentionCurve::hasManyCohorts() const
{
    return m_content.shown().cohorts() > mostCohortLines;
}

int RetentionCurve::groupCount() const
{
    return m_content.group < 0 ? std::min(int(m_content.groups.size()), mostGroupLines) : 0;
}

int RetentionCurve::lastPeriod() const
{
    const auto &means = m_content.shown().means;
    int last = int(means.size()) - 1;
    while (last > 2 && means[std::size_t(last)].cohorts == 0)
        --last;
    return std::max(2, last);
}

void RetentionCurve::layOut(const QRectF &place)
{
    const QFontMetricsF metrics(m_theme.font(Type::Axis));
    const ValueScale &scale = m_scale;
    double gutter = 0;
    for (int i = 0; i <= scale.intervals; ++i)
        gutter = std::max(gutter, metrics.horizontalAdvance(rateTick(scale, i)));
    const double top = std::floor(place.top() + labelHeight / 2) + 0.5;
    const double height = place.bottom() - labelHeight - 8 - top;
    const double left = std::ceil(place.left() + gutter + labelToPlot) + 0.5;
    m_plot = QRectF(left, top, std::floor(place.right() - 4 - left),
                    std::floor(std::max(40.0, height) / scale.intervals) * scale.intervals);
}

QPointF RetentionCurve::point(int period, double rate) const
{
    return {m_plot.left() + m_plot.width() * (period - 1) / (lastPeriod() - 1),
            m_plot.bottom() - m_plot.height() * std::min(1.0, rate * 100 / m_scale.high())};
}

template <typename RateAt>
QList<QLineF> RetentionCurve::line(int periods, RateAt rateAt) const
{
    QList<QLineF> segments;
    std::optional<QPointF> before;
    bool isJoined = false;
    for (int period = 1; period <= std::min(periods - 1, lastPeriod()); ++period) {
        const double rate = rateAt(period);
        if (std::isnan(rate)) {
            if (before && !isJoined)
                segments.append({*before, *before});
            before.reset();
            continue;
        }
        const QPointF here = point(period, rate);
        isJoined = before.has_value();
        if (before)
            segments.append({*before, here});
        before = here;
    }
    if (before && !isJoined)
        segments.append({*before, *before});
    return segments;
}

QList<QLineF> RetentionCurve::cohortLine(int row) const
{
    const RetentionRow &cohort = m_content.shown().rows[std::size_t(row)];
    return line(int(cohort.cells.size()), [&](int period) {
        const RetentionCell &cell = cohort.cells[std::size_t(period)];
        return cell.isDrawn && !cell.isUnfinished ? cohort.rate(period) : std::nan("");
    });
}

QList<QLineF> RetentionCurve::meanLine(const RetentionTable &table) const
{
    return line(table.periods(), [&](int period) { return table.means[std::size_t(period)].rate(); });
}

SeriesLook RetentionCurve::groupLook(int group) const
{
    if (m_content.groups[std::size_t(group)].isOthers)
        return {m_theme.color(Role::Other), {}};
    return m_theme.categorical(group);
}

void RetentionCurve::paintAxes(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(m_theme.font(Type::Axis));
    const ValueScale &scale = m_scale;
    for (int i = 0; i <= scale.intervals; ++i) {
        const double y = std::round(m_plot.bottom() - m_plot.height() * i / scale.intervals - 0.5) + 0.5;
        painter.setPen(QPen(m_theme.color(i == 0 ? Role::Axis : Role::Grid), 1));
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        painter.setPen(m_theme.color(Role::Text3));
        painter.drawText(QRectF(m_plot.left() - 100, y - labelHeight / 2, 100 - labelToPlot, labelHeight),
                         Qt::AlignRight | Qt::AlignVCenter, rateTick(scale, i));
    }
    const int last = lastPeriod();
    static constexpr std::array steps{1, 2, 3, 5, 7, 10, 14, 20, 24, 50, 100, 168, 250, 500, 1000};
    const auto step = std::find_if(steps.begin(), steps.end(),
                                   [&](int each) { return m_plot.width() * each / (last - 1) >= periodLabelDistance; });
    const int every = step == steps.end() ? last : *step;
    const int most = m_content.shown().periods() - 1; // a single period stands on an axis made for two
    for (int period = every < 5 ? 1 : every; period <= std::min(last, most); period += every) {
        const double x = point(period, 0).x();
        painter.drawText(QRectF(x - 30, m_plot.bottom() + 6, 60, labelHeight), Qt::AlignHCenter | Qt::AlignVCenter,
                         QLocale().toString(period));
    }
}

void RetentionCurve::paintBand(QPainter &painter) const
{
    QPolygonF band;
    const int last = std::min(lastPeriod(), int(m_low.size()) - 1);
    const auto append = [&](int period, double rate) {
        if (!std::isnan(rate))
            band.append(point(period, rate));
    };
    for (int period = 1; period <= last; ++period)
        append(period, m_high[std::size_t(period)]);
    for (int period = last; period >= 1; --period)
        append(period, m_low[std::size_t(period)]);
    QColor color = m_theme.color(Role::Other);
    color.setAlphaF(float(bandAlpha));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(band);
}

void RetentionCurve::paint(QPainter &painter) const
{
    paintAxes(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto keyOfMean = keys().front();
    if (groupCount() > 0) {
        for (int group = groupCount() - 1; group >= 0; --group)
            paintSegments(painter, meanLine(m_content.groups[std::size_t(group)].table), groupLook(group), lineWidth,
                          Qt::RoundCap);
    } else if (hasManyCohorts()) {
        paintBand(painter);
    } else {
        for (int row = 0; row < m_content.shown().cohorts(); ++row)
            paintSegments(painter, cohortLine(row), {m_theme.color(Role::Axis), {}}, cohortWidth, Qt::RoundCap);
    }
    paintSegments(painter, meanLine(m_content.shown()), keyOfMean.look, keyOfMean.width, Qt::RoundCap);
}

void RetentionCurve::paintCohort(QPainter &painter, const HeatPlace &current) const
{
    if (current.row < 0)
        return;
    const Key key = cohortKey(current.row);
    painter.setRenderHint(QPainter::Antialiasing);
    paintSegments(painter, cohortLine(current.row), key.look, key.width, Qt::RoundCap);
    const RetentionCell *cell = m_content.shown().cell(current.row, current.period);
    if (cell && current.period > 0 && current.period <= lastPeriod() && !cell->isUnfinished)
        paintDot(painter, point(current.period, m_content.shown().rows[std::size_t(current.row)].rate(current.period)),
                 dotRadius, key.look.color, m_theme.color(Role::Surface));
}

std::vector<RetentionCurve::Key> RetentionCurve::keys() const
{
    const QString mean = RetentionText::tr("Weighted mean");
    if (groupCount() > 0) {
        std::vector<Key> keys{{RetentionText::tr("Weighted mean of all"), {m_theme.color(Role::Text), {}}, meanWidth}};
        for (int group = 0; group < groupCount(); ++group)
            keys.push_back({m_content.groups[std::size_t(group)].name, groupLook(group), lineWidth});
        return keys;
    }
    const Key many{RetentionText::tr("Middle half of the cohorts"), {m_theme.color(Role::Other), {}}, 0, true};
    const Key each{RetentionText::tr("Each cohort, as far as finished"), {m_theme.color(Role::Axis), {}}, cohortWidth};
    return {{mean, m_theme.categorical(0), meanWidth}, hasManyCohorts() ? many : each};
}

RetentionCurve::Key RetentionCurve::cohortKey(int row) const
{
    const QString name = RetentionText(m_content).cohortName(row);
    // Groups have the colours.
    if (groupCount() > 0)
        return {name, {m_theme.color(Role::Text), {3, 2}}, lineWidth};
    return {name, m_theme.categorical(1), hasManyCohorts() ? cohortWidth : lineWidth};
}

void RetentionCurve::paintKey(QPainter &painter, const QRectF &row, const Key &key) const
{
    const double middle = std::floor(row.center().y()) + 0.5;
    if (key.isBand) {
        QColor color = key.look.color;
        color.setAlphaF(float(bandAlpha));
        painter.fillRect(QRectF(row.left(), middle - 5.5, keyWidth, 11), color);
    } else {
        paintSegments(painter, {QLineF(row.left(), middle, row.left() + keyWidth, middle)}, key.look, key.width,
                      Qt::FlatCap);
    }
    painter.setFont(m_theme.font(Type::Table));
    painter.setPen(m_theme.color(Role::Text));
    const QRectF text = row.adjusted(keyWidth + 8, 0, 0, 0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetricsF(painter.font()).elidedText(key.name, Qt::ElideMiddle, text.width()));
}
