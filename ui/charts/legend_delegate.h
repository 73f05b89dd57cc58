// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/legend_model.h"

#include <QStyledItemDelegate>

// Paints a row of the legend: swatch (hollow when hidden), name, total; the ground of a row spans both columns.
class LegendDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    LegendDelegate(const Theme &theme, const LegendModel &model, const LegendProxy &proxy, QObject *parent);

    void setHighlighted(int series) { m_highlighted = series; }
    int highlighted() const { return m_highlighted; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, int series) const;

    const Theme &m_theme;
    const LegendModel &m_model;
    const LegendProxy &m_proxy;
    int m_highlighted = -1;
};

// The key of a series, 12 px: filled, with one or two slits where hues repeat; an outline when hidden.
void paintSwatch(QPainter &painter, const QRectF &place, const SeriesLook &look, bool hollow, const QColor &ground);
