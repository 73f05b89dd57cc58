// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/column_raster.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace {

constexpr int mostSlopes = 8; // points in a column from which on its run is a block

// `share` (0 to 256) of a premultiplied colour over what is there.
quint32 blend(quint32 below, quint32 above, quint32 share)
{
    const auto part = [](quint32 color, quint32 factor) {
        const quint32 rb = ((color & 0x00ff00ff) * factor >> 8) & 0x00ff00ff;
        const quint32 ag = ((color >> 8) & 0x00ff00ff) * factor & 0xff00ff00;
        return rb | ag;
    };
    const quint32 scaled = part(above, share);
    return scaled + part(below, 256 - ((scaled >> 24) * 256 / 255));
}

// Rounded down, also left of 0. (std::floor is a call on machines without SSE 4.1.)
int columnOf(double x)
{
    constexpr int offset = 1 << 20;
    return int(std::clamp(x, -double(offset), 1e9) + offset) - offset;
}

} // namespace

ColumnRaster::ColumnRaster(const PlotFrame &frame, double margin, double dpr)
    : m_frame(frame)
    , m_margin(margin)
    , m_dpr(dpr)
    , m_width(int(std::ceil((frame.plot.width() + 2 * margin) * dpr)))
    , m_height(int(std::ceil((frame.plot.height() + 2 * margin) * dpr)))
    , m_runs(std::size_t(m_width))
    , m_pixels(std::size_t(m_width) * std::size_t(m_height), 0)
{
}

void ColumnRaster::drawLine(const LinePiece &piece, const QColor &color, double width)
{
    std::fill(m_runs.begin(), m_runs.end(), Run{});
    scan(piece);
    fill(qPremultiply(color.rgba()), float(width * m_dpr / 2), width > 1);
}

void ColumnRaster::reach(int column, const Run &run)
{
    if (column < 0 || column >= m_width)
        return;
    Run &reached = m_runs[std::size_t(column)];
    reached.low = std::min(reached.low, run.low);
    reached.high = std::max(reached.high, run.high);
    reached.points += run.points;
}

// From one point to the next, in device pixels; `to` is in a later column.
void ColumnRaster::connect(const QPointF &from, const QPointF &to)
{
    const double slope = (to.y() - from.y()) / (to.x() - from.x());
    const int first = std::max(0, columnOf(from.x()));
    const int last = std::min(m_width - 1, columnOf(to.x()));
    auto entered = float(from.y() + slope * (std::max(from.x(), double(first)) - from.x()));
    for (int column = first; column <= last; ++column) {
        const auto left = float(from.y() + slope * (std::min(to.x(), double(column + 1)) - from.x()));
        reach(column, {std::min(entered, left), std::max(entered, left), 0});
        entered = left;
    }
}

void ColumnRaster::scan(const LinePiece &piece)
{
    // A hair less than the width, so that the last time does not get a column of its own.
    const double xScale = (m_dpr * m_frame.plot.width() - 0.01)
        / double(std::max<std::int64_t>(1, m_frame.span.to - m_frame.span.from));
    const double yScale = m_dpr * m_frame.plot.height() / (m_frame.scale.high() - m_frame.scale.low);
    const double x0 = m_dpr * m_margin;
    const double y0 = m_dpr * (m_margin + m_frame.plot.height());
    QPointF last;
    bool joined = false;
    int column = 0;
    Run run; // of the column the points are in
    for (std::size_t i = 0; i < piece.times.size(); ++i) {
        const double value = piece.values[i];
        if (std::isnan(value)) {
            joined = false;
            continue;
        }
        const QPointF point(x0 + double(piece.times[i] - m_frame.span.from) * xScale,
                            y0 - (value - m_frame.scale.low) * yScale);
        const int here = columnOf(point.x());
        if (here != column) {
            reach(column, run);
            run = {};
            if (joined)
                connect(last, point);
            column = here;
        }
        const auto y = float(point.y());
        run.low = y < run.low ? y : run.low;
        run.high = y > run.high ? y : run.high;
        ++run.points;
        last = point;
        joined = true;
    }
    reach(column, run);
}

