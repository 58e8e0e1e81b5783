// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/simulatedexecutor.h"

#include <algorithm>
#include <cmath>

namespace baton {

SimulatedExecutor::SimulatedExecutor(double speed, QObject *parent)
    : TaskExecutor(parent), m_speed(std::isfinite(speed) && speed > 0 ? speed : 1)
{
    m_clock.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SimulatedExecutor::endDue);
}

void SimulatedExecutor::start(const TaskOrder &order)
{
    const double wait = double(order.duration) * 1000 / m_speed;
    const qint64 due = m_clock.nsecsElapsed() / 1000 + qint64(std::min(wait, 1e17));
    m_works.insert({due, {order.id, order.ending}});
    waitForNext();
    emit active(order.id, {});
}

void SimulatedExecutor::stop(const QString &id)
{
    const auto work = std::find_if(m_works.begin(), m_works.end(), [&](const auto &entry) { return entry.second.id == id; });
    if (work == m_works.end())
        return;
    m_works.erase(work);
    waitForNext();
    emit ended(id, {TaskEnd::How::Stopped});
}

void SimulatedExecutor::endDue()
{
    const qint64 now = m_clock.nsecsElapsed() / 1000;
    while (!m_works.empty() && m_works.begin()->first <= now) {
        const Work work = m_works.extract(m_works.begin()).mapped();
        emit ended(work.id, work.end);
    }
    waitForNext();
}

void SimulatedExecutor::waitForNext()
{
    if (m_works.empty())
        return m_timer.stop();
    const qint64 left = std::max<qint64>(0, m_works.begin()->first - m_clock.nsecsElapsed() / 1000);
    // A timer takes 24 days at most; then it looks again.
    m_timer.start(int(std::min<qint64>((left + 999) / 1000, 1'000'000'000)));
}

} // namespace baton
