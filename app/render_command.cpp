// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/asker.h"
#include "app/commands.h"
#include "ui/charts/sheet_file.h"
#include "ui/shell/answer_export.h"
#include "ui/shell/answer_sheet.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QThreadPool>

#include <cstdio>
#include <deque>
#include <functional>
#include <map>

namespace {

constexpr QSize usualSize(1280, 720);

bool isOneFile(const Options &options)
{
    return options.specs.size() == 1 && !options.out.endsWith(u'/') && !QFileInfo(options.out).isDir();
}

SheetFormat formatOf(const Options &options)
{
    return isOneFile(options) ? *sheetFormatOf(options.out) : options.pictures.value_or(SheetFormat::Png);
}

// The file named, or one in the folder, named after the question.
QString pathFor(const QString &name, const Options &options)
{
    return isOneFile(options) ? options.out
                              : QDir(options.out).filePath(questionFileStem(name) + endingOf(formatOf(options)));
}

// Why this cannot be done; empty when it can.
QString problemOf(const Options &options)
{
    if (isOneFile(options)) {
        const std::optional<SheetFormat> format = sheetFormatOf(options.out);
        if (!format)
            return QStringLiteral("--out %1: give a name that ends in .png, .svg or .pdf, or a folder")
                .arg(options.out);
        if (options.pictures && options.pictures != format)
            return QStringLiteral("--format: --out %1 says another; leave one of them out").arg(options.out);
    }
    std::map<QString, QString> names; // of what is drawn, by where to
    for (const QString &name : options.specs) {
        const auto [other, isNew] = names.try_emplace(pathFor(name, options), name);
        if (!isNew)
            return QStringLiteral("%1 and %2 would both become %3: rename one of them")
                .arg(other->second, name, other->first);
    }
    return {};
}

ChartSheet sheetOf(const AnsweredFile &file)
{
    if (file.board)
        return boardSheet(*file.board, file.answers, file.project);
    const TileAnswer &answer = file.answers.front();
    ChartSheet sheet = answerSheet(*answer.answered, answer.besides);
    sheet.foot = answeredWords(answer.answered->at, file.project);
    return sheet;
}

QSize sizeOf(const AnsweredFile &file, const Options &options)
{
    if (options.size)
        return *options.size;
    return file.board ? QSize(usualSize.width(), boardPageHeight(*file.board)) : usualSize;
}

// Paints, which QtCharts does in this thread only, and leaves the rest of the work, most of it for PNG, to any thread.
std::function<QByteArray()> drawn(const AnsweredFile &file, const Options &options, const Theme &theme)
{
    const SheetFormat format = formatOf(options);
    const QSize size = sizeOf(file, options);
    if (format == SheetFormat::Png)
        return [image = sheetImage(size, options.scale, sheetOf(file), theme)] { return pngBytes(image); };
    return [bytes = sheetBytes(format, size, options.scale, sheetOf(file), theme)] { return bytes; };
}

// Why it was not written; empty when it was.
QString write(const QString &path, const QByteArray &bytes)
{
    return bytes.isEmpty() ? QStringLiteral("the picture is too large to be made: choose a smaller --size or --scale")
                           : writeFile(path, bytes);
}

// Draws what is answered while the rest is asked, and compresses and writes in as many threads as the machine has.
class Renderer : public QObject
{
public:
    Renderer(const Options &options, const Theme &theme)
        : m_options(options)
        , m_theme(theme)
        , m_asker(options.target, options.specs, Asker::Asked::WithBesides)
    {
        connect(&m_asker, &Asker::answered, this, &Renderer::take);
        connect(&m_asker, &Asker::failed, this, [this](const QString &message) { m_failures << message; });
        connect(&m_asker, &Asker::finished, this, &Renderer::finish, Qt::QueuedConnection);
    }

    void start() { m_asker.start(); }

private:
    void take(const AnsweredFile &file)
    {
        m_waiting.push_back(file);
        drawMore();
    }

    // Pictures are large: no more of them than the threads have work for.
    void drawMore()
    {
        for (; m_drawing <= m_pool.maxThreadCount() && !m_waiting.empty(); m_waiting.pop_front()) {
            const QString path = pathFor(m_waiting.front().name, m_options);
            ++m_drawing;
            m_pool.start([this, path, bytes = drawn(m_waiting.front(), m_options, m_theme)] {
                const QString problem = write(path, bytes());
                QMetaObject::invokeMethod(
                    this, [this, path, problem] { settle(path, problem); }, Qt::QueuedConnection);
            });
        }
    }

    void settle(const QString &path, const QString &problem)
    {
        --m_drawing;
        if (problem.isEmpty())
            say(QStringLiteral("%1 of %2: %3").arg(++m_drawn).arg(m_options.specs.size()).arg(path));
        else
            m_failures << path + QStringLiteral(": ") + problem;
        drawMore();
        if (m_asked)
            finish(*m_asked);
    }

    void finish(int exitCode)
    {
        m_asked = exitCode;
        if (m_drawing > 0)
            return;
        if (!m_failures.isEmpty() && m_options.specs.size() > 1)
            say(QStringLiteral("%1 of %2 failed:").arg(m_options.specs.size() - m_drawn).arg(m_options.specs.size()));
        for (const QString &failure : m_failures)
            say(failure);
        QCoreApplication::exit(exitCode == 0 && !m_failures.isEmpty() ? 1 : exitCode);
    }

    static void say(const QString &line) { std::fprintf(stderr, "%s\n", qUtf8Printable(line)); }

    const Options &m_options;
    const Theme &m_theme;
    Asker m_asker;
    QThreadPool m_pool; // ends before what its work looks at
    std::deque<AnsweredFile> m_waiting;
    QStringList m_failures;
    std::optional<int> m_asked; // the exit code so far, once everything is asked
    int m_drawing = 0;
    int m_drawn = 0;
};

} // namespace

int runRender(int argc, char **argv, const Options &options)
{
    if (const QString problem = problemOf(options); !problem.isEmpty()) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(problem));
        return 2;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen"); // the same picture with and without a display
    QApplication app(argc, argv);
    const Theme theme(options.isDark ? Scheme::Dark : Scheme::Light);
    Theme::loadFonts();
    if (!QDir().mkpath(isOneFile(options) ? QFileInfo(options.out).path() : options.out)) {
        std::fprintf(stderr, "--out %s: the folder cannot be made\n", qUtf8Printable(options.out));
        return 2;
    }
    Renderer renderer(options, theme);
    QMetaObject::invokeMethod(
        &renderer, [&renderer] { renderer.start(); }, Qt::QueuedConnection);
    return QApplication::exec();
}
