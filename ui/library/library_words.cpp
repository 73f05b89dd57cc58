// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_words.h"

#include "session/question_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <QTextDocument>

using namespace insights::v1;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Library)
};

QString tipOf(QStringList lines)
{
    lines.removeAll(QString());
    return Qt::convertFromPlainText(lines.join(u'\n'));
}

QString dayText(const QDateTime &at, const QDateTime &now)
{
    const bool isThisYear = at.date().year() == now.date().year();
    return QLocale().toString(at.date(), isThisYear ? Text::tr("d MMM") : Text::tr("d MMM yyyy"));
}

} // namespace

QString questionIcon(const QuerySpec &spec)
{
    switch (spec.visualization()) {
    case VISUALIZATION_FUNNEL: return QStringLiteral("funnel");
    case VISUALIZATION_RETENTION: return QStringLiteral("retention");
    case VISUALIZATION_TABLE: return QStringLiteral("table");
    case VISUALIZATION_KPI: return QStringLiteral("kpi");
    case VISUALIZATION_BAR: return QStringLiteral("bar");
    case VISUALIZATION_AREA: return QStringLiteral("area");
    default: return QStringLiteral("line");
    }
}

QString parentFolder(const QString &folder)
{
    return folder.section(u'/', 0, -2);
}

QString shortMoment(const QDateTime &at, const QDateTime &now)
{
    const QDateTime local = at.toLocalTime();
    const qint64 days = local.daysTo(now);
    if (days == 0)
        return local.time().toString(QStringLiteral("HH:mm"));
    return days > 0 && days < 7 ? QLocale().toString(local.date(), QStringLiteral("ddd")) : dayText(local, now);
}

QString longMoment(const QDateTime &at, const QDateTime &now)
{
    const QDateTime local = at.toLocalTime();
    const qint64 days = local.daysTo(now);
    const QString time = local.time().toString(QStringLiteral("HH:mm"));
    if (days == 0)
        return Text::tr("Today %1").arg(time);
    if (days == 1)
        return Text::tr("Yesterday %1").arg(time);
    return days > 1 && days < 7 ? QLocale().toString(local.date(), Text::tr("ddd d MMM")) : dayText(local, now);
}

QString itemToolTip(const LibraryItem &item)
{
    QStringList lines{item.name};
    if (const explorer::v1::Question *question = questionIn(item))
        lines << plainText(questionWords(question->query()));
    lines << item.note << QString::fromStdString(item.project);
    return tipOf(lines);
}

QString entryToolTip(const HistoryEntry &entry)
{
    return tipOf({entry.words, entry.headline, QString::fromStdString(entry.project),
                  longMoment(entry.askedAt, QDateTime::currentDateTime())});
}