void ColumnRaster::fill(quint32 color, float halfWidth, bool smooth)
{
    // A zoomed line enters and leaves at the edges of the plot, not at those of the margin.
    const int clip = std::max(1, int(m_margin * m_dpr - halfWidth));
    for (int column = clip; column < m_width - clip; ++column) {
        const Run &run = m_runs[std::size_t(column)];
        if (run.low > run.high)
            continue;
        quint32 *pixels = m_pixels.data() + std::size_t(column) * std::size_t(m_height);
        const Run &left = m_runs[std::size_t(column) - 1];
        const Run &right = m_runs[std::size_t(column) + 1];
        const float top = std::min({run.low, left.low, right.low}) - halfWidth;
        const float bottom = std::max({run.high, left.high, right.high}) + halfWidth;
        if (smooth && run.points < mostSlopes)
            fillSlope(pixels, run, {top, bottom}, color, halfWidth);
        if (!smooth || run.points > 1) // it turns within the column: the run is no slope
            fillRun(pixels, {run.low - halfWidth, run.high + halfWidth}, color);
    }
}

// Wholly inside, and by the covered part of the first and the last pixel.
void ColumnRaster::fillRun(quint32 *pixels, const Limits &run, quint32 color) const
{
    const float top = std::clamp(run.top, 0.0F, float(m_height) - 1);
    const float bottom = std::clamp(run.bottom, 0.0F, float(m_height) - 1);
    const int first = int(top);
    const int last = int(bottom);
    if (first == last) {
        pixels[first] = blend(pixels[first], color, quint32((bottom - top) * 256));
        return;
    }
    pixels[first] = blend(pixels[first], color, quint32((1 - (top - float(first))) * 256));
    std::fill(pixels + first + 1, pixels + last, color);
    pixels[last] = blend(pixels[last], color, quint32((bottom - float(last)) * 256));
}

// A line that climbs by `climb` within a column covers it over its vertical thickness, and its edges pass through the
// column over that climb. It reaches beyond the column's own run, where the line is still in the next column.
void ColumnRaster::fillSlope(quint32 *pixels, const Run &run, const Limits &limits, quint32 color,
                             float halfWidth) const
{
    const float climb = run.high - run.low;
    const float half = halfWidth * std::sqrt(1 + climb * climb);
    const float ramp = std::max(1.0F, climb);
    const float top = (run.low + run.high) / 2 - half; // half covered here
    const float bottom = (run.low + run.high) / 2 + half;
    const auto row = [&](float y) { return int(std::clamp(y, 0.0F, float(m_height))); };
    const auto rowAfter = [&](float y) { return row(y + 0.9999F); };
    const int begin = row(std::max(top - ramp / 2, limits.top));
    const int end = std::max(begin, rowAfter(std::min(bottom + ramp / 2, limits.bottom)));
    const int solidBegin = std::clamp(rowAfter(std::max(top + ramp / 2, limits.top)), begin, end);
    const int solidEnd = std::clamp(row(std::min(bottom - ramp / 2, limits.bottom)), solidBegin, end);

    const auto soften = [&](int from, int to, float edge, float perRow) {
        for (int y = from; y < to; ++y) {
            const float middle = float(y) + 0.5F;
            const float covered = (middle - edge) * perRow + 0.5F;
            const float inside = std::min(middle - limits.top, limits.bottom - middle) + 0.5F;
            const float share = std::min({1.0F, covered, inside});
            if (share > 0)
                pixels[y] = blend(pixels[y], color, quint32(share * 256));
        }
    };
    soften(begin, solidBegin, top, 1 / ramp);
    std::fill(pixels + solidBegin, pixels + solidEnd, color);
    soften(solidEnd, end, bottom, -1 / ramp);
}

QImage ColumnRaster::image() const
{
    return imageOfColumns(m_pixels, m_width, m_height, m_dpr);
}

QImage imageOfColumns(const std::vector<quint32> &pixels, int width, int height, double dpr)
{
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    constexpr int tile = 16; // square tiles keep both sides of the transposition in the cache
    for (int top = 0; top < height; top += tile) {
        for (int left = 0; left < width; left += tile) {
            for (int y = top; y < std::min(height, top + tile); ++y) {
                auto *row = reinterpret_cast<quint32 *>(image.scanLine(y));
                for (int x = left; x < std::min(width, left + tile); ++x)
                    row[x] = pixels[std::size_t(x) * std::size_t(height) + std::size_t(y)];
            }
        }
    }
    image.setDevicePixelRatio(dpr);
    return image;
}
