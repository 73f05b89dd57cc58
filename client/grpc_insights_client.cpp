// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/grpc_insights_client.h"

#include <utility>

#include <grpcpp/client_context.h>
#include <grpcpp/support/async_unary_call.h>

#include "client/answer_thread.h"
#include "client/connection.h"
#include "client/grpc_failure.h"

using namespace insights::v1;
using namespace catalog::v1;

namespace {

template <class Response>
using Reader = std::unique_ptr<grpc::ClientAsyncResponseReader<Response>>;

// One call that answers with `Response`, which becomes an `Answer`. The handler is the GUI thread's alone.
template <class Response, class Answer>
class UnaryExchange final : public Exchange
{
public:
    using Convert = Answer (*)(Response &&);

    UnaryExchange(std::string address, Convert convert, Handler<Answer> handler)
        : m_address(std::move(address))
        , m_convert(convert)
        , m_handler(std::move(handler))
    {
    }

    grpc::ClientContext &context() { return m_context; }

    void start(Reader<Response> reader, std::shared_ptr<Exchange> self)
    {
        m_reader = std::move(reader);
        holdItself(std::move(self));
        m_reader->Finish(&m_response, &m_status, static_cast<Exchange *>(this));
    }

    void fail(Failure failure)
    {
        const std::lock_guard lock(m_mutex);
        m_outcome = std::move(failure);
    }

    void read() override
    {
        Outcome<Answer> outcome;
        if (m_status.ok())
            outcome = m_convert(std::exchange(m_response, {}));
        else
            outcome = failureOf(m_status, m_address);
        const std::lock_guard lock(m_mutex);
        m_outcome = std::move(outcome);
    }

    void deliver() override
    {
        std::unique_lock lock(m_mutex);
        Outcome<Answer> outcome = std::move(m_outcome);
        lock.unlock();
        if (const auto handler = std::exchange(m_handler, nullptr))
            handler(std::move(outcome));
    }

    void abandon() override
    {
        if (std::exchange(m_handler, nullptr))
            m_context.TryCancel();
    }

private:
    const std::string m_address;
    const Convert m_convert;
    grpc::ClientContext m_context;
    Reader<Response> m_reader; // lives in the context's memory
    Response m_response;
    grpc::Status m_status;
    Outcome<Answer> m_outcome;
    Handler<Answer> m_handler;
};

class AbandonedAtItsEnd final : public PendingCall
{
public:
    explicit AbandonedAtItsEnd(std::shared_ptr<Exchange> exchange)
        : m_exchange(std::move(exchange))
    {
    }
    ~AbandonedAtItsEnd() override { m_exchange->abandon(); }

private:
    const std::shared_ptr<Exchange> m_exchange;
};

AnswerFrames framesOf(QueryResponse &&response)
{
    return answerFrames(response);
}

template <class Response>
Response asItCame(Response &&response)
{
    return std::move(response);
}

std::string withoutSpaces(const std::string &text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

} // namespace

struct GrpcInsightsClient::Private
{
    explicit Private(Endpoint given)
        : endpoint(std::move(given))
        , connection(endpoint.address)
    {
        endpoint.apiKey = withoutSpaces(endpoint.apiKey); // as read from a file
    }

    // `begin` starts the call: a stub's Async method.
    template <class Response, class Answer, class Begin>
    PendingCallPtr start(std::chrono::milliseconds deadline, Answer (*convert)(Response &&), Handler<Answer> handler,
                         Begin begin)
    {
        const auto exchange
            = std::make_shared<UnaryExchange<Response, Answer>>(endpoint.address, convert, std::move(handler));
        if (std::optional<Failure> failure = refusal(endpoint.address, endpoint.apiKey, project)) {
            exchange->fail(std::move(*failure));
            deliverLater(exchange);
            return std::make_unique<AbandonedAtItsEnd>(exchange);
        }
        connection.wake();
        prepare(exchange->context(), deadline);
        exchange->start(begin(&exchange->context(), &answers.queue()), exchange);
        keep(exchange);
        return std::make_unique<AbandonedAtItsEnd>(exchange);
    }

    void prepare(grpc::ClientContext &context, std::chrono::milliseconds deadline) const
    {
        context.set_deadline(std::chrono::system_clock::now() + deadline);
        if (!endpoint.apiKey.empty())
            context.AddMetadata("authorization", "Bearer " + endpoint.apiKey);
        if (!project.empty())
            context.AddMetadata("x-project-id", project);
    }

    void keep(const std::shared_ptr<Exchange> &exchange)
    {
        std::erase_if(open, [](const std::weak_ptr<Exchange> &one) { return one.expired(); });
        open.push_back(exchange);
    }

    Endpoint endpoint;
    std::string project;
    Connection connection;
    std::vector<std::weak_ptr<Exchange>> open;
    AnswerThread answers; // last in, first out
};

GrpcInsightsClient::GrpcInsightsClient(Endpoint endpoint)
    : d(std::make_unique<Private>(std::move(endpoint)))
{
}

GrpcInsightsClient::~GrpcInsightsClient()
{
    for (const std::weak_ptr<Exchange> &one : d->open) {
        if (const auto exchange = one.lock())
            exchange->abandon();
    }
}

void GrpcInsightsClient::setProject(const std::string &project)
{
    d->project = project;
}

PendingCallPtr GrpcInsightsClient::query(const QuerySpec &spec, Handler<AnswerFrames> handler)
{
    QueryRequest request;
    *request.mutable_query() = spec;
    request.set_form(RESULT_FORM_COLUMNS);
    return d->start(d->endpoint.queryDeadline, &framesOf, std::move(handler), [&](auto *context, auto *queue) {
        return d->connection.insights().AsyncQuery(context, request, queue);
    });
}

PendingCallPtr GrpcInsightsClient::listProjects(Handler<ListProjectsResponse> handler)
{
    return d->start(
        d->endpoint.catalogDeadline, &asItCame<ListProjectsResponse>, std::move(handler),
        [&](auto *context, auto *queue) { return d->connection.catalog().AsyncListProjects(context, {}, queue); });
}

PendingCallPtr GrpcInsightsClient::listEvents(Handler<ListEventsResponse> handler)
{
    return d->start(
        d->endpoint.catalogDeadline, &asItCame<ListEventsResponse>, std::move(handler),
        [&](auto *context, auto *queue) { return d->connection.catalog().AsyncListEvents(context, {}, queue); });
}

PendingCallPtr GrpcInsightsClient::listProperties(const ListPropertiesRequest &request,
                                                  Handler<ListPropertiesResponse> handler)
{
    return d->start(d->endpoint.catalogDeadline, &asItCame<ListPropertiesResponse>, std::move(handler),
                    [&](auto *context, auto *queue) {
                        return d->connection.catalog().AsyncListProperties(context, request, queue);
                    });
}

PendingCallPtr GrpcInsightsClient::listPropertyValues(const ListPropertyValuesRequest &request,
                                                      Handler<ListPropertyValuesResponse> handler)
{
    return d->start(d->endpoint.catalogDeadline, &asItCame<ListPropertyValuesResponse>, std::move(handler),
                    [&](auto *context, auto *queue) {
                        return d->connection.catalog().AsyncListPropertyValues(context, request, queue);
                    });
}

// Reads events like a question does, so it may take as long.
PendingCallPtr GrpcInsightsClient::listUsers(const ListUsersRequest &request, Handler<ListUsersResponse> handler)
{
    return d->start(
        d->endpoint.queryDeadline, &asItCame<ListUsersResponse>, std::move(handler),
        [&](auto *context, auto *queue) { return d->connection.catalog().AsyncListUsers(context, request, queue); });
}
