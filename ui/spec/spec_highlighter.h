// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QSyntaxHighlighter>

// Colours JSON line by line; a line longer than any spec has stays plain.
class SpecHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    SpecHighlighter(const Theme &theme, QTextDocument *document);

protected:
    void highlightBlock(const QString &line) override;

private:
    void paint(qsizetype from, qsizetype to, Role role);

    const Theme &m_theme;
};
