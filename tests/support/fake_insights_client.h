// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/insights_client.h"

#include <QCoreApplication>

#include <memory>
#include <utility>
#include <vector>

// A call that a test sees and answers.
template <class Request, class Response>
struct FakeCall
{
    Request request;
    std::string project; // the client's when the call was made
    Handler<Response> handler;
    bool isAnswered = false;
    bool isAbandoned = false; // let go of before there was an answer

    bool isOpen() const { return !isAnswered && !isAbandoned; }

    // Does nothing once abandoned, like the real client.
    void answer(Outcome<Response> outcome)
    {
        if (!isOpen())
            return;
        isAnswered = true;
        std::exchange(handler, nullptr)(std::move(outcome));
    }

    void fail(Failure::Kind kind, const std::string &message = "it failed")
    {
        answer(Failure{kind, "TEST", message, {}});
    }
};

// The calls of one method. With `automatic` each is answered by it, from the event loop.
template <class Request, class Response>
struct FakeCalls
{
    using Call = FakeCall<Request, Response>;

    std::vector<std::shared_ptr<Call>> all;
    std::function<Outcome<Response>(const Request &)> automatic;

    std::size_t size() const { return all.size(); }
    bool empty() const { return all.empty(); }
    Call &operator[](std::size_t index) { return *all.at(index); }
    Call &last() { return *all.back(); }

    PendingCallPtr start(const Request &request, const std::string &project, Handler<Response> handler)
    {
        const auto call = std::make_shared<Call>(Call{request, project, std::move(handler)});
        all.push_back(call);
        if (automatic) {
            const auto answer = [call, answerTo = automatic] {
                if (call->isOpen()) // who would answer may be gone with who asked
                    call->answer(answerTo(call->request));
            };
            QMetaObject::invokeMethod(QCoreApplication::instance(), answer, Qt::QueuedConnection);
        }
        return std::make_unique<Pending>(call);
    }

private:
    class Pending : public PendingCall
    {
    public:
        explicit Pending(std::shared_ptr<Call> call)
            : m_call(std::move(call))
        {
        }

        ~Pending() override
        {
            if (m_call->isAnswered)
                return;
            m_call->isAbandoned = true;
            m_call->handler = nullptr;
        }

    private:
        const std::shared_ptr<Call> m_call;
    };
};

// A server of the test's own. Calls stay open until the test answers them.
class FakeInsightsClient final : public InsightsClient
{
public:
    FakeCalls<insights::v1::QuerySpec, AnswerFrames> queries;
    FakeCalls<std::monostate, catalog::v1::ListProjectsResponse> projectLists;
    FakeCalls<std::monostate, catalog::v1::ListEventsResponse> eventLists;
    FakeCalls<catalog::v1::ListPropertiesRequest, catalog::v1::ListPropertiesResponse> propertyLists;
    FakeCalls<catalog::v1::ListPropertyValuesRequest, catalog::v1::ListPropertyValuesResponse> valueLists;
    FakeCalls<catalog::v1::ListUsersRequest, catalog::v1::ListUsersResponse> userLists;
    std::string project;

    void setProject(const std::string &id) override { project = id; }

    PendingCallPtr query(const insights::v1::QuerySpec &spec, Handler<AnswerFrames> handler) override
    {
        return queries.start(spec, project, std::move(handler));
    }

    PendingCallPtr listProjects(Handler<catalog::v1::ListProjectsResponse> handler) override
    {
        return projectLists.start({}, project, std::move(handler));
    }

    PendingCallPtr listEvents(Handler<catalog::v1::ListEventsResponse> handler) override
    {
        return eventLists.start({}, project, std::move(handler));
    }

    PendingCallPtr listProperties(const catalog::v1::ListPropertiesRequest &request,
                                  Handler<catalog::v1::ListPropertiesResponse> handler) override
    {
        return propertyLists.start(request, project, std::move(handler));
    }

    PendingCallPtr listPropertyValues(const catalog::v1::ListPropertyValuesRequest &request,
                                      Handler<catalog::v1::ListPropertyValuesResponse> handler) override
    {
        return valueLists.start(request, project, std::move(handler));
    }

    PendingCallPtr listUsers(const catalog::v1::ListUsersRequest &request,
                             Handler<catalog::v1::ListUsersResponse> handler) override
    {
        return userLists.start(request, project, std::move(handler));
    }
};
