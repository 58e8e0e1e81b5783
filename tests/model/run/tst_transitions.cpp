// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/advance.h"
#include "model/run/transitions.h"

#include "tests/support/plans.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

/// Walks the state machines: every pair of states, every event in every state.
class TestTransitions : public QObject
{
    Q_OBJECT

private slots:
    void theTableIsTheOneOfTheDesign();
    void everyEventInEveryTaskStateDoesWhatTheTableSays_data();
    void everyEventInEveryTaskStateDoesWhatTheTableSays();
    void everyEventInEveryGateStateDoesWhatTheTableSays_data();
    void everyEventInEveryGateStateDoesWhatTheTableSays();
    void aFailedTaskIsCancelledOnlyWhileARetryIsDue();
    void aBlockedTaskGoesOnWhereItsProcessIs();
    void whatAClusterKeepsBackHasYetToBeginAfterwards();
};

namespace {

RunPlan plan()
{
    Contents contents = chain({u"t"_s});
    Gate gate;
    gate.id = u"g"_s;
    gate.needs = {u"t"_s};
    add(contents, gate);
    return *compile(contents);
}

RunState after(const RunPlan &plan, const QList<RecordEvent> &events)
{
    RunState state = initialState(plan);
    qint64 seq = 0;
    for (const RecordEvent &event : events)
        state = apply(plan, std::move(state), {++seq, 1000 * seq, event.subject, event.type, event.data});
    return state;
}

/// The shortest way to a state.
QList<RecordEvent> wayTo(TaskState state)
{
    using enum EventType;
    QList<EventType> types;
    switch (state) {
    case TaskState::Pending:
        break;
    case TaskState::Ready:
        types = {WorkerReady};
        break;
    case TaskState::Starting:
        types = {WorkerReady, WorkerStarted};
        break;
    case TaskState::Active:
        types = {WorkerReady, WorkerStarted, WorkerActive};
        break;
    case TaskState::Blocked:
        types = {WorkerReady, WorkerStarted, WorkerActive, WorkerBlocked};
        break;
    case TaskState::Complete:
        types = {WorkerReady, WorkerStarted, WorkerActive, WorkerComplete};
        break;
    case TaskState::Failed:
        types = {WorkerReady, WorkerStarted, WorkerFailed};
        break;
    case TaskState::Skipped:
        types = {WorkerSkipped};
        break;
    case TaskState::Cancelled:
        types = {WorkerCancelled};
        break;
    }
    QList<RecordEvent> events{{RunStarted, u"r"_s, {}}};
    for (const EventType type : types)
        events.append({type, u"t"_s, {}});
    return events;
}

QList<RecordEvent> wayTo(GateState state)
{
    using enum EventType;
    QList<RecordEvent> events{{RunStarted, u"r"_s, {}}};
    if (state == GateState::Skipped)
        events.append({GateSkipped, u"g"_s, {}});
    else if (state != GateState::Closed)
        events.append({GateChecking, u"g"_s, {}});
    if (state == GateState::Passed || state == GateState::Failed)
        events.append({state == GateState::Passed ? GatePassed : GateFailed, u"g"_s, {}});
    return events;
}

constexpr std::array movingEvents{
    EventType::WorkerReady,   EventType::WorkerStarted,   EventType::WorkerActive,
    EventType::WorkerBlocked, EventType::WorkerUnblocked, EventType::WorkerComplete,
    EventType::WorkerFailed,  EventType::WorkerRetry,     EventType::WorkerReset,
    EventType::WorkerSkipped, EventType::WorkerCancelled};
constexpr std::array gateEvents{EventType::GateChecking, EventType::GatePassed, EventType::GateFailed,
                                EventType::GateSkipped, EventType::GateClosed};

} // namespace

void TestTransitions::theTableIsTheOneOfTheDesign()
{
    // runs.md, "Task states", written out again; READY → PENDING is what "what is behind it goes to PENDING
    // too" comes to for a task that had not started yet.
    const QSet<QString> allowed{
        u"PENDING READY"_s,     u"PENDING SKIPPED"_s, u"READY STARTING"_s,     u"STARTING ACTIVE"_s,
        u"STARTING FAILED"_s,   u"ACTIVE BLOCKED"_s,  u"BLOCKED ACTIVE"_s,     u"BLOCKED READY"_s,
        u"ACTIVE COMPLETE"_s,   u"ACTIVE FAILED"_s,   u"BLOCKED FAILED"_s,     u"FAILED READY"_s,
        u"COMPLETE PENDING"_s,  u"FAILED PENDING"_s,  u"SKIPPED PENDING"_s,    u"READY PENDING"_s,
        u"PENDING CANCELLED"_s, u"READY CANCELLED"_s, u"STARTING CANCELLED"_s, u"ACTIVE CANCELLED"_s,
        u"BLOCKED CANCELLED"_s, u"FAILED CANCELLED"_s,   u"STARTING BLOCKED"_s,   u"BLOCKED STARTING"_s}; // the last two: kept back by a cluster
    int pairs = 0;
    for (const auto &from : EnumNames<TaskState>::values) {
        for (const auto &to : EnumNames<TaskState>::values) {
            ++pairs;
            const bool inTable =
                std::any_of(taskTransitions.begin(), taskTransitions.end(),
                            [&](const auto &row) { return row.from == from.value && row.to == to.value; });
            const QString pair = QString::fromLatin1(from.name) + u' ' + QString::fromLatin1(to.name);
            QVERIFY2(inTable == allowed.contains(pair), qPrintable(pair));
        }
    }
    QCOMPARE(pairs, 81);
}

