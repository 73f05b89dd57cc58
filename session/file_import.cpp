// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/file_import.h"

using namespace datasets::v1;

FileImport::FileImport(ImportClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void FileImport::open(const QStringList &paths)
{
    m_paths = paths;
    m_map.Clear();
    m_preview.Clear();
    look();
}

void FileImport::setMap(const ColumnMap &map)
{
    if (map.SerializeAsString() == m_map.SerializeAsString())
        return;
    m_map = map;
    look();
}

void FileImport::setTimezone(const std::string &timezone)
{
    if (timezone == m_timezone)
        return;
    m_timezone = timezone;
    look();
}

void FileImport::lookAgain()
{
    if (std::holds_alternative<ImportFailed>(m_state))
        look();
}

void FileImport::look()
{
    if (m_paths.isEmpty() || std::holds_alternative<Importing>(m_state))
        return;
    PreviewRequest request;
    request.set_path(m_paths.first().toStdString());
    *request.mutable_map() = m_map;
    request.set_timezone(m_timezone);
    m_call = m_client.preview(request, [this](Outcome<PreviewResponse> outcome) {
        if (auto *failure = std::get_if<Failure>(&outcome))
            return setState(ImportFailed{std::move(*failure)});
        m_preview = std::get<PreviewResponse>(std::move(outcome));
        setState(Looked{});
    });
    setState(Looking{});
}

void FileImport::start(const ImportTarget &target)
{
    if (!canStart())
        return;
    ImportRequest request;
    request.set_project(target.project);
    request.set_timezone(target.timezone);
    request.set_week_start(target.weekStart);
    request.set_replace(target.startAnew);
    *request.mutable_map() = m_map;
    for (const QString &path : m_paths)
        request.add_paths(path.toStdString());
    Importing importing;
    importing.since.start();
    m_call = m_client.import(
        request,
        [this](const ImportProgress &progress) {
            Importing news = std::get<Importing>(m_state);
            news.progress = progress;
            setState(std::move(news));
        },
        [this](Outcome<ImportProgress> outcome) {
            if (auto *failure = std::get_if<Failure>(&outcome))
                setState(ImportFailed{std::move(*failure)});
            else
                setState(Imported{std::get<ImportProgress>(std::move(outcome))});
        });
    setState(std::move(importing));
}

void FileImport::cancel()
{
    if (!std::holds_alternative<Importing>(m_state))
        return;
    m_call.reset();
    setState(Looked{});
}

void FileImport::close()
{
    m_call.reset();
    m_paths.clear();
    m_preview.Clear();
    setState(NoFile{});
}

bool FileImport::canStart() const
{
    const bool isIdle = std::holds_alternative<Looked>(m_state) || std::holds_alternative<ImportFailed>(m_state);
    return isIdle && m_preview.problem().empty() && m_preview.columns_size() > 0;
}

void FileImport::setState(ImportState state)
{
    m_state = std::move(state);
    Q_EMIT stateChanged();
}
