// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/spatialgrid.h"

#include <algorithm>
#include <cmath>

namespace baton {

void SpatialGrid::reset(const QRectF &bounds)
{
    constexpr qreal smallestCell = 384;
    constexpr qreal mostCells = 40'000; // What is far away in a file must not cost memory.
    m_origin = bounds.topLeft();
    m_cell = std::max(smallestCell, std::sqrt(std::max(0.0, bounds.width() * bounds.height()) / mostCells));
    m_columns = std::clamp(int(bounds.width() / m_cell) + 1, 1, int(mostCells));
    m_rows = std::clamp(int(bounds.height() / m_cell) + 1, 1, int(mostCells));
    m_cells.assign(size_t(m_columns) * size_t(m_rows), {});
}

SpatialGrid::Cells SpatialGrid::cellsOf(const QRectF &rect) const
{
    const auto cell = [this](qreal distance, int count) {
        return int(std::clamp(std::floor(distance / m_cell), 0.0, qreal(count - 1)));
    };
    return {cell(rect.left() - m_origin.x(), m_columns), cell(rect.top() - m_origin.y(), m_rows),
            cell(rect.right() - m_origin.x(), m_columns), cell(rect.bottom() - m_origin.y(), m_rows)};
}

void SpatialGrid::add(quint32 entry, const QRectF &rect)
{
    const Cells cells = cellsOf(rect);
    for (int y = cells.top; y <= cells.bottom; ++y) {
        for (int x = cells.left; x <= cells.right; ++x) {
            std::vector<quint32> &cell = m_cells[size_t(y) * size_t(m_columns) + size_t(x)];
            if (cell.empty() || cell.back() != entry)
                cell.push_back(entry);
        }
    }
}

void SpatialGrid::remove(quint32 entry, const QRectF &rect)
{
    const Cells cells = cellsOf(rect);
    for (int y = cells.top; y <= cells.bottom; ++y) {
        for (int x = cells.left; x <= cells.right; ++x)
            std::erase(m_cells[size_t(y) * size_t(m_columns) + size_t(x)], entry);
    }
}

void SpatialGrid::find(const QRectF &rect, std::vector<quint32> &found) const
{
    found.clear();
    const Cells cells = cellsOf(rect);
    for (int y = cells.top; y <= cells.bottom; ++y) {
        for (int x = cells.left; x <= cells.right; ++x) {
            const std::vector<quint32> &cell = m_cells[size_t(y) * size_t(m_columns) + size_t(x)];
            found.insert(found.end(), cell.begin(), cell.end());
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
}

} // namespace baton
