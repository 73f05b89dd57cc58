// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_segments.h"

#include <array>
#include <cmath>

namespace {

// The part of a segment between two x; nothing when it lies outside.
std::optional<QLineF> between(QLineF line, double left, double right)
{
    if (line.x2() < left || line.x1() > right)
        return std::nullopt;
    if (line.x1() < left)
        line.setP1(line.pointAt((left - line.x1()) / line.dx()));
    if (line.x2() > right)
        line.setP2(line.pointAt((right - line.x1()) / line.dx()));
    return line;
}

// Joins points to segments; a gap ends the line.
class Joiner
{
public:
    explicit Joiner(const PlotFrame &frame)
        : m_left(frame.plot.left())
        , m_right(frame.plot.right())
    {
    }

    void add(const QPointF &point)
    {
        if (m_count > 0)
            keep({m_last, point});
        m_last = point;
        ++m_count;
    }

    void gap()
    {
        if (m_count == 1)
            keep({m_last, m_last});
        m_count = 0;
    }

    QList<QLineF> segments;

private:
    void keep(const QLineF &line)
    {
        if (const auto inside = between(line, m_left, m_right))
            segments.append(*inside);
    }

    double m_left;
    double m_right;
    QPointF m_last;
    int m_count = 0;
};

// First, lowest, highest and last point of one pixel column.
class Column
{
public:
    bool holds(std::int64_t index) const { return m_count > 0 && index == m_index; }

    void add(std::int64_t index, std::size_t order, const QPointF &point)
    {
        const Entry entry{order, point};
        if (m_count++ == 0) {
            m_index = index;
            m_first = m_top = m_bottom = entry;
        } else if (point.y() < m_top.point.y()) {
            m_top = entry;
        } else if (point.y() > m_bottom.point.y()) {
            m_bottom = entry;
        }
        m_last = entry;
    }

    void flush(Joiner &line)
    {
        if (m_count == 0)
            return;
        const bool topFirst = m_top.order < m_bottom.order;
        const std::array<Entry, 4> entries{m_first, topFirst ? m_top : m_bottom, topFirst ? m_bottom : m_top, m_last};
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (i == 0 || entries[i].order != entries[i - 1].order)
                line.add(entries[i].point);
        }
        m_count = 0;
    }

private:
    struct Entry
    {
        std::size_t order = 0;
        QPointF point;
    };
    std::int64_t m_index = 0;
    int m_count = 0;
    Entry m_first;
    Entry m_top;
    Entry m_bottom;
    Entry m_last;
};

} // namespace

static LinePiece pieceOf(std::span<const std::int64_t> times, std::span<const double> values, int first, int last)
{
    const auto offset = std::size_t(first);
    const auto count = std::size_t(std::max(0, last - first));
    return {times.subspan(offset, count), values.subspan(offset, count)};
}

LinePiece linePiece(const AnswerFrames &answer, int series, int first, int last)
{
    return pieceOf(answer.timestamps, answer.series[std::size_t(series)].values, first, last);
}

LinePiece linePiece(const ChartContent &content, int series, int first, int last)
{
    return pieceOf(content.answer->timestamps, content.tips(series), first, last);
}

LinePiece comparedPiece(const ChartContent &content, int series, int first, int last)
{
    return pieceOf(content.answer->timestamps, content.comparedTips(series), first, last);
}

QList<QLineF> lineSegments(const LinePiece &piece, const PlotFrame &frame, double columnWidth)
{
    Joiner line(frame);
    const bool isDense = double(piece.times.size()) > 4 * frame.plot.width() / columnWidth;
    Column column;
    for (std::size_t i = 0; i < piece.times.size(); ++i) {
        if (std::isnan(piece.values[i])) {
            column.flush(line);
            line.gap();
            continue;
        }
        const QPointF point = frame.point(piece.times[i], piece.values[i]);
        if (!isDense) {
            line.add(point);
            continue;
        }
        const auto index = std::int64_t(std::floor(point.x() / columnWidth));
        if (!column.holds(index))
            column.flush(line);
        column.add(index, i, point);
    }
    column.flush(line);
    line.gap();
    return line.segments;
}

QList<QLineF> dashed(const QList<QLineF> &segments, const QList<qreal> &pattern)
{
    QList<QLineF> dashes;
    QPointF end;
    qsizetype part = 0; // of the pattern; even parts are drawn
    double left = pattern.constFirst(); // px of it
    for (const QLineF &segment : segments) {
        if (segment.p1() != end) {
            part = 0;
            left = pattern.constFirst();
        }
        end = segment.p2();
        const double length = segment.length();
        if (length == 0)
            dashes.append(segment);
        for (double done = 0; done < length;) {
            const double step = std::min(left, length - done);
            if (part % 2 == 0)
                dashes.append({segment.pointAt(done / length), segment.pointAt((done + step) / length)});
            done += step;
            left -= step;
            if (left <= 0) {
                part = (part + 1) % pattern.size();
                left = pattern[part];
            }
        }
    }
    return dashes;
}
