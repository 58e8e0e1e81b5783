// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/doctor.h"
#include "model/run/runner.h"
#include "model/run/supervisorclient.h"
#include "tests/model/executors/mockendpoint.h"
#include "tests/support/plans.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QSslKey>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace baton;
using namespace Qt::StringLiterals;
using test::EndpointReply;
using test::EndpointRequest;
using test::MockEndpoint;

namespace {

constexpr auto secret = "sk-very-secret-0123456789";

} // namespace

/// Tasks that model endpoints carry out, in real runs.
class TestHttpRun : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void anEndpointGetsThePromptAndItsAnswerTokensAndLogAreKept();
    void bothApisWork();
    void aServerThatPromisesToStayIsAskedAnewEachTime();
    void whatOnlyAnotherTaskMayWriteIsRefused();
    void whoMendsMayWriteWhereTheDamageIs();
    void aVerdictInTheAnswerIsTheTasksVerdict();
    void theKeyIsSentAndWrittenNowhere();
    void aMissingKeyIsSaidBeforeAnythingIsSent();
    void aKeyIsNotSentUnencryptedThroughTheNetwork();
    void tiersAndAddressesAreSettings();
    void whatWasTurnedAwayIsAskedAgain_data();
    void whatWasTurnedAwayIsAskedAgain();
    void whatBeganToBeAnsweredIsNotAskedAgain_data();
    void whatBeganToBeAnsweredIsNotAskedAgain();
    void anEndpointThatIsNotThereIsTriedAgainAndTold();
    void aStormEndsTheTaskAndTheRunGoesOnLater();
    void theSpendingLimitLeavesARunToGoOnWith();
    void noRequestFollowsOnceTheMoneyIsSpent();
    void aLimitThatIsNotUnderstoodLetsNothingStart();
    void aModelIsToldThatItsArgumentsAreNoJson_data();
    void aModelIsToldThatItsArgumentsAreNoJson();
    void whoNeverEndsIsToldHowManyRequestsThereMayBe();
    void whatAKilledRunnersModelHadRunIsEndedBeforeItIsAskedAgain();
    void whatAModelRunsFindsNoKeyAndNoneOfItsWordsHoldsOne();
    void aCertificateThatNobodyTrustsIsSaidAndItsFileMakesItTrusted();
    void whatIsPlainlyAtWorkIsNotEndedForItsSilence();
    void cancellingEndsTheRequestAtOnce();
    void aModelDoesRealFileWork();
    void toolsStayInTheWorkspaceAndWithinWhatTheTaskMayDo();
    void aCommandRunsOnlyWhereThePersonaMayRun();
    void aCommandThatPrintsWithoutEndIsEnded();
    void aLongFileIsReadInPartsOfWholeCharacters();
    void aFileInThePlaceOfAFolderIsSaid();
    void anAnswerCountsThoughItsConnectionStaysOpen();
    void theRecordedServiceIsUnderstood();

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }
    QByteArray contentsOf(const QString &name) const;
    void write(const QString &name, const QByteArray &bytes) const;
    void settings(const QJsonObject &more = {}) const;
    Task task(const QString &id, const QString &url, const QString &api = u"openai"_s) const;
    RunStatus run(const Contents &contents);
    void start(const Contents &contents);
    RunStatus await();
    const TaskRun &stateOf(const QString &id) const { return m_runner->state().tasks.at(m_runner->plan().indexOfTask(id)); }
    QByteArray log(const QString &id) const { return contentsOf(m_runner->folder().logPath(id)); }
    /// The first event of a type, of a task where one is named.
    QJsonObject eventOf(const QByteArray &type, const QString &id = {}) const;
    /// What a model that calls tools one after the other was given back, in this order.
    QStringList resultsOf(const QList<QPair<QByteArray, QJsonObject>> &calls, Task work, const QStringList &tools);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Runner> m_runner;
};

void TestHttpRun::initTestCase()
{
    static QTemporaryDir config;
    qputenv("XDG_CONFIG_HOME", config.path().toUtf8());
    qunsetenv("OPENAI_API_KEY");
    qunsetenv("ANTHROPIC_API_KEY");
    qputenv("MY_WORK_KEY", secret);
    QVERIFY2(!SupervisorClient::executable().isEmpty(), "baton-supervisor is not beside this test");
}

void TestHttpRun::init()
{
    m_runner.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    settings();
}

