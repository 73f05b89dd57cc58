// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keeping/kept_drafts.h"

#include <chrono>

using namespace std::chrono_literals;

KeptDrafts::KeptDrafts(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(150ms);
    connect(&m_timer, &QTimer::timeout, this, &KeptDrafts::flush);
}

void KeptDrafts::keep(const explorer::v1::Question &question, const std::string &project, const QString &typed)
{
    m_next = KeptDraft{question, project, typed, QDateTime::currentDateTimeUtc()};
    if (!m_timer.isActive())
        m_timer.start();
}

void KeptDrafts::dismissOrphan()
{
    if (!m_orphan)
        return;
    flush(); // what was taken from it goes to disk before it goes
    m_orphan.reset();
    Q_EMIT dismissWanted();
}

void KeptDrafts::load(const std::optional<KeptDraft> &orphan, const std::optional<KeptDraft> &last)
{
    m_orphan = orphan;
    m_last = last;
    m_isLoaded = true;
    Q_EMIT loaded();
}

void KeptDrafts::flush()
{
    m_timer.stop();
    if (const auto draft = std::exchange(m_next, std::nullopt))
        Q_EMIT saveWanted(*draft);
}
