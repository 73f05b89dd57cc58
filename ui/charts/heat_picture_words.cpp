// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands around the cells of a heatmap.
#include "ui/charts/heat_picture.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace {

constexpr double rowNamePitch = 16; // names of rows are at least that far apart
constexpr double captionTop = 12;
constexpr double lineHeight = 20;

} // namespace

void HeatPicture::paintHead(QPainter &painter, const std::optional<HeatPlace> &current) const
{
    const double left = m_geometry.left;
    painter.setPen(m_theme.color(Role::Text2));
    if (m_geometry.fit != HeatFit::Tile) { // whose own head says it
        painter.setFont(m_theme.font(Type::Axis));
        const double room = m_geometry.size.width() - left - heatPadding;
        const QString caption = QFontMetricsF(painter.font()).elidedText(m_text.caption(), Qt::ElideMiddle, room);
        painter.drawText(QRectF(left, captionTop, room, lineHeight), Qt::AlignLeft | Qt::AlignVCenter, caption);
    }

    painter.setFont(m_font);
    const double toCells = m_geometry.fit == HeatFit::Tile ? 0 : heatPadding;
    const QRectF line(heatPadding, m_geometry.periodsTop, left - heatPadding - toCells, lineHeight);
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
    const int firstNamed = std::max(periods.first / every * every, m_geometry.firstPeriod);
    for (int period = firstNamed; period < periods.last; period += every) {
        const bool isCurrent = current && current->period == period;
        painter.setFont(isCurrent ? m_strong : m_font);
        painter.setPen(m_theme.color(isCurrent ? Role::Text : Role::Text2));
        const double middle = m_geometry.place({-1, period}).center().x();
        painter.drawText(QRectF(middle - widest, m_geometry.periodsTop, 2 * widest, lineHeight), Qt::AlignCenter,
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

// Of the means, in points, where a comparison has them.
void HeatPicture::paintChanges(QPainter &painter) const
{
    if (m_geometry.changeHeight <= 0)
        return;
    const double top = m_geometry.meanTop + m_geometry.meanHeight + 1;
    painter.setFont(m_font);
    painter.setPen(m_theme.color(Role::Text2));
    painter.drawText(QRectF(heatPadding, top, m_geometry.left - heatPadding, m_geometry.changeHeight),
                     Qt::AlignLeft | Qt::AlignVCenter, m_text.changeTitle());
    painter.setFont(m_theme.font(Type::Axis));
    const QFontMetricsF metrics(painter.font());
    const auto fits = [&](const QString &text) { return metrics.horizontalAdvance(text) <= m_geometry.pitchX() - 2; };
    const HeatSpan periods = m_geometry.visiblePeriods();
    for (int period = std::max(1, periods.first); period < periods.last; ++period) {
        QString text = m_text.changeNumber(period, m_geometry.areWholeNumbers);
        if (!fits(text))
            text = m_text.changeNumber(period, true);
        if (text.isEmpty() || !fits(text))
            continue;
        const Role role = text.startsWith(u'+') ? Role::Good : text.startsWith(u'−') ? Role::Bad : Role::Text3;
        const QRectF cell = m_geometry.place({-1, period});
        painter.setPen(m_theme.color(role));
        painter.drawText(QRectF(cell.left() - 4, top, cell.width() + 8, m_geometry.changeHeight), Qt::AlignCenter,
                         text);
    }
}

// What a tile has no room for.
void HeatPicture::paintLeftOut(QPainter &painter) const
{
    const QString words = m_text.leftOut(m_geometry.periodsLeftOut, m_geometry.rowsLeftOut);
    if (words.isEmpty())
        return;
    const double top = m_geometry.top + m_geometry.rows * m_geometry.pitchY();
    painter.setFont(m_theme.font(Type::Axis));
    painter.setPen(m_theme.color(Role::Text3));
    painter.drawText(QRectF(heatPadding, top, m_geometry.size.width() - 2 * heatPadding, lineHeight),
                     Qt::AlignLeft | Qt::AlignVCenter, words);
}
