// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include <datasets/v1/datasets.pb.h>

#include "service/access/credentials.h"
#include "service/api/tls.h"
#include "service/cluster_source.h"

// The commands of insightsd; each runs to its end and answers the exit code: 0 done, 1 failed, 2 bad usage.

struct ServeOptions
{
    std::string data;
    std::string address; // empty: the data directory's own socket
    bool exitsWithStdin = false;
    bool isInsecureAllowed = false;
    CredentialFiles credentials;
    std::optional<TlsFiles> tls;
    std::string metricsAddress; // empty: none
    std::chrono::seconds drain{10};
    std::optional<std::chrono::seconds> idleExit; // leave when nobody asked for so long
    ClusterSource cluster; // in place of `data`
};

int serve(const ServeOptions &options);
int import(const std::string &data, const datasets::v1::ImportRequest &request);
int demo(const std::string &data);
int check(const std::string &data);
int makeKey(const std::string &file, const std::string &project, const std::string &name);
