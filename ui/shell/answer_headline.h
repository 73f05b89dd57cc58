// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/query_controller.h"

// What an answer is in a few words: "158,094 users", "13.0 % convert", "51.2 % in week 1", "7 countries"-like counts of
// series where no one number stands for all.
QString answerHeadline(const Answered &answered);
