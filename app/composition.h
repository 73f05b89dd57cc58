// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "app/return_watch.h"
#include "client/grpc_insights_client.h"
#include "client/keep_alive.h"
#include "client/local_service.h"
#include "client/network_probe.h"
#include "session/catalog.h"
#include "session/connections.h"
#include "session/draft_query.h"
#include "session/file_import.h"
#include "session/keeping/answer_cache.h"
#include "session/keeping/keeping.h"
#include "session/key_store.h"
#include "session/query_controller.h"
#include "ui/shell/main_window.h"

#include <optional>

// Everything a window needs, in the order it is made; nothing outlives the window.
class Composition : public QObject
{
    Q_OBJECT
public:
    Composition(const Target &target, Theme &theme);

    MainWindow &window() { return m_window; }
    DraftQuery &draft() { return m_draft; }
    QueryController &controller() { return m_controller; }
    const Catalog &catalog() const { return m_catalog; }

    // Finds or starts the local service, or goes to the server that is asked; the window shows how that goes.
    void connectNow();

private:
    // Asks another from now on: a server known, or with an empty id the target.
    void goTo(const QString &connection);
    bool isLocal() const { return m_connection.isEmpty() && m_target.server.isEmpty(); }
    QString serverName() const;
    void takeKey(const QString &connection, const QString &key, const QString &error);
    void placeSnippets(const Endpoint &endpoint);
    void makeDemo();
    void watchServer();

    Target m_target; // where one is without a connection
    Connections m_connections;
    QString m_connection; // its id; empty at the target
    KeyStore m_keys;
    NetworkProbe m_probe;
    DraftQuery m_draft;
    GrpcInsightsClient m_client;
    Catalog m_catalog;
    QueryController m_controller;
    FileImport m_import;
    Keeping m_keeping{Keeping::defaultFolder()};
    AnswerCache m_answers{AnswerCache::defaultFolder(), {}};
    MainWindow m_window;
    ReturnWatch m_return;
    LocalService m_service;
    std::optional<KeepAlive> m_keepAlive; // of the local service; another server stays by itself
    PendingCallPtr m_demo;
};
