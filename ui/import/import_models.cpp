// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_models.h"

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

bool isPart(ColumnRole role)
{
    return role == COLUMN_ROLE_EVENT || role == COLUMN_ROLE_TIME || role == COLUMN_ROLE_USER;
}

} // namespace

QString partName(ColumnRole role)
{
    switch (role) {
    case COLUMN_ROLE_EVENT: return Text::tr("Event name");
    case COLUMN_ROLE_TIME: return Text::tr("Time");
    case COLUMN_ROLE_USER: return Text::tr("User");
    case COLUMN_ROLE_LEFT_OUT: return Text::tr("Left out");
    default: return Text::tr("Property");
    }
}

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

void FileLineModel::setPreview(const PreviewResponse &preview, const ColumnMap &map)
{
    beginResetModel();
    m_preview = preview;
    m_map = map;
    m_hasProblems = std::any_of(preview.rows().begin(), preview.rows().end(),
                                [](const PreviewRow &row) { return !row.problem().empty(); });
    endResetModel();
}

int FileLineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_preview.rows_size();
}

int FileLineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_preview.rows_size() == 0 ? 0 : firstValue() + m_preview.columns_size();
}

const PreviewColumn *FileLineModel::columnAt(int section) const
{
    const int place = section - firstValue();
    return place >= 0 && place < m_preview.columns_size() ? &m_preview.columns(place) : nullptr;
}

QVariant FileLineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PreviewRow &row = m_preview.rows(index.row());
    const PreviewColumn *column = columnAt(index.column());
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == 0)
            return fullNumber(double(row.line()));
        return text(column == nullptr ? row.problem() : row.values(index.column() - firstValue()));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter
                   | (index.column() == 0 || (column != nullptr && column->type() == catalog::v1::PROPERTY_TYPE_NUMBER)
                          ? Qt::AlignRight
                          : Qt::AlignLeft));
    case ToneRole:
        if (index.column() == 0 || (column != nullptr && column->role() == COLUMN_ROLE_LEFT_OUT))
            return int(Role::Text3);
        return int(column == nullptr ? Role::Bad : Role::Text);
    case BadRole: return !row.problem().empty();
    default: return {};
    }
}

QVariant FileLineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const PreviewColumn *column = columnAt(section);
    const bool isPartColumn = column != nullptr && isPart(column->role());
    const bool isLeftOut = column != nullptr && column->role() == COLUMN_ROLE_LEFT_OUT;
    switch (role) {
    case Qt::DisplayRole:
        if (section == 0)
            return tr("Line");
        if (column == nullptr)
            return tr("No event, because");
        return isPartColumn || isLeftOut ? partName(column->role()) : text(propertyOf(m_map, column->name()));
    case BelowRole: {
        const bool isNamedAnew = column != nullptr && propertyOf(m_map, column->name()) != column->name();
        return isPartColumn || isLeftOut || isNamedAnew ? text(column->name()) : QString();
    }
    case ToneRole: return int(isPartColumn ? Role::Link : isLeftOut ? Role::Text3 : Role::Text2);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter
                   | (section == 0 || (column != nullptr && column->type() == catalog::v1::PROPERTY_TYPE_NUMBER)
                          ? Qt::AlignRight
                          : Qt::AlignLeft));
    default: return {};
    }
}

void BadLineModel::setLines(const BadLines &lines, bool namesFiles)
{
    beginResetModel();
    m_lines = lines;
    m_namesFiles = namesFiles;
    endResetModel();
}

int BadLineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_lines.size();
}

QVariant BadLineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const BadLine &bad = m_lines[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: {
        const QString line = tr("Line %1: %2").arg(fullNumber(double(bad.line())), text(bad.reason()));
        const QString said = m_namesFiles ? text(bad.file()) + QStringLiteral(", ") + line : line;
        return role == Qt::ToolTipRole ? said.toHtmlEscaped() : said;
    }
    case ToneRole: return int(Role::Text2);
    default: return {};
    }
}
