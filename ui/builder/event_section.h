// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/violation.h"
#include "session/question_kind.h"
#include "ui/builder/filter_terms.h"

#include <QWidget>

class Catalog;
class EventRow;
class FieldHint;
class QLabel;
class QToolButton;
class QVBoxLayout;
class Theme;

// The events of the question, the steps of a funnel, or the two events of a retention. One row more may stand at the
// end: an event that has no name yet and is no part of the question. A retention keeps such a row for its return event.
class EventSection : public QWidget
{
    Q_OBJECT
public:
    EventSection(const Theme &theme, DraftQuery &draft, Catalog &catalog, QWidget *parent = nullptr);

    void showSpec(const insights::v1::QuerySpec &spec, const Violations &problems); // paths start at "query"
    void offerCatalog();
    void forgetPending();
    void addEvent();

private:
    void createWidgets();
    EventRow *createRow();
    void connectDrag(EventRow *row);
    void showKind(QuestionKind kind);
    void matchRowsTo(const insights::v1::QuerySpec &spec);
    bool keepsPlace() const;
    void keepPlaces();
    void placeRows();
    void showHint();
    void arrangeRowsNow();
    int indexOf(const EventRow *row) const;
    bool isFull() const { return named() >= mostEvents(m_kind); }
    int named() const { return int(m_rows.size()) - (m_hasUnnamed ? 1 : 0); } // rows that are part of the question
    void rename(EventRow *row, const QString &name);
    void setFilters(const EventRow *row, const Filters &filters, const QString &what);
    void duplicate(const EventRow *row);
    void move(EventRow *row, int by);
    void remove(EventRow *row);
    void dropSpare();
    void dropUnnamed();
    void dragTo(EventRow *row, int y);
    void endDrag(EventRow *row, bool drops);
    void putEvents(const std::vector<insights::v1::EventSelector> &events, const QString &what);
    std::vector<insights::v1::EventSelector> events() const;

    const Theme &m_theme;
    DraftQuery &m_draft;
    Catalog &m_catalog;
    QuestionKind m_kind = QuestionKind::Trend;
    std::vector<EventRow *> m_rows; // in the order of the form
    bool m_hasUnnamed = false; // the last of them
    QLabel *m_title = nullptr;
    QVBoxLayout *m_list = nullptr;
    FieldHint *m_hint = nullptr;
    QToolButton *m_add = nullptr;
};