QByteArray TestHttpRun::contentsOf(const QString &name) const
{
    QFile file(QDir::isAbsolutePath(name) ? name : path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestHttpRun::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(QDir::isAbsolutePath(name) ? name : path(name));
    QDir().mkpath(QFileInfo(file).path());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

/// Impatient ones: a test is not to wait.
void TestHttpRun::settings(const QJsonObject &more) const
{
    QJsonObject all{{u"retry_delay"_s, u"10ms"_s}, {u"silence"_s, u"1s"_s}, {u"retries"_s, 2}};
    for (auto entry = more.begin(); entry != more.end(); ++entry)
        all.insert(entry.key(), entry.value());
    write(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/baton/models.json"_s, QJsonDocument(all).toJson());
}

Task TestHttpRun::task(const QString &id, const QString &url, const QString &api) const
{
    Task task{.id = id};
    task.executor = {u"http"_s, {{u"api"_s, api}, {u"base_url"_s, url}, {u"model"_s, u"small"_s}}};
    return task;
}

void TestHttpRun::start(const Contents &contents)
{
    auto made = Runner::create(contents, "baton: 1\n", path(u"plan.baton.yaml"_s), {.approve = ApproveMode::None, .trusted = true});
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    m_runner = std::move(*made);
    m_runner->start();
}

RunStatus TestHttpRun::await()
{
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    if (finished.isEmpty())
        finished.wait(30'000);
    return finished.isEmpty() ? RunStatus::Planned : finished.last().first().value<RunStatus>();
}

RunStatus TestHttpRun::run(const Contents &contents)
{
    start(contents);
    return await();
}

QJsonObject TestHttpRun::eventOf(const QByteArray &type, const QString &id) const
{
    for (const QByteArray &line : contentsOf(m_runner->folder().journalPath()).split('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        if (event["event_type"_L1].toString().toUtf8() == type && (id.isEmpty() || event["worker_id"_L1] == id))
            return event["data"_L1].toObject();
    }
    return {};
}

void TestHttpRun::anEndpointGetsThePromptAndItsAnswerTokensAndLogAreKept()
{
    MockEndpoint endpoint([](const EndpointRequest &, int) { return MockEndpoint::stream(test::chatFrames("It has two lines.", 1200, 9)); });
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s, .instructions = u"You count."_s});
    Task count = task(u"count"_s, endpoint.url() + u"/v1"_s);
    count.personas = {u"coder"_s};
    test::add(contents, count);
    QCOMPARE(run(contents), RunStatus::Complete);
    QCOMPARE(endpoint.requests.size(), 1);
    const EndpointRequest &asked = endpoint.requests.first();
    QCOMPARE(asked.path, "/v1/chat/completions");
    QVERIFY(!asked.head.contains("Authorization"));
    QCOMPARE(asked.body["model"_L1].toString(), u"small"_s);
    QCOMPARE(asked.body["messages"_L1][0]["content"_L1].toString(), u"You count."_s);
    QVERIFY(asked.body["messages"_L1][1]["content"_L1].toString().contains(u"[WORKER]"_s));
    QCOMPARE(log(u"count"_s), "It has two lines.\nTokens: 1,200 in, 9 out.\n");
    QCOMPARE(stateOf(u"count"_s).usage.inputTokens, 1200);
    QCOMPARE(stateOf(u"count"_s).usage.outputTokens, 9);
}

void TestHttpRun::bothApisWork()
{
    MockEndpoint endpoint([](const EndpointRequest &, int number) {
        if (number == 0)
            return MockEndpoint::stream(test::messageFrames("Done.", 7, 3));
        return MockEndpoint::status(200, R"({"type":"message","content":[{"type":"text","text":"Whole."}],"stop_reason":"end_turn","usage":{"input_tokens":1,"output_tokens":2}})");
    });
    Contents contents;
    test::add(contents, task(u"first"_s, endpoint.url(), u"anthropic"_s));
    QCOMPARE(run(contents), RunStatus::Complete);
    QCOMPARE(endpoint.requests.first().path, "/v1/messages");
    QVERIFY(endpoint.requests.first().head.contains("anthropic-version: 2023-06-01"));
    QCOMPARE(stateOf(u"first"_s).usage.inputTokens, 7);
    QCOMPARE(run(contents), RunStatus::Complete); // a server that does not stream
    QCOMPARE(log(u"first"_s), "Whole.\nTokens: 1 in, 2 out.\n");
}

void TestHttpRun::aVerdictInTheAnswerIsTheTasksVerdict()
{
    MockEndpoint endpoint([](const EndpointRequest &, int) {
        return MockEndpoint::stream(test::chatFrames(
            "[QA]\nIssues:\n- severity: high, task: work, where: out.txt, what: empty, fix: fill it\nVerdict: rejected", 5, 2));
    });
    Contents contents;
    test::add(contents, Task{.id = u"work"_s});
    Task audit = task(u"audit"_s, endpoint.url());
    audit.validates = {u"work"_s};
    test::add(contents, audit);
    run(contents);
    QVERIFY(stateOf(u"audit"_s).verdict);
    QVERIFY(!stateOf(u"audit"_s).verdict->approved);
    QCOMPARE(stateOf(u"audit"_s).verdict->issues.size(), 1);
}

void TestHttpRun::theKeyIsSentAndWrittenNowhere()
{
    // A server that says the key back, in its answer and in an error.
    MockEndpoint endpoint([](const EndpointRequest &, int number) {
        return number == 0 ? MockEndpoint::status(500, R"({"error":{"message":"bad key )" + QByteArray(secret) + R"("}})")
                           : MockEndpoint::status(200, R"({"choices":[{"message":{"content":"Your key is )" + QByteArray(secret) + R"("},"finish_reason":"stop"}]})");
    });
    Contents contents;
    Task open = task(u"open"_s, endpoint.url());
    open.executor.options.insert(u"key"_s, u"my-work-key"_s);
    test::add(contents, open);
    QCOMPARE(run(contents), RunStatus::Complete);
    QCOMPARE(endpoint.requests.size(), 2);
    QVERIFY(endpoint.requests.last().head.contains("Authorization: Bearer " + QByteArray(secret)));
    int files = 0;
    QDirIterator all(m_dir->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        ++files;
        const QString name = all.next();
        QVERIFY2(!contentsOf(name).contains(secret), qPrintable(name));
    }
    QVERIFY(files > 3);
    QVERIFY(log(u"open"_s).contains("Your key is " + QByteArray(qstrlen(secret), '*')));
}

void TestHttpRun::aMissingKeyIsSaidBeforeAnythingIsSent()
{
    MockEndpoint endpoint([](const EndpointRequest &, int) { return MockEndpoint::stream({}); });
    Contents contents;
    Task locked = task(u"locked"_s, endpoint.url());
    locked.executor.options.insert(u"key"_s, u"no-such-key"_s);
    test::add(contents, locked);
    QCOMPARE(run(contents), RunStatus::Failed);
    QCOMPARE(eventOf("worker.failed")["reason"_L1].toString(), u"not-logged-in"_s);
    QVERIFY(eventOf("worker.failed")["message"_L1].toString().contains(u"NO_SUCH_KEY"_s));
    QVERIFY(endpoint.requests.isEmpty());
}

void TestHttpRun::aKeyIsNotSentUnencryptedThroughTheNetwork()
{
    Contents contents;
    Task far = task(u"far"_s, u"http://models.example/v1"_s);
    far.executor.options.insert(u"key"_s, u"MY_WORK_KEY"_s);
    test::add(contents, far);
    QCOMPARE(run(contents), RunStatus::Failed);
    QVERIFY(eventOf("worker.failed")["message"_L1].toString().contains(u"models.example"_s));
}

void TestHttpRun::tiersAndAddressesAreSettings()
{
    MockEndpoint endpoint([](const EndpointRequest &, int) { return MockEndpoint::stream(test::chatFrames("Fine.", 1, 1)); });
    settings({{u"openai"_s, QJsonObject{{u"base_url"_s, endpoint.url() + u"/own"_s}, {u"key"_s, u"MY_WORK_KEY"_s},
                                        {u"tiers"_s, QJsonObject{{u"sonnet"_s, u"middling-2"_s}}}}}});
    Contents contents;
    Task plain{.id = u"plain"_s, .model = u"sonnet"_s};
    plain.executor = {u"http"_s, {{u"api"_s, u"openai"_s}}};
    test::add(contents, plain);
    Task elsewhere = task(u"elsewhere"_s, endpoint.url() + u"/else"_s);
    elsewhere.needs = {test::need(u"plain"_s)};
    test::add(contents, elsewhere);
    QCOMPARE(run(contents), RunStatus::Complete);
    QCOMPARE(endpoint.requests.at(0).path, "/own/chat/completions");
    QCOMPARE(endpoint.requests.at(0).body["model"_L1].toString(), u"middling-2"_s);
    QVERIFY(endpoint.requests.at(0).head.contains(secret));
    QVERIFY(!endpoint.requests.at(1).head.contains(secret)); // it is of another address
}

void TestHttpRun::whatWasTurnedAwayIsAskedAgain_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("429") << 429 << QByteArray("Retry-After: 0\r\n");
    QTest::newRow("429, 50 ms") << 429 << QByteArray("Retry-After: 0.05\r\n");
    QTest::newRow("500") << 500 << QByteArray();
    QTest::newRow("503") << 503 << QByteArray("Content-Type: text/html\r\n");
    QTest::newRow("529") << 529 << QByteArray();
}

void TestHttpRun::whatWasTurnedAwayIsAskedAgain()
{
    QFETCH(int, status);
    QFETCH(QByteArray, headers);
    MockEndpoint endpoint([&](const EndpointRequest &, int number) {
        return number < 2 ? MockEndpoint::status(status, "<html>", headers) : MockEndpoint::stream(test::chatFrames("Fine.", 5, 2));
    });
    Contents contents;
    test::add(contents, task(u"busy"_s, endpoint.url()));
    QCOMPARE(run(contents), RunStatus::Complete);
    QCOMPARE(endpoint.requests.size(), 3);
    QCOMPARE(log(u"busy"_s).count("It is asked again in"), 2);
    QCOMPARE(stateOf(u"busy"_s).usage.inputTokens, 5);
}

void TestHttpRun::whatBeganToBeAnsweredIsNotAskedAgain_data()
{
    QTest::addColumn<EndpointReply>("reply");
    QTest::addColumn<QString>("code");
    const QByteArray frames = test::chatFrames("It has two lines.", 5, 2);
    const QByteArray half = frames.first(frames.size() / 3);
    using Then = EndpointReply::Then;
    QTest::newRow("cut off") << MockEndpoint::stream(half) << u"cut-off"_s;
    QTest::newRow("dropped") << MockEndpoint::stream(half, Then::Drop) << u"cut-off"_s;
    QTest::newRow("dropped before any answer") << EndpointReply{{}, Then::Drop} << u"closed"_s;
    QTest::newRow("closed before any answer") << EndpointReply{{}, Then::Close} << u"closed"_s;
    QTest::newRow("stalled") << MockEndpoint::stream(half, Then::Stall) << u"stalled"_s;
    QTest::newRow("stalled before any answer") << EndpointReply{{}, Then::Stall} << u"stalled"_s;
    QTest::newRow("malformed") << MockEndpoint::stream("data: {\"choices\":[{]\n\n", Then::Stall) << u"malformed"_s;
    QTest::newRow("a page") << MockEndpoint::status(200, "<html>Sign in</html>", "Content-Type: text/html\r\n") << u"not-an-api"_s;
    QTest::newRow("401") << MockEndpoint::status(401, R"({"error":{"message":"no"}})") << u"not-logged-in"_s;
    QTest::newRow("404") << MockEndpoint::status(404, R"({"error":{"message":"no such model"}})") << u"unknown-model"_s;
    QTest::newRow("400") << MockEndpoint::status(400, "{}") << u"refused-request"_s;
    QTest::newRow("elsewhere") << MockEndpoint::status(307, {}, "Location: http://127.0.0.1:1/\r\n") << u"redirect"_s;
    QTest::newRow("nothing said") << MockEndpoint::stream(test::chatFrames("", 5, 0)) << u"no-answer"_s;
    QTest::newRow("no HTTP") << EndpointReply{"SSH-2.0-OpenSSH_9.2\r\n"} << u"closed"_s;
}

void TestHttpRun::whatBeganToBeAnsweredIsNotAskedAgain()
{
    QFETCH(EndpointReply, reply);
    QFETCH(QString, code);
    MockEndpoint endpoint([&](const EndpointRequest &, int) { return reply; });
    Contents contents;
    test::add(contents, task(u"unlucky"_s, endpoint.url()));
    QCOMPARE(run(contents), RunStatus::Failed);
    const QJsonObject failed = eventOf("worker.failed");
    QCOMPARE(failed["reason"_L1].toString(), code);
    QVERIFY(failed["message"_L1].toString().size() > 20);
    QCOMPARE(endpoint.requests.size(), 1); // no POST is sent twice, by Qt either
}

void TestHttpRun::anEndpointThatIsNotThereIsTriedAgainAndTold()
{
    QString nowhere;
    {
        MockEndpoint gone([](const EndpointRequest &, int) { return EndpointReply(); });
        nowhere = gone.url();
    }
    Contents contents;
    test::add(contents, task(u"lost"_s, nowhere));
    QCOMPARE(run(contents), RunStatus::Failed);
    QCOMPARE(eventOf("worker.failed")["reason"_L1].toString(), u"connection"_s);
    QCOMPARE(log(u"lost"_s).count("It is asked again in"), 2);
}

void TestHttpRun::aStormEndsTheTaskAndTheRunGoesOnLater()
{
    bool isStorm = true;
    MockEndpoint endpoint([&](const EndpointRequest &, int) {
        return isStorm ? MockEndpoint::status(429, R"({"error":{"message":"slow down"}})") : MockEndpoint::stream(test::chatFrames("Fine.", 5, 2));
    });
    Contents contents;
    test::add(contents, task(u"busy"_s, endpoint.url()));
    QCOMPARE(run(contents), RunStatus::Failed);
    QCOMPARE(endpoint.requests.size(), 3); // the first, and two more
    QVERIFY(stateOf(u"busy"_s).reason.contains(u"too many"_s));
    QVERIFY(stateOf(u"busy"_s).reason.contains(u"slow down"_s));
    isStorm = false;
    const QString dir = m_runner->runDir();
    m_runner.reset();
    auto resumed = Runner::resume(dir, *compile(contents), {.trusted = true});
    QVERIFY2(resumed, resumed ? "" : qPrintable(resumed.error().message));
    m_runner = std::move(*resumed);
    m_runner->start();
    QCOMPARE(await(), RunStatus::Complete);
    QCOMPARE(stateOf(u"busy"_s).attempt, 2);
}

void TestHttpRun::theSpendingLimitLeavesARunToGoOnWith()
{
    MockEndpoint endpoint([&](const EndpointRequest &, int) { return MockEndpoint::stream(test::chatFrames("Fine.", 1'000'000, 0)); });
    settings({{u"max_cost"_s, 2.5}, {u"prices"_s, QJsonObject{{u"small"_s, QJsonObject{{u"input"_s, 3}}}}}});
    Contents contents;
    test::add(contents, task(u"first"_s, endpoint.url()));
    Task then = task(u"then"_s, endpoint.url());
    then.needs = {test::need(u"first"_s)};
    test::add(contents, then);
    QCOMPARE(run(contents), RunStatus::Waiting);
    QCOMPARE(stateOf(u"first"_s).usage.costUsd, 3.0);
    QCOMPARE(stateOf(u"then"_s).state, TaskState::Ready);
    const QString dir = m_runner->runDir();
    m_runner.reset();
    auto resumed = Runner::resume(dir, *compile(contents), {.maxCostUsd = 10, .trusted = true});
    QVERIFY(resumed);
    m_runner = std::move(*resumed);
    m_runner->start();
    QCOMPARE(await(), RunStatus::Complete);
    QCOMPARE(m_runner->state().usage.costUsd, 6.0);
}

void TestHttpRun::noRequestFollowsOnceTheMoneyIsSpent()
{
    MockEndpoint endpoint([&](const EndpointRequest &, int number) {
        return MockEndpoint::stream(number < 20 ? test::chatCallFrames("list_files", {{u"path"_s, u""_s}}, 1'000'000, 0) : test::chatFrames("Done.", 0, 1));
    });
    settings({{u"max_cost"_s, 4.5}, {u"prices"_s, QJsonObject{{u"small"_s, QJsonObject{{u"input"_s, 1.5}}}}}});
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s, .tools = {u"read"_s}});
    Task open = task(u"open"_s, endpoint.url());
    open.personas = {u"coder"_s};
    open.retryMax = 3;
    test::add(contents, open);
    QCOMPARE(run(contents), RunStatus::Failed);
    QCOMPARE(endpoint.requests.size(), 3);
    QCOMPARE(stateOf(u"open"_s).usage.costUsd, 4.5);
    const QJsonObject failed = eventOf("worker.failed");
    QCOMPARE(failed["reason"_L1].toString(), u"budget"_s);
    QVERIFY2(failed["message"_L1].toString().contains(u"$4.50 of the $4.50"_s) && failed["message"_L1].toString().contains(u"--max-cost"_s), qPrintable(failed["message"_L1].toString()));
    const QString dir = m_runner->runDir();
    for (const double limit : {4.5, 60.0}) { // with nothing raised it only waits
        m_runner.reset();
        auto resumed = Runner::resume(dir, *compile(contents), {.maxCostUsd = limit, .trusted = true});
        QVERIFY(resumed);
        m_runner = std::move(*resumed);
        m_runner->start();
        QCOMPARE(await(), limit < 5 ? RunStatus::Waiting : RunStatus::Complete);
    }
    QCOMPARE(endpoint.requests.size(), 21);
}

