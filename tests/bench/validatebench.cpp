// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/bench.h"

#include "model/rules/checker.h"
#include "model/workflow/workflow.h"
#include "tests/support/plans.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::bench {

namespace {

constexpr int tasks = 10000;
constexpr int needs = 15000;
constexpr int tasksAPhase = 250; ///< In test::randomPlan().

/// A plan as a large team would keep one: every tenth task validates another, tasks read what those before them deliver,
/// a fifth of them owns a folder, and agents do the work.
Contents teamPlan()
{
    Workflow workflow(test::randomPlan(tasks, needs, 1));
    const Contents &now = workflow.contents();
    Edit edit;
    for (const auto &slot : now.personas)
        edit.set(slot.key, Field::Executor, Executor{u"agent"_s, {}});
    for (int i = 1; i < tasks; ++i) {
        const auto &[key, task] = *(now.tasks.begin() + i);
        QStringList inputs;
        for (const Need &need : task->needs)
            inputs += u"out/%1.md"_s.arg(need.target.section(u'-', 1));
        edit.set(key, Field::Inputs, inputs);
        if (i % 5 == 0)
            edit.set(key, Field::Owns, QStringList{u"src/part-%1/**"_s.arg(i), u"docs/%1.md"_s.arg(i)});
        if (i % 10 == 0 && !task->needs.isEmpty()) {
            edit.set(key, Field::Kind, TaskKind::Validate);
            edit.set(key, Field::Validates, QStringList{task->needs.first().target});
        }
    }
    workflow.apply(edit);
    return workflow.contents();
}

/// A plan in which every task breaks a rule of its own.
Contents brokenPlan()
{
    Workflow workflow(test::randomPlan(tasks, needs, 1));
    Edit edit;
    int i = 0;
    for (const auto &slot : workflow.contents().tasks) {
        if (++i % 3 == 0)
            edit.set(slot.key, Field::Persona, QStringList());
        else if (i % 3 == 1)
            edit.set(slot.key, Field::Deliverables, QStringList{u"../out/%1.md"_s.arg(i)});
        else
            edit.set(slot.key, Field::Validates, QStringList{slot.node->id});
    }
    workflow.apply(edit);
    return workflow.contents();
}

struct EditKind
{
    QString name;
    std::function<Edit(const Contents &, int)> make; ///< The n-th of its kind.
};

QList<Need> withNeed(const Task &task, const QString &target)
{
    QList<Need> list = task.needs;
    list.append(test::need(target));
    return list;
}

/// What people do all day, each on a task of its own.
QList<EditKind> editKinds()
{
    const auto at = [](const Contents &now, int n) { return now.tasks.keyAt(500 + (n * 37) % 9000); };
    return {
        {u"title"_s, [at](const Contents &now, int n) { return Edit{}.set(at(now, n), Field::Title, u"Another title %1"_s.arg(n)); }},
        {u"kind"_s, [at](const Contents &now, int n) { return Edit{}.set(at(now, n), Field::Kind, n % 2 ? TaskKind::Implement : TaskKind::Document); }},
        {u"persona"_s, [at](const Contents &now, int n) { return Edit{}.set(at(now, n), Field::Persona, QStringList{u"persona-%1"_s.arg(n % 12)}); }},
        {u"budget"_s, [at](const Contents &now, int n) { return Edit{}.set(at(now, n), Field::BudgetTokens, std::optional<qint64>(20000 + n)); }},
        {u"owns"_s, [at](const Contents &now, int n) { return Edit{}.set(at(now, n), Field::Owns, QStringList{u"lib/new-%1/**"_s.arg(n)}); }},
        {u"deliverables"_s, [at](const Contents &now, int n) { return Edit{}.set(at(now, n), Field::Deliverables, now.task(at(now, n))->deliverables + QStringList{u"more/%1.md"_s.arg(n)}); }},
        {u"add_need"_s, [at](const Contents &now, int n) {
             const NodeKey key = at(now, n);
             return Edit{}.set(key, Field::Needs, withNeed(*now.task(key), now.tasks.at(now.tasks.indexOf(key) - 41).id));
         }},
        {u"remove_need"_s, [at](const Contents &now, int n) {
             const NodeKey key = at(now, n);
             return Edit{}.set(key, Field::Needs, now.task(key)->needs.sliced(now.task(key)->needs.isEmpty() ? 0 : 1));
         }},
        {u"add_task"_s, [](const Contents &now, int n) {
             Task task;
             task.id = u"added-%1"_s.arg(n);
             task.phase = u"phase-7"_s;
             task.personas = {u"persona-1"_s};
             task.evidence = {u"evidence/added-%1.md"_s.arg(n)};
             task.needs = {test::need(now.tasks.at(1800).id)};
             return Edit{}.insert(task);
         }},
        {u"remove_task"_s, [](const Contents &now, int n) {
             return Workflow(now).removing({now.tasks.keyAt(3000 + n)});
         }},
        {u"phase_move"_s, [at](const Contents &now, int n) {
             // The next one of whose needs none is in its own phase, so that the order stays sound.
             qsizetype place = now.tasks.indexOf(at(now, n));
             const auto isBound = [](const Task &task) {
                 const int first = task.phase.section(u'-', 1).toInt() * tasksAPhase;
                 return std::any_of(task.needs.begin(), task.needs.end(), [&](const Need &need) {
                     return need.target.section(u'-', 1).toInt() >= first;
                 });
             };
             while (isBound(now.tasks.at(place)))
                 ++place;
             const int phase = now.tasks.at(place).phase.section(u'-', 1).toInt();
             return Edit{}.set(now.tasks.keyAt(place), Field::Phase, u"phase-%1"_s.arg(phase - 1));
         }},
        {u"gate_criteria"_s, [](const Contents &now, int n) {
             const NodeKey key = now.gates.keyAt(n % now.gates.size());
             return Edit{}.set(key, Field::Criteria, std::optional<QStringList>(QStringList{u"complete"_s, u"approved"_s}));
         }},
    };
}

/// Every kind of edit in turn, until the problems are there to be read; a figure for each kind beside the whole.
Row editRow(const QString &name, const Contents &contents)
{
    constexpr int rounds = 21;
    Workflow workflow(contents);
    Checker checker(workflow);
    const QList<EditKind> kinds = editKinds();
    QList<QList<double>> times(kinds.size());
    QList<double> all;
    for (int n = 0; n < rounds; ++n) {
        for (qsizetype kind = 0; kind < kinds.size(); ++kind) {
            const Edit edit = kinds.at(kind).make(workflow.contents(), n + 100 * int(kind));
            QElapsedTimer timer;
            timer.start();
            workflow.apply(edit);
            checker.problems();
            times[kind].append(double(timer.nsecsElapsed()) / 1e6);
            all.append(times.at(kind).last());
        }
    }
    Row row = rowOf(name, all);
    for (qsizetype kind = 0; kind < kinds.size(); ++kind)
        row.extra.insert(kinds.at(kind).name, qRound(rowOf({}, times.at(kind)).medianMs * 1000) / 1000.0);
    row.extra.insert(u"problems"_s, checker.problems().size());
    return row;
}

} // namespace

QList<Row> validateRows()
{
    const Contents plain = test::randomPlan(tasks, needs, 1);
    const Contents team = teamPlan();
    const Contents huge = test::randomPlan(10 * tasks, 10 * needs, 1);
    return {measure(u"validate_full_10000"_s, 15, [&] { checkWorkflow(plain); }),
            measure(u"validate_full_team_10000"_s, 15, [&] { checkWorkflow(team); }),
            measure(u"validate_full_100000"_s, 5, [&] { checkWorkflow(huge); }),
            editRow(u"validate_edit_10000"_s, team),
            editRow(u"validate_edit_broken_10000"_s, brokenPlan())};
}

} // namespace baton::bench
