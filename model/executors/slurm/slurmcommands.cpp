// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/slurm/slurmcommands.h"

#include "model/executors/slurm/slurmaway.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTimer>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A controller that is away is noticed by the commands themselves after some ten seconds.
constexpr int patience = 60'000;
constexpr qsizetype mostOutput = 256 * 1024 * 1024;

QString numbers(const QList<qint64> &jobs, const QString &separator)
{
    QStringList texts;
    for (const qint64 job : jobs)
        texts += QString::number(job);
    return texts.join(separator);
}

} // namespace

SlurmCommands::SlurmCommands(QObject *parent) : SlurmTransport(parent) {}

SlurmCommands::~SlurmCommands()
{
    // Nobody waits for their answers any more. What they ask of the cluster they may still ask.
    const QList<QProcess *> running = findChildren<QProcess *>();
    for (QProcess *process : running) {
        process->disconnect();
        process->setParent(nullptr);
        connect(process, &QProcess::finished, process, &QObject::deleteLater);
    }
}

QString SlurmCommands::name() const
{
    return QStandardPaths::findExecutable(u"sbatch"_s);
}

void SlurmCommands::run(const QString &program, const QStringList &arguments, const Answer<QByteArray> &answer)
{
    auto *process = new QProcess(this);
    QProcessEnvironment environment;
    const QMap<QString, QString> ours = slurmEnvironment();
    for (auto variable = ours.cbegin(); variable != ours.cend(); ++variable)
        environment.insert(variable.key(), variable.value());
    // Words of the system in the language that is read here.
    environment.insert(u"LC_MESSAGES"_s, u"C"_s);
    process->setProcessEnvironment(environment);
    process->setStandardInputFile(QProcess::nullDevice());
    auto *timer = new QTimer(process);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, process, &QProcess::kill);
    connect(process, &QProcess::readyReadStandardOutput, process, [process] {
        if (process->bytesAvailable() > mostOutput)
            process->kill();
    });
    connect(process, &QProcess::errorOccurred, this, [process, program, answer](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        process->deleteLater();
        answer(Error{ErrorCode::NotFound, tr("%1 cannot be started: %2. Install Slurm's commands, or set SLURM_REST_URL.")
                                              .arg(program, process->errorString())});
    });
    connect(process, &QProcess::finished, this, [process, program, answer](int code, QProcess::ExitStatus status) {
        process->deleteLater();
        const QString said = QString::fromUtf8(process->readAllStandardError()).trimmed();
        if (status == QProcess::NormalExit && code == 0)
            return answer(process->readAllStandardOutput());
        if (status != QProcess::NormalExit)
            return answer(Error{ErrorCode::Failed, tr("%1 did not answer.").arg(program), said});
        const QString words = said.section('\n'_L1, -1).trimmed();
        answer(Error{isAwayMessage(said) ? ErrorCode::Failed : ErrorCode::Refused, words.isEmpty() ? tr("%1 ended with status %2.").arg(program).arg(code) : words, said});
    });
    process->start(program, arguments, QIODevice::ReadOnly);
    timer->start(patience);
}

QStringList sbatchArguments(const SlurmJob &job)
{
    QStringList arguments{u"--parsable"_s,
                          u"--job-name="_s + job.name,
                          u"--comment="_s + job.comment,
                          u"--output="_s + outputPattern(job.output),
                          u"--error="_s + outputPattern(job.output),
                          u"--chdir="_s + job.folder,
                          u"--nodes=1"_s,
                          u"--ntasks=1"_s,
                          job.requeue ? u"--requeue"_s : u"--no-requeue"_s};
    if (!job.needs.partition.isEmpty())
        arguments += u"--partition="_s + job.needs.partition;
    if (job.needs.cpus > 0)
        arguments += u"--cpus-per-task=%1"_s.arg(job.needs.cpus);
    if (job.needs.megabytes > 0)
        arguments += u"--mem=%1M"_s.arg(job.needs.megabytes);
    if (job.needs.minutes > 0)
        arguments += u"--time=%1"_s.arg(job.needs.minutes);
    if (!job.needs.features.isEmpty())
        arguments += u"--constraint="_s + job.needs.features.join('&'_L1);
    if (!job.after.isEmpty())
        arguments += u"--dependency=afterany:"_s + numbers(job.after, u":"_s);
    if (job.held)
        arguments += u"--hold"_s;
    return arguments += job.script;
}

