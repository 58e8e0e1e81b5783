// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/doctor.h"
#include "model/run/leftbehind.h"
#include "model/run/runner.h"
#include "model/run/supervisorclient.h"
#include "tests/support/plans.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace baton;
using namespace Qt::StringLiterals;

namespace {

/// What claude prints when all is well, with what it spent.
constexpr auto greeting = R"({"type":"system","subtype":"init","session_id":"s"}
{"type":"assistant","message":{"content":[{"type":"tool_use","id":"t1","name":"Bash","input":{"command":"wc -l notes.txt"}}]}}
{"type":"user","message":{"content":[{"type":"tool_result","tool_use_id":"t1","content":"2 notes.txt"}]}}
{"type":"assistant","message":{"content":[{"type":"text","text":"It has two lines."}]}}
)";

QByteArray closing(const QByteArray &answer, bool isError = false, const QByteArray &more = {})
{
    return R"({"type":"result","subtype":"success","is_error":)" + QByteArray(isError ? "true" : "false") + R"(,"result":")" + answer +
           R"(","total_cost_usd":0.25,"usage":{"input_tokens":1200,"cache_creation_input_tokens":100,"cache_read_input_tokens":800,"output_tokens":9})" +
           more + "}\n";
}

} // namespace

/// Agent tasks in real runs, with programs that print what the real ones were seen to print.
class TestAgentRun : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void anAgentGetsItsPromptAndItsAnswerTokensAndLogAreKept();
    void anAgentGetsItsKeysAndNoOtherSecrets();
    void aPersonaMayDoWhatItsToolsSayAndNoMore();
    void aVerdictInTheAnswerIsTheTasksVerdict();
    void aRefusedToolIsToldAndDoesNotFailTheRunByItself();
    void whatFailsSaysWhyAndWhatToDo_data();
    void whatFailsSaysWhyAndWhatToDo();
    void aFailedAttemptCountsItsTokensAndIsTriedAgain();
    void cancellingInterruptsFirstAndCountsWhatWasSpent();
    void whatIgnoresEverySignalIsKilledWithAllItStarted();
    void silenceIsATimeoutAndEveryEventASignOfLife();
    void whatHangsAfterItHasSaidThatAllIsDoneIsEndedAndCounts();
    void whateverItsEndNothingIsLeftBehind_data();
    void whateverItsEndNothingIsLeftBehind();
    void aRunOutlivesItsRunnerAndItsAgentIsTakenOver();
    void aCustomAgentIsCalledAsThePlanSays();
    void aCustomAgentSaysThatItIsBlockedAsAnyCommandDoes();
    void theKeyOfAnAgentIsInNothingThatIsWritten();
    void theDoctorNamesAgentsThatDoNotTellWhatTheyCost();
    void theKeyOfAnAgentIsInNothingThatItReports();
    void theKeyOfAnAgentIsInNoFileWhileItRunsNorAfterAKill();

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }
    QByteArray contentsOf(const QString &name) const;
    void write(const QString &name, const QByteArray &bytes, bool executable = false) const;
    /// A task whose CLI is a script that begins by reading its prompt into `prompt`.
    Task agent(const QString &id, const QByteArray &script, const QString &cli = u"claude"_s) const;
    RunStatus run(const Contents &contents);
    void start(const Contents &contents);
    const TaskRun &task(const QString &id) const { return m_runner->state().tasks.at(m_runner->plan().indexOfTask(id)); }
    QByteArray log(const QString &id) const { return contentsOf(m_runner->folder().logPath(id)); }
    QJsonObject eventOf(const QByteArray &type) const;
    static bool lives(qint64 pid) { return pid > 0 && ::kill(pid_t(pid), 0) == 0; }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Runner> m_runner;
};

void TestAgentRun::initTestCase()
{
    static QTemporaryDir config;
    qputenv("XDG_CONFIG_HOME", config.path().toUtf8());
    QVERIFY2(!SupervisorClient::executable().isEmpty(), "baton-supervisor is not beside this test");
}

void TestAgentRun::init()
{
    m_runner.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    write(u"greeting"_s, greeting);
}

