// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

// The one of `known` with the fewest edits from `name`, case apart; empty when none is near.
std::string nearest(std::string_view name, const std::vector<std::string> &known);

// The end of a sentence that says `name` is not there: "; did you mean "shop"?" or what there is, or just a full stop.
std::string didYouMean(std::string_view name, const std::vector<std::string> &known);
