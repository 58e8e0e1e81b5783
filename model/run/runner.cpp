// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/runner.h"

#include "model/run/jobrecords.h"
#include "model/run/taskdriver.h"
#include "model/run/taskexecutor.h"
#include "model/run/waiting.h"
#include "model/run/worktrees/repository.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <ctime>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Longer than this the thread is not kept: the rest comes after what else waits for it.
constexpr qint64 longestWork = 6;
/// How long to wait before looking again whether an earlier supervisor still has something to say.
constexpr int settleMilliseconds = 100;
/// So long it is seen whether what says that it is blocked ends, or goes on by itself.
constexpr qint64 blockedMilliseconds = 2000;

qint64 wallClock()
{
    return QDateTime::currentMSecsSinceEpoch();
}

/// Milliseconds since this machine was started, those that it slept too. Nobody can set that clock.
qint64 uptime()
{
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

bool isReport(const Event &event)
{
    if (event.data.contains(executorsOwn))
        return false;
    switch (event.type) {
    case EventType::WorkerCheckpoint: // some are Baton's own
        return !event.data.contains("inputs"_L1) && !event.data.contains("trespasses"_L1) && !event.data.contains("output"_L1) &&
               !event.data.contains("ended"_L1);
    case EventType::WorkerTaskStarted:
    case EventType::WorkerTaskCompleted:
    case EventType::WorkerUsage:
    case EventType::WorkerOutcome: return true;
    case EventType::WorkerVerdict: return !event.data["so_far"_L1].toBool();
    case EventType::WorkerBlocked: return !event.data["ended"_L1].toBool();
    default: return false;
    }
}

/// Of a task that is BLOCKED already: why it is now, and that nothing of it runs any more where that is so.
QJsonObject blockedAgain(const TaskRun &run, QJsonObject data)
{
    const QString words = data["message"_L1].toString();
    data.insert(u"checkpoint"_s, run.checkpoint);
    data.insert(blockedFor, words.isEmpty() ? data["reason"_L1].toString() : words);
    return data;
}

} // namespace

Runner::Runner(const RunFolder &folder, RunPlan plan, std::unique_ptr<JournalWriter> journal)
    : m_folder(folder), m_plan(std::move(plan)), m_state(initialState(m_plan)), m_journal(std::move(journal)),
      m_clockBase(wallClock()), m_clockStart(uptime())
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        think();
        work();
    });
}

Runner::~Runner() = default;

void Runner::drive(const RunSettings &settings, const std::optional<Checkout> &checkout)
{
    m_settings = settings;
    m_hasSubmodules = checkout && checkout->hasSubmodules;
    const QString root = m_folder.info()["root"_L1].toString();
    m_driver = std::make_unique<TaskDriver>(RunPlace{m_folder, root, QFileInfo(m_folder.path()).fileName(), checkout,
                                                     WorktreeNames::prefixOf(m_plan.contents.info), [this] { return whyNoMore(); }}, settings);
    connect(m_driver.get(), &TaskDriver::happened, this, &Runner::happen);
    connect(m_driver.get(), &TaskDriver::released, this, &Runner::work);
    connect(m_driver.get(), &TaskDriver::warned, this, &Runner::warned);
    connect(m_driver.get(), &TaskDriver::requestsArrived, this, &Runner::takeRequests);
    // Told later, so that nobody who has just called start() misses it on the way to the event loop.
    connect(m_driver.get(), &TaskDriver::tidied, this, [this] { emit finished(m_state.status); });
    connect(m_driver.get(), &TaskDriver::processLogChanged, this, &Runner::beginWhenSettled);
    connect(m_driver.get(), &TaskDriver::handedOver, this, &Runner::handedOver);
}

/// Counts what is told and not in the journal yet, too.
QString Runner::whyNoMore() const
{
    double cost = m_state.usage.costUsd;
    for (const RecordEvent &event : m_queue) {
        if (event.type == EventType::WorkerUsage)
            cost += Usage::fromJson(event.data).costUsd;
    }
    return baton::whyNoMore(m_state, cost);
}

/// Counted on from when the run began or went on, so that nobody's limit depends on how the clock is set meanwhile.
qint64 Runner::now() const
{
    const double speed = m_settings.simulate ? m_settings.speed : 1;
    return std::max(m_clockBase + qint64(double(uptime() - m_clockStart) * speed), m_state.now);
}

void Runner::replay(const QList<Event> &events)
{
    for (const Event &event : events) {
        m_state = apply(m_plan, std::move(m_state), event);
        m_known.take(event);
        if (event.type == EventType::WorkerStarted)
            m_said.remove(event.subject);
        else if (isReport(event))
            ++m_said[event.subject];
    }
}

