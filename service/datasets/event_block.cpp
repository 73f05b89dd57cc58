// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/event_block.h"

namespace {

void appendText(std::string &out, std::string_view text)
{
    appendVarint(out, text.size());
    out += text;
}

} // namespace

std::string columnList(const EventBlock &block, const std::vector<PropertyDraft> &drafts)
{
    std::string list = "event, time, user";
    for (std::size_t i = 0; i < block.properties.size(); ++i)
        if (!block.properties[i].empty())
            list += ", " + drafts[i].column;
    return list;
}

std::string nativeOf(EventBlock &block, const std::vector<PropertyDraft> &drafts)
{
    std::size_t columns = 3;
    for (const TextColumn &column : block.properties)
        columns += column.empty() ? 0 : 1;

    std::string out;
    appendVarint(out, columns);
    appendVarint(out, block.rows);
    appendText(out, "event");
    appendText(out, "LowCardinality(String)");
    block.events.writeLowCardinality(out, block.rows);
    appendText(out, "time");
    appendText(out, "DateTime64(3, 'UTC')");
    out.append(reinterpret_cast<const char *>(block.times.data()), block.times.size() * sizeof block.times[0]);
    appendText(out, "user");
    appendText(out, "String");
    block.users.writePlain(out, block.rows);
    for (std::size_t i = 0; i < block.properties.size(); ++i) {
        if (block.properties[i].empty())
            continue;
        appendText(out, drafts[i].column);
        appendText(out, drafts[i].type());
        if (drafts[i].lowCardinality)
            block.properties[i].writeLowCardinality(out, block.rows);
        else
            block.properties[i].writePlain(out, block.rows);
    }
    return out;
}
