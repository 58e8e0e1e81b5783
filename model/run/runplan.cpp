// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/runplan.h"

#include "model/workflow/executortypes.h"
#include "model/workflow/references.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qint64 agentTotal = 6LL * 60 * 60 * 1000; ///< For agents whose task says nothing.
constexpr qint64 agentIdle = 30LL * 60 * 1000;

/// Turns a document into the flat lists of a plan. The first thing that cannot be run stops it.
class Compiler
{
    Q_DECLARE_TR_FUNCTIONS(baton::Compiler)

public:
    explicit Compiler(const Contents &contents)
        : m_contents(contents)
        , m_ids(contents)
    {
        m_plan.contents = contents;
    }

    Result<RunPlan> compile()
    {
        addPhases();
        addTasks();
        addGates();
        connectPhases();
        connectTasks();
        connectGates();
        if (m_error)
            return *m_error;
        if (const Result<void> linked = link(m_plan); !linked)
            return linked.error();
        return std::move(m_plan);
    }

private:
    void refuse(const QString &message)
    {
        if (!m_error)
            m_error = Error{ErrorCode::Refused, message, {}, {}};
    }
    int phaseOf(const QString &id, const QString &who)
    {
        if (id.isEmpty())
            return -1;
        const int phase = m_phaseIndex.value(id, -1);
        if (phase < 0)
            refuse(tr("“%1” names the phase “%2”, which does not exist. Add it, or correct the name.")
                       .arg(who, id));
        return phase;
    }

    void addPhases()
    {
        for (const auto &[key, phase] : m_contents.phases) {
            if (phase->id.isEmpty() || m_phaseIndex.contains(phase->id))
                refuse(phase->id.isEmpty() ? tr("A phase has no id. Give it one.")
                                           : tr("Two phases have the id “%1”. Rename one.").arg(phase->id));
            m_phaseIndex.insert(phase->id, int(m_plan.phases.size()));
            PlanPhase planned;
            planned.id = phase->id;
            planned.key = key;
            planned.phase = phase;
            if (!phase->repeatUntil.isEmpty())
                planned.repeatMax = qMax(qint64(1), phase->repeatMax.value_or(1));
            m_plan.phases.append(planned);
        }
    }

    void takeId(const QString &id, QHash<QString, int> &index, qsizetype number)
    {
        if (id.isEmpty())
            refuse(tr("A task or gate has no id. Give it one."));
        else if (m_plan.taskIndex.contains(id) || m_plan.gateIndex.contains(id))
            refuse(tr("The id “%1” stands twice among tasks and gates. Rename one.").arg(id));
        index.insert(id, int(number));
    }

    void addTasks()
    {
        const WorkflowInfo &info = m_contents.info;
        m_plan.tasks.reserve(m_contents.tasks.size());
        m_plan.taskIndex.reserve(m_contents.tasks.size());
        for (const auto &[key, task] : m_contents.tasks) {
            takeId(task->id, m_plan.taskIndex, m_plan.tasks.size());
            PlanTask planned;
            planned.id = task->id;
            planned.key = key;
            planned.task = task;
            planned.persona = task->persona();
            planned.phase = phaseOf(task->phase, task->id);
            const Persona *persona = m_contents.persona(m_ids.persona(planned.persona));
            if (!persona && !planned.persona.isEmpty())
                refuse(unknownPersona(*task));
            planned.model = task->model.isEmpty() && persona ? persona->model : task->model;
            planned.executor = task->executor.isEmpty() && persona ? persona->executor : task->executor;
            planned.isHuman = planned.executor.type == "human"_L1;
            planned.isSimulated = planned.executor.type == "simulate"_L1 || !executorTypes().contains(planned.executor.type);
            planned.asksLaunch = task->launch == LaunchMode::Approve ||
                                 (task->launch == LaunchMode::Inherit && info.launch == LaunchMode::Approve);
            const TaskKind kind = task->effectiveKind();
            planned.isValidation =
                !task->validates.isEmpty() || kind == TaskKind::Validate || kind == TaskKind::Review;
            setLimits(planned);
            if (planned.phase >= 0)
                m_plan.phases[planned.phase].tasks.append(int(m_plan.tasks.size()));
            m_plan.tasks.append(std::move(planned));
        }
    }

