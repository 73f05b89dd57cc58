// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/library/library_edits.h"
#include "ui/library/library_model.h"

#include <QWidget>

class ElidedLabel;
class LibraryTree;
class QLineEdit;
class QPushButton;
class QMenu;
class Theme;

// What is kept, at the left of the window: searched, opened and put in order. What it does to the library can be undone.
class LibraryPanel : public QWidget
{
    Q_OBJECT
public:
    static constexpr int usualWidth = 216; // px

    LibraryPanel(const Theme &theme, Library &library, History &history, QWidget *parent = nullptr);

    LibraryEdits &edits() { return m_edits; }
    // Marks what the window shows; nothing for what is not of the library.
    void setShown(const LibraryPlace &place);
    // Asks for name, folder and note of an item.
    void askForWords(qint64 id);

Q_SIGNALS:
    void opened(const LibraryPlace &place);
    void saveQuestionWanted();
    void newBoardWanted();
    void fileWanted(qint64 id); // save the item as one
    void addToBoardWanted(qint64 question, qint64 board); // 0: a new one

private:
    void createWidgets(const Theme &theme);
    void arrange();
    void connectSignals();
    void showMenu(const LibraryPlace &place, const QPoint &at);
    void fillItemMenu(QMenu &menu, const LibraryPlace &place);
    void addMoveMenu(QMenu &menu, const LibraryPlace &place);
    void addBoardMenu(QMenu &menu, const LibraryPlace &place);
    void rename(const LibraryPlace &place, const QString &name);
    void move(const LibraryPlace &place, const QString &folder);
    void remove(const LibraryPlace &place);
    void showUndo();

    const Theme &m_theme;
    Library &m_library;
    History &m_history;
    LibraryEdits m_edits;
    LibraryModel m_model;
    QLineEdit *m_search;
    LibraryTree *m_tree;
    QWidget *m_undoBar;
    ElidedLabel *m_undoText;
    QPushButton *m_undo;
};
