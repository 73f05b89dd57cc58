// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/answer_note.h"

#include "query/check.h"
#include "query/data_end.h"
#include "session/question_words.h"
#include "session/time_choice.h"
#include "ui/shell/answer_view.h"
#include "ui/shell/failed_state.h"
#include "ui/text/number_text.h"

#include <QCoreApplication>

static QString tr(const char *text)
{
    return QCoreApplication::translate("AnswerNote", text);
}

static AnswerNote cutNote(const Answered &answered)
{
    const int limit = breakdownLimitOf(answered.spec);
    const bool isCutPerEvent = answered.spec.events_size() > 1 && answerKind(answered.spec) != AnswerKind::Funnel;
    AnswerNote note;
    note.sentence = (isCutPerEvent ? tr("Cut to the top %1 of each event, of %2 values in all; the rest is Other.")
                                   : tr("Cut to the top %1 of %2 values; the rest is Other."))
                        .arg(limit)
                        .arg(fullNumber(double(answered.frames->info.groups_total())));
    if (limit < maximumBreakdownLimit)
        note.way = WayForward::RaiseLimit;
    return note;
}

static AnswerNote keptNote(const Answered &answered, const QString &elsewhere)
{
    const QString moment = momentText(answered.at, QDateTime::currentDateTime());
    AnswerNote note;
    note.kind = NoteKind::Info;
    note.sentence = elsewhere.isEmpty()
        ? tr("This is the answer of %1.").arg(moment)
        : tr("This is the answer of %1. Its project %2 is not on this server, so it is not asked anew.")
              .arg(moment, elsewhere);
    return note;
}

std::optional<AnswerNote> answerNote(const Answered &answered, const QString &elsewhere)
{
    if (answered.isKept)
        return keptNote(answered, elsewhere);
    const auto &info = answered.frames->info;
    if (info.truncated())
        return cutNote(answered);
    for (const std::string &warning : info.warnings()) {
        const std::optional<std::int64_t> dataEnd = dataEndOf(warning);
        if (dataEnd && isEmpty(answered))
            continue; // its place says it
        return AnswerNote{.kind = NoteKind::Warn,
                          .sentence = dataEnd
                              ? tr("The data ends on %1, before the range does.").arg(dayText(*dataEnd, placeOf(info)))
                              : QString::fromStdString(warning),
                          .way = {}};
    }
    return std::nullopt;
}
