// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "service/catalog/mapped_projects.h"
#include "service/engine/cluster_engine.h"

// The options of `insightsd serve` that name a ClickHouse server.
struct ClusterSource
{
    std::string url; // empty: no server, but the store of this machine
    std::string tableMap; // file
    std::string user = "default";
    std::string passwordFile; // without one, INSIGHTS_CLICKHOUSE_PASSWORD
    std::string caFile;
};

// A server that answered, and its table, that fits the map.
struct OpenCluster
{
    std::unique_ptr<ClusterEngine> engine;
    std::unique_ptr<MappedProjects> projects;
};

// Throws std::invalid_argument for what the user has to change, EngineUnavailable when the server cannot be asked.
OpenCluster openCluster(const ClusterSource &source);
