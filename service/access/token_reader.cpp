// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/access/token_reader.h"

#include <cstdlib>
#include <optional>

#include <absl/cleanup/cleanup.h>
#include <absl/strings/ascii.h>
#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>
#include <jwt.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <spdlog/spdlog.h>

namespace {

using google::protobuf::Struct;
using google::protobuf::Value;

constexpr double leeway = 5; // seconds that two clocks may differ
constexpr std::size_t shortSecret = 32; // bytes; RFC 7518 asks for as many as the hash has

void checkRsaKey(const std::string &pem, const std::string &path)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())),
                                                        BIO_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA)
        throw std::invalid_argument(path
                                    + ": holds PEM, but no public RSA key; `openssl pkey -in KEY -pubout` or "
                                      "`openssl x509 -in CERT -noout -pubkey` answers one");
}

Struct claimsOf(jwt_t *token)
{
    const std::unique_ptr<char, decltype(&std::free)> json(jwt_get_grants_json(token, nullptr), std::free);
    Struct claims;
    if (!json || !google::protobuf::util::JsonStringToMessage(json.get(), &claims).ok())
        throw Unauthenticated("The token's claims cannot be read.");
    return claims;
}

const Value *find(const Struct &claims, const char *name)
{
    const auto found = claims.fields().find(name);
    return found == claims.fields().end() ? nullptr : &found->second;
}

// A string, or a list of them; anything else is refused.
std::vector<std::string> texts(const Struct &claims, const char *name)
{
    const Value *value = find(claims, name);
    if (value == nullptr)
        return {};
    if (value->kind_case() == Value::kStringValue)
        return {value->string_value()};
    std::vector<std::string> texts;
    for (const Value &entry : value->list_value().values())
        if (entry.kind_case() == Value::kStringValue)
            texts.push_back(entry.string_value());
    return texts;
}

std::optional<double> time(const Struct &claims, const char *name)
{
    const Value *value = find(claims, name);
    if (value == nullptr)
        return {};
    if (value->kind_case() != Value::kNumberValue)
        throw Unauthenticated(std::string("The token's ") + name + " is no number of seconds.");
    return value->number_value();
}

void checkTimes(const Struct &claims, double now)
{
    if (const auto end = time(claims, "exp"); end && now >= *end + leeway)
        throw Unauthenticated("The token has expired: get a new one from who issued it.");
    if (const auto begin = time(claims, "nbf"); begin && now < *begin - leeway)
        throw Unauthenticated("The token is not valid yet: its nbf lies ahead.");
}

bool holds(const std::vector<std::string> &texts, const std::string &text)
{
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

} // namespace

std::shared_ptr<const TokenReader> TokenReader::read(const std::string &key, const std::string &path)
{
    const auto reader = std::make_shared<TokenReader>();
    reader->m_isRsa = key.find("-----BEGIN") != std::string::npos;
    reader->m_key = reader->m_isRsa ? key : key.substr(0, key.find_last_not_of("\r\n") + 1);
    if (reader->m_isRsa)
        checkRsaKey(key, path);
    else if (reader->m_key.empty())
        throw std::invalid_argument(path + ": is empty; it takes a PEM public RSA key, or a secret");
    else if (reader->m_key.size() < shortSecret)
        spdlog::warn("{}: a secret below {} bytes can be guessed from a token", path, shortSecret);
    return reader;
}

Identity TokenReader::verify(const std::string &token, const std::string &issuer, const std::string &audience,
                             std::int64_t now) const
{
    jwt_t *decoded = nullptr;
    const absl::Cleanup free = [&] { jwt_free(decoded); };
    const int code = jwt_decode(&decoded, token.c_str(), reinterpret_cast<const unsigned char *>(m_key.data()),
                                static_cast<int>(m_key.size()));
    // The key decides the algorithm, never the token: else a public key would serve as a secret, and `none` as a key.
    const jwt_alg_t algorithm = m_isRsa ? JWT_ALG_RS256 : JWT_ALG_HS256;
    if (code != 0 || jwt_get_alg(decoded) != algorithm)
        throw Unauthenticated(std::string("The token is malformed, or not signed with ") + jwt_alg_str(algorithm)
                              + " and the key of this service.");
    const Struct claims = claimsOf(decoded);
    checkTimes(claims, static_cast<double>(now));
    if (!issuer.empty() && texts(claims, "iss") != std::vector{issuer})
        throw Unauthenticated("The token is of another issuer than this service trusts.");
    if (!audience.empty() && !holds(texts(claims, "aud"), audience))
        throw Unauthenticated("The token is for another audience than this service.");
    const std::vector<std::string> subject = texts(claims, "sub");
    return {Identity::Kind::Token, subject.size() == 1 ? subject.front() : std::string(), texts(claims, "projects")};
}