void Runner::start()
{
    if (m_begun)
        return;
    if (m_state.status == RunStatus::Complete)
        return rest();
    if (m_state.status == RunStatus::Planned)
        return begin();
    beginWhenSettled();
}

/// An earlier runner's supervisor may still start what was on its way to it; then it says that it will not.
void Runner::beginWhenSettled()
{
    if (m_begun)
        return;
    if (m_driver->isSettled())
        checkInputs();
    else
        QTimer::singleShot(settleMilliseconds, this, &Runner::beginWhenSettled);
}

/// Hashes what COMPLETE tasks have read, beside this thread; then begins.
void Runner::checkInputs()
{
    const bool isShared = m_plan.contents.info.workspace != WorkspaceMode::Worktree;
    if (m_settings.simulate || !isShared || m_known.isEmpty())
        return begin();
    if (std::exchange(m_checking, true))
        return;
    // What jobs wrote while nobody drove the run is no change from outside.
    const QList<VerifiedFile> written = filesOfJobs(m_folder);
    for (const VerifiedFile &file : written)
        m_known.take({.type = EventType::WorkerEvidence, .data = {{u"path"_s, file.path}, {u"bytes"_s, file.bytes}, {u"sha256"_s, file.sha256}}});
    m_pool.start([this, plan = m_plan, state = m_state, known = m_known, root = m_folder.info()["root"_L1].toString()] {
        const auto changed = changedInputs(plan, state, known, root);
        QMetaObject::invokeMethod(this, [this, changed] {
            m_changed = changed;
            if (!m_begun)
                begin();
        }, Qt::QueuedConnection);
    });
}

void Runner::begin()
{
    m_begun = true;
    m_clockBase = std::max(wallClock(), m_state.now);
    m_clockStart = uptime();
    const QString id = QFileInfo(m_folder.path()).fileName();
    m_working = true; // everything is told before anything follows from it
    if (m_hasSubmodules)
        emit warned(tr("This repository has submodules, and worktrees hold them empty. A task that needs them runs `git submodule update --init` first."));
    if (m_state.status == RunStatus::Planned) {
        happen(EventType::RunStarted, id, m_settings.toJson());
        handOverPlan();
    } else {
        QJsonObject info = m_folder.info();
        info.remove("state"_L1); // it is no longer what it was when it ended
        (void)m_folder.writeInfo(info).ok();
        QJsonObject data = m_settings.toJson();
        if (!m_corrected.isEmpty())
            data.insert(u"corrected"_s, QJsonArray::fromStringList(m_corrected));
        happen(EventType::RunResumed, m_state.runId, data);
        handOverPlan();
        adoptTasks();
        for (const auto &[task, path] : std::as_const(m_changed))
            happen(EventType::WorkerReset, task, {{u"reason"_s, u"input"_s}, {u"path"_s, path}, {u"message"_s, tr("Its input %1 has changed.").arg(path)}});
    }
    takeRequests();
    m_working = false;
    work();
}

void Runner::handOverPlan()
{
    if (m_folder.info()["whole_plan"_L1].toBool())
        m_driver->handOver(m_plan, m_state);
}

void Runner::adoptTasks()
{
    const RunPlan &plan = this->plan();
    for (int i = 0; i < m_state.tasks.size(); ++i) {
        const TaskRun &run = m_state.tasks.at(i);
        const bool isStarting = run.state == TaskState::Starting;
        if (!isStarting && run.state != TaskState::Active && (run.state != TaskState::Blocked || run.processEnded))
            continue;
        const QString &id = plan.tasks.at(i).id;
        const bool adopted = m_driver->adopt(plan, m_state, i, m_said.value(id));
        const bool hasBegun = adopted && m_driver->hasBegun(id);
        const QJsonObject cluster{{u"waits"_s, true}}; // until it is asked
        if (run.keptBack)
            happen(EventType::WorkerUnblocked, id, {{executorsOwn, cluster}, {u"restart"_s, !adopted}});
        else if (run.suspended && adopted && m_driver->hasEnded(id))
            happen(EventType::WorkerUnblocked, id, {{executorsOwn, cluster}});
        const bool isYetToBegin = isStarting || (run.keptBack && !run.hasBegun);
        if (isYetToBegin && hasBegun)
            happen(EventType::WorkerActive, id, m_driver->aboutStart(id));
        else if (isStarting && adopted)
            happen(EventType::WorkerCheckpoint, id, {{executorsOwn, cluster}});
        if (!adopted && run.state != TaskState::Blocked)
            happen(EventType::WorkerFailed, id, {{u"reason"_s, u"interrupted"_s}});
        if (adopted)
            m_driver->catchUp(id);
    }
    m_said.clear();
}

