// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/query_controller.h"
#include "ui/shell/way_forward.h"

// What an answer needs to have said over it: that it was cut, or a warning of the service.
// `elsewhere` is the project of a kept answer where that is not at hand.
std::optional<AnswerNote> answerNote(const Answered &answered, const QString &elsewhere = {});
