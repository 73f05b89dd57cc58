// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "client/grpc_insights_client.h"
#include "client/keep_alive.h"
#include "client/local_service.h"
#include "session/catalog.h"
#include "session/draft_query.h"
#include "session/file_import.h"
#include "session/keeping/answer_cache.h"
#include "session/keeping/keeping.h"
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

    // Finds or starts the local service, or goes to the server named; the window shows how that goes.
    void connectNow();

private:
    QString serviceName() const;
    void makeDemo();

    const Target m_target;
    DraftQuery m_draft;
    GrpcInsightsClient m_client;
    Catalog m_catalog;
    QueryController m_controller;
    FileImport m_import;
    Keeping m_keeping{Keeping::defaultFolder()};
    AnswerCache m_answers{AnswerCache::defaultFolder(), {}};
    MainWindow m_window;
    LocalService m_service;
    std::optional<KeepAlive> m_keepAlive; // of the local service; another server stays by itself
    PendingCallPtr m_demo;
};