QByteArray TestAgentRun::contentsOf(const QString &name) const
{
    QFile file(QDir::isAbsolutePath(name) ? name : path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestAgentRun::write(const QString &name, const QByteArray &bytes, bool executable) const
{
    QFile file(QDir::isAbsolutePath(name) ? name : path(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    if (executable)
        QVERIFY(file.setPermissions(file.permissions() | QFile::ExeOwner));
}

Task TestAgentRun::agent(const QString &id, const QByteArray &script, const QString &cli) const
{
    write(u"cli-"_s + id, "#!/bin/sh\ncat > prompt\n" + script + '\n', true);
    Task task{.id = id, .personas = {u"coder"_s}};
    task.executor = {u"agent"_s, {{u"cli"_s, cli}, {u"binary"_s, path(u"cli-"_s + id)}}};
    return task;
}

void TestAgentRun::start(const Contents &contents)
{
    auto made = Runner::create(contents, "baton: 1\n", path(u"plan.baton.yaml"_s), {.approve = ApproveMode::None, .trusted = true});
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    m_runner = std::move(*made);
    m_runner->start();
}

RunStatus TestAgentRun::run(const Contents &contents)
{
    start(contents);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    if (finished.isEmpty())
        finished.wait(30'000);
    return finished.isEmpty() ? RunStatus::Planned : finished.last().first().value<RunStatus>();
}

QJsonObject TestAgentRun::eventOf(const QByteArray &type) const
{
    for (const QByteArray &line : contentsOf(m_runner->folder().journalPath()).split('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        if (event["event_type"_L1].toString().toUtf8() == type)
            return event["data"_L1].toObject();
    }
    return {};
}

void TestAgentRun::anAgentGetsItsPromptAndItsAnswerTokensAndLogAreKept()
{
    write(u"end"_s, closing("It has two lines."));
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s, .instructions = u"You count lines."_s});
    Task task = agent(u"count"_s, "while read -r line; do printf '%s\\n' \"$line\"; sleep 0.02; done < greeting; cat end; echo \"$@\" > arguments");
    task.description = u"Count the lines of notes.txt."_s;
    test::add(contents, task);
    QCOMPARE(run(contents), RunStatus::Complete);
    QVERIFY(contentsOf(u"prompt"_s).contains("[WORKER]"));
    QVERIFY(contentsOf(u"prompt"_s).contains("Count the lines of notes.txt."));
    QCOMPARE(eventOf("worker.usage"), (QJsonObject{{u"input_tokens"_s, 1200}, {u"output_tokens"_s, 9}, {u"cache_read_tokens"_s, 800},
                                                   {u"cache_write_tokens"_s, 100}, {u"cost_usd"_s, 0.25}}));
    QCOMPARE(log(u"count"_s), "> Bash: wc -l notes.txt\n  2 notes.txt\nIt has two lines.\nTokens: 1,200 in, 900 from and to the cache, 9 out.\n");
    const QByteArrayList arguments = contentsOf(u"arguments"_s).trimmed().split(' ');
    const QString persona = QString::fromUtf8(arguments.value(arguments.indexOf("--append-system-prompt-file") + 1));
    QCOMPARE(contentsOf(persona), "You count lines.");
}

void TestAgentRun::anAgentGetsItsKeysAndNoOtherSecrets()
{
    qputenv("ANTHROPIC_API_KEY", "key-for-test");
    qputenv("OPENAI_API_KEY", "key-of-another");
    qputenv("SECRET_OF_THE_USER", "yes");
    write(u"end"_s, closing("Done"));
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s});
    test::add(contents, agent(u"look"_s, "env > seen; cat end"));
    QCOMPARE(run(contents), RunStatus::Complete);
    const QByteArray seen = contentsOf(u"seen"_s);
    QVERIFY(seen.contains("ANTHROPIC_API_KEY=key-for-test\n"));
    QVERIFY(seen.contains("BATON_TASK=look\n"));
    QVERIFY(!seen.contains("key-of-another"));
    QVERIFY(!seen.contains("SECRET_OF_THE_USER"));
    // A key is nowhere in the run folder.
    QProcess grep;
    grep.start(u"grep"_s, {u"-rl"_s, u"key-for-test"_s, m_runner->runDir()});
    QVERIFY(grep.waitForFinished());
    QCOMPARE(grep.readAll(), QByteArray());
    qunsetenv("ANTHROPIC_API_KEY");
    qunsetenv("OPENAI_API_KEY");
}

void TestAgentRun::aPersonaMayDoWhatItsToolsSayAndNoMore()
{
    write(u"end"_s, closing("Done"));
    for (const QStringList &tools : {QStringList(), QStringList{u"read"_s, u"write"_s}, QStringList{u"run"_s, u"network"_s}}) {
        Contents contents;
        test::add(contents, Persona{.id = u"coder"_s, .tools = tools});
        test::add(contents, agent(u"look"_s, "echo \"$@\" > arguments; cat end"));
        QCOMPARE(run(contents), RunStatus::Complete);
        const QByteArray arguments = contentsOf(u"arguments"_s);
        QVERIFY(arguments.contains("--tools Read,Grep,Glob"));
        QCOMPARE(arguments.contains("Edit,Write"), tools.contains(u"write"_s));
        QCOMPARE(arguments.contains("--permission-mode acceptEdits"), tools.contains(u"write"_s));
        QCOMPARE(arguments.contains("--permission-mode default"), !tools.contains(u"write"_s));
        QCOMPARE(arguments.contains("--allowedTools Bash,WebFetch,WebSearch"), tools.contains(u"run"_s));
        QVERIFY(!arguments.contains("bypass"));
    }
}

void TestAgentRun::aVerdictInTheAnswerIsTheTasksVerdict()
{
    write(u"end"_s, closing("[QA]\\nIssues:\\n- severity: high, task: work, where: out.txt, what: empty, fix: fill it\\nVerdict: rejected"));
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s});
    test::add(contents, Task{.id = u"work"_s});
    Task audit = agent(u"audit"_s, "cat greeting end");
    audit.validates = {u"work"_s};
    test::add(contents, audit);
    run(contents);
    QVERIFY(contentsOf(u"prompt"_s).contains("[QA]"));
    QCOMPARE(task(u"audit"_s).state, TaskState::Complete);
    QVERIFY(task(u"audit"_s).verdict);
    QVERIFY(!task(u"audit"_s).verdict->approved);
    QCOMPARE(task(u"audit"_s).verdict->issues.size(), 1);

    write(u"end"_s, closing("All good, I think."));
    run(contents);
    QCOMPARE(task(u"audit"_s).state, TaskState::Failed);
    QCOMPARE(eventOf("worker.failed")["reason"_L1].toString(), u"no-verdict"_s);
    QVERIFY(eventOf("worker.failed")["message"_L1].toString().contains(u"Verdict: approved"_s));
}

