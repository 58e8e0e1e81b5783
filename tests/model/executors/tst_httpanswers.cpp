// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/http/answerreader.h"
#include "model/executors/http/httpfault.h"
#include "tests/model/executors/mockendpoint.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

/// What model endpoints answer, as bytes.
class TestHttpAnswers : public QObject
{
    Q_OBJECT

private slots:
    void howBytesAreCutMakesNoDifference_data();
    void howBytesAreCutMakesNoDifference();
    void everyCutOffAnswerIsAFailure_data() { howBytesAreCutMakesNoDifference_data(); }
    void everyCutOffAnswerIsAFailure();
    void toolCallsArePutTogether();
    void wholeDocumentsSayTheSame();
    void whatIsWrongHasACode_data();
    void whatIsWrongHasACode();
    void endlessAnswersAreGivenUp();
    void requestsSayAllThatWasSaid();
    void addressesOfBothKindsAreUnderstood();
    void retryAfterIsReadInBothForms();

private:
    static HttpAnswer read(HttpApi api, const QByteArray &bytes, qsizetype piece, QString *said = nullptr);
};

HttpAnswer TestHttpAnswers::read(HttpApi api, const QByteArray &bytes, qsizetype piece, QString *said)
{
    const std::unique_ptr<AnswerReader> reader = answerReader(api);
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        reader->addStream(QByteArrayView(bytes).sliced(at, qMin(piece, bytes.size() - at)));
        for (const AgentEvent &event : reader->takeEvents()) {
            if (said && event.kind == AgentEvent::Kind::Text)
                *said += event.text;
        }
    }
    return reader->finish();
}

void TestHttpAnswers::howBytesAreCutMakesNoDifference_data()
{
    QTest::addColumn<HttpApi>("api");
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray chat = test::chatFrames("Grüße, 世界 🚀!", 12, 5);
    QTest::newRow("chat") << HttpApi::OpenAi << chat;
    QTest::newRow("chat, CR LF") << HttpApi::OpenAi << QByteArray(chat).replace("\n", "\r\n");
    QTest::newRow("messages") << HttpApi::Anthropic << test::messageFrames("Grüße, 世界 🚀!", 12, 5);
}

void TestHttpAnswers::howBytesAreCutMakesNoDifference()
{
    QFETCH(HttpApi, api);
    QFETCH(QByteArray, bytes);
    for (qsizetype piece = 1; piece < 40; ++piece) {
        QString said;
        const HttpAnswer answer = read(api, bytes, piece, &said);
        QVERIFY(!answer.fault);
        QCOMPARE(answer.text, u"Grüße, 世界 🚀!"_s);
        QCOMPARE(said, answer.text);
        QCOMPARE(answer.usage->input, 12);
        QCOMPARE(answer.usage->output, 5);
    }
}

void TestHttpAnswers::everyCutOffAnswerIsAFailure()
{
    QFETCH(HttpApi, api);
    QFETCH(QByteArray, bytes);
    // A chat may end once it gave its reason; a message only with its last event.
    const qsizetype enough = api == HttpApi::OpenAi ? bytes.indexOf(R"("finish_reason":"stop")") : bytes.lastIndexOf(R"({"type":"message_stop"})");
    QVERIFY(enough > 0);
    for (qsizetype length = 0; length <= enough; ++length) {
        const HttpAnswer answer = read(api, bytes.first(length), 1000);
        QVERIFY2(answer.fault && answer.fault->code == u"cut-off"_s, qPrintable(QString::number(length)));
    }
}

void TestHttpAnswers::toolCallsArePutTogether()
{
    const QByteArray chat = test::chatCallFrames("read_file", {{u"path"_s, u"a.txt"_s}}, 3, 4);
    const QByteArray messages =
        "data: {\"type\":\"content_block_start\",\"index\":1,\"content_block\":{\"type\":\"tool_use\",\"id\":\"call-1\",\"name\":\"read_file\",\"input\":{}}}\n\n"
        "data: {\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"path\\\":\"}}\n\n"
        "data: {\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"\\\"a.txt\\\"}\"}}\n\n"
        "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"tool_use\"}}\n\ndata: {\"type\":\"message_stop\"}\n\n";
    const QList<ToolCall> expected{{u"call-1"_s, u"read_file"_s, uR"({"path":"a.txt"})"_s}};
    QCOMPARE(read(HttpApi::OpenAi, chat, 7).calls, expected);
    const HttpAnswer answer = read(HttpApi::Anthropic, messages, 7);
    QVERIFY(!answer.fault);
    QCOMPARE(answer.calls, expected);
    // Two whole calls without an index, as some imitations send them.
    const HttpAnswer two = read(HttpApi::OpenAi,
                                R"(data: {"choices":[{"delta":{"tool_calls":[{"id":"x","function":{"name":"run","arguments":"{}"}},)"
                                R"({"id":"y","function":{"name":"run","arguments":"{}"}}]},"finish_reason":"tool_calls"}]})" "\n\n", 50);
    QVERIFY(!two.fault);
    QCOMPARE(two.calls.size(), 2);
}

