// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/violation.h"
#include "session/draft_query.h"

#include <QWidget>

class Catalog;
class CompletionField;
class FieldHint;
class QSpinBox;
class QToolButton;
class Theme;

// By which property the answer is split, and into how many series.
class BreakdownSection : public QWidget
{
    Q_OBJECT
public:
    BreakdownSection(const Theme &theme, DraftQuery &draft, Catalog &catalog, QWidget *parent = nullptr);

    void showSpec(const insights::v1::QuerySpec &spec, const Violations &problems); // paths start at "query"
    void offerCatalog();

private:
    void createWidgets();
    void arrange();
    void connectSignals();
    void chooseProperty(const QString &property);
    void chooseLimit(int limit);
    void clearBreakdown();
    void showLimit(int limit);
    void showHint(const insights::v1::QuerySpec &spec, const Violations &problems);

    const Theme &m_theme;
    DraftQuery &m_draft;
    Catalog &m_catalog;
    CompletionField *m_property = nullptr;
    QSpinBox *m_limit = nullptr;
    QToolButton *m_clear = nullptr;
    FieldHint *m_hint = nullptr;
};
