// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/plans.h"
#include "tests/support/rundriver.h"

#include "model/executors/modelsettings.h"
#include "model/executors/settingscheck.h"
#include "model/run/executorchoice.h"
#include "model/run/waiting.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

namespace {

const Executor openai{u"http"_s, {{u"api"_s, u"openai"_s}}};
const Executor claude{u"agent"_s, {{u"cli"_s, u"claude"_s}}};
const Executor shell{u"shell"_s, {{u"command"_s, u"true"_s}}};

void addTask(Contents &contents, const QString &id, const Executor &executor, const QList<Need> &needs = {}, const QStringList &owns = {})
{
    Task task;
    task.id = id;
    task.executor = executor;
    task.needs = needs;
    task.owns = owns;
    add(contents, task);
}

RunSettings governed(qint64 inFlight, qint64 tokensPerMinute = 0, double maxCost = 0)
{
    RunSettings settings;
    settings.governors = {{u"api.openai.com"_s, {u"http openai"_s}, inFlight, tokensPerMinute}, {u"claude"_s, {u"agent claude"_s}}};
    settings.maxCostUsd = maxCost;
    return settings;
}

QString why(const RunDriver &run, const QString &task)
{
    return whyWaiting(run.plan, run.state, run.plan.indexOfTask(task));
}

} // namespace

/// Limits on what tasks call and spend, in virtual time; and what carries a task out in which mode.
class TestGovernors : public QObject
{
    Q_OBJECT

private slots:
    void noMoreThanItsLimitCallAnEndpointAtOnce();
    void othersGoOnWhileAnEndpointIsFull();
    void aMinutesTokensAreWaitedFor();
    void whatRunsIsTakenToTakeWhatItIsPlannedTo();
    void whatWasReadFromACacheDoesNotCount();
    void whatTheRunMaySpendEndsItForAPerson();
    void aRaisedLimitLetsTheRunGoOn();
    void aBudgetRaisedInThePlanLetsTheRunGoOn();
    void aPersonStillDoesTheirsWhenTheMoneyIsSpent();
    void aBlockedTaskLetsTheNextOneCall();
    void settingsSurviveTheJournal();
    void hostileLimitsAreNone();
    void ofThoseWhoShareAFileALimitedOneHoldsUpNoOther();
    void randomRunsNeverExceedTheirLimits();
    void tasksOfOneAddressShareTheirLimit();
    void anAddressHasOneLimitHoweverItIsSpelt();
    void aSettingThatIsNotOfItsKindIsSaid_data();
    void aSettingThatIsNotOfItsKindIsSaid();
    void anUnreportedCostComesFromThePrices();
    void aModeOverridesWhatTheFileSays();
};

