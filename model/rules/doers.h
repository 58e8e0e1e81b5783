// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/plan/planindex.h"

#include <QVarLengthArray>

#include <vector>

namespace baton {

class Facts;

/// Everybody who does a task: each of a list of personas, and each of those that one name joins. They are one persona a
/// task once the plan is put right, so the rules about who may do what look at all of them.
class Doers
{
public:
    using Entry = PlanIndex::TaskEntry;

    explicit Doers(const Facts &facts);

    /// Ids; of somebody who is not declared, what is written.
    QStringList of(const Entry &entry) const;
    /// Numbers of those who are declared.
    QVarLengthArray<int, 2> numbersOf(const Entry &entry) const;
    /// Somebody who does both; empty without one.
    QString shared(const Entry &a, const Entry &b) const;
    /// Whether the persona still joins those that it joined.
    bool isUpToDate(int persona) const { return m_members[size_t(persona)] == membersOf(persona); }

private:
    bool isOne(int persona) const { return persona >= 0 && m_members[size_t(persona)].size() == 1; }
    QStringList membersOf(int persona) const;

    const Facts &m_facts;
    std::vector<QStringList> m_members; ///< By number of a persona, its own id and those that its name joins.
};

} // namespace baton
