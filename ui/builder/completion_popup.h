// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/completion_model.h"

#include <QFrame>

class QLabel;
class QListView;
class Theme;

// The list under a field. It never takes the focus: the field keeps the caret and hands its keys over.
class CompletionPopup : public QFrame
{
    Q_OBJECT
public:
    CompletionPopup(const Theme &theme, QWidget *field);

    void setRows(std::vector<Suggestion> rows, const QString &typed, int marked); // -1 marks none
    void setNote(const QString &note); // a line under the list; empty for none
    // Under `anchor`, at least as wide as it, or above where the screen ends.
    void showAt(const QWidget &anchor);
    void moveCurrent(int rows);
    QString currentName() const; // empty when no row is marked
    int rowCount() const { return m_model.rowCount(); }

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void chosen(const QString &name);
    void dismissed(); // pressed or scrolled somewhere else

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    int widthFor(const QWidget &anchor) const;
    QSize sizeFor(int width) const;

    QWidget &m_field;
    CompletionModel m_model;
    QListView *m_list = nullptr;
    QLabel *m_note = nullptr;
};
