// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

// Which row of a form goes on to show each wanted item, so that rows keep their focus and what is being typed: the row
// that shows it already, else the one at its place, else none (-1).
template <class Item, class Equal>
std::vector<int> matchRows(const std::vector<Item> &shown, const std::vector<Item> &wanted, Equal equal)
{
    std::vector<int> rows(wanted.size(), -1);
    std::vector<bool> taken(shown.size(), false);
    const auto take = [&](std::size_t item, std::size_t row) {
        rows[item] = int(row);
        taken[row] = true;
    };
    for (std::size_t i = 0; i < wanted.size() && i < shown.size(); ++i) {
        if (equal(shown[i], wanted[i]))
            take(i, i);
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        for (std::size_t row = 0; row < shown.size() && rows[i] < 0; ++row) {
            if (!taken[row] && equal(shown[row], wanted[i]))
                take(i, row);
        }
    }
    for (std::size_t i = 0; i < wanted.size() && i < shown.size(); ++i) {
        if (rows[i] < 0 && !taken[i])
            take(i, i);
    }
    return rows;
}
