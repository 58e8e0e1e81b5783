// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/books.h"

#include "model/run/decisions.h"
#include "model/run/gatecheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

using NeedState = Books::NeedState;

enum Flag : quint8 {
    Ended = 1,   ///< COMPLETE, SKIPPED, CANCELLED, or FAILED with no retry due.
    Well = 2,    ///< COMPLETE or SKIPPED.
    Bad = 4,     ///< Ended, but not well.
    Running = 8, ///< STARTING, ACTIVE or BLOCKED.
    IsPending = 16,
    Moved = 32,    ///< Neither PENDING nor SKIPPED.
    Asked = 64,    ///< READY, its launch waits for a person.
    Offered = 128, ///< Could start as far as it is concerned.
};

quint8 flagsOf(const TaskRun &run)
{
    switch (run.state) {
    case TaskState::Pending:
        return IsPending;
    case TaskState::Ready:
        return Moved | (run.awaitsApproval && !run.approved && !run.refused ? Asked : 0);
    case TaskState::Starting:
    case TaskState::Active:
    case TaskState::Blocked:
        return Moved | Running;
    case TaskState::Complete:
        return Moved | Ended | Well;
    case TaskState::Failed:
        return Moved | (run.retryAt ? 0 : Ended | Bad);
    case TaskState::Skipped:
        return Ended | Well;
    case TaskState::Cancelled:
        return Moved | Ended | Bad;
    }
    return 0;
}

int step(quint8 before, quint8 after, Flag flag)
{
    return (after & flag ? 1 : 0) - (before & flag ? 1 : 0);
}

bool takesBranch(const PlanNeed &need, const PlanTask &source, const TaskRun &run)
{
    if (need.when.isEmpty())
        return true;
    const auto fits = [&](const QString &label) {
        if (label != "default"_L1)
            return endedWith(run, label);
        return std::none_of(source.branches.cbegin(), source.branches.cend(),
                            [&](const QString &other) { return endedWith(run, other); });
    };
    return std::any_of(need.when.cbegin(), need.when.cend(), fits);
}

/// Of a FAILED task that was made good. Where the repair names no outcome, nobody knows which branches are not the right ones.
NeedState behindMended(const PlanNeed &need, const PlanTask &source, const TaskRun &mend)
{
    if (takesBranch(need, source, mend))
        return NeedState::Taken;
    return mend.outcome.isEmpty() && !mend.verdict ? NeedState::Lost : NeedState::Refused;
}

} // namespace

void Bookkeeper::rebuild()
{
    clear();
    for (int i = 0; i < m_plan.tasks.size(); ++i)
        taskChanged(i);
    for (int i = 0; i < m_plan.gates.size(); ++i)
        gateChanged(i);
    for (int i = 0; i < m_plan.phases.size(); ++i)
        m_dirtyPhases.append(i);
    refreshPhases();
    for (int i = 0; i < m_plan.tasks.size(); ++i)
        reconsider(i);
    for (int i = 0; i < m_plan.gates.size(); ++i)
        reconsiderGate(i);
    refreshStuck();
}

/// As if nothing had happened yet: every task PENDING, every gate CLOSED.
void Bookkeeper::clear()
{
    const PlanLinks &links = m_plan.links;
    m_books = Books();
    m_books.tasks.resize(m_plan.tasks.size());
    m_books.needs.resize(links.needs.itemCount(), NeedState::Waiting);
    m_books.gates.resize(m_plan.gates.size());
    m_books.gatePassed.resize(m_plan.gates.size(), 0);
    m_books.phases.resize(m_plan.phases.size());
    m_books.groups.resize(links.ownerConflicts.size());
    for (IndexSet *set : {&m_books.unfinished, &m_books.resets, &m_books.decisions, &m_books.startable})
        set->reset(m_plan.tasks.size());
    clearGovernors();
    m_books.gateDecisions.reset(m_plan.gates.size());
    m_books.restarts.reset(m_plan.gates.size());
    m_books.rounds.reset(m_plan.phases.size());
    for (int i = 0; i < m_plan.tasks.size(); ++i) {
        m_books.tasks[i].waiting = int(m_plan.tasks.at(i).needs.size());
        m_books.tasks[i].flags = IsPending;
        m_books.unfinished.insert(i);
        m_books.count[size_t(TaskState::Pending)] += m_plan.tasks.at(i).superseded ? 0 : 1;
    }
    for (int i = 0; i < m_plan.gates.size(); ++i) {
        const PlanGate &gate = m_plan.gates.at(i);
        Books::OfGate &book = m_books.gates[i];
        book.unended = book.pending = int(gate.scope.size());
        book.notSkipped = int(gate.needs.size());
        for (const PlanNeed &need : gate.needs)
            book.gates += need.gate >= 0 ? 1 : 0;
    }
    for (int i = 0; i < m_plan.phases.size(); ++i) {
        const PlanPhase &phase = m_plan.phases.at(i);
        Books::OfPhase &book = m_books.phases[i];
        book.unended = book.notWell = int(phase.tasks.size());
        book.gates = int(phase.gates.size());
        book.before = int(phase.after.size());
        book.settled = phase.repeatMax <= 1;
    }
}

