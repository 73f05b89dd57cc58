// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is said of a board and done to its tiles.
#include "session/board.h"
#include "session/question_words.h"
#include "ui/library/library_words.h"
#include "ui/shell/board_answers.h"
#include "ui/shell/board_head.h"
#include "ui/shell/board_page.h"
#include "ui/shell/tile_view.h"
#include "ui/theme/theme.h"

#include <QInputDialog>
#include <QLocale>
#include <QMenu>

using explorer::v1::Board;
using explorer::v1::Tile;

QString BoardPage::tileTitle(int tile) const
{
    const QString title = QString::fromStdString(board()->tiles(tile).title());
    return title.isEmpty() ? plainText(questionWords(m_controller.question(tile).query())) : title;
}

BoardStatus BoardPage::status() const
{
    const BoardController::Round &round = m_controller.round();
    BoardStatus status{round.tiles, round.elapsedMs, !round.isOver, 0, {}, 0, {}};
    for (int i = 0; i < m_controller.count(); ++i) {
        const QueryController &tile = m_controller.tile(i);
        status.failed += std::holds_alternative<Failed>(tile.state()) ? 1 : 0;
        if (const AnsweredPtr &answer = tile.lastAnswer()) {
            status.at = status.at.isValid() ? std::max(status.at, answer->at) : answer->at;
            status.rowsRead += answer->isKept ? 0 : qint64(answer->frames->info.rows_read());
            status.engine = QString::fromStdString(answer->frames->info.engine());
        }
    }
    return status;
}

const Failure *BoardPage::outage() const
{
    for (int i = 0; i < m_controller.count(); ++i)
        if (const auto *failed = std::get_if<Failed>(&m_controller.tile(i).state());
            failed != nullptr && failed->failure.kind == Failure::Kind::Unreachable)
            return &failed->failure;
    return nullptr;
}

void BoardPage::showFacts()
{
    const auto [tiles, elapsedMs, isAsking, failed, last, rowsRead, engine] = status();
    QStringList facts{m_controller.count() == 1 ? tr("1 tile") : tr("%1 tiles").arg(m_controller.count()),
                      QString::fromStdString(m_catalog.projectTime().timezone)};
    if (last.isValid())
        facts << tr("answered %1").arg(longMoment(last, QDateTime::currentDateTime()).toLower());
    if (failed > 0)
        facts << tr("%1 without a new answer").arg(failed);
    m_head->setFacts(facts.join(QStringLiteral(" · ")));
    Q_EMIT statusChanged();
}

void BoardPage::editTime(TimePreset preset, const insights::v1::TimeRange *range)
{
    Board after = *board();
    after.set_time_preset(timePresetId(preset));
    *after.mutable_time_range()
        = range != nullptr ? *range : timeRange(preset, m_catalog.projectTime(), QDateTime::currentMSecsSinceEpoch());
    edit(after, tr("Change time"));
}

void BoardPage::add(const LibraryItem &question)
{
    Board after = *board();
    addTile(after, question);
    edit(after, tr("Add %1").arg(question.name));
}

void BoardPage::showAddMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("addTileMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const LibraryItem *item : m_library.items()) {
        const explorer::v1::Question *question = questionIn(*item);
        if (question == nullptr)
            continue;
        QAction *action = menu->addAction(m_theme.icon(questionIcon(question->query())),
                                          QString(item->name).replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, id = item->id] {
            if (const LibraryItem *chosen = m_library.item(id))
                add(*chosen);
        });
    }
    if (menu->isEmpty())
        menu->addAction(tr("Save a question first: Ctrl+S"))->setEnabled(false);
    menu->popup(at);
}

void BoardPage::showTileMenu(int tile, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("tileMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open the question"), this, [this, tile] {
        Q_EMIT questionWanted(m_controller.question(tile), board()->tiles(tile).saved_question(), tileTitle(tile));
    });
    menu->addAction(tr("Ask again"), this, [this, tile] { m_controller.retry(tile); });
    menu->addSeparator();
    menu->addAction(tr("Rename…"), this, [this, tile] { renameTile(tile); });
    menu->addAction(tr("Remove from the board"), this, [this, tile] { removeTile(tile); });
    menu->popup(at);
}

void BoardPage::renameTile(int tile)
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("tileNameDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename tile"));
    dialog->setLabelText(tr("Title; empty for the question in words"));
    dialog->setTextValue(QString::fromStdString(board()->tiles(tile).title()));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, tile, id = m_id](const QString &title) {
        if (board() == nullptr || id != m_id || tile >= board()->tiles_size())
            return;
        Board after = *board();
        after.mutable_tiles(tile)->set_title(title.trimmed().toStdString());
        edit(after, tr("Rename tile"));
    });
    dialog->open();
}

void BoardPage::removeTile(int tile)
{
    Board after = *board();
    const QString what = tr("Remove %1").arg(tileTitle(tile));
    ::removeTile(after, tile);
    edit(after, what);
}

std::vector<TileAnswer> BoardPage::answers() const
{
    std::vector<TileAnswer> answers;
    for (int i = 0; i < m_controller.count(); ++i) {
        const QueryController &tile = m_controller.tile(i);
        const auto *failed = std::get_if<Failed>(&tile.state());
        answers.push_back(
            {tile.lastAnswer(), tile.besides(),
             failed != nullptr ? QString::fromStdString(failed->failure.message) : tr("Not answered yet")});
    }
    return answers;
}
