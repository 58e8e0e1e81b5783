// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/http/httptask.h"

#include "model/executors/agent/agentreader.h"
#include "model/executors/http/httpfault.h"
#include "model/executors/shellexecutor.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRandomGenerator>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qsizetype largestRefusal = 64 * 1024;
constexpr qsizetype largestWhole = 16 * 1024 * 1024;
constexpr qint64 readBuffer = 1024 * 1024;
constexpr qint64 longestBackoff = 60'000;
constexpr qint64 mostOutput = 64 * 1024;
constexpr qint64 mostPrinted = 256 * 1024 * 1024; ///< By one command, of which so little is read.
constexpr qsizetype mostQuoted = 200;

/// The body of a request that can be sent once: Qt sends a POST again by itself when the connection ends before an
/// answer came (seen in Qt 6.4), and begins by going back to the first byte. No QBuffer: Qt would look through it.
class OnceBody final : public QIODevice
{
public:
    explicit OnceBody(const QByteArray &bytes) : m_bytes(bytes) { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64 position) override { return position == m_read; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 length = qMin<qint64>(most, m_bytes.size() - m_read);
        std::copy_n(m_bytes.constData() + m_read, length, data);
        m_read += length;
        return length;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

/// Why a tool cannot be called like this, told to the model so that it can do better; empty where it can.
QString problemOf(const ToolCall &call)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(call.arguments.toUtf8(), &error);
    if (document.isObject())
        return {};
    const QString why = error.error == QJsonParseError::NoError ? u"no object"_s : u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset);
    return u"The arguments are no JSON object (%1), so nothing was done: %2\nCall the tool again with a whole JSON object."_s
        .arg(why, call.arguments.left(mostQuoted));
}

} // namespace

HttpTask::HttpTask(const Job &job, RunProcesses &processes, QObject *parent)
    : QObject(parent)
    , m_job(job)
    , m_processes(processes)
    , m_tools(job.order)
    , m_log(job.order.log)
{
    m_redactor = Redactor({m_job.key});
    m_job.talk.tools = m_tools.offers();
    for (QTimer *timer : {&m_silence, &m_total, &m_retry, &m_command})
        timer->setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] { giveUp(u"stalled"_s); });
    connect(&m_total, &QTimer::timeout, this, [this] { giveUp(u"too-slow"_s); });
    connect(&m_retry, &QTimer::timeout, this, &HttpTask::post);
    connect(&m_command, &QTimer::timeout, this, [this] { m_processes.stop(m_commandLabel); });
    constexpr int pulse = 500; // Milliseconds.
    m_pulse.setInterval(pulse);
    connect(&m_pulse, &QTimer::timeout, this, &HttpTask::look);
    connect(&processes, &RunProcesses::ended, this, &HttpTask::onProcessEnded);
}

HttpTask::~HttpTask()
{
    if (m_reply)
        m_reply->disconnect(this);
}

