// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/connections.h"

#include "query/server_address.h"

#include <QCoreApplication>
#include <QSettings>
#include <QUuid>

#include <algorithm>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Connections)
};

using Encryption = ServerConnection::Encryption;
using KeyPlace = ServerConnection::KeyPlace;

const QString listKey = QStringLiteral("connections/servers");
const QString currentKey = QStringLiteral("connections/current");

template <class Enum>
Enum clamped(int value, Enum last, Enum otherwise)
{
    return value >= 0 && value <= int(last) ? Enum(value) : otherwise;
}

ServerConnection readOne(const QSettings &settings)
{
    const auto text = [&](const char *key) { return settings.value(QLatin1String(key)).toString(); };
    ServerConnection one;
    one.id = text("id");
    one.name = text("name");
    one.address = text("address");
    one.encryption = clamped(settings.value(QStringLiteral("encryption")).toInt(), Encryption::None,
                             Encryption::SystemAuthorities);
    one.authorityFile = text("authorityFile");
    one.certificateFile = text("certificateFile");
    one.keyFile = text("keyFile");
    one.hasKey = settings.value(QStringLiteral("hasKey"), true).toBool();
    one.keyPlace = clamped(settings.value(QStringLiteral("keyPlace")).toInt(), KeyPlace::File, KeyPlace::ThisSession);
    one.project = text("project");
    return one;
}

void writeOne(QSettings &settings, const ServerConnection &one)
{
    settings.setValue(QStringLiteral("id"), one.id);
    settings.setValue(QStringLiteral("name"), one.name);
    settings.setValue(QStringLiteral("address"), one.address);
    settings.setValue(QStringLiteral("encryption"), int(one.encryption));
    settings.setValue(QStringLiteral("authorityFile"), one.authorityFile);
    settings.setValue(QStringLiteral("certificateFile"), one.certificateFile);
    settings.setValue(QStringLiteral("keyFile"), one.keyFile);
    settings.setValue(QStringLiteral("hasKey"), one.hasKey);
    settings.setValue(QStringLiteral("keyPlace"), int(one.keyPlace));
    settings.setValue(QStringLiteral("project"), one.project);
}

void sortByName(std::vector<ServerConnection> &all)
{
    std::ranges::stable_sort(all, [](const ServerConnection &a, const ServerConnection &b) {
        return a.shownName().localeAwareCompare(b.shownName()) < 0;
    });
}

} // namespace

Endpoint endpointOf(const ServerConnection &connection, const QString &key)
{
    Endpoint endpoint;
    endpoint.address = connection.address.toStdString();
    if (connection.hasKey)
        endpoint.apiKey = key.toStdString();
    if (connection.encryption != Encryption::None) {
        endpoint.tls.isUsed = true;
        if (connection.encryption == Encryption::OwnAuthority)
            endpoint.tls.authorityFile = connection.authorityFile.toStdString();
        endpoint.tls.certificateFile = connection.certificateFile.toStdString();
        endpoint.tls.keyFile = connection.keyFile.toStdString();
    }
    return endpoint;
}

std::optional<ConnectionFault> faultOf(const ServerConnection &connection)
{
    const std::string address = connection.address.toStdString();
    const HostPort place = hostPortOf(address);
    if (!isUnixAddress(address) && place.host.empty())
        return ConnectionFault{QStringLiteral("address"),
                               connection.address.contains(QLatin1String("://"))
                                   ? Text::tr("Give the address without its scheme, as in insights.example.org:443.")
                                   : Text::tr("Give name and port, as in insights.example.org:443.")};
    if (connection.encryption == Encryption::None && !isOfThisMachine(address))
        return ConnectionFault{QStringLiteral("encryption"),
                               Text::tr("Plain text is for this machine only: choose TLS for %1.")
                                   .arg(QString::fromStdString(place.host))};
    if (connection.encryption == Encryption::OwnAuthority && connection.authorityFile.isEmpty())
        return ConnectionFault{QStringLiteral("authorityFile"), Text::tr("Choose the file of the authority (PEM).")};
    if (connection.certificateFile.isEmpty() != connection.keyFile.isEmpty())
        return ConnectionFault{connection.keyFile.isEmpty() ? QStringLiteral("keyFile")
                                                            : QStringLiteral("certificateFile"),
                               Text::tr("A certificate of yours needs its key too, and the other way round.")};
    return std::nullopt;
}

Connections::Connections(QObject *parent)
    : QObject(parent)
{
    QSettings settings;
    const int count = settings.beginReadArray(listKey);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        if (ServerConnection one = readOne(settings); !one.id.isEmpty())
            m_all.push_back(std::move(one));
    }
    settings.endArray();
    sortByName(m_all);
    m_current = settings.value(currentKey).toString();
    if (find(m_current) == nullptr)
        m_current.clear();
}

const ServerConnection *Connections::find(const QString &id) const
{
    const auto found = std::ranges::find(m_all, id, &ServerConnection::id);
    return found == m_all.end() ? nullptr : &*found;
}

QString Connections::keep(ServerConnection connection)
{
    if (connection.id.isEmpty())
        connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString id = connection.id;
    const auto found = std::ranges::find(m_all, id, &ServerConnection::id);
    if (found == m_all.end())
        m_all.push_back(std::move(connection));
    else
        *found = std::move(connection);
    sortByName(m_all);
    write();
    Q_EMIT changed();
    return id;
}

void Connections::remove(const QString &id)
{
    std::erase_if(m_all, [&](const ServerConnection &one) { return one.id == id; });
    if (m_current == id)
        m_current.clear();
    write();
    Q_EMIT changed();
}

void Connections::setCurrent(const QString &id)
{
    m_current = find(id) == nullptr ? QString() : id;
    QSettings().setValue(currentKey, m_current);
    Q_EMIT changed();
}

void Connections::write() const
{
    QSettings settings;
    settings.remove(listKey);
    settings.beginWriteArray(listKey, int(m_all.size()));
    for (int i = 0; i < int(m_all.size()); ++i) {
        settings.setArrayIndex(i);
        writeOne(settings, m_all[std::size_t(i)]);
    }
    settings.endArray();
    settings.setValue(currentKey, m_current);
}
