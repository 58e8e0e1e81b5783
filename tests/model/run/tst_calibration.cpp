// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/plan/plansummary.h"
#include "model/run/calibration.h"
#include "model/run/journal.h"
#include "model/run/runfolder.h"
#include "tests/support/plans.h"

#include <QTemporaryDir>
#include <QTest>

using namespace baton;
using namespace baton::test;
using namespace Qt::StringLiterals;

/// Budgets held against what earlier runs used.
class TestCalibration : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void enoughRunsReplaceTheMultiplier();
    void timeIsMeasuredToo();
    void timeIsMeasuredWithoutABudgetOfTokens();
    void timeInAQueueOfAClusterIsNotTheTasks();
    void whatDidNotCompleteTellsNothing();
    void aSimulationTellsNothing();
    void runFoldersAreRead();

private:
    static Event event(EventType type, const QString &subject, const QJsonObject &data = {});
    static QList<Event> run(qint64 tokens, bool simulate = false);

    Contents m_contents;
    RunPlan m_plan;
};

Event TestCalibration::event(EventType type, const QString &subject, const QJsonObject &data)
{
    static qint64 seq = 0;
    ++seq;
    return {seq, seq, subject, type, data};
}

QList<Event> TestCalibration::run(qint64 tokens, bool simulate)
{
    return {event(EventType::RunStarted, u"r"_s, {{u"simulate"_s, simulate}}),
            event(EventType::WorkerReady, u"a"_s),
            event(EventType::WorkerStarted, u"a"_s),
            event(EventType::WorkerActive, u"a"_s),
            event(EventType::WorkerUsage, u"a"_s, {{u"input_tokens"_s, tokens / 2}}),
            event(EventType::WorkerUsage, u"a"_s, {{u"output_tokens"_s, tokens - tokens / 2}}),
            event(EventType::WorkerComplete, u"a"_s)};
}

void TestCalibration::initTestCase()
{
    m_contents.info.budgetMultiplier = 1.5;
    Persona persona;
    persona.id = u"kestra"_s;
    persona.model = u"large"_s;
    persona.executor = {u"shell"_s, {{u"command"_s, u"true"_s}}};
    add(m_contents, persona);
    for (const auto &id : {u"a"_s, u"b"_s}) {
        Task task;
        task.id = id;
        task.personas = {u"kestra"_s};
        task.budgetTokens = 1000;
        add(m_contents, task);
    }
    Task other;
    other.id = u"other"_s;
    other.budgetTokens = 100;
    add(m_contents, other);
    m_plan = *compile(m_contents);
}

void TestCalibration::enoughRunsReplaceTheMultiplier()
{
    Calibration calibration;
    QCOMPARE(summarize(m_contents, calibration).expectedTokens, 3150.0);
    for (const qint64 tokens : {2000, 3000}) {
        addRun(calibration, m_plan, run(tokens));
        QVERIFY(!calibration.ratioFor(u"kestra"_s, u"large"_s));
    }
    addRun(calibration, m_plan, run(4000));
    QCOMPARE(calibration.ratioFor(u"kestra"_s, u"large"_s), std::optional(3.0));
    QVERIFY(!calibration.ratioFor(u"kestra"_s, u"small"_s));
    QCOMPARE(summarize(m_contents, calibration).expectedTokens, 6150.0); // the task of nobody keeps the multiplier
}

