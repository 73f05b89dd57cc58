// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/catalog_candidates.h"

#include <QCoreApplication>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Catalog)
};

QString typeName(catalog::v1::PropertyType type)
{
    switch (type) {
    case catalog::v1::PROPERTY_TYPE_NUMBER: return Text::tr("number");
    case catalog::v1::PROPERTY_TYPE_BOOLEAN: return Text::tr("true or false");
    case catalog::v1::PROPERTY_TYPE_TIME: return Text::tr("time");
    default: return {}; // text goes without saying
    }
}

// In their order, without counts: nobody knows how often they were seen.
void addAsked(std::vector<Candidate> &candidates, const std::vector<std::string> &names)
{
    for (int i = 0; i < int(names.size()); ++i)
        candidates.push_back({QString::fromStdString(names[std::size_t(i)]), 0, {}, i});
}

} // namespace

std::vector<Candidate> eventCandidates(const Catalog &catalog)
{
    std::vector<Candidate> candidates;
    for (const catalog::v1::Event &event : catalog.events())
        candidates.push_back({QString::fromStdString(event.name()), event.count(), {}, 0});
    addAsked(candidates, catalog.askedNames().events);
    return candidates;
}

std::vector<Candidate> propertyCandidates(const Catalog &catalog, PropertyOrder order)
{
    std::vector<Candidate> candidates;
    for (const catalog::v1::Property &property : catalog.properties()) {
        const bool isLater
            = order == PropertyOrder::NumbersFirst && property.type() != catalog::v1::PROPERTY_TYPE_NUMBER;
        candidates.push_back(
            {QString::fromStdString(property.name()), property.count(), typeName(property.type()), isLater ? 1 : 0});
    }
    addAsked(candidates, catalog.askedNames().properties);
    return candidates;
}

catalog::v1::PropertyType propertyType(const Catalog &catalog, const std::string &property)
{
    const catalog::v1::Property *known = catalog.property(property);
    return known ? known->type() : catalog::v1::PROPERTY_TYPE_UNSPECIFIED;
}
