// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/connections.h"

#include <QHash>
#include <QObject>

#include <functional>

// The keys of connections, by the connection's id: in the desktop's keychain, in memory, or in a file of mode 0600.
// Nothing blocks: a keychain may ask for its password first. Keys are never in logs or settings.
class KeyStore : public QObject
{
    Q_OBJECT
public:
    using KeyPlace = ServerConnection::KeyPlace;
    // The key and no error; or an empty key and why there is none (no error where none was kept).
    using Read = std::function<void(const QString &key, const QString &error)>;
    // Empty when it was kept; the key stays for this session in any case.
    using Kept = std::function<void(const QString &error)>;

    // `folder` is made for the files when needed.
    explicit KeyStore(const QString &folder, QObject *parent = nullptr);

    void keep(const QString &id, const QString &key, KeyPlace place, Kept kept);
    void read(const QString &id, KeyPlace place, Read read);
    void forget(const QString &id); // wherever it is

private:
    QString fileOf(const QString &id) const;
    QString writeFile(const QString &id, const QString &key) const; // why not; empty when it was

    const QString m_folder;
    QHash<QString, QString> m_keys; // of this session
};
