// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/plan/plangraph.h"
#include "model/plan/planindex.h"
#include "model/rules/guards.h"
#include "model/rules/patternindex.h"
#include "model/rules/rules.h"

#include <optional>
#include <unordered_map>

namespace baton {

using TaskEntry = PlanIndex::TaskEntry;
using GateEntry = PlanIndex::GateEntry;
using PhaseEntry = PlanIndex::PhaseEntry;
using PersonaEntry = PlanIndex::PersonaEntry;

/// What an edit may have changed for the rules.
struct Effect
{
    bool everything = false;       ///< Nothing narrower can be said; the facts have to be made anew.
    FieldSet fields;               ///< Touched anywhere. A task that came or went counts as all fields of a task.
    std::vector<NodeKey> nodes;    ///< Touched nodes and the tasks tied to them, before or after the edit.
    std::vector<NodeKey> gone;     ///< Removed tasks.
    QSet<NodeKey> renamed;         ///< Are called something else in messages now.
};

/// What the rules know about a workflow: references resolved, who is before whom, who did what. Worked out once and
/// shared by all rules; what only some need, when the first asks.
class Facts
{
public:
    explicit Facts(const Contents &contents, CheckContext context = {});
    /// Of an open workflow, to be kept up with follow().
    explicit Facts(const Workflow &workflow, CheckContext context = {});
    Q_DISABLE_COPY_MOVE(Facts)

    /// Catches up with an edit of the workflow these facts are of. After an effect on everything they are void.
    Effect follow(const Change &change);
    /// Whoever is called by name from now on is noted in \a named; null ends that.
    void listen(std::vector<NodeKey> *named) { m_named = named; }

    const Contents &contents() const { return m_index.contents(); }
    const WorkflowInfo &info() const { return contents().info; }
    const PlanIndex &index() const { return m_index; }
    const IdIndex &ids() const { return m_index.ids(); }
    const CheckContext &context() const { return m_context; }
    Profile profile() const { return m_context.profile.value_or(info().profile); }

    const TaskEntry &task(NodeKey key) const { return m_index.task(key); }
    const TaskEntry &taskAt(int number) const { return m_index.tasks()[size_t(number)]; }
    const PhaseEntry &phaseAt(int number) const { return m_index.phases()[size_t(number)]; }
    const GateEntry &gateAt(int number) const { return m_index.gates()[size_t(number)]; }
    const PersonaEntry &personaAt(int number) const { return m_index.personas()[size_t(number)]; }
    const Persona *personaOf(const TaskEntry &entry) const
    {
        return entry.persona < 0 ? nullptr : personaAt(entry.persona).persona;
    }
    PhaseKind phaseKind(int phase) const { return phase < 0 ? PhaseKind::Other : phaseAt(phase).phase->kind; }
    const Executor &executorOf(const TaskEntry &entry) const;

    /// Everything before everything else; see PlanGraph. Asked for only where it is needed.
    const PlanGraph &graph() const;
    const PlanGraph &needsGraph() const; ///< Needs and sync points only.
    const std::vector<int> &depths() const; ///< Of graph().
    bool isBehind(NodeKey later, NodeKey earlier) const; ///< One question; ask graph().reaches() for many.

    const Guards &guards() const; ///< Which branches lead where.
    const PatternIndex &deliverables() const;
    const PatternIndex &owned() const;
    /// Whether the repository has a file that the pattern names; false where the folder is unknown.
    bool hasFile(const QString &pattern) const;

    /// Numbers of the tasks and gates of a phase, in file order.
    const std::vector<int> &tasksIn(int phase) const;
    const std::vector<int> &gatesOf(int phase) const;
    QList<NodeKey> phasesOfKind(PhaseKind kind) const;

    /// Does this task validate at all: it says so, or its kind is validate or review.
    static bool isValidation(const TaskEntry &entry);
    /// What it validates: `validates`, or for a validation without, the tasks it needs by output or order.
    QVarLengthArray<NodeKey, 4> validated(const TaskEntry &entry) const;
    /// The fix tasks that need a task, by task number.
    const std::vector<int> &fixesOf(int task) const;
    /// The validations of a task, by task number.
    const std::vector<int> &validatorsOf(int task) const;
    /// Whether one persona does both; tasks without a known persona are compared by what is written.
    static bool samePersona(const TaskEntry &a, const TaskEntry &b);
    /// For each persona a task of kind implement, test or fix that it does in a phase before \a phase, else -1.
    const std::vector<int> &implementersBefore(int phase) const;
    /// Numbers of the phases before one, through `after`.
    std::vector<int> phasesBefore(int phase) const;

    /// Personas that could do a task instead of its own: the role fits, and neither self-validation nor
    /// validator-implemented would speak. Best first.
    QList<NodeKey> candidates(const TaskEntry &entry) const;
    /// A persona's id with the short forms of the source documents written out: `software-eng` is software-engineer.
    static QString roleName(const QString &personaId);
    /// Does a task of that role name's persona.
    bool isDoneBy(const TaskEntry &entry, QLatin1String role) const;
    static bool fits(Role role, TaskKind kind);
    std::optional<qint64> medianBudget() const;
    bool hasBranches() const; ///< Some need waits for an outcome.
    int longestChain() const; ///< Tasks on the longest path of needsGraph().

    bool someTaskSetsRules() const { return m_someTaskSetsRules; }

    /// What to call things in messages.
    QString name(NodeKey key) const; ///< “System design”
    QString persona(const TaskEntry &entry) const; ///< @architect
    QString names(const QList<NodeKey> &keys) const; ///< “a”, “b”, “c” and 7 more

private:
    class Follower;

    void indexByPhase() const;
    void indexValidations() const;

    PlanIndex m_index;
    CheckContext m_context;
    bool m_someTaskSetsRules = false;
    mutable std::optional<PlanGraph> m_graph;
    mutable std::optional<PlanGraph> m_needsGraph;
    mutable std::optional<std::vector<int>> m_depths;
    mutable std::optional<Guards> m_guards;
    mutable std::optional<bool> m_hasBranches;
    mutable std::optional<int> m_longestChain;
    mutable std::optional<PatternIndex> m_deliverables;
    mutable std::optional<PatternIndex> m_owned;
    mutable QStringList m_files; ///< The repository's, sorted, once somebody asked.
    mutable std::optional<std::vector<std::vector<int>>> m_tasksIn;
    mutable std::vector<std::vector<int>> m_gatesOf;
    mutable std::optional<std::unordered_map<int, std::vector<int>>> m_validators;
    mutable std::unordered_map<int, std::vector<int>> m_fixes;
    mutable std::unordered_map<int, std::vector<int>> m_implementers;
    std::vector<NodeKey> *m_named = nullptr;
    std::vector<QVarLengthArray<int, 4>> m_users; ///< By task, the tasks that need or validate it; once somebody follows.
};

} // namespace baton
