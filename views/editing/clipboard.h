// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/editing/document.h"

namespace baton {

/// The part of a plan that \a keys name, as a plan of its own: with the personas that its tasks name, and the needs
/// among what is taken.
Contents selectionOf(const Contents &contents, const QList<NodeKey> &keys);

struct Pasting
{
    Edit edit;
    QList<NodeKey> keys; ///< Of what comes in.
};

/// Takes \a part into \a workflow: ids that are taken get fresh ones, references among the part follow, personas that
/// the plan has already are used.
Pasting pasting(const Workflow &workflow, const Contents &part);

/// The selection as a workflow file in YAML, so that it can be pasted into an editor or a message too.
void copyToClipboard(Document &document);
/// Refused, with a sentence, where the clipboard holds no part of a workflow.
Result<void> pasteFromClipboard(Document &document);

} // namespace baton
