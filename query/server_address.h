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
// A socket of it, or a loopback host: only programs of this machine reach it.
bool isOfThisMachine(const std::string &address);
