// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/answer_table.h"
#include "ui/shell/answer_view.h"

#include <optional>

class ResultTable;

// A table: the numbers are all there is.
class TableView : public AnswerView
{
    Q_OBJECT
public:
    explicit TableView(const Theme &theme, QObject *parent = nullptr);

    QWidget *chart() override;
    bool isTable() const override { return true; }
    void setAnswer(const Answered &answered) override;
    void setComparison(const Comparison *comparison) override;
    void setEmpty(const Answered &answered) override;
    void clear() override;
    void setDimmed(bool dimmed) override;
    SheetBody sheetBody() const override;

private:
    ResultTable *m_table;
    std::optional<Answered> m_answered;
    AnswerTablePtr m_shown; // never null
};
