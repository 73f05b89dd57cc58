// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/kept_answer.h"

#include "query/answer_document.h"
#include "query/calendar.h"

#include <QCoreApplication>

using explorer::v1::Beside;

AnsweredPtr answeredOf(const explorer::v1::Answer &document)
{
    Answered answered;
    answered.spec = document.question().query();
    answered.frames = std::make_shared<const AnswerFrames>(answerFrames(document.response()));
    answered.at = QDateTime::fromMSecsSinceEpoch(milliseconds(document.answered_at()), Qt::UTC);
    answered.isKept = true;
    return std::make_shared<const Answered>(std::move(answered));
}

std::optional<Comparison> comparisonOf(const explorer::v1::Answer &document)
{
    const Beside *beside = besideOf(document, Beside::ROLE_COMPARISON);
    if (beside == nullptr)
        return std::nullopt;
    return Comparison{beside->query(), std::make_shared<const AnswerFrames>(answerFrames(beside->response())),
                      std::nullopt};
}

explorer::v1::Answer keptDocument(const explorer::v1::Question &question, const Answered &answered,
                                  const std::optional<Comparison> &comparison, const std::string &project)
{
    explorer::v1::Answer document = answerDocument(question, *answered.frames, answered.at.toMSecsSinceEpoch());
    if (comparison && comparison->frames)
        addBeside(document, Beside::ROLE_COMPARISON, comparison->spec, *comparison->frames);
    document.set_project(project);
    document.set_version(QCoreApplication::applicationVersion().toStdString());
    return document;
}
