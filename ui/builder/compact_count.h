// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// A count in three figures or less: 950, "1.2k", "34k", "1.9M". Never rounds up into the next unit's look ("1000k").
QString compactCount(quint64 count);
