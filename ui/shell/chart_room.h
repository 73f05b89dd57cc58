// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

// The chart comes first: what stands around it gives way where the chart would have less than its share of the window.
// All of this follows from sizes alone, so that the same window always looks the same, whatever its size was before.

// A part that gives way where there is no room for it, and comes back with the room. Chosen by hand where there is none,
// it stays until that changes.
class YieldingPart
{
public:
    explicit YieldingPart(bool isWanted = true)
        : m_isWanted(isWanted)
    {
    }
    bool isWanted() const { return m_isWanted; } // with room
    bool hasRoom() const { return m_hasRoom; }
    bool isShown() const { return m_isWanted && (m_hasRoom || m_isInsisted); }
    void choose(bool isShown); // by hand; what it is already is no choice
    void setRoom(bool hasRoom);

private:
    bool m_isWanted;
    bool m_hasRoom = true;
    bool m_isInsisted = false;
};

inline constexpr int leastTableRows = 3;
inline constexpr int legendWidth = 280; // px: "United Kingdom" and its change fit
inline constexpr int leastLegendHeight = 120; // px: three series under their names

int leastChartWidth(int window); // px, of a window as wide
int leastChartHeight(int window);

// Whether the form stands beside the chart, or over it when it is wanted; widths in px.
bool isFormBeside(int window, bool hasLibrary, bool hasSpec);

enum class LegendPlace { Beside, Below, Nowhere };

struct RoomAround
{
    LegendPlace legend = LegendPlace::Beside;
    int tableRows = 0; // none where fewer than three would fit
};

// Of a result pane of this size in a window of that.
RoomAround roomAround(const QSize &pane, const QSize &window, bool hasLegend);
