// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/note_bar.h"

class LibraryRoom;

// A question or board was not saved, since another window has saved another one in its place: when that was, and the
// three ways on.
class ConflictNote : public NoteBar
{
    Q_OBJECT
public:
    ConflictNote(const Theme &theme, LibraryRoom &room, QWidget *parent = nullptr);

private:
    void showWhatIs();

    LibraryRoom &m_room;
};
