// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <explorer/v1/documents.pb.h>

#include "session/draft_query.h"

#include <string>

// A draft as it is kept. Fields set aside for another kind of question are not.
explorer::v1::Question questionOf(const Draft &draft);
// A preset or comparison of a later version is taken as none.
Draft draftOf(const explorer::v1::Question &question);

// What `spec` was asked as: with the choices of the draft where it is the draft's question at whatever time.
explorer::v1::Question answeredQuestion(const Draft &draft, const insights::v1::QuerySpec &spec);

// The same for the same question, whenever it is asked: a preset counts, and not what it means today.
std::string questionKey(const explorer::v1::Question &question);
