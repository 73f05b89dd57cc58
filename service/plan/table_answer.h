// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

// Series of one bucket, the whole range, as the rows of a table, most first; for a KPI without a dimension. Dimensions
// are the event, if there is no breakdown or more than one event, then the group.
void addTableRows(const insights::v1::QuerySpec &spec, const insights::v1::SeriesColumns &columns,
                  google::protobuf::RepeatedPtrField<insights::v1::TableRow> &rows);
