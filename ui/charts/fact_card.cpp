// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/fact_card.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace {

constexpr double padding = 12;
constexpr double rowHeight = 20;
constexpr double noteGap = 6; // above and below the line over the note
constexpr double columnGap = 24;
constexpr double narrowest = 200;
constexpr double widest = 360;
constexpr double toMark = 12;
constexpr double toEdge = 4;

QFont strong(const Theme &theme)
{
    QFont font = theme.font(Type::Table);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

QRectF factCardPlace(const FactCard &card, const Theme &theme, const QRectF &bounds, const QRectF &mark, double y)
{
    const QFontMetricsF plain(theme.font(Type::Table));
    double width = std::max(QFontMetricsF(strong(theme)).horizontalAdvance(card.title),
                            QFontMetricsF(theme.font(Type::Axis)).horizontalAdvance(card.note));
    for (const FactCard::Row &row : card.rows)
        width = std::max(width, plain.horizontalAdvance(row.name) + columnGap + plain.horizontalAdvance(row.value) + 4);
    width = std::ceil(std::clamp(width + 2 * padding, narrowest, widest));
    const double note = card.note.isEmpty() ? 0 : 2 * noteGap + rowHeight - 4;
    const double height = 2 * padding - 4 + rowHeight * (1 + double(card.rows.size())) + note;

    const double lowest = std::max(bounds.top() + toEdge, bounds.bottom() - toEdge - height);
    const double rightmost = std::max(bounds.left() + toEdge, bounds.right() - toEdge - width);
    const auto placed = [&](double left, double top) {
        return QRectF(std::floor(std::clamp(left, bounds.left() + toEdge, rightmost)) + 0.5,
                      std::floor(std::clamp(top, bounds.top() + toEdge, lowest)) + 0.5, width, height);
    };
    if (mark.right() + toMark <= rightmost)
        return placed(mark.right() + toMark, y - height / 2);
    if (mark.left() - toMark - width >= bounds.left() + toEdge)
        return placed(mark.left() - toMark - width, y - height / 2);
    const double middle = mark.center().x() - width / 2;
    const bool isUnder = bounds.bottom() - mark.bottom() >= mark.top() - bounds.top();
    return placed(middle, isUnder ? mark.bottom() + toMark : mark.top() - toMark - height);
}

void paintFactCard(QPainter &painter, const FactCard &card, const QRectF &place, const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Role::TooltipLine), 1));
    painter.setBrush(theme.color(Role::Tooltip));
    painter.drawRoundedRect(place, 6, 6);

    QRectF line(place.left() + padding, place.top() + padding - 2, place.width() - 2 * padding, rowHeight);
    painter.setFont(strong(theme));
    painter.setPen(theme.color(Role::Text));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(card.title, Qt::ElideMiddle, line.width()));
    QFont value = theme.font(Type::Table);
    value.setWeight(QFont::Medium);
    for (const FactCard::Row &row : card.rows) {
        line.translate(0, rowHeight);
        painter.setFont(theme.font(Type::Table));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, row.name);
        painter.setFont(value);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, row.value);
    }
    if (card.note.isEmpty())
        return;
    const double rule = std::floor(line.bottom() + noteGap) + 0.5;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.color(Role::TooltipLine), 1));
    painter.drawLine(QPointF(line.left(), rule), QPointF(line.right(), rule));
    line.moveTop(rule + noteGap - 2);
    painter.setFont(theme.font(Type::Axis));
    painter.setPen(theme.color(Role::Text3));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(card.note, Qt::ElideRight, line.width()));
}
