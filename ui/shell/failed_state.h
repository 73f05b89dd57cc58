// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/query_controller.h"
#include "ui/shell/way_forward.h"

// Whether it is this question that cannot be answered; else it is the service that failed.
bool isOfTheQuestion(Failure::Kind kind);
// What is said of a failure in place of an answer: what is wrong, the code for whoever asks, and a smaller question
// where that would help.
PlaceState failedState(const Failure &failure, const insights::v1::TimeRange &asked);
// "14:32" of the day of `now`, else "31 May 2026, 14:32"; in local time.
QString momentText(const QDateTime &moment, const QDateTime &now);
// What is said over the answer that stays while what was asked since has failed. Without one of what is on the screen
// only what failed is said.
AnswerNote failureNote(const Failure &failure, const Answered *kept, bool isOfTheDraft, const QDateTime &now,
                       const insights::v1::TimeRange &asked = {});
