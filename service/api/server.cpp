// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/server.h"

#include <atomic>
#include <stdexcept>

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/server_builder.h>
#include <grpcpp/support/server_interceptor.h>

#include "service/api/services.h"

#include <sys/stat.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

constexpr int maximumRequestBytes = 8 * 1024 * 1024;

// Who is here: calls under way, and when the last one moved.
struct Activity
{
    std::atomic<int> calls = 0;
    std::atomic<Clock::rep> last = Clock::now().time_since_epoch().count();

    void touch() { last = Clock::now().time_since_epoch().count(); }
};

class CountCall final : public grpc::experimental::Interceptor
{
public:
    explicit CountCall(Activity &activity)
        : m_activity(activity)
    {
        ++m_activity.calls;
        m_activity.touch();
    }

    ~CountCall() override
    {
        --m_activity.calls;
        m_activity.touch();
    }

    void Intercept(grpc::experimental::InterceptorBatchMethods *methods) override { methods->Proceed(); }

private:
    Activity &m_activity;
};

class CountCalls final : public grpc::experimental::ServerInterceptorFactoryInterface
{
public:
    explicit CountCalls(Activity &activity)
        : m_activity(activity)
    {
    }

    grpc::experimental::Interceptor *CreateServerInterceptor(grpc::experimental::ServerRpcInfo *) override
    {
        return new CountCall(m_activity);
    }

private:
    Activity &m_activity;
};

bool isUnix(const std::string &address)
{
    return address.starts_with("unix:");
}

std::string hostOf(const std::string &address)
{
    return address.substr(0, address.rfind(':'));
}

bool isLoopback(const std::string &host)
{
    return host == "localhost" || host == "[::1]" || host.starts_with("127.");
}

void checkAddress(const ServerOptions &options)
{
    const std::string &address = options.address;
    if (isUnix(address))
        return;
    const std::size_t colon = address.rfind(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == address.size())
        throw std::invalid_argument("--listen " + address + ": give unix:PATH or HOST:PORT, as in 127.0.0.1:8443");
    if (!isLoopback(hostOf(address)) && !options.isInsecureAllowed)
        throw std::invalid_argument("--listen " + address
                                    + ": this address can be reached by others, and there are no "
                                      "credentials; listen on 127.0.0.1 or a unix socket, or say --insecure");
}

} // namespace

struct ApiServer::Private
{
    Private(QueryEngine &engine, Projects &projects)
        : insights(engine, projects)
        , catalog(engine, projects)
    {
    }

    Activity activity;
    InsightsServiceImpl insights;
    CatalogServiceImpl catalog;
    std::string address;
    std::unique_ptr<grpc::Server> server; // last in, first out
};

ApiServer::ApiServer(QueryEngine &engine, Projects &projects, grpc::Service *datasets, const ServerOptions &options)
    : d(std::make_unique<Private>(engine, projects))
{
    checkAddress(options);
    grpc::EnableDefaultHealthCheckService(true);
    grpc::reflection::InitProtoReflectionServerBuilderPlugin();

    const mode_t mask = umask(0077); // a socket is its owner's
    grpc::ServerBuilder builder;
    int port = 0;
    builder.AddListeningPort(options.address, grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(&d->insights);
    builder.RegisterService(&d->catalog);
    if (datasets != nullptr && isUnix(options.address))
        builder.RegisterService(datasets);
    builder.SetMaxReceiveMessageSize(maximumRequestBytes);
    // Two insightsd on one port would share its callers.
    builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
    std::vector<std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>> interceptors;
    interceptors.push_back(std::make_unique<CountCalls>(d->activity));
    builder.experimental().SetInterceptorCreators(std::move(interceptors));
    d->server = builder.BuildAndStart();
    umask(mask);
    if (!d->server)
        throw std::runtime_error("Cannot listen on " + options.address + ": it is taken, or not allowed.");
    d->address = isUnix(options.address) ? options.address : hostOf(options.address) + ":" + std::to_string(port);
}

ApiServer::~ApiServer()
{
    if (d->server)
        d->server->Shutdown(std::chrono::system_clock::now() + std::chrono::seconds(2));
}

std::string ApiServer::address() const
{
    return d->address;
}

std::chrono::steady_clock::duration ApiServer::idle() const
{
    if (d->activity.calls > 0)
        return {};
    return Clock::now().time_since_epoch() - Clock::duration(d->activity.last.load());
}
