// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keeping/answer_cache.h"

#include "session/keeping/answer_store.h"
#include "session/question_document.h"

#include <QCryptographicHash>
#include <QStandardPaths>

#include <utility>

namespace {

// Lengths before the parts, so that no two keys run together.
QByteArray hashOf(const AnswerKey &key)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const std::string &part : {key.server, key.project, questionKey(key.question)}) {
        hash.addData(QByteArray::number(qulonglong(part.size())) + ':');
        hash.addData(QByteArray::fromStdString(part));
    }
    return hash.result();
}

} // namespace

AnswerCache::AnswerCache(const QString &folder, const Bounds &bounds, QObject *parent)
    : QObject(parent)
    , m_store(new AnswerStore(folder, bounds))
{
    m_store->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_store, &AnswerStore::open);
    connect(&m_thread, &QThread::finished, m_store, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("answers"));
    m_thread.start();
}

AnswerCache::~AnswerCache()
{
    QMetaObject::invokeMethod(m_store, [this] {
        m_store->close();
        m_thread.quit();
    });
    m_thread.wait();
}

QString AnswerCache::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
        + QStringLiteral("/insights-explorer");
}

void AnswerCache::put(const AnswerKey &key, const AnswerDocumentPtr &answer)
{
    QMetaObject::invokeMethod(m_store, [store = m_store, hash = hashOf(key), answer] { store->put(hash, *answer); });
}

void AnswerCache::find(const AnswerKey &key, const QObject *context, Handler handler)
{
    m_waiting[++m_last] = {context, std::move(handler)};
    QMetaObject::invokeMethod(m_store, [this, hash = hashOf(key), number = m_last] {
        QMetaObject::invokeMethod(this, [this, number, answer = m_store->find(hash)] { settle(number, answer); });
    });
}

void AnswerCache::settle(quint64 number, const AnswerDocumentPtr &answer)
{
    const auto waiting = m_waiting.extract(number);
    if (waiting.mapped().context)
        waiting.mapped().handler(answer);
}
