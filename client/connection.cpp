// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection.h"

#include "query/check.h"
#include "query/server_address.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>
#include <grpcpp/support/channel_arguments.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include <QCoreApplication>
#include <QString>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Connection)
};

bool isPrintable(const std::string &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c <= 0x7e; });
}

// Small files of keys; nothing when it cannot be read.
std::optional<std::string> contentsOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    return file && text << file.rdbuf() ? std::optional(text.str()) : std::nullopt;
}

std::shared_ptr<grpc::ChannelCredentials> credentialsFor(const Tls &tls)
{
    if (!tls.isUsed)
        return grpc::InsecureChannelCredentials();
    const auto text = [](const std::string &path) {
        return path.empty() ? std::string() : contentsOf(path).value_or(std::string());
    };
    return grpc::SslCredentials({text(tls.authorityFile), text(tls.keyFile), text(tls.certificateFile)});
}

Failure notAllowed(const QString &message)
{
    return {Failure::Kind::NotAllowed, "PERMISSION_DENIED", message.toStdString(), {}};
}

} // namespace

Connection::Connection(Endpoint endpoint)
    : m_endpoint(std::move(endpoint))
{
}

void Connection::wake()
{
    if (!m_channel || m_isDoubted || m_channel->GetState(false) == GRPC_CHANNEL_TRANSIENT_FAILURE)
        open();
    m_isDoubted = false;
}

void Connection::open()
{
    grpc::ChannelArguments arguments;
    arguments.SetMaxReceiveMessageSize(largestAnswer);
    if (isOfThisMachine(m_endpoint.address))
        arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0); // the server is on this machine
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1); // a new channel tries anew
    m_channel = grpc::CreateCustomChannel(m_endpoint.address, credentialsFor(m_endpoint.tls), arguments);
    m_insights = insights::v1::InsightsService::NewStub(m_channel);
    m_catalog = catalog::v1::CatalogService::NewStub(m_channel);
    m_datasets = datasets::v1::DatasetService::NewStub(m_channel);
}

std::optional<Failure> refusal(const Endpoint &endpoint, const std::string &project)
{
    if (!isUnixAddress(endpoint.address)) {
        const QString shown = QString::fromStdString(endpoint.address);
        if (hostPortOf(endpoint.address).host.empty())
            return Failure{Failure::Kind::Unreachable,
                           "INVALID_ARGUMENT",
                           Text::tr("\"%1\" is no address: give unix:PATH or HOST:PORT.").arg(shown).toStdString(),
                           {}};
        if (!isOfThisMachine(endpoint.address) && !endpoint.tls.isUsed)
            return notAllowed(Text::tr("%1 is another machine, and the way there is not encrypted: use TLS, or an "
                                       "address of this machine, as in 127.0.0.1:8443.")
                                  .arg(shown));
    }
    if (endpoint.tls.isUsed)
        for (const std::string *file :
             {&endpoint.tls.authorityFile, &endpoint.tls.certificateFile, &endpoint.tls.keyFile})
            if (!file->empty() && !contentsOf(*file))
                return notAllowed(Text::tr("%1 cannot be read.").arg(QString::fromStdString(*file)));
    if (!isPrintable(endpoint.apiKey))
        return notAllowed(Text::tr("The API key has characters that no key has."));
    if (!isPrintable(project))
        return notAllowed(
            Text::tr("The project \"%1\" has characters that no project has.").arg(QString::fromStdString(project)));
    return std::nullopt;
}
