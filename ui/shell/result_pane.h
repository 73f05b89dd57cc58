// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/query_controller.h"
#include "session/time_choice.h"
#include "ui/charts/chart_shape.h"
#include "ui/shell/answer_view.h"
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
    ResultPane(const Theme &theme, const QueryController &controller, QWidget *parent = nullptr);

    // Instead of any answer: no project, no connection, no event chosen. Nothing goes back to the answer.
    void showNotice(const StateText &notice);
    void hideNotice();
    // The zone questions are put in while there is no answer that says it.
    void setPlace(const ProjectTime &place) { m_place = place; }

    SheetBody sheetBody() const { return m_view->sheetBody(); } // the chart as it is shown
    // Stacked or not, and the scale of values: ways to look, no part of the question.
    const ChartShape &chartShape() const { return m_shape; }
    void setChartShape(const ChartShape &shape);
    bool isTableOpen() const; // but for retention, where it starts folded
    void setTableOpen(bool open);

Q_SIGNALS:
    void noticeButtonClicked(int button);
    void retryClicked();
    void cancelClicked();
    void undoClicked();
    void filterDropped(int filter); // of the spec's global filters
    void raiseLimitClicked();
    void smallerClicked(); // ask for the last seven days of the range
    void copyTableClicked();
    void exportCsvClicked();
    void usersWanted(const catalog::v1::ListUsersRequest &request); // those behind a place in the chart
    void visualizationChosen(insights::v1::Visualization visualization);
    void rangeChosen(const insights::v1::TimeRange &range); // ask for it
    void tableOpenChanged(bool open);
    void said(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addView(AnswerKind kind, AnswerView *view);
    void arrange();
    void connectSignals();
    void showState();
    void showAnswer(const Answered &answered);
    void showNote(const std::optional<AnswerNote> &note);
    void showPlaceState(const PlaceState &state);
    void showFailure(const Failed &failed);
    void showComparison();
    void showView(const insights::v1::QuerySpec &spec);
    void foldTable(bool ofCohorts);
    void setDimmed(bool dimmed);
    void placeSide();
    void goForward(WayForward way);

    const Theme &m_theme;
    const QueryController &m_controller;
    ProjectTime m_place;
    QuestionHeader *m_header;
    NoteBar *m_note;
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
    bool m_tableOfCohorts = false;
    bool m_otherTableOpen = false; // of the kinds that are not shown
    bool m_hasNotice = false;
    PlaceState m_placeState; // in place of an answer, unless it is a notice
    std::optional<WayForward> m_noteWay;
};
