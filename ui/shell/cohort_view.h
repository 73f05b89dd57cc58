// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/answer_view.h"

#include <optional>

class RetentionView;

// Retention: cohorts by periods. Whether cells show rates or users is chosen in the header of the question.
class CohortView : public AnswerView
{
    Q_OBJECT
public:
    explicit CohortView(const Theme &theme, QObject *parent = nullptr);

    QWidget *chart() override;
    QWidget *form() override { return m_units; }
    void setAnswer(const Answered &answered) override;
    void setComparison(const Comparison *comparison) override;
    void setEmpty(const Answered &answered) override;
    void clear() override;
    void setDimmed(bool dimmed) override;
    SheetBody sheetBody() const override;

private:
    void addUnit(const QString &name, const QString &segment, bool showsRates);

    RetentionView *m_chart;
    QWidget *m_units;
    std::optional<Answered> m_answered; // what is shown
};
