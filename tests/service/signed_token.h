// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>

#include <jwt.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

// A JWT of these claims (JSON), signed as who issues them does: `key` is a secret, or a private key in PEM.
inline std::string signedToken(const std::string &claims, jwt_alg_t algorithm, const std::string &key)
{
    jwt_t *token = nullptr;
    const bool isMade = jwt_new(&token) == 0 && jwt_add_grants_json(token, claims.c_str()) == 0
        && jwt_set_alg(token, algorithm, key.empty() ? nullptr : reinterpret_cast<const unsigned char *>(key.data()),
                       static_cast<int>(key.size()))
            == 0;
    const std::unique_ptr<char, decltype(&std::free)> text(isMade ? jwt_encode_str(token) : nullptr, std::free);
    jwt_free(token);
    if (!text)
        throw std::runtime_error("no token");
    return text.get();
}

struct RsaKey
{
    RsaKey()
        : key(EVP_RSA_gen(2048), EVP_PKEY_free)
    {
    }

    std::string privatePem() const
    {
        return pem(
            [this](BIO *bio) { PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
    }
    std::string publicPem() const
    {
        return pem([this](BIO *bio) { PEM_write_bio_PUBKEY(bio, key.get()); });
    }

private:
    template <class Write>
    static std::string pem(Write write)
    {
        const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), BIO_free);
        write(bio.get());
        char *bytes = nullptr;
        const long size = BIO_get_mem_data(bio.get(), &bytes);
        return {bytes, static_cast<std::size_t>(size)};
    }

    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key;
};
