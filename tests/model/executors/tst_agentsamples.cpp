// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/model/executors/agentsamples.h"
#include "tests/support/seed.h"

#include "model/executors/agent/linesplitter.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

/// What real agent CLIs printed, read by us: every recorded run, and what hostile output may be like.
class TestAgentSamples : public QObject
{
    Q_OBJECT

private slots:
    void everyRecordedRunIsReadAsTheTableSays_data();
    void everyRecordedRunIsReadAsTheTableSays();
    void theTokensAreThoseThatTheServiceCounted_data();
    void theTokensAreThoseThatTheServiceCounted();
    void itDoesNotMatterInWhatPiecesOutputComes();
    void aRunCutShortHasNotSucceeded();
    void eventsAndFieldsOfTomorrowAreSkipped();
    void aBrokenCharacterDoesNotCostTheAnswer();
    void aLineOf200MegabytesIsLeftOutAndTold();
    void anEndInALineTooLongIsAClearFailure();
    void noEarlierWordsOfACustomAgentStandForALastLineTooLong();
    void anAgentThatPrintsTextIsQuotedFromWhereItsFaultStands();
    void whatIsNoTextIsAClearFailure();
    void noOutputCrashesTheReader();
    void everyFaultSaysWhatToDo();
    void aCustomAgentsFieldsAreFoundByTheirPaths();

private:
    static QString line(const test::AgentSample &sample, const test::AgentReading &reading);

    inline static const QList<test::AgentSample> s_samples = test::agentSamples();
};

/// As tests/data/agent-samples.tsv has it: name, outcome, input, cache read, cache write, output, reasoning, cost, tools,
/// refused tools, and how the answer begins.
QString TestAgentSamples::line(const test::AgentSample &sample, const test::AgentReading &reading)
{
    const auto number = [](const std::optional<qint64> &count) { return count ? QString::number(*count) : u"-"_s; };
    const AgentResult &result = reading.result;
    QString usage = u"-"_s;
    if (result.usage) {
        const AgentUsage &u = *result.usage;
        usage = QStringList{QString::number(u.input), number(u.cacheRead), number(u.cacheWrite), QString::number(u.output),
                            number(u.reasoning), u.costUsd ? QString::number(*u.costUsd, 'g', 6) : u"-"_s}.join(' '_L1);
    }
    QString answer = result.answer;
    answer.replace('\n'_L1, "\\n"_L1);
    return QStringList{sample.name, result.fault ? result.fault->code : u"ok"_s, usage, reading.tools().join(' '_L1),
                       result.refused.join(' '_L1), answer.left(80)}.join('\t'_L1);
}

