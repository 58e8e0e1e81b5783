// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/journal.h"
#include "model/run/runner.h"
#include "model/run/supervisorclient.h"
#include "tests/support/plans.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace baton;
using namespace Qt::StringLiterals;

namespace {

/// As long as it is there, nothing of this process can be written beyond a size.
class FullDisk
{
public:
    explicit FullDisk(qint64 size)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{rlim_t(size), m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
};

} // namespace

/// Processes that outlive their runner or their limits, clocks that are set, disks that are full: the run comes to rest
/// all the same, and says what is true.
class TestRestlessRun : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void onlyPeopleAreLeftWhereABlockedProcessLives();
    void whatIsBlockedAndEndsAllTheSameKeepsNobodyWaiting();
    void whatIsSaidAgainWhileBlockedCountsOnceWhoeverListens();
    void whatIsSaidWhileNobodyListensIsHeardByWhoeverGoesOn();
    void whatEndsAsBlockedAfterSayingSoTellsWhy();
    void whatEndedAsBlockedUnheardStartsAgainWithTheNote();
    void aPauseLeavesABlockedProcessForWhoeverGoesOn();
    void whatIsBlockedStaysSoWhenTheRunIsInterrupted();
    void whatEndedInTimeWhileNobodyWatchedKeepsItsTime();
    void whatHasEndedWellIsKeptWhateverItSpent_data();
    void whatHasEndedWellIsKeptWhateverItSpent();
    void aRetryStartsWhenTheAttemptBeforeHasGone();
    void aSlotIsTakenUntilItsProcessHasGone();
    void limitsHoldHoweverTheClockIsSet();
    void whereTheJournalCannotBeWrittenTheRunEndsAndSaysSo();
    void aPersonsFilesAreLookedAtBeforeTheRunIsSaidToWait();

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }
    QString contentsOf(const QString &name) const;
    void write(const QString &name, const QByteArray &bytes = {}) const;
    static Task shell(const QString &id, const QString &command);
    void create(const Contents &contents, ApproveMode approve = ApproveMode::None);
    void leave();
    void answer(const Request &request) const; ///< As `baton answer` does.
    void resume(const Contents &contents, ApproveMode approve = ApproveMode::None);
    RunStatus toRest();
    QStringList eventsAbout(const QString &subject) const;
    const TaskRun &task(const QString &id) const { return m_runner->state().tasks.at(m_runner->plan().indexOfTask(id)); }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_left; ///< The folder of the run that was left.
    std::unique_ptr<Runner> m_runner;
    std::unique_ptr<QSignalSpy> m_finished;
};

void TestRestlessRun::initTestCase()
{
    static QTemporaryDir config;
    qputenv("XDG_CONFIG_HOME", config.path().toUtf8());
    QVERIFY2(!SupervisorClient::executable().isEmpty(), "baton-supervisor is not beside this test");
}

void TestRestlessRun::init()
{
    m_runner.reset();
    m_dir = std::make_unique<QTemporaryDir>();
}

QString TestRestlessRun::contentsOf(const QString &name) const
{
    QFile file(QDir::isAbsolutePath(name) ? name : path(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestRestlessRun::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(QDir::isAbsolutePath(name) ? name : path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        QFAIL("cannot write");
}

Task TestRestlessRun::shell(const QString &id, const QString &command)
{
    return Task{.id = id, .executor = {u"shell"_s, {{u"command"_s, command}}}};
}

void TestRestlessRun::create(const Contents &contents, ApproveMode approve)
{
    auto made = Runner::create(contents, "baton: 1\n", path(u"plan.baton.yaml"_s), {.approve = approve, .trusted = true});
    QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().message));
    m_runner = std::move(*made);
    m_finished = std::make_unique<QSignalSpy>(m_runner.get(), &Runner::finished);
}

/// As if the program had gone: what runs goes on.
void TestRestlessRun::leave()
{
    m_left = m_runner->runDir();
    m_runner.reset();
}

void TestRestlessRun::answer(const Request &request) const
{
    const Result<void> posted = postRequest(m_runner->runDir(), request);
    QVERIFY2(posted.ok(), qPrintable(posted ? QString() : posted.error().message));
}

/// As another program would go on with it.
void TestRestlessRun::resume(const Contents &contents, ApproveMode approve)
{
    if (m_runner)
        leave();
    auto made = Runner::resume(m_left, *compile(contents), {.approve = approve, .trusted = true});
    QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().message));
    m_runner = std::move(*made);
    m_finished = std::make_unique<QSignalSpy>(m_runner.get(), &Runner::finished);
}

