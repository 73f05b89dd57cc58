// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spec/spec_highlighter.h"

#include <algorithm>

namespace {

constexpr qsizetype longestLine = 4096;

// Behind the closing quotation mark, or the end of the line.
qsizetype endOfString(QStringView line, qsizetype opened)
{
    qsizetype at = opened + 1;
    while (at < line.size() && line[at] != u'"')
        at += line[at] == u'\\' ? 2 : 1;
    return std::min(at + 1, line.size());
}

// "OPERATOR_EQUALS"
bool isEnumName(QStringView text)
{
    return text.contains(u'_')
        && std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'A' && c <= u'Z') || c == u'_'; });
}

Role roleOfString(QStringView line, qsizetype from, qsizetype to)
{
    if (line.mid(to).trimmed().startsWith(u':'))
        return Role::SynKey;
    return isEnumName(line.mid(from + 1, to - from - 2)) ? Role::SynEnum : Role::SynString;
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'+';
}

} // namespace

SpecHighlighter::SpecHighlighter(const Theme &theme, QTextDocument *document)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void SpecHighlighter::highlightBlock(const QString &line)
{
    if (line.size() > longestLine)
        return;
    qsizetype at = 0;
    while (at < line.size()) {
        const QChar c = line[at];
        qsizetype end = at + 1;
        if (c == u'"') {
            end = endOfString(line, at);
            paint(at, end, roleOfString(line, at, end));
        } else if (isWordPart(c)) {
            while (end < line.size() && isWordPart(line[end]))
                ++end;
            paint(at, end, Role::SynNumber); // numbers, true, false and null
        } else if (!c.isSpace()) {
            paint(at, end, Role::SynPunct);
        }
        at = end;
    }
}

void SpecHighlighter::paint(qsizetype from, qsizetype to, Role role)
{
    QTextCharFormat format;
    format.setForeground(m_theme.color(role));
    setFormat(int(from), int(to - from), format);
}
