// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/result_pane.h"

#include <google/protobuf/util/message_differencer.h>

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
#include <QGuiApplication>
#include <QSplitter>
#include <QStackedWidget>

#include <utility>

using google::protobuf::util::MessageDifferencer;

namespace {

// Trends, tables and numbers answer one question: one goes from one to the other.
bool hasForms(const insights::v1::QuerySpec &spec)
{
    const auto visualization = spec.visualization();
    return spec.events_size() > 0 && visualization != insights::v1::VISUALIZATION_FUNNEL
        && visualization != insights::v1::VISUALIZATION_RETENTION;
}

} // namespace

ResultPane::ResultPane(const Theme &theme, const QueryController &controller, DraftQuery &draft, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_controller(controller)
    , m_draft(draft)
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

void ResultPane::connectSignals()
{
    connect(&m_controller, &QueryController::stateChanged, this, &ResultPane::showState);
    connect(&m_controller, &QueryController::comparisonChanged, this, &ResultPane::showComparison);
    connect(&m_draft, &DraftQuery::changed, this, [this] {
        if (m_outage && !m_waiting.isValid()) // nothing is asked meanwhile: the note says whose answer it is
            showNote();
    });
    connect(m_forms, &FormBar::formChosen, this, &ResultPane::visualizationChosen);
    connect(m_forms, &FormBar::shapeChosen, this, &ResultPane::setChartShape);
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
    connect(m_table, &ResultTable::expandedChanged, this, &ResultPane::tableOpenChanged);
    connect(m_note, &NoteBar::actionClicked, this, [this] { goForward(m_noteWay.value()); });
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
    m_loading->stop();
    m_state->showState(notice);
}

void ResultPane::hideNotice()
{
    if (std::exchange(m_hasNotice, false))
        showState();
}

void ResultPane::setSought(bool sought)
{
    const bool isAsked = std::holds_alternative<Loading>(m_controller.state()); // goes on as the waiting for an answer
    if (std::exchange(m_isSought, sought) != sought && !isAsked)
        showState();
}

void ResultPane::setOutage(const std::optional<Failure> &outage)
{
    m_outage = outage;
    showState();
}

void ResultPane::setSavedName(const QString &name, bool isEdited)
{
    m_header->setSavedName(name, isEdited);
}

void ResultPane::showState()
{
    if (m_hasNotice)
        return;
    const QueryState &state = m_controller.state();
    if (const auto *ready = std::get_if<Ready>(&state))
        showAnswer(ready->answer);
    else if (const auto *failed = std::get_if<Failed>(&state))
        keepsAnswer(*failed) ? showAnswer(m_controller.lastAnswer()) : showFailure(*failed);
    else if (std::holds_alternative<Idle>(state))
        showNothing();
    else if (const AnsweredPtr &last = m_controller.lastAnswer(); last && last->isKept)
        showKept(last);
    else if (!m_shown && !m_placeState) // else words and answer belong together until the next answer comes
        showQuestion(std::get<Loading>(state).spec);
    m_placeState ? m_state->showState(m_placeState->text) : m_state->hideState();
    showWaiting();
}

// Where the service fails the answer before stays; where another question is what cannot be answered, its own words and
// ways forward stand in place of the answer.
bool ResultPane::keepsAnswer(const Failed &failed) const
{
    const AnsweredPtr &last = m_controller.lastAnswer();
    return last && (!isOfTheQuestion(failed.failure.kind) || MessageDifferencer::Equals(failed.spec, last->spec));
}

void ResultPane::showWaiting()
{
    const auto *loading = std::get_if<Loading>(&m_controller.state());
    const bool isSought = m_isSought && m_shown;
    if (!loading && !isSought) {
        m_waiting.invalidate();
        m_loading->stop();
        setDimmed(false);
        showNote();
        return;
    }
    // What is asked as soon as the service is back goes on with the waiting for it.
    if (m_waiting.isValid() && (isSought || loading->since == m_waiting))
        return;
    if (loading)
        m_waiting = loading->since;
    else
        m_waiting.start();
    m_loading->start(m_waiting);
    if (!loading)
        m_loading->setDetail(tr("The service is sought again."));
}

void ResultPane::showNote()
{
    std::optional<AnswerNote> note;
    const auto *failed = std::get_if<Failed>(&m_controller.state());
    const Failure *failure = m_outage ? &*m_outage : failed && m_shown ? &failed->failure : nullptr;
    if (failure)
        note
            = failureNote(*failure, m_shown.get(), m_shown && MessageDifferencer::Equals(m_shown->spec, m_draft.spec()),
                          QDateTime::currentDateTime());
    else if (m_shown)
        note = answerNote(*m_shown);
    m_noteWay = note ? note->way : std::nullopt;
    if (note)
        m_note->showNote(note->kind, note->sentence, note->way ? wayText(*note->way) : QString(), note->strong);
    else
        m_note->hideNote();
}

void ResultPane::showQuestion(const insights::v1::QuerySpec &spec)
{
    m_header->setQuestion(spec, questionFacts(spec, m_draft.place()));
}

void ResultPane::showNothing()
{
    m_shown.reset();
    m_placeState.reset();
    m_header->clear();
    m_view->clear();
    m_table->clear(tr("no answer"));
}

void ResultPane::showAnswer(const AnsweredPtr &answer)
{
    if (answer == m_shown)
        return; // what was zoomed and hidden in it stays
    m_shown = answer;
    m_placeState.reset();
    const Answered &answered = *answer;
    m_header->setQuestion(answered.spec, answerFacts(answered.spec, *answered.frames));
    showView(answered.spec);
    if (isEmpty(answered)) {
        m_view->setEmpty(answered);
        m_table->clear(tr("0 rows"));
        m_placeState = emptyState(answered, m_draft.place());
        return;
    }
    m_view->setAnswer(answered);
    showComparison();
    m_forms->setSeveralSeries(answered.frames->series.size() > 1);
    m_table->setTable(answerTable(answered));
}

// While the new one is on its way.
void ResultPane::showKept(const AnsweredPtr &answer)
{
    if (answer == m_shown)
        return;
    showAnswer(answer);
    showNote();
}

void ResultPane::showComparison()
{
    if (m_shown == m_controller.lastAnswer())
        m_view->setComparison(m_controller.comparison());
}

void ResultPane::showFailure(const Failed &failed)
{
    m_shown.reset();
    showQuestion(failed.spec);
    showView(failed.spec);
    m_view->clear();
    m_table->clear(tr("no answer"));
    m_placeState = failedState(failed.failure);
}

void ResultPane::goForward(WayForward way)
{
    switch (way) {
    case WayForward::Retry: Q_EMIT retryClicked(); break;
    case WayForward::Undo: Q_EMIT undoClicked(); break;
    case WayForward::SevenDays: Q_EMIT smallerClicked(); break;
    case WayForward::RaiseLimit: Q_EMIT raiseLimitClicked(); break;
    case WayForward::CopyDetails:
        QGuiApplication::clipboard()->setText(m_placeState.value().details);
        Q_EMIT said(tr("Copied the details."));
        break;
    }
}

void ResultPane::setDimmed(bool dimmed)
{
    m_view->setDimmed(dimmed);
    m_table->setDimmed(dimmed);
}
