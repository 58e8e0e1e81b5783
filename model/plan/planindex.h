// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/contents.h"

#include <QVarLengthArray>

#include <optional>
#include <vector>

namespace baton {

/// Tasks from which on working on a plan in two threads is worth the start of one.
constexpr qsizetype tasksWorthAThread = 20'000;

/// A workflow with its references resolved, in flat vectors indexed by NodeKey::number(). References that name
/// nothing are null keys and -1. It points into the contents it was made of.
class PlanIndex
{
public:
    struct TaskEntry
    {
        const Task *task = nullptr; ///< Null: no task has that number.
        NodeKey key;
        QString id;
        int phase = -1;   ///< Number of the phase.
        int persona = -1; ///< Number of the one persona; -1 for none, several or unknown.
        TaskKind kind = TaskKind::Work;
        bool branches = false; ///< Some need of it waits for an outcome.
        QVarLengthArray<NodeKey, 4> needs; ///< Beside Task::needs.
        QVarLengthArray<NodeKey, 2> validates; ///< Beside Task::validates; tasks only.
    };
    struct GateEntry
    {
        const Gate *gate = nullptr;
        NodeKey key;
        int phase = -1;
        QVarLengthArray<NodeKey, 4> needs; ///< Beside Gate::needs, for a sync point.
    };
    struct PhaseEntry
    {
        const Phase *phase = nullptr;
        NodeKey key;
        QVarLengthArray<int, 2> after; ///< Numbers of the phases before it, the default included. Unknown ones left out.
        NodeKey fixes;
    };
    struct PersonaEntry
    {
        const Persona *persona = nullptr;
        NodeKey key;
    };

    explicit PlanIndex(const Contents &contents);
    /// For a plan that is being edited: \a ids are kept up by its owner, and there is room for tasks to come.
    PlanIndex(const Contents &contents, const IdIndex &ids);
    Q_DISABLE_COPY_MOVE(PlanIndex)

    /// Looks at one node again after an edit that left all ids as they were. False where there is no room for it.
    bool refresh(NodeKey key);

    /// From now on it points into these, which hold the very same nodes.
    void rebind(const Contents &contents, const IdIndex &ids)
    {
        m_contents = &contents;
        m_ids = &ids;
    }

    const Contents &contents() const { return *m_contents; }
    const IdIndex &ids() const { return *m_ids; }
    const std::vector<TaskEntry> &tasks() const { return m_tasks; }
    const std::vector<GateEntry> &gates() const { return m_gates; }
    const std::vector<PhaseEntry> &phases() const { return m_phases; }
    const std::vector<PersonaEntry> &personas() const { return m_personas; }

    const TaskEntry &task(NodeKey key) const { return m_tasks[key.number()]; }
    const GateEntry &gate(NodeKey key) const { return m_gates[key.number()]; }
    bool isRepeated(int phase) const
    {
        const Phase *node = m_phases[size_t(phase)].phase;
        return node && node->repeatMax.value_or(1) > 1;
    }
    /// Whether it belongs to a fix phase, which runs only where its gate fails.
    bool isInFixPhase(const TaskEntry &entry) const { return entry.phase >= 0 && !m_phases[size_t(entry.phase)].fixes.isNull(); }
    /// Whether it may be skipped although what it needs is not.
    bool isOptional(const TaskEntry &entry) const { return entry.branches || isInFixPhase(entry); }
    const PhaseEntry &phase(NodeKey key) const { return m_phases[key.number()]; }

    /// A persona's id without the leading `@` that references may carry.
    static QString personaId(const QString &reference);
    /// The key a reference to a persona means; null when there is none.
    NodeKey persona(const QString &reference) const { return m_ids->persona(personaId(reference)); }

private:
    void resolveAll(quint32 spare);
    void resolve(NodeKey key, const Task &task);
    void resolve(NodeKey key, const Gate &gate);
    void resolvePhases();

    const Contents *m_contents;
    std::optional<IdIndex> m_ownIds;
    const IdIndex *m_ids;
    std::vector<TaskEntry> m_tasks;
    std::vector<GateEntry> m_gates;
    std::vector<PhaseEntry> m_phases;
    std::vector<PersonaEntry> m_personas;
};

} // namespace baton