void HttpTask::begin()
{
    if (!m_log.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return end({TaskEnd::How::Failed, u"not-started"_s, tr("%1 could not be written: %2.").arg(m_log.fileName(), m_log.errorString())}, {});
    ask();
}

void HttpTask::stop()
{
    if (m_isOver || std::exchange(m_stopping, true))
        return;
    m_retry.stop();
    if (m_reply)
        m_reply->abort();
    else if (!m_commandLabel.isEmpty())
        m_processes.stop(m_commandLabel);
    else
        end({TaskEnd::How::Stopped}, {});
}

void HttpTask::ask()
{
    if (++m_rounds > mostRounds)
        return fail({u"limit"_s, tr("It sent %1 requests, the most that Baton lets one attempt send, and the model still called for tools. "
                                    "Its log shows what it was at. Make the task smaller, or say more clearly when it is done; then retry.").arg(mostRounds)});
    m_body = requestBody(m_job.endpoint.api, m_job.talk);
    m_tries = 0;
    post();
}

void HttpTask::post()
{
    if (const QString why = m_job.whyNoMore ? m_job.whyNoMore() : QString(); !why.isEmpty())
        return fail({u"budget"_s, why});
    m_reader = answerReader(m_job.endpoint.api);
    m_form = Form::Unknown;
    m_received.clear();
    m_givenUp.clear();
    QNetworkRequest request(requestUrl(m_job.endpoint.api, m_job.endpoint.baseUrl));
    for (const auto &[name, value] : requestHeaders(m_job.endpoint.api, m_job.key))
        request.setRawHeader(name, value);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    trustOwnAuthorities(request);
    // A manager keeps a connection that the server said would stay, whatever it had been asked for, though it takes no
    // second request there. So each request has a connection of its own.
    if (m_manager)
        m_manager.release()->deleteLater(); // it may be telling us of its reply at this moment
    m_manager = std::make_unique<QNetworkAccessManager>();
    auto *body = new OnceBody(m_body);
    m_reply = m_manager->post(request, body);
    body->setParent(m_reply);
    m_reply->setReadBufferSize(readBuffer);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpTask::readOn);
    connect(m_reply, &QNetworkReply::finished, this, &HttpTask::onFinished);
    m_silence.start(int(m_job.endpoint.limits.silence));
    m_total.start(int(m_job.endpoint.limits.answer));
}

/// What an answer is, from its status, what it says of itself, and how it begins.
HttpTask::Form HttpTask::formOf(const QByteArray &bytes) const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status < 200 || status > 299)
        return Form::Refusal;
    const QByteArray type = m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray().toLower();
    if (type.startsWith("text/event-stream"))
        return Form::Stream;
    if (type.contains("json") || type.startsWith("text/html"))
        return Form::Whole;
    return bytes.trimmed().startsWith('{') ? Form::Whole : Form::Stream;
}

void HttpTask::readOn()
{
    const QByteArray bytes = m_reply->isOpen() ? m_reply->readAll() : QByteArray();
    if (bytes.isEmpty() || !m_givenUp.isEmpty() || m_reader->isOver())
        return;
    m_silence.start();
    showLife();
    if (m_form == Form::Unknown)
        m_form = formOf(bytes);
    if (m_form == Form::Stream) {
        m_reader->addStream(bytes);
        writeEvents();
        if (m_reader->isOver() && m_reply->isRunning())
            m_reply->abort(); // some servers leave the connection open
        return;
    }
    m_received += bytes;
    if (m_form == Form::Refusal)
        m_received.truncate(largestRefusal);
    else if (m_received.size() > largestWhole)
        giveUp(u"too-large"_s);
}

void HttpTask::giveUp(const QString &code)
{
    if (!m_reply || !m_givenUp.isEmpty())
        return;
    m_givenUp = code;
    m_reply->abort();
}

void HttpTask::onFinished()
{
    if (!m_reply)
        return;
    if (!m_stopping)
        readOn();
    QNetworkReply *reply = m_reply;
    m_reply.clear();
    reply->deleteLater();
    m_silence.stop();
    m_total.stop();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    HttpAnswer answer;
    if (status >= 200 && status <= 299) {
        if (m_form == Form::Whole && m_givenUp.isEmpty() && !m_stopping)
            m_reader->readWhole(m_received);
        answer = m_reader->finish();
        writeEvents();
        if (answer.usage && answer.usage->total() > 0) {
            m_usage += *answer.usage;
            emit spent(answer.usage->toJson());
        }
    }
    if (m_stopping)
        return end({TaskEnd::How::Stopped}, {});
    // A server that says why it has ended, and then neither ends the stream nor the connection, has answered.
    const bool hasAnswered = m_givenUp == "stalled"_L1 && m_form == Form::Stream && !answer.fault;
    if (!m_givenUp.isEmpty() && !hasAnswered)
        return fail(httpFault(m_givenUp, {}, m_job.endpoint));
    if (status == 0)
        return onUnanswered(reply->error(), reply->errorString());
    if (status >= 200 && status <= 299)
        return take(answer);
    const AgentFault fault = faultOfStatus(status, m_received, m_job.endpoint, targetOf(*reply));
    if (!isWorthRetrying(status))
        return fail(fault);
    retryOr(fault, retryAfter(reply->rawHeader("Retry-After"), QDateTime::currentMSecsSinceEpoch()));
}