void TestAgentRun::aRefusedToolIsToldAndDoesNotFailTheRunByItself()
{
    write(u"end"_s, closing("I was not allowed to write.", false, R"(,"permission_denials":[{"tool_name":"Write"},{"tool_name":"Write"}])"));
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s});
    test::add(contents, agent(u"write"_s, "cat end"));
    QCOMPARE(run(contents), RunStatus::Complete);
    QVERIFY(log(u"write"_s).contains("It wanted tools that its persona does not have: Write.\n"));
    // What it promised is missing then, and that fails it.
    Task promising = agent(u"write"_s, "cat end");
    promising.evidence = {u"out.txt"_s};
    Contents promised;
    test::add(promised, Persona{.id = u"coder"_s});
    test::add(promised, promising);
    QCOMPARE(run(promised), RunStatus::Failed);
    QCOMPARE(eventOf("worker.failed")["reason"_L1].toString(), u"evidence"_s);
}

void TestAgentRun::whatFailsSaysWhyAndWhatToDo_data()
{
    QTest::addColumn<QString>("cli");
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("words");
    QTest::newRow("the key is not accepted") << u"claude"_s << QByteArray("cat fault; exit 1") << u"not-logged-in"_s << u"ANTHROPIC_API_KEY"_s;
    QTest::newRow("status 0 although it failed") << u"qwen"_s
        << QByteArray(R"(echo '{"type":"result","subtype":"success","is_error":false,"result":"[API Error: 500 no]"}')") << u"service"_s << u"retry"_s;
    QTest::newRow("a failure although it says that all is well") << u"claude"_s << QByteArray("cat end; exit 3") << u"exit-status"_s << u"status 3"_s;
    QTest::newRow("it ends without a word") << u"codex"_s << QByteArray("exit 0") << u"not-finished"_s << u"retry"_s;
    QTest::newRow("an older version") << u"codex"_s << QByteArray("echo \"error: unexpected argument '--ephemeral' found\" >&2; exit 2")
        << u"wrong-version"_s << u"up to date"_s;
    QTest::newRow("no login") << u"gemini"_s << QByteArray("echo 'Please set an Auth method in your settings.json' >&2; exit 41")
        << u"not-logged-in"_s << u"GEMINI_API_KEY"_s;
    QTest::newRow("a line of 200 MB") << u"codex"_s << QByteArray("head -c 200000000 /dev/zero | tr '\\0' x") << u"line-too-long"_s << u"files"_s;
    QTest::newRow("no text") << u"opencode"_s << QByteArray("head -c 100000 /bin/sh") << u"not-text"_s << u"right one"_s;
    QTest::newRow("no text, in vain") << u"claude"_s << QByteArray("echo '{'; head -c 100000 /bin/sh; exit 1") << u"not-text"_s << u"right one"_s;
    QTest::newRow("its errors are no text") << u"codex"_s << QByteArray("head -c 60000 /bin/sh >&2; exit 1") << u"exit-status"_s << u"did not say why"_s;
    QTest::newRow("killed from outside") << u"claude"_s << QByteArray("cat greeting; kill -9 $$") << u"signal"_s << u"signal 9"_s;
    QTest::newRow("not installed") << u"claude"_s << QByteArray() << u"not-installed"_s << u"no-such-program"_s;
    QTest::newRow("no such agent") << u"hal"_s << QByteArray("cat end") << u"not-started"_s << u"hal"_s;
}

