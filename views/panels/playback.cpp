// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/playback.h"

#include "model/run/runrecord.h"

#include <algorithm>

namespace baton {

namespace {

constexpr int frame = 33;               // Milliseconds.
constexpr double wholeRun = 30'000;     // What a run takes at speed 0.

} // namespace

Playback::Playback(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(frame);
    connect(&m_timer, &QTimer::timeout, this, &Playback::tick);
}

void Playback::setRecord(RunRecord *record)
{
    pause();
    m_record = record;
}

double Playback::effectiveSpeed() const
{
    if (m_speed > 0)
        return m_speed;
    const QList<Event> &events = m_record->events();
    return std::max(0.01, double(events.last().time - events.first().time) / wholeRun);
}

void Playback::restart()
{
    // Where the cursor stands before the first event, the run begins with that.
    m_from = m_record->cursor() > 0 ? m_record->state().now : m_record->events().first().time;
    m_clock.start();
}

void Playback::play()
{
    if (!m_record || m_record->events().isEmpty())
        return;
    if (m_record->cursor() >= m_record->last())
        m_record->seek(0);
    restart();
    m_timer.start();
    emit changed();
}

void Playback::pause()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    emit changed();
}

void Playback::setSpeed(double speed)
{
    m_speed = std::max(0.0, speed);
    if (isPlaying() && m_record)
        restart();
}

void Playback::step(int by)
{
    if (!m_record)
        return;
    pause();
    m_record->seek(std::clamp<qint64>(m_record->cursor() + by, 0, m_record->last()));
}

void Playback::tick()
{
    // Somebody went live meanwhile: that is what they want to see.
    if (!m_record || m_record->isLive())
        return pause();
    const QList<Event> &events = m_record->events();
    const qint64 time = m_from + qint64(double(m_clock.elapsed()) * effectiveSpeed());
    const auto after = std::upper_bound(events.cbegin(), events.cend(), time,
                                        [](qint64 wanted, const Event &event) { return wanted < event.time; });
    const qint64 seq = after == events.cbegin() ? 0 : (after - 1)->seq;
    if (seq > m_record->cursor())
        m_record->seek(seq);
    if (m_record && m_record->cursor() >= m_record->last()) {
        pause();
        m_record->goLive();
    }
}

} // namespace baton
