// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/funnel_frame.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr double leftPadding = 16;
constexpr double gutter = 40;
constexpr double rightPadding = 20;
constexpr double headHeight = 104; // heads of the steps, and the numbers over the bars
constexpr double footHeight = 36;
constexpr double narrowestSlot = 184;
constexpr double slotShare = 0.72; // that the bars take at most
constexpr double widestBar = 48;
constexpr double widestLoneBar = 96;
constexpr double narrowestBar = 6;
constexpr double widestGap = 6;
constexpr double leastPlot = 40;
constexpr double leastUprightHeight = 220; // of a tile
constexpr double lyingPadding = 16;
constexpr double lyingTop = 8;
constexpr double highestLyingSlot = 98;
constexpr double lyingHead = 26; // over the bars
constexpr double lyingFoot = 20;
constexpr double leastLyingGap = 8; // to the next slot
constexpr double highestLyingBars = 28;
constexpr double highestGroupBars = 44;
constexpr double leastLyingBars = 3;
constexpr double leastBarsWithFoot = 8; // else the foot gives way

FunnelFrame lyingFrame(const FunnelContent &content, const QSizeF &size)
{
    FunnelFrame frame;
    frame.size = size;
    frame.isLying = true;
    frame.steps = content.stepCount();
    frame.drawn = content.drawn();
    frame.firstSlot = lyingPadding;
    frame.slotWidth = std::max(40.0, std::floor(size.width() - 2 * lyingPadding));
    frame.top = lyingTop;
    const double room = std::max(0.0, size.height() - lyingTop);
    frame.slotHeight = std::min(highestLyingSlot, std::floor(room / std::max(1, frame.steps)));
    frame.bottom = frame.top + frame.steps * frame.slotHeight;

    const auto count = double(std::max<std::size_t>(1, frame.drawn.size()));
    const double most = count > 1 ? highestGroupBars : highestLyingBars;
    frame.barsTop = std::min(lyingHead, std::max(0.0, frame.slotHeight - leastLyingBars));
    const double under = frame.slotHeight - frame.barsTop - leastLyingGap;
    const bool hasFoot = under - lyingFoot >= leastBarsWithFoot;
    const double bars = std::clamp(hasFoot ? under - lyingFoot : under, leastLyingBars, most);
    frame.barGap = bars / count > 4 ? 1 : 0;
    frame.barWidth = (bars - (count - 1) * frame.barGap) / count;
    if (frame.barWidth > narrowestBar)
        frame.barWidth = std::floor(frame.barWidth);
    return frame;
}

} // namespace

double FunnelFrame::groupsWidth() const
{
    const auto count = double(drawn.size());
    return count > 0 ? count * barWidth + (count - 1) * barGap : 0;
}

QRectF FunnelFrame::column(const FunnelBar &bar) const
{
    const auto found = std::find(drawn.begin(), drawn.end(), bar.group);
    if (found == drawn.end())
        return {};
    const double along = double(found - drawn.begin()) * (barWidth + barGap);
    if (isLying)
        return {firstSlot, slotTop(bar.step) + barsTop + along, slotWidth, barWidth};
    const double first = std::floor(slotLeft(bar.step) + (slotWidth - groupsWidth()) / 2);
    return {first + along, top, barWidth, bottom - top};
}

QRectF FunnelFrame::part(const FunnelBar &bar, double from, double to) const
{
    const QRectF whole = column(bar);
    if (isLying) {
        const double left = std::round(whole.left() + from * whole.width());
        return {left, whole.top(), std::round(whole.left() + to * whole.width()) - left, whole.height()};
    }
    const double upper = std::round(y(to));
    return {whole.left(), upper, whole.width(), std::round(y(from)) - upper};
}

double FunnelFrame::rateAt(const QPointF &place) const
{
    return isLying ? (place.x() - firstSlot) / slotWidth : (bottom - place.y()) / (bottom - top);
}

std::optional<FunnelBar> FunnelFrame::barAt(const QPointF &place) const
{
    if (isLying) {
        const int step = slotHeight > 0 ? int(std::floor((place.y() - top) / slotHeight)) : -1;
        if (step < 0 || step >= steps || drawn.empty() || place.x() < firstSlot || place.x() > firstSlot + slotWidth)
            return std::nullopt;
        const double first = slotTop(step) + barsTop - barGap / 2;
        const int index = int(std::floor((place.y() - first) / (barWidth + barGap)));
        if (index < 0 || index >= int(drawn.size()))
            return std::nullopt;
        return FunnelBar{step, drawn[std::size_t(index)]};
    }
    if (place.x() < firstSlot || place.y() < top - 20 || place.y() > bottom || drawn.empty() || slotWidth <= 0)
        return std::nullopt;
    const int step = int((place.x() - firstSlot + scroll) / slotWidth);
    if (step >= steps)
        return std::nullopt;
    const double first = column({step, drawn.front()}).left() - barGap / 2;
    const int index = int(std::floor((place.x() - first) / (barWidth + barGap)));
    if (index < 0 || index >= int(drawn.size()))
        return std::nullopt;
    return FunnelBar{step, drawn[std::size_t(index)]};
}

std::optional<FunnelBar> FunnelFrame::neighbour(const FunnelBar &bar, int distance) const
{
    const auto found = std::find(drawn.begin(), drawn.end(), bar.group);
    if (found == drawn.end())
        return std::nullopt;
    const int groups = int(drawn.size());
    const int place = bar.step * groups + int(found - drawn.begin()) + distance;
    if (place < 0 || place >= groups * steps)
        return std::nullopt;
    return FunnelBar{place / groups, drawn[std::size_t(place % groups)]};
}

FunnelFrame funnelFrame(const FunnelContent &content, const QSizeF &size, double scroll, FunnelFit fit)
{
    const double uprightSlots = (size.width() - leftPadding - gutter - rightPadding) / narrowestSlot;
    const bool hasUpright = content.stepCount() > 0 && uprightSlots >= content.stepCount();
    if (fit == FunnelFit::Tile && (!hasUpright || size.height() < leastUprightHeight))
        return lyingFrame(content, size);
    FunnelFrame frame;
    frame.size = size;
    frame.steps = content.stepCount();
    frame.drawn = content.drawn();
    frame.firstSlot = leftPadding + gutter;
    frame.bottom = std::floor(size.height() - footHeight) + 0.5;
    frame.top = std::min(headHeight + 0.5, frame.bottom - leastPlot);

    const auto count = double(std::max<std::size_t>(1, frame.drawn.size()));
    const double room = std::max(40.0, size.width() - frame.firstSlot - rightPadding);
    frame.slotWidth = room / std::max(1, frame.steps);
    if (fit == FunnelFit::Scrolled)
        frame.slotWidth = std::max({frame.slotWidth, narrowestSlot, std::ceil(count * (narrowestBar + 1) / slotShare)});
    const double bars = frame.slotWidth * slotShare;
    const double each = bars / count;
    frame.barGap = each > 20 ? widestGap : each > 3 ? 1 : 0;
    const double widest = count > 1 ? widestBar : widestLoneBar;
    frame.barWidth = std::min(widest, (bars - (count - 1) * frame.barGap) / count);
    if (frame.barWidth > narrowestBar)
        frame.barWidth = std::floor(frame.barWidth);
    frame.scroll = std::clamp(scroll, 0.0, std::max(0.0, frame.slotsWidth() - room));
    return frame;
}
