// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/overlapping_steps.h"

#include <QTest>

using namespace insights::v1;

namespace {

// "view plan=pro", "view plan=pro,team", "view plan!=pro": an event with at most one filter.
EventSelector selectorOf(const QString &text)
{
    EventSelector selector;
    selector.set_name(text.section(u' ', 0, 0).toStdString());
    const QString condition = text.section(u' ', 1);
    if (condition.isEmpty())
        return selector;
    PropertyFilter &filter = *selector.add_filters();
    const bool isNegated = condition.contains(QLatin1String("!="));
    filter.set_property(condition.section(isNegated ? QStringLiteral("!=") : QStringLiteral("="), 0, 0).toStdString());
    const QStringList values = condition.section(u'=', 1).split(u',');
    if (values.size() > 1) {
        filter.set_operator_(isNegated ? OPERATOR_NOT_IN : OPERATOR_IN);
        for (const QString &value : values)
            filter.add_values(value.toStdString());
    } else {
        filter.set_operator_(isNegated ? OPERATOR_NOT_EQUALS : OPERATOR_EQUALS);
        filter.set_value(values.front().toStdString());
    }
    return selector;
}

} // namespace

class OverlappingStepsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stepsThatOneEventCanBeAreFound_data()
    {
        QTest::addColumn<QStringList>("steps");
        QTest::addColumn<QString>("found"); // from 0
        const auto row = [](const char *name, const QStringList &steps, const char *found) {
            QTest::addRow("%s", name) << steps << found;
        };
        row("none", {}, "");
        row("different events", {"view", "buy"}, "");
        row("names differ in case", {"view", "View"}, "");
        row("the same event", {"view", "view"}, "0 1");
        row("with another between", {"view", "buy", "view"}, "0 2");
        row("two pairs", {"buy", "view", "view", "buy"}, "0 3|1 2");
        row("filtered and not", {"view", "view plan=pro"}, "0 1");
        row("one value or another", {"view plan=pro", "view plan=free"}, "");
        row("the same value", {"view plan=pro", "view plan=pro"}, "0 1");
        row("other properties", {"view plan=pro", "view country=CH"}, "0 1");
        row("lists without a common value", {"view plan=pro,team", "view plan=free,trial"}, "");
        row("lists with one", {"view plan=pro,team", "view plan=free,team"}, "0 1");
        row("a value of the list", {"view plan=pro,team", "view plan=pro"}, "0 1");
        row("a value that is not in the list", {"view plan=pro,team", "view plan=free"}, "");
        row("what is not so may be anything", {"view plan=pro", "view plan!=free"}, "0 1");
        row("a third that fits both", {"view plan=pro", "view plan=free", "view"}, "0 1 2");
    }

    void stepsThatOneEventCanBeAreFound()
    {
        QFETCH(const QStringList, steps);
        QFETCH(const QString, found);
        QuerySpec spec;
        for (const QString &step : steps)
            *spec.add_events() = selectorOf(step);
        QStringList groups;
        for (const auto &group : overlappingSteps(spec)) {
            QStringList places;
            for (const int place : group)
                places << QString::number(place);
            groups << places.join(u' ');
        }
        QCOMPARE(groups.join(u'|'), found);
    }
};

QTEST_GUILESS_MAIN(OverlappingStepsTest)
#include "overlapping_steps_test.moc"
