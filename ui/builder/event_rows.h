// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/violation.h"
#include "session/question_kind.h"
#include "ui/builder/filter_terms.h"

#include <QWidget>

class Catalog;
class EventRow;
class QVBoxLayout;
class Theme;

// A row for each event of the question. One row more may stand at the end: an event that has no name yet and is no part
// of the question. A retention keeps such a row for its return event.
class EventRows : public QWidget
{
    Q_OBJECT
public:
    EventRows(const Theme &theme, Catalog &catalog, QWidget *parent = nullptr);

    void showSpec(const insights::v1::QuerySpec &spec, const Violations &problems); // paths start at "query"
    void offerCatalog();
    void forgetPending();
    void addRow(); // ready to choose its event; where there is no place for one more, the last
    int named() const { return int(m_rows.size()) - (m_hasUnnamed ? 1 : 0); } // rows that are part of the question
    bool isFull() const { return named() >= mostEvents(m_kind); }
    bool hasSpare() const { return m_hasUnnamed; }

Q_SIGNALS:
    void edited(const std::vector<insights::v1::EventSelector> &events, const QString &what);
    void placesChanged(); // named(), isFull() and hasSpare()
    void dragAbandoned(); // the rows stand in an order that is not the question's

private:
    EventRow *createRow();
    void connectDrag(EventRow *row);
    void matchRowsTo(const insights::v1::QuerySpec &spec);
    bool keepsPlace() const;
    void keepPlaces();
    void placeRows();
    void arrangeRowsNow();
    int indexOf(const EventRow *row) const;
    void rename(EventRow *row, const QString &name);
    void setFilters(const EventRow *row, const Filters &filters, const QString &what);
    void duplicate(const EventRow *row);
    void move(EventRow *row, int by);
    void remove(EventRow *row);
    void dropSpare();
    void dropUnnamed();
    void dragTo(EventRow *row, int y);
    void endDrag(EventRow *row, bool drops);
    std::vector<insights::v1::EventSelector> events() const;

    const Theme &m_theme;
    Catalog &m_catalog;
    QuestionKind m_kind = QuestionKind::Trend;
    bool m_isColoured = true; // whether letters carry the colour of their series
    std::vector<EventRow *> m_rows; // in the order of the form
    bool m_hasUnnamed = false; // the last of them
    QVBoxLayout *m_list = nullptr;
};
