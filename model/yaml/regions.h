// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/yaml/data.h"
#include "model/yaml/tree.h"

#include <vector>

namespace baton::yaml {

/// The bytes that one entry of a collection owns. A comment on lines of its own belongs to the entry below it, one on
/// the same line to the entry beside it; blank lines go with what follows.
struct Region
{
    int node = -1;     ///< The key, or the item.
    int value = -1;    ///< The value of the key, or the item.
    int lead = 0;      ///< First byte of the comments, blank lines and indentation before it.
    int begin = 0;     ///< Its first byte: the key, the dash, or in brackets the item itself.
    int keyEnd = 0;    ///< One past the key; of an item, `begin`.
    int valueFrom = 0; ///< One past the colon or the dash; -1 in brackets where there is no colon.
    int end = 0;       ///< In lines: one past its last line break. In brackets: one past the value.
    int comma = -1;    ///< In brackets: where its comma stands, -1 where there is none.
    int after = 0;     ///< In brackets: one past what stands beside it, its comma and comment included.
};

/// The entries of a collection of the tree. Not ok where the text is something that patching does not know.
struct Regions
{
    std::vector<Region> entries;
    int end = 0; ///< Where the last one ends.
    bool isOk = true;
};

/// \a from: the first byte after the line of the key or dash that the collection belongs to, or its own first byte.
Regions blockRegions(const Tree &tree, int collection, int from);
Regions flowRegions(const Tree &tree, int collection);

/// One past the rest of a line, its line break included.
int lineEnd(QByteArrayView bytes, int from);
/// One past the tag and the anchor of a value whose key or dash ends at \a valueFrom; that itself where it has none.
int propertiesEnd(const Tree &tree, int node, int valueFrom);
/// Where the entries of a block collection begin to own bytes, when its key or dash ends at \a valueFrom.
int entriesFrom(const Tree &tree, int collection, int valueFrom);
/// The comments that an entry owns, null where there are none.
std::shared_ptr<const Comments> commentsOf(const Tree &tree, const Region &region);

} // namespace baton::yaml