void TestHttpRun::aLimitThatIsNotUnderstoodLetsNothingStart()
{
    settings({{u"max_cost"_s, u"3"_s}});
    Contents contents;
    test::add(contents, task(u"open"_s, u"http://127.0.0.1:1"_s));
    const auto made = Runner::create(contents, "baton: 1\n", path(u"plan.baton.yaml"_s), {.trusted = true});
    QVERIFY(!made);
    QVERIFY2(made.error().message.contains(u"models.json"_s) && made.error().message.contains(u"`max_cost`"_s), qPrintable(made.error().message));
    Doctor doctor;
    QSignalSpy finished(&doctor, &Doctor::finished);
    doctor.examineWorkflow(contents, path(u"plan.baton.yaml"_s));
    QVERIFY(!finished.isEmpty() || finished.wait(10'000));
    QVERIFY(std::any_of(doctor.findings().cbegin(), doctor.findings().cend(),
                        [](const Finding &finding) { return !finding.isGood && finding.sentence.contains(u"`max_cost`"_s); }));
    QVERIFY(Runner::create(contents, "baton: 1\n", path(u"plan.baton.yaml"_s), {.simulate = true}).ok());
}

void TestHttpRun::aModelIsToldThatItsArgumentsAreNoJson_data()
{
    QTest::addColumn<QString>("api");
    QTest::newRow("openai") << u"openai"_s;
    QTest::newRow("anthropic") << u"anthropic"_s;
}

void TestHttpRun::aModelIsToldThatItsArgumentsAreNoJson()
{
    QFETCH(QString, api);
    const bool isOpenAi = api == "openai"_L1;
    MockEndpoint endpoint([&](const EndpointRequest &, int number) {
        if (number > 0)
            return MockEndpoint::stream(isOpenAi ? test::chatFrames("Done.", 1, 1) : test::messageFrames("Done.", 1, 1));
        if (isOpenAi)
            return MockEndpoint::stream(R"(data: {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"x","function":{"name":"write_file","arguments":"{\"path\": out.txt"}}]},)"
                                        R"("finish_reason":"tool_calls"}]})" "\n\ndata: [DONE]\n\n");
        return MockEndpoint::stream(R"(data: {"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"x","name":"write_file","input":{}}})" "\n\n"
                                    R"(data: {"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{\"path\": out.txt"}})" "\n\n"
                                    R"(data: {"type":"message_delta","delta":{"stop_reason":"tool_use"}})" "\n\ndata: {\"type\":\"message_stop\"}\n\n");
    });
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s, .tools = {u"write"_s}});
    Task open = task(u"open"_s, endpoint.url(), api);
    open.personas = {u"coder"_s};
    test::add(contents, open);
    QCOMPARE(run(contents), RunStatus::Complete);
    QCOMPARE(endpoint.requests.size(), 2);
    const QByteArray told = QJsonDocument(endpoint.requests.last().body).toJson(QJsonDocument::Compact);
    QVERIFY2(told.contains("The arguments are no JSON object") && told.contains("out.txt"), told.constData());
    QVERIFY(!isOpenAi || told.contains(R"("arguments":"{}")")); // servers read it again
}

