// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/runner.h"
#include "model/run/supervisorclient.h"
#include "tests/model/executors/mockendpoint.h"
#include "tests/support/plans.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;
using test::EndpointReply;
using test::EndpointRequest;
using test::MockEndpoint;

namespace {

constexpr int input = 100;
constexpr int output = 7;

/// What goes wrong with an answer, once each, before the good one.
enum class Fault : quint8 { Busy, Broken, Unavailable, Locked, Dropped, Cut, CutByDrop, Stalled, Malformed, Page, Call };

/// Whether the same attempt may ask again: nothing of the request was carried out.
bool isAskedAgain(Fault fault)
{
    return fault == Fault::Busy || fault == Fault::Broken || fault == Fault::Unavailable;
}

/// One of twelve tasks.
struct Story
{
    QList<Fault> faults;

    int requests() const { return int(faults.size()) + 1; }
    /// Each fault that nobody may repeat the request after costs an attempt.
    int attempts() const
    {
        return 1 + int(std::count_if(faults.cbegin(), faults.cend(), [](Fault fault) { return fault != Fault::Call && !isAskedAgain(fault); }));
    }
};

const QList<Story> stories{
    {{}},
    {{Fault::Busy}},
    {{Fault::Broken, Fault::Unavailable}},
    {{Fault::Dropped}},
    {{Fault::Stalled}},
    {{Fault::Cut}},
    {{Fault::CutByDrop}},
    {{Fault::Malformed}},
    {{Fault::Page}},
    {{Fault::Busy, Fault::Call, Fault::Broken, Fault::Busy}}, // its command must run once all the same
    {{Fault::Locked}},
    {{Fault::Busy, Fault::Cut, Fault::Unavailable, Fault::Dropped, Fault::Malformed}},
};

/// The number of the task that a request is for.
int numberIn(const EndpointRequest &request)
{
    static const QRegularExpression number(u"Say number ([0-9]+)!"_s);
    return number.match(QString::fromUtf8(QJsonDocument(request.body).toJson())).captured(1).toInt();
}

/// Answers each task by its story, and counts what it said that it took.
class Teller
{
public:
    EndpointReply answer(const EndpointRequest &request)
    {
        const int number = numberIn(request);
        const bool isMessages = request.path.endsWith("/messages");
        const QByteArray good = isMessages ? test::messageFrames("Done.", input, output) : test::chatFrames("Done.", input, output);
        const QByteArray half = good.first(good.size() / 2); // Of messages the input was told by then.
        const QList<Fault> &faults = stories.at(number).faults;
        const int at = asked[number]++;
        if (at >= faults.size())
            return told(number, MockEndpoint::stream(good), input, output);
        switch (faults.at(at)) {
        case Fault::Busy: return MockEndpoint::status(429, "{}", "Retry-After: 0\r\n");
        case Fault::Broken: return MockEndpoint::status(500, "{}");
        case Fault::Unavailable: return MockEndpoint::status(503, "<html>", "Content-Type: text/html\r\n");
        case Fault::Locked: return MockEndpoint::status(401, "{}");
        case Fault::Dropped: return {{}, EndpointReply::Then::Drop};
        case Fault::Cut: return told(number, MockEndpoint::stream(half), isMessages ? input : 0, isMessages ? 1 : 0);
        case Fault::CutByDrop: return told(number, MockEndpoint::stream(half, EndpointReply::Then::Drop), isMessages ? input : 0, isMessages ? 1 : 0);
        case Fault::Stalled: return told(number, MockEndpoint::stream(half, EndpointReply::Then::Stall), isMessages ? input : 0, isMessages ? 1 : 0);
        case Fault::Malformed: return MockEndpoint::stream("data: {\"choices\":[{]\n\n");
        case Fault::Page: return MockEndpoint::status(200, "<html>Sign in</html>", "Content-Type: text/html\r\n");
        case Fault::Call: return told(number, MockEndpoint::stream(test::chatCallFrames("run", {{u"command"_s, u"echo x >> ran"_s}}, input, output)), input, output);
        }
        return {};
    }

