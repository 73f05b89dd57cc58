// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <insights/v1/insights.pb.h>

// A number of an answer and the place it stands at: its event, group, bucket, step or period, flags included.
struct Fact
{
    std::string place;
    double value = 0;
};
using Facts = std::vector<Fact>;

// All numbers in the order the contract fixes. It leaves the ties of a table open: of rows the values in their order, then
// the rows sorted by name.
Facts numbersOf(const insights::v1::QueryResponse &answer);
// What ResultInfo says about the question's answer; not how it came about (engine, rows read, elapsed).
Facts infoOf(const insights::v1::QueryResponse &answer);

// The first difference in words, empty when there is none. Numbers agree within 1e-9, relative or absolute.
std::string firstDifference(const Facts &answered, const Facts &expected);
