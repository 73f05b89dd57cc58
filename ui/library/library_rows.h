// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/keeping/history.h"
#include "session/keeping/library.h"

#include <memory>
#include <vector>

// What a row of the library is.
enum class LibraryRow { Boards, Questions, History, Board, Folder, Question, Asked, Hint };

// Which one it is: the same as long as it is there, whatever rows come and go.
struct LibraryPlace
{
    LibraryRow row = LibraryRow::Hint;
    qint64 id = 0; // of a board, a question or an entry of the history
    QString folder; // its path; of a question the one it lies in
    bool operator==(const LibraryPlace &) const = default;
};
bool isSection(LibraryRow row);

// A row of the library and those below it.
struct LibraryNode
{
    LibraryPlace place;
    QString name;
    QString aside;
    QString icon;
    QString toolTip;
    LibraryNode *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<LibraryNode>> children;

    LibraryNode &add(LibraryNode child);
    bool hasShapeOf(const LibraryNode &other) const; // the same rows at the same places, whatever they say
};

inline constexpr int mostAsked = 100; // without a search; the older ones are found by one

// The root, over boards, questions in their folders and the history; with a search, of those that have its words.
std::unique_ptr<LibraryNode> libraryRows(const Library &library, const History &history, const QString &search);
