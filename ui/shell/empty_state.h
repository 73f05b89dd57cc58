// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/filter_offers.h"
#include "session/query_controller.h"
#include "session/time_choice.h"
#include "ui/shell/way_forward.h"

// What is said of an answer that found nothing: what was looked for, when there is data at all, and which filter to
// drop. Undo is offered where there is something to undo.
PlaceState emptyState(const Answered &answered, const ProjectTime &place, bool canUndo);
// "1,204 users", of what there would be without a filter.
QString offerText(OfferUnit unit, std::optional<double> count);
