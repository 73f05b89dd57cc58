// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/draft_query.h"

#include <google/protobuf/util/message_differencer.h>

#include "query/check.h"

#include <QDateTime>
#include <QUndoCommand>

using google::protobuf::util::MessageDifferencer;

bool Draft::operator==(const Draft &other) const
{
    return time == other.time && automaticGranularity == other.automaticGranularity && compare == other.compare
        && MessageDifferencer::Equals(spec, other.spec);
}

std::optional<insights::v1::TimeRange> comparedRange(const Draft &draft, const ProjectTime &place)
{
    const auto visualization = draft.spec.visualization();
    if (draft.compare == Compare::Nothing || !draft.spec.has_time_range()
        || visualization == insights::v1::VISUALIZATION_FUNNEL
        || visualization == insights::v1::VISUALIZATION_RETENTION)
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

    void undo() override { m_query.apply(m_before); }
    void redo() override { m_query.apply(m_after); }
    int id() const override { return m_mergeKey == 0 ? -1 : m_mergeKey; }

    bool mergeWith(const QUndoCommand *other) override
    {
        m_after = static_cast<const Edit *>(other)->m_after; // id() is that of an Edit
        setObsolete(m_after == m_before);
        return true;
    }

private:
    DraftQuery &m_query;
    const Draft m_before;
    Draft m_after;
    const int m_mergeKey;
};

DraftQuery::DraftQuery(QObject *parent)
    : QObject(parent)
{
}

void DraftQuery::edit(Draft draft, const QString &what, int mergeKey)
{
    Draft after = resolved(std::move(draft));
    if (after != m_draft)
        m_undoStack.push(new Edit(*this, std::move(after), what, mergeKey));
}

void DraftQuery::editSpec(const insights::v1::QuerySpec &spec, const QString &what, int mergeKey)
{
    Draft draft = m_draft;
    if (spec.has_time_range() && !MessageDifferencer::Equals(spec.time_range(), m_draft.spec.time_range()))
        draft.time.preset = TimePreset::Fixed;
    if (spec.granularity() != insights::v1::GRANULARITY_UNSPECIFIED && spec.granularity() != m_draft.spec.granularity())
        draft.automaticGranularity = false;
    draft.spec = spec;
    edit(std::move(draft), what, mergeKey);
}

void DraftQuery::reset(Draft draft)
{
    m_undoStack.clear();
    Q_EMIT startedOver();
    const Draft after = resolved(std::move(draft));
    if (after != m_draft)
        apply(after);
}

Draft DraftQuery::resolved(Draft draft) const
{
    insights::v1::QuerySpec &spec = draft.spec;
    if (draft.time.preset != TimePreset::Fixed)
        *spec.mutable_time_range() = timeRange(draft.time.preset, m_place, QDateTime::currentMSecsSinceEpoch());
    if (!draft.automaticGranularity)
        return draft;

    const bool hasBuckets = isTrend(spec) || spec.visualization() == insights::v1::VISUALIZATION_RETENTION;
    if (!hasBuckets)
        spec.clear_granularity();
    else if (spec.has_time_range())
        spec.set_granularity(automaticGranularity(spec.time_range()));
    return draft;
}

void DraftQuery::apply(const Draft &draft)
{
    m_draft = draft;
    Q_EMIT changed();
}
