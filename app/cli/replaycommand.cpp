// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "model/run/runrecord.h"
#include "model/run/substate.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.addOption({u"at"_s, Cli::tr("Shows the state after the event of this number; the latest without it."), u"seq"_s});
    addFormatOption(parser, {u"text"_s, u"json"_s});
}

QJsonObject toJson(const RunPlan &plan, const RunState &state)
{
    QJsonObject tasks;
    for (qsizetype i = 0; i < plan.tasks.size(); ++i) {
        const TaskRun &task = state.tasks.at(i);
        tasks[plan.tasks.at(i).id] = QJsonObject{{u"state"_s, nameOf(task.state)},
                                                 {u"attempt"_s, task.attempt},
                                                 {u"tokens"_s, task.usage.total()}};
    }
    QJsonObject gates;
    for (qsizetype i = 0; i < plan.gates.size(); ++i) {
        QJsonArray criteria;
        for (const CriterionResult &result : state.gates.at(i).criteria)
            criteria += QJsonObject{{u"criterion"_s, result.criterion}, {u"holds"_s, result.holds}, {u"saw"_s, result.saw}};
        gates[plan.gates.at(i).id] = QJsonObject{{u"state"_s, nameOf(state.gates.at(i).state)}, {u"criteria"_s, criteria}};
    }
    return {{u"seq"_s, state.seq}, {u"run"_s, nameOf(state.status)}, {u"tasks"_s, tasks}, {u"gates"_s, gates}};
}

void writeText(const RunPlan &plan, const RunState &state, Console &console)
{
    QTextStream &out = console.out();
    out << Cli::tr("After event %1: %2").arg(QString::number(state.seq), nameOf(state.status)) << "\n";
    const SubStates subStates(plan, state);
    for (qsizetype i = 0; i < plan.tasks.size(); ++i) {
        const TaskRun &task = state.tasks.at(i);
        const QString why = task.reason.isEmpty() ? subStates.of(int(i)).words(state.now) : task.reason;
        out << u"  %1 %2 %3\n"_s.arg(nameOf(task.state), -10).arg(plan.tasks.at(i).id, -28).arg(why);
    }
    for (qsizetype i = 0; i < plan.gates.size(); ++i) {
        out << u"  %1 %2\n"_s.arg(nameOf(state.gates.at(i).state), -10).arg(plan.gates.at(i).id);
        for (const CriterionResult &result : state.gates.at(i).criteria)
            out << u"               %1 %2: %3\n"_s.arg(result.holds ? u"+"_s : u"-"_s, result.criterion, result.saw);
    }
    out.flush();
}

int run(const QCommandLineParser &options, Console &console)
{
    const Result<QString> format = choice(options, u"format"_s, {u"text"_s, u"json"_s});
    if (!format)
        return console.fail(format.error());
    const Result<std::optional<qint64>> at = wholeNumber(options, u"at"_s, 0, std::numeric_limits<qint64>::max());
    if (!at)
        return console.fail(at.error());
    const auto record = RunRecord::open(options.positionalArguments().first());
    if (!record)
        return console.fail(record.error());
    for (const JournalProblem &problem : (*record)->problems())
        console.err() << u"%1:%2: %3"_s.arg((*record)->folder().journalPath(), QString::number(problem.line), problem.message) << Qt::endl;
    if (const QString torn = (*record)->tornTail(); !torn.isEmpty())
        console.err() << torn << Qt::endl;
    if (*at) {
        if (**at > (*record)->last())
            return console.fail(Cli::tr("The journal ends with event %1.").arg((*record)->last()));
        (*record)->seek(**at);
    }
    const RunState &state = (*record)->state();
    const RunPlan &plan = planOf((*record)->plan(), state);
    if (*format == "json"_L1)
        console.json(toJson(plan, state));
    else
        writeText(plan, state, console);
    return exitcode::ok;
}

} // namespace

Command replayCommand()
{
    return {u"replay"_s, u"RUN-DIR [--at N] [options]"_s, Cli::tr("Says how things stood after an event of a run."), 1, 1, describe, run};
}

} // namespace baton
