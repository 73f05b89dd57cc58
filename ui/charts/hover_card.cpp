// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/hover_card.h"

#include "ui/charts/change_mark.h"
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
constexpr double footHeight = 28;
constexpr double keyWidth = 14; // the short line before a name
constexpr double keyGap = 6;
constexpr double columnGap = 16;
constexpr double narrowest = 200;
constexpr double widest = 320;
constexpr double widestWithChanges = 400;
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
QString clockNote(const ChartContent &content, int bucket)
{
    if (content.buckets.granularity() != insights::v1::GRANULARITY_DAY || bucket + 1 >= content.bucketCount())
        return {};
    const auto &times = content.answer->timestamps;
    const double hours = double(times[std::size_t(bucket) + 1] - times[std::size_t(bucket)]) / 3'600'000.0;
    return hours == 24 || hours > 26 ? QString() : BucketText::tr("clock change: %1 h").arg(QLocale().toString(hours));
}

QString noteFor(const ChartContent &content, int bucket)
{
    QStringList notes;
    if (bucket >= content.unfinished.first)
        notes << BucketText::tr("unfinished");
    else if (const QString clock = clockNote(content, bucket); !clock.isEmpty())
        notes << clock;
    if (content.compared && std::size_t(bucket) < content.compared->timestamps.size())
        notes << BucketText::tr("vs %1").arg(content.buckets.plate(content.compared->timestamps[std::size_t(bucket)]));
    return notes.join(QStringLiteral(" · "));
}

// With a scale of shares: the share first, the number behind it.
QString valueText(const ChartContent &content, int series, int bucket)
{
    const QString number = fullNumber(content.value(series, bucket));
    if (content.scale() != ScaleKind::Percent)
        return number;
    double share = content.tips(series)[std::size_t(bucket)];
    if (const auto feet = content.feet(series); !feet.empty())
        share -= feet[std::size_t(bucket)];
    return BucketText::tr("%1 · %2", "share, number")
        .arg(std::isnan(share) ? fullNumber(share) : rateText(share), number);
}

std::optional<Change> changeOf(const ChartContent &content, int series, int bucket)
{
    if (!content.compared || bucket >= content.unfinished.first) // half a day against a whole one says nothing
        return std::nullopt;
    const auto &before = content.compared->values[std::size_t(series)];
    return changeFrom(before[std::size_t(bucket)], content.value(series, bucket));
}

// px of the column of changes with the gap before it.
double changesWidth(const HoverCard &card, const QFontMetricsF &metrics)
{
    double width = 0;
    for (const HoverRow &row : card.rows) {
        if (row.change)
            width = std::max(width, columnGap + changeWidth(metrics, *row.change));
    }
    return width;
}

} // namespace

HoverCard hoverCard(const ChartContent &content, int bucket, int near)
{
    HoverCard card;
    if (bucket < 0 || bucket >= content.bucketCount())
        return card;
    const auto valueOf = [&](int series) { return content.value(series, bucket); };
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
    for (const int series : order) {
        card.rows.push_back({series, content.seriesName(series), valueText(content, series, bucket), series == near,
                             changeOf(content, series, bucket)});
        card.hasChanges = card.hasChanges || card.rows.back().change;
    }
    return card;
}

QRectF hoverCardPlace(const HoverCard &card, const Theme &theme, const PlotFrame &frame, double x, double y)
{
    const QFontMetricsF plain(theme.font(Type::Table));
    const QFontMetricsF bold(strong(theme));
    double width = bold.horizontalAdvance(card.title);
    if (!card.note.isEmpty())
        width += columnGap + plain.horizontalAdvance(card.note);
    const double changes = changesWidth(card, plain);
    for (const HoverRow &row : card.rows)
        width = std::max(width,
                         keyWidth + keyGap + bold.horizontalAdvance(row.name) + columnGap
                             + bold.horizontalAdvance(row.value) + changes);
    width = std::max(width, QFontMetricsF(theme.font(Type::Axis)).horizontalAdvance(card.hint));
    width = std::ceil(std::clamp(width + 2 * padding, narrowest, card.hasChanges ? widestWithChanges : widest));
    const auto rows = double(card.rows.size()) + (card.more > 0 ? 1 : 0);
    const double foot = card.hint.isEmpty() ? 0 : footHeight;
    const double height = padding + rowHeight + headGap + rows * rowHeight + foot + padding - 4;

    double left = x + toCrosshair;
    if (left + width > frame.size.width() - 4)
        left = x - toCrosshair - width;
    left = std::max(4.0, left);
    // Above the axis, whose plate says the time, as long as it fits there.
    const double lowest = std::min(frame.size.height() - 4, std::max(frame.plot.bottom(), height + 8)) - height;
    const double top = std::clamp(y - height / 2, std::min(8.0, std::max(0.0, lowest)), std::max(8.0, lowest));
    return {std::floor(left) + 0.5, std::floor(top) + 0.5, width, std::ceil(height)};
}

static void paintRow(QPainter &painter, const HoverRow &row, const QRectF &line, double changes, const QColor &color,
                     const Theme &theme)
{
    const double middle = std::floor(line.center().y()) + 0.5;
    painter.setPen(QPen(color, 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(line.left(), middle), QPointF(line.left() + keyWidth, middle));

    const QFont plain = theme.font(Type::Table);
    const QFont bold = strong(theme);
    QFont valueFont = plain;
    valueFont.setWeight(QFont::Medium);
    if (row.change) {
        painter.setFont(plain);
        paintChange(painter, line, *row.change, theme);
    }
    const QRectF valueBox = line.adjusted(0, 0, -changes, 0);
    const double valueWidth = std::ceil(QFontMetricsF(bold).horizontalAdvance(row.value));
    const QRectF nameBox = valueBox.adjusted(keyWidth + keyGap, 0, -valueWidth - columnGap, 0);
    painter.setPen(theme.color(Role::Text));
    painter.setFont(row.isNear ? bold : plain);
    const QString name = QFontMetricsF(painter.font()).elidedText(row.name, Qt::ElideMiddle, nameBox.width());
    painter.drawText(nameBox, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
    painter.setFont(row.isNear ? bold : valueFont);
    painter.drawText(valueBox, Qt::AlignRight | Qt::AlignVCenter, row.value);
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
    const double changes = changesWidth(card, QFontMetricsF(plain));
    for (const HoverRow &row : card.rows) {
        paintRow(painter, row, line, changes, looks[std::size_t(row.series)].color, theme);
        line.translate(0, rowHeight);
    }
    if (card.more > 0) {
        painter.setFont(plain);
        painter.setPen(theme.color(Role::Text3));
        painter.drawText(line.adjusted(keyWidth + keyGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         moreText(card.more));
    }
    if (!card.hint.isEmpty()) {
        const double rule = std::floor(place.bottom() - footHeight - padding + 8) + 0.5;
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(theme.color(Role::Line), 1));
        painter.drawLine(QPointF(inner.left(), rule), QPointF(inner.right(), rule));
        painter.setFont(theme.font(Type::Axis));
        painter.setPen(theme.color(Role::Text3));
        painter.drawText(QRectF(inner.left(), rule, inner.width(), footHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         card.hint);
    }
}
