// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/scrollbuffer.h"

#include <QPainter>

namespace baton {

namespace {

int wrapped(int value, int size)
{
    const int rest = value % size;
    return rest < 0 ? rest + size : rest;
}

} // namespace

void ScrollBuffer::resize(QSize size)
{
    if (size == m_image.size())
        return;
    m_image = size.isEmpty() ? QImage() : QImage(size, QImage::Format_RGB32);
    invalidate();
}

void ScrollBuffer::moveTo(QPoint origin)
{
    const QRect before = visible();
    m_origin = origin;
    m_dirty &= visible();
    m_dirty += QRegion(visible()) - before;
}

void ScrollBuffer::restart(QPoint origin)
{
    m_origin = origin;
    // Rolled up anew, so that the whole is painted in one piece.
    m_rolledFrom = origin;
    m_dirty = visible();
}

QList<ScrollBuffer::Piece> ScrollBuffer::pieces(const QRect &content) const
{
    QList<Piece> pieces;
    const int width = m_image.width();
    const int height = m_image.height();
    for (int y = content.top(); y <= content.bottom();) {
        const int placeY = wrapped(y - m_rolledFrom.y(), height);
        const int rows = std::min(height - placeY, content.bottom() - y + 1);
        for (int x = content.left(); x <= content.right();) {
            const int placeX = wrapped(x - m_rolledFrom.x(), width);
            const int columns = std::min(width - placeX, content.right() - x + 1);
            pieces.append({QRect(x, y, columns, rows), QPoint(placeX, placeY)});
            x += columns;
        }
        y += rows;
    }
    return pieces;
}

void ScrollBuffer::refresh(const Paint &paint)
{
    if (m_dirty.isEmpty() || m_image.isNull())
        return;
    // Many small rectangles cost more than the picture between them.
    constexpr int manyRects = 40;
    if (m_dirty.rectCount() > manyRects)
        m_dirty = m_dirty.boundingRect();
    QPainter painter(&m_image);
    for (const QRect &rect : m_dirty) {
        for (const Piece &piece : pieces(rect)) {
            painter.save();
            painter.setClipRect(QRect(piece.place, piece.content.size()));
            painter.translate(piece.place - piece.content.topLeft());
            paint(painter, piece.content);
            painter.restore();
        }
    }
    m_dirty = {};
}

void ScrollBuffer::copy(QPainter &painter, const QRect &part, qreal ratio) const
{
    if (m_image.isNull())
        return;
    for (const Piece &piece : pieces(part.translated(m_origin) & visible())) {
        const QPointF target = QPointF(piece.content.topLeft() - m_origin) / ratio;
        const QRect source(piece.place, piece.content.size());
        if (ratio == 1)
            painter.drawImage(target.toPoint(), m_image, source);
        else
            painter.drawImage(QRectF(target, QSizeF(source.size()) / ratio), m_image, source);
    }
}

} // namespace baton
