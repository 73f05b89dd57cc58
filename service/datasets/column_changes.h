// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/datasets/column_roles.h"
#include "service/datasets/json_fields.h"

// Which values of a line are not read, and which become properties of another name than their column's.
class ColumnChanges
{
public:
    ColumnChanges() = default;
    // Throws DatasetError when `map` names a column that is not there, changes a part of an event, or gives two columns
    // one name. With `hasAllColumns` false lines may have columns that are not known yet.
    ColumnChanges(const std::vector<ColumnName> &columns, const datasets::v1::ColumnMap &map, const ColumnRoles &roles,
                  const std::string &file, bool hasAllColumns);

    bool leavesOut(const Field &field) const;
    std::string_view nameOf(const Field &field) const;

private:
    struct NewName
    {
        ColumnName column;
        std::string property;
    };

    void leaveOut(const std::string &name, const std::vector<ColumnName> &columns);
    void rename(const std::string &name, const std::string &property, const std::vector<ColumnName> &columns);

    std::vector<ColumnName> m_leftOut;
    std::vector<NewName> m_renamed;
};
