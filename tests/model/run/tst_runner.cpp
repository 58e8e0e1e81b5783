// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/runner.h"
#include "model/run/runrecord.h"
#include "tests/support/plans.h"
#include "tests/support/runs.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

/// Runs in simulation, and what follows for everybody: journals, records, pausing, people.
class TestRunner : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aSimulatedRunCompletes();
    void aRecordShowsWhatTheRunnerSaw();
    void replayEqualsLiveAtEveryEvent();
    void seekingGoesToTheVeryEventHoweverFar();
    void aSimulationWaitsForRetriesInItsOwnTime();
    void aJournalCutAnywhereIsResumedToItsEnd();
    void nothingStartsWhilePaused();
    void aStepStartsExactlyOneTask();
    void aCancelledRunEndsCancelled();
    void anInterruptedRunGoesOnWhenItIsResumed();
    void aSecondRunnerIsRefused();
    void aCompleteRunIsOverWhenItIsResumed();
    void aDamagedJournalIsNotResumed();
    void aLaunchWaitsForAPerson();
    void requestsComeInThroughTheInbox();
    void ofTwoAnswersTheFirstCounts_data();
    void ofTwoAnswersTheFirstCounts();
    void anAnswerToARunThatHasEndedWaitsForItsResume();
    void runsAreListedLatestFirst();
    void aRunFolderIsNeverTakenTwice();
    void noIdLeavesItsFolder_data();
    void noIdLeavesItsFolder();
    void executorsThatNobodyKnowsAreSimulated();
    void commandsOfAnUntrustedFolderAreRefused();

private:
    QString file() const { return m_dir->filePath(u"plan.baton.yaml"_s); }
    std::unique_ptr<Runner> runner(const Contents &contents, RunOptions options = {.simulate = true, .speed = 1000}) const;
    static RunStatus runToRest(Runner &runner);

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestRunner::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<Runner> TestRunner::runner(const Contents &contents, RunOptions options) const
{
    Result<std::unique_ptr<Runner>> made = Runner::create(contents, "baton: 1\n", file(), options);
    if (!made)
        qWarning("%s", qPrintable(made.error().message));
    return made ? std::move(*made) : nullptr;
}

