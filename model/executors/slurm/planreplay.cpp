// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

// What a job of a whole plan is told: the run as its journal has it, carried on with what jobs have left since.

#include "model/executors/slurm/jobscript.h"
#include "model/executors/slurm/wholeplan.h"
#include "model/run/jobrecords.h"
#include "model/run/advance.h"
#include "model/run/journal.h"
#include "model/run/loadplan.h"

#include <QFileInfo>

#include <deque>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int blockedStatus = 75;

/// Stands in for the runner, which may be gone. Nothing that it decides is written down: the runner comes to the same
/// decisions when it is back.
class PlanReplay
{
public:
    PlanReplay(const RunFolder &folder, RunPlan plan, const JobQuestion &question, qint64 now)
        : m_folder(folder)
        , m_plan(std::move(plan))
        , m_question(question)
        , m_workspace(folder.info()["root"_L1].toString())
        , m_runId(QFileInfo(folder.path()).fileName())
        , m_now(now)
        , m_state(initialState(m_plan))
    {
    }

    void replay(const QList<Event> &events)
    {
        for (const Event &event : events) {
            m_state = apply(m_plan, std::move(m_state), event);
            if (event.type == EventType::RunPaused)
                m_interrupted = event.data["reason"_L1] == "interrupted"_L1;
        }
    }

    JobAnswer answer()
    {
        if (m_state.status == RunStatus::Paused && m_interrupted && !m_state.cancelling)
            take({EventType::RunResumed, m_state.runId, m_state.settings.toJson()}, m_now);
        m_state.settings.maxConcurrent = 0; // The cluster has its own limit.
        const RunPlan plan = planOf(m_plan, m_state);
        for (int task = 0; task < plan.tasks.size(); ++task) {
            const TaskRun run = m_state.tasks.at(task);
            const QJsonObject cluster{{u"waits"_s, true}};
            if (run.state == TaskState::Starting) // Nobody is late because a job waits in the queue.
                take({EventType::WorkerCheckpoint, plan.tasks.at(task).id, {{executorsOwn, cluster}}}, run.startedAt);
            if (run.suspended || run.keptBack)
                take({EventType::WorkerUnblocked, plan.tasks.at(task).id, {{executorsOwn, cluster}}}, m_now);
            if (run.state == TaskState::Starting || run.state == TaskState::Active || run.suspended || run.keptBack)
                m_started.push_back(task);
        }
        settle();
        return conclude();
    }

private:
    void take(const RecordEvent &what, qint64 time)
    {
        const Event event{m_state.seq + 1, time, what.subject, what.type, what.data};
        if (!refusalOf(m_plan, m_state, event).isEmpty())
            return;
        Turn turn = advance(m_plan, std::move(m_state), event);
        m_state = std::move(turn.state);
        m_due.reset();
        obey(turn.commands);
    }

    void obey(const QList<RunCommand> &commands)
    {
        for (const RunCommand &command : commands) {
            if (const auto *event = std::get_if<RecordEvent>(&command))
                m_due = *event;
            else if (const auto *start = std::get_if<StartTask>(&command))
                m_started.push_back(start->task);
        }
    }

    /// Until nothing follows from what is known.
    void settle()
    {
        const qsizetype most = 1000 + 100 * m_plan.tasks.size();
        for (qsizetype i = 0; i < most; ++i) {
            if (m_due) {
                const RecordEvent event = *std::exchange(m_due, std::nullopt);
                take(event, timeOf(event));
            } else if (!m_started.empty()) {
                const int task = m_started.front();
                m_started.pop_front();
                feed(task);
            } else {
                obey(next(m_plan, m_state, m_now));
                if (!m_due)
                    return;
            }
        }
    }

    /// A start is as old as its mark: nobody is late because a job waited in the queue.
    qint64 timeOf(const RecordEvent &event) const
    {
        if (event.type != EventType::WorkerStarted)
            return m_now;
        const std::optional<JobMarks::Start> mark = JobMarks(m_folder, planLabel(event.subject, event.data["attempt"_L1].toInt())).started();
        return mark ? mark->at : m_now;
    }

    /// What the job of a task that has started did.
    void feed(int task)
    {
        const PlanTask planned = planOf(m_plan, m_state).tasks.at(task);
        const int attempt = m_state.tasks.at(task).attempt;
        const QString label = planLabel(planned.id, attempt);
        const JobMarks marks(m_folder, label);
        const std::optional<JobMarks::Start> started = marks.started();
        if (!started)
            return;
        const qint64 begun = started->at;
        take({EventType::WorkerActive, planned.id}, begun);
        const std::optional<int> code = marks.ended();
        if (!code) {
            const bool isAnew = planned.id == m_question.task && started->job == m_question.job && m_question.restarts > started->restarts;
            if (isAnew || JobMarks(m_folder, planLabel(planned.id, attempt + 1)).started())
                take({EventType::WorkerFailed, planned.id, {{u"reason"_s, u"node-lost"_s}}}, begun);
            return;
        }
        const qint64 ended = marks.endedAt();
        for (const RecordEvent &event : endOf(planned, attempt, *code))
            take(event, ended);
    }

