// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <datasets/v1/datasets.pb.h>

// What a column of a file is chosen to become. A choice takes the ones before it for the same column back.

// `part` is Event, Time or User; no column leaves the choice to the service.
datasets::v1::ColumnMap withPart(datasets::v1::ColumnMap map, datasets::v1::ColumnRole part, const std::string &column);
datasets::v1::ColumnMap withLeftOut(datasets::v1::ColumnMap map, const std::string &column);
// With no name it has the column's own.
datasets::v1::ColumnMap withProperty(datasets::v1::ColumnMap map, const std::string &column, const std::string &name);

// The name that a column's property gets.
std::string propertyOf(const datasets::v1::ColumnMap &map, const std::string &column);