void TestHttpRun::whoNeverEndsIsToldHowManyRequestsThereMayBe()
{
    MockEndpoint endpoint([&](const EndpointRequest &, int) { return MockEndpoint::stream(test::chatCallFrames("nothing", {}, 1, 1)); });
    Contents contents;
    test::add(contents, task(u"open"_s, endpoint.url()));
    QCOMPARE(run(contents), RunStatus::Failed);
    QCOMPARE(endpoint.requests.size(), 100);
    const QString message = eventOf("worker.failed")["message"_L1].toString();
    QVERIFY2(message.contains(u"100 requests"_s) && !message.contains(u"settings"_s), qPrintable(message));
}

/// Its command lived on in the supervisor, and worked beside the one that the second attempt asked for.
void TestHttpRun::whatAKilledRunnersModelHadRunIsEndedBeforeItIsAskedAgain()
{
    const auto lives = [this](const QString &name) { return ::kill(pid_t(contentsOf(name).trimmed().toLongLong()), 0) == 0; };
    QStringList alive;
    MockEndpoint endpoint([&](const EndpointRequest &, int number) {
        if (number == 0)
            return MockEndpoint::stream(test::chatCallFrames("run", {{u"command"_s, u"setsid sh -c 'echo $$ > stray; exec sleep 600' & echo $$ > leader; sleep 600"_s}}, 1, 1));
        for (const QString &name : {u"leader"_s, u"stray"_s})
            alive += lives(name) ? name : QString();
        return MockEndpoint::stream(test::chatFrames("Done.", 1, 1));
    });
    write(u"plan.baton.yaml"_s, "baton: 1\nname: Long\npersonas: [{id: coder, tools: [run]}]\ntasks:\n  - id: long\n    persona: coder\n"
                               "    executor: {type: http, api: openai, model: small, base_url: '" + endpoint.url().toUtf8() + "'}\n");
    const auto startRunner = [this] {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QCoreApplication::applicationDirPath() + u"/runnerprocess"_s, {path(u"plan.baton.yaml"_s), path(u"run"_s)});
        return process;
    };
    {
        const auto runner = startRunner();
        QTRY_VERIFY_WITH_TIMEOUT(contentsOf(u"stray"_s).endsWith('\n') && contentsOf(u"leader"_s).endsWith('\n'), 10'000);
        ::kill(pid_t(runner->processId()), SIGKILL);
        runner->waitForFinished();
    }
    QVERIFY(lives(u"leader"_s) && lives(u"stray"_s));
    const auto runner = startRunner();
    QTRY_COMPARE_WITH_TIMEOUT(runner->state(), QProcess::NotRunning, 20'000);
    QCOMPARE(runner->exitCode(), 0);
    QCOMPARE(endpoint.requests.size(), 2);
    QCOMPARE(alive, (QStringList{QString(), QString()}));
    QVERIFY(!lives(u"leader"_s) && !lives(u"stray"_s));
    QVERIFY(contentsOf(RunFolder(path(u"run"_s)).journalPath()).contains("\"interrupted\""));
}

void TestHttpRun::whatAModelRunsFindsNoKeyAndNoneOfItsWordsHoldsOne()
{
    MockEndpoint endpoint([&](const EndpointRequest &request, int number) {
        const QString said = u"tr '\\0' '\\n' < /proc/$PPID/environ | grep -c WORK_KEY; echo it is %1; echo and %1 >&2; printf %2"_s
                                 .arg(QString::fromLatin1(secret), QString::fromLatin1(secret).first(9));
        Q_UNUSED(request);
        return MockEndpoint::stream(number == 0 ? test::chatCallFrames("run", {{u"command"_s, said}}, 1, 1) : test::chatFrames("Done.", 1, 1));
    });
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s, .tools = {u"run"_s}});
    Task open = task(u"open"_s, endpoint.url());
    open.personas = {u"coder"_s};
    open.executor.options.insert(u"key"_s, u"MY_WORK_KEY"_s);
    test::add(contents, open);
    QCOMPARE(run(contents), RunStatus::Complete);
    const QByteArray stars(qstrlen(secret), '*');
    const QStringList outputs = QDir(m_runner->folder().agentsPath()).entryList({u"*.run1.out"_s});
    QCOMPARE(outputs.size(), 1);
    QCOMPARE(contentsOf(m_runner->folder().agentsPath() + u'/' + outputs.first()), "0\nit is " + stars + "\nand " + stars + "\nsk-very-s");
    QDirIterator all(m_dir->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString name = all.next();
        QVERIFY2(!contentsOf(name).contains(secret), qPrintable(name));
    }
}

