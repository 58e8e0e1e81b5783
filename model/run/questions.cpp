// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/questions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

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

/// Names for translators.
struct Answers
{
    Q_DECLARE_TR_FUNCTIONS(baton::Answers)
};

Error refused(const QString &sentence)
{
    return {ErrorCode::Refused, sentence};
}

Result<void> canAnswerTask(const PlanTask &task, const TaskRun &run, const Request &request)
{
    switch (request.action) {
    case Action::Approve:
    case Action::Refuse:
        if (!run.awaitsApproval && task.isHuman && run.state == TaskState::Active)
            return checkOutcome(task, request);
        if (run.state != TaskState::Ready || !run.awaitsApproval || run.approved || run.refused)
            return refused(Answers::tr("“%1” is %2 and waits for nobody's approval.").arg(task.id, nameOf(run.state)));
        break;
    case Action::Resolve:
        if (run.state == TaskState::Active && task.isHuman)
            return refused(Answers::tr("“%1” is yours to do and not blocked. Say `approve` when it is done.").arg(task.id));
        if (run.state != TaskState::Blocked)
            return refused(Answers::tr("“%1” is %2, not blocked.").arg(task.id, nameOf(run.state)));
        if (run.suspended)
            return refused(Answers::tr("“%1” waits for its cluster, not for a person. %2").arg(task.id, run.reason));
        break;
    case Action::Retry:
        if (run.state == TaskState::Cancelled)
            return refused(Answers::tr("“%1” is CANCELLED for the rest of this run. Start a new run to have it done.").arg(task.id));
        if (run.state == TaskState::Skipped)
            return refused(Answers::tr("“%1” is SKIPPED: its branch was not taken. Try the task again that decides on it.").arg(task.id));
        if (run.state != TaskState::Failed && run.state != TaskState::Complete)
            return refused(Answers::tr("“%1” is %2 and has not ended, so it cannot be tried again.").arg(task.id, nameOf(run.state)));
        break;
    case Action::Cancel:
        if (run.state == TaskState::Complete || run.state == TaskState::Skipped || run.state == TaskState::Cancelled ||
            (run.state == TaskState::Failed && run.retryAt == 0))
            return refused(Answers::tr("“%1” is %2 already.").arg(task.id, nameOf(run.state)));
        break;
    case Action::Pause:
        return Error{ErrorCode::Usage, Answers::tr("Only the whole run can be paused.")};
    }
    return {};
}

Result<void> canAnswerGate(const QString &id, const GateRun &run, const Request &request)
{
    switch (request.action) {
    case Action::Approve:
    case Action::Refuse:
        if (run.proposal.isEmpty() && !(run.state == GateState::Checking && run.awaitsApproval && !run.approved && !run.refused))
            return refused(Answers::tr("The gate “%1” is %2 and waits for nobody's approval.").arg(id, nameOf(run.state)));
        return {};
    case Action::Retry:
        if (run.state != GateState::Failed)
            return refused(Answers::tr("The gate “%1” is %2. Only one that has failed can be checked again.").arg(id, nameOf(run.state)));
        return {};
    case Action::Resolve:
    case Action::Cancel:
    case Action::Pause:
        break;
    }
    return Error{ErrorCode::Usage, Answers::tr("A gate can be approved or refused, and once it has failed be checked again with `retry`.")};
}

} // namespace

Result<void> canAnswer(const RunPlan &plan, const RunState &state, const Request &request)
{
    if (const int task = plan.indexOfTask(request.subject); task >= 0)
        return canAnswerTask(plan.tasks.at(task), state.tasks.at(task), request);
    if (const int gate = plan.indexOfGate(request.subject); gate >= 0)
        return canAnswerGate(request.subject, state.gates.at(gate), request);
    return Error{ErrorCode::NotFound, Answers::tr("There is no task and no gate “%1” in this run.").arg(request.subject)};
}

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
