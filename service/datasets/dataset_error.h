// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

// Why a project or an import could not be had, in a sentence for the user that names the way out.
class DatasetError : public std::runtime_error
{
public:
    enum class Kind {
        Usage, // what was asked for is wrong: a zone, a column, a project's name
        Failure, // it was right, and the file, the disk or the engine was not
        Cancelled,
    };

    DatasetError(Kind kind, const std::string &message)
        : std::runtime_error(message)
        , m_kind(kind)
    {
    }

    Kind kind() const { return m_kind; }

private:
    Kind m_kind;
};
