// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/answer_view.h"

class NumberChart;

// A KPI: a number per event.
class NumberView : public AnswerView
{
    Q_OBJECT
public:
    explicit NumberView(const Theme &theme, QObject *parent = nullptr);

    QWidget *chart() override;
    void setAnswer(const Answered &answered) override;
    void setEmpty(const Answered &answered) override;
    void clear() override;
    void setComparison(const Comparison *comparison) override;
    void setDimmed(bool dimmed) override;
    SheetBody sheetBody() const override;

private:
    NumberChart *m_chart;
    std::optional<Answered> m_answered;
};
