// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/model/rules/rulecases.h"

using namespace Qt::StringLiterals;

namespace baton::test {

Plan &Plan::persona(const QString &id, Role role, const std::function<void(Persona &)> &more)
{
    Persona node;
    node.id = id;
    node.role = role;
    if (more)
        more(node);
    add(contents, node);
    return *this;
}

Plan &Plan::phase(const QString &id, PhaseKind kind, const std::function<void(Phase &)> &more)
{
    Phase node;
    node.id = id;
    node.kind = kind;
    if (more)
        more(node);
    add(contents, node);
    return *this;
}

Plan &Plan::task(const QString &id, const QString &who, const std::function<void(Task &)> &more)
{
    Task node;
    node.id = id;
    if (!who.isEmpty())
        node.personas = {who};
    node.evidence = {u"evidence/%1.md"_s.arg(id)};
    if (more)
        more(node);
    add(contents, node);
    return *this;
}

Plan &Plan::gate(const QString &id, const QString &phase, const std::function<void(Gate &)> &more)
{
    Gate node;
    node.id = id;
    node.phase = phase;
    if (more)
        more(node);
    add(contents, node);
    return *this;
}

Plan &Plan::info(const std::function<void(WorkflowInfo &)> &more)
{
    more(contents.info);
    return *this;
}

namespace {

/// Two people, so that nobody has to validate their own work.
Plan team()
{
    Plan plan;
    plan.info([](WorkflowInfo &info) { info.name = u"Plan"_s; });
    plan.persona(u"dev"_s, Role::Worker).persona(u"tester"_s, Role::Validator);
    return plan;
}

std::function<void(Task &)> needs(const QStringList &ids)
{
    return [ids](Task &task) {
        for (const QString &id : ids)
            task.needs.append(need(id));
    };
}

std::function<void(Task &)> kind(TaskKind value, const QString &phase = {})
{
    return [=](Task &task) {
        task.kind = value;
        task.phase = phase;
    };
}

std::function<void(Task &)> inPhase(const QString &phase, const QStringList &ids = {})
{
    return [=](Task &task) {
        task.phase = phase;
        needs(ids)(task);
    };
}

std::function<void(Task &)> validates(const QStringList &ids, const QString &phase = {})
{
    return [=](Task &task) {
        task.kind = TaskKind::Validate;
        task.validates = ids;
        task.phase = phase;
    };
}

} // namespace

QList<RuleCase> identityCases()
{
    QList<RuleCase> cases;
    cases.append({u"two tasks"_s, u"duplicate-id"_s, team().task(u"c"_s, u"dev"_s).task(u"c"_s, u"dev"_s),
                  team().task(u"c"_s, u"dev"_s).task(u"c-2"_s, u"dev"_s)});
    cases.append({u"a task and a gate"_s, u"duplicate-id"_s,
                  team().task(u"c"_s, u"dev"_s).gate(u"c"_s, {}, [](Gate &g) { g.needs = {u"c"_s}; }),
                  team().phase(u"c"_s).task(u"c"_s, u"dev"_s, inPhase(u"c"_s)).gate(u"g"_s, u"c"_s)});
    cases.append({u"an id with a space"_s, u"bad-id"_s,
                  team().task(u"First task"_s, u"dev"_s).task(u"b"_s, u"dev"_s, needs({u"First task"_s})),
                  team().task(u"1-first-task"_s, u"dev"_s).task(u"b"_s, u"dev"_s, needs({u"1-first-task"_s}))});
    cases.append({u"no id"_s, u"bad-id"_s, team().task({}, u"dev"_s, [](Task &t) { t.title = u"Do it"_s; }),
                  team().task(u"x"_s, u"dev"_s)});
    cases.append({u"a task"_s, u"self-need"_s, team().task(u"a"_s, u"dev"_s, needs({u"a"_s})),
                  team().task(u"b"_s, u"dev"_s).task(u"a"_s, u"dev"_s, needs({u"b"_s}))});
    cases.append({u"a sync point"_s, u"self-need"_s,
                  team().task(u"a"_s, u"dev"_s).gate(u"g"_s, {}, [](Gate &g) { g.needs = {u"g"_s, u"a"_s}; }),
                  team().task(u"a"_s, u"dev"_s).gate(u"g"_s, {}, [](Gate &g) { g.needs = {u"a"_s}; })});
    cases.append({u"a misspelt need"_s, u"unknown-reference"_s,
                  team().task(u"build"_s, u"dev"_s).task(u"ship"_s, u"dev"_s, needs({u"biuld"_s})),
                  team().task(u"build"_s, u"dev"_s).task(u"ship"_s, u"dev"_s, needs({u"build"_s}))});
    cases.append({u"a persona"_s, u"unknown-reference"_s, team().task(u"build"_s, u"developer"_s),
                  team().task(u"build"_s, u"@dev"_s)});
    cases.append({u"a phase"_s, u"unknown-reference"_s,
                  team().phase(u"one"_s).gate(u"g"_s, u"one"_s).task(u"a"_s, u"dev"_s, inPhase(u"oen"_s)),
                  team().phase(u"one"_s).gate(u"g"_s, u"one"_s).task(u"a"_s, u"dev"_s, inPhase(u"one"_s))});
    cases.append({u"validating a gate"_s, u"unknown-reference"_s,
                  team().phase(u"p"_s).gate(u"g"_s, u"p"_s).task(u"a"_s, u"dev"_s, inPhase(u"p"_s))
                      .task(u"v"_s, u"tester"_s, validates({u"a"_s, u"g"_s})),
                  team().phase(u"p"_s).gate(u"g"_s, u"p"_s).task(u"a"_s, u"dev"_s, inPhase(u"p"_s))
                      .task(u"v"_s, u"tester"_s, validates({u"a"_s}))});
    cases.append({u"what a phase comes after"_s, u"unknown-reference"_s,
                  team().phase(u"p"_s, PhaseKind::Other, [](Phase &p) { p.after = QStringList{u"nothing"_s}; })
                      .gate(u"g"_s, u"p"_s).task(u"a"_s, u"dev"_s, inPhase(u"p"_s)),
                  team().phase(u"p"_s, PhaseKind::Other, [](Phase &p) { p.after = QStringList(); })
                      .gate(u"g"_s, u"p"_s).task(u"a"_s, u"dev"_s, inPhase(u"p"_s))});
    const auto until = [](const QString &label) {
        return team().phase(u"p"_s, PhaseKind::Other, [label](Phase &p) { p.repeatMax = 3; p.repeatUntil = label; }).gate(u"g"_s, u"p"_s)
            .task(u"a"_s, u"dev"_s, inPhase(u"p"_s)).task(u"v"_s, u"tester"_s, [](Task &t) { t.phase = u"p"_s; t.validates = {u"a"_s}; });
    };
    cases.append({u"until a task alone"_s, u"unknown-reference"_s, until(u"v"_s), until(u"v.approved"_s)});
    cases.append({u"until what nobody returns"_s, u"unknown-outcome"_s, until(u"v.aproved"_s), until(u"v.approved"_s)});
    cases.append({u"who signs off"_s, u"unknown-reference"_s,
                  team().phase(u"p"_s).gate(u"g"_s, u"p"_s, [](Gate &g) { g.signOff = {u"boss"_s}; })
                      .task(u"a"_s, u"dev"_s, inPhase(u"p"_s)),
                  team().phase(u"p"_s).gate(u"g"_s, u"p"_s, [](Gate &g) { g.signOff = {u"Anna"_s}; g.approval = Approval::Manual; })
                      .task(u"a"_s, u"dev"_s, inPhase(u"p"_s))});
    return cases;
}

QList<RuleCase> orderCases()
{
    QList<RuleCase> cases;
    cases.append({u"three tasks"_s, u"cycle"_s,
                  team().task(u"a"_s, u"dev"_s, needs({u"c"_s})).task(u"b"_s, u"dev"_s, needs({u"a"_s}))
                      .task(u"c"_s, u"dev"_s, needs({u"b"_s})),
                  team().task(u"a"_s, u"dev"_s).task(u"b"_s, u"dev"_s, needs({u"a"_s}))
                      .task(u"c"_s, u"dev"_s, needs({u"a"_s, u"b"_s}))});
    cases.append({u"through a sync point"_s, u"cycle"_s,
                  team().task(u"a"_s, u"dev"_s, needs({u"g"_s})).gate(u"g"_s, {}, [](Gate &g) { g.needs = {u"a"_s}; }),
                  team().task(u"a"_s, u"dev"_s).gate(u"g"_s, {}, [](Gate &g) { g.needs = {u"a"_s}; })});
    const auto twoPhases = [] {
        return team().phase(u"one"_s).phase(u"two"_s).gate(u"g1"_s, u"one"_s).gate(u"g2"_s, u"two"_s)
            .task(u"filler"_s, u"dev"_s, inPhase(u"one"_s)).task(u"filler-2"_s, u"tester"_s, inPhase(u"one"_s));
    };
    cases.append({u"into a later phase"_s, u"phase-order"_s,
                  twoPhases().task(u"late"_s, u"dev"_s, inPhase(u"two"_s)).task(u"a"_s, u"dev"_s, inPhase(u"one"_s, {u"late"_s}))
                      .task(u"b"_s, u"dev"_s, inPhase(u"one"_s, {u"a"_s})),
                  twoPhases().task(u"late"_s, u"dev"_s, inPhase(u"two"_s, {u"a"_s})).task(u"a"_s, u"dev"_s, inPhase(u"one"_s))});
    cases.append({u"its own gate"_s, u"phase-order"_s, twoPhases().task(u"a"_s, u"dev"_s, inPhase(u"one"_s, {u"g1"_s})),
                  twoPhases().task(u"a"_s, u"dev"_s, inPhase(u"two"_s, {u"g1"_s}))});
    cases.append({u"through a task without a phase"_s, u"phase-order"_s,
                  twoPhases().task(u"late"_s, u"dev"_s, inPhase(u"two"_s)).task(u"between"_s, u"dev"_s, needs({u"late"_s}))
                      .task(u"a"_s, u"dev"_s, inPhase(u"one"_s, {u"between"_s})),
                  twoPhases().task(u"early"_s, u"dev"_s, inPhase(u"one"_s)).task(u"between"_s, u"dev"_s, needs({u"early"_s}))
                      .task(u"a"_s, u"dev"_s, inPhase(u"two"_s, {u"between"_s}))});
    const auto twoCircles = [&](const QString &second) {
        return twoPhases().task(u"x"_s, u"dev"_s, inPhase(u"one"_s, {u"g2"_s})).task(u"late"_s, u"dev"_s, inPhase(u"two"_s))
            .task(u"between"_s, u"dev"_s, needs({u"late"_s})).task(u"a"_s, u"dev"_s, inPhase(second, {u"between"_s}));
    };
    cases.append({u"beside another need into a later phase"_s, u"phase-order"_s, twoCircles(u"one"_s),
                  twoPhases().task(u"late"_s, u"dev"_s, inPhase(u"two"_s))});
    cases.append({u"phases in a circle"_s, u"phase-order"_s,
                  team().phase(u"one"_s, PhaseKind::Other, [](Phase &p) { p.after = QStringList{u"two"_s}; }).phase(u"two"_s)
                      .gate(u"g1"_s, u"one"_s).gate(u"g2"_s, u"two"_s).task(u"a"_s, u"dev"_s, inPhase(u"one"_s))
                      .task(u"b"_s, u"dev"_s, inPhase(u"two"_s)),
                  team().phase(u"one"_s, PhaseKind::Other, [](Phase &p) { p.after = QStringList{u"two"_s}; })
                      .phase(u"two"_s, PhaseKind::Other, [](Phase &p) { p.after = QStringList(); })
                      .gate(u"g1"_s, u"one"_s).gate(u"g2"_s, u"two"_s).task(u"a"_s, u"dev"_s, inPhase(u"one"_s))
                      .task(u"b"_s, u"dev"_s, inPhase(u"two"_s))});
    const auto rounds = [](qint64 most) {
        return [=](Phase &phase) {
            phase.repeatMax = most;
            phase.repeatUntil = u"b.approved"_s;
        };
    };
    const auto repeated = [&](qint64 most, const QString &phase) {
        return team().phase(u"one"_s, PhaseKind::Other, rounds(most)).gate(u"g1"_s, u"one"_s).task(u"a"_s, u"dev"_s, inPhase(u"one"_s))
            .task(u"between"_s, u"dev"_s, inPhase(phase, {u"a"_s})).task(u"b"_s, u"dev"_s, inPhase(u"one"_s, {u"between"_s}));
    };
    cases.append({u"round a repeated phase"_s, u"phase-order"_s, repeated(2, {}), repeated(2, u"one"_s)});
    cases.append({u"round a phase that is not repeated"_s, u"phase-order"_s, repeated(3, {}), repeated(1, {})});
    const auto late = [](Task &task) {
        task.needs = {need(u"v"_s)};
        task.kind = TaskKind::Work;
    };
    cases.append({u"needed by what it validates"_s, u"validation-order"_s,
                  team().task(u"a"_s, u"dev"_s, late).task(u"v"_s, u"tester"_s, validates({u"a"_s})),
                  team().task(u"a"_s, u"dev"_s).task(u"v"_s, u"tester"_s, validates({u"a"_s})).task(u"end"_s, u"dev"_s, late)});
    cases.append({u"in an earlier phase"_s, u"validation-order"_s,
                  twoPhases().task(u"a"_s, u"dev"_s, inPhase(u"two"_s)).task(u"v"_s, u"tester"_s, validates({u"a"_s}, u"one"_s)),
                  twoPhases().task(u"a"_s, u"dev"_s, inPhase(u"one"_s)).task(u"v"_s, u"tester"_s, validates({u"a"_s}, u"two"_s))});
    return cases;
}

QList<RuleCase> personaCases()
{
    QList<RuleCase> cases;
    cases.append({u"nobody"_s, u"no-persona"_s, team().task(u"a"_s, {}), team().task(u"a"_s, u"dev"_s)});
    Plan alone;
    cases.append({u"nobody there to ask"_s, u"no-persona"_s, alone.task(u"a"_s, {}), team().task(u"a"_s, u"dev"_s)});
    const auto two = [](Task &task) {
        task.personas = {u"dev"_s, u"tester"_s};
        task.deliverables = {u"out/a.md"_s};
        task.owns = {u"out/**"_s};
    };
    cases.append({u"a list"_s, u"many-personas"_s,
                  team().task(u"a"_s, {}, two).task(u"b"_s, u"dev"_s, needs({u"a"_s})),
                  team().task(u"a"_s, u"dev"_s, [](Task &t) { t.deliverables = {u"out/a.md"_s}; })
                      .task(u"b"_s, u"dev"_s, needs({u"a"_s}))});
    cases.append({u"twice the same"_s, u"many-personas"_s,
                  team().task(u"a"_s, {}, [](Task &t) { t.personas = {u"dev"_s, u"@dev"_s}; }), team().task(u"a"_s, u"dev"_s)});
    const auto listed = [&](const QString &judge) {
        return team().task(u"a"_s, {}, two).task(u"v"_s, judge, [](Task &t) { t.kind = TaskKind::Review; t.needs = {need(u"a"_s)}; });
    };
    cases.append({u"a list that its own validator is on"_s, u"many-personas"_s, listed(u"dev"_s),
                  team().task(u"a"_s, u"dev"_s).task(u"v"_s, u"tester"_s, needs({u"a"_s}))});
    cases.append({u"on a task"_s, u"combined-persona"_s,
                  team().task(u"a"_s, u"@engineer and @designer"_s).task(u"b"_s, u"dev"_s, needs({u"a"_s})),
                  team().persona(u"research-and-development"_s).task(u"a"_s, u"research-and-development"_s)});
    const auto joined = [](const QString &who) {
        return team().persona(u"dev-2"_s, Role::Worker).task(u"a"_s, who, kind(TaskKind::Implement))
            .task(u"v"_s, u"dev"_s, [](Task &t) { t.validates = {u"a"_s}; });
    };
    for (const QString &who : {u"@dev and @dev-2"_s, u"dev + dev-2"_s, u"@Dev & @Dev-2"_s})
        cases.append({who + u", one of whom validates it"_s, u"combined-persona"_s, joined(who), joined(u"tester"_s)});
    cases.append({u"as a file's reader leaves it"_s, u"combined-persona"_s, // without the first @
                  team().task(u"a"_s, u"engineer & @designer"_s).task(u"b"_s, u"dev"_s, needs({u"a"_s})),
                  team().persona(u"r&d"_s).task(u"a"_s, u"r&d"_s)});
    cases.append({u"of declared ones"_s, u"combined-persona"_s, team().task(u"a"_s, u"dev/tester"_s),
                  team().task(u"a"_s, u"tester"_s)});
    cases.append({u"as a title of titles"_s, u"combined-persona"_s,
                  team().persona(u"lead-dev"_s).persona(u"both"_s, Role::Unset, [](Persona &p) { p.title = u"Lead Dev and Tester"_s; })
                      .task(u"a"_s, u"both"_s),
                  team().persona(u"both"_s, Role::Unset, [](Persona &p) { p.title = u"Sword and Tester"_s; }).task(u"a"_s, u"both"_s)});
    cases.append({u"as a persona's title"_s, u"combined-persona"_s,
                  team().persona(u"both"_s, Role::Unset, [](Persona &p) { p.title = u"@dev + @tester"_s; }).task(u"a"_s, u"both"_s),
                  team().persona(u"both"_s, Role::Unset, [](Persona &p) { p.title = u"R&D, CI/CD and C++"_s; })
                      .task(u"a"_s, u"both"_s)});
    return cases;
}

QList<RuleCase> validationCases()
{
    QList<RuleCase> cases;
    const auto built = [] { return team().persona(u"dev-2"_s, Role::Worker).task(u"a"_s, u"dev"_s, kind(TaskKind::Implement)); };
    cases.append({u"its own work"_s, u"self-validation"_s, built().task(u"v"_s, u"dev"_s, validates({u"a"_s})),
                  built().task(u"v"_s, u"tester"_s, validates({u"a"_s}))});
    cases.append({u"nobody else there"_s, u"self-validation"_s,
                  Plan().persona(u"dev"_s).task(u"a"_s, u"dev"_s).task(u"v"_s, u"dev"_s, validates({u"a"_s})),
                  Plan().persona(u"dev"_s).task(u"a"_s, u"dev"_s).task(u"v"_s, u"dev"_s, needs({u"a"_s}))});
    const auto doneBy = [](const QStringList &personas, const QString &judge) {
        return team().persona(u"dev-2"_s, Role::Worker).persona(u"both"_s, Role::Worker, [](Persona &p) { p.title = u"@dev & @dev-2"_s; })
            .task(u"a"_s, {}, [personas](Task &t) { t.kind = TaskKind::Implement; t.personas = personas; })
            .task(u"v"_s, judge, validates({u"a"_s}));
    };
    for (const QStringList &personas : {QStringList{u"dev"_s, u"dev-2"_s}, QStringList{u"@dev and @dev-2"_s}, QStringList{u"dev-2 + dev"_s},
                                        QStringList{u"dev/dev-2"_s, u"third"_s}, QStringList{u"both"_s}})
        cases.append({u"by one of "_s + personas.join(u", "_s), u"self-validation"_s, doneBy(personas, u"dev-2"_s), doneBy(personas, u"tester"_s)});
    cases.append({u"by a list"_s, u"self-validation"_s,
                  built().task(u"v"_s, {}, [](Task &t) { t.personas = {u"tester"_s, u"dev"_s}; t.validates = {u"a"_s}; }),
                  built().task(u"v"_s, {}, [](Task &t) { t.personas = {u"tester"_s, u"dev-2"_s}; t.validates = {u"a"_s}; })});
    const auto review = [](NeedType type) {
        return [type](Task &task) {
            task.kind = TaskKind::Review;
            task.needs = {need(u"a"_s, type)};
        };
    };
    cases.append({u"a review of what it needs"_s, u"self-validation"_s, built().task(u"v"_s, u"dev"_s, review(NeedType::Output)),
                  built().task(u"v"_s, u"dev"_s, review(NeedType::Knowledge))});
    cases.append({u"through a fix"_s, u"self-validation"_s,
                  built().task(u"repair"_s, u"tester"_s, [](Task &t) { t.kind = TaskKind::Fix; t.needs = {need(u"a"_s)}; })
                      .task(u"v"_s, u"tester"_s, validates({u"a"_s})),
                  built().task(u"repair"_s, u"dev-2"_s, [](Task &t) { t.kind = TaskKind::Fix; t.needs = {need(u"a"_s)}; })
                      .task(u"v"_s, u"tester"_s, validates({u"a"_s}))});
    const auto repaired = [&](const QString &who, const QStringList &after) {
        return built().task(u"v"_s, u"tester"_s, validates({u"a"_s})).task(u"repair"_s, who, [after](Task &t) {
            t.kind = TaskKind::Fix;
            needs(QStringList{u"a"_s} + after)(t);
        });
    };
    cases.append({u"through a fix after it"_s, u"self-validation"_s, repaired(u"tester"_s, {}), repaired(u"tester"_s, {u"v"_s})});
    cases.append({u"again, after a fix"_s, u"self-validation"_s,
                  repaired(u"tester"_s, {u"v"_s}).task(u"again"_s, u"tester"_s, [](Task &t) { validates({u"a"_s})(t); needs({u"repair"_s})(t); }),
                  repaired(u"tester"_s, {u"v"_s}).persona(u"third"_s)
                      .task(u"again"_s, u"third"_s, [](Task &t) { validates({u"a"_s})(t); needs({u"repair"_s})(t); })});
    // What a fix phase mends is what its gate judged: somebody's own work, or else the others'.
    const auto mending = [&](const QString &mends, const QString &judges, const QString &judged) {
        return team().persona(u"dev-2"_s, Role::Worker).persona(u"third"_s).phase(u"p"_s).gate(u"g"_s, u"p"_s)
            .phase(u"f"_s, PhaseKind::Fix, [](Phase &phase) { phase.fixes = u"g"_s; })
            .task(u"a"_s, u"dev"_s, kind(TaskKind::Implement, u"p"_s)).task(u"b"_s, u"dev-2"_s, kind(TaskKind::Implement, u"p"_s))
            .task(u"va"_s, u"dev-2"_s, validates({u"a"_s}, u"p"_s)).task(u"vb"_s, u"dev"_s, validates({u"b"_s}, u"p"_s))
            .task(u"mend"_s, mends, kind(TaskKind::Fix, u"f"_s))
            .task(u"again"_s, judges, [judged](Task &t) { validates({judged}, u"f"_s)(t); needs({u"mend"_s})(t); });
    };
    cases.append({u"in a fix phase"_s, u"self-validation"_s, mending(u"third"_s, u"third"_s, u"a"_s), mending(u"third"_s, u"tester"_s, u"a"_s)});
    cases.append({u"in a fix phase of one's own work"_s, u"self-validation"_s, mending(u"dev"_s, u"dev"_s, u"a"_s), mending(u"dev"_s, u"dev"_s, u"b"_s)});
    const auto phases = [] {
        return team().persona(u"other"_s).phase(u"build"_s, PhaseKind::Implementation).phase(u"check"_s, PhaseKind::Validation)
            .gate(u"g1"_s, u"build"_s).gate(u"g2"_s, u"check"_s).task(u"a"_s, u"dev"_s, kind(TaskKind::Implement, u"build"_s))
            .task(u"b"_s, u"other"_s, kind(TaskKind::Implement, u"build"_s))
            .task(u"stories"_s, u"tester"_s, kind(TaskKind::Plan, u"build"_s));
    };
    for (Profile profile : {Profile::Core, Profile::Standard})
        cases.append({u"built before"_s, u"validator-implemented"_s,
                      phases().task(u"v"_s, u"other"_s, validates({u"a"_s}, u"check"_s)).task(u"w"_s, u"tester"_s, validates({u"b"_s}, u"check"_s)),
                      phases().task(u"v"_s, u"tester"_s, validates({u"a"_s, u"b"_s}, u"check"_s)), profile});
    const auto builtTogether = [&](const QString &judge) {
        return phases().task(u"c"_s, {}, [](Task &t) { kind(TaskKind::Test, u"build"_s)(t); t.personas = {u"dev"_s, u"sdet"_s, u"tester"_s}; })
            .persona(u"sdet"_s).persona(u"third"_s).task(u"v"_s, judge, validates({u"a"_s, u"b"_s}, u"check"_s));
    };
    cases.append({u"built before, as one of a list"_s, u"validator-implemented"_s, builtTogether(u"sdet"_s), builtTogether(u"third"_s)});
    cases.append({u"one of two"_s, u"no-validation"_s, phases().task(u"v"_s, u"tester"_s, validates({u"a"_s}, u"check"_s)),
                  phases().task(u"v"_s, u"tester"_s, validates({u"a"_s, u"b"_s}, u"check"_s))});
    cases.append({u"none at all"_s, u"no-validation"_s, built(), built().task(u"v"_s, u"tester"_s, validates({u"a"_s}))});
    const auto settled = [&](Severity severity) {
        return team().task(u"a"_s, u"dev"_s, [severity](Task &t) {
            t.kind = TaskKind::Implement;
            t.rules.insert(u"no-validation"_s, {severity, u"a spike"_s});
        });
    };
    cases.append({u"none at all, and that is agreed"_s, u"no-validation"_s, settled(Severity::Info), settled(Severity::Off)});
    cases.append({u"in the standard"_s, u"no-validation"_s, built(), built().task(u"v"_s, u"tester"_s, validates({u"a"_s})),
                  Profile::Standard});
    cases.append({u"in the middle"_s, u"validation-ignored"_s,
                  built().task(u"v"_s, u"tester"_s, validates({u"a"_s})).task(u"b"_s, u"dev"_s, needs({u"a"_s}))
                      .task(u"c"_s, u"dev"_s, needs({u"b"_s})),
                  built().task(u"v"_s, u"tester"_s, validates({u"a"_s})).task(u"b"_s, u"dev"_s, needs({u"a"_s}))});
    cases.append({u"by a gate that asks for less"_s, u"validation-ignored"_s,
                  team().phase(u"p"_s).task(u"a"_s, u"dev"_s, inPhase(u"p"_s)).task(u"v"_s, u"tester"_s, validates({u"a"_s}, u"p"_s))
                      .gate(u"g"_s, u"p"_s, [](Gate &g) { g.criteria = QStringList{u"complete"_s}; })
                      .phase(u"q"_s).gate(u"h"_s, u"q"_s).task(u"z"_s, u"dev"_s, inPhase(u"q"_s)),
                  team().phase(u"p"_s).task(u"a"_s, u"dev"_s, inPhase(u"p"_s)).task(u"v"_s, u"tester"_s, validates({u"a"_s}, u"p"_s))
                      .gate(u"g"_s, u"p"_s).phase(u"q"_s).gate(u"h"_s, u"q"_s).task(u"z"_s, u"dev"_s, inPhase(u"q"_s))});
    const auto shell = [](bool verdict, const QString &type) {
        return [=](Task &task) {
            validates({u"a"_s})(task);
            task.executor.type = type;
            task.verdict = verdict;
        };
    };
    cases.append({u"a command without a verdict"_s, u"qa-without-issues"_s, built().task(u"v"_s, u"tester"_s, shell(false, u"shell"_s)),
                  built().task(u"v"_s, u"tester"_s, shell(true, u"shell"_s))});
    return cases;
}

} // namespace baton::test
