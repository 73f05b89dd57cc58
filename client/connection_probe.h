// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/endpoint.h"
#include "client/insights_client.h"

// One step on the way to a server, in the order they are taken.
struct ProbeFinding
{
    enum class Step { Address, Name, Port, Certificate, Server, Key, Project };
    Step step = Step::Address;
    bool isGood = false;
    std::string sentence; // what was found, or what is wrong and the way out; never holds the key

    bool operator==(const ProbeFinding &) const = default;
};

// How far one came: all findings but the last are good.
struct ProbeReport
{
    std::vector<ProbeFinding> findings; // never empty
    std::vector<catalog::v1::Project> projects; // that the key opens
    bool hasCatalog = true; // else the server knows questions only, and names are typed

    bool isGood() const { return findings.back().isGood; }
};

// Tries a way to a server step by step, so that what is wrong can be said exactly.
class ConnectionProbe
{
public:
    virtual ~ConnectionProbe() = default;

    // `handler` runs once, in the GUI thread, within half a minute. `project` may be empty.
    [[nodiscard]] virtual PendingCallPtr probe(const Endpoint &endpoint, const std::string &project,
                                               std::function<void(ProbeReport)> handler)
        = 0;
};
