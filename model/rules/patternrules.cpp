// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/rule.h"
#include "model/rules/thresholds.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

class SingleAgentRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    SingleAgentRule()
        : Rule({u"single-agent"_s, Severity::Warning, Severity::Warning, false, tr("One persona does everything"),
                tr("One agent for everything is a bottleneck that nobody checks."),
                tr("Seed 004, anti-pattern: single agent")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        const auto &tasks = facts.contents().tasks;
        if (tasks.size() < thresholds::soloTasks)
            return;
        const int persona = facts.task(tasks.keyAt(0)).persona;
        const bool isAlone = persona >= 0 && std::all_of(tasks.begin(), tasks.end(), [&](const auto &slot) {
            return facts.task(slot.key).persona == persona;
        });
        if (isAlone)
            report.add(tr("%1 does everything in this plan. Give some of the tasks to others.").arg(facts.name(facts.personaAt(persona).key)),
                       {facts.personaAt(persona).key});
    }
};

class OverOrchestrationRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    OverOrchestrationRule()
        : Rule({u"over-orchestration"_s, Severity::Warning, Severity::Warning, false, tr("Many tiny tasks in a row"),
                tr("Handing over costs more than the work where one persona does many tiny tasks in a row."),
                tr("Seed 004, anti-pattern: over-orchestration")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        std::optional<std::vector<qint64>> budgets;
        for (const std::vector<int> &row : rows(facts)) {
            if (!budgets)
                budgets = sortedBudgets(facts.contents());
            const qint64 limit = tinyIn(facts, row, *budgets);
            QList<NodeKey> tiny;
            for (size_t i = 0; i <= row.size(); ++i) {
                if (i < row.size() && isTiny(facts.taskAt(row[i]), limit)) {
                    tiny.append(facts.taskAt(row[i]).key);
                    continue;
                }
                if (tiny.size() >= thresholds::tinyTasks) {
                    QList<QuickFix> fixes;
                    if (canMerge(facts, tiny))
                        fixes.append({u"merge-tasks"_s, tr("Merge them into one task"), {}});
                    report.add(tr("%1 does %n tiny tasks in a row: %2. Merge them into one.", nullptr, int(tiny.size()))
                                   .arg(facts.persona(facts.task(tiny.first())), facts.names(tiny)),
                               tiny, {}, fixes);
                }
                tiny.clear();
            }
        }
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        const Contents &contents = facts.contents();
        Task merged = *contents.task(problem.subjects.first());
        QSet<QString> gone;
        QStringList titles{merged.displayTitle()};
        for (NodeKey key : problem.subjects.sliced(1)) {
            const Task *task = contents.task(key);
            if (!task)
                return {};
            gone.insert(task->id);
            titles += task->displayTitle();
            merged.inputs += readFromOutside(facts, *task, merged.deliverables, problem.subjects);
            merged.references += task->references;
            merged.deliverables += task->deliverables;
            merged.evidence += task->evidence;
            merged.owns += task->owns;
            merged.handoff += task->handoff;
            merged.doneWhen += task->doneWhen;
            merged.outcomes = task->outcomes;
            merged.description += u"\n\n"_s + (task->description.isEmpty() ? task->displayTitle() : task->description);
            merged.budgetTokens = merged.budgetTokens.value_or(0) + task->budgetTokens.value_or(0);
            if (const auto time = task->budgetDuration.milliseconds())
                merged.budgetDuration = Duration::fromMilliseconds(merged.budgetDuration.milliseconds().value_or(0) + *time);
        }
        const NodeKey first = problem.subjects.first();
        for (QStringList *list : {&merged.inputs, &merged.references, &merged.deliverables, &merged.evidence, &merged.owns})
            list->removeDuplicates();
        Edit edit;
        edit.set(first, Field::Title, titles.join(", "_L1)).set(first, Field::Description, merged.description.trimmed())
            .set(first, Field::Inputs, merged.inputs).set(first, Field::References, merged.references)
            .set(first, Field::Deliverables, merged.deliverables).set(first, Field::Evidence, merged.evidence)
            .set(first, Field::Owns, merged.owns).set(first, Field::Handoff, merged.handoff)
            .set(first, Field::DoneWhen, merged.doneWhen).set(first, Field::Outcomes, merged.outcomes)
            .set(first, Field::BudgetTokens, merged.budgetTokens).set(first, Field::BudgetDuration, merged.budgetDuration);
        redirect(contents, gone, merged.id, edit);
        for (NodeKey key : problem.subjects.sliced(1))
            edit.remove(key);
        return edit;
    }

private:
    /// What a task of the row reads, but for what only those before it in the row deliver: that stays inside.
    static QStringList readFromOutside(const Facts &facts, const Task &task, const QStringList &delivered, const QList<NodeKey> &row)
    {
        QStringList inputs = task.inputs;
        inputs.removeIf([&](const QString &input) {
            const Glob wanted(input);
            const bool isInside = std::any_of(delivered.begin(), delivered.end(),
                                              [&](const QString &file) { return Glob(file).intersects(wanted); });
            if (!isInside)
                return false;
            const std::vector<int> producers = facts.tasksNaming(facts.deliverables(), wanted);
            return std::none_of(producers.begin(), producers.end(),
                                [&](int producer) { return facts.isBehind(row.first(), facts.taskAt(producer).key); });
        });
        return inputs;
    }

    /// One task can do what these do: none has a command, conditions or limits of its own that it would lose.
    static bool canMerge(const Facts &facts, const QList<NodeKey> &row)
    {
        const Task &first = *facts.task(row.first()).task;
        const auto isLikeFirst = [&](const Task &task) {
            return task.retryMax == first.retryMax && task.retryDelay == first.retryDelay && task.retryBackoff == first.retryBackoff &&
                   task.timeoutTotal == first.timeoutTotal && task.timeoutStart == first.timeoutStart &&
                   task.timeoutIdle == first.timeoutIdle && task.timeoutBlocked == first.timeoutBlocked &&
                   task.launch == first.launch && task.model == first.model && task.kind == first.kind && task.rules == first.rules;
        };
        return std::all_of(row.begin(), row.end(), [&](NodeKey key) {
            const TaskEntry &entry = facts.task(key);
            const Executor &executor = facts.executorOf(entry);
            const bool isCommand = executor.type == "shell"_L1 || executor.type == "slurm"_L1;
            const bool isBranch = key != row.first() && std::any_of(entry.task->needs.begin(), entry.task->needs.end(),
                                                                    [](const Need &need) { return !need.when.isEmpty(); });
            const bool branches = key != row.last() && !entry.task->outcomes.isEmpty();
            return !isCommand && !isBranch && !branches && !entry.task->verdict &&
                   (entry.task->budgetDuration.isEmpty() || entry.task->budgetDuration.milliseconds()) &&
                   executor == facts.executorOf(facts.task(row.first())) && isLikeFirst(*entry.task);
        });
    }

    /// Tasks of one persona and phase, each of which only the next waits for, and that for nothing else; enough of them.
    static std::vector<std::vector<int>> rows(const Facts &facts)
    {
        const Digraph &graph = facts.needsGraph().digraph();
        std::vector<int> next(facts.index().tasks().size(), -1);
        std::vector<char> isNext(next.size(), 0);
        for (const auto &slot : facts.contents().tasks) {
            const int v = int(slot.key.number());
            if (graph.after(v).size() != 1 || !facts.needsGraph().isTask(graph.after(v).front()))
                continue;
            const int after = graph.after(v).front();
            const TaskEntry &one = facts.taskAt(v);
            const TaskEntry &other = facts.taskAt(after);
            if (graph.before(after).size() == 1 && one.persona >= 0 && one.persona == other.persona && one.phase == other.phase) {
                next[size_t(v)] = after;
                isNext[size_t(after)] = 1;
            }
        }
        std::vector<std::vector<int>> result;
        for (const auto &slot : facts.contents().tasks) {
            if (isNext[slot.key.number()] || next[slot.key.number()] < 0)
                continue;
            std::vector<int> row;
            for (int v = int(slot.key.number()); v >= 0; v = next[size_t(v)])
                row.push_back(v);
            if (row.size() >= size_t(thresholds::tinyTasks))
                result.push_back(std::move(row));
        }
        return result;
    }

    static std::vector<qint64> sortedBudgets(const Contents &contents)
    {
        std::vector<qint64> budgets;
        for (const auto &slot : contents.tasks) {
            if (slot.node->budgetTokens && *slot.node->budgetTokens > 0)
                budgets.push_back(*slot.node->budgetTokens);
        }
        std::sort(budgets.begin(), budgets.end());
        return budgets;
    }

    /// Up to where a task of this row is tiny: a share of the median of the others, which are all that are not in the row,
    /// and those in it that cannot be tiny beside its smallest.
    static qint64 tinyIn(const Facts &facts, const std::vector<int> &row, const std::vector<qint64> &budgets)
    {
        std::vector<qint64> own;
        for (int task : row) {
            if (const qint64 tokens = facts.taskAt(task).task->budgetTokens.value_or(0); tokens > 0)
                own.push_back(tokens);
        }
        std::sort(own.begin(), own.end());
        while (!own.empty() && double(own.front()) <= thresholds::tinyShare * double(own.back()))
            own.pop_back();
        const size_t others = budgets.size() - own.size();
        if (others == 0)
            return thresholds::tinyTokens;
        // The middle one of all budgets but the row's own.
        size_t middle = others / 2;
        size_t from = 0;
        for (qint64 tokens : own) {
            const size_t place = std::max(from, size_t(std::lower_bound(budgets.begin(), budgets.end(), tokens) - budgets.begin()));
            if (place > middle)
                break;
            ++middle;
            from = place + 1;
        }
        return std::max(thresholds::tinyTokens, qint64(thresholds::tinyShare * double(budgets[middle])));
    }
    static bool isTiny(const TaskEntry &entry, qint64 limit)
    {
        const std::optional<qint64> tokens = entry.task->budgetTokens;
        return tokens && *tokens >= 0 && *tokens <= limit && entry.task->validates.isEmpty();
    }
    static void redirect(const Contents &contents, const QSet<QString> &gone, const QString &id, Edit &edit)
    {
        for (const auto &[key, task] : contents.tasks) {
            if (gone.contains(task->id))
                continue;
            QList<Need> needs = task->needs;
            QStringList validates = task->validates;
            for (Need &need : needs) {
                if (gone.contains(need.target))
                    need.target = id;
            }
            for (QString &validated : validates) {
                if (gone.contains(validated))
                    validated = id;
            }
            validates.removeDuplicates();
            if (needs != task->needs)
                edit.set(key, Field::Needs, needs);
            if (validates != task->validates)
                edit.set(key, Field::Validates, validates);
        }
        for (const auto &[key, gate] : contents.gates) {
            QStringList needs = gate->needs;
            for (QString &need : needs) {
                if (gone.contains(need))
                    need = id;
            }
            needs.removeDuplicates();
            if (needs != gate->needs)
                edit.set(key, Field::Needs, needs);
        }
        for (const auto &[key, phase] : contents.phases) {
            const qsizetype dot = phase->repeatUntil.lastIndexOf('.'_L1);
            if (dot > 0 && gone.contains(phase->repeatUntil.first(dot)))
                edit.set(key, Field::RepeatUntil, id + phase->repeatUntil.sliced(dot));
        }
        for (const auto &[key, note] : contents.notes) {
            if (gone.contains(note->near))
                edit.set(key, Field::Near, id);
        }
    }
};

class LaunchEverythingRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    LaunchEverythingRule()
        : Rule({u"launch-everything"_s, Severity::Warning, Severity::Warning, false, tr("Everything at once"),
                tr("Many agents at once fight for one machine and one budget."),
                tr("Seed 001: do not launch all workers simultaneously")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        const qint64 limit = facts.info().maxConcurrent;
        if (limit > 0 && limit <= thresholds::wideLimited)
            return;
        QHash<int, QList<NodeKey>> waves;
        for (const auto &slot : facts.contents().tasks) {
            const int wave = facts.depths()[slot.key.number()];
            if (wave >= 0)
                waves[wave].append(slot.key);
        }
        QList<NodeKey> widest;
        for (const QList<NodeKey> &wave : std::as_const(waves)) {
            if (wave.size() > widest.size() || (wave.size() == widest.size() && wave.first() < widest.first()))
                widest = wave;
        }
        if (widest.size() <= (limit == 0 ? thresholds::wideUnlimited : thresholds::wideLimited))
            return;
        report.add(tr("%n tasks would start at the same time. Limit how many may run at once.", nullptr, int(widest.size())),
                   QList<NodeKey>{workflowKey} + widest, {Field::MaxConcurrent},
                   {{u"set-limit"_s, tr("At most %1 at once").arg(WorkflowInfo().maxConcurrent), {}}});
    }

    Edit fix(const Facts &, const Problem &, const QuickFix &) const override
    {
        return Edit{}.set(workflowKey, Field::MaxConcurrent, WorkflowInfo().maxConcurrent);
    }
};

