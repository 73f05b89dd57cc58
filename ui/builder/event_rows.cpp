// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/event_rows.h"

#include "session/catalog.h"
#include "ui/builder/catalog_candidates.h"
#include "ui/builder/event_place.h"
#include "ui/builder/event_row.h"
#include "ui/builder/match_rows.h"
#include "ui/builder/row_layout.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using insights::v1::EventSelector;
using insights::v1::QuerySpec;

namespace {

constexpr int rowGap = 4;

}

EventRows::EventRows(const Theme &theme, Catalog &catalog, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_catalog(catalog)
    , m_list(new QVBoxLayout(this))
{
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(rowGap);
}

EventRow *EventRows::createRow()
{
    auto *row = new EventRow(m_theme, m_catalog, this);
    row->setEvents(eventCandidates(m_catalog));
    row->setProperties(propertyCandidates(m_catalog, PropertyOrder::ByCount));
    connect(row, &EventRow::renamed, this, [this, row](const QString &name) { rename(row, name); });
    connect(row, &EventRow::filtersEdited, this,
            [this, row](const Filters &filters, const QString &what) { setFilters(row, filters, what); });
    connect(row, &EventRow::duplicateRequested, this, [this, row] { duplicate(row); });
    connect(row, &EventRow::moveRequested, this, [this, row](int by) { move(row, by); });
    connect(row, &EventRow::removeRequested, this, [this, row] { remove(row); });
    connect(row, &EventRow::leftEmpty, this, &EventRows::dropSpare);
    connectDrag(row);
    return row;
}

void EventRows::connectDrag(EventRow *row)
{
    connect(row, &EventRow::dragStarted, this, [row] { row->setDragged(true); });
    connect(row, &EventRow::draggedTo, this, [this, row](int y) { dragTo(row, y); });
    connect(row, &EventRow::dragEnded, this, [this, row](bool drops) { endDrag(row, drops); });
}

void EventRows::showSpec(const QuerySpec &spec, const Violations &problems)
{
    const bool isOtherKind = std::exchange(m_kind, kindOf(spec)) != kindOf(spec);
    if (isOtherKind)
        dropSpare();
    m_isColoured = !spec.has_breakdown();
    matchRowsTo(spec);
    keepPlaces();
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const bool isNamed = i < named();
        m_rows[i]->setProblems(isNamed ? problemsOf(problems, m_kind, i) : Violations(),
                               isNamed ? stepNote(spec, i) : QString());
    }
}

// An empty question keeps a place to begin, a retention one for its return event.
bool EventRows::keepsPlace() const
{
    return named() == 0 || (m_kind == QuestionKind::Retention && named() == 1);
}

void EventRows::keepPlaces()
{
    if (keepsPlace() && !m_hasUnnamed) {
        m_rows.push_back(createRow());
        m_hasUnnamed = true;
    } else if (isFull()) {
        dropUnnamed();
    }
    placeRows();
    arrangeRowsNow();
}

void EventRows::placeRows()
{
    for (int i = 0; i < int(m_rows.size()); ++i) {
        EventPlace place = eventPlace(m_kind, i, named());
        if (!m_isColoured)
            place.hue.reset();
        m_rows[i]->setPlace(place);
    }
}

void EventRows::matchRowsTo(const QuerySpec &spec)
{
    const std::vector<EventSelector> wanted = eventsOf(spec);
    EventRow *unnamed = m_hasUnnamed ? m_rows.back() : nullptr;
    // The first event takes the place that was kept for it.
    const bool fillsPlace = unnamed && named() == 0 && !wanted.empty();
    if (fillsPlace)
        m_hasUnnamed = false;
    const std::vector<EventRow *> shown(m_rows.begin(), m_rows.begin() + named());
    const auto matches = matchRows(events(), wanted, sameMessage<EventSelector>);
    m_rows.clear();
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        m_rows.push_back(matches[i] >= 0 ? shown[matches[i]] : createRow());
        m_rows.back()->setEvent(wanted[i]);
    }
    if (m_hasUnnamed)
        m_rows.push_back(unnamed);
    for (EventRow *row : shown) {
        if (indexOf(row) < 0)
            dropRow(row);
    }
}

