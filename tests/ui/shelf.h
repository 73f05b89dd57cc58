// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/desk.h"

#include "session/keeping/answer_cache.h"
#include "session/keeping/keeping.h"
#include "session/question_document.h"

inline explorer::v1::Question questionAbout(const std::string &event)
{
    Draft draft;
    draft.spec = trendOf(event);
    draft.automaticGranularity = false;
    return questionOf(draft);
}

inline LibraryItem questionItem(const QString &name, const QString &folder, const std::string &event = "page_view")
{
    LibraryItem item;
    item.name = name;
    item.folder = folder;
    item.project = "shop";
    item.document = questionAbout(event);
    return item;
}

// A window with a library of its own.
struct Shelf
{
    Shelf(Theme &theme, const QString &folder)
        : keeping(folder + QStringLiteral("/library"))
        , answers(folder + QStringLiteral("/answers"), {})
        , desk(theme)
    {
        desk.addProject("shop");
        desk.window.offerKeeping(keeping, answers, desk.client);
    }

    bool isAnswered(const std::string &event) const
    {
        const auto *ready = std::get_if<Ready>(&desk.controller.state());
        return ready != nullptr && !ready->answer->isKept && ready->answer->spec.events_size() == 1
            && ready->answer->spec.events(0).name() == event;
    }

    Keeping keeping;
    AnswerCache answers;
    Desk desk;
};
