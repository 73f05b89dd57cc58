// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

// Addresses as --listen takes them: unix:PATH or HOST:PORT.

bool isUnix(const std::string &address);
bool isHostAndPort(const std::string &address);
std::string hostOf(const std::string &address);
// Only programs of this machine reach it.
bool isLoopback(const std::string &address);
