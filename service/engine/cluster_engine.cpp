// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/engine/cluster_engine.h"

#include <cctype>
#include <random>

#include <spdlog/spdlog.h>

#include "service/plan/row_reader.h"

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

// ClickHouse keeps the bound of time by itself; past this the network is what is slow.
constexpr auto patience = 10s;
constexpr auto killPatience = 3s;
constexpr std::size_t longestUrl = 1'000'000; // ClickHouse's http_max_uri_size is 1 MiB
constexpr std::size_t keptConnections = 16;

std::string encoded(std::string_view text)
{
    constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    for (const unsigned char c : text) {
        if (std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.' || c == '~')
            out += static_cast<char>(c);
        else
            out += {'%', digits[c >> 4], digits[c & 15]};
    }
    return out;
}

std::string checkedUrl(const std::string &url)
{
    const std::string_view host = url.starts_with("https://") ? std::string_view(url).substr(8)
        : url.starts_with("http://")                          ? std::string_view(url).substr(7)
                                                              : std::string_view();
    if (host.find('@') != std::string_view::npos)
        throw std::invalid_argument("--clickhouse: name the user with --clickhouse-user and keep the password in a "
                                    "file (--clickhouse-password-file), not in the URL");
    if (host.empty() || host.front() == '/' || host.find_first_of("?# \t\r\n") != std::string_view::npos)
        throw std::invalid_argument("--clickhouse " + url
                                    + ": give http://HOST:8123 or https://HOST:8443, the HTTP port of ClickHouse");
    return url.ends_with('/') ? url.substr(0, url.size() - 1) : url;
}

std::string newQueryId()
{
    static thread_local std::mt19937_64 random{std::random_device{}()};
    return fmt::format("insights-{:016x}{:016x}", random(), random());
}

// Headers are lines.
void checkCredential(const std::string &text, const char *option)
{
    if (text.find_first_of("\r\n\0", 0, 3) != std::string::npos)
        throw std::invalid_argument(std::string(option) + ": a user and a password are one line each");
}

std::string wordsOf(const HttpFailure &failure, const std::string &url)
{
    switch (failure.kind()) {
    case HttpFailure::Kind::Unknown: return "The host of " + url + " is not known (--clickhouse).";
    case HttpFailure::Kind::Refused:
        return "Nobody answers at " + url + ": is ClickHouse running, and is this its HTTP port? (" + failure.what()
            + ")";
    case HttpFailure::Kind::Untrusted:
        return "The certificate of " + url + " is not trusted: " + failure.what()
            + ". Name the file of its authority with --clickhouse-ca.";
    default: return "The connection to " + url + " was lost: " + failure.what();
    }
}

// What a server says and an embedded engine does not.
[[noreturn]] void throwServerFailure(const EngineError &error)
{
    switch (error.code()) {
    case 202: // TOO_MANY_SIMULTANEOUS_QUERIES
        throw EngineUnavailable(std::string("ClickHouse has too many queries at work: ") + error.what());
    case 192: // UNKNOWN_USER
    case 193: // WRONG_PASSWORD
    case 194: // REQUIRED_PASSWORD
    case 516: // AUTHENTICATION_FAILED
        throw EngineUnavailable("ClickHouse refuses the user or the password (--clickhouse-user, "
                                "--clickhouse-password-file)");
    case 497: // ACCESS_DENIED
        throw EngineUnavailable(std::string("ClickHouse does not let this user read the table: ") + error.what());
    case 164: // READONLY
        throw EngineUnavailable("ClickHouse lets this user change no settings: its profile has readonly = 1; give it "
                                "readonly = 2, or none");
    case 209: // SOCKET_TIMEOUT
    case 210: // NETWORK_ERROR
    case 279: // ALL_CONNECTION_TRIES_FAILED
        throw EngineUnavailable(std::string("ClickHouse cannot reach a node of its cluster: ") + error.what());
    default: throwFailure(error);
    }
}

} // namespace

// A connection of one's own for a while.
class ClusterEngine::Lease
{
public:
    explicit Lease(ClusterEngine &engine)
        : m_engine(engine)
    {
        const std::lock_guard lock(engine.m_mutex);
        if (!engine.m_idle.empty()) {
            m_connection = std::move(engine.m_idle.back());
            engine.m_idle.pop_back();
        }
    }
    Lease(const Lease &) = delete;

    ~Lease()
    {
        const std::lock_guard lock(m_engine.m_mutex);
        if (m_connection && m_engine.m_idle.size() < keptConnections)
            m_engine.m_idle.push_back(std::move(m_connection));
    }

    HttpConnection &connection()
    {
        if (!m_connection)
            m_connection = std::make_unique<HttpConnection>(m_engine.m_options.http);
        return *m_connection;
    }

private:
    ClusterEngine &m_engine;
    std::unique_ptr<HttpConnection> m_connection;
};

