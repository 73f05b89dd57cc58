// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/table_view.h"

#include "ui/charts/result_table.h"
#include "ui/charts/table_sheet.h"
#include "ui/shell/answer_numbers.h"

static AnswerTablePtr nothing()
{
    return std::make_shared<CellTable>(std::vector<CellTable::Column>{}, std::vector<CellTable::Row>{}, QString());
}

TableView::TableView(const Theme &theme, QObject *parent)
    : AnswerView(parent)
    , m_table(new ResultTable(theme))
    , m_shown(nothing())
{
    m_table->setObjectName(QStringLiteral("answerTable"));
    m_table->setFoldable(false);
    connect(m_table, &ResultTable::copyTsvClicked, this, &AnswerView::copyTableClicked);
    connect(m_table, &ResultTable::csvClicked, this, &AnswerView::exportCsvClicked);
}

QWidget *TableView::chart()
{
    return m_table;
}

void TableView::showAnswer()
{
    m_shown = answerTable(*answered(), comparison());
    m_table->setTable(m_shown);
}

void TableView::showBesides()
{
    showAnswer();
}

void TableView::showEmpty(const Answered &answered)
{
    m_shown = answerTable(answered);
    m_table->clear(tr("0 rows"));
}

void TableView::showNothing()
{
    m_shown = nothing();
    m_table->clear(tr("no answer"));
}

void TableView::setCompact()
{
    m_table->setHeadShown(false);
}

void TableView::setDimmed(bool dimmed)
{
    m_table->setDimmed(dimmed);
}

SheetBody TableView::sheetBody() const
{
    return tableSheetBody(m_shown);
}
