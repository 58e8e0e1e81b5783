// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agent/agentprobe.h"

#include "model/executors/agent/agentfault.h"
#include "model/executors/agent/agentoutput.h"
#include "model/executors/agentexecutor.h"
#include "model/run/leftbehind.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QVersionNumber>

#include <csignal>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qint64 mostVersionText = 4096;
constexpr int pollMilliseconds = 50;
constexpr int graceMilliseconds = 3000;
/// Found by killProcessesOf().
constexpr auto trialTask = "try";

QProcessEnvironment environmentFor(const AgentCli &cli, const AgentCall &call, const QString &folder)
{
    QProcessEnvironment environment;
    const QMap<QString, QString> variables = agentEnvironment(cli, call);
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        environment.insert(variable.key(), variable.value());
    environment.insert(u"BATON_RUN_DIR"_s, folder);
    environment.insert(u"BATON_TASK"_s, QString::fromLatin1(trialTask));
    return environment;
}

void ownGroup(QProcess &process)
{
    process.setChildProcessModifier([] { ::setpgid(0, 0); });
}

void endGroup(QProcess &process)
{
    for (const int signal : {SIGINT, SIGTERM, SIGKILL}) {
        if (process.state() == QProcess::NotRunning)
            return;
        ::kill(-pid_t(process.processId()), signal);
        process.waitForFinished(graceMilliseconds);
    }
}

QString versionIn(const QByteArray &text)
{
    static const QRegularExpression version(uR"(\d+\.\d+(?:\.\d+)*)"_s);
    return version.match(QString::fromUtf8(text.left(mostVersionText))).captured(0);
}

bool writeAll(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

QList<InstalledAgent> findAgents(const std::atomic_bool &cancelled, int milliseconds)
{
    const QTemporaryDir folder; // whatever they look for in their folder is not there
    QElapsedTimer clock;
    clock.start();
    QList<InstalledAgent> agents;
    std::vector<std::unique_ptr<QProcess>> processes;
    for (const AgentCli *cli : agentClis()) {
        InstalledAgent agent{cli, QStandardPaths::findExecutable(cli->id())};
        auto process = std::make_unique<QProcess>();
        if (!agent.program.isEmpty()) {
            ownGroup(*process);
            process->setWorkingDirectory(folder.path());
            process->setProcessEnvironment(environmentFor(*cli, {}, folder.path()));
            process->setStandardInputFile(QProcess::nullDevice());
            process->start(agent.program, {u"--version"_s});
        }
        agents += agent;
        processes.push_back(std::move(process));
    }
    for (size_t i = 0; i < processes.size(); ++i) {
        QProcess &process = *processes[i];
        if (agents[qsizetype(i)].program.isEmpty())
            continue;
        while (process.state() != QProcess::NotRunning && !process.waitForFinished(pollMilliseconds)) {
            if (cancelled || clock.elapsed() > milliseconds)
                break;
        }
        InstalledAgent &agent = agents[qsizetype(i)];
        if (process.state() == QProcess::NotRunning)
            agent.version = versionIn(process.readAllStandardOutput());
        endGroup(process);
        agent.isOld = !agent.version.isEmpty() &&
                      QVersionNumber::fromString(agent.version) < QVersionNumber::fromString(agent.cli->knownVersion());
    }
    killProcessesOf(folder.path(), QString::fromLatin1(trialTask));
    return agents;
}

AgentTrial tryAgent(const AgentCli &cli, const QString &program, int milliseconds, const std::atomic_bool &cancelled)
{
    QElapsedTimer clock;
    clock.start();
    AgentTrial trial;
    QTemporaryDir folder;
    QTemporaryDir files; // what it works in stays empty
    AgentJob job;
    job.workspace = folder.path();
    job.files = files.filePath(u"try"_s);
    job.title = u"Try it"_s;
    job.prompt = "Answer with the one word: ready\n";
    job.options = {{u"binary"_s, program}};
    const Result<AgentCall> call = cli.call(job);
    bool isWritten = call && folder.isValid() && files.isValid() && writeAll(job.file(u"prompt"_s), job.prompt);
    for (qsizetype i = 0; isWritten && i < call->files.size(); ++i)
        isWritten = writeAll(call->files.at(i).first, call->files.at(i).second);
    if (!isWritten) {
        trial.result.fault = faultWithCode(cli, u"agent-error"_s, call ? folder.errorString() : call.error().message);
        return trial;
    }
    QProcess process;
    ownGroup(process);
    process.setWorkingDirectory(folder.path());
    process.setProcessEnvironment(environmentFor(cli, *call, folder.path()));
    process.setStandardInputFile(job.file(u"prompt"_s));
    process.setStandardOutputFile(job.file(u"out"_s));
    process.setStandardErrorFile(job.file(u"err"_s));
    process.start(call->arguments.first(), call->arguments.mid(1));
    if (!process.waitForStarted()) {
        trial.result.fault = faultWithCode(cli, u"not-installed"_s, {});
        return trial;
    }
    while (process.state() != QProcess::NotRunning && !process.waitForFinished(pollMilliseconds)) {
        if (cancelled || clock.elapsed() > milliseconds)
            break;
    }
    const bool isOverdue = process.state() != QProcess::NotRunning;
    endGroup(process);
    killProcessesOf(folder.path(), QString::fromLatin1(trialTask));
    const bool exited = process.exitStatus() == QProcess::NormalExit;
    AgentOutput output({job.file(u"out"_s), job.file(u"err"_s), job.file(u"log"_s), 0}, cli.reader(call->arguments, {}));
    trial.result = output.finish({exited, exited ? process.exitCode() : int(SIGKILL), {}});
    if (isOverdue)
        trial.result.fault = faultWithCode(cli, u"no-reply"_s, {});
    trial.milliseconds = clock.elapsed();
    return trial;
}

} // namespace baton
