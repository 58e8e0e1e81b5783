// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/contents.h"
#include "model/workflow/edit.h"

namespace baton {

/// The parts of a text that joins names: of `a & b`, `a/b`, `a + b`, `a, b` or `@a and @b`, as they are written. Empty
/// where nothing is joined. Whether they are names is for the caller to see: `R&D` may be one.
QStringList joinedNames(const QString &text);

/// The steps that make every reference to \a key (needs, validates, phase, persona, sign_off, after, fixes, near,
/// repeat.until) name \a newId instead. An empty \a newId takes the references out. The node itself is not renamed.
Edit rewritingReferences(const Contents &contents, NodeKey key, const QString &newId);

/// Gives a task these outcomes. A label that takes the place of another one is its new name: every branch (`when`),
/// every `repeat.until` and the outcome of a simulation that name the old one follow. Where it cannot be told which
/// label became which, they stay as they are, for the rules to say so.
Edit changingOutcomes(const Contents &contents, NodeKey task, const QStringList &outcomes);

/// Takes nodes out together with every reference to them, so that nothing dangles. A phase takes its gates along;
/// its tasks stay, without a phase.
Edit removingNodes(const Contents &contents, const QList<NodeKey> &keys);

} // namespace baton
