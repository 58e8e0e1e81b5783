// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/runrecord.h"
#include "model/run/substate.h"
#include "tests/app/cli/batonprocess.h"
#include "tests/model/executors/mockendpoint.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QThread>

#include <atomic>
#include <sys/resource.h>

using namespace baton;
using namespace Qt::StringLiterals;
using test::Desk;
using test::EndpointReply;
using test::EndpointRequest;
using test::MockEndpoint;
using test::Ran;

namespace {

/// How the executor of the one task that fails is made, what becomes of it, and how it is mended.
struct Fault
{
    QByteArray executor;     ///< `ENDPOINT` is the address of a model endpoint.
    QByteArray cli = {};     ///< What the program `./cli` does; empty where there is none.
    EndpointReply reply = {}; ///< What the endpoint answers until it is mended.
    QByteArray task = {};    ///< More of the task.
    QString card;            ///< What its card says.
    QStringList sentence;    ///< What its sentence holds: what happened, and what to do.
    enum class Mend : quint8 { Program, Endpoint, File, Environment } mend = Mend::Endpoint;
    QByteArray corrected = {}; ///< Of Mend::File: the executor as it should have been.
};

constexpr auto key = "sk-the-right-one";

/// A program that reads its prompt, as agents do, and ends well in the way of its kind.
QByteArray goodCli(const QByteArray &executor)
{
    if (executor.contains("codex"))
        return R"(echo '{"type":"item.completed","item":{"type":"agent_message","text":"Done"}}'; echo '{"type":"turn.completed","usage":{"input_tokens":12,"output_tokens":3}}')";
    if (executor.contains("custom"))
        return "echo Done; echo made > out.txt";
    return R"(echo '{"type":"result","subtype":"success","is_error":false,"result":"Done","usage":{"input_tokens":12,"output_tokens":3}}')";
}

QByteArray planWith(const QByteArray &executor, const QByteArray &more)
{
    return "baton: 1\nname: Faults\npersonas: [{id: p}]\ntasks:\n"
           "  - {id: before, persona: p, executor: {type: shell, command: 'echo x >> before.log'}}\n"
           "  - {id: work, persona: p, needs: [before], " + more + "executor: " + executor + "}\n"
           "  - {id: after, persona: p, needs: [work], executor: {type: shell, command: 'echo x >> after.log'}}\n";
}

EndpointReply refusal(int status, const QByteArray &words)
{
    return MockEndpoint::status(status, R"({"error":{"message":")" + words + R"("}})");
}

/// A model endpoint beside a test that waits for programs.
class EndpointBeside
{
public:
    explicit EndpointBeside(const EndpointReply &reply)
        : m_reply(reply)
    {
        m_thread.start();
        QMetaObject::invokeMethod(&m_beside, [this] { m_endpoint = std::make_unique<MockEndpoint>([this](const EndpointRequest &request, int) { return answer(request); }); },
                                  Qt::BlockingQueuedConnection);
    }
    ~EndpointBeside()
    {
        QMetaObject::invokeMethod(&m_beside, [this] { m_endpoint.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    QByteArray url() const { return m_endpoint->url().toUtf8(); }
    void mend() { m_isMended = true; }

private:
    EndpointReply answer(const EndpointRequest &request) const
    {
        const bool isRefused = request.head.contains("Authorization") && !request.head.contains(key);
        const bool isUnknown = request.body["model"_L1] == u"smal"_s;
        if (isRefused)
            return refusal(401, "Incorrect API key provided");
        if (isUnknown)
            return refusal(404, "The model smal does not exist");
        return m_isMended || m_reply.bytes.isEmpty() ? MockEndpoint::stream(test::chatFrames("Done.", 12, 3)) : m_reply;
    }

    EndpointReply m_reply;
    std::atomic_bool m_isMended = false;
    QThread m_thread;
    struct Beside : QObject
    {
        explicit Beside(QThread *thread) { moveToThread(thread); }
    } m_beside{&m_thread};
    std::unique_ptr<MockEndpoint> m_endpoint;
};

} // namespace

Q_DECLARE_METATYPE(Fault)

/// Whatever goes wrong with those who carry tasks out is told on the card with what to do; and once that is done, the run
/// goes on to its end without repeating what was complete.
class TestCliFaults : public QObject
{
    Q_OBJECT

private slots:
    void aFaultIsToldAndOnceMendedTheRunCompletes_data();
    void aFaultIsToldAndOnceMendedTheRunCompletes();
    void whatCannotChangeWhileARunGoesOnIsRefused();

private:
    static void addAgents();
    static void addEndpoints();
    static void addStreams();
};

void TestCliFaults::aFaultIsToldAndOnceMendedTheRunCompletes_data()
{
    QTest::addColumn<Fault>("fault");
    addAgents();
    addEndpoints();
    addStreams();
}

void TestCliFaults::addAgents()
{
    using Mend = Fault::Mend;
    const QByteArray own = "{type: agent, cli: custom, binary: ./cli}";
    const auto named = [](const QByteArray &cli) { return "{type: agent, cli: " + cli + ", binary: ./cli}"; };
    QTest::newRow("missing binary") << Fault{.executor = own, .card = u"not installed"_s, .sentence = {u"“./cli”"_s, u"is not there"_s, u"Install it"_s}, .mend = Mend::Program};
    QTest::newRow("missing agent") << Fault{.executor = "{type: agent, cli: pi}", .card = u"not installed"_s,
                                            .sentence = {u"pi is not installed"_s, u"npm has it as"_s}, .mend = Mend::File, .corrected = own};
    QTest::newRow("wrong version") << Fault{.executor = named("codex"), .cli = "echo \"error: unexpected argument '--ephemeral' found\" >&2; exit 2",
                                            .card = u"wrong version"_s, .sentence = {u"Bring it up to date (Baton knows version"_s, u"--ephemeral"_s}, .mend = Mend::Program};
    QTest::newRow("agent without a key") << Fault{.executor = named("claude"), .cli = R"(echo '{"type":"result","is_error":true,"result":"Not logged in · Please run /login"}'; exit 1)",
                                                  .card = u"key or login missing"_s, .sentence = {u"claude is not logged in"_s, u"ANTHROPIC_API_KEY"_s, u"/login"_s}, .mend = Mend::Program};
    QTest::newRow("agent's line of 200 MB") << Fault{.executor = named("codex"), .cli = "head -c 200000000 /dev/zero | tr '\\0' x", .card = u"line too long"_s,
                                                     .sentence = {u"too long to be read"_s, u"to files"_s}, .mend = Mend::Program};
    QTest::newRow("agent's text of 200 MB") << Fault{.executor = own, .cli = "head -c 200000000 /dev/zero | tr '\\0' x", .card = u"line too long"_s,
                                                     .sentence = {u"The agent wrote a line too long"_s, u"to files"_s}, .mend = Mend::Program};
    QTest::newRow("agent's output is not UTF-8") << Fault{.executor = named("codex"), .cli = "head -c 50000 /bin/sh", .card = u"output is no text"_s,
                                                          .sentence = {u"codex wrote is no text (UTF-8)"_s, u"right one"_s}, .mend = Mend::Program};
    QTest::newRow("agent's errors are not UTF-8") << Fault{.executor = named("codex"), .cli = "head -c 50000 /bin/sh >&2; exit 3", .card = u"codex ended with status 3 and did not say why"_s,
                                                           .sentence = {u"ended with status 3 and did not say why"_s}, .mend = Mend::Program};
    QTest::newRow("agent's text is not UTF-8") << Fault{.executor = own, .cli = "head -c 50000 /bin/sh", .card = u"output is no text"_s,
                                                        .sentence = {u"the agent wrote is no text"_s, u"right one"_s}, .mend = Mend::Program};
    QTest::newRow("a CLI that never exits") << Fault{.executor = own, .cli = "trap 'exit 0' INT; while :; do sleep 0.1; done", .task = "timeout: {idle: 500ms}, ",
                                                     .card = u"took too long"_s, .sentence = {u"no sign of life"_s, u"`timeout.idle`"_s}, .mend = Mend::Program};
    QTest::newRow("exit 0 although it failed") << Fault{.executor = named("qwen"), .cli = R"(echo '{"type":"result","is_error":false,"result":"[API Error: 500 no]"}')",
                                                        .card = u"model service failed"_s, .sentence = {u"Check the network"_s, u"API Error"_s}, .mend = Mend::Program};
    QTest::newRow("exit 0 before it had finished") << Fault{.executor = named("codex"), .cli = "exit 0", .card = u"ended early"_s,
                                                            .sentence = {u"without saying that it had finished"_s, u"Its log"_s}, .mend = Mend::Program};
    QTest::newRow("exit 0 without what it promised") << Fault{.executor = own, .cli = "echo All done", .task = "evidence: [out.txt], ", .card = u"evidence missing"_s,
                                                              .sentence = {u"out.txt"_s}, .mend = Mend::Program};
}

void TestCliFaults::addEndpoints()
{
    using Mend = Fault::Mend;
    const QByteArray good = "{type: http, base_url: 'ENDPOINT', model: small}";
    const auto answers = [&](const EndpointReply &reply, const QString &card, const QStringList &sentence) {
        return Fault{.executor = good, .reply = reply, .card = card, .sentence = sentence};
    };
    QTest::newRow("no key") << Fault{.executor = "{type: http, base_url: 'ENDPOINT', model: small, key: fault-key}", .card = u"key or login missing"_s,
                                     .sentence = {u"“fault-key”"_s, u"is missing"_s, u"FAULT_KEY"_s}, .mend = Mend::Environment};
    QTest::newRow("401, wrong key") << Fault{.executor = "{type: http, base_url: 'ENDPOINT', model: small, key: wrong-key}", .card = u"key or login missing"_s,
                                             .sentence = {u"does not accept the key “wrong-key”"_s, u"WRONG_KEY"_s, u"Incorrect API key"_s}, .mend = Mend::Environment};
    QTest::newRow("401, no key named") << answers(refusal(401, "No key"), u"key or login missing"_s, {u"wants a key, and none was sent"_s, u"`key`"_s});
    QTest::newRow("404 model") << Fault{.executor = "{type: http, base_url: 'ENDPOINT', model: smal}", .card = u"unknown model"_s,
                                        .sentence = {u"does not know the model “smal”"_s, u"Correct `model`"_s}, .mend = Mend::File, .corrected = good};
    QTest::newRow("nobody there") << Fault{.executor = "{type: http, base_url: 'http://127.0.0.1:1', model: small}", .card = u"cannot be reached"_s,
                                           .sentence = {u"127.0.0.1:1 could not be reached"_s, u"`base_url`"_s}, .mend = Mend::File, .corrected = good};
    QTest::newRow("429 storm") << answers(refusal(429, "Rate limit reached"), u"too many requests"_s, {u"too many"_s, u"Retry later"_s, u"Rate limit reached"_s});
    QTest::newRow("500") << answers(refusal(500, "The server had an error"), u"model service failed"_s, {u"a failure of its own"_s, u"Retry later"_s});
    QTest::newRow("422 with details") << answers(MockEndpoint::status(422, R"({"detail":[{"type":"missing","loc":["body","messages"],"msg":"Field required"}]})"),
                                                 u"request refused"_s, {u"HTTP 422: body.messages: Field required"_s});
    QTest::newRow("404 with a detail") << answers(MockEndpoint::status(404, R"({"detail":"Not Found"})"), u"unknown model"_s, {u"HTTP 404: Not Found"_s});
    QTest::newRow("400 in plain words") << answers(MockEndpoint::status(400, "context too long\n", "Content-Type: text/plain\r\n"), u"request refused"_s, {u"HTTP 400: context too long"_s});
    QTest::newRow("502 as a page") << answers(MockEndpoint::status(502, "<html><head><style>p {}</style></head><body><h1>Bad gateway</h1></body></html>", "Content-Type: text/html\r\n"),
                                              u"model service failed"_s, {u"HTTP 502: Bad gateway"_s});
    QTest::newRow("moved") << answers(MockEndpoint::status(308, {}, "Location: https://models.example/v2/chat/completions\r\n"), u"address has moved"_s,
                                      {u"https://models.example/v2/chat/completions"_s, u"`base_url`"_s});
    QTest::newRow("moved on the same host") << answers(MockEndpoint::status(301, {}, "Location: /v2/chat/completions\r\n"), u"address has moved"_s, {u"127.0.0.1"_s, u"/v2/chat/completions"_s});
    QTest::newRow("hung up") << answers(EndpointReply{" ", EndpointReply::Then::Close}, u"hung up"_s, {u"was reached, and closed the connection before it answered"_s});
    QTest::newRow("HTML instead of JSON") << answers(MockEndpoint::status(200, "<html><body>Sign in</body></html>", "Content-Type: text/html\r\n"), u"web page, no endpoint"_s,
                                                     {u"is a web page"_s, u"`base_url`"_s});
}

void TestCliFaults::addStreams()
{
    const QByteArray good = "{type: http, base_url: 'ENDPOINT', model: small}";
    const QByteArray frames = test::chatFrames("It has two lines.", 12, 3);
    const QByteArray half = frames.first(frames.size() / 3);
    const auto answers = [&](const EndpointReply &reply, const QString &card, const QStringList &sentence) {
        return Fault{.executor = good, .reply = reply, .card = card, .sentence = sentence};
    };
    EndpointReply endless = MockEndpoint::stream("data: ");
    endless.filling = 200'000'000;
    QTest::newRow("endpoint's line of 200 MB") << answers(endless, u"answer too large"_s, {u"larger than can be sensible"_s, u"make the task smaller"_s});
    QByteArray noise;
    for (int i = 0; i < 40'000; ++i)
        noise += char(128 + i * 7919 % 128);
    QTest::newRow("endpoint's answer is not UTF-8") << answers(MockEndpoint::stream(noise + '\n'), u"answer damaged"_s, {u"cannot be read"_s, u"`base_url`"_s});
    QTest::newRow("malformed stream") << answers(MockEndpoint::stream("data: {\"choices\":[{]\n\n"), u"answer damaged"_s, {u"cannot be read"_s});
    QTest::newRow("stream without its end") << answers(MockEndpoint::stream(half), u"answer cut off"_s, {u"before it was complete"_s, u"Check the network"_s});
    QTest::newRow("dropped stream") << answers(MockEndpoint::stream(half, EndpointReply::Then::Drop), u"answer cut off"_s, {u"before it was complete"_s});
    QTest::newRow("stalled stream") << answers(MockEndpoint::stream(half, EndpointReply::Then::Stall), u"fell silent"_s, {u"fell silent"_s, u"a longer silence"_s});
}

void TestCliFaults::aFaultIsToldAndOnceMendedTheRunCompletes()
{
    QFETCH(Fault, fault);
    Desk desk;
    EndpointBeside endpoint(fault.reply);
    const auto placed = [&](QByteArray executor) { return executor.replace("ENDPOINT", endpoint.url()); };
    const auto writeCli = [&](const QByteArray &script) {
        QFile file(desk.write(u"cli"_s, "#!/bin/sh\ncat > prompt\n" + script + '\n'));
        QVERIFY(file.setPermissions(file.permissions() | QFile::ExeOwner));
    };
    desk.environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s); // no keychain of whoever runs the test
    desk.environment.insert(u"WRONG_KEY"_s, u"sk-wrong"_s);
    desk.write(u".config/baton/models.json"_s, R"({"retry_delay":"10ms","silence":"1s","retries":2})");
    desk.write(u"a.baton.yaml"_s, planWith(placed(fault.executor), fault.task));
    if (!fault.cli.isEmpty())
        writeCli(fault.cli);

    const Ran ran = desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s});
    QVERIFY2(ran.code == 1, ran.said());
    QVERIFY2(ran.err.contains("--resume"), ran.said()); // how to go on
    {
        const auto record = RunRecord::open(desk.path(u"r"_s));
        QVERIFY(record);
        const RunState &state = (*record)->state();
        const TaskRun &work = state.tasks.at(1);
        QCOMPARE(state.status, RunStatus::Failed);
        QCOMPARE(state.tasks.at(0).state, TaskState::Complete);
        QCOMPARE(work.state, TaskState::Failed);
        QCOMPARE(state.tasks.at(2).state, TaskState::Pending);
        QCOMPARE(SubStates((*record)->plan(), state).of(1).words(state.now), fault.card);
        for (const QString &words : fault.sentence)
            QVERIFY2(work.reason.contains(words), qPrintable(work.reason));
        const bool saysHow = work.reason.contains(u"retry"_s, Qt::CaseInsensitive) || fault.card == u"evidence missing"_s;
        QVERIFY2(saysHow, qPrintable(work.reason));
        QVERIFY2(ran.out.contains(work.reason.toUtf8()), ran.said());
    }

