// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agentexecutor.h"

#include "model/executors/modelsettings.h"
#include "model/executors/shellexecutor.h"
#include "model/executors/agent/agentfault.h"

#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTimer>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Nobody reads more of one attempt, and a disk is not endless.
constexpr qint64 mostOutput = 1024LL * 1024 * 1024;
/// A persona stands in arguments, too, which may be 128 KiB long.
constexpr qsizetype longestPersona = 32 * 1024;
/// How a task of any kind says that it cannot go on; agents that Baton knows have other words for it.
constexpr int blockedStatus = 75;

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return !path.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a task said last, which is short.
QString lastLineOf(const QString &path)
{
    constexpr qint64 longest = 2000;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(qMax<qint64>(0, file.size() - longest));
    return plainText(QString::fromUtf8(file.read(longest))).trimmed().section('\n'_L1, -1).trimmed();
}

/// Of what is handed down to a CLI. Names of models and folders are none: nobody could read its log without them.
QList<QByteArray> secretsAmong(const AgentCli &cli, const QMap<QString, QString> &variables)
{
    QList<QByteArray> secrets;
    for (const QString &name : cli.keys()) {
        const QString value = variables.value(name);
        const QUrl url(value);
        const bool isAddress = name.endsWith("_URL"_L1);
        if (name.endsWith("_KEY"_L1) || name.endsWith("_TOKEN"_L1) || (isAddress && (!url.userInfo().isEmpty() || url.hasQuery())))
            secrets += value.toLocal8Bit();
    }
    return secrets;
}

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::Unreadable, AgentExecutor::tr("%1 could not be written: %2.").arg(path, file.errorString())};
    return {};
}

} // namespace

QString agentModel(const PlanTask &task, const QJsonObject &settings)
{
    const AgentCli *cli = agentCli(task.executor.options["cli"_L1].toString());
    const QString ofExecutor = task.executor.options["model"_L1].toString();
    const QString model = task.task->model.isEmpty() && !ofExecutor.isEmpty() ? ofExecutor : task.model;
    if (!isModelTier(model) || !cli)
        return model;
    const QString chosen = tierOfAgent(cli->id(), model, settings);
    return chosen.isEmpty() && cli->knowsTiers() ? model : chosen;
}

QString agentProgram(const QString &program, const QString &workspace)
{
    if (!program.contains('/'_L1))
        return QStandardPaths::findExecutable(program);
    const QFileInfo file(QDir(workspace).absoluteFilePath(program));
    return file.isFile() && file.isExecutable() ? file.absoluteFilePath() : QString();
}

QMap<QString, QString> agentEnvironment(const AgentCli &cli, const AgentCall &call)
{
    static const QStringList network{u"HTTP_PROXY"_s, u"HTTPS_PROXY"_s, u"ALL_PROXY"_s, u"NO_PROXY"_s,
                                     u"http_proxy"_s, u"https_proxy"_s, u"all_proxy"_s, u"no_proxy"_s,
                                     u"NODE_EXTRA_CA_CERTS"_s, u"SSL_CERT_FILE"_s, u"SSL_CERT_DIR"_s};
    QMap<QString, QString> variables = baseEnvironment();
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    for (const QString &name : network + cli.keys()) {
        if (ours.contains(name))
            variables.insert(name, ours.value(name));
    }
    variables.insert(call.environment);
    return variables;
}

AgentExecutor::AgentExecutor(const RunFolder &folder, RunProcesses &processes, QObject *parent)
    : TaskExecutor(parent)
    , m_folder(folder)
    , m_processes(processes)
{
    m_pool.setMaxThreadCount(2);
    QDir().mkpath(folder.agentsPath());
    m_watch.add(folder.agentsPath());
    connect(&m_watch, &FolderWatch::changed, this, &AgentExecutor::onFileChanged);
    connect(&processes, &RunProcesses::started, this, &AgentExecutor::onStarted);
    connect(&processes, &RunProcesses::ended, this, &AgentExecutor::onEnded);
}

AgentExecutor::~AgentExecutor()
{
    m_pool.waitForDone();
}

QString AgentExecutor::file(const QString &label, const QString &what) const
{
    return m_folder.agentsPath() + '/'_L1 + label + '.'_L1 + what;
}

