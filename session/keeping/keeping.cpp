// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keeping/keeping.h"

#include "query/data_directory.h"
#include "session/keeping/store.h"

Keeping::Keeping(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_store(new Store(folder))
{
    m_store->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_store, &Store::open);
    connect(&m_thread, &QThread::finished, m_store, &QObject::deleteLater);
    connectStore();
    m_thread.setObjectName(QStringLiteral("library"));
    m_thread.start();
}

Keeping::~Keeping()
{
    m_drafts.flush();
    // Not quit() from here: it would overtake what is on its way.
    QMetaObject::invokeMethod(m_store, [this] {
        m_store->close();
        m_thread.quit();
    });
    m_thread.wait();
}

QString Keeping::defaultFolder()
{
    return QString::fromStdString(defaultDataDirectory()) + QStringLiteral("/library");
}

void Keeping::connectStore()
{
    connect(&m_library, &Library::saveWanted, m_store, &Store::saveItem);
    connect(&m_history, &History::saveWanted, m_store, &Store::saveEntry);
    connect(&m_drafts, &KeptDrafts::saveWanted, m_store, &Store::saveDraft);
    connect(&m_drafts, &KeptDrafts::dismissWanted, m_store, &Store::dismissOrphan);

    connect(m_store, &Store::loaded, this, [this](const StoredRowsPtr &rows, const StoredDrafts &drafts) {
        m_library.load(rows->items);
        m_history.load(rows->history);
        m_drafts.load(drafts.orphan, drafts.last);
        m_isLoaded = true;
        Q_EMIT loaded();
    });
    connect(m_store, &Store::changedElsewhere, this, [this](const StoredRowsPtr &rows) {
        m_library.take(rows->items);
        m_history.take(rows->history);
    });
    connect(m_store, &Store::replaced, this, [this](const StoredRowsPtr &rows) {
        m_library.reconcile(rows->items);
        m_history.reconcile(rows->history);
    });
    connect(m_store, &Store::saved, this, [this](const SavedRows &rows) {
        m_library.acknowledge(rows.items);
        m_history.acknowledge(rows.history);
    });
    connect(m_store, &Store::refused, &m_library, &Library::settle);
    connect(m_store, &Store::draftSaved, &m_drafts, &KeptDrafts::saved);
    connect(m_store, &Store::problemChanged, this, [this](const QString &sentence) {
        m_problem = sentence;
        Q_EMIT problemChanged();
    });
    connect(m_store, &Store::noticed, this, &Keeping::noticed);
}
