// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// A span of time in its two largest units: "320 ms", "4.2 s", "4 min 12 s", "22 h 10 min", "1 d 7 h"; numbers and units
// joined by spaces that do not break. "–" for NaN.
QString durationText(double seconds);
