// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/kept_answer.h"

#include "query/answer_document.h"
#include "query/calendar.h"

#include <QCoreApplication>

using Role = explorer::v1::Beside;

AnsweredPtr answeredOf(const explorer::v1::Answer &document)
{
    Answered answered;
    answered.spec = document.question().query();
    answered.frames = std::make_shared<const AnswerFrames>(answerFrames(document.response()));
    answered.at = QDateTime::fromMSecsSinceEpoch(milliseconds(document.answered_at()), Qt::UTC);
    answered.isKept = true;
    return std::make_shared<const Answered>(std::move(answered));
}

static std::optional<Beside> read(const explorer::v1::Answer &document, explorer::v1::Beside_Role role)
{
    const Role *beside = besideOf(document, role);
    if (beside == nullptr)
        return std::nullopt;
    return Beside{beside->query(), std::make_shared<const AnswerFrames>(answerFrames(beside->response())),
                  std::nullopt};
}

Besides besidesOf(const explorer::v1::Answer &document)
{
    return {read(document, Role::ROLE_COMPARISON), read(document, Role::ROLE_SPARKLINE)};
}

explorer::v1::Answer keptDocument(const explorer::v1::Question &question, const Answered &answered,
                                  const Besides &besides, const std::string &project)
{
    explorer::v1::Answer document = answerDocument(question, *answered.frames, answered.at.toMSecsSinceEpoch());
    if (const auto &comparison = besides.comparison; comparison && comparison->frames)
        addBeside(document, Role::ROLE_COMPARISON, comparison->spec, *comparison->frames);
    if (const auto &course = besides.course; course && course->frames)
        addBeside(document, Role::ROLE_SPARKLINE, course->spec, *course->frames);
    document.set_project(project);
    document.set_version(QCoreApplication::applicationVersion().toStdString());
    return document;
}
