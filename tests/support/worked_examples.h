// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "query/calendar.h"
#include "tests/support/brute_force_compare.h"

#include <QJsonArray>
#include <QJsonObject>

// The examples of tests/data/cases: events in, spec in, numbers out.

QJsonArray workedExamples(const QString &family);

Calendar calendarOf(const QJsonObject &example);
insights::v1::QuerySpec specOf(const QJsonObject &example);

// The answer an example shows, with the additions that it leaves out: the only event there is, and its place.
insights::v1::QueryResponse expectedOf(const QJsonObject &example, const insights::v1::QuerySpec &spec);

// The numbers by their places, whatever the order.
Facts sortedNumbersOf(const insights::v1::QueryResponse &answer);
