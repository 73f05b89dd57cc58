// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/engine/chdb.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <optional>

#include <dlfcn.h>
#include <unistd.h>

// The C interface of libchdb 26.7: the package carries no header. chdb_connection and chdb_result are opaque.
struct ChdbResult;
using ChdbHandle = void *;
struct ChdbInsertStream;

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> libraryPlaces()
{
    std::vector<fs::path> places;
    if (const char *chosen = std::getenv("INSIGHTS_LIBCHDB"))
        places.emplace_back(chosen);
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    if (!error)
        places.push_back(self.parent_path() / "../lib/insights-explorer/libchdb.so");
    places.emplace_back("/usr/lib/insights-explorer/libchdb.so");
    places.emplace_back("/usr/local/lib/libchdb.so");
    places.emplace_back("/usr/lib/libchdb.so");
    // Where ./dev keeps the one it fetched.
    const char *cache = std::getenv("XDG_CACHE_HOME");
    const char *home = std::getenv("HOME");
    const fs::path caches
        = cache != nullptr && *cache != '\0' ? fs::path(cache) : fs::path(home == nullptr ? "" : home) / ".cache";
    places.push_back(caches / "insights-explorer/libchdb" / INSIGHTS_CHDB_VERSION / "libchdb.so");
    return places;
}

void *openLibrary()
{
    if (!__builtin_cpu_supports("avx2"))
        throw EngineError(0,
                          "This processor has no AVX2, which the embedded engine needs. Connect to a server instead.");
    std::error_code error;
    for (const fs::path &place : libraryPlaces()) {
        if (!fs::exists(place, error))
            continue;
        if (void *library = dlopen(place.c_str(), RTLD_NOW | RTLD_LOCAL))
            return library;
        throw EngineError(0, std::string("The embedded engine cannot be loaded: ") + dlerror());
    }
    throw EngineError(0,
                      "The embedded engine libchdb.so is not on this machine. Install insights-explorer-engine, or "
                      "run ./dev setup in a checkout.");
}

// The library tidies up at exit while its background threads are still merging, and crashed in 1 to 10 of 100 exits after
// an import: a process with a store ends without that. The store survives any end of its process.
void leaveAtOnce(int status, void *)
{
    std::fflush(nullptr);
    std::_Exit(status);
}

// What runs at exit runs in reverse of its registration, and the library goes on registering its statics while it
// answers. Before all of that come the thread's own destructors: this one puts leaveAtOnce() in front.
struct FirstAtExit
{
    void arm() { } // makes it one of the thread's
    ~FirstAtExit() { on_exit(leaveAtOnce, nullptr); }
};

thread_local FirstAtExit firstAtExit;

} // namespace

struct ChdbLibrary
{
    void *library = openLibrary();
    ChdbHandle *keeper = nullptr; // closing the last connection and opening another leaks threads
    std::string path;

    template <class Function>
    Function *function(const char *name) const
    {
        void *symbol = dlsym(library, name);
        if (symbol == nullptr)
            throw EngineError(0,
                              std::string("libchdb.so lacks ") + name + ": it is not the version this program needs.");
        return reinterpret_cast<Function *>(symbol);
    }

    ChdbHandle *(*connect)(int, char **) = function<ChdbHandle *(int, char **)>("chdb_connect");
    void (*close)(ChdbHandle *) = function<void(ChdbHandle *)>("chdb_close_conn");
    ChdbResult *(*query)(ChdbHandle, const char *, const char *, const char *const *, const char *const *, size_t)
        = function<ChdbResult *(ChdbHandle, const char *, const char *, const char *const *, const char *const *,
                                size_t)>("chdb_query_with_params");
    ChdbResult *(*streamQuery)(ChdbHandle, const char *, const char *)
        = function<ChdbResult *(ChdbHandle, const char *, const char *)>("chdb_stream_query");
    ChdbResult *(*streamFetch)(ChdbHandle, ChdbResult *)
        = function<ChdbResult *(ChdbHandle, ChdbResult *)>("chdb_stream_fetch_result");
    void (*streamCancel)(ChdbHandle, ChdbResult *)
        = function<void(ChdbHandle, ChdbResult *)>("chdb_stream_cancel_query");
    ChdbInsertStream *(*insertStream)(ChdbHandle, const char *, const char *)
        = function<ChdbInsertStream *(ChdbHandle, const char *, const char *)>("chdb_stream_insert");
    int (*insertAppend)(ChdbInsertStream *, const void *, size_t)
        = function<int(ChdbInsertStream *, const void *, size_t)>("chdb_stream_append");
    ChdbResult *(*insertDone)(ChdbInsertStream *) = function<ChdbResult *(ChdbInsertStream *)>("chdb_stream_done");
    const char *(*insertError)(ChdbInsertStream *)
        = function<const char *(ChdbInsertStream *)>("chdb_stream_insert_error");
    void (*destroyInsert)(ChdbInsertStream *) = function<void(ChdbInsertStream *)>("chdb_destroy_insert_stream");
    void (*destroyResult)(ChdbResult *) = function<void(ChdbResult *)>("chdb_destroy_query_result");
    char *(*resultBuffer)(ChdbResult *) = function<char *(ChdbResult *)>("chdb_result_buffer");
    size_t (*resultLength)(ChdbResult *) = function<size_t(ChdbResult *)>("chdb_result_length");
    std::uint64_t (*resultRowsRead)(ChdbResult *)
        = function<std::uint64_t(ChdbResult *)>("chdb_result_storage_rows_read");
    const char *(*resultError)(ChdbResult *) = function<const char *(ChdbResult *)>("chdb_result_error");
    void (*setSignalHandlers)(int) = function<void(int)>("chdb_set_signal_handlers_enabled");

