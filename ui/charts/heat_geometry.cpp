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
constexpr double windowPeriodsTop = 38;
constexpr double changesHeight = 18;
constexpr double tilePeriodsTop = 4;
constexpr double tileHeadHeight = 28;
constexpr double tilePadding = 16;
constexpr double tileLabelsToCells = 12;
constexpr double lowestTileCell = 16;
constexpr double leftOutHeight = 20; // the line of what is left out

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

double numberWidth(const Theme &theme, Type type, const QString &widest)
{
    QFont font = theme.font(type);
    font.setWeight(QFont::DemiBold); // as of the means
    return std::ceil(QFontMetricsF(font).horizontalAdvance(widest)) + 2 * heatTextPadding;
}

// The largest numbers that fit into the cells.
void chooseNumbers(HeatGeometry &geometry, const RetentionContent &content, const Theme &theme)
{
    const auto fits = [&](Type type, const QString &widest) {
        return numberWidth(theme, type, widest) <= geometry.cell.width() + 1;
    };
    if (fits(Type::Table, QStringLiteral("88.8")))
        return;
    geometry.numbers = Type::Axis;
    geometry.areWholeNumbers = content.showsRates && !fits(Type::Axis, QStringLiteral("88.8"));
}

bool hasChanges(const RetentionContent &content)
{
    return content.group < 0 && !content.compared.isEmpty() && !content.meansBefore.empty();
}

// Cells large enough for their numbers; what finds no room is left out at the end.
void layOutTile(HeatGeometry &geometry, const Theme &theme)
{
    geometry.firstPeriod = geometry.periods > 1 ? 1 : 0; // all of a cohort is in period 0
    const double room = geometry.size.width() - geometry.left - tilePadding + cellGap;
    const double leastPitch = numberWidth(theme, Type::Axis, QStringLiteral("88")) + cellGap;
    const int shown = std::clamp(int(room / leastPitch), std::min(1, geometry.columns()), geometry.columns());
    geometry.periodsLeftOut = geometry.columns() - shown;
    geometry.periods -= geometry.periodsLeftOut;
    const double width = std::floor(room / std::max(1, shown)) - cellGap;

    const double under = underMeans + geometry.changeHeight + bottomPadding / 2;
    const double height = geometry.size.height() - tileHeadHeight - under + cellGap;
    const double withWords = height - (geometry.periodsLeftOut > 0 ? leftOutHeight : 0);
    const double pitch = lowestTileCell + cellGap;
    double cells = withWords;
    if (geometry.rows > 1 && (geometry.rows + 1) * pitch > withWords) { // with that of the means
        cells = height - leftOutHeight;
        const int rows = std::clamp(int(cells / pitch) - 1, 1, geometry.rows);
        geometry.rowsLeftOut = geometry.rows - rows;
        geometry.rows = rows;
    }
    const double each = std::floor(cells / (geometry.rows + 1)) - cellGap;
    geometry.cell = {std::clamp(width, 1.0, widestCell), std::clamp(each, lowestTileCell, highestCell)};
    geometry.gap = cellGap;
    geometry.meanHeight = geometry.cell.height();
    geometry.periodsTop = tilePeriodsTop;
    geometry.meanTop = tileHeadHeight;
    geometry.top = geometry.meanTop + geometry.meanHeight + geometry.changeHeight + cellGap + underMeans;
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
    geometry.fit = fit;
    geometry.rows = table.cohorts();
    geometry.periods = table.periods();
    geometry.changeHeight = fit != HeatFit::Scrolled && hasChanges(content) ? changesHeight : 0;
    double labels = std::max({columnWidth(plain, geometry.rows, [&](int row) { return text.cohortLabel(row); }),
                              std::ceil(bold.horizontalAdvance(text.meanTitle(fit == HeatFit::Tile))),
                              std::ceil(bold.horizontalAdvance(text.cohortTitle()))});
    if (geometry.changeHeight > 0)
        labels = std::max(labels, std::ceil(plain.horizontalAdvance(text.changeTitle())));
    if (fit == HeatFit::Tile) {
        geometry.left = heatPadding + labels + tileLabelsToCells;
        layOutTile(geometry, theme);
        chooseNumbers(geometry, content, theme);
        return geometry;
    }
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

    const double narrowestCell = numberWidth(theme, Type::Axis, QStringLiteral("100"));
    const auto [width, gapX]
        = side(size.width() - geometry.left - rightPadding + cellGap, geometry.periods, narrowestCell, widestCell, fit);
    const double room = size.height() - headHeight - geometry.changeHeight - underMeans - bottomPadding;
    auto [height, gapY] = side(room, geometry.rows + 1, lowestCell, highestCell, fit);
    geometry.meanHeight = std::max(height, lowestMeans);
    if (geometry.meanHeight > height)
        std::tie(height, gapY) = side(room - lowestMeans - cellGap, geometry.rows, lowestCell, highestCell, fit);
    geometry.cell = {width, height};
    geometry.gap = std::min(gapX, gapY);
    geometry.periodsTop = windowPeriodsTop;
    geometry.meanTop = headHeight;
    geometry.top = headHeight + geometry.meanHeight + geometry.changeHeight + cellGap + underMeans;
    chooseNumbers(geometry, content, theme);
    return geometry;
}

QSizeF HeatGeometry::scrollRange() const
{
    return {std::max(0.0, columns() * pitchX() - gap + rightPadding - cells().width()),
            std::max(0.0, rows * pitchY() - gap + bottomPadding - cells().height())};
}

QRectF HeatGeometry::cells() const
{
    return {left, top, std::max(0.0, size.width() - left), std::max(0.0, size.height() - top)};
}

QRectF HeatGeometry::place(const HeatPlace &place) const
{
    const double x = left + (place.period - firstPeriod) * pitchX() - scroll.x();
    const double y = place.row < 0 ? meanTop : top + place.row * pitchY() - scroll.y();
    const double height = place.row < 0 ? meanHeight : cell.height();
    if (place.period < 0)
        return {left - usersToCells - usersWidth - 8, y, usersWidth + 16, height};
    return {x, y, cell.width(), height};
}

QRectF HeatGeometry::rowMark(int row) const
{
    const double right = left - (fit == HeatFit::Tile ? tileLabelsToCells : usersToCells) + 8;
    const QRectF cell = place({row, 0});
    return {heatPadding - 8, cell.top(), right - heatPadding + 8, cell.height()};
}

HeatSpan HeatGeometry::visibleRows() const
{
    return spanOf(scroll.y(), scroll.y() + cells().height(), pitchY(), rows);
}

HeatSpan HeatGeometry::visiblePeriods() const
{
    const HeatSpan shown = spanOf(scroll.x(), scroll.x() + cells().width(), pitchX(), columns());
    return {firstPeriod + shown.first, firstPeriod + shown.last};
}

std::optional<HeatPlace> HeatGeometry::at(const QPointF &position) const
{
    HeatPlace found;
    if (position.y() >= top)
        found.row = int(std::floor((position.y() - top + scroll.y()) / pitchY()));
    if (position.x() >= left)
        found.period = firstPeriod + int(std::floor((position.x() - left + scroll.x()) / pitchX()));
    else if (fit == HeatFit::Tile)
        return std::nullopt;
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