void Runner::pause()
{
    if (m_state.status == RunStatus::Running)
        happen(EventType::RunPaused, m_state.runId);
}

void Runner::unpause()
{
    m_stepping = false;
    m_interrupting = false;
    if (!m_begun)
        return start();
    if (m_state.status == RunStatus::Paused)
        happen(EventType::RunResumed, m_state.runId);
}

void Runner::step()
{
    m_stepping = true;
    m_interrupting = false;
    if (!m_begun)
        return start();
    if (m_state.status == RunStatus::Paused)
        happen(EventType::RunResumed, m_state.runId);
}

void Runner::stop(const QString &note)
{
    if (!m_state.isRunning() || m_state.cancelling)
        return;
    RecordEvent event = cancellingRun(m_state);
    if (!note.isEmpty())
        event.data.insert(u"note"_s, note);
    happen(event.type, event.subject, event.data);
}

void Runner::interrupt()
{
    if (!m_state.isRunning() || m_state.cancelling || m_interrupting)
        return;
    m_interrupting = true;
    m_next.reset(); // decided anew by the resume
    m_timer.stop();
    m_driver->stopAll();
    work();
}

/// Something happened outside: it is recorded in its turn, unless the state has moved on meanwhile.
void Runner::happen(EventType type, const QString &subject, const QJsonObject &data)
{
    m_queue.push_back({type, subject, data});
    work();
}

/// Records what happened, then what follows from it, until nothing follows. Asks for another turn where that is much.
void Runner::work()
{
    if (m_broken)
        return rest();
    if (m_working)
        return;
    m_working = true;
    QElapsedTimer clock;
    clock.start();
    bool yields = false;
    for (int count = 1; !m_broken && !yields; ++count) {
        if (!m_queue.empty()) {
            RecordEvent event = std::move(m_queue.front());
            m_queue.pop_front();
            take(std::move(event));
        } else if (m_next && !mustWait(*m_next)) {
            const RecordEvent event = *std::exchange(m_next, std::nullopt);
            if (const QString sign = signAgainst(event); !sign.isEmpty())
                take({EventType::WorkerCheckpoint, event.subject,
                      {{u"checkpoint"_s, m_state.tasks.at(plan().indexOfTask(event.subject)).checkpoint}, {sign, true}}});
            else
                record(event);
        } else {
            break;
        }
        yields = count % 16 == 0 && clock.elapsed() >= longestWork;
    }
    if (!yields && !m_broken)
        settleInterruption();
    m_working = false;
    if (yields)
        QTimer::singleShot(0, this, &Runner::work);
    else
        rest();
}

void Runner::take(RecordEvent event)
{
    const int task = plan().indexOfTask(event.subject);
    const TaskState state = task < 0 ? TaskState::Pending : m_state.tasks.at(task).state;
    if (event.type == EventType::WorkerComplete && state == TaskState::Blocked) {
        m_queue.push_front(std::move(event)); // it went on by itself
        event = {EventType::WorkerUnblocked, m_queue.front().subject};
    }
    // Said again: the journal holds each report once, and counts them when it is resumed.
    if (event.type == EventType::WorkerBlocked && state == TaskState::Blocked && !event.data.contains(executorsOwn))
        event = {EventType::WorkerCheckpoint, event.subject, blockedAgain(m_state.tasks.at(task), event.data)};
    // What blocks it stays, whoever ended its process.
    const bool isInterrupted = event.type == EventType::WorkerFailed && event.data["reason"_L1] == "interrupted"_L1;
    if (isInterrupted && state == TaskState::Blocked && !m_state.tasks.at(task).suspended && !m_state.tasks.at(task).keptBack)
        event = {EventType::WorkerCheckpoint, event.subject, {{u"checkpoint"_s, m_state.tasks.at(task).checkpoint}, {u"ended"_s, true}}};
    if (event.type == EventType::WorkerEvidence && task >= 0) {
        const VerifiedFile file{event.data["path"_L1].toString(), event.data["bytes"_L1].toInteger(), event.data["sha256"_L1].toString()};
        if (m_state.tasks.at(task).evidence.contains(file))
            return; // recorded before an interruption
    }
    if (baton::refusalOf(m_plan, m_state, {m_state.seq + 1, m_state.now, event.subject, event.type, event.data}).isEmpty())
        record(event);
}