void Bookkeeper::clearGovernors()
{
    const QList<Governor> &governors = m_state.settings.governors;
    QHash<QString, int> byCall;
    for (int i = 0; i < governors.size(); ++i) {
        for (const QString &call : governors.at(i).calls)
            byCall.insert(call, i);
    }
    m_books.governorOf.fill(-1, m_plan.tasks.size());
    m_books.governors.resize(governors.size());
    for (Books::OfGovernor &governor : m_books.governors)
        governor.startable.reset(m_plan.tasks.size());
    for (int i = 0; !byCall.isEmpty() && i < m_plan.tasks.size(); ++i) {
        if (const QString call = callOf(m_plan.tasks.at(i).executor); !call.isEmpty())
            m_books.governorOf[i] = qint8(byCall.value(call, -1));
    }
}

void Bookkeeper::taskChanged(int task)
{
    const TaskRun &run = m_state.tasks.at(task);
    Books::OfTask &book = m_books.tasks[task];
    if (book.stuck && run.state != TaskState::Pending)
        setStuck(task, false);
    const TaskState stateBefore = book.counted;
    const quint8 before = book.flags & ~Offered;
    const quint8 after = flagsOf(run);
    book.flags = quint8(after | (book.flags & Offered));
    book.counted = run.state;
    countState(task, stateBefore, run.state);
    m_books.asked += step(before, after, Asked);
    if (before != after) {
        m_books.unfinished.set(task, !(after & Ended));
        if (!m_plan.tasks.at(task).superseded) {
            countInGates(task, before, after);
            countInPhase(task, before, after);
        }
        if (const int running = step(before, after, Running))
            countOwners(task, running);
        countWave(task, before, after);
    }
    refreshDeadline(task);
    if ((before | after) & (Well | Bad)) {
        refreshEdges(m_plan.links.edgesOfTask.of(task));
        if (const int mended = m_state.extended ? mendedTask(m_plan, task) : -1; mended >= 0)
            refreshEdges(m_plan.links.edgesOfTask.of(mended)); // What waits for that one may go on.
        for (const int validation : m_plan.links.revalidated.of(task))
            refreshEdges(m_plan.links.edgesOfTask.of(validation)); // Another branch may be the right one now.
        for (const int phase : m_plan.links.repeatsOnTask.of(task))
            m_dirtyPhases.append(phase);
    }
    m_dirtyTasks.append(task);
    refreshPhases();
    refreshStuck();
    reconsider(task);
}

void Bookkeeper::countState(int task, TaskState before, TaskState after)
{
    const PlanTask &planned = m_plan.tasks.at(task);
    const auto count = [&](TaskState state, int by) {
        if (!planned.superseded)
            m_books.count[size_t(state)] += by;
        if (state != TaskState::Starting && state != TaskState::Active)
            return;
        (planned.isHuman ? m_books.humans : m_books.takenSlots) += by;
        if (const int governor = m_books.governorOf.at(task); governor >= 0) {
            m_books.governors[governor].inFlight += by;
            m_books.governors[governor].planned += by * planned.plannedTokens;
        }
    };
    count(before, -1);
    count(after, 1);
}

void Bookkeeper::countInGates(int task, quint8 before, quint8 after)
{
    const bool skippedBefore = (before & Ended) && !(before & Moved);
    const bool skippedAfter = (after & Ended) && !(after & Moved);
    for (const int gate : m_plan.links.gatesOfTask.of(task)) {
        Books::OfGate &book = m_books.gates[gate];
        book.unended -= step(before, after, Ended);
        book.running += step(before, after, Running);
        book.pending += step(before, after, IsPending);
        if (m_plan.gates.at(gate).phase < 0)
            book.notSkipped += int(skippedBefore) - int(skippedAfter);
        reconsiderGate(gate);
    }
}

