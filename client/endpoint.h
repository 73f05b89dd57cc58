// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

// How the way to a server is encrypted. Files are PEM; an empty path is none.
struct Tls
{
    bool isUsed = false;
    std::string authorityFile; // the system's authorities when empty
    std::string certificateFile; // of this program, where the server asks for one; with its key
    std::string keyFile;

    bool operator==(const Tls &) const = default;
};

// Where a server is and how it is asked.
struct Endpoint
{
    std::string address; // "unix:PATH" or "HOST:PORT"; without TLS of this machine only
    std::string apiKey; // a shared API key or a JWT; none when empty
    std::chrono::milliseconds queryDeadline{60'000};
    std::chrono::milliseconds catalogDeadline{10'000};
    std::chrono::milliseconds importDeadline{86'400'000};
    Tls tls;
};
