// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/layout/layout.h"
#include "model/workflow/workflow.h"

namespace baton {

struct Brush;

/// What an edit would do to a node or to a need.
enum class PreviewMark : quint8 { Added, Changed, Removed };

/// Nodes and edges that a preview lifts out of the rest.
struct PreviewMarks
{
    QHash<NodeKey, PreviewMark> nodes = {};
    QHash<std::pair<NodeKey, NodeKey>, PreviewMark> edges = {}; ///< From what is needed to what needs it.

    bool isEmpty() const { return nodes.isEmpty() && edges.isEmpty(); }
    /// How many nodes, and how many edges, have this mark.
    int nodeCount(PreviewMark mark) const;
    int edgeCount(PreviewMark mark) const;
};

/// The plan after an edit, together with what the edit takes away, to be shown but never saved.
struct PlanPreview
{
    Contents contents;
    PreviewMarks marks;
};

/// \a shown: where everything stands on the canvas now, so that it stays there. \a subjects are marked
/// where the edit itself touches no node.
PlanPreview previewOf(const Contents &contents, const Positions &shown, const Edit &edit,
                      const QList<NodeKey> &subjects = {});

/// A veil over what is painted, and on it once more, in full, what is marked.
void paintMarks(const Brush &brush, const PreviewMarks &marks);

} // namespace baton
