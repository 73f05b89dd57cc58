// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/catalog.h"
#include "ui/builder/fuzzy.h"

std::vector<Candidate> eventCandidates(const Catalog &catalog);
enum class PropertyOrder { ByCount, NumbersFirst };
std::vector<Candidate> propertyCandidates(const Catalog &catalog, PropertyOrder order);
// PROPERTY_TYPE_UNSPECIFIED when it is not known.
catalog::v1::PropertyType propertyType(const Catalog &catalog, const std::string &property);
