// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/file_column_model.h"

#include "session/column_choice.h"
#include "ui/text/number_text.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>

#include <algorithm>

using namespace datasets::v1;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ImportModels)
};

constexpr quint64 distinctCounted = 1'000; // where the service stops counting
constexpr quint64 fewValues = 100;

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QString typeText(const PreviewColumn &column)
{
    switch (column.type()) {
    case catalog::v1::PROPERTY_TYPE_NUMBER: return Text::tr("number");
    case catalog::v1::PROPERTY_TYPE_BOOLEAN: return Text::tr("true or false");
    case catalog::v1::PROPERTY_TYPE_TIME: return Text::tr("time");
    default: break;
    }
    if (column.filled() == 0)
        return Text::tr("empty");
    if (column.distinct() > fewValues || column.distinct() >= distinctCounted)
        return Text::tr("text");
    return column.distinct() == 1 ? Text::tr("text, 1 value") : Text::tr("text, %1 values").arg(column.distinct());
}

} // namespace

void FileColumnModel::setPreview(const PreviewResponse &preview, const ColumnMap &map)
{
    const bool isSameFile
        = std::equal(m_preview.columns().begin(), m_preview.columns().end(), preview.columns().begin(),
                     preview.columns().end(), [](const auto &a, const auto &b) { return a.name() == b.name(); });
    if (!isSameFile)
        beginResetModel();
    m_preview = preview;
    m_map = map;
    if (!isSameFile)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void FileColumnModel::setEditable(bool editable)
{
    m_isEditable = editable;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, BecomesColumn), index(rowCount() - 1, PropertyColumn));
}

Qt::ItemFlags FileColumnModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags plain = QAbstractTableModel::flags(index);
    if (!m_isEditable || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return plain;
    const ColumnRole role = m_preview.columns(index.row()).role();
    const bool canChange = (index.column() == BecomesColumn && !isPart(role))
        || (index.column() == PropertyColumn && role == COLUMN_ROLE_PROPERTY);
    return canChange ? plain | Qt::ItemIsEditable : plain;
}

bool FileColumnModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable) || value == data(index, Qt::EditRole))
        return false;
    const std::string column = m_preview.columns(index.row()).name();
    const auto becomes = ColumnRole(value.toInt());
    ColumnMap map;
    if (index.column() == PropertyColumn)
        map = withProperty(m_map, column, value.toString().trimmed().toStdString());
    else if (becomes == COLUMN_ROLE_PROPERTY)
        map = withProperty(m_map, column, {});
    else
        map = becomes == COLUMN_ROLE_LEFT_OUT ? withLeftOut(m_map, column) : withPart(m_map, becomes, column);
    Q_EMIT mapChosen(map);
    return true;
}

int FileColumnModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_preview.columns_size();
}

int FileColumnModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

double FileColumnModel::shareOf(const PreviewColumn &column) const
{
    return m_preview.lines_read() == 0 ? 0 : double(column.filled()) / double(m_preview.lines_read());
}

QString FileColumnModel::textOf(const PreviewColumn &column, int section) const
{
    switch (section) {
    case NameColumn: return text(column.name());
    case TypeColumn: return typeText(column);
    case FirstColumn: return column.filled() == 0 ? QStringLiteral("–") : text(column.first_value());
    case FilledColumn: return rateText(shareOf(column));
    case BecomesColumn: return partName(column.role());
    default: return column.role() == COLUMN_ROLE_PROPERTY ? text(propertyOf(m_map, column.name())) : QString();
    }
}

QVariant FileColumnModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PreviewColumn &column = m_preview.columns(index.row());
    switch (role) {
    case Qt::DisplayRole: return textOf(column, index.column());
    case Qt::EditRole:
        return index.column() == BecomesColumn ? QVariant(int(column.role())) : textOf(column, index.column());
    case ShareRole: return index.column() == FilledColumn ? QVariant(shareOf(column)) : QVariant();
    case StrongRole: return index.column() == NameColumn;
    case ToneRole:
        if (index.column() == BecomesColumn && isPart(column.role()))
            return int(Role::Link);
        if (column.role() == COLUMN_ROLE_LEFT_OUT)
            return int(Role::Text3);
        return int(index.column() == NameColumn || index.column() >= BecomesColumn ? Role::Text : Role::Text2);
    default: return {};
    }
}

QVariant FileColumnModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Column in the file");
    case TypeColumn: return tr("Detected");
    case FirstColumn: return tr("First value");
    case FilledColumn: return tr("Filled");
    case BecomesColumn: return tr("Becomes");
    case PropertyColumn: return tr("Name in the project");
    default: return {};
    }
}
