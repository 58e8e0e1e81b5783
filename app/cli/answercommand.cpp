// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "model/base/nearest.h"
#include "model/run/questions.h"
#include "model/run/runrecord.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qint64 largestIssueFile = 1024 * 1024;

void describe(QCommandLineParser &parser)
{
    parser.addOption({u"note"_s, Cli::tr("What you have to say; the task finds it in the file that BATON_NOTE names."), u"text"_s});
    parser.addOption({u"outcome"_s, Cli::tr("How a task of yours ended, where its plan names several outcomes."), u"label"_s});
    parser.addOption({u"issues"_s, Cli::tr("A JSON file with the list of issues of your verdict."), u"file"_s});
}

Result<QJsonArray> issuesOf(const QCommandLineParser &options)
{
    if (!options.isSet(u"issues"_s))
        return QJsonArray();
    const QString path = options.value(u"issues"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return usageError(Cli::tr("%1 could not be read: %2.").arg(path, file.errorString()));
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(file.read(largestIssueFile + 1), &parsing);
    if (file.size() > largestIssueFile || parsing.error != QJsonParseError::NoError)
        return usageError(Cli::tr("%1 is no JSON of at most 1 MiB: %2.").arg(path, parsing.errorString()));
    const QJsonValue issues = document.isArray() ? QJsonValue(document.array()) : document.object().value("issues"_L1);
    if (!issues.isArray())
        return usageError(Cli::tr("%1 holds no list of issues.").arg(path));
    const QJsonArray list = issues.toArray();
    const bool areIssues = std::all_of(list.begin(), list.end(), [](const QJsonValue &issue) { return !issue["what"_L1].toString().isEmpty(); });
    if (!areIssues)
        return usageError(Cli::tr("%1: each issue is a mapping with severity, task, where, what and fix, and says at least what is wrong.").arg(path));
    return list;
}

/// The run itself, a task or a gate of what it runs now.
Result<void> checkSubject(const RunRecord &record, const QString &subject)
{
    const RunPlan &plan = planOf(record.plan(), record.state());
    if (subject == record.state().runId || plan.indexOfTask(subject) >= 0 || plan.indexOfGate(subject) >= 0)
        return {};
    const QString suggestion = nearest(subject, plan.taskIndex.keys() + plan.gateIndex.keys());
    return usageError(suggestion.isEmpty()
                          ? Cli::tr("The run has no task or gate “%1”.").arg(subject)
                          : Cli::tr("The run has no task or gate “%1”. Did you mean “%2”?").arg(subject, suggestion));
}

int run(const QCommandLineParser &options, Console &console)
{
    const QStringList arguments = options.positionalArguments();
    QStringList actions = namesOf<Action>();
    actions.removeOne(nameOf(Action::Pause)); // `baton pause` asks for that.
    if (!actions.contains(arguments.at(2)))
        return console.fail(Cli::tr("“%1” is no answer. Choose one of: %2.").arg(arguments.at(2), actions.join(u", "_s)));
    const auto record = RunRecord::open(arguments.at(0));
    if (!record)
        return console.fail(record.error());
    if (const Result<void> known = checkSubject(**record, arguments.at(1)); !known)
        return console.fail(known.error());
    const RunStatus status = (*record)->state().status;
    if (status == RunStatus::Complete)
        return console.fail(Cli::tr("This run is complete, so nothing of it can be answered any more. Start a new one."));
    if (status == RunStatus::Cancelled)
        return console.fail(Cli::tr("This run was cancelled, so nothing of it can be answered any more. Start a new one."));
    const Result<QJsonArray> issues = issuesOf(options);
    if (!issues)
        return console.fail(issues.error());

    Request request;
    request.action = *valueOf<Action>(arguments.at(2));
    request.subject = arguments.at(1);
    request.note = options.value(u"note"_s);
    request.issues = *issues;
    request.outcome = options.value(u"outcome"_s);
    const RunState &state = (*record)->state();
    if (request.subject != state.runId) {
        if (const Result<void> possible = canAnswer(planOf((*record)->plan(), state), state, request); !possible)
            return console.fail(possible.error());
    }
    const bool isDriven = (*record)->isDriven();
    const QList<Request> earlier = isDriven ? QList<Request>() : readInbox(arguments.at(0)).requests;
    if (std::any_of(earlier.begin(), earlier.end(), [&](const Request &other) { return other.subject == request.subject; }))
        return console.fail(Cli::tr("An answer to “%1” waits for the next `baton run --resume` already.").arg(request.subject));
    if (const Result<void> posted = postRequest(arguments.at(0), request); !posted)
        return console.fail(posted.error());
    if (!isDriven)
        console.err() << Cli::tr("No program drives this run now: the answer counts with the next `baton run --resume`.") << Qt::endl;
    return exitcode::ok;
}

} // namespace

Command answerCommand()
{
    return {u"answer"_s, u"RUN-DIR SUBJECT approve|refuse|resolve|retry|cancel [options]"_s,
            Cli::tr("Answers what a run asks people. approve or refuse: a launch, a gate, a proposed fix, or your own task once it is done. "
                    "resolve: what blocked a task. retry: a task that has ended, or a gate that failed. cancel: a task, or the run by its id."), 3, 3, describe, run};
}

} // namespace baton