    QHash<int, int> asked;
    QHash<int, qint64> tokens; ///< By task: what answers said, those that were cut off too.

private:
    EndpointReply told(int number, const EndpointReply &reply, int in, int out)
    {
        tokens[number] += in + out;
        return reply;
    }
};

} // namespace

/// Twelve tasks over two endpoints that both do everything wrong now and then.
class TestHttpFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void twelveTasksOverTwoFaultyEndpointsCountEveryToken();
    void twelveTasksWithTheRecordedServiceAsOneOfTheTwo();

private:
    Task task(int number, const QString &url, const QString &api) const;
    RunStatus run(const Contents &contents);
    const TaskRun &stateOf(int number) const { return m_runner->state().tasks.at(m_runner->plan().indexOfTask(u"task-%1"_s.arg(number))); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Runner> m_runner;
};

void TestHttpFaults::initTestCase()
{
    static QTemporaryDir config;
    qputenv("XDG_CONFIG_HOME", config.path().toUtf8());
    QVERIFY2(!SupervisorClient::executable().isEmpty(), "baton-supervisor is not beside this test");
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/baton"_s;
    QVERIFY(QDir().mkpath(folder));
    QFile settings(folder + u"/models.json"_s);
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write(R"({"retry_delay":"10ms","silence":"1s","retries":4})");
}

void TestHttpFaults::init()
{
    m_runner.reset();
    m_dir = std::make_unique<QTemporaryDir>();
}

Task TestHttpFaults::task(int number, const QString &url, const QString &api) const
{
    Task task{.id = u"task-%1"_s.arg(number), .personas = {u"worker"_s}};
    task.description = u"Say number %1!"_s.arg(number);
    task.retryMax = 6;
    task.executor = {u"http"_s, {{u"api"_s, api}, {u"base_url"_s, url}, {u"model"_s, u"small"_s}}};
    return task;
}

