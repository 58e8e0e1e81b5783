// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/rules/patternindex.h"
#include "model/workflow/fields.h"

#include <QVarLengthArray>

#include <unordered_map>
#include <vector>

namespace baton {

class Facts;

/// What tasks read that no task they need directly delivers and that is not in the repository: whether somebody farther
/// upstream delivers it is a question about the whole graph. Kept up task by task.
class DistantInputs
{
public:
    struct Input
    {
        QString pattern;
        Field field = Field::Inputs; ///< Or the files of a need.
        int item = -1;
        QVarLengthArray<int, 4> producers; ///< Numbers of the tasks that deliver it, in file order.
    };

    explicit DistantInputs(const Facts &facts);

    /// Looks at a task again; one that is gone has none.
    void refresh(int task);
    /// Numbers of the tasks that read what \a task delivers now.
    std::vector<int> readersOf(int task) const;

    /// Tasks in file order, each with its inputs of that kind.
    std::vector<std::pair<int, const std::vector<Input> *>> all() const;
    /// What a task reads that a task it needs directly delivers.
    std::vector<Input> near(int task) const { return inputsOf(task, true); }

    /// There were more patterns than were compared.
    bool isUncertain() const { return m_read && m_read->isUncertain(); }

private:
    const PatternIndex &read() const;
    std::vector<Input> inputsOf(int task, bool isNear) const;

    const Facts &m_facts;
    std::unordered_map<int, std::vector<Input>> m_inputs; ///< By task, only where there are some.
    mutable std::optional<PatternIndex> m_read;           ///< What tasks read, once somebody asked.
};

} // namespace baton
