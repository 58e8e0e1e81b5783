// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/contents.h"
#include "model/workflow/edit.h"

#include <QHash>
#include <QPointF>
#include <QRectF>

namespace baton {

/// Sizes on the canvas at 100 %, in pixels. The layout and the painters agree on these.
namespace canvas {
inline constexpr qreal cardWidth = 208;
inline constexpr qreal cardHeight = 86;
inline constexpr qreal rowPitch = 104;    ///< From the top of one card to the top of the one below it.
inline constexpr qreal columnPitch = 272; ///< From the left of one card to the left of the next column's.
inline constexpr qreal lanePadding = 18;
inline constexpr qreal laneHead = 44; ///< Height of a lane's header.
inline constexpr qreal laneGap = 44;  ///< Between lanes that stand above each other.
inline constexpr qreal gateWidth = 44;
inline constexpr qreal gateGap = 14;    ///< Between a lane and its gate, and a gate and the next lane.
inline constexpr qreal gateInset = 44;  ///< A gate begins this far below its lane's top.
inline constexpr qreal syncSize = 56;   ///< A sync point's diamond.
inline constexpr qreal noteWidth = 180;
inline constexpr qreal noteHeight = 86;
inline constexpr qreal personaSize = 72;
} // namespace canvas

/// Top-left corners of everything on the canvas.
using Positions = QHash<NodeKey, QPointF>;

/// The room of one node: a card, a sync point's diamond, a note, a persona. Lanes and gates of phases have no size of
/// their own; they follow what is in the phase.
QSizeF sizeOf(const Contents &contents, NodeKey key);

/// Where everything would stand if nothing had been placed by hand: phases as lanes from left to right in their order,
/// each with its gates behind it, tasks in columns along their needs.
Positions automaticPositions(const Contents &contents);

/// Where everything stands: written positions as written; what has none stands in its lane below the others, or where
/// the automatic layout puts it if nothing of its lane is placed. Holds every task, gate, phase and note, and those
/// personas that have a position.
Positions placed(const Contents &contents);

/// The lane around what is in a phase: \a content is the union of its cards, empty for an empty phase (then the lane
/// stands at \a corner with room for one card).
QRectF laneAround(const QRectF &content, QPointF corner);

/// The edit that moves everything to its automatic position.
Edit arranging(const Contents &contents);

} // namespace baton
