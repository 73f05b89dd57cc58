// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/heat_geometry.h"

#include <QPainter>

// Retention by period as lines: the weighted mean and, behind it, every cohort (the middle half of many), or the means
// of the largest groups when all of them are shown together. Finished cells only, period 0 left out.
class RetentionCurve
{
public:
    // Both outlive the curve.
    RetentionCurve(const RetentionContent &content, const Theme &theme);

    // `place` holds labels and plot.
    void layOut(const QRectF &place);
    void paint(QPainter &painter) const;
    void paintCohort(QPainter &painter, const HeatPlace &current) const; // over the others

    struct Key
    {
        QString name;
        SeriesLook look;
        double width = 1; // px of the line
        bool isBand = false;
    };
    std::vector<Key> keys() const;
    Key cohortKey(int row) const;
    void paintKey(QPainter &painter, const QRectF &row, const Key &key) const;

private:
    int lastPeriod() const;
    QPointF point(int period, double rate) const;
    template <typename RateAt>
    QList<QLineF> line(int periods, RateAt rateAt) const;
    QList<QLineF> cohortLine(int row) const;
    QList<QLineF> meanLine(const RetentionTable &table) const;
    void paintAxes(QPainter &painter) const;
    void paintBand(QPainter &painter) const;
    SeriesLook groupLook(int group) const;
    int groupCount() const; // that have a line
    bool hasManyCohorts() const;

    const RetentionContent &m_content;
    const Theme &m_theme;
    ValueScale m_scale; // that of the colours, but of many cohorts only what is drawn: small ones reach 100 %
    std::vector<double> m_low; // of the middle half of many cohorts, by period
    std::vector<double> m_high;
    QRectF m_plot;
};
