// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

// The cells of a table of numbers: room at their sides, a line under each row, single-line text; a swatch before the
// name of a series, a quiet bar behind a number, totals set stronger.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int padding = 12; // px

    CellDelegate(const Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintBar(QPainter &painter, const QRect &cell, double share) const;
    void paintText(QPainter &painter, const QRect &cell, const QModelIndex &index) const;

    const Theme &m_theme;
};
