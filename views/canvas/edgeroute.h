// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QRectF>

#include <array>
#include <vector>

namespace baton {

/// The way an edge takes: a straight line, one curve, a detour that leaves its row for the gap between two rows of cards,
/// follows it, and comes back (curve, line, curve), or through gates, which hide where it changes its height.
class EdgeRoute
{
public:
    EdgeRoute() = default;
    static EdgeRoute straight(QPointF from, QPointF to);
    /// Leaves to the right, arrives from the left.
    static EdgeRoute curve(QPointF from, QPointF to);
    /// Leaves and arrives along \a leaving and \a arriving (control points relative to the ends).
    static EdgeRoute bent(QPointF from, QPointF leaving, QPointF arriving, QPointF to);
    /// By way of the gap at height \a gap.
    static EdgeRoute detour(QPointF from, qreal gap, QPointF to);

    /// Level to \a first, along at height \a gap to \a second, level to the end: straight lines whose upright parts stand
    /// below gates.
    static EdgeRoute through(QPointF from, qreal first, qreal gap, qreal second, QPointF to);

    bool isThroughGates() const { return m_shape == Shape::Through; }
    QPointF from() const { return m_points.front(); }
    QPointF to() const { return m_points.back(); }
    bool leavesLeft() const { return m_points[1].x() < m_points[0].x(); }
    QPainterPath path() const;
    QRectF bounds() const;
    /// From 0 (start) to 1 (end).
    QPointF pointAt(qreal share) const;
    /// Points along it, ends included: two for a straight line, \a perBend + 1 for each of its bends.
    void flatten(int perBend, std::vector<QPointF> &points) const;
    /// The same, near enough to its shape for far zoom, hit tests and the grid.
    static constexpr int sampleCount = 13;
    std::array<QPointF, sampleCount> samples() const;
    qreal distanceTo(QPointF point) const;
    /// With its ends elsewhere, for previews.
    EdgeRoute stretched(QPointF fromBy, QPointF toBy) const;

private:
    std::array<QPointF, 6> corners() const; ///< Of a way through gates.
    enum class Shape : quint8 { Line, Curve, Detour, Through };

    Shape m_shape = Shape::Line;
    std::array<QPointF, 4> m_points = {}; ///< Ends, and between them control points, or the two places where it turns.
};

} // namespace baton
