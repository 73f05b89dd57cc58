// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QSize>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

// A widget in one state, with what it looks at.
struct GalleryPiece
{
    std::vector<std::shared_ptr<void>> owned; // outlives the widget
    std::unique_ptr<QWidget> widget;
};

struct GalleryEntry
{
    const char *name; // of the picture
    QSize size; // empty: as large as it asks to be
    std::function<GalleryPiece(Theme &)> make;
};

// Another state is another line in one of these.
std::vector<GalleryEntry> questionPieces();
std::vector<GalleryEntry> resultPieces();
std::vector<GalleryEntry> filePieces();
std::vector<GalleryEntry> windowPieces();
