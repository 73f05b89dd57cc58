// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keeping/kept.h"

#include "session/keeping/search_words.h"
#include "session/question_words.h"

#include <QRandomGenerator>
#include <QStringList>

namespace {

QString wordsOf(const explorer::v1::Question &question)
{
    return plainText(questionWords(question.query()));
}

QString wordsOf(const explorer::v1::Tile &tile)
{
    return tile.title().empty() ? wordsOf(tile.question()) : QString::fromStdString(tile.title());
}

QString wordsOf(const explorer::v1::Board &board)
{
    QStringList words;
    for (const explorer::v1::Tile &tile : board.tiles())
        words << wordsOf(tile);
    return words.join(QStringLiteral(", "));
}

// The sentence cuts long lists; a search finds what was cut too.
QStringList searchedIn(const explorer::v1::Question &question)
{
    QStringList texts{wordsOf(question)};
    for (const auto &event : question.query().events())
        texts << QString::fromStdString(event.name());
    texts << questionConditions(question.query(), ProjectTime());
    return texts;
}

QStringList searchedIn(const explorer::v1::Board &board)
{
    QStringList texts;
    for (const explorer::v1::Tile &tile : board.tiles())
        texts << QString::fromStdString(tile.title()) << searchedIn(tile.question());
    return texts;
}

// Words are looked for within a line.
QString folded(const QStringList &texts)
{
    return foldedText(texts.join(u'\n'));
}

} // namespace

const explorer::v1::Question *questionIn(const LibraryItem &item)
{
    return std::get_if<explorer::v1::Question>(&item.document);
}

const explorer::v1::Board *boardIn(const LibraryItem &item)
{
    return std::get_if<explorer::v1::Board>(&item.document);
}

void putIntoWords(LibraryItem &item)
{
    item.words = std::visit([](const auto &document) { return wordsOf(document); }, item.document);
    const QStringList inside = std::visit([](const auto &document) { return searchedIn(document); }, item.document);
    item.searched
        = folded(QStringList{item.name, item.note, item.folder, QString::fromStdString(item.project)} + inside);
}

void putIntoWords(HistoryEntry &entry)
{
    entry.words = wordsOf(entry.question);
    entry.searched
        = folded(QStringList{QString::fromStdString(entry.project), entry.headline} + searchedIn(entry.question));
}

qint64 newKeptId()
{
    // 53 bits: JSON's readers take numbers for doubles.
    return qint64(QRandomGenerator::system()->generate64() >> 11) + 1;
}
