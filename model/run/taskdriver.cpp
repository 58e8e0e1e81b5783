// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/taskdriver.h"

#include "model/run/executorchoice.h"
#include "model/run/supervisorclient.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;

namespace baton {

TaskDriver::TaskDriver(RunPlace place, const RunSettings &settings, QObject *parent)
    : QObject(parent),
      m_place(std::move(place)),
      m_settings(settings),
      m_processes(m_place.folder)
{
    if (m_place.checkout) {
        m_worktrees = std::make_unique<RunWorktrees>(
            *m_place.checkout, WorktreeNames{m_place.branchPrefix, m_place.runId, m_place.folder.path()});
    }
    m_pool.setMaxThreadCount(2);
    m_watch.add(m_place.folder.inboxPath());
    if (!settings.simulate)
        m_watch.add(m_place.folder.tasksPath());
    connect(&m_watch, &FolderWatch::changed, this, &TaskDriver::onFileChanged);
    constexpr int resultInterval = 250; // Milliseconds; whoever writes it in small pieces is not read for each of them.
    m_resultTimer.setSingleShot(true);
    m_resultTimer.setInterval(resultInterval);
    connect(&m_resultTimer, &QTimer::timeout, this, &TaskDriver::readResultsSoFar);
}

TaskDriver::~TaskDriver()
{
    m_pool.waitForDone();
}

QString TaskDriver::refusalOf(const RunPlan &plan, const RunSettings &settings)
{
    for (const PlanTask &task : plan.tasks) {
        const QString type = executorIn(task, settings).type;
        if (type == "human"_L1 || hasExecutor(type))
            continue;
        return tr("“%1” wants the executor “%2”, which cannot be run yet. Give it another, or simulate the run.").arg(task.id, type);
    }
    return {};
}

/// Null for people.
TaskExecutor *TaskDriver::executorFor(const PlanTask &task)
{
    return task.executor.type == "human"_L1 ? nullptr : executorOf(task.executor.type);
}

TaskExecutor *TaskDriver::executorOf(const QString &type)
{
    std::unique_ptr<TaskExecutor> &executor = m_executors[type];
    if (executor)
        return executor.get();
    executor = makeExecutor(type, {m_place.folder, m_settings, m_processes, m_place.whyNoMore});
    connect(executor.get(), &TaskExecutor::active, this, &TaskDriver::onActive);
    connect(executor.get(), &TaskExecutor::reported, this, &TaskDriver::report);
    connect(executor.get(), &TaskExecutor::idle, this, [this] { emit released({}); });
    connect(executor.get(), &TaskExecutor::handedOver, this, &TaskDriver::handedOver);
    connect(executor.get(), &TaskExecutor::wrote, this, [this](const QString &id) {
        if (const auto attempt = m_attempts.constFind(id); attempt != m_attempts.constEnd() && attempt->active)
            readEvents(id);
    });
    connect(executor.get(), &TaskExecutor::ended, this, &TaskDriver::onEnded);
    return executor.get();
}

void TaskDriver::start(const RunPlan &plan, const RunState &state, int task)
{
    watchOwnership(plan);
    Attempt attempt = attemptFor(plan, state, task);
    if (runsCommand(attempt.order.task, m_settings)) {
        const bool integrates = attempt.worktree && attempt.worktree->integrates;
        equip(attempt.order, plan, state.tasks.at(task).note,
              integrates ? m_worktrees->interfacesFor(plan, state, task) : QStringList());
    }
    if (m_attempts.contains(attempt.order.id))
        m_waiting.insert(attempt.order.id, attempt); // its last attempt is still being ended
    else
        launch(std::move(attempt));
}

void TaskDriver::launch(Attempt attempt)
{
    const TaskOrder &order = attempt.order;
    const QString id = order.id;
    if (runsCommand(order.task, m_settings)) {
        const bool isUnderWay = attempt.executor && attempt.executor->isUnderWay(order);
        const QString events = m_place.folder.taskFile(id, order.attempt, u"events"_s);
        // The same attempt may start again, after exit 75: what it said before has been heard.
        if (!isUnderWay) {
            QFile::remove(events);
            QFile::remove(m_place.folder.taskFile(id, order.attempt, u"result"_s));
        }
        attempt.events = WorkerEventReader(events, id);
    }
    attempt.preparing = attempt.worktree.has_value();
    meetOthers(attempt);
    m_attempts.insert(id, attempt);
    if (attempt.preparing)
        prepare(attempt);
    else
        begin(id);
}

void TaskDriver::begin(const QString &id)
{
    sayIfSimulated(m_attempts[id]);
    const Attempt attempt = m_attempts.value(id);
    if (!promisesOf(attempt.order.task).isEmpty() || isWatched(attempt)) {
        if (const Result<void> placed = markerFor(attempt.order).place(attempt.order.label); !placed) {
            fail(id, u"not-started"_s, placed.error().message);
            return release(id);
        }
    }
    if (isWatched(attempt) && !m_owners->hasSeen(attempt.order.workspace))
        return seeFiles(attempt);
    carryOut(id);
}

void TaskDriver::carryOut(const QString &id)
{
    Attempt &known = m_attempts[id];
    known.begun = m_owners ? m_owners->now() : 0;
    const Attempt attempt = known;
    if (attempt.executor) {
        sayIfHere(attempt);
        return attempt.executor->start(attempt.order);
    }
    emit happened(EventType::WorkerActive, id, attempt.about);
    if (m_settings.approve == ApproveMode::All)
        answerHuman(id, {Action::Approve, id, {}, {}, {}});
}

bool TaskDriver::adopt(const RunPlan &plan, const RunState &state, int task, int said)
{
    watchOwnership(plan);
    Attempt attempt = attemptFor(plan, state, task);
    attempt.others.insert(QString());
    const TaskOrder &order = attempt.order;
    if (attempt.worktree && readWorktreeRecord(attempt.worktree->record).stage != WorktreeRecord::Stage::Ready)
        return false; // it was still being made
    attempt.said = said;
    attempt.begun = 0; // before anybody watched
    if (!attempt.executor) { // people are still there
        attempt.active = true;
        m_attempts.insert(order.id, attempt);
        return true;
    }
    if (!attempt.executor->adopt(order))
        return false;
    attempt.active = attempt.executor->hasBegun(order.id);
    attempt.redactor = Redactor(attempt.executor->secretsOf(order.id));
    attempt.events = WorkerEventReader(m_place.folder.taskFile(order.id, order.attempt, u"events"_s), order.id);
    m_attempts.insert(order.id, attempt);
    return true;
}

void TaskDriver::catchUp(const QString &id)
{
    const auto attempt = m_attempts.constFind(id);
    if (attempt != m_attempts.constEnd() && attempt->active && !attempt->over)
        readEvents(id);
}

void TaskDriver::stop(const QString &id)
{
    m_waiting.remove(id);
    const auto attempt = m_attempts.find(id);
    if (attempt == m_attempts.end() || attempt->stopped)
        return;
    attempt->stopped = true;
    if (attempt->verifying || attempt->preparing)
        return; // released when that is done
    if (!attempt->executor)
        return release(id);
    if (!attempt->over && attempt->executor->endsSoon())
        m_leaving.insert(id);
    attempt->executor->stop(id);
}

void TaskDriver::stopAll()
{
    m_waiting.clear();
    const QStringList ids = m_attempts.keys();
    for (const QString &id : ids) {
        Attempt &attempt = m_attempts[id];
        const bool waits = !attempt.executor && !attempt.preparing;
        if (waits || attempt.stopped || attempt.verifying)
            continue; // people wait, and hashes are soon there
        if (!attempt.preparing && attempt.executor->letGo(id)) {
            m_attempts.remove(id);
            continue;
        }
        attempt.interrupted = true;
        if (!attempt.preparing)
            attempt.executor->stop(id);
    }
}

void TaskDriver::withdraw()
{
    for (const auto &[type, executor] : m_executors) {
        if (executor)
            executor->withdraw();
    }
}

bool TaskDriver::awaitsAnswer(const QString &id) const
{
    const auto attempt = m_attempts.constFind(id);
    return attempt != m_attempts.constEnd() && !attempt->executor && !attempt->preparing && !attempt->over;
}

void TaskDriver::answerHuman(const QString &id, const Request &request)
{
    if (!awaitsAnswer(id))
        return;
    const auto attempt = m_attempts.find(id);
    const bool approved = request.action == Action::Approve;
    if (!attempt->order.task.isValidation && !approved) {
        return onEnded(id, {TaskEnd::How::Failed, u"refused"_s,
                            request.note.isEmpty() ? tr("A person refused it.") : request.note});
    }
    TaskEnd end;
    const QStringList outcomes = attempt->order.task.task->outcomes;
    // Where Baton answers for people it takes what comes first.
    if (const QString outcome = request.outcome.isEmpty() ? outcomes.value(0) : request.outcome; !outcome.isEmpty() && !attempt->order.task.isValidation)
        end.reports.append({EventType::WorkerOutcome, {{u"outcome"_s, outcome}}});
    if (attempt->order.task.isValidation) {
        QJsonArray issues = request.issues;
        if (!approved && !request.note.isEmpty()) // whoever does the work again has to hear it
            issues.append(QJsonObject{{u"severity"_s, u"error"_s}, {u"what"_s, request.note}});
        end.reports.append({EventType::WorkerVerdict, {{u"verdict"_s, approved ? u"approved"_s : u"rejected"_s}, {u"issues"_s, issues}}});
    }
    if (approved)
        attempt->note = request.note;
    onEnded(id, end);
}

void TaskDriver::onActive(const QString &id, const QJsonObject &data)
{
    QJsonObject all = m_attempts.value(id).about;
    for (auto entry = data.begin(); entry != data.end(); ++entry)
        all.insert(entry.key(), entry.value());
    emit happened(EventType::WorkerActive, id, all);
    const auto attempt = m_attempts.find(id);
    if (attempt == m_attempts.end())
        return;
    attempt->active = true;
    if (attempt->executor)
        attempt->redactor = Redactor(attempt->executor->secretsOf(id));
    if (runsCommand(attempt->order.task, m_settings))
        readEvents(id); // it may have been quicker to write than its start to be told
}

void TaskDriver::report(const QString &id, const WorkerReport &said)
{
    WorkerReport report = said;
    const bool isTasks = !report.data.contains(executorsOwn);
    if (const auto attempt = m_attempts.find(id); attempt != m_attempts.end() && isTasks) {
        report.data = attempt->redactor.of(said.data);
        if (report.type == EventType::WorkerVerdict)
            attempt->hasVerdict = true;
        if (report.type == EventType::WorkerOutcome)
            attempt->outcome = report.data["outcome"_L1].toString();
        if (attempt->said > 0) {
            --attempt->said;
            return;
        }
        // Of an attempt that is over nothing counts any more but what it cost.
        if (attempt->stopped && report.type != EventType::WorkerUsage)
            return;
    }
    emit happened(report.type, id, report.data);
}

void TaskDriver::onFileChanged(const QString &path)
{
    if (path.startsWith(m_place.folder.inboxPath())) {
        if (path.endsWith(".json"_L1))
            emit requestsArrived();
        return;
    }
    if (path == m_place.folder.processesPath()) {
        m_processes.checkAdopted();
        emit processLogChanged();
        return;
    }
    if (path.endsWith(".result"_L1)) {
        m_changedResults.insert(path);
        if (!m_resultTimer.isActive())
            m_resultTimer.start();
        return;
    }
    if (!path.endsWith(".events"_L1))
        return;
    for (auto attempt = m_attempts.cbegin(); attempt != m_attempts.cend(); ++attempt) {
        if (attempt->active && m_place.folder.taskFile(attempt.key(), attempt->order.attempt, u"events"_s) == path)
            return readEvents(QString(attempt.key()));
    }
}

/// Of the issues that a validation has found so far people hear while it runs. What counts is read at its end.
void TaskDriver::readResultsSoFar()
{
    const QSet<QString> changed = std::exchange(m_changedResults, {});
    const QStringList ids = m_attempts.keys();
    for (const QString &id : ids) {
        const auto attempt = m_attempts.find(id); // What is emitted may end it, or others.
        if (attempt == m_attempts.end() || !attempt->active || attempt->over || attempt->stopped || attempt->hasVerdict)
            continue;
        const QString path = m_place.folder.taskFile(id, attempt->order.attempt, u"result"_s);
        const std::optional<WorkerReport> verdict = changed.contains(path) ? verdictSoFar(path) : std::nullopt;
        if (!verdict || verdict->data == attempt->verdictSoFar)
            continue;
        attempt->verdictSoFar = verdict->data;
        emit happened(verdict->type, id, attempt->redactor.of(verdict->data));
    }
}

void TaskDriver::readEvents(const QString &id)
{
    QStringList refused;
    Attempt &attempt = m_attempts[id];
    const QList<WorkerReport> reports = attempt.over ? attempt.events.readToEnd(refused) : attempt.events.read(refused);
    for (const QString &sentence : std::as_const(refused))
        emit warned(attempt.redactor.of(sentence));
    for (const WorkerReport &said : reports)
        report(id, said);
}

void TaskDriver::onEnded(const QString &id, const TaskEnd &end)
{
    if (!m_attempts.contains(id))
        return;
    m_attempts[id].over = true;
    m_attempts[id].endedAt = end.at;
    m_leaving.remove(id);
    readEvents(id);
    const auto attempt = m_attempts.constFind(id);
    if (attempt == m_attempts.constEnd())
        return release(id);
    const bool stopped = attempt->stopped;
    const bool interrupted = attempt->interrupted;
    const QList<WorkerReport> spent = end.how == TaskEnd::How::Well && !stopped && !interrupted
                                          ? QList<WorkerReport>()
                                          : spentBy(attempt->order);
    for (const WorkerReport &said : spent + (stopped || interrupted ? end.reports : QList<WorkerReport>())) {
        if (said.type == EventType::WorkerUsage)
            report(id, said); // it was spent, whatever became of it
    }
    if (stopped)
        return lookBefore(id, [this, id] { release(id); });
    if (interrupted)
        return endOtherwise(id, u"interrupted"_s, {});
    finish(id, end);
}

/// What the result file of an attempt says of its tokens, where nothing else of it counts.
QList<WorkerReport> TaskDriver::spentBy(const TaskOrder &order)
{
    if (!runsCommand(order.task, m_settings))
        return {};
    const Result<TaskResult> result = resultOf(order);
    return result ? result->reports : QList<WorkerReport>();
}

Result<TaskResult> TaskDriver::resultOf(const TaskOrder &order)
{
    Result<TaskResult> result = readTaskResult(m_place.folder.taskFile(order.id, order.attempt, u"result"_s));
    if (result && !result->refused.isEmpty())
        emit warned(tr("In the result of “%1” the usage was refused: %2").arg(order.id, result->refused));
    return result;
}

/// With what it did to the files of others, before the journal says that it has failed.
void TaskDriver::endOtherwise(const QString &id, const QString &reason, const QString &message)
{
    lookBefore(id, [this, id, reason, message] {
        const auto attempt = m_attempts.constFind(id);
        if (attempt != m_attempts.constEnd() && !attempt->stopped)
            fail(id, reason, message);
        release(id);
    });
}

void TaskDriver::finish(const QString &id, const TaskEnd &end)
{
    switch (end.how) {
    case TaskEnd::How::Blocked:
        return lookBefore(id, [this, id, reason = end.reason] {
            const auto attempt = m_attempts.constFind(id);
            if (attempt != m_attempts.constEnd() && !attempt->stopped)
                emit happened(EventType::WorkerBlocked, id, withEnd(*attempt, {{u"reason"_s, attempt->redactor.of(reason)}, {u"ended"_s, true}}));
            release(id);
        });
    case TaskEnd::How::Failed:
        for (const WorkerReport &said : end.reports)
            report(id, said);
        return endOtherwise(id, end.reason, end.message);
    case TaskEnd::How::Lost: return endOtherwise(id, u"node-lost"_s, end.message);
    case TaskEnd::How::Interrupted:
    case TaskEnd::How::Stopped: return endOtherwise(id, u"interrupted"_s, end.message);
    case TaskEnd::How::Well: break;
    }
    const TaskOrder order = m_attempts.value(id).order;
    QList<WorkerReport> reports = end.reports;
    if (runsCommand(order.task, m_settings)) {
        const Result<TaskResult> result = resultOf(order);
        if (!result)
            return endOtherwise(id, u"result"_s, result.error().message);
        reports += result->reports;
    }
    if (!end.answer.isEmpty()) {
        QList<WorkerReport> known = reports;
        if (m_attempts[id].hasVerdict)
            known.append({EventType::WorkerVerdict});
        reports += reportsOfAnswer(end.answer, order.task, known);
    }
    for (const WorkerReport &said : std::as_const(reports))
        report(id, said);
    finishWell(id, end);
}

void TaskDriver::fail(const QString &id, const QString &reason, const QString &message)
{
    QJsonObject data{{u"reason"_s, reason}};
    if (!message.isEmpty())
        data.insert(u"message"_s, m_attempts.value(id).redactor.of(message));
    emit happened(EventType::WorkerFailed, id, withEnd(m_attempts.value(id), data));
}

/// With when that was, where the journal hears of it later.
QJsonObject TaskDriver::withEnd(const Attempt &attempt, QJsonObject data)
{
    const QJsonObject moment = momentData(attempt.endedAt);
    for (auto entry = moment.begin(); entry != moment.end(); ++entry)
        data.insert(entry.key(), entry.value());
    return data;
}

void TaskDriver::release(const QString &id)
{
    const auto attempt = m_attempts.constFind(id);
    if (attempt == m_attempts.constEnd())
        return;
    if (m_owners && attempt->worktree)
        m_owners->forget(attempt->order.workspace);
    hideSecrets(*attempt);
    m_attempts.erase(attempt);
    m_leaving.remove(id);
    if (m_waiting.contains(id))
        return launch(m_waiting.take(id));
    emit released(id);
}

/// What it wrote for us has been read, and stays.
void TaskDriver::hideSecrets(const Attempt &attempt)
{
    if (attempt.redactor.isIdle())
        return;
    const QString &id = attempt.order.id;
    const auto file = [&](const QString &what) { return m_place.folder.taskFile(id, attempt.order.attempt, what); };
    m_pool.start([redactor = attempt.redactor, events = file(u"events"_s), result = file(u"result"_s)] {
        hideInFile(events, redactor);
        hideInFile(result, redactor);
    });
}

void TaskDriver::lookAgain(const QString &id)
{
    if (const auto attempt = m_attempts.constFind(id); attempt != m_attempts.constEnd() && attempt->executor)
        attempt->executor->lookAgain(id);
}

bool TaskDriver::hasProcess(const QString &id) const
{
    const auto attempt = m_attempts.constFind(id);
    return attempt != m_attempts.constEnd() && attempt->executor;
}

bool TaskDriver::hasBegun(const QString &id) const
{
    const auto attempt = m_attempts.constFind(id);
    return attempt != m_attempts.constEnd() && attempt->active;
}

QJsonObject TaskDriver::aboutStart(const QString &id) const
{
    const auto attempt = m_attempts.constFind(id);
    return attempt != m_attempts.constEnd() && attempt->executor ? attempt->executor->aboutStart(id) : QJsonObject();
}

bool TaskDriver::hasEnded(const QString &id) const
{
    const auto attempt = m_attempts.constFind(id);
    return attempt != m_attempts.constEnd() && (attempt->over || (attempt->executor && attempt->executor->hasEnded(id)));
}

bool TaskDriver::isLeaving(const QString &id) const
{
    if (id.isEmpty())
        return !m_leaving.isEmpty();
    const auto attempt = m_attempts.constFind(id);
    return attempt != m_attempts.constEnd() && attempt->executor && attempt->stopped && attempt->executor->endsSoon();
}

bool TaskDriver::isLooking() const
{
    return std::any_of(m_attempts.cbegin(), m_attempts.cend(),
                       [](const Attempt &attempt) { return attempt.verifying || attempt.preparing; });
}

bool TaskDriver::isIdle() const
{
    return isIdleBut([](const QString &) { return false; });
}

bool TaskDriver::isIdleBut(const std::function<bool(const QString &)> &mayLive) const
{
    const bool isWithdrawing = std::any_of(m_executors.cbegin(), m_executors.cend(), [](const auto &executor) {
        return executor.second && !executor.second->isIdle();
    });
    return !isWithdrawing && m_waiting.isEmpty() && !isLooking() && std::none_of(m_attempts.cbegin(), m_attempts.cend(), [&](const Attempt &attempt) {
        return attempt.executor && !mayLive(attempt.order.id);
    });
}

bool TaskDriver::isSettled()
{
    m_watch.add(m_place.folder.path()); // for processes.log; only a resumed run needs it
    return !isSupervised(m_place.folder) || readProcessLog(m_place.folder).isSettled;
}

void TaskDriver::removeMarkers() const
{
    EvidenceMarker(m_place.workspace, m_place.runId).removeAll();
}

} // namespace baton
