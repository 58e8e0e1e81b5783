// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/contents.h"
#include "model/workflow/edit.h"

namespace baton {

/// The steps that make every reference to \a key (needs, validates, phase, persona, sign_off, after, fixes, near,
/// repeat.until) name \a newId instead. An empty \a newId takes the references out. The node itself is not renamed.
Edit rewritingReferences(const Contents &contents, NodeKey key, const QString &newId);

/// Takes nodes out together with every reference to them, so that nothing dangles. A phase takes its gates along;
/// its tasks stay, without a phase.
Edit removingNodes(const Contents &contents, const QList<NodeKey> &keys);

} // namespace baton
