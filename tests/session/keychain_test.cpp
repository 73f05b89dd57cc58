// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/key_store.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using KeyPlace = ServerConnection::KeyPlace;

// Run under a session bus of its own with GNOME's keyring unlocked on it (keychain.sh): what a desktop has.
class KeychainTest : public QObject
{
    Q_OBJECT
private:
    const QTemporaryDir m_directory;

    static QString kept(KeyStore &store, const QString &id, const QString &key)
    {
        QString trouble = QStringLiteral("never answered");
        bool isDone = false;
        store.keep(id, key, KeyPlace::Keychain, [&](const QString &error) {
            trouble = error;
            isDone = true;
        });
        return QTest::qWaitFor([&] { return isDone; }, 20'000) ? trouble : QStringLiteral("never answered");
    }

    // The key, or what went wrong in parentheses, as another run of the program finds it.
    QString readAnew(const QString &id) const
    {
        KeyStore store(m_directory.filePath(QStringLiteral("keys")));
        QString found;
        bool isDone = false;
        store.read(id, KeyPlace::Keychain, [&](const QString &key, const QString &error) {
            found = error.isEmpty() ? key : QStringLiteral("(%1)").arg(error);
            isDone = true;
        });
        return QTest::qWaitFor([&] { return isDone; }, 20'000) ? found : QStringLiteral("(never answered)");
    }

private Q_SLOTS:
    void aKeyIsThereNextTimeAndInNoFile()
    {
        KeyStore store(m_directory.filePath(QStringLiteral("keys")));
        QCOMPARE(kept(store, QStringLiteral("team"), QStringLiteral("ik_9f8e7d")), QString());

        QCOMPARE(readAnew(QStringLiteral("team")), QStringLiteral("ik_9f8e7d"));
        QVERIFY(!QDir(m_directory.filePath(QStringLiteral("keys"))).exists());
    }

    void anotherKeyTakesThePlaceOfTheFirst()
    {
        KeyStore store(m_directory.filePath(QStringLiteral("keys")));
        kept(store, QStringLiteral("team"), QStringLiteral("ik_first"));
        QCOMPARE(kept(store, QStringLiteral("team"), QStringLiteral("ik_sécond 🔑")), QString());

        QCOMPARE(readAnew(QStringLiteral("team")), QStringLiteral("ik_sécond 🔑"));
    }

    void everyConnectionHasItsOwn()
    {
        KeyStore store(m_directory.filePath(QStringLiteral("keys")));
        kept(store, QStringLiteral("team"), QStringLiteral("ik_team"));
        kept(store, QStringLiteral("mine"), QStringLiteral("ik_mine"));

        QCOMPARE(readAnew(QStringLiteral("team")), QStringLiteral("ik_team"));
        QCOMPARE(readAnew(QStringLiteral("mine")), QStringLiteral("ik_mine"));
    }

    void aForgottenKeyIsGone()
    {
        KeyStore store(m_directory.filePath(QStringLiteral("keys")));
        kept(store, QStringLiteral("team"), QStringLiteral("ik_9f8e7d"));

        store.forget(QStringLiteral("team"));

        QTRY_COMPARE(readAnew(QStringLiteral("team")), QString());
    }
};

QTEST_GUILESS_MAIN(KeychainTest)
#include "keychain_test.moc"
