// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/model/executors/slurmcluster.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>

#include <csignal>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton::test {

namespace {

QByteArray outputOf(const QString &program, const QStringList &arguments, bool *good = nullptr)
{
    QProcess process;
    process.start(program, arguments);
    const bool ended = process.waitForFinished(300'000);
    if (good)
        *good = ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return process.readAllStandardOutput() + process.readAllStandardError();
}

} // namespace

QString SlurmCluster::script(const QString &name)
{
    return qEnvironmentVariable("BATON_SHARED") + u"/slurm/"_s + name;
}

QString SlurmCluster::up()
{
    if (!QFileInfo(script(u"cluster-up"_s)).isExecutable())
        return u"No Slurm cluster can be had: %1 is not there"_s.arg(script(u"cluster-up"_s));
    QTemporaryDir dir;
    dir.setAutoRemove(false);
    m_dir = dir.path();
    // In a session of its own, so that whatever ends the test does not end the guard too.
    m_guard.setStandardOutputFile(QProcess::nullDevice());
    m_guard.setStandardErrorFile(QProcess::nullDevice());
    m_guard.start(u"setsid"_s, {u"sh"_s, u"-c"_s, u"read nothing; \"$1\" --purge \"$2/cluster\"; rm -rf \"$2\""_s, u"guard"_s, script(u"cluster-down"_s), m_dir});
    if (!m_guard.waitForStarted())
        return u"No Slurm cluster can be had: nothing would take it down"_s;
    QProcess process;
    process.start(script(u"cluster-up"_s), {this->dir()});
    if (!process.waitForFinished(300'000) || process.exitCode() != 0)
        return u"No Slurm cluster can be had: %1"_s.arg(QString::fromUtf8(process.readAllStandardError().trimmed().split('\n').last()));
    const QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype equals = line.indexOf('=');
        if (line.startsWith("export ") && equals > 0)
            qputenv(line.sliced(7, equals - 7).constData(), line.sliced(equals + 1));
    }
    return {};
}

SlurmCluster::~SlurmCluster()
{
    if (m_guard.state() == QProcess::NotRunning)
        return;
    m_guard.closeWriteChannel();
    m_guard.waitForFinished(60'000);
}

bool SlurmCluster::node(const QString &what, const QString &name) const
{
    bool good = false;
    const QByteArray said = outputOf(script(u"cluster-node"_s), {dir(), what, name}, &good);
    if (!good)
        qWarning("%s", said.constData());
    return good;
}

QStringList SlurmCluster::jobs(const QString &folder) const
{
    const QByteArray said = outputOf(u"squeue"_s, {u"-h"_s, u"-t"_s, u"all"_s, u"-O"_s, u"JobID:|,State:|,Comment:|,WorkDir:|"_s});
    QStringList jobs = QString::fromUtf8(said).split('\n'_L1, Qt::SkipEmptyParts);
    jobs.removeIf([&](const QString &job) { return !job.section('|'_L1, 3, 3).startsWith(folder); });
    return jobs;
}

FakeSlurm::FakeSlurm() : m_path(qgetenv("PATH"))
{
    const QByteArray head = "#!/bin/sh\nexport PATH=" + m_path + "\ndir='" + m_dir.path().toUtf8() + "'\n"
                            "[ -e \"$dir/down\" ] && { echo \"${0##*/}: error: Unable to contact slurm controller (connect failure)\" >&2; exit 1; }\n";
    write(u"sbatch"_s, head + "n=$(($(cat \"$dir/last\" 2>/dev/null || echo 0) + 1))\n"
                              "[ -e \"$dir/refuse\" ] && { cat \"$dir/refuse\" >&2; exit 1; }\n"
                              "for a; do case $a in --comment=*) echo \"${a#--comment=}\" > \"$dir/$n.comment\" ;; esac; s=$a; done\n"
                              "cp \"$s\" \"$dir/$n.sh\"\n"
                              "echo 'PENDING|0|Resources' > \"$dir/$n.state\"\n"
                              "echo \"$n\" > \"$dir/last\"\n"
                              "[ -e \"$dir/deaf\" ] && { echo 'sbatch: error: Socket timed out on send/recv operation' >&2; exit 1; }\n"
                              "echo \"$n\"\n");
    write(u"squeue"_s, head + "for f in \"$dir\"/*.state; do [ -e \"$f\" ] || continue; n=${f##*/}; n=${n%.state}; IFS='|' read -r s c r < \"$f\"\n"
                              "echo \"$n|$s|$c|$r|node1|0|main|$(cat \"$dir/$n.comment\")|\"; done\n");
    write(u"scancel"_s, head + "for n; do [ -e \"$dir/$n.state\" ] && { echo 'CANCELLED|15|None' > \"$dir/$n.state\"; touch \"$dir/$n.cancelled\"; }; done; exit 0\n");
    write(u"scontrol"_s, head + "[ \"$1\" = release ] && echo \"$2\" >> \"$dir/released\"; exit 0\n");
    for (const auto &name : {u"sbatch"_s, u"squeue"_s, u"scancel"_s, u"scontrol"_s})
        QFile::setPermissions(m_dir.filePath(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("PATH", m_dir.path().toUtf8() + ':' + m_path);
}

FakeSlurm::~FakeSlurm()
{
    for (const auto &[job, process] : m_running)
        kill(job);
    qputenv("PATH", m_path);
}

void FakeSlurm::write(const QString &name, const QByteArray &text) const
{
    // Renamed into place: squeue reads all of it or none.
    QFile file(m_dir.filePath(name + u".new"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    file.close();
    ::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(m_dir.filePath(name)).constData());
}

QByteArray FakeSlurm::read(const QString &name) const
{
    QFile file(m_dir.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void FakeSlurm::set(const QString &name, const QString &text) const
{
    write(name, text.toUtf8());
}

void FakeSlurm::clear(const QString &name) const
{
    QFile::remove(m_dir.filePath(name));
}

int FakeSlurm::submitted() const
{
    return read(u"last"_s).trimmed().toInt();
}

QString FakeSlurm::script(int job) const
{
    return QString::fromUtf8(read(u"%1.sh"_s.arg(job)));
}

QString FakeSlurm::comment(int job) const
{
    return QString::fromUtf8(read(u"%1.comment"_s.arg(job))).trimmed();
}

void FakeSlurm::become(int job, const QString &state, const QString &reason, int status) const
{
    write(u"%1.state"_s.arg(job), u"%1|%2|%3\n"_s.arg(state).arg(status).arg(reason).toUtf8());
}

void FakeSlurm::forget(int job) const
{
    QFile::remove(m_dir.filePath(u"%1.state"_s.arg(job)));
}

bool FakeSlurm::isCancelled(int job) const
{
    return QFile::exists(m_dir.filePath(u"%1.cancelled"_s.arg(job)));
}

void FakeSlurm::run(int job)
{
    become(job, u"RUNNING"_s);
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SLURM_JOB_ID"_s, QString::number(job));
    environment.insert(u"SLURMD_NODENAME"_s, u"node1"_s);
    process->setProcessEnvironment(environment);
    process->setChildProcessModifier([] { ::setsid(); });
    process->start(u"/bin/sh"_s, {m_dir.filePath(u"%1.sh"_s.arg(job))});
    process->waitForStarted();
    m_running[job] = std::move(process);
}

void FakeSlurm::kill(int job)
{
    const auto running = m_running.find(job);
    if (running == m_running.end() || running->second->state() == QProcess::NotRunning)
        return;
    ::kill(-pid_t(running->second->processId()), SIGKILL);
    running->second->waitForFinished();
}

QByteArray standardWorkflow(const QByteArray &executor)
{
    QFile file(QStringLiteral(BATON_SOURCE_DIR "/resources/templates/standard-orchestration.baton.yaml"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray text;
    const QList<QByteArray> lines = file.readAll().split('\n');
    QByteArray id;
    QList<QByteArray> files;
    bool judges = false;
    bool inTasks = false;
    const auto close = [&] {
        if (id.isEmpty())
            return;
        QByteArray command = "echo $BATON_ATTEMPT $SLURMD_NODENAME >> where." + id + "; ";
        if (id == "feature-x")
            command += "[ $BATON_ATTEMPT = 2 ] || sleep 600; ";
        for (const QByteArray &path : std::as_const(files))
            command += "mkdir -p $(dirname " + path + "); echo " + id + " > " + path + "; ";
        if (judges)
            command += "echo ''{\"verdict\": \"approved\", \"issues\": []}'' > $BATON_RESULT; ";
        text += "    executor: {type: " + executor + ", command: '" + command + "'}\n";
        id.clear();
        files.clear();
        judges = false;
    };
    for (const QByteArray &line : lines) {
        const QByteArray words = line.trimmed();
        inTasks = line == "tasks:" || (inTasks && line != "gates:");
        if (!inTasks || words.startsWith("- id:"))
            close();
        if (inTasks && words.startsWith("- id:"))
            id = words.sliced(5).trimmed();
        if (inTasks && (words.startsWith("deliverables:") || words.startsWith("evidence:"))) {
            for (const QByteArray &path : words.sliced(words.indexOf('[') + 1).chopped(1).split(','))
                files += path.trimmed().endsWith('/') ? path.trimmed() + "made" : path.trimmed();
        }
        judges = judges || words == "verdict: true";
        text += line + '\n';
    }
    return text;
}

} // namespace baton::test
