// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/run/advance.h"
#include "model/run/correction.h"
#include "model/run/inbox.h"
#include "model/run/inputs.h"
#include "model/run/journal.h"
#include "model/run/runfolder.h"
#include "model/run/startorder.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>

namespace baton {

class TaskDriver;
struct Checkout;

struct RunOptions
{
    bool simulate = false;
    std::optional<RunWhere> where = {}; ///< Not given: as the plan says; a resumed run keeps its own.
    QString runDir = {}; ///< Empty: a new folder below `.baton/runs` beside the file.
    std::optional<int> maxConcurrent = {};
    std::optional<ApproveMode> approve = {}; ///< Not given: All for a simulation, else Ask; a resumed run keeps its own.
    std::optional<quint64> seed = {}; ///< Not given: 1; a resumed run keeps its own.
    std::optional<double> speed = {}; ///< Of simulated time, like the seed: of tasks, and of all that waits.
    bool wholePlan = false; ///< What the cluster can carry out alone, it gets at once, so that nobody need watch.
    std::optional<double> maxCostUsd = {}; ///< 0 = no limit. Not given: what the user's settings say; a resumed run keeps its own.
    std::optional<Correction> correction = {}; ///< Of a run that is resumed: its plan as it stands now.
    bool trusted = false; ///< For this call; folders that are trusted for good need it not.
};

/// Drives a run: records what happens in the journal, then does what advance() says. It lives in one thread, never
/// blocks it and never polls. Who shows the run reads its journal (RunRecord) and needs nothing from here.
class Runner : public QObject
{
    Q_OBJECT

public:
    /// Makes the run folder of a saved workflow; nothing runs before start(). ErrorCode::NotTrusted where it would run
    /// commands of a folder that nobody has trusted.
    static Result<std::unique_ptr<Runner>> create(const QString &file, const RunOptions &options);
    /// Of a document as it stands: \a bytes is what its file would be, \a file where it is or would be.
    static Result<std::unique_ptr<Runner>> create(const Contents &contents, const QByteArray &bytes, const QString &file,
                                                  const RunOptions &options);
    /// Replays the journal of a run folder and stands ready to go on. Refused for a run that is over or that another
    /// program drives.
    static Result<std::unique_ptr<Runner>> resume(const QString &runDir, const RunOptions &options);
    /// With a plan that is at hand already.
    static Result<std::unique_ptr<Runner>> resume(const QString &runDir, RunPlan plan, const RunOptions &options);
    ~Runner() override;

    void start();     ///< Also after resume().
    void pause();     ///< Nothing new starts; what is ACTIVE runs to its end. Then finished(Paused).
    void unpause();
    void step();      ///< Starts exactly one READY task, then holds.
    void stop(const QString &note = {}); ///< Cancels the run.
    void interrupt(); ///< Ends the tasks and leaves a run that can be resumed. Then finished(Paused).

    /// What a person decides about a task or a gate; refused with a sentence where there is nothing to decide.
    Result<void> answer(const Request &request);
    Result<void> answer(const QString &subject, Action action, const QString &note = {}, const QJsonArray &issues = {});

    /// Whether a cluster is still being given the whole plan: what goes now leaves it waiting for the next resume.
    bool isHandingOver() const;

    const RunPlan &plan() const { return planOf(m_plan, m_state); } ///< With what the run made of it.
    const RunState &state() const { return m_state; }
    const RunFolder &folder() const { return m_folder; }
    QString runDir() const { return m_folder.path(); }

signals:
    void recorded(const baton::Event &event);
    /// The run is at rest: it ended, or was paused and nothing of it runs any more. Always from the event loop.
    void finished(baton::RunStatus status);
    /// Somebody has to decide about a task or a gate; \a sentence says what.
    void needsPerson(const QString &subject, const QString &sentence);
    /// The cluster has the whole plan, and carries on with nobody watching.
    void handedOver();
    /// Something that a task or a request tried and that was refused.
    void warned(const QString &sentence);
    /// The journal cannot be written any more; the tasks are being ended.
    void failed(const baton::Error &error);

private:
    Runner(const RunFolder &folder, RunPlan plan, std::unique_ptr<JournalWriter> journal);

    /// Milliseconds since the epoch; in a simulation they pass as much faster as its speed says. Never goes back.
    qint64 now() const;
    QString whyNoMore() const;
    void drive(const RunSettings &settings, const std::optional<Checkout> &checkout);
    void replay(const QList<Event> &events);
    void begin();
    void beginWhenSettled();
    void checkInputs();
    void handOverPlan();
    void adoptTasks();
    void happen(EventType type, const QString &subject, const QJsonObject &data = {});
    void work();
    void take(RecordEvent event);
    void record(const RecordEvent &event);
    void breakOff(const Error &error);
    void obey(const QList<RunCommand> &commands);
    QString signAgainst(const RecordEvent &event) const;
    bool mustWait(const RecordEvent &event);
    bool mayGoOnUnasked();
    bool isQuiet() const;
    void think();
    void settleInterruption();
    void rest();
    void conclude();
    void writeReports();
    void tellPeople(const Event &event);
    void takeRequests();
    bool isFree(const Request &request) const;
    void take(const Request &request);
    void settleRequests(const Event &event);
    void settleLater();
    void settleTheRest();
    Result<void> answerTask(int task, const Request &request);
    void answerGate(int gate, const Request &request);

    RunFolder m_folder;
    RunPlan m_plan;
    RunState m_state;
    RunSettings m_settings; ///< To start or go on with.
    std::unique_ptr<JournalWriter> m_journal;
    std::unique_ptr<TaskDriver> m_driver;
    std::deque<RecordEvent> m_queue;   ///< What happened and is not recorded yet.
    OrderKeeper m_order;
    std::optional<RecordEvent> m_next; ///< What advance() wants recorded.
    QStringList m_corrected;           ///< What differs from the plan that the run had before.
    QHash<QString, int> m_said;        ///< Of a replay: reports of each task's latest attempt.
    QTimer m_timer;                    ///< The one WakeAt.
    qint64 m_clockBase = 0;  ///< Milliseconds since the epoch when the run began or went on,
    qint64 m_clockStart = 0; ///< and by the machine's own clock.
    bool m_working = false;
    KnownFiles m_known;                ///< Of a replay.
    QList<std::pair<QString, QString>> m_changed; ///< Tasks whose inputs changed before a resume, and which.
    bool m_checking = false;
    bool m_begun = false;
    bool m_stepping = false; ///< Holds as soon as a task has started.
    bool m_resting = false;  ///< finished() has told the present rest.
    bool m_hasSubmodules = false;
    bool m_withdrawn = false; ///< What was handed over is being taken back, or has been.
    bool m_broken = false;   ///< The journal cannot be written.
    QThreadPool m_pool;      ///< Waited for before what it works with goes.
    QList<Request> m_open;       ///< From the inbox, where they stay until what follows from them is in the journal.
    bool m_postponed = false;    ///< Some of the inbox wait until others are in the journal.
    bool m_retaking = false;     ///< takeRequests() is about to come for those; the run does not end before.
    bool m_settling = false;     ///< settleTheRest() is about to come.
    bool m_interrupting = false; ///< The tasks are being ended; nothing else is decided any more.
};

} // namespace baton
