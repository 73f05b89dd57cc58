// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/fuzzy.h"

#include <QLineEdit>

class CompletionPopup;
class Theme;

// A field for a name or value: it offers what is known while one types, and takes what is not. What stands in it is
// `value()`; typing changes that only when it is settled by Enter, Tab, a click in the list, or leaving the field where
// nothing known matches. Esc takes the typing back.
class CompletionField : public QLineEdit
{
    Q_OBJECT
public:
    // In a row that draws its own frame a field is Bare.
    enum class Look { Framed, Bare };
    explicit CompletionField(const Theme &theme, Look look, QWidget *parent = nullptr);

    const QString &value() const { return m_value; }
    void setValue(const QString &value); // says nothing; does not disturb typing that goes on from the same value
    void setCandidates(std::vector<Candidate> candidates);
    const std::vector<Candidate> &candidates() const { return m_candidates; }
    void setListNote(const QString &note); // under the list: "Looking…"
    void setAnchor(const QWidget *anchor)
    {
        m_anchor = anchor;
    } // what the list hangs under; the field itself by default
    void setFitsText(bool fits); // asks for the width of its text, not for a field's

    void openList();
    bool isListOpen() const { return m_isOpen; } // also while there is nothing to show yet
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void accepted(const QString &value); // settled, and not what it was
    void abandoned(); // left or given up as it was
    void listOpened();
    void searchChanged(const QString &typed);
    void eraseRequested(); // Backspace in an empty field

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    CompletionPopup &popup();
    QString typed() const { return m_isSearching ? text() : QString(); }
    void refreshList();
    int rowToMark(const std::vector<Suggestion> &rows) const;
    void closeList();
    void settle(const QString &value);
    void settleMarked();
    void settleOnLeaving();
    void revert();
    bool handleListKey(QKeyEvent &event);

    const Theme &m_theme;
    const Look m_look;
    CompletionPopup *m_popup = nullptr; // made when first needed
    const QWidget *m_anchor = nullptr;
    std::vector<Candidate> m_candidates;
    QString m_value;
    QString m_note;
    bool m_isOpen = false;
    bool m_isSearching = false; // the text is what one looks for, not the value
    bool m_fitsText = false;
};
