// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/number_view.h"

#include "ui/charts/dim.h"
#include "ui/charts/number_chart.h"
#include "ui/shell/answer_numbers.h"

NumberView::NumberView(const Theme &theme, QObject *parent)
    : AnswerView(parent)
    , m_chart(new NumberChart(theme))
{
}

QWidget *NumberView::chart()
{
    return m_chart;
}

void NumberView::showAnswer()
{
    m_chart->setContent(numberContent(*answered(), comparison(), course()));
}

void NumberView::showBesides()
{
    showAnswer();
}

void NumberView::showEmpty(const Answered &)
{
    m_chart->setContent({});
}

void NumberView::showNothing()
{
    m_chart->setContent({});
}

void NumberView::setDimmed(bool dimmed)
{
    dim(*m_chart, dimmed);
}

SheetBody NumberView::sheetBody() const
{
    return numberSheetBody(m_chart->content());
}
