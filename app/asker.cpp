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

constexpr std::size_t mostCalls = 4; // a service runs as many at a time and keeps the others waiting

bool isAnswered(const AnsweredFile &file)
{
    return std::all_of(file.answers.begin(), file.answers.end(),
                       [](const TileAnswer &answer) { return answer.answered != nullptr; });
}

// Where a violation of a tile's question stands in the file of its board.
Violations inTile(Violations violations, std::size_t tile)
{
    for (Violation &violation : violations)
        violation.field = "tiles[" + std::to_string(tile) + "].question." + violation.field;
    return violations;
}

bool isUnderWay(const QueryController &asked)
{
    const auto isOpen
        = [](const std::optional<Beside> &beside) { return beside && !beside->frames && !beside->failure; };
    return std::holds_alternative<Loading>(asked.state())
        || (std::holds_alternative<Ready>(asked.state())
            && (isOpen(asked.besides().comparison) || isOpen(asked.besides().course)));
}

// Of the question, or of what was asked beside it; null without.
const Failure *failureOf(const QueryController &asked)
{
    if (const auto *failed = std::get_if<Failed>(&asked.state()))
        return &failed->failure;
    for (const auto *beside : {&asked.besides().comparison, &asked.besides().course})
        if (*beside && (*beside)->failure)
            return &*(*beside)->failure;
    return nullptr;
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

void Asker::askMore()
{
    for (; m_calls.size() < mostCalls && !m_questions.empty(); m_questions.pop_front())
        ask(m_questions.front());
    if (m_calls.empty())
        finish();
}

void Asker::ask(const Question &question)
{
    const int number = ++m_asked;
    auto controller = std::make_unique<QueryController>(*m_client);
    QueryController &asking = *controller;
    m_calls.emplace(number, Call{question, std::move(controller)});
    connect(&asking, &QueryController::stateChanged, this, [this, number] { watch(number); });
    connect(&asking, &QueryController::besidesChanged, this, [this, number] { watch(number); });
    if (m_asks == Asked::Alone)
        asking.runAlone(question.draft.spec);
    else
        asking.run(question.draft.spec, comparedRange(question.draft, m_place));
}

// Until the answer is there with all that was asked beside it.
void Asker::watch(int number)
{
    const Call &call = m_calls.at(number);
    if (isUnderWay(*call.controller))
        return;
    call.controller->disconnect(this);
    settle(call.question, *call.controller);
    QTimer::singleShot(0, this, [this, number] { // not while it is answering
        m_calls.erase(number);
        askMore();
    });
}

void Asker::settle(const Question &question, const QueryController &asked)
{
    Waiting &waiting = m_files[question.file];
    --waiting.open;
    if (const Failure *failure = failureOf(asked)) {
        failQuestion(question, *failure);
        if (!waiting.file.board)
            return;
    } else {
        waiting.file.answers[question.place] = {asked.lastAnswer(), asked.besides(), {}};
    }
    if (waiting.open == 0)
        Q_EMIT answered(std::exchange(waiting, {}).file);
}

void Asker::failQuestion(const Question &question, const Failure &failure)
{
    Waiting &waiting = m_files[question.file];
    const QString &name = waiting.file.name;
    const Violations violations = waiting.file.board ? inTile(failure.violations, question.place) : failure.violations;
    const QString problem = messageOf(failure);
    const QString where = waiting.file.board ? QStringLiteral("tiles[%1]: ").arg(question.place) : QString();
    waiting.file.answers[question.place].problem = problem;
    fail(violations.empty() ? QStringLiteral("%1: %2%3").arg(name, where, problem)
                            : messageOf(name, waiting.text, violations));
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
