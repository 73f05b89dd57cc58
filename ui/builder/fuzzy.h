// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

// A name or value that can be chosen, with how often it was seen.
struct Candidate
{
    QString name;
    quint64 count = 0;
    QString note; // what kind it is, as in "number"; shown beside the name
    int group = 0; // lower groups come first while nothing is typed

    bool operator==(const Candidate &) const = default;
};

// How a name answers what was typed, best first.
enum class MatchKind {
    Exact,
    Prefix,
    Word, // from the start of a word on: "view" for page_view
    Contained, // as it was typed: "age"
    Initials, // every typed letter starts a word or follows the one before: "pv", "pavi"
    Subsequence
};

struct FuzzyMatch
{
    MatchKind kind = MatchKind::Exact;
    std::vector<int> positions; // of the matched letters in the name, ascending

    bool operator==(const FuzzyMatch &) const = default;
};

// Without regard to case; nothing when a typed letter is missing.
std::optional<FuzzyMatch> fuzzyMatch(const QString &typed, const QString &name);

struct Suggestion
{
    Candidate candidate;
    std::vector<int> positions; // as in FuzzyMatch
};

// The `most` best candidates: by kind of match, then by count, then by name. All of them by group and count when
// nothing is typed.
std::vector<Suggestion> suggestions(const std::vector<Candidate> &candidates, const QString &typed, std::size_t most);

// The candidate that `name` is probably a misspelling of; empty when none is near.
QString nearestName(const QString &name, const std::vector<Candidate> &candidates);
