// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/column_fill.h"

#include "ui/charts/column_raster.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

constexpr double barShare = 0.72; // of the slot
constexpr double widestBar = 48; // px
constexpr std::size_t mostPartsWithGaps = 40; // beyond, gaps would be all one sees
constexpr double narrowestGroupBar = 1; // px; below, bars of a group stand one behind the other

std::vector<int> shownSeries(const ChartContent &content)
{
    std::vector<int> shown;
    for (int series = 0; series < content.seriesCount(); ++series) {
        if (content.isDrawn(series))
            shown.push_back(series);
    }
    return shown;
}

// Times and values to device pixels of the plot, without a division for each.
class Axes
{
public:
    Axes(const PlotFrame &frame, double dpr)
        : m_from(frame.span.from)
        , m_perMs(frame.plot.width() * dpr / double(std::max<std::int64_t>(1, frame.span.to - frame.span.from)))
        , m_high(frame.scale.high())
        , m_perUnit(frame.plot.height() * dpr / (frame.scale.high() - frame.scale.low))
    {
    }
    double column(std::int64_t time) const { return double(time - m_from) * m_perMs; }
    double row(double value) const { return (m_high - value) * m_perUnit; }

private:
    std::int64_t m_from;
    double m_perMs;
    double m_high;
    double m_perUnit;
};

bool standsBeside(const ChartContent &content, double width, std::size_t series)
{
    return !content.isStacked() && series > 1 && width / double(series) >= narrowestGroupBar;
}

} // namespace

BarSpan barSpan(const ChartContent &content, const PlotFrame &frame, int bucket)
{
    const TimeSpan slot = content.slot(bucket);
    const double room = frame.x(slot.to) - frame.x(slot.from);
    const int shown = content.seriesCount() - int(content.hidden.size());
    const double widest = content.isStacked() ? widestBar : widestBar * std::max(1, shown);
    const double width = std::min(widest, room * barShare);
    const double middle = frame.x(content.answer->timestamps[std::size_t(bucket)]);
    return {middle - width / 2, middle + width / 2};
}

QRectF barPlace(const ChartContent &content, const PlotFrame &frame, int series, int bucket)
{
    const double tip = content.tips(series)[std::size_t(bucket)];
    if (std::isnan(tip) || !content.isDrawn(series))
        return {};
    BarSpan span = barSpan(content, frame, bucket);
    const std::vector<int> shown = shownSeries(content);
    if (standsBeside(content, span.right - span.left, shown.size())) {
        const auto place = std::find(shown.begin(), shown.end(), series) - shown.begin();
        const double width = (span.right - span.left) / double(shown.size());
        span = {span.left + width * double(place), span.left + width * double(place + 1)};
    }
    const auto feet = content.feet(series);
    const double y = frame.y(tip);
    const double foot = feet.empty() ? frame.footY() : frame.y(feet[std::size_t(bucket)]);
    return QRectF(QPointF(span.left, std::min(y, foot)), QPointF(span.right, std::max(y, foot)));
}

ColumnFill::ColumnFill(const ChartContent &content, const PlotFrame &frame, double dpr)
    : m_content(content)
    , m_frame(frame)
    , m_dpr(dpr)
    , m_width(std::max(1, int(std::ceil(frame.plot.width() * dpr))))
    , m_height(std::max(1, int(std::ceil(frame.plot.height() * dpr))))
    , m_foot((frame.footY() - frame.plot.top()) * dpr)
    , m_shown(shownSeries(content))
    , m_extents(m_shown.size(), std::vector<Extent>(std::size_t(m_width), {float(m_foot), float(m_foot)}))
{
}

void ColumnFill::reach(int series, int column, double y)
{
    if (column < 0 || column >= m_width)
        return;
    Extent &extent = m_extents[std::size_t(series)][std::size_t(column)];
    extent.top = std::min(extent.top, float(y));
    extent.bottom = std::max(extent.bottom, float(y));
}

void ColumnFill::addBars(int first, int last)
{
    if (first >= last)
        return;
    const double room = (m_frame.x(m_content.answer->timestamps[std::size_t(last) - 1])
                         - m_frame.x(m_content.answer->timestamps[std::size_t(first)]))
        * m_dpr;
    if (room < last - first) { // more bars than columns
        for (int i = 0; i < int(m_shown.size()); ++i)
            addPeaksOf(i, first, last);
        return;
    }
    if (m_content.isStacked() && m_shown.size() <= mostPartsWithGaps)
        m_gap = std::max(1, int(std::lround(m_dpr)));
    const BarSpan span = barSpan(m_content, m_frame, first);
    const bool beside = standsBeside(m_content, span.right - span.left, m_shown.size());
    for (int i = 0; i < int(m_shown.size()); ++i)
        addBarsOf(i, beside ? i : 0, beside ? int(m_shown.size()) : 1, first, last);
}

void ColumnFill::addPeaksOf(int series, int first, int last)
{
    const auto tips = m_content.tips(m_shown[std::size_t(series)]);
    const auto &times = m_content.answer->timestamps;
    const Axes axes(m_frame, m_dpr);
    for (int bucket = first; bucket < last; ++bucket) {
        if (const double tip = tips[std::size_t(bucket)]; !std::isnan(tip))
            reach(series, int(axes.column(times[std::size_t(bucket)])), axes.row(tip));
    }
}

