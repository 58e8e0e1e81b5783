// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFont>
#include <QGlyphRun>
#include <QList>
#include <QString>

class QPainter;

namespace baton {

/// One line of text, shaped and elided once and painted often: shaping is most of what drawing a short text costs.
class TextRun
{
public:
    TextRun() = default;
    /// \a room: elided to this width where it is longer; 0 = as long as it is.
    TextRun(const QString &text, const QFont &font, qreal room = 0);

    const QString &text() const { return m_text; } ///< As shown.
    qreal width() const { return m_width; }
    bool isEmpty() const { return m_text.isEmpty(); }
    /// With the painter's pen; \a baseline is the left end of the line that the letters stand on.
    void draw(QPainter &painter, QPointF baseline) const;
    /// As much of it as fits into \a room, with dots where that is not all.
    void drawWithin(QPainter &painter, QPointF baseline, qreal room) const;
    void drawCentred(QPainter &painter, QPointF baseline) const { draw(painter, baseline - QPointF(m_width / 2, 0)); }

private:
    QString m_text;
    QFont m_font;
    QList<QGlyphRun> m_glyphs;
    qreal m_ascent = 0;
    qreal m_width = 0;
};

} // namespace baton