void TestAgentSamples::everyRecordedRunIsReadAsTheTableSays_data()
{
    QTest::addColumn<test::AgentSample>("sample");
    QTest::addColumn<QString>("expected");
    if (s_samples.isEmpty())
        QSKIP("The recorded runs are not here (BATON_SHARED).");
    QFile table(QFINDTESTDATA("../../data/agent-samples.tsv"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    QHash<QString, QString> rows;
    for (const QString &row : QString::fromUtf8(table.readAll()).split('\n'_L1, Qt::SkipEmptyParts))
        rows.insert(row.section('\t'_L1, 0, 0), row);
    for (const test::AgentSample &sample : s_samples)
        QTest::newRow(qPrintable(sample.name)) << sample << rows.take(sample.name);
    QVERIFY2(rows.isEmpty(), "the table has runs that are not there");
}

void TestAgentSamples::everyRecordedRunIsReadAsTheTableSays()
{
    QFETCH(test::AgentSample, sample);
    QFETCH(QString, expected);
    QVERIFY2(!expected.isEmpty(), "no row in tests/data/agent-samples.tsv says how it is to be read");
    QCOMPARE(line(sample, test::readSample(sample)), expected);
}

void TestAgentSamples::theTokensAreThoseThatTheServiceCounted_data()
{
    QTest::addColumn<test::AgentSample>("sample");
    for (const test::AgentSample &sample : s_samples) {
        const QJsonObject scenario = sample.meta["scenario"_L1].toObject();
        // Runs of one request, whose tokens the script of the service has.
        const AgentResult result = test::readSample(sample).result;
        if (!result.fault && result.usage && sample.meta["modelRequests"_L1].toInt() == 1 && !scenario.contains("rules"_L1) && scenario["default"_L1]["usage"_L1].isObject())
            QTest::newRow(qPrintable(sample.name)) << sample;
    }
    if (s_samples.isEmpty())
        QSKIP("The recorded runs are not here (BATON_SHARED).");
}

void TestAgentSamples::theTokensAreThoseThatTheServiceCounted()
{
    QFETCH(test::AgentSample, sample);
    const AgentResult result = test::readSample(sample).result;
    const QJsonObject counted = sample.meta["scenario"_L1]["default"_L1]["usage"_L1].toObject();
    const qint64 cached = counted["cachedInput"_L1].toInteger();
    const qint64 reasoning = counted["reasoning"_L1].toInteger();
    const bool isAnthropic = sample.cli() == "claude"_L1;
    QCOMPARE(result.usage->cacheRead.value_or(0), cached);
    QCOMPARE(result.usage->input, counted["input"_L1].toInteger() - (isAnthropic ? 0 : cached));
    QCOMPARE(result.usage->cacheWrite.value_or(0), isAnthropic ? counted["cacheWrite"_L1].toInteger() : 0);
    const bool tellsReasoning = sample.cli() != "qwen"_L1 && sample.cli() != "pi"_L1 && !isAnthropic;
    QCOMPARE(result.usage->reasoning.value_or(0), tellsReasoning ? reasoning : 0);
    const bool outputHasReasoning = sample.cli() == "codex"_L1 || sample.cli() == "opencode"_L1;
    QCOMPARE(result.usage->output, counted["output"_L1].toInteger() - (outputHasReasoning ? reasoning : 0));
}

void TestAgentSamples::itDoesNotMatterInWhatPiecesOutputComes()
{
    for (const test::AgentSample &sample : s_samples) {
        const test::AgentReading whole = test::readSample(sample, 1 << 30);
        for (const qsizetype chunk : {1, 7, 4096}) {
            const test::AgentReading pieces = test::readSample(sample, chunk);
            QVERIFY2(pieces.events == whole.events, qPrintable(sample.name));
            QCOMPARE(line(sample, pieces), line(sample, whole));
        }
    }
}

void TestAgentSamples::aRunCutShortHasNotSucceeded()
{
    int cut = 0;
    for (const test::AgentSample &sample : s_samples) {
        const bool isEvents = sample.output.startsWith('{') && sample.output.count('\n') > 2;
        if (!isEvents || test::readSample(sample).result.fault || sample.name == "claude/input-stream-json"_L1)
            continue;
        // Without its last event but one line each; pi and opencode tell the end in an event before the last.
        const AgentCli &cli = *agentCli(sample.cli());
        QByteArrayList lines = sample.output.trimmed().split('\n');
        const qsizetype keep = sample.cli() == "pi"_L1 ? lines.size() - 3 : lines.size() - 1;
        const QByteArray part = lines.first(keep).join('\n') + '\n' + lines.at(keep).left(lines.at(keep).size() / 2);
        const test::AgentReading reading = test::readAgent(cli, sample.arguments(), part, {});
        QVERIFY2(reading.result.fault, qPrintable(sample.name));
        ++cut;
    }
    if (s_samples.isEmpty())
        QSKIP("The recorded runs are not here (BATON_SHARED).");
    QVERIFY(cut > 80);
}

void TestAgentSamples::eventsAndFieldsOfTomorrowAreSkipped()
{
    const QByteArray output = R"({"type":"telemetry","load":[1,2,{"x":null}]})" "\n"
                              R"({"type":"assistant","message":{"content":[{"type":"hologram","text":"no"},{"type":"text","text":"Hi","mood":3}]}})" "\n"
                              "not json at all\n[1,2]\n"
                              R"({"type":"result","is_error":false,"result":"Hi","usage":{"input_tokens":1e99,"output_tokens":-4},"warp":9})" "\n";
    const test::AgentReading reading = test::readAgent(claudeCli(), {u"claude"_s, u"--output-format"_s, u"stream-json"_s}, output, {});
    QVERIFY(!reading.result.fault);
    QCOMPARE(reading.result.answer, u"Hi"_s);
    QCOMPARE(reading.text(), u"Hi"_s);
    QCOMPARE(reading.result.usage->total(), 0);
    QVERIFY(!reading.result.usage->costUsd);
}

void TestAgentSamples::aBrokenCharacterDoesNotCostTheAnswer()
{
    const QByteArray output = "{\"type\":\"result\",\"is_error\":false,\"result\":\"caf\xe9 \xff ok\"}\n";
    const test::AgentReading reading = test::readAgent(claudeCli(), {u"claude"_s, u"--output-format=stream-json"_s}, output, {});
    QVERIFY(!reading.result.fault);
    QVERIFY(reading.result.answer.startsWith("caf"_L1) && reading.result.answer.endsWith(" ok"_L1));
}

void TestAgentSamples::aLineOf200MegabytesIsLeftOutAndTold()
{
    const std::unique_ptr<AgentReader> reader = codexCli().reader({u"codex"_s, u"--json"_s}, {});
    LineSplitter splitter;
    qint64 skipped = 0;
    const LineSplitter::Sink sink{[&](QByteArrayView line) {
                                      QVERIFY(line.size() <= LineSplitter::longestLine);
                                      reader->readLine(line);
                                  },
                                  [&](qint64 bytes) {
                                      skipped += bytes;
                                      reader->skipLine(bytes);
                                  }};
    const QByteArray block(1024 * 1024, 'x');
    for (int i = 0; i < 200; ++i)
        splitter.add(block, sink);
    splitter.add("\n{\"type\":\"item.completed\",\"item\":{\"type\":\"agent_message\",\"text\":\"Still here\"}}\n{\"type\":\"turn.completed\"}", sink);
    splitter.finish(sink);
    QCOMPARE(skipped, 200 * 1024 * 1024);
    const AgentResult result = reader->finish({});
    QVERIFY(!result.fault);
    QCOMPARE(result.answer, u"Still here"_s);
    QCOMPARE(reader->takeEvents().first().kind, AgentEvent::Kind::Notice);
}

void TestAgentSamples::anEndInALineTooLongIsAClearFailure()
{
    const QByteArray output = "{\"type\":\"turn.started\"}\n" + QByteArray(LineSplitter::longestLine + 1, 'x');
    const test::AgentReading reading = test::readAgent(codexCli(), {u"codex"_s, u"--json"_s}, output, {}, 1 << 20);
    QCOMPARE(reading.result.fault.value_or(AgentFault()).code, u"line-too-long"_s);
}

void TestAgentSamples::noEarlierWordsOfACustomAgentStandForALastLineTooLong()
{
    const QByteArray begun = "{\"t\":\"Let me begin.\"}\n";
    const QByteArray tooLong = "{\"t\":\"" + QByteArray(LineSplitter::longestLine + 1, 'x') + "\"}\n";
    const QJsonObject options{{u"output"_s, u"jsonl"_s}, {u"fields"_s, QJsonObject{{u"text"_s, u"t"_s}}}};
    const auto read = [&](const QByteArray &output) { return test::readAgent(customCli(), {u"my-agent"_s}, output, {}, 1 << 20, options).result; };
    for (const QByteArray &end : {QByteArray(), QByteArray("\n")})
        QCOMPARE(read(begun + tooLong + end).fault.value_or(AgentFault()).code, u"line-too-long"_s);
    const AgentResult result = read(begun + tooLong + "{\"t\":\"Done.\"}\n");
    QVERIFY(!result.fault);
    QCOMPARE(result.answer, u"Done."_s);
}

void TestAgentSamples::anAgentThatPrintsTextIsQuotedFromWhereItsFaultStands()
{
    const QJsonObject text{{u"output"_s, u"text"_s}};
    const auto fault = [&](const QByteArray &output, const QString &errors) {
        return test::readAgent(customCli(), {}, output, {true, 1, errors}, 64, text).result.fault.value_or(AgentFault());
    };
    const AgentFault onErrors = fault("Thinking...\n", u"Error: 401 Unauthorized: invalid API key\n"_s);
    QCOMPARE(onErrors.code, u"not-logged-in"_s);
    QVERIFY2(onErrors.message.contains(u"401 Unauthorized"_s), qPrintable(onErrors.message));
    const AgentFault onOutput = fault("Thinking...\nError: 401 Unauthorized: invalid API key\n", u"loading\n"_s);
    QCOMPARE(onOutput.code, u"not-logged-in"_s);
    QVERIFY2(onOutput.message.contains(u"401 Unauthorized"_s), qPrintable(onOutput.message));
}

void TestAgentSamples::whatIsNoTextIsAClearFailure()
{
    QByteArray output;
    for (int i = 0; i < 4096; ++i)
        output += char(128 + i % 120);
    const test::AgentReading reading = test::readAgent(geminiCli(), {u"gemini"_s, u"-o"_s, u"stream-json"_s}, output, {});
    QCOMPARE(reading.result.fault.value_or(AgentFault()).code, u"not-text"_s);
}

void TestAgentSamples::noOutputCrashesTheReader()
{
    QRandomGenerator random(test::newSeed());
    for (const test::AgentSample &sample : s_samples) {
        if (sample.output.size() > 20'000)
            continue;
        for (int round = 0; round < 3; ++round) {
            QByteArray output = sample.output;
            for (int change = 0; change < 8 && !output.isEmpty(); ++change) {
                const qsizetype at = random.bounded(int(output.size()));
                switch (random.bounded(4)) {
                case 0: output[at] = char(random.bounded(256)); break;
                case 1: output.remove(at, random.bounded(40)); break;
                case 2: output.insert(at, output.mid(random.bounded(int(output.size())), random.bounded(200))); break;
                default: output.insert(at, "\n[[[[{\"type\":null}\x00\xff{");
                }
            }
            test::readAgent(*agentCli(sample.cli()), sample.arguments(), output, sample.exit, 1 + random.bounded(300));
        }
    }
}

void TestAgentSamples::everyFaultSaysWhatToDo()
{
    QSet<QString> codes;
    for (const test::AgentSample &sample : s_samples) {
        const std::optional<AgentFault> fault = test::readSample(sample).result.fault;
        if (!fault)
            continue;
        codes += fault->code;
        QVERIFY2(fault->message.size() > 20 && fault->message.size() < 800, qPrintable(sample.name));
        QVERIFY2(!fault->message.contains(QChar(0x1b)), qPrintable(sample.name));
    }
    if (s_samples.isEmpty())
        QSKIP("The recorded runs are not here (BATON_SHARED).");
    for (const QString &code : {u"not-logged-in"_s, u"unknown-model"_s, u"rate-limit"_s, u"service"_s, u"refused-request"_s,
                                u"limit"_s, u"wrong-version"_s, u"not-finished"_s, u"no-answer"_s, u"signal"_s, u"exit-status"_s})
        QVERIFY2(codes.contains(code), qPrintable(code));
}

void TestAgentSamples::aCustomAgentsFieldsAreFoundByTheirPaths()
{
    const QJsonObject options{{u"output"_s, u"jsonl"_s},
                              {u"fields"_s, QJsonObject{{u"text"_s, u"choices.0.text"_s},
                                                        {u"error"_s, u"fault"_s},
                                                        {u"input_tokens"_s, u"cost.in"_s},
                                                        {u"output_tokens"_s, u"cost.out"_s}}}};
    const QByteArray well = "starting\n{\"choices\":[{\"text\":\"One\"}]}\n{\"choices\":[{\"text\":\"Two\"}],\"cost\":{\"in\":7,\"out\":3}}\n";
    const auto read = [&](const QByteArray &output, const AgentExit &exit) {
        return test::readAgent(customCli(), {u"my-agent"_s}, output, exit, 5, options).result;
    };
    const AgentResult result = read(well, {});
    QVERIFY(!result.fault);
    QCOMPARE(result.answer, u"Two"_s);
    QCOMPARE(*result.usage, (AgentUsage{.input = 7, .output = 3}));
    QCOMPARE(read(well, {true, 3}).fault.value_or(AgentFault()).code, u"agent-error"_s);
    QVERIFY(read(well + "{\"fault\":{\"message\":\"HTTP 429\"}}\n", {}).fault);
    QCOMPARE(read("{}\n", {}).fault.value_or(AgentFault()).code, u"no-answer"_s);
    const QJsonObject text{{u"output"_s, u"text"_s}};
    QCOMPARE(test::readAgent(customCli(), {}, "All\ndone.\n", {}, 3, text).result.answer, u"All\ndone."_s);
    QVERIFY(test::readAgent(customCli(), {}, "All\ndone.\n", {true, 1}, 3, text).result.fault);
}

QTEST_GUILESS_MAIN(TestAgentSamples)
#include "tst_agentsamples.moc"