void TestAgentRun::whatFailsSaysWhyAndWhatToDo()
{
    QFETCH(QString, cli);
    QFETCH(QByteArray, script);
    QFETCH(QString, reason);
    QFETCH(QString, words);
    write(u"end"_s, closing("Done"));
    write(u"fault"_s, closing("Failed to authenticate. API Error: 401", true, R"(,"api_error_status":401)"));
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s});
    Task broken = agent(u"broken"_s, script, cli);
    if (script.isEmpty())
        broken.executor.options.insert(u"binary"_s, u"no-such-program"_s);
    test::add(contents, broken);
    QCOMPARE(run(contents), RunStatus::Failed);
    const QJsonObject failed = eventOf("worker.failed");
    QCOMPARE(failed["reason"_L1].toString(), reason);
    QVERIFY2(failed["message"_L1].toString().contains(words), qPrintable(failed["message"_L1].toString()));
    QVERIFY(task(u"broken"_s).reason.contains(words));
    QVERIFY(!contentsOf(m_runner->folder().logPath(u"broken"_s)).contains("\xef\xbf\xbd"));
}

void TestAgentRun::aFailedAttemptCountsItsTokensAndIsTriedAgain()
{
    write(u"end"_s, closing("Done"));
    write(u"fault"_s, closing("API Error: 529 Overloaded", true, R"(,"api_error_status":529)"));
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s});
    Task task = agent(u"again"_s, "if test -e tried; then cat end; else touch tried; cat fault; exit 1; fi");
    task.retryMax = 1;
    test::add(contents, task);
    QCOMPARE(run(contents), RunStatus::Complete);
    QCOMPARE(this->task(u"again"_s).attempt, 2);
    QCOMPARE(this->task(u"again"_s).usage.inputTokens, 2400);
    QCOMPARE(log(u"again"_s).count("Tokens:"), 2);
}