void TestHttpRun::aCertificateThatNobodyTrustsIsSaidAndItsFileMakesItTrusted()
{
    const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
    if (openssl.isEmpty() || !QSslSocket::supportsSsl())
        QSKIP("openssl is not there to make a certificate");
    QProcess make;
    make.start(openssl, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, path(u"key.pem"_s), u"-out"_s, path(u"cert.pem"_s),
                         u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=DNS:localhost"_s});
    QVERIFY(make.waitForFinished(20'000) && make.exitCode() == 0);
    QSslConfiguration tls;
    tls.setLocalCertificateChain(QSslCertificate::fromPath(path(u"cert.pem"_s)));
    tls.setPrivateKey(QSslKey(contentsOf(u"key.pem"_s), QSsl::Rsa));
    MockEndpoint endpoint([](const EndpointRequest &, int) { return MockEndpoint::stream(test::chatFrames("Done.", 5, 2)); });
    endpoint.encrypt(tls);
    Contents contents;
    Task far = task(u"far"_s, endpoint.url());
    far.executor.options.insert(u"key"_s, u"MY_WORK_KEY"_s);
    test::add(contents, far);
    qunsetenv("SSL_CERT_FILE");
    QCOMPARE(run(contents), RunStatus::Failed);
    QCOMPARE(eventOf("worker.failed")["reason"_L1].toString(), u"not-trusted"_s);
    QVERIFY2(stateOf(u"far"_s).reason.contains(u"SSL_CERT_FILE"_s) && stateOf(u"far"_s).reason.contains(u"localhost"_s), qPrintable(stateOf(u"far"_s).reason));
    QVERIFY(endpoint.requests.isEmpty()); // and so no key was sent
    qputenv("SSL_CERT_FILE", path(u"cert.pem"_s).toUtf8());
    QCOMPARE(run(contents), RunStatus::Complete);
    qunsetenv("SSL_CERT_FILE");
    QVERIFY(endpoint.requests.first().head.contains(secret));
}

/// Though nothing of it has words for a log: a thought in pieces, a whole answer in pieces, a wait that was asked for, a command.
void TestHttpRun::whatIsPlainlyAtWorkIsNotEndedForItsSilence()
{
    settings({{u"silence"_s, u"1m"_s}});
    QByteArray thoughts;
    for (int i = 0; i < 100; ++i)
        thoughts += "data: {\"choices\":[{\"index\":0,\"delta\":{\"reasoning_content\":\"hm\"}}]}\n\n";
    EndpointReply thinking = MockEndpoint::stream(thoughts + test::chatFrames("Done.", 1, 1));
    thinking.pieces = 10;
    thinking.pause = 400;
    EndpointReply whole = MockEndpoint::status(200, "{" + QByteArray(1000, ' ') + R"("choices":[{"index":0,"message":{"content":"Done."},"finish_reason":"stop"}]})");
    whole.pieces = 10;
    whole.pause = 400;
    const EndpointReply done = MockEndpoint::stream(test::chatFrames("Done.", 1, 1));
    const QString command = u"for i in 1 2 3 4 5 6 7 8; do echo $i; sleep 0.5; done"_s;
    const QList<QPair<EndpointReply, EndpointReply>> answers{
        {thinking, done},
        {whole, done},
        {MockEndpoint::status(429, "{}", "Retry-After: 4\r\n"), done},
        {MockEndpoint::stream(test::chatCallFrames("run", {{u"command"_s, command}}, 1, 1)), done}};
    std::vector<std::unique_ptr<MockEndpoint>> endpoints;
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s, .tools = {u"run"_s}});
    for (const auto &[first, then] : answers) {
        endpoints.push_back(std::make_unique<MockEndpoint>([first, then](const EndpointRequest &, int number) { return number == 0 ? first : then; }));
        Task busy = task(u"busy%1"_s.arg(endpoints.size()), endpoints.back()->url());
        busy.personas = {u"coder"_s};
        busy.timeoutIdle = Duration{u"2500ms"_s};
        test::add(contents, busy);
    }
    run(contents);
    for (qsizetype i = 1; i <= answers.size(); ++i)
        QVERIFY2(stateOf(u"busy%1"_s.arg(i)).state == TaskState::Complete, qPrintable(u"busy%1: %2"_s.arg(i).arg(stateOf(u"busy%1"_s.arg(i)).reason)));
}

void TestHttpRun::cancellingEndsTheRequestAtOnce()
{
    settings({{u"silence"_s, u"10m"_s}});
    const QByteArray frames = test::chatFrames("Ümläute are here.", 5, 2);
    MockEndpoint endpoint([&](const EndpointRequest &, int) {
        return MockEndpoint::stream(frames.first(frames.size() / 2), EndpointReply::Then::Stall);
    });
    Contents contents;
    test::add(contents, task(u"endless"_s, endpoint.url()));
    start(contents);
    QTRY_VERIFY_WITH_TIMEOUT(log(u"endless"_s).startsWith("Ümläute"), 10'000); // live, while it goes on
    QElapsedTimer time;
    time.start();
    m_runner->stop();
    QCOMPARE(await(), RunStatus::Cancelled);
    QVERIFY(time.elapsed() < 2000);
    QTRY_COMPARE(endpoint.gone, 1);
}

QStringList TestHttpRun::resultsOf(const QList<QPair<QByteArray, QJsonObject>> &calls, Task work, const QStringList &tools)
{
    MockEndpoint endpoint([&](const EndpointRequest &, int number) {
        return number < calls.size() ? MockEndpoint::stream(test::chatCallFrames(calls.at(number).first, calls.at(number).second, 10, 1))
                                     : MockEndpoint::stream(test::chatFrames("Done.", 10, 1));
    });
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s, .tools = tools});
    work.personas = {u"coder"_s};
    work.executor = task(work.id, endpoint.url()).executor;
    test::add(contents, work);
    run(contents);
    QStringList results;
    if (endpoint.requests.size() != calls.size() + 1)
        return results;
    for (const QJsonValue &message : endpoint.requests.last().body["messages"_L1].toArray()) {
        if (message["role"_L1] == u"tool"_s)
            results += message["content"_L1].toString();
    }
    return results;
}

