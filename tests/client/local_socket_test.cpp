// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/local_socket.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

class LocalSocketTest : public QObject
{
    Q_OBJECT
private:
    QString deep(const QString &name = "d") const
    {
        return m_directory.filePath(QString(60, 'x') + "/" + QString(60, 'y') + "/" + name);
    }

    static QString socketOf(const QString &directory)
    {
        return QString::fromStdString(socketPath(directory.toStdString()));
    }

    QTemporaryDir m_directory;

private Q_SLOTS:
    void init()
    {
        QDir(m_directory.path()).mkpath("run");
        chmod(QFile::encodeName(m_directory.filePath("run")).constData(), 0700);
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_directory.filePath("run")));
    }

    void itIsInTheDirectory()
    {
        const QString canonical = QFileInfo(m_directory.path()).canonicalFilePath();
        QCOMPARE(socketOf(m_directory.path()), canonical + "/insightsd.sock");
    }

    void allNamesOfADirectoryAreOneSocket()
    {
        QVERIFY(QDir(m_directory.path()).mkpath("data"));
        QFile::link(m_directory.filePath("data"), m_directory.filePath("link"));
        const QString expected = socketOf(m_directory.filePath("data"));

        QCOMPARE(socketOf(m_directory.filePath("data/")), expected);
        QCOMPARE(socketOf(m_directory.filePath("./x/../data")), expected);
        QCOMPARE(socketOf(m_directory.filePath("link")), expected);
        QDir::setCurrent(m_directory.path());
        QCOMPARE(socketOf("data"), expected);
        QDir::setCurrent("/");
    }

    void aDirectoryNeedNotExistYet()
    {
        const QString path = m_directory.filePath("later");
        const QString before = socketOf(path);
        QVERIFY(QDir().mkpath(path));
        QCOMPARE(socketOf(path), before);
    }

    void aDeepDirectoryHasItsSocketAtRuntime()
    {
        const QString path = socketOf(deep());

        QVERIFY2(path.startsWith(m_directory.filePath("run/insights-explorer-")), qPrintable(path));
        QVERIFY(path.size() <= 100);
        QCOMPARE(socketOf(deep()), path);
        QVERIFY(socketOf(deep("e")) != path);
    }

    void aRuntimeDirectoryThatOthersCanWriteIsNotTaken_data()
    {
        QTest::addColumn<QString>("directory");
        QTest::newRow("of others too") << m_directory.filePath("run");
        QTest::newRow("missing") << m_directory.filePath("missing");
        QTest::newRow("relative") << "run";
        QTest::newRow("none") << "";
    }
    void aRuntimeDirectoryThatOthersCanWriteIsNotTaken()
    {
        QFETCH(QString, directory);
        chmod(QFile::encodeName(m_directory.filePath("run")).constData(), 0777);
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(directory));

        const QString path = socketOf(deep());

        const QString own = "/tmp/insights-explorer-" + QString::number(getuid());
        QVERIFY2(path.startsWith(own + "/"), qPrintable(path));
        struct stat status = {};
        QCOMPARE(lstat(QFile::encodeName(own).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0700));
    }
};

QTEST_GUILESS_MAIN(LocalSocketTest)
#include "local_socket_test.moc"
