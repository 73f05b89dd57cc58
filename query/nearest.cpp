// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/nearest.h"

#include <algorithm>
#include <numeric>

#include <absl/strings/ascii.h>

namespace {

constexpr std::size_t mostListed = 12;

std::string listOf(const std::vector<std::string> &known)
{
    std::string list;
    for (std::size_t i = 0; i < known.size() && i < mostListed; ++i)
        list += (i == 0 ? "" : ", ") + known[i];
    return known.size() > mostListed ? list + ", ..." : list;
}

} // namespace

std::size_t editDistance(std::string_view from, std::string_view to)
{
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t(0));
    for (std::size_t i = 1; i <= from.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t substitute
                = diagonal + (absl::ascii_tolower(from[i - 1]) == absl::ascii_tolower(to[j - 1]) ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
        }
    }
    return row.back();
}

std::string nearest(std::string_view name, const std::vector<std::string> &known)
{
    name = name.substr(0, 200);
    std::size_t best = std::max<std::size_t>(3, name.size() / 2 + 1);
    std::string found;
    for (const std::string &candidate : known) {
        const std::size_t distance = editDistance(name, std::string_view(candidate).substr(0, 200));
        if (distance < best) {
            best = distance;
            found = candidate;
        }
    }
    return found;
}

std::string didYouMean(std::string_view name, const std::vector<std::string> &known)
{
    if (known.empty())
        return ".";
    const std::string near = nearest(name, known);
    return near.empty() ? "; there is " + listOf(known) + "." : "; did you mean \"" + near + "\"?";
}
