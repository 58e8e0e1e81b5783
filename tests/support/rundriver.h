// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/advance.h"

#include <QTest>

namespace baton::test {

/// Stands in for runner, executors, people and clock, so that a test can tell a run as a story. Whatever
/// next() decides is recorded at once; what workers and people do comes from the test. After every event it
/// checks that the state's books are those that counting everything anew would give, and that next() was
/// given nothing it had to refuse.
class RunDriver
{
public:
    explicit RunDriver(const Contents &contents);

    void start(const RunSettings &settings = {});
    void record(EventType type, const QString &subject, const QJsonObject &data = {});
    void wait(qint64 milliseconds); ///< Lets time go by, and acts on what becomes due.

    void begin(const QString &task); ///< Its executor reports that it runs.
    void complete(const QString &task, const QString &outcome = {});
    void approve(const QString &task); ///< Completes a validation.
    void reject(const QString &task, const QJsonArray &issues = {});
    void fail(const QString &task, const QString &reason = QStringLiteral("exit 1"));

    const PlanTask &planned(const QString &task) const;
    const TaskRun &task(const QString &id) const;
    const GateRun &gate(const QString &id) const;
    QString stateOf(const QString &task) const { return nameOf(task_(task)); }
    QString gateState(const QString &id) const { return nameOf(gate(id).state); }
    QString status() const { return nameOf(state.status); }
    /// Ids of tasks in this state, in the plan's order.
    QStringList in(TaskState state) const;
    QStringList running() const; ///< STARTING or ACTIVE.
    int countOf(EventType type, const QString &subject) const;
    /// Applies all events anew.
    RunState replayed() const;

    RunPlan plan;
    RunState state;
    QList<Event> events;
    QStringList started; ///< Every StartTask so far.
    QStringList stopped; ///< Every StopTask so far.
    qint64 now = 1'768'473'000'000;
    qint64 wakeAt = 0;
    QStringList failures; ///< What the checks after each event found; must stay empty.

private:
    TaskState task_(const QString &id) const { return task(id).state; }
    void settle(QList<RunCommand> commands);
    void check(const Event &event);
};

} // namespace baton::test

/// Nothing went wrong on the way, and the journal says the same.
#define VERIFY_SOUND(driver)                                                                                 \
    do {                                                                                                     \
        QVERIFY2((driver).failures.isEmpty(), qPrintable((driver).failures.join(QStringLiteral("; "))));     \
        QVERIFY((driver).replayed() == (driver).state);                                                      \
    } while (false)
