// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/violation.h"
#include "session/draft_query.h"

#include <QWidget>

class DropButton;
class ElidedLabel;
class FieldHint;
class QComboBox;
class QLabel;
class QToolButton;
class Theme;
class TimePopup;

// The range of the question, in the zone of its project, and into which buckets it is cut.
class TimeSection : public QWidget
{
    Q_OBJECT
public:
    TimeSection(const Theme &theme, DraftQuery &draft, QWidget *parent = nullptr);

    void showDraft(const Draft &draft, const Violations &problems); // paths start at "query"

private:
    void createWidgets();
    void createGranularities();
    void arrange();
    void connectSignals();
    void paintGlobe();
    void openPopup();
    void choosePreset(TimePreset preset);
    void chooseRange(const insights::v1::TimeRange &range, int mergeKey);
    void shift(int steps);
    void chooseGranularity(int index);
    void showRange(const Draft &draft);
    void showGranularity(const Draft &draft);
    void showHint(const Draft &draft, const Violations &problems);

    const Theme &m_theme;
    DraftQuery &m_draft;
    int m_popupMergeKey; // what one opening of the popup chooses is one step of undo
    ElidedLabel *m_preset = nullptr;
    DropButton *m_range = nullptr;
    QToolButton *m_earlier = nullptr;
    QToolButton *m_later = nullptr;
    QComboBox *m_granularity = nullptr;
    QLabel *m_globe = nullptr;
    ElidedLabel *m_zone = nullptr;
    FieldHint *m_hint = nullptr;
    TimePopup *m_popup = nullptr; // made when first opened
};
