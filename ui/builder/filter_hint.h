// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "query/violation.h"

#include <QString>

// What a row says of its filter.
struct FilterHint
{
    QString text; // empty when all is well
    bool isMistake = false; // something typed is wrong; else something is still missing

    bool operator==(const FilterHint &) const = default;
};

// `problems` are what check() says, with paths that start at the filter.
FilterHint filterHint(const insights::v1::PropertyFilter &filter, const Violations &problems);
