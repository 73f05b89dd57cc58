// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/draft_query.h"

#include <QWidget>

class BreakdownSection;
class BuilderFoot;
class Catalog;
class EventSection;
class FilterSection;
class KindSwitch;
class MeasureSection;
class QScrollArea;
class Theme;
class TimeSection;
class WindowSection;

// The question as a form, at the left of the window. It shows what the draft says and edits it, step by step of undo;
// what is not complete yet stands in the form alone. Asks nothing itself.
class BuilderPanel : public QWidget
{
    Q_OBJECT
public:
    static constexpr int leastWidth = 280;
    static constexpr int usualWidth = 320;
    static constexpr int mostWidth = 440;

    BuilderPanel(DraftQuery &draft, Catalog &catalog, const Theme &theme, QWidget *parent = nullptr);
    ~BuilderPanel() override;

    void setProblem(const QString &problem); // of the spec's text, as in BuilderFoot
    void setEstimate(const QString &estimate); // "About 1.9 M rows · 0.1 s"
    void addEvent(); // as its buttons do: for menus and shortcuts
    void addFilter();
    void focusFirst(); // the first event, the first thing to choose
    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createWidgets(const Theme &theme);
    void arrange();
    void connectSignals();
    void showDraft();
    void offerCatalog();
    void forgetPending();
    void keepFocusInSight(const QWidget *focus);

    DraftQuery &m_draft;
    Catalog &m_catalog;
    QWidget *m_tabStart = nullptr; // keeps the form's turn in the window's tab order; never shown
    QScrollArea *m_scroll = nullptr;
    QWidget *m_form = nullptr;
    KindSwitch *m_kind = nullptr;
    EventSection *m_events = nullptr;
    MeasureSection *m_measure = nullptr;
    FilterSection *m_filters = nullptr;
    BreakdownSection *m_breakdown = nullptr;
    TimeSection *m_time = nullptr;
    WindowSection *m_window = nullptr;
    BuilderFoot *m_foot = nullptr;
};
