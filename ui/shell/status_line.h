// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/query_controller.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QStatusBar>

// Whom the window talks to.
struct ServiceStatus
{
    enum class State { Starting, Ready, Failed };
    State state = State::Starting;
    QString name; // "Local service", or the server's address
    QString reason; // why it failed, or what takes so long
};

// An icon in the status line; hidden while it has nothing to show.
// Of a board: what its tiles say together.
struct BoardStatus
{
    int tiles = 0; // asked the last time
    qint64 elapsedMs = 0;
    bool isAsking = false;
    int failed = 0;
    QDateTime at; // of the newest answer; invalid without
    qint64 rowsRead = 0;
    QString engine;
};

class StatusMark : public QLabel
{
    Q_OBJECT
public:
    StatusMark(const Theme &theme, QWidget *parent);

    void setMark(const QString &icon, Role role);
    const QString &mark() const { return m_icon; }

private:
    void draw();

    const Theme &m_theme;
    QString m_icon;
    Role m_role = Role::Text2;
};

// One thing the status line knows, set off from the one before it; hidden while it is unknown.
class StatusFact : public QWidget
{
    Q_OBJECT
public:
    StatusFact(const Theme &theme, QWidget *parent);

    void setText(const QString &text);

    StatusMark *const mark;
    QLabel *const words;
};

// What happened and when, what it took, where it was asked.
class StatusLine : public QStatusBar
{
    Q_OBJECT
public:
    explicit StatusLine(const Theme &theme, QWidget *parent = nullptr);

    void showState(const QueryState &state);
    void showBoard(const BoardStatus &status);
    void showElapsed(qint64 ms); // of the question under way
    void showZone(const QString &zone);
    void showService(const ServiceStatus &status);
    void say(const QString &sentence); // "Copied the query spec."

private:
    StatusFact *addFact(const QString &name, const QString &icon = {});

    const Theme &m_theme;
    StatusMark *m_eventMark;
    QLabel *m_event;
    StatusFact *m_time;
    StatusFact *m_rows;
    StatusFact *m_engine;
    StatusFact *m_zone;
    StatusFact *m_connection;
};
