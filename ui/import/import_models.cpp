// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_models.h"

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
    default: return Text::tr("Property");
    }
}

void FileColumnModel::setPreview(const PreviewResponse &preview)
{
    beginResetModel();
    m_preview = preview;
    endResetModel();
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
    default: return partName(column.role());
    }
}

QVariant FileColumnModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PreviewColumn &column = m_preview.columns(index.row());
    switch (role) {
    case Qt::DisplayRole: return textOf(column, index.column());
    case ShareRole: return index.column() == FilledColumn ? QVariant(shareOf(column)) : QVariant();
    case StrongRole: return index.column() == NameColumn;
    case ToneRole:
        if (index.column() == BecomesColumn && isPart(column.role()))
            return int(Role::Link);
        return int(index.column() == NameColumn ? Role::Text : Role::Text2);
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
    default: return {};
    }
}

void FileLineModel::setPreview(const PreviewResponse &preview)
{
    beginResetModel();
    m_preview = preview;
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
        if (index.column() == 0)
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
    switch (role) {
    case Qt::DisplayRole:
        if (section == 0)
            return tr("Line");
        if (column == nullptr)
            return tr("No event, because");
        return isPartColumn ? partName(column->role()) : text(column->name());
    case BelowRole: return isPartColumn ? text(column->name()) : QString();
    case ToneRole: return int(isPartColumn ? Role::Link : Role::Text2);
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
