// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/plan/planindex.h"

#include <QtConcurrentRun>

namespace baton {

namespace {

/// Tasks that an edited plan may get before its index is made anew.
constexpr quint32 spareTasks = 256;

template <class Entry, class T>
void makeRoom(std::vector<Entry> &entries, const NodeList<T> &nodes, quint32 spare = 0)
{
    quint32 size = 0;
    for (const auto &slot : nodes)
        size = qMax(size, slot.key.number() + 1);
    entries.resize(size + spare);
}

/// The number of a node, -1 for a null key.
int numberOf(NodeKey key)
{
    return key.isNull() ? -1 : int(key.number());
}

} // namespace

PlanIndex::PlanIndex(const Contents &contents) : m_contents(&contents), m_ownIds(contents), m_ids(&*m_ownIds)
{
    resolveAll(0);
}

PlanIndex::PlanIndex(const Contents &contents, const IdIndex &ids) : m_contents(&contents), m_ids(&ids)
{
    resolveAll(spareTasks);
}

void PlanIndex::resolveAll(quint32 spare)
{
    const Contents &contents = *m_contents;
    makeRoom(m_tasks, contents.tasks, spare);
    makeRoom(m_gates, contents.gates);
    makeRoom(m_phases, contents.phases);
    makeRoom(m_personas, contents.personas);
    for (const auto &[key, persona] : contents.personas)
        m_personas[key.number()] = {persona.get(), key};
    const auto resolvePart = [&](qsizetype begin, qsizetype end) {
        for (auto slot = contents.tasks.begin() + begin; slot != contents.tasks.begin() + end; ++slot)
            resolve(slot->key, *slot->node);
    };
    // Each task writes into its own entry only.
    const qsizetype half = contents.tasks.size() > tasksWorthAThread ? contents.tasks.size() / 2 : 0;
    QFuture<void> first;
    if (half > 0)
        first = QtConcurrent::run(resolvePart, 0, half);
    resolvePart(half, contents.tasks.size());
    first.waitForFinished();
    for (const auto &[key, gate] : contents.gates)
        resolve(key, *gate);
    resolvePhases();
}

bool PlanIndex::refresh(NodeKey key)
{
    if (const Persona *persona = m_contents->persona(key)) {
        m_personas[key.number()].persona = persona;
    } else if (const Phase *phase = m_contents->phase(key)) {
        m_phases[key.number()].phase = phase;
    } else if (const Gate *gate = m_contents->gate(key)) {
        resolve(key, *gate);
    } else if (key.kind() == NodeKind::Task) {
        if (key.number() >= m_tasks.size())
            return false;
        if (const Task *task = m_contents->task(key))
            resolve(key, *task);
        else
            m_tasks[key.number()] = {};
    }
    return true;
}

QString PlanIndex::personaId(const QString &reference)
{
    return reference.startsWith(u'@') ? reference.sliced(1) : reference;
}

void PlanIndex::resolve(NodeKey key, const Task &task)
{
    TaskEntry &entry = m_tasks[key.number()];
    entry.task = &task;
    entry.key = key;
    entry.id = task.id;
    entry.kind = task.effectiveKind();
    entry.phase = task.phase.isEmpty() ? -1 : numberOf(m_ids->phase(task.phase));
    entry.persona = task.personas.size() == 1 ? numberOf(persona(task.personas.first())) : -1;
    entry.branches = false;
    entry.needs.resize(task.needs.size());
    for (qsizetype i = 0; i < task.needs.size(); ++i) {
        entry.needs[i] = m_ids->step(task.needs.at(i).target);
        entry.branches |= !task.needs.at(i).when.isEmpty();
    }
    entry.validates.resize(task.validates.size());
    for (qsizetype i = 0; i < task.validates.size(); ++i) {
        const NodeKey validated = m_ids->step(task.validates.at(i));
        entry.validates[i] = validated.kind() == NodeKind::Task ? validated : NodeKey();
    }
}

void PlanIndex::resolve(NodeKey key, const Gate &gate)
{
    GateEntry &entry = m_gates[key.number()];
    entry.gate = &gate;
    entry.key = key;
    entry.phase = gate.isSyncPoint() ? -1 : numberOf(m_ids->phase(gate.phase));
    const qsizetype count = gate.isSyncPoint() ? gate.needs.size() : 0;
    entry.needs.resize(count);
    for (qsizetype i = 0; i < count; ++i)
        entry.needs[i] = m_ids->step(gate.needs.at(i));
}

void PlanIndex::resolvePhases()
{
    int previous = -1;
    for (const auto &[key, phase] : m_contents->phases) {
        PhaseEntry &entry = m_phases[key.number()];
        entry = {phase.get(), key, {}, {}};
        if (!phase->fixes.isEmpty()) {
            const NodeKey gate = m_ids->step(phase->fixes);
            entry.fixes = gate.kind() == NodeKind::Gate ? gate : NodeKey();
        }
        if (phase->after) {
            for (const QString &id : *phase->after) {
                const NodeKey before = m_ids->phase(id);
                if (!before.isNull())
                    entry.after.append(int(before.number()));
            }
        } else if (previous >= 0 && phase->fixes.isEmpty()) {
            entry.after.append(previous);
        }
        if (phase->fixes.isEmpty())
            previous = int(key.number());
    }
}

} // namespace baton
