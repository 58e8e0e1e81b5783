// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/rule.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A cycle is offered one fix for each of its links, up to this many.
constexpr size_t mostLinks = 6;

/// Takes the need of \a later on \a earlier out, from whichever of the two lists has it.
Edit withoutNeed(const Contents &contents, NodeKey earlier, NodeKey later)
{
    const QString id = contents.idOf(earlier);
    Edit edit;
    if (const Task *task = contents.task(later)) {
        QList<Need> needs = task->needs;
        if (needs.removeIf([&](const Need &need) { return need.target == id; }))
            edit.set(later, Field::Needs, needs);
    } else if (const Gate *gate = contents.gate(later)) {
        QStringList needs = gate->needs;
        if (needs.removeAll(id))
            edit.set(later, Field::Needs, needs);
    }
    return edit;
}

/// A pair of nodes as a fix's argument.
QString pairText(NodeKey earlier, NodeKey later)
{
    return QString::number(earlier.value()) + u' ' + QString::number(later.value());
}

NodeKey keyFrom(QStringView number)
{
    const quint32 value = number.toUInt();
    return {NodeKind(value >> 28), value & 0x0fffffffu};
}

class CycleRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    CycleRule()
        : Rule({u"cycle"_s, Severity::Error, Severity::Error, true, tr("Needs that form a circle"),
                tr("Tasks that wait for each other never start. The graph of needs has to be free of circles."),
                tr("Seed 001: detect cycles, the graph has to be acyclic")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        if (facts.graph().isAcyclic() || facts.needsGraph().isAcyclic())
            return;
        const PlanGraph &graph = facts.needsGraph();
        for (const std::vector<int> &component : graph.digraph().cycles()) {
            const std::vector<int> cycle = graph.digraph().shortestCycle(component);
            QList<NodeKey> keys;
            QStringList path;
            for (int v : cycle) {
                keys.append(graph.key(v));
                path += facts.name(keys.last());
            }
            path += path.first();
            QList<QuickFix> fixes;
            for (size_t i = 0; i < cycle.size() && i < mostLinks; ++i) {
                const NodeKey earlier = keys.at(qsizetype(i));
                const NodeKey later = keys.at(qsizetype((i + 1) % cycle.size()));
                if (const Gate *sync = facts.contents().gate(later); sync && sync->needs.size() == 1)
                    continue; // it would wait for nothing
                fixes.append({u"remove-need"_s,
                              tr("Remove the need of %1 on %2").arg(facts.name(later), facts.name(earlier)),
                              pairText(earlier, later)});
            }
            report.add(tr("These wait for each other for ever: %1. Remove one of the needs.").arg(path.join(u" → "_s)),
                       keys, {Field::Needs}, fixes);
        }
    }

    Edit fix(const Facts &facts, const Problem &, const QuickFix &fix) const override
    {
        const qsizetype space = fix.argument.indexOf(u' ');
        if (space < 0)
            return {};
        return withoutNeed(facts.contents(), keyFrom(QStringView(fix.argument).first(space)),
                           keyFrom(QStringView(fix.argument).sliced(space + 1)));
    }
};

/// A need that points into a later phase, or at the gate of its own.
struct Backwards
{
    NodeKey holder;
    int item;
    NodeKey target;
    int phase; ///< Where the target is.
};

class PhaseOrderRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    PhaseOrderRule()
        : Rule({u"phase-order"_s, Severity::Error, Severity::Error, true, tr("A need into a later phase"),
                tr("A phase begins when the one before it is closed, so a task that needs a later phase never starts."),
                tr("Seed 003: phases in order, with gates between them")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        if (facts.graph().isAcyclic()) {
            reportRounds(facts, report);
            return;
        }
        const PlanGraph phases(facts.index(), PlanGraph::Phases);
        if (!phases.isAcyclic()) {
            reportPhaseCycles(facts, phases, report);
            return;
        }
        std::vector<Arc> blamed; // of the graph of needs and phases
        const PlanGraph both(facts.index(), PlanGraph::Needs | PlanGraph::Phases);
        for (const Backwards &need : backwards(facts, phases)) {
            blamed.push_back({both.vertex(need.target), both.vertex(need.holder)});
            reportNeed(facts, need, report);
        }
        if (!both.isAcyclic())
            reportRest(facts, both, blamed, report);
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &fix) const override
    {
        const Contents &contents = facts.contents();
        const NodeKey key = problem.subjects.first();
        if (fix.id == "remove-after"_L1) {
            const Phase *phase = contents.phase(key);
            if (!phase || !phase->after)
                return {};
            QStringList after = *phase->after;
            after.removeAll(fix.argument);
            return Edit{}.set(key, Field::After, std::optional<QStringList>(after));
        }
        if (fix.id == "move-all"_L1) {
            const NodeKey phase = facts.ids().phase(fix.argument);
            Edit edit;
            for (const NodeKey subject : problem.subjects) {
                if (const Task *moved = contents.task(subject); moved && moved->phase != fix.argument && !phase.isNull())
                    edit.set(subject, Field::Phase, fix.argument);
            }
            return edit;
        }
        const Task *task = contents.task(key);
        if (!task || problem.item < 0 || problem.item >= task->needs.size())
            return {};
        if (fix.id == "remove-need"_L1) {
            QList<Need> needs = task->needs;
            needs.removeAt(problem.item);
            return Edit{}.set(key, Field::Needs, needs);
        }
        return moving(facts, key, facts.ids().phase(fix.argument));
    }

private:
    static constexpr qsizetype mostAsked = 50;

    static void reportPhaseCycles(const Facts &facts, const PlanGraph &phases, Report &report)
    {
        for (const std::vector<int> &component : phases.digraph().cycles()) {
            QList<NodeKey> keys;
            for (int v : component) {
                const int phase = phases.phaseOf(v);
                if (phase >= 0 && !keys.contains(facts.phaseAt(phase).key))
                    keys.append(facts.phaseAt(phase).key);
            }
            QList<QuickFix> fixes;
            for (const QString &id : facts.contents().phase(keys.first())->after.value_or(QStringList())) {
                if (keys.contains(facts.ids().phase(id)))
                    fixes.append({u"remove-after"_s,
                                  tr("Take “%1” out of what %2 comes after").arg(id, facts.name(keys.first())), id});
            }
            report.add(tr("These phases come after each other, so none of them can begin: %1. Change what one of them "
                          "comes after.").arg(facts.names(keys)),
                       keys, {Field::After}, fixes);
        }
    }

    /// Who needs a task of a repeated phase from outside waits for its last round: a round must not wait for them.
    static void reportRounds(const Facts &facts, Report &report)
    {
        bool repeats = false;
        for (const auto &slot : facts.contents().phases)
            repeats = repeats || facts.index().isRepeated(int(slot.key.number()));
        if (!repeats)
            return;
        const PlanGraph graph(facts.index(), PlanGraph::All | PlanGraph::Rounds);
        if (graph.isAcyclic())
            return;
        for (const std::vector<int> &component : graph.digraph().cycles()) {
            QList<NodeKey> keys;
            QList<int> phases;
            for (int v : graph.digraph().shortestCycle(component)) {
                if (const NodeKey key = graph.key(v); !key.isNull())
                    keys.append(key);
                else if (const int phase = graph.phaseOf(v); facts.index().isRepeated(phase) && !phases.contains(phase))
                    phases.append(phase);
            }
            if (keys.isEmpty() || phases.isEmpty())
                continue;
            const Phase *phase = facts.phaseAt(phases.first()).phase;
            const QString name = facts.name(facts.phaseAt(phases.first()).key);
            QList<QuickFix> fixes;
            if (phases.size() == 1)
                fixes.append({u"move-all"_s, tr("Move what waits for %1 into that phase").arg(name), phase->id});
            report.add(tr("What is outside the repeated phase %1 waits for its last round, and that waits for it: %2. Move "
                          "it into the phase, or remove a need.").arg(name, facts.names(keys)),
                       keys, {Field::Phase}, fixes);
        }
    }

    static QList<Backwards> backwards(const Facts &facts, const PlanGraph &phases)
    {
        QList<Backwards> asked;
        std::vector<Arc> pairs;
        for (const auto &slot : facts.contents().tasks) {
            const TaskEntry &entry = facts.task(slot.key);
            for (qsizetype i = 0; entry.phase >= 0 && i < entry.needs.size(); ++i) {
                const NodeKey target = entry.needs[i];
                if (target.isNull())
                    continue;
                const bool isGate = target.kind() == NodeKind::Gate;
                const int phase = isGate ? facts.index().gate(target).phase : facts.task(target).phase;
                if (phase < 0 || (phase == entry.phase && !isGate))
                    continue;
                asked.append({slot.key, int(i), target, phase});
                pairs.push_back(phase == entry.phase ? Arc{phases.opens(phase), phases.closed(phase)}
                                                     : Arc{phases.closed(entry.phase), phases.opens(phase)});
            }
        }
        const std::vector<char> found = phases.reaches(pairs);
        QList<Backwards> result;
        for (qsizetype i = 0; i < asked.size(); ++i) {
            if (found[size_t(i)])
                result.append(asked.at(i));
        }
        return result;
    }

    static void reportNeed(const Facts &facts, const Backwards &need, Report &report)
    {
        const TaskEntry &entry = facts.task(need.holder);
        const QString own = facts.name(facts.phaseAt(entry.phase).key);
        const QString other = facts.name(facts.phaseAt(need.phase).key);
        QList<QuickFix> fixes;
        const bool isGate = need.target.kind() == NodeKind::Gate;
        const bool mayMove = !isGate && (!hasFixPhases(facts) ||
                                         (report.count() < mostAsked &&
                                          !moving(facts, need.holder, facts.phaseAt(need.phase).key).isEmpty()));
        if (mayMove)
            fixes.append({u"move-task"_s, tr("Move %1 to the phase %2").arg(facts.name(need.holder), other),
                          facts.phaseAt(need.phase).phase->id});
        fixes.append({u"remove-need"_s, tr("Remove the need"), {}});
        const QString message =
            need.phase == entry.phase
                ? tr("%1 needs %2, the gate that waits for it. Remove the need.").arg(facts.name(need.holder), facts.name(need.target))
                : tr("%1 is in the phase %2 but needs %3 of the later phase %4. Move the task or remove the need.")
                      .arg(facts.name(need.holder), own, facts.name(need.target), other);
        report.add(message, {need.holder, need.target}, {Field::Needs, need.item}, fixes);
    }

    /// What waits in a circle through phases although no single need is to blame: beside those that are, and beside the
    /// circles of needs alone.
    static void reportRest(const Facts &facts, const PlanGraph &graph, const std::vector<Arc> &blamed, Report &report)
    {
        Digraph rest = graph.digraph();
        QSet<std::pair<int, int>> gone;
        for (const Arc &arc : blamed) {
            rest.remove(arc);
            gone.insert({arc.from, arc.to});
        }
        const Digraph &needs = facts.needsGraph().digraph();
        std::vector<int> circleOf(size_t(needs.size()), -1);
        int circles = 0;
        for (const std::vector<int> &component : needs.cycles()) {
            for (int v : component)
                circleOf[size_t(v)] = circles;
            ++circles;
        }
        for (int v = 0; circles > 0 && v < needs.size(); ++v) {
            for (int w : needs.after(v)) {
                if (circleOf[size_t(v)] >= 0 && circleOf[size_t(v)] == circleOf[size_t(w)] && !gone.contains({v, w}))
                    rest.remove({v, w});
            }
        }
        for (const std::vector<int> &component : rest.cycles()) {
            QList<NodeKey> keys;
            for (int v : rest.shortestCycle(component)) {
                if (const NodeKey key = graph.key(v); !key.isNull())
                    keys.append(key);
            }
            if (!keys.isEmpty())
                report.add(tr("Because of the order of their phases these wait for each other for ever: %1. Move one "
                              "of them to another phase, or remove a need.").arg(facts.names(keys)),
                           keys, {Field::Phase});
        }
    }

    static bool hasFixPhases(const Facts &facts)
    {
        const auto &phases = facts.index().phases();
        return std::any_of(phases.begin(), phases.end(), [](const PhaseEntry &entry) { return !entry.fixes.isNull(); });
    }

    /// Moves a task, and what is behind it in phases that come before the new one. Nothing where one of these mends what
    /// the gate of such a phase has judged: it is done before that phase is closed.
    static Edit moving(const Facts &facts, NodeKey key, NodeKey phase)
    {
        if (phase.isNull())
            return {};
        const int target = int(phase.number());
        const std::vector<int> before = facts.phasesBefore(target);
        const QSet<int> earlier(before.begin(), before.end());
        const PlanGraph &graph = facts.needsGraph();
        Edit edit;
        QSet<int> seen{graph.vertex(key)};
        std::vector<int> open{graph.vertex(key)};
        while (!open.empty()) {
            const int v = open.back();
            open.pop_back();
            const NodeKey node = graph.key(v);
            if (graph.isTask(v)) {
                const NodeKey fixed = facts.fixedBy(facts.task(node).phase);
                if (!fixed.isNull() && earlier.contains(facts.index().gate(fixed).phase))
                    return {};
                if (!earlier.contains(facts.task(node).phase))
                    continue;
                edit.set(node, Field::Phase, facts.phaseAt(target).phase->id);
            }
            for (int after : graph.digraph().after(v)) {
                if (!seen.contains(after)) {
                    seen.insert(after);
                    open.push_back(after);
                }
            }
        }
        return edit;
    }
};

class ValidationOrderRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    ValidationOrderRule()
        : Rule({u"validation-order"_s, Severity::Error, Severity::Error, true,
                tr("A validation before what it validates"),
                tr("Nothing can be validated before it is there: needs, phases or gates force the wrong order."),
                tr("Seed 003: validation comes after implementation")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        if (facts.graph().isAcyclic())
            return;
        const PlanGraph graph(facts.index(), PlanGraph::Needs | PlanGraph::Phases);
        QList<std::pair<NodeKey, int>> asked;
        std::vector<Arc> pairs;
        for (const auto &slot : facts.contents().tasks) {
            const TaskEntry &entry = facts.task(slot.key);
            for (qsizetype i = 0; i < entry.validates.size(); ++i) {
                if (entry.validates[i].isNull() || entry.validates[i] == slot.key)
                    continue;
                asked.append({slot.key, int(i)});
                pairs.push_back({graph.vertex(slot.key), graph.vertex(entry.validates[i])});
            }
        }
        const std::vector<char> found = graph.reaches(pairs);
        QSet<int> blamed;
        for (qsizetype i = 0; i < asked.size(); ++i) {
            if (!found[size_t(i)])
                continue;
            const auto [key, item] = asked.at(i);
            const NodeKey validated = facts.task(key).validates[item];
            blamed.insert(graph.vertex(key));
            report.add(tr("%1 validates %2 but would run before it. Turn the order round.")
                           .arg(facts.name(key), facts.name(validated)),
                       {key, validated}, {Field::Validates, item}, fixesFor(facts, graph, key, validated));
        }
        if (graph.isAcyclic())
            reportRest(facts, blamed, report);
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &fix) const override
    {
        const NodeKey key = problem.subjects.first();
        if (fix.id == "move-task"_L1)
            return Edit{}.set(key, Field::Phase, fix.argument);
        return withoutNeed(facts.contents(), key, problem.subjects.value(1));
    }

private:
    /// What forces the order, where it is one thing: a need of the validated task, or the phase of the validation.
    static QList<QuickFix> fixesFor(const Facts &facts, const PlanGraph &graph, NodeKey key, NodeKey validated)
    {
        const TaskEntry &validation = facts.task(key);
        const TaskEntry &work = facts.task(validated);
        const bool sharePhase = validation.phase == work.phase || validation.phase < 0 || work.phase < 0;
        if (sharePhase && work.needs.contains(key))
            return {{u"remove-need"_s, tr("Remove the need of %1 on %2").arg(facts.name(validated), facts.name(key)), {}}};
        const std::span<const int> after = graph.digraph().after(graph.vertex(key));
        const bool isAwaited = std::any_of(after.begin(), after.end(), [&](int v) { return !graph.key(v).isNull(); });
        if (sharePhase || isAwaited)
            return {};
        return {{u"move-task"_s, tr("Move %1 to the phase %2").arg(facts.name(key), facts.name(facts.phaseAt(work.phase).key)),
                 work.task->phase}};
    }

    /// Validations that wait for each other.
    static void reportRest(const Facts &facts, const QSet<int> &blamed, Report &report)
    {
        const PlanGraph &graph = facts.graph();
        for (const std::vector<int> &component : graph.digraph().cycles()) {
            if (std::any_of(component.begin(), component.end(), [&](int v) { return blamed.contains(v); }))
                continue;
            QList<NodeKey> keys;
            for (int v : graph.digraph().shortestCycle(component)) {
                if (const NodeKey key = graph.key(v); !key.isNull())
                    keys.append(key);
            }
            report.add(tr("These validate and need each other in a circle, so none of them can start: %1. Take one of "
                          "the needs out.").arg(facts.names(keys)),
                       keys, {Field::Validates});
        }
    }
};

} // namespace

void addOrderRules(RuleList &rules)
{
    rules.push_back(std::make_unique<CycleRule>());
    rules.push_back(std::make_unique<PhaseOrderRule>());
    rules.push_back(std::make_unique<ValidationOrderRule>());
}

} // namespace baton
