// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace baton {

class RunRecord;

/// Plays a run from where its cursor stands, as if it happened now: moves the cursor of the record and nothing else.
class Playback : public QObject
{
    Q_OBJECT

public:
    explicit Playback(QObject *parent = nullptr);

    /// The record stays the caller's; null = no run.
    void setRecord(RunRecord *record);
    /// From the beginning where the cursor is at the end.
    void play();
    void pause();
    bool isPlaying() const { return m_timer.isActive(); }
    /// How much faster than it happened; 0 = so that the whole run takes half a minute.
    void setSpeed(double speed);
    double speed() const { return m_speed; }
    /// By one event, to either side.
    void step(int by);

signals:
    void changed(); ///< Began or stopped to play.

private:
    void tick();
    void restart();
    double effectiveSpeed() const;

    QPointer<RunRecord> m_record;
    QTimer m_timer;
    QElapsedTimer m_clock; ///< Since m_from was shown.
    qint64 m_from = 0;     ///< Time in the run.
    double m_speed = 0;
};

} // namespace baton
