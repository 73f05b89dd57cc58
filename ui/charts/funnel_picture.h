// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/funnel_frame.h"

#include <QPainter>

// A funnel: heads of the steps, bars against step 1, grey where users were lost since the step before, hatched where
// they may still convert, dashed where they ended at the compared time. With a group `highlighted` the others are at 30 %.
void paintFunnel(QPainter &painter, const FunnelContent &content, const FunnelFrame &frame, const Theme &theme,
                 int highlighted = -1);
// The axis without an answer.
void paintFunnelGrid(QPainter &painter, const FunnelFrame &frame, const Theme &theme);
// Lines at 45 degrees that end at the edges of `rect`: SVG knows no clip.
void paintHatch(QPainter &painter, const QRectF &rect, const QColor &color);