void EventRows::arrangeRowsNow()
{
    arrangeRows(*m_list, {m_rows.begin(), m_rows.end()});
    Q_EMIT placesChanged();
}

int EventRows::indexOf(const EventRow *row) const
{
    const auto found = std::find(m_rows.begin(), m_rows.end(), row);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

std::vector<EventSelector> EventRows::events() const
{
    std::vector<EventSelector> events;
    for (int i = 0; i < named(); ++i)
        events.push_back(m_rows[i]->event());
    return events;
}

void EventRows::offerCatalog()
{
    for (EventRow *row : m_rows) {
        row->setEvents(eventCandidates(m_catalog));
        row->setProperties(propertyCandidates(m_catalog, PropertyOrder::ByCount));
    }
}

void EventRows::forgetPending()
{
    dropSpare();
    for (EventRow *row : m_rows)
        row->forgetPendingFilters();
}

void EventRows::addRow()
{
    if (!m_hasUnnamed && !isFull()) {
        m_rows.push_back(createRow());
        m_hasUnnamed = true;
        placeRows();
        arrangeRowsNow();
    }
    m_rows.back()->startChoosing();
}

void EventRows::rename(EventRow *row, const QString &name)
{
    const bool isAdded = m_hasUnnamed && row == m_rows.back();
    EventSelector event = row->event();
    event.set_name(name.toStdString());
    if (isAdded)
        m_hasUnnamed = false; // the row becomes that of the new event
    row->setEvent(event);
    Q_EMIT edited(events(), isAdded ? tr("Add event") : tr("Change event"));
}

void EventRows::setFilters(const EventRow *row, const Filters &filters, const QString &what)
{
    std::vector<EventSelector> now = events();
    const int index = indexOf(row);
    if (index < 0 || index >= named())
        return;
    now[index].mutable_filters()->Assign(filters.begin(), filters.end());
    Q_EMIT edited(now, what);
}

void EventRows::duplicate(const EventRow *row)
{
    std::vector<EventSelector> now = events();
    const int index = indexOf(row);
    now.insert(now.begin() + index + 1, row->event());
    Q_EMIT edited(now, tr("Duplicate event"));
    m_rows[index + 1]->focusName();
}

void EventRows::move(EventRow *row, int by)
{
    const int from = indexOf(row);
    const int to = from + by;
    if (from >= named() || to < 0 || to >= named())
        return;
    std::swap(m_rows[from], m_rows[to]);
    Q_EMIT edited(events(), tr("Move event"));
}

void EventRows::remove(EventRow *row)
{
    const int index = indexOf(row);
    std::vector<EventSelector> now = events();
    now.erase(now.begin() + index);
    m_rows.erase(m_rows.begin() + index);
    dropRow(row);
    Q_EMIT edited(now, tr("Remove event"));
    if (!m_rows.empty())
        m_rows[std::min(index, int(m_rows.size()) - 1)]->focusName();
}

void EventRows::dropSpare()
{
    if (keepsPlace())
        return;
    dropUnnamed();
    arrangeRowsNow();
}

void EventRows::dropUnnamed()
{
    if (!std::exchange(m_hasUnnamed, false))
        return;
    EventRow *row = m_rows.back();
    m_rows.pop_back();
    dropRow(row);
}

void EventRows::dragTo(EventRow *row, int y)
{
    const int from = indexOf(row);
    const auto centreOf = [this](int index) {
        const EventRow &other = *m_rows[index];
        return other.mapToGlobal(QPoint(0, other.height() / 2)).y();
    };
    int to = from;
    while (to > 0 && y < centreOf(to - 1))
        --to;
    while (to + 1 < named() && y > centreOf(to + 1))
        ++to;
    if (to == from)
        return;
    m_rows.erase(m_rows.begin() + from);
    m_rows.insert(m_rows.begin() + to, row);
    placeRows();
    arrangeRowsNow();
}

void EventRows::endDrag(EventRow *row, bool drops)
{
    row->setDragged(false);
    if (drops)
        Q_EMIT edited(events(), tr("Move event"));
    else
        Q_EMIT dragAbandoned();
}
