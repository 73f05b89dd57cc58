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

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

bool isPart(ColumnRole role)
{
    return role == COLUMN_ROLE_EVENT || role == COLUMN_ROLE_TIME || role == COLUMN_ROLE_USER;
}

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
