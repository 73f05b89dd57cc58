// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/library_room.h"

#include <google/protobuf/util/message_differencer.h>

#include "query/question.h"
#include "session/kept_answer.h"
#include "session/question_document.h"
#include "ui/shell/answer_headline.h"
#include "ui/shell/answer_thumbnail.h"

using google::protobuf::util::MessageDifferencer;

LibraryRoom::LibraryRoom(const Theme &theme, DraftQuery &draft, Catalog &catalog, QueryController &controller,
                         Keeping &keeping, AnswerCache &answers, QWidget *window)
    : QObject(window)
    , m_theme(theme)
    , m_draft(draft)
    , m_catalog(catalog)
    , m_controller(controller)
    , m_keeping(keeping)
    , m_answers(answers)
    , m_window(window)
    , m_log(draft, catalog, controller, keeping, answers, answerHeadline)
    , m_panel(new LibraryPanel(theme, keeping.library(), keeping.history(), window))
{
    connect(m_panel, &LibraryPanel::opened, this, &LibraryRoom::open);
    connect(m_panel, &LibraryPanel::saveQuestionWanted, this, &LibraryRoom::saveAs);
    connect(m_panel, &LibraryPanel::fileWanted, this, &LibraryRoom::saveFile);
    connect(&m_draft, &DraftQuery::startedOver, this, [this] { setOpen(0); });
    connect(&m_draft, &DraftQuery::changed, this, &LibraryRoom::showOpen);
    connect(&m_keeping.library(), &Library::changed, this, &LibraryRoom::showOpen);
    connect(&m_keeping.library(), &Library::loaded, this, &LibraryRoom::showOpen);
    connect(&m_keeping.library(), &Library::documentChangedElsewhere, this,
            [this](qint64 id) { m_isOutrun |= id == m_open; });
    connect(&m_keeping.library(), &Library::refused, this, &LibraryRoom::refuse);
    connect(&m_controller, &QueryController::stateChanged, this, &LibraryRoom::takeThumbnail);
    // Later: whoever opened it first says what time it has there.
    connect(&m_catalog, &Catalog::projectOpened, this, &LibraryRoom::arrive, Qt::QueuedConnection);
}

void LibraryRoom::setServer(const std::string &address)
{
    m_server = address;
    m_log.setServer(address);
}

void LibraryRoom::findThumbnail(const HistoryEntry &entry, const QObject *context,
                                std::function<void(const QByteArray &png)> handler)
{
    m_answers.find({m_server, entry.project, entry.question}, context,
                   [handler = std::move(handler)](const AnswerDocumentPtr &document) {
                       if (document)
                           handler(answerThumbnail(*answeredOf(*document)));
                   });
}

QString LibraryRoom::openName() const
{
    const LibraryItem *item = m_keeping.library().item(m_open);
    return item != nullptr ? item->name : QString();
}

bool LibraryRoom::isEdited() const
{
    const LibraryItem *item = m_keeping.library().item(m_open);
    const explorer::v1::Question *saved = item != nullptr ? questionIn(*item) : nullptr;
    return saved != nullptr && questionKey(*saved) != questionKey(questionOf(m_draft.draft()));
}

void LibraryRoom::showOpen()
{
    const bool isNamed = std::exchange(m_shownName, openName()) != m_shownName;
    const bool isTurned = std::exchange(m_shownEdited, isEdited()) != m_shownEdited;
    if (isNamed || isTurned)
        Q_EMIT openChanged();
}

void LibraryRoom::setOpen(qint64 id)
{
    m_open = id;
    m_isOutrun = false;
}

void LibraryRoom::letGo()
{
    m_coming.reset();
    setOpen(0);
    showOpen();
}

void LibraryRoom::open(const LibraryPlace &place)
{
    if (place.row == LibraryRow::Board) {
        Q_EMIT boardWanted(place.id);
        return;
    }
    if (place.row == LibraryRow::Asked) {
        if (const HistoryEntry *entry = m_keeping.history().entry(place.id))
            bring({entry->question, entry->project, tr("Ask %1 again").arg(entry->words)});
        return;
    }
    const LibraryItem *item = m_keeping.library().item(place.id);
    if (item == nullptr)
        return;
    if (const explorer::v1::Question *question = questionIn(*item))
        bring({*question, item->project, tr("Open %1").arg(item->name), item->id});
}

void LibraryRoom::openQuestion(const explorer::v1::Question &question, qint64 saved, const QString &title)
{
    bring({question, m_catalog.projectId(), tr("Open %1").arg(title), saved});
}

bool LibraryRoom::isKnown(const std::string &project) const
{
    for (const auto &known : m_catalog.projects())
        if (known.id() == project)
            return true;
    return m_catalog.projects().empty(); // nobody can say
}

void LibraryRoom::bring(Coming coming)
{
    const bool isElsewhere = !coming.project.empty() && coming.project != m_catalog.projectId();
    if (isElsewhere && !isKnown(coming.project)) {
        Q_EMIT said(tr("Asked of this project: %1 is not on this server.").arg(QString::fromStdString(coming.project)));
        coming.project = m_catalog.projectId();
    }
    m_coming = std::move(coming);
    if (m_coming->project.empty() || m_coming->project == m_catalog.projectId())
        arrive();
    else
        Q_EMIT projectWanted(QString::fromStdString(m_coming->project));
}

// In the project it was asked in, by now.
void LibraryRoom::arrive()
{
    if (!m_coming || (!m_coming->project.empty() && m_coming->project != m_catalog.projectId()))
        return;
    const Coming coming = *std::exchange(m_coming, std::nullopt);
    setOpen(coming.item);
    m_draft.open(draftOf(coming.question), coming.what);
    if (!coming.typed.isEmpty())
        m_draft.bringTyped({coming.typed});
    showOpen();
    m_log.recall();
    Q_EMIT questionOpened();
    if (coming.isAfterCrash)
        Q_EMIT broughtBack();
}

void LibraryRoom::bringBack()
{
    if (m_keeping.drafts().isLoaded())
        chooseDraft();
    else
        connect(&m_keeping.drafts(), &KeptDrafts::loaded, this, &LibraryRoom::chooseDraft);
}

void LibraryRoom::chooseDraft()
{
    KeptDrafts &drafts = m_keeping.drafts();
    const std::optional<KeptDraft> orphan = drafts.orphan();
    const std::optional<KeptDraft> draft = orphan ? orphan : drafts.last();
    if (orphan)
        drafts.dismissOrphan();
    if (!draft || (!hasEvents(draft->question.query()) && draft->typed.isEmpty()) || m_draft.undoStack().count() > 0)
        return;
    Coming coming{draft->question, draft->project,    tr("Go on with the question before"), 0,
                  draft->typed,    orphan.has_value()};
    const std::string key = questionKey(draft->question);
    for (const LibraryItem *item : m_keeping.library().items()) {
        const explorer::v1::Question *saved = questionIn(*item);
        if (saved != nullptr && item->project == draft->project && questionKey(*saved) == key)
            coming.item = item->id;
    }
    if (!m_catalog.projectId().empty()) {
        bring(std::move(coming));
        return;
    }
    m_coming = std::move(coming);
    Q_EMIT projectPreferred(QString::fromStdString(draft->project));
    setOffline(m_isOffline);
}

void LibraryRoom::setOffline(bool offline)
{
    m_isOffline = offline;
    if (offline && m_coming && m_catalog.projectId().empty())
        Q_EMIT projectWanted(QString::fromStdString(m_coming->project));
}
