// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/textrun.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <QRawFont>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

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
    const QPointF corner = baseline - QPointF(0, m_ascent);
    for (qsizetype i = 0; i < m_glyphs.size(); ++i) {
        const QGlyphRun &run = m_glyphs.at(i);
        const QRawFont font = run.rawFont();
        const QList<quint32> dots = font.glyphIndexesForString(u"…"_s);
        const qreal limit = room - font.advancesForGlyphIndexes(dots).value(0).x();
        const QList<QPointF> positions = run.positions();
        if (i + 1 < m_glyphs.size() && m_glyphs.at(i + 1).positions().value(0).x() <= limit) {
            painter.drawGlyphRun(corner, run);
            continue;
        }
        const auto end = std::upper_bound(positions.cbegin(), positions.cend(), limit,
                                          [](qreal most, QPointF position) { return most < position.x(); });
        // The last one that begins inside may end outside: there the dots stand.
        const qsizetype count = end - positions.cbegin() - 1;
        if (count <= 0)
            return;
        QGlyphRun part = run;
        part.setGlyphIndexes(run.glyphIndexes().first(count) + dots);
        part.setPositions(positions.first(count) + QList<QPointF>(dots.size(), positions.at(count)));
        return painter.drawGlyphRun(corner, part);
    }
}

} // namespace baton
