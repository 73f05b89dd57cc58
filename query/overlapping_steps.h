// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <insights/v1/insights.pb.h>

// The steps of a funnel that one event can satisfy together: places in spec.events, a list for each event name that
// has such steps. Steps whose filters ask one property for different values do not overlap; of other filters it is
// taken that they may.
std::vector<std::vector<int>> overlappingSteps(const insights::v1::QuerySpec &spec);
