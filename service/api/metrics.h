// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

// What the service has done, as Prometheus reads it. Safe to call from many threads.
class Metrics
{
public:
    Metrics();
    ~Metrics();

    // Serves them at http://ADDRESS/metrics; answers the port, which the system chose if it was 0. Throws
    // std::invalid_argument unless it is HOST:PORT on loopback, std::runtime_error when it is taken.
    int serve(const std::string &address);

    void beginCall();
    void endCall(const char *method, const char *code, std::chrono::duration<double> duration, std::uint64_t rowsRead);

private:
    struct Private;
    std::unique_ptr<Private> d;
};
