// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/completion_field.h"

#include "ui/builder/completion_popup.h"
#include "ui/builder/controls.h"
#include "ui/builder/pass_through.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFrame>

#include <algorithm>
#include <utility>

namespace {

constexpr std::size_t mostRows = 200;
constexpr int pageRows = 9;
constexpr int bareHeight = 24;
constexpr int framedPadding = 10;
constexpr int chevronRight = 6;
constexpr int barePadding = 8; // around the text, and room for the caret
constexpr int bareMinimum = 56;
constexpr int chevronSize = 16;
constexpr int chevronRoom = 18; // of a framed field, at the right

} // namespace

CompletionField::CompletionField(const Theme &theme, Look look, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_look(look)
{
    if (look == Look::Framed) {
        setTextMargins(0, 0, chevronRoom, 0);
    } else {
        setProperty("bare", true);
        setFrame(false);
        setFixedHeight(bareHeight);
    }
    new PassThrough(*this);
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_isSearching = true;
        updateGeometry();
        openList();
        Q_EMIT searchChanged(text);
    });
}

void CompletionField::setValue(const QString &value)
{
    const bool isTypingOn = m_isSearching && value == m_value;
    m_value = value;
    if (isTypingOn)
        return;
    m_isSearching = false;
    if (text() != value) {
        setText(value);
        if (!hasFocus())
            setCursorPosition(0);
    }
    setToolTip(plainToolTip(value));
    updateGeometry();
}

void CompletionField::setCandidates(std::vector<Candidate> candidates)
{
    if (candidates == m_candidates)
        return;
    m_candidates = std::move(candidates);
    if (isListOpen())
        refreshList();
}

void CompletionField::setListNote(const QString &note)
{
    m_note = note;
    if (isListOpen())
        refreshList();
}

void CompletionField::setFitsText(bool fits)
{
    m_fitsText = fits;
    setSizePolicy(fits ? QSizePolicy::Preferred : QSizePolicy::Expanding, QSizePolicy::Fixed);
    updateGeometry();
}

CompletionPopup &CompletionField::popup()
{
    if (!m_popup) {
        m_popup = new CompletionPopup(m_theme, this);
        connect(m_popup, &CompletionPopup::chosen, this, &CompletionField::settle);
        connect(m_popup, &CompletionPopup::dismissed, this, &CompletionField::closeList);
    }
    return *m_popup;
}

void CompletionField::openList()
{
    const bool wasOpen = std::exchange(m_isOpen, true);
    refreshList();
    if (!wasOpen)
        Q_EMIT listOpened();
}

void CompletionField::refreshList()
{
    std::vector<Suggestion> rows = suggestions(m_candidates, typed(), mostRows);
    const int marked = rowToMark(rows);
    popup().setRows(std::move(rows), typed(), marked);
    popup().setNote(m_note);
    popup().showAt(m_anchor ? *m_anchor : *this);
}

// What Enter would take: the best match, the value as it is, or nothing where the value was just erased.
int CompletionField::rowToMark(const std::vector<Suggestion> &rows) const
{
    if (!typed().isEmpty() || m_value.isEmpty())
        return 0;
    if (m_isSearching)
        return -1;
    const auto isValue = [this](const Suggestion &row) { return row.candidate.name == m_value; };
    const auto found = std::find_if(rows.begin(), rows.end(), isValue);
    return found == rows.end() ? -1 : int(found - rows.begin());
}

void CompletionField::closeList()
{
    m_isOpen = false;
    if (m_popup)
        m_popup->hide();
}

void CompletionField::settle(const QString &value)
{
    closeList();
    m_isSearching = false;
    const bool isNew = value != m_value;
    m_value = value;
    setText(value);
    setToolTip(plainToolTip(value));
    if (hasFocus())
        selectAll(); // typing on means another
    updateGeometry();
    if (isNew)
        Q_EMIT accepted(value);
    else
        Q_EMIT abandoned();
}

void CompletionField::settleMarked()
{
    const QString marked = isListOpen() ? popup().currentName() : QString();
    settle(marked.isEmpty() ? text().trimmed() : marked);
}

