// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/views/canvas/standardplan.h"

#include "tests/support/plans.h"

using namespace Qt::StringLiterals;

namespace baton::test {

namespace {

struct Row
{
    const char *id, *title, *persona, *model;
    int tokens;
    TaskKind kind;
    TaskState state;
};

struct Column
{
    const char *id, *title;
    PhaseKind kind;
    GateState gate;
    QList<Row> rows;
};

const QList<Column> &columns()
{
    using enum TaskState;
    static const QList<Column> all{
        {"foundation", "Foundation", PhaseKind::Foundation, GateState::Passed,
         {{"system-design", "System design", "architect", "opus", 120, TaskKind::Plan, Complete},
          {"user-flows", "User flows & UX", "ux-designer", "sonnet", 80, TaskKind::Plan, Complete},
          {"user-stories", "User stories", "product-manager", "sonnet", 60, TaskKind::Plan, Complete}}},
        {"implementation", "Implementation", PhaseKind::Implementation, GateState::Checking,
         {{"profile-editor", "Profile editor", "software-eng", "sonnet", 150, TaskKind::Implement, Complete},
          {"profile-editor-tests", "Profile editor tests", "sdet", "sonnet", 90, TaskKind::Test, Active},
          {"api-hardening", "API hardening", "security-eng", "opus", 150, TaskKind::Implement, Active},
          {"api-hardening-tests", "API hardening tests", "sdet", "sonnet", 90, TaskKind::Test, Blocked}}},
        {"validation", "Validation", PhaseKind::Validation, GateState::Closed,
         {{"e2e", "End-to-end tests", "test-engineer", "sonnet", 110, TaskKind::Validate, Pending},
          {"golden-path", "Golden path", "product-manager", "sonnet", 50, TaskKind::Validate, Ready},
          {"load", "Load testing", "performance-eng", "sonnet", 70, TaskKind::Validate, Failed},
          {"security-audit", "Security audit", "security-eng", "opus", 90, TaskKind::Validate, Pending},
          {"guides", "User guides", "documentation", "haiku", 30, TaskKind::Document, Skipped}}},
        {"integration", "Integration", PhaseKind::Integration, GateState::Closed,
         {{"merge", "Stream merge", "integration-eng", "opus", 80, TaskKind::Integrate, Pending},
          {"architecture", "Architecture update", "architect", "opus", 40, TaskKind::Plan, Starting},
          {"deploy", "Deployment prep", "devops", "sonnet", 60, TaskKind::Work, Cancelled}}},
    };
    return all;
}

} // namespace

StandardPlan::StandardPlan()
{
    contents.info.name = u"Standard orchestration"_s;
    int number = 0;
    for (const Column &column : columns()) {
        Phase phase;
        phase.id = QString::fromLatin1(column.id);
        phase.title = QString::fromLatin1(column.title);
        phase.kind = column.kind;
        add(contents, phase);
        for (const Row &row : column.rows) {
            Task task;
            task.id = QString::fromLatin1(row.id);
            task.title = QString::fromLatin1(row.title);
            task.phase = phase.id;
            task.personas = {QString::fromLatin1(row.persona)};
            task.model = QString::fromLatin1(row.model);
            task.kind = row.kind;
            task.budgetTokens = row.tokens * 1000;
            if (task.id == u"security-audit")
                task.validates = {u"api-hardening"_s};
            PlanTask planned;
            planned.id = task.id;
            planned.key = add(contents, task);
            plan.taskIndex.insert(planned.id, int(plan.tasks.size()));
            plan.tasks.append(planned);
            state.tasks.append(TaskRun{.state = row.state});
        }
        Gate gate;
        gate.id = u"gate-%1"_s.arg(++number);
        gate.title = u"Gate %1"_s.arg(number);
        gate.phase = phase.id;
        PlanGate planned;
        planned.id = gate.id;
        planned.key = add(contents, gate);
        plan.gateIndex.insert(planned.id, int(plan.gates.size()));
        plan.gates.append(planned);
        GateRun run{.state = column.gate};
        if (column.gate == GateState::Checking)
            run.criteria = {{u"complete"_s, false, u"1 of 4 tasks complete"_s},
                            {u"evidence"_s, true, u"1 of 1 files verified"_s},
                            {u"signed-off"_s, false, u"@architect pending"_s}};
        state.gates.append(run);
    }
    const auto keyOf = [&](const QString &id) { return plan.tasks.at(plan.indexOfTask(id)).key; };
    Problem problem;
    problem.rule = u"self-validation"_s;
    problem.severity = Severity::Error;
    problem.message = u"@security-eng implements “API hardening” and audits it in “Security audit”."_s;
    problem.subjects = {keyOf(u"security-audit"_s), keyOf(u"api-hardening"_s)};
    Problem warning;
    warning.severity = Severity::Warning;
    warning.message = u"Needs no evidence."_s;
    warning.subjects = {keyOf(u"deploy"_s)};
    problems = {problem, warning};
}

} // namespace baton::test