AgentJob AgentExecutor::jobFor(const TaskOrder &order, const QJsonObject &settings) const
{
    const PlanTask &task = order.task;
    AgentJob job;
    job.options = task.executor.options;
    job.workspace = order.workspace;
    job.title = task.task->displayTitle();
    job.files = m_folder.agentsPath() + '/'_L1 + order.label;
    job.rights = AgentRights::of(order.tools);
    job.persona = order.instructions.trimmed().left(longestPersona);
    job.model = agentModel(task, settings);
    job.prompt = contentsOf(order.environment.value(u"BATON_PROMPT_FILE"_s));
    return job;
}

/// Writes what the CLI needs to find, and says how it is started.
Result<ProcessOrder> AgentExecutor::prepare(const TaskOrder &order, const AgentCli &cli, const AgentJob &job) const
{
    const Result<AgentCall> call = cli.call(job);
    if (!call)
        return call.error();
    const Result<QString> folder = folderOf(order, {});
    if (!folder)
        return folder.error();
    ProcessOrder process;
    process.label = order.label;
    process.log = file(order.label, u"out"_s);
    process.errors = file(order.label, u"err"_s);
    process.folder = *folder;
    process.arguments = call->arguments;
    QList<QPair<QString, QByteArray>> files = call->files;
    files.append({file(order.label, u"log-start"_s), QByteArray::number(QFileInfo(order.log).size())});
    if (call->promptOnInput) {
        process.input = file(order.label, u"prompt"_s);
        files.append({process.input, job.prompt});
    }
    for (const auto &[path, bytes] : files) {
        if (const Result<void> written = writeFile(path, bytes); !written)
            return written.error();
    }
    QMap<QString, QString> variables = agentEnvironment(cli, *call);
    variables.insert(order.environment);
    process.environment = environmentLines(variables);
    process.secrets = secretsAmong(cli, variables);
    return process;
}

void AgentExecutor::start(const TaskOrder &order)
{
    const QString name = order.task.executor.options["cli"_L1].toString();
    const AgentCli *cli = agentCli(name);
    if (!cli)
        return failLater(order.id, u"not-started"_s, tr("“%1” names no agent that Baton knows (%2). Correct `cli`.").arg(order.id, name));
    const Result<QJsonObject> settings = readModelSettings();
    if (!settings)
        return failLater(order.id, u"not-started"_s, settings.error().message);
    const AgentJob job = jobFor(order, *settings);
    const Result<ProcessOrder> process = prepare(order, *cli, job);
    if (!process)
        return failLater(order.id, u"not-started"_s, process.error().message);
    if (agentProgram(process->arguments.first(), order.workspace).isEmpty()) {
        const AgentFault fault = missingProgram(*cli, job.options["binary"_L1].toString());
        return failLater(order.id, fault.code, fault.message);
    }
    if (const Result<void> started = m_processes.start(order.id, *process); !started)
        return failLater(order.id, u"not-started"_s, started.error().message);
    follow(order, *cli, *cli->call(job), QFileInfo(order.log).size());
    m_running[order.label].model = job.model;
    m_running[order.label].settings = *settings;
}

bool AgentExecutor::adopt(const TaskOrder &order)
{
    const AgentCli *cli = agentCli(order.task.executor.options["cli"_L1].toString());
    const Result<QJsonObject> settings = readModelSettings();
    const AgentJob job = jobFor(order, settings ? *settings : QJsonObject());
    const Result<AgentCall> call = cli ? cli->call(job) : Error{};
    if (!call || !m_processes.adopt(order.id, order.label))
        return false;
    follow(order, *cli, *call, contentsOf(file(order.label, u"log-start"_s)).toLongLong());
    m_running[order.label].model = job.model;
    m_running[order.label].settings = settings ? *settings : QJsonObject();
    readOn(order.label);
    return true;
}

bool AgentExecutor::hasEnded(const QString &id) const
{
    return m_processes.hasEnded(m_labels.value(id));
}

QList<QByteArray> AgentExecutor::secretsOf(const QString &id) const
{
    return m_running.value(m_labels.value(id)).secrets;
}

void AgentExecutor::follow(const TaskOrder &order, const AgentCli &cli, const AgentCall &call, qint64 logStart)
{
    const AgentOutput::Paths paths{file(order.label, u"out"_s), file(order.label, u"err"_s), order.log, logStart};
    Running running;
    running.id = order.id;
    running.cli = &cli;
    running.secrets = secretsAmong(cli, agentEnvironment(cli, call));
    running.output = std::make_shared<AgentOutput>(paths, cli.reader(call.arguments, order.task.executor.options), running.secrets);
    m_running.insert(order.label, running);
    m_labels.insert(order.id, order.label);
}

