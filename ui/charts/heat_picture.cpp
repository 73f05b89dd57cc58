// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/heat_picture.h"

#include "ui/charts/heat_cell.h"

#include <QFontMetricsF>
#include <QImage>

#include <algorithm>
#include <cmath>

namespace {

constexpr int stepCount = 128;
constexpr double leastPictureSide = 4; // px; smaller cells are drawn as one picture
constexpr double plateHeight = 16;
constexpr double platePadding = 4;
constexpr double widePlateFrom = 40; // px of a cell
constexpr double leastHatch = 5; // px of height beside the plate

} // namespace

HeatPicture::HeatPicture(const RetentionContent &content, const Theme &theme, const HeatGeometry &geometry)
    : m_content(content)
    , m_theme(theme)
    , m_geometry(geometry)
    , m_text(content)
    , m_font(theme.font(Type::Table))
    , m_strong(m_font)
    , m_numbers(theme.font(geometry.numbers))
    , m_strongNumbers(m_numbers)
{
    m_strong.setWeight(QFont::DemiBold);
    m_strongNumbers.setWeight(QFont::DemiBold);
    for (int i = 0; i < stepCount; ++i)
        m_steps.push_back(theme.heat(double(i) / (stepCount - 1)));
}

HeatStep HeatPicture::stepFor(int period, double rate) const
{
    if (period == 0)
        return heatOutside(m_theme);
    const auto place = std::lround(m_content.heat(rate) * (stepCount - 1));
    return m_steps[std::size_t(std::clamp<long>(place, 0, stepCount - 1))];
}

void HeatPicture::paint(QPainter &painter, const std::optional<HeatPlace> &current) const
{
    painter.fillRect(QRectF(QPointF(0, 0), m_geometry.size), m_theme.color(Role::Surface));
    if (m_content.isEmpty())
        return;
    paintHead(painter, current);
    paintRowNames(painter, current);
    paintMeans(painter);
    paintChanges(painter);
    paintLeftOut(painter);
    const bool isSmall = std::min(m_geometry.cell.width(), m_geometry.cell.height()) < leastPictureSide;
    if (isSmall && m_geometry.fit != HeatFit::Tile)
        paintDots(painter);
    else
        paintCells(painter);
    if (!current || (current->period < 0 && current->row < 0))
        return;
    painter.save();
    const QPointF corner(current->period < 0 ? 0 : m_geometry.left - 2, current->row < 0 ? 0 : m_geometry.top - 2);
    painter.setClipRect(QRectF(corner, m_geometry.size));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.color(Role::Text), 2));
    painter.drawRoundedRect(m_geometry.place(*current), heatCellRadius + 1, heatCellRadius + 1);
    painter.restore();
}

void HeatPicture::paintMeans(QPainter &painter) const
{
    const auto all = [](const QString &) { return true; };
    const QRectF mark = m_geometry.rowMark(-1).adjusted(8, 0, -8, 0);
    const QRectF line(mark.left(), m_geometry.meanTop, mark.width(), m_geometry.meanHeight);
    painter.setFont(m_strong);
    painter.setPen(m_theme.color(Role::Text));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_text.meanTitle(m_geometry.fit == HeatFit::Tile));
    if (m_geometry.usersWidth > 0)
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, m_text.number({-1, -1}, all));

    const HeatSpan periods = m_geometry.visiblePeriods();
    painter.save();
    painter.setFont(m_strongNumbers);
    if (!m_geometry.scroll.isNull())
        painter.setClipRect(
            QRectF(m_geometry.left, m_geometry.meanTop - 2, m_geometry.cells().width(), m_geometry.meanHeight + 4));
    for (int period = periods.first; period < periods.last; ++period) {
        const RetentionMean &mean = m_content.shown().means[std::size_t(period)];
        HeatStep step = stepFor(period, mean.rate());
        if (period == 0)
            step.ink = m_theme.color(Role::Text);
        if (mean.cohorts == 0)
            step = {m_theme.color(Role::Surface), m_theme.color(Role::Text3)};
        paintCell(painter, {-1, period}, step, false);
    }
    painter.restore();
    const double under = m_geometry.meanTop + m_geometry.meanHeight + m_geometry.changeHeight;
    const double y = std::floor(under + m_geometry.gap + 2) + 0.5;
    const double right = m_geometry.left + m_geometry.columns() * m_geometry.pitchX() - m_geometry.gap;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(m_theme.color(Role::LineStrong), 1));
    painter.drawLine(QPointF(heatPadding, y), QPointF(std::min(right, m_geometry.size.width()), y));
}

void HeatPicture::paintCells(QPainter &painter) const
{
    painter.save();
    if (!m_geometry.scroll.isNull())
        painter.setClipRect(m_geometry.cells());
    painter.setFont(m_numbers);
    const RetentionTable &table = m_content.shown();
    const HeatSpan rows = m_geometry.visibleRows();
    const HeatSpan periods = m_geometry.visiblePeriods();
    for (int row = rows.first; row < rows.last; ++row) {
        const int last = std::min(periods.last, int(table.rows[std::size_t(row)].cells.size()));
        for (int period = periods.first; period < last; ++period) {
            if (const RetentionCell *cell = table.cell(row, period))
                paintCell(painter, {row, period}, stepFor(period, table.rows[std::size_t(row)].rate(period)),
                          cell->isUnfinished);
        }
    }
    painter.restore();
}

// Cells too small for anything but their colour.
void HeatPicture::paintDots(QPainter &painter) const
{
    const RetentionTable &table = m_content.shown();
    QImage dots(table.periods(), table.cohorts(), QImage::Format_ARGB32_Premultiplied);
    dots.fill(Qt::transparent);
    for (int row = 0; row < table.cohorts(); ++row) {
        auto *line = reinterpret_cast<QRgb *>(dots.scanLine(row));
        for (int period = 0; period < int(table.rows[std::size_t(row)].cells.size()); ++period) {
            if (table.cell(row, period))
                line[period] = stepFor(period, table.rows[std::size_t(row)].rate(period)).fill.rgb();
        }
    }
    painter.drawImage(QRectF(m_geometry.left, m_geometry.top, table.periods() * m_geometry.pitchX(),
                             table.cohorts() * m_geometry.pitchY()),
                      dots);
}

void HeatPicture::paintCell(QPainter &painter, const HeatPlace &place, const HeatStep &step, bool isUnfinished) const
{
    const QRectF rect = m_geometry.place(place);
    paintHeatCell(painter, rect, step, isUnfinished);
    const QFontMetricsF metrics(painter.font());
    if (rect.height() < metrics.height())
        return;
    double width = 0;
    const auto fits = [&](const QString &number) {
        width = metrics.horizontalAdvance(number);
        return width + 2 * heatTextPadding <= rect.width() + 1;
    };
    QString text = m_geometry.areWholeNumbers ? m_text.wholeRate(place) : m_text.number(place, fits);
    if (m_geometry.areWholeNumbers && !fits(text))
        text.clear();
    if (text.isEmpty())
        return;
    if (isUnfinished) {
        const double height = std::min(plateHeight, rect.height() - leastHatch);
        const double padding = rect.width() < widePlateFrom ? platePadding / 2 : platePadding;
        const QRectF plate(rect.center().x() - width / 2 - padding, rect.center().y() - height / 2, width + 2 * padding,
                           height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(step.fill);
        painter.drawRoundedRect(plate & rect, heatCellRadius, heatCellRadius);
    }
    painter.setPen(step.ink);
    const double baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    painter.drawText(QPointF(rect.center().x() - width / 2, baseline), text);
}
