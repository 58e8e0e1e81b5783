// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/canvas/painters.h"

#include <QHash>
#include <QImage>

namespace baton {

/// Empty cards, drawn once for each state at the current scale: what is the same on hundreds of cards is most of the
/// work of drawing them.
class SheetCache
{
public:
    /// The sheet of \a card with DisplayList::reach around it, in device pixels.
    const QImage &sheetFor(const Brush &brush, const CardItem &card);
    void clear() { m_sheets.clear(); }

private:
    QHash<int, QImage> m_sheets;
    qreal m_scale = 0;
    Detail m_detail = Detail::Full;
};

} // namespace baton
