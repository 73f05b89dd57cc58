// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_sheet.h"

#include "ui/charts/chart_picture.h"
#include "ui/charts/line_marks.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>

#include <cmath>

namespace {

constexpr double padding = 16;
constexpr double titleHeight = 24;
constexpr double factsHeight = 20;
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

// SVG, PDF and recordings keep lines as lines.
bool isVector(const QPainter &painter)
{
    return painter.paintEngine()->type() != QPaintEngine::Raster;
}

} // namespace

void paintSheet(QPainter &painter, const QRectF &target, const ChartContent &content, const Theme &theme,
                const ChartSheet &sheet)
{
    if (content.answer && content.unfinished.drawnEnd == 0 && content.bucketCount() > 0) {
        // Not made by chartContent().
        ChartContent whole = content;
        whole.unfinished = unfinished(*content.answer);
        paintSheet(painter, target, whole, theme, sheet);
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(target, theme.color(Role::Surface));
    const double head = paintHead(painter, target, theme, sheet);

    const QFont font = theme.font(Type::Table);
    Legend legend;
    if (sheet.legend && content.seriesCount() > 1)
        legend = legendFor(content, QFontMetricsF(font), target.width() - 2 * padding, target.height() * legendShare);
    const double foot = legend.height > 0 ? legend.height + 12 : 0;

    ChartPicture picture;
    painter.translate(target.left(), target.top() + head);
    picture.layOut(content, theme, {target.width(), target.height() - head - foot});
    picture.paintFrame(painter, theme);
    picture.paintTimeLabels(painter, theme);
    picture.paintLines(painter, content, theme, painter.device()->devicePixelRatioF(), isVector(painter));
    if (legend.height > 0) {
        painter.setFont(font);
        paintLegend(painter, legend, {padding, target.height() - head - foot}, content, theme);
    }
    painter.restore();
}

QImage sheetImage(const QSize &size, qreal scale, const ChartContent &content, const Theme &theme,
                  const ChartSheet &sheet)
{
    QImage image((QSizeF(size) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    paintSheet(painter, QRectF(QPointF(0, 0), QSizeF(size)), content, theme, sheet);
    return image;
}