void TestHttpAnswers::wholeDocumentsSayTheSame()
{
    const auto chat = answerReader(HttpApi::OpenAi);
    chat->readWhole(R"({"choices":[{"message":{"content":"Fine.","tool_calls":[{"id":"c","function":{"name":"run","arguments":"{\"command\":\"ls\"}"}}]},)"
                    R"("finish_reason":"tool_calls"}],"usage":{"prompt_tokens":100,"prompt_tokens_details":{"cached_tokens":40},"completion_tokens":9,)"
                    R"("completion_tokens_details":{"reasoning_tokens":2}}})");
    const HttpAnswer answer = chat->finish();
    QVERIFY(!answer.fault);
    QCOMPARE(answer.text, u"Fine."_s);
    QCOMPARE(answer.calls.first().arguments, uR"({"command":"ls"})"_s);
    QCOMPARE(*answer.usage, (AgentUsage{.input = 60, .output = 7, .cacheRead = 40, .reasoning = 2}));
    const auto message = answerReader(HttpApi::Anthropic);
    message->readWhole(R"({"type":"message","content":[{"type":"text","text":"Fine."},{"type":"tool_use","id":"c","name":"run","input":{"command":"ls"}}],)"
                       R"("stop_reason":"tool_use","usage":{"input_tokens":6,"output_tokens":7,"cache_read_input_tokens":40}})");
    const HttpAnswer other = message->finish();
    QVERIFY(!other.fault);
    QCOMPARE(other.calls.first().arguments, uR"({"command":"ls"})"_s);
    QCOMPARE(*other.usage, (AgentUsage{.input = 6, .output = 7, .cacheRead = 40}));
}

void TestHttpAnswers::whatIsWrongHasACode_data()
{
    QTest::addColumn<HttpApi>("api");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, HttpApi api, bool whole, const QByteArray &bytes, const QString &code) {
        QTest::newRow(name) << api << whole << bytes << code;
    };
    row("nothing", HttpApi::OpenAi, false, {}, u"cut-off"_s);
    row("nothing at all", HttpApi::Anthropic, true, {}, u"cut-off"_s);
    row("a page", HttpApi::OpenAi, false, "<html><body>Sign in</body></html>", u"not-an-api"_s);
    row("a whole page", HttpApi::Anthropic, true, "<!DOCTYPE html><html>", u"not-an-api"_s);
    row("broken frame", HttpApi::OpenAi, false, "data: {\"choices\":[{]\n\ndata: [DONE]\n\n", u"malformed"_s);
    row("not UTF-8", HttpApi::OpenAi, false, "data: {\"x\":\"\xff\xfe\"}\n\ndata: [DONE]\n\n", u"malformed"_s);
    row("half a document", HttpApi::OpenAi, true, R"({"choices":[{"message":{"content":"Fi)", u"cut-off"_s);
    row("no answer in it", HttpApi::OpenAi, true, R"({"hello":1})", u"malformed"_s);
    row("a call of nothing", HttpApi::OpenAi, false,
        "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"arguments\":\"{ba\"}}]},\"finish_reason\":\"tool_calls\"}]}\n\n",
        u"malformed"_s);
    row("an error in the stream", HttpApi::OpenAi, false, "data: {\"error\":{\"message\":\"boom\",\"type\":\"server_error\"}}\n\n", u"service"_s);
    row("overloaded", HttpApi::Anthropic, false, "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"x\"}}\n\n", u"rate-limit"_s);
    row("too long", HttpApi::OpenAi, false, "data: {\"choices\":[{\"delta\":{\"content\":\"a\"},\"finish_reason\":\"length\"}]}\n\n", u"limit"_s);
    row("refused", HttpApi::Anthropic, false, "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"refusal\"}}\n\ndata: {\"type\":\"message_stop\"}\n\n", u"refused-answer"_s);
}

void TestHttpAnswers::whatIsWrongHasACode()
{
    QFETCH(HttpApi, api);
    QFETCH(bool, whole);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const auto reader = answerReader(api);
    if (whole)
        reader->readWhole(bytes);
    else
        reader->addStream(bytes);
    const HttpAnswer answer = reader->finish();
    QVERIFY(answer.fault);
    QCOMPARE(answer.fault->code, code);
    QVERIFY(answer.fault->message.size() > 20);
}

