// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/event_section.h"

#include "query/check.h"
#include "session/catalog.h"
#include "ui/builder/catalog_candidates.h"
#include "ui/builder/controls.h"
#include "ui/builder/event_place.h"
#include "ui/builder/event_row.h"
#include "ui/builder/field_hint.h"
#include "ui/builder/match_rows.h"
#include "ui/builder/row_layout.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using insights::v1::EventSelector;
using insights::v1::QuerySpec;

namespace {

constexpr int rowGap = 4;

}

EventSection::EventSection(const Theme &theme, DraftQuery &draft, Catalog &catalog, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_draft(draft)
    , m_catalog(catalog)
{
    createWidgets();
}

void EventSection::createWidgets()
{
    setObjectName("eventSection");
    m_title = sectionTitle(m_theme, {}, this);
    m_title->setObjectName("eventsTitle");
    m_hint = new FieldHint(m_theme, this);
    m_hint->setObjectName("eventsHint");
    m_add = addButton(m_theme, {}, this);
    m_add->setObjectName("addEvent");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(rowGap);
    layout->addWidget(m_title);
    m_list = new QVBoxLayout;
    m_list->setSpacing(rowGap);
    layout->addLayout(m_list);
    layout->addWidget(m_hint);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QToolButton::clicked, this, &EventSection::addEvent);
    showKind(m_kind);
}

EventRow *EventSection::createRow()
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
    connect(row, &EventRow::leftEmpty, this, &EventSection::dropSpare);
    connectDrag(row);
    return row;
}

void EventSection::connectDrag(EventRow *row)
{
    connect(row, &EventRow::dragStarted, this, [row] { row->setDragged(true); });
    connect(row, &EventRow::draggedTo, this, [this, row](int y) { dragTo(row, y); });
    connect(row, &EventRow::dragEnded, this, [this, row](bool drops) { endDrag(row, drops); });
}

void EventSection::showSpec(const QuerySpec &spec, const Violations &problems)
{
    if (kindOf(spec) != m_kind) {
        showKind(kindOf(spec));
        dropSpare();
    }
    matchRowsTo(spec);
    keepPlaces();
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const bool isNamed = i < named();
        m_rows[i]->setProblems(isNamed ? problemsOf(problems, m_kind, i) : Violations(),
                               isNamed ? stepNote(spec, i) : QString());
    }
    showHint();
}

void EventSection::showKind(QuestionKind kind)
{
    m_kind = kind;
    m_title->setText(kind == QuestionKind::Trend        ? tr("Events")
                         : kind == QuestionKind::Funnel ? tr("Steps")
                                                        : tr("Cohort and return"));
    m_add->setText(kind == QuestionKind::Funnel ? tr("Add step") : tr("Add event"));
    m_add->setAccessibleName(m_add->text());
}

// An empty question keeps a place to begin, a retention one for its return event.
bool EventSection::keepsPlace() const
{
    return named() == 0 || (m_kind == QuestionKind::Retention && named() == 1);
}

void EventSection::keepPlaces()
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

void EventSection::placeRows()
{
    const bool isColoured = !m_draft.spec().has_breakdown();
    for (int i = 0; i < int(m_rows.size()); ++i) {
        EventPlace place = eventPlace(m_kind, i, named());
        if (!isColoured)
            place.hue.reset();
        m_rows[i]->setPlace(place);
    }
}

void EventSection::showHint()
{
    const QString most = tr("A funnel has at most %1 steps.").arg(maximumFunnelSteps);
    if (m_kind != QuestionKind::Funnel || !isFull())
        m_hint->clearHint();
    else
        m_hint->say(most, named() > maximumFunnelSteps ? FieldHint::Tone::Bad : FieldHint::Tone::Neutral);
}

void EventSection::matchRowsTo(const QuerySpec &spec)
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

void EventSection::arrangeRowsNow()
{
    arrangeRows(*m_list, {m_rows.begin(), m_rows.end()});
    m_add->setVisible(!m_hasUnnamed && !isFull()); // else there is a place for one more already, or none
}

int EventSection::indexOf(const EventRow *row) const
{
    const auto found = std::find(m_rows.begin(), m_rows.end(), row);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

std::vector<EventSelector> EventSection::events() const
{
    std::vector<EventSelector> events;
    for (int i = 0; i < named(); ++i)
        events.push_back(m_rows[i]->event());
    return events;
}

void EventSection::putEvents(const std::vector<EventSelector> &events, const QString &what)
{
    QuerySpec spec = m_draft.spec();
    setEvents(spec, events);
    m_draft.editSpec(spec, what);
}

void EventSection::offerCatalog()
{
    for (EventRow *row : m_rows) {
        row->setEvents(eventCandidates(m_catalog));
        row->setProperties(propertyCandidates(m_catalog, PropertyOrder::ByCount));
    }
}

void EventSection::forgetPending()
{
    dropSpare();
    for (EventRow *row : m_rows)
        row->forgetPendingFilters();
}

void EventSection::addEvent()
{
    if (!m_hasUnnamed && !isFull()) {
        m_rows.push_back(createRow());
        m_hasUnnamed = true;
        placeRows();
        arrangeRowsNow();
    }
    m_rows.back()->startChoosing();
}

void EventSection::rename(EventRow *row, const QString &name)
{
    const bool isAdded = m_hasUnnamed && row == m_rows.back();
    EventSelector event = row->event();
    event.set_name(name.toStdString());
    if (isAdded)
        m_hasUnnamed = false; // the row becomes that of the new event
    row->setEvent(event);
    putEvents(events(), isAdded ? tr("Add event") : tr("Change event"));
}

void EventSection::setFilters(const EventRow *row, const Filters &filters, const QString &what)
{
    std::vector<EventSelector> edited = events();
    const int index = indexOf(row);
    if (index < 0 || index >= named())
        return;
    edited[index].mutable_filters()->Assign(filters.begin(), filters.end());
    putEvents(edited, what);
}

void EventSection::duplicate(const EventRow *row)
{
    std::vector<EventSelector> edited = events();
    const int index = indexOf(row);
    edited.insert(edited.begin() + index + 1, row->event());
    putEvents(edited, tr("Duplicate event"));
    m_rows[index + 1]->focusName();
}

void EventSection::move(EventRow *row, int by)
{
    const int from = indexOf(row);
    const int to = from + by;
    if (from >= named() || to < 0 || to >= named())
        return;
    std::swap(m_rows[from], m_rows[to]);
    putEvents(events(), tr("Move event"));
}

void EventSection::remove(EventRow *row)
{
    const int index = indexOf(row);
    std::vector<EventSelector> edited = events();
    edited.erase(edited.begin() + index);
    m_rows.erase(m_rows.begin() + index);
    dropRow(row);
    putEvents(edited, tr("Remove event"));
    if (!m_rows.empty())
        m_rows[std::min(index, int(m_rows.size()) - 1)]->focusName();
}

void EventSection::dropSpare()
{
    if (keepsPlace())
        return;
    dropUnnamed();
    arrangeRowsNow();
}

void EventSection::dropUnnamed()
{
    if (!std::exchange(m_hasUnnamed, false))
        return;
    EventRow *row = m_rows.back();
    m_rows.pop_back();
    dropRow(row);
}

void EventSection::dragTo(EventRow *row, int y)
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

void EventSection::endDrag(EventRow *row, bool drops)
{
    row->setDragged(false);
    if (drops)
        putEvents(events(), tr("Move event"));
    else
        showSpec(m_draft.spec(), check(m_draft.spec()));
}