/// Only where nobody can have read the request it is sent anew.
void HttpTask::onUnanswered(QNetworkReply::NetworkError error, const QString &said)
{
    const AgentFault fault = faultOfSilence(error, said, m_job.endpoint);
    if (error == QNetworkReply::ConnectionRefusedError)
        retryOr(fault, -1);
    else
        fail(fault);
}

void HttpTask::retryOr(const AgentFault &fault, qint64 asked)
{
    if (m_tries >= m_job.endpoint.limits.retries || asked > longestWait)
        return fail(fault);
    const qint64 backoff = qMin(longestBackoff, m_job.endpoint.limits.retryDelay << qMin(m_tries, 16));
    // Tasks that were turned away together do not come back together.
    const qint64 most = asked >= 0 ? asked + asked / 10 : backoff;
    const qint64 least = asked >= 0 ? asked : backoff / 2;
    const qint64 wait = least + QRandomGenerator::global()->bounded(most - least + 1);
    ++m_tries;
    const QString seconds = QLocale().toString(double(wait) / 1000, 'f', 1);
    write(m_words.text({AgentEvent::Kind::Notice, tr("%1 It is asked again in %2 s.").arg(m_redactor.of(fault.message), seconds)}));
    m_retry.start(int(wait));
    m_pulse.start();
}

void HttpTask::take(const HttpAnswer &answer)
{
    if (answer.fault)
        return fail(answer.fault->code == "not-an-api"_L1 ? httpFault(answer.fault->code, {}, m_job.endpoint) : *answer.fault);
    TalkTurn turn{true, answer.text, answer.calls};
    m_calls = answer.calls;
    for (qsizetype i = 0; i < turn.calls.size(); ++i) {
        if (turn.calls.at(i).id.isEmpty())
            turn.calls[i].id = m_calls[i].id = u"call_%1_%2"_s.arg(m_rounds).arg(i);
        // Servers read what they are told of a call again, and refuse what they cannot.
        if (!problemOf(turn.calls.at(i)).isEmpty())
            turn.calls[i].arguments = u"{}"_s;
    }
    if (turn.calls.isEmpty()) {
        if (answer.text.trimmed().isEmpty())
            return fail(httpFault(u"no-answer"_s));
        TaskEnd good;
        good.answer = m_redactor.of(answer.text);
        return end(good, {});
    }
    m_job.talk.turns.append(turn);
    m_results.clear();
    nextCall();
}

void HttpTask::nextCall()
{
    if (m_stopping)
        return end({TaskEnd::How::Stopped}, {});
    if (m_calls.isEmpty()) {
        m_job.talk.turns.append({false, {}, {}, m_results});
        return ask();
    }
    const ToolCall call = m_calls.takeFirst();
    if (const QString problem = problemOf(call); !problem.isEmpty()) {
        write(m_words.text({AgentEvent::Kind::Tool, m_redactor.of(call.arguments.simplified().left(mostQuoted)), call.name}));
        return endCall({call.id, problem, true});
    }
    const QJsonObject input = QJsonDocument::fromJson(call.arguments.toUtf8()).object();
    write(m_words.text({AgentEvent::Kind::Tool, m_redactor.of(toolBrief(input)), call.name}));
    if (call.name == "run"_L1 && m_tools.mayRun())
        startCommand(call);
    else
        endCall(m_tools.answer(call));
}

/// Of the last command.
QString HttpTask::commandOutput() const
{
    return u"%1.run%2.out"_s.arg(m_job.outputs).arg(m_commands);
}