void Bookkeeper::countInPhase(int task, quint8 before, quint8 after)
{
    const int phase = m_plan.tasks.at(task).phase;
    if (phase < 0)
        return;
    Books::OfPhase &book = m_books.phases[phase];
    book.unended -= step(before, after, Ended);
    book.notWell -= step(before, after, Well);
    book.failed += step(before, after, Bad);
    book.moved += step(before, after, Moved);
    book.running += step(before, after, Running);
    m_dirtyPhases.append(phase);
    if (const int gate = m_plan.phases.at(phase).fixesGate; gate >= 0) {
        refreshFate(gate);
        reconsiderGate(gate);
    }
}

void Bookkeeper::countOwners(int task, int by)
{
    const int group = m_plan.links.ownerGroup.at(task);
    if (group < 0)
        return;
    for (const int other : m_plan.links.ownerConflicts.at(group)) {
        Books::OfGroup &book = m_books.groups[other];
        const bool wasFree = book.holders == 0;
        book.holders += by;
        if (wasFree == (book.holders == 0))
            continue;
        for (const QList<int> &ranks : std::as_const(book.ready))
            setStartable(ranks.constFirst(), book.holders == 0);
    }
}

void Bookkeeper::countWave(int task, quint8 before, quint8 after)
{
    const auto isLive = [](quint8 flags) { return (flags & Moved) && !(flags & Ended); };
    if (!m_plan.contents.info.waveBarrier || isLive(before) == isLive(after))
        return;
    const int wave = m_plan.links.wave.at(task);
    int &live = m_books.liveWaves[wave];
    live += isLive(after) ? 1 : -1;
    if (live == 0)
        m_books.liveWaves.remove(wave);
}

void Bookkeeper::refreshEdges(std::span<const PlanEdge> edges)
{
    for (const PlanEdge edge : edges)
        refreshEdge(edge);
}

void Bookkeeper::refreshEdge(PlanEdge edge)
{
    const PlanTask &task = m_plan.tasks.at(edge.task);
    const PlanNeed &need = task.needs.at(edge.need);
    NeedState now = NeedState::Waiting;
    if (need.gate >= 0) {
        now = m_books.gates.at(need.gate).lost ? NeedState::Lost : NeedState(m_books.gatePassed.at(need.gate));
    } else {
        const PlanTask &source = m_plan.tasks.at(need.task);
        const TaskRun &run = m_state.tasks.at(need.task);
        // Who stands outside a repeated phase waits for its last round; only what is superseded itself can still
        // point at an earlier one.
        const bool isFinal = source.phase < 0 || source.phase == task.phase ||
                             (!source.superseded && m_books.phases.at(source.phase).settled);
        if (isFinal && run.state == TaskState::Skipped) {
            now = NeedState::Skipped;
        } else if (isFinal && run.state == TaskState::Complete) {
            const TaskRun &said = m_state.tasks.at(latestInstance(m_plan, m_state, need.task));
            now = takesBranch(need, source, said) ? NeedState::Taken : NeedState::Refused;
        } else if (isFinal && (flagsOf(run) & Bad || m_books.tasks.at(need.task).stuck)) {
            const int mend = madeGoodBy(m_plan, m_state, need.task);
            now = mend < 0 ? NeedState::Lost : behindMended(need, source, m_state.tasks.at(mend));
        }
    }
    NeedState &known = m_books.needs[m_plan.links.needs.offset(edge.task) + edge.need];
    if (known == now) {
        if (!m_plan.links.holds.of(edge.task).empty())
            reconsider(edge.task); // The verdict may be another with which the branch is taken.
        return;
    }
    Books::OfTask &book = m_books.tasks[edge.task];
    const auto count = [&](NeedState state, int by) {
        if (state == NeedState::Waiting || state == NeedState::Lost)
            book.waiting += by;
        if (state == NeedState::Lost)
            book.lost += by;
        if (state == NeedState::Taken)
            book.taken += by;
        if (state == NeedState::Skipped)
            book.skipped += by;
    };
    count(known, -1);
    count(now, 1);
    known = now;
    m_dirtyTasks.append(edge.task);
    reconsider(edge.task);
}

