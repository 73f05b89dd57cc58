// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/number_chart.h"

#include "ui/charts/change_mark.h"
#include "ui/charts/sparkline.h"
#include "ui/text/number_text.h"

#include <QCoreApplication>
#include <QFocusEvent>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

constexpr int loneNumberPx = 72;
constexpr int leastNumberPx = 22;
constexpr double padding = 16;
constexpr double captionHeight = 24;
constexpr double captionGap = 4;
constexpr double tileWidth = 260; // at least
constexpr double tileGap = 12;
constexpr double tilePadding = 16;
constexpr double tileHeight = 112;
constexpr double lineGap = 12; // over the line of a number
constexpr double tileLineHeight = 72;
constexpr double loneLineGap = 24;
constexpr double loneLineHeight = 180;
constexpr double leastLineHeight = 56;
constexpr double loneLineWidth = 720; // at most
constexpr double unitGap = 8;
constexpr double changeGap = 12;

// The number in the largest size from `px` down that leaves room for its unit; short where even the least is too wide.
void paintValue(QPainter &painter, const QRectF &box, const NumberTile &tile, int px, const Theme &theme)
{
    QFont font = theme.font(Type::Kpi);
    const QFont unitFont = theme.font(Type::Label);
    const double unit = QFontMetricsF(unitFont).horizontalAdvance(tile.unit) + unitGap;
    QString text = fullNumber(tile.value);
    const auto width = [&] { return QFontMetricsF(font).horizontalAdvance(text); };
    font.setPixelSize(px);
    if (const double wanted = width() + unit; wanted > box.width())
        font.setPixelSize(std::max(leastNumberPx, int(px * (box.width() - unit) / std::max(1.0, width()))));
    if (width() + unit > box.width())
        text = compactNumber(tile.value);

    const QFontMetricsF metrics(font);
    const double baseline = box.center().y() + metrics.capHeight() / 2;
    painter.setFont(font);
    painter.setPen(theme.color(Role::Text));
    const double bearing = metrics.leftBearing(text.front()); // so that it stands under the edge of its caption
    painter.drawText(QPointF(box.left() - bearing, baseline), text);
    const double left = box.left() + width() + unitGap - bearing;
    painter.setFont(unitFont);
    painter.setPen(theme.color(Role::Text2));
    painter.drawText(QPointF(left, baseline),
                     QFontMetricsF(unitFont).elidedText(tile.unit, Qt::ElideRight, std::max(0.0, box.right() - left)));
}

// At the right of the caption, or right after a short one in a wide box.
void paintChangeAfter(QPainter &painter, const QRectF &caption, const Change &change, const QString &compared,
                      const Theme &theme)
{
    painter.setFont(theme.font(Type::Table));
    const QFontMetricsF metrics(painter.font());
    const double width = changeWidth(metrics, change);
    const QRectF place(caption.right() - width, caption.top(), width, caption.height());
    paintChange(painter, place, change, theme);
    if (compared.isEmpty())
        return;
    painter.setPen(theme.color(Role::Text3));
    painter.drawText(
        QRectF(place.right() + changeGap, caption.top(), metrics.horizontalAdvance(compared) + 1, caption.height()),
        Qt::AlignLeft | Qt::AlignVCenter, compared);
}

// Whether caption, change and the compared time have room in one line.
bool hasRoomBeside(const NumberTile &tile, const QString &compared, double width, const Theme &theme)
{
    const QFontMetricsF small(theme.font(Type::Table));
    const double caption = QFontMetricsF(theme.font(Type::Label)).horizontalAdvance(tile.caption);
    return !tile.change
        || caption + changeWidth(small, *tile.change) + 2 * changeGap + small.horizontalAdvance(compared) + 2 <= width;
}

void paintTile(QPainter &painter, const QRectF &box, const NumberTile &tile, int px, const QString &compared,
               const Theme &theme)
{
    painter.setFont(theme.font(Type::Label));
    painter.setPen(theme.color(Role::Text2));
    const QFontMetricsF metrics(painter.font());
    QRectF caption(box.left(), box.top(), box.width(), captionHeight);
    double change = 0; // px
    if (tile.change) {
        change = changeGap + changeWidth(QFontMetricsF(theme.font(Type::Table)), *tile.change);
        caption.setWidth(std::min(box.width(), metrics.horizontalAdvance(tile.caption) + change + 1));
    }
    painter.drawText(caption, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(tile.caption, Qt::ElideMiddle, caption.width() - change));
    if (tile.change)
        paintChangeAfter(painter, caption, *tile.change, compared, theme);
    paintValue(painter, box.adjusted(0, captionHeight + captionGap, 0, 0), tile, px, theme);
}

bool hasLine(const NumberContent &content, const NumberTile &tile)
{
    return content.course && tile.series >= 0 && isLine(*content.course, tile.series);
}

