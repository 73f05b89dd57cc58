// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/answer_view.h"

class RetentionView;

// Retention: cohorts by periods. Whether cells show rates or users is chosen in the header of the question.
class CohortView : public AnswerView
{
    Q_OBJECT
public:
    explicit CohortView(const Theme &theme, QObject *parent = nullptr);

    QWidget *chart() override;
    QWidget *form() override { return m_units; }
    void setDimmed(bool dimmed) override;
    void setCompact() override;
    SheetBody sheetBody() const override;

protected:
    void showAnswer() override;
    void showBesides() override;
    void showEmpty(const Answered &answered) override;
    void showNothing() override;

private:
    void addUnit(const QString &name, int place, bool showsRates);

    RetentionView *m_chart;
    QWidget *m_units;
};
