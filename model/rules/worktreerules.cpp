// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/additions.h"
#include "model/rules/rule.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

class WorktreeConflictRule final : public NodeRule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    WorktreeConflictRule()
        : NodeRule({u"worktree-conflict"_s, Severity::Info, Severity::Info, false, tr("Branches that meet without an integration"),
                    tr("Where several branches meet, their changes are merged; an integrate task does that and reports "
                       "conflicts instead of failing on them."),
                    tr("Seed 001: git worktree integration; QA integration")},
                   {NodeKind::Task, NodeKind::Gate})
    {
    }

    bool isConcerned(const Facts &facts) const override { return facts.info().workspace == WorkspaceMode::Worktree; }

    void checkNode(const Facts &facts, NodeKey key, Report &report) const override
    {
        if (!isConcerned(facts) || integrates(facts, key))
            return;
        const QList<NodeKey> meeting = withoutAlternatives(facts, tips(facts, key));
        if (meeting.size() < 2)
            return;
        QList<QuickFix> fixes{{u"add-integration"_s, tr("Put an integrate task before it"), {}}};
        if (key.kind() == NodeKind::Task) {
            report.add(tr("The branches of %1 meet in %2, which is no integrate task: a conflict between them would fail it. "
                          "Put an integrate task before it.").arg(facts.names(meeting), facts.name(key)),
                       QList<NodeKey>{key} + meeting, {Field::Kind}, fixes);
        } else if (isBuiltOn(facts, key)) {
            if (!commonPhase(facts, meeting))
                fixes.clear();
            report.add(tr("The branches of %1 meet at the gate %2, and what comes after it is no integrate task: a conflict "
                          "between them would fail that. Put an integrate task before the gate.")
                           .arg(facts.names(meeting), facts.name(key)),
                       QList<NodeKey>{key} + meeting, {Field::Needs}, fixes);
        }
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        const NodeKey key = problem.subjects.first();
        const Task *task = facts.contents().task(key);
        const Gate *gate = facts.contents().gate(key);
        const QList<NodeKey> branches = problem.subjects.sliced(1);
        const std::optional<QString> phase = task ? task->phase : commonPhase(facts, branches);
        if ((!task && !gate) || !phase)
            return {};
        Additions additions(facts);
        Task merge = additions.newTask(facts.contents().idOf(key) + u"-integration"_s,
                                       tr("Integrate for %1").arg(task ? task->displayTitle() : gate->displayTitle()),
                                       TaskKind::Integrate, *phase);
        for (NodeKey branch : branches)
            merge.needs.append(mergedBranch(facts, task, branch));
        additions.assign(merge, u"integration-engineer"_s);
        if (task)
            additions.edit().set(key, Field::Needs, needsBehind(facts.task(key), merge));
        else
            additions.edit().set(key, Field::Needs, gate->needs + QStringList{merge.id});
        additions.addTask(merge);
        return additions.take();
    }

