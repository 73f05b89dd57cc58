// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/engine/chdb.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>

namespace httplib {
class Server;
struct Request;
struct Response;
} // namespace httplib

// ClickHouse's HTTP interface over the embedded engine, on a port of its own: POST with the SQL as body, settings and
// param_x in the URL, X-ClickHouse-* headers, exception codes, gzip, KILL QUERY by query_id.
class ClickhouseFront
{
public:
    // How an exception is told.
    enum class Exceptions {
        AtOnce, // by the status and a header
        Framed, // behind half of the rows, since 25.11
        Untagged, // in a frame without a tag, before that
        Plain, // as text behind the rows, before 25
    };

    struct Certificate // files, PEM
    {
        std::string chain;
        std::string key;
    };

    explicit ClickhouseFront(Chdb &chdb, const Certificate &certificate = {});
    ~ClickhouseFront();

    std::string url() const; // "http://127.0.0.1:PORT"

    std::string user = "insights";
    std::string password = "secret";
    std::atomic<Exceptions> exceptions = Exceptions::AtOnce;
    // Takes the place of the engine where it is set.
    std::function<void(httplib::Response &)> answer;

    // What was asked, to look at.
    std::atomic<int> queries = 0;
    std::atomic<int> kills = 0;
    std::atomic<std::size_t> bytesSent = 0;
    std::atomic<std::size_t> bytesBefore = 0; // packing
    std::string lastTarget() const; // of a query, with its parameters
    int connections() const; // made so far

private:
    void handle(const httplib::Request &request, httplib::Response &response);
    void run(const httplib::Request &request, httplib::Response &response);
    void fail(const EngineError &error, httplib::Response &response);

    Chdb &m_chdb;
    std::unique_ptr<httplib::Server> m_server;
    std::string m_scheme = "http";
    int m_port = 0;
    mutable std::mutex m_mutex;
    std::string m_lastTarget;
    std::set<int> m_peers; // ports
    std::thread m_thread;
};