class CoordinatorBottleneckRule final : public TaskRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    CoordinatorBottleneckRule()
        : TaskRule({u"coordinator-bottleneck"_s, Severity::Info, Severity::Info, false, tr("Everything passes through one task"),
                tr("A single point that collects from everybody and hands out to everybody can hold up, or end, everything."),
                tr("Seed 001, hub and spoke: the coordinator can become the bottleneck")})
    {
    }

    void checkTask(const Facts &facts, const TaskEntry &entry, Report &report) const override
    {
        const PlanGraph &graph = facts.graph(); // what is validated is needed too
        const int v = graph.vertex(entry.key);
        const auto isMany = [&](std::span<const int> all) {
            if (all.size() < size_t(thresholds::bottleneck))
                return false;
            QSet<int> tasks; // both needed and validated is once
            for (int other : all) {
                if (graph.isTask(other))
                    tasks.insert(other);
            }
            return tasks.size() >= thresholds::bottleneck;
        };
        if (isMany(graph.digraph().before(v)) && isMany(graph.digraph().after(v)))
            report.add(tr("Everything passes through %1: if it is late, all of it is. Let some tasks pass their results on "
                          "directly.").arg(facts.name(entry.key)),
                       {entry.key}, {Field::Needs});
    }
};

} // namespace

void addPatternRules(RuleList &rules)
{
    rules.push_back(std::make_unique<SingleAgentRule>());
    rules.push_back(std::make_unique<OverOrchestrationRule>());
    rules.push_back(std::make_unique<LaunchEverythingRule>());
    rules.push_back(std::make_unique<CoordinatorBottleneckRule>());
}

} // namespace baton
