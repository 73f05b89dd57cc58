// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/retention_curve.h"

#include <QPixmap>
#include <QWidget>

// Mean, curve and scale beside the heatmap.
class RetentionSidePicture
{
public:
    // Both outlive the picture.
    RetentionSidePicture(const RetentionContent &content, const Theme &theme, const QRectF &place);

    void paint(QPainter &painter) const;
    void paintCohort(QPainter &painter, const HeatPlace &current) const; // what hovering adds
    double leastHeight() const; // px, so that all of it is seen

private:
    void paintMean(QPainter &painter) const;
    void paintScale(QPainter &painter) const;
    QRectF keyPlace(int key) const; // from the first; the last is that of the hovered cohort
    int keyCount() const; // without it
    double belowPlot() const; // px
    QRectF line(double top, double height) const;

    const RetentionContent &m_content;
    const Theme &m_theme;
    QRectF m_place; // without padding
    RetentionCurve m_curve;
    double m_keysTop = 0;
    double m_scaleTop = 0;
};

inline constexpr int retentionSideWidth = 316; // px
inline constexpr int leastWidthWithRetentionSide = 720; // px of heatmap and side; the side gives way below

class RetentionSide : public QWidget
{
    Q_OBJECT
public:
    // Both outlive the widget.
    RetentionSide(const RetentionContent &content, const Theme &theme, QWidget *parent = nullptr);

    void redraw(); // the content is another
    void setCurrent(const std::optional<HeatPlace> &current);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const RetentionContent &m_content;
    const Theme &m_theme;
    std::optional<HeatPlace> m_current;
    std::optional<RetentionSidePicture> m_picture; // of m_kept
    QPixmap m_kept; // without what hovering adds
};
