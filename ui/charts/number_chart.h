// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/change_mark.h"
#include "ui/charts/chart_content.h"
#include "ui/charts/chart_sheet.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>
#include <vector>

// One number of a KPI.
struct NumberTile
{
    QString caption; // what is counted: "page_view"
    double value = 0;
    QString unit; // "users"
    std::optional<Change> change; // from the compared time; see changeFrom()
    int series = -1; // its line in the course; -1 for none
};

struct NumberContent
{
    QString name; // the question in words, for screen readers
    std::vector<NumberTile> tiles;
    QString compared; // "vs 31 Mar – 30 Apr 2026"; empty without a comparison
    std::shared_ptr<const ChartContent> course; // of the numbers over their range; null without
};

QString numberSummary(const NumberContent &content);
// One number large in the middle; several as tiles in rows, as many as have room and "and 14 more". Each over its course.
void paintNumbers(QPainter &painter, const QSizeF &size, const NumberContent &content, const Theme &theme);
SheetBody numberSheetBody(const NumberContent &content);

// The answer of a KPI.
class NumberChart : public QWidget
{
    Q_OBJECT
public:
    explicit NumberChart(const Theme &theme, QWidget *parent = nullptr);

    void setContent(const NumberContent &content);
    const NumberContent &content() const { return m_content; }
    QSize sizeHint() const override { return {480, 240}; }
    QSize minimumSizeHint() const override { return {200, 120}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    const Theme &m_theme;
    NumberContent m_content;
    bool m_showsFocus = false; // reached by the keyboard
};
