// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "session/question_kind.h"

#include <QString>

// Why automatic granularity is what it is.
QString automaticReason(QuestionKind kind);
QString granularityName(insights::v1::Granularity granularity); // "Day"
// "Day gives 31 points; hours would give 744.": what the granularity means for the range, and the next one beside it;
// for weeks also where they start. Empty where there is nothing to count.
QString bucketHint(const insights::v1::QuerySpec &spec, const ProjectTime &place);
