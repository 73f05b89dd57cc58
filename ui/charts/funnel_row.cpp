// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/funnel_row.h"

#include "ui/charts/funnel_head.h"
#include "ui/text/number_text.h"

#include <QFontMetricsF>

namespace {

constexpr double badge = 20;
constexpr double partGap = 8;
constexpr double footGap = 4;
constexpr double lineHeight = 16;

// From the right edge of `box`, which it then ends before.
void paintRate(QPainter &painter, QRectF &box, const FunnelCell &cell, const Theme &theme)
{
    QFont font = theme.font(Type::Base);
    font.setWeight(QFont::DemiBold);
    const QString rate = rateText(cell.rate);
    painter.setFont(font);
    painter.setPen(theme.color(Role::Text));
    painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, rate);
    box.setRight(box.right() - QFontMetricsF(font).horizontalAdvance(rate) - partGap);
    const auto change = changeOf(cell);
    if (!change)
        return;
    painter.setFont(theme.font(Type::Caption));
    const double width = changeWidth(QFontMetricsF(painter.font()), *change);
    if (width > box.width() / 2)
        return;
    paintChange(painter, box, *change, theme);
    box.setRight(box.right() - width - partGap);
}

void paintName(QPainter &painter, const QRectF &box, const FunnelContent &content, int step, const Theme &theme)
{
    const QRectF place(box.topLeft(), QSizeF(badge, badge));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Role::Hover));
    painter.drawRoundedRect(place, 4, 4);
    painter.setFont(theme.font(Type::Caption));
    painter.setPen(theme.color(Role::Text2));
    painter.drawText(place, Qt::AlignCenter, QString::number(step + 1));
    const QFont font = theme.font(Type::Base);
    const QRectF name(place.right() + partGap, box.top(), box.right() - place.right() - partGap, badge);
    if (name.width() < badge)
        return;
    painter.setFont(font);
    painter.setPen(theme.color(Role::Text));
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetricsF(font).elidedText(content.steps[std::size_t(step)], Qt::ElideMiddle, name.width()));
}

void paintFoot(QPainter &painter, const QRectF &box, const FunnelContent &content, int step, const Theme &theme)
{
    const FunnelCell &all = content.all[std::size_t(step)];
    const QFont font = theme.font(Type::Axis);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(theme.color(Role::Text2));
    const QString users = FunnelContent::tr("%1 users").arg(fullNumber(all.count));
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, users);
    const double room = box.width() - metrics.horizontalAdvance(users) - 2 * partGap;
    for (const QString &words : funnelLoss(content, step))
        if (metrics.horizontalAdvance(words) <= room) {
            painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, words);
            return;
        }
}

} // namespace

void paintFunnelRow(QPainter &painter, const FunnelContent &content, const FunnelFrame &frame, int step,
                    const Theme &theme)
{
    const double top = frame.slotTop(step);
    if (frame.barsTop >= badge) {
        QRectF head(frame.firstSlot, top, frame.slotWidth, badge);
        paintRate(painter, head, content.all[std::size_t(step)], theme);
        paintName(painter, head, content, step, theme);
    }
    const double footTop = top + frame.barsTop + frame.groupsWidth() + footGap;
    if (footTop + lineHeight <= top + frame.slotHeight)
        paintFoot(painter, {frame.firstSlot, footTop, frame.slotWidth, lineHeight}, content, step, theme);
}
