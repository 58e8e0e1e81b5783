// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/edgeroute.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace baton {

namespace {

QPointF onCubic(QPointF a, QPointF b, QPointF c, QPointF d, qreal t)
{
    const qreal s = 1 - t;
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

/// From one height to another, level at both ends.
QPointF onStep(QPointF a, QPointF b, qreal t)
{
    const qreal middle = (a.x() + b.x()) / 2;
    return onCubic(a, {middle, a.y()}, {middle, b.y()}, b, t);
}

void addStep(QPainterPath &path, QPointF a, QPointF b)
{
    const qreal middle = (a.x() + b.x()) / 2;
    path.cubicTo({middle, a.y()}, {middle, b.y()}, b);
}

qreal distanceToSegment(QPointF point, QPointF a, QPointF b)
{
    const QPointF along = b - a;
    const qreal length = QPointF::dotProduct(along, along);
    const qreal t = length > 0 ? std::clamp(QPointF::dotProduct(point - a, along) / length, 0.0, 1.0) : 0.0;
    const QPointF gap = point - (a + t * along);
    return std::hypot(gap.x(), gap.y());
}

} // namespace

EdgeRoute EdgeRoute::straight(QPointF from, QPointF to)
{
    EdgeRoute route;
    route.m_points = {from, from, to, to};
    return route;
}

EdgeRoute EdgeRoute::curve(QPointF from, QPointF to)
{
    const qreal across = to.x() - from.x();
    const qreal down = std::abs(to.y() - from.y());
    // Backwards it swings out; forwards half way is where it turns.
    const qreal reach = across > 0 ? std::max(across / 2, std::min(28.0, across))
                                   : std::min(160.0, 60 + down / 3 - across / 6);
    return bent(from, {reach, 0}, {-reach, 0}, to);
}

EdgeRoute EdgeRoute::bent(QPointF from, QPointF leaving, QPointF arriving, QPointF to)
{
    EdgeRoute route;
    route.m_shape = Shape::Curve;
    route.m_points = {from, from + leaving, to + arriving, to};
    return route;
}

EdgeRoute EdgeRoute::detour(QPointF from, qreal gap, QPointF to)
{
    constexpr qreal channel = 34; // Fits between two columns of cards.
    EdgeRoute route;
    route.m_shape = Shape::Detour;
    route.m_points = {from, {from.x() + channel, gap}, {to.x() - channel, gap}, to};
    return route;
}

EdgeRoute EdgeRoute::through(QPointF from, qreal first, qreal gap, qreal second, QPointF to)
{
    EdgeRoute route;
    route.m_shape = Shape::Through;
    route.m_points = {from, {first, gap}, {second, gap}, to};
    return route;
}

std::array<QPointF, 6> EdgeRoute::corners() const
{
    const QPointF &first = m_points[1];
    const QPointF &second = m_points[2];
    return {from(), {first.x(), from().y()}, first, second, {second.x(), to().y()}, to()};
}

QPainterPath EdgeRoute::path() const
{
    QPainterPath path(m_points[0]);
    switch (m_shape) {
    case Shape::Line:
        path.lineTo(m_points[3]);
        break;
    case Shape::Curve:
        path.cubicTo(m_points[1], m_points[2], m_points[3]);
        break;
    case Shape::Detour:
        addStep(path, m_points[0], m_points[1]);
        path.lineTo(m_points[2]);
        addStep(path, m_points[2], m_points[3]);
        break;
    case Shape::Through:
        for (const QPointF &corner : corners())
            path.lineTo(corner);
        break;
    }
    return path;
}

QRectF EdgeRoute::bounds() const
{
    const auto [left, right] = std::minmax_element(m_points.begin(), m_points.end(),
                                                   [](QPointF a, QPointF b) { return a.x() < b.x(); });
    const auto [top, bottom] = std::minmax_element(m_points.begin(), m_points.end(),
                                                   [](QPointF a, QPointF b) { return a.y() < b.y(); });
    return QRectF(QPointF(left->x(), top->y()), QPointF(right->x(), bottom->y()));
}

QPointF EdgeRoute::pointAt(qreal share) const
{
    switch (m_shape) {
    case Shape::Line:
        return m_points[0] + share * (m_points[3] - m_points[0]);
    case Shape::Curve:
        return onCubic(m_points[0], m_points[1], m_points[2], m_points[3], share);
    case Shape::Through: {
        // A fifth of the way for each piece would crawl upright; by length it runs evenly.
        const auto points = corners();
        qreal whole = 0;
        for (size_t i = 0; i + 1 < points.size(); ++i)
            whole += QLineF(points[i], points[i + 1]).length();
        qreal left = share * whole;
        for (size_t i = 0; i + 1 < points.size(); ++i) {
            const QLineF piece(points[i], points[i + 1]);
            if (left <= piece.length() && piece.length() > 0)
                return piece.pointAt(left / piece.length());
            left -= piece.length();
        }
        return to();
    }
    case Shape::Detour:
        break;
    }
    // The steps take the first and the last quarter.
    if (share < 0.25)
        return onStep(m_points[0], m_points[1], share * 4);
    if (share > 0.75)
        return onStep(m_points[2], m_points[3], (share - 0.75) * 4);
    return m_points[1] + (share - 0.25) * 2 * (m_points[2] - m_points[1]);
}

void EdgeRoute::flatten(int perBend, std::vector<QPointF> &points) const
{
    points.clear();
    switch (m_shape) {
    case Shape::Line:
        points.assign({m_points[0], m_points[3]});
        return;
    case Shape::Curve:
        for (int i = 0; i <= perBend; ++i)
            points.push_back(onCubic(m_points[0], m_points[1], m_points[2], m_points[3], qreal(i) / perBend));
        return;
    case Shape::Detour:
        for (int i = 0; i <= perBend; ++i)
            points.push_back(onStep(m_points[0], m_points[1], qreal(i) / perBend));
        for (int i = 0; i <= perBend; ++i)
            points.push_back(onStep(m_points[2], m_points[3], qreal(i) / perBend));
        return;
    case Shape::Through: {
        const auto turns = corners();
        points.assign(turns.begin(), turns.end());
        return;
    }
    }
}

std::array<QPointF, EdgeRoute::sampleCount> EdgeRoute::samples() const
{
    std::array<QPointF, sampleCount> points;
    if (m_shape == Shape::Through) {
        // The corners themselves, or the pieces between samples would cut them.
        const auto turns = corners();
        for (size_t i = 0; i < points.size(); ++i)
            points[i] = turns[std::min(i / 2, turns.size() - 1)];
        for (size_t i = 1; i + 1 < points.size(); i += 2)
            points[i] = (points[i - 1] + points[i + 1]) / 2;
        return points;
    }
    for (int i = 0; i < sampleCount; ++i)
        points[size_t(i)] = pointAt(qreal(i) / (sampleCount - 1));
    return points;
}

qreal EdgeRoute::distanceTo(QPointF point) const
{
    const auto points = samples();
    qreal nearest = distanceToSegment(point, points[0], points[1]);
    for (size_t i = 1; i + 1 < points.size(); ++i)
        nearest = std::min(nearest, distanceToSegment(point, points[i], points[i + 1]));
    return nearest;
}

EdgeRoute EdgeRoute::stretched(QPointF fromBy, QPointF toBy) const
{
    EdgeRoute route = *this;
    if (fromBy != toBy && m_shape != Shape::Curve)
        route = curve(from(), to());
    route.m_points[0] += fromBy;
    route.m_points[1] += fromBy;
    route.m_points[2] += toBy;
    route.m_points[3] += toBy;
    return route;
}

} // namespace baton
