// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/board_page.h"

#include "session/board.h"
#include "session/question_document.h"
#include "session/question_words.h"
#include "ui/board/board_grid.h"
#include "ui/library/library_words.h"
#include "ui/shell/board_head.h"
#include "ui/shell/tile_view.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using explorer::v1::Board;
using explorer::v1::Question;
using explorer::v1::Tile;

BoardPage::BoardPage(const Theme &theme, InsightsClient &client, AnswerCache &answers, Library &library,
                     LibraryEdits &edits, Catalog &catalog, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_library(library)
    , m_edits(edits)
    , m_catalog(catalog)
    , m_controller(client, answers)
    , m_head(new BoardHead(theme))
    , m_scroll(new QScrollArea)
    , m_grid(new BoardGrid(theme))
    , m_nothing(new QLabel(tr("This board has no tiles yet. Add saved questions by “Edit board” and “Add tile”, "
                              "from the menu of a question in the library, or by dragging them onto the board there.")))
{
    setObjectName(QStringLiteral("boardPage"));
    arrange();
    connectSignals();
}

void BoardPage::arrange()
{
    m_nothing->setObjectName(QStringLiteral("boardNothing"));
    m_nothing->setProperty("tone", "text2");
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setContentsMargins(64, 64, 64, 64);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setStyleSheet(QStringLiteral("QScrollArea { background: transparent; }")); // the ground of windows
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_scroll, 1);
}

void BoardPage::connectSignals()
{
    connect(&m_catalog, &Catalog::eventsChanged, this, [this] { // there is a service again
        if (outage() != nullptr)
            m_controller.askAgain();
    });
    connect(m_head, &BoardHead::presetChosen, this, [this](TimePreset preset) { editTime(preset, nullptr); });
    connect(m_head, &BoardHead::rangeChosen, this,
            [this](const insights::v1::TimeRange &range) { editTime(TimePreset::Fixed, &range); });
    connect(m_head, &BoardHead::ownTimeChosen, this, [this] {
        Board after = *board();
        after.clear_time_range();
        after.clear_time_preset();
        edit(after, tr("Let each tile keep its time"));
    });
    connect(m_head, &BoardHead::compareChosen, this, [this](std::optional<Compare> compare) {
        Board after = *board();
        after.clear_compare();
        if (compare)
            after.set_compare(compareId(*compare));
        edit(after, tr("Change comparison"));
    });
    connect(m_head, &BoardHead::backWanted, this, &BoardPage::backWanted);
    connect(m_head, &BoardHead::refreshWanted, this, &BoardPage::refresh);
    connect(m_head, &BoardHead::addWanted, this, &BoardPage::showAddMenu);
    connect(m_head, &BoardHead::editingChanged, m_grid, &BoardGrid::setEditing);
    connect(m_grid, &BoardGrid::cellsChosen, this, [this](int tile, const QRect &cells) {
        Board after = *board();
        placeTile(after, tile, cells);
        edit(after, tr("Move tile"));
    });
    connect(m_grid, &BoardGrid::removeWanted, this, &BoardPage::removeTile);
    connect(m_grid, &BoardGrid::renameWanted, this, &BoardPage::renameTile);
    connect(&m_library, &Library::changed, this, [this] {
        if (m_id != 0)
            showBoard();
    });
    connect(&m_controller, &BoardController::tilesChanged, this, &BoardPage::showTiles);
    connect(&m_controller, &BoardController::stateChanged, this, &BoardPage::showFacts);
}

const Board *BoardPage::board() const
{
    const LibraryItem *item = m_library.item(m_id);
    return item != nullptr ? boardIn(*item) : nullptr;
}

void BoardPage::open(qint64 id)
{
    if (m_id != id) {
        m_controller.clear(); // what is in sight is another board's
        m_id = id;
        m_head->setEditing(board() != nullptr && board()->tiles_size() == 0);
    }
    showBoard();
}

void BoardPage::close()
{
    m_id = 0;
    m_head->setEditing(false);
    m_controller.clear();
}

