// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/answer_table.h"
#include "ui/theme/theme.h"

#include <QWidget>

class AnswerTableModel;
class ColumnHeader;
class QLabel;
class QTableView;
class QToolButton;

// The numbers of an answer under a header of 32 px that folds them away.
class ResultTable : public QWidget
{
    Q_OBJECT
public:
    explicit ResultTable(const Theme &theme, QWidget *parent = nullptr);

    void setTable(AnswerTablePtr table);
    void clear(const QString &words); // "no answer", "0 rows"
    void setDimmed(bool dimmed);

    bool isExpanded() const { return m_isExpanded; }
    void setExpanded(bool expanded);
    void setRows(int rows); // that are in sight, at most; the usual ones without
    void setHeadShown(bool shown); // with its size and what can be done with it
    void setFoldable(bool foldable); // a table that is the answer itself is not
    static constexpr int foldedHeight = 32; // px
    static constexpr int usualRows = 6;
    static int rowsIn(int height); // that much more than folded, in px
    // Folded only its head; else with the names of the columns and its rows.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void expandedChanged(bool expanded);
    void copyTsvClicked(); // the whole answer
    void csvClicked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createWidgets();
    void arrange();
    void connectSignals();
    void measureColumns();
    bool squeezeColumns(int room); // px; whether that is enough
    void fitColumns();
    void copySelection(); // the whole answer while nothing is selected

    const Theme &m_theme;
    AnswerTableModel *m_model;
    QWidget *m_header;
    QToolButton *m_fold;
    QLabel *m_title;
    QLabel *m_size;
    QToolButton *m_copy;
    QToolButton *m_csv;
    QTableView *m_view;
    ColumnHeader *m_columns;
    std::vector<int> m_needed; // px each column needs for its texts
    std::vector<int> m_least; // px of each column whose name is cut
    int m_rows = usualRows;
    bool m_isExpanded = true;
};
