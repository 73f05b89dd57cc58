// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a question gets a name and a file.
#include <google/protobuf/util/message_differencer.h>

#include "query/question.h"
#include "session/question_document.h"
#include "session/question_file.h"
#include "session/question_words.h"
#include "ui/library/item_dialog.h"
#include "ui/shell/answer_thumbnail.h"
#include "ui/shell/library_room.h"

#include <QFileDialog>

using google::protobuf::util::MessageDifferencer;

LibraryItem LibraryRoom::draftItem() const
{
    LibraryItem item;
    item.project = m_catalog.projectId();
    item.document = questionOf(m_draft.draft());
    const AnsweredPtr &last = m_controller.lastAnswer();
    if (last && MessageDifferencer::Equals(last->spec, m_draft.spec()))
        item.thumbnail = answerThumbnail(*last);
    return item;
}

void LibraryRoom::save()
{
    const LibraryItem *open = m_keeping.library().item(m_open);
    if (open == nullptr) {
        saveAs();
        return;
    }
    if (!isEdited() && open->project == m_catalog.projectId()) {
        m_isOutrun = false;
        Q_EMIT said(tr("%1 is saved.").arg(open->name));
        return;
    }
    const LibraryItem item = draftItemAs(*open);
    if (m_isOutrun)
        refuse(item);
    else
        store(item);
}

LibraryItem LibraryRoom::draftItemAs(const LibraryItem &saved) const
{
    LibraryItem item = draftItem();
    item.id = saved.id;
    item.name = saved.name;
    item.note = saved.note;
    item.folder = saved.folder;
    return item;
}

void LibraryRoom::store(const LibraryItem &item)
{
    m_unpictured = item.thumbnail.isEmpty() ? item.id : 0;
    m_panel->edits().update(item, tr("Save %1").arg(item.name));
    showOpen();
    Q_EMIT said(tr("Saved %1.").arg(item.name));
}

void LibraryRoom::refuse(const LibraryItem &ours)
{
    m_isOutrun |= ours.id == m_open;
    m_refused = ours;
    Q_EMIT refusedChanged();
    Q_EMIT said(tr("%1 is not saved: another window has changed it.").arg(ours.name));
}

// Of the question that is worked on: as it is by now.
LibraryItem LibraryRoom::takeRefused()
{
    LibraryItem ours = *std::exchange(m_refused, std::nullopt);
    if (ours.id == m_open)
        ours = draftItemAs(ours);
    if (const LibraryItem *theirs = m_keeping.library().item(ours.id)) {
        ours.name = theirs->name;
        ours.note = theirs->note;
        ours.folder = theirs->folder;
    }
    Q_EMIT refusedChanged();
    return ours;
}

void LibraryRoom::saveAnyway()
{
    const LibraryItem ours = takeRefused();
    const bool isOpen = ours.id == m_open;
    const bool isGone = m_keeping.library().item(ours.id) == nullptr;
    if (isGone)
        add(ours, isOpen);
    else
        store(ours);
    m_isOutrun &= !isOpen;
}

void LibraryRoom::saveCopy()
{
    LibraryItem ours = takeRefused();
    const bool isOpen = ours.id == m_open;
    ours.name = tr("%1 copy").arg(ours.name);
    add(ours, isOpen);
}

void LibraryRoom::add(const LibraryItem &item, bool isWorkedOn)
{
    const qint64 id = m_panel->edits().add(item);
    if (isWorkedOn) {
        setOpen(id);
        m_unpictured = item.thumbnail.isEmpty() ? id : 0;
        showOpen();
    }
    if (boardIn(item) != nullptr)
        Q_EMIT boardWanted(id);
    Q_EMIT said(tr("Saved %1 in the library.").arg(item.name));
}

void LibraryRoom::showTheirs()
{
    const LibraryItem ours = takeRefused();
    open({boardIn(ours) != nullptr ? LibraryRow::Board : LibraryRow::Question, ours.id, {}});
}

void LibraryRoom::saveAs()
{
    if (!hasEvents(m_draft.spec()))
        return;
    const LibraryItem *open = m_keeping.library().item(m_open);
    const ItemWords proposed{plainText(questionWords(m_draft.spec())), open != nullptr ? open->folder : QString(), {}};
    auto *dialog = new ItemDialog(m_theme, tr("Save question"), tr("Save"), proposed, m_keeping.library().folders(),
                                  true, m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog, item = draftItem()]() mutable {
        const ItemWords words = dialog->words();
        item.name = words.name;
        item.folder = words.folder;
        item.note = words.note;
        add(item, true);
    });
    dialog->open();
}

void LibraryRoom::takeThumbnail()
{
    const auto *ready = std::get_if<Ready>(&m_controller.state());
    const LibraryItem *item = m_keeping.library().item(m_unpictured);
    if (ready == nullptr || item == nullptr)
        return;
    const explorer::v1::Question *question = questionIn(*item);
    if (question == nullptr || questionKey(*question) != questionKey(questionOf(m_draft.draft())))
        return;
    LibraryItem pictured = *item;
    pictured.thumbnail = answerThumbnail(*ready->answer);
    m_unpictured = 0;
    m_keeping.library().update(pictured);
}

void LibraryRoom::saveFile(qint64 id)
{
    const LibraryItem *item = m_keeping.library().item(id);
    if (item == nullptr)
        return;
    const bool isBoard = boardIn(*item) != nullptr;
    const QString suffix = QLatin1String(isBoard ? boardFileSuffix : questionFileSuffix);
    const QString path = QFileDialog::getSaveFileName(
        m_window, isBoard ? tr("Save board as a file") : tr("Save question as a file"), fileNameOf(item->name) + suffix,
        isBoard ? tr("Boards (*.board.json)") : tr("Query specs (*.insight.json)"));
    if (path.isEmpty())
        return;
    item = m_keeping.library().item(id); // the dialog took its time
    if (item == nullptr)
        return;
    const explorer::v1::Board *board = boardIn(*item);
    const QString problem
        = board != nullptr ? saveBoardFile(path, *board) : saveQuestionFile(path, questionIn(*item)->query());
    Q_EMIT said(problem.isEmpty() ? tr("Saved %1.").arg(path) : problem);
}
