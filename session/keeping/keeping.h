// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/keeping/history.h"
#include "session/keeping/kept_drafts.h"
#include "session/keeping/library.h"

#include <QThread>

class Store;

// What the analyst keeps, in one SQLite file of a folder that all windows share. A thread of its own reads and writes;
// this one never waits for it but at the end, when what is on its way is written and the draft is closed.
class Keeping : public QObject
{
    Q_OBJECT
public:
    // One per window. The folder is made when it is not there.
    explicit Keeping(const QString &folder, QObject *parent = nullptr);
    ~Keeping() override;

    static QString defaultFolder(); // $XDG_DATA_HOME/insights-explorer/library

    Library &library() { return m_library; }
    History &history() { return m_history; }
    KeptDrafts &drafts() { return m_drafts; }

    bool isLoaded() const { return m_isLoaded; }
    // Why work is in memory only, a sentence; empty when nothing is in the way. Saving is tried again and again.
    const QString &problem() const { return m_problem; }
    // Whether library and history are on disk as they are here.
    bool isAllSaved() const { return m_library.isAllSaved() && m_history.isAllSaved(); }

Q_SIGNALS:
    void loaded(); // library, history and drafts
    void problemChanged();
    void noticed(const QString &sentence); // said once: a damaged file was set aside

private:
    void connectStore();

    QThread m_thread;
    Store *m_store; // lives in m_thread and ends with it
    Library m_library;
    History m_history;
    KeptDrafts m_drafts;
    QString m_problem;
    bool m_isLoaded = false;
};
