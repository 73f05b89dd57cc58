// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_sheet.h"

#include "ui/charts/chart_picture.h"
#include "ui/charts/sheet_legend.h"

#include <QPainter>

static SheetLegend legendOf(const ChartContent &content, const QSizeF &size, const Theme &theme)
{
    std::vector<SheetLegend::Entry> entries;
    if (content.seriesCount() > 1) {
        const std::vector<SeriesLook> looks = seriesLooks(*content.answer, theme);
        for (int series = 0; series < content.seriesCount(); ++series)
            if (content.isDrawn(series))
                entries.push_back({content.seriesName(series), looks[std::size_t(series)].color});
    }
    return {entries, size, theme};
}

static void paintTrend(QPainter &painter, const QSizeF &size, const ChartContent &content, const Theme &theme)
{
    const SheetLegend legend = legendOf(content, size, theme);
    ChartPicture picture;
    picture.layOut(content, theme, {size.width(), size.height() - legend.height()});
    picture.paintFrame(painter, theme);
    picture.paintTimeLabels(painter, theme);
    picture.paintSeries(painter, content, theme, painter.device()->devicePixelRatioF(), isVector(painter));
    legend.paint(painter, size.height() - legend.height(), theme);
}

SheetBody trendSheetBody(const ChartContent &content)
{
    return {[content](QPainter &painter, const QSizeF &size, const Theme &theme) {
                paintTrend(painter, size, content, theme);
            },
            chartSummary(content), showsCompared(content) ? content.compared->words : QString()};
}
