// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/engine/query_engine.h"

// Tells callers how many rows were read for them.
class CountedEngine final : public QueryEngine
{
public:
    explicit CountedEngine(QueryEngine &engine)
        : m_engine(engine)
    {
    }

    EngineRows execute(const Statement &statement, const Caller &caller) override
    {
        EngineRows rows = m_engine.execute(statement, caller);
        caller.readRows(rows.rowsRead);
        return rows;
    }

    std::string name() const override { return m_engine.name(); }

private:
    QueryEngine &m_engine;
};
