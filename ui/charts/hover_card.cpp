// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/hover_card.h"

#include "ui/charts/line_marks.h"
#include "ui/text/number_text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace {

constexpr int mostRows = 12;
constexpr double padding = 12;
constexpr double rowHeight = 20;
constexpr double headGap = 4;
constexpr double keyWidth = 14; // the short line before a name
constexpr double keyGap = 6;
constexpr double columnGap = 16;
constexpr double narrowest = 200;
constexpr double widest = 320;
constexpr double toCrosshair = 12;

QFont strong(const Theme &theme)
{
    QFont font = theme.font(Type::Table);
    font.setWeight(QFont::DemiBold);
    return font;
}

QString moreText(int more)
{
    return BucketText::tr("and %1 more").arg(QLocale().toString(more));
}

// Days that the clock made shorter or longer.
QString noteFor(const ChartContent &content, int bucket)
{
    if (bucket >= content.unfinished.first)
        return BucketText::tr("unfinished");
    if (content.buckets.granularity() != insights::v1::GRANULARITY_DAY || bucket + 1 >= content.bucketCount())
        return {};
    const auto &times = content.answer->timestamps;
    const double hours = double(times[std::size_t(bucket) + 1] - times[std::size_t(bucket)]) / 3'600'000.0;
    return hours == 24 || hours > 26 ? QString() : BucketText::tr("clock change: %1 h").arg(QLocale().toString(hours));
}

} // namespace

HoverCard hoverCard(const ChartContent &content, int bucket, int near)
{
    HoverCard card;
    if (bucket < 0 || bucket >= content.bucketCount())
        return card;
    const auto valueOf
        = [&](int series) { return content.answer->series[std::size_t(series)].values[std::size_t(bucket)]; };
    std::vector<int> order;
    for (int series = 0; series < content.seriesCount(); ++series) {
        if (content.isDrawn(series) && !std::isnan(valueOf(series)))
            order.push_back(series);
    }
    std::stable_sort(order.begin(), order.end(), [&](int left, int right) { return valueOf(left) > valueOf(right); });
    if (int(order.size()) > mostRows) {
        card.more = int(order.size()) - mostRows;
        if (const auto found = std::find(order.begin() + mostRows, order.end(), near); found != order.end())
            order[mostRows - 1] = near;
        order.resize(mostRows);
    }
    card.title = content.buckets.full(content.answer->timestamps[std::size_t(bucket)]);
    card.note = noteFor(content, bucket);
    for (const int series : order)
        card.rows.push_back({series, content.seriesName(series), fullNumber(valueOf(series)), series == near});
    return card;
}

QRectF hoverCardPlace(const HoverCard &card, const Theme &theme, const PlotFrame &frame, double x, double y)
{
    const QFontMetricsF plain(theme.font(Type::Table));
    const QFontMetricsF bold(strong(theme));
    double width = bold.horizontalAdvance(card.title);
    if (!card.note.isEmpty())
        width += columnGap + plain.horizontalAdvance(card.note);
    for (const HoverRow &row : card.rows)
        width = std::max(width,
                         keyWidth + keyGap + bold.horizontalAdvance(row.name) + columnGap
                             + bold.horizontalAdvance(row.value));
    width = std::ceil(std::clamp(width + 2 * padding, narrowest, widest));
    const auto rows = double(card.rows.size()) + (card.more > 0 ? 1 : 0);
    const double height = padding + rowHeight + headGap + rows * rowHeight + padding - 4;

    double left = x + toCrosshair;
    if (left + width > frame.size.width() - 4)
        left = x - toCrosshair - width;
    left = std::max(4.0, left);
    const double lowest = frame.size.height() - height - 4;
    const double top = std::clamp(y - height / 2, std::min(8.0, std::max(0.0, lowest)), std::max(8.0, lowest));
    return {std::floor(left) + 0.5, std::floor(top) + 0.5, width, std::ceil(height)};
}

void paintHoverCard(QPainter &painter, const HoverCard &card, const QRectF &place, const ChartContent &content,
                    const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Role::TooltipLine), 1));
    painter.setBrush(theme.color(Role::Tooltip));
    painter.drawRoundedRect(place, 6, 6);

    const QRectF inner = place.adjusted(padding, padding - 2, -padding, -padding);
    QRectF line(inner.left(), inner.top(), inner.width(), rowHeight);
    const QFont plain = theme.font(Type::Table);
    const QFont bold = strong(theme);
    painter.setFont(bold);
    painter.setPen(theme.color(Role::Text));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, card.title);
    painter.setFont(plain);
    painter.setPen(theme.color(Role::Text3));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, card.note);
    line.translate(0, rowHeight + headGap);

    const std::vector<SeriesLook> looks = seriesLooks(*content.answer, theme);
    for (const HoverRow &row : card.rows) {
        const double middle = std::floor(line.center().y()) + 0.5;
        SeriesLook look = looks[std::size_t(row.series)];
        painter.setPen(QPen(look.color, 2, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(line.left(), middle), QPointF(line.left() + keyWidth, middle));

        QFont valueFont = plain;
        valueFont.setWeight(QFont::Medium);
        const QFontMetricsF metrics(bold);
        const double valueWidth = std::ceil(metrics.horizontalAdvance(row.value));
        const QRectF nameBox = line.adjusted(keyWidth + keyGap, 0, -valueWidth - columnGap, 0);
        painter.setPen(theme.color(Role::Text));
        painter.setFont(row.isNear ? bold : plain);
        const QString name = QFontMetricsF(painter.font()).elidedText(row.name, Qt::ElideMiddle, nameBox.width());
        painter.drawText(nameBox, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
        painter.setFont(row.isNear ? bold : valueFont);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, row.value);
        line.translate(0, rowHeight);
    }
    if (card.more > 0) {
        painter.setFont(plain);
        painter.setPen(theme.color(Role::Text3));
        painter.drawText(line.adjusted(keyWidth + keyGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         moreText(card.more));
    }
}
