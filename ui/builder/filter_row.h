// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catalog/v1/catalog.pb.h>
#include <insights/v1/insights.pb.h>

#include "query/violation.h"
#include "ui/builder/fuzzy.h"

#include <QWidget>

class Catalog;
class CompletionField;
class FieldHint;
class FilterValues;
class FlowLayout;
class QToolButton;
class RowFrame;
class Theme;

// One filter: property, operator, values. Knows nothing of the question it belongs to.
class FilterRow : public QWidget
{
    Q_OBJECT
public:
    FilterRow(const Theme &theme, Catalog &catalog, QWidget *parent = nullptr);

    const insights::v1::PropertyFilter &filter() const { return m_filter; }
    void setFilter(const insights::v1::PropertyFilter &filter);
    void setEvent(const std::string &event); // whose values are offered; empty for all
    void setProperties(std::vector<Candidate> properties);
    // What is wrong with it; `pending` when it is not part of the question yet.
    void setProblems(const Violations &problems, bool pending);
    void setPlain(bool plain);
    void startChoosing(); // the caret into the property, its list open

Q_SIGNALS:
    void edited(const insights::v1::PropertyFilter &filter, const insights::v1::PropertyFilter &before);
    void removeRequested();
    void leftEmpty(); // given up before a property was chosen

private:
    void createWidgets();
    void arrange();
    void connectSignals();
    void change(const insights::v1::PropertyFilter &filter);
    void chooseProperty(const QString &property);
    void chooseOperator(insights::v1::Operator op);
    void openOperators();
    void showOperator();

    const Theme &m_theme;
    Catalog &m_catalog;
    insights::v1::PropertyFilter m_filter;
    RowFrame *m_frame = nullptr;
    FlowLayout *m_flow = nullptr;
    CompletionField *m_property = nullptr;
    QToolButton *m_operator = nullptr;
    FilterValues *m_values = nullptr;
    QToolButton *m_remove = nullptr;
    FieldHint *m_hint = nullptr;
};
