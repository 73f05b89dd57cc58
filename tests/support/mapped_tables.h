// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/catalog/mapped_projects.h"
#include "service/engine/chdb.h"
#include "service/engine/cluster_engine.h"
#include "tests/support/clickhouse_front.h"

#include <map>
#include <memory>
#include <string>

// Where the events of a question stand.
enum class Place {
    Store, // the embedded one
    Cluster, // packaging/cluster/events.*: two shards, over HTTP
    Pug, // packaging/cluster/pug.json, with every event in there twice, over HTTP
};

inline constexpr Place allPlaces[] = {Place::Store, Place::Cluster, Place::Pug};
const char *nameOf(Place place);

// Events of the embedded store in the tables of a cluster as well, asked through a ClusterEngine. Both shards are the one
// engine, which finds half of the users there, by shardNum().
class MappedTables
{
public:
    explicit MappedTables(Chdb &chdb);

    ClusterEngine &engine() { return m_engine; }
    ClickhouseFront &front() { return m_front; }
    Chdb &chdb() { return m_chdb; }

    // Copies the events of a project of the store, and has it served with the same zone.
    ProjectTablePtr copy(const ProjectTable &stored, Place place);

    // The map as it is shipped, but for the days that the catalog looks at: test data is old.
    static insights::tablemap::v1::TableMap shippedMap(Place place);

private:
    void makeClusterTables();
    void makePugTables();
    void fillCluster(const ProjectTable &stored);
    void fillPug(const ProjectTable &stored);

    Chdb &m_chdb;
    ChdbConnection m_connection;
    ClickhouseFront m_front;
    ClusterEngine m_engine;
};

// To ask a front as its user, with the nodes finishing their own groups.
ClusterOptions optionsFor(const ClickhouseFront &front);
