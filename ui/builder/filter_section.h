// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/violation.h"
#include "session/draft_query.h"

#include <QWidget>

class Catalog;
class FilterList;
class QToolButton;
class Theme;

// The filters that hold for every event of the question.
class FilterSection : public QWidget
{
    Q_OBJECT
public:
    FilterSection(const Theme &theme, DraftQuery &draft, Catalog &catalog, QWidget *parent = nullptr);

    void showSpec(const insights::v1::QuerySpec &spec, const Violations &problems); // paths start at "query"
    void offerCatalog();
    void forgetPending();
    void addFilter();

private:
    DraftQuery &m_draft;
    Catalog &m_catalog;
    FilterList *m_filters = nullptr;
    QToolButton *m_add = nullptr;
};
