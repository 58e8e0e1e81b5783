// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/rules/facts.h"

namespace baton {

/// The plan as it would be after an edit.
Contents drafted(const Contents &contents, const Edit &edit);

/// An edit of a quick fix that brings new personas, tasks, phases and gates, with ids that clash with nothing.
class Additions
{
public:
    explicit Additions(const Facts &facts) : m_facts(facts), m_ids(facts.ids()) {}

    /// A valid id that neither the plan nor this edit has.
    QString freshId(NodeKind kind, const QString &wanted);
    /// The id of the plan's persona of that role name, short forms included; declared where there is none, to
    /// be carried out as \a like is, and in its words.
    QString persona(const QString &role, const Persona *like = nullptr);
    /// Gives a new task to the plan's persona of that role name, if no rule is against it; else to one that is declared
    /// for it.
    void assign(Task &task, const QString &role);
    /// The ids of what is implemented before a phase, and so can be validated in it.
    QStringList implementedBefore(const QString &phase) const;
    /// The id of a persona that may do \a entry 's work instead; declared as \a role where nobody fits, to be carried out
    /// as whoever does it now is, except by a command, which does that one's work.
    QString otherPersona(const TaskEntry &entry, const QString &role);
    /// A task that breaks no rule of its own: evidence, the plan's usual budget.
    /// Nobody does it yet.
    Task newTask(const QString &id, const QString &title, TaskKind kind, const QString &phase);
    QString addTask(Task task);
    /// A phase with a gate; returns the phase's id.
    QString addPhase(PhaseKind kind, const QString &title, qsizetype position = -1);
    void addGate(const QString &phase);
    /// Lets a gate ask for the verdict of a task: its phase's, else a sync point of its own.
    void letGateAsk(const QString &task, int phase);
    /// One task for each persona instead of one for all: the first keeps everything, the others get evidence of their
    /// own, and who needed or validated the task needs or validates them all. Personas not yet there are declared.
    void splitTask(NodeKey key, const QStringList &personas);

    Edit &edit() { return m_edit; }
    Edit take() { return std::move(m_edit); }

private:
    QString declared(const QString &role, const Persona *like = nullptr);
    std::optional<qint64> usualBudget();

    const Facts &m_facts;
    IdIndex m_ids;
    quint32 m_nextReserved = 0;
    qint64 m_given = 0; ///< Tokens, to new tasks.
    QHash<QString, QString> m_declared;
    Edit m_edit;
};

} // namespace baton
