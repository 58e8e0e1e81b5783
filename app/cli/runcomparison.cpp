// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/runcomparison.h"

#include "app/cli/command.h"
#include "model/run/runcompare.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QString seconds(qint64 milliseconds)
{
    return milliseconds > 0 ? Cli::tr("%1 s").arg(QString::number(double(milliseconds) / 1000, 'f', 1)) : u"-"_s;
}

QString number(qint64 value)
{
    return value > 0 ? QLocale().toString(value) : u"-"_s;
}

QString arrow(const QString &before, const QString &after)
{
    return before == after ? after : u"%1 → %2"_s.arg(before, after);
}

bool isAlike(const ComparedStep &step)
{
    return step.difference == ComparedStep::Difference::None;
}

QString wordFor(const ComparedStep &step, bool second)
{
    if (step.isGate) {
        const std::optional<GateState> gate = second ? step.secondGate : step.firstGate;
        return gate ? nameOf(*gate) : u"-"_s;
    }
    const TaskOutcome &task = second ? step.second : step.first;
    if (!task.isThere)
        return u"-"_s;
    return task.verdict.isEmpty() ? nameOf(task.state) : u"%1 (%2)"_s.arg(nameOf(task.state), task.verdict);
}

QJsonValue toJson(const ComparedStep &step, bool second)
{
    if (step.isGate) {
        const std::optional<GateState> gate = second ? step.secondGate : step.firstGate;
        return gate ? QJsonValue(QJsonObject{{u"state"_s, nameOf(*gate)}}) : QJsonValue::Null;
    }
    const TaskOutcome &task = second ? step.second : step.first;
    if (!task.isThere)
        return QJsonValue::Null;
    return QJsonObject{{u"state"_s, nameOf(task.state)},
                       {u"attempts"_s, task.attempts},
                       {u"seconds"_s, double(task.milliseconds) / 1000},
                       {u"tokens"_s, task.tokens},
                       {u"verdict"_s, task.verdict},
                       {u"issues"_s, task.issues},
                       {u"files"_s, task.files}};
}

QJsonObject toJson(const RunOutcome &run)
{
    return {{u"dir"_s, run.dir},
            {u"workflow"_s, run.workflow},
            {u"state"_s, nameOf(run.status)},
            {u"seconds"_s, double(run.milliseconds) / 1000},
            {u"tokens"_s, run.tokens},
            {u"cost_usd"_s, run.costUsd}};
}

QJsonObject toJson(const RunOutcome &first, const RunOutcome &second, const QList<ComparedStep> &steps)
{
    QJsonArray list;
    for (const ComparedStep &step : steps)
        list.append(QJsonObject{{u"id"_s, step.id},
                                {u"kind"_s, step.isGate ? u"gate"_s : u"task"_s},
                                {u"first"_s, toJson(step, false)},
                                {u"second"_s, toJson(step, true)},
                                {u"different"_s, !isAlike(step)}});
    return {{u"first"_s, toJson(first)}, {u"second"_s, toJson(second)}, {u"steps"_s, list}};
}

void writeText(const RunOutcome &first, const RunOutcome &second, const QList<ComparedStep> &steps, Console &console)
{
    QTextStream &out = console.out();
    out << console.painted(arrow(QFileInfo(first.dir).fileName(), QFileInfo(second.dir).fileName()), Console::Ink::Bold) << "\n"
        << Cli::tr("State:   %1").arg(arrow(nameOf(first.status), nameOf(second.status))) << "\n"
        << Cli::tr("Time:    %1").arg(arrow(seconds(first.milliseconds), seconds(second.milliseconds))) << "\n"
        << Cli::tr("Tokens:  %1").arg(arrow(number(first.tokens), number(second.tokens))) << "\n\n";
    int alike = 0;
    for (const ComparedStep &step : steps) {
        if (isAlike(step)) {
            ++alike;
            continue;
        }
        out << u"  %1  %2"_s.arg(step.id, -24).arg(arrow(wordFor(step, false), wordFor(step, true)), -24);
        if (!step.isGate)
            out << u"  %1  %2"_s.arg(arrow(seconds(step.first.milliseconds), seconds(step.second.milliseconds)), -18)
                       .arg(arrow(number(step.first.tokens), number(step.second.tokens)));
        out << "\n";
    }
    if (alike > 0)
        out << Cli::tr("  and %n task(s) or gate(s) that went alike", nullptr, alike) << "\n";
    out.flush();
}

} // namespace

int compareRunFolders(const QStringList &dirs, bool asJson, Console &console)
{
    if (dirs.size() != 2)
        return console.fail(Cli::tr("Name the two run folders to compare."));
    const Result<RunOutcome> first = outcomeOf(dirs.first());
    if (!first)
        return console.fail(first.error());
    const Result<RunOutcome> second = outcomeOf(dirs.last());
    if (!second)
        return console.fail(second.error());
    const QList<ComparedStep> steps = compareRuns(*first, *second);
    if (asJson)
        console.json(toJson(*first, *second, steps));
    else
        writeText(*first, *second, steps, console);
    const bool alike = first->status == second->status && std::all_of(steps.cbegin(), steps.cend(), isAlike);
    return alike ? exitcode::ok : exitcode::no;
}

} // namespace baton
