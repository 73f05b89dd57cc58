// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/access/api_keys.h"
#include "service/access/credentials.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

class ApiKeysTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aKeyIsMadeForItsOwnerAloneAndNeverWritten()
    {
        const std::string key = makeApiKey(path(), "shop", "nightly report");
        static const QRegularExpression form(QStringLiteral("^ik_[A-Za-z0-9_-]{43}$"));
        QVERIFY(form.match(QString::fromStdString(key)).hasMatch());
        const QString text = read();
        static const QRegularExpression line(QStringLiteral("^[0-9a-f]{64} shop nightly report\n$"));
        QVERIFY2(line.match(text).hasMatch(), qPrintable(text));
        QVERIFY(!text.contains(QString::fromStdString(key)));
        QVERIFY(!(QFile(file()).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));

        const auto identity = keys()->find(key);
        QVERIFY(identity);
        QCOMPARE(identity->name, std::string("nightly report"));
        QVERIFY(identity->sees("shop"));
        QVERIFY(!identity->sees("other"));
        QVERIFY(!keys()->find(key + "x"));
        QVERIFY(!keys()->find(""));
    }

    void theHashIsThatOfTheContract()
    {
        // printf secret | sha256sum
        const auto keys
            = ApiKeys::read("2BB80D537B1DA3E38BD30361AA855686BDE0EACD7162FEF6A25FE97BF527A25B * all", "keys");
        QVERIFY(keys->find("secret"));
        QVERIFY(keys->find("secret")->sees("whatever"));
    }

    void anotherKeyLeavesTheRestAsItWas()
    {
        write("# our keys\n\n" + QByteArray(64, 'a') + " shop ann"); // no line end
        QFile::setPermissions(file(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup);
        makeApiKey(path(), "*", "bob");
        QVERIFY2(read().startsWith("# our keys\n\n" + QString(64, 'a') + " shop ann\n"), qPrintable(read()));
        QCOMPARE(read().count('\n'), 4);
        QVERIFY(QFile(file()).permissions() & QFileDevice::ReadGroup);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
    }

    void keysMadeAtOnceAreAllThere()
    {
        std::vector<std::string> made(16);
        std::vector<std::thread> makers;
        for (std::string &key : made)
            makers.emplace_back([&] { key = makeApiKey(path(), "shop", "ann"); });
        for (std::thread &maker : makers)
            maker.join();
        for (const std::string &key : made)
            QVERIFY(keys()->find(key));
    }

    void aKeyOnTwoLinesSeesTheProjectsOfBoth()
    {
        const std::string key = makeApiKey(path(), "shop", "ann");
        write(read().toUtf8() + read().replace("shop", "blog").toUtf8());
        const auto identity = keys()->find(key);
        QVERIFY(identity->sees("shop") && identity->sees("blog") && !identity->sees("other"));
    }

    void aWrongLineIsNamed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("named");
        const QByteArray digest(64, 'a');
        QTest::addRow("a key in the place of its hash") << QByteArray("ik_secret shop ann") << "SHA-256";
        QTest::addRow("a hash cut short") << digest.left(63) + " shop ann"
                                          << "SHA-256";
        QTest::addRow("no name") << digest + " shop"
                                 << "sha256-hex project name";
        QTest::addRow("no project name") << digest + " a/b ann"
                                         << "a/b";
    }

    void aWrongLineIsNamed()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QString, named);
        write("# first\n" + line + "\n");
        try {
            keys();
            QFAIL("it was taken");
        } catch (const std::invalid_argument &error) {
            QVERIFY2(QString(error.what()).contains(file() + ":2: "), error.what());
            QVERIFY2(QString(error.what()).contains(named), error.what());
            QVERIFY2(!QString(error.what()).contains("ik_secret"), error.what());
        }
        QVERIFY_EXCEPTION_THROWN(makeApiKey(path(), "shop", "ann"), std::invalid_argument);
        QCOMPARE(read(), QString::fromUtf8("# first\n" + line + "\n"));
    }

    void aWrongProjectOrNameIsRefused_data()
    {
        QTest::addColumn<QString>("project");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("named");
        QTest::addRow("project") << "a b"
                                 << "ann"
                                 << "--project";
        QTest::addRow("no project") << ""
                                    << "ann"
                                    << "--project";
        QTest::addRow("no name") << "shop"
                                 << ""
                                 << "--name";
        QTest::addRow("two lines") << "shop"
                                   << "ann\n# bob"
                                   << "--name";
        QTest::addRow("a long name") << "shop" << QString(65, 'n') << "--name";
    }

    void aWrongProjectOrNameIsRefused()
    {
        QFETCH(const QString, project);
        QFETCH(const QString, name);
        QFETCH(const QString, named);
        try {
            makeApiKey(path(), project.toStdString(), name.toStdString());
            QFAIL("it was taken");
        } catch (const std::invalid_argument &error) {
            QVERIFY2(QString(error.what()).startsWith(named), error.what());
        }
        QVERIFY(!QFile::exists(file()));
    }

    void aFileThatCannotBeWrittenSaysSo()
    {
        try {
            makeApiKey(path() + "/nowhere/keys", "shop", "ann");
            QFAIL("it was written");
        } catch (const std::runtime_error &error) {
            QVERIFY2(QString(error.what()).contains("cannot be written"), error.what());
        }
    }

    void aChangedFileIsReadAgain()
    {
        const std::string ann = makeApiKey(path(), "shop", "ann");
        Credentials credentials({path()});
        QCOMPARE(credentials.identify("", ann).name, std::string("ann"));
        const std::string bob = makeApiKey(path(), "shop", "bob");
        QCOMPARE(credentials.identify("", bob).name, std::string("bob"));

        write("nonsense\n"); // half an edit takes no key away
        QCOMPARE(credentials.identify("", bob).name, std::string("bob"));
        QVERIFY(QFile::remove(file()));
        QCOMPARE(credentials.identify("", bob).name, std::string("bob"));

        makeApiKey(path(), "shop", "cy");
        QVERIFY_EXCEPTION_THROWN(credentials.identify("", bob), Unauthenticated);
    }

private:
    QString file() const { return m_folder->filePath("keys"); }
    std::string path() const { return file().toStdString(); }
    std::shared_ptr<const ApiKeys> keys() const { return ApiKeys::read(read().toStdString(), path()); }

    QString read() const
    {
        QFile keys(file());
        return keys.open(QIODevice::ReadOnly) ? QString::fromUtf8(keys.readAll()) : QString();
    }

    void write(const QByteArray &bytes) const
    {
        QFile keys(file());
        if (!keys.open(QIODevice::WriteOnly) || keys.write(bytes) != bytes.size())
            qFatal("no room for a test file");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(ApiKeysTest)
#include "api_keys_test.moc"