void Runner::record(const RecordEvent &event)
{
    const Event happened{m_state.seq + 1, now(), event.subject, event.type, event.data};
    if (const Result<void> written = m_journal->append(happened); !written)
        return breakOff(written.error());
    Turn turn = advance(m_plan, std::move(m_state), happened);
    m_order.follow(m_plan, turn, happened);
    m_state = std::move(turn.state);
    m_next.reset();
    if (event.type == EventType::RunStarted || event.type == EventType::RunResumed)
        m_resting = false;
    if (event.type == EventType::WorkerStarted && m_stepping) {
        m_stepping = false;
        m_queue.push_front({EventType::RunPaused, m_state.runId});
    }
    obey(turn.commands);
    emit recorded(happened);
    tellPeople(happened);
}

/// Without a journal nothing may go on: what nobody can know of must not happen.
void Runner::breakOff(const Error &error)
{
    m_broken = true;
    m_queue.clear();
    m_timer.stop();
    m_next.reset();
    m_driver->stopAll();
    Error told = error;
    told.message += u' ' + tr("The run has stopped. Make it possible to write there, then go on with: baton run --resume %1").arg(m_folder.path());
    emit failed(told);
    QTimer::singleShot(0, this, &Runner::rest);
}

void Runner::obey(const QList<RunCommand> &commands)
{
    for (const RunCommand &command : commands) {
        if (const auto *event = std::get_if<RecordEvent>(&command)) {
            if (!m_interrupting)
                m_next = *event;
        } else if (const auto *start = std::get_if<StartTask>(&command)) {
            m_driver->start(plan(), m_state, start->task);
        } else if (const auto *stop = std::get_if<StopTask>(&command)) {
            m_driver->stop(plan().tasks.at(stop->task).id);
        } else if (const auto *wake = std::get_if<WakeAt>(&command)) {
            const double wait = double(wake->time - now()) / (m_settings.simulate ? m_settings.speed : 1);
            m_timer.start(int(std::clamp(std::ceil(wait), 0.0, 1e9)));
        }
    }
}

/// What speaks against ending a task for a limit and is not in the journal yet: `ended`, it has ended already and is being
/// looked at, or its end was not read yet; `output`, it has written to its log since its last event. Else empty.
QString Runner::signAgainst(const RecordEvent &event) const
{
    const int task = plan().indexOfTask(event.subject);
    const bool isLimit = event.data.contains("timeout"_L1) || event.data["reason"_L1] == "budget"_L1;
    if (event.type != EventType::WorkerFailed || !isLimit || task < 0)
        return {};
    const TaskRun &run = m_state.tasks.at(task);
    if (run.state != TaskState::Blocked && m_driver->hasEnded(event.subject))
        return u"ended"_s;
    if (event.data["timeout"_L1].toString() != "idle"_L1)
        return {};
    // The file's time is the wall clock's, the run's may be another.
    const qint64 written = QFileInfo(m_folder.logPath(event.subject)).lastModified().toMSecsSinceEpoch();
    return wallClock() - written < now() - run.lastSign ? u"output"_s : QString();
}

/// A process that is being ended still has its slot and its files, and what is only being looked at may yet decide how
/// the run ends.
bool Runner::mustWait(const RecordEvent &event)
{
    switch (event.type) {
    case EventType::WorkerRetry: return m_driver->isLeaving(event.subject);
    case EventType::WorkerStarted: return m_driver->isLeaving();
    case EventType::RunFinished: return m_retaking || m_driver->isLeaving() || m_driver->isLooking() || mayGoOnUnasked();
    default: return false;
    }
}

/// A task may say that it is blocked and end all the same, well or not: then nobody has to be waited for.
bool Runner::mayGoOnUnasked()
{
    qint64 wait = 0;
    for (int i = 0; i < m_state.tasks.size(); ++i) {
        const TaskRun &run = m_state.tasks.at(i);
        const QString &id = plan().tasks.at(i).id;
        if (run.state != TaskState::Blocked || run.processEnded || run.keptBack || !m_driver->hasProcess(id))
            continue;
        if (m_driver->hasEnded(id))
            return true; // what became of it is told next
        wait = std::max(wait, run.blockedAt + blockedMilliseconds - now());
    }
    if (wait > 0)
        m_timer.start(int(wait));
    return wait > 0;
}

void Runner::think()
{
    if (m_next || m_interrupting)
        return;
    obey(next(m_plan, m_state, now()));
}

} // namespace baton
