// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/way_forward.h"

#include <QCoreApplication>

static QString tr(const char *text)
{
    return QCoreApplication::translate("WayForward", text);
}

static QString iconOf(WayForward way)
{
    switch (way) {
    case WayForward::Retry: return QStringLiteral("retry");
    case WayForward::CopyDetails: return QStringLiteral("copy");
    case WayForward::Undo: return QStringLiteral("undo");
    case WayForward::SevenDays:
    case WayForward::LastDays:
    case WayForward::AllData: return QStringLiteral("calendar");
    case WayForward::RaiseLimit: break;
    }
    return {};
}

QString wayText(WayForward way)
{
    switch (way) {
    case WayForward::Retry: return tr("Try again");
    case WayForward::CopyDetails: return tr("Copy details");
    case WayForward::Undo: return tr("Undo last edit");
    case WayForward::SevenDays: return tr("Ask for 7 days");
    case WayForward::LastDays: return tr("Go to the data's range");
    case WayForward::AllData: return tr("Look in all the data");
    case WayForward::RaiseLimit: return tr("Raise the limit");
    }
    return {};
}

void PlaceState::offer(WayForward way, bool isPrimary)
{
    ways.push_back(way);
    text.buttons.push_back({wayText(way), iconOf(way), isPrimary, way == WayForward::Undo ? tr("Ctrl+Z") : QString()});
}
