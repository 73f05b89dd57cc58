// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_shape.h"
#include "ui/charts/time_axis.h"
#include "ui/shell/answer_view.h"

class ChartSurface;
class SeriesLegend;

// A trend: lines, areas or bars over time and the legend of its series.
class TrendView : public AnswerView
{
    Q_OBJECT
public:
    explicit TrendView(const Theme &theme, QObject *parent = nullptr);

    QWidget *chart() override;
    QWidget *side() override;
    void setDimmed(bool dimmed) override;
    SheetBody sheetBody() const override;

    // Stacked or not, and the scale; the form is that of each answer.
    void setShape(const ChartShape &shape);
    bool isZoomed() const;
    void showAllTime();
    void askForRangeInSight();
    const std::set<int> &hiddenSeries() const;
    void setAllHidden(bool hidden);

Q_SIGNALS:
    void lookChanged(); // zoomed, or series hidden
    void rangeWanted(const TimeSpan &span); // the zoom as a question; `to` is exclusive

protected:
    void showAnswer() override;
    void showBesides() override;
    void showEmpty(const Answered &answered) override;
    void showNothing() override;

private:
    void showLegend();
    void askForRange(TimeSpan span);
    void askForUsersAt(int series, int bucket);

    const Theme &m_theme;
    ChartSurface *m_chart;
    SeriesLegend *m_legend;
};