void TestTransitions::everyEventInEveryTaskStateDoesWhatTheTableSays_data()
{
    QTest::addColumn<TaskState>("from");
    for (const auto &named : EnumNames<TaskState>::values)
        QTest::newRow(named.name) << named.value;
}

void TestTransitions::everyEventInEveryTaskStateDoesWhatTheTableSays()
{
    QFETCH(TaskState, from);
    const RunPlan plan = ::plan();
    const RunState before = after(plan, wayTo(from));
    QCOMPARE(before.tasks.first().state, from);
    QCOMPARE(before.refusals, QStringList());
    for (const EventType type : movingEvents) {
        const bool isKeptBack = from == TaskState::Starting && type == EventType::WorkerBlocked; // what only a cluster can say
        const Event event{100, 100'000, u"t"_s, type, isKeptBack ? QJsonObject{{executorsOwn, QJsonObject{{u"waits"_s, true}}}} : QJsonObject()};
        const RunState state = apply(plan, before, event);
        QStringList targets;
        for (const auto &row : taskTransitions) {
            const bool needsRetry = from == TaskState::Failed && type == EventType::WorkerCancelled;
            if (row.from == from && row.event == type && !needsRetry)
                targets += nameOf(row.to);
        }
        if (targets.isEmpty()) {
            QCOMPARE(state.tasks, before.tasks);
            QCOMPARE(state.refusedEvents, 1);
            QVERIFY(!refusalOf(plan, before, event).isEmpty());
        } else {
            QVERIFY2(targets.contains(nameOf(state.tasks.first().state)), qPrintable(nameOf(type)));
            QCOMPARE(state.refusals, QStringList());
            QCOMPARE(refusalOf(plan, before, event), QString());
        }
    }
}

void TestTransitions::everyEventInEveryGateStateDoesWhatTheTableSays_data()
{
    QTest::addColumn<GateState>("from");
    for (const auto &named : EnumNames<GateState>::values)
        QTest::newRow(named.name) << named.value;
}

void TestTransitions::everyEventInEveryGateStateDoesWhatTheTableSays()
{
    QFETCH(GateState, from);
    const RunPlan plan = ::plan();
    const RunState before = after(plan, wayTo(from));
    QCOMPARE(before.gates.first().state, from);
    for (const EventType type : gateEvents) {
        const RunState state = apply(plan, before, {100, 100'000, u"g"_s, type, {}});
        const auto row = std::find_if(gateTransitions.begin(), gateTransitions.end(),
                                      [&](const auto &r) { return r.from == from && r.event == type; });
        const bool isAllowed = row != gateTransitions.end();
        QCOMPARE(state.gates.first().state, isAllowed ? row->to : from);
        QCOMPARE(state.refusedEvents, isAllowed ? 0 : 1);
    }
}

void TestTransitions::aFailedTaskIsCancelledOnlyWhileARetryIsDue()
{
    const RunPlan plan = ::plan();
    QList<RecordEvent> events = wayTo(TaskState::Failed);
    const RecordEvent cancel{EventType::WorkerCancelled, u"t"_s, {}};
    QCOMPARE(after(plan, events + QList{cancel}).tasks.first().state, TaskState::Failed);
    events.last().data = {{u"reason"_s, u"interrupted"_s}};
    QCOMPARE(after(plan, events + QList{cancel}).tasks.first().state, TaskState::Cancelled);
}

void TestTransitions::aBlockedTaskGoesOnWhereItsProcessIs()
{
    const RunPlan plan = ::plan();
    QList<RecordEvent> events = wayTo(TaskState::Blocked);
    events.append({EventType::WorkerUnblocked, u"t"_s, {{u"note"_s, u"ask again"_s}}});
    const RunState lives = after(plan, events);
    QCOMPARE(lives.tasks.first().state, TaskState::Active);
    QCOMPARE(lives.tasks.first().note, u"ask again"_s);

    events[events.size() - 2].data = {{u"ended"_s, true}, {u"reason"_s, u"which port?"_s}};
    RunState ended = after(plan, events);
    QCOMPARE(ended.tasks.first().state, TaskState::Ready);
    ended = apply(plan, ended, {50, 50'000, u"t"_s, EventType::WorkerStarted, {}});
    QCOMPARE(ended.tasks.first().attempt, 1); // The same attempt, started again.
}

void TestTransitions::whatAClusterKeepsBackHasYetToBeginAfterwards()
{
    const RunPlan plan = ::plan();
    QList<RecordEvent> events = wayTo(TaskState::Starting);
    const RecordEvent own{EventType::WorkerBlocked, u"t"_s, {{u"reason"_s, u"nothing has begun that could say so"_s}}};
    QCOMPARE(after(plan, events + QList{own}).tasks.first().state, TaskState::Starting);
    events.append({EventType::WorkerBlocked, u"t"_s, {{u"reason"_s, u"held"_s}, {executorsOwn, QJsonObject{{u"waits"_s, true}}}}});
    QCOMPARE(after(plan, events).tasks.first().state, TaskState::Blocked);
    events.append({EventType::WorkerUnblocked, u"t"_s, {}});
    QCOMPARE(after(plan, events).tasks.first().state, TaskState::Starting);
    events.append({EventType::WorkerActive, u"t"_s, {}});
    QCOMPARE(after(plan, events).tasks.first().state, TaskState::Active);
}

QTEST_GUILESS_MAIN(TestTransitions)
#include "tst_transitions.moc"
