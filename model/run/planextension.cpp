// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/planextension.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A fix phase longer than this comes from no plan that people could follow.
constexpr qsizetype maxFixTasks = 1000;

Error noFixPhase(const QString &detail)
{
    return {ErrorCode::Refused,
            QCoreApplication::translate("baton::FixPhase",
                                        "This is not a fix phase that this run could take in."),
            detail,
            {}};
}

/// `review#2` for the second round; a later number where a fix phase has taken that one.
QString instanceId(const RunPlan &plan, const PlanTask &task, qint64 round)
{
    const QString root = task.original < 0 ? task.id : plan.tasks.at(task.original).id;
    for (;; ++round) {
        const QString id = u"%1#%2"_s.arg(root).arg(round);
        if (plan.indexOfTask(id) < 0 && plan.indexOfGate(id) < 0)
            return id;
    }
}

void append(RunPlan &plan, PlanTask task)
{
    plan.taskIndex.insert(task.id, int(plan.tasks.size()));
    plan.tasks.append(std::move(task));
}

/// The document's task under another id and phase, for whoever shows or prompts the instance.
std::shared_ptr<const Task> renamed(const Task &task, const QString &id, const QString &phase)
{
    Task copy = task;
    copy.id = id;
    copy.phase = phase;
    return std::make_shared<const Task>(std::move(copy));
}

/// Makes the tasks of one fix phase from the data of its event.
class FixReader
{
public:
    FixReader(const RunPlan &plan, int gate)
        : m_plan(plan)
        , m_before(plan.tasks.size())
        , m_gate(gate)
    {
    }

    Result<RunPlan> read(const QJsonObject &data)
    {
        const QJsonObject phase = data.value("phase"_L1).toObject();
        const QJsonArray tasks = data.value("tasks"_L1).toArray();
        if (phase.value("fixes"_L1).toString() != m_plan.gates.at(m_gate).id)
            return noFixPhase(u"fixes names another gate"_s);
        if (tasks.isEmpty() || tasks.size() > maxFixTasks)
            return noFixPhase(u"%1 tasks"_s.arg(tasks.size()));
        if (!addPhase(phase))
            return noFixPhase(u"the phase's id is missing or taken"_s);
        for (const QJsonValue &task : tasks) {
            if (!addTask(task.toObject()))
                return noFixPhase(u"task “%1”"_s.arg(task["id"_L1].toString()));
        }
        for (qsizetype i = 0; i < tasks.size(); ++i) {
            if (!addNeeds(int(m_before + i), tasks.at(i)["needs"_L1].toArray()))
                return noFixPhase(u"needs of “%1”"_s.arg(m_plan.tasks.at(m_before + i).id));
        }
        if (const Result<void> linked = link(m_plan); !linked)
            return linked.error();
        return std::move(m_plan);
    }

private:
    bool addPhase(const QJsonObject &data)
    {
        Phase phase;
        phase.id = data.value("id"_L1).toString();
        phase.title = data.value("title"_L1).toString();
        phase.kind = PhaseKind::Fix;
        phase.fixes = m_plan.gates.at(m_gate).id;
        const auto isTaken = [&](const PlanPhase &other) { return other.id == phase.id; };
        if (phase.id.isEmpty() || std::any_of(m_plan.phases.cbegin(), m_plan.phases.cend(), isTaken))
            return false;
        PlanPhase planned;
        planned.id = phase.id;
        planned.fixesGate = m_gate;
        planned.phase = std::make_shared<const Phase>(std::move(phase));
        m_plan.phases.append(std::move(planned));
        return true;
    }

    bool addTask(const QJsonObject &data)
    {
        const QString id = data.value("id"_L1).toString();
        const QString repeats = data.value("repeats"_L1).toString();
        const int source =
            m_plan.indexOfTask(repeats.isEmpty() ? data.value("fixes"_L1).toString() : repeats);
        if (id.isEmpty() || m_plan.taskIndex.contains(id) || m_plan.gateIndex.contains(id) || source < 0)
            return false;
        PlanTask task = m_plan.tasks.at(source);
        const int phase = int(m_plan.phases.size()) - 1;
        task.id = id;
        task.phase = phase;
        task.needs.clear();
        task.branches.clear();
        task.superseded = false;
        if (repeats.isEmpty())
            makeFix(task, source, data);
        else
            makeInstance(task, source);
        m_plan.phases[phase].tasks.append(int(m_plan.tasks.size()));
        append(m_plan, std::move(task));
        return true;
    }

