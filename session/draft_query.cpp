// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/draft_query.h"

#include <google/protobuf/util/message_differencer.h>

#include "query/check.h"
#include "session/question_kind.h"

#include <QDateTime>
#include <QUndoCommand>

using google::protobuf::util::MessageDifferencer;

namespace {

bool areEqual(const std::optional<insights::v1::QuerySpec> &a, const std::optional<insights::v1::QuerySpec> &b)
{
    return a && b ? MessageDifferencer::Equals(*a, *b) : a.has_value() == b.has_value();
}

} // namespace

bool Draft::operator==(const Draft &other) const
{
    return time == other.time && automaticGranularity == other.automaticGranularity && compare == other.compare
        && MessageDifferencer::Equals(spec, other.spec) && areEqual(aside, other.aside);
}

Draft resolved(Draft draft, const ProjectTime &place, std::int64_t now)
{
    insights::v1::QuerySpec &spec = draft.spec;
    if (draft.time.preset != TimePreset::Fixed)
        *spec.mutable_time_range() = timeRange(draft.time.preset, place, now);
    if (!draft.automaticGranularity)
        return draft;

    if (!hasBuckets(spec))
        spec.clear_granularity();
    else if (spec.has_time_range())
        spec.set_granularity(automaticGranularity(spec.time_range(), kindOf(spec) == QuestionKind::Retention));
    return draft;
}

std::optional<insights::v1::TimeRange> comparedRange(const Draft &draft, const ProjectTime &place)
{
    if (draft.compare == Compare::Nothing || !draft.spec.has_time_range())
        return std::nullopt;
    return comparedRange(draft.spec.time_range(), draft.compare, place);
}

class DraftQuery::Edit : public QUndoCommand
{
public:
    Edit(DraftQuery &query, Draft after, const QString &what, int mergeKey)
        : QUndoCommand(what)
        , m_query(query)
        , m_before(query.m_draft)
        , m_after(std::move(after))
        , m_mergeKey(mergeKey)
    {
    }

    // Each side is left with what is typed there, to be found again.
    void undo() override
    {
        m_typedAfter = m_query.m_typed;
        m_query.apply(m_before, m_typedBefore);
    }
    void redo() override
    {
        m_typedBefore = m_query.m_typed;
        m_query.apply(m_after, m_typedAfter);
    }
    int id() const override { return m_mergeKey == 0 ? -1 : m_mergeKey; }

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *edit = static_cast<const Edit *>(other); // id() is that of an Edit
        if (edit->setsTypedAside())
            return false;
        m_after = edit->m_after;
        setObsolete(m_after == m_before && !setsTypedAside());
        return true;
    }

    bool setsTypedAside() const { return m_typedBefore.has_value(); }

private:
    DraftQuery &m_query;
    const Draft m_before;
    Draft m_after;
    std::optional<TypedText> m_typedBefore;
    std::optional<TypedText> m_typedAfter;
    const int m_mergeKey;
};

DraftQuery::DraftQuery(QObject *parent)
    : QObject(parent)
{
}

void DraftQuery::edit(Draft draft, const QString &what, int mergeKey)
{
    Draft after = resolved(std::move(draft), m_place, QDateTime::currentMSecsSinceEpoch());
    if (after != m_draft)
        m_undoStack.push(new Edit(*this, std::move(after), what, mergeKey));
}

void DraftQuery::editSpec(const insights::v1::QuerySpec &spec, const QString &what, int mergeKey)
{
    Draft draft = m_draft;
    if (spec.has_time_range() && !MessageDifferencer::Equals(spec.time_range(), m_draft.spec.time_range()))
        draft.time.preset = TimePreset::Fixed;
    const bool hasGranularity = spec.granularity() != insights::v1::GRANULARITY_UNSPECIFIED;
    if (hasGranularity && spec.granularity() != m_draft.spec.granularity())
        draft.automaticGranularity = false;
    if (!hasGranularity && hasBuckets(spec) && !hasBuckets(m_draft.spec))
        draft.automaticGranularity = true;
    if (draft.aside && kindOf(spec) != kindOf(m_draft.spec))
        draft.aside->clear_events(); // they went on after events that are gone
    draft.spec = spec;
    edit(std::move(draft), what, mergeKey);
}

void DraftQuery::setTyped(std::optional<TypedText> typed)
{
    m_typed = std::move(typed);
    Q_EMIT typedWritten();
}

void DraftQuery::bringTyped(TypedText typed)
{
    m_typed = std::move(typed);
    Q_EMIT typedChanged();
}

void DraftQuery::setTypedAside(const QString &what)
{
    if (m_typed)
        m_undoStack.push(new Edit(*this, m_draft, what, 0));
}

void DraftQuery::open(Draft draft, const QString &what)
{
    edit(std::move(draft), what);
    setTypedAside(what);
}

bool DraftQuery::undoBringsTyped() const
{
    const auto *next = static_cast<const Edit *>(m_undoStack.command(m_undoStack.index() - 1)); // null for none
    return next != nullptr && next->setsTypedAside();
}

void DraftQuery::reset(Draft draft)
{
    m_undoStack.clear();
    Q_EMIT startedOver();
    const Draft after = resolved(std::move(draft), m_place, QDateTime::currentMSecsSinceEpoch());
    if (after != m_draft)
        apply(after, m_typed);
}

void DraftQuery::apply(const Draft &draft, std::optional<TypedText> typed)
{
    const bool isOther = draft != m_draft;
    const bool isTypedOther = typed != m_typed;
    m_draft = draft;
    m_typed = std::move(typed);
    if (isOther)
        Q_EMIT changed();
    if (isTypedOther)
        Q_EMIT typedChanged();
}
