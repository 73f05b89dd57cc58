// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <utility>

#include <grpcpp/client_context.h>
#include <grpcpp/support/async_stream.h>

#include "client/answer_thread.h"
#include "client/grpc_failure.h"

// One call that tells of itself in many messages, the last of which is its answer. Handlers are the GUI thread's alone.
template <class Message>
class StreamExchange final : public Exchange, public std::enable_shared_from_this<StreamExchange<Message>>
{
public:
    using Watch = std::function<void(const Message &)>;

    StreamExchange(std::string address, Watch watch, Handler<Message> handler)
        : m_address(std::move(address))
        , m_watch(std::move(watch))
        , m_handler(std::move(handler))
    {
    }

    grpc::ClientContext &context() { return m_context; }

    void start(std::unique_ptr<grpc::ClientAsyncReader<Message>> reader)
    {
        m_reader = std::move(reader);
        holdItself(this->shared_from_this());
        m_reader->StartCall(static_cast<Exchange *>(this));
    }

    void fail(Failure failure)
    {
        const std::lock_guard lock(m_mutex);
        m_outcome = std::move(failure);
    }

    void read(bool isOk) override
    {
        const std::lock_guard lock(m_mutex);
        switch (m_phase) {
        case Phase::Starting: m_phase = isOk ? Phase::Reading : Phase::Ending; break;
        case Phase::Reading:
            if (isOk)
                m_news = m_last = std::exchange(m_message, {});
            else
                m_phase = Phase::Ending;
            break;
        case Phase::Ending:
            m_phase = Phase::Ended;
            m_news.reset();
            if (m_status.ok())
                m_outcome = std::move(m_last);
            else
                m_outcome = failureOf(m_status, m_address);
            break;
        case Phase::Ended: break;
        }
    }

    void goOn() override
    {
        if (m_phase == Phase::Ended)
            return;
        holdItself(this->shared_from_this());
        if (m_phase == Phase::Reading)
            m_reader->Read(&m_message, static_cast<Exchange *>(this));
        else
            m_reader->Finish(&m_status, static_cast<Exchange *>(this));
    }

    void deliver() override
    {
        std::unique_lock lock(m_mutex);
        const std::optional<Message> news = std::exchange(m_news, {});
        std::optional<Outcome<Message>> outcome = std::exchange(m_outcome, {});
        lock.unlock();
        if (const Watch watch = m_watch; watch && news) // a copy: it may let go of the call
            watch(*news);
        if (!outcome)
            return;
        if (const auto handler = std::exchange(m_handler, nullptr))
            handler(std::move(*outcome));
    }

    void abandon() override
    {
        m_watch = nullptr;
        if (std::exchange(m_handler, nullptr))
            m_context.TryCancel();
    }

    void expire() override
    {
        m_watch = nullptr;
        if (const auto handler = std::exchange(m_handler, nullptr)) {
            m_context.TryCancel();
            handler(timeoutAt(m_address));
        }
    }

private:
    enum class Phase { Starting, Reading, Ending, Ended };

    const std::string m_address;
    grpc::ClientContext m_context;
    std::unique_ptr<grpc::ClientAsyncReader<Message>> m_reader; // lives in the context's memory
    // The answer thread's alone:
    Phase m_phase = Phase::Starting;
    Message m_message;
    Message m_last;
    grpc::Status m_status;
    // Under the mutex:
    std::optional<Message> m_news;
    std::optional<Outcome<Message>> m_outcome;
    // The GUI thread's alone:
    Watch m_watch;
    Handler<Message> m_handler;
};
