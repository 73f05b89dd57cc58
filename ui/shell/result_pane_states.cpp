// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the pane shows of each state of asking, and what leads on from there.
#include "ui/shell/result_pane.h"

#include <google/protobuf/util/message_differencer.h>

#include "query/question.h"
#include "ui/charts/loading_overlay.h"
#include "ui/charts/result_table.h"
#include "ui/shell/answer_note.h"
#include "ui/shell/answer_numbers.h"
#include "ui/shell/empty_state.h"
#include "ui/shell/failed_state.h"
#include "ui/shell/form_bar.h"
#include "ui/shell/question_header.h"

#include <QClipboard>
#include <QGuiApplication>

#include <utility>

using google::protobuf::util::MessageDifferencer;

static constexpr qint64 restartMs = 1000; // a service that starts again is there in a third of it

void ResultPane::setSought(bool sought)
{
    const bool isAsked = std::holds_alternative<Loading>(m_controller.state()); // goes on as the waiting for an answer
    if (std::exchange(m_isSought, sought) != sought && !isAsked)
        showState();
}

void ResultPane::setElsewhere(const QString &project)
{
    if (std::exchange(m_elsewhere, project) != project)
        showNote();
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

void ResultPane::setSpecInError(bool isInError)
{
    m_isSpecInError = isInError;
    showSpecNote();
}

void ResultPane::showSpecNote()
{
    if (m_isSpecInError && !m_hasNotice && hasEvents(m_draft.spec()))
        m_specNote->showNote(NoteKind::Warn, tr("This is of the last valid spec, not of what is typed."),
                             tr("Return to it"));
    else
        m_specNote->hideNote();
}

void ResultPane::showState()
{
    if (m_hasNotice)
        return;
    showSpecNote();
    const QueryState &state = m_controller.state();
    if (!std::holds_alternative<Ready>(state))
        endOffers();
    if (const auto *ready = std::get_if<Ready>(&state))
        showAnswer(ready->answer);
    else if (const auto *failed = std::get_if<Failed>(&state))
        keepsAnswer(*failed) ? showAnswer(m_controller.lastAnswer()) : showFailure(*failed);
    else if (std::holds_alternative<Idle>(state))
        showNothing();
    else if (const AnsweredPtr &last = m_controller.lastAnswer(); last && last->isKept)
        showAnswer(last);
    else if (!m_shown && !m_placeState) // else words and answer belong together until the next answer comes
        showQuestion(std::get<Loading>(state).spec);
    m_placeState ? m_state->showState(m_placeState->text) : m_state->hideState();
    showWaiting();
    Q_EMIT chartChanged();
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
        m_waitsForService = false;
        m_loading->stop();
        setDimmed(false);
        showNote();
        return;
    }
    if (m_shown && m_shown->isKept)
        showNote(); // of when it is
    // What is asked as soon as the service is back goes on with the waiting for it, and what is told already stays.
    const bool isTold = m_loading->isVisibleTo(m_stage);
    const bool goesOn = isSought ? m_waitsForService || isTold : m_waiting.isValid() && loading->since == m_waiting;
    m_waitsForService = isSought;
    if (goesOn)
        return;
    if (loading)
        m_waiting = loading->since;
    else
        m_waiting.start();
    m_loading->start(m_waiting, loading ? LoadingOverlay::usualSilenceMs : restartMs);
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
                          QDateTime::currentDateTime(), failed ? failed->spec.time_range() : insights::v1::TimeRange());
    else if (m_shown)
        note = answerNote(*m_shown, m_elsewhere);
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
    endOffers();
    m_shown = answer;
    m_placeState.reset();
    const Answered &answered = *answer;
    m_header->setQuestion(answered.spec, answerFacts(answered.spec, *answered.frames));
    showView(answered.spec);
    if (isEmpty(answered)) {
        m_view->setEmpty(answered);
        m_table->clear(tr("0 rows"));
        m_placeState = emptyState(answered, m_draft.place(), m_draft.undoStack().canUndo());
        countOffers(answered.spec);
        return;
    }
    m_view->setAnswer(answered);
    showBesides();
    m_forms->setSeveralSeries(answered.frames->series.size() > 1);
    m_table->setTable(answerTable(answered));
}

// A kept answer stands for its time, and may have nobody to ask.
void ResultPane::countOffers(const insights::v1::QuerySpec &spec)
{
    if (m_shown->isKept)
        return;
    for (int i = 0; i < int(m_placeState->text.reasons.size()); ++i)
        if (FilterOffers::isCounted(spec, i))
            m_placeState->text.reasons[std::size_t(i)].detail = QStringLiteral("…");
    m_offers.ask(spec);
}

void ResultPane::endOffers()
{
    m_offers.clear();
    if (!m_placeState)
        return;
    for (StateReason &reason : m_placeState->text.reasons)
        if (reason.detail == QStringLiteral("…"))
            reason.detail.clear();
}

void ResultPane::setOffer(int reason, const QString &detail)
{
    m_placeState.value().text.reasons.at(std::size_t(reason)).detail = detail;
    if (!m_hasNotice)
        m_state->setReasonDetail(reason, detail);
}

void ResultPane::showBesides()
{
    if (m_shown == m_controller.lastAnswer())
        m_view->setBesides(m_controller.besides());
}

void ResultPane::showFailure(const Failed &failed)
{
    m_shown.reset();
    showQuestion(failed.spec);
    showView(failed.spec);
    m_view->clear();
    m_table->clear(tr("no answer"));
    m_placeState = failedState(failed.failure, failed.spec.time_range());
}

void ResultPane::goForward(WayForward way)
{
    switch (way) {
    case WayForward::Retry: Q_EMIT retryClicked(); break;
    case WayForward::Undo: Q_EMIT undoClicked(); break;
    case WayForward::SevenDays: Q_EMIT smallerClicked(); break;
    case WayForward::LastDays: Q_EMIT presetChosen(TimePreset::Last30DaysOfData); break;
    case WayForward::AllData: Q_EMIT presetChosen(TimePreset::AllData); break;
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
