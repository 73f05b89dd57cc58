// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "session/keeping/kept.h"

#include <QString>

// How the library names and marks what it holds.

QString questionIcon(const insights::v1::QuerySpec &spec); // of :/icons
QString parentFolder(const QString &folder); // of "Growth/Weekly" it is "Growth"
// "14:32" of today, "Sat" of the last days, "2 May", "2 May 2025"; both in local time.
QString shortMoment(const QDateTime &at, const QDateTime &now);
// "Today 14:32", "Yesterday 17:48", "Thu 28 May", "28 May 2025".
QString longMoment(const QDateTime &at, const QDateTime &now);
QString itemToolTip(const LibraryItem &item);
QString entryToolTip(const HistoryEntry &entry);
