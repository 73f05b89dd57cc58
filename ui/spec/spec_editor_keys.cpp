// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the keys do in a spec.
#include "ui/builder/completion_popup.h"
#include "ui/spec/spec_editor.h"
#include "ui/spec/spec_place.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QTextBlock>

#include <algorithm>

namespace {

constexpr int indentWidth = 2;
constexpr int mostOffers = 100;
constexpr int pageRows = 10;

int indentOf(const QString &line)
{
    return int(std::find_if(line.begin(), line.end(), [](QChar c) { return c != u' '; }) - line.begin());
}

bool opens(const QString &line)
{
    return line.endsWith(u'{') || line.endsWith(u'[');
}

} // namespace

bool SpecEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool isMine = key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)
            || (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier);
        if (isMine) {
            key->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void SpecEditor::keyPressEvent(QKeyEvent *event)
{
    const QScopedValueRollback typing(m_isTyping, true);
    if (handleListKey(*event) || handleEditKey(*event))
        return;
    const QString before = event->text();
    QPlainTextEdit::keyPressEvent(event);
    const bool isLetter = before.size() == 1 && (before[0].isLetter() || before[0] == u'"' || before[0] == u'_');
    const bool erases = event->key() == Qt::Key_Backspace && isListOpen();
    if (isLetter || erases)
        refreshList(false);
    else if (!before.isEmpty() || isListOpen())
        closeList();
}

bool SpecEditor::handleListKey(QKeyEvent &event)
{
    if (!isListOpen())
        return false;
    switch (event.key()) {
    case Qt::Key_Up: m_popup->moveCurrent(-1); return true;
    case Qt::Key_Down: m_popup->moveCurrent(1); return true;
    case Qt::Key_PageUp: m_popup->moveCurrent(-pageRows); return true;
    case Qt::Key_PageDown: m_popup->moveCurrent(pageRows); return true;
    case Qt::Key_Escape: closeList(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: takeOffer(m_popup->currentName()); return true;
    default: return false;
    }
}

bool SpecEditor::handleEditKey(QKeyEvent &event)
{
    if (event.matches(QKeySequence::Undo)) {
        Q_EMIT undoRequested();
        return true;
    }
    if (event.matches(QKeySequence::Redo)) {
        Q_EMIT redoRequested();
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Space:
        if (event.modifiers() != Qt::ControlModifier)
            return false;
        complete();
        return true;
    case Qt::Key_Escape: Q_EMIT leaveRequested(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event.modifiers() & Qt::ControlModifier)
            return false;
        breakLine();
        return true;
    case Qt::Key_Tab: indentLines(indentWidth); return true;
    case Qt::Key_Backtab: indentLines(-indentWidth); return true;
    case Qt::Key_BraceRight:
    case Qt::Key_BracketRight: typeBracket(event.text()); return true;
    default: return false;
    }
}

// The new line begins where this one does, deeper behind an opening bracket; a closing one goes below it.
void SpecEditor::breakLine()
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString line = cursor.block().text();
    const QString before = line.left(cursor.positionInBlock());
    const QString after = line.mid(cursor.positionInBlock());
    const int indent = std::min(indentOf(line), int(before.size()));
    const bool isOpened = opens(before.trimmed());
    cursor.insertText(u'\n' + QString(indent + (isOpened ? indentWidth : 0), u' '));
    const int position = cursor.position();
    if (isOpened && (after.startsWith(u'}') || after.startsWith(u']')))
        cursor.insertText(u'\n' + QString(indent, u' '));
    cursor.setPosition(position);
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

void SpecEditor::indentLines(int spaces)
{
    QTextCursor cursor = textCursor();
    if (!cursor.hasSelection() && spaces > 0) {
        cursor.insertText(QString(indentWidth - cursor.positionInBlock() % indentWidth, u' '));
        return;
    }
    const QTextBlock last = document()->findBlock(cursor.selectionEnd());
    cursor.beginEditBlock();
    for (QTextBlock block = document()->findBlock(cursor.selectionStart()); block.isValid(); block = block.next()) {
        QTextCursor edit(block);
        if (spaces > 0) {
            edit.insertText(QString(spaces, u' '));
        } else {
            edit.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor,
                              std::min(-spaces, indentOf(block.text())));
            edit.removeSelectedText();
        }
        if (block == last)
            break;
    }
    cursor.endEditBlock();
}

// A closing bracket that begins its line goes a level back.
void SpecEditor::typeBracket(const QString &bracket)
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    const bool isFirst = before.trimmed().isEmpty();
    for (int i = 0; isFirst && i < std::min(indentWidth, int(before.size())); ++i)
        cursor.deletePreviousChar();
    cursor.insertText(bracket);
    cursor.endEditBlock();
    setTextCursor(cursor);
    closeList();
}

void SpecEditor::complete()
{
    refreshList(true);
}

bool SpecEditor::isListOpen() const
{
    return m_popup->isVisible();
}

void SpecEditor::refreshList(bool isAsked)
{
    const SpecPlace place = specPlaceAt(text(), textCursor().position());
    std::vector<Candidate> candidates;
    for (const QString &name : place.offers)
        candidates.push_back({name});
    if (place.project == SpecPlace::Project::Event)
        candidates = m_events;
    else if (place.project == SpecPlace::Project::Property)
        candidates = m_properties;
    std::vector<Suggestion> rows = suggestions(candidates, place.typed, mostOffers);
    const bool isWhole = rows.size() == 1 && rows.front().candidate.name == place.typed;
    if (rows.empty() || (isWhole && !isAsked))
        return closeList();
    m_popup->setRows(std::move(rows), {}, 0);
    m_anchor->setGeometry(cursorRect());
    m_popup->showAt(*m_anchor);
}

void SpecEditor::setNames(std::vector<Candidate> events, std::vector<Candidate> properties)
{
    m_events = std::move(events);
    m_properties = std::move(properties);
}

void SpecEditor::closeList()
{
    m_popup->hide();
}

void SpecEditor::takeOffer(const QString &name)
{
    closeList();
    const QString all = text();
    const SpecPlace place = specPlaceAt(all, textCursor().position());
    if (name.isEmpty())
        return;
    const bool needsColon = place.isName && !QStringView(all).mid(place.to).trimmed().startsWith(u':');
    QTextCursor cursor = textCursor();
    cursor.setPosition(int(place.from));
    cursor.setPosition(int(place.to), QTextCursor::KeepAnchor);
    // A name of the project may hold anything.
    const QString quoted = QString::fromUtf8(QJsonDocument(QJsonArray{name}).toJson(QJsonDocument::Compact));
    cursor.insertText((place.isQuoted ? quoted.mid(1, quoted.size() - 2) : name)
                      + (needsColon ? QStringLiteral(": ") : QString()));
    setTextCursor(cursor);
}
