// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <grpcpp/support/channel_arguments.h>

#include <algorithm>

#include <QCoreApplication>
#include <QString>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Connection)
};

constexpr int largestAnswer = 256 * 1024 * 1024; // bytes

bool isUnix(const std::string &address)
{
    return address.starts_with("unix:") && address.size() > 5;
}

// Empty when it is not HOST:PORT.
std::string hostOf(const std::string &address)
{
    const std::size_t colon = address.rfind(':');
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (colon == std::string::npos || colon + 1 == address.size()
        || !std::all_of(address.begin() + static_cast<std::ptrdiff_t>(colon) + 1, address.end(), isDigit))
        return {};
    return address.substr(0, colon);
}

// "127." alone would let in 127.example.org.
bool isLoopback(const std::string &host)
{
    const auto isNumeric = [](char c) { return c == '.' || (c >= '0' && c <= '9'); };
    return host == "localhost" || host == "[::1]"
        || (host.starts_with("127.") && std::all_of(host.begin(), host.end(), isNumeric));
}

bool isPrintable(const std::string &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c <= 0x7e; });
}

Failure notAllowed(const QString &message)
{
    return {Failure::Kind::NotAllowed, "PERMISSION_DENIED", message.toStdString(), {}};
}

} // namespace

Connection::Connection(std::string address)
    : m_address(std::move(address))
{
}

void Connection::wake()
{
    if (!m_channel || m_channel->GetState(false) == GRPC_CHANNEL_TRANSIENT_FAILURE)
        open();
}

void Connection::open()
{
    grpc::ChannelArguments arguments;
    arguments.SetMaxReceiveMessageSize(largestAnswer);
    arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0); // the server is on this machine
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1); // a new channel tries anew
    m_channel = grpc::CreateCustomChannel(m_address, grpc::InsecureChannelCredentials(), arguments);
    m_insights = insights::v1::InsightsService::NewStub(m_channel);
    m_catalog = catalog::v1::CatalogService::NewStub(m_channel);
    m_datasets = datasets::v1::DatasetService::NewStub(m_channel);
}

std::optional<Failure> refusal(const std::string &address, const std::string &apiKey, const std::string &project)
{
    const QString shown = QString::fromStdString(address);
    if (!isUnix(address)) {
        const std::string host = hostOf(address);
        if (host.empty())
            return Failure{Failure::Kind::Unreachable,
                           "INVALID_ARGUMENT",
                           Text::tr("\"%1\" is no address: give unix:PATH or HOST:PORT.").arg(shown).toStdString(),
                           {}};
        if (!isLoopback(host))
            return notAllowed(Text::tr("%1 is another machine, and the way there is not encrypted: give unix:PATH or "
                                       "an address of this machine, as in 127.0.0.1:8443.")
                                  .arg(shown));
    }
    if (!isPrintable(apiKey))
        return notAllowed(Text::tr("The API key has characters that no key has."));
    if (!isPrintable(project))
        return notAllowed(
            Text::tr("The project \"%1\" has characters that no project has.").arg(QString::fromStdString(project)));
    return std::nullopt;
}
