// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

// What people say to a run, and what a run says to people.

#include "model/run/runner.h"

#include "model/run/questions.h"
#include "model/run/taskdriver.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QJsonObject byPerson(const QString &note)
{
    QJsonObject data{{u"by"_s, u"person"_s}};
    if (!note.isEmpty())
        data.insert(u"note"_s, note);
    return data;
}

/// Whether an event of the subject of a request is what the request asked for, or makes it pointless.
bool follows(EventType type, Action action)
{
    switch (action) {
    case Action::Approve:
    case Action::Refuse:
        return type == EventType::ApprovalGiven || type == EventType::ApprovalRefused || type == EventType::FixAccepted
               || type == EventType::FixRefused || type == EventType::WorkerComplete || type == EventType::WorkerFailed
               || type == EventType::WorkerCancelled;
    case Action::Resolve: return type == EventType::WorkerUnblocked;
    case Action::Retry: return type == EventType::WorkerRetry || type == EventType::WorkerReset || type == EventType::GateClosed;
    case Action::Cancel: return type == EventType::WorkerCancelled || type == EventType::RunPaused;
    case Action::Pause: break;
    }
    return type == EventType::RunPaused;
}

} // namespace

Result<void> Runner::answer(const QString &subject, Action action, const QString &note, const QJsonArray &issues)
{
    return answer(Request{action, subject, note, issues, {}});
}

Result<void> Runner::answer(const Request &request)
{
    if (request.subject.isEmpty() || request.subject == m_state.runId) {
        if (request.action != Action::Cancel && request.action != Action::Pause)
            return Error{ErrorCode::Usage, tr("Name the task or the gate to answer.")};
        request.action == Action::Cancel ? stop(request.note) : pause();
        return {};
    }
    if (m_begun && !m_state.isRunning() && m_queue.empty())
        return Error{ErrorCode::Refused, tr("The run has ended. Resume it to answer.")};
    if (const Result<void> possible = canAnswer(plan(), m_state, request); !possible)
        return possible;
    if (const int task = plan().indexOfTask(request.subject); task >= 0)
        return answerTask(task, request);
    answerGate(plan().indexOfGate(request.subject), request);
    return {};
}

Result<void> Runner::answerTask(int task, const Request &request)
{
    const TaskRun &run = m_state.tasks.at(task);
    const QString id = plan().tasks.at(task).id;
    QJsonObject data = byPerson(request.note);
    EventType type = EventType::WorkerCancelled;
    switch (request.action) {
    case Action::Approve:
    case Action::Refuse:
        if (!run.awaitsApproval) { // a person's own task
            if (!m_driver->awaitsAnswer(id))
                return Error{ErrorCode::Refused, tr("An answer to “%1” is being looked at already.").arg(id)};
            m_driver->answerHuman(id, request);
            return {};
        }
        type = request.action == Action::Approve ? EventType::ApprovalGiven : EventType::ApprovalRefused;
        break;
    case Action::Resolve:
        type = EventType::WorkerUnblocked;
        if (run.keptBack)
            m_driver->lookAgain(id);
        if (m_driver->hasProcess(id))
            m_driver->leaveNote(id, run.attempt, request.note);
        else
            data.insert(u"restart"_s, true);
        break;
    case Action::Retry:
        type = run.state == TaskState::Failed ? EventType::WorkerRetry : EventType::WorkerReset;
        data.insert(u"reason"_s, u"person"_s);
        break;
    case Action::Cancel:
        data.insert(u"reason"_s, request.note.isEmpty() ? tr("a person cancelled it") : request.note);
        break;
    case Action::Pause: break; // of the whole run only
    }
    const QString refusal = m_begun ? refusalOf(m_plan, m_state, {m_state.seq + 1, m_state.now, id, type, data}) : QString();
    if (!refusal.isEmpty())
        return Error{ErrorCode::Refused, tr("“%1” is %2, so that cannot be done now.").arg(id, nameOf(run.state)), refusal};
    happen(type, id, data);
    return {};
}

void Runner::answerGate(int gate, const Request &request)
{
    const GateRun &run = m_state.gates.at(gate);
    const QString id = plan().gates.at(gate).id;
    const bool approved = request.action == Action::Approve;
    QJsonObject data = byPerson(request.note);
    if (request.action == Action::Retry) {
        data.insert(u"reason"_s, u"person"_s);
        return happen(EventType::GateClosed, id, data); // and then it is checked anew
    }
    if (!run.proposal.isEmpty()) {
        if (approved) {
            data = run.proposal;
            data.insert(u"by"_s, u"person"_s);
        }
        return happen(approved ? EventType::FixAccepted : EventType::FixRefused, id, data);
    }
    if (!request.issues.isEmpty())
        data.insert(u"issues"_s, request.issues);
    happen(approved ? EventType::ApprovalGiven : EventType::ApprovalRefused, id, data);
}

