// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/query_controller.h"
#include "ui/charts/state_view.h"

// What is said of a failure: title, sentence, what is wrong with the question, and the code for whoever asks.
StateText failureText(const Failure &failure);
