// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/status.h"

#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>

#include <numeric>
#include <string_view>

#include <spdlog/spdlog.h>

#include "service/access/identity.h"
#include "service/datasets/dataset_error.h"
#include "service/engine/query_engine.h"

namespace {

// A caller's gRPC refuses an answer whose trailing metadata is over 8 kB, and what is wrong stands there three times: as
// the message, percent-encoded, and in the details, in base64, as a whole and by field.
constexpr std::size_t mostEncodedBytes = 1'800;

std::size_t encodedSize(std::string_view text)
{
    return std::accumulate(text.begin(), text.end(), std::size_t(0),
                           [](std::size_t size, char c) { return size + (c >= ' ' && c <= '~' && c != '%' ? 1 : 3); });
}

// The beginning of a text, in whole characters, and "..." where it was cut.
std::string bounded(const std::string &text, std::size_t most = mostEncodedBytes)
{
    if (encodedSize(text) <= most)
        return text;
    std::size_t length = 0;
    for (std::size_t size = 3; length < text.size(); ++length)
        if ((size += encodedSize({&text[length], 1})) > most)
            break;
    while (length > 0 && (text[length] & 0xC0) == 0x80)
        --length;
    return text.substr(0, length) + "...";
}

// As many of the violations as there is room for, at least one.
Violations told(const Violations &violations)
{
    Violations told;
    std::size_t size = 0;
    for (const Violation &violation : violations) {
        // 12: what stands around it here and there.
        size += encodedSize(violation.field) + encodedSize(violation.description) + 12;
        if (size > mostEncodedBytes && !told.empty())
            break;
        told.push_back({bounded(violation.field, 300), bounded(violation.description, 1'200)});
    }
    return told;
}

std::string sentence(const Violations &violations)
{
    const Violations first = told(violations);
    std::string text;
    for (const Violation &violation : first)
        text += (text.empty() ? "" : "; ") + violation.field + ": " + violation.description;
    if (first.size() < violations.size())
        text += "; and " + std::to_string(violations.size() - first.size()) + " more";
    return text;
}

grpc::Status badRequest(const InvalidQuestion &error)
{
    google::rpc::BadRequest details;
    for (const Violation &violation : told(error.violations())) {
        auto &field = *details.add_field_violations();
        field.set_field(violation.field);
        field.set_description(violation.description);
    }
    google::rpc::Status status;
    status.set_code(grpc::StatusCode::INVALID_ARGUMENT);
    status.set_message(error.what());
    status.add_details()->PackFrom(details);
    return {grpc::StatusCode::INVALID_ARGUMENT, error.what(), status.SerializeAsString()};
}

// What is not for callers goes to the log, and they are told under which id.
grpc::Status logged(grpc::StatusCode code, const char *told, const char *what, const std::string &requestId)
{
    spdlog::error("failed request={} {}", requestId, what);
    return {code, std::string(told) + "; its log says more under " + requestId + "."};
}

grpc::StatusCode codeOf(DatasetError::Kind kind)
{
    switch (kind) {
    case DatasetError::Kind::Usage: return grpc::StatusCode::INVALID_ARGUMENT;
    case DatasetError::Kind::Cancelled: return grpc::StatusCode::CANCELLED;
    case DatasetError::Kind::Failure: break;
    }
    return grpc::StatusCode::FAILED_PRECONDITION;
}

} // namespace

InvalidQuestion::InvalidQuestion(Violations violations)
    : std::runtime_error(sentence(violations))
    , m_violations(std::move(violations))
{
}

InvalidQuestion::InvalidQuestion(std::string field, std::string description)
    : InvalidQuestion(Violations{{std::move(field), std::move(description)}})
{
}

grpc::Status toStatus(const std::exception_ptr &error, const std::string &requestId)
{
    try {
        std::rethrow_exception(error);
    } catch (const InvalidQuestion &e) {
        return badRequest(e);
    } catch (const Unauthenticated &e) {
        return {grpc::StatusCode::UNAUTHENTICATED, e.what()};
    } catch (const PermissionDenied &e) {
        return {grpc::StatusCode::PERMISSION_DENIED, bounded(e.what())};
    } catch (const Refusal &e) {
        return {e.code(), e.what()};
    } catch (const NotFound &e) {
        return {grpc::StatusCode::NOT_FOUND, bounded(e.what())};
    } catch (const QueryCancelled &e) {
        return {grpc::StatusCode::CANCELLED, e.what()};
    } catch (const QueryTooLarge &e) {
        return {grpc::StatusCode::RESOURCE_EXHAUSTED,
                std::string("The question was stopped: ") + e.what() + ". Ask for a shorter range or fewer groups."};
    } catch (const EngineUnavailable &e) {
        return logged(grpc::StatusCode::UNAVAILABLE, "The service cannot ask its ClickHouse server", e.what(),
                      requestId);
    } catch (const DatasetError &e) {
        return {codeOf(e.kind()), bounded(e.what())};
    } catch (const std::exception &e) {
        return logged(grpc::StatusCode::INTERNAL, "The service failed", e.what(), requestId);
    }
}
