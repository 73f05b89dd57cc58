// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/violation.h"
#include "session/draft_query.h"

#include <QWidget>

class DropButton;
class ElidedCombo;
class ElidedLabel;
class FieldHint;
class QLabel;
class QToolButton;
class Theme;
class TimePopup;

// The range of the question, in the zone of its project, into which buckets it is cut, and what it is held against.
class TimeSection : public QWidget
{
    Q_OBJECT
public:
    TimeSection(const Theme &theme, DraftQuery &draft, QWidget *parent = nullptr);

    void showDraft(const Draft &draft, const Violations &problems); // paths start at "query"

private:
    void createWidgets();
    void createChoices();
    void arrange();
    void connectSignals();
    void paintGlobe();
    void openPopup();
    void choosePreset(TimePreset preset);
    void chooseRange(const insights::v1::TimeRange &range, int mergeKey);
    void shift(int steps);
    void chooseGranularity(int index);
    void chooseCompare(int index);
    void showRange(const Draft &draft);
    void showGranularity(const Draft &draft);
    void showCompare(const Draft &draft);
    void showHint(const Draft &draft, const Violations &problems);

    const Theme &m_theme;
    DraftQuery &m_draft;
    int m_popupMergeKey; // what one opening of the popup chooses is one step of undo
    ElidedLabel *m_preset = nullptr;
    DropButton *m_range = nullptr;
    QToolButton *m_earlier = nullptr;
    QToolButton *m_later = nullptr;
    ElidedCombo *m_granularity = nullptr;
    ElidedCombo *m_compare = nullptr;
    QLabel *m_globe = nullptr;
    ElidedLabel *m_zone = nullptr;
    FieldHint *m_hint = nullptr;
    TimePopup *m_popup = nullptr; // made when first opened
};
