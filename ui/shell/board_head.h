// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/draft_query.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

class DropButton;
class ElidedCombo;
class ElidedLabel;
class QPushButton;
class QToolButton;
class TimePopup;

// Over a board: its name and facts, the range and the comparison of all its tiles, and what can be done with it.
class BoardHead : public QWidget
{
    Q_OBJECT
public:
    explicit BoardHead(const Theme &theme, QWidget *parent = nullptr);

    void setName(const QString &name);
    void setFacts(const QString &facts);
    // What is over all tiles; nothing where each keeps its own.
    void setTime(const std::optional<Draft> &time, const ProjectTime &place);
    void setCompare(std::optional<Compare> compare);
    void setEditing(bool editing);

Q_SIGNALS:
    void presetChosen(TimePreset preset);
    void rangeChosen(const insights::v1::TimeRange &range);
    void ownTimeChosen();
    void compareChosen(std::optional<Compare> compare);
    void backWanted(); // to the question
    void refreshWanted();
    void addWanted(const QPoint &at); // on the screen
    void editingChanged(bool editing);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void createWidgets();
    void arrange();
    void openTime();

    const Theme &m_theme;
    Draft m_time;
    ProjectTime m_place;
    QToolButton *m_back;
    ElidedLabel *m_name;
    ElidedLabel *m_facts;
    DropButton *m_range;
    QPushButton *m_ownTime;
    ElidedCombo *m_compare;
    QPushButton *m_refresh;
    QPushButton *m_add;
    QPushButton *m_edit;
    TimePopup *m_popup = nullptr; // made when first opened
};
