// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/address.h"

#include <arpa/inet.h>

bool isUnix(const std::string &address)
{
    return address.starts_with("unix:");
}

bool isHostAndPort(const std::string &address)
{
    const std::size_t colon = address.rfind(':');
    return !isUnix(address) && colon != std::string::npos && colon != 0 && colon + 1 != address.size();
}

std::string hostOf(const std::string &address)
{
    return address.substr(0, address.rfind(':'));
}

bool isLoopback(const std::string &address)
{
    const std::string host = hostOf(address);
    in_addr number = {};
    const bool isNumber = inet_pton(AF_INET, host.c_str(), &number) == 1; // 127.example.org is a name
    return host == "localhost" || host == "[::1]" || (isNumber && host.starts_with("127."));
}