void HttpTask::startCommand(const ToolCall &call)
{
    const QString command = QJsonDocument::fromJson(call.arguments.toUtf8()).object()["command"_L1].toString();
    const Result<QString> folder = folderOf(m_job.order, {});
    if (command.trimmed().isEmpty() || command.contains(QChar(u'\0')) || !folder)
        return endCall({call.id, u"`command` must be a command, and the workspace be there."_s, true});
    ProcessOrder process;
    process.label = u"%1.run%2"_s.arg(m_job.order.label).arg(++m_commands);
    process.log = commandOutput();
    process.folder = *folder;
    process.arguments = {u"/bin/sh"_s, u"-c"_s, command};
    QMap<QString, QString> variables = baseEnvironment();
    variables.insert(m_job.order.environment);
    process.environment = environmentLines(variables);
    process.secrets = {m_job.key};
    if (const Result<void> started = m_processes.start(m_job.order.id, process); !started)
        return endCall({call.id, started.error().message, true});
    m_commandLabel = process.label;
    m_results.append({call.id});
    m_printed = 0;
    m_printedTooMuch = false;
    m_command.start(commandTime);
    m_pulse.start();
}

void HttpTask::onProcessEnded(const QString &label, const ProcessFate &fate)
{
    if (m_commandLabel.isEmpty() || label != m_commandLabel)
        return;
    const bool inTime = m_command.isActive();
    m_command.stop();
    m_commandLabel.clear();
    ToolResult result = m_results.takeLast();
    QFile output(commandOutput());
    QString text;
    if (output.open(QIODevice::ReadOnly)) {
        if (output.size() > mostOutput) {
            output.seek(output.size() - mostOutput);
            text = u"[the last %1 of %2 bytes]\n"_s.arg(mostOutput).arg(output.size());
        }
        text += plainText(QString::fromUtf8(output.read(mostOutput)));
    }
    const bool ended = fate.how == ProcessFate::How::Ended;
    const QString how = m_printedTooMuch ? u"[ended: it printed too much]"_s
                        : !inTime ? u"[ended: it took too long]"_s
                        : !ended ? u"[it could not be run]"_s
                        : fate.end.exited ? u"[exit status %1]"_s.arg(fate.end.code) : u"[ended by signal %1]"_s.arg(fate.end.code);
    result.failed = m_printedTooMuch || !inTime || !ended || !fate.end.exited || fate.end.code != 0;
    result.text = text + (text.isEmpty() || text.endsWith('\n'_L1) ? QString() : u"\n"_s) + how;
    endCall(result);
}

void HttpTask::endCall(const ToolResult &result)
{
    m_results.append(result);
    write(m_words.text({AgentEvent::Kind::Result, m_redactor.of(result.text), {}, result.failed}));
    nextCall();
}

void HttpTask::write(const QByteArray &text)
{
    m_log.write(m_redactor.pass(text));
}

/// Not all that comes in has words for its log; the log's time is where signs of life are looked for.
void HttpTask::showLife()
{
    ::futimens(m_log.handle(), nullptr);
}

/// It waits as it was asked to, or for a command.
void HttpTask::look()
{
    if (m_retry.isActive())
        return showLife();
    if (m_commandLabel.isEmpty())
        return m_pulse.stop();
    const qint64 printed = QFileInfo(commandOutput()).size();
    if (std::exchange(m_printed, printed) != printed)
        showLife();
    if (printed > mostPrinted && !std::exchange(m_printedTooMuch, true))
        m_processes.stop(m_commandLabel);
}

void HttpTask::writeEvents()
{
    for (const AgentEvent &event : m_reader->takeEvents())
        write(m_words.text(event));
}

void HttpTask::fail(const AgentFault &fault)
{
    const AgentFault told{fault.code, m_redactor.of(fault.message)};
    end({TaskEnd::How::Failed, told.code, told.message}, {.fault = told});
}

/// Told later: whoever asked us to stop is still at it.
void HttpTask::end(TaskEnd end, const AgentResult &result)
{
    if (std::exchange(m_isOver, true))
        return;
    AgentResult told = result;
    if (m_usage.total() > 0)
        told.usage = m_usage;
    write(m_words.ending(told, {}));
    m_log.write(m_redactor.rest());
    QTimer::singleShot(0, this, [this, end] { emit ended(end); });
}

} // namespace baton
