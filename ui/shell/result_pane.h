// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/draft_query.h"
#include "session/filter_offers.h"
#include "session/query_controller.h"
#include "ui/charts/chart_shape.h"
#include "ui/shell/answer_view.h"
#include "ui/shell/chart_room.h"
#include "ui/shell/chart_state.h"
#include "ui/shell/way_forward.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <map>

class FormBar;
class LoadingOverlay;
class QSplitter;
class QStackedWidget;
class QuestionHeader;
class ResultTable;
class TrendView;

// Where the answer is: question, chart, legend and numbers, and every state that can stand in their place. Each kind of
// answer has a view of its own; one is shown.
class ResultPane : public QWidget
{
    Q_OBJECT
public:
    ResultPane(const Theme &theme, const QueryController &controller, DraftQuery &draft, QWidget *parent = nullptr);

    // Instead of any answer: no project, no connection, no event chosen. Nothing goes back to the answer.
    void showNotice(const StateText &notice);
    void hideNotice();
    // The service went away and is sought by itself: the answer that is shown waits for it as for the next one, and a
    // failure is told only after that. Until the question is asked again.
    void setSought(bool sought);
    // A kept answer is of a project that is not there, and is not asked anew; empty when it is there.
    void setElsewhere(const QString &project);
    // Nobody is there to ask; told over whatever is shown. Nothing when there is.
    void setOutage(const std::optional<Failure> &outage);

    void setSavedName(const QString &name, bool isEdited); // over the answer
    // What is written in the spec panel cannot be asked: what is shown here is of the spec before.
    void setSpecInError(bool isInError);

    // The answer on the screen: header, chart and table are of it, whatever was asked since. Null for none.
    const AnsweredPtr &shownAnswer() const { return m_shown; }
    SheetBody sheetBody() const { return m_view->sheetBody(); } // the chart as it is shown
    // Stacked or not, and the scale of values: ways to look, no part of the question.
    const ChartShape &chartShape() const { return m_shape; }
    void setChartShape(const ChartShape &shape);
    // As by the controls of the chart itself.
    ChartState chartState() const;
    void chooseForm(insights::v1::Visualization visualization, bool stackedBars);
    void chooseScale(ScaleKind scale);
    void showAllTime();
    void askForRangeInSight();
    void setAllSeriesHidden(bool hidden);
    // By hand; where there is no room for them they stay until there is, or the window changes.
    void setTableOpen(bool open);
    void setLegendShown(bool shown);
    // Where there is room for them; the table of all kinds but retention, where it starts folded.
    bool wantsTable() const { return m_tableOfOthers.isWanted(); }
    bool wantsLegend() const { return m_legend.isWanted(); }
    void setWanted(bool table, bool legend);

Q_SIGNALS:
    void noticeButtonClicked(int button);
    void retryClicked();
    void cancelClicked();
    void undoClicked();
    void returnToSpecClicked(); // to the one that is shown
    void filterDropped(int filter); // of the spec's global filters; past the last: all of them
    void raiseLimitClicked();
    void smallerClicked(); // ask for the last seven days of the range
    void presetChosen(TimePreset preset); // ask for it
    void copyTableClicked();
    void exportCsvClicked();
    void usersWanted(const catalog::v1::ListUsersRequest &request); // those behind a place in the chart
    void visualizationChosen(insights::v1::Visualization visualization);
    void rangeChosen(const insights::v1::TimeRange &range); // ask for it
    void tableOpenChanged(bool open);
    void legendShownChanged(bool shown);
    void chartChanged(); // chartState()
    void said(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addView(AnswerKind kind, AnswerView *view);
    void arrange();
    void connectSignals();
    void showState();
    bool keepsAnswer(const Failed &failed) const;
    void showWaiting();
    void showNote();
    void showSpecNote();
    void showQuestion(const insights::v1::QuerySpec &spec);
    void showNothing();
    void showAnswer(const AnsweredPtr &answer);
    void showFailure(const Failed &failed);
    void countOffers(const insights::v1::QuerySpec &spec);
    void endOffers();
    void setOffer(int reason, const QString &detail);
    void showBesides();
    void showView(const insights::v1::QuerySpec &spec);
    void setDimmed(bool dimmed);
    YieldingPart &tableOfView();
    void makeRoom();
    void placeLegend(Qt::Orientation orientation);
    void fitLegendBelow();
    void goForward(WayForward way);

    const Theme &m_theme;
    const QueryController &m_controller;
    DraftQuery &m_draft;
    QuestionHeader *m_header;
    NoteBar *m_note;
    NoteBar *m_specNote;
    std::map<AnswerKind, AnswerView *> m_views;
    FormBar *m_forms;
    TrendView *m_trend;
    ChartShape m_shape;
    AnswerView *m_view = nullptr; // the one that is shown
    QWidget *m_stage; // charts and what lies over them
    QStackedWidget *m_charts;
    QStackedWidget *m_sides; // legends
    LoadingOverlay *m_loading;
    StateView *m_state;
    QSplitter *m_beside; // charts and legends, side by side or one above the other
    ResultTable *m_table;
    YieldingPart m_legend;
    YieldingPart m_tableOfOthers;
    YieldingPart m_tableOfCohorts{false}; // cohorts are a table already
    bool m_isLegendDragged = false; // since it was placed
    bool m_hasNotice = false;
    bool m_isSpecInError = false;
    bool m_isSought = false;
    QString m_elsewhere; // project
    std::optional<Failure> m_outage;
    QElapsedTimer m_waiting; // valid while the next answer, or the service, is waited for
    bool m_waitsForService = false;
    AnsweredPtr m_shown;
    std::optional<PlaceState> m_placeState; // of an empty answer or a failure; a notice comes over it
    std::optional<WayForward> m_noteWay;
    FilterOffers m_offers;
};
