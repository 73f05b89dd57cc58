// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/grpc_failure.h"

#include <google/rpc/error_details.pb.h>
#include <google/rpc/status.pb.h>

#include <QCoreApplication>
#include <QString>

using grpc::StatusCode;
using Kind = Failure::Kind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ServerFailure)
};

const char *nameOf(StatusCode code)
{
    switch (code) {
    case StatusCode::OK: return "OK";
    case StatusCode::CANCELLED: return "CANCELLED";
    case StatusCode::INVALID_ARGUMENT: return "INVALID_ARGUMENT";
    case StatusCode::DEADLINE_EXCEEDED: return "DEADLINE_EXCEEDED";
    case StatusCode::NOT_FOUND: return "NOT_FOUND";
    case StatusCode::ALREADY_EXISTS: return "ALREADY_EXISTS";
    case StatusCode::PERMISSION_DENIED: return "PERMISSION_DENIED";
    case StatusCode::UNAUTHENTICATED: return "UNAUTHENTICATED";
    case StatusCode::RESOURCE_EXHAUSTED: return "RESOURCE_EXHAUSTED";
    case StatusCode::FAILED_PRECONDITION: return "FAILED_PRECONDITION";
    case StatusCode::ABORTED: return "ABORTED";
    case StatusCode::OUT_OF_RANGE: return "OUT_OF_RANGE";
    case StatusCode::UNIMPLEMENTED: return "UNIMPLEMENTED";
    case StatusCode::INTERNAL: return "INTERNAL";
    case StatusCode::UNAVAILABLE: return "UNAVAILABLE";
    case StatusCode::DATA_LOSS: return "DATA_LOSS";
    default: return "UNKNOWN";
    }
}

Kind kindOf(StatusCode code)
{
    switch (code) {
    case StatusCode::INVALID_ARGUMENT:
    case StatusCode::OUT_OF_RANGE: return Kind::InvalidQuestion;
    case StatusCode::UNAUTHENTICATED:
    case StatusCode::PERMISSION_DENIED: return Kind::NotAllowed;
    case StatusCode::NOT_FOUND: return Kind::NotFound;
    case StatusCode::RESOURCE_EXHAUSTED: return Kind::TooMuch;
    case StatusCode::DEADLINE_EXCEEDED: return Kind::Timeout;
    case StatusCode::UNAVAILABLE: return Kind::Unreachable;
    case StatusCode::CANCELLED: return Kind::Cancelled;
    case StatusCode::UNIMPLEMENTED: return Kind::Unimplemented;
    default: return Kind::Internal;
    }
}

// Where gRPC speaks for itself, its words are for programmers.
bool isOfLibrary(const grpc::Status &status)
{
    const std::string &message = status.error_message();
    switch (status.error_code()) {
    case StatusCode::UNAVAILABLE:
    case StatusCode::CANCELLED:
    case StatusCode::UNIMPLEMENTED: return true;
    case StatusCode::DEADLINE_EXCEEDED: return message.empty() || message == "Deadline Exceeded";
    case StatusCode::RESOURCE_EXHAUSTED: return message.find("message larger than max") != std::string::npos;
    default: return message.empty();
    }
}

QString ownSentence(Kind kind, const std::string &address)
{
    switch (kind) {
    case Kind::InvalidQuestion: return Text::tr("The server refused the question without saying why.");
    case Kind::NotAllowed: return Text::tr("The server does not let this key in.");
    case Kind::NotFound: return Text::tr("The server does not have what was asked for.");
    case Kind::TooMuch: return Text::tr("The answer is too large to receive: ask for a shorter range or fewer groups.");
    case Kind::Timeout: return Text::tr("There was no answer in the time allowed.");
    case Kind::Unreachable: return Text::tr("Nobody answers at %1.").arg(QString::fromStdString(address));
    case Kind::Cancelled: return Text::tr("The question was cancelled.");
    case Kind::Unimplemented: return Text::tr("The server cannot answer questions of this kind.");
    case Kind::Internal: break;
    }
    return Text::tr("The server failed without saying why.");
}

Violations violationsOf(const grpc::Status &status)
{
    Violations violations;
    google::rpc::Status details;
    if (!details.ParseFromString(status.error_details()))
        return violations;
    for (const google::protobuf::Any &detail : details.details()) {
        google::rpc::BadRequest request;
        if (!detail.Is<google::rpc::BadRequest>() || !detail.UnpackTo(&request))
            continue;
        for (const auto &violation : request.field_violations())
            violations.push_back({violation.field(), violation.description()});
    }
    return violations;
}

} // namespace

Failure timeoutAt(const std::string &address)
{
    return failureOf({StatusCode::DEADLINE_EXCEEDED, {}}, address);
}

Failure failureOf(const grpc::Status &status, const std::string &address)
{
    const Kind kind = kindOf(status.error_code());
    std::string message = isOfLibrary(status) ? ownSentence(kind, address).toStdString() : status.error_message();
    if (kind == Kind::Unreachable && status.error_message().find("handshake failed") != std::string::npos)
        message = Text::tr("%1 answers, but no encrypted way to it could be made: test the connection to see why.")
                      .arg(QString::fromStdString(address))
                      .toStdString();
    return {kind, nameOf(status.error_code()), std::move(message), violationsOf(status)};
}
