// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/failed_state.h"

#include <QCoreApplication>

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
    case Failure::Kind::Cancelled: return tr("The question was cancelled");
    case Failure::Kind::Unimplemented: return tr("The service does not answer this kind of question");
    case Failure::Kind::Internal: break;
    }
    return tr("The service failed");
}

} // namespace

PlaceState failedState(const Failure &failure)
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
    if (failure.kind == Failure::Kind::TooMuch || failure.kind == Failure::Kind::Timeout)
        state.offer(WayForward::SevenDays, true);
    state.offer(WayForward::Retry);
    state.offer(WayForward::CopyDetails);
    return state;
}
