// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/call.h"

#include <spdlog/spdlog.h>

namespace {

std::string metadata(const grpc::ServerContext &context, const char *key)
{
    const auto found = context.client_metadata().find(key);
    return found == context.client_metadata().end() ? std::string()
                                                    : std::string(found->second.data(), found->second.size());
}

} // namespace

ProjectTablePtr projectOf(const grpc::ServerContext &context, Projects &projects)
{
    const std::string project = metadata(context, "x-project-id");
    if (project.empty())
        throw InvalidQuestion("x-project-id", "is required: name a project in the metadata of the call");
    if (ProjectTablePtr table = projects.project(project))
        return table;
    throw NotFound("There is no project \"" + project + "\" here.");
}

Caller callerOf(const grpc::ServerContext &context)
{
    std::string name = metadata(context, "authorization") + metadata(context, "x-api-key");
    if (name.empty())
        name = context.peer();
    return {std::move(name), [&context] { return context.IsCancelled(); }};
}

std::int64_t currentTime()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

void logCall(const char *method, const grpc::ServerContext &context, const grpc::Status &status,
             std::chrono::nanoseconds duration)
{
    spdlog::info("{} project={} code={} ms={:.1f}", method, metadata(context, "x-project-id"),
                 static_cast<int>(status.error_code()), std::chrono::duration<double, std::milli>(duration).count());
}
