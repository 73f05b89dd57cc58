// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

class QLabel;
class QTableView;

// Cells of the import page, by the roles of ImportCellRole: a line under each, one line of text, a bar before a share.
class ImportCellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    ImportCellDelegate(const Theme &theme, int rowHeight, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    const Theme &theme() const { return m_theme; }
    // Under the words; answers their place.
    virtual QRect paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

private:
    const Theme &m_theme;
    const int m_rowHeight;
};

// Names over columns in up to two lines.
class ImportHeader : public QHeaderView
{
    Q_OBJECT
public:
    ImportHeader(const Theme &theme, int height, QWidget *parent);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;

private:
    const Theme &m_theme;
    const int m_height;
};

// A table of the page: rows are read, not edited, unless its delegate is another.
QTableView *importTable(const Theme &theme, QAbstractItemModel &model, int rowHeight, int headerHeight,
                        QWidget *parent);
// Gives every column the width of what it shows, within bounds.
void fitImportColumns(QTableView &table);
// Plain words that give way when there is no room for them.
QLabel *importLabel(const Theme &theme, Type type, const char *tone, const char *name);
