// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/heat_geometry.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace {

// px; see resources/theme/tokens.json, chart.heat
constexpr double widestCell = 64;
constexpr double lowestCell = 28;
constexpr double highestCell = 44;
constexpr double cellGap = 2;
constexpr double leastPitchWithGap = 8; // of a picture that shows all cells
constexpr double headHeight = 66; // caption and names of the periods
constexpr double lowestMeans = 22;
constexpr double underMeans = 8; // the rule stands in it
constexpr double columnGap = 24;
constexpr double usersToCells = 16;
constexpr double narrowestColumns = 160;
constexpr double leastWidthWithUsers = 480; // of a whole picture
constexpr double rightPadding = 20;
constexpr double bottomPadding = 12;

double columnWidth(const QFontMetricsF &metrics, int rows, const auto &textOf)
{
    // Names of hours and days differ little: the first and last hundred tell the width.
    double widest = 0;
    for (int row = 0; row < rows; ++row) {
        if (row < 100 || row >= rows - 100)
            widest = std::max(widest, metrics.horizontalAdvance(textOf(row)));
    }
    return std::ceil(widest);
}

// The side of a cell and the gap after it, when `count` of them share `room`.
std::pair<double, double> side(double room, int count, double least, double most, HeatFit fit)
{
    const double pitch = room / std::max(1, count);
    if (fit == HeatFit::Scrolled || pitch >= leastPitchWithGap)
        return {std::clamp(std::floor(pitch) - cellGap, fit == HeatFit::Scrolled ? least : 1, most), cellGap};
    return {std::max(pitch, 0.01), 0};
}

HeatSpan spanOf(double from, double to, double pitch, int count)
{
    const int first = std::clamp(int(std::floor(from / pitch)), 0, count);
    return {first, std::clamp(int(std::ceil(to / pitch)), first, count)};
}

} // namespace

HeatGeometry heatGeometry(const RetentionContent &content, const Theme &theme, const QSizeF &size, HeatFit fit)
{
    const RetentionTable &table = content.shown();
    const RetentionText text(content);
    const QFontMetricsF plain(theme.font(Type::Table));
    QFont strong = theme.font(Type::Table);
    strong.setWeight(QFont::DemiBold);
    const QFontMetricsF bold(strong);
    const auto all = [](const QString &) { return true; };

    HeatGeometry geometry;
    geometry.size = size;
    geometry.rows = table.cohorts();
    geometry.periods = table.periods();
    const double labels = std::max({columnWidth(plain, geometry.rows, [&](int row) { return text.cohortLabel(row); }),
                                    std::ceil(bold.horizontalAdvance(text.meanTitle())),
                                    std::ceil(bold.horizontalAdvance(text.cohortTitle()))});
    geometry.usersWidth = std::max({columnWidth(plain, geometry.rows,
                                                [&](int row) {
                                                    return text.number({row, -1}, all);
                                                }),
                                    std::ceil(bold.horizontalAdvance(text.number({-1, -1}, all))),
                                    std::ceil(bold.horizontalAdvance(RetentionText::tr("Users")))});
    geometry.left = heatPadding + std::max(narrowestColumns, labels + columnGap + geometry.usersWidth) + usersToCells;
    if (fit == HeatFit::Whole && size.width() < leastWidthWithUsers) {
        geometry.usersWidth = 0;
        geometry.left = heatPadding + labels + usersToCells;
    }

    const double narrowestCell = widthInCell(std::ceil(bold.horizontalAdvance(QLocale().toString(100))));
    const auto [width, gapX]
        = side(size.width() - geometry.left - rightPadding + cellGap, geometry.periods, narrowestCell, widestCell, fit);
    const double room = size.height() - headHeight - underMeans - bottomPadding;
    auto [height, gapY] = side(room, geometry.rows + 1, lowestCell, highestCell, fit);
    geometry.meanHeight = std::max(height, lowestMeans);
    if (geometry.meanHeight > height)
        std::tie(height, gapY) = side(room - lowestMeans - cellGap, geometry.rows, lowestCell, highestCell, fit);
    geometry.cell = {width, height};
    geometry.gap = std::min(gapX, gapY);
    geometry.meanTop = headHeight;
    geometry.top = headHeight + geometry.meanHeight + cellGap + underMeans;
    return geometry;
}

QSizeF HeatGeometry::scrollRange() const
{
    return {std::max(0.0, periods * pitchX() - gap + rightPadding - cells().width()),
            std::max(0.0, rows * pitchY() - gap + bottomPadding - cells().height())};
}

QRectF HeatGeometry::cells() const
{
    return {left, top, std::max(0.0, size.width() - left), std::max(0.0, size.height() - top)};
}

QRectF HeatGeometry::place(const HeatPlace &place) const
{
    const double x = left + place.period * pitchX() - scroll.x();
    const double y = place.row < 0 ? meanTop : top + place.row * pitchY() - scroll.y();
    const double height = place.row < 0 ? meanHeight : cell.height();
    if (place.period < 0)
        return {left - usersToCells - usersWidth - 8, y, usersWidth + 16, height};
    return {x, y, cell.width(), height};
}

QRectF HeatGeometry::rowMark(int row) const
{
    const double right = left - usersToCells + 8;
    const QRectF cell = place({row, 0});
    return {heatPadding - 8, cell.top(), right - heatPadding + 8, cell.height()};
}

HeatSpan HeatGeometry::visibleRows() const
{
    return spanOf(scroll.y(), scroll.y() + cells().height(), pitchY(), rows);
}

HeatSpan HeatGeometry::visiblePeriods() const
{
    return spanOf(scroll.x(), scroll.x() + cells().width(), pitchX(), periods);
}

std::optional<HeatPlace> HeatGeometry::at(const QPointF &position) const
{
    HeatPlace found;
    if (position.y() >= top)
        found.row = int(std::floor((position.y() - top + scroll.y()) / pitchY()));
    if (position.x() >= left)
        found.period = int(std::floor((position.x() - left + scroll.x()) / pitchX()));
    if (found.row >= rows || found.period >= periods || !place(found).contains(position))
        return std::nullopt;
    return found;
}

QPointF HeatGeometry::scrollTo(const HeatPlace &target) const
{
    const QRectF wanted = place(target);
    const QRectF view = cells();
    QPointF result = scroll;
    const auto moved = [](double present, double from, double to, double viewFrom, double viewTo) {
        if (from < viewFrom)
            return present - (viewFrom - from);
        return to > viewTo ? present + std::min(to - viewTo, from - viewFrom) : present;
    };
    if (target.period >= 0)
        result.setX(moved(scroll.x(), wanted.left(), wanted.right() + gap, view.left(), view.right()));
    if (target.row >= 0)
        result.setY(moved(scroll.y(), wanted.top(), wanted.bottom() + gap, view.top(), view.bottom()));
    return result;
}
