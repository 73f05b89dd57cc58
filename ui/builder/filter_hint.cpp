// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/filter_hint.h"

#include "query/check.h"
#include "ui/builder/filter_terms.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FilterRow)
};

QString firstNoNumber(const QStringList &values)
{
    const auto found = std::find_if(values.begin(), values.end(), [](const QString &value) {
        return !value.isEmpty() && !isNumber(value.toStdString());
    });
    return found == values.end() ? QString() : *found;
}

} // namespace

FilterHint filterHint(const insights::v1::PropertyFilter &filter, const Violations &problems)
{
    if (problems.empty() || filter.property().empty())
        return {};
    if (problems.front().field == "operator")
        return {Text::tr("Choose how to compare."), false};
    const QStringList values = valuesOf(filter);
    const bool wantsNumbers = needsNumber(filter.operator_()) || needsRange(filter.operator_());
    const QString noNumber = wantsNumbers ? firstNoNumber(values) : QString();
    if (!noNumber.isEmpty())
        return {Text::tr("“%1” is not a number. Write it as in 24.5.").arg(noNumber), true};
    if (needsRange(filter.operator_())) {
        const bool hasBoth = values.size() == 2 && !values.contains(QString());
        if (hasBoth)
            return {Text::tr("The lower number comes first."), true};
        return {Text::tr("Waits for two numbers; the question runs without it."), false};
    }
    const bool hasValue = !values.isEmpty();
    if (!hasValue)
        return {Text::tr("Waits for a value; the question runs without it."), false};
    return {QString::fromStdString(problems.front().description), true};
}
