// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/builder_panel.h"

#include "query/check.h"
#include "session/catalog.h"
#include "ui/builder/breakdown_section.h"
#include "ui/builder/builder_foot.h"
#include "ui/builder/event_section.h"
#include "ui/builder/filter_section.h"
#include "ui/builder/form_style.h"
#include "ui/builder/kind_switch.h"
#include "ui/builder/measure_section.h"
#include "ui/builder/row_layout.h"
#include "ui/builder/time_section.h"
#include "ui/builder/window_section.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace {

constexpr int padding = 12;
constexpr int sectionGap = 12;
constexpr int scrollMargin = 12;

} // namespace

BuilderPanel::BuilderPanel(DraftQuery &draft, Catalog &catalog, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_catalog(catalog)
{
    createWidgets(theme);
    arrange();
    connectSignals();
    offerCatalog();
    showDraft();
}

// Its children go after it and hand the focus on while they do.
BuilderPanel::~BuilderPanel()
{
    disconnect(qApp, nullptr, this, nullptr);
}

void BuilderPanel::createWidgets(const Theme &theme)
{
    setObjectName("builderPanel");
    setAccessibleName(tr("Question"));
    setStyleSheet(formStyleSheet());
    setMinimumWidth(leastWidth);
    setMaximumWidth(mostWidth);
    m_tabStart = new QWidget(this);
    m_tabStart->setFocusPolicy(Qt::StrongFocus);
    m_tabStart->hide();
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName("builderScroll");
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_form = new QWidget(m_scroll);
    m_form->installEventFilter(this);
    m_kind = new KindSwitch(theme, m_draft, m_form);
    m_events = new EventSection(theme, m_draft, m_catalog, m_form);
    m_measure = new MeasureSection(theme, m_draft, m_catalog, m_form);
    m_filters = new FilterSection(theme, m_draft, m_catalog, m_form);
    m_breakdown = new BreakdownSection(theme, m_draft, m_catalog, m_form);
    m_time = new TimeSection(theme, m_draft, m_form);
    m_window = new WindowSection(theme, m_draft, m_form);
    m_foot = new BuilderFoot(theme, this);
}

void BuilderPanel::arrange()
{
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(padding, padding, padding, padding);
    form->setSpacing(sectionGap);
    for (QWidget *section :
         std::initializer_list<QWidget *>{m_kind, m_events, m_measure, m_filters, m_breakdown, m_time, m_window})
        form->addWidget(section);
    form->addStretch();
    m_scroll->setWidget(m_form);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_foot);
}

void BuilderPanel::connectSignals()
{
    connect(&m_draft, &DraftQuery::startedOver, this, &BuilderPanel::forgetPending);
    connect(&m_draft, &DraftQuery::changed, this, &BuilderPanel::showDraft);
    connect(&m_catalog, &Catalog::eventsChanged, this, &BuilderPanel::offerCatalog);
    connect(&m_catalog, &Catalog::propertiesChanged, this, &BuilderPanel::offerCatalog);
    connect(&m_catalog, &Catalog::projectOpened, this, &BuilderPanel::forgetPending);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { keepFocusInSight(now); });
}

void BuilderPanel::focusFirst()
{
    for (QWidget *next = m_events->nextInFocusChain(); next != m_events; next = next->nextInFocusChain())
        if (m_events->isAncestorOf(next) && next->isVisible() && (next->focusPolicy() & Qt::TabFocus))
            return next->setFocus(Qt::OtherFocusReason);
}

void BuilderPanel::showDraft()
{
    const insights::v1::QuerySpec &spec = m_draft.spec();
    const Violations problems = check(spec);
    m_kind->showKind(kindOf(spec));
    m_events->showSpec(spec, problems);
    m_measure->showSpec(spec, problems);
    m_filters->showSpec(spec, problems);
    m_breakdown->showSpec(spec, problems);
    m_time->showDraft(m_draft.draft(), problems);
    m_window->showSpec(spec, problems);
    orderTabs(*m_tabStart, *m_form);
}

void BuilderPanel::offerCatalog()
{
    m_events->offerCatalog();
    m_measure->offerCatalog();
    m_filters->offerCatalog();
    m_breakdown->offerCatalog();
    showDraft();
}

void BuilderPanel::forgetPending()
{
    m_events->forgetPending();
    m_measure->forgetPending();
    m_filters->forgetPending();
}

void BuilderPanel::setProblem(const QString &problem)
{
    m_foot->setProblem(problem);
}

void BuilderPanel::setEstimate(const QString &estimate)
{
    m_foot->setEstimate(estimate);
}

void BuilderPanel::addEvent()
{
    m_events->addEvent();
}

void BuilderPanel::addFilter()
{
    m_filters->addFilter();
}

QSize BuilderPanel::sizeHint() const
{
    return {usualWidth, QWidget::sizeHint().height()};
}

void BuilderPanel::keepFocusInSight(const QWidget *focus)
{
    if (focus && m_form->isAncestorOf(focus))
        m_scroll->ensureWidgetVisible(const_cast<QWidget *>(focus), 0, scrollMargin);
}

// Rows come and go; Tab follows what the eye sees.
bool BuilderPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_form && event->type() == QEvent::LayoutRequest)
        orderTabs(*m_tabStart, *m_form);
    return QWidget::eventFilter(watched, event);
}
