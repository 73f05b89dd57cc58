// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/event_section.h"

#include "query/check.h"
#include "ui/builder/controls.h"
#include "ui/builder/event_rows.h"
#include "ui/builder/field_hint.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using insights::v1::EventSelector;
using insights::v1::QuerySpec;

namespace {

constexpr int gap = 4;

}

EventSection::EventSection(const Theme &theme, DraftQuery &draft, Catalog &catalog, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
{
    createWidgets(theme, catalog);
    arrange();
    connectSignals();
}

void EventSection::createWidgets(const Theme &theme, Catalog &catalog)
{
    setObjectName("eventSection");
    m_title = sectionTitle(theme, {}, this);
    m_title->setObjectName("eventsTitle");
    m_rows = new EventRows(theme, catalog, this);
    m_hint = new FieldHint(theme, this);
    m_hint->setObjectName("eventsHint");
    m_add = addButton(theme, {}, this);
    m_add->setObjectName("addEvent");
}

void EventSection::arrange()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_title);
    layout->addWidget(m_rows);
    layout->addWidget(m_hint);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
}

void EventSection::connectSignals()
{
    connect(m_add, &QToolButton::clicked, m_rows, &EventRows::addRow);
    connect(m_rows, &EventRows::edited, this, [this](const std::vector<EventSelector> &events, const QString &what) {
        QuerySpec spec = m_draft.spec();
        setEvents(spec, events);
        m_draft.editSpec(spec, what);
    });
    connect(m_rows, &EventRows::placesChanged, this, [this] {
        m_add->setVisible(!m_rows->hasSpare() && !m_rows->isFull()); // else there is a place for one more, or none
    });
    connect(m_rows, &EventRows::dragAbandoned, this, [this] { showSpec(m_draft.spec(), check(m_draft.spec())); });
}

void EventSection::showSpec(const QuerySpec &spec, const Violations &problems)
{
    m_rows->showSpec(spec, problems);
    showKind(kindOf(spec));
    showHint(kindOf(spec));
}

void EventSection::showKind(QuestionKind kind)
{
    m_title->setText(kind == QuestionKind::Trend        ? tr("Events")
                         : kind == QuestionKind::Funnel ? tr("Steps")
                                                        : tr("Cohort and return"));
    m_add->setText(kind == QuestionKind::Funnel ? tr("Add step") : tr("Add event"));
    m_add->setAccessibleName(m_add->text());
}

void EventSection::showHint(QuestionKind kind)
{
    const bool isTooMany = m_rows->named() > maximumFunnelSteps;
    if (kind == QuestionKind::Funnel && m_rows->isFull())
        m_hint->say(tr("A funnel has at most %1 steps.").arg(maximumFunnelSteps),
                    isTooMany ? FieldHint::Tone::Bad : FieldHint::Tone::Neutral);
    else
        m_hint->clearHint();
}

void EventSection::offerCatalog()
{
    m_rows->offerCatalog();
}

void EventSection::forgetPending()
{
    m_rows->forgetPending();
}

void EventSection::addEvent()
{
    m_rows->addRow();
}
