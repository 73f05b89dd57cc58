// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sheet_legend.h"

#include "ui/charts/bucket_text.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>

namespace {

constexpr double padding = 16;
constexpr double rowHeight = 20;
constexpr double footGap = 12;
constexpr double swatch = 10;
constexpr double swatchGap = 6;
constexpr double entryGap = 20;
constexpr double widestName = 240;
constexpr double heightShare = 0.25; // at most

} // namespace

SheetLegend::SheetLegend(const std::vector<Entry> &entries, const QSizeF &size, const Theme &theme)
    : m_font(theme.font(Type::Table))
{
    const QFontMetricsF metrics(m_font);
    const double width = size.width() - 2 * padding;
    const int rows = std::max(1, int(size.height() * heightShare / rowHeight));
    QPointF place;
    auto left = int(entries.size());
    for (const Entry &entry : entries) {
        const QString name = metrics.elidedText(entry.name, Qt::ElideMiddle, widestName);
        const double taken = swatch + swatchGap + metrics.horizontalAdvance(name);
        const QString more = BucketText::tr("and %1 more").arg(QLocale().toString(left));
        const bool isLastRow = place.y() / rowHeight >= rows - 1;
        const double reserve = isLastRow && left > 1 ? entryGap + metrics.horizontalAdvance(more) : 0;
        if (place.x() > 0 && place.x() + taken + reserve > width) {
            if (isLastRow) {
                m_placed.push_back({more, {}, place});
                break;
            }
            place = {0, place.y() + rowHeight};
        }
        m_placed.push_back({name, entry.color, place});
        place.rx() += taken + entryGap;
        --left;
    }
    m_height = m_placed.empty() ? 0 : place.y() + rowHeight + footGap;
}

void SheetLegend::paint(QPainter &painter, double top, const Theme &theme) const
{
    painter.setFont(m_font);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF metrics(m_font);
    for (const Placed &entry : m_placed) {
        const QPointF place = QPointF(padding, top) + entry.place;
        const double middle = place.y() + rowHeight / 2;
        const double baseline = middle + (metrics.ascent() - metrics.descent()) / 2;
        if (!entry.color.isValid()) {
            painter.setPen(theme.color(Role::Text3));
            painter.drawText(QPointF(place.x(), baseline), entry.text);
            continue;
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(entry.color);
        painter.drawRoundedRect(QRectF(place.x(), middle - swatch / 2, swatch, swatch), 2, 2);
        painter.setPen(theme.color(Role::Text));
        painter.drawText(QPointF(place.x() + swatch + swatchGap, baseline), entry.text);
    }
}
