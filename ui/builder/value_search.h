// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/catalog.h"
#include "ui/builder/fuzzy.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

class CompletionField;

// Offers the values of a property in a field. A question to the catalog waits until typing pauses, and the one before
// it is let go of.
class ValueSearch : public QObject
{
    Q_OBJECT
public:
    ValueSearch(Catalog &catalog, CompletionField &field); // owned by the field

    // `event` empty means all events.
    void setScope(const std::string &property, const std::string &event);
    void leaveOut(const QStringList &values); // those that are chosen already

private:
    void ask();
    void offer();

    Catalog &m_catalog;
    CompletionField &m_field;
    std::string m_property;
    std::string m_event;
    QString m_prefix;
    std::vector<Candidate> m_found;
    QStringList m_leftOut;
    QTimer m_pause;
    PendingCallPtr m_call;
};
