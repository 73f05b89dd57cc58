// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/series_legend.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

// The series of an answer: name and total, and which of them are hidden. Rows are in the order of the answer.
class LegendModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, ValueColumn, ChangeColumn, ColumnCount }; // changes only against another time

    using QAbstractTableModel::QAbstractTableModel;

    void setContent(const LegendContent &content); // see SeriesLegend::setContent
    const LegendRow &row(int series) const { return m_content.rows[std::size_t(series)]; }
    void setHidden(const std::set<int> &hidden);
    const std::set<int> &hidden() const { return m_hidden; }
    bool isHidden(int series) const { return m_hidden.contains(series); }
    bool isAlone(int series) const; // the only one shown of several

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString fullText(double total) const;
    QString spoken(int series) const;
    QString shown(const LegendRow &entry, int column) const;
    QString explained(const LegendRow &entry, int column) const;

    LegendContent m_content;
    std::set<int> m_hidden;
};

// Sorted by total or name, filtered by name; Other stays last whatever the order.
class LegendProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit LegendProxy(LegendModel *model, QObject *parent = nullptr);
    int seriesAt(const QModelIndex &index) const { return mapToSource(index).row(); }

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const LegendModel &m_model;
};

// In full, but without the decimals of large numbers: they would only hide which is larger.
QString legendNumber(double value);
QString legendValue(const LegendContent &content, double value); // a rate or a number
// The hidden series after a click on one.
std::set<int> toggled(std::set<int> hidden, int series);
// After Alt+click: only this one is shown; if it already was, all are.
std::set<int> shownAlone(const std::set<int> &hidden, int series, int count);
