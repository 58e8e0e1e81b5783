// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/answer.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

std::optional<Question::Kind> questionOn(const PlanTask &task, const TaskRun &run)
{
    if (run.state == TaskState::Ready && run.awaitsApproval && !run.approved && !run.refused)
        return Question::Kind::Launch;
    if (run.state == TaskState::Blocked)
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

bool isUnfinished(const TaskRun &run)
{
    switch (run.state) {
    case TaskState::Pending:
    case TaskState::Ready:
    case TaskState::Starting:
    case TaskState::Active:
    case TaskState::Blocked:
        return true;
    case TaskState::Failed:
        return run.retryAt != 0;
    case TaskState::Complete:
    case TaskState::Skipped:
    case TaskState::Cancelled:
        break;
    }
    return false;
}

/// A human task is done, with the verdict that approving or refusing it comes to where it is a validation.
QList<RecordEvent> humanEvents(const PlanTask &task, bool isApproved, const QJsonObject &data, const QJsonArray &issues)
{
    if (task.isValidation) {
        QJsonObject verdict = data;
        verdict.insert(u"verdict"_s, isApproved ? u"approved"_s : u"rejected"_s);
        verdict.insert(u"issues"_s, issues);
        return {{EventType::WorkerVerdict, task.id, verdict}, {EventType::WorkerComplete, task.id, data}};
    }
    if (isApproved)
        return {{EventType::WorkerComplete, task.id, data}};
    QJsonObject failed = data;
    failed.insert(u"reason"_s, u"refused by a person"_s);
    return {{EventType::WorkerFailed, task.id, failed}};
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

QList<Answer> answersFor(const RunPlan &base, const RunState &state, const QString &subject)
{
    const RunPlan &plan = planOf(base, state);
    if (const int gate = plan.indexOfGate(subject); gate >= 0)
        return questionOn(state.gates.at(gate)) ? QList{Answer::Approve, Answer::Refuse} : QList<Answer>();
    const int task = plan.indexOfTask(subject);
    if (task < 0 || plan.tasks.at(task).superseded)
        return {};
    const TaskRun &run = state.tasks.at(task);
    QList<Answer> answers;
    if (const auto kind = questionOn(plan.tasks.at(task), run))
        answers += *kind == Question::Kind::Blocked ? QList{Answer::Resolve} : QList{Answer::Approve, Answer::Refuse};
    if (run.state == TaskState::Failed || run.state == TaskState::Complete)
        answers += Answer::Retry;
    if (isUnfinished(run))
        answers += Answer::Cancel;
    return answers;
}

Result<QList<RecordEvent>> eventsOf(const RunPlan &base, const RunState &state, const QString &subject, Answer answer,
                                    const QString &note, const QJsonArray &issues, const QString &by)
{
    const RunPlan &plan = planOf(base, state);
    if (!answersFor(base, state, subject).contains(answer))
        return Error{ErrorCode::Refused,
                     QCoreApplication::translate("baton::Answer", "“%1” cannot be answered with “%2” as it stands.")
                         .arg(subject, nameOf(answer)), {}, {}};
    QJsonObject data{{u"by"_s, by}};
    if (!note.isEmpty())
        data.insert(u"note"_s, note);
    const bool isApproved = answer == Answer::Approve;
    if (const int index = plan.indexOfGate(subject); index >= 0) {
        const GateRun &gate = state.gates.at(index);
        if (gate.state != GateState::Failed) {
            if (!issues.isEmpty())
                data.insert(u"issues"_s, issues);
            return QList<RecordEvent>{{isApproved ? EventType::ApprovalGiven : EventType::ApprovalRefused, subject, data}};
        }
        QJsonObject phase = isApproved ? gate.proposal : QJsonObject();
        phase.insert(u"by"_s, by);
        return QList<RecordEvent>{{isApproved ? EventType::FixAccepted : EventType::FixRefused, subject, phase}};
    }
    const int index = plan.indexOfTask(subject);
    const bool isFailed = state.tasks.at(index).state == TaskState::Failed;
    switch (answer) {
    case Answer::Approve:
    case Answer::Refuse:
        if (state.tasks.at(index).state == TaskState::Active)
            return humanEvents(plan.tasks.at(index), isApproved, data, issues);
        return QList<RecordEvent>{{isApproved ? EventType::ApprovalGiven : EventType::ApprovalRefused, subject, data}};
    case Answer::Resolve:
        return QList<RecordEvent>{{EventType::WorkerUnblocked, subject, data}};
    case Answer::Retry:
        return QList<RecordEvent>{{isFailed ? EventType::WorkerRetry : EventType::WorkerReset, subject, data}};
    case Answer::Cancel:
        data.insert(u"reason"_s, u"cancelled by a person"_s);
        return QList<RecordEvent>{{EventType::WorkerCancelled, subject, data}};
    }
    return QList<RecordEvent>();
}

} // namespace baton