/// By a list of its own rather than by recursion: a failure at the head of a long chain loses all of it.
void Bookkeeper::refreshStuck()
{
    while (!m_dirtyTasks.isEmpty()) {
        refreshStuck(m_dirtyTasks.takeLast());
        refreshPhases();
    }
}

void Bookkeeper::refreshStuck(int task)
{
    const Books::OfTask &book = m_books.tasks.at(task);
    const qsizetype refused = m_plan.tasks.at(task).needs.size() - book.waiting - book.taken - book.skipped;
    const bool isStuck = m_state.tasks.at(task).state == TaskState::Pending && book.counted == TaskState::Pending &&
                         book.lost > 0 && book.lost == book.waiting && refused == 0;
    if (isStuck != book.stuck)
        setStuck(task, isStuck);
}

void Bookkeeper::setStuck(int task, bool isStuck)
{
    m_books.tasks[task].stuck = isStuck;
    const int by = isStuck ? -1 : 1;
    if (!m_plan.tasks.at(task).superseded) {
        for (const int gate : m_plan.links.gatesOfTask.of(task)) {
            m_books.gates[gate].unended += by;
            m_books.gates[gate].pending += by;
            reconsiderGate(gate);
        }
        if (const int phase = m_plan.tasks.at(task).phase; phase >= 0) {
            m_books.phases[phase].unended += by;
            m_books.phases[phase].stuck -= by;
            m_dirtyPhases.append(phase);
            if (const int gate = m_plan.phases.at(phase).fixesGate; gate >= 0) {
                refreshFate(gate);
                reconsiderGate(gate);
            }
        }
    }
    refreshEdges(m_plan.links.edgesOfTask.of(task));
}

/// A failed gate that nothing mends any more loses what needs it; one that may still be mended holds branches.
void Bookkeeper::refreshFate(int gate)
{
    if (const bool may = mayBeMended(m_plan, m_state, gate); may != m_books.gates.at(gate).mayBeMended) {
        m_books.gates[gate].mayBeMended = may;
        for (const int task : m_plan.links.heldTasks.of(gate))
            reconsider(task);
    }
    const GateRun &run = m_state.gates.at(gate);
    const auto phases = m_plan.links.fixPhases.of(gate);
    const bool isAtRest = run.state == GateState::Failed && run.restarts.isEmpty() && !run.wantsFix && run.proposal.isEmpty();
    const bool isLost = isAtRest && std::all_of(phases.begin(), phases.end(), [this](int phase) {
        return m_books.phases.at(phase).unended == 0;
    });
    if (isLost == m_books.gates.at(gate).lost)
        return;
    m_books.gates[gate].lost = isLost;
    refreshEdges(m_plan.links.edgesOfGate.of(gate));
}

void Bookkeeper::refreshPhases()
{
    while (!m_dirtyPhases.isEmpty())
        refreshPhase(m_dirtyPhases.takeLast());
}

void Bookkeeper::refreshPhase(int index)
{
    const PlanPhase &phase = m_plan.phases.at(index);
    Books::OfPhase &book = m_books.phases[index];
    const bool isOpen = book.before == 0 && (phase.fixesGate < 0 || book.moved > 0 ||
                                             m_state.gates.at(phase.fixesGate).state == GateState::Failed);
    const bool isClosed = isOpen && (phase.gates.isEmpty() ? book.notWell == 0 : book.gates == 0);
    const bool untilHolds = phase.untilTask >= 0 &&
                            m_state.tasks.at(phase.untilTask).state == TaskState::Complete &&
                            endedWith(m_state.tasks.at(phase.untilTask), phase.untilLabel);
    const bool isSettled = phase.round >= phase.repeatMax || book.failed > 0 || untilHolds ||
                           (book.unended == 0 && (book.moved == 0 || book.stuck > 0));
    m_books.rounds.set(index, isOpen && !isSettled && book.unended == 0);
    if (isSettled != book.settled) {
        book.settled = isSettled;
        for (const int task : phase.tasks)
            refreshEdges(m_plan.links.edgesOfTask.of(task));
    }
    if (isClosed != book.closed) {
        book.closed = isClosed;
        for (const int after : m_plan.links.phasesAfter.of(index)) {
            m_books.phases[after].before += isClosed ? -1 : 1;
            m_dirtyPhases.append(after);
        }
    }
    if (isOpen != book.open) {
        book.open = isOpen;
        for (const int task : phase.tasks)
            reconsider(task);
    }
    for (const int gate : phase.gates)
        reconsiderGate(gate);
}

