// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/query_controller.h"

// An answer in one line, for lists of questions: "12,345 users per day · up 4.0 %", "13.0 % converted · 3,147 of 24,180
// users", "34.5 % came back after a week · 12,345 users".
QString answerHeadline(const Answered &answered, const Comparison *comparison = nullptr);
