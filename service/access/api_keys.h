// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "service/access/identity.h"

// The shared API keys of a file: a line `sha256-hex project name` each, project `*` for all; blank lines and those that
// begin with # say nothing. A key on several lines sees the projects of all.
class ApiKeys
{
public:
    // Throws std::invalid_argument with `path` and the line that is wrong.
    static std::shared_ptr<const ApiKeys> read(const std::string &text, const std::string &path);

    // Takes as long whatever the key and wherever it stands.
    std::optional<Identity> find(const std::string &key) const;
    bool isEmpty() const { return m_lines.empty(); }

private:
    using Digest = std::array<unsigned char, 32>;
    struct Line
    {
        Digest digest;
        std::string project;
        std::string name;
    };
    static Digest digestOf(const std::string &key);
    static Line readLine(const std::string &line);

    std::vector<Line> m_lines;
};

// Makes a key and adds its line to the file, which is made for its owner alone or keeps owner, mode and comments. Only
// then the key is answered. Throws std::invalid_argument for a wrong project or name, std::runtime_error when the file
// cannot be written.
std::string makeApiKey(const std::string &path, const std::string &project, const std::string &name);
