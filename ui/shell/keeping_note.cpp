// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keeping_note.h"

#include "session/keeping/keeping.h"

KeepingNote::KeepingNote(const Theme &theme, const Keeping &keeping, QWidget *parent)
    : NoteBar(theme, parent)
    , m_keeping(keeping)
{
    setObjectName(QStringLiteral("keepingNote"));
    connect(&keeping, &Keeping::problemChanged, this, &KeepingNote::showWhatIs);
    connect(&keeping, &Keeping::noticed, this, [this](const QString &sentence) {
        m_noticed = sentence;
        showWhatIs();
    });
    connect(this, &NoteBar::actionClicked, this, &KeepingNote::press);
    showWhatIs();
}

void KeepingNote::sayBroughtBack()
{
    m_isBroughtBack = true;
    showWhatIs();
}

void KeepingNote::endBroughtBack()
{
    if (std::exchange(m_isBroughtBack, false))
        showWhatIs();
}

void KeepingNote::showWhatIs()
{
    if (!m_keeping.problem().isEmpty())
        showNote(NoteKind::Bad, m_keeping.problem());
    else if (!m_noticed.isEmpty())
        showNote(NoteKind::Warn, m_noticed, tr("OK"));
    else if (m_isBroughtBack)
        showNote(NoteKind::Info, tr("Restored what was open when the program ended."), tr("Undo"));
    else
        hideNote();
}

void KeepingNote::press()
{
    if (!m_noticed.isEmpty()) {
        m_noticed.clear();
        showWhatIs();
        return;
    }
    endBroughtBack();
    Q_EMIT undoWanted();
}
