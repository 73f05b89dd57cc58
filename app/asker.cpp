// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/asker.h"

#include "client/grpc_insights_client.h"
#include "query/check.h"
#include "query/spec_json.h"
#include "session/time_choice.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

namespace {

QString messageOf(const Failure &failure)
{
    return QString::fromStdString(failure.code.empty() ? failure.message : failure.code + ": " + failure.message);
}

QString messageOf(const QString &spec, const JsonErrors &errors)
{
    QStringList lines;
    for (const JsonError &error : errors)
        lines << spec + u':' + QString::fromStdString(toText(error));
    return lines.join(u'\n');
}

QString messageOf(const QString &spec, std::string_view text, const Violations &violations)
{
    JsonErrors errors;
    for (const Violation &violation : violations)
        errors.push_back(
            {violation.field, violation.description, placeOf(text, violation.field).value_or(TextPlace{})});
    return messageOf(spec, errors);
}

} // namespace

Asker::Asker(const Target &target, const QStringList &specs, QObject *parent)
    : QObject(parent)
    , m_target(target)
    , m_waiting(specs)
{
}

Asker::~Asker() = default;

void Asker::start()
{
    if (!m_target.server.isEmpty()) {
        connectNow();
        return;
    }
    m_service = new LocalService(m_target.data, this);
    connect(m_service, &LocalService::ready, this, &Asker::connectNow);
    connect(m_service, &LocalService::failed, this, &Asker::giveUp);
    m_service->start();
}

void Asker::connectNow()
{
    m_client = std::make_unique<GrpcInsightsClient>(endpointOf(m_target));
    m_call = m_client->listProjects([this](const auto &outcome) { chooseProject(outcome); });
}

void Asker::chooseProject(const Outcome<catalog::v1::ListProjectsResponse> &outcome)
{
    QString project = m_target.project;
    if (const auto *failure = std::get_if<Failure>(&outcome)) {
        if (failure->kind != Failure::Kind::Unimplemented)
            return giveUp(messageOf(*failure));
    } else {
        const auto &projects = std::get<catalog::v1::ListProjectsResponse>(outcome).projects();
        QStringList names;
        for (const auto &known : projects)
            names << QString::fromStdString(known.id());
        if (project.isEmpty() && names.size() == 1)
            project = names.first();
        if (project.isEmpty())
            return giveUp(names.isEmpty() ? tr("There is no project here: import one with insightsd import.")
                                          : tr("Which project? Say --project with one of: %1.").arg(names.join(u", ")));
        for (const auto &known : projects)
            if (known.id() == project.toStdString()) {
                m_place.timezone = known.timezone();
                m_place.weekStart = weekStartOf(known.week_start());
            }
    }
    m_client->setProject(project.toStdString());
    askNext();
}

void Asker::askNext()
{
    if (m_waiting.isEmpty()) {
        Q_EMIT finished(m_exitCode);
        return;
    }
    const QString spec = m_waiting.takeFirst();
    QFile file(spec);
    const bool isOpen
        = spec == QStringLiteral("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return fail(tr("%1: cannot be read: %2").arg(spec, file.errorString()), 2);
    ask(spec, file.readAll());
}

void Asker::ask(const QString &spec, const QByteArray &text)
{
    const auto read = readSpecJson(text.toStdString(), m_place.calendar());
    if (const auto *errors = std::get_if<JsonErrors>(&read))
        return fail(messageOf(spec, *errors));
    const insights::v1::QuerySpec query = std::get<insights::v1::QuerySpec>(read);
    if (const Violations violations = check(query); !violations.empty())
        return fail(messageOf(spec, text.toStdString(), violations));
    QElapsedTimer since;
    since.start();
    m_call = m_client->query(query, [this, spec, text, query, since](Outcome<AnswerFrames> outcome) {
        if (const auto *failure = std::get_if<Failure>(&outcome))
            return fail(failure->violations.empty() ? spec + QStringLiteral(": ") + messageOf(*failure)
                                                    : messageOf(spec, text.toStdString(), failure->violations));
        auto frames = std::make_shared<const AnswerFrames>(std::get<AnswerFrames>(std::move(outcome)));
        Q_EMIT answered(spec, Answered{query, frames, QDateTime::currentDateTime(), since.elapsed()});
        QTimer::singleShot(0, this, &Asker::askNext);
    });
}

void Asker::fail(const QString &message, int exitCode)
{
    m_exitCode = std::max(m_exitCode, exitCode);
    Q_EMIT failed(message);
    QTimer::singleShot(0, this, &Asker::askNext);
}

void Asker::giveUp(const QString &message)
{
    Q_EMIT failed(message);
    Q_EMIT finished(1);
}
