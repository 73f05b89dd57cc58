// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notices.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Notices", text);
}

StateText bad(const QString &title, const QString &sentence, const StateButton &button)
{
    StateText text;
    text.icon = QStringLiteral("error");
    text.iconRole = Role::Bad;
    text.title = title;
    text.sentence = sentence;
    text.buttons.push_back(button);
    return text;
}

} // namespace

StateText startingNotice(const QString &service, const QString &reason)
{
    StateText text;
    text.icon = QStringLiteral("clock");
    text.title = tr("%1 is starting").arg(service);
    text.sentence = reason.isEmpty() ? tr("It opens your events; this takes a moment the first time.") : reason;
    return text;
}

StateText noServiceNotice(const QString &reason, bool hasConnections)
{
    StateText text = bad(tr("The service is not there"), reason, {tr("Try again"), QStringLiteral("retry"), true, {}});
    if (hasConnections)
        text.buttons.push_back({tr("Connections…"), QStringLiteral("globe"), false, {}});
    return text;
}

StateText noEventNotice()
{
    StateText text;
    text.title = tr("Choose an event");
    text.sentence = tr("Add one at the left; the answer shows as soon as there is a question.");
    return text;
}

StateText badQuestionNotice(const QString &reason)
{
    StateText text;
    text.title = tr("The question needs a change");
    text.sentence = tr("Its field is marked at the left; the answer shows as soon as the question can be asked.");
    text.code = reason;
    return text;
}

StateText badFileNotice(const QString &error)
{
    return bad(tr("This file is no query spec"), error, {tr("Back"), QStringLiteral("undo"), true, {}});
}

void showAbout(QWidget &window)
{
    if (auto *shown = window.findChild<QMessageBox *>(QStringLiteral("aboutBox")))
        return shown->raise();
    auto *about
        = new QMessageBox(QMessageBox::NoIcon, tr("About Insights Explorer"),
                          tr("Insights Explorer %1\n\nAsk questions of product events and see the answer at once.\n\n"
                             "GPL-3.0-or-later. With Qt and QtCharts, gRPC, Protobuf, chDB and Inter.")
                              .arg(QCoreApplication::applicationVersion()),
                          QMessageBox::Ok, &window);
    about->setObjectName(QStringLiteral("aboutBox"));
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setIconPixmap(window.windowIcon().pixmap(64, 64));
    about->open();
}

QMessageBox *askToStop(QWidget &window, const StopWords &words)
{
    auto *question
        = new QMessageBox(QMessageBox::NoIcon, tr("Insights Explorer"), words.what, QMessageBox::NoButton, &window);
    question->setObjectName(QStringLiteral("stopQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(words.whatStays);
    auto *keep = question->addButton(words.keep, QMessageBox::RejectRole);
    keep->setObjectName(QStringLiteral("keepGoing"));
    question->addButton(tr("Stop and close"), QMessageBox::AcceptRole)->setObjectName(QStringLiteral("stopAndClose"));
    question->setDefaultButton(keep);
    question->setEscapeButton(keep);
    question->open();
    return question;
}

StopWords importStopWords()
{
    return {tr("An import is running."),
            tr("If it is stopped, the file under way leaves nothing in the project; files before it stay."),
            tr("Keep importing")};
}

StopWords demoStopWords()
{
    return {tr("The demo project is being made."),
            tr("If it is stopped, nothing of it is stored; it can be made again at any time."), tr("Keep making it")};
}