void AgentExecutor::stop(const QString &id)
{
    const auto running = m_running.find(m_labels.value(id));
    if (running == m_running.end())
        return;
    running->stopping = true;
    m_processes.stop(running.key(), stopSteps);
}

void AgentExecutor::onStarted(const QString &label, qint64 pid)
{
    if (const auto running = m_running.constFind(label); running != m_running.constEnd())
        emit active(running->id, {{u"pid"_s, pid}});
}

void AgentExecutor::onFileChanged(const QString &path)
{
    // What it prints on stderr is no event, but a sign of life: reading on says so in the log's time.
    if (path.endsWith(".out"_L1) || path.endsWith(".err"_L1))
        readOn(QFileInfo(path).fileName().chopped(4));
}

/// One thread at a time reads on; it comes back here for what was written meanwhile, and to conclude.
void AgentExecutor::readOn(const QString &label)
{
    const auto running = m_running.find(label);
    if (running == m_running.end())
        return;
    running->hasMore = true;
    if (running->reading)
        return;
    running->reading = true;
    running->hasMore = false;
    const std::shared_ptr<AgentOutput> output = running->output;
    if (!running->fate) {
        m_pool.start([this, label, output] {
            const bool hasMore = output->readOn();
            QMetaObject::invokeMethod(this, [this, label, hasMore] { onRead(label, hasMore); }, Qt::QueuedConnection);
        });
        return;
    }
    const ProcessEnd end = running->fate->end;
    const AgentExit exit = running->dismissed && !running->stopping ? AgentExit{} : AgentExit{end.exited, end.code, {}};
    m_pool.start([this, label, output, exit] {
        const AgentResult result = output->finish(exit);
        QMetaObject::invokeMethod(this, [this, label, result] { onFinished(label, result); }, Qt::QueuedConnection);
    });
}

void AgentExecutor::onRead(const QString &label, bool hasMore)
{
    const auto running = m_running.find(label);
    if (running == m_running.end())
        return;
    running->reading = false;
    if (running->output->bytesRead() > mostOutput && !running->tooMuch) {
        running->tooMuch = true;
        m_processes.stop(label, stopSteps);
    }
    if (hasMore || running->hasMore || running->fate)
        return readOn(label);
    if (running->output->hasClosedWell())
        QTimer::singleShot(grace, this, [this, label, bytes = running->output->bytesRead()] { dismiss(label, bytes); });
}

/// What hangs at its end is not waited for, and has not failed.
void AgentExecutor::dismiss(const QString &label, qint64 bytesRead)
{
    const auto running = m_running.find(label);
    if (running == m_running.end() || running->fate || running->stopping || running->reading || running->dismissed || running->output->bytesRead() != bytesRead)
        return;
    running->dismissed = true;
    m_processes.stop(label, stopSteps);
}

void AgentExecutor::onEnded(const QString &label, const ProcessFate &fate)
{
    const auto running = m_running.find(label);
    if (running == m_running.end())
        return;
    running->fate = fate;
    readOn(label);
}

void AgentExecutor::onFinished(const QString &label, const AgentResult &result)
{
    const auto found = m_running.constFind(label);
    if (found == m_running.constEnd())
        return;
    const Running running = *found;
    m_running.erase(found);
    m_labels.remove(running.id);
    TaskEnd end;
    if (const std::optional<TaskEnd> common = commonEnd(running.id, running.stopping, *running.fate)) {
        end = *common;
    } else if (running.cli->id() == "custom"_L1 && running.fate->end.exited && running.fate->end.code == blockedStatus) {
        const QString words = lastLineOf(file(label, u"err"_s));
        end = {TaskEnd::How::Blocked, words.isEmpty() ? tr("It did not say why.") : words};
    } else if (running.tooMuch || result.fault) {
        const AgentFault fault = running.tooMuch ? faultWithCode(*running.cli, u"too-much-output"_s, {}) : *result.fault;
        end = {TaskEnd::How::Failed, fault.code, fault.message};
    } else {
        end.answer = result.answer;
    }
    if (result.usage && result.usage->total() > 0) {
        QJsonObject usage = result.usage->toJson();
        addCost(usage, running.model, running.settings);
        end.reports.append({EventType::WorkerUsage, usage});
    }
    emit ended(running.id, end);
}

} // namespace baton