void TestHttpAnswers::endlessAnswersAreGivenUp()
{
    const auto reader = answerReader(HttpApi::OpenAi);
    const QByteArray frame = R"(data: {"choices":[{"delta":{"content":")" + QByteArray(100'000, 'x') + "\"}}]}\n\n";
    int frames = 0;
    for (; frames < 200 && !reader->isOver(); ++frames) {
        reader->addStream(frame);
        reader->takeEvents();
    }
    QVERIFY(frames < 100);
    QCOMPARE(reader->finish().fault->code, u"too-large"_s);
    const auto line = answerReader(HttpApi::Anthropic);
    for (int i = 0; i < 20 && !line->isOver(); ++i)
        line->addStream("data: " + QByteArray(1024 * 1024, 'x'));
    line->addStream("\n\n");
    QCOMPARE(line->finish().fault->code, u"too-large"_s);
}

void TestHttpAnswers::requestsSayAllThatWasSaid()
{
    Talk talk{u"m"_s, u"Be brief."_s, {TalkTurn{false, u"Count."_s}, TalkTurn{true, u"I look."_s, {{u"c"_s, u"list_files"_s, u"{}"_s}}},
                                       TalkTurn{false, {}, {}, {{u"c"_s, u"a.txt"_s, true}}}}};
    talk.tools = {{u"list_files"_s, u"List."_s, {{u"type"_s, u"object"_s}}}};
    const QJsonObject chat = QJsonDocument::fromJson(requestBody(HttpApi::OpenAi, talk)).object();
    const QJsonArray messages = chat["messages"_L1].toArray();
    QCOMPARE(messages.size(), 4);
    QCOMPARE(messages.at(0)["role"_L1].toString(), u"system"_s);
    QCOMPARE(messages.at(2)["tool_calls"_L1][0]["function"_L1]["name"_L1].toString(), u"list_files"_s);
    QCOMPARE(messages.at(3)["role"_L1].toString(), u"tool"_s);
    QCOMPARE(messages.at(3)["tool_call_id"_L1].toString(), u"c"_s);
    QCOMPARE(chat["stream_options"_L1]["include_usage"_L1].toBool(), true);
    const QJsonObject other = QJsonDocument::fromJson(requestBody(HttpApi::Anthropic, talk)).object();
    QCOMPARE(other["system"_L1].toString(), u"Be brief."_s);
    QVERIFY(other["max_tokens"_L1].toInt() > 0);
    QCOMPARE(other["messages"_L1][1]["content"_L1][1]["type"_L1].toString(), u"tool_use"_s);
    QCOMPARE(other["messages"_L1][2]["content"_L1][0]["is_error"_L1].toBool(), true);
    QCOMPARE(other["tools"_L1][0]["input_schema"_L1]["type"_L1].toString(), u"object"_s);
    QCOMPARE(requestBody(HttpApi::OpenAi, talk), requestBody(HttpApi::OpenAi, talk));
}

void TestHttpAnswers::addressesOfBothKindsAreUnderstood()
{
    QCOMPARE(requestUrl(HttpApi::OpenAi, u"http://h:1/v1/"_s), QUrl(u"http://h:1/v1/chat/completions"_s));
    QCOMPARE(requestUrl(HttpApi::OpenAi, u"http://h/v1/chat/completions"_s), QUrl(u"http://h/v1/chat/completions"_s));
    QCOMPARE(requestUrl(HttpApi::Anthropic, u"https://h"_s), QUrl(u"https://h/v1/messages"_s));
    QCOMPARE(requestUrl(HttpApi::Anthropic, u"https://h/v1"_s), QUrl(u"https://h/v1/messages"_s));
}

void TestHttpAnswers::retryAfterIsReadInBothForms()
{
    QCOMPARE(retryAfter("2", 0), 2000);
    QCOMPARE(retryAfter("0.5", 0), 500);
    QCOMPARE(retryAfter("Sun, 06 Nov 1994 08:49:37 GMT", 784111777000 - 3000), 3000);
    QCOMPARE(retryAfter("Sun, 06 Nov 1994 08:49:37 GMT", 784111777000 + 3000), 0);
    QCOMPARE(retryAfter("", 0), -1);
    QCOMPARE(retryAfter("-4", 0), -1);
    QCOMPARE(retryAfter("soon", 0), -1);
}

QTEST_GUILESS_MAIN(TestHttpAnswers)
#include "tst_httpanswers.moc"
