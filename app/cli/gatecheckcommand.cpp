// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "model/base/nearest.h"
#include "model/executors/slurm/wholeplan.h"
#include "model/run/gatecheck.h"
#include "model/run/runrecord.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.addOption({u"job"_s, Cli::tr("Names a task instead of a gate, for its job on a cluster: says run, wait, skip, stop or done.")});
    addFormatOption(parser, {u"text"_s, u"json"_s});
}

/// What a job of a whole plan is to do. It is told by the environment that Slurm gives it.
int answer(const QString &dir, const QString &task, Console &console)
{
    const RunFolder folder(dir);
    if (!folder.exists())
        return console.fail(Cli::tr("%1 holds no run. Name a folder below .baton/runs.").arg(dir));
    const JobQuestion question{task, qEnvironmentVariable("SLURM_JOB_ID").toLongLong(), qEnvironmentVariableIntValue("SLURM_RESTART_COUNT")};
    const Result<JobAnswer> decided = answerJob(folder, question, QDateTime::currentMSecsSinceEpoch());
    if (!decided)
        return console.fail(decided.error());
    console.out() << decided->word() << Qt::endl;
    if (!decided->why.isEmpty())
        console.err() << decided->why << Qt::endl;
    return decided->what == JobAnswer::What::Run ? exitcode::ok : exitcode::no;
}

struct Decision
{
    bool passes = false;
    QList<CriterionResult> criteria = {};
};

/// What the journal says the gate has decided, or would decide now.
Decision decide(const RunPlan &plan, const RunState &state, int gate)
{
    const GateRun &run = state.gates.at(gate);
    if (run.state == GateState::Passed || run.state == GateState::Skipped)
        return {true, run.criteria};
    Decision decision{true, checkGate(plan, state, gate)};
    decision.passes = std::all_of(decision.criteria.cbegin(), decision.criteria.cend(),
                                  [](const CriterionResult &result) { return result.holds; });
    if (plan.gates.at(gate).gate->approval == Approval::Manual && !run.approved && !run.refused)
        decision = {false, decision.criteria + QList<CriterionResult>{{u"approval"_s, false, Cli::tr("A person has to pass it.")}}};
    if (run.refused)
        decision = {false, decision.criteria + QList<CriterionResult>{{u"approval"_s, false, Cli::tr("A person refused.")}}};
    return decision;
}

int run(const QCommandLineParser &options, Console &console)
{
    const Result<QString> format = choice(options, u"format"_s, {u"text"_s, u"json"_s});
    if (!format)
        return console.fail(format.error());
    const QString dir = options.positionalArguments().at(0);
    const QString id = options.positionalArguments().at(1);
    if (options.isSet(u"job"_s))
        return answer(dir, id, console);
    const auto record = RunRecord::open(dir);
    if (!record)
        return console.fail(record.error());
    const RunState &state = (*record)->state();
    const RunPlan &plan = planOf((*record)->plan(), state);
    const int gate = plan.indexOfGate(id);
    if (gate < 0) {
        const QString suggestion = nearest(id, plan.gateIndex.keys());
        return console.fail(suggestion.isEmpty() ? Cli::tr("The run has no gate “%1”.").arg(id)
                                                 : Cli::tr("The run has no gate “%1”. Did you mean “%2”?").arg(id, suggestion));
    }
    const Decision decision = decide(plan, state, gate);
    if (*format == "json"_L1) {
        console.json({{u"gate"_s, id},
                      {u"passes"_s, decision.passes},
                      {u"state"_s, nameOf(state.gates.at(gate).state)},
                      {u"criteria"_s, criteriaToJson(decision.criteria)}});
    } else {
        console.out() << (decision.passes ? Cli::tr("%1 passes.").arg(id) : Cli::tr("%1 does not pass.").arg(id)) << "\n";
        for (const CriterionResult &result : decision.criteria)
            console.out() << u"  %1 %2: %3\n"_s.arg(result.holds ? u"+"_s : u"-"_s, result.criterion, result.saw);
        console.out().flush();
    }
    return decision.passes ? exitcode::ok : exitcode::no;
}

} // namespace

Command gateCheckCommand()
{
    return {u"gate-check"_s, u"RUN-DIR GATE [options]"_s, Cli::tr("Decides a gate from a run's journal; exits 0 where it passes, 1 where not."),
            2, 2, describe, run};
}

} // namespace baton