// As the library has it now.
void BoardPage::showBoard()
{
    const Board *shown = board();
    if (shown == nullptr) {
        close();
        Q_EMIT gone();
        return;
    }
    const ProjectTime place = m_catalog.projectTime();
    const std::int64_t now = QDateTime::currentMSecsSinceEpoch();
    std::vector<Question> questions;
    for (const Tile &tile : shown->tiles())
        questions.push_back(tileQuestion(*shown, tile, m_library, place, now));
    m_head->setName(m_library.item(m_id)->name);
    std::optional<Draft> time;
    if (shown->has_time_range() || !shown->time_preset().empty()) {
        time.emplace();
        time->time.preset = timePresetOf(shown->time_preset());
        *time->spec.mutable_time_range() = shown->time_range();
        time->automaticGranularity = false;
        time = resolved(*time, place, now);
    }
    m_head->setTime(time, place);
    m_head->setCompare(shown->has_compare() ? std::optional(compareOf(shown->compare())) : std::nullopt);
    if (!m_catalog.projectId().empty()) // else when there is a project
        m_controller.ask(questions, m_catalog.projectId(), place);
}

// That of its controller; else the one of its place, whose answer stays in sight until there is another.
TileView *BoardPage::viewOf(int tile, std::map<const QueryController *, TileView *> &before)
{
    auto known = before.find(&m_controller.tile(tile));
    if (known == before.end() && int(m_order.size()) == m_controller.count()) {
        const QueryController *asked = m_order[std::size_t(tile)];
        bool isElsewhere = false;
        for (int i = 0; i < m_controller.count(); ++i)
            isElsewhere |= &m_controller.tile(i) == asked;
        if (!isElsewhere)
            known = before.find(asked);
    }
    if (known == before.end())
        return new TileView(m_theme, m_grid);
    TileView *view = known->second;
    before.erase(known);
    return view;
}

void BoardPage::showTiles()
{
    const Board *shown = board();
    std::map<const QueryController *, TileView *> before;
    before.swap(m_tiles);
    std::vector<BoardGrid::Place> places;
    for (int i = 0; shown != nullptr && i < m_controller.count(); ++i) {
        const QueryController &controller = m_controller.tile(i);
        TileView *tile = viewOf(i, before);
        m_tiles[&controller] = tile;
        tile->disconnect(this);
        tile->setController(controller);
        tile->setTitle(tileTitle(i));
        const Question &question = m_controller.question(i);
        const bool hasOwnTime = !shown->has_time_range() && shown->time_preset().empty();
        tile->setQuestion(question.query(),
                          hasOwnTime ? rangeText(question.query().time_range(), m_catalog.projectTime()) : QString());
        connect(tile, &TileView::openWanted, this, [this, i] {
            Q_EMIT questionWanted(m_controller.question(i), board()->tiles(i).saved_question(), tileTitle(i));
        });
        connect(tile, &TileView::usersWanted, this, &BoardPage::usersWanted);
        connect(tile, &TileView::retryWanted, this, [this, i] { m_controller.retry(i); });
        connect(tile, &TileView::menuWanted, this, [this, i](const QPoint &at) { showTileMenu(i, at); });
        places.push_back({tile, cellsOf(shown->tiles(i)), tileTitle(i)});
    }
    m_order.clear();
    for (int i = 0; i < m_controller.count(); ++i)
        m_order.push_back(&m_controller.tile(i));
    m_grid->setPlaces(places);
    for (const auto &[controller, tile] : before) {
        tile->hide();
        tile->deleteLater();
    }
    m_nothing->setVisible(places.empty());
    m_scroll->setVisible(!places.empty());
    showFacts();
}

void BoardPage::refresh()
{
    showBoard(); // presets mean another time by now
    m_controller.askAgain();
}

void BoardPage::edit(const Board &after, const QString &what)
{
    const LibraryItem *item = m_library.item(m_id);
    if (item == nullptr)
        return;
    LibraryItem changed = *item;
    changed.document = after;
    m_edits.update(changed, what);
}
