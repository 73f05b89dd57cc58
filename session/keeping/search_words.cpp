// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keeping/search_words.h"

#include <QRegularExpression>

#include <algorithm>

QString foldedText(const QString &text)
{
    QString folded = text.normalized(QString::NormalizationForm_KD);
    folded.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return folded.toCaseFolded();
}

SearchWords::SearchWords(const QString &text)
    : m_words(foldedText(text).split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts))
{
}

bool SearchWords::areIn(const QString &folded) const
{
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) { return folded.contains(word); });
}
