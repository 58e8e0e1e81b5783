// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/plan/planindex.h"

#include <QVarLengthArray>

#include <unordered_map>
#include <vector>

namespace baton {

/// Who validates and who fixes what, from the side of the task it is done to; kept up task by task.
class Validations
{
public:
    using Entry = PlanIndex::TaskEntry;

    explicit Validations(const PlanIndex &index);

    void remove(int task);
    /// A task that is not in it.
    void add(const Entry &entry);

    /// Task numbers in file order.
    const std::vector<int> &validatorsOf(int task) const;
    const std::vector<int> &fixesOf(int task) const;
    /// Calls \a act with the number of each task that validates what a fix task mends.
    template <class Act>
    void forValidatorsOfMended(Act act) const
    {
        for (const auto &[task, fixes] : m_fixes) {
            for (int validator : validatorsOf(task))
                act(validator);
        }
    }
    bool isEmpty() const { return m_validators.empty(); } ///< Nothing is validated.

    /// Does this task validate at all: it says so, or its kind is validate or review.
    static bool isValidation(const Entry &entry);
    /// What it validates: `validates`, or for a validation without, the tasks it needs by output or order.
    static QVarLengthArray<NodeKey, 4> validated(const Entry &entry);

private:
    using Lists = std::unordered_map<int, std::vector<int>>;
    struct Targets
    {
        QVarLengthArray<NodeKey, 4> validated;
        QVarLengthArray<NodeKey, 4> fixed;
    };

    void put(Lists &lists, NodeKey target, int task) const;
    static void take(Lists &lists, NodeKey target, int task);

    const PlanIndex &m_index;
    Lists m_validators;
    Lists m_fixes;
    std::unordered_map<int, Targets> m_targets; ///< Of each task that has some, as the lists were made of them.
};

} // namespace baton
