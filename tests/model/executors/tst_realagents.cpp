// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agent/agentcli.h"
#include "model/run/leftbehind.h"
#include "model/run/runner.h"
#include "tests/support/plans.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

/// The real agent CLIs in real runs, against a service that answers by a script. `scripts/agents` installs them.
class TestRealAgents : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void eachDoesItsTasks_data();
    void eachDoesItsTasks();
    void aCancelledOneLeavesNothingBehind_data();
    void aCancelledOneLeavesNothingBehind();
    void cleanup();

private:
    static QString folder();
    QString path(const QString &name) const { return m_dir->filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    QByteArray contentsOf(const QString &name) const;
    void addInstalled() const;
    /// Starts the service with a script for this CLI, and makes a home in which it finds that.
    void serve(const QString &cli);
    static QJsonObject callFor(const QString &cli, const QString &file);
    Task task(const QString &cli, const QString &id, const QString &word, const QString &persona) const;
    std::unique_ptr<Runner> runner(const Contents &contents) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QProcess> m_service;
    QString m_url;
};

QString TestRealAgents::folder()
{
    static const QString folder = [] { // each test has a home of its own
        const QString cache = qEnvironmentVariable("XDG_CACHE_HOME", QDir::homePath() + u"/.cache"_s);
        return qEnvironmentVariable("BATON_AGENTS", cache + u"/baton/agents"_s) + u"/node_modules/.bin"_s;
    }();
    return folder;
}

void TestRealAgents::initTestCase()
{
    const bool hasService = QFile::exists(qEnvironmentVariable("BATON_SHARED") + u"/agent-cli-samples/mock-llm.mjs"_s);
    if (!hasService || !QFile::exists(folder()) || QStandardPaths::findExecutable(u"node"_s).isEmpty())
        QSKIP("The agent CLIs are not installed (scripts/agents), or the service for tests is not here (BATON_SHARED).");
    qputenv("PATH", folder().toUtf8() + ':' + qgetenv("PATH"));
}

void TestRealAgents::cleanup()
{
    if (m_service) {
        m_service->closeWriteChannel();
        m_service->waitForFinished(5000);
    }
    m_service.reset();
    m_dir.reset();
}

