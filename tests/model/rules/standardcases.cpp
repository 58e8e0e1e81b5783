// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/model/rules/rulecases.h"

using namespace Qt::StringLiterals;

namespace baton::test {

namespace {

std::function<void(Task &)> as(TaskKind kind, const QString &phase, const QStringList &validates = {})
{
    return [=](Task &task) {
        task.kind = kind;
        task.phase = phase;
        task.validates = validates;
        task.budgetTokens = 1000;
    };
}

/// The standard plan without some of its tasks.
Contents without(const QStringList &ids)
{
    Contents contents = standardPlan();
    QList<NodeKey> keys;
    for (const auto &[key, task] : contents.tasks) {
        if (ids.contains(task->id))
            keys.append(key);
    }
    for (const auto &[key, phase] : contents.phases) {
        if (ids.contains(phase->id))
            keys.append(key);
    }
    for (const auto &[key, gate] : contents.gates) {
        if (ids.contains(gate->id))
            keys.append(key);
    }
    Workflow workflow(contents);
    workflow.apply(workflow.removing(keys));
    return workflow.contents();
}

Plan single()
{
    Plan plan;
    plan.persona(u"dev"_s, Role::Worker).task(u"a"_s, u"dev"_s);
    return plan;
}

} // namespace

Plan standardPlan()
{
    Plan plan;
    plan.info([](WorkflowInfo &info) {
        info.name = u"Standard"_s;
        info.profile = Profile::Standard;
        info.missionSummary = u"Ship it."_s;
        info.missionConstraints = {u"no downtime"_s};
    });
    plan.persona(u"architect"_s, Role::Planner).persona(u"ux-designer"_s, Role::Planner).persona(u"product-manager"_s, Role::Planner);
    plan.persona(u"software-eng"_s, Role::Worker).persona(u"sdet"_s, Role::Worker);
    for (const QString &id : {u"test-engineer"_s, u"performance-eng"_s, u"security-eng"_s})
        plan.persona(id, Role::Validator);
    plan.persona(u"documentation"_s).persona(u"integration-eng"_s, Role::Integrator).persona(u"devops"_s);
    const std::pair<QString, PhaseKind> phases[]{{u"foundation"_s, PhaseKind::Foundation},
                                                 {u"implementation"_s, PhaseKind::Implementation},
                                                 {u"validation"_s, PhaseKind::Validation},
                                                 {u"integration"_s, PhaseKind::Integration}};
    for (const auto &[id, kind] : phases)
        plan.phase(id, kind).gate(u"gate-"_s + id, id);
    const QString foundation = u"foundation"_s;
    const QString implementation = u"implementation"_s;
    const QString validation = u"validation"_s;
    const QString integration = u"integration"_s;
    plan.task(u"design"_s, u"architect"_s, as(TaskKind::Plan, foundation)).task(u"flows"_s, u"ux-designer"_s, as(TaskKind::Plan, foundation))
        .task(u"stories"_s, u"product-manager"_s, as(TaskKind::Plan, foundation));
    for (const QString &id : {u"x"_s, u"y"_s})
        plan.task(id, u"software-eng"_s, as(TaskKind::Implement, implementation)).task(id + u"-tests"_s, u"sdet"_s, as(TaskKind::Test, implementation));
    const QStringList features{u"x"_s, u"y"_s};
    plan.task(u"suite"_s, u"test-engineer"_s, as(TaskKind::Validate, validation, features))
        .task(u"golden"_s, u"product-manager"_s, as(TaskKind::Validate, validation, features))
        .task(u"load"_s, u"performance-eng"_s, as(TaskKind::Validate, validation, features))
        .task(u"audit"_s, u"security-eng"_s, as(TaskKind::Validate, validation, features))
        .task(u"docs"_s, u"documentation"_s, as(TaskKind::Document, validation))
        .task(u"merge"_s, u"integration-eng"_s, as(TaskKind::Integrate, integration))
        .task(u"update"_s, u"architect"_s, as(TaskKind::Document, integration))
        .task(u"deploy"_s, u"devops"_s, as(TaskKind::Plan, integration));
    return plan;
}

QList<RuleCase> standardCases()
{
    const Profile standard = Profile::Standard;
    const Contents sound = standardPlan();
    QList<RuleCase> cases;
    cases.append({u"no phase"_s, u"no-foundation"_s,
                  without({u"foundation"_s, u"design"_s, u"flows"_s, u"stories"_s}), sound, standard});
    cases.append({u"no task"_s, u"missing-architect"_s, without({u"design"_s}), sound, standard});
    cases.append({u"no task"_s, u"missing-ux-designer"_s, without({u"flows"_s}), sound, standard});
    cases.append({u"no stories"_s, u"missing-product-manager"_s, without({u"stories"_s}), sound, standard});
    cases.append({u"no golden path"_s, u"missing-product-manager"_s, without({u"golden"_s}), sound, standard});
    const auto early = [&](const QStringList &needs) {
        Plan plan = standardPlan();
        plan.task(u"early"_s, u"software-eng"_s, [&](Task &task) {
            as(TaskKind::Implement, {})(task);
            for (const QString &id : needs)
                task.needs.append(need(id));
        });
        plan.task(u"early-tests"_s, u"sdet"_s, [&](Task &task) {
            as(TaskKind::Test, {})(task);
            task.needs = {need(u"early"_s)};
        });
        return plan;
    };
    cases.append({u"without the gate"_s, u"implementation-before-architecture"_s, early({}), early({u"gate-foundation"_s}), standard});
    Plan inside = standardPlan();
    inside.task(u"early"_s, u"software-eng"_s, as(TaskKind::Implement, u"foundation"_s));
    inside.task(u"early-tests"_s, u"sdet"_s, [](Task &task) {
        as(TaskKind::Test, u"implementation"_s)(task);
        task.needs = {need(u"early"_s)};
    });
    cases.append({u"in the foundation"_s, u"implementation-before-architecture"_s, inside, sound, standard});
    for (const QString &phase : {QString(), u"validation"_s, u"integration"_s}) {
        const auto late = [&](bool validated) {
            Plan plan = standardPlan();
            plan.task(u"late"_s, u"software-eng"_s, [&](Task &task) {
                as(TaskKind::Implement, phase)(task);
                task.needs = {need(u"gate-implementation"_s)};
            });
            plan.task(u"late-tests"_s, u"sdet"_s, [&](Task &task) {
                as(TaskKind::Test, u"integration"_s)(task);
                task.needs = {need(u"late"_s)};
            });
            if (validated)
                plan.task(u"late-check"_s, u"test-engineer"_s, as(TaskKind::Validate, u"integration"_s, {u"late"_s}));
            return plan;
        };
        cases.append({phase.isEmpty() ? u"without a phase"_s : u"in the phase "_s + phase, u"no-validation"_s, late(false), late(true), standard});
    }
    cases.append({u"one test of two"_s, u"implementation-without-test"_s, without({u"y-tests"_s}), sound, standard});
    cases.append({u"no security"_s, u"missing-validation-roles"_s, without({u"audit"_s}), sound, standard});
    cases.append({u"no documentation"_s, u"missing-validation-roles"_s, without({u"docs"_s}), sound, standard});
    cases.append({u"no phase"_s, u"missing-validation-roles"_s,
                  without({u"validation"_s, u"suite"_s, u"golden"_s, u"load"_s, u"audit"_s, u"docs"_s}), sound, standard});
    // The tester has mended a feature, so somebody else of that role has to be there.
    const auto mended = [](const QStringList &left) {
        Plan plan;
        plan.contents = without(left + QStringList{u"suite"_s});
        for (auto &slot : plan.contents.personas) {
            if (slot.node->id == u"test-engineer"_s) {
                auto persona = std::make_shared<Persona>(*slot.node);
                persona->id = u"tester"_s;
                persona->role = Role::Worker;
                plan.contents.personas.replace(slot.key, persona);
                break;
            }
        }
        plan.task(u"mend"_s, u"tester"_s, [](Task &task) {
            as(TaskKind::Fix, u"implementation"_s)(task);
            task.needs = {need(u"x"_s)};
        });
        return plan;
    };
    cases.append({u"no tester who has not built"_s, u"missing-validation-roles"_s, mended({}), sound, standard});
    cases.append({u"no phase, and a tester who has built"_s, u"missing-validation-roles"_s,
                  mended({u"validation"_s, u"golden"_s, u"load"_s, u"audit"_s, u"docs"_s}), sound, standard});
    Plan loose;
    loose.contents = without({u"foundation"_s, u"design"_s, u"flows"_s, u"stories"_s});
    loose.task(u"early"_s, u"software-eng"_s, as(TaskKind::Implement, {}));
    loose.task(u"early-2"_s, u"software-eng"_s, [](Task &task) {
        as(TaskKind::Implement, {})(task);
        task.needs = {need(u"early"_s)};
    });
    cases.append({u"no phase, and work outside all phases"_s, u"no-foundation"_s, loose, sound, standard});
    cases.append({u"no update"_s, u"no-integration"_s, without({u"update"_s}), sound, standard});
    cases.append({u"no deployment"_s, u"no-integration"_s, without({u"deploy"_s}), sound, standard});
    cases.append({u"no phase"_s, u"no-integration"_s, without({u"integration"_s, u"merge"_s, u"update"_s, u"deploy"_s}), sound, standard});
    return cases;
}

QList<RuleCase> gateAndEvidenceCases()
{
    QList<RuleCase> cases;
    const auto inPhase = [](Task &task) { task.phase = u"p"_s; };
    const auto withPhase = [&] { return single().phase(u"p"_s).task(u"b"_s, u"dev"_s, inPhase); };
    const auto fixPhase = [](Phase &phase) { phase.fixes = u"g"_s; };
    for (Profile profile : {Profile::Core, Profile::Standard})
        cases.append({u"no gate"_s, u"phase-without-gate"_s, withPhase(),
                      withPhase().gate(u"g"_s, u"p"_s).phase(u"f"_s, PhaseKind::Fix, fixPhase), profile});
    cases.append({u"an empty list"_s, u"gate-without-criteria"_s,
                  withPhase().gate(u"g"_s, u"p"_s, [](Gate &g) { g.criteria = QStringList(); }), withPhase().gate(u"g"_s, u"p"_s)});
    cases.append({u"a sync point alone"_s, u"gate-needs-nothing"_s,
                  single().gate(u"g"_s, {}).task(u"b"_s, u"dev"_s, [](Task &t) { t.needs = {need(u"g"_s)}; }),
                  single().gate(u"g"_s, {}, [](Gate &g) { g.needs = {u"a"_s}; })});
    const auto bare = [](Task &task) { task.evidence.clear(); };
    const auto delivers = [](Task &task) {
        task.evidence.clear();
        task.deliverables = {u"out/b.md"_s};
    };
    for (Profile profile : {Profile::Core, Profile::Standard})
        cases.append({u"no file at all"_s, u"no-evidence"_s, single().task(u"b"_s, u"dev"_s, bare),
                      single().task(u"b"_s, u"dev"_s, delivers), profile});
    const auto describe = [](WorkflowInfo &info) { info.description = u"Why we do it."_s; };
    const auto mission = [](WorkflowInfo &info) {
        info.missionSummary = u"Ship."_s;
        info.missionConstraints = {u"safely"_s};
    };
    for (const QString &rule : {u"missing-mission"_s, u"missing-constraints"_s}) {
        cases.append({u"with a planner"_s, rule, single().persona(u"lead"_s, Role::Planner).info(describe), single().info(describe)});
        cases.append({u"in the standard"_s, rule, single().info(describe), single().info(mission), Profile::Standard});
    }
    return cases;
}

} // namespace baton::test
