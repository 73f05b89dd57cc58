// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/column_choice.h"

#include <algorithm>

using namespace datasets::v1;

namespace {

void forget(ColumnMap &map, const std::string &column)
{
    auto &leftOut = *map.mutable_leave_out();
    leftOut.erase(std::remove(leftOut.begin(), leftOut.end(), column), leftOut.end());
    map.mutable_rename()->erase(column);
    for (std::string *part : {map.mutable_event(), map.mutable_time(), map.mutable_user()})
        if (*part == column)
            part->clear();
}

} // namespace

ColumnMap withPart(ColumnMap map, ColumnRole part, const std::string &column)
{
    forget(map, column);
    switch (part) {
    case COLUMN_ROLE_EVENT: map.set_event(column); break;
    case COLUMN_ROLE_TIME: map.set_time(column); break;
    case COLUMN_ROLE_USER: map.set_user(column); break;
    default: break;
    }
    return map;
}

ColumnMap withLeftOut(ColumnMap map, const std::string &column)
{
    forget(map, column);
    map.add_leave_out(column);
    return map;
}

ColumnMap withProperty(ColumnMap map, const std::string &column, const std::string &name)
{
    forget(map, column);
    if (!name.empty() && name != column)
        (*map.mutable_rename())[column] = name;
    return map;
}

std::string propertyOf(const ColumnMap &map, const std::string &column)
{
    const auto renamed = map.rename().find(column);
    return renamed == map.rename().end() ? column : renamed->second;
}
