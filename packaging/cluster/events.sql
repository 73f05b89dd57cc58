-- The tables of events on a cluster, sharded by user and replicated; their map is events.json. The macros {cluster}, {shard}
-- and {replica} are those of the servers' configuration. A single server does without ON CLUSTER, with MergeTree in place of
-- ReplicatedMergeTree(...), and with events_local for events.

CREATE DATABASE IF NOT EXISTS insights ON CLUSTER '{cluster}';

-- `uid` has to be the hash of `user`, so leave it out when you insert. `properties` holds the text form of every value: numbers
-- as 24.5, true, false, times as 2026-05-01T00:00:00.000Z. A property that is asked for often gets a column, as `country`.
CREATE TABLE IF NOT EXISTS insights.events_local ON CLUSTER '{cluster}'
(
    project LowCardinality(String),
    event LowCardinality(String),
    time DateTime64(3, 'UTC') CODEC(Delta(8), LZ4),
    user String,
    uid UInt64 DEFAULT cityHash64(user),
    country LowCardinality(String) DEFAULT properties['$geo.country'],
    properties Map(LowCardinality(String), String)
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{shard}/insights/events', '{replica}')
PARTITION BY toYYYYMM(time)
ORDER BY (project, event, time);

-- Insert here: it sends every user's events to one shard, which "shardedByUser" in the map counts on.
CREATE TABLE IF NOT EXISTS insights.events ON CLUSTER '{cluster}' AS insights.events_local
ENGINE = Distributed('{cluster}', insights, events_local, uid);
