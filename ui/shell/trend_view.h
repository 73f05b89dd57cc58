// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/answer_view.h"

class ChartSurface;
class SeriesLegend;

// A trend: lines over time and the legend of its series.
class TrendView : public AnswerView
{
    Q_OBJECT
public:
    explicit TrendView(const Theme &theme, QObject *parent = nullptr);

    QWidget *chart() override;
    QWidget *side() override;
    void setAnswer(const Answered &answered) override;
    void setEmpty(const Answered &answered) override;
    void clear() override;
    void setDimmed(bool dimmed) override;
    SheetBody sheetBody() const override;

private:
    const Theme &m_theme;
    ChartSurface *m_chart;
    SeriesLegend *m_legend;
    std::optional<Answered> m_answered; // whose legend is shown
};
