// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

// What an attempt is given before it begins: its order, its files and variables, its place.

#include "model/run/taskdriver.h"

#include "model/plan/prompt.h"
#include "model/run/executorchoice.h"
#include "model/run/foresight.h"
#include "model/run/inputs.h"
#include "model/run/simulatedwork.h"

#include <QFile>
#include <QJsonDocument>

#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A prompt tells the whole plan. Above so many tasks it is written only for those whose executor speaks of it, or a
/// run of 10,000 tasks would write gigabytes that nobody reads.
constexpr qsizetype mostPrompts = 200;

bool usesPrompt(const PlanTask &task)
{
    return task.executor.type == "agent"_L1 || task.executor.type == "http"_L1 ||
           QJsonDocument(task.executor.options).toJson().contains("BATON_PROMPT_FILE");
}

/// What somebody has to say about it this time: a person, the gate that asks for it again, the round before. Empty where
/// nobody has.
QByteArray noteSection(const PlanTask &task, const QString &note)
{
    if (note.trimmed().isEmpty())
        return {};
    const bool isOfRound = task.round > 1 && note.startsWith('{'_L1);
    return "\n[NOTE]\n" + QByteArray(isOfRound ? "What the last round found:\n" : "") + note.trimmed().toUtf8() + '\n';
}

/// What is there already stays: a job may be reading it.
bool writeLines(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (file.size() == bytes.size() && file.open(QIODevice::ReadOnly)) {
        if (file.readAll() == bytes)
            return true;
        file.close();
    }
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

/// Makes or empties a file, by nothing but that: every task has one that says nothing as yet.
void makeEmpty(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (file >= 0)
        ::close(file);
}

/// Something is done only for certain outcomes, and nothing for all the others.
bool leadsToBranches(const RunPlan &plan, int task)
{
    bool isAsked = false;
    for (const PlanEdge edge : plan.links.edgesOfTask.of(task)) {
        const QStringList &when = plan.tasks.at(edge.task).needs.at(edge.need).when;
        if (when.contains("default"_L1))
            return false;
        isAsked = isAsked || !when.isEmpty();
    }
    return isAsked;
}

} // namespace

QStringList TaskDriver::promisesOf(const PlanTask &task) const
{
    if (m_settings.simulate || task.isSimulated)
        return {};
    QStringList promises = task.task->deliverables + task.task->evidence;
    promises.removeDuplicates();
    return promises;
}

TaskOrder TaskDriver::orderFor(const RunPlan &plan, int index, const TaskRun &run) const
{
    const PlanTask &task = plan.tasks.at(index);
    // One attempt may start twice (after exit 75, or an interruption); the time tells its starts apart.
    const QString label = u"%1.%2.%3"_s.arg(RunFolder::fileNameOf(task.id)).arg(run.attempt).arg(run.startedAt);
    TaskOrder order{task.id, run.attempt, task, m_place.workspace, {}, label, m_place.folder.logPath(task.id)};
    order.task.executor = executorIn(task, m_settings);
    if (!m_settings.simulate && !task.isSimulated)
        return order;
    const SimulatedWork work = simulatedWork(plan, index, run.attempt, m_settings.seed);
    order.duration = work.duration;
    for (const Event &event : endingOf(plan, index, work)) {
        if (event.type == EventType::WorkerFailed)
            order.ending = {TaskEnd::How::Failed, event.data["reason"_L1].toString(), event.data["message"_L1].toString(),
                            order.ending.reports};
        else if (event.type != EventType::WorkerComplete)
            order.ending.reports.append({event.type, event.data});
    }
    return order;
}

