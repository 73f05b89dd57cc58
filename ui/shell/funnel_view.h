// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/answer_view.h"

class FunnelChart;
class FunnelSide;

// A funnel: bars per step and the rates of its groups.
class FunnelView : public AnswerView
{
    Q_OBJECT
public:
    explicit FunnelView(const Theme &theme, QObject *parent = nullptr);

    QWidget *chart() override;
    QWidget *side() override;
    void setDimmed(bool dimmed) override;
    void setCompact() override;
    SheetBody sheetBody() const override;

protected:
    void showAnswer() override;
    void showBesides() override;
    void showEmpty(const Answered &answered) override;
    void showNothing() override;

private:
    FunnelChart *m_chart;
    FunnelSide *m_side;
};
