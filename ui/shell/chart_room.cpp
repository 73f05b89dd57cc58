// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/chart_room.h"

#include "ui/charts/result_table.h"
#include "ui/library/library_panel.h"
#include "ui/spec/spec_panel.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr double shareOfWidth = 0.45;
constexpr double shareOfHeight = 0.5;
constexpr int narrowestChart = 480; // px
constexpr int narrowestBesideForm = 560;
constexpr int formWidth = 320;
constexpr int line = 1; // between two parts
constexpr int questionHeight = 72 + line;

} // namespace

void YieldingPart::choose(bool isShown)
{
    if (isShown == this->isShown())
        return;
    m_isWanted = isShown;
    m_isInsisted = isShown && !m_hasRoom;
}

void YieldingPart::setRoom(bool hasRoom)
{
    if (m_hasRoom == hasRoom)
        return;
    m_hasRoom = hasRoom;
    m_isInsisted = false;
}

int leastChartWidth(int window)
{
    return std::max(narrowestChart, int(std::ceil(window * shareOfWidth)));
}

int leastChartHeight(int window)
{
    return int(std::ceil(window * shareOfHeight));
}

bool isFormBeside(int window, bool hasLibrary, bool hasSpec)
{
    const int rest = window - formWidth - line - (hasLibrary ? LibraryPanel::usualWidth + line : 0)
        - (hasSpec ? SpecPanel::leastWidth + line : 0);
    return rest >= std::max(narrowestBesideForm, leastChartWidth(window));
}

RoomAround roomAround(const QSize &pane, const QSize &window, bool hasLegend)
{
    RoomAround room;
    int spare = pane.height() - questionHeight - line - ResultTable::foldedHeight - leastChartHeight(window.height());
    if (hasLegend && pane.width() - legendWidth - line < leastChartWidth(window.width())) {
        room.legend = spare >= leastLegendHeight ? LegendPlace::Below : LegendPlace::Nowhere;
        spare -= room.legend == LegendPlace::Below ? leastLegendHeight + line : 0;
    }
    const int rows = ResultTable::rowsIn(spare);
    room.tableRows = rows < leastTableRows ? 0 : std::min(rows, ResultTable::usualRows);
    return room;
}
