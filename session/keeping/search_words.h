// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

QString foldedText(const QString &text); // without case and accents, as searches compare

// What somebody looks for: all of the words, each anywhere.
class SearchWords
{
public:
    explicit SearchWords(const QString &text);
    bool areIn(const QString &folded) const; // in a foldedText()

private:
    QStringList m_words;
};
