// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/additions.h"

#include "model/workflow/workflow.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Ids this edit has given away are held by keys no plan has.
constexpr quint32 firstReserved = 0x0f000000u;

QString titleFrom(const QString &id)
{
    QString title = id;
    title.replace(u'-', u' ');
    if (!title.isEmpty())
        title[0] = title.at(0).toUpper();
    return title;
}

Role roleOf(const QString &roleName)
{
    if (roleName == "architect"_L1 || roleName == "ux-designer"_L1 || roleName == "product-manager"_L1)
        return Role::Planner;
    if (roleName == "test-engineer"_L1 || roleName == "performance-engineer"_L1 ||
        roleName == "security-engineer"_L1 || roleName == "reviewer"_L1)
        return Role::Validator;
    if (roleName == "integration-engineer"_L1)
        return Role::Integrator;
    return Role::Unset;
}

/// How somebody's tasks are carried out.
void takeMeans(Persona &persona, const Persona &like)
{
    persona.executor = like.executor;
    persona.model = like.model;
    persona.tools = like.tools;
}

} // namespace

Contents drafted(const Contents &contents, const Edit &edit)
{
    Workflow draft(contents);
    draft.apply(edit);
    return draft.contents();
}

QString Additions::freshId(NodeKind kind, const QString &wanted)
{
    const QString id = m_ids.freshId(kind, wanted);
    m_ids.add(NodeKey(kind, firstReserved + m_nextReserved++), id);
    return id;
}

QString Additions::persona(const QString &role, const Persona *like)
{
    for (const auto &slot : m_facts.contents().personas) {
        if (Facts::roleName(slot.node->id) == Facts::roleName(role))
            return slot.node->id;
    }
    return declared(role, like);
}

QString Additions::declared(const QString &role, const Persona *like)
{
    QString &id = m_declared[role];
    if (id.isEmpty()) {
        id = freshId(NodeKind::Persona, role);
        Persona persona;
        persona.id = id;
        persona.title = titleFrom(id);
        persona.role = roleOf(Facts::roleName(role));
        if (like) {
            takeMeans(persona, *like);
            persona.instructions = like->instructions;
        }
        m_edit.insert(persona);
    }
    return id;
}

void Additions::assign(Task &task, const QString &role)
{
    TaskEntry entry;
    entry.task = &task;
    entry.kind = task.kind;
    if (const NodeKey phase = m_facts.ids().phase(task.phase); !phase.isNull())
        entry.phase = int(phase.number());
    for (const QString &id : std::as_const(task.validates))
        entry.validates.append(m_facts.ids().step(id));
    for (const Need &need : std::as_const(task.needs))
        entry.needs.append(m_facts.ids().step(need.target));
    for (NodeKey key : m_facts.candidates(entry)) {
        const QString id = m_facts.contents().idOf(key);
        if (Facts::roleName(id) == Facts::roleName(role)) {
            task.personas = {id};
            return;
        }
    }
    task.personas = {declared(role)};
}

QStringList Additions::implementedBefore(const QString &phase) const
{
    const NodeKey key = m_facts.ids().phase(phase);
    if (key.isNull())
        return {};
    const PlanGraph &graph = m_facts.graph();
    const std::vector<char> behind = graph.closure(graph.opens(int(key.number())), true);
    const std::vector<int> before = m_facts.phasesBefore(int(key.number()));
    QStringList ids;
    for (const auto &slot : m_facts.contents().tasks) {
        const TaskEntry &entry = m_facts.task(slot.key);
        const bool isEarlier = entry.phase < 0 || std::find(before.begin(), before.end(), entry.phase) != before.end();
        if (entry.kind == TaskKind::Implement && isEarlier && !behind[size_t(graph.vertex(slot.key))] &&
            m_facts.ids().step(slot.node->id) == slot.key)
            ids += slot.node->id;
    }
    return ids;
}

QString Additions::otherPersona(const TaskEntry &entry, const QString &role)
{
    const QList<NodeKey> candidates = m_facts.candidates(entry);
    if (!candidates.isEmpty())
        return m_facts.contents().idOf(candidates.first());
    const QString id = freshId(NodeKind::Persona, role);
    Persona persona;
    persona.id = id;
    persona.title = titleFrom(id);
    persona.role = roleOf(role);
    const auto doers = m_facts.doers().numbersOf(entry);
    const Persona *like = doers.isEmpty() ? nullptr : m_facts.personaAt(doers.first()).persona;
    if (like && like->executor.type != "shell"_L1 && like->executor.type != "slurm"_L1)
        takeMeans(persona, *like);
    m_edit.insert(persona);
    return id;
}

Task Additions::newTask(const QString &id, const QString &title, TaskKind kind, const QString &phase)
{
    Task task;
    task.id = freshId(NodeKind::Task, id);
    task.title = title;
    task.kind = kind;
    task.phase = phase;
    task.evidence = {u"evidence/%1.md"_s.arg(task.id)};
    task.budgetTokens = usualBudget();
    return task;
}

