// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include <grpcpp/client_context.h>
#include <grpcpp/support/async_unary_call.h>

#include "client/answer_thread.h"
#include "client/grpc_failure.h"

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

    void read(bool) override // always ok: the status tells
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

    void expire() override
    {
        if (const auto handler = std::exchange(m_handler, nullptr)) {
            m_context.TryCancel();
            handler(timeoutAt(m_address));
        }
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
