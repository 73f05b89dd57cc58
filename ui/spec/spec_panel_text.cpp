// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How text and draft follow each other.
#include "ui/spec/json_format.h"
#include "ui/spec/spec_editor.h"
#include "ui/spec/spec_panel.h"

#include <google/protobuf/util/message_differencer.h>

#include <QTimer>

#include <utility>

using google::protobuf::util::MessageDifferencer;

namespace {

constexpr qsizetype readAtOnce = 50'000; // UTF-16; what is longer is read in a pause of typing

QString textOf(const insights::v1::QuerySpec &spec)
{
    return QString::fromStdString(specJson(spec)).trimmed();
}

} // namespace

void SpecPanel::follow()
{
    if (m_isOwnEdit)
        return;
    ++m_mergeKey;
    // A text that is wrong is told outside too, so that what becomes of it is followed hidden as well.
    m_isStale = isHidden() && m_isInStep && !m_draft.typed();
    if (m_isStale)
        return;
    const bool isGone = !m_isInStep && !m_draft.typed();
    showDraft();
    if (isGone && isHidden())
        Q_EMIT said(tr("The text of the spec that was in error was set aside: undo brings it back."));
}

void SpecPanel::showDraft()
{
    m_isStale = false;
    if (m_draft.typed()) {
        showTyped(TypedText(*m_draft.typed()));
        return;
    }
    m_pause->stop();
    m_isInStep = true;
    const SpecReading hers = readSpecText(m_text.toStdString(), calendar());
    if (!hers.spec || !MessageDifferencer::Equals(*hers.spec, m_draft.spec())) {
        m_text = textOf(m_draft.spec());
        m_editor->setText(m_text);
    }
    showProblems(readSpecText(m_text.toStdString(), calendar()).problems);
}

void SpecPanel::showTyped(const TypedText &typed)
{
    if (!m_isInStep && typed.text == m_text)
        return; // its undo and its caret are those of the editor
    m_isInStep = true; // nothing is kept meanwhile
    m_text = typed.text;
    m_editor->setText(m_text);
    m_editor->setCaret(typed.caret);
    m_isInStep = false;
    SpecReading reading = readSpecText(m_text.toStdString(), calendar());
    if (reading.spec)
        m_pause->start(); // a step of undo is under way: another one has to wait
    showProblems(std::move(reading.problems));
}

void SpecPanel::keepTyped()
{
    if (!m_isInStep)
        m_draft.setTyped(TypedText{m_text, m_editor->textCursor().position()});
}

void SpecPanel::returnToDraft()
{
    m_draft.setTypedAside(tr("Return to the valid spec"));
}

bool SpecPanel::load(const QString &text, const QString &what)
{
    const SpecReading reading = readSpecText(text.toStdString(), calendar());
    if (!reading.spec)
        return false;
    Draft draft;
    draft.spec = *reading.spec;
    draft.automaticGranularity = false;
    m_draft.open(std::move(draft), what);
    return true;
}

void SpecPanel::showText(const QString &text)
{
    if (text.size() > SpecEditor::mostText) {
        Q_EMIT said(tr("The text is too long to be shown in the spec panel."));
        return;
    }
    m_isStale = false;
    m_editor->replaceText(text);
    m_editor->goTo(0, 0);
    m_text = m_editor->text();
    judge();
    if (!m_problems.empty())
        goToNextProblem();
}

void SpecPanel::format()
{
    if (const auto formatted = formattedJson(m_editor->text().toStdString()))
        m_editor->replaceText(QString::fromStdString(*formatted));
    else
        goToNextProblem();
}

void SpecPanel::readText()
{
    QString text = m_editor->text();
    if (text == m_text) // the panel's own doing, or colours
        return;
    m_text = std::move(text);
    if (m_text.size() <= readAtOnce) {
        judge();
    } else {
        m_isInStep = false;
        keepTyped();
        m_pause->start();
    }
}

void SpecPanel::judge()
{
    m_pause->stop();
    SpecReading reading = readSpecText(m_text.toStdString(), calendar());
    m_isInStep = reading.spec.has_value();
    if (reading.spec)
        adopt(*reading.spec);
    else
        keepTyped();
    showProblems(std::move(reading.problems));
}

void SpecPanel::adopt(const insights::v1::QuerySpec &spec)
{
    const int line = m_editor->textCursor().blockNumber();
    if (std::exchange(m_editedLine, line) != line)
        ++m_mergeKey;
    const QString what = tr("Edit spec");
    m_draft.setTyped(std::nullopt);
    m_isOwnEdit = true;
    m_draft.editSpec(spec, what, m_mergeKey);
    if (!MessageDifferencer::Equals(m_draft.spec(), spec)) { // what is written goes before what is automatic
        Draft draft = m_draft.draft();
        draft.automaticGranularity = false;
        if (!MessageDifferencer::Equals(draft.spec.time_range(), spec.time_range()))
            draft.time.preset = TimePreset::Fixed;
        draft.spec = spec;
        m_draft.edit(std::move(draft), what, m_mergeKey);
    }
    m_isOwnEdit = false;
}

void SpecPanel::undo()
{
    if (!m_isInStep && m_editor->document()->isUndoAvailable())
        m_editor->undo();
    else
        m_draft.undoStack().undo();
}

void SpecPanel::redo()
{
    if (m_editor->document()->isRedoAvailable())
        m_editor->redo();
    else
        m_draft.undoStack().redo();
}
