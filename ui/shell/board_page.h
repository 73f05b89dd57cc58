// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/board_controller.h"
#include "session/catalog.h"
#include "ui/library/library_edits.h"
#include "ui/shell/status_line.h"

#include <QWidget>

#include <map>

class BoardGrid;
class BoardHead;
class TileView;
class QLabel;
class QMenu;
class QScrollArea;
class Theme;
struct TileAnswer;

// A board of the library: its questions, answered side by side under one range of time. Edits are edits of the library.
class BoardPage : public QWidget
{
    Q_OBJECT
public:
    BoardPage(const Theme &theme, InsightsClient &client, AnswerCache &answers, Library &library, LibraryEdits &edits,
              Catalog &catalog, QWidget *parent = nullptr);

    void setServer(const std::string &address) { m_controller.setServer(address); }
    void open(qint64 id); // in the project that is open
    void close();
    qint64 shown() const { return m_id; } // 0 for none
    const explorer::v1::Board *board() const; // null for none
    std::vector<TileAnswer> answers() const; // of its tiles
    BoardStatus status() const;
    const Failure *outage() const; // of a tile that found no service; null without
    void refresh();
    void add(const LibraryItem &question);

Q_SIGNALS:
    void statusChanged();
    void questionWanted(const explorer::v1::Question &question, qint64 saved, const QString &title);
    void usersWanted(const catalog::v1::ListUsersRequest &request); // those behind a place in a tile
    void backWanted(); // to the question
    void gone(); // the board was removed

private:
    void arrange();
    void connectSignals();
    void showBoard();
    void showTiles();
    TileView *viewOf(int tile, std::map<const QueryController *, TileView *> &before);
    void showFacts();
    void edit(const explorer::v1::Board &board, const QString &what);
    void editTime(TimePreset preset, const insights::v1::TimeRange *range);
    void showTileMenu(int tile, const QPoint &at);
    void showAddMenu(const QPoint &at);
    void renameTile(int tile);
    void removeTile(int tile);
    QString tileTitle(int tile) const;

    const Theme &m_theme;
    Library &m_library;
    LibraryEdits &m_edits;
    Catalog &m_catalog;
    BoardController m_controller;
    BoardHead *m_head;
    QScrollArea *m_scroll;
    BoardGrid *m_grid;
    QLabel *m_nothing;
    std::map<const QueryController *, TileView *> m_tiles;
    std::vector<const QueryController *> m_order; // of the tiles; only to be found in m_tiles
    qint64 m_id = 0;
};
