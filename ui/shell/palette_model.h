// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/catalog.h"
#include "ui/builder/fuzzy.h"

#include <QAbstractListModel>
#include <QPointer>

#include <vector>

class QAction;

// Something that can be done from the palette.
struct PaletteEntry
{
    enum class Kind { Action, AddEvent, BreakDown, Filter };
    Kind kind = Kind::Action;
    QString text; // "Add event page_view"
    QString aside; // its shortcut, or what kind of thing it is
    quint64 count = 0; // how often it was seen; ranks the entries that match alike
    QPointer<QAction> action; // of an Action
    std::string name; // of the event or property
};

std::vector<PaletteEntry> actionEntries(const QList<QAction *> &actions); // those that are enabled and visible
std::vector<PaletteEntry> catalogEntries(const Catalog &catalog);

// The entries that match what is typed, best first; actions come first while nothing is typed.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    static constexpr std::size_t most = 200;

    void setEntries(std::vector<PaletteEntry> entries);
    void search(const QString &typed);
    const PaletteEntry *entry(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row
    {
        std::size_t entry;
        std::vector<int> positions;
    };

    std::vector<PaletteEntry> m_entries;
    std::vector<Row> m_rows;
};