    QString unknownPersona(const Task &task) const
    {
        const QStringList joined = joinedNames(task.persona());
        const bool areKnown = std::all_of(joined.cbegin(), joined.cend(), [this](const QString &name) {
            return !m_ids.persona(name.startsWith(u'@') ? name.sliced(1) : name).isNull();
        });
        return !joined.isEmpty() && areKnown
                   ? tr("“%1” names several personas at once, “%2”. One persona does a task: choose one of them, or make a task for each.")
                         .arg(task.id, task.persona())
                   : tr("“%1” names the persona “%2”, which does not exist. Add it, or choose another.").arg(task.id, task.persona());
    }

    void setLimits(PlanTask &planned) const
    {
        const Task &task = *planned.task;
        planned.timeouts = {
            task.timeoutTotal.milliseconds().value_or(0), task.timeoutStart.milliseconds().value_or(0),
            task.timeoutIdle.milliseconds().value_or(0), task.timeoutBlocked.milliseconds().value_or(0)};
        if (planned.executor.type == "agent"_L1) {
            // Some CLIs wait for ever for a service that is not there.
            planned.timeouts.total = task.timeoutTotal.milliseconds().value_or(agentTotal);
            planned.timeouts.idle = task.timeoutIdle.milliseconds().value_or(agentIdle);
        }
        planned.retry = {qMax(qint64(0), task.retryMax.value_or(0)),
                         task.retryDelay.milliseconds().value_or(0),
                         qMax(0.0, task.retryBackoff.value_or(1))};
        const Expectation expected = expectationOf(termsOf(planned), m_contents.info.budgetMultiplier);
        planned.plannedTokens = expected.wholeTokens();
        planned.expected = expected.time;
    }

    void addGates()
    {
        for (const auto &[key, gate] : m_contents.gates) {
            takeId(gate->id, m_plan.gateIndex, m_plan.gates.size());
            PlanGate planned;
            planned.id = gate->id;
            planned.key = key;
            planned.gate = gate;
            planned.phase = phaseOf(gate->phase, gate->id);
            if (planned.phase >= 0)
                m_plan.phases[planned.phase].gates.append(int(m_plan.gates.size()));
            m_plan.gates.append(std::move(planned));
        }
    }

    void connectPhases()
    {
        int before = -1;
        for (int i = 0; i < m_plan.phases.size(); ++i) {
            PlanPhase &planned = m_plan.phases[i];
            const Phase &phase = *planned.phase;
            if (!phase.fixes.isEmpty()) {
                planned.fixesGate = m_plan.indexOfGate(phase.fixes);
                if (planned.fixesGate < 0)
                    refuse(tr("The phase “%1” fixes the gate “%2”, which does not exist. Correct the name.")
                               .arg(phase.id, phase.fixes));
            }
            if (phase.after) {
                for (const QString &id : *phase.after) {
                    if (const int index = phaseOf(id, phase.id); index >= 0 && !planned.after.contains(index))
                        planned.after.append(index);
                }
            } else if (before >= 0 && phase.fixes.isEmpty()) {
                planned.after.append(before);
            }
            if (phase.fixes.isEmpty())
                before = i;
            if (planned.repeatMax > 1)
                connectRepeat(planned);
        }
    }

    void connectRepeat(PlanPhase &planned)
    {
        const QString until = planned.phase->repeatUntil;
        const qsizetype dot = until.indexOf(u'.');
        planned.untilTask = dot > 0 ? m_plan.indexOfTask(until.first(dot)) : -1;
        planned.untilLabel = dot > 0 ? until.sliced(dot + 1) : QString();
        if (dot < 0 && m_plan.indexOfTask(until) >= 0)
            refuse(tr("The phase “%1” repeats until “%2”, which names no outcome. Write TASK.OUTCOME, such as %2.approved.")
                       .arg(planned.id, until));
        else if (planned.untilTask < 0)
            refuse(tr("The phase “%1” repeats until “%2”, but there is no such task. Write TASK.OUTCOME.")
                       .arg(planned.id, until));
    }

