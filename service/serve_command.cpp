// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>
#include <optional>
#include <stdexcept>
#include <vector>

#include <grpc/grpc.h>
#include <spdlog/spdlog.h>

#include "query/local_socket.h"
#include "query/server_address.h"
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

enum class End { BySignal, Alone };

bool isSignalled(const sigset_t &signals)
{
    const timespec pause{0, 100'000'000};
    return sigtimedwait(&signals, nullptr, &pause) > 0;
}

End waitForEnd(const ServeOptions &options, const std::vector<std::unique_ptr<ApiServer>> &servers,
               const sigset_t &signals)
{
    while (!isSignalled(signals)) {
        if (options.exitsWithStdin && isStdinClosed())
            return End::Alone;
        if (options.idleExit && isIdle(servers, *options.idleExit)) {
            spdlog::info("ending: nobody asked for {} s", options.idleExit->count());
            return End::Alone;
        }
    }
    return End::BySignal;
}

// New calls are refused; those under way may end until the time is up or a second signal comes.
void drain(const std::vector<std::unique_ptr<ApiServer>> &servers, std::chrono::seconds time, const sigset_t &signals)
{
    const auto deadline = std::chrono::steady_clock::now() + time;
    for (const auto &server : servers)
        server->close();
    const auto isBusy = [](const auto &server) { return server->underWay() > 0; };
    const auto underWay = [&] { return std::any_of(servers.begin(), servers.end(), isBusy); };
    spdlog::info("ending on a signal; calls under way have {} s", time.count());
    while (underWay() && std::chrono::steady_clock::now() < deadline && !isSignalled(signals))
        ;
    if (underWay())
        spdlog::warn("calls are cut off: they did not end in time");
}

void warn(const std::string &address, const ServeOptions &options)
{
    if (isUnixAddress(address))
        return;
    const char *const who = isOfThisMachine(address) ? "every program on this machine" : "everybody who reaches it";
    if (options.credentials.isEmpty())
        spdlog::warn("{} is open to {}: there are no credentials", address, who);
    if (!options.tls && !isOfThisMachine(address))
        spdlog::warn("{} has no TLS: who listens on the way reads keys and answers", address);
}

struct Place
{
    std::string address;
    bool isOwn = false; // the data directory's socket, for its owner alone
};

// The services on every address, until the end. Datasets are those of `store`, none without.
int serveOn(const std::vector<Place> &places, QueryEngine &engine, Projects &projects, ProjectStore *store,
            const ServeOptions &options, const sigset_t &signals)
{
    std::optional<Credentials> credentials;
    if (!options.credentials.isEmpty())
        credentials.emplace(options.credentials);
    Metrics metrics;
    if (!options.metricsAddress.empty())
        spdlog::info("metrics on port {}", metrics.serve(options.metricsAddress));
    std::vector<std::unique_ptr<ApiServer>> servers;
    for (const Place &place : places) {
        const bool isPrivate = place.isOwn || !credentials;
        servers.push_back(std::make_unique<ApiServer>(
            engine, projects, isPrivate ? store : nullptr,
            ServerOptions{place.address, options.isInsecureAllowed, isPrivate ? nullptr : &*credentials,
                          place.isOwn ? std::nullopt : options.tls, &metrics}));
    }
    const std::string address = servers.front()->address();
    warn(address, options);
    std::printf("READY %s\n", address.c_str());
    std::fflush(stdout);
    if (waitForEnd(options, servers, signals) == End::BySignal)
        drain(servers, options.drain, signals);
    return 0;
}

int serveCluster(const ServeOptions &options, const sigset_t &signals)
{
    if (options.address.empty())
        throw std::invalid_argument(
            "--clickhouse needs --listen unix:PATH or HOST:PORT: a data directory has no part in it");
    const OpenCluster cluster = openCluster(options.cluster);
    return serveOn({{options.address}}, *cluster.engine, *cluster.projects, nullptr, options, signals);
}

int serveStore(const ServeOptions &options, const sigset_t &signals)
{
    ProjectStore store(options.data);
    EmbeddedEngine engine(store.engine());
    // The directory's own socket is always served: there windows and imports find the one who holds the store.
    const std::string own = "unix:" + socketPath(options.data);
    std::vector<Place> places;
    if (!options.address.empty() && options.address != own)
        places.push_back({options.address});
    if (own != "unix:")
        places.push_back({own, true});
    return serveOn(places, engine, store, &store, options, signals);
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