void paintTiles(QPainter &painter, const QSizeF &size, const NumberContent &content, const Theme &theme)
{
    const std::vector<NumberTile> &tiles = content.tiles;
    const bool haveLines
        = std::any_of(tiles.begin(), tiles.end(), [&](const NumberTile &tile) { return hasLine(content, tile); });
    const double lineRoom = haveLines ? lineGap + tileLineHeight : 0;
    const double height = tileHeight + lineRoom;
    const double room = size.width() - 2 * padding + tileGap;
    const int columns = std::clamp(int(room / (tileWidth + tileGap)), 1, int(tiles.size()));
    const double width = std::min(2 * tileWidth, room / columns - tileGap);
    const int rows = std::max(1, int((size.height() - 2 * padding + tileGap) / (height + tileGap)));
    const int places = rows * columns;
    const int shown = int(tiles.size()) <= places ? int(tiles.size()) : std::max(1, places - 1);
    const auto place = [&](int tile) {
        return QRectF(padding + tile % columns * (width + tileGap), padding + tile / columns * (height + tileGap),
                      width, height);
    };
    for (int tile = 0; tile < shown; ++tile) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.color(Role::Line), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(place(tile).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        const NumberTile &number = tiles[std::size_t(tile)];
        const QRectF inside = place(tile).adjusted(tilePadding, 12, -tilePadding, -12);
        paintTile(painter, inside.adjusted(0, 0, 0, -lineRoom), number, theme.font(Type::Kpi).pixelSize(), {}, theme);
        if (hasLine(content, number))
            paintSparkline(painter, inside.adjusted(0, inside.height() - tileLineHeight, 0, 0), *content.course,
                           number.series, theme);
    }
    if (shown == int(tiles.size()))
        return;
    painter.setFont(theme.font(Type::Label));
    painter.setPen(theme.color(Role::Text2));
    painter.drawText(place(shown), Qt::AlignCenter,
                     NumberChart::tr("and %1 more").arg(QLocale().toString(int(tiles.size()) - shown)));
}

} // namespace

QString numberSummary(const NumberContent &content)
{
    QStringList words;
    for (const NumberTile &tile : content.tiles) {
        words.append(NumberChart::tr("%1: %2", "event, number with unit")
                         .arg(tile.caption, withUnit(fullNumber(tile.value), tile.unit)));
        if (tile.change)
            words.back() += QStringLiteral(", ") + spokenChange(*tile.change);
    }
    if (!content.compared.isEmpty() && !words.isEmpty())
        words.append(content.compared);
    if (content.course && !words.isEmpty())
        words.append(chartSummary(*content.course));
    return words.isEmpty() ? NumberChart::tr("No data") : words.join(QStringLiteral("; "));
}

void paintNumbers(QPainter &painter, const QSizeF &size, const NumberContent &content, const Theme &theme)
{
    painter.fillRect(QRectF(QPointF(0, 0), size), theme.color(Role::Surface));
    if (content.tiles.size() != 1) {
        if (!content.tiles.empty())
            paintTiles(painter, size, content, theme);
        return;
    }
    const NumberTile &number = content.tiles.front();
    const double width = size.width() - 2 * padding;
    const bool isBeside = hasRoomBeside(number, content.compared, width, theme);
    const double comparedHeight = isBeside ? 0 : captionHeight;
    const double height = captionHeight + captionGap + loneNumberPx * 1.2;
    const double below = std::min(loneLineHeight, size.height() - height - comparedHeight - loneLineGap - 2 * padding);
    const bool isOverLine = below >= leastLineHeight && hasLine(content, number);
    const double whole = height + comparedHeight + (isOverLine ? loneLineGap + below : 0);
    const QRectF box(padding, std::max(0.0, (size.height() - whole) / 3), width, height);
    paintTile(painter, box, number, loneNumberPx, isBeside ? content.compared : QString(), theme);
    const double bottom = box.bottom() + comparedHeight;
    if (!isBeside) {
        painter.setFont(theme.font(Type::Table));
        painter.setPen(theme.color(Role::Text3));
        painter.drawText(QRectF(box.left(), box.bottom(), width, captionHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(painter.font()).elidedText(content.compared, Qt::ElideRight, width));
    }
    if (isOverLine)
        paintSparkline(painter, {box.left(), bottom + loneLineGap, std::min(loneLineWidth, width), below},
                       *content.course, number.series, theme);
}

SheetBody numberSheetBody(const NumberContent &content)
{
    return {[content](QPainter &painter, const QSizeF &size, const Theme &theme) {
                paintNumbers(painter, size, content, theme);
            },
            numberSummary(content)};
}

NumberChart::NumberChart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("numberChart"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setContent({});
}

void NumberChart::setContent(const NumberContent &content)
{
    m_content = content;
    setAccessibleName(content.name.isEmpty() ? tr("Number") : content.name);
    setAccessibleDescription(numberSummary(content));
    update();
}

void NumberChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintNumbers(painter, size(), m_content, m_theme);
    if (m_showsFocus) {
        painter.setPen(QPen(m_theme.color(Role::Focus), 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void NumberChart::focusInEvent(QFocusEvent *event)
{
    m_showsFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason;
    update();
}

void NumberChart::focusOutEvent(QFocusEvent *)
{
    m_showsFocus = false;
    update();
}
