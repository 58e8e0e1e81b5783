// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/plan/plangraph.h"
#include "model/plan/planindex.h"
#include "model/rules/distantinputs.h"
#include "model/rules/doers.h"
#include "model/rules/guards.h"
#include "model/rules/patternindex.h"
#include "model/rules/rules.h"
#include "model/rules/validations.h"

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
    std::vector<NodeKey> bypassed; ///< Tasks with a need that a path of other needs may lead round now, or no more.
    bool isRewired = false;        ///< That may be so anywhere.
    std::vector<NodeKey> gone;     ///< Removed tasks.
    QSet<NodeKey> renamed;         ///< Are called something else in messages now.
};

/// What the rules know about a workflow: references resolved, who is before whom, who did what. Worked out once and
/// shared by all rules; what only some need, when the first asks.
class Facts
{
public:
    explicit Facts(const Contents &contents, CheckContext context = {});
    /// Of a plan that is being edited, to be kept up with follow(). Its ids are kept up by its owner.
    Facts(const Contents &contents, const IdIndex &ids, CheckContext context);
    Q_DISABLE_COPY_MOVE(Facts)

    /// Works out now what nearly every check asks for, of a large plan on two threads.
    void prepare() const;
    /// Catches up with an edit of the workflow these facts are of. After an effect on everything they are void.
    Effect follow(const Change &change);
    /// From now on they are of these, which hold the very same nodes.
    void rebind(const Contents &contents, const IdIndex &ids) { m_index.rebind(contents, ids); }
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
    const std::vector<int> &depths() const { return graph().depths(); }
    bool isBehind(NodeKey later, NodeKey earlier) const; ///< One question; ask graph().reaches() for many.

    const Guards &guards() const; ///< Which branches lead where.
    const PatternIndex &deliverables() const;
    const PatternIndex &owned() const;
    /// Tasks with a pattern of that index that can name what \a glob names, in file order.
    std::vector<int> tasksNaming(const PatternIndex &patterns, const Glob &glob) const;
    /// There were more patterns than were compared, and what would be found now depends on the order of looking.
    bool isUncertain() const;
    /// What patterns begin with of which not all were compared; null where all were.
    QString exhaustedPrefix() const;
    const DistantInputs &distantInputs() const;
    /// Whether the repository has a file that the pattern names; false where the folder is unknown.
    bool hasFile(const QString &pattern) const;

    /// Numbers of the tasks and gates of a phase, in file order.
    const std::vector<int> &tasksIn(int phase) const;
    const std::vector<int> &gatesOf(int phase) const;
    QList<NodeKey> phasesOfKind(PhaseKind kind) const;

    const Validations &validations() const; ///< Who validates and fixes what.
    static bool isValidation(const TaskEntry &entry) { return Validations::isValidation(entry); }
    static QVarLengthArray<NodeKey, 4> validated(const TaskEntry &entry) { return Validations::validated(entry); }
    const std::vector<int> &fixesOf(int task) const { return validations().fixesOf(task); }
    const std::vector<int> &validatorsOf(int task) const { return validations().validatorsOf(task); }
    /// By phase, whether its implement tasks have to be validated in the core profile: those before the last validation
    /// phase. Empty where there is none, then all have to.
    const std::vector<char> &validatedPhases() const;
    /// By phase, whether a gate asks for the verdicts in it: its own, or for a fix phase the one that it fixes.
    const std::vector<char> &askingPhases() const;
    static bool asksForApproval(const Gate &gate);
    /// The gate that a fix phase fixes; null for another phase, or none.
    NodeKey fixedBy(int phase) const { return phase < 0 ? NodeKey() : phaseAt(phase).fixes; }
    /// The work that lets a gate pass or not: the tasks of its phase, or those that a sync point needs, and instead of a
    /// validation what it validates.
    QSet<NodeKey> judgedBy(NodeKey gate) const;
    const Doers &doers() const;
    /// For each persona a task of kind implement, test or fix that it does in a phase before \a phase, else -1.
    const std::vector<int> &implementersBefore(int phase) const;
    /// Numbers of the phases before one, through `after`.
    std::vector<int> phasesBefore(int phase) const;

    /// Personas that could do a task instead of its own, or a new one, which has no key: the role fits, and neither
    /// self-validation nor validator-implemented would speak. Best first.
    QList<NodeKey> candidates(const TaskEntry &entry) const;
    /// A persona's id with the short forms of the source documents written out: `software-eng` is software-engineer,
    /// and so is `software-engineer-2`.
    static QString roleName(const QString &personaId);
    /// Does a task of that role name's persona.
    bool isDoneBy(const TaskEntry &entry, QLatin1String role) const;
    static bool fits(Role role, TaskKind kind);
    std::optional<qint64> medianBudget() const;
    const std::vector<qint64> &tokens() const; ///< Budgets by task number, -1 where there is none.
    bool hasBranches() const; ///< Some need waits for an outcome.

    bool someTaskSetsRules() const { return m_someTaskSetsRules; }

    /// What to call things in messages.
    QString name(NodeKey key) const; ///< “System design”
    QString persona(const TaskEntry &entry) const; ///< @architect
    QString names(const QList<NodeKey> &keys) const; ///< “a”, “b”, “c” and 7 more

private:
    class Follower;

    void indexByPhase() const;

    PlanIndex m_index;
    CheckContext m_context;
    bool m_someTaskSetsRules = false;
    mutable std::optional<PlanGraph> m_graph;
    mutable std::optional<PlanGraph> m_needsGraph;
    mutable std::optional<Guards> m_guards;
    mutable std::optional<PatternIndex> m_deliverables;
    mutable std::optional<PatternIndex> m_owned;
    mutable QStringList m_files; ///< The repository's, sorted, once somebody asked.
    mutable std::optional<std::vector<std::vector<int>>> m_tasksIn;
    mutable std::vector<std::vector<int>> m_gatesOf;
    mutable std::optional<Validations> m_validations;
    mutable std::optional<Doers> m_doers;
    mutable std::optional<DistantInputs> m_distantInputs;
    mutable std::optional<std::vector<char>> m_validatedPhases;
    mutable std::optional<std::vector<char>> m_askingPhases;
    mutable std::optional<std::vector<qint64>> m_tokens;
    mutable std::optional<int> m_branches; ///< Tasks with such a need.
    mutable std::unordered_map<int, std::vector<int>> m_implementers;
    std::vector<NodeKey> *m_named = nullptr;
    std::vector<QVarLengthArray<int, 4>> m_users; ///< By task, the tasks that need or validate it; once somebody follows.
};

} // namespace baton
