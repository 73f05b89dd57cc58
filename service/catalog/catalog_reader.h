// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <tuple>
#include <vector>

#include <catalog/v1/catalog.pb.h>

#include "service/engine/query_engine.h"
#include "service/plan/project_table.h"

catalog::v1::PropertyType typeOf(PropertyKind kind);
catalog::v1::Project projectMessage(const ProjectTable &table);

// Answers what there is to ask about. What takes a scan of the project is kept until the project changes.
class CatalogReader
{
public:
    explicit CatalogReader(QueryEngine &engine);

    catalog::v1::ListEventsResponse events(const ProjectTable &table, const Caller &caller);
    catalog::v1::ListPropertiesResponse properties(const ProjectTable &table,
                                                   const catalog::v1::ListPropertiesRequest &request,
                                                   const Caller &caller);
    catalog::v1::ListPropertyValuesResponse values(const ProjectTable &table,
                                                   const catalog::v1::ListPropertyValuesRequest &request,
                                                   const Caller &caller);

private:
    template <class Response, class Read>
    Response kept(const ProjectTable &table, const std::string &key, Read read);
    std::vector<catalog::v1::Property> columnProperties(const ProjectTable &table, const std::string &event,
                                                        const Caller &caller);
    // Those of the source at `place`. An event that has a property in two sources counts in the first, which is asked.
    void addSourceProperties(const ProjectTable &table, std::size_t place, const std::string &event,
                             const Caller &caller, std::vector<catalog::v1::Property> &properties);

    QueryEngine &m_engine;
    std::mutex m_mutex;
    // Serialized answers by project and question, with the revision they belong to.
    std::map<std::pair<std::string, std::string>, std::pair<std::uint64_t, std::string>> m_kept;
};
