// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/fuzzy.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace {

constexpr std::size_t longestMisspelling = 64; // letters; longer names are not compared

bool isWordStart(const QString &name, int at)
{
    if (!name.at(at).isLetterOrNumber())
        return false;
    if (at == 0)
        return true;
    const QChar before = name.at(at - 1);
    return !before.isLetterOrNumber() || (before.isLower() && name.at(at).isUpper());
}

bool sameLetter(QChar a, QChar b)
{
    return a.toCaseFolded() == b.toCaseFolded();
}

std::vector<int> run(int from, int length)
{
    std::vector<int> positions(static_cast<std::size_t>(length));
    std::iota(positions.begin(), positions.end(), from);
    return positions;
}

// reached[t][n]: letters 0..t of `typed` can be placed so that letter t lies at n; holds the place of letter t - 1.
std::optional<std::vector<int>> initialPositions(const QString &typed, const QString &name)
{
    constexpr int none = -2;
    const int nameLength = int(name.size());
    std::vector<std::vector<int>> reached;
    for (int t = 0; t < typed.size(); ++t) {
        std::vector<int> row(static_cast<std::size_t>(nameLength), none);
        int earlier = t == 0 ? -1 : none; // the nearest place of letter t - 1 before n
        for (int n = 0; n < nameLength; ++n) {
            const bool follows = t > 0 && n > 0 && reached[t - 1][n - 1] != none;
            if (follows)
                earlier = n - 1;
            if (!sameLetter(typed.at(t), name.at(n)))
                continue;
            if (follows || (earlier != none && isWordStart(name, n)))
                row[n] = earlier;
        }
        reached.push_back(std::move(row));
    }
    const auto &last = reached.back();
    const auto end = std::find_if(last.begin(), last.end(), [](int from) { return from != none; });
    if (end == last.end())
        return std::nullopt;
    std::vector<int> positions(reached.size());
    int at = int(end - last.begin());
    for (int t = int(reached.size()) - 1; t >= 0; at = reached[t][at], --t)
        positions[t] = at;
    return positions;
}

// All letters in a row, at the start of a word if they can be.
std::optional<FuzzyMatch> unbrokenMatch(const QString &typed, const QString &name)
{
    const auto first = name.indexOf(typed, 0, Qt::CaseInsensitive);
    for (auto at = first; at >= 0; at = name.indexOf(typed, at + 1, Qt::CaseInsensitive))
        if (isWordStart(name, int(at)))
            return FuzzyMatch{MatchKind::Word, run(int(at), int(typed.size()))};
    if (first < 0)
        return std::nullopt;
    return FuzzyMatch{MatchKind::Contained, run(int(first), int(typed.size()))};
}

std::optional<std::vector<int>> subsequencePositions(const QString &typed, const QString &name)
{
    std::vector<int> positions;
    int t = 0;
    for (int n = 0; n < name.size() && t < typed.size(); ++n) {
        if (!sameLetter(typed.at(t), name.at(n)))
            continue;
        positions.push_back(n);
        ++t;
    }
    if (t < typed.size())
        return std::nullopt;
    return positions;
}

// Edits (a letter added, dropped, changed, or two swapped) that make one name of the other.
int editDistance(const QString &a, const QString &b)
{
    const int columns = int(b.size()) + 1;
    std::vector<int> beforeLast(columns);
    std::vector<int> last(columns);
    std::vector<int> row(columns);
    std::iota(last.begin(), last.end(), 0);
    for (int i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (int j = 1; j < columns; ++j) {
            const int change = sameLetter(a.at(i - 1), b.at(j - 1)) ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            const bool swapped
                = i > 1 && j > 1 && sameLetter(a.at(i - 1), b.at(j - 2)) && sameLetter(a.at(i - 2), b.at(j - 1));
            if (swapped)
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, row);
    }
    return last.back();
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString &typed, const QString &name)
{
    if (typed.isEmpty())
        return FuzzyMatch{MatchKind::Prefix, {}};
    if (name.startsWith(typed, Qt::CaseInsensitive)) {
        const auto kind = name.size() == typed.size() ? MatchKind::Exact : MatchKind::Prefix;
        return FuzzyMatch{kind, run(0, int(typed.size()))};
    }
    if (auto match = unbrokenMatch(typed, name))
        return match;
    if (auto positions = initialPositions(typed, name))
        return FuzzyMatch{MatchKind::Initials, std::move(*positions)};
    if (auto positions = subsequencePositions(typed, name))
        return FuzzyMatch{MatchKind::Subsequence, std::move(*positions)};
    return std::nullopt;
}

std::vector<Suggestion> suggestions(const std::vector<Candidate> &candidates, const QString &typed, std::size_t most)
{
    struct Found
    {
        const Candidate *candidate;
        FuzzyMatch match;
    };
    std::vector<Found> found;
    for (const Candidate &candidate : candidates) {
        if (auto match = fuzzyMatch(typed, candidate.name))
            found.push_back({&candidate, std::move(*match)});
    }
    std::stable_sort(found.begin(), found.end(), [&typed](const Found &a, const Found &b) {
        if (typed.isEmpty() && a.candidate->group != b.candidate->group)
            return a.candidate->group < b.candidate->group;
        if (a.match.kind != b.match.kind)
            return a.match.kind < b.match.kind;
        if (a.candidate->count != b.candidate->count)
            return a.candidate->count > b.candidate->count;
        return a.candidate->name < b.candidate->name;
    });
    std::vector<Suggestion> best;
    for (auto it = found.begin(); it != found.end() && best.size() < most; ++it)
        best.push_back({*it->candidate, std::move(it->match.positions)});
    return best;
}

QString nearestName(const QString &name, const std::vector<Candidate> &candidates)
{
    if (std::size_t(name.size()) > longestMisspelling)
        return {};
    const int farthest = std::max(1, int(name.size()) / 3);
    const Candidate *nearest = nullptr;
    int nearestDistance = farthest + 1;
    for (const Candidate &candidate : candidates) {
        if (std::abs(int(candidate.name.size() - name.size())) > farthest)
            continue;
        const int distance = editDistance(name, candidate.name);
        const bool nearer = distance < nearestDistance
            || (nearest && distance == nearestDistance && candidate.count > nearest->count);
        if (nearer) {
            nearest = &candidate;
            nearestDistance = distance;
        }
    }
    return nearest ? nearest->name : QString();
}
