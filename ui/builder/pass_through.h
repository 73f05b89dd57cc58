// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

// Events that a field of a scrolled form leaves to the window, though Qt's fields would swallow them: the wheel, which
// scrolls the form and changes nothing by accident, and Ctrl+Z where the field has no typing of its own to take back,
// so that it undoes the last step of the question.
class PassThrough : public QObject
{
public:
    explicit PassThrough(QWidget &field); // owned by it
    bool eventFilter(QObject *watched, QEvent *event) override;
};
