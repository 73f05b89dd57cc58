// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include "query/data_directory.h"
#include "query/local_socket.h"
#include "query/server_address.h"
#include "version.h"

#include <CLI/CLI.hpp>

namespace {

constexpr int badUsage = 2;

void addTarget(CLI::App &command, std::string &server, std::string &data, std::string &project, Tls &tls)
{
    auto *serverOption = command.add_option("--server", server, "Server to ask, unix:PATH or HOST:PORT");
    command.add_option("--data", data, "Data directory of the local service")->excludes(serverOption);
    command.add_option("--project", project, "Project to ask about");
    command.add_flag("--tls", tls.isUsed, "Encrypt the way to a server of this machine too");
    command.add_option("--ca", tls.authorityFile,
                       "Authority of the server's certificate (PEM); the system's unless given");
}

std::optional<QSize> readSize(const std::string &text)
{
    const QStringList parts = QString::fromStdString(text).split(u'x');
    bool isWidth = false;
    bool isHeight = false;
    const QSize size(parts.value(0).toInt(&isWidth), parts.value(1).toInt(&isHeight));
    const bool isGood = parts.size() == 2 && isWidth && isHeight && size.width() >= 200 && size.height() >= 150
        && size.width() <= 10000 && size.height() <= 10000;
    return isGood ? std::optional(size) : std::nullopt;
}

} // namespace

Endpoint endpointOf(const Target &target)
{
    Endpoint endpoint;
    endpoint.address
        = target.server.isEmpty() ? "unix:" + socketPath(target.data.toStdString()) : target.server.toStdString();
    endpoint.apiKey = qEnvironmentVariable("INSIGHTS_API_KEY").toStdString();
    endpoint.tls = target.tls;
    endpoint.tls.isUsed |= !endpoint.tls.authorityFile.empty() || !isOfThisMachine(endpoint.address);
    return endpoint;
}

Parsed parseOptions(int argc, char **argv)
{
    CLI::App app("Ask questions of product events and see the answer at once.", "insights-explorer");
    app.set_version_flag("--version", std::string("insights-explorer ") + insightsVersion);
    std::string server;
    std::string data;
    std::string project;
    std::string file;
    Tls tls;
    app.add_option("FILE", file, "Query spec (JSON) to open in the window");
    addTarget(app, server, data, project, tls);

    std::vector<std::string> specs;
    std::string format = "json";
    CLI::App *query = app.add_subcommand("query", "Answer a query spec on stdout");
    query
        ->add_option("SPEC", specs, "Query spec (JSON; - reads stdin) or answer file (.insight), which needs no server")
        ->required()
        ->expected(1);
    query->add_option("--format", format, "Form of the answer")->check(CLI::IsMember({"json", "csv", "table"}));
    addTarget(*query, server, data, project, tls);

    std::string out;
    std::string size;
    std::string pictures;
    std::string theme = "light";
    double scale = 1;
    CLI::App *render = app.add_subcommand("render", "Draw answers and boards as PNG, SVG or PDF; needs no display");
    render->add_option("SPEC", specs, "Query specs (JSON), answer files (.insight), boards (.board.json)")->required();
    render->add_option("--out", out, "File (.png, .svg, .pdf), or directory")->required();
    render->add_option("--format", pictures, "Form of the files in a directory; png by default")
        ->check(CLI::IsMember({"png", "svg", "pdf"}));
    render->add_option("--size", size, "Width and height, 1280x720 by default; a board is as high as its rows")
        ->check([](const std::string &text) {
            return readSize(text) ? std::string() : "--size: give WxH from 200x150 to 10000x10000, as in 1280x720";
        });
    render->add_option("--theme", theme, "Colours")->check(CLI::IsMember({"light", "dark"}));
    render->add_option("--scale", scale, "Pixels for each unit of size")->check(CLI::Range(0.5, 8.0));
    addTarget(*render, server, data, project, tls);

    CLI::App *gallery = app.add_subcommand("gallery", "Draw the widgets in all their states, for those who make them");
    gallery->add_option("--out", out, "Directory for PNG files")->required();
    gallery->group(""); // not in the help

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return {std::nullopt, app.exit(error) == 0 ? 0 : badUsage};
    }
    Options options;
    options.command = query->parsed() ? Command::Query
        : render->parsed()            ? Command::Render
        : gallery->parsed()           ? Command::Gallery
                                      : Command::Window;
    options.target
        = {QString::fromStdString(server), QString::fromStdString(data.empty() ? defaultDataDirectory() : data),
           QString::fromStdString(project), tls, !server.empty() || !data.empty()};
    for (const std::string &spec : specs)
        options.specs << QString::fromStdString(spec);
    if (!file.empty())
        options.specs = {QString::fromStdString(file)};
    options.format = format == "csv" ? AnswerFormat::Csv : format == "table" ? AnswerFormat::Table : AnswerFormat::Json;
    options.out = QString::fromStdString(out);
    if (!pictures.empty())
        options.pictures = sheetFormatOf(QString::fromStdString("." + pictures));
    options.size = readSize(size);
    options.scale = scale;
    options.isDark = theme == "dark";
    return {options, 0};
}
