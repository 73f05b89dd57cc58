// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/cluster_source.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <spdlog/spdlog.h>

namespace {

std::string contentOf(const std::string &file, const char *option)
{
    std::ifstream stream(file);
    std::ostringstream text;
    text << stream.rdbuf();
    if (!stream)
        throw std::invalid_argument(std::string(option) + " " + file + ": the file cannot be read");
    return text.str();
}

// Its first line.
std::string passwordOf(const ClusterSource &source)
{
    if (!source.passwordFile.empty()) {
        const std::string text = contentOf(source.passwordFile, "--clickhouse-password-file");
        return text.substr(0, text.find_first_of("\r\n"));
    }
    const char *password = std::getenv("INSIGHTS_CLICKHOUSE_PASSWORD");
    return password == nullptr ? "" : password;
}

bool isOpenToOthers(const std::string &url)
{
    const auto isAt = [&](const char *host) { return url.starts_with(std::string("http://") + host); };
    return isAt("") && !isAt("127.") && !isAt("localhost") && !isAt("[::1]");
}

// Names the file in every line of what is wrong with a map.
template <class Work>
auto inMap(const std::string &file, Work work)
{
    try {
        return work();
    } catch (const TableMapError &error) {
        std::istringstream lines(error.what());
        std::string text;
        for (std::string line; std::getline(lines, line);)
            text += (text.empty() ? "" : "\n") + file + ": " + line;
        throw TableMapError(text);
    }
}

} // namespace

OpenCluster openCluster(const ClusterSource &source)
{
    if (source.tableMap.empty())
        throw std::invalid_argument("--clickhouse needs --table-map FILE, which says where the events are");
    const auto map = inMap(source.tableMap, [&] { return readTableMap(contentOf(source.tableMap, "--table-map")); });
    ClusterOptions options;
    options.url = source.url;
    options.user = source.user;
    options.password = passwordOf(source);
    options.http.caFile = source.caFile;
    if (isOpenToOthers(source.url) && !options.password.empty())
        spdlog::warn("the password and all answers travel unencrypted from {}: give an https:// address", source.url);
    options.isShardedByUser = map.sharded_by_user();
    OpenCluster cluster{std::make_unique<ClusterEngine>(std::move(options)), nullptr};
    cluster.projects = inMap(source.tableMap, [&] { return std::make_unique<MappedProjects>(map, *cluster.engine); });
    return cluster;
}
