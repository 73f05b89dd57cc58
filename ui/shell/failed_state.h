// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/query_controller.h"
#include "ui/shell/way_forward.h"

// What is said of a failure in place of an answer: what is wrong, the code for whoever asks, and a smaller question
// where that would help.
PlaceState failedState(const Failure &failure);
