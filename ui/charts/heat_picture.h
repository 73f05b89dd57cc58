// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/heat_geometry.h"

#include <QPainter>

#include <vector>

// Draws retention as a heatmap. Made for one content and scheme, so that drawing again while scrolling is cheap: only
// what is in view is drawn.
class HeatPicture
{
public:
    // All outlive the picture.
    HeatPicture(const RetentionContent &content, const Theme &theme, const HeatGeometry &geometry);

    // The row of `current` is marked, its cell framed.
    void paint(QPainter &painter, const std::optional<HeatPlace> &current) const;

private:
    void paintHead(QPainter &painter, const std::optional<HeatPlace> &current) const;
    void paintRowNames(QPainter &painter, const std::optional<HeatPlace> &current) const;
    void paintMeans(QPainter &painter) const;
    void paintChanges(QPainter &painter) const;
    void paintLeftOut(QPainter &painter) const;
    void paintCells(QPainter &painter) const;
    void paintDots(QPainter &painter) const;
    void paintCell(QPainter &painter, const HeatPlace &place, const HeatStep &step, bool isUnfinished) const;
    HeatStep stepFor(int period, double rate) const;

    const RetentionContent &m_content;
    const Theme &m_theme;
    const HeatGeometry &m_geometry;
    RetentionText m_text;
    QFont m_font;
    QFont m_strong;
    QFont m_numbers; // in cells
    QFont m_strongNumbers;
    std::vector<HeatStep> m_steps; // of the heat scale
};