void Bookkeeper::gateChanged(int gate)
{
    const GateState state = m_state.gates.at(gate).state;
    const quint8 passed = state == GateState::Passed ? 1 : state == GateState::Skipped ? 2 : 0;
    const quint8 before = std::exchange(m_books.gatePassed[gate], passed);
    if (before != passed) {
        const int by = int(before == 0) - int(passed == 0); // 1 when it has opened.
        for (const int sync : m_plan.links.gatesOfGate.of(gate)) {
            m_books.gates[sync].gates -= by;
            m_books.gates[sync].notSkipped += int(before == 2) - int(passed == 2);
            reconsiderGate(sync);
        }
        if (const int phase = m_plan.gates.at(gate).phase; phase >= 0) {
            m_books.phases[phase].gates -= by;
            m_dirtyPhases.append(phase);
        }
        refreshEdges(m_plan.links.edgesOfGate.of(gate));
    }
    refreshFate(gate);
    for (const int phase : m_plan.links.fixPhases.of(gate)) {
        m_dirtyPhases.append(phase);
        for (const int task : m_plan.phases.at(phase).tasks)
            reconsider(task);
    }
    refreshPhases();
    refreshStuck();
    reconsiderGate(gate);
}

void Bookkeeper::refreshDeadline(int task)
{
    const TaskRun &run = m_state.tasks.at(task);
    Books::OfTask &book = m_books.tasks[task];
    const qint64 deadline = deadlineOf(m_plan.tasks.at(task), run);
    const bool isRetry = run.state == TaskState::Failed && deadline;
    if (deadline == book.deadline && isRetry == book.retries)
        return;
    if (book.deadline)
        m_books.deadlines.remove({book.deadline, task});
    if (deadline)
        m_books.deadlines.insert({deadline, task}, true);
    m_books.retries += int(isRetry) - int(book.retries);
    book.retries = isRetry;
    book.deadline = deadline;
}

void Bookkeeper::reconsider(int task)
{
    const TaskDecision decision = decisionOnTask(m_plan, m_state, task);
    m_books.resets.set(task, decision == TaskDecision::Reset);
    m_books.decisions.set(task, decision != TaskDecision::None && decision != TaskDecision::Reset &&
                                    decision != TaskDecision::Start);
    offer(task, decision == TaskDecision::Start);
}

void Bookkeeper::offer(int task, bool isStartable)
{
    Books::OfTask &book = m_books.tasks[task];
    if (isStartable == bool(book.flags & Offered))
        return;
    book.flags ^= Offered;
    const int rank = m_plan.links.rank.at(task);
    const int group = m_plan.links.ownerGroup.at(task);
    if (group < 0) {
        setStartable(rank, isStartable);
        return;
    }
    // The first of each kind: one that waits for a limit or a slot holds none of the others up.
    Books::OfGroup &owners = m_books.groups[group];
    const int kind = m_plan.tasks.at(task).isHuman ? -2 : m_books.governorOf.at(task);
    QList<int> &ranks = owners.ready[kind];
    if (owners.holders == 0 && !ranks.isEmpty())
        setStartable(ranks.constFirst(), false);
    const auto place = std::lower_bound(ranks.begin(), ranks.end(), rank);
    if (isStartable)
        ranks.insert(place, rank);
    else
        ranks.erase(place);
    if (ranks.isEmpty())
        owners.ready.remove(kind);
    else if (owners.holders == 0)
        setStartable(ranks.constFirst(), true);
}

void Bookkeeper::setStartable(int rank, bool isStartable)
{
    const int governor = m_books.governorOf.at(m_plan.links.taskOfRank.at(rank));
    (governor < 0 ? m_books.startable : m_books.governors[governor].startable).set(rank, isStartable);
}

void Bookkeeper::reconsiderGate(int gate)
{
    const GateRun &run = m_state.gates.at(gate);
    Books::OfGate &book = m_books.gates[gate];
    m_books.gateDecisions.set(gate, decisionOnGate(m_plan, m_state, gate) != GateDecision::None);
    m_books.restarts.set(gate, run.state == GateState::Failed && !run.restarts.isEmpty());
    const bool waits =
        (run.state == GateState::Checking && run.awaitsApproval && !run.approved && !run.refused) ||
        (run.state == GateState::Failed && !run.proposal.isEmpty());
    m_books.gatesWaiting += int(waits) - int(book.waits);
    book.waits = waits;
}

} // namespace baton
