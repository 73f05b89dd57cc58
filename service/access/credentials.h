// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "service/access/api_keys.h"
#include "service/access/token_reader.h"
#include "service/access/watched_file.h"

struct CredentialFiles
{
    std::string apiKeys; // empty: no shared API keys
    std::string jwtKey; // empty: no tokens
    std::string jwtIssuer;
    std::string jwtAudience;

    bool isEmpty() const { return apiKeys.empty() && jwtKey.empty(); }
};

// Who a credential is of. The files are read again when they change. Safe to call from many threads.
class Credentials
{
public:
    // Throws std::invalid_argument with the file and what is wrong in it.
    explicit Credentials(const CredentialFiles &files);

    // The metadata of a call; empty means absent, and `authorization` is looked at first. Throws Unauthenticated.
    Identity identify(const std::string &authorization, const std::string &apiKey);

private:
    Identity identifyKey(const std::string &key);
    Identity identifyToken(const std::string &token);

    CredentialFiles m_files;
    std::optional<WatchedFile<std::shared_ptr<const ApiKeys>>> m_keys;
    std::optional<WatchedFile<std::shared_ptr<const TokenReader>>> m_tokens;
};
