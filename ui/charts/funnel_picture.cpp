// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/funnel_picture.h"

#include "ui/charts/funnel_head.h"
#include "ui/charts/funnel_row.h"
#include "ui/text/number_text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace {

constexpr double othersOpacity = 0.3;
constexpr double hatchDistance = 7; // px along the axis
constexpr double insideFrom = 30; // px of height, from where a number stands inside its bar
constexpr double labelHeight = 16;
constexpr double lineReach = 6; // of the line of all, past the bars
constexpr double markReach = 3; // of the mark of the compared time, past its bar
constexpr double markWidth = 1.25;
constexpr double markHalo = 3.25;
constexpr double leastForLongDashes = 40;
constexpr double leastDetailedPlot = 160; // px, below which the axis has half its labels

// Black or white, whichever reads better (WCAG 2.1).
QColor inkOn(const QColor &color)
{
    const auto linear
        = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    const double luminance
        = 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    return luminance > 0.179 ? QColor(Qt::black) : QColor(Qt::white);
}

QFont strong(const Theme &theme, Type type)
{
    QFont font = theme.font(type);
    font.setWeight(QFont::DemiBold);
    return font;
}

// Of all groups together, where there are several.
std::optional<double> lineOf(const FunnelContent &content, const FunnelFrame &frame, int step)
{
    if (step == 0 || content.groupCount() < 2)
        return std::nullopt;
    return std::round(frame.y(content.all[std::size_t(step)].rate));
}

// Heights at which something is drawn over the bar.
std::vector<double> linesOver(const FunnelContent &content, const FunnelFrame &frame, const FunnelBar &bar)
{
    std::vector<double> lines;
    if (const auto line = lineOf(content, frame, bar.step))
        lines.push_back(*line);
    if (const auto before = content.cell(bar).rateBefore)
        lines.push_back(std::round(frame.y(*before)));
    return lines;
}

QString wholePercent(double rate)
{
    return withUnit(QString::number(std::lround(rate * 100)), QStringLiteral("%"));
}

// Above the bars of step 1: how many users; in full, short, or not at all.
void paintCount(QPainter &painter, const FunnelFrame &frame, const QRectF &column, double count, const Theme &theme)
{
    const QFontMetricsF metrics(theme.font(Type::Axis));
    const double room = column.width() + frame.barGap - 2;
    QString text = fullNumber(count);
    if (metrics.horizontalAdvance(text) > room)
        text = compactNumber(count);
    if (metrics.horizontalAdvance(text) > room && frame.drawn.size() > 1)
        return;
    painter.setFont(theme.font(Type::Axis));
    painter.setPen(theme.color(Role::Text2));
    painter.drawText(QRectF(column.center().x() - 40, frame.top - labelHeight - 1, 80, labelHeight), Qt::AlignCenter,
                     text);
}

// Inside the bar where it is tall enough, else above it; it steps aside for lines.
void paintRate(QPainter &painter, const QRectF &bar, double rate, double top, const std::vector<double> &lines,
               const QColor &fill, const Theme &theme)
{
    const QFont font = strong(theme, Type::Caption);
    const QString text = wholePercent(rate);
    if (QFontMetricsF(font).horizontalAdvance(wholePercent(0.88)) > bar.width() - 1) // for all bars or for none
        return;
    const bool isInside = bar.height() > insideFrom;
    std::vector<double> tops{isInside ? bar.top() + 4 : top - labelHeight - 1};
    for (const double line : lines) {
        tops.push_back(line + 2);
        tops.push_back(line - 2 - labelHeight);
    }
    const auto isFree = [&](double place) {
        const bool hasRoom = isInside ? place >= bar.top() && place + labelHeight <= bar.bottom()
                                      : place >= 0 && place + labelHeight <= top;
        return hasRoom && std::ranges::none_of(lines, [&](double line) {
                   return line > place - 1 && line < place + labelHeight + 1;
               });
    };
    const auto found = std::ranges::find_if(tops, isFree);
    if (found == tops.end())
        return;
    painter.setFont(font);
    painter.setPen(isInside ? inkOn(fill) : theme.color(Role::Text));
    painter.drawText(QRectF(bar.center().x() - 40, *found, 80, labelHeight), Qt::AlignCenter, text);
}

// Where the bar ended at the compared time.
void paintBefore(QPainter &painter, const QRectF &part, bool isLying, const Theme &theme)
{
    const QPointF from
        = isLying ? QPointF(part.right(), part.top() - markReach) : part.topLeft() - QPointF(markReach, 0);
    const QPointF to
        = isLying ? QPointF(part.right(), part.bottom() + markReach) : part.topRight() + QPointF(markReach, 0);
    const double length = isLying ? to.y() - from.y() : to.x() - from.x();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Role::Surface), markHalo, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(from, to);
    QPen pen(theme.color(Role::Text), markWidth, Qt::SolidLine, Qt::FlatCap);
    const bool isShort = length < leastForLongDashes;
    pen.setDashPattern({(isShort ? 3 : 6) / markWidth, (isShort ? 2 : 4) / markWidth});
    painter.setPen(pen);
    painter.drawLine(from, to);
}

