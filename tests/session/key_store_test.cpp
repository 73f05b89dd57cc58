// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/key_store.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using KeyPlace = ServerConnection::KeyPlace;

namespace {

const QString id = QStringLiteral("5b0f");
const QString key = QStringLiteral("ik_9f8e7d");

struct Result
{
    bool isDone = false;
    QString key;
    QString error;
};

Result keep(KeyStore &store, KeyPlace place)
{
    Result result;
    store.keep(id, key, place, [&](const QString &error) { result = {true, {}, error}; });
    if (!QTest::qWaitFor([&] { return result.isDone; }, 20'000))
        result.error = QStringLiteral("never answered");
    return result;
}

Result read(KeyStore &store, KeyPlace place)
{
    Result result;
    store.read(id, place, [&](const QString &found, const QString &error) { result = {true, found, error}; });
    if (!QTest::qWaitFor([&] { return result.isDone; }, 20'000))
        result.error = QStringLiteral("never answered");
    return result;
}

} // namespace

class KeyStoreTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QString folder() const { return m_directory->filePath(QStringLiteral("keys")); }

private Q_SLOTS:
    // No bus, so no keychain: what a test machine is, and what must work for the user of such a machine too.
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:"); }
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void aKeyInAFileIsReadableByItsUserAloneAndThereNextTime()
    {
        KeyStore store(folder());
        QCOMPARE(keep(store, KeyPlace::File).error, QString());

        const QFileInfo file(QDir(folder()).entryInfoList(QDir::Files).value(0));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        KeyStore next(folder());
        QCOMPARE(read(next, KeyPlace::File).key, key);
    }

    void aKeyOfThisSessionIsNowhereElse()
    {
        KeyStore store(folder());
        keep(store, KeyPlace::ThisSession);

        QCOMPARE(read(store, KeyPlace::ThisSession).key, key);
        QVERIFY(QDir(m_directory->path()).entryList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
        KeyStore next(folder());
        QCOMPARE(read(next, KeyPlace::ThisSession).key, QString());
        QCOMPARE(read(next, KeyPlace::ThisSession).error, QString());
    }

    void withoutAKeychainTheKeyStaysForThisSessionAndThatIsTold()
    {
        KeyStore store(folder());

        const Result kept = keep(store, KeyPlace::Keychain);

        QVERIFY(!kept.error.isEmpty());
        QVERIFY(!kept.error.contains(key));
        QCOMPARE(read(store, KeyPlace::Keychain).key, key);
        KeyStore next(folder());
        const Result later = read(next, KeyPlace::Keychain);
        QCOMPARE(later.key, QString());
        QVERIFY(!later.error.isEmpty());
    }

    void aKeyThatMovesLeavesNothingBehind()
    {
        KeyStore store(folder());
        keep(store, KeyPlace::File);
        keep(store, KeyPlace::ThisSession);
        QVERIFY(QDir(folder()).entryList(QDir::Files).isEmpty());

        keep(store, KeyPlace::File);
        store.forget(id);
        QVERIFY(QDir(folder()).entryList(QDir::Files).isEmpty());
        QCOMPARE(read(store, KeyPlace::File).key, QString());
    }

    void aFolderThatCannotBeMadeIsTold()
    {
        QFile file(folder()); // a file where the folder should be
        QVERIFY(file.open(QIODevice::WriteOnly));
        KeyStore store(folder());

        QVERIFY(keep(store, KeyPlace::File).error.contains(folder()));
        QCOMPARE(read(store, KeyPlace::File).key, key); // for this session
    }
};

QTEST_GUILESS_MAIN(KeyStoreTest)
#include "key_store_test.moc"
