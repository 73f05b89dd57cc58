// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/asker.h"

#include "client/grpc_insights_client.h"
#include "query/check.h"
#include "query/spec_json.h"
#include "session/board.h"
#include "session/question_document.h"

#include <QFile>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace {

bool isAnswered(const AnsweredFile &file)
{
    return std::all_of(file.answers.begin(), file.answers.end(),
                       [](const TileAnswer &answer) { return answer.answered != nullptr; });
}

} // namespace

Asker::Asker(const Target &target, const QStringList &files, Asked asked, QObject *parent)
    : QObject(parent)
    , m_target(target)
    , m_names(files)
    , m_asks(asked)
{
}

Asker::~Asker() = default;

void Asker::start()
{
    for (const QString &name : m_names)
        read(name);
    if (m_files.empty())
        return finish();
    if (!m_target.server.isEmpty())
        return connectNow();
    m_service = new LocalService(m_target.data, this);
    connect(m_service, &LocalService::ready, this, &Asker::connectNow);
    connect(m_service, &LocalService::failed, this, &Asker::giveUp);
    m_service->start();
}

// What holds its answer is done with; the rest waits for the project, whose zone its times are in.
void Asker::read(const QString &name)
{
    QFile file(name);
    const bool isOpen
        = name == QStringLiteral("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return fail(tr("%1: cannot be read: %2").arg(name, file.errorString()), 2);
    std::string text = file.readAll().toStdString();
    const QuestionFileKind kind = questionFileKind(name);
    if (kind != QuestionFileKind::Spec) {
        const auto read
            = kind == QuestionFileKind::Answer ? readAnswered(name, text) : readBoard(name, text, m_place.calendar());
        if (const auto *errors = std::get_if<JsonErrors>(&read))
            return fail(messageOf(name, *errors));
        if (const auto &known = std::get<AnsweredFile>(read); isAnswered(known))
            return Q_EMIT answered(known);
    }
    m_files.push_back({{name, std::nullopt, {}, {}}, std::move(text), 0});
}

void Asker::connectNow()
{
    m_client = std::make_unique<GrpcInsightsClient>(endpointOf(m_target));
    m_projects = m_client->listProjects([this](const auto &outcome) { chooseProject(outcome); });
}

void Asker::chooseProject(const Outcome<catalog::v1::ListProjectsResponse> &outcome)
{
    m_project = m_target.project;
    if (const auto *failure = std::get_if<Failure>(&outcome)) {
        if (failure->kind != Failure::Kind::Unimplemented)
            return giveUp(messageOf(*failure));
    } else {
        const auto &projects = std::get<catalog::v1::ListProjectsResponse>(outcome).projects();
        QStringList names;
        for (const auto &known : projects)
            names << QString::fromStdString(known.id());
        if (m_project.isEmpty() && names.size() == 1)
            m_project = names.first();
        if (m_project.isEmpty())
            return giveUp(names.isEmpty() ? tr("There is no project here: import one with insightsd import.")
                                          : tr("Which project? Say --project with one of: %1.").arg(names.join(u", ")));
        for (const auto &known : projects)
            if (known.id() == m_project.toStdString())
                m_place = placeOf(known);
    }
    m_client->setProject(m_project.toStdString());
    takeQuestions();
}

void Asker::takeQuestions()
{
    for (std::size_t file = 0; file < m_files.size(); ++file) {
        m_files[file].file.project = m_project;
        if (questionFileKind(m_files[file].file.name) == QuestionFileKind::Board)
            takeTiles(file);
        else
            takeSpec(file);
    }
    QTimer::singleShot(0, this, &Asker::askMore);
}

void Asker::takeSpec(std::size_t file)
{
    Waiting &waiting = m_files[file];
    const auto read = readSpecJson(waiting.text, m_place.calendar());
    if (const auto *errors = std::get_if<JsonErrors>(&read))
        return fail(messageOf(waiting.file.name, *errors));
    const auto &spec = std::get<insights::v1::QuerySpec>(read);
    if (const Violations violations = check(spec); !violations.empty())
        return fail(messageOf(waiting.file.name, waiting.text, violations));
    waiting.file.answers.resize(1);
    waiting.open = 1;
    Draft draft;
    draft.spec = spec;
    m_questions.push_back({file, 0, draft});
}

void Asker::takeTiles(std::size_t file)
{
    Waiting &waiting = m_files[file];
    const auto read = readBoard(waiting.file.name, waiting.text, m_place.calendar());
    if (const auto *errors = std::get_if<JsonErrors>(&read))
        return fail(messageOf(waiting.file.name, *errors));
    waiting.file = std::get<AnsweredFile>(read);
    waiting.file.project = m_project;
    const std::int64_t now = QDateTime::currentMSecsSinceEpoch();
    Violations violations;
    std::vector<Question> questions;
    for (std::size_t i = 0; i < waiting.file.answers.size(); ++i) {
        const explorer::v1::Tile &tile = waiting.file.board->tiles(int(i));
        if (waiting.file.answers[i].answered)
            continue;
        if (!tile.has_question() && tile.saved_question() != 0) {
            violations.push_back({"tiles[" + std::to_string(i) + "].savedQuestion",
                                  "is in the library of the window that made it: export the board from there"});
            continue;
        }
        const explorer::v1::Question question = questionOn(*waiting.file.board, tile.question(), m_place, now);
        questions.push_back({file, i, draftOf(question)});
        const Violations ofTile = inTile(check(question.query()), i);
        violations.insert(violations.end(), ofTile.begin(), ofTile.end());
    }
    if (!violations.empty())
        return fail(messageOf(waiting.file.name, waiting.text, violations));
    waiting.open = questions.size();
    m_questions.insert(m_questions.end(), questions.begin(), questions.end());
}

void Asker::fail(const QString &message, int exitCode)
{
    m_exitCode = std::max(m_exitCode, exitCode);
    Q_EMIT failed(message);
}

void Asker::giveUp(const QString &message)
{
    fail(message);
    finish();
}

void Asker::finish()
{
    Q_EMIT finished(m_exitCode);
}
