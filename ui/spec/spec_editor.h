// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/fuzzy.h"

#include <QPlainTextEdit>

#include <vector>

class CompletionPopup;
class LineNumbers;
class QTimer;
class SpecNote;
class SpecRows;
class Theme;

// A stretch of the text that is wrong, within one line.
struct EditorMark
{
    int line = 0; // from 0
    int column = 0; // UTF-16
    int length = 0; // UTF-16; 0 marks the line alone
    QString text; // under the line
    QString detail = {}; // the same in full, for the tooltip
    QString fix = {}; // what was probably meant there; empty when nothing is near

    bool operator==(const EditorMark &) const = default;
};

// A text field for a spec: line numbers, indents of two spaces, completion by the contract, marks where it is wrong and
// notes of it under those lines. It knows no question. Undo and redo are asked for, not done: whoever owns the text knows what they take back.
class SpecEditor : public QPlainTextEdit
{
    Q_OBJECT
public:
    static constexpr int rowHeight = 20; // px
    static constexpr qsizetype mostText = 1'000'000; // UTF-16; what is pasted beyond it is refused

    SpecEditor(const Theme &theme, QWidget *parent);

    QString text() const; // as it is in the document: toPlainText() would make a space of a no-break space
    // Changes only what differs, so that the caret and what is in sight stay. Not a step of the text's undo.
    void setText(const QString &text);
    // The same as a step of it.
    void replaceText(const QString &text);
    void setMarks(std::vector<EditorMark> marks); // in the order of the lines
    const std::vector<EditorMark> &marks() const { return m_marks; }
    bool isMarked(int line) const;
    void goTo(int line, int column); // from 0
    void setCaret(int position); // UTF-16; leaves the focus where it is

    // Names of the project, offered where one stands.
    void setNames(std::vector<Candidate> events, std::vector<Candidate> properties);
    void complete(); // opens the list, also where nothing is typed
    bool isListOpen() const;

    // For the line numbers, whose strip lies in the left margin.
    int numbersWidth() const;
    void paintNumbers(QWidget &strip);

Q_SIGNALS:
    void undoRequested();
    void redoRequested();
    void leaveRequested(); // Esc
    void refused(const QString &sentence); // what was pasted
    void fixWanted(int mark); // put what was meant in its place

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    bool handleListKey(QKeyEvent &event);
    bool handleEditKey(QKeyEvent &event);
    void breakLine();
    void indentLines(int spaces);
    void typeBracket(const QString &bracket);
    void refreshList(bool isAsked);
    void closeList();
    void takeOffer(const QString &name);
    void showMarks();
    void tellMarks();
    void layOutNotes();
    void placeNotes();
    SpecNote *makeNote();
    QRectF rowOf(const QTextBlock &block) const; // of the viewport; taller than its letters

    const Theme &m_theme;
    SpecRows *m_rows;
    LineNumbers *m_numbers;
    QWidget *m_anchor; // of the list; never shown
    CompletionPopup *m_popup;
    QTimer *m_notePause; // of typing, before a new note comes
    std::vector<EditorMark> m_marks;
    std::vector<SpecNote *> m_notes; // also those that have nothing to say now
    std::vector<SpecNote *> m_told; // of m_notes
    std::vector<std::size_t> m_toldMarks; // their marks
    bool m_isTyping = false; // while a key is taken
    std::vector<Candidate> m_events;
    std::vector<Candidate> m_properties;
};
