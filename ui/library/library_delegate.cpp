// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_delegate.h"

#include "ui/library/library_model.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QPainter>

namespace {

constexpr int rowHeight = 28;
constexpr int sectionHeight = 28;
constexpr int sectionGap = 12; // above all but the first
constexpr int margin = 8; // of the plate of a row
constexpr int padding = 8; // in it
constexpr int iconSize = 16;
constexpr int step = 20; // px a level
constexpr int gap = 8;
constexpr qreal radius = 4;

QRect plateOf(const QRect &row)
{
    return row.adjusted(margin, 1, -margin, -1);
}

int iconLeft(const QRect &plate, const QModelIndex &index)
{
    return plate.left() + padding + step * (index.data(LibraryModel::DepthRole).toInt() - 1);
}

bool hasPlus(const QModelIndex &index)
{
    const auto *model = static_cast<const LibraryModel *>(index.model());
    return model->place(index).row != LibraryRow::History;
}

LibraryRow rowOf(const QModelIndex &index)
{
    return static_cast<const LibraryModel *>(index.model())->place(index).row;
}

} // namespace

LibraryDelegate::LibraryDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QRect LibraryDelegate::plusRect(const QRect &row)
{
    const QRect plate = plateOf(row);
    return {plate.right() - padding - iconSize + 1, plate.bottom() - (sectionHeight + iconSize) / 2 + 2, iconSize,
            iconSize};
}

QSize LibraryDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool isHead = isSection(rowOf(index));
    const int height = isHead ? sectionHeight + (index.row() == 0 ? 0 : sectionGap) : rowHeight;
    return {0, height}; // as wide as the view
}

void LibraryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    isSection(rowOf(index)) ? paintSection(*painter, option, index) : paintRow(*painter, option, index);
    painter->restore();
}

static void paintFocus(QPainter &painter, const QStyleOptionViewItem &option, const QRectF &plate, const Theme &theme)
{
    constexpr auto byKey = QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange;
    if ((option.state & byKey) != byKey)
        return;
    painter.setPen(QPen(theme.color(Role::Focus), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(plate.adjusted(1, 1, -1, -1), radius, radius);
}

void LibraryDelegate::paintSection(QPainter &painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    QRect plate = plateOf(option.rect);
    plate.setTop(plate.bottom() - sectionHeight + 3);
    QFont font = m_theme.font(Type::Table);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(m_theme.color(Role::Text2));
    painter.drawText(plate.adjusted(padding, 0, -padding, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     index.data().toString());
    if (hasPlus(index)) {
        const bool isHovered = option.state & QStyle::State_MouseOver;
        m_theme.icon(QStringLiteral("plus"), isHovered ? Role::Text : Role::Text2)
            .paint(&painter, plusRect(option.rect));
    }
    paintFocus(painter, option, plate, m_theme);
}

void LibraryDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect plate = plateOf(option.rect);
    const bool isHint = rowOf(index) == LibraryRow::Hint;
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected || (option.state & QStyle::State_MouseOver && !isHint)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(isSelected ? Role::Selected : Role::Hover));
        painter.drawRoundedRect(plate, radius, radius);
    }
    int left = iconLeft(plate, index);
    if (const QString icon = index.data(LibraryModel::IconRole).toString(); !icon.isEmpty()) {
        const QRect place(left, plate.center().y() - iconSize / 2 + 1, iconSize, iconSize);
        m_theme.icon(icon, isSelected ? Role::Link : Role::Text2).paint(&painter, place);
        left += iconSize + gap;
    }
    const QString aside = index.data(LibraryModel::AsideRole).toString();
    int right = plate.right() - padding;
    if (!aside.isEmpty()) {
        painter.setFont(m_theme.font(Type::Axis));
        painter.setPen(m_theme.color(isSelected ? Role::Text2 : Role::Text3));
        painter.drawText(QRect(plate.left(), plate.top(), right - plate.left(), plate.height()),
                         Qt::AlignRight | Qt::AlignVCenter, aside);
        right -= painter.fontMetrics().horizontalAdvance(aside) + gap;
    }
    painter.setFont(m_theme.font(isHint ? Type::Table : Type::Base));
    painter.setPen(m_theme.color(isHint ? Role::Text3 : isSelected ? Role::Link : Role::Text));
    const QRect words(left, plate.top(), right - left, plate.height());
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    paintFocus(painter, option, plate, m_theme);
}

QWidget *LibraryDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const
{
    auto *field = new QLineEdit(parent);
    field->setObjectName(QStringLiteral("libraryName"));
    field->setAccessibleName(tr("Name"));
    Q_EMIT editingBegan();
    return field;
}

void LibraryDelegate::destroyEditor(QWidget *editor, const QModelIndex &index) const
{
    QStyledItemDelegate::destroyEditor(editor, index);
    Q_EMIT editingEnded();
}

void LibraryDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &index) const
{
    QRect place = plateOf(option.rect);
    place.setLeft(iconLeft(place, index) + iconSize);
    editor->setGeometry(place);
}