void TestGovernors::noMoreThanItsLimitCallAnEndpointAtOnce()
{
    Contents contents;
    contents.info.maxConcurrent = 0;
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        addTask(contents, id, openai);
    RunDriver run(contents);
    run.start(governed(2));
    QCOMPARE(run.started, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(run.stateOf(u"c"_s), u"READY"_s);
    QCOMPARE(waitOf(run.plan, run.state, 2), Wait::Calls);
    QVERIFY2(why(run, u"c"_s).contains(u"api.openai.com"_s), qPrintable(why(run, u"c"_s)));
    run.complete(u"b"_s);
    QCOMPARE(run.stateOf(u"c"_s), u"STARTING"_s);
    QVERIFY(why(run, u"c"_s).isEmpty());
    run.complete(u"a"_s);
    run.complete(u"c"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestGovernors::othersGoOnWhileAnEndpointIsFull()
{
    Contents contents;
    contents.info.maxConcurrent = 3;
    addTask(contents, u"a"_s, openai);
    addTask(contents, u"b"_s, openai);
    addTask(contents, u"other"_s, claude);
    addTask(contents, u"local"_s, shell);
    addTask(contents, u"last"_s, shell);
    RunDriver run(contents);
    run.start(governed(1));
    QCOMPARE(run.running(), (QStringList{u"a"_s, u"other"_s, u"local"_s}));
    QCOMPARE(waitOf(run.plan, run.state, 1), Wait::Calls);
    QCOMPARE(waitOf(run.plan, run.state, 4), Wait::None); // It waits for a slot, as any task may.
    QVERIFY(why(run, u"last"_s).isEmpty());
    run.complete(u"a"_s);
    QCOMPARE(run.stateOf(u"b"_s), u"STARTING"_s);
    VERIFY_SOUND(run);
}

void TestGovernors::aMinutesTokensAreWaitedFor()
{
    Contents contents;
    for (const QString &id : {u"a"_s, u"b"_s})
        addTask(contents, id, openai);
    addTask(contents, u"local"_s, shell);
    RunDriver run(contents);
    run.start(governed(1, 1000));
    run.begin(u"a"_s);
    run.record(EventType::WorkerUsage, u"a"_s, {{u"input_tokens"_s, 900}, {u"output_tokens"_s, 200}});
    run.wait(20'000);
    run.complete(u"a"_s);
    run.complete(u"local"_s);
    QCOMPARE(run.stateOf(u"b"_s), u"READY"_s);
    QCOMPARE(waitOf(run.plan, run.state, 1), Wait::Tokens);
    QVERIFY2(why(run, u"b"_s).contains(u"api.openai.com"_s), qPrintable(why(run, u"b"_s)));
    QCOMPARE(run.status(), u"RUNNING"_s); // nothing runs, and yet it has not ended
    run.wait(39'000);
    QCOMPARE(run.stateOf(u"b"_s), u"READY"_s);
    run.wait(2'000);
    QCOMPARE(run.stateOf(u"b"_s), u"STARTING"_s);
    run.complete(u"b"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestGovernors::whatWasReadFromACacheDoesNotCount()
{
    Contents contents;
    for (const QString &id : {u"a"_s, u"b"_s})
        addTask(contents, id, openai);
    RunDriver run(contents);
    run.start(governed(1, 1000));
    run.begin(u"a"_s);
    run.record(EventType::WorkerUsage, u"a"_s, {{u"input_tokens"_s, 900}, {u"cache_read_tokens"_s, 50'000}});
    run.complete(u"a"_s);
    QCOMPARE(run.stateOf(u"b"_s), u"STARTING"_s);
    VERIFY_SOUND(run);
}

void TestGovernors::whatTheRunMaySpendEndsItForAPerson()
{
    Contents contents;
    addTask(contents, u"a"_s, claude);
    addTask(contents, u"b"_s, openai, {need(u"a"_s)});
    addTask(contents, u"local"_s, shell, {need(u"a"_s)});
    RunDriver run(contents);
    RunSettings settings = governed(0, 0, 2.0);
    settings.approve = ApproveMode::Ask;
    run.start(settings);
    run.begin(u"a"_s);
    run.record(EventType::WorkerUsage, u"a"_s, {{u"input_tokens"_s, 10}, {u"cost_usd"_s, 2.5}});
    run.complete(u"a"_s); // what runs is not ended: it was paid for
    QCOMPARE(run.countOf(EventType::BudgetExceeded, run.state.runId), 1);
    QVERIFY(!run.state.budgetExceeded); // no tokens were exceeded
    QCOMPARE(run.stateOf(u"local"_s), u"STARTING"_s);
    QCOMPARE(waitOf(run.plan, run.state, 1), Wait::Money);
    run.complete(u"local"_s);
    QCOMPARE(run.status(), u"WAITING"_s);
    QVERIFY2(why(run, u"b"_s).contains(u"$2.50"_s) && why(run, u"b"_s).contains(u"$2.00"_s), qPrintable(why(run, u"b"_s)));
    VERIFY_SOUND(run);
}

void TestGovernors::aRaisedLimitLetsTheRunGoOn()
{
    Contents contents;
    addTask(contents, u"a"_s, claude);
    addTask(contents, u"b"_s, openai, {need(u"a"_s)});
    RunDriver run(contents);
    RunSettings settings = governed(0, 0, 2.0);
    run.start(settings);
    run.begin(u"a"_s);
    run.record(EventType::WorkerUsage, u"a"_s, {{u"cost_usd"_s, 2.0}});
    run.complete(u"a"_s);
    QCOMPARE(run.status(), u"WAITING"_s);
    run.record(EventType::RunResumed, run.state.runId, settings.toJson());
    QCOMPARE(run.status(), u"WAITING"_s); // nobody raised it
    settings.maxCostUsd = 5;
    run.record(EventType::RunResumed, run.state.runId, settings.toJson());
    QCOMPARE(run.stateOf(u"b"_s), u"STARTING"_s);
    run.complete(u"b"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

void TestGovernors::aBudgetRaisedInThePlanLetsTheRunGoOn()
{
    const auto plan = [](qint64 ofRun, qint64 ofTask) {
        Contents contents;
        contents.info.budgetStop = true;
        contents.info.budgetTokens = ofRun;
        Task task;
        task.id = u"a"_s;
        task.executor = openai;
        task.budgetTokens = ofTask;
        add(contents, task);
        addTask(contents, u"b"_s, shell);
        return contents;
    };
    for (const auto &[before, after] : {std::pair{plan(1000, 90'000), plan(9000, 90'000)}, {plan(9000, 100), plan(9000, 90'000)}}) {
        RunDriver run(before);
        run.start();
        run.complete(u"b"_s);
        run.begin(u"a"_s);
        run.record(EventType::WorkerUsage, u"a"_s, {{u"input_tokens"_s, 2000}});
        QCOMPARE(run.stateOf(u"a"_s), u"FAILED"_s);
        QVERIFY2(run.task(u"a"_s).reason.contains(u"budget"_s) && run.task(u"a"_s).reason.contains(u"aise"_s), qPrintable(run.task(u"a"_s).reason));
        QCOMPARE(run.status(), u"FAILED"_s);
        run.plan = *compile(after);
        run.record(EventType::RunResumed, run.state.runId);
        QCOMPARE(run.stateOf(u"a"_s), u"STARTING"_s);
        run.complete(u"a"_s);
        QCOMPARE(run.status(), u"COMPLETE"_s);
        VERIFY_SOUND(run);
    }
}

void TestGovernors::aPersonStillDoesTheirsWhenTheMoneyIsSpent()
{
    Contents contents;
    addTask(contents, u"a"_s, claude);
    addTask(contents, u"b"_s, claude, {need(u"a"_s)});
    addTask(contents, u"person"_s, {u"human"_s, {}}, {need(u"a"_s)});
    RunDriver run(contents);
    RunSettings settings = governed(0, 0, 1.0);
    settings.approve = ApproveMode::Ask;
    run.start(settings);
    run.begin(u"a"_s);
    run.record(EventType::WorkerUsage, u"a"_s, {{u"cost_usd"_s, 3.0}});
    run.complete(u"a"_s);
    run.begin(u"person"_s);
    QCOMPARE(run.status(), u"RUNNING"_s);
    run.complete(u"person"_s);
    QCOMPARE(run.status(), u"WAITING"_s);
    VERIFY_SOUND(run);
}

void TestGovernors::aBlockedTaskLetsTheNextOneCall()
{
    Contents contents;
    for (const QString &id : {u"a"_s, u"b"_s})
        addTask(contents, id, claude);
    RunSettings settings = governed(0);
    settings.governors[1].inFlight = 1;
    RunDriver run(contents);
    run.start(settings);
    run.begin(u"a"_s);
    run.record(EventType::WorkerBlocked, u"a"_s, {{u"reason"_s, u"which one?"_s}});
    QCOMPARE(run.stateOf(u"b"_s), u"STARTING"_s);
    VERIFY_SOUND(run);
}

void TestGovernors::settingsSurviveTheJournal()
{
    RunSettings settings = governed(3, 90'000, 1.5);
    settings.where = RunWhere::Machine;
    RunSettings read;
    read.update(settings.toJson());
    QVERIFY(read == settings);
}

void TestGovernors::whatRunsIsTakenToTakeWhatItIsPlannedTo()
{
    Contents contents;
    contents.info.maxConcurrent = 4;
    contents.info.budgetMultiplier = 1;
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s}) {
        Task task{.id = id, .budgetTokens = 60'000};
        task.executor = openai;
        add(contents, task);
    }
    RunDriver run(contents);
    run.start(governed(0, 90'000));
    QCOMPARE(run.running(), (QStringList{u"a"_s, u"b"_s}));
    QVERIFY2(why(run, u"c"_s).contains(u"planned"_s), qPrintable(why(run, u"c"_s)));
    run.record(EventType::WorkerUsage, u"a"_s, {{u"input_tokens"_s, 1000}});
    run.complete(u"a"_s); // cheaper than planned
    QCOMPARE(run.running(), (QStringList{u"b"_s, u"c"_s}));
    run.record(EventType::WorkerUsage, u"b"_s, {{u"input_tokens"_s, 95'000}});
    run.complete(u"b"_s);
    run.complete(u"c"_s);
    QCOMPARE(run.running(), QStringList());
    run.wait(61'000);
    QCOMPARE(run.running(), QStringList{u"d"_s});
    VERIFY_SOUND(run);
}

void TestGovernors::hostileLimitsAreNone()
{
    RunSettings settings;
    settings.update({{u"governors"_s, QJsonArray{u"x"_s, QJsonObject{{u"calls"_s, QJsonArray{u"http openai"_s}}, {u"in_flight"_s, -4},
                                                                      {u"tokens_per_minute"_s, 1e300}}}},
                     {u"max_cost_usd"_s, -1}});
    QCOMPARE(settings.governors.size(), 1);
    QCOMPARE(settings.governors.first().inFlight, 0);
    QCOMPARE(settings.governors.first().tokensPerMinute, 0);
    QCOMPARE(settings.maxCostUsd, 0.0);
}

/// They own the same file, so one of them runs at a time; the one that would come first waits for its endpoint.
void TestGovernors::ofThoseWhoShareAFileALimitedOneHoldsUpNoOther()
{
    Contents contents;
    contents.info.maxConcurrent = 0;
    addTask(contents, u"busy"_s, openai);
    for (const auto &[id, executor] : {std::pair{u"limited"_s, openai}, {u"local"_s, shell}, {u"elsewhere"_s, claude}})
        addTask(contents, id, executor, {}, {u"src/**"_s});
    RunDriver run(contents);
    run.start(governed(1));
    QCOMPARE(run.running(), (QStringList{u"busy"_s, u"local"_s}));
    QCOMPARE(waitOf(run.plan, run.state, 1), Wait::Calls);
    run.complete(u"local"_s);
    QCOMPARE(run.running(), (QStringList{u"busy"_s, u"elsewhere"_s}));
    run.complete(u"busy"_s); // now its endpoint is free, and its file is not
    QCOMPARE(run.running(), QStringList{u"elsewhere"_s});
    run.complete(u"elsewhere"_s);
    QCOMPARE(run.running(), QStringList{u"limited"_s});
    run.complete(u"limited"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    VERIFY_SOUND(run);
}

/// Tasks of three kinds end in a random order, and nothing that may start waits; what is in flight and what was spent in a minute stays below the limits.
void TestGovernors::randomRunsNeverExceedTheirLimits()
{
    for (quint32 seed = 1; seed <= 20; ++seed) {
        QRandomGenerator random(seed);
        Contents contents;
        contents.info.maxConcurrent = random.bounded(5);
        for (int i = 0; i < 25; ++i) {
            QList<Need> needs;
            if (i > 4 && random.bounded(2))
                needs += need(u"t%1"_s.arg(random.bounded(i)));
            const QStringList owns = random.bounded(2) ? QStringList{u"part%1/**"_s.arg(random.bounded(3))} : QStringList();
            addTask(contents, u"t%1"_s.arg(i), QList{openai, claude, shell}.at(random.bounded(3)), needs, owns);
        }
        RunDriver run(contents);
        RunSettings settings = governed(2, 5000);
        settings.governors[1].inFlight = 1;
        run.start(settings);
        for (int step = 0; step < 500 && run.status() == "RUNNING"_L1; ++step) {
            const QStringList running = run.running();
            const auto calling = [&](const QString &type) {
                return std::count_if(running.cbegin(), running.cend(), [&](const QString &id) { return run.planned(id).executor.type == type; });
            };
            QVERIFY2(calling(u"http"_s) <= 2 && calling(u"agent"_s) <= 1, qPrintable(u"seed %1"_s.arg(seed)));
            const bool hasSlot = contents.info.maxConcurrent == 0 || running.size() < contents.info.maxConcurrent;
            for (const QString &ready : hasSlot ? run.in(TaskState::Ready) : QStringList()) {
                const int task = run.plan.indexOfTask(ready);
                const bool isHeld = std::any_of(running.cbegin(), running.cend(), [&](const QString &id) {
                    return !run.planned(ready).task->owns.isEmpty() && run.planned(id).task->owns == run.planned(ready).task->owns;
                });
                QVERIFY2(isHeld || waitOf(run.plan, run.state, task) != Wait::None, qPrintable(u"seed %1: %2 waits for nothing"_s.arg(seed).arg(ready)));
            }
            if (running.isEmpty()) {
                run.wait(10'000);
                continue;
            }
            run.wait(random.bounded(8000));
            const QString id = running.at(random.bounded(int(running.size())));
            run.begin(id);
            run.record(EventType::WorkerUsage, id, {{u"input_tokens"_s, random.bounded(4000)}});
            run.complete(id);
        }
        QVERIFY2(run.status() == "COMPLETE"_L1, qPrintable(u"seed %1: %2"_s.arg(seed).arg(run.status())));
        VERIFY_SOUND(run);
    }
}

void TestGovernors::tasksOfOneAddressShareTheirLimit()
{
    Contents contents;
    addTask(contents, u"a"_s, openai);
    addTask(contents, u"b"_s, {u"http"_s, {{u"base_url"_s, u"https://api.openai.com/v1"_s}}});
    addTask(contents, u"c"_s, {u"http"_s, {{u"base_url"_s, u"https://models.example/v1"_s}}});
    addTask(contents, u"d"_s, claude);
    addTask(contents, u"e"_s, shell);
    const QJsonObject settings{{u"openai"_s, QJsonObject{{u"in_flight"_s, 3}}},
                               {u"https://models.example/v1"_s, QJsonObject{{u"tokens_per_minute"_s, 40}}},
                               {u"agents"_s, QJsonObject{{u"claude"_s, QJsonObject{{u"in_flight"_s, 2}}}}}};
    const Result<RunPlan> plan = compile(contents);
    QVERIFY(plan);
    const QList<Governor> expected{
        {u"api.openai.com"_s, {u"http openai"_s, u"http openai https://api.openai.com/v1"_s}, 3, 0},
        {u"models.example"_s, {u"http openai https://models.example/v1"_s}, 0, 40},
        {u"claude"_s, {u"agent claude"_s}, 2, 0}};
    QCOMPARE(governorsOf(*plan, settings), expected);
}

void TestGovernors::anAddressHasOneLimitHoweverItIsSpelt()
{
    const QStringList spellings{u"http://models.example:80/v1"_s, u"http://models.example/v1/"_s, u"HTTP://Models.Example/v1/chat/completions"_s,
                                u"http://models.example/x/../v1"_s, u"http://models.example/v1/messages/"_s, u"http://models.example"_s};
    for (const QString &known : spellings) {
        Contents contents;
        for (const QString &url : spellings)
            addTask(contents, url, {u"http"_s, {{u"base_url"_s, url}}});
        addTask(contents, u"else"_s, {u"http"_s, {{u"base_url"_s, u"http://models.example:81/v1"_s}}});
        addTask(contents, u"encrypted"_s, {u"http"_s, {{u"base_url"_s, u"https://models.example/v1"_s}}});
        const Result<RunPlan> plan = compile(contents);
        QVERIFY(plan);
        const QList<Governor> governors = governorsOf(*plan, {{known, QJsonObject{{u"in_flight"_s, 1}}}});
        QCOMPARE(governors.size(), 3);
        QCOMPARE(governors.first().calls.size(), spellings.size());
        QCOMPARE(governors.first().inFlight, 1);
        QCOMPARE(governors.at(1).inFlight + governors.at(2).inFlight, 0);
    }
    // Two that the settings know apart stay so, and one that they spell twice is one.
    const QJsonObject settings{{u"http://h/v1"_s, QJsonObject{{u"in_flight"_s, 1}}}, {u"http://h/v1/"_s, QJsonObject{{u"key"_s, u"K"_s}}},
                               {u"http://h"_s, QJsonObject{{u"in_flight"_s, 2}}}};
    QCOMPARE(knownAddress(u"http://h/v1/chat/completions"_s, settings).settings, (QJsonObject{{u"in_flight"_s, 1}, {u"key"_s, u"K"_s}}));
    QCOMPARE(knownAddress(u"http://h/"_s, settings).settings, (QJsonObject{{u"in_flight"_s, 2}}));
}

void TestGovernors::aSettingThatIsNotOfItsKindIsSaid_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("words"); // empty: all is well
    QTest::newRow("README's") << QByteArray(R"({"openai":{"base_url":"https://x/v1","key":"K","tiers":{"sonnet":"m"},"in_flight":4,"tokens_per_minute":90000},
        "agents":{"codex":{"in_flight":2,"tiers":{"opus":"g"}}},"prices":{"m":{"input":2,"output":10,"cache_read":0.2}},"max_cost":5,
        "retries":4,"retry_delay":"1s","silence":"2m","answer":30,"max_tokens":8192})") << QString();
    QTest::newRow("of a later Baton") << QByteArray(R"({"moods":[1],"openai":{"mood":[]},"agents":{"hal":{}}})") << QString();
    QTest::newRow("a limit in quotes") << QByteArray(R"({"max_cost":"3"})") << u"`max_cost` must be a number of dollars without quotes, not \"3\""_s;
    QTest::newRow("a limit below nothing") << QByteArray(R"({"max_cost":-3})") << u"`max_cost`"_s;
    QTest::newRow("no limit at all") << QByteArray(R"({"max_cost":null})") << u"`max_cost`"_s;
    QTest::newRow("prices as a list") << QByteArray(R"({"prices":[]})") << u"`prices` must be an object, not []"_s;
    QTest::newRow("a price in quotes") << QByteArray(R"({"prices":{"m":{"input":"2"}}})") << u"`prices.m.input`"_s;
    QTest::newRow("a model's one price") << QByteArray(R"({"prices":{"m":2}})") << u"`prices.m` must be an object"_s;
    QTest::newRow("an address as a number") << QByteArray(R"({"openai":{"base_url":5}})") << u"`openai.base_url` must be a text"_s;
    QTest::newRow("calls in quotes") << QByteArray(R"({"http://x":{"in_flight":"1"}})") << u"`http://x.in_flight` must be a whole number"_s;
    QTest::newRow("half a call") << QByteArray(R"({"agents":{"claude":{"in_flight":0.5}}})") << u"`agents.claude.in_flight`"_s;
    QTest::newRow("agents as a list") << QByteArray(R"({"agents":[]})") << u"`agents` must be an object"_s;
    QTest::newRow("an endpoint that is none") << QByteArray(R"({"http://x":true})") << u"`http://x` must be an object"_s;
    QTest::newRow("a tier as a number") << QByteArray(R"({"openai":{"tiers":{"opus":4}}})") << u"`openai.tiers.opus`"_s;
    QTest::newRow("a limit mistyped") << QByteArray(R"({"max_costs":1})") << u"`max_costs` is no setting; was `max_cost` meant?"_s;
    QTest::newRow("a price mistyped") << QByteArray(R"({"prices":{"m":{"inputs":100,"output":100}}})") << u"was `prices.m.input` meant?"_s;
    QTest::newRow("prices that are none") << QByteArray(R"({"prices":{"m":{"dollars":3}}})") << u"`prices.m` must name a price"_s;
    QTest::newRow("calls mistyped") << QByteArray(R"({"agents":{"codex":{"inflight":2}}})") << u"was `agents.codex.in_flight` meant?"_s;
    QTest::newRow("a wish for a time") << QByteArray(R"({"silence":"soon"})") << u"`silence` must be a time"_s;
}

void TestGovernors::aSettingThatIsNotOfItsKindIsSaid()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, words);
    const QJsonDocument settings = QJsonDocument::fromJson(json);
    QVERIFY(settings.isObject());
    const QString problem = problemInSettings(settings.object());
    QCOMPARE(problem.isEmpty(), words.isEmpty());
    QVERIFY2(problem.contains(words), qPrintable(problem));
}

void TestGovernors::anUnreportedCostComesFromThePrices()
{
    const QJsonObject settings{{u"prices"_s, QJsonObject{{u"m"_s, QJsonObject{{u"input"_s, 2}, {u"output"_s, 10}, {u"cache_read"_s, 0.5}}}}}};
    QJsonObject usage{{u"input_tokens"_s, 500'000}, {u"output_tokens"_s, 100'000}, {u"reasoning_tokens"_s, 100'000}, {u"cache_read_tokens"_s, 1'000'000}};
    addCost(usage, u"m"_s, settings);
    QCOMPARE(usage["cost_usd"_L1].toDouble(), 1.0 + 1.0 + 1.0 + 0.5);
    QJsonObject reported{{u"input_tokens"_s, 500'000}, {u"cost_usd"_s, 0.25}};
    addCost(reported, u"m"_s, settings);
    QCOMPARE(reported["cost_usd"_L1].toDouble(), 0.25);
    QJsonObject unknown{{u"input_tokens"_s, 500'000}};
    addCost(unknown, u"another"_s, settings);
    QVERIFY(!unknown.contains("cost_usd"_L1));
}

void TestGovernors::aModeOverridesWhatTheFileSays()
{
    Contents contents;
    addTask(contents, u"job"_s, {u"slurm"_s, {{u"command"_s, u"make"_s}, {u"partition"_s, u"long"_s}}});
    addTask(contents, u"here"_s, {u"shell"_s, {{u"argv"_s, QJsonArray{u"echo"_s, u"it's"_s}}, {u"cwd"_s, u"out"_s}, {u"env"_s, QJsonObject{{u"A"_s, u"1 2"_s}}}}});
    addTask(contents, u"person"_s, {u"human"_s, {}});
    addTask(contents, u"nobody"_s, {});
    const Result<RunPlan> plan = compile(contents);
    QVERIFY(plan);
    const auto types = [&](const RunSettings &settings) {
        QStringList names;
        for (const PlanTask &task : plan->tasks)
            names += executorIn(task, settings).type;
        return names.join(u' ');
    };
    QCOMPARE(types({}), u"slurm shell human simulate"_s);
    QCOMPARE(types({.where = RunWhere::Machine}), u"shell shell human simulate"_s);
    QCOMPARE(types({.where = RunWhere::Cluster}), u"slurm slurm human simulate"_s);
    QCOMPARE(types({.simulate = true}), u"simulate simulate simulate simulate"_s);
    const Executor here = executorIn(plan->tasks.at(0), {.where = RunWhere::Machine});
    QCOMPARE(here.options, (QJsonObject{{u"command"_s, u"make"_s}}));
    const Executor job = executorIn(plan->tasks.at(1), {.where = RunWhere::Cluster});
    QCOMPARE(job.options["command"_L1].toString(), u"export A='1 2'\ncd -- 'out' || exit 1\n'echo' 'it'\\''s'"_s);
    QVERIFY(runsCommand(plan->tasks.at(0), {.where = RunWhere::Machine}));
    QVERIFY(!runsCommand(plan->tasks.at(3), {}));
}

QTEST_GUILESS_MAIN(TestGovernors)
#include "tst_governors.moc"
