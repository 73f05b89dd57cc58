// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the palette offers and what becomes of it.
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"
#include "ui/shell/palette.h"

#include <QAction>

void MainWindow::openPalette()
{
    QList<QAction *> actions = m_actions->all();
    actions.removeOne(m_actions->find);
    std::vector<PaletteEntry> entries = actionEntries(actions);
    for (PaletteEntry &entry : catalogEntries(m_catalog))
        entries.push_back(std::move(entry));
    m_palette->open(std::move(entries));
}

void MainWindow::takePaletteEntry(const PaletteEntry &entry)
{
    insights::v1::QuerySpec spec = m_draft.spec();
    switch (entry.kind) {
    case PaletteEntry::Kind::Action:
        if (entry.action)
            entry.action->trigger();
        return;
    case PaletteEntry::Kind::AddEvent:
        if (spec.visualization() != insights::v1::VISUALIZATION_RETENTION)
            spec.add_events()->set_name(entry.name);
        else if (spec.starting_event().name().empty())
            spec.mutable_starting_event()->set_name(entry.name);
        else
            spec.mutable_return_event()->set_name(entry.name);
        break;
    case PaletteEntry::Kind::BreakDown: spec.mutable_breakdown()->set_property(entry.name); break;
    case PaletteEntry::Kind::Filter: { // a filter that is complete, to be made narrower in the form
        auto &filter = *spec.add_filters();
        filter.set_property(entry.name);
        filter.set_operator_(insights::v1::OPERATOR_IS_SET);
        break;
    }
    }
    m_draft.editSpec(spec, entry.text);
}