    ChdbHandle *connection() const
    {
        std::string program = "clickhouse";
        std::string argument = "--path=" + path;
        char *arguments[] = {program.data(), argument.data()};
        return connect(2, arguments);
    }
};

struct ChdbConnection::Handle
{
    const ChdbLibrary &library;
    ChdbHandle *connection;

    ~Handle() { library.close(connection); }
};

namespace {

struct Result
{
    const ChdbLibrary &library;
    ChdbResult *result;

    Result(const ChdbLibrary &l, ChdbResult *r)
        : library(l)
        , result(r)
    {
        if (result == nullptr)
            throw EngineError(0, "The engine gave no answer.");
        if (const char *error = library.resultError(result)) {
            const EngineError failure = engineErrorOf(error);
            library.destroyResult(result);
            throw failure;
        }
    }
    Result(const Result &) = delete;
    ~Result() { library.destroyResult(result); }

    std::string_view bytes() const
    {
        const char *buffer = library.resultBuffer(result);
        return buffer == nullptr ? std::string_view() : std::string_view(buffer, library.resultLength(result));
    }
};

} // namespace

Chdb::Chdb() = default;

Chdb::~Chdb() = default;

Chdb &Chdb::open(const std::string &path)
{
    static std::mutex mutex;
    static Chdb *store = nullptr; // never destroyed: unloading the library under its own threads is no exit
    const std::lock_guard lock(mutex);
    if (store != nullptr) {
        if (store->m_library->path != path)
            throw EngineError(0, "This process has another store open already.");
        return *store;
    }
    auto library = std::make_unique<ChdbLibrary>();
    library->path = path;
    library->setSignalHandlers(0);
    library->keeper = library->connection();
    if (library->keeper == nullptr)
        throw EngineError(76, "The store in " + path + " cannot be opened: another process uses it, or it is damaged.");
    store = new Chdb;
    store->m_library = std::move(library);
    on_exit(leaveAtOnce, nullptr); // whichever thread exits
    firstAtExit.arm();
    return *store;
}

ChdbConnection Chdb::connect()
{
    ChdbHandle *connection = m_library->connection();
    if (connection == nullptr)
        throw EngineError(0, "The engine takes no further connection.");
    return ChdbConnection(std::unique_ptr<ChdbConnection::Handle>(new ChdbConnection::Handle{*m_library, connection}));
}

std::string Chdb::version() const
{
    using VersionFunction = const char *();
    return m_library->function<VersionFunction>("chdb_version")();
}

ChdbConnection::ChdbConnection(std::unique_ptr<Handle> handle)
    : m_handle(std::move(handle))
{
}

ChdbConnection::ChdbConnection(ChdbConnection &&) noexcept = default;

ChdbConnection::~ChdbConnection() = default;

EngineResult ChdbConnection::query(const Statement &statement, const std::string &format)
{
    std::vector<std::string> texts;
    std::vector<const char *> names;
    std::vector<const char *> values;
    texts.reserve(statement.parameters.size());
    for (const Parameter &parameter : statement.parameters) {
        texts.push_back(parameter.escaped());
        names.push_back(parameter.name.c_str());
        values.push_back(texts.back().c_str());
    }
    const auto &library = m_handle->library;
    const auto result
        = std::make_shared<Result>(library,
                                   library.query(*m_handle->connection, statement.sql.c_str(), format.c_str(),
                                                 names.data(), values.data(), names.size()));
    return {result, result->bytes(), library.resultRowsRead(result->result)};
}

void ChdbConnection::command(const std::string &sql)
{
    Statement statement;
    statement.sql = sql;
    query(statement, "Null");
}

void ChdbConnection::command(const Statement &statement)
{
    query(statement, "Null");
}

std::string ChdbConnection::scalar(const std::string &sql)
{
    Statement statement;
    statement.sql = sql;
    const EngineResult result = query(statement, "TabSeparatedRaw");
    return std::string(result.bytes.substr(0, result.bytes.find_first_of("\t\n")));
}

void ChdbConnection::stream(const std::string &sql, const std::string &format,
                            const std::function<bool(std::string_view)> &take)
{
    const auto &library = m_handle->library;
    const Result query(library, library.streamQuery(*m_handle->connection, sql.c_str(), format.c_str()));
    while (true) {
        const Result chunk(library, library.streamFetch(*m_handle->connection, query.result));
        if (chunk.bytes().empty())
            return;
        if (!take(chunk.bytes())) {
            library.streamCancel(*m_handle->connection, query.result);
            return;
        }
    }
}

void ChdbConnection::insert(const std::string &sql, const std::string &format, std::string_view data)
{
    const auto &library = m_handle->library;
    ChdbInsertStream *stream = library.insertStream(*m_handle->connection, sql.c_str(), format.c_str());
    if (stream == nullptr)
        throw EngineError(0, "The engine takes no insert.");
    const std::unique_ptr<ChdbInsertStream, void (*)(ChdbInsertStream *)> owner(stream, library.destroyInsert);
    library.insertAppend(stream, data.data(), data.size());
    const Result done(library, library.insertDone(stream));
    if (const char *error = library.insertError(stream); error != nullptr && *error != '\0')
        throw engineErrorOf(error);
}
