// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/rules/facts.h"

#include <QSet>

namespace baton {

/// What whoever does a validation has mended of the work that it validates.
class OwnRepairs
{
public:
    OwnRepairs(const Facts &facts, const TaskEntry &validation);

    /// The fix task of the same persona that mends this task and need not come after the validation; null without one.
    NodeKey of(NodeKey validated);

private:
    bool isDoneByValidator(const TaskEntry &entry) const;
    bool comesLater(NodeKey repair);
    NodeKey inFixPhase(NodeKey validated);
    void lookAtFixPhase();

    const Facts &m_facts;
    const TaskEntry &m_validation;
    std::vector<char> m_behind; ///< By vertex, what comes after the validation; once asked for.
    bool m_hasLooked = false;
    NodeKey m_repair;      ///< In the validation's fix phase, of whoever does both and has no work of their own to mend.
    QSet<NodeKey> m_work;  ///< What that may mend.
};

} // namespace baton
