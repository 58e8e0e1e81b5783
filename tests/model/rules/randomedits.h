// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/rules/rules.h"

#include <QRandomGenerator>

namespace baton::test {

/// Edits of every kind that people and quick fixes make, with values that are sometimes wrong: unknown and doubled ids,
/// personas in pairs, cycles, paths outside, severities for rules that do not exist.
class RandomEdits
{
public:
    RandomEdits(const Workflow &workflow, quint32 seed) : m_workflow(workflow), m_random(seed) {}

    /// One to three changes of the workflow as it is now.
    Edit next();
    CheckContext context();
    int bounded(int most) { return int(m_random.bounded(most)); }

private:
    Edit ofTask();
    Edit ofNeeds(NodeKey task);
    Edit renaming(NodeKey key, const QString &id) const;
    Edit ofGate();
    Edit ofPhase();
    Edit ofPersona();
    Edit ofNote();
    Edit ofWorkflow();

    bool isRare(int oneOf) { return m_random.bounded(oneOf) == 0; }
    QString oneOf(const QStringList &words) { return words.at(m_random.bounded(words.size())); }
    QStringList some(const QStringList &words);
    QString step();
    QString phase();
    QString persona();
    QString text();
    RuleSettings settings();
    Executor executor();

    const Workflow &m_workflow;
    QRandomGenerator m_random;
    int m_count = 0;
};

} // namespace baton::test
