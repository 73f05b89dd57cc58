// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/violation.h"
#include "session/question_kind.h"

#include <QWidget>

class Catalog;
class EventRows;
class FieldHint;
class QLabel;
class QToolButton;
class Theme;

// The events of the question, the steps of a funnel, or the two events of a retention.
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
    void createWidgets(const Theme &theme, Catalog &catalog);
    void arrange();
    void connectSignals();
    void showKind(QuestionKind kind);
    void showHint(QuestionKind kind);

    DraftQuery &m_draft;
    QLabel *m_title = nullptr;
    EventRows *m_rows = nullptr;
    FieldHint *m_hint = nullptr;
    QToolButton *m_add = nullptr;
};
