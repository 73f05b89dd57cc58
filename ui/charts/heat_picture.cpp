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
constexpr double rowNamePitch = 16; // names of rows are at least that far apart
constexpr double captionTop = 12;
constexpr double periodsTop = 38;
constexpr double lineHeight = 20;

} // namespace

HeatPicture::HeatPicture(const RetentionContent &content, const Theme &theme, const HeatGeometry &geometry)
    : m_content(content)
    , m_theme(theme)
    , m_geometry(geometry)
    , m_text(content)
    , m_font(theme.font(Type::Table))
    , m_strong(m_font)
{
    m_strong.setWeight(QFont::DemiBold);
    // All of them or none, so that they stand alike in all rows, means too.
    const double widest = QFontMetricsF(m_strong).horizontalAdvance(QLocale().toString(88.8, 'f', 1));
    m_text.setShortRates(widthInCell(widest) > geometry.cell.width());
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
    if (std::min(m_geometry.cell.width(), m_geometry.cell.height()) < leastPictureSide)
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

void HeatPicture::paintHead(QPainter &painter, const std::optional<HeatPlace> &current) const
{
    const double left = m_geometry.left;
    painter.setFont(m_theme.font(Type::Axis));
    painter.setPen(m_theme.color(Role::Text2));
    const double room = m_geometry.size.width() - left - heatPadding;
    const QString caption = QFontMetricsF(painter.font()).elidedText(m_text.caption(), Qt::ElideMiddle, room);
    painter.drawText(QRectF(left, captionTop, room, lineHeight), Qt::AlignLeft | Qt::AlignVCenter, caption);

    painter.setFont(m_font);
    const QRectF line(heatPadding, periodsTop, left - 2 * heatPadding, lineHeight);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_text.cohortTitle());
    if (m_geometry.usersWidth > 0)
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, RetentionText::tr("Users"));

    painter.save();
    if (!m_geometry.scroll.isNull())
        painter.setClipRect(QRectF(left, 0, m_geometry.size.width() - left, m_geometry.meanTop));
    const QLocale locale;
    const double widest = QFontMetricsF(m_font).horizontalAdvance(locale.toString(m_geometry.periods)) + 8;
    const int every = std::max(1, int(std::ceil(widest / m_geometry.pitchX())));
    const HeatSpan periods = m_geometry.visiblePeriods();
    for (int period = periods.first / every * every; period < periods.last; period += every) {
        const bool isCurrent = current && current->period == period;
        painter.setFont(isCurrent ? m_strong : m_font);
        painter.setPen(m_theme.color(isCurrent ? Role::Text : Role::Text2));
        const double middle = m_geometry.place({-1, period}).center().x();
        painter.drawText(QRectF(middle - widest, periodsTop, 2 * widest, lineHeight), Qt::AlignCenter,
                         locale.toString(period));
    }
    painter.restore();
}

void HeatPicture::paintRowNames(QPainter &painter, const std::optional<HeatPlace> &current) const
{
    painter.save();
    if (!m_geometry.scroll.isNull())
        painter.setClipRect(QRectF(0, m_geometry.top, m_geometry.left, m_geometry.cells().height()));
    const int every = std::max(1, int(std::ceil(rowNamePitch / m_geometry.pitchY())));
    const HeatSpan rows = m_geometry.visibleRows();
    const auto all = [](const QString &) { return true; };
    painter.setFont(m_font);
    for (int row = rows.first / every * every; row < rows.last; row += every) {
        const QRectF mark = m_geometry.rowMark(row);
        if (current && current->row == row) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(Role::Hover));
            painter.drawRoundedRect(mark, 4, 4);
        }
        const double middle = mark.center().y();
        const QRectF line(mark.left() + 8, middle - lineHeight / 2, mark.width() - 16, lineHeight);
        painter.setPen(m_theme.color(Role::Text));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_text.cohortLabel(row));
        painter.setPen(m_theme.color(Role::Text2));
        if (m_geometry.usersWidth > 0)
            painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, m_text.number({row, -1}, all));
    }
    painter.restore();
}

void HeatPicture::paintMeans(QPainter &painter) const
{
    const auto all = [](const QString &) { return true; };
    const QRectF mark = m_geometry.rowMark(-1).adjusted(8, 0, -8, 0);
    const QRectF line(mark.left(), m_geometry.meanTop, mark.width(), m_geometry.meanHeight);
    painter.setFont(m_strong);
    painter.setPen(m_theme.color(Role::Text));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_text.meanTitle());
    if (m_geometry.usersWidth > 0)
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, m_text.number({-1, -1}, all));

    const HeatSpan periods = m_geometry.visiblePeriods();
    painter.save();
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
    const double y = std::floor(m_geometry.meanTop + m_geometry.meanHeight + m_geometry.gap + 2) + 0.5;
    const double right = m_geometry.left + m_geometry.periods * m_geometry.pitchX() - m_geometry.gap;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(m_theme.color(Role::LineStrong), 1));
    painter.drawLine(QPointF(heatPadding, y), QPointF(std::min(right, m_geometry.size.width()), y));
}

void HeatPicture::paintCells(QPainter &painter) const
{
    painter.save();
    if (!m_geometry.scroll.isNull())
        painter.setClipRect(m_geometry.cells());
    painter.setFont(m_font);
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
    const QString text = m_text.number(place, [&](const QString &number) {
        width = metrics.horizontalAdvance(number);
        return widthInCell(width) <= rect.width();
    });
    if (text.isEmpty())
        return;
    if (isUnfinished) {
        const QRectF plate(rect.center().x() - width / 2 - platePadding, rect.center().y() - plateHeight / 2,
                           width + 2 * platePadding, plateHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(step.fill);
        painter.drawRoundedRect(plate & rect, heatCellRadius, heatCellRadius);
    }
    painter.setPen(step.ink);
    const double baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    painter.drawText(QPointF(rect.center().x() - width / 2, baseline), text);
}