private:
    static bool integrates(const Facts &facts, NodeKey key)
    {
        return key.kind() == NodeKind::Task && facts.task(key).kind == TaskKind::Integrate;
    }

    /// What a task or a sync point needs or validates and comes before no other of that: where its branches end. Nothing
    /// where it is but one.
    static QList<NodeKey> tips(const Facts &facts, NodeKey key)
    {
        const PlanGraph &graph = facts.graph();
        QList<NodeKey> branches;
        QSet<NodeKey> seen;
        const auto bringsWork = [&](int vertex) { return graph.isTask(vertex) || facts.depths()[size_t(vertex)] > 0; };
        const auto look = [&](const auto &keys) {
            for (NodeKey before : keys) {
                if (before.isNull() || seen.contains(before) || !bringsWork(graph.vertex(before)))
                    continue;
                seen.insert(before);
                branches.append(before);
            }
        };
        if (key.kind() == NodeKind::Gate) {
            look(facts.index().gate(key).needs);
        } else {
            look(facts.task(key).needs);
            look(facts.task(key).validates);
        }
        if (branches.size() < 2 || graph.rank()[size_t(graph.vertex(key))] < 0)
            return {};
        std::vector<int> vertices;
        for (NodeKey branch : std::as_const(branches))
            vertices.push_back(graph.vertex(branch));
        const auto isInner = graph.beforeOthers(vertices);
        QList<NodeKey> result;
        for (qsizetype i = 0; i < branches.size(); ++i) {
            if (!isInner[i])
                result.append(branches.at(i));
        }
        return result;
    }

    /// Those that can run in one run with another of them.
    static QList<NodeKey> withoutAlternatives(const Facts &facts, const QList<NodeKey> &tips)
    {
        if (tips.size() < 2)
            return {};
        const PlanGraph &graph = facts.graph();
        const Guards &guards = facts.guards();
        QList<NodeKey> result;
        std::copy_if(tips.begin(), tips.end(), std::back_inserter(result), [&](NodeKey one) {
            return std::any_of(tips.begin(), tips.end(), [&](NodeKey other) {
                return one != other && !guards.exclude(graph.vertex(one), graph.vertex(other));
            });
        });
        return result;
    }

    /// Whether something that is no integrate task begins with the branches that meet at a gate.
    static bool isBuiltOn(const Facts &facts, NodeKey gate)
    {
        const PlanGraph &graph = facts.needsGraph();
        const std::span<const int> after = graph.digraph().after(graph.vertex(gate));
        return std::any_of(after.begin(), after.end(), [&](int vertex) {
            const NodeKey key = graph.key(vertex);
            if (integrates(facts, key))
                return false;
            const QList<NodeKey> all = tips(facts, key);
            return all.isEmpty() || all.contains(gate); // else something that it needs has merged them before
        });
    }

    /// The phase of what is merged for a gate. None where what would have to be said of the phases is for people to decide.
    static std::optional<QString> commonPhase(const Facts &facts, const QList<NodeKey> &branches)
    {
        const auto phaseOf = [&](NodeKey key) { return key.kind() == NodeKind::Task ? facts.task(key).phase : -1; };
        const int phase = phaseOf(branches.first());
        if (std::all_of(branches.begin(), branches.end(), [&](NodeKey key) { return phaseOf(key) == phase; }))
            return phase < 0 ? QString() : facts.phaseAt(phase).phase->id;
        const bool isRepeated = std::any_of(branches.begin(), branches.end(), [&](NodeKey key) {
            return phaseOf(key) >= 0 && facts.index().isRepeated(phaseOf(key));
        });
        return isRepeated ? std::nullopt : std::optional(QString());
    }

    /// The need of the integration on a branch: the task's own, branch and reason included.
    static Need mergedBranch(const Facts &facts, const Task *task, NodeKey branch)
    {
        Need merged;
        merged.target = facts.contents().idOf(branch);
        for (const Need &need : task ? task->needs : QList<Need>()) {
            if (need.target == merged.target)
                merged = need;
        }
        if (merged.reason.isEmpty())
            merged.reason = tr("its branch is merged");
        return merged;
    }

    /// What a task needs once its branches are merged for it: a choice, files and what it works on stay.
    static QList<Need> needsBehind(const TaskEntry &entry, const Task &merge)
    {
        const bool judgesNeeds = Facts::isValidation(entry) && entry.validates.isEmpty();
        const bool worksOnNeeds = judgesNeeds || entry.kind == TaskKind::Test || entry.kind == TaskKind::Fix;
        QList<Need> needs = entry.task->needs;
        needs.removeIf([&](const Need &need) {
            const auto isMerged = [&](const Need &merged) { return merged.target == need.target; };
            return !worksOnNeeds && need.when.isEmpty() && need.files.isEmpty() &&
                   std::any_of(merge.needs.begin(), merge.needs.end(), isMerged);
        });
        Need merged;
        merged.target = merge.id;
        merged.type = judgesNeeds ? NeedType::Knowledge : NeedType::Order; // the merging is not what is judged
        merged.reason = tr("it works on the merged branches");
        needs.append(merged);
        return needs;
    }
};

} // namespace

void addWorktreeRules(RuleList &rules)
{
    rules.push_back(std::make_unique<WorktreeConflictRule>());
}

} // namespace baton
