// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/draft_query.h"
#include "ui/builder/range_dates.h"

#include <QFrame>

class FieldHint;
class QLabel;
class QLineEdit;
class QListWidget;
class QToolButton;
class RangeCalendar;
class Theme;

// Where the range of a question is chosen: named ranges at the left, days and times at the right. Says what was chosen;
// changes nothing.
class TimePopup : public QFrame
{
    Q_OBJECT
public:
    TimePopup(const Theme &theme, QWidget *parent);

    void showDraft(const Draft &draft, const ProjectTime &place, std::int64_t now);
    void openAt(const QWidget &anchor);

Q_SIGNALS:
    void presetChosen(TimePreset preset);
    void rangeChosen(const insights::v1::TimeRange &range);

private:
    void createWidgets();
    QLineEdit *createEdge(const QString &objectName, const QString &name);
    void arrange();
    void connectSignals();
    void showPresets(TimePreset chosen);
    void showRange(const insights::v1::TimeRange &range);
    void showMonth();
    void takeEdges();

    const Theme &m_theme;
    ProjectTime m_place;
    QListWidget *m_presets = nullptr;
    QLineEdit *m_start = nullptr;
    QLineEdit *m_end = nullptr;
    FieldHint *m_hint = nullptr;
    QToolButton *m_previous = nullptr;
    QLabel *m_month = nullptr;
    QToolButton *m_next = nullptr;
    RangeCalendar *m_calendar = nullptr;
    QLabel *m_zone = nullptr;
};
