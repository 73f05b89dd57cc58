// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/gallery.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

namespace {

constexpr int settleMs = 60; // what waits on purpose, as the dimming of an old answer, has come
constexpr int settleRounds = 20; // of the event loop: answers come, layouts settle, however busy the machine is

// Takes the pictures one by one, as the event loop comes to them.
class Photographer : public QObject
{
public:
    Photographer(QApplication &app, const QDir &folder)
        : m_app(app)
        , m_folder(folder)
    {
        for (auto *pieces : {&questionPieces, &resultPieces, &filePieces, &windowPieces})
            for (GalleryEntry &entry : pieces())
                m_entries.push_back(std::move(entry));
    }

    void start()
    {
        if (m_next == m_entries.size() && m_isDark)
            return QApplication::exit(m_failures == 0 ? 0 : 1);
        if (m_next == m_entries.size()) {
            m_isDark = true;
            m_next = 0;
        }
        if (m_next == 0)
            m_theme.apply(m_app, m_isDark ? SchemeChoice::Dark : SchemeChoice::Light);
        const GalleryEntry &entry = m_entries[m_next];
        m_piece = entry.make(m_theme);
        m_piece.widget->ensurePolished();
        m_piece.widget->resize(entry.size.isEmpty() ? m_piece.widget->sizeHint() : entry.size);
        m_piece.widget->setAttribute(Qt::WA_DontShowOnScreen);
        m_piece.widget->show();
        QTimer::singleShot(settleMs, this, [this] { settle(settleRounds); });
    }

private:
    void settle(int rounds)
    {
        if (rounds == 0)
            take();
        else
            QTimer::singleShot(0, this, [this, rounds] { settle(rounds - 1); });
    }

    void take()
    {
        const QString name = QStringLiteral("%1-%2.png")
                                 .arg(QLatin1String(m_entries[m_next].name),
                                      m_isDark ? QStringLiteral("dark") : QStringLiteral("light"));
        QPixmap picture(m_piece.widget->size() * m_piece.widget->devicePixelRatioF());
        picture.setDevicePixelRatio(m_piece.widget->devicePixelRatioF());
        picture.fill(m_theme.color(Role::Window));
        m_piece.widget->render(&picture, {}, {}, QWidget::DrawWindowBackground | QWidget::DrawChildren);
        const bool isWritten = picture.save(m_folder.filePath(name));
        m_failures += isWritten ? 0 : 1;
        std::fprintf(stderr, isWritten ? "%s\n" : "%s was not written\n", qUtf8Printable(m_folder.filePath(name)));
        m_piece.widget.reset(); // before what it looks at
        ++m_next;
        start();
    }

    QApplication &m_app;
    const QDir m_folder;
    Theme m_theme;
    std::vector<GalleryEntry> m_entries;
    std::size_t m_next = 0;
    bool m_isDark = false;
    int m_failures = 0;
    GalleryPiece m_piece;
};

} // namespace

int runGallery(int argc, char **argv, const Options &options)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir settings; // what the pieces remember is no business of the user's
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    QApplication::setOrganizationName(QStringLiteral("insights-explorer-gallery"));
    if (!QDir().mkpath(options.out)) {
        std::fprintf(stderr, "--out %s: the folder cannot be made\n", qUtf8Printable(options.out));
        return 2;
    }
    Photographer photographer(app, QDir(options.out));
    QTimer::singleShot(0, &photographer, &Photographer::start);
    return QApplication::exec();
}
