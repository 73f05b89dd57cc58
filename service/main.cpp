// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <filesystem>
#include <stdexcept>

#include <CLI/CLI.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "query/data_directory.h"
#include "service/commands.h"
#include "version.h"

using namespace datasets::v1;

namespace {

constexpr int failed = 1;
constexpr int badUsage = 2;

// "event=COL,time=COL,user=COL"; throws for anything else.
ColumnMap readMap(const std::string &text)
{
    ColumnMap map;
    for (const std::string &part : CLI::detail::split(text, ',')) {
        const std::size_t equals = part.find('=');
        const std::string role = part.substr(0, equals);
        const std::string column = equals == std::string::npos ? "" : part.substr(equals + 1);
        if (column.empty() || (role != "event" && role != "time" && role != "user"))
            throw CLI::ValidationError("--map", "give event=COL,time=COL,user=COL, got " + part);
        (role == "event"      ? map.mutable_event()
             : role == "time" ? map.mutable_time()
                              : map.mutable_user())
            ->assign(column);
    }
    return map;
}

// "OLD=NEW" each; throws for anything else.
void readRename(ColumnMap &map, const std::vector<std::string> &parts)
{
    for (const std::string &part : parts) {
        const std::size_t equals = part.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == part.size())
            throw CLI::ValidationError("--rename", "give OLD=NEW,..., got " + part);
        const auto [known, isNew] = map.mutable_rename()->insert({part.substr(0, equals), part.substr(equals + 1)});
        if (!isNew)
            throw CLI::ValidationError("--rename", known->first + " is renamed twice; say it once");
    }
}

FileFormat readFormat(const std::string &name)
{
    return name == "ndjson" ? FILE_FORMAT_NDJSON
        : name == "csv"     ? FILE_FORMAT_CSV
        : name == "parquet" ? FILE_FORMAT_PARQUET
                            : FILE_FORMAT_UNSPECIFIED;
}

struct CommandLine
{
    CLI::App app{"Answers questions of product events over gRPC.", "insightsd"};
    ServeOptions serveOptions;
    int idleExit = 0;
    int drainSeconds = 10;
    TlsFiles tls;
    std::string data = defaultDataDirectory();
    ImportRequest request;
    std::string project, timezone, weekStart, format = "auto", map;
    std::vector<std::string> files, leaveOut, rename;
    std::string keyFile, keyProject, keyName;
    bool isReplacing = false, isStrict = false;
    bool isVerbose = false;
    CLI::App *serveCommand = nullptr, *importCommand = nullptr, *demoCommand = nullptr, *checkCommand = nullptr,
             *keyCommand = nullptr;

    CommandLine()
    {
        app.set_version_flag("--version", std::string("insightsd ") + insightsVersion);
        app.require_subcommand(1);
        serveCommand = addCommand("serve", "Serve the projects of a data directory");
        serveCommand->add_option("--listen", serveOptions.address,
                                 "unix:PATH or HOST:PORT (the directory's own socket)");
        serveCommand->add_flag("--exit-with-stdin", serveOptions.exitsWithStdin, "End when stdin closes");
        serveCommand->add_option("--idle-exit", idleExit, "End when nobody asked for so many seconds")
            ->check(CLI::PositiveNumber);
        serveCommand->add_flag("--insecure", serveOptions.isInsecureAllowed,
                               "Listen without credentials or TLS where others can connect");
        addClusterOptions();
        serveCommand->add_flag("--verbose", isVerbose, "Log every call on stderr");
        serveCommand->add_option("--metrics", serveOptions.metricsAddress,
                                 "Loopback HOST:PORT of Prometheus metrics (none)");
        serveCommand->add_option("--drain-seconds", drainSeconds, "Time for running calls to end on SIGTERM")
            ->check(CLI::NonNegativeNumber)
            ->capture_default_str();
        addAccess();
        demoCommand = addCommand("demo", "Make the demo project: a million made-up events");
        checkCommand = addCommand("check", "Verify the store");
        keyCommand = app.add_subcommand("key", "Make a shared API key and print it, once");
        keyCommand->add_option("--file", keyFile, "File that keeps its hash")->required();
        keyCommand->add_option("--project", keyProject, "Project it is for, * for all")->required();
        keyCommand->add_option("--name", keyName, "Who it is for, as the log calls it")->required();
        importCommand = addCommand("import", "Bring files of events into a project");
        importCommand->add_option("--project", project, "Project, made when there is none")->required();
        importCommand->add_option("--timezone", timezone, "IANA time zone of the project (UTC)");
        importCommand->add_option("--week-start", weekStart, "First day of its weeks (sunday)")
            ->check(CLI::IsMember({"sunday", "monday"}));
        importCommand->add_option("--format", format, "Format of the files")
            ->check(CLI::IsMember({"auto", "ndjson", "csv", "parquet"}));
        importCommand->add_option("--map", map, "Columns, as in event=COL,time=COL,user=COL");
        importCommand->add_option("--leave-out", leaveOut, "Columns that are not read, as in COL,COL")
            ->delimiter(',')
            ->expected(1)
            ->take_all();
        importCommand->add_option("--rename", rename, "Properties that get another name, as in OLD=NEW,OLD=NEW")
            ->delimiter(',')
            ->expected(1)
            ->take_all();
        importCommand->add_flag("--replace", isReplacing, "Start the project anew with exactly these files");
        importCommand->add_flag("--strict", isStrict, "Stop at the first bad line");
        importCommand->add_option("FILE", files, "Files of events")->required();
    }

