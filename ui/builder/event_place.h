// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/violation.h"
#include "session/question_kind.h"

#include <QString>

#include <optional>

// What a row of the form is called, and what can be done with it where it stands.
struct EventPlace
{
    QString mark; // on its badge: "A", "1", "S"
    QString name; // read out: "Event A"
    QString caption; // above the row, where it needs one
    QString invitation; // while it has no event
    std::optional<int> hue; // of its series, where it carries one
    bool canMoveUp = false;
    bool canMoveDown = false;
    bool canDuplicate = false;
    bool canRemove = false;
};

// The `index`-th row of a question with `count` events; one past them is the row that waits for its event.
EventPlace eventPlace(QuestionKind kind, int index, int count);

// What check() says of the index-th event; paths start at the event.
Violations problemsOf(const Violations &problems, QuestionKind kind, int index);
// What is worth knowing of a step: that one event can match it and others, or that there is nothing after it. Empty
// for other kinds.
QString stepNote(const insights::v1::QuerySpec &spec, int index);
