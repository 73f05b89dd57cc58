// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/legend_model.h"

#include "ui/charts/change_mark.h"
#include "ui/text/number_text.h"

#include <algorithm>
#include <cmath>

void LegendModel::setContent(const LegendContent &content)
{
    const auto sameName = [](const LegendRow &left, const LegendRow &right) { return left.name == right.name; };
    beginResetModel();
    if (!std::equal(m_content.rows.begin(), m_content.rows.end(), content.rows.begin(), content.rows.end(), sameName))
        m_hidden.clear();
    m_content = content;
    endResetModel();
}

void LegendModel::setHidden(const std::set<int> &hidden)
{
    if (m_hidden == hidden)
        return;
    m_hidden = hidden;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

bool LegendModel::isAlone(int series) const
{
    return rowCount() > 1 && int(m_hidden.size()) == rowCount() - 1 && !isHidden(series);
}

int LegendModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_content.rows.size());
}

int LegendModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_content.changeHeader.isEmpty() ? int(ChangeColumn) : int(ColumnCount);
}

QString LegendModel::fullText(double total) const
{
    return m_content.areRates ? rateText(total) : fullNumber(total);
}

QString LegendModel::spoken(int series) const
{
    QString text = tr("%1, %2", "series, total").arg(row(series).name, fullText(row(series).total));
    if (row(series).change)
        text = tr("%1, %2", "series and total, change").arg(text, spokenChange(*row(series).change));
    return isHidden(series) ? tr("%1, hidden").arg(text) : text;
}

QString LegendModel::shown(const LegendRow &entry, int column) const
{
    switch (column) {
    case NameColumn: return entry.name;
    case ValueColumn: return legendValue(m_content, entry.total);
    default: return entry.change ? changeText(*entry.change) : QStringLiteral("–");
    }
}

QString LegendModel::explained(const LegendRow &entry, int column) const
{
    switch (column) {
    case NameColumn: return entry.name.toHtmlEscaped();
    case ValueColumn: return fullText(entry.total);
    default: return entry.change ? spokenChange(*entry.change) : tr("The other time has no number to compare with.");
    }
}

QVariant LegendModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const LegendRow &entry = row(index.row());
    switch (role) {
    case Qt::DisplayRole: return shown(entry, index.column());
    case Qt::ToolTipRole: return explained(entry, index.column());
    case Qt::AccessibleTextRole: return spoken(index.row());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == NameColumn ? Qt::AlignLeft : Qt::AlignRight));
    default: return {};
    }
}

QVariant LegendModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return section == NameColumn ? m_content.nameHeader
            : section == ValueColumn ? m_content.valueHeader
                                     : m_content.changeHeader;
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == NameColumn ? Qt::AlignLeft : Qt::AlignRight));
    return {};
}

QString legendNumber(double value)
{
    return fullNumber(std::abs(value) >= 1000 ? std::round(value) : value);
}

QString legendValue(const LegendContent &content, double value)
{
    return content.areRates ? rateText(value) : legendNumber(value);
}

LegendProxy::LegendProxy(LegendModel *model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(*model)
{
    setFilterCaseSensitivity(Qt::CaseInsensitive);
    setFilterKeyColumn(LegendModel::NameColumn);
    setSourceModel(model);
    sort(LegendModel::ValueColumn, Qt::DescendingOrder);
}

bool LegendProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const LegendRow &first = m_model.row(left.row());
    const LegendRow &second = m_model.row(right.row());
    const bool ascending = sortOrder() == Qt::AscendingOrder;
    if (first.isOthers != second.isOthers)
        return second.isOthers == ascending;
    if (left.column() == LegendModel::NameColumn)
        return QString::localeAwareCompare(first.name, second.name) < 0;
    if (left.column() == LegendModel::ChangeColumn)
        return first.change < second.change; // unknown ones are the least
    if (std::isnan(first.total) || std::isnan(second.total))
        return !std::isnan(second.total);
    return first.total < second.total;
}

std::set<int> toggled(std::set<int> hidden, int series)
{
    if (!hidden.insert(series).second)
        hidden.erase(series);
    return hidden;
}

std::set<int> shownAlone(const std::set<int> &hidden, int series, int count)
{
    std::set<int> others;
    for (int i = 0; i < count; ++i) {
        if (i != series)
            others.insert(i);
    }
    return hidden == others ? std::set<int>{} : others;
}