// Whole pixels, so that all bars are equally wide.
void ColumnFill::addBarsOf(int series, int place, int places, int first, int last)
{
    const auto tips = m_content.tips(m_shown[std::size_t(series)]);
    const Axes axes(m_frame, m_dpr);
    for (int bucket = first; bucket < last; ++bucket) {
        const double tip = tips[std::size_t(bucket)];
        if (std::isnan(tip))
            continue;
        const BarSpan span = barSpan(m_content, m_frame, bucket);
        const double room = (span.right - span.left) * m_dpr;
        const int width = std::max(1, int(places > 1 ? room / places : std::round(room)));
        const double left = (span.left - m_frame.plot.left()) * m_dpr + (room - width * places) / 2;
        const int from = int(std::lround(left)) + width * place;
        const int to = from + width - (places > 1 && width > 3 ? 1 : 0);
        for (int column = std::max(0, from); column < std::min(to, m_width); ++column)
            reach(series, column, axes.row(tip));
    }
}

void ColumnFill::addAreas(int first, int last)
{
    for (int i = 0; i < int(m_shown.size()); ++i)
        addAreaOf(i, first, last);
}

void ColumnFill::addAreaOf(int series, int first, int last)
{
    const auto tips = m_content.tips(m_shown[std::size_t(series)]);
    const auto &times = m_content.answer->timestamps;
    const Axes axes(m_frame, m_dpr);
    double lastX = 0;
    double lastY = 0;
    int lastColumn = 0;
    bool joined = false;
    for (int bucket = first; bucket < last; ++bucket) {
        const double tip = tips[std::size_t(bucket)];
        if (std::isnan(tip)) {
            joined = false;
            continue;
        }
        const double x = axes.column(times[std::size_t(bucket)]);
        const double y = axes.row(tip);
        const int column = int(std::clamp(x, -1.0, double(m_width) - 1));
        if (joined && column > lastColumn + 1) {
            const double slope = (y - lastY) / (x - lastX);
            for (int between = lastColumn + 1; between < column; ++between)
                reach(series, between, lastY + (between + 0.5 - lastX) * slope);
        }
        reach(series, column, y);
        lastX = x;
        lastY = y;
        lastColumn = column;
        joined = true;
    }
}

// The visible parts on one side of the foot: each from its tip to the next lower tip.
void ColumnFill::appendSide(int column, bool above, std::vector<Part> &parts) const
{
    const auto begin = parts.size();
    const int foot = std::clamp(int(std::lround(m_foot)), 0, m_height);
    for (int i = int(m_shown.size()) - 1; i >= 0; --i) {
        const Extent &extent = m_extents[std::size_t(i)][std::size_t(column)];
        const double reached = above ? m_foot - double(extent.top) : double(extent.bottom) - m_foot;
        if (reached <= 0)
            continue;
        const int rows = std::max(1, int(std::lround(reached))); // what is there is seen
        const int tip = std::clamp(above ? foot - rows : foot + rows, 0, m_height);
        parts.push_back(above ? Part{m_shown[std::size_t(i)], tip, foot} : Part{m_shown[std::size_t(i)], foot, tip});
    }
    const auto from = parts.begin() + std::ptrdiff_t(begin);
    const auto isHigher = [&](const Part &left, const Part &right) {
        return above ? left.top < right.top : left.bottom > right.bottom;
    };
    if (!std::is_sorted(from, parts.end(), isHigher))
        std::stable_sort(from, parts.end(), isHigher);
    for (auto part = from; part != parts.end() && part + 1 != parts.end(); ++part) {
        int &end = above ? part->bottom : part->top;
        end = above ? (part + 1)->top : (part + 1)->bottom;
        if (std::abs(part->bottom - part->top) > 2 * m_gap)
            end -= above ? m_gap : -m_gap;
    }
}

void ColumnFill::partsOf(int column, std::vector<Part> &parts) const
{
    parts.clear();
    appendSide(column, true, parts);
    appendSide(column, false, parts);
}

QImage ColumnFill::image(const std::vector<SeriesLook> &looks, int only) const
{
    std::vector<quint32> pixels(std::size_t(m_width) * std::size_t(m_height), 0);
    std::vector<Part> parts;
    for (int column = 0; column < m_width; ++column) {
        partsOf(column, parts);
        quint32 *rows = pixels.data() + std::size_t(column) * std::size_t(m_height);
        for (const Part &part : parts) {
            if (part.top < part.bottom && (only < 0 || part.series == only))
                std::fill(rows + part.top, rows + part.bottom, looks[std::size_t(part.series)].color.rgba());
        }
    }
    return imageOfColumns(pixels, m_width, m_height, m_dpr);
}

void ColumnFill::paint(QPainter &painter, const std::vector<SeriesLook> &looks, int only) const
{
    std::vector<Part> parts;
    std::vector<Part> next;
    painter.setPen(Qt::NoPen);
    partsOf(0, parts);
    for (int begin = 0, column = 1; column <= m_width; ++column) {
        if (column < m_width)
            partsOf(column, next);
        if (column < m_width && next == parts)
            continue;
        for (const Part &part : parts) {
            if (part.top >= part.bottom || (only >= 0 && part.series != only))
                continue;
            const QRectF rect(begin, part.top, column - begin, part.bottom - part.top);
            painter.fillRect(QRectF(m_frame.plot.topLeft() + rect.topLeft() / m_dpr, rect.size() / m_dpr),
                             looks[std::size_t(part.series)].color);
        }
        std::swap(parts, next);
        begin = column;
    }
}
