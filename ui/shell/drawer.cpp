// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/drawer.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStyle>

Drawer::Drawer(QWidget &covered)
    : QFrame(covered.parentWidget())
    , m_covered(covered)
{
    setObjectName(QStringLiteral("drawer"));
    setAutoFillBackground(true);
    auto *edge = new QFrame(this);
    edge->setProperty("rule", true);
    edge->setFixedWidth(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(edge);
    hide();
    covered.installEventFilter(this);
}

void Drawer::setPanel(QWidget *panel)
{
    if (panel->parentWidget() == this)
        return;
    m_panel = panel;
    static_cast<QHBoxLayout *>(layout())->insertWidget(0, panel);
    panel->show();
}

void Drawer::setOpen(bool open)
{
    if (open == m_isOpen)
        return;
    m_isOpen = open;
    if (open) {
        m_before = QApplication::focusWidget();
        qApp->installEventFilter(this);
        place();
        if (QWidget *field = firstField())
            field->setFocus(Qt::OtherFocusReason);
        return;
    }
    qApp->removeEventFilter(this);
    if (isAncestorOf(QApplication::focusWidget()))
        (m_before && m_before->isVisible() ? m_before.data() : &m_covered)->setFocus(Qt::OtherFocusReason);
    place();
}

void Drawer::place()
{
    const QRect room = m_covered.geometry();
    const QSize size(std::min(sizeHint().width(), room.width()), room.height());
    setGeometry(QStyle::alignedRect(layoutDirection(), Qt::AlignLeft | Qt::AlignTop, size, room));
    setVisible(m_isOpen && !m_covered.isHidden());
    raise();
}

// The field that was used last, else the first.
QWidget *Drawer::firstField() const
{
    if (QWidget *last = m_panel->focusWidget(); last && last->isVisible())
        return last;
    for (QWidget *next = m_panel->nextInFocusChain(); next != m_panel; next = next->nextInFocusChain())
        if (m_panel->isAncestorOf(next) && next->isVisible() && next->isEnabled()
            && (next->focusPolicy() & Qt::TabFocus))
            return next;
    return nullptr;
}

bool Drawer::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        if (m_isOpen && watched->isWidgetType()
            && (watched == &m_covered || m_covered.isAncestorOf(static_cast<QWidget *>(watched)))) {
            Q_EMIT closeRequested();
            return true;
        }
        break;
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
        if (watched == &m_covered)
            place();
        break;
    default: break;
    }
    return QFrame::eventFilter(watched, event);
}

void Drawer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QFrame::keyPressEvent(event);
}
