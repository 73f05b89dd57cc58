// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "session/compare.h"
#include "session/time_choice.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <optional>

// A question being edited: the spec, the two choices that stand behind values of it, what its answer is held against,
// and what it would say as a question of another kind.
struct Draft
{
    insights::v1::QuerySpec spec;
    TimeChoice time; // when it is a preset, spec.time_range is what it means now
    bool automaticGranularity = true; // spec.granularity follows the range
    Compare compare = Compare::Nothing;
    // Of the fields that the kind of question has no use for, for switching back; events are those that go on after
    // its own. None before the first switch.
    std::optional<insights::v1::QuerySpec> aside = std::nullopt;

    bool operator==(const Draft &other) const;
};

// The draft with what its preset and its automatic granularity mean at `now` (ms).
Draft resolved(Draft draft, const ProjectTime &place, std::int64_t now);

// The range to ask for beside the draft's; nothing when it is held against nothing, and for funnels and retention, whose
// answers are not compared.
std::optional<insights::v1::TimeRange> comparedRange(const Draft &draft, const ProjectTime &place);

// A text written for the draft that cannot be asked, or was not read yet.
struct TypedText
{
    QString text;
    int caret = 0; // UTF-16
    bool operator==(const TypedText &) const = default;
};

// The one question of a window, with undo without limit. Every edit goes through here.
class DraftQuery : public QObject
{
    Q_OBJECT
public:
    explicit DraftQuery(QObject *parent = nullptr);

    const Draft &draft() const { return m_draft; }
    const insights::v1::QuerySpec &spec() const { return m_draft.spec; }
    QUndoStack &undoStack() { return m_undoStack; }

    // Makes the draft so, as one step of undo named `what` ("Change measure"). Nothing happens when it is so already.
    // Steps in a row with one non-zero mergeKey become one (typing in a field).
    // Automatic granularity and presets are resolved here, with the calendar below.
    void edit(Draft draft, const QString &what, int mergeKey = 0);
    // edit() that changes only the spec. A range or granularity in it that is not the draft's is a choice of its own:
    // the preset or the automatic granularity behind it ends. Where it makes series of a question without, an absent
    // granularity becomes automatic.
    void editSpec(const insights::v1::QuerySpec &spec, const QString &what, int mergeKey = 0);
    // What is written beside the draft. To write it is no step of undo, but the next step sets it aside, and taking
    // that step back brings it back.
    const std::optional<TypedText> &typed() const { return m_typed; }
    void setTyped(std::optional<TypedText> typed);
    void bringTyped(TypedText typed); // as it was when a window ended
    void setTypedAside(const QString &what); // as a step of undo; nothing happens where nothing is typed
    // edit() that sets aside what is typed also where the draft is so already.
    void open(Draft draft, const QString &what);
    bool undoBringsTyped() const;

    // Starts over without undo: another project, a loaded file. What is typed stays.
    void reset(Draft draft);

    // The project's zone and week; presets are measured in it. Takes effect with the next edit or reset.
    void setPlace(const ProjectTime &place) { m_place = place; }
    const ProjectTime &place() const { return m_place; }

Q_SIGNALS:
    void startedOver(); // by reset(), before changed()
    void changed();
    void typedChanged(); // by a step of undo, or brought; after changed()
    void typedWritten(); // by setTyped()

private:
    class Edit;
    void apply(const Draft &draft, std::optional<TypedText> typed);

    Draft m_draft;
    std::optional<TypedText> m_typed;
    ProjectTime m_place;
    QUndoStack m_undoStack;
};
