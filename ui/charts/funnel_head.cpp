// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/funnel_head.h"

#include "ui/text/duration_text.h"
#include "ui/text/number_text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace {

constexpr double slotPadding = 16; // between the line of a slot and its head
constexpr double badge = 20;
constexpr double badgeTop = 12;
constexpr double rateTop = 37;
constexpr double rateHeight = 28;
constexpr double factsTop = 66;
constexpr double rowHeight = 16;
constexpr double partGap = 8;

// Texts one after the other on a line; the first that does not fit and those after it are left out.
class TextLine
{
public:
    TextLine(QPainter &painter, const QRectF &box)
        : m_painter(painter)
        , m_box(box)
    {
    }

    void add(const Change &change, const QFont &font, const Theme &theme, double fall = 0)
    {
        const double width = changeWidth(QFontMetricsF(font), change);
        m_isFull = m_isFull || width > m_box.width();
        if (m_isFull)
            return;
        m_painter.setFont(font);
        paintChange(m_painter, {m_box.left(), m_box.top() + fall, width, m_box.height()}, change, theme);
        m_box.setLeft(m_box.left() + width + partGap);
    }

    void add(const QString &text, const QFont &font, const QColor &color, double fall = 0)
    {
        const double width = QFontMetricsF(font).horizontalAdvance(text);
        m_isFull = m_isFull || width > m_box.width();
        if (m_isFull)
            return;
        m_painter.setFont(font);
        m_painter.setPen(color);
        m_painter.drawText(m_box.translated(0, fall), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
        m_box.setLeft(m_box.left() + width + partGap);
    }

private:
    QPainter &m_painter;
    QRectF m_box;
    bool m_isFull = false;
};

void paintName(QPainter &painter, const FunnelContent &content, int step, const QRectF &head, const Theme &theme)
{
    const QRectF place(head.left(), badgeTop, badge, badge);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Role::Hover));
    painter.drawRoundedRect(place, 4, 4);
    painter.setFont(theme.font(Type::Caption));
    painter.setPen(theme.color(Role::Text2));
    painter.drawText(place, Qt::AlignCenter, QString::number(step + 1));
    QFont font = theme.font(Type::Base);
    font.setWeight(QFont::DemiBold);
    const QRectF name(place.right() + partGap, badgeTop, head.right() - place.right() - partGap, badge);
    if (name.width() < badge)
        return;
    painter.setFont(font);
    painter.setPen(theme.color(Role::Text));
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetricsF(font).elidedText(content.steps[std::size_t(step)], Qt::ElideMiddle, name.width()));
}

QString dropOffText(const FunnelCell &cell)
{
    return FunnelContent::tr("%1 drop off").arg(fullNumber(cell.dropOff));
}

// On all steps or on none.
bool dropOffsFit(const FunnelContent &content, double width, const QFont &font)
{
    const QFontMetricsF metrics(font);
    return std::all_of(content.all.begin() + 1, content.all.end(),
                       [&](const FunnelCell &cell) { return metrics.horizontalAdvance(dropOffText(cell)) <= width; });
}

QString usersText(const FunnelCell &cell)
{
    return FunnelContent::tr("%1 users").arg(fullNumber(cell.count));
}

// After rate and users, on all steps or on none.
bool changesFit(const FunnelContent &content, double width, const QFont &large, const QFont &small)
{
    const QFontMetricsF wide(large);
    const QFontMetricsF narrow(small);
    return std::all_of(content.all.begin() + 1, content.all.end(), [&](const FunnelCell &cell) {
        const auto change = changeOf(cell);
        const double texts = wide.horizontalAdvance(rateText(cell.rate)) + narrow.horizontalAdvance(usersText(cell));
        return !change || texts + changeWidth(narrow, *change) + 2 * partGap <= width;
    });
}

void paintNumbers(QPainter &painter, const FunnelContent &content, int step, const QRectF &head, const Theme &theme)
{
    const FunnelCell &all = content.all[std::size_t(step)];
    const QString users = fullNumber(all.count);
    const QFont large = theme.font(Type::KpiSmall);
    const QFont small = theme.font(Type::Table);
    const QColor strong = theme.color(Role::Text);
    const QColor quiet = theme.color(Role::Text2);
    const auto fits = [&](const QString &text) { return QFontMetricsF(large).horizontalAdvance(text) <= head.width(); };
    TextLine line(painter, {head.left(), rateTop, head.width(), rateHeight});
    const QString first = step == 0 ? users : rateText(all.rate);
    line.add(fits(first) ? first : step == 0 ? compactNumber(all.count) : first, fits(first) ? large : small, strong);
    line.add(step == 0 ? FunnelContent::tr("users start") : usersText(all), small, quiet, 3);
    if (const auto change = changeOf(all); change && changesFit(content, head.width(), large, small))
        line.add(*change, small, theme, 3);
    if (step == 0 || !dropOffsFit(content, head.width(), small))
        return;
    TextLine facts(painter, {head.left(), factsTop, head.width(), rowHeight});
    const QStringList loss = funnelLoss(content, step);
    const bool fitsAll = QFontMetricsF(small).horizontalAdvance(loss.first()) <= head.width();
    facts.add(fitsAll ? loss.first() : loss.last(), small, quiet);
}

QString windowText(double seconds)
{
    constexpr double day = 86'400;
    if (std::fmod(seconds, day) != 0)
        return durationText(seconds);
    return seconds == day ? FunnelContent::tr("1 day") : FunnelContent::tr("%n days", nullptr, int(seconds / day));
}

} // namespace

QStringList funnelLoss(const FunnelContent &content, int step)
{
    if (step == 0)
        return {FunnelContent::tr("start")};
    const FunnelCell &all = content.all[std::size_t(step)];
    const QString lost = dropOffText(all);
    if (!all.median || !(all.count > 0))
        return {lost};
    return {FunnelContent::tr("%1 · median %2", "drop-off, time").arg(lost, durationText(*all.median)), lost};
}

QString funnelFoot(const FunnelContent &content, int step)
{
    if (step == 0)
        return FunnelContent::tr("All who start");
    return content.window ? FunnelContent::tr("within %1 of step 1").arg(windowText(*content.window))
                          : FunnelContent::tr("within the time asked about");
}

void paintFunnelHead(QPainter &painter, const FunnelContent &content, const FunnelFrame &frame, int step,
                     const Theme &theme)
{
    const double left = frame.slotLeft(step);
    const bool isNarrow = frame.slotWidth < 8 * slotPadding;
    const double padding = step == 0 ? 0 : isNarrow ? slotPadding / 4 : slotPadding;
    const QRectF head(left + padding, 0, frame.slotWidth - padding - slotPadding / 4, frame.top);
    if (step > 0) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(theme.color(Role::Line), 1));
        const double x = std::floor(left) + 0.5;
        painter.drawLine(QPointF(x, badgeTop), QPointF(x, frame.bottom));
    }
    paintName(painter, content, step, head, theme);
    paintNumbers(painter, content, step, head, theme);

    const QRectF foot(left + 4, frame.bottom + 8, frame.slotWidth - 8, rowHeight);
    const QFont font = theme.font(Type::Axis);
    const QFontMetricsF metrics(font);
    if (std::max(metrics.horizontalAdvance(funnelFoot(content, 0)), metrics.horizontalAdvance(funnelFoot(content, 1)))
        > foot.width())
        return; // under all steps or under none
    painter.setFont(font);
    painter.setPen(theme.color(Role::Text2));
    painter.drawText(foot, Qt::AlignHCenter | Qt::AlignVCenter, funnelFoot(content, step));
}