RunStatus TestRunner::runToRest(Runner &runner)
{
    QSignalSpy finished(&runner, &Runner::finished);
    runner.start();
    if (finished.isEmpty())
        finished.wait(20'000);
    return finished.isEmpty() ? RunStatus::Planned : finished.last().first().value<RunStatus>();
}

void TestRunner::aSimulatedRunCompletes()
{
    const auto run = runner(test::chain({u"plan"_s, u"build"_s, u"check"_s}));
    QVERIFY(run);
    QCOMPARE(runToRest(*run), RunStatus::Complete);
    const RunFolder folder = run->folder();
    QVERIFY(folder.path().startsWith(m_dir->filePath(u".baton/runs/"_s)));
    QVERIFY(QFile::exists(m_dir->filePath(u".baton/.gitignore"_s)));
    QFile plan(folder.planPath());
    QVERIFY(plan.open(QIODevice::ReadOnly));
    QCOMPARE(plan.readAll(), "baton: 1\n");
    QCOMPARE(folder.info()["state"_L1].toString(), u"COMPLETE"_s);
    QVERIFY(QFile::exists(folder.evidencePath()));
    const Result<Journal> journal = readJournal(folder.journalPath());
    QCOMPARE(journal->events.first().type, EventType::RunStarted);
    QCOMPARE(journal->events.last().type, EventType::RunFinished);
}

void TestRunner::aRecordShowsWhatTheRunnerSaw()
{
    const Contents contents = test::randomPlan(60, 90, 7);
    const auto run = runner(contents);
    QVERIFY(run);
    QList<Event> told;
    connect(run.get(), &Runner::recorded, this, [&](const Event &event) { told.append(event); });
    QSignalSpy finished(run.get(), &Runner::finished);
    run->start();
    const auto record = RunRecord::open(run->runDir(), *compile(contents));
    QVERIFY(record.ok());
    QList<Event> shown = (*record)->events();
    connect(record->get(), &RunRecord::advanced, this, [&](const QList<Event> &events) { shown += events; });
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 20'000);
    QTRY_COMPARE((*record)->last(), run->state().seq);
    QCOMPARE(shown, told);
    QVERIFY((*record)->state() == run->state());
    QVERIFY((*record)->isLive());
}

void TestRunner::replayEqualsLiveAtEveryEvent()
{
    const Contents contents = test::randomPlan(30, 45, 3);
    const auto run = runner(contents);
    QVERIFY(run);
    QList<RunState> live;
    connect(run.get(), &Runner::recorded, this, [&] { live.append(run->state()); });
    QCOMPARE(runToRest(*run), RunStatus::Complete);
    const auto record = RunRecord::open(run->runDir(), *compile(contents));
    QVERIFY(record.ok());
    QCOMPARE((*record)->events().size(), live.size());
    for (qsizetype i = live.size() - 1; i >= 0; --i) {
        (*record)->seek(i + 1);
        QCOMPARE((*record)->cursor(), i + 1);
        QVERIFY((*record)->state() == live.at(i));
    }
    QVERIFY(!(*record)->isLive());
    (*record)->goLive();
    QVERIFY((*record)->state() == live.last());
}

void TestRunner::seekingGoesToTheVeryEventHoweverFar()
{
    constexpr int tasks = 500;
    constexpr int count = 20'000; // a million in the bench
    const QString dir = m_dir->filePath(u"run"_s);
    const RunPlan plan = test::longRun(RunFolder(dir), tasks, count);
    const auto record = RunRecord::open(dir, plan);
    QVERIFY(record.ok());
    QCOMPARE((*record)->last(), count);
    const RunState last = (*record)->state();
    QRandomGenerator random(5);
    for (int i = 0; i < 60; ++i) {
        const qint64 seq = random.bounded(count + 1);
        (*record)->seek(seq);
        QCOMPARE((*record)->cursor(), seq);
        RunState replayed = initialState(plan);
        if (i % 20 == 0) {
            for (qint64 n = 0; n < seq; ++n)
                replayed = apply(plan, std::move(replayed), (*record)->events().at(n));
            QVERIFY((*record)->state() == replayed);
        }
    }
    (*record)->goLive();
    QVERIFY((*record)->state() == last);
}

void TestRunner::aSimulationWaitsForRetriesInItsOwnTime()
{
    Contents contents;
    test::add(contents, Task{.id = u"flaky"_s, .retryMax = 1, .retryDelay = Duration{u"1h"_s},
                             .executor = {u"simulate"_s, {{u"fail"_s, 1.0}, {u"duration"_s, u"1h"_s}}}});
    const auto run = runner(contents, {.simulate = true, .speed = 100'000});
    QCOMPARE(runToRest(*run), RunStatus::Failed);
    QCOMPARE(run->state().tasks.first().attempt, 2);
    const qint64 took = run->state().now - run->state().startedAt;
    QVERIFY2(took >= 3 * 3'600'000, qPrintable(QString::number(took)));
}

void TestRunner::aJournalCutAnywhereIsResumedToItsEnd()
{
    const Contents contents = test::chain({u"a"_s, u"b"_s});
    const RunPlan plan = *compile(contents);
    QByteArray whole;
    {
        const auto run = runner(contents);
        QCOMPARE(runToRest(*run), RunStatus::Complete);
        QFile journal(run->folder().journalPath());
        QVERIFY(journal.open(QIODevice::ReadOnly));
        whole = journal.readAll();
    }
    // Every end of a line with its neighbours, and bytes in between.
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const bool isNearEnd = size == 0 || whole.mid(size - 1, 2).contains('\n');
        if (!isNearEnd && size % 199 != 0)
            continue;
        const QString dir = m_dir->filePath(u"cut-%1"_s.arg(size));
        QVERIFY(makeRunFolder({file(), "baton: 1\n", {}, {}, 2, dir, 0}).ok());
        QFile journal(RunFolder(dir).journalPath());
        QVERIFY(journal.open(QIODevice::WriteOnly));
        journal.write(whole.first(size));
        journal.close();
        auto resumed = Runner::resume(dir, plan, {.simulate = true, .speed = 1000});
        QVERIFY2(resumed.ok(), qPrintable(QString::number(size)));
        QCOMPARE(runToRest(**resumed), RunStatus::Complete);
        const Result<Journal> after = readJournal(RunFolder(dir).journalPath());
        QVERIFY(after->problems.isEmpty());
        for (const TaskRun &task : (*resumed)->state().tasks)
            QCOMPARE(task.attempt, 1);
    }
}

void TestRunner::nothingStartsWhilePaused()
{
    const auto run = runner(test::chain({u"a"_s, u"b"_s, u"c"_s}));
    connect(run.get(), &Runner::recorded, this, [&](const Event &event) {
        if (event.type == EventType::WorkerActive && event.subject == u"a"_s)
            run->pause();
    });
    QCOMPARE(runToRest(*run), RunStatus::Paused);
    QCOMPARE(run->state().tasks.at(0).state, TaskState::Complete);
    QCOMPARE(run->state().tasks.at(1).state, TaskState::Ready);
    QSignalSpy finished(run.get(), &Runner::finished);
    run->unpause();
    QVERIFY(finished.wait());
    QCOMPARE(run->state().status, RunStatus::Complete);
}

void TestRunner::aStepStartsExactlyOneTask()
{
    Contents contents;
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        test::add(contents, Task{.id = id});
    const auto run = runner(contents);
    int started = 0;
    connect(run.get(), &Runner::recorded, this, [&](const Event &event) { started += event.type == EventType::WorkerStarted; });
    for (int step = 1; step <= 3; ++step) {
        QSignalSpy finished(run.get(), &Runner::finished);
        run->step();
        QVERIFY(!finished.isEmpty() || finished.wait());
        QCOMPARE(started, step);
    }
    QTRY_COMPARE(run->state().status, RunStatus::Complete);
}

void TestRunner::aCancelledRunEndsCancelled()
{
    const auto run = runner(test::chain({u"a"_s, u"b"_s}), {.simulate = true});
    QSignalSpy finished(run.get(), &Runner::finished);
    connect(run.get(), &Runner::recorded, this, [&](const Event &event) {
        if (event.type == EventType::WorkerActive)
            run->stop();
    });
    run->start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(run->state().status, RunStatus::Cancelled);
    for (const TaskRun &task : run->state().tasks)
        QCOMPARE(task.state, TaskState::Cancelled);
}

void TestRunner::anInterruptedRunGoesOnWhenItIsResumed()
{
    const Contents contents = test::chain({u"a"_s, u"b"_s, u"c"_s});
    QString dir;
    {
        const auto run = runner(contents, {.simulate = true, .speed = 10});
        dir = run->runDir();
        connect(run.get(), &Runner::recorded, this, [&](const Event &event) {
            if (event.type == EventType::WorkerActive && event.subject == u"b"_s)
                run->interrupt();
        });
        QCOMPARE(runToRest(*run), RunStatus::Paused);
    }
    auto resumed = Runner::resume(dir, *compile(contents), {});
    QVERIFY(resumed.ok());
    QCOMPARE(runToRest(**resumed), RunStatus::Complete);
    for (const TaskRun &task : (*resumed)->state().tasks)
        QCOMPARE(task.attempt, 1); // an interruption uses up no attempt
}

void TestRunner::aSecondRunnerIsRefused()
{
    const Contents contents = test::chain({u"a"_s});
    const auto run = runner(contents);
    const auto second = Runner::resume(run->runDir(), *compile(contents), {});
    run->start();
    const auto third = Runner::resume(run->runDir(), *compile(contents), {});
    QVERIFY(!second.ok() && !third.ok());
    QCOMPARE(third.error().code, ErrorCode::Locked);
    QVERIFY(isDriven(run->folder()));
}

void TestRunner::aCompleteRunIsOverWhenItIsResumed()
{
    const Contents contents = test::chain({u"a"_s});
    QString dir;
    qint64 last = 0;
    {
        const auto run = runner(contents);
        dir = run->runDir();
        QCOMPARE(runToRest(*run), RunStatus::Complete);
        last = run->state().seq;
    }
    auto resumed = Runner::resume(dir, *compile(contents), {});
    QVERIFY(resumed.ok());
    QCOMPARE(runToRest(**resumed), RunStatus::Complete);
    QCOMPARE((*resumed)->state().seq, last);
}

void TestRunner::aDamagedJournalIsNotResumed()
{
    const Contents contents = test::chain({u"a"_s});
    const QString dir = m_dir->filePath(u"run"_s);
    QVERIFY(makeRunFolder({file(), "baton: 1\n", {}, {}, 1, dir, 0}).ok());
    QFile journal(RunFolder(dir).journalPath());
    QVERIFY(journal.open(QIODevice::WriteOnly));
    journal.write(toJournalLine({1, 1, u"run"_s, EventType::RunStarted}) + "garbage\n" + toJournalLine({2, 1, u"a"_s, EventType::WorkerReady}));
    journal.close();
    const auto resumed = Runner::resume(dir, *compile(contents), {});
    QVERIFY(!resumed.ok());
    QCOMPARE(resumed.error().line, 2);
}

void TestRunner::aLaunchWaitsForAPerson()
{
    Contents contents;
    test::add(contents, Task{.id = u"deploy"_s, .launch = LaunchMode::Approve});
    const auto run = runner(contents, {.simulate = true, .approve = ApproveMode::Ask, .speed = 1000});
    QSignalSpy asked(run.get(), &Runner::needsPerson);
    QSignalSpy finished(run.get(), &Runner::finished);
    run->start();
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), u"deploy"_s);
    QVERIFY(!run->answer(u"nothing"_s, Action::Approve).ok());
    QVERIFY(!run->answer(u"deploy"_s, Action::Resolve).ok());
    QVERIFY(run->answer(u"deploy"_s, Action::Approve).ok());
    QVERIFY(finished.wait());
    QCOMPARE(run->state().status, RunStatus::Complete);
}

