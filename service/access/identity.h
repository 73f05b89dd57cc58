// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

// Who asks, and what may be seen.
struct Identity
{
    enum class Kind { Anyone, Key, Token }; // Anyone: no credential was asked for

    Kind kind = Kind::Anyone;
    std::string name; // of the key, or the token's subject; never a credential
    std::vector<std::string> projects = {"*"}; // "*": all

    bool sees(const std::string &project) const
    {
        return std::any_of(projects.begin(), projects.end(),
                           [&](const std::string &seen) { return seen == "*" || seen == project; });
    }
};

// No credential, or none that is good; the words never hold it.
class Unauthenticated : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

// A good credential, for something else.
class PermissionDenied : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};
