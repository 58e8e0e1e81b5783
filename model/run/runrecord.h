// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/run/journal.h"
#include "model/run/runfolder.h"
#include "model/run/runplan.h"
#include "model/run/runstate.h"

#include <QObject>

#include <map>
#include <memory>

class QFileSystemWatcher;
class QThread;
class QTimer;

namespace baton {

/// A run as its journal tells it, live or long ended, at any point of its time. What the desktop and `baton watch`
/// show comes from here and from nowhere else; whoever drives the run is somebody else's business.
class RunRecord : public QObject
{
    Q_OBJECT

public:
    /// Reads a run folder with its own copy of the plan, and stands at its latest event, following what comes.
    static Result<std::unique_ptr<RunRecord>> open(const QString &runDir);
    /// Hands a record that was opened in a thread of its own to the one that shows it; called in the former.
    void handOver(QThread *thread);
    /// With a plan that is at hand already.
    static Result<std::unique_ptr<RunRecord>> open(const QString &runDir, RunPlan plan);
    ~RunRecord() override;

    const RunFolder &folder() const { return m_folder; }
    const RunPlan &plan() const { return m_plan; }          ///< The copied one; see planOf() for what a run made of it.
    const RunState &state() const { return m_state; }       ///< At the cursor.
    const QList<Event> &events() const { return m_events; } ///< All, those behind the cursor too.
    const QList<JournalProblem> &problems() const { return m_reader.problems(); }

    /// A sentence where the last event was cut off while it was written, and nobody drives the run who might end it.
    QString tornTail() const;

    qint64 cursor() const { return m_state.seq; } ///< Number of the event that state() holds last; 0 = before the first.
    qint64 last() const { return m_events.isEmpty() ? 0 : m_events.last().seq; }
    bool isLive() const { return m_live; } ///< The cursor follows what comes.
    bool isDriven() const { return baton::isDriven(m_folder); } ///< Some program drives the run now.

    /// Goes to the state after event \a seq and stays there.
    void seek(qint64 seq);
    /// Goes to the latest event and follows again.
    void goLive();
    /// Somebody in this program has just written to the journal. The new events are taken in soon, many at once.
    void poke();
    /// Takes in now what the journal has; for tests and for programs that show nothing in between.
    void catchUp();

signals:
    /// While live: the events that state() has taken in since the last signal.
    void advanced(const QList<baton::Event> &events);
    /// The cursor jumped.
    void sought();
    /// While not live: events came in behind the cursor.
    void grew();

private:
    RunRecord(const RunFolder &folder, RunPlan plan);
    void applyNext();
    void moveTo(qsizetype position);
    void startBefore(qsizetype position);
    void thinOut();

    RunFolder m_folder;
    RunPlan m_plan;
    JournalReader m_reader;
    QList<Event> m_events;
    RunState m_state;
    qsizetype m_position = 0; ///< Events that state() holds.
    bool m_live = true;
    std::map<qsizetype, RunState> m_checkpoints; ///< By how many events they hold.
    std::map<qsizetype, RunState> m_near; ///< More of them, about where somebody went back to.
    qsizetype m_spacing = 1;         ///< Events between two of them; it grows with the journal.
    qsizetype m_mostCheckpoints = 8; ///< What they weigh together is bounded.
    std::unique_ptr<QFileSystemWatcher> m_watcher;
    std::unique_ptr<QTimer> m_soon;
};

} // namespace baton
