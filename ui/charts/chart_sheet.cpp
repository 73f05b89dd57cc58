// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_sheet.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>

namespace {

constexpr double padding = 16;
constexpr double titleHeight = 24;
constexpr double factsHeight = 20;

// Title and facts; the height they took.
double paintHead(QPainter &painter, const QRectF &target, const Theme &theme, const ChartSheet &sheet)
{
    double y = target.top() + 12;
    const double width = target.width() - 2 * padding;
    const auto line = [&](const QString &text, Type type, Role role, double height) {
        if (text.isEmpty())
            return;
        painter.setFont(theme.font(type));
        painter.setPen(theme.color(role));
        const QString fitting = QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, width);
        painter.drawText(QRectF(target.left() + padding, y, width, height), Qt::AlignLeft | Qt::AlignVCenter, fitting);
        y += height + 4;
    };
    line(sheet.title, Type::Question, Role::Text, titleHeight);
    line(sheet.facts, Type::Table, Role::Text2, factsHeight);
    return sheet.title.isEmpty() && sheet.facts.isEmpty() ? 0 : y - target.top();
}

} // namespace

bool isVector(const QPainter &painter)
{
    return painter.paintEngine()->type() != QPaintEngine::Raster;
}

void paintSheet(QPainter &painter, const QRectF &target, const ChartSheet &sheet, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(target, theme.color(Role::Surface));
    const double head = paintHead(painter, target, theme, sheet);
    painter.translate(target.left(), target.top() + head);
    sheet.body.paint(painter, {target.width(), target.height() - head}, theme);
    painter.restore();
}

QImage sheetImage(const QSize &size, qreal scale, const ChartSheet &sheet, const Theme &theme)
{
    QImage image((QSizeF(size) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    paintSheet(painter, QRectF(QPointF(0, 0), QSizeF(size)), sheet, theme);
    return image;
}
