// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/failed_state.h"

#include "query/calendar.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FailedState", text);
}

QString titleOf(Failure::Kind kind)
{
    switch (kind) {
    case Failure::Kind::InvalidQuestion: return tr("This question cannot be asked yet");
    case Failure::Kind::NotAllowed: return tr("The service does not let you ask this");
    case Failure::Kind::NotFound: return tr("The service does not know this project");
    case Failure::Kind::TooMuch: return tr("The service stopped the question");
    case Failure::Kind::Timeout: return tr("The answer did not come in time");
    case Failure::Kind::Unreachable: return tr("The service cannot be reached");
    case Failure::Kind::Cancelled: return tr("The service cancelled the question");
    case Failure::Kind::Unimplemented: return tr("The service does not answer this kind of question");
    case Failure::Kind::Internal: break;
    }
    return tr("The service failed");
}

// Where the title says all there is to know.
bool isPlain(Failure::Kind kind)
{
    using Kind = Failure::Kind;
    return kind == Kind::Unreachable || kind == Kind::Timeout || kind == Kind::Cancelled;
}

// Whether a week of what was asked could be answered.
bool isTooLong(const Failure &failure, const insights::v1::TimeRange &asked)
{
    constexpr std::int64_t eightDays = 8 * std::int64_t(86'400'000); // ms; a week with a change of clocks is less
    return (failure.kind == Failure::Kind::TooMuch || failure.kind == Failure::Kind::Timeout)
        && milliseconds(asked.end()) - milliseconds(asked.start()) >= eightDays;
}

} // namespace

QString momentText(const QDateTime &moment, const QDateTime &now)
{
    const QDateTime at = moment.toLocalTime();
    const QString time = QLocale().toString(at.time(), tr("HH:mm"));
    if (at.date() == now.date())
        return time;
    return tr("%1, %2").arg(QLocale().toString(at.date(), tr("d MMM yyyy")), time);
}

bool isOfTheQuestion(Failure::Kind kind)
{
    using Kind = Failure::Kind;
    return kind == Kind::InvalidQuestion || kind == Kind::NotFound || kind == Kind::TooMuch;
}

PlaceState failedState(const Failure &failure, const insights::v1::TimeRange &asked)
{
    PlaceState state;
    StateText &text = state.text;
    text.icon = QStringLiteral("error");
    text.iconRole = Role::Bad;
    text.title = titleOf(failure.kind);
    if (failure.violations.empty()) {
        text.sentence = QString::fromStdString(failure.message);
    } else {
        for (const Violation &violation : failure.violations)
            text.points << QString::fromStdString(violation.field + ": " + violation.description);
    }
    text.code = QString::fromStdString(failure.code);
    state.details = QString::fromStdString(failure.code + ": " + failure.message);
    if (isTooLong(failure, asked))
        state.offer(WayForward::SevenDays, true);
    state.offer(WayForward::Retry);
    state.offer(WayForward::CopyDetails);
    return state;
}

AnswerNote failureNote(const Failure &failure, const Answered *kept, bool isOfTheDraft, const QDateTime &now,
                       const insights::v1::TimeRange &asked)
{
    const QString message = QString::fromStdString(failure.message);
    AnswerNote note;
    note.kind = failure.kind == Failure::Kind::Unreachable ? NoteKind::Offline : NoteKind::Bad;
    note.strong = titleOf(failure.kind) + u'.';
    note.way = isTooLong(failure, asked) ? WayForward::SevenDays : WayForward::Retry;
    if (!kept) {
        note.sentence = message;
        return note;
    }
    note.sentence
        = (isOfTheDraft ? tr("This is the answer of %1.") : tr("This is the answer of %1 to the question before."))
              .arg(momentText(kept->at, now));
    if (!isPlain(failure.kind) && !message.isEmpty())
        note.sentence += u' ' + message;
    return note;
}
