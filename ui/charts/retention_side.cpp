// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/retention_side.h"

#include "ui/charts/heat_cell.h"
#include "ui/text/number_text.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace {

constexpr double padding = 16;
constexpr double verticalPadding = 12;
constexpr double curveTop = 102;
constexpr double titleHeight = 22;
constexpr double leastPlot = 116; // px with its labels
constexpr double mostPlot = 240;
constexpr double keyHeight = 20;
constexpr double columnGap = 8; // between names of groups
constexpr double scaleHeight = 64;
constexpr double swatchHeight = 32;
constexpr double blockGap = 16;
constexpr double barHeight = 12;
constexpr int barSteps = 64;

QFont strong(const Theme &theme)
{
    QFont font = theme.font(Type::Table);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

RetentionSidePicture::RetentionSidePicture(const RetentionContent &content, const Theme &theme, const QRectF &place)
    : m_content(content)
    , m_theme(theme)
    , m_place(place.adjusted(padding, verticalPadding, -padding, -verticalPadding))
    , m_curve(content, theme)
{
    const double room = m_place.height() - curveTop - titleHeight - belowPlot();
    const double plot = std::clamp(room, leastPlot, mostPlot);
    const double plotTop = m_place.top() + curveTop + titleHeight;
    m_curve.layOut({m_place.left(), plotTop, m_place.width(), plot});
    m_keysTop = plotTop + plot + 4;
    m_scaleTop = keyPlace(keyCount()).bottom() + blockGap;
}

int RetentionSidePicture::keyCount() const
{
    return int(m_curve.keys().size());
}

// Groups stand in two columns under their mean.
QRectF RetentionSidePicture::keyPlace(int key) const
{
    const int groups = keyCount() - 1;
    const bool isPaired = groups > 1;
    const int groupRows = isPaired ? (groups + 1) / 2 : groups;
    if (key == 0)
        return line(m_keysTop, keyHeight);
    if (key > groups)
        return line(m_keysTop + (1 + groupRows) * keyHeight, keyHeight);
    if (!isPaired)
        return line(m_keysTop + key * keyHeight, keyHeight);
    const double width = (m_place.width() - columnGap) / 2;
    const int row = (key - 1) % groupRows;
    const int column = (key - 1) / groupRows;
    return {m_place.left() + column * (width + columnGap), m_keysTop + (1 + row) * keyHeight, width, keyHeight};
}

double RetentionSidePicture::belowPlot() const
{
    const double keys = keyPlace(keyCount()).bottom() - keyPlace(0).top();
    return 4 + keys + blockGap + scaleHeight + (m_content.unfinishedFrom ? swatchHeight : 0);
}

double RetentionSidePicture::leastHeight() const
{
    return curveTop + titleHeight + leastPlot + belowPlot() + 2 * verticalPadding;
}

QRectF RetentionSidePicture::line(double top, double height) const
{
    return {m_place.left(), top, m_place.width(), height};
}

void RetentionSidePicture::paint(QPainter &painter) const
{
    if (m_content.isEmpty())
        return;
    paintMean(painter);
    painter.setFont(strong(m_theme));
    painter.setPen(m_theme.color(Role::Text));
    painter.drawText(line(m_place.top() + curveTop - 10, keyHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     RetentionText::tr("Retention curve"));
    m_curve.paint(painter);
    const auto keys = m_curve.keys();
    for (int key = 0; key < keyCount(); ++key)
        m_curve.paintKey(painter, keyPlace(key), keys[std::size_t(key)]);
    paintScale(painter);
}

void RetentionSidePicture::paintCohort(QPainter &painter, const HeatPlace &current) const
{
    if (current.row < 0)
        return;
    m_curve.paintCohort(painter, current);
    m_curve.paintKey(painter, keyPlace(keyCount()), m_curve.cohortKey(current.row));
}

void RetentionSidePicture::paintMean(QPainter &painter) const
{
    const RetentionText text(m_content);
    const RetentionTable &table = m_content.shown();
    const int period = std::min(1, table.periods() - 1);
    if (period < 0)
        return;
    const auto said = [&](double top, double height, const QFont &font, Role role, const QString &words) {
        painter.setFont(font);
        painter.setPen(m_theme.color(role));
        painter.drawText(line(m_place.top() + top, height), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(font).elidedText(words, Qt::ElideRight, m_place.width()));
    };
    said(0, 20, m_theme.font(Type::Table), Role::Text2, text.meanOf(period));
    const QString mean = rateText(table.means[std::size_t(period)].rate());
    said(22, 28, m_theme.font(Type::KpiSmall), Role::Text, mean);
    said(52, 16, m_theme.font(Type::Axis), Role::Text3, text.basisOf(period));
    const auto change = meanChange(m_content, period);
    if (!change)
        return;
    const double after = QFontMetricsF(m_theme.font(Type::KpiSmall)).horizontalAdvance(mean) + 10;
    painter.setFont(m_theme.font(Type::Table));
    const double width = changeWidth(QFontMetricsF(painter.font()), *change);
    paintChange(painter, line(m_place.top() + 26, 24).translated(after, 0).adjusted(0, 0, width - m_place.width(), 0),
                *change, m_theme);
    said(68, 16, m_theme.font(Type::Axis), Role::Text3, m_content.compared);
}

void RetentionSidePicture::paintScale(QPainter &painter) const
{
    painter.setFont(strong(m_theme));
    painter.setPen(m_theme.color(Role::Text));
    painter.drawText(line(m_scaleTop, keyHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     RetentionText::tr("Share that came back"));
    const QRectF bar(m_place.left(), std::floor(m_scaleTop + 26), std::floor(m_place.width()), barHeight);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int i = 0; i < barSteps; ++i) {
        const double from = std::round(bar.left() + bar.width() * i / barSteps);
        const double to = std::round(bar.left() + bar.width() * (i + 1) / barSteps);
        painter.fillRect(QRectF(from, bar.top(), to - from, barHeight), m_theme.heat((i + 0.5) / barSteps).fill);
    }
    painter.setFont(m_theme.font(Type::Axis));
    painter.setPen(m_theme.color(Role::Text3));
    const ValueScale &scale = m_content.scale;
    for (int i = 0; i <= scale.intervals; ++i) {
        const QString text = rateTick(scale, i);
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 1;
        const double x = bar.left() + bar.width() * i / scale.intervals - width / 2;
        painter.drawText(QRectF(std::clamp(x, bar.left(), bar.right() - width), bar.bottom() + 4, width, 16),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
    }
    if (!m_content.unfinishedFrom)
        return;
    const QRectF row = line(m_scaleTop + scaleHeight + 8, 20);
    paintHeatCell(painter, QRectF(row.left(), row.top(), 28, 20), m_theme.heat(0.5), true);
    painter.setFont(m_theme.font(Type::Table));
    painter.setPen(m_theme.color(Role::Text2));
    painter.drawText(row.adjusted(36, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     RetentionText::tr("%1, unfinished").arg(m_content.buckets.plate(*m_content.unfinishedFrom)));
}

RetentionSide::RetentionSide(const RetentionContent &content, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_content(content)
    , m_theme(theme)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void RetentionSide::redraw()
{
    m_kept = {};
    setMinimumHeight(int(std::ceil(RetentionSidePicture(m_content, m_theme, rect()).leastHeight())));
    update();
}

void RetentionSide::setCurrent(const std::optional<HeatPlace> &current)
{
    if (m_current == current)
        return;
    m_current = current;
    update();
}

void RetentionSide::paintEvent(QPaintEvent *)
{
    const QSize pixels = (QSizeF(size()) * devicePixelRatioF()).toSize();
    if (m_kept.size() != pixels) {
        m_kept = QPixmap(pixels);
        m_kept.setDevicePixelRatio(devicePixelRatioF());
        m_kept.fill(m_theme.color(Role::Surface));
        m_picture.emplace(m_content, m_theme, rect());
        QPainter painter(&m_kept);
        m_picture->paint(painter);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(m_theme.color(Role::Line), 1));
        painter.drawLine(QPointF(0.5, 0), QPointF(0.5, height()));
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_kept);
    if (m_current)
        m_picture->paintCohort(painter, *m_current);
}
