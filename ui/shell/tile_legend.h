// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/query_controller.h"
#include "ui/charts/series_legend.h"

#include <QWidget>

// The series of a tile's chart in one line: swatches and names, as many as have room and "+3". Hidden with fewer than
// two.
class TileLegend : public QWidget
{
    Q_OBJECT
public:
    explicit TileLegend(const Theme &theme, QWidget *parent = nullptr);

    void setRows(std::vector<LegendRow> rows); // the most important first

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    std::vector<LegendRow> m_rows;
};

// The largest first, as in the list beside a chart; Other stays last. Of a funnel's groups those that are drawn, by how
// many began. None for an empty answer and where colours mean nothing.
std::vector<LegendRow> tileLegendRows(const Answered &answered, const Theme &theme);
