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
    void setDimmed(bool dimmed) override;
    SheetBody sheetBody() const override;

protected:
    void showAnswer() override;
    void showBesides() override;
    void showEmpty(const Answered &answered) override;
    void showNothing() override;

private:
    NumberChart *m_chart;
};