void TestCalibration::timeIsMeasuredToo()
{
    const auto at = [](qint64 time, EventType type) { return Event{time, time, u"a"_s, type, {}}; };
    QList<Event> events{at(999, EventType::RunStarted), at(1000, EventType::WorkerReady), at(1000, EventType::WorkerStarted),
                        at(2000, EventType::WorkerFailed), at(3000, EventType::WorkerRetry), at(3000, EventType::WorkerStarted), at(3000, EventType::WorkerActive),
                        at(5000, EventType::WorkerBlocked), at(9000, EventType::WorkerUnblocked)};
    events += event(EventType::WorkerUsage, u"a"_s, {{u"input_tokens"_s, 500}});
    events += at(10'000, EventType::WorkerComplete);
    Calibration calibration;
    for (int i = 0; i < Calibration::enoughRuns; ++i) {
        QVERIFY(!calibration.timeFor(u"kestra"_s, u"large"_s, std::nullopt));
        addRun(calibration, m_plan, events);
    }
    QCOMPARE(calibration.timeFor(u"kestra"_s, u"large"_s, std::nullopt), std::optional<qint64>(3000)); // the last attempt, blocked time left out
    QCOMPARE(calibration.timeFor(u"kestra"_s, u"large"_s, 1000), std::nullopt); // no plan named a time to compare with
}

void TestCalibration::timeIsMeasuredWithoutABudgetOfTokens()
{
    Contents contents;
    Task task;
    task.id = u"a"_s;
    task.executor = {u"shell"_s, {{u"command"_s, u"true"_s}}};
    task.budgetDuration = Duration{u"10s"_s};
    add(contents, task);
    Calibration calibration;
    for (int i = 0; i < Calibration::enoughRuns; ++i)
        addRun(calibration, *compile(contents), {{1, 1000, u"r"_s, EventType::RunStarted, {}}, {2, 1000, u"a"_s, EventType::WorkerReady, {}},
                                                 {3, 1000, u"a"_s, EventType::WorkerStarted, {}}, {4, 1000, u"a"_s, EventType::WorkerActive, {}},
                                                 {5, 6000, u"a"_s, EventType::WorkerComplete, {}}});
    QCOMPARE(calibration.runs, Calibration::enoughRuns);
    QVERIFY(!calibration.ratioFor({}, {}));
    QCOMPARE(calibration.timeFor({}, {}, 10'000), std::optional<qint64>(5000));
    QCOMPARE(summarize(contents, calibration).makespanSeconds, 5.0);
    QCOMPARE(summarize(contents, calibration).measuredTasks, 1);
}

void TestCalibration::timeInAQueueOfAClusterIsNotTheTasks()
{
    const auto at = [](qint64 time, EventType type, const QJsonObject &data = {}) { return Event{time, time, u"a"_s, type, data}; };
    const QList<Event> events{at(999, EventType::RunStarted), at(1000, EventType::WorkerReady), at(1000, EventType::WorkerStarted),
                              at(1100, EventType::WorkerCheckpoint, {{executorsOwn, QJsonObject{{u"waits"_s, true}}}}),
                              at(90'000, EventType::WorkerActive, momentData(80'000)), at(95'000, EventType::WorkerComplete, momentData(84'000))};
    Calibration calibration;
    for (int i = 0; i < Calibration::enoughRuns; ++i)
        addRun(calibration, m_plan, events);
    QCOMPARE(calibration.timeFor(u"kestra"_s, u"large"_s, std::nullopt), std::optional<qint64>(4000));
}

void TestCalibration::whatDidNotCompleteTellsNothing()
{
    Calibration calibration;
    QList<Event> events = run(2000);
    events.last().type = EventType::WorkerFailed;
    addRun(calibration, m_plan, events);
    QCOMPARE(calibration, Calibration());
}

void TestCalibration::aSimulationTellsNothing()
{
    Calibration calibration;
    addRun(calibration, m_plan, run(2000, true));
    QCOMPARE(calibration, Calibration());
}

void TestCalibration::runFoldersAreRead()
{
    QTemporaryDir dir;
    const QByteArray plan = "baton: 1\nname: p\ntasks:\n  - {id: a, model: m, budget: {tokens: 1000}, executor: {type: shell, command: \"true\"}}\n";
    for (int i = 0; i < Calibration::enoughRuns; ++i) {
        const Result<RunFolder> folder = makeRunFolder({dir.filePath(u"p.baton.yaml"_s), plan, u"p"_s, {}, 1, {}, 1'768'473'000'000 + i});
        QVERIFY(folder.ok());
        auto writer = JournalWriter::open(folder->journalPath());
        QVERIFY(writer.ok());
        qint64 seq = 0;
        for (Event event : run(1200)) {
            event.seq = ++seq;
            QVERIFY((*writer)->append(event).ok());
        }
    }
    QCOMPARE(calibrationIn(dir.path()).ratioFor({}, u"m"_s), std::optional(1.2));
    QCOMPARE(calibrationIn(dir.filePath(u"nowhere"_s)), Calibration());
}

QTEST_GUILESS_MAIN(TestCalibration)
#include "tst_calibration.moc"