void TestRunner::requestsComeInThroughTheInbox()
{
    Contents contents;
    test::add(contents, Task{.id = u"deploy"_s, .launch = LaunchMode::Approve});
    const auto run = runner(contents, {.simulate = true, .approve = ApproveMode::Ask, .speed = 1000});
    QSignalSpy asked(run.get(), &Runner::needsPerson);
    QSignalSpy finished(run.get(), &Runner::finished);
    QSignalSpy warned(run.get(), &Runner::warned);
    run->start();
    QTRY_COMPARE(asked.size(), 1);
    QVERIFY(postRequest(run->runDir(), {Action::Approve, u"nobody"_s}).ok());
    QTRY_COMPARE(warned.size(), 1);
    QFile junk(run->folder().inboxPath() + u"/junk.json"_s);
    QVERIFY(junk.open(QIODevice::WriteOnly));
    junk.write("[]");
    junk.close();
    QTRY_COMPARE(warned.size(), 2);
    QVERIFY(postRequest(run->runDir(), {Action::Refuse, u"deploy"_s, u"not on a Friday"_s}).ok());
    QVERIFY(finished.wait());
    QCOMPARE(run->state().tasks.first().state, TaskState::Cancelled);
    QVERIFY(QDir(run->folder().inboxPath()).isEmpty());
}

