// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answer_thread.h"

#include <grpc/grpc.h>

#include <QCoreApplication>

void deliverLater(std::shared_ptr<Exchange> exchange)
{
    const auto deliver = [exchange = std::move(exchange)] { exchange->deliver(); };
    QMetaObject::invokeMethod(QCoreApplication::instance(), deliver, Qt::QueuedConnection);
}

void expireLater(std::shared_ptr<Exchange> exchange)
{
    const auto expire = [exchange = std::move(exchange)] { exchange->expire(); };
    QMetaObject::invokeMethod(QCoreApplication::instance(), expire, Qt::QueuedConnection);
}

AnswerThread::AnswerThread()
    : m_thread([this] { loop(); })
{
    // Never let go of: gRPC shuts down with its last user and blocks him meanwhile, up to 10 s in 1.51, when a poller
    // of its own is not woken.
    grpc_init();
}

AnswerThread::~AnswerThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
        m_queue.Shutdown();
    }
    m_thread.join();
}

void AnswerThread::loop()
{
    void *tag = nullptr;
    bool isOk = false;
    while (m_queue.Next(&tag, &isOk)) {
        std::shared_ptr<Exchange> exchange = static_cast<Exchange *>(tag)->letGo();
        exchange->read(isOk);
        {
            const std::lock_guard lock(m_mutex);
            if (!m_isEnding)
                exchange->goOn();
        }
        deliverLater(std::move(exchange));
    }
}
