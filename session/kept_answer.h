// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <explorer/v1/documents.pb.h>

#include "session/query_controller.h"

// Between an answer on the screen and the document that keeps it.

AnsweredPtr answeredOf(const explorer::v1::Answer &document); // as one from before
Besides besidesOf(const explorer::v1::Answer &document); // what had come when it was kept
explorer::v1::Answer keptDocument(const explorer::v1::Question &question, const Answered &answered,
                                  const Besides &besides, const std::string &project);
