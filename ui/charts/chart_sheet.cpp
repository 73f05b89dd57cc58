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
constexpr double footHeight = 28;
constexpr double mostPixels = 256e6; // a gigabyte

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

void paintFoot(QPainter &painter, const QRectF &target, const Theme &theme, const QString &foot)
{
    painter.setFont(theme.font(Type::Caption));
    painter.setPen(theme.color(Role::Text3));
    const QRectF line(target.left() + padding, target.bottom() - footHeight, target.width() - 2 * padding,
                      footHeight - 4);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(painter.font()).elidedText(foot, Qt::ElideRight, line.width()));
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
    painter.fillRect(target, theme.color(sheet.ground));
    const double head = paintHead(painter, target, theme, sheet);
    const double foot = sheet.foot.isEmpty() ? 0 : footHeight;
    if (foot > 0)
        paintFoot(painter, target, theme, sheet.foot);
    painter.translate(target.left(), target.top() + head);
    sheet.body.paint(painter, {target.width(), target.height() - head - foot}, theme);
    painter.restore();
}

QImage sheetImage(const QSize &size, qreal scale, const ChartSheet &sheet, const Theme &theme)
{
    const QSize pixels = (QSizeF(size) * scale).toSize();
    if (double(pixels.width()) * pixels.height() > mostPixels)
        return {};
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    if (scale >= 1) // painters know no ratio below
        image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    if (scale < 1)
        painter.scale(scale, scale);
    paintSheet(painter, QRectF(QPointF(0, 0), QSizeF(size)), sheet, theme);
    return image;
}
