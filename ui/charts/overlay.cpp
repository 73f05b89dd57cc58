// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/overlay.h"

#include <QEvent>

Overlay::Overlay(QWidget *parent)
    : QWidget(parent)
{
    parent->installEventFilter(this);
    setGeometry(parent->rect());
    hide();
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}
