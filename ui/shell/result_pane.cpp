// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/result_pane.h"

#include "ui/charts/loading_overlay.h"
#include "ui/charts/result_table.h"
#include "ui/shell/answer_note.h"
#include "ui/shell/answer_numbers.h"
#include "ui/shell/cohort_view.h"
#include "ui/shell/empty_state.h"
#include "ui/shell/failed_state.h"
#include "ui/shell/form_bar.h"
#include "ui/shell/funnel_view.h"
#include "ui/shell/number_view.h"
#include "ui/shell/question_header.h"
#include "ui/shell/table_view.h"
#include "ui/shell/trend_view.h"

#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace {

constexpr int legendWidth = 280; // px: "United Kingdom" and its change fit
constexpr int legendBelowUnder = 880;

QFrame *rule()
{
    auto *line = new QFrame;
    line->setProperty("rule", true);
    line->setFixedHeight(1);
    return line;
}

// Trends, tables and numbers answer one question: one goes from one to the other.
bool hasForms(const insights::v1::QuerySpec &spec)
{
    const auto visualization = spec.visualization();
    return spec.events_size() > 0 && visualization != insights::v1::VISUALIZATION_FUNNEL
        && visualization != insights::v1::VISUALIZATION_RETENTION;
}

} // namespace

ResultPane::ResultPane(const Theme &theme, const QueryController &controller, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_controller(controller)
    , m_header(new QuestionHeader(theme))
    , m_note(new NoteBar(theme))
    , m_forms(new FormBar(theme))
    , m_trend(new TrendView(theme, this))
    , m_stage(new QWidget)
    , m_charts(new QStackedWidget)
    , m_sides(new QStackedWidget)
    , m_loading(new LoadingOverlay(theme, m_stage))
    , m_state(new StateView(theme, m_stage))
    , m_beside(new QSplitter(Qt::Horizontal))
    , m_table(new ResultTable(theme))
{
    m_table->setObjectName(QStringLiteral("resultTable"));
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

void ResultPane::setChartShape(const ChartShape &shape)
{
    m_shape = shape;
    m_forms->setShape(shape);
    m_trend->setShape(shape);
}

void ResultPane::showView(const insights::v1::QuerySpec &spec)
{
    AnswerView *view = m_views.at(answerKind(spec));
    setFocusProxy(view->chart()); // its keys move along what it shows
    m_charts->setCurrentWidget(view->chart());
    m_sides->setVisible(view->side() != nullptr);
    if (view->side())
        m_sides->setCurrentWidget(view->side());
    m_forms->setVisualization(spec.visualization());
    m_header->showForm(hasForms(spec) ? m_forms : view->form());
    m_table->setVisible(!view->isTable());
    foldTable(answerKind(spec) == AnswerKind::Retention);
    m_view = view;
    placeSide();
}

void ResultPane::arrange()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *stage = new QVBoxLayout(m_stage);
    stage->setContentsMargins(0, 0, 0, 0);
    stage->addWidget(m_charts);
    m_loading->raise();
    m_state->raise();

    m_beside->addWidget(m_stage);
    m_beside->addWidget(m_sides);
    m_beside->setStretchFactor(0, 1);
    m_beside->setStretchFactor(1, 0);
    m_beside->setCollapsible(0, false);
    m_beside->setHandleWidth(1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(rule());
    column->addWidget(m_note);
    column->addWidget(m_beside, 1);
    column->addWidget(rule());
    column->addWidget(m_table);
}

void ResultPane::connectSignals()
{
    connect(&m_controller, &QueryController::stateChanged, this, &ResultPane::showState);
    connect(&m_controller, &QueryController::comparisonChanged, this, &ResultPane::showComparison);
    connect(m_forms, &FormBar::formChosen, this, &ResultPane::visualizationChosen);
    connect(m_forms, &FormBar::shapeChosen, this, &ResultPane::setChartShape);
    connect(m_trend, &TrendView::rangeWanted, this, [this](const TimeSpan &span) {
        insights::v1::TimeRange range;
        *range.mutable_start() = timestamp(span.from);
        *range.mutable_end() = timestamp(span.to);
        Q_EMIT rangeChosen(range);
    });
    connect(m_loading, &LoadingOverlay::appeared, this, [this] { setDimmed(true); });
    connect(m_loading, &LoadingOverlay::cancelClicked, this, &ResultPane::cancelClicked);
    connect(m_table, &ResultTable::copyTsvClicked, this, &ResultPane::copyTableClicked);
    connect(m_table, &ResultTable::csvClicked, this, &ResultPane::exportCsvClicked);
    connect(m_table, &ResultTable::expandedChanged, this, &ResultPane::tableOpenChanged);
    connect(m_note, &NoteBar::actionClicked, this, [this] { goForward(m_noteWay.value()); });
    connect(m_state, &StateView::reasonClicked, this, &ResultPane::filterDropped);
    connect(m_state, &StateView::buttonClicked, this, [this](int button) {
        if (m_hasNotice)
            Q_EMIT noticeButtonClicked(button);
        else
            goForward(m_placeState.ways.at(std::size_t(button)));
    });
}

// Each keeps its own: cohorts are a table already, so theirs is folded until someone asks for it.
void ResultPane::foldTable(bool ofCohorts)
{
    if (m_tableOfCohorts == ofCohorts)
        return;
    m_tableOfCohorts = ofCohorts;
    m_table->setExpanded(std::exchange(m_otherTableOpen, m_table->isExpanded()));
}

bool ResultPane::isTableOpen() const
{
    return m_tableOfCohorts ? m_otherTableOpen : m_table->isExpanded();
}

void ResultPane::setTableOpen(bool open)
{
    m_table->setExpanded(open);
}

void ResultPane::showNotice(const StateText &notice)
{
    m_hasNotice = true;
    m_loading->stop();
    m_state->showState(notice);
}

void ResultPane::hideNotice()
{
    if (!m_hasNotice)
        return;
    m_hasNotice = false;
    showState();
}

void ResultPane::showState()
{
    if (m_hasNotice)
        return;
    const QueryState &state = m_controller.state();
    if (const auto *loading = std::get_if<Loading>(&state)) {
        m_header->setQuestion(loading->spec, questionFacts(loading->spec, m_place));
        m_loading->start(loading->since);
        return; // what was there stays until the answer comes
    }
    m_loading->stop();
    setDimmed(false);
    m_state->hideState();
    if (const auto *ready = std::get_if<Ready>(&state)) {
        showAnswer(*ready->answer);
    } else if (const auto *failed = std::get_if<Failed>(&state)) {
        showFailure(*failed);
    } else {
        m_header->clear();
        showNote({});
        m_view->clear();
        m_table->clear(tr("no answer"));
    }
}

void ResultPane::showAnswer(const Answered &answered)
{
    m_header->setQuestion(answered.spec, answerFacts(answered.spec, *answered.frames));
    showNote(answerNote(answered));
    showView(answered.spec);
    if (isEmpty(answered)) {
        m_view->setEmpty(answered);
        m_table->clear(tr("0 rows"));
        showPlaceState(emptyState(answered, m_place));
        return;
    }
    m_view->setAnswer(answered);
    showComparison();
    m_forms->setSeveralSeries(answered.frames->series.size() > 1);
    m_table->setTable(answerTable(answered));
}

void ResultPane::showComparison()
{
    m_view->setComparison(m_controller.comparison());
}

void ResultPane::showNote(const std::optional<AnswerNote> &note)
{
    m_noteWay = note ? note->way : std::nullopt;
    if (note)
        m_note->showNote(note->kind, note->sentence, note->way ? wayText(*note->way) : QString(), note->strong);
    else
        m_note->hideNote();
}

void ResultPane::showFailure(const Failed &failed)
{
    m_header->setQuestion(failed.spec, questionFacts(failed.spec, m_place));
    showNote({});
    showView(failed.spec);
    m_view->clear();
    m_table->clear(tr("no answer"));
    showPlaceState(failedState(failed.failure));
}

void ResultPane::showPlaceState(const PlaceState &state)
{
    m_placeState = state;
    m_state->showState(state.text);
}

void ResultPane::goForward(WayForward way)
{
    switch (way) {
    case WayForward::Retry: Q_EMIT retryClicked(); break;
    case WayForward::Undo: Q_EMIT undoClicked(); break;
    case WayForward::SevenDays: Q_EMIT smallerClicked(); break;
    case WayForward::RaiseLimit: Q_EMIT raiseLimitClicked(); break;
    case WayForward::CopyDetails:
        QGuiApplication::clipboard()->setText(m_placeState.details);
        Q_EMIT said(tr("Copied the details."));
        break;
    }
}

void ResultPane::setDimmed(bool dimmed)
{
    m_view->setDimmed(dimmed);
    m_table->setDimmed(dimmed);
}

void ResultPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeSide();
}

void ResultPane::placeSide()
{
    if (m_sides->isHidden())
        return;
    const auto orientation = width() < legendBelowUnder ? Qt::Vertical : Qt::Horizontal;
    const bool isFirst = m_beside->sizes().value(1) == 0;
    if (orientation == m_beside->orientation() && !isFirst)
        return;
    m_beside->setOrientation(orientation);
    const int all = orientation == Qt::Horizontal ? width() : m_beside->height();
    const int legend = orientation == Qt::Horizontal ? legendWidth : std::min(200, all / 3);
    m_beside->setSizes({all - legend, legend});
}
