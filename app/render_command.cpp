// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/asker.h"
#include "app/commands.h"
#include "ui/charts/sheet_file.h"
#include "ui/shell/answer_export.h"
#include "ui/shell/answer_sheet.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>

#include <cstdio>

namespace {

// One spec goes to the file named; several, or a directory that exists or ends in a slash, to files named after them.
QString pathFor(const QString &spec, const Options &options)
{
    const QFileInfo out(options.out);
    const bool isDirectory = options.specs.size() > 1 || options.out.endsWith(u'/') || out.isDir();
    return isDirectory ? QDir(options.out).filePath(QFileInfo(spec).completeBaseName() + QStringLiteral(".png"))
                       : options.out;
}

// Why it was not written; empty when it was.
QString write(const Answered &answer, const QString &path, const Options &options, const Theme &theme)
{
    if (!QFileInfo(path).dir().mkpath(QStringLiteral(".")))
        return QStringLiteral("the folder cannot be made");
    ChartSheet sheet = answerSheet(answer);
    sheet.foot = answeredWords(answer.at, {});
    return writeFile(path, sheetBytes(*sheetFormatOf(path), options.size, options.scale, sheet, theme));
}

} // namespace

int runRender(int argc, char **argv, const Options &options)
{
    const bool isOneFile = options.specs.size() == 1 && !options.out.endsWith(u'/') && !QFileInfo(options.out).isDir();
    if (isOneFile && !sheetFormatOf(options.out)) {
        std::fprintf(stderr, "--out %s: give a name that ends in .png, .svg or .pdf, or a folder\n",
                     qUtf8Printable(options.out));
        return 2;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen"); // the same picture with and without a display
    QApplication app(argc, argv);
    const Theme theme(options.isDark ? Scheme::Dark : Scheme::Light);
    Theme::loadFonts();

    int failures = 0;
    Asker asker(options.target, options.specs);
    QObject::connect(&asker, &Asker::answered, [&](const QString &spec, const Answered &answer) {
        const QString path = pathFor(spec, options);
        const QString error = write(answer, path, options, theme);
        failures += error.isEmpty() ? 0 : 1;
        std::fprintf(stderr, "%s\n", qUtf8Printable(error.isEmpty() ? path : path + QStringLiteral(": ") + error));
    });
    QObject::connect(&asker, &Asker::failed,
                     [](const QString &message) { std::fprintf(stderr, "%s\n", qUtf8Printable(message)); });
    QObject::connect(
        &asker, &Asker::finished, &app,
        [&](int exitCode) { QCoreApplication::exit(exitCode == 0 && failures > 0 ? 1 : exitCode); },
        Qt::QueuedConnection);
    asker.start();
    return QApplication::exec();
}