    void addClusterOptions()
    {
        ClusterSource &cluster = serveOptions.cluster;
        CLI::Option *url = serveCommand->add_option("--clickhouse", cluster.url,
                                                    "Ask this ClickHouse server, as in https://HOST:8443");
        serveCommand->add_option("--table-map", cluster.tableMap, "Where events are in its table, JSON")->needs(url);
        serveCommand->add_option("--clickhouse-user", cluster.user, "User of the server")
            ->capture_default_str()
            ->needs(url);
        serveCommand
            ->add_option("--clickhouse-password-file", cluster.passwordFile,
                         "First line: the password (or INSIGHTS_CLICKHOUSE_PASSWORD)")
            ->needs(url);
        serveCommand->add_option("--clickhouse-ca", cluster.caFile, "Authorities to trust, PEM (the system's)")
            ->needs(url);
    }

    void addAccess()
    {
        CredentialFiles &files = serveOptions.credentials;
        serveCommand->add_option("--api-key-file", files.apiKeys, "Shared API keys, made by `insightsd key`");
        CLI::Option *jwt = serveCommand->add_option("--jwt-key-file", files.jwtKey,
                                                    "Key of JWTs: a PEM public key (RS256) or a secret (HS256)");
        serveCommand->add_option("--jwt-issuer", files.jwtIssuer, "Issuer that JWTs must name")->needs(jwt);
        serveCommand->add_option("--jwt-audience", files.jwtAudience, "Audience that JWTs must name")->needs(jwt);
        CLI::Option *certificate = serveCommand->add_option("--tls-cert", tls.certificate, "Certificate, PEM");
        CLI::Option *key = serveCommand->add_option("--tls-key", tls.key, "Its private key, PEM")->needs(certificate);
        certificate->needs(key);
        serveCommand->add_option("--tls-client-ca", tls.clientCa, "What signs the certificates clients must have, PEM")
            ->needs(certificate);
    }

    CLI::App *addCommand(const std::string &name, const std::string &help)
    {
        CLI::App *command = app.add_subcommand(name, help);
        command->add_option("--data", data, "Data directory")->capture_default_str();
        return command;
    }

    int run()
    {
        if (serveCommand->parsed()) {
            serveOptions.data = data;
            spdlog::set_level(isVerbose ? spdlog::level::info : spdlog::level::warn);
            serveOptions.drain = std::chrono::seconds(drainSeconds);
            if (!tls.certificate.empty())
                serveOptions.tls = tls;
            if (idleExit > 0)
                serveOptions.idleExit = std::chrono::seconds(idleExit);
            return serve(serveOptions);
        }
        if (demoCommand->parsed())
            return demo(data);
        if (checkCommand->parsed())
            return check(data);
        if (keyCommand->parsed())
            return makeKey(keyFile, keyProject, keyName);
        request.set_project(project);
        request.set_timezone(timezone);
        request.set_week_start(weekStart);
        request.set_format(readFormat(format));
        request.set_replace(isReplacing);
        request.set_strict(isStrict);
        for (const std::string &file : files)
            request.add_paths(std::filesystem::absolute(file)); // the service may have another working directory
        return import(data, request);
    }
};

} // namespace

int main(int argc, char **argv)
{
    spdlog::set_default_logger(spdlog::stderr_logger_mt("insightsd")); // stdout is for answers
    spdlog::set_pattern("time=%Y-%m-%dT%H:%M:%S.%e%z level=%l %v");
    CommandLine line;
    try {
        line.app.parse(argc, argv);
        if (!line.map.empty())
            *line.request.mutable_map() = readMap(line.map);
        line.request.mutable_map()->mutable_leave_out()->Assign(line.leaveOut.begin(), line.leaveOut.end());
        readRename(*line.request.mutable_map(), line.rename);
    } catch (const CLI::ParseError &error) {
        return line.app.exit(error) == 0 ? 0 : badUsage;
    }
    try {
        return line.run();
    } catch (const std::invalid_argument &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return badUsage;
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return failed;
    }
}