    RecordEvent failed(const PlanTask &task, const QString &reason, const QString &message = {}) const
    {
        return {EventType::WorkerFailed, task.id, {{u"reason"_s, reason}, {u"message"_s, message}}};
    }

    QList<RecordEvent> endOf(const PlanTask &task, int attempt, int code) const
    {
        QList<RecordEvent> events;
        bool hasVerdict = false;
        const auto say = [&](const WorkerReport &report) {
            hasVerdict = hasVerdict || report.type == EventType::WorkerVerdict;
            events.append({report.type, task.id, report.data});
        };
        QStringList refused;
        for (const WorkerReport &report : WorkerEventReader(m_folder.taskFile(task.id, attempt, u"events"_s), task.id).read(refused))
            say(report);
        if (code == blockedStatus)
            return events += {EventType::WorkerBlocked, task.id, {{u"ended"_s, true}}};
        if (code != 0)
            return events += failed(task, u"exit-status"_s);
        const Result<TaskResult> result = readTaskResult(m_folder.taskFile(task.id, attempt, u"result"_s));
        if (!result)
            return events += failed(task, u"result"_s, result.error().message);
        for (const WorkerReport &report : result->reports)
            say(report);
        if (task.isValidation && !hasVerdict)
            return events += failed(task, u"no-verdict"_s);
        const EvidenceFound found = evidenceOf(task, attempt);
        for (const VerifiedFile &file : found.files)
            events.append({EventType::WorkerEvidence, task.id, {{u"path"_s, file.path}, {u"bytes"_s, file.bytes}, {u"sha256"_s, file.sha256}}});
        return events += found.missing.isEmpty() ? RecordEvent{EventType::WorkerComplete, task.id} : failed(task, u"evidence"_s, found.missing);
    }

    /// As somebody found it when the attempt ended; else as it is now.
    EvidenceFound evidenceOf(const PlanTask &task, int attempt) const
    {
        const QStringList promises = task.task->deliverables + task.task->evidence;
        const QString label = planLabel(task.id, attempt);
        if (promises.isEmpty())
            return {};
        if (const std::optional<EvidenceFound> known = readEvidenceRecord(m_folder, label))
            return *known;
        const std::optional<qint64> since = EvidenceMarker(m_workspace, m_runId).time(label);
        if (!since)
            return {{}, u"The marker of its start is gone."_s};
        const EvidenceFound found = verifyEvidence({m_workspace, promises, *since});
        (void)writeEvidenceRecord(m_folder, label, found).ok(); // Else the next one looks again.
        return found;
    }

    JobAnswer conclude()
    {
        const int task = planOf(m_plan, m_state).indexOfTask(m_question.task);
        const TaskRun &run = m_state.tasks.at(task);
        const QString state = nameOf(run.state);
        switch (run.state) {
        case TaskState::Complete:
            return {JobAnswer::What::Done};
        case TaskState::Skipped:
            return {JobAnswer::What::Skip};
        case TaskState::Failed:
            if (run.retryAt > m_now)
                return {JobAnswer::What::Wait, 0, std::clamp<qint64>((run.retryAt - m_now + 999) / 1000, 1, 3600)};
            break;
        case TaskState::Starting:
        case TaskState::Active: {
            const QString label = planLabel(m_question.task, run.attempt);
            if (JobMarks(m_folder, label).started())
                return {JobAnswer::What::Stop, 0, 0, u"another job carries this attempt out"_s};
            if (const Result<void> placed = EvidenceMarker(m_workspace, m_runId).place(label); !placed)
                return {JobAnswer::What::Stop, 0, 0, placed.error().message};
            return {JobAnswer::What::Run, run.attempt};
        }
        case TaskState::Pending:
        case TaskState::Ready:
        case TaskState::Blocked:
        case TaskState::Cancelled: break;
        }
        return {JobAnswer::What::Stop, 0, 0, u"the task is %1, the run %2"_s.arg(state, nameOf(m_state.status))};
    }

    RunFolder m_folder;
    RunPlan m_plan;
    JobQuestion m_question;
    QString m_workspace;
    QString m_runId;
    qint64 m_now;
    RunState m_state;
    bool m_interrupted = false; ///< Its last pause was none that somebody asked for.
    std::deque<int> m_started;
    std::optional<RecordEvent> m_due;
};

} // namespace

QString JobAnswer::word() const
{
    switch (what) {
    case What::Run: return u"run %1"_s.arg(attempt);
    case What::Wait: return u"wait %1"_s.arg(seconds);
    case What::Skip: return u"skip"_s;
    case What::Stop: return u"stop"_s;
    case What::Done: break;
    }
    return u"done"_s;
}

Result<JobAnswer> answerJob(const RunFolder &folder, const JobQuestion &question, qint64 now)
{
    Result<RunPlan> plan = loadPlan(folder);
    if (!plan)
        return plan.error();
    if (plan->indexOfTask(question.task) < 0)
        return Error{ErrorCode::NotFound, RunFolder::tr("The run has no task “%1”.").arg(question.task)};
    const Result<Journal> journal = readJournal(folder.journalPath());
    if (!journal)
        return journal.error();
    PlanReplay replay(folder, std::move(*plan), question, now);
    replay.replay(journal->events);
    return replay.answer();
}

} // namespace baton
