// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/sheetcache.h"

#include <QPainter>

#include <cmath>

namespace baton {

const QImage &SheetCache::sheetFor(const Brush &brush, const CardItem &card)
{
    if (m_scale != brush.scale || m_detail != brush.detail) {
        m_sheets.clear();
        m_scale = brush.scale;
        m_detail = brush.detail;
    }
    const int look = (card.state ? 1 + int(*card.state) : 0) * 2 + (card.isSelected ? 1 : 0);
    QImage &sheet = m_sheets[look];
    if (!sheet.isNull())
        return sheet;
    constexpr qreal reach = DisplayList::reach;
    const QSizeF size((canvas::cardWidth + 2 * reach) * m_scale, (canvas::cardHeight + 2 * reach) * m_scale);
    sheet = QImage(int(std::ceil(size.width())), int(std::ceil(size.height())), QImage::Format_ARGB32_Premultiplied);
    sheet.fill(Qt::transparent);
    QPainter painter(&sheet);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(m_scale, m_scale);
    painter.translate(reach, reach);
    CardItem blank;
    blank.rect = QRectF(0, 0, canvas::cardWidth, canvas::cardHeight);
    blank.state = card.state;
    blank.isSelected = card.isSelected;
    Brush plain{painter, brush.style, brush.list, brush.scale, brush.detail};
    paintSheet(plain, blank);
    return sheet;
}

} // namespace baton