    std::optional<PlanNeed> needOn(const QString &target, const QString &who)
    {
        PlanNeed need;
        need.task = m_plan.indexOfTask(target);
        need.gate = need.task < 0 ? m_plan.indexOfGate(target) : -1;
        if (need.task < 0 && need.gate < 0) {
            refuse(tr("“%1” needs “%2”, which does not exist. Correct the name, or take the need out.")
                       .arg(who, target));
            return std::nullopt;
        }
        if (target == who) {
            refuse(tr("“%1” needs itself. Take that need out.").arg(who));
            return std::nullopt;
        }
        return need;
    }

    void connectTasks()
    {
        for (PlanTask &planned : m_plan.tasks) {
            for (const Need &written : planned.task->needs) {
                std::optional<PlanNeed> need = needOn(written.target, planned.id);
                if (!need)
                    continue;
                need->type = written.type;
                need->when = written.when;
                planned.needs.append(*need);
            }
            for (const QString &id : planned.task->validates) {
                const std::optional<PlanNeed> need = needOn(id, planned.id);
                if (!need || need->task < 0 || planned.validates.contains(need->task))
                    continue;
                planned.validates.append(need->task);
                addImpliedNeed(planned, need->task);
            }
            if (planned.isValidation && planned.task->validates.isEmpty()) {
                for (const PlanNeed &need : std::as_const(planned.needs)) {
                    if (need.task >= 0 && need.type != NeedType::Knowledge &&
                        !planned.validates.contains(need.task))
                        planned.validates.append(need.task);
                }
            }
        }
        collectBranches();
    }

    static void addImpliedNeed(PlanTask &planned, int task)
    {
        const auto isThere = [&](const PlanNeed &need) { return need.task == task; };
        if (std::none_of(planned.needs.cbegin(), planned.needs.cend(), isThere))
            planned.needs.append({task, -1, NeedType::Knowledge, {}});
    }

    void collectBranches()
    {
        for (const PlanTask &planned : std::as_const(m_plan.tasks)) {
            for (const PlanNeed &need : planned.needs) {
                if (need.task < 0)
                    continue;
                QStringList &branches = m_plan.tasks[need.task].branches;
                for (const QString &label : need.when) {
                    if (label != "default"_L1 && !branches.contains(label))
                        branches.append(label);
                }
            }
        }
    }

    void connectGates()
    {
        for (PlanGate &planned : m_plan.gates) {
            if (planned.phase >= 0) {
                planned.scope = m_plan.phases.at(planned.phase).tasks;
            } else {
                for (const QString &id : planned.gate->needs) {
                    const std::optional<PlanNeed> need = needOn(id, planned.id);
                    const auto isSame = [&](const PlanNeed &other) {
                        return other.task == need->task && other.gate == need->gate;
                    };
                    if (!need || std::any_of(planned.needs.cbegin(), planned.needs.cend(), isSame))
                        continue;
                    planned.needs.append(*need);
                    if (need->task >= 0 && !planned.scope.contains(need->task))
                        planned.scope.append(need->task);
                }
            }
            const bool approves = std::any_of(planned.scope.cbegin(), planned.scope.cend(), [this](int task) {
                return m_plan.tasks.at(task).isValidation;
            });
            planned.criteria = Contents::effectiveCriteria(*planned.gate, approves);
        }
    }

    const Contents &m_contents;
    IdIndex m_ids;
    RunPlan m_plan;
    QHash<QString, int> m_phaseIndex;
    std::optional<Error> m_error;
};

} // namespace

Result<RunPlan> compile(const Contents &contents)
{
    return Compiler(contents).compile();
}

} // namespace baton
