// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/rundriver.h"

#include "model/run/books.h"

using namespace Qt::StringLiterals;

namespace baton::test {

RunDriver::RunDriver(const Contents &contents)
{
    Result<RunPlan> compiled = compile(contents);
    if (compiled)
        plan = *compiled;
    else
        failures += compiled.error().message;
    state = initialState(plan);
}

void RunDriver::start(const RunSettings &settings)
{
    record(EventType::RunStarted, u"run-1"_s, settings.toJson());
}

void RunDriver::record(EventType type, const QString &subject, const QJsonObject &data)
{
    Event event{state.seq + 1, now, subject, type, data};
    Turn turn = advance(plan, std::move(state), event);
    state = std::move(turn.state);
    events.append(event);
    check(event);
    settle(turn.commands);
}

void RunDriver::settle(QList<RunCommand> commands)
{
    wakeAt = 0;
    for (int i = 0; !commands.isEmpty(); ++i) {
        const RunCommand command = commands.takeFirst();
        if (const auto *start = std::get_if<StartTask>(&command))
            started += planOf(plan, state).tasks.at(start->task).id;
        else if (const auto *stop = std::get_if<StopTask>(&command))
            stopped += planOf(plan, state).tasks.at(stop->task).id;
        else if (const auto *wake = std::get_if<WakeAt>(&command))
            wakeAt = wake->time;
        if (const auto *decided = std::get_if<RecordEvent>(&command)) {
            Event event{state.seq + 1, now, decided->subject, decided->type, decided->data};
            const int refused = state.refusedEvents;
            Turn turn = advance(plan, std::move(state), event);
            state = std::move(turn.state);
            events.append(event);
            check(event);
            if (state.refusedEvents != refused) {
                failures += u"decided what cannot be: "_s + state.refusals.constLast();
                return;
            }
            if (!commands.isEmpty() || i > 100'000) {
                failures += u"a decision that does not stand alone, or no end of them"_s;
                return;
            }
            commands = turn.commands;
        }
    }
}

void RunDriver::check(const Event &event)
{
    if (state.status == RunStatus::Planned || state.tasks.size() > 200)
        return;
    RunState counted = state;
    Bookkeeper(planOf(plan, state), counted).rebuild();
    if (counted.books != state.books)
        failures += u"the books are wrong after event %1, %2 of %3"_s.arg(event.seq).arg(nameOf(event.type),
                                                                                         event.subject);
}

void RunDriver::wait(qint64 milliseconds)
{
    const qint64 until = now + milliseconds;
    while (wakeAt && wakeAt <= until) {
        now = qMax(now, wakeAt);
        settle(next(plan, state, now));
    }
    now = until;
}

void RunDriver::begin(const QString &id)
{
    if (task(id).state == TaskState::Starting)
        record(EventType::WorkerActive, id);
}

void RunDriver::complete(const QString &id, const QString &outcome)
{
    begin(id);
    if (!outcome.isEmpty())
        record(EventType::WorkerOutcome, id, {{u"outcome"_s, outcome}});
    record(EventType::WorkerComplete, id);
}

void RunDriver::approve(const QString &id)
{
    begin(id);
    record(EventType::WorkerVerdict, id, {{u"verdict"_s, u"approved"_s}, {u"issues"_s, QJsonArray()}});
    record(EventType::WorkerComplete, id);
}

void RunDriver::reject(const QString &id, const QJsonArray &issues)
{
    begin(id);
    record(EventType::WorkerVerdict, id, {{u"verdict"_s, u"rejected"_s}, {u"issues"_s, issues}});
    record(EventType::WorkerComplete, id);
}

void RunDriver::fail(const QString &id, const QString &reason)
{
    begin(id);
    record(EventType::WorkerFailed, id, {{u"reason"_s, reason}});
}

const PlanTask &RunDriver::planned(const QString &id) const
{
    const RunPlan &now_ = planOf(plan, state);
    Q_ASSERT_X(now_.indexOfTask(id) >= 0, "RunDriver", qPrintable(id));
    return now_.tasks.at(now_.indexOfTask(id));
}

const TaskRun &RunDriver::task(const QString &id) const
{
    const int index = planOf(plan, state).indexOfTask(id);
    Q_ASSERT_X(index >= 0, "RunDriver", qPrintable(id));
    return state.tasks.at(index);
}

const GateRun &RunDriver::gate(const QString &id) const
{
    const int index = plan.indexOfGate(id);
    Q_ASSERT_X(index >= 0, "RunDriver", qPrintable(id));
    return state.gates.at(index);
}

QStringList RunDriver::in(TaskState wanted) const
{
    QStringList ids;
    for (qsizetype i = 0; i < state.tasks.size(); ++i) {
        if (state.tasks.at(i).state == wanted)
            ids += planOf(plan, state).tasks.at(i).id;
    }
    return ids;
}

QStringList RunDriver::running() const
{
    return in(TaskState::Starting) + in(TaskState::Active);
}

int RunDriver::countOf(EventType type, const QString &subject) const
{
    return int(std::count_if(events.cbegin(), events.cend(), [&](const Event &event) {
        return event.type == type && event.subject == subject;
    }));
}

RunState RunDriver::replayed() const
{
    RunState replay = initialState(plan);
    for (const Event &event : events)
        replay = apply(plan, std::move(replay), event);
    return replay;
}

} // namespace baton::test
