// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/desk.h"

#include "query/spec_json.h"
#include "ui/charts/note_bar.h"
#include "ui/spec/spec_editor.h"
#include "ui/spec/spec_note.h"
#include "ui/spec/spec_panel.h"

#include <QPushButton>

#include <algorithm>

// A panel over a draft of its own.
struct Sheet
{
    explicit Sheet(const Theme &theme)
        : panel(draft, theme)
        , editor(*panel.findChild<SpecEditor *>("specEditor"))
    {
        Draft start;
        start.spec = trendOf("purchase");
        start.automaticGranularity = false;
        draft.reset(start);
        panel.resize(440, 600);
        panel.show();
        panel.activateWindow();
        editor.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
    }

    // Puts the caret behind `text`, or selects it.
    void find(const QString &text, bool selects = false)
    {
        QTextCursor cursor = editor.document()->find(text);
        QVERIFY2(!cursor.isNull(), qPrintable(text));
        if (!selects)
            cursor.setPosition(cursor.selectionEnd());
        editor.setTextCursor(cursor);
    }

    void change(const QString &from, const QString &to)
    {
        find(from, true);
        QTest::keyClicks(&editor, to);
        QTest::keyClick(&editor, Qt::Key_Escape); // the list of completions
        editor.setFocus();
    }

    QString message() const { return editor.accessibleDescription(); }
    bool isTold() const { return panel.findChild<QWidget *>("specNextProblem")->isVisibleTo(&panel); }

    // From top to bottom.
    std::vector<SpecNote *> notes() const
    {
        std::vector<SpecNote *> notes;
        for (SpecNote *note : panel.findChildren<SpecNote *>())
            if (note->isVisibleTo(&panel))
                notes.push_back(note);
        std::sort(notes.begin(), notes.end(), [](const auto *a, const auto *b) { return a->y() < b->y(); });
        return notes;
    }

    QPushButton *fix(std::size_t note = 0) const { return notes().at(note)->findChild<QPushButton *>("specFix"); }
    QString setAside() const { return panel.findChild<NoteBar *>("specSetAside")->accessibleName(); }
    bool isSetAside() const { return panel.findChild<NoteBar *>("specSetAside")->isVisibleTo(&panel); }

    void chooseBars()
    {
        auto spec = draft.spec();
        spec.set_visualization(insights::v1::VISUALIZATION_BAR);
        draft.editSpec(spec, "Change chart");
    }

    DraftQuery draft;
    SpecPanel panel;
    SpecEditor &editor;
};

inline QString trimmedSpec(const insights::v1::QuerySpec &spec)
{
    return QString::fromStdString(specJson(spec)).trimmed();
}