void TestAgentRun::cancellingInterruptsFirstAndCountsWhatWasSpent()
{
    write(u"end"_s, closing("", true, R"(,"terminal_reason":"aborted_streaming")"));
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s});
    test::add(contents, agent(u"long"_s, "trap 'echo interrupted > how; cat end; exit 0' INT; cat greeting; touch ready; while :; do sleep 0.05; done"));
    start(contents);
    QTRY_VERIFY(QFile::exists(path(u"ready"_s)));
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->stop();
    QVERIFY(finished.wait(10'000));
    QCOMPARE(m_runner->state().status, RunStatus::Cancelled);
    QCOMPARE(contentsOf(u"how"_s), "interrupted\n");
    QCOMPARE(task(u"long"_s).usage.inputTokens, 1200);
}

void TestAgentRun::whatIgnoresEverySignalIsKilledWithAllItStarted()
{
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s});
    // Like the shell tools of some CLIs, in a session of their own.
    test::add(contents, agent(u"deaf"_s, "trap '' INT TERM; setsid sh -c 'echo $$ > tool; trap \"\" INT TERM; while :; do sleep 1; done' & "
                                         "while ! test -s tool; do sleep 0.02; done; touch ready; while :; do sleep 1; done"));
    start(contents);
    QTRY_VERIFY(QFile::exists(path(u"ready"_s)));
    const qint64 tool = contentsOf(u"tool"_s).toLongLong();
    QVERIFY(lives(tool));
    QCOMPARE_GE(processesOf(m_runner->runDir(), u"deaf"_s).size(), 2);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->stop();
    QVERIFY(finished.wait(15'000));
    QTRY_VERIFY(!lives(tool));
    QVERIFY(processesOf(m_runner->runDir(), u"deaf"_s).isEmpty());
}

void TestAgentRun::silenceIsATimeoutAndEveryEventASignOfLife()
{
    write(u"end"_s, closing("Done"));
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s});
    // Unknown events show that it lives; so three quiet seconds in pieces are none.
    Task busy = agent(u"busy"_s, "for i in 1 2 3 4 5 6; do echo '{\"type\":\"progress\"}'; sleep 0.5; done; cat end");
    busy.timeoutIdle = Duration{u"2500ms"_s};
    test::add(contents, busy);
    Task muttering = agent(u"muttering"_s, "for i in 1 2 3 4 5 6; do echo still at it >&2; sleep 0.5; done; echo Done.", u"custom"_s);
    muttering.timeoutIdle = Duration{u"2500ms"_s};
    test::add(contents, muttering);
    Task quiet = agent(u"quiet"_s, "cat greeting; exec sleep 600");
    quiet.timeoutIdle = Duration{u"2500ms"_s};
    test::add(contents, quiet);
    QCOMPARE(run(contents), RunStatus::Failed);
    QCOMPARE(task(u"busy"_s).state, TaskState::Complete);
    QVERIFY2(task(u"muttering"_s).state == TaskState::Complete, qPrintable(task(u"muttering"_s).reason));
    QCOMPARE(task(u"quiet"_s).state, TaskState::Failed);
    QCOMPARE(eventOf("worker.failed")["timeout"_L1].toString(), u"idle"_s);
    QVERIFY(processesOf(m_runner->runDir(), u"quiet"_s).isEmpty());
}

void TestAgentRun::whatHangsAfterItHasSaidThatAllIsDoneIsEndedAndCounts()
{
    write(u"end"_s, closing("It has two lines."));
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s});
    test::add(contents, agent(u"hanging"_s, "cat greeting end; exec sleep 600"));
    QCOMPARE(run(contents), RunStatus::Complete);
    QVERIFY(log(u"hanging"_s).contains("It has two lines."));
    QVERIFY2(!log(u"hanging"_s).contains("signal"), log(u"hanging"_s).constData());
    QVERIFY(processesOf(m_runner->runDir(), u"hanging"_s).isEmpty());
}

void TestAgentRun::whateverItsEndNothingIsLeftBehind_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<RunStatus>("status");
    QTest::newRow("well") << QByteArray("cat end") << RunStatus::Complete;
    QTest::newRow("failed") << QByteArray("exit 3") << RunStatus::Failed;
    QTest::newRow("crashed") << QByteArray("kill -SEGV $$") << RunStatus::Failed;
    QTest::newRow("timed out") << QByteArray("while :; do sleep 1; done") << RunStatus::Failed;
}

