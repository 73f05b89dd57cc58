// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/filter_terms.h"

#include "query/check.h"

#include <algorithm>

using namespace insights::v1;

namespace {

const std::vector<Operator> textOperators{OPERATOR_EQUALS, OPERATOR_NOT_EQUALS, OPERATOR_IN,
                                          OPERATOR_NOT_IN, OPERATOR_CONTAINS,   OPERATOR_NOT_CONTAINS,
                                          OPERATOR_IS_SET, OPERATOR_IS_NOT_SET};
const std::vector<Operator> numberOperators{
    OPERATOR_EQUALS,  OPERATOR_NOT_EQUALS,  OPERATOR_GT, OPERATOR_GTE,    OPERATOR_LT,     OPERATOR_LTE,
    OPERATOR_BETWEEN, OPERATOR_NOT_BETWEEN, OPERATOR_IN, OPERATOR_NOT_IN, OPERATOR_IS_SET, OPERATOR_IS_NOT_SET};
const std::vector<Operator> choiceOperators{OPERATOR_EQUALS, OPERATOR_NOT_EQUALS, OPERATOR_IS_SET, OPERATOR_IS_NOT_SET};

const std::vector<Operator> &fittingOperators(catalog::v1::PropertyType type)
{
    switch (type) {
    case catalog::v1::PROPERTY_TYPE_NUMBER: return numberOperators;
    case catalog::v1::PROPERTY_TYPE_BOOLEAN: return choiceOperators;
    default: return textOperators;
    }
}

// "is" grows to "is any of"; what is already a list or single by nature stays.
Operator operatorOfSeveral(Operator op)
{
    if (op == OPERATOR_EQUALS)
        return OPERATOR_IN;
    return op == OPERATOR_NOT_EQUALS ? OPERATOR_NOT_IN : op;
}

bool isNumberText(const QString &value)
{
    return isNumber(value.toStdString());
}

// The values that mean something to the operator too.
QStringList carriedOver(const QStringList &values, Operator op)
{
    QStringList kept = values;
    if (needsNumber(op) || needsRange(op)) {
        const auto isText = [](const QString &value) { return !isNumberText(value); };
        kept.erase(std::remove_if(kept.begin(), kept.end(), isText), kept.end());
    }
    if (needsRange(op) && kept.size() >= 2) {
        const auto less = [](const QString &a, const QString &b) { return a.toDouble() < b.toDouble(); };
        std::sort(kept.begin(), kept.end(), less);
        kept = {kept.constFirst(), kept.constLast()};
    }
    return kept;
}

} // namespace

OperatorChoice operatorsFor(catalog::v1::PropertyType type)
{
    OperatorChoice choice{fittingOperators(type), {}};
    for (const auto &list : {textOperators, numberOperators}) {
        for (const Operator op : list) {
            const auto isListed = [op](const auto &ops) { return std::find(ops.begin(), ops.end(), op) != ops.end(); };
            if (!isListed(choice.fitting) && !isListed(choice.others))
                choice.others.push_back(op);
        }
    }
    return choice;
}

ValueShape shapeOf(Operator op)
{
    if (needsNoValue(op))
        return ValueShape::None;
    if (needsRange(op))
        return ValueShape::Range;
    const bool growsToList = op == OPERATOR_EQUALS || op == OPERATOR_NOT_EQUALS;
    return needsList(op) || growsToList ? ValueShape::Many : ValueShape::One;
}

QStringList valuesOf(const PropertyFilter &filter)
{
    QStringList values;
    for (const std::string &value : filter.values())
        values.append(QString::fromStdString(value));
    if (values.isEmpty() && !filter.value().empty())
        values.append(QString::fromStdString(filter.value()));
    return values;
}

PropertyFilter withValues(PropertyFilter filter, const QStringList &values)
{
    filter.clear_value();
    filter.clear_values();
    if (values.size() > 1)
        filter.set_operator_(operatorOfSeveral(filter.operator_()));
    const Operator op = filter.operator_();
    if (needsNoValue(op))
        return filter;
    if (!needsList(op) && !needsRange(op)) {
        filter.set_value(values.isEmpty() ? std::string() : values.constFirst().toStdString());
        return filter;
    }
    for (const QString &value : values)
        filter.add_values(value.toStdString());
    return filter;
}

PropertyFilter withOperator(PropertyFilter filter, Operator op)
{
    const QStringList values = carriedOver(valuesOf(filter), op);
    filter.set_operator_(op);
    // "is" holds one; withValues() would answer several with "is any of" again.
    const bool holdsOne = !needsList(op) && !needsRange(op);
    return withValues(std::move(filter), holdsOne ? values.mid(0, 1) : values);
}

Violations problemsOf(const PropertyFilter &filter)
{
    QuerySpec probe;
    probe.add_events()->set_name("any");
    *probe.add_filters() = filter;
    const std::string place = "query.filters[0]";
    Violations problems;
    for (Violation &violation : check(probe)) {
        if (!violation.field.starts_with(place))
            continue;
        const std::size_t rest = std::min(violation.field.size(), place.size() + 1);
        problems.push_back({violation.field.substr(rest), std::move(violation.description)});
    }
    return problems;
}
