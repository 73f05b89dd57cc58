// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_model.h"

#include "ui/builder/completion_model.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>

#include <algorithm>

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Palette)
};

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

std::vector<PaletteEntry> actionEntries(const QList<QAction *> &actions)
{
    std::vector<PaletteEntry> entries;
    for (QAction *action : actions) {
        if (!action->isEnabled() || !action->isVisible() || action->isSeparator())
            continue;
        PaletteEntry entry;
        entry.text = action->text().remove(u'&').remove(u'…');
        entry.aside = action->shortcut().toString(QKeySequence::NativeText);
        entry.action = action;
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<PaletteEntry> catalogEntries(const Catalog &catalog)
{
    std::vector<PaletteEntry> entries;
    const auto add = [&entries](PaletteEntry::Kind kind, const QString &words, const QString &aside,
                                const std::string &name, quint64 count) {
        entries.push_back({kind, words.arg(text(name)), aside, count, {}, name});
    };
    for (const auto &event : catalog.events())
        add(PaletteEntry::Kind::AddEvent, Text::tr("Add event %1"), Text::tr("event"), event.name(), event.count());
    for (const auto &property : catalog.properties()) {
        add(PaletteEntry::Kind::BreakDown, Text::tr("Break down by %1"), Text::tr("property"), property.name(),
            property.count());
        add(PaletteEntry::Kind::Filter, Text::tr("Filter by %1"), Text::tr("property"), property.name(),
            property.count());
    }
    return entries;
}

void PaletteModel::setEntries(std::vector<PaletteEntry> entries)
{
    m_entries = std::move(entries);
    search({});
}

void PaletteModel::search(const QString &typed)
{
    struct Found
    {
        Row row;
        MatchKind kind;
    };
    std::vector<Found> found;
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        if (auto match = fuzzyMatch(typed, m_entries[i].text))
            found.push_back({{i, std::move(match->positions)}, match->kind});
    if (!typed.isEmpty())
        std::stable_sort(found.begin(), found.end(), [this](const Found &a, const Found &b) {
            if (a.kind != b.kind)
                return a.kind < b.kind;
            const bool isActionA = m_entries[a.row.entry].kind == PaletteEntry::Kind::Action;
            const bool isActionB = m_entries[b.row.entry].kind == PaletteEntry::Kind::Action;
            if (isActionA != isActionB)
                return isActionA;
            return m_entries[a.row.entry].count > m_entries[b.row.entry].count;
        });
    beginResetModel();
    m_rows.clear();
    for (Found &one : found)
        if (m_rows.size() < most)
            m_rows.push_back(std::move(one.row));
    endResetModel();
}

const PaletteEntry *PaletteModel::entry(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &m_entries[m_rows[std::size_t(row)].entry];
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

// In the roles that the delegate of completion lists knows.
QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteEntry &shown = *entry(index.row());
    switch (role) {
    case Qt::DisplayRole: return shown.text;
    case Qt::AccessibleTextRole:
        return shown.aside.isEmpty() ? shown.text : QStringLiteral("%1, %2").arg(shown.text, shown.aside);
    case CompletionModel::CountRole: return shown.aside;
    case CompletionModel::PositionsRole: return QVariant::fromValue(m_rows[std::size_t(index.row())].positions);
    case CompletionModel::IsTypedRole: return false;
    default: return {};
    }
}
