// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the text is wrong.
#include "ui/spec/spec_editor.h"
#include "ui/spec/spec_foot.h"
#include "ui/spec/spec_panel.h"

#include <QTextBlock>

#include <algorithm>

namespace {

QString detailOf(const SpecProblem &problem)
{
    return problem.field.isEmpty() ? problem.description
                                   : QStringLiteral("%1: %2").arg(problem.field, problem.description);
}

// Of a value over several lines its first line is marked.
EditorMark markOf(const SpecProblem &problem, std::string_view text, const QTextDocument &document)
{
    const std::string_view value = text.substr(std::min(problem.place.offset, text.size()), problem.place.length);
    const QString line = document.findBlockByNumber(problem.place.line - 1).text();
    const QString field = problem.field.section(u'.', -1);
    EditorMark mark{problem.place.line - 1,
                    0,
                    0,
                    field.isEmpty() ? problem.description : QStringLiteral("%1: %2").arg(field, problem.description),
                    detailOf(problem),
                    problem.instead};
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

// The last one up to the caret in its line, else the first there, else the first of all; -1 without any.
int SpecPanel::toldProblem() const
{
    const QTextCursor caret = m_editor->textCursor();
    const std::vector<EditorMark> &marks = m_editor->marks();
    int told = marks.empty() ? -1 : 0;
    bool isHere = false;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (marks[i].line != caret.blockNumber() || (isHere && marks[i].column > caret.positionInBlock()))
            continue;
        told = int(i);
        isHere = true;
    }
    return told;
}

void SpecPanel::tellProblem()
{
    const int told = toldProblem();
    m_editor->setAccessibleDescription(told < 0 ? QString() : m_editor->marks()[std::size_t(told)].detail);
    m_foot->showProblem(told < 0 ? nullptr : &m_problems[std::size_t(told)], int(m_problems.size()));
}

// A step of the text's undo, like typing it.
void SpecPanel::fixProblem(int problem)
{
    if (problem < 0 || m_problems[std::size_t(problem)].instead.isEmpty())
        return;
    const SpecProblem &fixed = m_problems[std::size_t(problem)];
    std::string text = m_text.toStdString();
    text.replace(fixed.place.offset, fixed.place.length, '"' + fixed.instead.toStdString() + '"');
    m_editor->setFocus(); // its button goes
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

void SpecPanel::goToProblemBefore()
{
    if (m_problems.empty())
        return;
    const QTextCursor caret = m_editor->textCursor();
    const std::pair at(caret.blockNumber(), caret.positionInBlock());
    const std::vector<EditorMark> &marks = m_editor->marks();
    const auto before = std::find_if(marks.rbegin(), marks.rend(),
                                     [&at](const EditorMark &mark) { return std::pair(mark.line, mark.column) < at; });
    const EditorMark &mark = before == marks.rend() ? marks.back() : *before;
    m_editor->goTo(mark.line, mark.column);
}