RunStatus TestRestlessRun::toRest()
{
    if (m_finished->isEmpty())
        m_finished->wait(30'000);
    return m_finished->isEmpty() ? RunStatus::Planned : m_finished->last().first().value<RunStatus>();
}

QStringList TestRestlessRun::eventsAbout(const QString &subject) const
{
    QStringList names;
    const Result<Journal> journal = readJournal(m_runner->folder().journalPath());
    for (const Event &event : journal ? journal->events : QList<Event>()) {
        if (event.subject == subject)
            names += nameOf(event.type);
    }
    return names;
}

void TestRestlessRun::onlyPeopleAreLeftWhereABlockedProcessLives()
{
    Contents contents;
    test::add(contents, shell(u"ask"_s, u"echo '{\"event_type\":\"blocked\",\"data\":{\"reason\":\"which port?\"}}' >> \"$BATON_EVENTS\"; "
                                        "while ! test -s \"$BATON_NOTE\"; do sleep 0.02; done; cat \"$BATON_NOTE\" > note"_s));
    Task next = shell(u"next"_s, u"true"_s);
    next.needs = {test::need(u"ask"_s)};
    test::add(contents, next);
    create(contents);
    m_runner->start();
    QCOMPARE(toRest(), RunStatus::Waiting);
    QCOMPARE(task(u"ask"_s).state, TaskState::Blocked);
    // Whoever goes on has the same process again.
    answer({Action::Resolve, u"ask"_s, u"8080"_s});
    resume(contents);
    m_runner->start();
    QCOMPARE(toRest(), RunStatus::Complete);
    QCOMPARE(contentsOf(u"note"_s), u"8080\n"_s);
    QCOMPARE(eventsAbout(u"ask"_s).count(u"worker.started"_s), 1);
}

void TestRestlessRun::whatIsBlockedAndEndsAllTheSameKeepsNobodyWaiting()
{
    Contents contents;
    test::add(contents, shell(u"hasty"_s, u"echo '{\"event_type\":\"blocked\",\"data\":{\"reason\":\"which port?\"}}' >> \"$BATON_EVENTS\"; sleep 0.1"_s));
    Task next = shell(u"next"_s, u"true"_s);
    next.needs = {test::need(u"hasty"_s)};
    test::add(contents, next);
    create(contents);
    m_runner->start();
    QCOMPARE(toRest(), RunStatus::Complete);
    QVERIFY(eventsAbout(u"hasty"_s).contains(u"worker.blocked"_s));
    QCOMPARE(eventsAbout(m_runner->state().runId), QStringList({u"run.started"_s, u"run.finished"_s}));
}

void TestRestlessRun::whatIsSaidAgainWhileBlockedCountsOnceWhoeverListens()
{
    Contents contents;
    test::add(contents, shell(u"ask"_s, u"say() { echo \"{\\\"event_type\\\":\\\"$1\\\",\\\"data\\\":$2}\" >> \"$BATON_EVENTS\"; }; "
                                        "say blocked '{\"reason\":\"which port?\"}'; say blocked '{\"reason\":\"which host?\"}'; "
                                        "say usage '{\"input_tokens\":100}'; say usage '{\"input_tokens\":1000}'; "
                                        "while ! test -s \"$BATON_NOTE\"; do sleep 0.02; done; cat \"$BATON_NOTE\" > note"_s));
    create(contents, ApproveMode::Ask);
    m_runner->start();
    QTRY_COMPARE(task(u"ask"_s).usage.total(), 1100);
    QCOMPARE(task(u"ask"_s).reason, u"which host?"_s);
    const RunState live = m_runner->state();
    answer({Action::Resolve, u"ask"_s, u"8080"_s});
    resume(contents);
    QVERIFY(m_runner->state() == live);
    m_runner->start();
    QCOMPARE(toRest(), RunStatus::Complete);
    QCOMPARE(task(u"ask"_s).usage.total(), 1100);
    QCOMPARE(contentsOf(u"note"_s), u"8080\n"_s);
}

void TestRestlessRun::whatIsSaidWhileNobodyListensIsHeardByWhoeverGoesOn()
{
    Contents contents;
    test::add(contents, shell(u"ask"_s, u"while ! test -e go; do sleep 0.02; done; "
                                        "echo '{\"event_type\":\"blocked\",\"data\":{\"reason\":\"which port?\"}}' >> \"$BATON_EVENTS\"; echo > said; "
                                        "while ! test -s \"$BATON_NOTE\"; do sleep 0.02; done"_s));
    create(contents);
    m_runner->start();
    QTRY_COMPARE(task(u"ask"_s).state, TaskState::Active);
    leave();
    write(u"go"_s);
    QTRY_VERIFY(QFile::exists(path(u"said"_s)));
    resume(contents);
    m_runner->start();
    QCOMPARE(toRest(), RunStatus::Waiting);
    QCOMPARE(task(u"ask"_s).reason, u"which port?"_s);
    answer({Action::Resolve, u"ask"_s, u"8080"_s});
    resume(contents);
    m_runner->start();
    QCOMPARE(toRest(), RunStatus::Complete);
}

void TestRestlessRun::whatEndsAsBlockedAfterSayingSoTellsWhy()
{
    Contents contents;
    test::add(contents, shell(u"ask"_s, u"echo '{\"event_type\":\"blocked\",\"data\":{\"reason\":\"which port?\"}}' >> \"$BATON_EVENTS\"; "
                                        "sleep 0.1; echo 'no port' >&2; exit 75"_s));
    create(contents);
    m_runner->start();
    QCOMPARE(toRest(), RunStatus::Waiting);
    QCOMPARE(task(u"ask"_s).reason, u"no port"_s);
    QVERIFY(task(u"ask"_s).processEnded);
    QCOMPARE(eventsAbout(m_runner->state().runId).count(u"run.finished"_s), 1);
}

void TestRestlessRun::whatEndedAsBlockedUnheardStartsAgainWithTheNote()
{
    Contents contents;
    test::add(contents, shell(u"ask"_s, u"test -s \"$BATON_NOTE\" && cat \"$BATON_NOTE\" > note && exit 0; "
                                        "echo '{\"event_type\":\"blocked\",\"data\":{\"reason\":\"which port?\"}}' >> \"$BATON_EVENTS\"; "
                                        "while ! test -e go; do sleep 0.02; done; exit 75"_s));
    create(contents);
    m_runner->start();
    QCOMPARE(toRest(), RunStatus::Waiting);
    const QString log = m_runner->folder().processesPath();
    answer({Action::Resolve, u"ask"_s, u"8080"_s});
    leave();
    write(u"go"_s);
    QTRY_VERIFY(contentsOf(log).contains("end "_L1));
    resume(contents);
    m_runner->start();
    QCOMPARE(toRest(), RunStatus::Complete);
    QCOMPARE(contentsOf(u"note"_s), u"8080\n"_s);
    QCOMPARE(task(u"ask"_s).attempt, 1);
    QCOMPARE(eventsAbout(u"ask"_s).count(u"worker.started"_s), 2);
}

void TestRestlessRun::aPauseLeavesABlockedProcessForWhoeverGoesOn()
{
    Contents contents;
    test::add(contents, shell(u"ask"_s, u"echo '{\"event_type\":\"blocked\",\"data\":{\"reason\":\"which port?\"}}' >> \"$BATON_EVENTS\"; "
                                        "while ! test -e go; do sleep 0.02; done"_s));
    create(contents, ApproveMode::Ask);
    QSignalSpy asked(m_runner.get(), &Runner::needsPerson);
    m_runner->start();
    QTRY_COMPARE(asked.size(), 1);
    m_runner->pause();
    QCOMPARE(toRest(), RunStatus::Paused);
    write(u"go"_s);
    resume(contents, ApproveMode::Ask);
    m_runner->start();
    QCOMPARE(toRest(), RunStatus::Complete);
    QCOMPARE(eventsAbout(u"ask"_s).count(u"worker.started"_s), 1);
}

void TestRestlessRun::whatIsBlockedStaysSoWhenTheRunIsInterrupted()
{
    Contents contents;
    test::add(contents, shell(u"ask"_s, u"test -s \"$BATON_NOTE\" && exit 0; echo '{\"event_type\":\"blocked\",\"data\":{\"reason\":\"which port?\"}}' >> \"$BATON_EVENTS\"; sleep 600"_s));
    create(contents, ApproveMode::Ask);
    QSignalSpy asked(m_runner.get(), &Runner::needsPerson);
    m_runner->start();
    QTRY_COMPARE(asked.size(), 1);
    m_runner->interrupt();
    QCOMPARE(toRest(), RunStatus::Paused);
    QCOMPARE(task(u"ask"_s).state, TaskState::Blocked);
    QVERIFY(!eventsAbout(u"ask"_s).contains(u"worker.failed"_s));
    answer({Action::Resolve, u"ask"_s, u"8080"_s});
    resume(contents);
    m_runner->start();
    QCOMPARE(toRest(), RunStatus::Complete);
    QCOMPARE(task(u"ask"_s).attempt, 1);
}

void TestRestlessRun::whatEndedInTimeWhileNobodyWatchedKeepsItsTime()
{
    Contents contents;
    Task quick = shell(u"quick"_s, u"while ! test -e go; do sleep 0.02; done; echo done > out.txt; echo > ended"_s);
    quick.timeoutTotal.text = u"3s"_s;
    quick.deliverables = {u"out.txt"_s};
    test::add(contents, quick);
    create(contents);
    m_runner->start();
    QTRY_COMPARE(task(u"quick"_s).state, TaskState::Active);
    const QString log = m_runner->folder().processesPath();
    const qint64 started = task(u"quick"_s).startedAt;
    leave();
    write(u"go"_s);
    QTRY_VERIFY(contentsOf(log).contains("end "_L1));
    QTRY_VERIFY(QDateTime::currentMSecsSinceEpoch() > started + 3100);
    resume(contents);
    m_runner->start();
    QCOMPARE(toRest(), RunStatus::Complete);
    QVERIFY(!eventsAbout(u"quick"_s).contains(u"worker.failed"_s));
}

void TestRestlessRun::whatHasEndedWellIsKeptWhateverItSpent_data()
{
    QTest::addColumn<int>("ofRun");
    QTest::addColumn<int>("ofTask");
    QTest::newRow("more than the run may") << 1000 << 0;
    QTest::newRow("more than the task may") << 0 << 100;
}

void TestRestlessRun::whatHasEndedWellIsKeptWhateverItSpent()
{
    QFETCH(int, ofRun);
    QFETCH(int, ofTask);
    Contents contents;
    contents.info.budgetStop = true;
    if (ofRun > 0)
        contents.info.budgetTokens = ofRun;
    Task costly = shell(u"costly"_s, u"echo ran >> runs; echo x > out.txt; echo '{\"usage\":{\"input_tokens\":1010}}' > \"$BATON_RESULT\""_s);
    costly.deliverables = {u"out.txt"_s};
    if (ofTask > 0)
        costly.budgetTokens = ofTask;
    Task next = shell(u"next"_s, u"true"_s);
    next.needs = {test::need(u"costly"_s)};
    test::add(contents, costly);
    test::add(contents, next);
    create(contents);
    m_runner->start();
    QCOMPARE(toRest(), ofRun > 0 ? RunStatus::Failed : RunStatus::Complete);
    QCOMPARE(task(u"costly"_s).state, TaskState::Complete);
    if (ofRun > 0) { // nothing more starts until the run may spend more
        QCOMPARE(task(u"next"_s).attempt, 0);
        contents.info.budgetTokens = 2000;
        resume(contents);
        m_runner->start();
        QCOMPARE(toRest(), RunStatus::Complete);
    }
    QCOMPARE(contentsOf(u"runs"_s), u"ran\n"_s);
    QCOMPARE(m_runner->state().usage.total(), 1010);
}

void TestRestlessRun::aRetryStartsWhenTheAttemptBeforeHasGone()
{
    Contents contents;
    Task stubborn = shell(u"stubborn"_s, u"echo $BATON_ATTEMPT >> tries; test $BATON_ATTEMPT = 2 && exit 0; trap '' TERM INT; "
                                         "while true; do sleep 0.05; date +%s%N > alive; done"_s);
    stubborn.timeoutTotal.text = u"2s"_s;
    stubborn.retryMax = 1;
    test::add(contents, stubborn);
    create(contents);
    m_runner->start();
    QCOMPARE(toRest(), RunStatus::Complete);
    QCOMPARE(contentsOf(u"tries"_s), u"1\n2\n"_s); // The second had its whole time.
    const Result<Journal> journal = readJournal(m_runner->folder().journalPath());
    const auto second = std::find_if(journal->events.crbegin(), journal->events.crend(),
                                     [](const Event &event) { return event.type == EventType::WorkerStarted; });
    QVERIFY(contentsOf(u"alive"_s).toLongLong() / 1'000'000 <= second->time);
}

void TestRestlessRun::aSlotIsTakenUntilItsProcessHasGone()
{
    Contents contents;
    contents.info.maxConcurrent = 1;
    Task stubborn = shell(u"stubborn"_s, u"trap '' TERM INT; while true; do sleep 0.05; echo > busy; done"_s);
    stubborn.timeoutTotal.text = u"300ms"_s;
    test::add(contents, stubborn);
    test::add(contents, shell(u"other"_s, u"rm busy; sleep 0.3; test ! -e busy"_s));
    create(contents);
    m_runner->start();
    QCOMPARE(toRest(), RunStatus::Failed);
    QCOMPARE(task(u"other"_s).state, TaskState::Complete);
}

void TestRestlessRun::limitsHoldHoweverTheClockIsSet()
{
    Contents contents;
    Task slow = shell(u"slow"_s, u"test -e again || sleep 600; sleep 20"_s);
    slow.timeoutTotal.text = u"1s"_s;
    slow.timeoutStart.text = u"1h"_s;
    Task first = shell(u"first"_s, u"true"_s);
    slow.needs = {test::need(u"first"_s)};
    test::add(contents, first);
    test::add(contents, slow);
    create(contents);
    m_runner->start();
    QTRY_COMPARE(task(u"slow"_s).state, TaskState::Active);
    m_runner->interrupt();
    QCOMPARE(toRest(), RunStatus::Paused);
    // The clock went a year ahead while it was written, and has been put right since.
    const QString journal = m_runner->folder().journalPath();
    const int year = QDate::currentDate().year();
    QString text = contentsOf(journal);
    text.replace(QRegularExpression(u"\"timestamp\": ?\"(%1|%2)"_s.arg(year).arg(year - 1)), u"\"timestamp\":\"%1"_s.arg(year + 1));
    QVERIFY(text.contains(u"\"%1-"_s.arg(year + 1)));
    leave();
    write(journal, text.toUtf8());
    write(u"again"_s);
    resume(contents);
    m_runner->start();
    QCOMPARE(toRest(), RunStatus::Failed);
    QCOMPARE(task(u"slow"_s).state, TaskState::Failed);
    QVERIFY(eventsAbout(u"slow"_s).contains(u"worker.failed"_s));
}

void TestRestlessRun::whereTheJournalCannotBeWrittenTheRunEndsAndSaysSo()
{
    Contents contents;
    test::add(contents, shell(u"first"_s, u"while ! test -e go; do sleep 0.02; done"_s));
    Task last = shell(u"last"_s, u"true"_s);
    last.needs = {test::need(u"first"_s)};
    test::add(contents, last);
    test::add(contents, shell(u"beside"_s, u"echo $$ > pid; sleep 600"_s));
    create(contents);
    QSignalSpy failed(m_runner.get(), &Runner::failed);
    m_runner->start();
    QTRY_VERIFY(task(u"first"_s).state == TaskState::Active && !contentsOf(u"pid"_s).isEmpty());
    {
        const FullDisk full(QFileInfo(m_runner->folder().journalPath()).size() + 10);
        write(u"go"_s);
        QVERIFY(m_finished->wait(30'000));
    }
    QCOMPARE(failed.size(), 1);
    const QString sentence = failed.first().first().value<Error>().message;
    QVERIFY2(sentence.contains("--resume"_L1), qPrintable(sentence));
    QTRY_VERIFY(::kill(pid_t(contentsOf(u"pid"_s).toInt()), 0) != 0);
    // With room again it goes on where it was.
    resume(contents);
    m_runner->start();
    QTRY_COMPARE(task(u"last"_s).state, TaskState::Complete);
    m_runner->stop();
    QCOMPARE(toRest(), RunStatus::Cancelled);
}

void TestRestlessRun::aPersonsFilesAreLookedAtBeforeTheRunIsSaidToWait()
{
    Contents contents;
    Task person{.id = u"person"_s, .executor = {u"human"_s, {}}};
    person.deliverables = {u"large.bin"_s};
    test::add(contents, person);
    create(contents, ApproveMode::Ask);
    m_runner->start();
    QTRY_COMPARE(task(u"person"_s).state, TaskState::Active);
    m_runner->interrupt();
    QCOMPARE(toRest(), RunStatus::Paused);
    QFile large(path(u"large.bin"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(100'000'000) && large.write("x") == 1);
    large.close();
    answer({Action::Approve, u"person"_s});
    resume(contents);
    m_runner->start();
    QCOMPARE(toRest(), RunStatus::Complete);
    QCOMPARE(eventsAbout(m_runner->state().runId).count(u"run.finished"_s), 1);
}

QTEST_GUILESS_MAIN(TestRestlessRun)
#include "tst_restlessrun.moc"