void SlurmCommands::submit(const SlurmJob &job, const Answer<qint64> &answer)
{
    run(u"sbatch"_s, sbatchArguments(job), [answer](const Result<QByteArray> &output) {
        if (!output)
            return answer(output.error());
        // `17`, or `17;cluster`.
        const qint64 id = output->trimmed().split(';').constFirst().toLongLong();
        if (id <= 0)
            return answer(Error{ErrorCode::Failed, tr("sbatch did not say which job it made."), QString::fromUtf8(output->left(200))});
        answer(id);
    });
}

QList<SlurmJobState> readSqueue(const QByteArray &output)
{
    QList<SlurmJobState> jobs;
    const QList<QByteArray> lines = output.split('\n');
    for (const QByteArray &line : lines) {
        const QString text = QString::fromUtf8(line);
        const QStringList fields = text.split('|'_L1);
        if (fields.size() < 8)
            continue;
        SlurmJobState job;
        job.id = fields.at(0).trimmed().toLongLong();
        job.state = fields.at(1).trimmed();
        job.status = fields.at(2).trimmed().toInt();
        job.reason = fields.at(3).trimmed();
        job.node = fields.at(4).trimmed();
        job.restarts = fields.at(5).trimmed().toInt();
        job.partition = fields.at(6).trimmed();
        job.comment = fields.mid(7).join('|'_L1).trimmed();
        if (job.comment.endsWith('|'_L1))
            job.comment.chop(1);
        if (job.id > 0 && !job.state.isEmpty())
            jobs.append(job);
    }
    return jobs;
}

void SlurmCommands::ask(const Answer<QList<SlurmJobState>> &answer)
{
    // What may hold a `|` stands last.
    run(u"squeue"_s, {u"-h"_s, u"-t"_s, u"all"_s, u"-u"_s, QString::number(::geteuid()), u"-O"_s,
                      u"JobID:|,State:|,exit_code:|,Reason:|,NodeList:|,RestartCnt:|,Partition:|,Comment:|"_s},
        [answer](const Result<QByteArray> &output) {
            if (!output)
                return answer(Error{ErrorCode::Failed, output.error().message, output.error().detail});
            answer(readSqueue(*output));
        });
}

void SlurmCommands::cancel(const QList<qint64> &jobs, const Answer<void> &answer)
{
    run(u"scancel"_s, QStringList{u"--quiet"_s} + numbers(jobs, u" "_s).split(' '_L1), [answer](const Result<QByteArray> &output) {
        // Of jobs that are gone it says that they are none.
        if (!output && output.error().code != ErrorCode::Refused)
            return answer(output.error());
        answer({});
    });
}

void SlurmCommands::release(const QList<qint64> &jobs, const Answer<void> &answer)
{
    run(u"scontrol"_s, {u"release"_s, numbers(jobs, u","_s)}, [answer](const Result<QByteArray> &output) {
        if (!output)
            return answer(output.error());
        answer({});
    });
}

QList<SlurmPartition> readSinfo(const QByteArray &output)
{
    QMap<QString, SlurmPartition> partitions;
    const QList<QByteArray> lines = output.split('\n');
    for (const QByteArray &line : lines) {
        const QStringList fields = QString::fromUtf8(line).trimmed().split('|'_L1);
        if (fields.size() < 5 || fields.first().isEmpty())
            continue;
        SlurmPartition &partition = partitions[fields.at(0)];
        partition.name = fields.at(0);
        const auto number = [&](int field) { return QString(fields.at(field)).remove('+'_L1).toLongLong(); };
        partition.cpus = qMax(partition.cpus, number(1));
        partition.megabytes = qMax(partition.megabytes, number(2));
        partition.nodes += int(number(4));
        for (const QString &feature : fields.at(3).split(','_L1)) {
            if (!feature.isEmpty() && feature != "(null)"_L1 && !partition.features.contains(feature))
                partition.features.append(feature);
        }
    }
    return partitions.values();
}

void SlurmCommands::look(const Answer<QList<SlurmPartition>> &answer)
{
    run(u"sinfo"_s, {u"-h"_s, u"-o"_s, u"%R|%c|%m|%f|%D"_s}, [answer](const Result<QByteArray> &output) {
        if (!output)
            return answer(Error{ErrorCode::Failed, output.error().message, output.error().detail});
        answer(readSinfo(*output));
    });
}

} // namespace baton
