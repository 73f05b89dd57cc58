// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/result_pane.h"

#include "ui/charts/loading_overlay.h"
#include "ui/charts/result_table.h"
#include "ui/shell/cohort_view.h"
#include "ui/shell/empty_state.h"
#include "ui/shell/form_bar.h"
#include "ui/shell/funnel_view.h"
#include "ui/shell/number_view.h"
#include "ui/shell/question_header.h"
#include "ui/shell/table_view.h"
#include "ui/shell/trend_view.h"

#include <QSplitter>
#include <QStackedWidget>

#include <utility>

ResultPane::ResultPane(const Theme &theme, const QueryController &controller, DraftQuery &draft, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_controller(controller)
    , m_draft(draft)
    , m_header(new QuestionHeader(theme))
    , m_note(new NoteBar(theme))
    , m_specNote(new NoteBar(theme))
    , m_forms(new FormBar(theme))
    , m_trend(new TrendView(theme, this))
    , m_stage(new QWidget)
    , m_charts(new QStackedWidget)
    , m_sides(new QStackedWidget)
    , m_loading(new LoadingOverlay(theme, m_stage))
    , m_state(new StateView(theme, m_stage))
    , m_beside(new QSplitter(Qt::Horizontal))
    , m_table(new ResultTable(theme))
    , m_offers(controller)
{
    m_table->setObjectName(QStringLiteral("resultTable"));
    m_specNote->setObjectName(QStringLiteral("specNotAsked"));
    m_header->addForm(m_forms);
    addView(AnswerKind::Trend, m_trend);
    addView(AnswerKind::Funnel, new FunnelView(theme, this));
    addView(AnswerKind::Retention, new CohortView(theme, this));
    addView(AnswerKind::Table, new TableView(theme, this));
    addView(AnswerKind::Number, new NumberView(theme, this));
    arrange();
    connectSignals();
    showView({});
    showState();
}

void ResultPane::addView(AnswerKind kind, AnswerView *view)
{
    m_views[kind] = view;
    m_charts->addWidget(view->chart());
    if (view->side())
        m_sides->addWidget(view->side());
    if (view->form())
        m_header->addForm(view->form());
    connect(view, &AnswerView::copyTableClicked, this, &ResultPane::copyTableClicked);
    connect(view, &AnswerView::exportCsvClicked, this, &ResultPane::exportCsvClicked);
    connect(view, &AnswerView::usersWanted, this, &ResultPane::usersWanted);
}

void ResultPane::showView(const insights::v1::QuerySpec &spec)
{
    AnswerView *view = m_views.at(answerKind(spec));
    setFocusProxy(view->chart()); // its keys move along what it shows
    m_charts->setCurrentWidget(view->chart());
    if (view->side())
        m_sides->setCurrentWidget(view->side());
    m_forms->setVisualization(spec.visualization());
    m_header->showForm(hasForms(spec) ? m_forms : view->form());
    m_table->setVisible(!view->isTable());
    m_view = view;
    makeRoom();
}

void ResultPane::connectSignals()
{
    connect(&m_controller, &QueryController::stateChanged, this, &ResultPane::showState);
    connect(&m_controller, &QueryController::besidesChanged, this, &ResultPane::showBesides);
    connect(&m_draft, &DraftQuery::changed, this, [this] {
        if (m_outage && !m_waiting.isValid()) // nothing is asked meanwhile: the note says whose answer it is
            showNote();
    });
    connect(m_forms, &FormBar::formChosen, this, &ResultPane::visualizationChosen);
    connect(m_forms, &FormBar::shapeChosen, this, &ResultPane::setChartShape);
    connect(m_trend, &TrendView::lookChanged, this, &ResultPane::chartChanged);
    connect(m_trend, &TrendView::rangeWanted, this, [this](const TimeSpan &span) {
        insights::v1::TimeRange range;
        *range.mutable_start() = timestamp(span.from);
        *range.mutable_end() = timestamp(span.to);
        Q_EMIT rangeChosen(range);
    });
    connect(m_loading, &LoadingOverlay::appeared, this, [this] { setDimmed(true); });
    connect(m_loading, &LoadingOverlay::cancelClicked, this, [this] {
        setSought(false);
        Q_EMIT cancelClicked();
    });
    connect(m_table, &ResultTable::copyTsvClicked, this, &ResultPane::copyTableClicked);
    connect(m_table, &ResultTable::csvClicked, this, &ResultPane::exportCsvClicked);
    connect(m_table, &ResultTable::expandedChanged, this, &ResultPane::setTableOpen);
    connect(m_beside, &QSplitter::splitterMoved, this, [this] { m_isLegendDragged = true; });
    connect(m_note, &NoteBar::actionClicked, this, [this] { goForward(m_noteWay.value()); });
    connect(&m_offers, &FilterOffers::counted, this, [this](int filter, std::optional<double> count) {
        setOffer(filter, offerText(offerUnit(m_shown->spec), count));
    });
    connect(m_specNote, &NoteBar::actionClicked, this, &ResultPane::returnToSpecClicked);
    connect(m_state, &StateView::reasonClicked, this, &ResultPane::filterDropped);
    connect(m_state, &StateView::buttonClicked, this, [this](int button) {
        if (m_hasNotice)
            Q_EMIT noticeButtonClicked(button);
        else
            goForward(m_placeState.value().ways.at(std::size_t(button)));
    });
}

void ResultPane::showNotice(const StateText &notice)
{
    m_hasNotice = true;
    m_waiting.invalidate();
    m_waitsForService = false;
    m_loading->stop();
    m_state->showState(notice);
    showSpecNote();
}

void ResultPane::hideNotice()
{
    if (std::exchange(m_hasNotice, false))
        showState();
}
