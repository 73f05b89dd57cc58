// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/row_estimate.h"

#include "session/catalog.h"
#include "session/question_kind.h"

#include <set>

double mostRows(const insights::v1::QuerySpec &spec, const Catalog &catalog)
{
    std::set<std::string> names;
    for (const auto &event : eventsOf(spec))
        names.insert(event.name());
    double rows = 0;
    for (const std::string &name : names)
        if (const auto *event = catalog.event(name))
            rows += double(event->count());
    return rows;
}
