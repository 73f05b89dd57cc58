// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/legend_delegate.h"

#include "ui/charts/change_mark.h"

#include <QPainter>

namespace {

constexpr int swatchSize = 12;
constexpr int edge = 8; // px inside a row, left and right
constexpr int swatchGap = 8;
constexpr int rowHeight = 28;
constexpr double hiddenOpacity = 0.5; // of a change

} // namespace

void paintSwatch(QPainter &painter, const QRectF &place, const SeriesLook &look, bool hollow, const QColor &ground)
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (hollow) {
        painter.setPen(QPen(look.color, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(place.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.color);
    painter.drawRoundedRect(place, 3, 3);
    const int slits = look.dash.size() == 0 ? 0 : look.dash.size() == 2 ? 1 : 2;
    for (int i = 1; i <= slits; ++i) {
        const double x = place.left() + place.width() * i / (slits + 1);
        painter.fillRect(QRectF(x - 0.75, place.top(), 1.5, place.height()), ground);
    }
}

LegendDelegate::LegendDelegate(const Theme &theme, const LegendModel &model, const LegendProxy &proxy, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_model(model)
    , m_proxy(proxy)
{
}

void LegendDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                 int series) const
{
    const bool isAlone = m_model.isAlone(series);
    if (!isAlone && series != m_highlighted && !(option.state & QStyle::State_HasFocus))
        return;
    // Each cell paints its part of a rounded row.
    QRectF ground = option.rect;
    if (index.column() != m_model.columnCount() - 1)
        ground.setRight(ground.right() + 8);
    if (index.column() != LegendModel::NameColumn)
        ground.setLeft(ground.left() - 8);
    painter->setClipRect(option.rect);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.color(isAlone ? Role::Selected : Role::Hover));
    painter->drawRoundedRect(ground, 4, 4);
}

void LegendDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int series = m_proxy.seriesAt(index);
    const LegendRow &row = m_model.row(series);
    const bool hidden = m_model.isHidden(series);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(painter, option, index, series);

    painter->setFont(m_theme.font(Type::Base));
    const QColor ink = m_theme.color(hidden ? Role::Text3 : Role::Text);
    const QString text = index.data(Qt::DisplayRole).toString();
    QRect box = option.rect.adjusted(edge, 0, -edge, 0);
    if (index.column() == LegendModel::NameColumn) {
        const QRectF place(box.left(), box.center().y() - swatchSize / 2 + 1, swatchSize, swatchSize);
        paintSwatch(*painter, place, row.look, hidden, m_theme.color(Role::Surface));
        painter->setPen(ink);
        box.setLeft(box.left() + swatchSize + swatchGap);
        box.setRight(option.rect.right());
        const QString fitting = painter->fontMetrics().elidedText(text, Qt::ElideMiddle, box.width());
        painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, fitting);
    } else if (index.column() == LegendModel::ChangeColumn && row.change) {
        painter->setOpacity(hidden ? hiddenOpacity : 1);
        painter->setFont(m_theme.font(Type::Table));
        paintChange(*painter, box, *row.change, m_theme);
    } else {
        painter->setPen(ink);
        painter->drawText(box, Qt::AlignRight | Qt::AlignVCenter, text);
    }
    painter->restore();
}

QSize LegendDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics metrics(m_theme.font(Type::Base));
    const auto &change = m_model.row(m_proxy.seriesAt(index)).change;
    if (change && index.column() == LegendModel::ChangeColumn)
        return {int(changeWidth(QFontMetricsF(m_theme.font(Type::Table)), *change)) + edge, rowHeight};
    return {metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + 2 * edge, rowHeight};
}
