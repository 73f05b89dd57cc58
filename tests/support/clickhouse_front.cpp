// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/clickhouse_front.h"

#include <httplib.h>
#include <zlib.h>

#include <stdexcept>

namespace {

constexpr char tag[] = "dngjzjnxkvlwkeua";

std::string gzipped(const std::string &bytes)
{
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

// Those of the URL that are settings of the engine, with readonly last, or it would refuse the others.
std::string settingsOf(const httplib::Request &request, const std::string &id)
{
    std::string sql = "SET log_comment = '" + id + "'";
    for (const auto &[name, value] : request.params)
        if (name != "query_id" && name != "default_format" && name != "readonly" && !name.starts_with("param_"))
            sql += ", " + name + " = '" + value + "'";
    return sql + (request.has_param("readonly") ? ", readonly = " + request.get_param_value("readonly") : "");
}

Statement statementOf(const httplib::Request &request)
{
    Statement statement;
    statement.sql = request.body;
    // chDB names no query: the front finds them by their comment.
    if (const auto place = statement.sql.find("query_id ="); statement.sql.starts_with("KILL"))
        statement.sql.replace(place, 8, "Settings['log_comment']");
    for (const auto &[name, value] : request.params)
        if (name.starts_with("param_"))
            statement.parameters.push_back({name.substr(6), "as it came", value});
    return statement;
}

} // namespace

ClickhouseFront::ClickhouseFront(Chdb &chdb, const Certificate &certificate)
    : m_chdb(chdb)
    , m_server(std::make_unique<httplib::Server>())
{
    if (!certificate.chain.empty()) {
        m_server = std::make_unique<httplib::SSLServer>(certificate.chain.c_str(), certificate.key.c_str());
        m_scheme = "https";
    }
    m_server->new_task_queue = [] { return new httplib::ThreadPool(24); };
    m_server->Post("/", [this](const auto &request, auto &response) { handle(request, response); });
    m_server->set_tcp_nodelay(true);
    m_server->set_keep_alive_max_count(1000);
    m_server->set_keep_alive_timeout(1); // seconds
    m_port = m_server->bind_to_any_port("127.0.0.1");
    if (m_port <= 0)
        throw std::runtime_error("no port for the HTTP front");
    m_thread = std::thread([this] { m_server->listen_after_bind(); });
    while (!m_server->is_running())
        std::this_thread::yield();
}

ClickhouseFront::~ClickhouseFront()
{
    m_server->stop();
    m_thread.join();
}

std::string ClickhouseFront::url() const
{
    return m_scheme + "://127.0.0.1:" + std::to_string(m_port);
}

std::string ClickhouseFront::lastTarget() const
{
    const std::lock_guard lock(m_mutex);
    return m_lastTarget;
}

int ClickhouseFront::connections() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_peers.size());
}

void ClickhouseFront::handle(const httplib::Request &request, httplib::Response &response)
{
    const bool isKill = request.body.starts_with("KILL");
    ++(isKill ? kills : queries);
    {
        const std::lock_guard lock(m_mutex);
        if (!isKill)
            m_lastTarget = request.target;
        m_peers.insert(request.remote_port);
    }
    if (answer && !isKill)
        return answer(response);
    response.set_header("X-ClickHouse-Server-Display-Name", "front");
    response.set_header("X-ClickHouse-Query-Id", request.get_param_value("query_id"));
    if (request.get_header_value("X-ClickHouse-User") != user
        || request.get_header_value("X-ClickHouse-Key") != password)
        return fail({516,
                     "Code: 516. DB::Exception: " + user
                         + ": Authentication failed: password is incorrect. (AUTHENTICATION_FAILED) (version 26.7)"},
                    response);
    try {
        run(request, response);
    } catch (const EngineError &error) {
        fail(error, response);
    }
}

void ClickhouseFront::run(const httplib::Request &request, httplib::Response &response)
{
    ChdbConnection connection = m_chdb.connect();
    connection.command(settingsOf(request, request.get_param_value("query_id")));
    const EngineResult result = connection.query(statementOf(request), request.get_param_value("default_format"));
    std::string bytes(result.bytes);
    response.set_header("X-ClickHouse-Summary", "{\"read_rows\":\"" + std::to_string(result.rowsRead) + "\"}");
    if (exceptions == Exceptions::Framed)
        response.set_header("X-ClickHouse-Exception-Tag", tag);
    bytesBefore += bytes.size();
    if (request.get_param_value("enable_http_compression") == "1"
        && request.get_header_value("Accept-Encoding").find("gzip") != std::string::npos) {
        response.set_header("Content-Encoding", "gzip");
        bytes = gzipped(bytes);
    }
    bytesSent += bytes.size();
    response.set_content(std::move(bytes), "application/octet-stream");
}

void ClickhouseFront::fail(const EngineError &error, httplib::Response &response)
{
    const std::string text = error.what() + std::string(" (version 26.7.2.1 (official build))\n");
    if (exceptions == Exceptions::AtOnce) {
        response.status = error.code() == 516 ? 403 : error.code() == 60 ? 404 : 500;
        response.set_header("X-ClickHouse-Exception-Code", std::to_string(error.code()));
        response.set_content(text, "text/plain; charset=UTF-8");
        return;
    }
    std::string body("\1half a row", 11);
    if (exceptions == Exceptions::Framed) {
        response.set_header("X-ClickHouse-Exception-Tag", tag);
        body += std::string("\r\n__exception__\r\n") + tag + "\r\n" + text + std::to_string(text.size()) + " " + tag
            + "\r\n__exception__\r\n";
    } else if (exceptions == Exceptions::Untagged) {
        body += "__exception__\r\n" + text;
    } else {
        body += text;
    }
    response.set_content(body, "application/octet-stream");
}
