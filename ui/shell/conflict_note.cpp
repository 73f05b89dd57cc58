// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/conflict_note.h"

#include "ui/library/library_words.h"
#include "ui/shell/library_room.h"

#include <QPushButton>

ConflictNote::ConflictNote(const Theme &theme, LibraryRoom &room, QWidget *parent)
    : NoteBar(theme, parent)
    , m_room(room)
{
    setObjectName(QStringLiteral("conflictNote"));
    const auto add = [this](const QString &text, const QString &name, void (LibraryRoom::*way)()) {
        QPushButton *button = addButton(text);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, &m_room, way);
    };
    add(tr("Save anyway"), QStringLiteral("conflictSaveAnyway"), &LibraryRoom::saveAnyway);
    add(tr("Save as a copy"), QStringLiteral("conflictSaveCopy"), &LibraryRoom::saveCopy);
    add(tr("Show theirs"), QStringLiteral("conflictShowTheirs"), &LibraryRoom::showTheirs);
    connect(&room, &LibraryRoom::refusedChanged, this, &ConflictNote::showWhatIs);
    connect(&room.library(), &Library::changed, this, &ConflictNote::showWhatIs);
}

void ConflictNote::showWhatIs()
{
    const LibraryItem *ours = m_room.refused();
    if (ours == nullptr) {
        hideNote();
        return;
    }
    const LibraryItem *theirs = m_room.library().item(ours->id);
    if (theirs == nullptr) {
        showNote(NoteKind::Warn, tr("%1 is not saved.").arg(ours->name), {}, tr("Removed in another window."));
        return;
    }
    const QDateTime at = theirs->changed.toLocalTime();
    const QDateTime now = QDateTime::currentDateTime();
    const QString strong = at.date() == now.date()
        ? tr("Changed in another window at %1.").arg(at.time().toString(QStringLiteral("HH:mm")))
        : tr("Changed in another window, %1.").arg(longMoment(at, now).toLower());
    showNote(NoteKind::Warn, tr("%1 is not saved as it is here.").arg(theirs->name), {}, strong);
}
