// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/canvas/painters.h"
#include "views/canvas/planscene.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>

namespace baton {

/// What moves on the canvas while a run is watched: the baton along the edges, ACTIVE cards that breathe, gates that open
/// or shake. One timer, only while something moves; a frame's work depends on what moves and is visible, never on the
/// plan's size.
class Motion : public QObject
{
    Q_OBJECT

public:
    explicit Motion(const PlanScene &scene, QObject *parent = nullptr);

    /// Starts what \a events set in motion.
    void follow(const QList<Event> &events);
    void stop();
    bool isMoving() const { return m_timer.isActive(); }
    /// What breathes is looked for here, at this scale.
    void setVisible(const QRectF &rect, qreal scale);

    void paint(const Brush &brush) const;
    QList<QRectF> reach() const;

signals:
    void moved();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Dot
    {
        NodeKey from;
        NodeKey to;
        qint64 startedAt;
    };
    struct Sway
    {
        NodeKey gate;
        bool opens; ///< Else it shakes.
        qint64 startedAt;
    };
    void findBreathing();
    void runOrRest();
    const EdgeItem *edgeOf(const Dot &dot) const;

    const PlanScene &m_scene;
    QBasicTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_now = 0; ///< Of the frame: reach() and paint() must speak of the same moment.
    QList<Dot> m_dots;
    QList<Sway> m_sways;
    QList<NodeKey> m_breathing; ///< Visible ACTIVE cards.
    QRectF m_visible;
    qreal m_scale = 1;
    bool m_isLive = false;
};

} // namespace baton
