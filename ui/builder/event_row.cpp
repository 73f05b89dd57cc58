// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/event_row.h"

#include "session/catalog.h"
#include "ui/builder/completion_field.h"
#include "ui/builder/controls.h"
#include "ui/builder/drag_grip.h"
#include "ui/builder/field_hint.h"
#include "ui/builder/filter_list.h"
#include "ui/builder/letter_badge.h"
#include "ui/builder/row_frame.h"
#include "ui/builder/violations_under.h"
#include "ui/text/number_text.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

using insights::v1::EventSelector;

namespace {

constexpr int rowHeight = 32;
constexpr int filterIndent = 44; // so that a filter's text stands under the event's name
constexpr int filterIndentAlone = 24; // without the grip
constexpr QKeyCombination moveUpKeys = Qt::ALT | Qt::Key_Up;
constexpr QKeyCombination moveDownKeys = Qt::ALT | Qt::Key_Down;
constexpr QKeyCombination duplicateKeys = Qt::CTRL | Qt::Key_D;

} // namespace

EventRow::EventRow(const Theme &theme, Catalog &catalog, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_catalog(catalog)
{
    createWidgets();
    arrange();
    connectSignals();
    setEvent({});
}

void EventRow::createWidgets()
{
    setObjectName("eventRow");
    m_caption = new QLabel(this);
    m_caption->setObjectName("eventCaption");
    m_caption->setFont(m_theme.font(Type::Axis));
    m_caption->setProperty("tone", "text2");
    m_frame = new RowFrame(m_theme, this);
    m_frame->setFixedHeight(rowHeight);
    m_frame->setHoverable(true);
    m_grip = new DragGrip(m_theme, m_frame);
    m_grip->setObjectName("eventGrip");
    m_badge = new LetterBadge(m_theme, m_frame);
    m_name = new CompletionField(m_theme, CompletionField::Look::Bare, m_frame);
    m_name->setObjectName("eventName");
    m_name->setFont(m_theme.font(Type::Label));
    m_name->setAnchor(m_frame);
    m_seen = new QLabel(m_frame);
    m_seen->setObjectName("eventCount");
    m_seen->setFont(m_theme.font(Type::Axis));
    m_seen->setProperty("tone", "text3");
    m_filter = iconButton(m_theme, "filter", tr("Filter this event"), m_frame);
    m_filter->setObjectName("filterEvent");
    m_more = iconButton(m_theme, "more", tr("More"), m_frame);
    m_more->setObjectName("eventMenu");
    m_hint = new FieldHint(m_theme, this);
    m_hint->setObjectName("eventHint");
    m_hint->setContentsMargins(8, 0, 0, 0);
    m_filters = new FilterList(m_theme, m_catalog, this);
    m_filters->setObjectName("eventFilters");
    m_filters->setPlain(true);
}

void EventRow::arrange()
{
    auto *inside = new QHBoxLayout(m_frame);
    inside->setContentsMargins(4, 0, 4, 0);
    inside->setSpacing(4);
    inside->addWidget(m_grip);
    inside->addWidget(m_badge);
    inside->addSpacing(4);
    inside->addWidget(m_name, 1);
    inside->addWidget(m_seen);
    inside->addWidget(m_filter);
    inside->addWidget(m_more);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    rows->addWidget(m_caption);
    rows->addWidget(m_frame);
    rows->addWidget(m_hint);
    rows->addWidget(m_filters);
}

void EventRow::connectSignals()
{
    connect(m_name, &CompletionField::accepted, this, [this](const QString &name) {
        if (name.isEmpty())
            m_name->setValue(QString::fromStdString(m_event.name())); // an event is taken away by its menu
        else
            Q_EMIT renamed(name);
    });
    connect(m_name, &CompletionField::abandoned, this, [this] {
        if (m_event.name().empty())
            Q_EMIT leftEmpty();
    });
    connect(m_hint, &FieldHint::offerTaken, this, &EventRow::renamed);
    connect(m_grip, &DragGrip::dragStarted, this, &EventRow::dragStarted);
    connect(m_grip, &DragGrip::draggedTo, this, &EventRow::draggedTo);
    connect(m_grip, &DragGrip::dragEnded, this, &EventRow::dragEnded);
    connect(m_filter, &QToolButton::clicked, m_filters, &FilterList::addRow);
    connect(m_filters, &FilterList::edited, this, &EventRow::filtersEdited);
    connect(m_more, &QToolButton::clicked, this, &EventRow::openMenu);
    const auto onKeys = [this](const QKeySequence &keys, const auto &act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    onKeys(moveUpKeys, [this] { Q_EMIT moveRequested(-1); });
    onKeys(moveDownKeys, [this] { Q_EMIT moveRequested(1); });
    onKeys(duplicateKeys, &EventRow::requestDuplicate);
}

void EventRow::requestDuplicate()
{
    if (m_place.canDuplicate && !m_event.name().empty())
        Q_EMIT duplicateRequested();
}

void EventRow::setEvent(const EventSelector &event)
{
    m_event = event;
    const bool hasName = !event.name().empty();
    m_name->setValue(QString::fromStdString(event.name()));
    m_filter->setVisible(hasName);
    m_more->setVisible(hasName);
    m_filters->setEvent(event.name());
    m_filters->showFilters({event.filters().begin(), event.filters().end()});
    showCount();
}

void EventRow::setPlace(const EventPlace &place)
{
    m_place = place;
    m_badge->setMark(place.mark, place.hue);
    m_caption->setText(place.caption);
    m_caption->setVisible(!place.caption.isEmpty());
    const bool canMove = place.canMoveUp || place.canMoveDown;
    m_grip->setVisible(canMove);
    m_filters->setContentsMargins(canMove ? filterIndent : filterIndentAlone, 0, 0, 0);
    m_name->setPlaceholderText(place.invitation);
    m_name->setAccessibleName(place.name);
    m_filter->setAccessibleName(tr("Filter: %1", "what the button is for").arg(place.name));
    m_more->setAccessibleName(tr("More: %1", "what the button is for").arg(place.name));
}

void EventRow::setEvents(const std::vector<Candidate> &events)
{
    m_events = events;
    m_name->setCandidates(events);
    showCount();
}

void EventRow::setProperties(const std::vector<Candidate> &properties)
{
    m_filters->setProperties(properties);
}

void EventRow::showCount()
{
    const catalog::v1::Event *seen = m_catalog.event(m_event.name());
    m_seen->setVisible(seen);
    m_seen->setText(seen ? compactNumber(double(seen->count())) : QString());
    m_seen->setToolTip(seen ? tr("Seen %1 times").arg(QLocale().toString(seen->count())) : QString());
}

void EventRow::setProblems(const Violations &problems, const QString &note)
{
    m_filters->setProblems(violationsUnder(problems, "filters"));
    showNameHint(violationsUnder(problems, "name"), note);
}

// An unknown name is no mistake for the service, but most likely one of typing.
void EventRow::showNameHint(const Violations &problems, const QString &note)
{
    const bool isUnknown = !m_events.empty() && !m_event.name().empty() && !m_catalog.event(m_event.name());
    m_frame->setInvalid(isUnknown || !problems.empty());
    if (!problems.empty()) {
        m_hint->say(tr("An event needs a name."), FieldHint::Tone::Bad);
    } else if (isUnknown) {
        const QString near = nearestName(QString::fromStdString(m_event.name()), m_events);
        if (near.isEmpty())
            m_hint->say(tr("Not seen yet in this project."), FieldHint::Tone::Bad);
        else
            m_hint->sayWithOffer(tr("Not seen yet. Did you mean %1?"), near, FieldHint::Tone::Bad);
    } else if (!note.isEmpty()) {
        m_hint->say(note, FieldHint::Tone::Neutral);
    } else {
        m_hint->clearHint();
    }
}

void EventRow::setDragged(bool dragged)
{
    m_frame->setDragged(dragged);
}

void EventRow::startChoosing()
{
    m_name->setFocus();
    m_name->openList();
}

void EventRow::focusName()
{
    m_name->setFocus();
}

void EventRow::forgetPendingFilters()
{
    m_filters->forgetPending();
}

void EventRow::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName("eventActions");
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *duplicate = menu->addAction(m_theme.icon("copy"), tr("Duplicate"), this, &EventRow::requestDuplicate);
    duplicate->setShortcut(duplicateKeys);
    duplicate->setEnabled(m_place.canDuplicate);
    const auto move = [this, menu](const QString &text, QKeyCombination keys, int by, bool isPossible) {
        QAction *action = menu->addAction(text, this, [this, by] { Q_EMIT moveRequested(by); });
        action->setShortcut(keys);
        action->setEnabled(isPossible);
    };
    move(tr("Move up"), moveUpKeys, -1, m_place.canMoveUp);
    move(tr("Move down"), moveDownKeys, 1, m_place.canMoveDown);
    menu->addSeparator();
    menu->addAction(m_theme.icon("trash"), tr("Remove"), this, &EventRow::removeRequested)
        ->setEnabled(m_place.canRemove);
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}
