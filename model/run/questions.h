// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/inbox.h"
#include "model/run/runstate.h"

namespace baton {

/// Something that waits for a person.
struct Question
{
    enum class Kind : quint8 { Launch, Gate, Fix, Human, Blocked };
    Kind kind = Kind::Launch;
    QString subject; ///< A task, or a gate.

    bool operator==(const Question &) const = default;
};

/// Everything that waits for a person now, tasks first, in the plan's order.
QList<Question> openQuestions(const RunPlan &plan, const RunState &state);

/// Whether what a person asks about a task or a gate can be done as things stand. \a plan is planOf() the state.
Result<void> canAnswer(const RunPlan &plan, const RunState &state, const Request &request);

} // namespace baton
