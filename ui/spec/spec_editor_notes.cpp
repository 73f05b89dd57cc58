// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said under the lines of a spec.
#include "ui/spec/spec_editor.h"
#include "ui/spec/spec_note.h"
#include "ui/spec/spec_rows.h"

#include <QTextBlock>
#include <QTimer>

#include <algorithm>

namespace {

constexpr int mostPerLine = 3;

}

// A line that becomes wrong under the fingers is told in a pause of typing: rows that come and go would move the text.
void SpecEditor::tellMarks()
{
    std::map<int, int> counts; // of the lines
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < m_marks.size(); ++i)
        if (counts[m_marks[i].line]++ < mostPerLine)
            wanted.push_back(i);
    const bool waits = m_isTyping && wanted.size() > m_told.size();
    if (waits) {
        const auto isNew = [this](std::size_t mark) {
            return std::none_of(m_told.begin(), m_told.end(),
                                [&](const SpecNote *note) { return note->line() == m_marks[mark].line; });
        };
        wanted.erase(std::remove_if(wanted.begin(), wanted.end(), isNew), wanted.end());
    }
    waits ? m_notePause->start() : m_notePause->stop();
    while (m_notes.size() < wanted.size())
        m_notes.push_back(makeNote());
    for (std::size_t i = wanted.size(); i < m_notes.size(); ++i)
        m_notes[i]->hide();
    m_told.assign(m_notes.begin(), m_notes.begin() + std::ptrdiff_t(wanted.size()));
    m_toldMarks = std::move(wanted);
    for (std::size_t i = 0; i < m_told.size(); ++i) {
        const EditorMark &mark = m_marks[m_toldMarks[i]];
        const bool isLast = i + 1 == m_told.size() || m_marks[m_toldMarks[i + 1]].line != mark.line;
        m_told[i]->setMark(mark, isLast ? std::max(0, counts[mark.line] - mostPerLine) : 0);
    }
    layOutNotes();
}

SpecNote *SpecEditor::makeNote()
{
    auto *note = new SpecNote(m_theme, viewport());
    const auto mark = [this, note] {
        return m_toldMarks[std::size_t(std::find(m_told.begin(), m_told.end(), note) - m_told.begin())];
    };
    connect(note, &SpecNote::fixWanted, this, [this, mark] { Q_EMIT fixWanted(int(mark())); });
    connect(note, &SpecNote::placeWanted, this, [this, mark] {
        const EditorMark &wrong = m_marks[mark()];
        goTo(wrong.line, wrong.column);
    });
    return note;
}

// Makes the room for them.
void SpecEditor::layOutNotes()
{
    std::map<int, int> room;
    for (SpecNote *note : m_told) {
        note->resize(viewport()->width(), note->heightForWidth(viewport()->width()));
        room[note->line()] += note->height();
    }
    const bool isCaretInSight = viewport()->rect().intersects(cursorRect());
    if (m_rows->setRoom(std::move(room)) && hasFocus() && isCaretInSight)
        ensureCursorVisible();
    placeNotes();
}

void SpecEditor::placeNotes()
{
    const int first = firstVisibleBlock().blockNumber();
    int line = -1;
    int y = 0;
    for (SpecNote *note : m_told) {
        const QTextBlock block = document()->findBlockByNumber(note->line());
        if (std::exchange(line, note->line()) != note->line() && block.isValid())
            y = int(rowOf(block).bottom());
        const bool isInSight = block.isValid() && note->line() >= first && y < viewport()->height();
        if (isInSight)
            note->move(0, y);
        note->setVisible(isInSight);
        y += note->height();
    }
}
