// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/value_search.h"

#include "ui/builder/completion_field.h"

namespace {

constexpr int pauseMs = 120;
constexpr int mostValues = 100;

std::vector<Candidate> candidatesOf(const catalog::v1::ListPropertyValuesResponse &response)
{
    std::vector<Candidate> candidates;
    for (const catalog::v1::PropertyValue &value : response.values()) {
        if (!value.value().empty())
            candidates.push_back({QString::fromStdString(value.value()), value.count(), {}, 0});
    }
    return candidates;
}

} // namespace

ValueSearch::ValueSearch(Catalog &catalog, CompletionField &field)
    : QObject(&field)
    , m_catalog(catalog)
    , m_field(field)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ValueSearch::ask);
    connect(&field, &CompletionField::listOpened, this, [this] {
        m_prefix.clear();
        m_pause.start(0);
    });
    connect(&field, &CompletionField::searchChanged, this, [this](const QString &typed) {
        m_prefix = typed;
        m_pause.start(pauseMs);
    });
}

void ValueSearch::setScope(const std::string &property, const std::string &event)
{
    if (property == m_property && event == m_event)
        return;
    m_property = property;
    m_event = event;
    m_pause.stop();
    m_call.reset();
    m_found.clear();
    m_field.setCandidates({});
    m_field.setListNote({});
}

void ValueSearch::leaveOut(const QStringList &values)
{
    m_leftOut = values;
    offer();
}

void ValueSearch::offer()
{
    std::vector<Candidate> offered = m_found;
    std::erase_if(offered, [this](const Candidate &candidate) { return m_leftOut.contains(candidate.name); });
    m_field.setCandidates(std::move(offered));
}

void ValueSearch::ask()
{
    if (m_property.empty())
        return;
    catalog::v1::ListPropertyValuesRequest request;
    request.set_property(m_property);
    request.set_event(m_event);
    request.set_prefix(m_prefix.toStdString());
    request.set_limit(mostValues);
    if (m_found.empty())
        m_field.setListNote(tr("Looking for values…"));
    m_call = m_catalog.values(request, [this](Outcome<catalog::v1::ListPropertyValuesResponse> outcome) {
        const auto *response = std::get_if<catalog::v1::ListPropertyValuesResponse>(&outcome);
        if (response)
            m_found = candidatesOf(*response);
        offer();
        const bool isEmpty = m_found.empty();
        const QString nothing = response ? tr("No value seen. Any can be typed.")
                                         : tr("The values could not be listed. Any can be typed.");
        m_field.setListNote(isEmpty || !response ? nothing : QString());
    });
}
