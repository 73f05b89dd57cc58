// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class Theme;

// A completion row: the name with its matched letters semibold, what kind it is, and the count at the right.
class CompletionDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int rowHeight = 28;
    explicit CompletionDelegate(const Theme &theme, QObject *parent = nullptr);

    // As wide as the row in full.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int asideWidth(const QModelIndex &index) const;
    int paintAside(QPainter &painter, const QRect &rect, const QModelIndex &index) const; // returns its left edge
    void paintName(QPainter &painter, const QRect &rect, const QModelIndex &index) const;

    const Theme &m_theme;
};
