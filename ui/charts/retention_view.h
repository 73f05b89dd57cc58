// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catalog/v1/catalog.pb.h>

#include "ui/charts/retention_content.h"
#include "ui/charts/retention_text.h"
#include "ui/theme/theme.h"

#include <QWidget>

class HeatView;
class QComboBox;
class QScrollArea;
class RetentionSide;

// The answer of a retention question: cohorts by periods as a heatmap; mean, curve and scale beside it where there is
// room; with a breakdown a choice of the group that is shown.
class RetentionView : public QWidget
{
    Q_OBJECT
public:
    // `theme` outlives the view.
    explicit RetentionView(const Theme &theme, QWidget *parent = nullptr);
    ~RetentionView() override;

    // Shows all groups together, or the one that was shown when the answer has it too.
    void setAnswer(const std::shared_ptr<const AnswerFrames> &answer, const insights::v1::QuerySpec &spec);
    // The same cohorts at another time, for the mean beside the heatmap; null for none. `words` name that time.
    void setComparison(const AnswerFrames *before, const insights::v1::QuerySpec &spec, const QString &words);
    void setCompact(); // in a tile: the heatmap only, of all groups, and as much of it as has room
    void clear();
    void setDimmed(bool dimmed); // drawn at 60 %: an answer that a newer one is about to replace
    void setShowsRates(bool showsRates); // numbers of users otherwise
    bool showsRates() const { return m_content.showsRates; }
    const RetentionContent &content() const { return m_content; }
    QString summary() const; // in a sentence, for screen readers

Q_SIGNALS:
    // A click or Return on a cell; without a period: the whole cohort. Without a breakdown: of all groups.
    void usersWanted(const catalog::v1::RetentionPlace &place);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void connectSignals();
    void take(RetentionContent content);
    void listGroups();
    void showParts();
    void chooseGroup(int choice);
    void redraw();
    void wantUsers(const HeatPlace &place);

    const Theme &m_theme;
    RetentionContent m_content;
    QWidget *m_groupBar; // there with a breakdown
    QComboBox *m_groups;
    HeatView *m_heat;
    RetentionSide *m_side;
    QScrollArea *m_sideRoom; // scrolls in short windows
    bool m_isCompact = false;
};
