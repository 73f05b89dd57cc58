// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include <catalog/v1/catalog.pb.h>
#include <insights/v1/insights.pb.h>

#include "query/answer_frames.h"
#include "query/violation.h"

// Why there is no answer.
struct Failure
{
    enum class Kind {
        InvalidQuestion, // the user can mend it: see violations
        NotAllowed,
        NotFound,
        TooMuch, // over a bound of memory, time or size: ask for less
        Timeout,
        Unreachable, // nobody answers at the address
        Cancelled,
        Unimplemented, // the server does not know the call
        Internal
    };
    Kind kind = Kind::Internal;
    std::string code; // gRPC's name, as in "DEADLINE_EXCEEDED"
    std::string message; // one sentence for the user
    Violations violations;
};

template <class T>
using Outcome = std::variant<T, Failure>;
template <class T>
using Handler = std::function<void(Outcome<T>)>;

// A call under way. Destroying it abandons the call, down to the engine: its handler never runs after that.
class PendingCall
{
public:
    virtual ~PendingCall() = default;
};
using PendingCallPtr = std::unique_ptr<PendingCall>;

// Asks one server. Lives in the GUI thread; handlers run there, once, after the call that started them returned.
// Every call has a deadline. Nothing blocks.
class InsightsClient
{
public:
    virtual ~InsightsClient() = default;

    // The project all calls but listProjects speak of.
    virtual void setProject(const std::string &project) = 0;

    [[nodiscard]] virtual PendingCallPtr query(const insights::v1::QuerySpec &spec, Handler<AnswerFrames> handler) = 0;
    [[nodiscard]] virtual PendingCallPtr listProjects(Handler<catalog::v1::ListProjectsResponse> handler) = 0;
    [[nodiscard]] virtual PendingCallPtr listEvents(Handler<catalog::v1::ListEventsResponse> handler) = 0;
    [[nodiscard]] virtual PendingCallPtr listProperties(const catalog::v1::ListPropertiesRequest &request,
                                                        Handler<catalog::v1::ListPropertiesResponse> handler)
        = 0;
    [[nodiscard]] virtual PendingCallPtr listPropertyValues(const catalog::v1::ListPropertyValuesRequest &request,
                                                            Handler<catalog::v1::ListPropertyValuesResponse> handler)
        = 0;
    // The users behind a number of an answer, a page at a time.
    [[nodiscard]] virtual PendingCallPtr listUsers(const catalog::v1::ListUsersRequest &request,
                                                   Handler<catalog::v1::ListUsersResponse> handler)
        = 0;
};
