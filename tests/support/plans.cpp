// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/plans.h"

using namespace Qt::StringLiterals;

namespace baton::test {

namespace {

template <class T>
NodeKey append(NodeList<T> &list, NodeKind kind, T node)
{
    const NodeKey key(kind, quint32(list.size()));
    list.insert(list.size(), key, std::make_shared<const T>(std::move(node)));
    return key;
}

} // namespace

NodeKey add(Contents &contents, Task task)
{
    return append(contents.tasks, NodeKind::Task, std::move(task));
}

NodeKey add(Contents &contents, Gate gate)
{
    return append(contents.gates, NodeKind::Gate, std::move(gate));
}

NodeKey add(Contents &contents, Phase phase)
{
    return append(contents.phases, NodeKind::Phase, std::move(phase));
}

NodeKey add(Contents &contents, Persona persona)
{
    return append(contents.personas, NodeKind::Persona, std::move(persona));
}

Need need(const QString &target, NeedType type)
{
    Need result;
    result.target = target;
    result.type = type;
    return result;
}

Contents chain(const QStringList &ids)
{
    Contents contents;
    contents.info.name = u"Chain"_s;
    QString previous;
    for (const QString &id : ids) {
        Task task;
        task.id = id;
        if (!previous.isEmpty())
            task.needs = {need(previous)};
        add(contents, task);
        previous = id;
    }
    return contents;
}

Contents randomPlan(int tasks, int needs, quint32 seed)
{
    constexpr int tasksPerPhase = 250;
    constexpr int personaCount = 12;
    QRandomGenerator random(seed);
    Contents contents;
    contents.info.name = u"Random plan"_s;
    for (int i = 0; i < personaCount; ++i) {
        Persona persona;
        persona.id = u"persona-%1"_s.arg(i);
        persona.role = i % 4 == 3 ? Role::Validator : Role::Worker;
        persona.model = i % 2 ? u"sonnet"_s : u"haiku"_s;
        add(contents, persona);
    }
    const int phases = qMax(1, (tasks + tasksPerPhase - 1) / tasksPerPhase);
    for (int i = 0; i < phases; ++i) {
        Phase phase;
        phase.id = u"phase-%1"_s.arg(i);
        phase.title = u"Phase %1"_s.arg(i);
        add(contents, phase);
        Gate gate;
        gate.id = u"gate-%1"_s.arg(i);
        gate.phase = phase.id;
        add(contents, gate);
    }
    QList<QList<Need>> needsOf(tasks);
    for (int n = 0; n < needs && tasks > 1; ++n) {
        const int to = 1 + random.bounded(tasks - 1);
        const int from = qMax(0, to - 1 - random.bounded(60));
        const Need edge = need(u"task-%1"_s.arg(from), NeedType(random.bounded(3)));
        if (!needsOf[to].contains(edge))
            needsOf[to].append(edge);
    }
    contents.tasks.reserve(tasks);
    for (int i = 0; i < tasks; ++i) {
        Task task;
        task.id = u"task-%1"_s.arg(i);
        task.title = u"Task number %1"_s.arg(i);
        task.phase = u"phase-%1"_s.arg(i / tasksPerPhase);
        task.personas = {u"persona-%1"_s.arg(random.bounded(personaCount))};
        task.kind = TaskKind::Work;
        task.needs = needsOf.at(i);
        task.deliverables = {u"out/%1.md"_s.arg(i)};
        task.budgetTokens = 1000 * (1 + random.bounded(100));
        add(contents, task);
    }
    return contents;
}

} // namespace baton::test
