// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/patterns/buildpattern.h"

#include "model/layout/layout.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(baton::Pattern)
};

/// Ids that are fresh in the plan and differ among themselves.
class FreshIds
{
public:
    FreshIds(const Workflow &workflow, NodeKind kind) : m_workflow(workflow), m_kind(kind) {}

    QString take(const QString &wanted)
    {
        QString id = m_workflow.freshId(m_kind, wanted);
        for (int n = 2; m_taken.contains(id); ++n)
            id = m_workflow.freshId(m_kind, u"%1-%2"_s.arg(wanted).arg(n));
        m_taken.insert(id);
        return id;
    }

private:
    const Workflow &m_workflow;
    NodeKind m_kind;
    QSet<QString> m_taken;
};

class Builder
{
public:
    Builder(const Workflow &workflow, const Blueprint &print, const PatternChoice &choice, const QString &phase)
        : m_workflow(workflow)
        , m_print(print)
        , m_choice(choice)
        , m_phase(phase)
    {
    }

    BuiltPattern build()
    {
        addPersonas();
        addPhases();
        FreshIds ids(m_workflow, NodeKind::Task);
        for (const PatternPart &part : m_print.parts)
            m_ids += ids.take(part.id);
        for (int i = 0; i < m_print.parts.size(); ++i)
            m_print.parts.at(i).isGate ? addGate(i) : addTask(i);
        m_built.keys = m_tasks + m_others;
        return std::move(m_built);
    }

private:
    QString personaOf(const QString &role) const
    {
        const QString chosen = m_choice.personas.value(role).trimmed();
        return Workflow::isValidId(chosen) ? chosen : role;
    }

    void addPersonas()
    {
        QSet<QString> added;
        for (const PatternRole &role : m_print.roles) {
            const QString id = personaOf(role.id);
            if (added.contains(id) || !m_workflow.ids().persona(id).isNull())
                continue;
            added.insert(id);
            m_built.edit.insert(Persona{.id = id, .title = {}, .role = role.role, .model = role.model});
        }
    }

    void addPhases()
    {
        FreshIds ids(m_workflow, NodeKind::Phase);
        for (const PatternPhase &planned : m_print.phases) {
            Phase phase;
            phase.id = ids.take(planned.id);
            phase.title = planned.title;
            phase.kind = planned.kind;
            m_phases += phase.id;
            m_others += m_workflow.freshKey(NodeKind::Phase);
            m_built.edit.insert(phase, m_others.last());
        }
    }

    QString phaseOf(const PatternPart &part) const { return part.phase < 0 ? m_phase : m_phases.at(part.phase); }
    QString fileOf(int part) const { return u"out/%1.md"_s.arg(m_ids.at(part)); }
    bool delivers(int part) const
    {
        return !m_print.parts.at(part).isGate && m_print.parts.at(part).kind != TaskKind::Validate;
    }

    void addTask(int index)
    {
        const PatternPart &part = m_print.parts.at(index);
        Task task;
        task.id = m_ids.at(index);
        task.title = part.title;
        task.phase = phaseOf(part);
        task.personas = {personaOf(part.role)};
        task.kind = part.kind;
        task.outcomes = part.outcomes;
        for (int need : part.needs) {
            const bool isGate = m_print.parts.at(need).isGate;
            task.needs.append(Need{.target = m_ids.at(need),
                                   .type = isGate ? NeedType::Order : NeedType::Output,
                                   .when = part.when.isEmpty() ? QStringList() : QStringList(part.when)});
            if (delivers(need))
                task.inputs += fileOf(need);
        }
        for (int validated : part.validates)
            task.validates.append(m_ids.at(validated));
        if (part.kind == TaskKind::Validate)
            task.evidence = {u"evidence/%1.md"_s.arg(task.id)};
        else
            task.deliverables = {fileOf(index)};
        m_tasks += m_workflow.freshKey(NodeKind::Task);
        m_built.edit.insert(task, m_tasks.last());
    }

