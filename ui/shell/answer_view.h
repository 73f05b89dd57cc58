// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catalog/v1/catalog.pb.h>

#include "session/query_controller.h"
#include "ui/charts/chart_sheet.h"

#include <QObject>

#include <optional>

// What an answer is shown as; the spec decides it, however empty the answer is.
enum class AnswerKind { Trend, Funnel, Retention, Table, Number };
AnswerKind answerKind(const insights::v1::QuerySpec &spec);
// Nothing was found: no series or rows but zeros, nobody in the first step, no cohort.
bool isEmpty(const Answered &answered);

// How one kind of answer is shown: its chart and, beside it, what explains the colours. The widgets belong to whoever
// puts them into a layout.
class AnswerView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QWidget *chart() = 0;
    virtual QWidget *side() { return nullptr; }
    // Chooses between forms of the chart, in the header of the question.
    virtual QWidget *form() { return nullptr; }
    // Whether the chart is itself the list of numbers, so that none is wanted below it.
    virtual bool isTable() const { return false; }

    void setAnswer(const Answered &answered);
    // The bare grid of the same question.
    void setEmpty(const Answered &answered);
    void clear();
    // What was asked beside the answer that is shown. Called again when any of it comes or fails.
    void setBesides(const Besides &besides);
    virtual void setDimmed(bool dimmed) = 0;
    // In a tile, where there is room for the answer only.
    virtual void setCompact() { }
    // What is shown now, with what was hidden or zoomed.
    virtual SheetBody sheetBody() const = 0;

Q_SIGNALS:
    void copyTableClicked();
    void exportCsvClicked();
    void usersWanted(const catalog::v1::ListUsersRequest &request); // those behind a place in the chart

protected:
    // What is shown now; null while there is nothing, or an empty answer.
    const Answered *answered() const { return m_answered ? &*m_answered : nullptr; }
    // Of it; null without.
    const Comparison *comparison() const { return m_besides.comparison ? &*m_besides.comparison : nullptr; }
    const Course *course() const { return m_besides.course ? &*m_besides.course : nullptr; }
    // Those behind a place in what is shown: `request` says the place, the question is that of the answer.
    void askForUsers(catalog::v1::ListUsersRequest request);

    virtual void showAnswer() = 0; // of answered(), with nothing beside it
    virtual void showBesides() = 0; // of answered(): what is beside it may have come, failed or gone
    virtual void showEmpty(const Answered &answered) = 0;
    virtual void showNothing() = 0;

private:
    std::optional<Answered> m_answered;
    Besides m_besides;
};
