// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/overlay.h"
#include "ui/theme/theme.h"

#include <QStringList>

#include <vector>

class QLabel;
class QVBoxLayout;

// A way out of an empty answer: "Without | $browser is Netscape | 158,094 users | Apply".
struct StateReason
{
    QString words; // "Without"
    QString name; // set stronger
    QString detail;
    QString action; // text of the link at the right; none when empty
};

struct StateButton
{
    QString text;
    QString icon; // of :/icons
    bool isPrimary = false; // filled
    QString hint; // words after the last button, as its shortcut
};

// What is said where the answer would be.
struct StateText
{
    QString icon = QStringLiteral("info");
    Role iconRole = Role::Info;
    QString title;
    QString sentence;
    std::vector<StateReason> reasons;
    QStringList points; // a list of what is wrong, one per line
    QString code; // in mono, in a box, selectable
    std::vector<StateButton> buttons;
};

// Empty, failed, welcome: a plate in the middle of its parent; what is behind it (the grid) stays. All text is plain.
class StateView : public Overlay
{
    Q_OBJECT
public:
    StateView(const Theme &theme, QWidget *parent);

    void showState(const StateText &text); // raises and shows it
    void hideState();
    void setReasonDetail(int reason, const QString &detail); // of what is shown

Q_SIGNALS:
    void reasonClicked(int reason);
    void buttonClicked(int button);

private:
    void addHead(QVBoxLayout *column, const StateText &text);
    void addReasons(QVBoxLayout *column, const StateText &text);
    void addDetails(QVBoxLayout *column, const StateText &text);
    void addButtons(QVBoxLayout *column, const StateText &text);

    const Theme &m_theme;
    QWidget *m_plate = nullptr;
    std::vector<QLabel *> m_details; // of its reasons
};
