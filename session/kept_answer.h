// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <explorer/v1/documents.pb.h>

#include "session/query_controller.h"

// Between an answer on the screen and the document that keeps it.

AnsweredPtr answeredOf(const explorer::v1::Answer &document); // as one from before
// What it was held against; nothing when it was not, or that had not come.
std::optional<Comparison> comparisonOf(const explorer::v1::Answer &document);
explorer::v1::Answer keptDocument(const explorer::v1::Question &question, const Answered &answered,
                                  const std::optional<Comparison> &comparison, const std::string &project);
