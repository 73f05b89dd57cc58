// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/status.h"

#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>

#include <random>

#include <spdlog/spdlog.h>

#include "service/datasets/dataset_error.h"
#include "service/engine/query_engine.h"

namespace {

std::string sentence(const Violations &violations)
{
    std::string text;
    for (const Violation &violation : violations)
        text += (text.empty() ? "" : "; ") + violation.field + ": " + violation.description;
    return text;
}

grpc::Status badRequest(const InvalidQuestion &error)
{
    google::rpc::BadRequest details;
    for (const Violation &violation : error.violations()) {
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

grpc::Status internal(const char *what)
{
    static thread_local std::mt19937_64 random{std::random_device{}()};
    const std::string id = fmt::format("{:012x}", random() >> 16);
    spdlog::error("failed id={} {}", id, what);
    return {grpc::StatusCode::INTERNAL, "The service failed; its log says more under " + id + "."};
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

grpc::Status toStatus(const std::exception_ptr &error)
{
    try {
        std::rethrow_exception(error);
    } catch (const InvalidQuestion &e) {
        return badRequest(e);
    } catch (const NotFound &e) {
        return {grpc::StatusCode::NOT_FOUND, e.what()};
    } catch (const QueryCancelled &e) {
        return {grpc::StatusCode::CANCELLED, e.what()};
    } catch (const QueryTooLarge &e) {
        return {grpc::StatusCode::RESOURCE_EXHAUSTED,
                std::string("The question was stopped: ") + e.what() + ". Ask for a shorter range or fewer groups."};
    } catch (const DatasetError &e) {
        return {codeOf(e.kind()), e.what()};
    } catch (const std::exception &e) {
        return internal(e.what());
    }
}
