// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keeping/merged_item.h"

namespace {

std::string bytesOf(const LibraryItem &item)
{
    return std::visit([](const auto &document) { return document.SerializeAsString(); }, item.document);
}

template <typename Value>
void take(Value LibraryItem::*field, const LibraryItem &base, const LibraryItem &ours, LibraryItem &into)
{
    if (ours.*field != base.*field)
        into.*field = ours.*field;
}

} // namespace

bool haveOneDocument(const LibraryItem &a, const LibraryItem &b)
{
    return a.document.index() == b.document.index() && bytesOf(a) == bytesOf(b);
}

bool areEqual(const LibraryItem &a, const LibraryItem &b)
{
    return a.name == b.name && a.note == b.note && a.folder == b.folder && a.thumbnail == b.thumbnail
        && a.project == b.project && a.isRemoved == b.isRemoved && haveOneDocument(a, b);
}

MergedItem mergedItem(const LibraryItem &base, const LibraryItem &ours, const LibraryItem &theirs)
{
    MergedItem merged{theirs};
    LibraryItem &item = merged.item;
    take(&LibraryItem::name, base, ours, item);
    take(&LibraryItem::note, base, ours, item);
    take(&LibraryItem::folder, base, ours, item);
    take(&LibraryItem::isRemoved, base, ours, item);
    const bool isOurs = !haveOneDocument(ours, base) && !haveOneDocument(ours, theirs);
    merged.isDocumentTheirs = isOurs && !haveOneDocument(theirs, base);
    if (merged.isDocumentTheirs)
        return merged;
    take(&LibraryItem::project, base, ours, item);
    take(&LibraryItem::thumbnail, base, ours, item);
    if (isOurs) {
        item.document = ours.document;
        item.project = ours.project;
        item.thumbnail = ours.thumbnail;
        item.isRemoved = ours.isRemoved;
    }
    return merged;
}
