// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catalog/v1/catalog.pb.h>
#include <insights/v1/insights.pb.h>

#include "query/violation.h"

#include <google/protobuf/util/message_differencer.h>

#include <QStringList>

#include <vector>

// What the form knows of a filter: which operators suit it, and how its values change with the operator.

using Filters = std::vector<insights::v1::PropertyFilter>;

template <class Message>
bool sameMessage(const Message &a, const Message &b)
{
    return google::protobuf::util::MessageDifferencer::Equals(a, b);
}

struct OperatorChoice
{
    std::vector<insights::v1::Operator> fitting; // for the type of the property
    std::vector<insights::v1::Operator> others;
};
OperatorChoice operatorsFor(catalog::v1::PropertyType type);

// How many values the operator takes: none, one, any number, or two numbers.
enum class ValueShape { None, One, Many, Range };
ValueShape shapeOf(insights::v1::Operator op);

// The values as they are shown, whichever field they stand in.
QStringList valuesOf(const insights::v1::PropertyFilter &filter);
// A second value makes "is" into "is any of". Values that the operator cannot hold are left out.
insights::v1::PropertyFilter withValues(insights::v1::PropertyFilter filter, const QStringList &values);
// Keeps what carries over: one value of several, both bounds where they are numbers.
insights::v1::PropertyFilter withOperator(insights::v1::PropertyFilter filter, insights::v1::Operator op);

// What check() says of the filter; paths start at the filter, as in "value".
Violations problemsOf(const insights::v1::PropertyFilter &filter);