void TestRunner::ofTwoAnswersTheFirstCounts_data()
{
    QTest::addColumn<bool>("resumed");
    QTest::newRow("while the run goes on") << false;
    QTest::newRow("before the next resume") << true;
}

void TestRunner::ofTwoAnswersTheFirstCounts()
{
    QFETCH(bool, resumed);
    Contents contents = test::chain({u"a"_s});
    test::add(contents, Gate{.id = u"g"_s, .needs = {u"a"_s}, .approval = Approval::Manual});
    auto run = runner(contents, {.simulate = true, .approve = resumed ? ApproveMode::None : ApproveMode::Ask, .speed = 1000});
    QSignalSpy asked(run.get(), &Runner::needsPerson);
    if (resumed) {
        QCOMPARE(runToRest(*run), RunStatus::Waiting);
    } else {
        run->start();
        QTRY_COMPARE(asked.size(), 1);
    }
    const QString dir = run->runDir();
    if (resumed)
        run.reset();
    // By name, which is how the order of requests is known; the first is renamed into place last.
    for (const QString &action : {u"refuse"_s, u"approve"_s}) {
        QFile request(u"%1/inbox/%2.json.part"_s.arg(dir, action == "approve"_L1 ? u"1"_s : u"2"_s));
        QVERIFY(request.open(QIODevice::WriteOnly));
        request.write(QJsonDocument(QJsonObject{{u"action"_s, action}, {u"subject"_s, u"g"_s}}).toJson());
        QVERIFY(request.rename(request.fileName().chopped(5)));
    }
    if (resumed) {
        auto again = Runner::resume(dir, *compile(contents), {});
        QVERIFY(again.ok());
        run = std::move(*again);
    }
    QSignalSpy finished(run.get(), &Runner::finished);
    run->start();
    QVERIFY(finished.wait());
    QCOMPARE(run->state().status, RunStatus::Complete);
    const Result<Journal> journal = readJournal(run->folder().journalPath());
    QVERIFY(journal.ok());
    QVERIFY(std::none_of(journal->events.cbegin(), journal->events.cend(),
                         [](const Event &event) { return event.type == EventType::ApprovalRefused; }));
}

