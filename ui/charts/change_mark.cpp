// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/change_mark.h"

#include "ui/text/number_text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPolygonF>

#include <cmath>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChangeMark)
};

constexpr double arrowWidth = 8; // px
constexpr double arrowHeight = 6;
constexpr double arrowGap = 5;

int directionOf(const Change &change)
{
    const double shown = std::round(change.amount * 1000);
    return shown > 0 ? 1 : shown < 0 ? -1 : 0;
}

} // namespace

std::optional<Change> changeFrom(double before, double now)
{
    if (std::isnan(before) || std::isnan(now) || before == 0)
        return std::nullopt;
    return Change{(now - before) / std::abs(before), false};
}

std::optional<Change> rateChange(double before, double now)
{
    if (std::isnan(before) || std::isnan(now))
        return std::nullopt;
    return Change{now - before, true};
}

QString changeText(const Change &change)
{
    const double amount = std::abs(change.amount);
    return change.isPoints ? pointsText(amount) : rateText(amount);
}

QString spokenChange(const Change &change)
{
    const int direction = directionOf(change);
    if (direction == 0)
        return Text::tr("unchanged");
    return (direction > 0 ? Text::tr("up %1") : Text::tr("down %1")).arg(changeText(change));
}

double changeWidth(const QFontMetricsF &metrics, const Change &change)
{
    return std::ceil(metrics.horizontalAdvance(changeText(change))) + arrowWidth + arrowGap;
}

void paintChange(QPainter &painter, const QRectF &place, const Change &change, const Theme &theme)
{
    const int direction = directionOf(change);
    const QColor color = theme.color(direction > 0 ? Role::Good : direction < 0 ? Role::Bad : Role::Text3);
    const QString text = changeText(change);
    painter.setPen(color);
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
    if (direction == 0)
        return;
    const double right = place.right() - QFontMetricsF(painter.font()).horizontalAdvance(text) - arrowGap;
    const double middle = place.center().y();
    const double tip = middle - direction * arrowHeight / 2;
    const double foot = middle + direction * arrowHeight / 2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(
        QPolygonF{QPointF(right - arrowWidth, foot), QPointF(right, foot), QPointF(right - arrowWidth / 2, tip)});
}
