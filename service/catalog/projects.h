// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "service/plan/project_table.h"

using ProjectTablePtr = std::shared_ptr<const ProjectTable>;

// The projects there are. Safe to call from many threads.
class Projects
{
public:
    virtual ~Projects() = default;
    virtual std::vector<ProjectTablePtr> projects() const = 0; // by name
    virtual ProjectTablePtr project(const std::string &id) const = 0; // null when there is none
};
