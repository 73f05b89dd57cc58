// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <explorer/v1/documents.pb.h>

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <string>
#include <variant>

// What is kept of an analyst's work.

// A question or a board that was saved under a name.
struct LibraryItem
{
    qint64 id = 0; // given by Library::add(), the same for good
    QString name;
    QString note;
    QString folder; // as in "Growth/Weekly"; empty at the top
    QByteArray thumbnail; // PNG; empty when there is none
    std::string project; // it was asked in
    std::variant<explorer::v1::Question, explorer::v1::Board> document;
    QDateTime created; // given by Library, as is the next
    QDateTime changed;
    bool isRemoved = false; // it can be restored
    qint64 revision = 0; // of the row it was read from or came to be edited from; 0 for none
    QString words; // the question in words, or the titles of the tiles; given by Library, as is the next
    QString searched; // what a search looks in, see SearchWords
};

const explorer::v1::Question *questionIn(const LibraryItem &item); // null in a board
const explorer::v1::Board *boardIn(const LibraryItem &item); // null in a question

// A question that was asked.
struct HistoryEntry
{
    qint64 id = 0;
    explorer::v1::Question question;
    std::string project;
    QDateTime askedAt;
    qint64 elapsedMs = 0;
    QString headline; // of its answer, or why there is none; empty while nobody knows
    bool isRemoved = false;
    QString words; // the question in words; given by History, as is the next
    QString searched; // what a search looks in, see SearchWords
};

// Fills in `words` and `searched`. Any thread.
void putIntoWords(LibraryItem &item);
void putIntoWords(HistoryEntry &entry);

qint64 newKeptId(); // random, so that windows need not agree on the next

// What a window was busy with.
struct KeptDraft
{
    explorer::v1::Question question;
    std::string project;
    QString typed; // for it as a spec that cannot be asked
    QDateTime changed;
};
