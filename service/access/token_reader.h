// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "service/access/identity.h"

// Verifies JSON Web Tokens with one key of one algorithm, whatever a token says of itself: a PEM public RSA key verifies
// RS256, anything else is the secret of HS256.
class TokenReader
{
public:
    // Throws std::invalid_argument with `path` when the key is of no use. A line end after a secret is not part of it.
    static std::shared_ptr<const TokenReader> read(const std::string &key, const std::string &path);

    // `now` in seconds since the epoch; issuer and audience are not asked for when empty. Throws Unauthenticated.
    Identity verify(const std::string &token, const std::string &issuer, const std::string &audience,
                    std::int64_t now) const;

private:
    std::string m_key;
    bool m_isRsa = false;
};
