// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/canvas/canvasstyle.h"
#include "views/canvas/displaylist.h"

class QPainter;

namespace baton {

class SheetCache;

/// What the painters of the canvas share during one pass. The painter stands in scene coordinates, at \a scale.
struct Brush
{
    QPainter &painter;
    const CanvasStyle &style;
    const DisplayList &list;
    qreal scale = 1;
    Detail detail = Detail::Full;
    QRectF clip = {}; ///< Nothing outside is seen, so it need not be painted.
    bool isVector = false; ///< Curves stay curves and text stays text: SVG, PDF.
    SheetCache *sheets = nullptr; ///< Where one repaints often.
};

/// The brush for painting \a clip with \a painter.
Brush brushFor(QPainter &painter, const CanvasStyle &style, const DisplayList &list, qreal scale, Detail detail,
               const QRectF &clip);

// One set of painters for the screen, pictures, thumbnails and the minimap.

/// The ground with its dots.
void paintGround(const Brush &brush);
/// Everything of the display list that touches the clip, far to near, without the ground and without what is lifted.
void paintItems(const Brush &brush);

void paintLane(const Brush &brush, const LaneItem &lane);
void paintCard(const Brush &brush, const CardItem &card);
/// The card without what is written on it.
void paintSheet(const Brush &brush, const CardItem &card);
void paintGate(const Brush &brush, const GateItem &gate);
/// What the latest check of a gate saw, above it.
void paintCriteria(const Brush &brush, const GateItem &gate);
void paintPersona(const Brush &brush, const PersonaItem &persona);
void paintNote(const Brush &brush, const NoteItem &note);
void paintEdge(const Brush &brush, const EdgeItem &edge);
/// `1.2k`, `150k`, `1.5M`
QString shortCount(qint64 tokens);
/// `90k/150k`; without a plan only what was used.
QString spendText(const Spend &spend);
/// One item of whatever kind.
void paintItem(const Brush &brush, NodeKey key);
/// The titles on blocks, in screen pixels, after the blocks themselves.
void paintFarTitle(const Brush &brush, const CardItem &card, const QTransform &toScreen);

/// The sign of a state, about 8 pixels wide, around \a centre.
void paintStateSign(QPainter &painter, TaskState state, QPointF centre, qreal size, const QColor &color);
void paintPort(const Brush &brush, QPointF centre, const QColor &color, bool hot = false);
void paintBadge(const Brush &brush, const PlanItem &item);
/// The sign of a problem; \a size 1 is that of a node's.
void paintBadge(const Brush &brush, QPointF centre, Severity severity, qreal size = 1);
void paintCircle(const Brush &brush, QPointF centre, qreal radius, const QColor &color, const TextRun &initials);
void paintOutcomes(const Brush &brush, const CardItem &card);
/// Whether it, or an end of it, is selected.
bool isFocused(const Brush &brush, const EdgeItem &edge);
QColor edgeColor(const Brush &brush, const EdgeItem &edge);

} // namespace baton
