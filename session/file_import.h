// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/import_client.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>

struct NoFile
{
};
struct Looking // at the first lines
{
};
struct Looked // see preview()
{
};
struct Importing
{
    datasets::v1::ImportProgress progress;
    QElapsedTimer since;
};
struct Imported
{
    datasets::v1::ImportProgress progress; // with its summary
};
struct ImportFailed
{
    Failure failure;
};
using ImportState = std::variant<NoFile, Looking, Looked, Importing, Imported, ImportFailed>;

// What is to become of the files.
struct ImportTarget
{
    std::string project; // new or present
    std::string timezone; // IANA; empty for the project's own
    std::string weekStart; // "sunday" or "monday"; empty for the project's own
    bool startAnew = false; // the project holds nothing but these files then
};

// Files on their way into the local service: what their columns are, then the import. The first file is the one that
// is looked at; all are imported alike.
class FileImport : public QObject
{
    Q_OBJECT
public:
    explicit FileImport(ImportClient &client, QObject *parent = nullptr);

    void open(const QStringList &paths); // absolute
    void setMap(const datasets::v1::ColumnMap &map); // looks again
    void setTimezone(const std::string &timezone); // of times without an offset; looks again
    void lookAgain(); // after a failure: the service is back
    void start(const ImportTarget &target);
    void cancel(); // the import under way: back to what was seen
    void close();

    const ImportState &state() const { return m_state; }
    const QStringList &paths() const { return m_paths; }
    const datasets::v1::ColumnMap &map() const { return m_map; }
    // Of the first file as it was seen last; stays while one looks again.
    const datasets::v1::PreviewResponse &preview() const { return m_preview; }
    bool canStart() const; // the columns are known and nothing is under way

Q_SIGNALS:
    void stateChanged();

private:
    void look();
    void setState(ImportState state);

    ImportClient &m_client;
    QStringList m_paths;
    datasets::v1::ColumnMap m_map;
    std::string m_timezone;
    datasets::v1::PreviewResponse m_preview;
    ImportState m_state;
    PendingCallPtr m_call;
};
