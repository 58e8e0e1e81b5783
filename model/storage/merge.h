// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/yaml/data.h"
#include "model/yaml/regions.h"
#include "model/yaml/tree.h"

namespace baton {

/// What a node of the tree becomes, when what was read from it as \a was is now \a now: what both have alike stays as it
/// is, what neither knows of (unknown keys, values of the wrong type) stays too.
yaml::Data merged(const yaml::Tree &tree, int node, const yaml::Data &was, const yaml::Data &now);

/// The same for the entries of a mapping, also where nothing differs.
yaml::Data mergedMap(const yaml::Tree &tree, int node, const yaml::Data &was, const yaml::Data &now);

/// The same written anew, for a file of the other kind or in canonical form: with what \a node holds beside it and,
/// where \a withComments, with its comments. \a valueFrom: where the key or dash of \a node ends, -1 for the root.
yaml::Data carried(const yaml::Tree &tree, int node, int valueFrom, const yaml::Data &was, const yaml::Data &now, bool withComments);

/// A node of the tree as data written anew.
yaml::Data copied(const yaml::Tree &tree, int node, int valueFrom, bool withComments);

/// The entries of a collection and the bytes they own.
std::vector<yaml::Region> regionsOf(const yaml::Tree &tree, int collection, int valueFrom);

/// Puts an entry where \a order says it belongs: behind the last entry that comes before it there.
void insertOrdered(yaml::Data &map, yaml::DataEntry entry, const QByteArrayList *order);

/// The items of a list that could be read as items of a list of \a count, in order. Empty where that cannot be told.
QList<int> readableItems(const yaml::Tree &tree, int list, qsizetype count);

} // namespace baton