void TestHttpRun::aModelDoesRealFileWork()
{
    write(u"docs/in.txt"_s, "one\ntwo\n");
    Task work{.id = u"work"_s, .deliverables = {u"out/report.md"_s}, .evidence = {u"out/report.md"_s}};
    const QStringList results = resultsOf({{"list_files", {{u"path"_s, u"docs"_s}}},
                                           {"read_file", {{u"path"_s, u"docs/in.txt"_s}}},
                                           {"write_file", {{u"path"_s, u"out/report.md"_s}, {u"content"_s, u"# Two lines\n"_s}}}},
                                          work, {u"read"_s, u"write"_s});
    QCOMPARE(results, (QStringList{u"docs/in.txt"_s, u"one\ntwo\n"_s, u"Wrote 12 bytes."_s}));
    QCOMPARE(m_runner->state().status, RunStatus::Complete); // its evidence is there, and new
    QCOMPARE(contentsOf(u"out/report.md"_s), "# Two lines\n");
    QCOMPARE(stateOf(u"work"_s).usage.inputTokens, 40); // of four requests
    QVERIFY2(log(u"work"_s).contains("> read_file: "), log(u"work"_s).constData());
}

/// As servers of Node do, whatever they were asked for.
void TestHttpRun::aServerThatPromisesToStayIsAskedAnewEachTime()
{
    const auto kept = [](const QByteArray &frames) {
        const QByteArray size = QByteArray::number(frames.size());
        return EndpointReply{"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: keep-alive\r\nContent-Length: " + size + "\r\n\r\n" + frames,
                             EndpointReply::Then::Keep};
    };
    MockEndpoint endpoint([&](const EndpointRequest &, int number) {
        return kept(number < 3 ? test::chatCallFrames("list_files", {{u"path"_s, u""_s}}, 10, 1) : test::chatFrames("Done.", 10, 1));
    });
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s, .tools = {u"read"_s}});
    Task open = task(u"open"_s, endpoint.url());
    open.personas = {u"coder"_s};
    test::add(contents, open);
    QCOMPARE(run(contents), RunStatus::Complete);
    QCOMPARE(endpoint.requests.size(), 4);
}

