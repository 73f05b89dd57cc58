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

// The same for the same question, whenever it is asked: a preset counts, and not what it means today.
std::string questionKey(const explorer::v1::Question &question);