/// The files and variables that a command gets.
void TaskDriver::equip(TaskOrder &order, const RunPlan &plan, const QString &note, const QStringList &interfaces) const
{
    const RunFolder &folder = m_place.folder;
    const PlanTask &task = order.task;
    for (const auto &[key, persona] : plan.contents.personas) {
        if (persona->id == task.persona) {
            order.instructions = persona->instructions;
            order.tools = persona->tools;
        }
    }
    order.owners = m_owners;
    const auto file = [&](const QString &what) { return folder.taskFile(task.id, order.attempt, what); };
    QStringList inputs = inputsOf(task);
    inputs += interfaces;
    if (!inputs.isEmpty())
        writeLines(file(u"inputs"_s), (inputs.join('\n'_L1) + '\n'_L1).toUtf8());
    if (note.isEmpty())
        makeEmpty(file(u"note"_s));
    else
        writeLines(file(u"note"_s), note.toUtf8() + '\n');
    const bool hasPrompt = plan.tasks.size() <= mostPrompts || usesPrompt(task);
    if (hasPrompt)
        writeLines(file(u"prompt"_s), promptFor(plan.contents, *task.task) + noteSection(task, note));
    const QString nothing = folder.tasksPath() + u"/none"_s;
    if ((inputs.isEmpty() || !hasPrompt) && !QFile::exists(nothing))
        writeLines(nothing, {});
    order.environment = {
        {u"BATON_RUN_DIR"_s, folder.path()},
        {u"BATON_TASK"_s, task.id},
        {u"BATON_PERSONA"_s, task.persona},
        {u"BATON_PHASE"_s, task.phase < 0 ? QString() : plan.phases.at(task.phase).id},
        {u"BATON_ATTEMPT"_s, QString::number(order.attempt)},
        {u"BATON_WORKSPACE"_s, order.workspace},
        {u"BATON_EVENTS"_s, file(u"events"_s)},
        {u"BATON_RESULT"_s, file(u"result"_s)},
        {u"BATON_INPUTS"_s, inputs.isEmpty() ? nothing : file(u"inputs"_s)},
        {u"BATON_PROMPT_FILE"_s, hasPrompt ? file(u"prompt"_s) : nothing},
        {u"BATON_NOTE"_s, file(u"note"_s)},
    };
}

TaskDriver::Attempt TaskDriver::attemptFor(const RunPlan &plan, const RunState &state, int task)
{
    Attempt attempt{orderFor(plan, task, state.tasks.at(task))};
    attempt.startedAt = state.tasks.at(task).startedAt;
    attempt.executor = executorFor(attempt.order.task);
    attempt.chooses = leadsToBranches(plan, task);
    if (m_worktrees && hasWorktree(attempt.order.task)) {
        attempt.worktree = m_worktrees->orderFor(plan, state, task);
        attempt.order.workspace = attempt.worktree->workspace();
    }
    return attempt;
}

void TaskDriver::leaveNote(const QString &id, int attempt, const QString &note)
{
    const QString path = m_place.folder.taskFile(id, attempt, u"note"_s);
    // Renamed into place: a task that waits for it reads all of it or none, and it is never missing.
    if (const QString part = path + u".part"_s; writeLines(part, note.toUtf8() + '\n'))
        std::rename(QFile::encodeName(part).constData(), QFile::encodeName(path).constData());
}

/// In a run that is real otherwise; in its log and in the journal.
void TaskDriver::sayIfSimulated(Attempt &attempt) const
{
    if (m_settings.simulate || !attempt.order.task.isSimulated)
        return;
    attempt.about.insert(u"executor"_s, u"simulate"_s);
    QFile log(attempt.order.log);
    if (!log.open(QIODevice::WriteOnly | QIODevice::Append))
        return;
    log.write((tr("Only simulated: nothing of it is carried out, and nothing verified. Give it an executor to have it done.") + '\n'_L1).toUtf8());
}

/// In a run that goes to a cluster otherwise.
void TaskDriver::sayIfHere(const Attempt &attempt)
{
    if (const QString why = whyHere(attempt.order.task, m_settings); !why.isEmpty())
        emit happened(EventType::WorkerCheckpoint, attempt.order.id, {{u"checkpoint"_s, why}, {executorsOwn, QJsonObject{{u"here"_s, true}}}});
}

bool TaskDriver::isHandingOver() const
{
    return std::any_of(m_executors.cbegin(), m_executors.cend(), [](const auto &executor) { return executor.second && executor.second->isHandingOver(); });
}

void TaskDriver::handOver(const RunPlan &plan, const RunState &state)
{
    QList<AdvanceOrder> orders;
    TaskExecutor *executor = nullptr;
    const QList<Foreseen> foreseen = foresee(plan, m_settings);
    for (const Foreseen &task : foreseen) {
        TaskRun run = state.tasks.at(task.task);
        run.attempt = 1;
        TaskOrder order = orderFor(plan, task.task, run);
        equip(order, plan, {}, {});
        executor = executorFor(order.task);
        QStringList after;
        for (const int before : task.after)
            after += plan.tasks.at(before).id;
        orders.append({order, after});
    }
    if (executor)
        executor->handOver(orders);
}

} // namespace baton