void TestHttpRun::whatOnlyAnotherTaskMayWriteIsRefused()
{
    MockEndpoint endpoint([](const EndpointRequest &, int number) {
        const QJsonObject file{{u"path"_s, u"owned/free.txt"_s}, {u"content"_s, u"x"_s}};
        return MockEndpoint::stream(number == 0 ? test::chatCallFrames("write_file", file, 10, 1) : test::chatFrames("Done.", 10, 1));
    });
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s, .tools = {u"write"_s}});
    test::add(contents, Task{.id = u"owner"_s, .owns = {u"owned/**"_s}, .executor = {u"shell"_s, {{u"command"_s, u"true"_s}}}});
    Task open = task(u"open"_s, endpoint.url());
    open.personas = {u"coder"_s};
    test::add(contents, open);
    run(contents);
    QVERIFY(!QFile::exists(path(u"owned/free.txt"_s)));
    QVERIFY2(log(u"open"_s).contains("belongs to another task"), log(u"open"_s).constData());
}

void TestHttpRun::whoMendsMayWriteWhereTheDamageIs()
{
    MockEndpoint endpoint([](const EndpointRequest &, int number) {
        const QJsonObject file{{u"path"_s, u"owned/free.txt"_s}, {u"content"_s, u"mended"_s}};
        return MockEndpoint::stream(number == 1 ? test::chatCallFrames("write_file", file, 10, 1) : test::chatFrames("Done.", 10, 1));
    });
    Contents contents;
    test::add(contents, Persona{.id = u"coder"_s, .tools = {u"write"_s}});
    test::add(contents, Phase{.id = u"build"_s});
    test::add(contents, Task{.id = u"owner"_s, .owns = {u"owned/**"_s}, .executor = {u"shell"_s, {{u"command"_s, u"true"_s}}}});
    Task open = task(u"open"_s, endpoint.url());
    open.phase = u"build"_s;
    open.personas = {u"coder"_s};
    test::add(contents, open);
    Task review{.id = u"review"_s, .phase = u"build"_s, .validates = {u"open"_s}};
    review.executor = {u"shell"_s, {{u"command"_s, uR"(test -e owned/free.txt && printf '{"verdict":"approved","issues":[]}' > $BATON_RESULT ||
        printf '{"verdict":"rejected","issues":[{"severity":"high","task":"open","what":"owned/free.txt is missing"}]}' > $BATON_RESULT)"_s},
                                     {u"verdict"_s, true}}};
    test::add(contents, review);
    test::add(contents, Gate{.id = u"g"_s, .phase = u"build"_s, .onFail = OnFail::FixPhase, .retryMax = 1});
    QCOMPARE(run(contents), RunStatus::Complete);
    QCOMPARE(contentsOf(u"owned/free.txt"_s), "mended");
}

void TestHttpRun::toolsStayInTheWorkspaceAndWithinWhatTheTaskMayDo()
{
    QTemporaryDir outside;
    write(outside.filePath(u"private.txt"_s), "private");
    QVERIFY(QFile::link(outside.path(), path(u"way-out"_s)));
    QVERIFY(QFile::link(outside.filePath(u"new.txt"_s), path(u"src-link.txt"_s)));
    write(u"docs/rules.md"_s, "rules");
    const auto file = [](const QString &name) { return QJsonObject{{u"path"_s, name}, {u"content"_s, u"x"_s}}; };
    const QList<QPair<QByteArray, QJsonObject>> calls{
        {"read_file", file(u"../plan.baton.yaml"_s)}, {"read_file", file(u"/etc/passwd"_s)},  {"read_file", file(u"way-out/private.txt"_s)},
        {"list_files", file(u"way-out"_s)},           {"write_file", file(u"way-out/x.txt"_s)}, {"write_file", file(u"docs/rules.md"_s)},
        {"write_file", file(u"other/x.txt"_s)},       {"write_file", file(u".git/config"_s)}, {"write_file", file(u"src-link.txt"_s)},
        {"run", {{u"command"_s, u"touch ran"_s}}},    {"format_disk", {}},                    {"write_file", file(u"src/a/x.txt"_s)}};
    Task work{.id = u"work"_s, .references = {u"docs/**"_s}, .owns = {u"src/**"_s}};
    const QStringList results = resultsOf(calls, work, {u"read"_s, u"write"_s});
    QCOMPARE(results.size(), calls.size());
    for (const QString &result : results.first(results.size() - 1))
        QVERIFY2(!result.startsWith(u"Wrote"_s) && !result.contains(u"private.txt\n"_s) && result != u"private"_s, qPrintable(result));
    QCOMPARE(results.last(), u"Wrote 1 bytes."_s);
    QVERIFY(!QFile::exists(outside.filePath(u"x.txt"_s)) && !QFile::exists(outside.filePath(u"new.txt"_s)));
    QCOMPARE(contentsOf(u"docs/rules.md"_s), "rules");
    QVERIFY(!QFile::exists(path(u"ran"_s)) && !QFile::exists(path(u"other/x.txt"_s)) && !QFile::exists(path(u".git/config"_s)));
    // Who may only read writes nothing, not even what the task owns.
    QVERIFY(!resultsOf({{"write_file", file(u"src/b.txt"_s)}}, work, {u"read"_s}).value(0).startsWith(u"Wrote"_s));
    QVERIFY(!QFile::exists(path(u"src/b.txt"_s)));
}

