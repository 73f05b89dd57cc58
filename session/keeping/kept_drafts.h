// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/keeping/kept.h"

#include <QObject>
#include <QTimer>

#include <optional>

// What the windows are busy with, so that no crash costs it. This window's draft goes to disk as it changes, at most
// 150 ms late and the time of the disk.
class KeptDrafts : public QObject
{
    Q_OBJECT
public:
    explicit KeptDrafts(QObject *parent = nullptr);

    void keep(const explorer::v1::Question &question, const std::string &project, const QString &typed);

    bool isLoaded() const { return m_isLoaded; }
    // Of a window that ended without closing: there until it is dismissed, and offered to one window only.
    const std::optional<KeptDraft> &orphan() const { return m_orphan; }
    // Of the window that closed last.
    const std::optional<KeptDraft> &last() const { return m_last; }
    // It was taken up or is not wanted.
    void dismissOrphan();

    void load(const std::optional<KeptDraft> &orphan, const std::optional<KeptDraft> &last);
    void flush(); // what keep() was told last is on its way to disk

Q_SIGNALS:
    void loaded();
    void saved(); // the draft as it was told last is on disk
    void saveWanted(const KeptDraft &draft);
    void dismissWanted();

private:
    QTimer m_timer;
    std::optional<KeptDraft> m_next;
    std::optional<KeptDraft> m_orphan;
    std::optional<KeptDraft> m_last;
    bool m_isLoaded = false;
};
