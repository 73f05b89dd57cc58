// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_words.h"

#include "query/calendar.h"
#include "ui/import/import_models.h"
#include "ui/text/number_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace datasets::v1;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportWords)
};

constexpr int longestName = 64; // of a project
constexpr double msForARate = 500; // before that it says nothing

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

const QString dot = QStringLiteral(" · ");

QString day(const google::protobuf::Timestamp &at)
{
    const QDate date = QDateTime::fromMSecsSinceEpoch(milliseconds(at), QTimeZone::utc()).date();
    return QLocale().toString(date, QStringLiteral("d MMM yyyy"));
}

bool has(const PreviewResponse &preview, ColumnRole role)
{
    return std::any_of(preview.columns().begin(), preview.columns().end(),
                       [role](const PreviewColumn &column) { return column.role() == role; });
}

} // namespace

QString fileTitle(const QStringList &paths)
{
    const QString first = QFileInfo(paths.value(0)).fileName();
    return paths.size() < 2 ? first : Text::tr("%1 and %n more", nullptr, int(paths.size()) - 1).arg(first);
}

QString formatName(FileFormat format)
{
    switch (format) {
    case FILE_FORMAT_CSV: return Text::tr("CSV, first line is names");
    case FILE_FORMAT_PARQUET: return Text::tr("Parquet");
    case FILE_FORMAT_NDJSON: return Text::tr("JSON, one event a line");
    default: return {};
    }
}

QString fileFacts(const PreviewResponse &preview)
{
    QStringList facts;
    if (preview.bytes() > 0)
        facts << QLocale().formattedDataSize(qint64(preview.bytes()), 1, QLocale::DataSizeTraditionalFormat);
    if (!formatName(preview.format()).isEmpty())
        facts << formatName(preview.format());
    if (preview.columns_size() > 0)
        facts << (preview.columns_size() == 1 ? Text::tr("1 column")
                                              : Text::tr("%1 columns").arg(preview.columns_size()));
    if (preview.events() > 0) {
        const QString first = day(preview.first_event());
        const QString last = day(preview.last_event());
        const QString range = first == last ? first : Text::tr("%1 – %2").arg(first, last);
        facts << (preview.is_whole_file()
                      ? Text::tr("%1 events, %2").arg(fullNumber(double(preview.events())), range)
                      : Text::tr("%1 in the first %2 lines").arg(range, fullNumber(double(preview.lines_read()))));
    }
    return facts.join(dot);
}

QString problemOf(const PreviewResponse &preview)
{
    if (preview.problem().empty())
        return {};
    QStringList missing;
    for (const ColumnRole role : {COLUMN_ROLE_EVENT, COLUMN_ROLE_TIME, COLUMN_ROLE_USER})
        if (preview.columns_size() > 0 && !has(preview, role))
            missing << partName(role);
    if (missing.isEmpty()) {
        static const QRegularExpression option(QStringLiteral("^--rename (.*)=(.*?): "));
        return text(preview.problem()).replace(option, Text::tr("“\\1” as “\\2”: ", "column, property"));
    }
    return Text::tr("No column is known to hold this: %1. Choose it at the right.").arg(missing.join(Text::tr(", ")));
}

double shareDone(const ImportProgress &progress)
{
    return progress.bytes_total() == 0 ? 0 : double(progress.bytes_read()) / double(progress.bytes_total());
}

QString progressText(const Importing &importing)
{
    const ImportProgress &progress = importing.progress;
    const double share = shareDone(progress);
    QStringList facts{Text::tr("%1 events").arg(fullNumber(double(progress.events()))),
                      withUnit(QString::number(int(share * 100)), QStringLiteral("%"))};
    const double elapsed = double(importing.since.elapsed());
    if (elapsed > msForARate && progress.events() > 0) {
        facts << Text::tr("%1 a second").arg(compactNumber(double(progress.events()) * 1000 / elapsed));
        const double left = share > 0 ? elapsed / 1000 * (1 - share) / share : 0;
        if (left >= 1)
            facts << Text::tr("%1 left").arg(withUnit(QString::number(int(left)), QStringLiteral("s")));
    }
    return facts.join(dot);
}

QString importedText(const ImportProgress &progress)
{
    const ImportSummary &summary = progress.summary();
    const QString bad = summary.bad_lines() == 0 ? Text::tr("every line was an event")
        : summary.bad_lines() == 1
        ? Text::tr("1 bad line was left out")
        : Text::tr("%1 bad lines were left out").arg(fullNumber(double(summary.bad_lines())));
    return Text::tr("%1 events are in %2; %3.").arg(fullNumber(double(summary.events())), text(summary.project()), bad);
}

QString importFailureText(const Failure &failure)
{
    QString said = text(failure.message);
    const bool isKnownFile = said.contains(QStringLiteral("--replace"));
    static const QRegularExpression option(QStringLiteral("[^.;:]*\\s--\\w[^.]*\\.?"));
    said = said.remove(option).trimmed();
    return isKnownFile ? said + u' ' + Text::tr("Tick “Start the project anew” to import it again.") : said;
}

QString projectNameProblem(const QString &name)
{
    static const QRegularExpression possible(QStringLiteral("^[A-Za-z0-9._-]{1,64}$"));
    if (name.isEmpty())
        return Text::tr("Give the project a name.");
    return possible.match(name).hasMatch() ? QString() : Text::tr("A name is 1 to 64 of A-Z a-z 0-9 . _ and -.");
}

QString projectNameFor(const QString &path)
{
    QString name = QFileInfo(path).fileName().section(u'.', 0, 0);
    static const QRegularExpression others(QStringLiteral("[^A-Za-z0-9._-]+"));
    name.replace(others, QStringLiteral("-"));
    return name.isEmpty() ? QStringLiteral("project") : name.left(longestName);
}
