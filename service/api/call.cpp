// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/call.h"

#include <algorithm>
#include <random>

#include <absl/strings/ascii.h>
#include <spdlog/spdlog.h>

namespace {

constexpr std::size_t longestWord = 128;

bool isPlain(char c)
{
    return absl::ascii_isalnum(c) || std::string_view("._:@/+-[]%").find(c) != std::string_view::npos;
}

// What a caller or a token says, as one word of a line: nothing in it can look like another field.
std::string word(const std::string &text)
{
    std::string word = text.substr(0, longestWord);
    std::replace_if(
        word.begin(), word.end(), [](char c) { return !isPlain(c); }, '_');
    return word.empty() ? "-" : word;
}

std::string newId()
{
    static thread_local std::mt19937_64 random{std::random_device{}()};
    return fmt::format("{:016x}", random());
}

const char *nameOf(grpc::StatusCode code)
{
    static constexpr const char *names[]
        = {"OK",        "CANCELLED",      "UNKNOWN",           "INVALID_ARGUMENT",   "DEADLINE_EXCEEDED",
           "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION",
           "ABORTED",   "OUT_OF_RANGE",   "UNIMPLEMENTED",     "INTERNAL",           "UNAVAILABLE",
           "DATA_LOSS", "UNAUTHENTICATED"};
    return names[code];
}

const char *prefixOf(Identity::Kind kind)
{
    switch (kind) {
    case Identity::Kind::Anyone: return "anyone:";
    case Identity::Kind::Key: return "key:";
    case Identity::Kind::Token: break;
    }
    return "jwt:";
}

} // namespace

Call::Call(Gate &gate, const char *method, grpc::ServerContext &context)
    : m_gate(gate)
    , m_method(method)
    , m_context(context)
    , m_requestId(metadata("x-request-id"))
    , m_project(metadata("x-project-id"))
{
    if (m_requestId.empty() || m_requestId != word(m_requestId))
        m_requestId = newId();
    m_context.AddTrailingMetadata("x-request-id", m_requestId);
    if (m_gate.metrics() != nullptr)
        m_gate.metrics()->beginCall();
}

void Call::enter()
{
    m_identity = m_gate.identify(metadata("authorization"), metadata("x-api-key"));
    m_isKnown = true;
    const bool isAnyone = m_identity.kind == Identity::Kind::Anyone;
    m_caller.name = prefixOf(m_identity.kind) + (isAnyone ? m_context.peer() : m_identity.name);
    m_caller.isGone = [this] { return m_context.IsCancelled(); };
    m_caller.readRows = [this](std::uint64_t rows) { m_rowsRead += rows; };
    m_gate.enter(&m_context, m_caller.name);
}

void Call::end(const grpc::Status &status)
{
    const char *const code = nameOf(status.error_code());
    const std::chrono::duration<double> duration = std::chrono::steady_clock::now() - m_start;
    if (m_gate.metrics() != nullptr)
        m_gate.metrics()->endCall(m_method, code, duration, m_rowsRead);
    spdlog::info("call request={} caller={} peer={} project={} method={} ms={:.1f} rows={} code={}", m_requestId, who(),
                 word(m_context.peer()), word(m_project), m_method, duration.count() * 1000, m_rowsRead, code);
}

std::string Call::who() const
{
    if (!m_isKnown)
        return "-";
    if (m_identity.kind == Identity::Kind::Anyone)
        return "anyone";
    return prefixOf(m_identity.kind) + word(m_identity.name);
}

ProjectTablePtr Call::project(const Projects &projects)
{
    if (!m_project.empty())
        return project(projects, m_project);
    constexpr char wayOut[] = "name a project in the metadata of the call";
    if (m_identity.kind == Identity::Kind::Token)
        throw Unauthenticated(std::string("x-project-id not present: a JWT needs it; ") + wayOut + ".");
    throw InvalidQuestion("x-project-id", std::string("is required: ") + wayOut);
}

ProjectTablePtr Call::project(const Projects &projects, const std::string &id)
{
    setProject(id);
    if (!sees(id))
        throw PermissionDenied("This credential is not for the project \"" + id + "\".");
    if (ProjectTablePtr table = projects.project(id))
        return table;
    throw NotFound("There is no project \"" + id + "\" here.");
}

std::string Call::metadata(const char *key) const
{
    const auto found = m_context.client_metadata().find(key);
    return found == m_context.client_metadata().end() ? std::string()
                                                      : std::string(found->second.data(), found->second.size());
}

std::int64_t currentTime()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}
