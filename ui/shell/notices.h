// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/state_view.h"

class QMessageBox;
class QWidget;

// What is said where the answer would be, while there is none to be had.
StateText startingNotice(const QString &service, const QString &reason); // without a reason: it opens the events
StateText noServiceNotice(const QString &reason,
                          bool hasConnections); // the second button leads to them // one button: try again
StateText noEventNotice();
StateText badQuestionNotice(const QString &reason); // as check() says it
StateText badFileNotice(const QString &error); // one button: back

void showAbout(QWidget &window);

// What is under way while the window is to be closed.
struct StopWords
{
    QString what; // "An import is running."
    QString whatStays; // when it is stopped
    QString keep; // of the button that goes on with it
};
StopWords importStopWords();
StopWords demoStopWords();
// Shown, modal to the window, and gone once answered; accepted when it is to be stopped.
QMessageBox *askToStop(QWidget &window, const StopWords &words);
