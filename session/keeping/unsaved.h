// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <map>

// One save of one row.
struct SaveNumber
{
    qint64 id = 0;
    quint64 number = 0;
};

// Which rows are newer here than on disk: a row is saved when the last of its saves is acknowledged.
class Unsaved
{
public:
    quint64 begin(qint64 id) { return m_numbers[id] = ++m_last; }
    // Whether the row is saved with this.
    bool acknowledge(const SaveNumber &save)
    {
        const auto found = m_numbers.find(save.id);
        if (found == m_numbers.end() || found->second != save.number)
            return false;
        m_numbers.erase(found);
        return true;
    }
    bool contains(qint64 id) const { return m_numbers.contains(id); }
    bool isEmpty() const { return m_numbers.empty(); }

private:
    std::map<qint64, quint64> m_numbers;
    quint64 m_last = 0;
};