void TestHttpRun::aCommandRunsOnlyWhereThePersonaMayRun()
{
    const QStringList results = resultsOf({{"run", {{u"command"_s, u"echo here; pwd; env | grep -c MY_WORK_KEY; exit 3"_s}}},
                                           {"run", {{u"command"_s, u"touch made"_s}}}},
                                          Task{.id = u"work"_s}, {u"run"_s});
    QCOMPARE(results.size(), 2);
    QCOMPARE(results.first(), u"here\n%1\n0\n[exit status 3]"_s.arg(QFileInfo(m_dir->path()).canonicalFilePath()));
    QCOMPARE(results.last(), u"[exit status 0]"_s);
    QVERIFY(QFile::exists(path(u"made"_s)));
}

void TestHttpRun::aCommandThatPrintsWithoutEndIsEnded()
{
    const QStringList results = resultsOf({{"run", {{u"command"_s, u"trap '' PIPE; head -c 280000000 /dev/zero | tr '\\0' x; exec sleep 600"_s}}}}, Task{.id = u"work"_s}, {u"run"_s});
    QCOMPARE(results.size(), 1);
    QVERIFY(results.first().endsWith(u"x\n[ended: it printed too much]"_s));
}

void TestHttpRun::aLongFileIsReadInPartsOfWholeCharacters()
{
    const QString text = u'a' + QString(100'000, u'é');
    write(u"long.txt"_s, text.toUtf8());
    const QString first = resultsOf({{"read_file", {{u"path"_s, u"long.txt"_s}}}}, Task{.id = u"work"_s}, {u"read"_s}).value(0);
    const qsizetype note = first.lastIndexOf(u"\n["_s);
    QVERIFY(note > 0);
    const qint64 offset = first.section(u' ', -1).chopped(1).toLongLong();
    QVERIFY(offset > 0);
    const QString rest = resultsOf({{"read_file", {{u"path"_s, u"long.txt"_s}, {u"offset"_s, offset}}}}, Task{.id = u"work"_s}, {u"read"_s}).value(0);
    QVERIFY(first.first(note) + rest == text);
}

void TestHttpRun::aFileInThePlaceOfAFolderIsSaid()
{
    write(u"out/ok.txt"_s, "here");
    const QString result = resultsOf({{"write_file", {{u"path"_s, u"out/ok.txt/y"_s}, {u"content"_s, u"x"_s}}}}, Task{.id = u"work"_s}, {u"write"_s}).value(0);
    QVERIFY2(result.contains(u"a file stands in its place"_s), qPrintable(result));
}

/// Some servers say why they have ended, and then neither `[DONE]` nor goodbye.
void TestHttpRun::anAnswerCountsThoughItsConnectionStaysOpen()
{
    QByteArray frames = test::chatFrames("Done.", 3, 2);
    frames.truncate(frames.indexOf("data: [DONE]"));
    MockEndpoint endpoint([&](const EndpointRequest &, int) { return MockEndpoint::stream(frames, EndpointReply::Then::Stall); });
    Contents contents;
    test::add(contents, task(u"open"_s, endpoint.url()));
    QCOMPARE(run(contents), RunStatus::Complete);
    QVERIFY(log(u"open"_s).startsWith("Done."));
}

void TestHttpRun::theRecordedServiceIsUnderstood()
{
    const QString samples = qEnvironmentVariable("BATON_SHARED") + u"/agent-cli-samples"_s;
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    if (node.isEmpty() || !QFile::exists(samples + u"/mock-llm.mjs"_s))
        QSKIP("node or the mock service is not there");
    QProcess service;
    service.start(node, {samples + u"/mock-llm.mjs"_s, u"--scenario"_s, samples + u"/scenarios/faults.json"_s, u"--lifetime"_s, u"60"_s, u"--exit-with-stdin"_s});
    QVERIFY(service.waitForReadyRead(20'000));
    const QString url = QString::fromUtf8(service.readLine().trimmed().split(' ').last());
    const QMap<QString, QString> expected{
        {u"500-twice"_s, {}}, {u"split"_s, {}}, {u"crlf"_s, {}}, {u"no-usage"_s, {}},
        {u"401"_s, u"not-logged-in"_s}, {u"404"_s, u"unknown-model"_s}, {u"malformed"_s, u"malformed"_s}, {u"html"_s, u"not-an-api"_s},
        {u"empty"_s, u"cut-off"_s}, {u"stall"_s, u"stalled"_s}, {u"drop"_s, u"cut-off"_s}, {u"drop-first"_s, u"closed"_s},
        {u"stream-error"_s, u"rate-limit"_s}, {u"length"_s, u"limit"_s}};
    for (const QString &api : {u"openai"_s, u"anthropic"_s}) {
        Contents contents;
        for (auto fault = expected.cbegin(); fault != expected.cend(); ++fault) {
            Task one = task(u"t-"_s + fault.key(), api == u"openai"_s ? url + u"/v1"_s : url, api);
            one.description = u"fault:"_s + fault.key() + u" please"_s;
            test::add(contents, one);
        }
        run(contents);
        for (auto fault = expected.cbegin(); fault != expected.cend(); ++fault) {
            const QString id = u"t-"_s + fault.key();
            const QString code = eventOf("worker.failed", id)["reason"_L1].toString();
            QVERIFY2(code == fault.value(), qPrintable(api + ' '_L1 + fault.key() + u": "_s + code));
            QCOMPARE(stateOf(id).state, code.isEmpty() ? TaskState::Complete : TaskState::Failed);
        }
    }
    service.closeWriteChannel();
    QVERIFY(service.waitForFinished(10'000));
}

QTEST_GUILESS_MAIN(TestHttpRun)
#include "tst_httprun.moc"
