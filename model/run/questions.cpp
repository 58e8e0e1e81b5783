// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/questions.h"

namespace baton {

namespace {

std::optional<Question::Kind> questionOn(const PlanTask &task, const TaskRun &run)
{
    if (run.state == TaskState::Ready && run.awaitsApproval && !run.approved && !run.refused)
        return Question::Kind::Launch;
    if (run.state == TaskState::Blocked && !run.suspended)
        return Question::Kind::Blocked;
    if (run.state == TaskState::Active && task.isHuman)
        return Question::Kind::Human;
    return std::nullopt;
}

std::optional<Question::Kind> questionOn(const GateRun &run)
{
    if (run.state == GateState::Checking && run.awaitsApproval && !run.approved && !run.refused)
        return Question::Kind::Gate;
    if (run.state == GateState::Failed && !run.proposal.isEmpty())
        return Question::Kind::Fix;
    return std::nullopt;
}

} // namespace

QList<Question> openQuestions(const RunPlan &base, const RunState &state)
{
    const RunPlan &plan = planOf(base, state);
    QList<Question> questions;
    for (qsizetype i = 0; i < state.tasks.size(); ++i) {
        if (const auto kind = questionOn(plan.tasks.at(i), state.tasks.at(i)))
            questions.append({*kind, plan.tasks.at(i).id});
    }
    for (qsizetype i = 0; i < state.gates.size(); ++i) {
        if (const auto kind = questionOn(state.gates.at(i)))
            questions.append({*kind, plan.gates.at(i).id});
    }
    return questions;
}

} // namespace baton
