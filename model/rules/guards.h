// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/plan/plangraph.h"

#include <QMap>
#include <QSet>

namespace baton {

/// Which outcomes of which tasks a task waits for, its own branches and those it lies behind.
class Guards
{
public:
    Guards() = default; ///< Of a plan without branches.
    Guards(const PlanIndex &index, const PlanGraph &graph);

    /// Whether the two can never both run, because one decision sends the run to one of them only.
    bool exclude(int task, int other) const;
    /// Whether it depends on a decision if the task runs: by a branch of its own or one that it lies behind.
    bool isGuarded(int task) const;
    /// Tasks whose branches can never all be taken, with a decision that cannot fulfil them; not those behind such a
    /// task.
    const std::vector<std::pair<int, int>> &unreachable() const { return m_unreachable; }

private:
    using Guard = QMap<int, QSet<QString>>; ///< Deciding task to the outcomes that lead here.

    void enter(int vertex, const PlanIndex &index, const PlanGraph &graph);
    static void narrow(Guard &guard, int decision, const QSet<QString> &outcomes);

    std::vector<Guard> m_guards; ///< By vertex; empty where nothing branches.
    std::vector<char> m_dead;
    std::vector<std::pair<int, int>> m_unreachable;
};

} // namespace baton
