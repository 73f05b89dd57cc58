// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/composition.h"
#include "ui/theme/theme.h"
#include "version.h"

#include <QApplication>
#include <QIcon>
#include <QSettings>

namespace {

SchemeChoice storedScheme()
{
    const int choice = QSettings().value(QStringLiteral("theme"), int(SchemeChoice::System)).toInt();
    return choice == int(SchemeChoice::Light) ? SchemeChoice::Light
        : choice == int(SchemeChoice::Dark)   ? SchemeChoice::Dark
                                              : SchemeChoice::System;
}

} // namespace

int runWindow(int argc, char **argv, const Options &options)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("insights-explorer"));
    QApplication::setOrganizationName(QStringLiteral("insights-explorer"));
    QApplication::setApplicationDisplayName(QStringLiteral("Insights Explorer"));
    QApplication::setApplicationVersion(QString::fromLatin1(insightsVersion));
    QApplication::setDesktopFileName(QStringLiteral("insights-explorer"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/insights-explorer.svg")));
    Theme theme;
    theme.apply(app, storedScheme());

    Composition composition(options.target, theme);
    if (options.specs.isEmpty() && options.target.project.isEmpty())
        composition.window().bringBack();
    if (!options.specs.isEmpty())
        composition.window().openFiles(options.specs);
    composition.window().show();
    composition.connectNow();
    return QApplication::exec();
}
