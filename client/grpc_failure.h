// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <grpcpp/support/status.h>

#include "client/insights_client.h"

// Why a call to `address` failed, with the violations that came with it. Any thread.
Failure failureOf(const grpc::Status &status, const std::string &address);
Failure timeoutAt(const std::string &address); // where we stopped waiting ourselves