void TestRunner::anAnswerToARunThatHasEndedWaitsForItsResume()
{
    Contents contents;
    test::add(contents, Task{.id = u"deploy"_s, .launch = LaunchMode::Approve});
    auto run = runner(contents, {.simulate = true, .approve = ApproveMode::None, .speed = 1000});
    QSignalSpy recorded(run.get(), &Runner::recorded);
    connect(run.get(), &Runner::recorded, this, [&](const Event &event) {
        if (event.type == EventType::RunFinished && event.data["state"_L1] == "WAITING"_L1)
            QVERIFY(postRequest(run->runDir(), {Action::Approve, u"deploy"_s}).ok());
    });
    QCOMPARE(runToRest(*run), RunStatus::Waiting);
    QCoreApplication::processEvents(); // the inbox is looked at once more
    const QString dir = run->runDir();
    run.reset();
    auto again = Runner::resume(dir, *compile(contents), {});
    QVERIFY(again.ok());
    QCOMPARE(runToRest(**again), RunStatus::Complete);
}

void TestRunner::runsAreListedLatestFirst()
{
    Contents contents = test::chain({u"a"_s, u"b"_s});
    contents.info.name = u"Twice"_s;
    QStringList dirs;
    for (int i = 0; i < 2; ++i) {
        const auto run = runner(contents);
        QCOMPARE(runToRest(*run), RunStatus::Complete);
        dirs.prepend(run->runDir());
    }
    const QList<RunSummary> runs = listRuns(m_dir->path());
    QCOMPARE(runs.size(), 2);
    QCOMPARE(runs.first().dir, dirs.first());
    QCOMPARE(runs.first().workflow, u"Twice"_s);
    QCOMPARE(runs.first().state, RunStatus::Complete);
    QCOMPARE(runs.first().complete, 2);
    QCOMPARE(runs.first().total, 2);
    QVERIFY(!runs.first().isDriven);
}

void TestRunner::aRunFolderIsNeverTakenTwice()
{
    const Contents contents = test::chain({u"a"_s});
    const RunOptions options{.simulate = true, .runDir = m_dir->filePath(u"here"_s), .speed = 1000};
    QVERIFY(runner(contents, options));
    const auto second = Runner::create(contents, "baton: 1\n", file(), options);
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, ErrorCode::Conflict);
}

void TestRunner::noIdLeavesItsFolder_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : {u"../../etc/passwd"_s, u".."_s, u"."_s, u"/tmp/x"_s, u"a/b"_s, u"ä\n"_s, QString(5000, u'x'), u"%2e"_s})
        QTest::newRow(qPrintable(id.left(20))) << id;
}

void TestRunner::noIdLeavesItsFolder()
{
    QFETCH(QString, id);
    const RunFolder folder(m_dir->path());
    const QString log = folder.logPath(id);
    QCOMPARE(QFileInfo(log).path(), folder.logsPath());
    QVERIFY(QFileInfo(log).fileName().size() < 200);
    QVERIFY(!QFileInfo(log).fileName().startsWith('.'_L1));
}

/// As the rules say; the run says it of the task too.
void TestRunner::executorsThatNobodyKnowsAreSimulated()
{
    Contents contents;
    test::add(contents, Task{.id = u"write"_s, .executor = {u"telepathy"_s, {{u"command"_s, u"true"_s}}}});
    const auto made = Runner::create(contents, "baton: 1\n", file(), {.trusted = true});
    QVERIFY(made.ok());
    QVERIFY((*made)->plan().tasks.first().isSimulated);
}

void TestRunner::commandsOfAnUntrustedFolderAreRefused()
{
    Contents contents;
    test::add(contents, Task{.id = u"write"_s, .executor = {u"shell"_s, {{u"command"_s, u"touch ran"_s}}}});
    const auto refused = Runner::create(contents, "baton: 1\n", file(), {});
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::NotTrusted);
    QVERIFY(!QFile::exists(m_dir->filePath(u".baton"_s)));
    QVERIFY(runner(contents)); // a simulation runs nothing
}

QTEST_GUILESS_MAIN(TestRunner)
#include "tst_runner.moc"
