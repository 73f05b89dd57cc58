// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/pass_through.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace {

bool isForWindow(const QObject &field, const QEvent &event)
{
    if (event.type() == QEvent::Wheel)
        return true;
    if (event.type() != QEvent::ShortcutOverride)
        return false;
    const auto &key = static_cast<const QKeyEvent &>(event);
    const auto *edit = qobject_cast<const QLineEdit *>(&field);
    const bool undoes = key.matches(QKeySequence::Undo) && !(edit && edit->isUndoAvailable());
    const bool redoes = key.matches(QKeySequence::Redo) && !(edit && edit->isRedoAvailable());
    return undoes || redoes;
}

} // namespace

PassThrough::PassThrough(QWidget &field)
    : QObject(&field)
{
    field.installEventFilter(this);
}

bool PassThrough::eventFilter(QObject *watched, QEvent *event)
{
    if (!isForWindow(*watched, *event))
        return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
}
