// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <google/protobuf/util/json_util.h>

#include "query/spec_json.h"
#include "tests/support/worked_examples.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>

using namespace insights::v1;

namespace {

std::string json(const QJsonValue &object)
{
    return QJsonDocument(object.toObject()).toJson().toStdString();
}

} // namespace

QJsonArray workedExamples(const QString &family)
{
    QFile file(QStringLiteral(TEST_DATA "/cases/%1.json").arg(family));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.fileName() + ": " + file.errorString()));
    return QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("cases")).toArray();
}

Calendar calendarOf(const QJsonObject &example)
{
    const auto zone = example.value(QStringLiteral("projectTimezone")).toString(QStringLiteral("UTC"));
    return Calendar::of(zone.toStdString(),
                        weekStartOf(example.value(QStringLiteral("weekStart")).toString().toStdString()))
        .value();
}

QuerySpec specOf(const QJsonObject &example)
{
    return std::get<QuerySpec>(readSpecJson(json(example[QStringLiteral("query")]), calendarOf(example)));
}

QueryResponse expectedOf(const QJsonObject &example, const QuerySpec &spec)
{
    QueryResponse expected;
    const auto status = google::protobuf::util::JsonStringToMessage(json(example[QStringLiteral("expect")]), &expected);
    if (!status.ok())
        qFatal("%s", status.ToString().c_str());
    for (SeriesPoint &point : *expected.mutable_series()) {
        if (point.event().empty())
            point.set_event(spec.events(0).name());
        for (int i = 0; i < spec.events_size(); ++i)
            if (spec.events(i).name() == point.event())
                point.set_event_index(i);
        point.set_is_others(point.breakdown() == "$others");
    }
    return expected;
}

Facts sortedNumbersOf(const QueryResponse &answer)
{
    Facts facts = numbersOf(answer);
    std::stable_sort(facts.begin(), facts.end(), [](const Fact &a, const Fact &b) { return a.place < b.place; });
    return facts;
}