/// Requests go from the inbox when what follows from them is in the journal, or when they are refused. What comes when the
/// run has ended waits for the next resume.
void Runner::takeRequests()
{
    m_postponed = false;
    const bool isHeldUp = std::exchange(m_retaking, false);
    if (!m_begun || (!m_state.isRunning() && m_queue.empty()))
        return;
    const InboxContents contents = readInbox(m_folder.path());
    for (const QString &sentence : contents.refused)
        emit warned(sentence);
    for (const Request &request : contents.requests) {
        if (isFree(request))
            take(request);
    }
    if (!m_open.isEmpty())
        settleLater();
    if (isHeldUp)
        work();
}

/// One request at a time about each subject: what the next may do depends on what became of the one before.
bool Runner::isFree(const Request &request) const
{
    const auto isSame = [&](const Request &other) { return other.file == request.file; };
    return std::none_of(m_open.cbegin(), m_open.cend(), isSame);
}

void Runner::take(const Request &request)
{
    const auto isAboutTheSame = [&](const Request &other) { return other.subject == request.subject; };
    const int task = plan().indexOfTask(request.subject);
    const bool isDone = request.action == Action::Approve || request.action == Action::Refuse;
    const bool isPersons = isDone && task >= 0 && plan().tasks.at(task).isHuman && m_state.tasks.at(task).state == TaskState::Active;
    // Whether there is a process to go on with is known when its end was read.
    const bool isEnding = request.action == Action::Resolve && m_driver->hasEnded(request.subject);
    const bool isLookedAt = isPersons && !m_driver->awaitsAnswer(request.subject);
    if (isEnding || isLookedAt || std::any_of(m_open.cbegin(), m_open.cend(), isAboutTheSame)) {
        m_postponed = true;
        return;
    }
    m_open.append(request);
    const Result<void> answered = answer(request);
    if (answered)
        return;
    m_open.removeOne(request);
    emit warned(answered.error().message);
    removeRequest(request);
}

void Runner::settleRequests(const Event &event)
{
    const auto isSettled = [&](const Request &request) {
        const QString &subject = request.subject.isEmpty() ? m_state.runId : request.subject;
        if (subject != event.subject || !follows(event.type, request.action))
            return false;
        removeRequest(request);
        return true;
    };
    m_open.removeIf(isSettled);
    if (!std::exchange(m_postponed, false))
        return;
    m_retaking = true;
    QTimer::singleShot(0, this, &Runner::takeRequests);
}

void Runner::settleLater()
{
    if (!std::exchange(m_settling, true))
        QTimer::singleShot(0, this, &Runner::settleTheRest);
}

/// Nothing followed from what is still open, unless its files are being looked at: things had moved on before its turn.
void Runner::settleTheRest()
{
    m_settling = false;
    if (m_broken)
        return;
    if (!m_queue.empty())
        return settleLater();
    const qsizetype dropped = m_open.removeIf([this](const Request &request) {
        const int task = plan().indexOfTask(request.subject);
        if (task >= 0 && plan().tasks.at(task).isHuman && m_state.tasks.at(task).state == TaskState::Active)
            return false;
        removeRequest(request);
        if (!request.subject.isEmpty() && request.subject != m_state.runId)
            emit warned(tr("The answer to “%1” came too late: things have moved on.").arg(request.subject));
        return true;
    });
    if (dropped > 0 && m_postponed)
        takeRequests();
}

void Runner::tellPeople(const Event &event)
{
    settleRequests(event);
    const QString &id = event.subject;
    const bool isAsked = m_state.settings.approve != ApproveMode::All;
    switch (event.type) {
    case EventType::ApprovalRequested:
        if (isAsked && plan().indexOfGate(id) >= 0)
            emit needsPerson(id, tr("The gate “%1” waits for your decision.").arg(id));
        else if (isAsked)
            emit needsPerson(id, tr("“%1” waits for your approval to start.").arg(id));
        break;
    case EventType::FixProposed:
        if (isAsked)
            emit needsPerson(id, tr("The gate “%1” has failed. A fix phase is proposed.").arg(id));
        break;
    case EventType::WorkerActive:
        if (const int task = plan().indexOfTask(id); isAsked && task >= 0 && plan().tasks.at(task).isHuman && !m_state.settings.simulate)
            emit needsPerson(id, tr("“%1” is for a person to do.").arg(id));
        break;
    case EventType::WorkerBlocked:
        if (const int task = plan().indexOfTask(id); task >= 0 && !m_state.tasks.at(task).suspended)
            emit needsPerson(id, tr("“%1” is blocked: %2").arg(id, m_state.tasks.value(plan().indexOfTask(id)).reason));
        break;
    default: break; // nothing that anybody is asked
    }
}

} // namespace baton
