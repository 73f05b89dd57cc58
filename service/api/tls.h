// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <grpcpp/security/server_credentials.h>

struct TlsFiles
{
    std::string certificate; // PEM, the server's first, then what signs it
    std::string key; // PEM, no passphrase
    std::string clientCa; // PEM; empty: clients need no certificate
};

// TLS 1.2 and up. The files are read again when they change; connections keep what they began with. Throws
// std::invalid_argument with the file that is of no use.
std::shared_ptr<grpc::ServerCredentials> tlsCredentials(const TlsFiles &files);
