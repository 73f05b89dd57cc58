// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/funnel_frame.h"

#include <QPainter>

// What stands over and under the bars of a step: its number, event, rate, users, drop-off and median time. What finds
// no room is left out, from the least on.
void paintFunnelHead(QPainter &painter, const FunnelContent &content, const FunnelFrame &frame, int step,
                     const Theme &theme);
// What was lost since the step before and how long the others took, from the most words to the fewest: "8,497 drop off ·
// median 4 min 12 s", "8,497 drop off".
QStringList funnelLoss(const FunnelContent &content, int step);
// "within 7 days of step 1"
QString funnelFoot(const FunnelContent &content, int step);
