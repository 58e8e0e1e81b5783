// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>
#include <QRegion>

#include <functional>

class QPainter;

namespace baton {

/// A picture of the visible part of a plane, in device pixels, that scrolls without being moved: the plane is rolled up
/// on the image, so that a step to the side repaints one narrow strip and nothing is copied.
class ScrollBuffer
{
public:
    /// Paints \a content (pixels of the plane); the painter stands in pixels of the plane and is clipped.
    using Paint = std::function<void(QPainter &painter, const QRect &content)>;

    void resize(QSize size);
    QSize size() const { return m_image.size(); }
    QPoint origin() const { return m_origin; } ///< The plane's pixel at the top left.
    void moveTo(QPoint origin);
    void invalidate() { restart(m_origin); }
    void invalidate(const QRect &content) { m_dirty += content & visible(); }
    /// Another plane: nothing of the old one is kept.
    void restart(QPoint origin);
    /// Paints what is missing.
    void refresh(const Paint &paint);
    /// Copies \a part (pixels from the top left of the visible part) to the same place of \a painter's device, whose
    /// logical pixels are \a ratio device pixels.
    void copy(QPainter &painter, const QRect &part, qreal ratio) const;

private:
    struct Piece
    {
        QRect content;
        QPoint place; ///< In the image.
    };
    QRect visible() const { return QRect(m_origin, m_image.size()); }
    QList<Piece> pieces(const QRect &content) const;

    QImage m_image;
    QPoint m_origin;
    QPoint m_rolledFrom; ///< The plane's pixel at the image's top left.
    QRegion m_dirty;
};

} // namespace baton
