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
        Q_EMIT said(tr("%1 is saved.").arg(open->name));
        return;
    }
    LibraryItem item = draftItem();
    item.id = open->id;
    item.name = open->name;
    item.note = open->note;
    item.folder = open->folder;
    m_unpictured = item.thumbnail.isEmpty() ? item.id : 0;
    m_panel->edits().update(item, tr("Save %1").arg(item.name));
    showOpen();
    Q_EMIT said(tr("Saved %1.").arg(item.name));
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
        m_open = m_panel->edits().add(item);
        m_unpictured = item.thumbnail.isEmpty() ? m_open : 0;
        showOpen();
        Q_EMIT said(tr("Saved %1 in the library.").arg(item.name));
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
