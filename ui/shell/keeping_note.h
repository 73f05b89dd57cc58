// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/note_bar.h"

class Keeping;

// What there is to say about what is kept: that it cannot be for now, that a file was damaged, that work was brought
// back.
class KeepingNote : public NoteBar
{
    Q_OBJECT
public:
    KeepingNote(const Theme &theme, const Keeping &keeping, QWidget *parent = nullptr);

    void sayBroughtBack();
    void endBroughtBack(); // work went on

Q_SIGNALS:
    void undoWanted(); // what was brought back is not wanted

private:
    void showWhatIs();
    void press();

    const Keeping &m_keeping;
    QString m_noticed; // until it was read
    bool m_isBroughtBack = false;
};
