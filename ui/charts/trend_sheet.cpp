// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_sheet.h"

#include "ui/charts/chart_picture.h"

#include <QFontMetricsF>
#include <QPainter>

namespace {

constexpr double padding = 16;
constexpr double legendRow = 20;
constexpr double swatch = 10;
constexpr double swatchGap = 6;
constexpr double entryGap = 20;
constexpr double widestName = 240;
constexpr double legendShare = 0.25; // of the height, at most

struct Entry
{
    int series = -1; // -1: the words about those left out
    QString text;
    QPointF place; // top left, from the legend's
};

struct Legend
{
    std::vector<Entry> entries;
    double height = 0;
};

Legend legendFor(const ChartContent &content, const QFontMetricsF &metrics, double width, double heightLimit)
{
    Legend legend;
    const int rows = std::max(1, int(heightLimit / legendRow));
    QPointF place;
    int left = content.seriesCount() - int(content.hidden.size());
    for (int series = 0; series < content.seriesCount(); ++series) {
        if (!content.isDrawn(series))
            continue;
        const QString name = metrics.elidedText(content.seriesName(series), Qt::ElideMiddle, widestName);
        const double taken = swatch + swatchGap + metrics.horizontalAdvance(name);
        const QString more = BucketText::tr("and %1 more").arg(QLocale().toString(left));
        const bool isLastRow = place.y() / legendRow >= rows - 1;
        const double reserve = isLastRow && left > 1 ? entryGap + metrics.horizontalAdvance(more) : 0;
        if (place.x() > 0 && place.x() + taken + reserve > width) {
            if (isLastRow) {
                legend.entries.push_back({-1, more, place});
                break;
            }
            place = {0, place.y() + legendRow};
        }
        legend.entries.push_back({series, name, place});
        place.rx() += taken + entryGap;
        --left;
    }
    legend.height = legend.entries.empty() ? 0 : place.y() + legendRow;
    return legend;
}

void paintLegend(QPainter &painter, const Legend &legend, const QPointF &origin, const ChartContent &content,
                 const Theme &theme)
{
    const std::vector<SeriesLook> looks = seriesLooks(*content.answer, theme);
    const QFontMetricsF metrics(painter.font());
    for (const Entry &entry : legend.entries) {
        const QPointF place = origin + entry.place;
        const double middle = place.y() + legendRow / 2;
        const double baseline = middle + (metrics.ascent() - metrics.descent()) / 2;
        if (entry.series < 0) {
            painter.setPen(theme.color(Role::Text3));
            painter.drawText(QPointF(place.x(), baseline), entry.text);
            continue;
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(looks[std::size_t(entry.series)].color);
        painter.drawRoundedRect(QRectF(place.x(), middle - swatch / 2, swatch, swatch), 2, 2);
        painter.setPen(theme.color(Role::Text));
        painter.drawText(QPointF(place.x() + swatch + swatchGap, baseline), entry.text);
    }
}

void paintTrend(QPainter &painter, const QSizeF &size, const ChartContent &content, const Theme &theme)
{
    const QFont font = theme.font(Type::Table);
    Legend legend;
    if (content.seriesCount() > 1)
        legend = legendFor(content, QFontMetricsF(font), size.width() - 2 * padding, size.height() * legendShare);
    const double foot = legend.height > 0 ? legend.height + 12 : 0;

    ChartPicture picture;
    picture.layOut(content, theme, {size.width(), size.height() - foot});
    picture.paintFrame(painter, theme);
    picture.paintTimeLabels(painter, theme);
    picture.paintSeries(painter, content, theme, painter.device()->devicePixelRatioF(), isVector(painter));
    if (legend.height > 0) {
        painter.setFont(font);
        paintLegend(painter, legend, {padding, size.height() - foot}, content, theme);
    }
}

} // namespace

SheetBody trendSheetBody(const ChartContent &content)
{
    return {[content](QPainter &painter, const QSizeF &size, const Theme &theme) {
                paintTrend(painter, size, content, theme);
            },
            chartSummary(content)};
}
