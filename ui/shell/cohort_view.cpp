// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/cohort_view.h"

#include "ui/charts/retention_sheet.h"
#include "ui/charts/retention_view.h"
#include "ui/shell/answer_numbers.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

CohortView::CohortView(const Theme &theme, QObject *parent)
    : AnswerView(parent)
    , m_chart(new RetentionView(theme))
    , m_units(new QWidget)
{
    m_units->setAccessibleName(tr("What the cells show"));
    auto *row = new QHBoxLayout(m_units);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    new QButtonGroup(m_units); // exclusive
    addUnit(tr("Rates"), 0, true);
    addUnit(tr("Users"), 1, false);
    connect(m_chart, &RetentionView::usersWanted, this, [this](const catalog::v1::RetentionPlace &place) {
        catalog::v1::ListUsersRequest request;
        *request.mutable_retention() = place;
        askForUsers(std::move(request));
    });
}

void CohortView::addUnit(const QString &name, int place, bool showsRates)
{
    auto *button = new QToolButton(m_units);
    button->setObjectName(showsRates ? QStringLiteral("retentionRates") : QStringLiteral("retentionUsers"));
    button->setText(name);
    button->setAccessibleName(showsRates ? tr("Show rates") : tr("Show numbers of users"));
    Theme::setSegment(*button, place, 2);
    button->setCheckable(true);
    button->setChecked(showsRates == m_chart->showsRates());
    m_units->findChild<QButtonGroup *>()->addButton(button);
    m_units->layout()->addWidget(button);
    connect(button, &QToolButton::toggled, this, [this, showsRates](bool isOn) {
        if (isOn)
            m_chart->setShowsRates(showsRates);
    });
}

QWidget *CohortView::chart()
{
    return m_chart;
}

void CohortView::showAnswer()
{
    m_chart->setAnswer(answered()->frames, answered()->spec);
}

void CohortView::showBesides()
{
    const Comparison *other = comparison();
    m_chart->setComparison(other ? other->frames.get() : nullptr, other ? other->spec : answered()->spec,
                           comparedWords(*answered(), other));
}

void CohortView::showEmpty(const Answered &)
{
    m_chart->clear();
}

void CohortView::showNothing()
{
    m_chart->clear();
}

void CohortView::setDimmed(bool dimmed)
{
    m_chart->setDimmed(dimmed);
}

void CohortView::setCompact()
{
    m_chart->setCompact();
}

SheetBody CohortView::sheetBody() const
{
    return retentionSheetBody(m_chart->content());
}