void TestRealAgents::write(const QString &name, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(path(name)).absolutePath());
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QByteArray TestRealAgents::contentsOf(const QString &name) const
{
    QFile file(QDir::isAbsolutePath(name) ? name : path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestRealAgents::addInstalled() const
{
    QTest::addColumn<QString>("cli");
    for (const AgentCli *cli : agentClis()) {
        if (QFile::exists(folder() + '/'_L1 + cli->id()))
            QTest::newRow(qPrintable(cli->id())) << cli->id();
    }
}

/// How a model of that CLI asks for a file to be written.
QJsonObject TestRealAgents::callFor(const QString &cli, const QString &file)
{
    if (cli == "codex"_L1)
        return {{u"name"_s, u"exec_command"_s}, {u"arguments"_s, QJsonObject{{u"cmd"_s, u"echo done > '%1'"_s.arg(file)}}}};
    const QString name = cli == "claude"_L1 ? u"Write"_s : cli == "gemini"_L1 || cli == "qwen"_L1 ? u"write_file"_s : u"write"_s;
    const QString where = cli == "opencode"_L1 ? u"filePath"_s : cli == "pi"_L1 ? u"path"_s : u"file_path"_s;
    return {{u"name"_s, name}, {u"arguments"_s, QJsonObject{{where, file}, {u"content"_s, u"done\n"_s}}}};
}

void TestRealAgents::serve(const QString &cli)
{
    m_dir = std::make_unique<QTemporaryDir>();
    const auto rule = [](const QJsonObject &when, const QJsonObject &reply) { return QJsonObject{{u"when"_s, when}, {u"reply"_s, reply}}; };
    const QJsonObject counted{{u"input"_s, 1200}, {u"output"_s, 9}, {u"cachedInput"_s, 800}};
    const QJsonObject some{{u"input"_s, 100}, {u"output"_s, 5}};
    const auto writing = [&](const QString &word, const QString &file) {
        return rule({{u"prompt"_s, word}, {u"last"_s, u"user"_s}, {u"hasTools"_s, true}},
                    {{u"toolCalls"_s, QJsonArray{callFor(cli, path(u"work/"_s + file))}}, {u"usage"_s, some}});
    };
    const QJsonArray rules{
        rule({{u"system"_s, u"title generator"_s}}, {{u"text"_s, u"A title"_s}}),
        rule({{u"prompt"_s, u"ALPHA"_s}, {u"system"_s, u"You are PERSONA-MARK."_s}}, {{u"text"_s, u"The notes file has two lines."_s}, {u"usage"_s, counted}}),
        rule({{u"prompt"_s, u"DELTA"_s}}, {{u"error"_s, QJsonObject{{u"status"_s, 401}}}}),
        rule({{u"prompt"_s, u"OMEGA"_s}}, {{u"text"_s, u"This never arrives in full."_s}, {u"stallAfterChunks"_s, 1}, {u"stallMs"_s, 60'000}}),
        writing(u"BRAVO"_s, u"allowed.txt"_s),
        writing(u"CHARLIE"_s, u"refused.txt"_s),
        rule({{u"last"_s, u"tool"_s}}, {{u"text"_s, u"That is all."_s}, {u"usage"_s, some}}),
    };
    write(u"scenario.json"_s, QJsonDocument(QJsonObject{{u"rules"_s, rules}, {u"default"_s, QJsonObject{{u"text"_s, u"no rule"_s}}}}).toJson());
    m_service = std::make_unique<QProcess>();
    m_service->start(u"node"_s, {qEnvironmentVariable("BATON_SHARED") + u"/agent-cli-samples/mock-llm.mjs"_s, u"--port"_s, u"0"_s,
                                 u"--scenario"_s, path(u"scenario.json"_s), u"--log"_s, path(u"requests"_s), u"--lifetime"_s, u"180"_s, u"--exit-with-stdin"_s});
    QVERIFY(m_service->waitForReadyRead(20'000));
    m_url = QString::fromUtf8(m_service->readLine()).section(' '_L1, 1).trimmed();
    QVERIFY(m_url.startsWith("http://127.0.0.1:"_L1));

    const QByteArray url = m_url.toUtf8();
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "CODEX_HOME", "CLAUDE_CONFIG_DIR", "OPENCODE_CONFIG"})
        qunsetenv(name);
    qputenv("HOME", path(u"home"_s).toUtf8());
    qputenv("ANTHROPIC_API_KEY", "test-key");
    qputenv("ANTHROPIC_BASE_URL", url);
    qputenv("CLAUDE_CODE_MAX_RETRIES", "1");
    qputenv("GEMINI_API_KEY", "test-key");
    qputenv("GOOGLE_GEMINI_BASE_URL", url);
    qputenv("OPENAI_API_KEY", "test-key");
    qputenv("OPENAI_BASE_URL", url + "/v1");
    qputenv("OPENAI_MODEL", "mock-small");
    qputenv("OPENCODE_DISABLE_MODELS_FETCH", "1");
    write(u"home/.gemini/settings.json"_s, R"({"security":{"auth":{"selectedType":"gemini-api-key"}},"privacy":{"usageStatisticsEnabled":false},)"
                                          R"("general":{"enableAutoUpdate":false,"maxAttempts":1},"telemetry":{"enabled":false}})");
    write(u"home/.config/opencode/opencode.json"_s,
          R"({"autoupdate":false,"model":"mock/mock-small","small_model":"mock/mock-small","provider":{"mock":{"npm":"@ai-sdk/openai-compatible","name":"Mock",)"
          R"("options":{"baseURL":")" + url + R"(/v1","apiKey":"test-key"},"models":{"mock-small":{"name":"Mock","limit":{"context":100000,"output":8000}}}}}})");
    write(u"home/.pi/agent/models.json"_s,
          R"({"providers":{"mock":{"baseUrl":")" + url + R"(/v1","api":"openai-completions","apiKey":"OPENAI_API_KEY","models":[{"id":"mock-small","name":"Mock",)"
          R"("contextWindow":100000,"maxTokens":8000,"input":["text"],"reasoning":false,"cost":{"input":1,"output":2,"cacheRead":0.1,"cacheWrite":0}}]}}})");
    write(u"work/notes.txt"_s, "first line\nsecond line\n");
}

Task TestRealAgents::task(const QString &cli, const QString &id, const QString &word, const QString &persona) const
{
    QJsonObject options{{u"cli"_s, cli}};
    if (cli == "claude"_L1)
        options.insert(u"model"_s, u"claude-sonnet-4-5"_s);
    if (cli == "gemini"_L1)
        options.insert(u"model"_s, u"gemini-2.5-flash"_s);
    if (cli == "qwen"_L1)
        options.insert(u"args"_s, QJsonArray{u"--auth-type"_s, u"openai"_s});
    if (cli == "pi"_L1)
        options.insert(u"args"_s, QJsonArray{u"--provider"_s, u"mock"_s, u"--model"_s, u"mock-small"_s});
    if (cli == "codex"_L1) {
        const QString provider = uR"(model_providers.mock={name="mock",base_url="%1/v1",env_key="OPENAI_API_KEY",wire_api="responses",request_max_retries=1,stream_max_retries=1})"_s;
        options.insert(u"model"_s, u"gpt-5.5"_s);
        options.insert(u"args"_s, QJsonArray{u"-c"_s, u"model_provider=mock"_s, u"-c"_s, provider.arg(m_url)});
    }
    Task task{.id = id, .personas = {persona}, .description = u"This is %1."_s.arg(word)};
    task.executor = {u"agent"_s, options};
    task.timeoutTotal = Duration{u"2m"_s};
    return task;
}

std::unique_ptr<Runner> TestRealAgents::runner(const Contents &contents) const
{
    auto made = Runner::create(contents, "baton: 1\n", path(u"work/plan.baton.yaml"_s), {.runDir = path(u"run"_s), .approve = ApproveMode::None, .trusted = true});
    if (!made)
        qWarning("%s", qPrintable(made.error().message));
    return made ? std::move(*made) : nullptr;
}

void TestRealAgents::eachDoesItsTasks_data()
{
    addInstalled();
}

void TestRealAgents::eachDoesItsTasks()
{
    QFETCH(QString, cli);
    serve(cli);
    Contents contents;
    if (cli == "opencode"_L1)
        contents.info.maxConcurrent = 1; // several that start for the first time in a home disturb each other
    test::add(contents, Persona{.id = u"reader"_s, .instructions = u"You are PERSONA-MARK."_s});
    test::add(contents, Persona{.id = u"writer"_s, .tools = {u"read"_s, u"write"_s, u"run"_s}});
    test::add(contents, task(cli, u"answer"_s, u"ALPHA"_s, u"reader"_s));
    Task allowed = task(cli, u"allowed"_s, u"BRAVO"_s, u"writer"_s);
    allowed.deliverables = {u"allowed.txt"_s};
    test::add(contents, allowed);
    test::add(contents, task(cli, u"refused"_s, u"CHARLIE"_s, u"reader"_s));
    test::add(contents, task(cli, u"fault"_s, u"DELTA"_s, u"reader"_s));
    const std::unique_ptr<Runner> run = runner(contents);
    QVERIFY(run);
    QSignalSpy finished(run.get(), &Runner::finished);
    run->start();
    QVERIFY(finished.wait(280'000));
    const auto ofTask = [&](const QString &id) { return run->state().tasks.at(run->plan().indexOfTask(id)); };
    const auto about = [&](const QString &id) -> QByteArray { return id.toUtf8() + ": " + ofTask(id).reason.toUtf8() + '\n' + contentsOf(run->folder().logPath(id)); };

    QVERIFY2(ofTask(u"answer"_s).state == TaskState::Complete, about(u"answer"_s).constData());
    QVERIFY2(contentsOf(run->folder().logPath(u"answer"_s)).contains("The notes file has two lines."), about(u"answer"_s).constData());
    const Usage usage = ofTask(u"answer"_s).usage;
    if (cli == "qwen"_L1) {
        // It makes another request by itself, and counts that, too.
        QVERIFY(usage.inputTokens >= 400 && usage.cacheReadTokens >= 800 && usage.outputTokens >= 9);
    } else {
        QCOMPARE(usage.inputTokens, cli == "claude"_L1 ? 1200 : 400);
        QCOMPARE(usage.cacheReadTokens, 800);
        QCOMPARE(usage.outputTokens, 9);
    }

    QVERIFY2(ofTask(u"allowed"_s).state == TaskState::Complete, about(u"allowed"_s).constData());
    QCOMPARE(contentsOf(u"work/allowed.txt"_s), "done\n");
    QVERIFY2(!QFile::exists(path(u"work/refused.txt"_s)), about(u"refused"_s).constData());

    QVERIFY2(ofTask(u"fault"_s).state == TaskState::Failed, about(u"fault"_s).constData());
    QVERIFY2(contentsOf(run->folder().journalPath()).contains("\"reason\":\"not-logged-in\""), about(u"fault"_s).constData());
}

void TestRealAgents::aCancelledOneLeavesNothingBehind_data()
{
    addInstalled();
}

void TestRealAgents::aCancelledOneLeavesNothingBehind()
{
    QFETCH(QString, cli);
    serve(cli);
    Contents contents;
    test::add(contents, Persona{.id = u"reader"_s});
    test::add(contents, task(cli, u"stalled"_s, u"OMEGA"_s, u"reader"_s));
    const std::unique_ptr<Runner> run = runner(contents);
    QVERIFY(run);
    QSignalSpy finished(run.get(), &Runner::finished);
    run->start();
    // It is in the middle of an answer when the service has the request and says no more.
    QTRY_VERIFY_WITH_TIMEOUT(contentsOf(u"requests"_s).contains("OMEGA"), 60'000);
    QVERIFY(!processesOf(run->runDir(), u"stalled"_s).isEmpty());
    run->stop();
    QVERIFY(finished.wait(30'000));
    QCOMPARE(run->state().status, RunStatus::Cancelled);
    QVERIFY(processesOf(run->runDir(), u"stalled"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestRealAgents)
#include "tst_realagents.moc"
