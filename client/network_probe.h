// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/connection_probe.h"

// Tries the name, the port and the certificate with Qt Network, which says what exactly is wrong with them; then key and
// project with a call of the API.
class NetworkProbe final : public ConnectionProbe
{
public:
    [[nodiscard]] PendingCallPtr probe(const Endpoint &endpoint, const std::string &project,
                                       std::function<void(ProbeReport)> handler) override;
};
