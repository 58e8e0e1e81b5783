// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/executorchoice.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct ExecutorChoice
{
    Q_DECLARE_TR_FUNCTIONS(baton::ExecutorChoice)
};

QString quoted(QString word)
{
    return u"'"_s + word.replace(u'\'', u"'\\''"_s) + u"'"_s;
}

/// A job of a cluster runs the same command in this machine's process.
Executor asProcess(const Executor &job)
{
    Executor process{u"shell"_s, {}};
    for (const auto key : {"command"_L1, "argv"_L1, "cwd"_L1, "env"_L1}) {
        if (job.options.contains(key))
            process.options.insert(key, job.options.value(key));
    }
    return process;
}

/// A job knows one command alone: folder, variables and arguments become part of it.
Executor asJob(const Executor &process)
{
    const QJsonObject &options = process.options;
    QStringList lines;
    const QJsonObject variables = options["env"_L1].toObject();
    static const QRegularExpression name(u"^[A-Za-z_][A-Za-z0-9_]*$"_s);
    for (auto entry = variables.begin(); entry != variables.end(); ++entry) {
        if (name.match(entry.key()).hasMatch())
            lines += u"export %1=%2"_s.arg(entry.key(), quoted(entry.value().toVariant().toString()));
    }
    if (const QString folder = options["cwd"_L1].toString(); !folder.isEmpty())
        lines += u"cd -- %1 || exit 1"_s.arg(quoted(folder));
    QStringList words;
    for (const QJsonValue &word : options["argv"_L1].toArray())
        words += quoted(word.toVariant().toString());
    lines += words.isEmpty() ? options["command"_L1].toString() : words.join(u' ');
    return {u"slurm"_s, {{u"command"_s, lines.join(u'\n')}}};
}

} // namespace

Executor executorIn(const PlanTask &task, const RunSettings &settings)
{
    if (settings.simulate || task.isSimulated)
        return {u"simulate"_s, task.isSimulated ? task.executor.options : QJsonObject()};
    if (settings.where == RunWhere::Machine && task.executor.type == "slurm"_L1)
        return asProcess(task.executor);
    if (settings.where == RunWhere::Cluster && task.executor.type == "shell"_L1)
        return asJob(task.executor);
    return task.executor;
}

bool runsCommand(const PlanTask &task, const RunSettings &settings)
{
    const QString type = executorIn(task, settings).type;
    return type != "simulate"_L1 && type != "human"_L1;
}

QString whyHere(const PlanTask &task, const RunSettings &settings)
{
    if (settings.where != RunWhere::Cluster)
        return {};
    const QString type = executorIn(task, settings).type;
    if (type == "http"_L1)
        return ExecutorChoice::tr("Asked from this machine: a model endpoint needs no node of the cluster.");
    if (type == "agent"_L1)
        return ExecutorChoice::tr("Started on this machine: the agent's login and keys are here, not on the cluster's nodes.");
    if (type == "human"_L1)
        return ExecutorChoice::tr("Asked here: a person needs no node of the cluster.");
    return {};
}

} // namespace baton
