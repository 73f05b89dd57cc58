// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/question_document.h"

explorer::v1::Question questionOf(const Draft &draft)
{
    explorer::v1::Question question;
    *question.mutable_query() = draft.spec;
    question.set_time_preset(timePresetId(draft.time.preset));
    question.set_automatic_granularity(draft.automaticGranularity);
    question.set_compare(compareId(draft.compare));
    return question;
}

Draft draftOf(const explorer::v1::Question &question)
{
    Draft draft;
    draft.spec = question.query();
    draft.time.preset = timePresetOf(question.time_preset());
    draft.automaticGranularity = question.automatic_granularity();
    draft.compare = compareOf(question.compare());
    return draft;
}

std::string questionKey(const explorer::v1::Question &question)
{
    explorer::v1::Question key = question;
    if (timePresetOf(key.time_preset()) != TimePreset::Fixed)
        key.mutable_query()->clear_time_range();
    if (key.automatic_granularity())
        key.mutable_query()->clear_granularity();
    return key.SerializeAsString();
}

explorer::v1::Question answeredQuestion(const Draft &draft, const insights::v1::QuerySpec &spec)
{
    explorer::v1::Question question = questionOf(draft);
    const std::string key = questionKey(question);
    *question.mutable_query() = spec;
    if (questionKey(question) == key)
        return question;
    explorer::v1::Question plain;
    *plain.mutable_query() = spec;
    return plain;
}
