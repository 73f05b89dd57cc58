// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/retention_sheet.h"

#include "ui/charts/heat_picture.h"
#include "ui/charts/retention_side.h"

static void paintRetention(QPainter &painter, const QSizeF &size, const RetentionContent &content, const Theme &theme)
{
    const bool hasSide = size.width() >= leastWidthWithRetentionSide;
    const double width = size.width() - (hasSide ? retentionSideWidth : 0);
    const HeatGeometry geometry = heatGeometry(content, theme, {width, size.height()}, HeatFit::Whole);
    HeatPicture(content, theme, geometry).paint(painter, std::nullopt);
    if (hasSide)
        RetentionSidePicture(content, theme, {width, 0, retentionSideWidth, size.height()}).paint(painter);
}

SheetBody retentionSheetBody(const RetentionContent &content)
{
    return {[content](QPainter &painter, const QSizeF &size, const Theme &theme) {
                paintRetention(painter, size, content, theme);
            },
            RetentionText(content).summary(), content.compared};
}

SheetBody retentionTileBody(const RetentionContent &content)
{
    return {[content](QPainter &painter, const QSizeF &size, const Theme &theme) {
                const HeatGeometry geometry = heatGeometry(content, theme, size, HeatFit::Tile);
                HeatPicture(content, theme, geometry).paint(painter, std::nullopt);
            },
            RetentionText(content).summary(), content.compared};
}
