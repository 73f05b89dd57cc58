// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/access/api_keys.h"

#include <absl/strings/ascii.h>
#include <absl/strings/escaping.h>
#include <absl/strings/str_split.h>
#include <openssl/crypto.h>
#include <openssl/sha.h>

#include "service/datasets/dataset_error.h"
#include "service/datasets/store.h"

ApiKeys::Digest ApiKeys::digestOf(const std::string &key)
{
    Digest digest;
    SHA256(reinterpret_cast<const unsigned char *>(key.data()), key.size(), digest.data());
    return digest;
}

ApiKeys::Line ApiKeys::readLine(const std::string &line)
{
    const std::vector<std::string> parts = absl::StrSplit(line, absl::MaxSplits(absl::ByAnyChar(" \t"), 2));
    const bool isHex = parts[0].size() == 64 && std::all_of(parts[0].begin(), parts[0].end(), absl::ascii_isxdigit);
    if (!isHex)
        throw std::invalid_argument(
            "begins with no SHA-256 of 64 hexadecimal digits; `insightsd key` makes a right one");
    if (parts.size() < 3)
        throw std::invalid_argument("takes `sha256-hex project name`");
    if (parts[1] != "*")
        try {
            checkProjectName(parts[1]);
        } catch (const DatasetError &error) {
            throw std::invalid_argument(error.what());
        }
    Line read{{}, parts[1], std::string(absl::StripAsciiWhitespace(parts[2]))};
    const std::string digest = absl::HexStringToBytes(parts[0]);
    std::copy(digest.begin(), digest.end(), read.digest.begin());
    return read;
}

std::shared_ptr<const ApiKeys> ApiKeys::read(const std::string &text, const std::string &path)
{
    const auto keys = std::make_shared<ApiKeys>();
    int number = 0;
    for (const absl::string_view part : absl::StrSplit(text, '\n')) {
        ++number;
        const std::string line(absl::StripAsciiWhitespace(part));
        if (line.empty() || line.front() == '#')
            continue;
        try {
            keys->m_lines.push_back(readLine(line));
        } catch (const std::invalid_argument &error) {
            throw std::invalid_argument(path + ":" + std::to_string(number) + ": " + error.what());
        }
    }
    return keys;
}

std::optional<Identity> ApiKeys::find(const std::string &key) const
{
    const Digest digest = digestOf(key);
    std::optional<Identity> found;
    for (const Line &line : m_lines) {
        if (CRYPTO_memcmp(line.digest.data(), digest.data(), digest.size()) != 0)
            continue;
        if (!found)
            found = Identity{Identity::Kind::Key, line.name, {}};
        found->projects.push_back(line.project);
    }
    return found;
}
