// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

class Catalog;

// An upper bound, known before asking: all events of the names in question, whatever the time and the filters. 0 when
// none of them is known.
double mostRows(const insights::v1::QuerySpec &spec, const Catalog &catalog);
