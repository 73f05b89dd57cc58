// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/column_raster.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace {

constexpr float softEnd = 2; // longest ramp at the ends of a run, in device pixels

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

} // namespace

ColumnRaster::ColumnRaster(const PlotFrame &frame, double margin, double dpr)
    : m_frame(frame),
      m_margin(margin),
      m_dpr(dpr),
      m_width(int(std::ceil((frame.plot.width() + 2 * margin) * dpr))),
      m_height(int(std::ceil((frame.plot.height() + 2 * margin) * dpr))),
      m_runs(std::size_t(m_width)),
      m_pixels(std::size_t(m_width) * std::size_t(m_height), 0)
{
}

void ColumnRaster::drawLine(const LinePiece &piece, const QColor &color, double width)
{
    constexpr float far = std::numeric_limits<float>::max();
    std::fill(m_runs.begin(), m_runs.end(), Run{far, -far});
    scan(piece);
    fill(color, float(width * m_dpr / 2));
}

void ColumnRaster::reach(int column, float y)
{
    Run &run = m_runs[std::size_t(column)];
    run.low = std::min(run.low, y);
    run.high = std::max(run.high, y);
}

// Device pixels; x1 <= x2 and not in the same column.
void ColumnRaster::connect(float x1, float y1, float x2, float y2)
{
    const float slope = (y2 - y1) / (x2 - x1);
    const int first = std::max(0, int(std::floor(x1)));
    const int last = std::min(m_width - 1, int(std::floor(x2)));
    for (int column = first; column <= last; ++column) {
        const float enter = std::max(x1, float(column));
        const float leave = std::min(x2, float(column + 1));
        reach(column, y1 + slope * (enter - x1));
        reach(column, y1 + slope * (leave - x1));
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
    float lastX = 0;
    float lastY = 0;
    bool joined = false;
    for (std::size_t i = 0; i < piece.times.size(); ++i) {
        const double value = piece.values[i];
        if (std::isnan(value)) {
            joined = false;
            continue;
        }
        const auto x = float(x0 + double(piece.times[i] - m_frame.span.from) * xScale);
        const auto y = float(y0 - (value - m_frame.scale.low) * yScale);
        const float column = std::floor(x);
        if (joined && column != std::floor(lastX))
            connect(lastX, lastY, x, y);
        else if (column >= 0 && column < float(m_width))
            reach(int(column), y);
        lastX = x;
        lastY = y;
        joined = true;
    }
}

void ColumnRaster::fill(const QColor &color, float halfWidth)
{
    const quint32 premultiplied = qPremultiply(color.rgba());
    // A zoomed line enters and leaves at the edges of the plot, not at those of the margin.
    const int clip = std::max(0, int(m_margin * m_dpr - halfWidth));
    for (int column = clip; column < m_width - clip; ++column) {
        const Run &run = m_runs[std::size_t(column)];
        if (run.low <= run.high)
            fillColumn(m_pixels.data() + std::size_t(column) * std::size_t(m_height), run, premultiplied, halfWidth);
    }
}

void ColumnRaster::fillColumn(quint32 *pixels, const Run &run, quint32 color, float halfWidth) const
{
    // Within a column a line climbs from low to high, so coverage grows over that height.
    const float climb = std::min(run.high - run.low, softEnd);
    const float ramp = std::max(1.0f, climb);
    const float top = run.low - halfWidth + climb / 2;
    const float bottom = run.high + halfWidth - climb / 2;
    const auto height = float(m_height);
    const int begin = int(std::clamp(std::floor(top - ramp / 2), 0.0f, height));
    const int end = int(std::clamp(std::ceil(bottom + ramp / 2), 0.0f, height));
    const int solidBegin = std::clamp(int(std::ceil(std::clamp(top + ramp / 2, 0.0f, height))), begin, end);
    const int solidEnd = std::clamp(int(std::floor(std::clamp(bottom - ramp / 2, 0.0f, height))), solidBegin, end);
    const auto soften = [&](int from, int to) {
        for (int y = from; y < to; ++y) {
            const float middle = float(y) + 0.5f;
            const float upper = std::clamp((middle - top) / ramp + 0.5f, 0.0f, 1.0f);
            const float lower = std::clamp((bottom - middle) / ramp + 0.5f, 0.0f, 1.0f);
            const float share = std::max(0.0f, upper + lower - 1);
            pixels[y] = blend(pixels[y], color, quint32(share * 256));
        }
    };
    soften(begin, solidBegin);
    std::fill(pixels + solidBegin, pixels + solidEnd, color);
    soften(solidEnd, end);
}

QImage ColumnRaster::image() const
{
    QImage image(m_width, m_height, QImage::Format_ARGB32_Premultiplied);
    constexpr int tile = 16; // square tiles keep both sides of the transposition in the cache
    for (int top = 0; top < m_height; top += tile) {
        for (int left = 0; left < m_width; left += tile) {
            for (int y = top; y < std::min(m_height, top + tile); ++y) {
                auto *row = reinterpret_cast<quint32 *>(image.scanLine(y));
                for (int x = left; x < std::min(m_width, left + tile); ++x)
                    row[x] = m_pixels[std::size_t(x) * std::size_t(m_height) + std::size_t(y)];
            }
        }
    }
    image.setDevicePixelRatio(m_dpr);
    return image;
}
