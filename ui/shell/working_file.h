// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include <QObject>
#include <QString>

class DraftQuery;

// The file (.insight.json) that the question of a window was opened from, and is saved to.
class WorkingFile : public QObject
{
    Q_OBJECT
public:
    WorkingFile(DraftQuery &draft, QWidget *window);

    // The draft was just read from it; `contents` is what it held.
    void opened(const QString &path, const QByteArray &contents);
    void letGo(); // the draft is another question from now on
    bool isOpen() const { return !m_path.isEmpty(); }
    QString name() const; // without its folder; empty when none is open
    bool isEdited() const; // since it was opened or saved

    // Where it came from; asks first when somebody else wrote there meanwhile.
    void save();
    // Asks where to; `proposed` is a name without suffix, for a question that has no file yet.
    void saveAs(const QString &proposed);

Q_SIGNALS:
    void changed(); // name() or isEdited()
    void saved(const QString &path);
    void said(const QString &sentence);

private:
    void write(const QString &path);
    void askToOverwrite();
    void showEdited();

    DraftQuery &m_draft;
    QWidget *const m_window;
    QString m_path;
    QByteArray m_contents; // as last read or written here
    insights::v1::QuerySpec m_spec; // that these say
    bool m_shownEdited = false;
};
