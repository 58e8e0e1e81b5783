// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/canvas/canvasstyle.h"
#include "views/canvas/displaylist.h"

class QPainter;

namespace baton {

/// What the painters of the canvas share during one pass. The painter stands in scene coordinates, at \a scale.
struct Brush
{
    QPainter &painter;
    const CanvasStyle &style;
    const DisplayList &list;
    qreal scale = 1;
    Detail detail = Detail::Full;
};

// One set of painters for the screen, pictures, thumbnails and the minimap.

/// The ground with its dots.
void paintGround(const Brush &brush, const QRectF &rect);
/// Everything of the display list that touches \a rect, far to near, without the ground and without what is lifted.
void paintItems(const Brush &brush, const QRectF &rect);

void paintLane(const Brush &brush, const LaneItem &lane);
void paintCard(const Brush &brush, const CardItem &card);
void paintGate(const Brush &brush, const GateItem &gate);
/// What the latest check of a gate saw, above it.
void paintCriteria(const Brush &brush, const GateItem &gate);
void paintPersona(const Brush &brush, const PersonaItem &persona);
void paintNote(const Brush &brush, const NoteItem &note);
void paintEdge(const Brush &brush, const EdgeItem &edge);
/// One item of whatever kind.
void paintItem(const Brush &brush, NodeKey key);
/// The titles on blocks, in screen pixels, after the blocks themselves.
void paintFarTitle(const Brush &brush, const CardItem &card, const QTransform &toScreen);

/// The sign of a state, about 8 pixels wide, around \a centre.
void paintStateSign(QPainter &painter, TaskState state, QPointF centre, qreal size, const QColor &color);
void paintPort(const Brush &brush, QPointF centre, const QColor &color, bool hot = false);
void paintBadge(const Brush &brush, const PlanItem &item);
void paintCircle(const Brush &brush, QPointF centre, qreal radius, const QColor &color, const TextRun &initials);
QColor edgeColor(const Brush &brush, const EdgeItem &edge);

} // namespace baton
