// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/cell_delegate.h"

#include "ui/charts/answer_table_model.h"
#include "ui/charts/legend_delegate.h"

#include <QPainter>

static constexpr int swatchSize = 8;
static constexpr int swatchGap = 8;

CellDelegate::CellDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.color(Role::Selected));
    painter->setPen(m_theme.color(Role::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    paintBar(*painter, option.rect, index.data(AnswerTableModel::BarRole).toDouble());
    paintText(*painter, option.rect, index);
    if (option.state & QStyle::State_HasFocus) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_theme.color(Role::Focus), 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

void CellDelegate::paintBar(QPainter &painter, const QRect &cell, double share) const
{
    if (!(share > 0))
        return;
    QRectF bar = QRectF(cell).adjusted(padding / 2.0, 3, -padding / 2.0, -4);
    bar.setLeft(bar.right() - bar.width() * share);
    painter.fillRect(bar, m_theme.color(Role::InfoBg));
}

void CellDelegate::paintText(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    QFont font = m_theme.font(Type::Table);
    font.setWeight(index.data(AnswerTableModel::TotalRole).toBool() ? QFont::DemiBold : font.weight());
    QRect box = cell.adjusted(padding, 0, -padding, -1);
    if (const QVariant swatch = index.data(Qt::DecorationRole); swatch.isValid()) {
        const QRectF place(box.left(), box.center().y() - swatchSize / 2.0 + 0.5, swatchSize, swatchSize);
        paintSwatch(painter, place, {swatch.value<QColor>(), {}}, false, m_theme.color(Role::Surface));
        box.setLeft(box.left() + swatchSize + swatchGap);
    }
    const QVariant ink = index.data(Qt::ForegroundRole);
    painter.setFont(font);
    painter.setPen(ink.isValid() ? ink.value<QColor>() : m_theme.color(Role::Text));
    const QString text = painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, box.width());
    painter.drawText(box, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine, text);
}
