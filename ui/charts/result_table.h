// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/bucket_text.h"
#include "ui/theme/theme.h"

#include "query/answer_frames.h"

#include <QWidget>

#include <memory>
#include <vector>

class AnswerTableModel;
class ColumnHeader;
class QLabel;
class QTableView;
class QToolButton;

// The numbers of a trend, newest bucket first, under a header of 32 px that folds them away.
class ResultTable : public QWidget
{
    Q_OBJECT
public:
    explicit ResultTable(const Theme &theme, QWidget *parent = nullptr);

    void setAnswer(std::shared_ptr<const AnswerFrames> answer, const std::vector<QString> &seriesNames,
                   insights::v1::Granularity granularity);
    void clear(const QString &words); // "no answer", "0 rows"
    void setDimmed(bool dimmed);

    bool isExpanded() const { return m_isExpanded; }
    void setExpanded(bool expanded);
    // 32 px folded; header and six rows else.
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
    void fitColumns();
    void copySelection() const;

    const Theme &m_theme;
    AnswerTableModel *m_model;
    QWidget *m_header;
    QToolButton *m_fold;
    QLabel *m_size;
    QToolButton *m_copy;
    QToolButton *m_csv;
    QTableView *m_view;
    ColumnHeader *m_columns;
    bool m_isExpanded = true;
};
