// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <thread>

#include <grpcpp/completion_queue.h>

// What gRPC and the answer thread hold of a call under way. The one who asked may be gone before it ends.
class Exchange
{
public:
    virtual ~Exchange() = default;

    // Answer thread: takes what has come; `isOk` as the queue says it.
    virtual void read(bool isOk) = 0;
    // Answer thread, after read(): asks for what comes next, if the call has more. Not once the thread is to end.
    virtual void goOn() { }
    // GUI thread: gives the outcome to the one who asked, if he still wants it.
    virtual void deliver() = 0;
    // GUI thread: nobody wants the outcome any more; the server is told.
    virtual void abandon() = 0;
    // GUI thread: its time is up. Who asked is told at once, the server too.
    virtual void expire() = 0;

    // For the time between asking and the answer thread: the queue knows a bare pointer only.
    void holdItself(std::shared_ptr<Exchange> self)
    {
        const std::lock_guard lock(m_mutex);
        m_self = std::move(self);
    }
    std::shared_ptr<Exchange> letGo()
    {
        const std::lock_guard lock(m_mutex);
        return std::move(m_self);
    }

protected:
    std::mutex m_mutex; // of what goes from one thread to the other

private:
    std::shared_ptr<Exchange> m_self;
};

// In the GUI thread, from its event loop.
void deliverLater(std::shared_ptr<Exchange> exchange);
void expireLater(std::shared_ptr<Exchange> exchange);

// The one thread that waits for answers and reads them. Ends with the last call: abandon them all before.
class AnswerThread
{
public:
    AnswerThread();
    ~AnswerThread();

    // Tags are Exchanges that hold themselves.
    grpc::CompletionQueue &queue() { return m_queue; }

private:
    void loop();

    grpc::CompletionQueue m_queue;
    std::mutex m_mutex;
    bool m_isEnding = false; // a queue that was shut down takes nothing more
    std::thread m_thread; // last: it uses the queue
};
