// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/motion.h"

#include <QPainter>
#include <QTimerEvent>

#include <cmath>
#include <numbers>

namespace baton {

namespace {

constexpr int frameMs = 16;
constexpr qint64 dotMs = 800;
constexpr qint64 swayMs = 600;
constexpr qint64 breathMs = 2200;
constexpr qsizetype mostDots = 48; // More nobody can follow.
constexpr qreal dotReach = 12;
constexpr qreal glowReach = 9;

qreal eased(qreal t)
{
    return t * t * (3 - 2 * t);
}

} // namespace

Motion::Motion(const PlanScene &scene, QObject *parent)
    : QObject(parent)
    , m_scene(scene)
{
    m_clock.start();
    const auto lookAgain = [this] {
        findBreathing();
        runOrRest();
    };
    connect(&scene, &PlanScene::rebuilt, this, lookAgain);
    connect(&scene, &PlanScene::repaintAllNeeded, this, lookAgain);
}

void Motion::follow(const QList<Event> &events)
{
    m_isLive = true;
    m_now = m_clock.elapsed();
    const qint64 now = m_now;
    for (const Event &event : events) {
        const NodeKey key = m_scene.keyOf(event);
        if (key.isNull())
            continue;
        if (event.type == EventType::GatePassed || event.type == EventType::GateFailed)
            m_sways.append({key, event.type == EventType::GatePassed, now});
        if (event.type != EventType::WorkerComplete && event.type != EventType::GatePassed)
            continue;
        for (quint32 index : m_scene.list().edgesOf(key)) {
            const EdgeItem &edge = m_scene.list().edges()[index];
            const bool carries = edge.kind != EdgeKind::Wire && edge.kind != EdgeKind::Validates;
            if (edge.from == key && carries && !edge.isHidden && m_dots.size() < mostDots &&
                edge.route.bounds().adjusted(-1, -1, 1, 1).intersects(m_visible))
                m_dots.append({edge.from, edge.to, now});
        }
    }
    findBreathing();
    runOrRest();
}

void Motion::stop()
{
    m_isLive = false;
    m_dots.clear();
    m_sways.clear();
    m_breathing.clear();
    runOrRest();
    emit moved();
}

void Motion::setVisible(const QRectF &rect, qreal scale)
{
    m_visible = rect;
    m_scale = scale;
    if (!m_isLive)
        return;
    findBreathing();
    runOrRest();
}

void Motion::findBreathing()
{
    m_breathing.clear();
    if (!m_isLive || detailOf(m_scale) <= Detail::Titles)
        return;
    std::vector<quint32> found;
    m_scene.list().nodesIn(m_visible, found);
    for (quint32 value : found) {
        const CardItem *card = m_scene.list().card(keyOfValue(value));
        if (card && card->state == TaskState::Active && !card->isHidden)
            m_breathing.append(card->key);
    }
}

void Motion::runOrRest()
{
    const bool moves = !m_dots.isEmpty() || !m_sways.isEmpty() || !m_breathing.isEmpty();
    if (moves && !m_timer.isActive())
        m_timer.start(frameMs, this);
    else if (!moves)
        m_timer.stop();
}

void Motion::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    m_now = m_clock.elapsed();
    const qint64 now = m_now;
    m_dots.removeIf([&](const Dot &dot) { return now - dot.startedAt > dotMs; });
    m_sways.removeIf([&](const Sway &sway) { return now - sway.startedAt > swayMs; });
    runOrRest();
    emit moved();
}

const EdgeItem *Motion::edgeOf(const Dot &dot) const
{
    for (quint32 index : m_scene.list().edgesOf(dot.to)) {
        const EdgeItem &edge = m_scene.list().edges()[index];
        if (edge.from == dot.from && edge.to == dot.to)
            return &edge;
    }
    return nullptr;
}

void Motion::paint(const Brush &brush) const
{
    QPainter &painter = brush.painter;
    const qint64 now = m_now;
    painter.setBrush(Qt::NoBrush);
    for (NodeKey key : m_breathing) {
        const CardItem *card = brush.list.card(key);
        if (!card || card->isLifted)
            continue;
        const qreal phase = 2 * std::numbers::pi * qreal(now % breathMs) / breathMs;
        const qreal breath = 0.5 - 0.5 * std::cos(phase);
        QColor glow = brush.style.colorOf(TaskState::Active);
        glow.setAlphaF(float(0.10 + 0.25 * breath));
        const qreal width = 3 + 4 * breath;
        painter.setPen(QPen(glow, width));
        const qreal out = width / 2 + 1;
        painter.drawRoundedRect(card->rect.adjusted(-out, -out, out, out), 8 + out, 8 + out);
    }
    for (const Sway &sway : m_sways) {
        const GateItem *gate = brush.list.gate(sway.gate);
        if (!gate)
            continue;
        const qreal t = qreal(now - sway.startedAt) / swayMs;
        if (sway.opens) {
            QColor ring = brush.style.colorOf(GateState::Passed);
            ring.setAlphaF(float(0.5 * (1 - t)));
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(ring, 3));
            const qreal out = 10 * eased(t);
            const qreal round = gate->isSyncPoint ? 8 : gate->rect.width() / 2;
            painter.drawRoundedRect(gate->rect.adjusted(-out, -out, out, out), round + out, round + out);
        } else {
            painter.save();
            painter.translate(6 * std::sin(t * 6 * std::numbers::pi) * (1 - t), 0);
            paintGate(brush, *gate);
            painter.restore();
        }
    }
    const QColor color = brush.style.colorOf(TaskState::Complete);
    for (const Dot &dot : m_dots) {
        const EdgeItem *edge = edgeOf(dot);
        if (!edge)
            continue;
        const QPointF place = edge->route.pointAt(eased(qreal(now - dot.startedAt) / dotMs));
        QColor halo = color;
        halo.setAlphaF(0.25f);
        painter.setPen(Qt::NoPen);
        painter.setBrush(halo);
        painter.drawEllipse(place, 10, 10);
        painter.setBrush(color);
        painter.drawEllipse(place, 5, 5);
    }
}

QList<QRectF> Motion::reach() const
{
    QList<QRectF> rects;
    const qint64 now = m_now;
    for (NodeKey key : m_breathing) {
        const CardItem *card = m_scene.list().card(key);
        if (!card)
            continue;
        // Only the rim glows; what is inside need not be painted again.
        const QRectF out = card->rect.adjusted(-glowReach, -glowReach, glowReach, glowReach);
        constexpr qreal rim = glowReach + 3;
        rects.append(QRectF(out.left(), out.top(), out.width(), rim));
        rects.append(QRectF(out.left(), out.bottom() - rim, out.width(), rim));
        rects.append(QRectF(out.left(), out.top(), rim, out.height()));
        rects.append(QRectF(out.right() - rim, out.top(), rim, out.height()));
    }
    for (const Sway &sway : m_sways) {
        if (const GateItem *gate = m_scene.list().gate(sway.gate))
            rects.append(gate->rect.adjusted(-14, -14, 14, 14));
    }
    for (const Dot &dot : m_dots) {
        if (const EdgeItem *edge = edgeOf(dot)) {
            const QPointF place = edge->route.pointAt(eased(qreal(now - dot.startedAt) / dotMs));
            rects.append(QRectF(place - QPointF(dotReach, dotReach), QSizeF(2 * dotReach, 2 * dotReach)));
        }
    }
    return rects;
}

} // namespace baton
