// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_column_delegate.h"

#include "ui/import/import_models.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QTableView>
#include <QTimer>

using namespace datasets::v1;

namespace {

constexpr int chevronSize = 16;
constexpr int textInset = 8;

QRect fieldIn(const QRect &cell)
{
    return cell.adjusted(4, 2, -4, -3);
}

bool isEditable(const QModelIndex &index)
{
    return index.flags().testFlag(Qt::ItemIsEditable);
}

} // namespace

void ImportColumnDelegate::install(const Theme &theme, QTableView &table, int rowHeight)
{
    table.setItemDelegate(new ImportColumnDelegate(theme, rowHeight, &table));
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    const auto edit = [&table](const QModelIndex &index) {
        if (isEditable(index) && table.indexWidget(index) == nullptr)
            table.edit(index);
    };
    connect(&table, &QTableView::clicked, &table, edit);
    connect(&table, &QTableView::activated, &table, edit);
}

QRect ImportColumnDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    const QRect box = ImportCellDelegate::paintGround(painter, option, index);
    if (!isEditable(index))
        return box;
    const QRect field = fieldIn(option.rect);
    painter.setPen(QPen(theme().color(::Role::LineStrong), 1));
    painter.setBrush(theme().color(::Role::Control));
    painter.drawRoundedRect(QRectF(field).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    QRect words = field.adjusted(textInset, 0, -textInset, 0);
    if (index.column() == FileColumnModel::BecomesColumn) {
        const QPixmap chevron = theme().pixmap(QStringLiteral("chevron-down"), ::Role::Text2,
                                               painter.device()->devicePixelRatioF(), chevronSize);
        painter.drawPixmap(words.right() - chevronSize + 1, words.center().y() - chevronSize / 2 + 1, chevron);
        words.setRight(words.right() - chevronSize);
    }
    return words;
}

QSize ImportColumnDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize words = ImportCellDelegate::sizeHint(option, index);
    return isEditable(index) ? words + QSize(2 * chevronSize, 0) : words;
}

QWidget *ImportColumnDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                            const QModelIndex &index) const
{
    const QString column = index.siblingAtColumn(FileColumnModel::NameColumn).data().toString();
    if (index.column() == FileColumnModel::PropertyColumn) {
        auto *field = new QLineEdit(parent);
        field->setObjectName(QStringLiteral("importPropertyName"));
        field->setAccessibleName(tr("Name of %1 in the project").arg(column));
        return field;
    }
    auto *choice = new QComboBox(parent);
    choice->setObjectName(QStringLiteral("importBecomes"));
    choice->setAccessibleName(tr("What %1 becomes").arg(column));
    for (const ColumnRole role :
         {COLUMN_ROLE_PROPERTY, COLUMN_ROLE_LEFT_OUT, COLUMN_ROLE_EVENT, COLUMN_ROLE_TIME, COLUMN_ROLE_USER})
        choice->addItem(partName(role), int(role));
    const auto take = [this, choice] {
        auto *self = const_cast<ImportColumnDelegate *>(this); // its signals are not const
        Q_EMIT self->commitData(choice);
        Q_EMIT self->closeEditor(choice);
    };
    connect(choice, &QComboBox::activated, choice, take);
    QTimer::singleShot(0, choice, &QComboBox::showPopup);
    return choice;
}

void ImportColumnDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *choice = qobject_cast<QComboBox *>(editor))
        choice->setCurrentIndex(choice->findData(index.data(Qt::EditRole)));
    else if (auto *field = qobject_cast<QLineEdit *>(editor))
        field->setText(index.data(Qt::EditRole).toString());
}

void ImportColumnDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *choice = qobject_cast<QComboBox *>(editor))
        model->setData(index, choice->currentData());
    else if (const auto *field = qobject_cast<QLineEdit *>(editor))
        model->setData(index, field->text());
}

void ImportColumnDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                                const QModelIndex &) const
{
    editor->setGeometry(fieldIn(option.rect));
}
