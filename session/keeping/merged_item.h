// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/keeping/kept.h"

bool areEqual(const LibraryItem &a, const LibraryItem &b); // but for id, revision and times
bool haveOneDocument(const LibraryItem &a, const LibraryItem &b);

struct MergedItem
{
    LibraryItem item;
    bool isDocumentTheirs = false; // both have another one than the base: ours is not in the item
};

// What `ours` made of `base`, done to `theirs`: each of name, note, folder, project and document that is another there.
// Of names that both changed ours counts. An item that they removed comes back with another document.
MergedItem mergedItem(const LibraryItem &base, const LibraryItem &ours, const LibraryItem &theirs);