    void makeFix(PlanTask &task, int source, const QJsonObject &data) const
    {
        Task copy = *task.task;
        copy.id = task.id;
        copy.phase = m_plan.phases.constLast().id;
        copy.title = data.value("title"_L1).toString();
        copy.description = data.value("description"_L1).toString();
        copy.kind = TaskKind::Fix;
        copy.needs.clear();
        copy.validates.clear();
        copy.outcomes.clear();
        task.task = std::make_shared<const Task>(std::move(copy));
        task.key = {};
        task.fixes = source;
        task.issue = data.value("issue"_L1).toObject();
        task.foundBy = data.value("found_by"_L1).toString();
        task.original = -1;
        task.round = 1;
        task.isValidation = false;
        task.validates.clear();
    }

    void makeInstance(PlanTask &task, int source) const
    {
        task.issue = {};
        task.foundBy.clear();
        task.original = m_plan.tasks.at(source).original < 0 ? source : m_plan.tasks.at(source).original;
        const qsizetype hash = task.id.lastIndexOf(u'#');
        task.round = hash < 0 ? 2 : qMax(2, task.id.sliced(hash + 1).toInt());
        task.task = renamed(*task.task, task.id, m_plan.phases.constLast().id);
    }

    bool addNeeds(int task, const QJsonArray &needs)
    {
        for (const QJsonValue &value : needs) {
            const int target = m_plan.indexOfTask(value.toString());
            if (target < 0 || target == task)
                return false;
            m_plan.tasks[task].needs.append({target, -1, NeedType::Order, {}});
        }
        return true;
    }

    RunPlan m_plan;
    qsizetype m_before;
    int m_gate;
};

} // namespace

int phaseOfNextRound(const RunPlan &plan, const RunState &state, const QString &task)
{
    const qsizetype hash = task.lastIndexOf(u'#');
    const int original = hash > 0 ? plan.indexOfTask(task.first(hash)) : -1;
    const int phase = original < 0 ? -1 : plan.tasks.at(original).phase;
    if (phase < 0 || !state.books.rounds.contains(phase))
        return -1;
    return task == instanceId(plan, plan.tasks.at(original), plan.phases.at(phase).round + 1) ? phase : -1;
}

QString firstOfNextRound(const RunPlan &plan, const RunState &state, int phase)
{
    int any = -1;
    for (const int task : plan.phases.at(phase).tasks) {
        if (state.tasks.at(task).state != TaskState::Complete)
            continue;
        const QList<PlanNeed> &needs = plan.tasks.at(task).needs;
        const bool isFirst = std::none_of(needs.cbegin(), needs.cend(), [&](const PlanNeed &need) {
            return need.task >= 0 && plan.tasks.at(need.task).phase == phase;
        });
        if (isFirst || any < 0)
            any = task;
        if (isFirst)
            break;
    }
    return any < 0 ? QString() : instanceId(plan, plan.tasks.at(any), plan.phases.at(phase).round + 1);
}

Result<RunPlan> withNextRound(const RunPlan &before, int phase)
{
    RunPlan plan = before;
    const QList<int> last = plan.phases.at(phase).tasks;
    const qint64 round = ++plan.phases[phase].round;
    QHash<int, int> instance;
    for (const int task : last)
        instance.insert(task, int(plan.tasks.size() + instance.size()));
    const auto follow = [&](int &task) { task = instance.value(task, task); };

    plan.phases[phase].tasks.clear();
    for (const int number : last) {
        PlanTask task = plan.tasks.at(number);
        task.original = task.original < 0 ? number : task.original;
        task.id = instanceId(plan, task, round);
        task.round = int(round);
        task.task = renamed(*task.task, task.id, plan.phases.at(phase).id);
        plan.tasks[number].superseded = true;
        plan.phases[phase].tasks.append(int(plan.tasks.size()));
        append(plan, std::move(task));
    }
    for (PlanTask &task : plan.tasks) {
        if (task.superseded)
            continue; // An earlier round keeps what it was about.
        for (PlanNeed &need : task.needs)
            follow(need.task);
        for (int &validated : task.validates)
            follow(validated);
    }
    for (PlanGate &gate : plan.gates) {
        for (PlanNeed &need : gate.needs)
            follow(need.task);
        for (int &task : gate.scope)
            follow(task);
    }
    for (PlanPhase &other : plan.phases)
        follow(other.untilTask);
    if (const Result<void> linked = link(plan); !linked)
        return linked.error();
    return plan;
}

Result<RunPlan> withFixPhase(const RunPlan &plan, int gate, const QJsonObject &data)
{
    return FixReader(plan, gate).read(data);
}

} // namespace baton
