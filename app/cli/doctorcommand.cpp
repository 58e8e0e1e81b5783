// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/checking.h"
#include "app/cli/commands.h"
#include "app/cli/designer.h"
#include "model/executors/agent/agentprobe.h"
#include "model/executors/slurm/slurmdoctor.h"
#include "model/run/supervisorclient.h"
#include "model/run/trust.h"

#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A program that Baton or a workflow may want, and what for.
struct Tool
{
    QString program;
    QString purpose;
};

QList<Tool> tools()
{
    return {{u"sh"_s, Cli::tr("shell tasks")},
            {u"git"_s, Cli::tr("workspaces in worktrees, and the sample")}};
}

QString found(const QString &program)
{
    return QStandardPaths::findExecutable(program);
}

void say(Console &console, bool isThere, const QString &what, const QString &detail)
{
    console.out() << u"  %1 %2 %3\n"_s.arg(isThere ? u"+"_s : u"-"_s).arg(what, -16).arg(detail);
}

QString aboutAgent(const InstalledAgent &agent)
{
    if (agent.program.isEmpty())
        return Cli::tr("not installed (npm has it as %1)").arg(agent.cli->package());
    if (agent.version.isEmpty())
        return Cli::tr("%1, which did not say its version in time").arg(agent.program);
    return agent.isOld ? Cli::tr("%1 in %2; older than %3, which Baton knows").arg(agent.version, agent.program, agent.cli->knownVersion())
                       : Cli::tr("%1 in %2").arg(agent.version, agent.program);
}

void sayInstalled(Console &console)
{
    console.out() << Cli::tr("Baton %1").arg(QCoreApplication::applicationVersion()) << "\n";
    const QString designer = designerExecutable();
    say(console, !designer.isEmpty(), u"baton-designer"_s, designer.isEmpty() ? Cli::tr("missing: no pictures can be drawn") : designer);
    const QString supervisor = SupervisorClient::executable();
    say(console, !supervisor.isEmpty(), u"supervisor"_s, supervisor.isEmpty() ? Cli::tr("missing: no commands can be run") : supervisor);
    for (const Tool &tool : tools()) {
        const QString path = found(tool.program);
        say(console, !path.isEmpty(), tool.program, path.isEmpty() ? Cli::tr("not installed (%1)").arg(tool.purpose) : path);
    }
    console.out() << Cli::tr("Agents:") << "\n";
    for (const InstalledAgent &agent : findAgents(false))
        say(console, !agent.program.isEmpty(), agent.cli->id(), aboutAgent(agent));
    console.out() << Cli::tr("Clusters:") << "\n";
    const QList<ClusterReport> clusters = findClusters();
    for (const ClusterReport &cluster : clusters)
        say(console, cluster.answers(), u"slurm"_s, u"%1: %2"_s.arg(cluster.name, cluster.sentence()));
    if (clusters.isEmpty())
        say(console, false, u"slurm"_s, Cli::tr("none: sbatch is not installed, and SLURM_REST_URL names no slurmrestd"));
    console.out() << Cli::tr("Trusted folders:") << "\n";
    for (const QString &folder : trustedFolders())
        console.out() << u"  %1\n"_s.arg(folder);
}

/// The programs that the executors of a plan start by name.
QSet<QString> programsOf(const Contents &contents)
{
    QHash<QString, Executor> ofPersona;
    for (const auto &slot : contents.personas)
        ofPersona.insert(slot.node->id, slot.node->executor);
    QSet<QString> programs;
    for (const auto &slot : contents.tasks) {
        const Executor executor = slot.node->executor.type.isEmpty() ? ofPersona.value(slot.node->persona()) : slot.node->executor;
        if (executor.type == "shell"_L1)
            programs.insert(u"sh"_s);
        else if (executor.type == "agent"_L1)
            programs.insert(executor.options.value("binary"_L1).toString(executor.options.value("cli"_L1).toString()));
    }
    programs.remove(QString());
    if (contents.info.workspace == WorkspaceMode::Worktree)
        programs.insert(u"git"_s);
    return programs;
}

/// Says whether the cluster that a workflow wants is there and has what it asks for.
bool sayCluster(const Contents &contents, Console &console)
{
    const QList<ClusterReport> clusters = findClusters();
    const auto there = std::find_if(clusters.cbegin(), clusters.cend(), [](const ClusterReport &cluster) { return cluster.answers(); });
    for (const ClusterReport &cluster : clusters)
        say(console, cluster.answers(), u"slurm"_s, u"%1: %2"_s.arg(cluster.name, cluster.sentence()));
    if (clusters.isEmpty())
        say(console, false, u"slurm"_s, Cli::tr("none: sbatch is not installed, and SLURM_REST_URL names no slurmrestd"));
    if (there == clusters.cend())
        return false;
    const QStringList unmet = unmetNeeds(contents, there->partitions);
    for (const QString &sentence : unmet)
        say(console, false, u"slurm"_s, sentence);
    return unmet.isEmpty();
}

/// Says what a workflow would need to run here. Returns whether it is all there.
bool sayNeeds(const CheckedFile &checked, Console &console)
{
    const Contents &contents = checked.loaded.contents;
    bool isReady = true;
    console.out() << checked.file << "\n";
    const int errors = checked.count(Severity::Error);
    say(console, errors == 0, Cli::tr("plan"), errors == 0 ? Cli::tr("no errors") : Cli::tr("errors: %1; see `baton validate`").arg(errors));
    isReady = isReady && errors == 0;
    for (const QString &program : programsOf(contents)) {
        const QString path = found(program);
        say(console, !path.isEmpty(), program, path.isEmpty() ? Cli::tr("needed, but not installed") : path);
        isReady = isReady && !path.isEmpty();
    }
    if (usesCluster(contents))
        isReady = sayCluster(contents, console) && isReady;
    const qsizetype commands = commandsOf(contents, checked.file).size();
    if (commands > 0) {
        const bool trusted = isTrusted(QFileInfo(checked.file).absolutePath());
        say(console, trusted, Cli::tr("trust"), trusted ? Cli::tr("its commands may run")
                                                        : Cli::tr("its commands (%1) run only with --trust, or after `baton trust`").arg(commands));
        isReady = isReady && trusted;
    }
    return isReady;
}

int run(const QCommandLineParser &options, Console &console)
{
    if (options.positionalArguments().isEmpty()) {
        sayInstalled(console);
        console.out().flush();
        return SupervisorClient::executable().isEmpty() ? exitcode::no : exitcode::ok;
    }
    const CheckedFile checked = checkFile(options.positionalArguments().first());
    if (checked.error)
        return console.fail(*checked.error);
    if (!checked.isReadable()) {
        for (const Problem &problem : checked.problems)
            console.err() << toLine(checked.file, problem) << Qt::endl;
        return exitcode::unusable;
    }
    const bool isReady = sayNeeds(checked, console);
    console.out().flush();
    return isReady ? exitcode::ok : exitcode::no;
}

} // namespace

Command doctorCommand()
{
    return {u"doctor"_s, u"[FILE]"_s, Cli::tr("Says what is installed and trusted, and whether a workflow could run here."), 0, 1, nullptr, run};
}

} // namespace baton
