// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/access/credentials.h"

#include <algorithm>
#include <ctime>

#include <absl/strings/match.h>
#include <absl/strings/strip.h>

namespace {

constexpr char wayIn[] = "send `authorization: Bearer <shared API key or JWT>`, or `x-api-key: <shared API key>`";

std::string bearerOf(const std::string &authorization)
{
    constexpr absl::string_view scheme = "bearer ";
    if (!absl::StartsWithIgnoreCase(authorization, scheme))
        throw Unauthenticated(std::string("The authorization header is not of the scheme Bearer: ") + wayIn + ".");
    return std::string(absl::StripAsciiWhitespace(absl::string_view(authorization).substr(scheme.size())));
}

bool isToken(const std::string &credential)
{
    return credential.starts_with("eyJ") && std::count(credential.begin(), credential.end(), '.') == 2;
}

} // namespace

Credentials::Credentials(const CredentialFiles &files)
    : m_files(files)
{
    if (!files.apiKeys.empty())
        m_keys.emplace(files.apiKeys,
                       [path = files.apiKeys](const std::string &text) { return ApiKeys::read(text, path); });
    if (!files.jwtKey.empty())
        m_tokens.emplace(files.jwtKey,
                         [path = files.jwtKey](const std::string &text) { return TokenReader::read(text, path); });
    if (m_keys && m_keys->value()->isEmpty())
        spdlog::warn("{} holds no key yet: `insightsd key --file {} --project P --name N` makes one", files.apiKeys,
                     files.apiKeys);
}

Identity Credentials::identify(const std::string &authorization, const std::string &apiKey)
{
    if (authorization.empty() && apiKey.empty())
        throw Unauthenticated(std::string("Authorization header not present: ") + wayIn + ".");
    const std::string credential = authorization.empty() ? apiKey : bearerOf(authorization);
    if (credential.starts_with("pub_"))
        throw Unauthenticated("A publishable key (pub_) can only send events: ask with a shared API key or a JWT.");
    return !authorization.empty() && isToken(credential) ? identifyToken(credential) : identifyKey(credential);
}

Identity Credentials::identifyKey(const std::string &key)
{
    if (!m_keys)
        throw Unauthenticated("This service takes no shared API keys: send a JWT as `authorization: Bearer <JWT>`.");
    if (const auto identity = m_keys->value()->find(key))
        return *identity;
    throw Unauthenticated("This API key is not known here: it is mistyped, or has been taken back.");
}

Identity Credentials::identifyToken(const std::string &token)
{
    if (!m_tokens)
        throw Unauthenticated("This service takes no JWT: send a shared API key as `authorization: Bearer <key>`.");
    return m_tokens->value()->verify(token, m_files.jwtIssuer, m_files.jwtAudience, std::time(nullptr));
}
