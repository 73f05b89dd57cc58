// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/change_mark.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>
#include <set>
#include <vector>

class ChangeLabel;
class LegendModel;
class LegendProxy;
class QLabel;
class QLineEdit;
class QTableView;

// One row of the legend, in the order of the answer.
struct LegendRow
{
    QString name;
    double total = 0; // NaN for none
    SeriesLook look;
    bool isOthers = false; // stays at the end
    std::optional<Change> change; // see changeFrom()
    bool operator==(const LegendRow &) const = default;
};

struct LegendContent
{
    QString title; // "All countries"
    std::optional<double> total; // over all series; none is written where there is none
    std::optional<Change> change; // of the total
    QString caption; // what the numbers are: "users", "mean per day, vs 31 Mar – 30 Apr 2026"
    QString captionHint; // more about it, on hover
    QString nameHeader; // "Country"
    QString valueHeader; // "Users"
    QString changeHeader; // empty: no column of changes
    bool areRates = false; // totals are shares from 0 to 1
    std::vector<LegendRow> rows;
};

// The list of series beside a chart. Click hides or shows a series, Alt+click shows it alone (again: shows all), hover
// highlights it; Space or Return do the same from the keyboard, with Alt to show alone. The parent connects the
// signals to the chart.
class SeriesLegend : public QWidget
{
    Q_OBJECT
public:
    explicit SeriesLegend(const Theme &theme, QWidget *parent = nullptr);

    // Sorting stays as chosen. Series stay hidden when the new content has the same names in the same order (another
    // range, another scheme), else all are shown. Emits hiddenChanged when series are hidden or were: an answer that
    // was given to the chart before this shows all its series, and then follows.
    void setContent(const LegendContent &content);
    void clear(const QString &title); // the title and a dash
    void setHidden(const std::set<int> &hidden);
    const std::set<int> &hidden() const;
    void setHighlighted(int series); // from outside, as when a line is hovered in the chart; -1 for none
    void setDimmed(bool dimmed);
    QSize sizeHint() const override;

Q_SIGNALS:
    void hiddenChanged(const std::set<int> &hidden);
    void highlightChanged(int series); // -1 for none

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createWidgets();
    void arrange();
    void connectSignals();
    void showTotal(const LegendContent &content);
    void toggle(const QModelIndex &index, bool alone);
    void hover(const QModelIndex &index);
    bool viewKey(int key, Qt::KeyboardModifiers modifiers);

    const Theme &m_theme;
    LegendModel *m_model;
    LegendProxy *m_sorted;
    QLabel *m_title;
    QLabel *m_total;
    ChangeLabel *m_change;
    QLabel *m_caption;
    QLineEdit *m_filter;
    QTableView *m_view;
};
