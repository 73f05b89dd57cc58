// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/funnel_frame.h"

#include <QPainter>

// What stands over and under the lying bars of a step: its number, event and rate, users, drop-off and median time.
// What finds no room is left out, from the least on.
void paintFunnelRow(QPainter &painter, const FunnelContent &content, const FunnelFrame &frame, int step,
                    const Theme &theme);
