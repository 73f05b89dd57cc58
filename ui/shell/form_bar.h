// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "ui/charts/chart_shape.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;

// The forms that a trend can be shown in, and the scale of its values. Which form is checked follows what it is given,
// not the click: the question decides.
class FormBar : public QWidget
{
    Q_OBJECT
public:
    explicit FormBar(const Theme &theme, QWidget *parent = nullptr);

    void setVisualization(insights::v1::Visualization visualization);
    // `stackedBars` and `scale`; the form is that of the visualization.
    void setShape(const ChartShape &shape);
    // Several series: stacks have no log scale, one series has.
    void setSeveralSeries(bool several);
    // As a click on it: `stackedBars` says which of the bars.
    void chooseForm(insights::v1::Visualization visualization, bool stackedBars);
    void chooseScale(ScaleKind scale);

Q_SIGNALS:
    void formChosen(insights::v1::Visualization visualization);
    void shapeChosen(const ChartShape &shape); // by the user

private:
    void createForms();
    void createScales();
    void showForm();
    void showScale();
    void choose(int form);

    const Theme &m_theme;
    QButtonGroup *m_forms;
    QComboBox *m_scale;
    insights::v1::Visualization m_visualization = insights::v1::VISUALIZATION_LINE;
    ChartShape m_shape;
    bool m_severalSeries = false;
};

// Trends, tables and numbers answer one question: one goes from one to the other.
bool hasForms(const insights::v1::QuerySpec &spec);
// The form a trend of this visualization is drawn in.
ChartForm chartFormOf(insights::v1::Visualization visualization);