// A known name that was typed in full, or one that nothing resembles, is meant; half a word is not.
void CompletionField::settleOnLeaving()
{
    const QString meant = text().trimmed();
    const auto similar = suggestions(m_candidates, meant, 1);
    const bool isKnown = !similar.empty() && similar.front().candidate.name == meant;
    if (m_isSearching && !meant.isEmpty() && (isKnown || similar.empty()))
        settle(meant);
    else
        revert();
}

void CompletionField::revert()
{
    closeList();
    m_isSearching = false;
    if (text() != m_value)
        setText(m_value);
    updateGeometry();
    Q_EMIT abandoned();
}

bool CompletionField::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_isSearching && !text().trimmed().isEmpty()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Tab || key == Qt::Key_Backtab)
            settleMarked(); // and on to the next field
    }
    return QLineEdit::event(event);
}

void CompletionField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Backspace && text().isEmpty())
        Q_EMIT eraseRequested();
    if (!handleListKey(*event))
        QLineEdit::keyPressEvent(event);
}

bool CompletionField::handleListKey(QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    const bool isOpen = isListOpen();
    switch (event.key()) {
    case Qt::Key_Down: isOpen ? popup().moveCurrent(1) : openList(); return true;
    case Qt::Key_Up: isOpen ? popup().moveCurrent(-1) : openList(); return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (isOpen)
            popup().moveCurrent(event.key() == Qt::Key_PageDown ? pageRows : -pageRows);
        return isOpen;
    case Qt::Key_Return:
    case Qt::Key_Enter: isOpen || m_isSearching ? settleMarked() : openList(); return true;
    case Qt::Key_Escape:
        if (!isOpen && !m_isSearching)
            return false;
        revert();
        selectAll();
        return true;
    default: return false;
    }
}

void CompletionField::mousePressEvent(QMouseEvent *event)
{
    QLineEdit::mousePressEvent(event);
    if (event->button() != Qt::LeftButton || isReadOnly())
        return;
    if (!m_isOpen && !m_isSearching)
        selectAll(); // the first click asks for another, the next places the caret
    openList();
}

void CompletionField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    const auto reason = event->reason();
    if (reason == Qt::PopupFocusReason)
        return; // the field's own menu
    if (reason == Qt::ActiveWindowFocusReason) {
        closeList(); // the typing goes on when the window is back
        return;
    }
    settleOnLeaving();
    deselect();
    setCursorPosition(0);
}

// A long text shows both its ends while it is not being typed.
void CompletionField::paintEvent(QPaintEvent *event)
{
    const bool isFramed = m_look == Look::Framed;
    const int left = isFramed ? framedPadding : 2;
    const int room = width() - 2 * left - (isFramed ? chevronRoom : 0);
    const bool isCut = !hasFocus() && fontMetrics().horizontalAdvance(text()) > room;
    if (!isCut)
        QLineEdit::paintEvent(event);
    QPainter painter(this);
    if (isCut) {
        QStyleOptionFrame option;
        initStyleOption(&option);
        style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
        painter.setPen(palette().color(QPalette::Text));
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideMiddle, room);
        painter.drawText(QRect(left, 0, room, height()), Qt::AlignLeft | Qt::AlignVCenter, shown);
    }
    if (isFramed) {
        const QRect place(width() - chevronSize - chevronRight, (height() - chevronSize) / 2, chevronSize, chevronSize);
        painter.drawPixmap(place, m_theme.pixmap("chevron-down", Role::Text2, devicePixelRatioF(), chevronSize));
    }
}

QSize CompletionField::sizeHint() const
{
    if (!m_fitsText)
        return m_look == Look::Bare ? QSize(bareMinimum, bareHeight) : QLineEdit::sizeHint();
    const QString shown = text().isEmpty() ? placeholderText() : text();
    return {fontMetrics().horizontalAdvance(shown) + barePadding, bareHeight};
}

QSize CompletionField::minimumSizeHint() const
{
    return m_fitsText ? QSize(barePadding, bareHeight) : QSize(bareMinimum, QLineEdit::minimumSizeHint().height());
}
