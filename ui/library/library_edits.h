// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/keeping/library.h"

#include <QObject>
#include <QUndoStack>

// What a window does to the library, each a step that can be undone without limit.
class LibraryEdits : public QObject
{
    Q_OBJECT
public:
    explicit LibraryEdits(Library &library, QObject *parent = nullptr);

    QUndoStack &undoStack() { return m_undoStack; }

    qint64 add(const LibraryItem &item); // the id of the new item
    qint64 duplicate(qint64 id); // "Growth copy", beside it; 0 when it is not there
    void update(const LibraryItem &item, const QString &what);
    void rename(qint64 id, const QString &name);
    void move(qint64 id, const QString &folder);
    // To another path, with all in it.
    void moveFolder(const QString &from, const QString &to);
    void remove(qint64 id);

private:
    class Change;
    class Presence;
    void change(std::vector<LibraryItem> before, std::vector<LibraryItem> after, const QString &what);

    Library &m_library;
    QUndoStack m_undoStack;
};