    void addGate(int index)
    {
        const PatternPart &part = m_print.parts.at(index);
        Gate gate;
        gate.id = m_ids.at(index);
        gate.title = part.title;
        gate.phase = part.phase < 0 ? QString() : m_phases.at(part.phase);
        for (int need : part.needs)
            gate.needs += m_ids.at(need);
        m_others += m_workflow.freshKey(NodeKind::Gate);
        m_built.edit.insert(gate, m_others.last());
    }

    const Workflow &m_workflow;
    const Blueprint &m_print;
    const PatternChoice &m_choice;
    QString m_phase;
    QStringList m_ids;    ///< Beside the parts.
    QStringList m_phases; ///< Beside the phases.
    QList<NodeKey> m_tasks;
    QList<NodeKey> m_others;
    BuiltPattern m_built;
};

bool isArranged(const Contents &contents)
{
    const auto isPlaced = [](const auto &slot) { return slot.node->position.has_value(); };
    return std::any_of(contents.tasks.begin(), contents.tasks.end(), isPlaced) ||
           std::any_of(contents.phases.begin(), contents.phases.end(), isPlaced);
}

QRectF rectOf(const Contents &contents, const Positions &positions, NodeKey key)
{
    return QRectF(positions.value(key), sizeOf(contents, key));
}

/// Puts what is new below what is there: in its phase, or below everything.
void standFree(const Workflow &workflow, const QString &phase, BuiltPattern &built)
{
    Workflow draft(workflow.contents());
    draft.apply(built.edit);
    Contents alone; // The new nodes with their own keys, so that the layout speaks of them.
    for (NodeKey key : std::as_const(built.keys)) {
        if (key.kind() == NodeKind::Task) {
            Task task = *draft.task(key);
            if (task.phase == phase)
                task.phase.clear();
            alone.tasks.insert(alone.tasks.size(), key, std::make_shared<const Task>(std::move(task)));
        } else if (key.kind() == NodeKind::Gate) {
            alone.gates.insert(alone.gates.size(), key, draft.contents().gates.shared(key));
        } else if (key.kind() == NodeKind::Phase) {
            alone.phases.insert(alone.phases.size(), key, draft.contents().phases.shared(key));
        }
    }
    const Positions standing = placed(workflow.contents());
    QRectF there;
    for (const auto &[key, task] : workflow.contents().tasks) {
        if (phase.isEmpty() || task->phase == phase)
            there |= rectOf(workflow.contents(), standing, key);
    }
    if (phase.isEmpty()) {
        for (const auto &[key, gate] : workflow.contents().gates)
            there |= rectOf(workflow.contents(), standing, key);
    }
    const Positions own = automaticPositions(alone);
    QRectF here;
    for (NodeKey key : std::as_const(built.keys))
        here |= QRectF(own.value(key), key.kind() == NodeKind::Phase ? QSizeF(1, 1) : sizeOf(alone, key));
    const qreal gap = phase.isEmpty() ? 2 * canvas::laneGap : canvas::rowPitch - canvas::cardHeight;
    QPointF shift = there.bottomLeft() + QPointF(0, gap) - here.topLeft();
    if (there.isNull()) {
        const Phase *lane = workflow.phase(workflow.ids().phase(phase));
        if (!lane)
            return;
        shift = standing.value(workflow.ids().phase(phase)) +
                QPointF(canvas::lanePadding, canvas::laneHead + canvas::lanePadding) - here.topLeft();
    }
    for (NodeKey key : std::as_const(built.keys))
        built.edit.set(key, Field::Position, std::optional<QPointF>(own.value(key) + shift));
}

} // namespace

BuiltPattern buildPattern(const Workflow &workflow, Pattern pattern, const PatternChoice &choice, const QString &phase)
{
    const Blueprint print = blueprintOf(pattern, choice);
    BuiltPattern built = Builder(workflow, print, choice, phase).build();
    built.name = Words::tr("Insert %1").arg(titleOf(pattern));
    if (isArranged(workflow.contents()))
        standFree(workflow, print.phases.isEmpty() ? phase : QString(), built);
    return built;
}

Contents patternAlone(Pattern pattern, const PatternChoice &choice)
{
    Workflow workflow;
    workflow.apply(buildPattern(workflow, pattern, choice).edit);
    return workflow.contents();
}

} // namespace baton
