// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

// A panel that lies over the leading side of what stands beside it, where there is no room for both. Esc and a press
// on what it covers ask for its end; that press does nothing else.
class Drawer : public QFrame
{
    Q_OBJECT
public:
    explicit Drawer(QWidget &covered); // over it, in its parent; goes and comes with it

    void setPanel(QWidget *panel); // takes it, shut as it is
    void setOpen(bool open); // the focus goes into the panel, and back when it shuts

Q_SIGNALS:
    void closeRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void place();
    QWidget *firstField() const;

    QWidget &m_covered;
    QWidget *m_panel = nullptr;
    QPointer<QWidget> m_before; // had the focus
    bool m_isOpen = false;
};
