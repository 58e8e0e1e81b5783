// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/textrun.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace baton {

TextRun::TextRun(const QString &text, const QFont &font, qreal room)
    : m_text(text.simplified())
    , m_font(font)
{
    // Nobody sees more of one line, and a title of a megabyte must not be shaped.
    constexpr qsizetype longest = 300;
    m_text.truncate(longest);
    const QFontMetricsF metrics(font);
    if (room > 0)
        m_text = metrics.elidedText(m_text, Qt::ElideRight, room);
    QTextLayout layout(m_text, font);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    if (!line.isValid())
        return;
    m_ascent = line.ascent();
    m_width = line.naturalTextWidth();
    m_glyphs = layout.glyphRuns();
}

void TextRun::draw(QPainter &painter, QPointF baseline) const
{
    const QPaintEngine *engine = painter.paintEngine();
    if (!engine || engine->type() != QPaintEngine::Raster) {
        // Vector formats take text as text.
        painter.setFont(m_font);
        painter.drawText(baseline, m_text);
        return;
    }
    for (const QGlyphRun &run : m_glyphs)
        painter.drawGlyphRun(baseline - QPointF(0, m_ascent), run);
}

void TextRun::drawWithin(QPainter &painter, QPointF baseline, qreal room) const
{
    if (m_width <= room)
        return draw(painter, baseline);
    for (const QGlyphRun &run : m_glyphs) {
        const QList<QPointF> positions = run.positions();
        const auto end = std::upper_bound(positions.cbegin(), positions.cend(), room,
                                          [](qreal limit, QPointF position) { return limit < position.x(); });
        // The last one that begins inside may end outside.
        const qsizetype count = end - positions.cbegin() - 1;
        if (count <= 0)
            return;
        QGlyphRun part = run;
        part.setGlyphIndexes(run.glyphIndexes().first(count));
        part.setPositions(positions.first(count));
        painter.drawGlyphRun(baseline - QPointF(0, m_ascent), part);
    }
}

} // namespace baton
