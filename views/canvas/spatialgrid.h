// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QRectF>

#include <cstdint>
#include <vector>

namespace baton {

/// Finds what is near a place: a uniform grid of cells over the plan. Whatever lies outside is kept in the cells at the
/// rim, so nothing is ever lost. An entry is a number of the caller's.
class SpatialGrid
{
public:
    /// Empties the grid and spreads it over \a bounds.
    void reset(const QRectF &bounds);
    void add(quint32 entry, const QRectF &rect);
    void remove(quint32 entry, const QRectF &rect);
    /// Entries whose cells \a rect touches, each once, in ascending order.
    void find(const QRectF &rect, std::vector<quint32> &found) const;

private:
    struct Cells
    {
        int left, top, right, bottom;
    };
    Cells cellsOf(const QRectF &rect) const;

    QPointF m_origin;
    qreal m_cell = 512;
    int m_columns = 1;
    int m_rows = 1;
    std::vector<std::vector<quint32>> m_cells{1};
};

} // namespace baton