void paintBar(QPainter &painter, const FunnelContent &content, const FunnelFrame &frame, const FunnelBar &place,
              const Theme &theme)
{
    const FunnelGroup &group = content.groups[std::size_t(place.group)];
    const FunnelCell &cell = content.cell(place);
    const QColor fill = funnelLook(group, theme).color;
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double first = group.cells.front().count;
    const double before = place.step == 0 ? cell.rate : content.cell({place.step - 1, place.group}).rate;
    const double running = first > 0 ? std::min(cell.stillConverting / first, before - cell.rate) : 0;
    painter.fillRect(frame.part(place, cell.rate, before), theme.color(Role::Hover));
    const QRectF tip = frame.part(place, cell.rate, cell.rate + running);
    if (tip.height() >= 1 && tip.width() >= 1) {
        painter.fillRect(tip, theme.color(Role::Surface));
        paintHatch(painter, tip, fill);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    QRectF bar = frame.part(place, 0, cell.rate);
    if (cell.count > 0 && bar.height() < 1)
        bar.setTop(bar.bottom() - 1); // a few users are not none
    if (cell.count > 0 && bar.width() < 1)
        bar.setWidth(1);
    painter.fillRect(bar, fill);
    if (cell.rateBefore)
        paintBefore(painter, frame.part(place, 0, *cell.rateBefore), frame.isLying, theme);
    painter.setRenderHint(QPainter::Antialiasing);
    if (frame.isLying || (place.step == 0 && content.groupCount() == 1))
        return; // its head says it
    if (place.step == 0)
        paintCount(painter, frame, frame.column(place), cell.count, theme);
    else
        paintRate(painter, bar, cell.rate, std::min(bar.top(), tip.top()), linesOver(content, frame, place), fill,
                  theme);
}

// The line of all groups together over the bars of a step.
void paintLine(QPainter &painter, const FunnelContent &content, const FunnelFrame &frame, int step, const Theme &theme)
{
    if (step == 0 || content.groupCount() < 2 || frame.drawn.empty())
        return;
    const QRectF first = frame.column({step, frame.drawn.front()});
    const QRectF last = frame.column({step, frame.drawn.back()});
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (frame.isLying) {
        const double x = frame.part({step, frame.drawn.front()}, 0, content.all[std::size_t(step)].rate).right();
        const double height = last.bottom() - first.top();
        painter.fillRect(QRectF(x - 1, first.top(), 2, height), theme.color(Role::Surface));
        painter.fillRect(QRectF(x - 0.5, first.top(), 1, height), theme.color(Role::Text));
        return;
    }
    const double y = *lineOf(content, frame, step);
    const double left = first.left() - lineReach;
    const double right = last.right() + lineReach;
    painter.fillRect(QRectF(left, y - 1, right - left, 2), theme.color(Role::Surface));
    painter.fillRect(QRectF(left, y - 0.5, right - left, 1), theme.color(Role::Text));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme.font(Type::Axis));
    const QString all = FunnelContent::tr("all");
    if (right + 4 + QFontMetricsF(painter.font()).horizontalAdvance(all) > frame.slotLeft(step) + frame.slotWidth)
        return;
    painter.setPen(theme.color(Role::Text));
    painter.drawText(QRectF(right + 4, y - labelHeight / 2, 60, labelHeight), Qt::AlignLeft | Qt::AlignVCenter, all);
}

} // namespace

void paintHatch(QPainter &painter, const QRectF &rect, const QColor &color)
{
    QList<QLineF> lines;
    const double width = rect.width();
    const double height = rect.height();
    for (double sum = hatchDistance / 2; sum < width + height; sum += hatchDistance) // x + y is the same along a line
        lines.append({rect.left() + std::max(0.0, sum - height), rect.top() + std::min(height, sum),
                      rect.left() + std::min(width, sum), rect.top() + std::max(0.0, sum - width)});
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(lines);
}

void paintFunnelGrid(QPainter &painter, const FunnelFrame &frame, const Theme &theme)
{
    const double right
        = frame.steps == 0 ? frame.size.width() : std::min(frame.size.width(), frame.slotLeft(frame.steps));
    const int parts = frame.bottom - frame.top < leastDetailedPlot ? 2 : 4;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(theme.font(Type::Axis));
    for (int part = 0; part <= parts; ++part) {
        const double rate = double(part) / parts;
        const double y = std::floor(frame.y(rate)) + 0.5;
        painter.setPen(QPen(theme.color(part == 0 ? Role::Axis : Role::Grid), 1));
        painter.drawLine(QPointF(frame.firstSlot, y), QPointF(right, y));
        painter.setPen(theme.color(Role::Text3));
        painter.drawText(QRectF(0, y - labelHeight / 2, frame.firstSlot - 8, labelHeight),
                         Qt::AlignRight | Qt::AlignVCenter, wholePercent(rate));
    }
    painter.drawText(QRectF(16, frame.top - labelHeight - 9, 60, labelHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     FunnelContent::tr("Of step 1"));
}

void paintFunnel(QPainter &painter, const FunnelContent &content, const FunnelFrame &frame, const Theme &theme,
                 int highlighted)
{
    painter.save();
    painter.fillRect(QRectF(QPointF(0, 0), frame.size), theme.color(Role::Surface));
    if (!frame.isLying)
        paintFunnelGrid(painter, frame, theme);
    if (frame.scroll > 0)
        painter.setClipRect(QRectF(frame.firstSlot, 0, frame.size.width() - frame.firstSlot, frame.size.height()));
    const double whole = painter.opacity();
    for (int step = 0; step < frame.steps; ++step) {
        const double left = frame.slotLeft(step);
        if (left > frame.size.width() || left + frame.slotWidth < frame.firstSlot)
            continue;
        if (frame.isLying)
            paintFunnelRow(painter, content, frame, step, theme);
        else
            paintFunnelHead(painter, content, frame, step, theme);
        for (const int group : frame.drawn) {
            painter.setOpacity(highlighted >= 0 && highlighted != group ? whole * othersOpacity : whole);
            paintBar(painter, content, frame, {step, group}, theme);
        }
        painter.setOpacity(whole);
        paintLine(painter, content, frame, step, theme);
    }
    painter.restore();
}