/// What most tasks have, or as much of it as the plan's cap leaves; nothing where it leaves nothing.
std::optional<qint64> Additions::usualBudget()
{
    const std::optional<qint64> median = m_facts.medianBudget();
    const std::optional<qint64> cap = m_facts.info().budgetTokens;
    const double multiplier = m_facts.info().budgetMultiplier;
    if (!median || !cap || multiplier <= 0)
        return median;
    double planned = double(m_given);
    for (qint64 tokens : m_facts.tokens())
        planned += double(qMax(qint64(0), tokens));
    const double left = std::min(double(*median), std::floor(double(*cap) / multiplier - planned));
    if (left < 1 || (planned + left) * multiplier > double(*cap))
        return std::nullopt;
    m_given += qint64(left);
    return qint64(left);
}

QString Additions::addTask(Task task)
{
    const QString id = task.id;
    m_edit.insert(std::move(task));
    return id;
}

QString Additions::addPhase(PhaseKind kind, const QString &title, qsizetype position)
{
    Phase phase;
    phase.id = freshId(NodeKind::Phase, nameOf(kind));
    phase.title = title;
    phase.kind = kind;
    const QString id = phase.id;
    m_edit.insert(std::move(phase), {}, position);
    addGate(id);
    return id;
}

void Additions::addGate(const QString &phase)
{
    Gate gate;
    gate.id = freshId(NodeKind::Gate, u"gate-"_s + phase);
    gate.phase = phase;
    m_edit.insert(std::move(gate));
}

void Additions::letGateAsk(const QString &task, int phase)
{
    if (phase < 0) {
        Gate gate;
        gate.id = freshId(NodeKind::Gate, u"check-"_s + task);
        gate.needs = {task};
        m_edit.insert(std::move(gate));
        return;
    }
    const std::vector<int> &gates = m_facts.gatesOf(phase);
    if (gates.empty()) {
        addGate(m_facts.phaseAt(phase).phase->id);
        return;
    }
    const auto asks = [&](int number) {
        return Contents::effectiveCriteria(*m_facts.gateAt(number).gate, true).contains(nameOf(Criterion::Approved));
    };
    if (std::any_of(gates.begin(), gates.end(), asks))
        return;
    const GateEntry &gate = m_facts.gateAt(gates.front());
    m_edit.set(gate.key, Field::Criteria,
               std::optional<QStringList>(gate.gate->criteria.value_or(QStringList()) + QStringList{nameOf(Criterion::Approved)}));
}

void Additions::splitTask(NodeKey key, const QStringList &personas)
{
    const Contents &contents = m_facts.contents();
    const Task original = *contents.task(key);
    const Persona *joint = m_facts.personaOf(m_facts.task(key));
    // Who has no executor would only simulate what was carried out.
    const auto executorFor = [&](const QString &id) {
        const Persona *one = contents.persona(m_facts.index().persona(id));
        return original.executor.isEmpty() && joint && one && one->executor.isEmpty() ? joint->executor : original.executor;
    };
    QStringList known;
    for (const QString &reference : personas) {
        const QString id = PlanIndex::personaId(reference).trimmed();
        const QString existing = contents.idOf(m_facts.index().persona(id));
        known += existing.isEmpty() ? persona(id, joint) : existing;
    }
    known.removeDuplicates();
    m_edit.set(key, Field::Persona, QStringList{known.first()});
    if (const Executor executor = executorFor(known.first()); executor != original.executor)
        m_edit.set(key, Field::Executor, executor);
    QStringList added;
    qsizetype position = contents.tasks.indexOf(key) + 1;
    for (const QString &id : known.sliced(1)) {
        Task copy = original;
        copy.id = freshId(NodeKind::Task, original.id + u'-' + id);
        copy.title = original.displayTitle() + u" (@"_s + id + u')';
        copy.personas = {id};
        copy.executor = executorFor(id);
        copy.deliverables.clear();
        copy.owns.clear();
        copy.evidence = {u"evidence/%1.md"_s.arg(copy.id)};
        copy.position.reset();
        added += copy.id;
        m_edit.insert(std::move(copy), {}, position++);
    }
    if (original.id.isEmpty())
        return;
    for (const auto &[other, task] : contents.tasks) {
        QList<Need> needs = task->needs;
        for (const Need &need : task->needs) {
            if (need.target != original.id || other == key)
                continue;
            for (const QString &id : std::as_const(added)) {
                Need also = need;
                also.target = id;
                also.files.clear();
                needs.append(also);
            }
        }
        if (needs.size() != task->needs.size())
            m_edit.set(other, Field::Needs, needs);
        if (task->validates.contains(original.id) && other != key)
            m_edit.set(other, Field::Validates, task->validates + added);
    }
    for (const auto &[gateKey, gate] : contents.gates) {
        if (gate->isSyncPoint() && gate->needs.contains(original.id))
            m_edit.set(gateKey, Field::Needs, gate->needs + added);
    }
}

} // namespace baton
