// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "query/violation.h"
#include "ui/builder/filter_terms.h"
#include "ui/builder/fuzzy.h"

#include <QWidget>

class Catalog;
class FilterRow;
class QVBoxLayout;
class Theme;

// The filters of a question or of one of its events. A filter that check() refuses while it is being made is pending:
// it stands in the form and is no part of the question until it is complete.
class FilterList : public QWidget
{
    Q_OBJECT
public:
    FilterList(const Theme &theme, Catalog &catalog, QWidget *parent = nullptr);

    // What the question says. Pending rows stay where they are, but for those that came out of a filter which is back
    // (undo).
    void showFilters(const Filters &filters);
    void setProblems(const Violations &problems); // of the question's filters; paths start at "[0]"
    void setEvent(const std::string &event);
    void setProperties(const std::vector<Candidate> &properties);
    void setPlain(bool plain) { m_isPlain = plain; } // of rows made from now on
    void addRow(); // a pending one, ready to choose a property
    void forgetPending();
    int rowCount() const { return int(m_entries.size()); }

Q_SIGNALS:
    void edited(const Filters &filters, const QString &what); // `what` names the step of undo
    void rowsChanged();

private:
    struct Entry
    {
        FilterRow *row = nullptr;
        bool isPending = false;
        std::optional<insights::v1::PropertyFilter> origin; // the question's filter that a pending one was
    };

    Filters complete() const;
    FilterRow *createRow();
    Entry *entryOf(const FilterRow *row);
    void restoreReturned(const Filters &filters);
    void matchComplete(const Filters &filters);
    void takeEdit(FilterRow *row, const insights::v1::PropertyFilter &before);
    void remove(FilterRow *row);
    void arrangeEntries();

    const Theme &m_theme;
    Catalog &m_catalog;
    std::vector<Entry> m_entries; // in the order of the form
    std::vector<Candidate> m_properties;
    std::string m_event;
    QVBoxLayout *m_rows = nullptr;
    bool m_isPlain = false;
};
