// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/journal.h"
#include "model/run/questions.h"
#include "model/run/runner.h"
#include "model/run/supervisorclient.h"
#include "model/run/trust.h"
#include "tests/support/plans.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace baton;
using namespace Qt::StringLiterals;

/// Real commands, run by the real supervisor.
class TestShellRun : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void outputGoesToTheTasksLog();
    void theEnvironmentIsWhatIsPromisedAndNothingElse();
    void argumentsAreNotInterpreted();
    void aTaskWorksInItsFolder();
    void aFolderOutsideIsRefused();
    void whatCannotBeStartedFails();
    void aStatusIsAFailureWithItsLastWords();
    void status75BlocksWithTheLastLineOfStderr();
    void aResolvedTaskGoesOnInTheSameAttemptWithTheNote();
    void theNoteIsAFileInLargePlansToo();
    void aBlockedProcessThatLivesReadsTheNote();
    void aFailedTaskIsTriedAgain();
    void eventsAreRecordedWhileTheTaskRuns();
    void hostileEventsAreRefusedAndReported();
    void aVerdictWithoutIssuesIsNone();
    void aValidationWithoutVerdictFails();
    void anOutcomeChoosesTheBranch();
    void aBranchIsChosenByNameOrTheTaskFails_data();
    void aBranchIsChosenByNameOrTheTaskFails();
    void aNoteIsAlwaysThereToBeRead();
    void aFurtherRoundIsToldWhatTheLastOneFound();
    void aFileThatIsNamedTwiceIsReadOnce();
    void promisedFilesAreHashed();
    void brokenPromisesFailTheTask_data();
    void brokenPromisesFailTheTask();
    void aWriteToAnothersFileHoldsTheGate();
    void aFileOfAnotherThatIsDeletedHoldsTheGate();
    void whatAFailedAttemptDidToOthersCounts();
    void whatAPersonDeletedBetweenTasksHoldsNothing();
    void aWriteThatMayBeAnybodysHoldsNothing();
    void aTaskCannotAccuseItself();
    void aTimeoutEndsEverythingTheTaskStarted();
    void cancellingEndsEverythingTheTaskStarted();
    void issuesAreSeenWhileTheirValidationRuns();
    void whatAFailedAttemptSpentCounts();
    void aTaskThatEndsLeavesNothingBehind_data();
    void aTaskThatEndsLeavesNothingBehind();
    void whatATaskStartedWithoutItsEnvironmentEndsWithIt();
    void whatANeighbourStartedIsLeftAlone();
    void outputIsASignOfLife();
    void silenceIsATimeout();
    void anInterruptionUsesUpNoAttempt();
    void aChangedInputIsWorkedOnAgain_data();
    void aChangedInputIsWorkedOnAgain();
    void aLostSupervisorInterruptsItsTasks();
    void aPersonDoesAHumanTask();
    void aPersonsNotesReachWhomTheyAreFor();
    void aPersonsFilesCountInALaterResume_data();
    void aPersonsFilesCountInALaterResume();
    void anAnswerStaysInTheInboxUntilItIsInTheJournal();
    void anAnswerIsLookedAtAgainAfterACrash();
    void aLastLineWithoutItsEndCounts();
    void usageThatCannotBeIsRefused_data();
    void usageThatCannotBeIsRefused();
    void aTrustedFolderRunsAndRemembersItsCommands();
    void theSupervisorEndsWithItsRun();

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }
    static Task shell(const QString &id, const QString &command);
    std::unique_ptr<Runner> runner(const Contents &contents);
    /// As another program would after this one has gone.
    void goOn(const Contents &contents, ApproveMode approve = ApproveMode::Ask);
    bool write(const QString &name, const QByteArray &bytes) const;
    /// Runs to rest; the state of the only task where there is one.
    RunStatus run(const Contents &contents);
    const TaskRun &task(const QString &id) const { return m_runner->state().tasks.at(m_runner->plan().indexOfTask(id)); }
    QString log(const QString &id) const;
    QString contentsOf(const QString &name) const;
    /// Starts, and waits until the task has written its pids to `pids`.
    QList<qint64> startFamily(Contents contents);
    static bool lives(qint64 pid) { return pid > 0 && ::kill(pid_t(pid), 0) == 0; }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Runner> m_runner;
};

void TestShellRun::initTestCase()
{
    static QTemporaryDir config;
    qputenv("XDG_CONFIG_HOME", config.path().toUtf8());
    QVERIFY2(!SupervisorClient::executable().isEmpty(), "baton-supervisor is not beside this test");
}

void TestShellRun::init()
{
    m_runner.reset();
    m_dir = std::make_unique<QTemporaryDir>();
}

Task TestShellRun::shell(const QString &id, const QString &command)
{
    return Task{.id = id, .executor = {u"shell"_s, {{u"command"_s, command}}}};
}

std::unique_ptr<Runner> TestShellRun::runner(const Contents &contents)
{
    auto made = Runner::create(contents, "baton: 1\n", path(u"plan.baton.yaml"_s), {.approve = ApproveMode::Ask, .trusted = true});
    if (!made)
        qWarning("%s", qPrintable(made.error().message));
    return made ? std::move(*made) : nullptr;
}

void TestShellRun::goOn(const Contents &contents, ApproveMode approve)
{
    const QString dir = m_runner->runDir();
    m_runner.reset();
    auto resumed = Runner::resume(dir, *compile(contents), {.approve = approve, .trusted = true});
    if (!resumed)
        qFatal("%s", qPrintable(resumed.error().message));
    m_runner = std::move(*resumed);
}

bool TestShellRun::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

