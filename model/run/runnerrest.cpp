// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

// How a run comes to rest: interrupted, paused, ended.

#include "model/run/runner.h"

#include "model/run/conclusion.h"
#include "model/run/report.h"
#include "model/run/taskdriver.h"

using namespace Qt::StringLiterals;

namespace baton {

bool Runner::isHandingOver() const
{
    return m_driver && m_driver->isHandingOver();
}

/// The tasks have ended, and the journal says so: the pause is its last word.
void Runner::settleInterruption()
{
    if (!m_interrupting || !m_queue.empty() || !m_driver->isIdle() || m_broken)
        return;
    if (m_state.isRunning() && !m_resting)
        record({EventType::RunPaused, m_state.runId, {{u"reason"_s, u"interrupted"_s}}});
}

/// Nothing of the run is under way. What waits for a person with its process alive may go on doing so: the next runner
/// takes it over.
bool Runner::isQuiet() const
{
    if (m_driver->isIdle())
        return true;
    const bool leavesTasks = m_state.status == RunStatus::Waiting || m_state.status == RunStatus::Paused;
    return leavesTasks && !m_interrupting && m_driver->isIdleBut([this](const QString &id) {
        const int task = plan().indexOfTask(id);
        return task >= 0 && m_state.tasks.at(task).state == TaskState::Blocked;
    });
}

void Runner::rest()
{
    if (m_broken && !m_resting && m_driver->isIdle()) {
        m_resting = true;
        return QTimer::singleShot(0, this, [this] { emit finished(m_state.status); });
    }
    if (m_broken || !m_queue.empty() || m_next || m_resting || !isQuiet())
        return;
    const bool isPaused = m_state.status == RunStatus::Paused && !m_state.cancelling;
    if (!isPaused && (m_state.isRunning() || m_state.status == RunStatus::Planned))
        return;
    if (!isPaused && m_state.status != RunStatus::Complete && !std::exchange(m_withdrawn, true)) {
        m_driver->withdraw();
        if (!isQuiet())
            return;
    }
    m_resting = true;
    if (isPaused)
        return QTimer::singleShot(0, this, [this] { emit finished(RunStatus::Paused); });
    conclude();
    writeReports();
}

/// Beside this thread: the tables of a large run take a while.
void Runner::writeReports()
{
    m_pool.start([this, folder = m_folder, plan = m_plan, state = m_state] {
        const Result<void> written = writeReport(folder, plan, state);
        QMetaObject::invokeMethod(this, [this, written] {
            if (!written)
                emit warned(written.error().message);
            m_driver->tidyWorktrees(this->plan(), m_state);
        }, Qt::QueuedConnection);
    });
}

void Runner::conclude()
{
    m_timer.stop();
    if (const Result<void> written = writeConclusion(m_folder, m_plan, m_state); !written)
        emit warned(written.error().message);
    if (m_state.status != RunStatus::Waiting) // A person may still be doing what is measured by one.
        m_driver->removeMarkers();
}

} // namespace baton
