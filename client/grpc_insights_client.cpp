// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/grpc_insights_client.h"

#include "client/connection.h"
#include "client/stream_exchange.h"
#include "client/unary_exchange.h"

#include <QTimer>

using namespace insights::v1;
using namespace catalog::v1;
using namespace datasets::v1;

namespace {

constexpr std::chrono::milliseconds grace{500}; // in which gRPC keeps the deadline by itself

// gRPC 1.51 waits for deadlines by the wall clock: where that was set back, they do not come. This timer does.
class AbandonedAtItsEnd final : public PendingCall
{
public:
    AbandonedAtItsEnd(std::shared_ptr<Exchange> exchange, std::chrono::milliseconds deadline)
        : m_exchange(std::move(exchange))
    {
        m_deadline.setSingleShot(true);
        m_deadline.setTimerType(Qt::PreciseTimer);
        // Later, for whoever is told may let go of this.
        m_deadline.callOnTimeout([this] { expireLater(m_exchange); });
        m_deadline.start(deadline + grace);
    }
    ~AbandonedAtItsEnd() override { m_exchange->abandon(); }

private:
    const std::shared_ptr<Exchange> m_exchange;
    QTimer m_deadline;
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
    explicit Private(Endpoint given) { setEndpoint(std::move(given)); }

    void setEndpoint(Endpoint given)
    {
        endpoint = std::move(given);
        endpoint.apiKey = withoutSpaces(endpoint.apiKey); // as read from a file
        connection.emplace(endpoint);
    }

    void abandonAll()
    {
        for (const std::weak_ptr<Exchange> &one : open)
            if (const auto exchange = one.lock())
                exchange->abandon();
        open.clear();
    }

    // `begin` starts the call: a stub's Async method.
    template <class Response, class Answer, class Begin>
    PendingCallPtr start(std::chrono::milliseconds deadline, Answer (*convert)(Response &&), Handler<Answer> handler,
                         Begin begin)
    {
        const auto exchange
            = std::make_shared<UnaryExchange<Response, Answer>>(endpoint.address, convert, watched(std::move(handler)));
        if (isReady(exchange, deadline))
            exchange->start(begin(&exchange->context(), &answers.queue()), exchange);
        return std::make_unique<AbandonedAtItsEnd>(exchange, deadline);
    }

    // The same for a call that answers with many messages.
    template <class Begin>
    PendingCallPtr startImport(ImportClient::Watch watch, Handler<ImportProgress> handler, Begin begin)
    {
        const auto exchange = std::make_shared<StreamExchange<ImportProgress>>(endpoint.address, std::move(watch),
                                                                               watched(std::move(handler)));
        if (isReady(exchange, endpoint.importDeadline))
            exchange->start(begin(&exchange->context(), &answers.queue()));
        return std::make_unique<AbandonedAtItsEnd>(exchange, endpoint.importDeadline);
    }

    template <class Answer>
    Handler<Answer> watched(Handler<Answer> handler)
    {
        return [this, handler = std::move(handler)](Outcome<Answer> outcome) {
            const auto *failure = std::get_if<Failure>(&outcome);
            if (failure != nullptr && failure->kind == Failure::Kind::Timeout)
                connection->doubt();
            handler(std::move(outcome));
        };
    }

    // Whether the call can be made; it has failed when not.
    template <class Call>
    bool isReady(const std::shared_ptr<Call> &exchange, std::chrono::milliseconds deadline)
    {
        if (std::optional<Failure> failure = refusal(endpoint, project)) {
            exchange->fail(std::move(*failure));
            deliverLater(exchange);
            return false;
        }
        connection->wake();
        prepare(exchange->context(), deadline);
        keep(exchange);
        return true;
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
    std::optional<Connection> connection; // never empty
    std::vector<std::weak_ptr<Exchange>> open;
    AnswerThread answers; // last in, first out
};

GrpcInsightsClient::GrpcInsightsClient(Endpoint endpoint)
    : d(std::make_unique<Private>(std::move(endpoint)))
{
}

GrpcInsightsClient::~GrpcInsightsClient()
{
    d->abandonAll();
}

void GrpcInsightsClient::setEndpoint(Endpoint endpoint)
{
    d->abandonAll();
    d->setEndpoint(std::move(endpoint));
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
        return d->connection->insights().AsyncQuery(context, request, queue);
    });
}

PendingCallPtr GrpcInsightsClient::listProjects(Handler<ListProjectsResponse> handler)
{
    return d->start(
        d->endpoint.catalogDeadline, &asItCame<ListProjectsResponse>, std::move(handler),
        [&](auto *context, auto *queue) { return d->connection->catalog().AsyncListProjects(context, {}, queue); });
}

PendingCallPtr GrpcInsightsClient::listEvents(Handler<ListEventsResponse> handler)
{
    return d->start(
        d->endpoint.catalogDeadline, &asItCame<ListEventsResponse>, std::move(handler),
        [&](auto *context, auto *queue) { return d->connection->catalog().AsyncListEvents(context, {}, queue); });
}

PendingCallPtr GrpcInsightsClient::listProperties(const ListPropertiesRequest &request,
                                                  Handler<ListPropertiesResponse> handler)
{
    return d->start(d->endpoint.catalogDeadline, &asItCame<ListPropertiesResponse>, std::move(handler),
                    [&](auto *context, auto *queue) {
                        return d->connection->catalog().AsyncListProperties(context, request, queue);
                    });
}

PendingCallPtr GrpcInsightsClient::listPropertyValues(const ListPropertyValuesRequest &request,
                                                      Handler<ListPropertyValuesResponse> handler)
{
    return d->start(d->endpoint.catalogDeadline, &asItCame<ListPropertyValuesResponse>, std::move(handler),
                    [&](auto *context, auto *queue) {
                        return d->connection->catalog().AsyncListPropertyValues(context, request, queue);
                    });
}

// Reads events like a question does, so it may take as long.
PendingCallPtr GrpcInsightsClient::listUsers(const ListUsersRequest &request, Handler<ListUsersResponse> handler)
{
    return d->start(
        d->endpoint.queryDeadline, &asItCame<ListUsersResponse>, std::move(handler),
        [&](auto *context, auto *queue) { return d->connection->catalog().AsyncListUsers(context, request, queue); });
}

PendingCallPtr GrpcInsightsClient::preview(const PreviewRequest &request, Handler<PreviewResponse> handler)
{
    return d->start(
        d->endpoint.queryDeadline, &asItCame<PreviewResponse>, std::move(handler),
        [&](auto *context, auto *queue) { return d->connection->datasets().AsyncPreview(context, request, queue); });
}

PendingCallPtr GrpcInsightsClient::import(const ImportRequest &request, Watch watch, Handler<ImportProgress> handler)
{
    return d->startImport(std::move(watch), std::move(handler), [&](auto *context, auto *queue) {
        return d->connection->datasets().PrepareAsyncImport(context, request, queue);
    });
}

PendingCallPtr GrpcInsightsClient::makeDemo(Watch watch, Handler<ImportProgress> handler)
{
    return d->startImport(std::move(watch), std::move(handler), [&](auto *context, auto *queue) {
        return d->connection->datasets().PrepareAsyncMakeDemo(context, {}, queue);
    });
}
