// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the text is wrong.
#include "ui/spec/spec_editor.h"
#include "ui/spec/spec_foot.h"
#include "ui/spec/spec_panel.h"

#include <QTextBlock>

#include <algorithm>

namespace {

// Of a value over several lines its first line is marked.
EditorMark markOf(const SpecProblem &problem, std::string_view text, const QTextDocument &document)
{
    const std::string_view value = text.substr(std::min(problem.place.offset, text.size()), problem.place.length);
    const QString line = document.findBlockByNumber(problem.place.line - 1).text();
    EditorMark mark{problem.place.line - 1, 0, 0, problem.description};
    if (value.find('\n') != std::string_view::npos) {
        const QString shown = line.trimmed();
        mark.column = int(line.indexOf(shown));
        mark.length = int(shown.size());
        return mark;
    }
    for (int i = 1; i < problem.place.column && mark.column < line.size(); ++i) // the place counts characters
        mark.column += line[mark.column].isHighSurrogate() ? 2 : 1;
    mark.length = int(QString::fromUtf8(value.data(), qsizetype(value.size())).size());
    return mark;
}

} // namespace

void SpecPanel::showProblems(std::vector<SpecProblem> problems)
{
    m_problems = std::move(problems);
    const std::string text = m_text.toStdString();
    std::vector<EditorMark> marks;
    marks.reserve(m_problems.size());
    for (const SpecProblem &problem : m_problems)
        marks.push_back(markOf(problem, text, *m_editor->document()));
    m_editor->setMarks(std::move(marks));
    m_foot->showLines(m_editor->blockCount());
    tellProblem();
    Q_EMIT problemsChanged();
}

// Of the line with the caret, else the first; null without any.
const SpecProblem *SpecPanel::toldProblem() const
{
    const int line = m_editor->textCursor().blockNumber() + 1;
    const auto here = std::find_if(m_problems.begin(), m_problems.end(),
                                   [line](const SpecProblem &problem) { return problem.place.line == line; });
    const auto told = here == m_problems.end() ? m_problems.begin() : here;
    return told == m_problems.end() ? nullptr : &*told;
}

void SpecPanel::tellProblem()
{
    const SpecProblem *told = toldProblem();
    m_editor->setAccessibleDescription(told == nullptr ? QString() : told->description);
    m_foot->showProblem(told, int(m_problems.size()), !m_isInStep);
}

// A step of the text's undo, like typing it.
void SpecPanel::fixProblem()
{
    const SpecProblem *told = toldProblem();
    if (told == nullptr || told->instead.isEmpty())
        return;
    std::string text = m_text.toStdString();
    text.replace(told->place.offset, told->place.length, '"' + told->instead.toStdString() + '"');
    m_editor->replaceText(QString::fromStdString(text));
}

void SpecPanel::goToNextProblem()
{
    if (m_problems.empty())
        return;
    const QTextCursor caret = m_editor->textCursor();
    const std::pair at(caret.blockNumber(), caret.positionInBlock());
    const std::vector<EditorMark> &marks = m_editor->marks();
    const auto next = std::find_if(marks.begin(), marks.end(),
                                   [&at](const EditorMark &mark) { return std::pair(mark.line, mark.column) > at; });
    const EditorMark &mark = next == marks.end() ? marks.front() : *next;
    m_editor->goTo(mark.line, mark.column);
}