ClusterEngine::ClusterEngine(ClusterOptions options)
    : m_options(std::move(options))
    , m_turns(m_options.bounds.atWork)
{
    m_options.url = checkedUrl(m_options.url);
    checkCredential(m_options.user, "--clickhouse-user");
    checkCredential(m_options.password, "--clickhouse-password-file");
    Statement statement;
    statement.sql = "SELECT version()";
    const EngineRows rows = execute(statement, {});
    m_version = RowReader(rows.bytes).text();
}

ClusterEngine::~ClusterEngine() = default;

std::string ClusterEngine::name() const
{
    return "ClickHouse " + m_version;
}

EngineRows ClusterEngine::execute(const Statement &statement, const Caller &caller)
{
    const Turns::Turn turn = m_turns.wait(caller);
    try {
        return ask(statement, caller);
    } catch (const EngineError &error) {
        throwServerFailure(error);
    }
}

EngineRows ClusterEngine::ask(const Statement &statement, const Caller &caller)
{
    const std::string id = newQueryId();
    const auto deadline = Clock::now() + m_options.bounds.time + patience;
    try {
        HttpAnswer answer = post(statement, id, [&] { return !caller.isGone() && Clock::now() < deadline; });
        const std::uint64_t rowsRead = rowsReadOf(answer);
        auto owner = std::make_shared<const std::string>(std::move(answer.body));
        return {owner, *owner, rowsRead};
    } catch (const HttpFailure &failure) {
        switch (failure.kind()) {
        case HttpFailure::Kind::Abandoned:
            kill(id);
            if (caller.isGone())
                throw QueryCancelled("the question was cancelled");
            throw QueryTooLarge("it took longer than one question may");
        case HttpFailure::Kind::TooLarge: kill(id); throw QueryTooLarge("its answer is larger than one may be");
        default: throw EngineUnavailable(wordsOf(failure, m_options.url));
        }
    }
}

// Whatever comes back is whole and ClickHouse's.
HttpAnswer ClusterEngine::post(const Statement &statement, const std::string &id, const std::function<bool()> &isWanted)
{
    Lease lease(*this);
    HttpAnswer answer = lease.connection().post(request(statement, id), isWanted);
    if (!isClickHouse(answer))
        throw EngineUnavailable(m_options.url + " is not ClickHouse's HTTP port: the answer, with status "
                                + std::to_string(answer.status) + ", is not its own.");
    if (const auto exception = exceptionIn(answer))
        throw *exception;
    if (!answer.isWhole)
        throw EngineUnavailable("The connection to " + m_options.url + " was lost in the middle of an answer.");
    return answer;
}

HttpRequest ClusterEngine::request(const Statement &statement, const std::string &id) const
{
    HttpRequest request;
    request.url = m_options.url + "/?query_id=" + id
        + "&default_format=RowBinary&enable_http_compression=1&cancel_http_readonly_queries_on_client_close=1"
          "&max_result_bytes="
        + std::to_string(m_options.http.largestAnswer)
        + "&result_overflow_mode=throw&max_execution_time=" + std::to_string(m_options.bounds.time.count());
    if (m_options.bounds.memoryBytes > 0)
        request.url += "&max_memory_usage=" + std::to_string(m_options.bounds.memoryBytes);
    if (m_options.isShardedByUser)
        request.url += "&optimize_skip_unused_shards=1&optimize_distributed_group_by_sharding_key=1";
    if (!statement.sql.starts_with("KILL"))
        request.url += "&readonly=2";
    for (const Parameter &parameter : statement.parameters)
        request.url += "&param_" + parameter.name + "=" + encoded(parameter.escaped());
    if (request.url.size() > longestUrl)
        throw QueryTooLarge("its values are longer than ClickHouse takes");
    request.headers = {"X-ClickHouse-User: " + m_options.user, "Content-Type: text/plain; charset=utf-8", "Expect:"};
    if (!m_options.password.empty())
        request.headers.push_back("X-ClickHouse-Key: " + m_options.password);
    request.body = statement.sql;
    return request;
}

// For a server that does not notice that the connection is cut. Read-only users may not; that is no failure.
void ClusterEngine::kill(const std::string &id)
{
    Statement statement;
    statement.sql = "KILL QUERY WHERE query_id = ";
    statement.sql += statement.bind(id) + " ASYNC";
    try {
        const auto deadline = Clock::now() + killPatience;
        post(statement, newQueryId(), [&] { return Clock::now() < deadline; });
    } catch (const std::exception &error) {
        spdlog::info("query {} could not be killed: {}", id, error.what());
    }
}