void TestAgentRun::whateverItsEndNothingIsLeftBehind()
{
    QFETCH(QByteArray, end);
    write(u"end"_s, closing("Done"));
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s});
    // Its tool is in a session of its own, and has started another.
    Task messy = agent(u"messy"_s, "setsid sh -c 'trap \"\" TERM; sleep 600 & echo $! $$ > tools; while :; do sleep 0.1; done' & "
                                   "while ! test -s tools; do sleep 0.02; done; " + end);
    messy.timeoutTotal = Duration{u"5s"_s};
    test::add(contents, messy);
    QTEST(run(contents), "status");
    const QList<QByteArray> tools = contentsOf(u"tools"_s).simplified().split(' ');
    QCOMPARE(tools.size(), 2);
    for (const QByteArray &tool : tools)
        QTRY_VERIFY2(!lives(tool.toLongLong()), tool.constData());
    QVERIFY(processesOf(m_runner->runDir(), u"messy"_s).isEmpty());
}

void TestAgentRun::aRunOutlivesItsRunnerAndItsAgentIsTakenOver()
{
    write(u"end"_s, closing("It has two lines."));
    write(u"cli"_s, "#!/bin/sh\necho x >> starts; cat greeting; touch ready; while ! test -e go-on; do sleep 0.02; done; cat end\n", true);
    write(u"plan.baton.yaml"_s, "baton: 1\nname: Long\npersonas: [{id: coder}]\ntasks:\n  - id: long\n    persona: coder\n"
                               "    executor: {type: agent, cli: claude, binary: ./cli}\n");
    const auto startRunner = [this] {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QCoreApplication::applicationDirPath() + u"/runnerprocess"_s, {path(u"plan.baton.yaml"_s), path(u"run"_s)});
        return process;
    };
    const RunFolder folder(path(u"run"_s));
    {
        const auto runner = startRunner();
        QTRY_VERIFY_WITH_TIMEOUT(contentsOf(folder.logPath(u"long"_s)).contains("two lines"), 10'000); // read live
        ::kill(pid_t(runner->processId()), SIGKILL);
        runner->waitForFinished();
    }
    QVERIFY(isSupervised(folder));
    const auto runner = startRunner();
    QTRY_VERIFY_WITH_TIMEOUT(contentsOf(folder.journalPath()).contains("run.resumed"), 10'000);
    write(u"go-on"_s, {});
    QVERIFY(runner->waitForFinished(10'000));
    QCOMPARE(runner->exitCode(), 0);
    QCOMPARE(contentsOf(u"starts"_s), "x\n");
    QCOMPARE(contentsOf(folder.journalPath()).count("worker.usage"), 1);
    QCOMPARE(contentsOf(folder.logPath(u"long"_s)),
             "> Bash: wc -l notes.txt\n  2 notes.txt\nIt has two lines.\nTokens: 1,200 in, 900 from and to the cache, 9 out.\n");
}

void TestAgentRun::aCustomAgentIsCalledAsThePlanSays()
{
    write(u"say"_s, "#!/bin/sh\nfor word in \"$@\"; do printf '[%s]' \"$word\"; done > words; cat > input; echo '{\"a\":{\"text\":\"Hello\",\"in\":5}}'\n", true);
    QJsonObject options{{u"cli"_s, u"custom"_s},      {u"binary"_s, u"./say"_s},   {u"prefix"_s, QJsonArray{u"ask"_s}},
                        {u"args"_s, QJsonArray{u"-v"_s}}, {u"prompt"_s, u"flag"_s},    {u"flag"_s, u"--text"_s},
                        {u"output"_s, u"jsonl"_s},    {u"fields"_s, QJsonObject{{u"text"_s, u"a.text"_s}, {u"input_tokens"_s, u"a.in"_s}}}};
    Contents contents;
    test::add(contents, Task{.id = u"own"_s, .executor = {u"agent"_s, options}});
    QCOMPARE(run(contents), RunStatus::Complete);
    QVERIFY(contentsOf(u"words"_s).startsWith("[ask][-v][--text][[PLANNER]"));
    QCOMPARE(contentsOf(u"input"_s), "");
    QCOMPARE(task(u"own"_s).usage.inputTokens, 5);
    QVERIFY(log(u"own"_s).startsWith("Hello\n"));
    options.insert(u"prompt"_s, u"stdin"_s);
    Contents piped;
    test::add(piped, Task{.id = u"own"_s, .executor = {u"agent"_s, options}});
    QCOMPARE(run(piped), RunStatus::Complete);
    QCOMPARE(contentsOf(u"words"_s), "[ask][-v]");
    QVERIFY(contentsOf(u"input"_s).contains("[WORKER]"));
}

void TestAgentRun::aCustomAgentSaysThatItIsBlockedAsAnyCommandDoes()
{
    write(u"say"_s, "#!/bin/sh\necho thinking >&2; echo 'which port?' >&2; exit 75\n", true);
    Contents contents;
    test::add(contents, Task{.id = u"own"_s, .executor = {u"agent"_s, {{u"cli"_s, u"custom"_s}, {u"binary"_s, u"./say"_s}}}});
    run(contents);
    QCOMPARE(task(u"own"_s).state, TaskState::Blocked);
    QCOMPARE(task(u"own"_s).reason, u"which port?"_s);
}

void TestAgentRun::theKeyOfAnAgentIsInNothingThatIsWritten()
{
    const QByteArray key = "sk-ant-SECRETKEY-0123456789";
    qputenv("ANTHROPIC_API_KEY", key);
    write(u"claude"_s, "#!/bin/sh\ncat > /dev/null\necho \"$ANTHROPIC_API_KEY\" >&2\n"
                           "echo '{\"type\":\"assistant\",\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"your key is '$ANTHROPIC_API_KEY'\"}]}}'\n"
                           "echo '{\"type\":\"result\",\"subtype\":\"success\",\"is_error\":true,\"result\":\"bad key '$ANTHROPIC_API_KEY'\"}'\nexit 1\n", true);
    Contents contents;
    test::add(contents, Task{.id = u"own"_s, .executor = {u"agent"_s, {{u"cli"_s, u"claude"_s}, {u"binary"_s, u"./claude"_s}}}});
    run(contents);
    qunsetenv("ANTHROPIC_API_KEY");
    QCOMPARE(task(u"own"_s).state, TaskState::Failed);
    QVERIFY2(log(u"own"_s).contains("your key is ****"), log(u"own"_s).constData());
    QDirIterator all(m_dir->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString name = all.next();
        QVERIFY2(!contentsOf(name).contains(key), qPrintable(name));
    }
}

void TestAgentRun::theDoctorNamesAgentsThatDoNotTellWhatTheyCost()
{
    const QString file = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/baton/models.json"_s;
    QDir().mkpath(QFileInfo(file).path());
    write(file, R"({"max_cost":3,"prices":{"priced":{"input":1,"output":2}}})");
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s});
    test::add(contents, agent(u"tells"_s, "exit 0"));
    test::add(contents, agent(u"does-not"_s, "exit 0", u"codex"_s));
    Task priced = agent(u"priced"_s, "exit 0", u"qwen"_s);
    priced.model = u"priced"_s;
    test::add(contents, priced);
    Doctor doctor;
    QSignalSpy finished(&doctor, &Doctor::finished);
    doctor.examineWorkflow(contents, path(u"plan.baton.yaml"_s));
    QVERIFY(!finished.isEmpty() || finished.wait(10'000));
    QFile::remove(file);
    QStringList named;
    for (const Finding &finding : doctor.findings()) {
        if (finding.sentence.contains(u"does not tell what it costs"_s))
            named += finding.what;
    }
    QCOMPARE(named, QStringList{u"codex"_s});
}

void TestAgentRun::theKeyOfAnAgentIsInNothingThatItReports()
{
    const QByteArray key = "sk-ant-SECRETKEY-0123456789";
    write(u"end"_s, closing("Done"));
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s});
    test::add(contents, agent(u"work"_s, "echo '{\"event_type\":\"checkpoint\",\"data\":{\"checkpoint\":\"key '$ANTHROPIC_API_KEY'\"}}' >> $BATON_EVENTS\n"
                                       "echo '{\"event_type\":\"'$ANTHROPIC_API_KEY'\"}' >> $BATON_EVENTS; cat end"));
    Task audit = agent(u"audit"_s, "echo '{\"verdict\":\"approved\",\"issues\":[{\"severity\":\"low\",\"what\":\"leaks '$ANTHROPIC_API_KEY'\"}]}' > $BATON_RESULT\n"
                                  "cat greeting; while ! test -e go-on; do sleep 0.02; done; cat end");
    audit.validates = {u"work"_s};
    test::add(contents, audit);
    Task asking = agent(u"asking"_s, "echo '{\"event_type\":\"blocked\",\"data\":{\"reason\":\"is '$ANTHROPIC_API_KEY' right?\"}}' >> $BATON_EVENTS; cat end");
    asking.executor.options.insert(u"cli"_s, u"claude"_s);
    test::add(contents, asking);
    qputenv("ANTHROPIC_API_KEY", key);
    start(contents);
    QStringList told;
    connect(m_runner.get(), &Runner::warned, this, [&](const QString &sentence) { told += sentence; });
    const auto journal = [this] { return contentsOf(m_runner->folder().journalPath()); };
    QTRY_VERIFY_WITH_TIMEOUT(journal().contains("so_far"), 20'000);
    write(u"go-on"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(m_runner->state().isOver(), 20'000);
    qunsetenv("ANTHROPIC_API_KEY");
    QVERIFY(journal().contains("key ****") && journal().contains("leaks ****") && journal().contains("**** right?"));
    QVERIFY(!told.isEmpty() && !told.join(u' ').contains(QString::fromUtf8(key)));
    const QString folder = m_runner->folder().path();
    m_runner.reset(); // which waits for what is still being done
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString name = all.next();
        QVERIFY2(!contentsOf(name).contains(key), qPrintable(name));
    }
}

/// Not for a moment, and also where whoever goes on with the run does not know the key.
void TestAgentRun::theKeyOfAnAgentIsInNoFileWhileItRunsNorAfterAKill()
{
    const QByteArray key = "sk-ant-SECRETKEY-0123456789";
    const auto filesWithKey = [&] {
        QStringList found;
        QDirIterator all(m_dir->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            if (const QString name = all.next(); contentsOf(name).contains(key))
                found += name;
        }
        return found;
    };
    const auto contentsLike = [this](const QString &pattern) {
        QByteArray all;
        for (const QString &name : QDir(path(u"run/agents"_s)).entryList({pattern}))
            all += contentsOf(u"run/agents/"_s + name);
        return all;
    };
    write(u"end"_s, closing("It has two lines."));
    write(u"cli"_s, "#!/bin/sh\ncat > /dev/null\necho \"raw $ANTHROPIC_API_KEY\" >&2\necho \"raw $ANTHROPIC_API_KEY\"\ncat greeting\n"
                   "printf '%s' \"$ANTHROPIC_API_KEY\" | cut -c1-9 >&2; while ! test -e go-on; do sleep 0.02; done\n"
                   "echo \"late $ANTHROPIC_API_KEY\" >&2; cat end\n", true);
    write(u"plan.baton.yaml"_s, "baton: 1\nname: Long\npersonas: [{id: coder}]\ntasks:\n  - id: long\n    persona: coder\n"
                               "    executor: {type: agent, cli: claude, binary: ./cli}\n");
    const QString program = QCoreApplication::applicationDirPath() + u"/runnerprocess"_s;
    const QStringList arguments{path(u"plan.baton.yaml"_s), path(u"run"_s)};
    {
        QProcess runner;
        qputenv("ANTHROPIC_API_KEY", key);
        runner.start(program, arguments);
        qunsetenv("ANTHROPIC_API_KEY");
        QTRY_VERIFY_WITH_TIMEOUT(contentsLike(u"*.out"_s).contains("raw ****") && contentsLike(u"*.err"_s).contains("raw ****"), 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(contentsOf(RunFolder(path(u"run"_s)).logPath(u"long"_s)).contains("two lines"), 10'000);
        QCOMPARE(filesWithKey(), QStringList());
        ::kill(pid_t(runner.processId()), SIGKILL);
        runner.waitForFinished();
    }
    write(u"go-on"_s, {});
    QProcess runner;
    runner.start(program, arguments);
    QVERIFY(runner.waitForFinished(10'000));
    QCOMPARE(runner.exitCode(), 0);
    QVERIFY(contentsLike(u"*.err"_s).contains("sk-ant-SE\nlate ****"));
    QCOMPARE(filesWithKey(), QStringList());
}

QTEST_GUILESS_MAIN(TestAgentRun)
#include "tst_agentrun.moc"
