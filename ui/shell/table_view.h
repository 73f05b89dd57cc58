// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/answer_table.h"
#include "ui/shell/answer_view.h"

class ResultTable;

// A table: the numbers are all there is.
class TableView : public AnswerView
{
    Q_OBJECT
public:
    explicit TableView(const Theme &theme, QObject *parent = nullptr);

    QWidget *chart() override;
    bool isTable() const override { return true; }
    void setDimmed(bool dimmed) override;
    void setCompact() override;
    SheetBody sheetBody() const override;

protected:
    void showAnswer() override;
    void showBesides() override;
    void showEmpty(const Answered &answered) override;
    void showNothing() override;

private:
    ResultTable *m_table;
    AnswerTablePtr m_shown; // never null
};
