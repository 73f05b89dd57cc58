// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <vector>

#include <grpc/grpc.h>
#include <spdlog/spdlog.h>

#include "query/local_socket.h"
#include "service/api/dataset_service.h"
#include "service/api/no_dataset_service.h"
#include "service/api/server.h"
#include "service/commands.h"
#include "service/datasets/store.h"
#include "service/engine/embedded_engine.h"

#include <poll.h>
#include <unistd.h>

namespace {

using namespace std::chrono_literals;

// Ends when the one who started us is gone: its end of our stdin closes.
bool isStdinClosed()
{
    pollfd input{STDIN_FILENO, POLLIN, 0};
    if (poll(&input, 1, 0) <= 0)
        return false;
    char bytes[256];
    return read(STDIN_FILENO, bytes, sizeof bytes) <= 0;
}

bool isIdle(const std::vector<std::unique_ptr<ApiServer>> &servers, std::chrono::seconds time)
{
    return std::all_of(servers.begin(), servers.end(), [&](const auto &server) { return server->idle() > time; });
}

void waitForEnd(const ServeOptions &options, const std::vector<std::unique_ptr<ApiServer>> &servers,
                const sigset_t &signals)
{
    while (true) {
        const timespec pause{0, 100'000'000};
        if (const int signal = sigtimedwait(&signals, nullptr, &pause); signal > 0) {
            spdlog::info("ending on signal {}", signal);
            return;
        }
        if (options.exitsWithStdin && isStdinClosed())
            return;
        if (options.idleExit && isIdle(servers, *options.idleExit)) {
            spdlog::info("ending: nobody asked for {} s", options.idleExit->count());
            return;
        }
    }
}

// The services on every address, until the end.
int serveOn(const std::vector<ServerOptions> &addresses, QueryEngine &engine, Projects &projects,
            grpc::Service &datasets, const ServeOptions &options, const sigset_t &signals)
{
    std::vector<std::unique_ptr<ApiServer>> servers;
    for (const ServerOptions &address : addresses)
        servers.push_back(std::make_unique<ApiServer>(engine, projects, &datasets, address));
    const std::string address = servers.front()->address();
    if (!address.starts_with("unix:"))
        spdlog::warn("{} is open to every program on this machine: there are no credentials", address);
    std::printf("READY %s\n", address.c_str());
    std::fflush(stdout);
    waitForEnd(options, servers, signals);
    return 0;
}

int serveCluster(const ServeOptions &options, const sigset_t &signals)
{
    if (options.address.empty())
        throw std::invalid_argument(
            "--clickhouse needs --listen unix:PATH or HOST:PORT: a data directory has no part in it");
    const OpenCluster cluster = openCluster(options.cluster);
    NoDatasetService datasets;
    return serveOn({{options.address, options.isInsecureAllowed}}, *cluster.engine, *cluster.projects, datasets,
                   options, signals);
}

int serveStore(const ServeOptions &options, const sigset_t &signals)
{
    ProjectStore store(options.data);
    EmbeddedEngine engine(store.engine());
    DatasetServiceImpl datasets(store);
    // The directory's own socket is always served: there windows and imports find the one who holds the store.
    const std::string own = "unix:" + socketPath(options.data);
    std::vector<ServerOptions> addresses;
    if (!options.address.empty() && options.address != own)
        addresses.push_back({options.address, options.isInsecureAllowed});
    if (own != "unix:")
        addresses.push_back({own});
    return serveOn(addresses, engine, store, datasets, options, signals);
}

} // namespace

int serve(const ServeOptions &options)
{
    // Before any thread starts, so that all of them leave these signals to waitForEnd.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    grpc_init(); // and never let go: gRPC 1.51 may wait ten seconds for a poller when its last user leaves
    return options.cluster.url.empty() ? serveStore(options, signals) : serveCluster(options, signals);
}
