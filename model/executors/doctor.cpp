// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/doctor.h"

#include "model/base/glob.h"
#include "model/executors/agent/agentcli.h"
#include "model/executors/agent/agentprobe.h"
#include "model/executors/agentexecutor.h"
#include "model/executors/http/endpointprobe.h"
#include "model/executors/modelsettings.h"
#include "model/executors/shellexecutor.h"
#include "model/executors/slurm/jobscript.h"
#include "model/executors/slurm/slurmdoctor.h"
#include "model/run/executorchoice.h"
#include "model/run/runplan.h"
#include "model/run/supervisorclient.h"
#include "model/run/trust.h"
#include "model/run/worktrees/repository.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>
#include <QTimer>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

using Section = Finding::Section;

QString hostOf(const Endpoint &endpoint)
{
    return QUrl(endpoint.baseUrl).host();
}

PlanTask taskFor(const QString &id, const QJsonObject &options)
{
    PlanTask task;
    task.id = id;
    task.task = std::make_shared<const Task>();
    task.executor = {u"http"_s, options};
    return task;
}

} // namespace

Doctor::Doctor(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

Doctor::~Doctor()
{
    *m_cancelled = true;
    m_pool.waitForDone();
}

QString Doctor::titleOf(Finding::Section section)
{
    switch (section) {
    case Section::Programs: return tr("Programs");
    case Section::Agents: return tr("Agents");
    case Section::Endpoints: return tr("Model endpoints");
    case Section::Trust: return tr("Trusted folders");
    case Section::Workflow: return tr("This workflow");
    }
    return {};
}

bool Doctor::isWell() const
{
    return std::all_of(m_findings.cbegin(), m_findings.cend(), [](const Finding &finding) { return finding.isGood; });
}

void Doctor::say(Finding::Section section, const QString &what, bool isGood, const QString &sentence)
{
    const Finding finding{section, what, isGood, sentence};
    const QString key = QString::number(int(section)) + what + '\n'_L1 + sentence;
    if (m_said.contains(key))
        return; // several tasks may want the same
    m_said.insert(key);
    m_findings.append(finding);
    emit found(finding);
}

void Doctor::begin()
{
    ++m_waiting;
}

void Doctor::end()
{
    if (--m_waiting == 0)
        QTimer::singleShot(0, this, &Doctor::finished);
}

void Doctor::lookForProgram(Finding::Section section, const QString &program, const QString &purpose)
{
    const QString path = QStandardPaths::findExecutable(program);
    say(section, program, !path.isEmpty(), path.isEmpty() ? tr("Not installed; it is for %1.").arg(purpose) : path);
}

void Doctor::examineMachine()
{
    begin();
    const QString supervisor = SupervisorClient::executable();
    say(Section::Programs, u"supervisor"_s, !supervisor.isEmpty(),
        supervisor.isEmpty() ? tr("Missing, so no commands can be run. Install Baton again.") : supervisor);
    lookForProgram(Section::Programs, u"sh"_s, tr("shell tasks"));
    lookForProgram(Section::Programs, u"git"_s, tr("workspaces in worktrees"));
    lookAtCluster(Section::Programs, {});
    lookForAgents({}, Section::Agents);
    const Result<QJsonObject> settings = readModelSettings();
    if (!settings)
        say(Section::Endpoints, u"models.json"_s, false, settings.error().message);
    const QJsonObject known = settings ? *settings : QJsonObject();
    for (const QString &api : {u"openai"_s, u"anthropic"_s})
        lookAtEndpoint(Section::Endpoints, taskFor(api, {{u"api"_s, api}, {u"model"_s, u"haiku"_s}}));
    for (auto entry = known.begin(); entry != known.end(); ++entry) {
        if (!entry.key().startsWith("http"_L1) || !entry.value().isObject())
            continue;
        lookAtEndpoint(Section::Endpoints, taskFor(entry.key(), {{u"api"_s, entry.value()["api"_L1].toString(u"openai"_s)},
                                                                 {u"base_url"_s, entry.key()}, {u"model"_s, u"haiku"_s}}));
    }
    const QStringList folders = trustedFolders();
    for (const QString &folder : folders)
        say(Section::Trust, folder, true, tr("Its workflows may run commands."));
    end();
}

/// All of them where \a only is empty. Which are missing says something only of those that somebody needs.
void Doctor::lookForAgents(const QSet<QString> &only, Finding::Section section)
{
    begin();
    m_pool.start([this, only, section, cancelled = m_cancelled] {
        const QList<InstalledAgent> agents = findAgents(*cancelled);
        QMetaObject::invokeMethod(this, [this, only, section, agents] {
            for (const InstalledAgent &agent : agents) {
                const QString id = agent.cli->id();
                if (!only.isEmpty() && !only.contains(id))
                    continue;
                if (agent.program.isEmpty())
                    say(section, id, false, tr("Not installed; npm has it as %1.").arg(agent.cli->package()));
                else if (agent.version.isEmpty())
                    say(section, id, true, tr("%1, which did not say its version in time.").arg(agent.program));
                else if (agent.isOld)
                    say(section, id, true, tr("%1 in %2; older than %3, which Baton knows. Bring it up to date if it refuses its tasks.").arg(agent.version, agent.program, agent.cli->knownVersion()));
                else
                    say(section, id, true, tr("%1 in %2").arg(agent.version, agent.program));
            }
            end();
        }, Qt::QueuedConnection);
    });
}

/// \a who spends by that model.
void Doctor::lookAtPrice(Finding::Section section, const QString &who, const QString &model, const QJsonObject &settings)
{
    if (settings["max_cost"_L1].toDouble() <= 0 || !settings["prices"_L1][model].toObject().isEmpty())
        return;
    say(section, who, true,
        who == model ? tr("It has no price, so what it costs does not count towards what a run may spend. Give it one in the settings.")
                     : tr("It does not tell what it costs, so that counts towards what a run may spend only where its task names a model that has a price in the settings."));
}

void Doctor::lookAtEndpoint(Finding::Section section, const PlanTask &task)
{
    const Result<QJsonObject> settings = readModelSettings();
    if (!settings)
        return; // which has been said
    const Result<Endpoint> endpoint = endpointFor(task, *settings);
    if (!endpoint)
        return say(section, task.id, false, endpoint.error().message);
    lookAtPrice(section, endpoint->model, endpoint->model, *settings);
    begin();
    const auto go = [this, section, endpoint = *endpoint](const StoredKey &stored) { lookAtKey(section, endpoint, stored); };
    if (endpoint->keyName.isEmpty())
        QTimer::singleShot(0, this, [go] { go({}); });
    else
        readStoredKey(endpoint->keyName, this, go);
}

void Doctor::lookAtKey(Finding::Section section, const Endpoint &endpoint, const StoredKey &stored)
{
    const Result<QByteArray> key = keyFor(endpoint, stored);
    if (!key) {
        say(section, hostOf(endpoint), false, key.error().message);
        return end();
    }
    auto *probe = new EndpointProbe(this);
    connect(probe, &EndpointProbe::finished, this, [this, probe, section, endpoint](const EndpointTrial &trial) {
        const QString well = endpoint.keyName.isEmpty() ? tr("It answers, and asks for no key; %1 is known.").arg(endpoint.model)
                                                        : tr("It answers, and takes the key; %1 is known.").arg(endpoint.model);
        say(section, hostOf(endpoint), !trial.fault, trial.fault ? trial.fault->message : well);
        probe->deleteLater();
        end();
    });
    probe->look(endpoint, *key);
}

void Doctor::lookAtCluster(Finding::Section section, const QList<PlanTask> &tasks)
{
    begin();
    m_pool.start([this, section, tasks] {
        const QList<ClusterReport> clusters = findClusters();
        QMetaObject::invokeMethod(this, [this, section, tasks, clusters] {
            if (clusters.isEmpty())
                say(section, u"slurm"_s, false, tr("None: sbatch is not installed, and SLURM_REST_URL names no slurmrestd."));
            bool isAsked = false;
            for (const ClusterReport &cluster : clusters) {
                say(section, u"slurm"_s, cluster.answers(), u"%1: %2"_s.arg(cluster.name, cluster.sentence()));
                if (!cluster.answers() || std::exchange(isAsked, true))
                    continue;
                const QStringList unmet = unmetNeeds(tasks, cluster.partitions);
                for (const QString &sentence : unmet)
                    say(section, u"slurm"_s, false, sentence);
            }
            end();
        }, Qt::QueuedConnection);
    });
}

void Doctor::lookAtTrust(const Contents &contents, const QString &file)
{
    const qsizetype commands = commandsOf(contents, file).size();
    if (commands == 0)
        return;
    const bool isAllowed = isTrusted(QFileInfo(file).absolutePath());
    say(Section::Workflow, tr("trust"), isAllowed,
        isAllowed ? tr("Its commands may run.")
                  : tr("Its %n command(s) run only once its folder is trusted: `baton trust`, or the question at the first run.", nullptr, int(commands)));
}

/// What would keep a command from being started.
void Doctor::lookAtCommand(const PlanTask &task, const QString &root)
{
    const QJsonObject &options = task.executor.options;
    TaskOrder order;
    order.id = task.id;
    order.task = task;
    order.workspace = root;
    if (const Result<QString> command = commandOf(order); !command)
        return say(Section::Workflow, task.id, false, command.error().message);
    const QString inside = Glob::cleaned(options["cwd"_L1].toString());
    const auto isMade = [this](const QString &path) {
        return std::any_of(m_made.cbegin(), m_made.cend(), [&](const QString &made) { return made == path || made.startsWith(path + '/'_L1); });
    };
    const Result<QString> folder = folderOf(order, inside);
    if (!folder && (folder.error().code != ErrorCode::NotFound || (QFileInfo::exists(root) && !isMade(inside))))
        return say(Section::Workflow, task.id, false, folder.error().message);
    const QString program = options["argv"_L1][0].toString();
    const bool isHere = task.executor.type == "shell"_L1 && options["command"_L1].toString().isEmpty();
    if (!folder || !isHere || program.isEmpty() || options["env"_L1].toObject().contains("PATH"_L1))
        return;
    const QString path = agentProgram(program, *folder);
    if (!path.isEmpty() || !isMade(Glob::cleaned(inside + '/'_L1 + program)))
        lookAtProgram(task, program, path);
}

/// \a path: where it is; empty where it is not.
void Doctor::lookAtProgram(const PlanTask &task, const QString &program, const QString &path)
{
    say(Section::Workflow, program, !path.isEmpty(), path.isEmpty() ? tr("Not installed; it is for %1.").arg(tr("“%1”").arg(task.id)) : path);
}

/// Whether the workspace is there, and what the plan wants it to be.
void Doctor::lookAtPlace(const Contents &contents, const QString &root)
{
    if (!QFileInfo(root).isDir())
        return say(Section::Workflow, u"settings.root"_s, false, tr("The workspace %1 does not exist. Make it, or correct settings.root.").arg(root));
    if (contents.info.workspace != WorkspaceMode::Worktree)
        return;
    begin();
    m_pool.start([this, root] {
        const Result<Checkout> checkout = findCheckout(root);
        QMetaObject::invokeMethod(this, [this, checkout] {
            say(Section::Workflow, u"git"_s, checkout.ok(), checkout ? tr("Worktrees begin with what is committed in %1.").arg(checkout->top) : checkout.error().message);
            end();
        }, Qt::QueuedConnection);
    });
}

/// \a agents and \a seen: agents to look for, and what was looked at already.
void Doctor::lookAtTask(const PlanTask &task, const QString &root, const QJsonObject &settings, QSet<QString> &agents, QSet<QString> &seen)
{
    const Executor &executor = task.executor;
    QString program;
    if (executor.type == "shell"_L1 || executor.type == "slurm"_L1)
        lookAtCommand(task, root);
    if (executor.type == "shell"_L1) {
        program = u"sh"_s;
    } else if (executor.type == "agent"_L1) {
        const QString binary = executor.options["binary"_L1].toString();
        const QString cli = executor.options["cli"_L1].toString();
        if (const AgentCli *known = agentCli(cli); known && !known->tellsCost())
            lookAtPrice(Section::Workflow, cli, agentModel(task, settings), settings);
        if (!agentCli(cli))
            say(Section::Workflow, task.id, false, AgentExecutor::tr("“%1” names no agent that Baton knows (%2). Correct `cli`.").arg(task.id, cli));
        else if (!binary.isEmpty())
            lookAtProgram(task, binary, agentProgram(binary, root));
        else if (cli == "custom"_L1)
            say(Section::Workflow, task.id, false, tr("“%1” is for a custom agent, which needs a program. Give its executor a `binary`.").arg(task.id));
        else
            agents.insert(cli);
    } else if (executor.type == "http"_L1) {
        const Result<Endpoint> endpoint = endpointFor(task, settings);
        const QString place = endpoint ? knownAddress(endpoint->baseUrl, settings).name + u' ' + endpoint->model : task.id;
        if (!seen.contains(place))
            lookAtEndpoint(Section::Workflow, task);
        seen.insert(place);
    }
    if (program.isEmpty() || seen.contains(program))
        return;
    seen.insert(program);
    lookForProgram(Section::Workflow, program, tr("“%1”").arg(task.id));
}

/// What the cluster does not get, once for each reason.
void Doctor::sayWhatStays(const RunPlan &plan, RunWhere where)
{
    QMap<QString, int> staying;
    QHash<QString, QString> types;
    for (const PlanTask &task : plan.tasks) {
        if (const QString why = whyHere(task, {.where = where}); !why.isEmpty()) {
            ++staying[why];
            types.insert(why, task.executor.type);
        }
    }
    for (auto stays = staying.cbegin(); stays != staying.cend(); ++stays)
        say(Section::Workflow, types.value(stays.key()), true, tr("%n task(s) stay here. %1", nullptr, stays.value()).arg(stays.key()));
}

void Doctor::examineWorkflow(const Contents &contents, const QString &file, RunWhere where)
{
    begin();
    const Result<RunPlan> plan = compile(contents);
    if (!plan) {
        say(Section::Workflow, tr("plan"), false, plan.error().message);
        return end();
    }
    const QString root = QDir::cleanPath(QFileInfo(file).absoluteDir().absoluteFilePath(contents.info.root));
    lookAtPlace(contents, root);
    m_made.clear();
    for (const PlanTask &task : plan->tasks) {
        for (const QString &path : task.task->deliverables + task.task->evidence + task.task->owns)
            m_made += Glob::cleaned(path);
    }
    const Result<QJsonObject> settings = readModelSettings();
    if (!settings && !governorsOf(*plan, {}).isEmpty()) // a run is refused for it
        say(Section::Workflow, u"models.json"_s, false, settings.error().message);
    QSet<QString> agents;
    QSet<QString> seen; // programs and endpoints, each once
    QList<PlanTask> jobs;
    int simulated = 0;
    int human = 0;
    for (PlanTask task : plan->tasks) {
        task.executor = executorIn(task, {.where = where});
        simulated += task.isSimulated;
        human += task.isHuman;
        if (task.executor.type == "slurm"_L1)
            jobs.append(task);
        lookAtTask(task, root, settings ? *settings : QJsonObject(), agents, seen);
    }
    if (!jobs.isEmpty())
        lookAtCluster(Section::Workflow, jobs);
    if (!agents.isEmpty())
        lookForAgents(agents, Section::Workflow);
    sayWhatStays(*plan, where);
    if (simulated > 0)
        say(Section::Workflow, u"simulate"_s, true, tr("%n task(s) would only be simulated.", nullptr, simulated));
    if (human > 0)
        say(Section::Workflow, u"human"_s, true, tr("%n task(s) wait for a person.", nullptr, human));
    lookAtTrust(contents, file);
    end();
}

} // namespace baton
