// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/question_words.h"
#include "ui/shell/answer_view.h"
#include "ui/theme/theme.h"

#include <QFrame>

class LoadingOverlay;
class Overlay;
class QLabel;
class QToolButton;
class QVBoxLayout;
class TileLegend;
class TileTitle;
class WordsLabel;

// A question and its answer on a board, without legend and table. What fails is said in place.
class TileView : public QFrame
{
    Q_OBJECT
public:
    // What its controller says is shown until setController() is told another; the answer of the one before stays,
    // dimmed, until the next has one.
    explicit TileView(const Theme &theme, QWidget *parent = nullptr);

    void setController(const QueryController &controller);
    void setTitle(const QString &title);
    QString title() const;
    // In words where the title does not say them, and its range where it is not that of the board. After setTitle().
    void setQuestion(const insights::v1::QuerySpec &spec, const QString &range);
    // As it is shown now; null without an answer.
    const AnsweredPtr &shownAnswer() const { return m_shown; }

Q_SIGNALS:
    void openWanted();
    void retryWanted();
    void menuWanted(const QPoint &at); // on the screen
    void usersWanted(const catalog::v1::ListUsersRequest &request); // those behind a place in the chart

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void arrange();
    void showState();
    void showBesides();
    void showLegend();
    void showFacts();
    void setDimmed(bool dimmed);
    void showView(AnswerKind kind);
    void showAnswer(const AnsweredPtr &answer);

    const Theme &m_theme;
    const QueryController *m_controller = nullptr;
    TileTitle *m_title;
    WordsLabel *m_facts;
    Words m_question;
    TileLegend *m_legend;
    QToolButton *m_more;
    QLabel *m_stale;
    QWidget *m_stage;
    QVBoxLayout *m_stageColumn;
    Overlay *m_nothing; // over the bare grid of an empty answer
    LoadingOverlay *m_loading;
    QWidget *m_failed;
    QLabel *m_failure;
    AnswerView *m_view = nullptr;
    AnswerKind m_kind = AnswerKind::Trend;
    AnsweredPtr m_shown;
};
