// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/server.h"
#include "query/server_address.h"

#include <atomic>
#include <optional>
#include <stdexcept>

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/resource_quota.h>
#include <grpcpp/server_builder.h>
#include <grpcpp/support/server_interceptor.h>

#include "service/api/counted_engine.h"
#include "service/api/dataset_service.h"
#include "service/api/services.h"

#include <sys/stat.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

using namespace std::chrono_literals;

constexpr int maximumRequestBytes = 4 * 1024 * 1024;
constexpr int maximumThreads = 2048; // one for each call under way, and some that wait for calls

// Who is here: calls under way, and when the last one moved.
struct Activity
{
    std::atomic<int> calls = 0;
    std::atomic<Clock::rep> last = Clock::now().time_since_epoch().count();

    void touch() { last = Clock::now().time_since_epoch().count(); }
};

// Lives as long as a call, its answer on the way included.
class CountCall final : public grpc::experimental::Interceptor
{
public:
    CountCall(Activity &activity, Gate &gate, const grpc::ServerContextBase *call)
        : m_activity(activity)
        , m_gate(gate)
        , m_call(call)
    {
        ++m_activity.calls;
        m_activity.touch();
    }

    ~CountCall() override
    {
        m_gate.leave(m_call);
        --m_activity.calls;
        m_activity.touch();
    }

    void Intercept(grpc::experimental::InterceptorBatchMethods *methods) override { methods->Proceed(); }

private:
    Activity &m_activity;
    Gate &m_gate;
    const grpc::ServerContextBase *const m_call;
};

class CountCalls final : public grpc::experimental::ServerInterceptorFactoryInterface
{
public:
    CountCalls(Activity &activity, Gate &gate)
        : m_activity(activity)
        , m_gate(gate)
    {
    }

    grpc::experimental::Interceptor *CreateServerInterceptor(grpc::experimental::ServerRpcInfo *info) override
    {
        return new CountCall(m_activity, m_gate, info->server_context());
    }

private:
    Activity &m_activity;
    Gate &m_gate;
};

void checkAddress(const ServerOptions &options)
{
    const std::string &address = options.address;
    const std::string listen = "--listen " + address + ": ";
    if (isUnixAddress(address)) {
        if (options.tls)
            throw std::invalid_argument(listen + "a unix socket has no TLS; leave --tls-cert and --tls-key out");
        return;
    }
    if (hostPortOf(address).host.empty())
        throw std::invalid_argument(listen + "give unix:PATH or HOST:PORT, as in 127.0.0.1:8443");
    if (isOfThisMachine(address) || options.isInsecureAllowed || (options.credentials != nullptr && options.tls))
        return;
    std::string missing;
    if (options.credentials == nullptr)
        missing = "credentials (--api-key-file, --jwt-key-file)";
    if (!options.tls)
        missing += std::string(missing.empty() ? "" : " and ") + "TLS (--tls-cert, --tls-key)";
    throw std::invalid_argument(listen + "this address can be reached by others and lacks " + missing
                                + "; add it, listen on 127.0.0.1 or a unix socket, or say --insecure");
}

std::shared_ptr<grpc::ServerCredentials> credentialsOf(const ServerOptions &options)
{
    return options.tls ? tlsCredentials(*options.tls) : grpc::InsecureServerCredentials();
}

int milliseconds(std::chrono::milliseconds time)
{
    return static_cast<int>(time.count());
}

void bound(grpc::ServerBuilder &builder, const ServerOptions &options)
{
    builder.SetMaxReceiveMessageSize(maximumRequestBytes);
    builder.SetResourceQuota(grpc::ResourceQuota("insightsd").SetMaxThreads(maximumThreads));
    // Two insightsd on one port would share its callers.
    builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
    // Who is gone without a word holds no connection, who never begins neither.
    builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, milliseconds(options.silence));
    builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, milliseconds(options.silence / 3));
    builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
    builder.AddChannelArgument(GRPC_ARG_HTTP2_MAX_PINGS_WITHOUT_DATA, 0);
    builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS, milliseconds(10s));
    builder.AddChannelArgument(GRPC_ARG_SERVER_HANDSHAKE_TIMEOUT_MS, milliseconds(options.silence / 3));
}

} // namespace

struct ApiServer::Private
{
    Private(QueryEngine &queryEngine, Projects &projects, ProjectStore *store, const ServerOptions &options)
        : gate(options.credentials, options.metrics)
        , engine(queryEngine)
        , insights(engine, projects, gate)
        , catalog(engine, projects, gate)
    {
        if (store != nullptr && isUnixAddress(options.address))
            datasets.emplace(*store, gate);
    }

    Activity activity;
    Gate gate;
    CountedEngine engine;
    InsightsServiceImpl insights;
    CatalogServiceImpl catalog;
    std::optional<DatasetServiceImpl> datasets;
    std::string address;
    std::unique_ptr<grpc::Server> server; // last in, first out
};

ApiServer::ApiServer(QueryEngine &engine, Projects &projects, ProjectStore *store, const ServerOptions &options)
    : d(std::make_unique<Private>(engine, projects, store, options))
{
    checkAddress(options);
    grpc::EnableDefaultHealthCheckService(true);
    grpc::reflection::InitProtoReflectionServerBuilderPlugin();

    const mode_t mask = umask(0077); // a socket is its owner's
    grpc::ServerBuilder builder;
    int port = 0;
    builder.AddListeningPort(options.address, credentialsOf(options), &port);
    builder.RegisterService(&d->insights);
    builder.RegisterService(&d->catalog);
    if (d->datasets)
        builder.RegisterService(&*d->datasets);
    bound(builder, options);
    std::vector<std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>> interceptors;
    interceptors.push_back(std::make_unique<CountCalls>(d->activity, d->gate));
    builder.experimental().SetInterceptorCreators(std::move(interceptors));
    d->server = builder.BuildAndStart();
    umask(mask);
    if (!d->server)
        throw std::runtime_error("Cannot listen on " + options.address + ": it is taken, or not allowed.");
    d->address = isUnixAddress(options.address)
        ? options.address
        : options.address.substr(0, options.address.rfind(':')) + ":" + std::to_string(port);
}

ApiServer::~ApiServer()
{
    if (d->server)
        d->server->Shutdown(std::chrono::system_clock::now() + std::chrono::seconds(2));
}

void ApiServer::close()
{
    d->gate.close();
    d->server->GetHealthCheckService()->SetServingStatus(false);
}

int ApiServer::underWay() const
{
    return d->gate.underWay();
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
