// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "query/violation.h"
#include "ui/builder/event_place.h"
#include "ui/builder/filter_terms.h"
#include "ui/builder/fuzzy.h"

#include <QWidget>

class Catalog;
class CompletionField;
class DragGrip;
class FieldHint;
class FilterList;
class LetterBadge;
class QLabel;
class QToolButton;
class RowFrame;
class Theme;

// One event of the question with its filters. Knows its place only to say it.
class EventRow : public QWidget
{
    Q_OBJECT
public:
    EventRow(const Theme &theme, Catalog &catalog, QWidget *parent = nullptr);

    const insights::v1::EventSelector &event() const { return m_event; }
    void setEvent(const insights::v1::EventSelector &event);
    void setPlace(const EventPlace &place);
    void setEvents(const std::vector<Candidate> &events);
    void setProperties(const std::vector<Candidate> &properties);
    // What is wrong with it, paths start at the event: "filters[0].value"; else what is worth knowing.
    void setProblems(const Violations &problems, const QString &note);
    void setDragged(bool dragged);
    void startChoosing(); // the caret into the name, its list open
    void focusName();
    void forgetPendingFilters();

Q_SIGNALS:
    void renamed(const QString &name);
    void filtersEdited(const Filters &filters, const QString &what);
    void duplicateRequested();
    void moveRequested(int by); // rows: -1 up, 1 down
    void removeRequested();
    void leftEmpty(); // given up before it had a name
    void dragStarted();
    void draggedTo(int y); // of the screen
    void dragEnded(bool drops);

private:
    void createWidgets();
    void arrange();
    void connectSignals();
    void openMenu();
    void requestDuplicate();
    void showCount();
    void showNameHint(const Violations &problems, const QString &note);

    const Theme &m_theme;
    Catalog &m_catalog;
    insights::v1::EventSelector m_event;
    std::vector<Candidate> m_events;
    EventPlace m_place;
    QLabel *m_caption = nullptr;
    RowFrame *m_frame = nullptr;
    DragGrip *m_grip = nullptr;
    LetterBadge *m_badge = nullptr;
    CompletionField *m_name = nullptr;
    QLabel *m_seen = nullptr; // how often
    QToolButton *m_filter = nullptr;
    QToolButton *m_more = nullptr;
    FieldHint *m_hint = nullptr;
    FilterList *m_filters = nullptr;
};
