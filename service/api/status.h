// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <stdexcept>
#include <string>

#include <grpcpp/support/status.h>

#include "query/violation.h"

// A question that check() refuses: every violation goes to the caller.
class InvalidQuestion : public std::runtime_error
{
public:
    explicit InvalidQuestion(Violations violations);
    InvalidQuestion(std::string field, std::string description);
    const Violations &violations() const { return m_violations; }

private:
    Violations m_violations;
};

class NotFound : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

// A call that is not begun, for a reason of the service.
class Refusal : public std::runtime_error
{
public:
    Refusal(grpc::StatusCode code, const std::string &reason)
        : std::runtime_error(reason)
        , m_code(code)
    {
    }

    grpc::StatusCode code() const { return m_code; }

private:
    grpc::StatusCode m_code;
};

// The one place that turns what was thrown into what a caller is told. What is not for callers (SQL, paths) is logged
// under the request's id, and only the id is told.
grpc::Status toStatus(const std::exception_ptr &error, const std::string &requestId);