RunStatus TestHttpFaults::run(const Contents &contents)
{
    auto made = Runner::create(contents, "baton: 1\n", m_dir->filePath(u"plan.baton.yaml"_s), {.approve = ApproveMode::None, .trusted = true});
    if (!made)
        return RunStatus::Planned;
    m_runner = std::move(*made);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->start();
    if (finished.isEmpty())
        finished.wait(40'000);
    return finished.isEmpty() ? RunStatus::Planned : finished.last().first().value<RunStatus>();
}

void TestHttpFaults::twelveTasksOverTwoFaultyEndpointsCountEveryToken()
{
    Teller teller;
    const auto answer = [&](const EndpointRequest &request, int) { return teller.answer(request); };
    MockEndpoint first(answer);
    MockEndpoint second(answer);
    Contents contents;
    test::add(contents, Persona{.id = u"worker"_s, .tools = {u"run"_s}});
    for (int i = 0; i < stories.size(); ++i)
        test::add(contents, task(i, i % 2 ? first.url() : second.url(), i % 2 ? u"openai"_s : u"anthropic"_s));
    QCOMPARE(run(contents), RunStatus::Complete);
    qint64 sum = 0;
    for (int i = 0; i < stories.size(); ++i) {
        const Story &story = stories.at(i);
        const QByteArray which = "task-" + QByteArray::number(i);
        QVERIFY2(teller.asked.value(i) == story.requests(), which + " was asked " + QByteArray::number(teller.asked.value(i)) + " times");
        QVERIFY2(stateOf(i).attempt == story.attempts(), which + " took attempt " + QByteArray::number(stateOf(i).attempt));
        QVERIFY2(stateOf(i).usage.total() == teller.tokens.value(i), which + " counts " + QByteArray::number(stateOf(i).usage.total()));
        sum += teller.tokens.value(i);
    }
    QCOMPARE(m_runner->state().usage.total(), sum);
    QVERIFY(first.requests.size() > 12 && second.requests.size() > 6);
    QFile ran(m_dir->filePath(u"ran"_s));
    QVERIFY(ran.open(QIODevice::ReadOnly));
    QCOMPARE(ran.readAll(), "x\n");
}

void TestHttpFaults::twelveTasksWithTheRecordedServiceAsOneOfTheTwo()
{
    const QString samples = qEnvironmentVariable("BATON_SHARED") + u"/agent-cli-samples"_s;
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    if (node.isEmpty() || !QFile::exists(samples + u"/mock-llm.mjs"_s))
        QSKIP("node or the mock service is not there");
    const QJsonObject usage{{u"input"_s, input}, {u"output"_s, output}};
    const auto text = [&](QJsonObject more) {
        more.insert(u"text"_s, u"Done, as it should be."_s);
        more.insert(u"usage"_s, usage);
        return more;
    };
    const QList<QJsonObject> faults{
        {{u"error"_s, QJsonObject{{u"status"_s, 429}, {u"headers"_s, QJsonObject{{u"retry-after"_s, u"0"_s}}}}}},
        {{u"error"_s, QJsonObject{{u"status"_s, 500}}}},
        {{u"dropBeforeHeaders"_s, true}},
        text({{u"dropAfterChunks"_s, 2}}),
        text({{u"stallAfterChunks"_s, 2}, {u"stallMs"_s, 20'000}}),
        text({{u"malformed"_s, u"json"_s}})};
    QJsonArray rules;
    for (int i = 0; i < 6; ++i)
        rules.append(QJsonObject{{u"when"_s, QJsonObject{{u"prompt"_s, u"Say number %1!"_s.arg(2 * i + 1)}}}, {u"reply"_s, QJsonArray{faults.at(i), text({})}}});
    QFile scenario(m_dir->filePath(u"scenario.json"_s));
    QVERIFY(scenario.open(QIODevice::WriteOnly));
    scenario.write(QJsonDocument(QJsonObject{{u"defaults"_s, QJsonObject{{u"chunkSize"_s, 4}}}, {u"rules"_s, rules}}).toJson());
    scenario.close();
    QProcess service;
    service.start(node, {samples + u"/mock-llm.mjs"_s, u"--scenario"_s, scenario.fileName(), u"--lifetime"_s, u"60"_s, u"--exit-with-stdin"_s});
    QVERIFY(service.waitForReadyRead(20'000));
    const QString url = QString::fromUtf8(service.readLine().trimmed().split(' ').last());

    Teller teller;
    MockEndpoint own([&](const EndpointRequest &request, int) { return teller.answer(request); });
    Contents contents;
    test::add(contents, Persona{.id = u"worker"_s, .tools = {u"run"_s}});
    for (int i = 0; i < 12; ++i)
        test::add(contents, i % 2 ? task(i, url + u"/v1"_s, u"openai"_s) : task(i, own.url(), u"anthropic"_s));
    QCOMPARE(run(contents), RunStatus::Complete);
    for (int i = 0; i < 12; ++i) {
        const bool isServices = i % 2;
        // What is asked again within the attempt are the first two; of a broken stream nothing was told yet.
        const int attempts = !isServices ? stories.at(i).attempts() : i < 4 ? 1 : 2;
        QVERIFY2(stateOf(i).attempt == attempts, qPrintable(u"task-%1: %2"_s.arg(i).arg(stateOf(i).attempt)));
        const qint64 tokens = isServices ? input + output : teller.tokens.value(i);
        QVERIFY2(stateOf(i).usage.total() == tokens, qPrintable(u"task-%1: %2"_s.arg(i).arg(stateOf(i).usage.total())));
    }
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> stats(network.get(QNetworkRequest(QUrl(url + u"/__mock/requests"_s))));
    QSignalSpy answered(stats.get(), &QNetworkReply::finished);
    QVERIFY(answered.wait(10'000));
    const QJsonDocument requests = QJsonDocument::fromJson(stats->readAll());
    const QJsonArray list = requests.isArray() ? requests.array() : requests["requests"_L1].toArray();
    QCOMPARE(list.size(), 12); // each of its six was asked twice, and none by the network library itself
    service.closeWriteChannel();
    QVERIFY(service.waitForFinished(10'000));
}

QTEST_GUILESS_MAIN(TestHttpFaults)
#include "tst_httpfaults.moc"