RunStatus TestShellRun::run(const Contents &contents)
{
    m_runner = runner(contents);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->start();
    if (finished.isEmpty())
        finished.wait(30'000);
    return finished.isEmpty() ? RunStatus::Planned : finished.last().first().value<RunStatus>();
}

QString TestShellRun::contentsOf(const QString &name) const
{
    QFile file(QDir::isAbsolutePath(name) ? name : path(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString TestShellRun::log(const QString &id) const
{
    return contentsOf(m_runner->folder().logPath(id));
}

void TestShellRun::outputGoesToTheTasksLog()
{
    Contents contents;
    test::add(contents, shell(u"talk"_s, u"echo one; echo two >&2; echo three"_s));
    QCOMPARE(run(contents), RunStatus::Complete);
    QCOMPARE(log(u"talk"_s), u"one\ntwo\nthree\n"_s);
}

void TestShellRun::theEnvironmentIsWhatIsPromisedAndNothingElse()
{
    qputenv("SECRET_OF_THE_USER", "yes");
    qputenv("LC_TIME", "C");
    Contents contents;
    test::add(contents, Persona{.id = u"writer"_s});
    test::add(contents, Phase{.id = u"first"_s});
    Task task{.id = u"look"_s, .phase = u"first"_s, .personas = {u"writer"_s}, .inputs = {u"in/a.md"_s, u"in/b.md"_s}};
    task.executor = {u"shell"_s, {{u"argv"_s, QJsonArray{u"env"_s}}, {u"env"_s, QJsonObject{{u"PORT"_s, 8080}, {u"BATON_TASK"_s, u"other"_s}}}}};
    test::add(contents, task);
    QCOMPARE(run(contents), RunStatus::Complete);
    QMap<QString, QString> seen;
    for (const QString &line : log(u"look"_s).split('\n'_L1, Qt::SkipEmptyParts))
        seen.insert(line.section('='_L1, 0, 0), line.section('='_L1, 1));
    static const QStringList allowed{u"PATH"_s, u"HOME"_s, u"USER"_s, u"LANG"_s, u"TERM"_s, u"TMPDIR"_s, u"PORT"_s};
    for (auto variable = seen.cbegin(); variable != seen.cend(); ++variable) {
        const bool isPromised = allowed.contains(variable.key()) || variable.key().startsWith("LC_"_L1) || variable.key().startsWith("BATON_"_L1);
        QVERIFY2(isPromised, qPrintable(variable.key()));
    }
    QCOMPARE(seen[u"PORT"_s], u"8080"_s);
    QCOMPARE(seen[u"LC_TIME"_s], u"C"_s);
    QCOMPARE(seen[u"BATON_TASK"_s], u"look"_s);
    QCOMPARE(seen[u"BATON_PERSONA"_s], u"writer"_s);
    QCOMPARE(seen[u"BATON_PHASE"_s], u"first"_s);
    QCOMPARE(seen[u"BATON_ATTEMPT"_s], u"1"_s);
    QCOMPARE(seen[u"BATON_WORKSPACE"_s], m_dir->path());
    QCOMPARE(seen[u"BATON_RUN_DIR"_s], m_runner->runDir());
    QCOMPARE(contentsOf(seen[u"BATON_INPUTS"_s]), u"in/a.md\nin/b.md\n"_s);
    QVERIFY(contentsOf(seen[u"BATON_PROMPT_FILE"_s]).contains(u"[WORKER]"_s));
    for (const QString &name : {u"BATON_EVENTS"_s, u"BATON_RESULT"_s, u"BATON_NOTE"_s})
        QVERIFY2(seen.contains(name), qPrintable(name));
}

void TestShellRun::argumentsAreNotInterpreted()
{
    Contents contents;
    Task task{.id = u"say"_s, .executor = {u"shell"_s, {{u"argv"_s, QJsonArray{u"printf"_s, u"%s|"_s, u"$HOME; `id`"_s, u"a  b"_s}}}}};
    test::add(contents, task);
    QCOMPARE(run(contents), RunStatus::Complete);
    QCOMPARE(log(u"say"_s), u"$HOME; `id`|a  b|"_s);
}

void TestShellRun::aTaskWorksInItsFolder()
{
    QDir(m_dir->path()).mkpath(u"work/sub"_s);
    Contents contents;
    contents.info.root = u"work"_s;
    test::add(contents, shell(u"here"_s, u"pwd"_s));
    Task task = shell(u"there"_s, u"pwd"_s);
    task.executor.options.insert(u"cwd"_s, u"sub"_s);
    test::add(contents, task);
    QCOMPARE(run(contents), RunStatus::Complete);
    QCOMPARE(log(u"here"_s).trimmed(), path(u"work"_s));
    QCOMPARE(log(u"there"_s).trimmed(), path(u"work/sub"_s));
}

void TestShellRun::aFolderOutsideIsRefused()
{
    QFile::link(u"/tmp"_s, path(u"out"_s));
    for (const QString &folder : {u".."_s, u"/tmp"_s, u"out"_s, u"missing"_s}) {
        Contents contents;
        Task task = shell(u"there"_s, u"touch ran"_s);
        task.executor.options.insert(u"cwd"_s, folder);
        test::add(contents, task);
        QCOMPARE(run(contents), RunStatus::Failed);
        QVERIFY2(this->task(u"there"_s).reason.contains(u"there"_s), qPrintable(this->task(u"there"_s).reason));
    }
}

void TestShellRun::whatCannotBeStartedFails()
{
    Contents contents;
    test::add(contents, Task{.id = u"gone"_s, .executor = {u"shell"_s, {{u"argv"_s, QJsonArray{u"no-such-program-anywhere"_s}}}}});
    test::add(contents, Task{.id = u"empty"_s, .executor = {u"shell"_s, {}}});
    QCOMPARE(run(contents), RunStatus::Failed);
    QCOMPARE(task(u"gone"_s).state, TaskState::Failed);
    QVERIFY2(task(u"gone"_s).reason.contains(u"No such file"_s), qPrintable(task(u"gone"_s).reason));
    QVERIFY2(task(u"empty"_s).reason.contains(u"nothing to run"_s), qPrintable(task(u"empty"_s).reason));
}

void TestShellRun::aStatusIsAFailureWithItsLastWords()
{
    Contents contents;
    test::add(contents, shell(u"break"_s, u"echo fine; echo 'disk on fire' >&2; exit 3"_s));
    QCOMPARE(run(contents), RunStatus::Failed);
    QVERIFY(task(u"break"_s).reason.contains(u"3"_s));
    QVERIFY(task(u"break"_s).reason.contains(u"disk on fire"_s));
}

void TestShellRun::status75BlocksWithTheLastLineOfStderr()
{
    Contents contents;
    test::add(contents, shell(u"ask"_s, u"echo 'need the key' >&2; echo 'and this is stdout'; exit 75"_s));
    m_runner = runner(contents);
    QSignalSpy asked(m_runner.get(), &Runner::needsPerson);
    m_runner->start();
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(task(u"ask"_s).state, TaskState::Blocked);
    QCOMPARE(task(u"ask"_s).reason, u"need the key"_s);
}

/// Who reads it need not be named in the plan: here it is a script.
void TestShellRun::theNoteIsAFileInLargePlansToo()
{
    write(u"read.sh"_s, "cat \"$BATON_NOTE\" > seen.txt");
    Contents contents;
    test::add(contents, Task{.id = u"read"_s, .executor = {u"shell"_s, {{u"argv"_s, QJsonArray{u"sh"_s, u"read.sh"_s}}}}});
    for (int i = 0; i < 201; ++i)
        test::add(contents, Task{.id = u"t%1"_s.arg(i), .executor = {u"shell"_s, {{u"argv"_s, QJsonArray{u"true"_s}}}}});
    QCOMPARE(run(contents), RunStatus::Complete);
    QVERIFY(QFile::exists(path(u"seen.txt"_s)));
}

void TestShellRun::aResolvedTaskGoesOnInTheSameAttemptWithTheNote()
{
    Contents contents;
    test::add(contents, shell(u"ask"_s, u"test -s \"$BATON_NOTE\" || exit 75; cat \"$BATON_NOTE\"; echo $BATON_ATTEMPT"_s));
    m_runner = runner(contents);
    QSignalSpy asked(m_runner.get(), &Runner::needsPerson);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->start();
    QTRY_COMPARE(asked.size(), 1);
    QVERIFY(m_runner->answer(u"ask"_s, Action::Resolve, u"the key is 42"_s).ok());
    QVERIFY(finished.wait());
    QCOMPARE(m_runner->state().status, RunStatus::Complete);
    QCOMPARE(log(u"ask"_s), u"the key is 42\n1\n"_s);
}

void TestShellRun::aBlockedProcessThatLivesReadsTheNote()
{
    Contents contents;
    test::add(contents, shell(u"ask"_s, u"echo '{\"event_type\":\"blocked\",\"data\":{\"reason\":\"which port?\"}}' >> \"$BATON_EVENTS\"; "
                                        "while ! test -s \"$BATON_NOTE\"; do sleep 0.02; done; cat \"$BATON_NOTE\""_s));
    m_runner = runner(contents);
    QSignalSpy asked(m_runner.get(), &Runner::needsPerson);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->start();
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(task(u"ask"_s).reason, u"which port?"_s);
    QVERIFY(m_runner->answer(u"ask"_s, Action::Resolve, u"8080"_s).ok());
    QCOMPARE(task(u"ask"_s).state, TaskState::Active);
    QVERIFY(finished.wait());
    QCOMPARE(m_runner->state().status, RunStatus::Complete);
    QCOMPARE(log(u"ask"_s), u"8080\n"_s);
}

void TestShellRun::aFailedTaskIsTriedAgain()
{
    Contents contents;
    Task task = shell(u"flaky"_s, u"echo $BATON_ATTEMPT >> tries; test $BATON_ATTEMPT = 3"_s);
    task.retryMax = 2;
    test::add(contents, task);
    QCOMPARE(run(contents), RunStatus::Complete);
    QCOMPARE(contentsOf(u"tries"_s), u"1\n2\n3\n"_s);
}

void TestShellRun::eventsAreRecordedWhileTheTaskRuns()
{
    Contents contents;
    test::add(contents, shell(u"work"_s, u"echo '{\"event_type\":\"worker.checkpoint\",\"data\":{\"checkpoint\":\"half\",\"tasks_completed\":5,\"tasks_remaining\":4}}' >> \"$BATON_EVENTS\"; "
                                         "while ! test -e go-on; do sleep 0.02; done; "
                                         "printf '%s' '{\"usage\":{\"input_tokens\":10,\"output_tokens\":5}}' > \"$BATON_RESULT\""_s));
    m_runner = runner(contents);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->start();
    QTRY_COMPARE(task(u"work"_s).checkpoint, u"half"_s);
    QCOMPARE(task(u"work"_s).state, TaskState::Active);
    QCOMPARE(task(u"work"_s).subtasksDone, 5);
    QFile go(path(u"go-on"_s));
    QVERIFY(go.open(QIODevice::WriteOnly));
    QVERIFY(finished.wait());
    QCOMPARE(task(u"work"_s).usage.total(), 15);
}

void TestShellRun::hostileEventsAreRefusedAndReported()
{
    Contents contents;
    test::add(contents, shell(u"evil"_s,
                              u"E=\"$BATON_EVENTS\"; echo '{\"event_type\":\"run.finished\",\"data\":{\"state\":\"COMPLETE\"}}' >> $E; "
                              "echo '{\"event_type\":\"gate.passed\"}' >> $E; echo '{\"event_type\":\"worker.complete\"}' >> $E; "
                              "echo '{\"event_type\":\"checkpoint\",\"worker_id\":\"other\"}' >> $E; echo 'not json' >> $E; "
                              "head -c 300 /dev/zero >> $E; echo >> $E; echo '[[[[' >> $E; "
                              "echo '{\"event_type\":\"checkpoint\",\"data\":{\"checkpoint\":\"honest\"}}' >> $E; exit 1"_s));
    test::add(contents, shell(u"link"_s, u"ln -s /etc/passwd \"$BATON_EVENTS\"; mkfifo \"$BATON_RESULT\""_s));
    m_runner = runner(contents);
    QSignalSpy warned(m_runner.get(), &Runner::warned);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->start();
    QVERIFY(finished.wait());
    QCOMPARE(warned.size(), 7);
    QCOMPARE(task(u"evil"_s).checkpoint, u"honest"_s);
    QCOMPARE(task(u"evil"_s).state, TaskState::Failed);
    QCOMPARE(task(u"link"_s).state, TaskState::Failed);
}

void TestShellRun::aVerdictWithoutIssuesIsNone()
{
    Contents contents;
    test::add(contents, shell(u"build"_s, u"true"_s));
    Task check = shell(u"check"_s, u"echo '{\"verdict\":\"approved\"}' > \"$BATON_RESULT\""_s);
    check.validates = {u"build"_s};
    check.verdict = true;
    test::add(contents, check);
    QCOMPARE(run(contents), RunStatus::Failed);
    QVERIFY2(task(u"check"_s).reason.contains(u"no issue list"_s), qPrintable(task(u"check"_s).reason));
}

void TestShellRun::aValidationWithoutVerdictFails()
{
    Contents contents;
    test::add(contents, shell(u"build"_s, u"true"_s));
    Task check = shell(u"check"_s, u"true"_s);
    check.validates = {u"build"_s};
    check.verdict = true;
    test::add(contents, check);
    QCOMPARE(run(contents), RunStatus::Failed);
    QVERIFY(task(u"check"_s).reason.contains(u"verdict"_s));
}

void TestShellRun::anOutcomeChoosesTheBranch()
{
    Contents contents;
    Task triage = shell(u"triage"_s, u"echo '{\"outcome\":\"hard\"}' > \"$BATON_RESULT\""_s);
    triage.outcomes = {u"hard"_s, u"easy"_s};
    test::add(contents, triage);
    for (const QString &branch : triage.outcomes) {
        Task task = shell(branch, u"true"_s);
        task.needs = {Need{.target = u"triage"_s, .when = {branch}}};
        test::add(contents, task);
    }
    QCOMPARE(run(contents), RunStatus::Complete);
    QCOMPARE(task(u"hard"_s).state, TaskState::Complete);
    QCOMPARE(task(u"easy"_s).state, TaskState::Skipped);
}

void TestShellRun::aBranchIsChosenByNameOrTheTaskFails_data()
{
    QTest::addColumn<QStringList>("outcomes");
    QTest::addColumn<QStringList>("branches");
    QTest::addColumn<QString>("said");
    QTest::addColumn<TaskState>("end");
    const QStringList two{u"hard"_s, u"easy"_s};
    QTest::newRow("none of two") << two << two << QString() << TaskState::Failed;
    QTest::newRow("one of two") << two << two << u"easy"_s << TaskState::Complete;
    QTest::newRow("one that is not declared") << two << two << u"zzz"_s << TaskState::Failed;
    QTest::newRow("none, and one branch takes the rest") << two << QStringList{u"hard"_s, u"default"_s} << QString() << TaskState::Complete;
    QTest::newRow("none, and nobody asks") << two << QStringList() << QString() << TaskState::Complete;
    QTest::newRow("none of one") << QStringList{u"hard"_s} << QStringList{u"hard"_s} << QString() << TaskState::Complete;
}

void TestShellRun::aBranchIsChosenByNameOrTheTaskFails()
{
    QFETCH(QStringList, outcomes);
    QFETCH(QStringList, branches);
    QFETCH(QString, said);
    QFETCH(TaskState, end);
    Contents contents;
    Task triage = shell(u"triage"_s, said.isEmpty() ? u"true"_s : u"echo '{\"outcome\":\"%1\"}' > $BATON_RESULT"_s.arg(said));
    triage.outcomes = outcomes;
    test::add(contents, triage);
    for (const QString &branch : std::as_const(branches)) {
        Task task = shell(u"to-"_s + branch, u"true"_s);
        task.needs = {Need{.target = u"triage"_s, .when = {branch}}};
        test::add(contents, task);
    }
    run(contents);
    QVERIFY2(task(u"triage"_s).state == end, qPrintable(task(u"triage"_s).reason));
    if (end == TaskState::Failed)
        QVERIFY2(task(u"triage"_s).reason.contains(u"hard, easy"_s), qPrintable(task(u"triage"_s).reason));
}

void TestShellRun::aNoteIsAlwaysThereToBeRead()
{
    Contents contents;
    test::add(contents, shell(u"read"_s, u"cat \"$BATON_NOTE\""_s));
    QCOMPARE(run(contents), RunStatus::Complete);
    QCOMPARE(log(u"read"_s), QString());
}

void TestShellRun::aFurtherRoundIsToldWhatTheLastOneFound()
{
    Contents contents;
    test::add(contents, Phase{.id = u"refine"_s, .repeatMax = 2, .repeatUntil = u"review.approved"_s});
    Task draft = shell(u"draft"_s, u"cat $BATON_NOTE; grep -c 'too short' $BATON_PROMPT_FILE || true"_s);
    draft.phase = u"refine"_s;
    test::add(contents, draft);
    Task review = shell(u"review"_s, u"test -s $BATON_NOTE && echo '{\"verdict\":\"approved\",\"issues\":[]}' > $BATON_RESULT || "
                                     "echo '{\"verdict\":\"rejected\",\"issues\":[{\"what\":\"too short\"}]}' > $BATON_RESULT"_s);
    review.phase = u"refine"_s;
    review.validates = {u"draft"_s};
    test::add(contents, review);
    m_runner = runner(contents);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->start();
    QVERIFY(finished.wait(20'000));
    QCOMPARE(log(u"draft"_s).trimmed(), u"0"_s);
    const RunPlan &plan = m_runner->plan();
    QCOMPARE(m_runner->state().tasks.at(plan.indexOfTask(u"review#2"_s)).state, TaskState::Complete);
    QCOMPARE(log(u"draft#2"_s).trimmed(), u"{\"what\":\"too short\"}\n1"_s);
}

void TestShellRun::aFileThatIsNamedTwiceIsReadOnce()
{
    QVERIFY(write(u"plan.md"_s, "plan\n"));
    Contents contents;
    test::add(contents, shell(u"plan"_s, u"true"_s));
    Task work = shell(u"work"_s, u"cat $BATON_INPUTS"_s);
    work.inputs = {u"plan.md"_s};
    work.needs = {Need{.target = u"plan"_s, .type = NeedType::Output, .files = {u"plan.md"_s}}};
    test::add(contents, work);
    QCOMPARE(run(contents), RunStatus::Complete);
    QCOMPARE(log(u"work"_s), u"plan.md\n"_s);
}

void TestShellRun::promisedFilesAreHashed()
{
    Contents contents;
    Task task = shell(u"write"_s, u"mkdir -p out/deep; printf abc > out/a.txt; printf x > out/deep/b.md; : > out/deep/empty.md; printf y > plain"_s);
    task.deliverables = {u"out/"_s, u"plain"_s};
    task.evidence = {u"out/**/*.md"_s};
    test::add(contents, task);
    QCOMPARE(run(contents), RunStatus::Complete);
    QList<VerifiedFile> files = this->task(u"write"_s).evidence;
    std::sort(files.begin(), files.end(), [](const auto &a, const auto &b) { return a.path < b.path; });
    QCOMPARE(files.size(), 3);
    QCOMPARE(files.first(), (VerifiedFile{u"out/a.txt"_s, 3, u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s}));
    QVERIFY(contentsOf(m_runner->folder().evidencePath()).contains(u"ba7816bf"_s));
    QVERIFY(!QFile::exists(path(u".baton/markers"_s)));
}

void TestShellRun::brokenPromisesFailTheTask_data()
{
    QTest::addColumn<QString>("promise");
    QTest::addColumn<QString>("command");
    QTest::newRow("missing") << u"a.txt"_s << u"true"_s;
    QTest::newRow("empty") << u"a.txt"_s << u": > a.txt"_s;
    QTest::newRow("there before") << u"old.txt"_s << u"true"_s;
    QTest::newRow("copied with its old time") << u"a.txt"_s << u"cp -p old.txt a.txt"_s;
    QTest::newRow("a link out") << u"a.txt"_s << u"ln -s /etc/passwd a.txt"_s;
    QTest::newRow("a folder that leads out") << u"d/passwd"_s << u"ln -s /etc d"_s;
    QTest::newRow("outside") << u"../a.txt"_s << u"echo x > ../a.txt; rm ../a.txt"_s;
    QTest::newRow("absolute") << u"/etc/passwd"_s << u"true"_s;
    QTest::newRow("below .baton") << u".baton/a.txt"_s << u"echo x > .baton/a.txt"_s;
    QTest::newRow("below .baton, in disguise") << u"./x/../.baton/a.txt"_s << u"mkdir x; echo x > .baton/a.txt"_s;
    QTest::newRow("below .baton, by a link") << u"l/a.txt"_s << u"ln -s .baton l; echo x > l/a.txt"_s;
    QTest::newRow("a pipe") << u"a.txt"_s << u"mkfifo a.txt"_s;
    QTest::newRow("an empty folder") << u"d/"_s << u"mkdir d"_s;
    QTest::newRow("a glob without a fresh file") << u"*.txt"_s << u": > b.txt"_s;
}

void TestShellRun::brokenPromisesFailTheTask()
{
    QFETCH(QString, promise);
    QFETCH(QString, command);
    QFile old(path(u"old.txt"_s));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.flush();
    QVERIFY(old.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime));
    old.close();
    Contents contents;
    Task task = shell(u"write"_s, command);
    task.evidence = {promise};
    test::add(contents, task);
    QCOMPARE(run(contents), RunStatus::Failed);
    const QString reason = this->task(u"write"_s).reason;
    QVERIFY2(reason.contains(promise) || reason.contains(QDir::cleanPath(promise)), qPrintable(reason));
    QVERIFY(this->task(u"write"_s).evidence.isEmpty());
}

/// A process, its child, and a grandchild that has left for a session of its own and forgets its environment's shell.
static const QString family = u"echo $$ > pids.part; sleep 600 & echo $! >> pids.part; "
                              "(setsid sh -c 'echo $$ >> pids.part; sleep 600 & echo $! >> pids.part; mv pids.part pids; wait' &) ; "
                              "trap '' TERM; while :; do sleep 0.05; done"_s;

QList<qint64> TestShellRun::startFamily(Contents contents)
{
    m_runner = runner(contents);
    m_runner->start();
    QList<qint64> pids;
    if (QTest::qWaitFor([this] { return QFile::exists(path(u"pids"_s)); }, 10'000)) {
        for (const QString &line : contentsOf(u"pids"_s).split('\n'_L1, Qt::SkipEmptyParts))
            pids.append(line.toLongLong());
    }
    return pids;
}

namespace {

/// `api` owns src/api.c and writes it; what comes behind it is the test's. All in one phase with a gate.
Contents owned(const QList<Task> &behind)
{
    Contents contents;
    Phase phase;
    phase.id = u"one"_s;
    test::add(contents, phase);
    Gate gate;
    gate.id = u"g"_s;
    gate.phase = u"one"_s;
    test::add(contents, gate);
    Task api{.id = u"api"_s, .phase = u"one"_s, .owns = {u"src/api.c"_s, u"lib/**"_s},
             .executor = {u"shell"_s, {{u"command"_s, u"mkdir -p src lib; echo api > src/api.c"_s}}}};
    test::add(contents, api);
    for (Task task : behind) {
        task.phase = u"one"_s;
        task.needs = {test::need(u"api"_s)};
        test::add(contents, task);
    }
    return contents;
}

} // namespace

void TestShellRun::aWriteToAnothersFileHoldsTheGate()
{
    Task ui = shell(u"ui"_s, u"mkdir -p web; echo ui > web/ui.js; echo ui >> src/api.c; echo ui > lib/new.c; echo ui > free.txt"_s);
    ui.owns = {u"web/**"_s};
    QCOMPARE(run(owned({ui})), RunStatus::Failed);
    const RunState &state = m_runner->state();
    const TaskRun &task = state.tasks.at(m_runner->plan().indexOfTask(u"ui"_s));
    QCOMPARE(task.state, TaskState::Complete);
    QCOMPARE(task.trespasses.size(), 2); // not its own file, nor the one that nobody owns
    QVERIFY(task.trespasses.contains(Trespass{u"src/api.c"_s, u"api"_s, true}));
    QVERIFY(task.trespasses.contains(Trespass{u"lib/new.c"_s, u"api"_s, true}));
    QCOMPARE(state.tasks.at(m_runner->plan().indexOfTask(u"api"_s)).trespasses, QList<Trespass>());
    QCOMPARE(state.gates.first().state, GateState::Failed);
    QCOMPARE(state.gates.first().criteria.last().criterion, u"ownership"_s);
    QVERIFY(state.gates.first().criteria.last().saw.contains(u"ui wrote src/api.c, which api owns"_s));
}

void TestShellRun::aFileOfAnotherThatIsDeletedHoldsTheGate()
{
    Task clean = shell(u"clean"_s, u"mkdir -p web; echo x > web/tmp; rm web/tmp src/api.c"_s);
    clean.owns = {u"web/**"_s};
    QCOMPARE(run(owned({clean})), RunStatus::Failed);
    const QList<Trespass> expected{{u"src/api.c"_s, u"api"_s, true, true}}; // its own file it may delete
    QCOMPARE(task(u"clean"_s).trespasses, expected);
    QVERIFY(m_runner->state().gates.first().criteria.last().saw.contains(u"clean deleted src/api.c, which api owns"_s));
}

void TestShellRun::whatAFailedAttemptDidToOthersCounts()
{
    // The first attempt writes and fails, the second does nothing wrong.
    Task ui = shell(u"ui"_s, u"test $BATON_ATTEMPT = 2 || { echo ui >> src/api.c; exit 1; }"_s);
    ui.retryMax = 1;
    QCOMPARE(run(owned({ui})), RunStatus::Failed);
    QCOMPARE(task(u"ui"_s).state, TaskState::Complete);
    const QList<Trespass> expected{{u"src/api.c"_s, u"api"_s, true}};
    QCOMPARE(task(u"ui"_s).trespasses, expected);
    QCOMPARE(m_runner->state().gates.first().state, GateState::Failed);
}

void TestShellRun::whatAPersonDeletedBetweenTasksHoldsNothing()
{
    Task late = shell(u"late"_s, u"true"_s);
    late.launch = LaunchMode::Approve;
    Contents contents = owned({late});
    m_runner = runner(contents);
    QSignalSpy asked(m_runner.get(), &Runner::needsPerson);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->start();
    QTRY_VERIFY_WITH_TIMEOUT(!asked.isEmpty(), 15'000);
    QVERIFY(QFile::remove(path(u"src/api.c"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(path(u"lib"_s)).lastModified().msecsTo(QDateTime::currentDateTime()) > 1200, 5'000);
    QVERIFY(m_runner->answer(u"late"_s, Action::Approve).ok());
    QVERIFY(finished.wait(15'000));
    for (const Trespass &trespass : task(u"late"_s).trespasses)
        QVERIFY(!trespass.certain);
    QCOMPARE(m_runner->state().gates.first().state, GateState::Passed);
}

void TestShellRun::aWriteThatMayBeAnybodysHoldsNothing()
{
    // Each waits for the other, so that they run at the same time.
    const QString meet = u"echo > here-$BATON_TASK; while ! test -e here-left || ! test -e here-right; do sleep 0.01; done; "_s;
    QCOMPARE(run(owned({shell(u"left"_s, meet + u"echo x >> src/api.c"_s), shell(u"right"_s, meet)})), RunStatus::Complete);
    QList<Trespass> found;
    for (const TaskRun &task : m_runner->state().tasks)
        found += task.trespasses;
    QVERIFY(!found.isEmpty());
    QVERIFY(std::none_of(found.cbegin(), found.cend(), [](const Trespass &trespass) { return trespass.certain; }));
}

void TestShellRun::aTaskCannotAccuseItself()
{
    Task liar = shell(u"liar"_s, u"echo '{\"event_type\":\"checkpoint\",\"data\":{\"trespasses\":[{\"path\":\"a\",\"owner\":\"api\",\"certain\":true}]}}' >> $BATON_EVENTS"_s);
    QCOMPARE(run(owned({liar})), RunStatus::Complete);
    QCOMPARE(m_runner->state().tasks.last().trespasses, QList<Trespass>());
}

void TestShellRun::aTimeoutEndsEverythingTheTaskStarted()
{
    Contents contents;
    Task task = shell(u"hang"_s, family);
    task.timeoutTotal = Duration{u"3s"_s}; // In which all of it starts on a busy machine too.
    test::add(contents, task);
    const QList<qint64> pids = startFamily(contents);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    QCOMPARE(pids.size(), 4);
    QVERIFY(finished.wait(15'000));
    QCOMPARE(m_runner->state().status, RunStatus::Failed);
    for (const qint64 pid : pids)
        QVERIFY2(!lives(pid), qPrintable(QString::number(pid)));
}

void TestShellRun::cancellingEndsEverythingTheTaskStarted()
{
    Contents contents;
    test::add(contents, shell(u"hang"_s, family));
    const QList<qint64> pids = startFamily(contents);
    QCOMPARE(pids.size(), 4);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->stop();
    QVERIFY(finished.wait(15'000));
    QCOMPARE(m_runner->state().status, RunStatus::Cancelled);
    for (const qint64 pid : pids)
        QVERIFY2(!lives(pid), qPrintable(QString::number(pid)));
}

void TestShellRun::issuesAreSeenWhileTheirValidationRuns()
{
    Contents contents;
    test::add(contents, shell(u"make"_s, u"true"_s));
    Task judge = shell(u"judge"_s, u"echo '{\"verdict\": \"rejected\", \"iss' > $BATON_RESULT; " // half of it is no result
                                   "echo '{\"verdict\": \"rejected\", \"issues\": [{\"what\": \"a hole\"}]}' > $BATON_RESULT; "
                                   "while ! test -e go; do sleep 0.02; done; "
                                   "echo '{\"verdict\": \"approved\", \"issues\": []}' > $BATON_RESULT"_s);
    judge.validates = {u"make"_s};
    judge.needs = {test::need(u"make"_s)};
    test::add(contents, judge);
    m_runner = runner(contents);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->start();
    QTRY_VERIFY_WITH_TIMEOUT(task(u"judge"_s).verdict, 15'000);
    QCOMPARE(task(u"judge"_s).state, TaskState::Active);
    QVERIFY(task(u"judge"_s).verdict->isSoFar);
    QCOMPARE(task(u"judge"_s).verdict->issues.size(), 1);
    QVERIFY(QFile(path(u"go"_s)).open(QIODevice::WriteOnly));
    QVERIFY(finished.wait(15'000));
    QCOMPARE(*task(u"judge"_s).verdict, (Verdict{true, {}})); // what counts is what it left at its end
}

void TestShellRun::whatAFailedAttemptSpentCounts()
{
    Contents contents;
    Task task = shell(u"dear"_s, u"echo '{\"usage\": {\"input_tokens\": 70}, \"outcome\": \"half\"}' > $BATON_RESULT; test $BATON_ATTEMPT = 2"_s);
    task.retryMax = 1;
    test::add(contents, task);
    QCOMPARE(run(contents), RunStatus::Complete);
    QCOMPARE(this->task(u"dear"_s).usage.inputTokens, 140);
}

void TestShellRun::aTaskThatEndsLeavesNothingBehind_data()
{
    QTest::addColumn<QString>("end");
    QTest::newRow("well") << u"exit 0"_s;
    QTest::newRow("failed") << u"exit 1"_s;
    QTest::newRow("crashed") << u"kill -SEGV $$"_s;
}

void TestShellRun::aTaskThatEndsLeavesNothingBehind()
{
    QFETCH(QString, end);
    Contents contents;
    test::add(contents, shell(u"spawn"_s, u"sleep 600 & echo $! > pids; setsid sh -c 'trap \"\" TERM; echo $$ >> pids; while :; do sleep 0.05; done' & "
                                          "while [ $(wc -l < pids) -lt 2 ]; do sleep 0.02; done; "_s + end));
    run(contents);
    const QStringList pids = contentsOf(u"pids"_s).split('\n'_L1, Qt::SkipEmptyParts);
    QCOMPARE(pids.size(), 2);
    for (const QString &pid : pids)
        QVERIFY2(!lives(pid.toLongLong()), qPrintable(pid));
}

void TestShellRun::whatATaskStartedWithoutItsEnvironmentEndsWithIt()
{
    Contents contents;
    test::add(contents, shell(u"spawn"_s, u"(env -i setsid /bin/sh -c 'echo $$ > pid; exec sleep 600' < /dev/null > /dev/null 2>&1 &); "
                                          "while ! test -s pid; do sleep 0.02; done"_s));
    Task after = shell(u"after"_s, u"! kill -0 $(cat pid)"_s);
    after.needs = {test::need(u"spawn"_s)};
    test::add(contents, after);
    QCOMPARE(run(contents), RunStatus::Complete);
}

void TestShellRun::whatANeighbourStartedIsLeftAlone()
{
    Contents contents;
    test::add(contents, shell(u"keep"_s, u"(env -i setsid /bin/sh -c 'echo $$ > pid; exec sleep 600' < /dev/null > /dev/null 2>&1 &); "
                                         "while ! test -s pid; do sleep 0.02; done; touch ready; while ! test -e go; do sleep 0.02; done; kill -0 $(cat pid)"_s));
    test::add(contents, shell(u"quick"_s, u"while ! test -e ready; do sleep 0.02; done"_s));
    Task open = shell(u"open"_s, u"touch go"_s);
    open.needs = {test::need(u"quick"_s)};
    test::add(contents, open);
    QCOMPARE(run(contents), RunStatus::Complete);
    QVERIFY(!lives(contentsOf(u"pid"_s).trimmed().toLongLong()));
}

void TestShellRun::outputIsASignOfLife()
{
    Contents contents;
    Task task = shell(u"talk"_s, u"for i in 1 2 3 4 5 6 7 8; do echo $i; sleep 0.3; done"_s);
    task.timeoutIdle = Duration{u"2s"_s};
    test::add(contents, task);
    QCOMPARE(run(contents), RunStatus::Complete);
}

void TestShellRun::silenceIsATimeout()
{
    Contents contents;
    Task task = shell(u"hang"_s, u"echo once; sleep 600"_s);
    task.timeoutIdle = Duration{u"200ms"_s};
    test::add(contents, task);
    QCOMPARE(run(contents), RunStatus::Failed);
}

void TestShellRun::anInterruptionUsesUpNoAttempt()
{
    Contents contents;
    test::add(contents, shell(u"long"_s, u"echo $BATON_ATTEMPT >> tries; test -e go-on || sleep 600"_s));
    m_runner = runner(contents);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->start();
    QTRY_VERIFY(!contentsOf(u"tries"_s).isEmpty());
    m_runner->interrupt();
    QVERIFY(finished.wait(10'000));
    QCOMPARE(m_runner->state().status, RunStatus::Paused);
    const QString dir = m_runner->runDir();
    const Result<Journal> journal = readJournal(m_runner->folder().journalPath());
    QVERIFY(journal.ok());
    QCOMPARE(journal->events.last().type, EventType::RunPaused); // the last word, when nothing runs any more
    QCOMPARE(journal->events.at(journal->events.size() - 2).type, EventType::WorkerFailed);
    m_runner.reset();
    QFile go(path(u"go-on"_s));
    QVERIFY(go.open(QIODevice::WriteOnly));
    auto resumed = Runner::resume(dir, *compile(contents), {.trusted = true});
    QVERIFY(resumed.ok());
    m_runner = std::move(*resumed);
    QSignalSpy again(m_runner.get(), &Runner::finished);
    m_runner->start();
    QVERIFY(again.wait(10'000));
    QCOMPARE(m_runner->state().status, RunStatus::Complete);
    QCOMPARE(contentsOf(u"tries"_s), u"1\n1\n"_s);
}

void TestShellRun::aChangedInputIsWorkedOnAgain_data()
{
    QTest::addColumn<QByteArray>("later");
    QTest::addColumn<QString>("tries");
    QTest::newRow("the same") << QByteArray("one\n") << u"read next again wait wait "_s;
    QTest::newRow("another") << QByteArray("two\n") << u"read next again wait read next again wait "_s;
}

/// `read` reads in.txt, `next` what that made, `again` changes a file of its own that it reads; `wait` is interrupted.
void TestShellRun::aChangedInputIsWorkedOnAgain()
{
    QFETCH(QByteArray, later);
    QFETCH(QString, tries);
    const auto write = [this](const QString &name, const QByteArray &bytes) {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(write(u"in.txt"_s, "one\n") && write(u"own.txt"_s, "own\n"));
    const QString say = u"printf '%s ' $BATON_TASK >> tries; "_s;
    Contents contents;
    Task read = shell(u"read"_s, say + u"cp in.txt out.txt"_s);
    read.inputs = {u"in.txt"_s};
    read.deliverables = {u"out.txt"_s};
    test::add(contents, read);
    Task next = shell(u"next"_s, say + u"cat out.txt"_s);
    next.inputs = {u"out.txt"_s};
    next.needs = {test::need(u"read"_s)};
    test::add(contents, next);
    Task again = shell(u"again"_s, say + u"echo more >> own.txt"_s);
    again.inputs = {u"own.txt"_s};
    again.needs = {test::need(u"next"_s)};
    test::add(contents, again);
    Task wait = shell(u"wait"_s, say + u"test -e go-on || sleep 600"_s);
    wait.needs = {test::need(u"again"_s)};
    test::add(contents, wait);
    m_runner = runner(contents);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->start();
    QTRY_VERIFY(contentsOf(u"tries"_s).endsWith(u"wait "_s));
    m_runner->interrupt();
    QVERIFY(finished.wait(10'000));
    const QString dir = m_runner->runDir();
    m_runner.reset();
    QVERIFY(write(u"in.txt"_s, later) && write(u"go-on"_s, "x"));
    auto resumed = Runner::resume(dir, *compile(contents), {.trusted = true});
    QVERIFY(resumed.ok());
    m_runner = std::move(*resumed);
    QSignalSpy ended(m_runner.get(), &Runner::finished);
    m_runner->start();
    QVERIFY(ended.wait(20'000));
    QCOMPARE(m_runner->state().status, RunStatus::Complete);
    QCOMPARE(contentsOf(u"tries"_s), tries);
}

void TestShellRun::aLostSupervisorInterruptsItsTasks()
{
    Contents contents;
    // What it started in a session of its own is in nobody's group, and found by its environment.
    test::add(contents, shell(u"long"_s, u"setsid sh -c 'echo $$ > stray; exec sleep 600' & while ! test -s stray; do :; done; "
                                         "echo x >> tries; test -e go-on || sleep 600"_s));
    m_runner = runner(contents);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->start();
    QTRY_VERIFY(!contentsOf(u"tries"_s).isEmpty());
    const qint64 stray = contentsOf(u"stray"_s).toLongLong();
    QVERIFY(lives(stray));
    QFile go(path(u"go-on"_s));
    QVERIFY(go.open(QIODevice::WriteOnly));
    const QString line = contentsOf(m_runner->folder().processesPath()).section("supervisor "_L1, 1);
    QVERIFY(::kill(pid_t(line.section(' '_L1, 0, 0).toLongLong()), SIGKILL) == 0);
    QVERIFY(finished.wait(10'000));
    QCOMPARE(m_runner->state().status, RunStatus::Complete);
    QCOMPARE(contentsOf(u"tries"_s), u"x\nx\n"_s);
    QTRY_VERIFY(!lives(stray));
}

void TestShellRun::aPersonDoesAHumanTask()
{
    Contents contents;
    test::add(contents, Task{.id = u"sign"_s, .evidence = {u"signed.txt"_s}, .retryMax = 1, .executor = {u"human"_s, {}}});
    m_runner = runner(contents);
    QSignalSpy asked(m_runner.get(), &Runner::needsPerson);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->start();
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(task(u"sign"_s).state, TaskState::Active);
    QVERIFY(m_runner->answer(u"sign"_s, Action::Approve).ok()); // but nothing is signed
    QTRY_COMPARE(asked.size(), 2);
    QCOMPARE(task(u"sign"_s).attempt, 2);
    QFile file(path(u"signed.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("yes");
    file.close();
    QVERIFY(m_runner->answer(u"sign"_s, Action::Approve).ok());
    QVERIFY(finished.wait());
    QCOMPARE(m_runner->state().status, RunStatus::Complete);
}

void TestShellRun::aPersonsNotesReachWhomTheyAreFor()
{
    Contents contents;
    Task work = shell(u"work"_s, u"cat \"$BATON_NOTE\" >> heard"_s);
    work.launch = LaunchMode::Approve;
    Task review{.id = u"review"_s, .executor = {u"human"_s, {}}};
    review.validates = {u"work"_s};
    work.phase = review.phase = u"one"_s;
    test::add(contents, Phase{.id = u"one"_s});
    test::add(contents, work);
    test::add(contents, review);
    test::add(contents, Gate{.id = u"g"_s, .phase = u"one"_s, .onFail = OnFail::Retry, .retryMax = 1});
    m_runner = runner(contents);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    const auto asksFor = [&](const QString &id) {
        const QList<Question> questions = openQuestions(m_runner->plan(), m_runner->state());
        return questions.size() == 1 && questions.first().subject == id;
    };
    m_runner->start();
    QTRY_VERIFY(asksFor(u"work"_s));
    QVERIFY(m_runner->answer(u"work"_s, Action::Approve, u"mind the tax"_s).ok());
    QTRY_VERIFY(asksFor(u"review"_s));
    QCOMPARE(contentsOf(u"heard"_s), u"mind the tax\n"_s);
    QVERIFY(m_runner->answer(u"review"_s, Action::Refuse, u"the total is wrong"_s).ok());
    QTRY_VERIFY(asksFor(u"work"_s));
    QVERIFY(m_runner->answer(u"work"_s, Action::Approve, u"and the date"_s).ok());
    QTRY_VERIFY(asksFor(u"review"_s));
    const QString heard = contentsOf(u"heard"_s);
    QVERIFY2(heard.contains("the total is wrong"_L1) && heard.endsWith("and the date\n"_L1), qPrintable(heard));
    QVERIFY(m_runner->answer(u"review"_s, Action::Approve, u"well done"_s).ok());
    QVERIFY(finished.wait());
    QCOMPARE(m_runner->state().status, RunStatus::Complete);
    QVERIFY(contentsOf(m_runner->folder().journalPath()).contains("well done"_L1));
}

void TestShellRun::aPersonsFilesCountInALaterResume_data()
{
    QTest::addColumn<bool>("markersAreGone");
    QTest::newRow("as the run left it") << false;
    QTest::newRow("somebody tidied the workspace") << true;
}

/// A run that waits for a person ends; what the person does is done before the next one.
void TestShellRun::aPersonsFilesCountInALaterResume()
{
    QFETCH(bool, markersAreGone);
    Contents contents;
    test::add(contents, Task{.id = u"sign"_s, .deliverables = {u"signed.txt"_s}, .executor = {u"human"_s, {}}});
    auto made = Runner::create(contents, "baton: 1\n", path(u"plan.baton.yaml"_s), {.approve = ApproveMode::None, .trusted = true});
    QVERIFY(made.ok());
    m_runner = std::move(*made);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->start();
    QVERIFY(finished.wait());
    QCOMPARE(m_runner->state().status, RunStatus::Waiting);
    if (markersAreGone)
        QDir(path(u".baton/markers"_s)).removeRecursively();
    QVERIFY(write(u"signed.txt"_s, "yes"));
    QVERIFY(postRequest(m_runner->runDir(), {Action::Approve, u"sign"_s}).ok());
    goOn(contents, ApproveMode::None);
    QSignalSpy ended(m_runner.get(), &Runner::finished);
    m_runner->start();
    QVERIFY(ended.wait());
    QVERIFY2(m_runner->state().tasks.first().state == TaskState::Complete, qPrintable(task(u"sign"_s).reason));
}

void TestShellRun::anAnswerStaysInTheInboxUntilItIsInTheJournal()
{
    Contents contents;
    test::add(contents, Task{.id = u"sign"_s, .evidence = {u"signed.txt"_s}, .executor = {u"human"_s, {}}});
    m_runner = runner(contents);
    QSignalSpy asked(m_runner.get(), &Runner::needsPerson);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    bool wasThere = false;
    connect(m_runner.get(), &Runner::recorded, this, [&](const Event &event) {
        if (event.type == EventType::WorkerEvidence)
            wasThere = !QDir(m_runner->folder().inboxPath()).isEmpty();
    });
    m_runner->start();
    QTRY_COMPARE(asked.size(), 1);
    QVERIFY(write(u"signed.txt"_s, "yes"));
    QVERIFY(postRequest(m_runner->runDir(), {Action::Approve, u"sign"_s}).ok());
    QVERIFY(finished.wait());
    QVERIFY(wasThere);
    QVERIFY(QDir(m_runner->folder().inboxPath()).isEmpty());
    QCOMPARE(m_runner->state().status, RunStatus::Complete);
}

void TestShellRun::anAnswerIsLookedAtAgainAfterACrash()
{
    Contents contents;
    Task sign{.id = u"sign"_s, .evidence = {u"large.bin"_s}, .executor = {u"human"_s, {}}};
    test::add(contents, shell(u"build"_s, u"true"_s));
    sign.validates = {u"build"_s};
    sign.verdict = true;
    test::add(contents, sign);
    m_runner = runner(contents);
    QSignalSpy asked(m_runner.get(), &Runner::needsPerson);
    m_runner->start();
    QTRY_COMPARE(asked.size(), 1);
    QFile large(path(u"large.bin"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(100 * 1024 * 1024)); // it takes a while to hash
    large.close();
    const QString dir = m_runner->runDir();
    QSignalSpy recorded(m_runner.get(), &Runner::recorded);
    QVERIFY(postRequest(dir, {Action::Approve, u"sign"_s}).ok());
    QVERIFY(recorded.wait()); // the verdict; its files are being looked at
    goOn(contents);
    QCOMPARE(task(u"sign"_s).state, TaskState::Active);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->start();
    QVERIFY(finished.wait(20'000));
    QCOMPARE(m_runner->state().status, RunStatus::Complete);
    QVERIFY(QDir(m_runner->folder().inboxPath()).isEmpty());
}

void TestShellRun::aLastLineWithoutItsEndCounts()
{
    Contents contents;
    test::add(contents, shell(u"terse"_s, u"printf '{\"event_type\":\"worker.usage\",\"data\":{\"input_tokens\":500}}' >> $BATON_EVENTS"_s));
    QCOMPARE(run(contents), RunStatus::Complete);
    QCOMPARE(task(u"terse"_s).usage.inputTokens, 500);
}

void TestShellRun::usageThatCannotBeIsRefused_data()
{
    QTest::addColumn<QString>("command");
    const QString event = u"echo '{\"event_type\":\"usage\",\"data\":{\"input_tokens\":%1}}' >> $BATON_EVENTS"_s;
    const QString result = u"echo '{\"usage\":{\"output_tokens\":%1}, \"outcome\": \"done\"}' > $BATON_RESULT"_s;
    for (const QString &number : {u"-5"_s, u"1e300"_s, u"\"many\""_s}) {
        QTest::newRow(qPrintable(u"event "_s + number)) << event.arg(number);
        QTest::newRow(qPrintable(u"result "_s + number)) << result.arg(number);
    }
}

void TestShellRun::usageThatCannotBeIsRefused()
{
    QFETCH(QString, command);
    Contents contents;
    test::add(contents, shell(u"boast"_s, command));
    m_runner = runner(contents);
    QSignalSpy warned(m_runner.get(), &Runner::warned);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->start();
    QVERIFY(finished.wait());
    QCOMPARE(warned.size(), 1);
    QVERIFY2(warned.first().first().toString().contains(u"_tokens"_s), qPrintable(warned.first().first().toString()));
    const Result<Journal> journal = readJournal(m_runner->folder().journalPath());
    QVERIFY(journal.ok());
    for (const Event &said : journal->events)
        QVERIFY(said.type != EventType::WorkerUsage);
    QCOMPARE(m_runner->state().status, RunStatus::Complete);
}

void TestShellRun::aTrustedFolderRunsAndRemembersItsCommands()
{
    Contents contents;
    test::add(contents, shell(u"say"_s, u"true"_s));
    const QString file = path(u"plan.baton.yaml"_s);
    QVERIFY(!isTrusted(m_dir->path()));
    QVERIFY(trust(m_dir->path()).ok());
    QVERIFY(isTrusted(m_dir->path()));
    QVERIFY(isTrusted(path(u"below/it"_s)));
    QVERIFY(!isTrusted(m_dir->path() + u"-beside"_s));
    QVERIFY(commandsOf(contents, file).first().isNew);
    QVERIFY(Runner::create(contents, "baton: 1\n", file, {}).ok());
    QVERIFY(!commandsOf(contents, file).first().isNew);
    test::add(contents, shell(u"more"_s, u"rm -rf /"_s));
    QVERIFY(commandsOf(contents, file).last().isNew);
    QVERIFY(removeTrust(m_dir->path()).ok());
    QVERIFY(!isTrusted(m_dir->path()));
}

void TestShellRun::theSupervisorEndsWithItsRun()
{
    Contents contents;
    test::add(contents, shell(u"say"_s, u"true"_s));
    QCOMPARE(run(contents), RunStatus::Complete);
    const RunFolder folder = m_runner->folder();
    QVERIFY(isSupervised(folder));
    m_runner.reset();
    QTRY_VERIFY(!isSupervised(folder));
}

QTEST_GUILESS_MAIN(TestShellRun)
#include "tst_shellrun.moc"
