// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

// Where a server is, as on every command line and in every connection: "unix:PATH" or "HOST:PORT".
bool isUnixAddress(const std::string &address); // "unix:PATH"
// Of "HOST:PORT", without the brackets of IPv6; both empty for anything else.
struct HostPort
{
    std::string host;
    std::string port; // decimal digits
};
HostPort hostPortOf(const std::string &address);
bool isLoopback(const std::string &host);
