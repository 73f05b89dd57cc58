// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "client/insights_client.h"

#include <QObject>

#include <optional>
#include <vector>

class QueryController;

// What an offer's number counts.
enum class OfferUnit { Events, Users };
OfferUnit offerUnit(const insights::v1::QuerySpec &spec);

// The question of how much there is without one filter of `spec`, or with `filter` past the last without any.
insights::v1::QuerySpec withoutFilter(const insights::v1::QuerySpec &spec, int filter);

// Counts what a question that found nothing would hold without one or another of its filters. Asks beside everything
// else, one at a time, so that the next question of the analyst finds the service free.
class FilterOffers : public QObject
{
    Q_OBJECT
public:
    // More offers than these are left uncounted: each reads as much as the question.
    static constexpr int mostOffers = 8;

    explicit FilterOffers(const QueryController &controller, QObject *parent = nullptr);

    void ask(const insights::v1::QuerySpec &spec); // forgets the question before
    void clear(); // abandons what is under way; nothing is said after that
    static bool isCounted(const insights::v1::QuerySpec &spec, int filter);

Q_SIGNALS:
    void counted(int filter, std::optional<double> count); // nothing: it could not be counted

private:
    void askNext();

    const QueryController &m_controller;
    insights::v1::QuerySpec m_spec;
    int m_next = 0;
    PendingCallPtr m_call;
};