    QStringList again{u"run"_s, u"--resume"_s, u"r"_s, u"--trust"_s};
    switch (fault.mend) {
    case Fault::Mend::Endpoint: endpoint.mend(); break;
    case Fault::Mend::Program: writeCli(goodCli(fault.executor)); break;
    case Fault::Mend::Environment:
        desk.environment.insert(u"WRONG_KEY"_s, QString::fromLatin1(key));
        desk.environment.insert(u"FAULT_KEY"_s, QString::fromLatin1(key));
        break;
    case Fault::Mend::File:
        writeCli(goodCli(fault.corrected));
        desk.write(u"a.baton.yaml"_s, planWith(placed(fault.corrected), fault.task));
        again.insert(1, u"a.baton.yaml"_s);
        break;
    }
    const Ran resumed = desk.baton(again);
    QVERIFY2(resumed.code == 0, resumed.said());
    const auto record = RunRecord::open(desk.path(u"r"_s));
    QVERIFY(record);
    const RunState &state = (*record)->state();
    QCOMPARE(state.status, RunStatus::Complete);
    QCOMPARE(state.tasks.at(0).attempt, 1);
    QCOMPARE(state.tasks.at(1).attempt, 2);
    QCOMPARE(state.tasks.at(2).attempt, 1);
    QCOMPARE(desk.read(u"before.log"_s), "x\n"); // what was complete was not done again
    QCOMPARE(desk.read(u"after.log"_s), "x\n");
    QVERIFY(!desk.read(u"r/events.jsonl"_s).contains(key));

#ifndef __SANITIZE_ADDRESS__
    rusage used = {};
    QCOMPARE(::getrusage(RUSAGE_CHILDREN, &used), 0);
    QVERIFY2(used.ru_maxrss < 200 * 1024, qPrintable(u"%1 KB"_s.arg(used.ru_maxrss))); // 200 MB are read, not held
#endif
}

void TestCliFaults::whatCannotChangeWhileARunGoesOnIsRefused()
{
    Desk desk;
    const QByteArray executor = "{type: agent, cli: custom, binary: ./cli}";
    desk.write(u"a.baton.yaml"_s, planWith(executor, {}));
    QCOMPARE(desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s}).code, 1);
    const QByteArray before = desk.read(u"r/workflow.baton.yaml"_s);
    for (const auto &[from, to] : {std::pair<QByteArray, QByteArray>{"needs: [work]", "needs: [before]"}, {"id: after", "id: later"}, {executor, "{type: human}"}}) {
        QByteArray other = planWith(executor, {});
        desk.write(u"b.baton.yaml"_s, other.replace(from, to));
        const Ran refused = desk.baton({u"run"_s, u"b.baton.yaml"_s, u"--resume"_s, u"r"_s, u"--trust"_s});
        QVERIFY2(refused.code == 2, refused.said());
        QVERIFY2(refused.err.contains("cannot change while it goes on"), refused.said());
        QCOMPARE(desk.read(u"r/workflow.baton.yaml"_s), before);
    }
    // A note, and where things stand, are no matter.
    desk.write(u"cli"_s, "#!/bin/sh\ncat > prompt\necho Done\n");
    QVERIFY(QFile::setPermissions(desk.path(u"cli"_s), QFile::ReadOwner | QFile::ExeOwner));
    desk.write(u"b.baton.yaml"_s, planWith(executor, {}) + "notes: [{id: n, text: Look here}]\n");
    const Ran resumed = desk.baton({u"run"_s, u"b.baton.yaml"_s, u"--resume"_s, u"r"_s, u"--trust"_s});
    QVERIFY2(resumed.code == 0, resumed.said());
}

QTEST_GUILESS_MAIN(TestCliFaults)
#include "tst_clifaults.moc"
