// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection_probe.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

// A server the analyst has told us of. Its key is in the KeyStore, never here.
struct ServerConnection
{
    enum class Encryption {
        SystemAuthorities, // TLS, as browsers do it
        OwnAuthority, // TLS, with authorityFile
        None // on this machine only
    };
    enum class KeyPlace {
        Keychain, // of the desktop
        ThisSession, // forgotten when the program ends
        File // readable by the user alone
    };

    QString id; // given by Connections
    QString name; // the address when empty
    QString address; // "HOST:PORT" or "unix:PATH"
    Encryption encryption = Encryption::SystemAuthorities;
    QString authorityFile;
    QString certificateFile; // where the server asks for one; with keyFile
    QString keyFile;
    bool hasKey = true; // a shared API key or a JWT goes with every call
    KeyPlace keyPlace = KeyPlace::Keychain;
    QString project; // to open first; must be given where a server lists none

    QString shownName() const { return name.isEmpty() ? address : name; }
    bool operator==(const ServerConnection &) const = default;
};

Endpoint endpointOf(const ServerConnection &connection, const QString &key);
// What keeps it from being tried, in words; empty when nothing does. `field` is the property's name.
struct ConnectionFault
{
    QString field;
    QString sentence;
};
std::optional<ConnectionFault> faultOf(const ServerConnection &connection);

// The servers known to this user, kept in the settings; and which one the next window starts with.
class Connections : public QObject
{
    Q_OBJECT
public:
    explicit Connections(QObject *parent = nullptr);

    const std::vector<ServerConnection> &all() const { return m_all; }
    const ServerConnection *find(const QString &id) const; // null when there is none, as for the local service ("")

    // Adds it, or changes that of the same id. Returns the id.
    QString keep(ServerConnection connection);
    void remove(const QString &id);

    QString current() const { return m_current; } // empty: the local service
    void setCurrent(const QString &id);

Q_SIGNALS:
    void changed();

private:
    void write() const;

    std::vector<ServerConnection> m_all; // by name
    QString m_current;
};
