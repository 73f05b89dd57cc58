// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/server_address.h"

#include <algorithm>

#include <arpa/inet.h>

bool isUnixAddress(const std::string &address)
{
    return address.starts_with("unix:") && address.size() > 5;
}

HostPort hostPortOf(const std::string &address)
{
    const std::size_t colon = address.rfind(':');
    if (colon == std::string::npos || colon == 0)
        return {};
    const std::string port = address.substr(colon + 1);
    std::string host = address.substr(0, colon);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (port.empty() || port.size() > 5 || !std::all_of(port.begin(), port.end(), isDigit) || std::stoi(port) > 65535)
        return {};
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    else if (host.find(':') != std::string::npos)
        return {}; // IPv6 goes in brackets
    return {host, port};
}

bool isOfThisMachine(const std::string &address)
{
    const std::string host = hostPortOf(address).host;
    in_addr number = {};
    const bool isNumber = inet_pton(AF_INET, host.c_str(), &number) == 1; // 127.example.org is a name
    return isUnixAddress(address) || host == "localhost" || host == "::1" || (isNumber && host.starts_with("127."));
}
