// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// How many letters must be added, dropped or changed to make one of the other; upper and lower case of ASCII are one.
std::size_t editDistance(std::string_view from, std::string_view to);

// The one of `known` with the fewest edits from `name`, case apart; empty when none is near.
std::string nearest(std::string_view name, const std::vector<std::string> &known);

// The end of a sentence that says `name` is not there: "; did you mean "shop"?" or what there is, or just a full stop.
std::string didYouMean(std::string_view name, const std::vector<std::string> &known);
