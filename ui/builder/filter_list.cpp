// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/filter_list.h"

#include "ui/builder/filter_row.h"
#include "ui/builder/match_rows.h"
#include "ui/builder/row_layout.h"
#include "ui/builder/violations_under.h"

#include <QVBoxLayout>

#include <algorithm>

using insights::v1::PropertyFilter;

namespace {

constexpr int rowGap = 4;

bool sameFilters(const Filters &a, const Filters &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), sameMessage<PropertyFilter>);
}

auto occurrences(const Filters &filters, const PropertyFilter &filter)
{
    return std::count_if(filters.begin(), filters.end(),
                         [&](const PropertyFilter &one) { return sameMessage(one, filter); });
}

} // namespace

FilterList::FilterList(const Theme &theme, Catalog &catalog, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_catalog(catalog)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(rowGap);
    hide();
}

Filters FilterList::complete() const
{
    Filters filters;
    for (const Entry &entry : m_entries) {
        if (!entry.isPending)
            filters.push_back(entry.row->filter());
    }
    return filters;
}

FilterRow *FilterList::createRow()
{
    auto *row = new FilterRow(m_theme, m_catalog, this);
    row->setPlain(m_isPlain);
    row->setEvent(m_event);
    row->setProperties(m_properties);
    connect(row, &FilterRow::edited, this,
            [this, row](const PropertyFilter &, const PropertyFilter &before) { takeEdit(row, before); });
    connect(row, &FilterRow::removeRequested, this, [this, row] { remove(row); });
    connect(row, &FilterRow::leftEmpty, this, [this, row] { remove(row); });
    return row;
}

void FilterList::showFilters(const Filters &filters)
{
    if (sameFilters(complete(), filters))
        return;
    restoreReturned(filters);
    matchComplete(filters);
    arrangeEntries();
}

void FilterList::restoreReturned(const Filters &filters)
{
    for (Entry &entry : m_entries) {
        if (!entry.origin || occurrences(filters, *entry.origin) <= occurrences(complete(), *entry.origin))
            continue;
        entry.row->setFilter(*entry.origin);
        entry.isPending = false;
        entry.origin.reset();
    }
}

void FilterList::matchComplete(const Filters &filters)
{
    std::vector<Entry> shown;
    std::vector<std::pair<std::size_t, Entry>> pending; // with their places
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].isPending)
            pending.emplace_back(i, m_entries[i]);
        else
            shown.push_back(m_entries[i]);
    }
    const std::vector<int> matches = matchRows(complete(), filters, sameMessage<PropertyFilter>);
    m_entries.clear();
    for (std::size_t i = 0; i < filters.size(); ++i) {
        FilterRow *row = matches[i] >= 0 ? shown[matches[i]].row : createRow();
        if (!sameMessage(row->filter(), filters[i]))
            row->setFilter(filters[i]);
        m_entries.push_back({row, false, {}});
    }
    for (const Entry &entry : shown) {
        if (!entryOf(entry.row))
            dropRow(entry.row);
    }
    for (auto &[place, entry] : pending)
        m_entries.insert(m_entries.begin() + long(std::min(place, m_entries.size())), entry);
}

void FilterList::setProblems(const Violations &problems)
{
    int index = 0; // in the question
    for (const Entry &entry : m_entries) {
        if (entry.isPending)
            entry.row->setProblems(problemsOf(entry.row->filter()), true);
        else
            entry.row->setProblems(violationsUnder(problems, "[" + std::to_string(index++) + "]"), false);
    }
}

void FilterList::setEvent(const std::string &event)
{
    m_event = event;
    for (const Entry &entry : m_entries)
        entry.row->setEvent(event);
}

void FilterList::setProperties(const std::vector<Candidate> &properties)
{
    m_properties = properties;
    for (const Entry &entry : m_entries)
        entry.row->setProperties(properties);
}

void FilterList::addRow()
{
    FilterRow *row = createRow();
    m_entries.push_back({row, true, {}});
    arrangeEntries();
    row->startChoosing();
}

void FilterList::forgetPending()
{
    const auto firstPending = std::stable_partition(m_entries.begin(), m_entries.end(),
                                                    [](const Entry &entry) { return !entry.isPending; });
    const std::vector<Entry> forgotten(firstPending, m_entries.end());
    m_entries.erase(firstPending, m_entries.end());
    for (const Entry &entry : forgotten)
        dropRow(entry.row);
    arrangeEntries();
}

FilterList::Entry *FilterList::entryOf(const FilterRow *row)
{
    const auto isRow = [row](const Entry &entry) { return entry.row == row; };
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), isRow);
    return found == m_entries.end() ? nullptr : &*found;
}

void FilterList::takeEdit(FilterRow *row, const PropertyFilter &before)
{
    Entry &entry = *entryOf(row);
    const bool wasPending = entry.isPending;
    const Violations problems = problemsOf(row->filter());
    entry.isPending = !problems.empty();
    row->setProblems(problems, entry.isPending);
    if (entry.isPending && !wasPending)
        entry.origin = before;
    else if (!entry.isPending)
        entry.origin.reset();
    if (!entry.isPending || !wasPending)
        Q_EMIT edited(complete(), wasPending ? tr("Add filter") : tr("Change filter"));
    Q_EMIT rowsChanged();
}

void FilterList::remove(FilterRow *row)
{
    const Entry *entry = entryOf(row);
    if (!entry)
        return; // it is on its way out already
    const bool wasPending = entry->isPending;
    std::erase_if(m_entries, [row](const Entry &one) { return one.row == row; });
    dropRow(row);
    arrangeEntries();
    if (!wasPending)
        Q_EMIT edited(complete(), tr("Remove filter"));
}

void FilterList::arrangeEntries()
{
    std::vector<QWidget *> rows;
    for (const Entry &entry : m_entries)
        rows.push_back(entry.row);
    arrangeRows(*m_rows, rows);
    setVisible(!m_entries.empty());
    Q_EMIT rowsChanged();
}
