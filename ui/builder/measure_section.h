// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/violation.h"
#include "session/question_kind.h"

#include <QWidget>

#include <optional>

class Catalog;
class CompletionField;
class FieldHint;
class QCheckBox;
class QComboBox;
class QLabel;
class Theme;

// What is counted: fixed for funnels and retention. Sum and average wait for their property: until it is chosen the question keeps its measure.
class MeasureSection : public QWidget
{
    Q_OBJECT
public:
    MeasureSection(const Theme &theme, DraftQuery &draft, Catalog &catalog, QWidget *parent = nullptr);

    void showSpec(const insights::v1::QuerySpec &spec, const Violations &problems); // paths start at "query"
    void offerCatalog();
    void forgetPending();

private:
    void createWidgets();
    void arrange();
    void connectSignals();
    void choose(insights::v1::Aggregation aggregation);
    void chooseProperty(const QString &property);
    void put(insights::v1::Aggregation aggregation, const std::string &property);
    void clearMeasure();
    void showChoice();
    void showFixed(const insights::v1::QuerySpec &spec, const Violations &problems);
    void showHint(const Violations &problems);
    insights::v1::Aggregation shownAggregation() const;

    const Theme &m_theme;
    DraftQuery &m_draft;
    Catalog &m_catalog;
    std::optional<insights::v1::Aggregation> m_waiting; // for its property
    insights::v1::Aggregation m_answered = insights::v1::AGGREGATION_COUNT; // the question's
    std::string m_answeredProperty;
    std::string m_lastProperty; // offered again when sum or average comes back
    QComboBox *m_measure = nullptr;
    QLabel *m_fixed = nullptr; // in its place where there is no choice
    CompletionField *m_property = nullptr;
    FieldHint *m_hint = nullptr;
    QCheckBox *m_cookieless = nullptr;
};
