// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/model/rules/rulecases.h"

using namespace Qt::StringLiterals;

namespace baton::test {

namespace {

/// Two people and a task of each, so that no rule about persons speaks.
Plan pair()
{
    Plan plan;
    plan.persona(u"dev"_s).persona(u"other"_s);
    return plan;
}

std::function<void(Task &)> files(const QStringList &inputs, const QStringList &deliverables, const QStringList &needs = {})
{
    return [=](Task &task) {
        task.inputs = inputs;
        task.deliverables = deliverables;
        for (const QString &id : needs)
            task.needs.append(need(id));
    };
}

std::function<void(Task &)> owns(const QStringList &globs, const QStringList &needs = {}, const QStringList &deliverables = {})
{
    return [=](Task &task) {
        files({}, deliverables, needs)(task);
        task.owns = globs;
    };
}

std::function<void(Task &)> branch(const QString &target, const QStringList &when, const QStringList &deliverables = {})
{
    return [=](Task &task) {
        Need one = need(target);
        one.when = when;
        task.needs.append(one);
        task.deliverables = deliverables;
    };
}

std::function<void(Task &)> decides(const QStringList &outcomes)
{
    return [=](Task &task) {
        task.kind = TaskKind::Decide;
        task.outcomes = outcomes;
    };
}

} // namespace

QList<RuleCase> fileCases()
{
    QList<RuleCase> cases;
    const QSet<QString> repository{u"src/main.c"_s, u"docs/design.md"_s};
    cases.append({u"a misspelt input"_s, u"input-without-producer"_s,
                  pair().task(u"a"_s, u"dev"_s, files({}, {u"out/data.json"_s}))
                      .task(u"b"_s, u"other"_s, files({u"out/dta.json"_s}, {}, {u"a"_s})),
                  pair().task(u"a"_s, u"dev"_s, files({u"docs/"_s}, {u"out/data.json"_s}))
                      .task(u"b"_s, u"other"_s, files({u"out/*.json"_s, u"src/main.c"_s, u"src"_s}, {}, {u"a"_s})),
                  Profile::Core, repository});
    const auto handsOver = [](const QString &file) {
        return [file](Task &task) {
            Need output = need(u"a"_s, NeedType::Output);
            output.files = {file};
            task.needs = {output};
        };
    };
    cases.append({u"a misspelt file of a need"_s, u"input-without-producer"_s,
                  pair().task(u"a"_s, u"dev"_s, files({}, {u"out/data.json"_s})).task(u"b"_s, u"other"_s, handsOver(u"out/dta.json"_s)),
                  pair().task(u"a"_s, u"dev"_s, files({}, {u"out/"_s})).task(u"b"_s, u"other"_s, handsOver(u"out/data.json"_s)),
                  Profile::Core, repository});
    cases.append({u"delivered at the same time"_s, u"input-not-upstream"_s,
                  pair().task(u"a"_s, u"dev"_s, files({}, {u"out/**"_s})).task(u"b"_s, u"other"_s, files({u"out/x.md"_s}, {})),
                  pair().task(u"a"_s, u"dev"_s, files({}, {u"out/**"_s})).task(u"m"_s, u"other"_s, files({}, {}, {u"a"_s}))
                      .task(u"b"_s, u"other"_s, files({u"out/x.md"_s}, {}, {u"m"_s}))});
    cases.append({u"delivered later"_s, u"input-not-upstream"_s,
                  pair().task(u"b"_s, u"other"_s, files({u"out/x.md"_s}, {})).task(u"a"_s, u"dev"_s, files({}, {u"out/x.md"_s}, {u"b"_s})),
                  pair().task(u"b"_s, u"other"_s, files({u"docs/design.md"_s}, {}))
                      .task(u"a"_s, u"dev"_s, files({}, {u"docs/design.md"_s}, {u"b"_s})),
                  Profile::Core, repository});
    const auto split = [](const std::function<void(Task &)> &reader) {
        return pair().task(u"triage"_s, u"dev"_s, decides({u"deep"_s, u"quick"_s})).task(u"a"_s, u"dev"_s, branch(u"triage"_s, {u"deep"_s}, {u"x.md"_s}))
            .task(u"b"_s, u"other"_s, reader);
    };
    const auto reads = [](const QString &outcome, const QStringList &more) {
        return [=](Task &task) {
            branch(u"triage"_s, {outcome})(task);
            files({u"x.md"_s}, {}, more)(task);
        };
    };
    cases.append({u"delivered on another branch"_s, u"input-not-upstream"_s, split(reads(u"quick"_s, {})),
                  split(reads(u"deep"_s, {u"a"_s}))});
    cases.append({u"delivered on another branch that is needed"_s, u"input-not-upstream"_s, split(reads(u"quick"_s, {u"a"_s})),
                  split(files({u"x.md"_s}, {}, {u"triage"_s, u"a"_s}))});
    cases.append({u"at the same time"_s, u"duplicate-deliverable"_s,
                  pair().task(u"a"_s, u"dev"_s, files({}, {u"out/x.md"_s})).task(u"b"_s, u"other"_s, files({}, {u"./out/x.md"_s})),
                  pair().task(u"a"_s, u"dev"_s, files({}, {u"out/x.md"_s})).task(u"b"_s, u"other"_s, files({}, {u"out/x.md"_s}, {u"a"_s}))});
    cases.append({u"by pattern"_s, u"duplicate-deliverable"_s,
                  pair().task(u"a"_s, u"dev"_s, files({}, {u"src/**/a*.c"_s})).task(u"b"_s, u"other"_s, files({}, {u"src/x/*b.c"_s})),
                  pair().task(u"a"_s, u"dev"_s, files({}, {u"src/**/a*.c"_s})).task(u"b"_s, u"other"_s, files({}, {u"src/x/b*.c"_s}))});
    const auto decision = [] { return pair().task(u"triage"_s, u"dev"_s, decides({u"deep"_s, u"quick"_s})); };
    cases.append({u"on branches"_s, u"duplicate-deliverable"_s,
                  decision().task(u"a"_s, u"dev"_s, branch(u"triage"_s, {u"deep"_s}, {u"x.md"_s}))
                      .task(u"b"_s, u"other"_s, branch(u"triage"_s, {u"quick"_s, u"deep"_s}, {u"x.md"_s})),
                  decision().task(u"a"_s, u"dev"_s, branch(u"triage"_s, {u"deep"_s}, {u"x.md"_s}))
                      .task(u"b"_s, u"other"_s, branch(u"triage"_s, {u"quick"_s}, {u"x.md"_s}))});
    cases.append({u"overlapping globs"_s, u"ownership-conflict"_s,
                  pair().task(u"a"_s, u"dev"_s, owns({u"src/**/a*.c"_s})).task(u"b"_s, u"other"_s, owns({u"src/x/*b.c"_s})),
                  pair().task(u"a"_s, u"dev"_s, owns({u"src/**/a*.c"_s})).task(u"b"_s, u"other"_s, owns({u"src/x/*b.c"_s}, {u"a"_s}))});
    cases.append({u"a folder and a file"_s, u"ownership-conflict"_s,
                  pair().task(u"a"_s, u"dev"_s, owns({u"src/"_s})).task(u"b"_s, u"other"_s, owns({u"src/main.c"_s})),
                  pair().task(u"a"_s, u"dev"_s, owns({u"src/"_s})).task(u"b"_s, u"other"_s, owns({u"srcs/main.c"_s}))});
    cases.append({u"another's file"_s, u"writes-unowned"_s,
                  pair().task(u"a"_s, u"dev"_s, owns({u"src/**"_s})).task(u"b"_s, u"other"_s, files({}, {u"src/x.c"_s}, {u"a"_s})),
                  pair().task(u"a"_s, u"dev"_s, owns({u"src/**"_s})).task(u"b"_s, u"other"_s, owns({u"src/x.c"_s}, {u"a"_s}, {u"src/x.c"_s}))});
    for (const QStringList &twins : {QStringList{u"README"_s, u"README*"_s}, {u"src/app"_s, u"src/app{,.c}"_s}, {u"docs"_s, u"docs/"_s}}) {
        const auto ownedIn = [&](int first, const QStringList &needs) {
            return pair().task(u"a"_s, u"dev"_s, owns({twins.at(first)})).task(u"b"_s, u"other"_s, owns({twins.at(1 - first)}, needs));
        };
        cases.append({twins.first() + u" first"_s, u"ownership-conflict"_s, ownedIn(0, {}), ownedIn(0, {u"a"_s})});
        cases.append({twins.first() + u" last"_s, u"ownership-conflict"_s, ownedIn(1, {}), ownedIn(1, {u"a"_s})});
        cases.append({twins.first() + u" delivered"_s, u"duplicate-deliverable"_s,
                      pair().task(u"a"_s, u"dev"_s, files({}, {twins.at(0)})).task(u"b"_s, u"other"_s, files({}, {twins.at(1)})),
                      pair().task(u"a"_s, u"dev"_s, files({}, {twins.at(0)})).task(u"b"_s, u"other"_s, files({}, {twins.at(1)}, {u"a"_s}))});
    }
    const auto runsIn = [](const QString &folder) {
        return [folder](Task &task) { task.executor = {u"shell"_s, {{u"command"_s, u"make"_s}, {u"cwd"_s, folder}}}; };
    };
    cases.append({u"a command's folder"_s, u"unsafe-path"_s, pair().task(u"a"_s, u"dev"_s, runsIn(u"../.."_s)),
                  pair().task(u"a"_s, u"dev"_s, runsIn(u"src"_s))});
    for (const QString &path : {u"/etc/passwd"_s, u"../sibling/x"_s, u"out/../../x"_s, u"{..,out}/x.md"_s, u"out/{../..,a}/x"_s,
                                u"{/etc/passwd,b}"_s, u"a\\..\\..\\b"_s, u"{.,a}./x"_s})
        cases.append({path, u"unsafe-path"_s, pair().task(u"a"_s, u"dev"_s, files({}, {path})),
                      pair().task(u"a"_s, u"dev"_s, files({}, {u"out/..x"_s}))});
    return cases;
}

QList<RuleCase> tidyAndBranchCases()
{
    QList<RuleCase> cases;
    const auto chain3 = [](const std::function<void(Task &)> &last) {
        return pair().task(u"a"_s, u"dev"_s).task(u"b"_s, u"other"_s, files({}, {}, {u"a"_s})).task(u"c"_s, u"dev"_s, last);
    };
    cases.append({u"a detour"_s, u"redundant-need"_s, chain3(files({}, {}, {u"a"_s, u"b"_s})), chain3([](Task &task) {
                      files({}, {}, {u"a"_s, u"b"_s})(task);
                      task.needs.first().reason = u"the design decides"_s;
                  })});
    cases.append({u"twice the same"_s, u"redundant-need"_s, chain3(files({}, {}, {u"b"_s, u"b"_s})), chain3(files({}, {}, {u"b"_s}))});
    const auto detour = [&](bool mayBeSkipped) {
        return pair().task(u"a"_s, u"dev"_s, decides({u"yes"_s, u"no"_s})).task(u"b"_s, u"other"_s, [=](Task &task) {
            branch(u"a"_s, mayBeSkipped ? QStringList{u"no"_s} : QStringList())(task);
        }).task(u"c"_s, u"dev"_s, files({}, {}, {u"a"_s, u"b"_s}));
    };
    cases.append({u"round what may be skipped"_s, u"redundant-need"_s, detour(false), detour(true)});
    const auto roundFix = [&](const QString &gate) {
        return pair().phase(u"p"_s).gate(u"g"_s, u"p"_s).phase(u"f"_s, PhaseKind::Fix, [gate](Phase &phase) { phase.fixes = gate; })
            .task(u"a"_s, u"dev"_s, [](Task &task) { task.phase = u"p"_s; }).task(u"b"_s, u"other"_s, [](Task &task) {
                files({}, {}, {u"a"_s})(task);
                task.phase = u"f"_s;
            }).task(u"c"_s, u"dev"_s, files({}, {}, {u"a"_s, u"b"_s}));
    };
    cases.append({u"round a fix phase"_s, u"redundant-need"_s, roundFix({}), roundFix(u"g"_s)});
    const auto roundGate = [&](const QString &criterion) {
        return pair().task(u"a"_s, u"dev"_s).gate(u"g"_s, {}, [criterion](Gate &gate) {
            gate.needs = {u"a"_s};
            gate.criteria = QStringList{criterion};
        }).task(u"c"_s, u"dev"_s, files({}, {}, {u"a"_s, u"g"_s}));
    };
    cases.append({u"round a gate that lets failures pass"_s, u"redundant-need"_s, roundGate(u"complete"_s), roundGate(u"signed-off"_s)});
    const auto judging = [&](TaskKind kind, const QStringList &validated) {
        return pair().persona(u"judge"_s).task(u"a"_s, u"dev"_s).task(u"b"_s, u"other"_s, files({}, {}, {u"a"_s}))
            .task(u"c"_s, u"judge"_s, [=](Task &task) {
                files({}, {}, {u"a"_s, u"b"_s})(task);
                task.kind = kind;
                task.validates = validated;
            });
    };
    for (TaskKind kind : {TaskKind::Review, TaskKind::Validate})
        cases.append({u"of a validation that says what it validates, "_s + nameOf(kind), u"redundant-need"_s, judging(kind, {u"a"_s}), judging(kind, {})});
    for (TaskKind kind : {TaskKind::Test, TaskKind::Fix})
        cases.append({u"of what is worked on, "_s + nameOf(kind), u"redundant-need"_s, judging(TaskKind::Document, {}), judging(kind, {})});
    cases.append({u"a left-over"_s, u"isolated-task"_s, chain3(files({}, {})), chain3(files({}, {}, {u"b"_s}))});
    cases.append({u"nothing to do"_s, u"unused-persona"_s, pair().task(u"a"_s, u"dev"_s),
                  pair().task(u"a"_s, u"dev"_s).gate(u"g"_s, {}, [](Gate &g) { g.needs = {u"a"_s}; g.signOff = {u"@other"_s}; })});
    const auto inPhase = [](Task &task) { task.phase = u"p"_s; };
    cases.append({u"no tasks"_s, u"empty-phase"_s, pair().phase(u"p"_s).gate(u"g"_s, u"p"_s).task(u"a"_s, u"dev"_s),
                  pair().phase(u"p"_s).gate(u"g"_s, u"p"_s).task(u"a"_s, u"dev"_s, inPhase)});
    // What is behind an empty phase stays behind what is before it.
    const auto between = [](const std::optional<QStringList> &second, const std::optional<QStringList> &third, const std::function<void(Plan &)> &more) {
        Plan plan = pair();
        plan.phase(u"p1"_s).gate(u"g1"_s, u"p1"_s).phase(u"p2"_s, PhaseKind::Other, [=](Phase &phase) { phase.after = second; }).gate(u"g2"_s, u"p2"_s)
            .phase(u"p3"_s, PhaseKind::Other, [=](Phase &phase) { phase.after = third; });
        more(plan);
        return plan;
    };
    const auto passOn = [](const QString &early, const QString &late, const QStringList &needs) {
        return [=](Plan &plan) {
            plan.task(u"w"_s, u"dev"_s, [=](Task &task) {
                files({}, {u"x"_s})(task);
                task.phase = early;
            }).task(u"m"_s, u"other"_s, [=](Task &task) {
                files({u"x"_s}, {u"x"_s}, needs)(task);
                task.phase = late;
            });
        };
    };
    const auto filled = [](Plan plan) { return plan.task(u"f"_s, u"dev"_s, [](Task &task) { task.phase = u"p2"_s; }); };
    for (const Plan &plan : {between({}, {}, passOn(u"p1"_s, u"p3"_s, {})), between(QStringList{u"p1"_s}, QStringList{u"p2"_s}, passOn(u"p1"_s, u"p3"_s, {})),
                             between(QStringList(), {}, passOn(u"p3"_s, u"p1"_s, {u"w"_s})), between({}, QStringList(), passOn(u"p1"_s, u"p3"_s, {u"g2"_s}))})
        cases.append({u"between two others"_s, u"empty-phase"_s, plan, filled(plan)});
    const auto fixing = [&] {
        Plan plan = between({}, {}, passOn(u"p1"_s, u"p3"_s, {}));
        return plan.phase(u"f"_s, PhaseKind::Fix, [](Phase &phase) { phase.fixes = u"g2"_s; }).task(u"mend"_s, u"dev"_s, [](Task &task) { task.phase = u"f"_s; });
    };
    cases.append({u"with a gate that is fixed"_s, u"empty-phase"_s, fixing(), filled(fixing())});
    const auto worktrees = [](WorkflowInfo &info) { info.workspace = WorkspaceMode::Worktree; };
    const auto join = [&](TaskKind kind) {
        return pair().info(worktrees).task(u"a"_s, u"dev"_s).task(u"b"_s, u"other"_s).task(u"c"_s, u"dev"_s, [kind](Task &task) {
            task.kind = kind;
            task.needs = {need(u"a"_s), need(u"b"_s)};
        });
    };
    cases.append({u"two branches"_s, u"worktree-conflict"_s, join(TaskKind::Document), join(TaskKind::Integrate)});
    const auto built = [&] {
        return pair().info(worktrees).persona(u"judge"_s).task(u"a"_s, u"dev"_s, [](Task &task) { task.kind = TaskKind::Implement; })
            .task(u"b"_s, u"other"_s, [](Task &task) { task.kind = TaskKind::Implement; });
    };
    const auto worksOn = [&](TaskKind kind, const QStringList &needs) {
        return built().info([](WorkflowInfo &info) { info.rules.insert(u"implementation-without-test"_s, {Severity::Error, {}}); })
            .task(u"c"_s, u"judge"_s, [=](Task &task) {
                files({}, {}, needs)(task);
                task.kind = kind;
            });
    };
    for (TaskKind kind : {TaskKind::Test, TaskKind::Review, TaskKind::Fix})
        cases.append({u"that are worked on, "_s + nameOf(kind), u"worktree-conflict"_s, worksOn(kind, {u"a"_s, u"b"_s}), worksOn(kind, {u"a"_s})});
    const auto judged = [&](const QStringList &validates) {
        return built().task(u"c"_s, u"judge"_s, [=](Task &task) { task.validates = validates; });
    };
    cases.append({u"validated together"_s, u"worktree-conflict"_s, judged({u"a"_s, u"b"_s}), judged({u"a"_s})});
    const auto behindGate = [&](TaskKind kind, const QStringList &needs) {
        return built().gate(u"g"_s, {}, [](Gate &gate) { gate.needs = {u"a"_s, u"b"_s}; }).task(u"i"_s, u"judge"_s, [=](Task &task) {
            files({}, {}, {u"g"_s})(task);
            task.kind = kind;
        }).task(u"c"_s, u"dev"_s, files({}, {}, needs));
    };
    cases.append({u"before a sync point"_s, u"worktree-conflict"_s, behindGate(TaskKind::Document, {u"i"_s}), behindGate(TaskKind::Integrate, {u"i"_s, u"g"_s})});
    cases.append({u"before a sync point, beside the integration"_s, u"worktree-conflict"_s, behindGate(TaskKind::Integrate, {u"g"_s}),
                  behindGate(TaskKind::Integrate, {u"i"_s})});
    const auto throughGate = [&](const QStringList &needs) {
        return built().gate(u"g"_s, {}, [](Gate &gate) { gate.needs = {u"a"_s}; }).task(u"c"_s, u"judge"_s, files({}, {}, needs));
    };
    cases.append({u"one of them through a gate"_s, u"worktree-conflict"_s, throughGate({u"g"_s, u"b"_s}), throughGate({u"g"_s, u"a"_s})});
    const auto eitherOr = [&](const QStringList &second) {
        return pair().info(worktrees).task(u"d"_s, u"dev"_s, decides({u"l"_s, u"r"_s})).task(u"l"_s, u"dev"_s, branch(u"d"_s, {u"l"_s}))
            .task(u"r"_s, u"other"_s, branch(u"d"_s, second)).task(u"j"_s, u"dev"_s, files({}, {}, {u"l"_s, u"r"_s}));
    };
    cases.append({u"of one decision"_s, u"worktree-conflict"_s, eitherOr({u"r"_s, u"l"_s}), eitherOr({u"r"_s})});
    const auto takes = [&](const QStringList &when) {
        return pair().info(worktrees).task(u"d"_s, u"dev"_s, decides({u"l"_s, u"r"_s})).task(u"b"_s, u"other"_s)
            .task(u"j"_s, u"dev"_s, [=](Task &task) {
                branch(u"d"_s, {u"l"_s})(task);
                branch(u"b"_s, {})(task);
                task.kind = when.isEmpty() ? TaskKind::Integrate : TaskKind::Document;
            });
    };
    cases.append({u"one of them a choice"_s, u"worktree-conflict"_s, takes({u"l"_s}), takes({})});

    const auto triage = [](const QStringList &outcomes) { return pair().task(u"triage"_s, u"dev"_s, decides(outcomes)); };
    const QStringList both{u"deep"_s, u"quick"_s};
    cases.append({u"nothing declared"_s, u"branch-without-default"_s,
                  triage({}).task(u"a"_s, u"dev"_s, branch(u"triage"_s, {u"deep"_s})).task(u"b"_s, u"other"_s, branch(u"triage"_s, {u"quick"_s})),
                  triage({}).task(u"a"_s, u"dev"_s, branch(u"triage"_s, {u"deep"_s})).task(u"b"_s, u"other"_s, branch(u"triage"_s, {u"default"_s}))});
    cases.append({u"misspelt"_s, u"unknown-outcome"_s,
                  triage(both).task(u"a"_s, u"dev"_s, branch(u"triage"_s, {u"deap"_s, u"deep"_s})).task(u"b"_s, u"other"_s, branch(u"triage"_s, {u"quick"_s})),
                  triage(both).task(u"a"_s, u"dev"_s, branch(u"triage"_s, {u"deep"_s})).task(u"b"_s, u"other"_s, branch(u"triage"_s, {u"quick"_s}))});
    const auto gated = [](const std::function<void(Gate &)> &gate, const QStringList &when = {}) {
        return pair().phase(u"p"_s).gate(u"g"_s, u"p"_s, gate).task(u"a"_s, u"dev"_s, [](Task &task) { task.phase = u"p"_s; })
            .task(u"b"_s, u"other"_s, branch(u"g"_s, when));
    };
    const auto plain = [](Gate &) {};
    const auto signs = [](Approval approval) { return [approval](Gate &gate) { gate.criteria = QStringList{u"signed-off"_s}; gate.approval = approval; }; };
    cases.append({u"of a gate"_s, u"unknown-outcome"_s, gated(plain, {u"passed"_s}), gated(plain)});
    cases.append({u"nobody signs"_s, u"gate-without-criteria"_s, gated(signs(Approval::Auto)), gated(signs(Approval::Manual))});
    cases.append({u"needs of a closing gate"_s, u"gate-needs-nothing"_s, gated([](Gate &gate) { gate.needs = {u"a"_s}; }), gated(plain)});
    cases.append({u"one of two"_s, u"unhandled-outcome"_s, triage(both).task(u"a"_s, u"dev"_s, branch(u"triage"_s, {u"deep"_s})),
                  triage(both).task(u"a"_s, u"dev"_s, branch(u"triage"_s, both))});
    const auto joined = [&](const QStringList &when) {
        return triage(both).task(u"a"_s, u"dev"_s, branch(u"triage"_s, both)).task(u"c"_s, u"other"_s, [when](Task &task) {
            branch(u"triage"_s, when)(task);
            branch(u"triage"_s, {u"quick"_s})(task);
        });
    };
    cases.append({u"two branches at once"_s, u"unreachable-task"_s, joined({u"deep"_s}), joined({u"deep"_s, u"quick"_s})});
    return cases;
}

QList<RuleCase> settingCases()
{
    QList<RuleCase> cases;
    const auto budget = [](std::optional<qint64> tokens, const QString &time = {}) {
        return [=](Task &task) {
            task.budgetTokens = tokens;
            task.budgetDuration = {time};
        };
    };
    cases.append({u"one of two"_s, u"no-budget"_s, pair().task(u"a"_s, u"dev"_s, budget(1000)).task(u"b"_s, u"other"_s),
                  pair().task(u"a"_s, u"dev"_s, budget(1000)).task(u"b"_s, u"other"_s, [](Task &t) { t.executor.type = u"shell"_s; })});
    cases.append({u"days"_s, u"time-only-budget"_s, pair().task(u"a"_s, u"dev"_s, budget(1000)).task(u"b"_s, u"other"_s, budget({}, u"2-3 days"_s)),
                  pair().task(u"a"_s, u"dev"_s, budget(1000)).task(u"b"_s, u"other"_s, budget(500, u"2-3 days"_s))});
    const auto cap = [](qint64 tokens) { return [tokens](WorkflowInfo &info) { info.budgetTokens = tokens; }; };
    cases.append({u"with the multiplier"_s, u"over-budget"_s, pair().info(cap(1499)).task(u"a"_s, u"dev"_s, budget(1000)),
                  pair().info(cap(1500)).task(u"a"_s, u"dev"_s, budget(1000))});
    const auto loop = [](std::optional<qint64> max) {
        return [max](Phase &phase) {
            phase.repeatUntil = u"a.approved"_s;
            phase.repeatMax = max;
        };
    };
    const auto inPhase = [](Task &task) { task.phase = u"p"_s; };
    cases.append({u"no max"_s, u"unbounded-loop"_s, pair().phase(u"p"_s, PhaseKind::Other, loop({})).gate(u"g"_s, u"p"_s).task(u"a"_s, u"dev"_s, inPhase),
                  pair().phase(u"p"_s, PhaseKind::Other, loop(2)).gate(u"g"_s, u"p"_s).task(u"a"_s, u"dev"_s, inPhase)});
    cases.append({u"max 0"_s, u"unbounded-loop"_s, pair().phase(u"p"_s, PhaseKind::Other, [](Phase &p) { p.repeatMax = 0; }).gate(u"g"_s, u"p"_s).task(u"a"_s, u"dev"_s, inPhase),
                  pair().phase(u"p"_s, PhaseKind::Other, [](Phase &p) { p.repeatMax = 2; }).gate(u"g"_s, u"p"_s).task(u"a"_s, u"dev"_s, inPhase)});
    const auto runs = [](const QString &type) { return [type](Task &task) { task.executor.type = type; }; };
    cases.append({u"none"_s, u"no-executor"_s, pair().task(u"a"_s, u"dev"_s), pair().task(u"a"_s, u"dev"_s, runs(u"human"_s))});
    cases.append({u"misspelt"_s, u"unknown-executor"_s, pair().task(u"a"_s, u"dev"_s, runs(u"shel"_s)), pair().task(u"a"_s, u"dev"_s, runs(u"shell"_s))});
    cases.append({u"of a persona"_s, u"unknown-executor"_s,
                  pair().persona(u"x"_s, Role::Unset, [](Persona &p) { p.executor.type = u"robot"_s; }).task(u"a"_s, u"x"_s),
                  pair().persona(u"x"_s, Role::Unset, [](Persona &p) { p.executor.type = u"agent"_s; }).task(u"a"_s, u"x"_s)});
    const auto does = [](TaskKind kind) { return [kind](Task &task) { task.kind = kind; }; };
    const auto planned = [&](const QString &who, TaskKind kind) {
        return pair().info([](WorkflowInfo &info) { info.missionSummary = u"x"_s; info.missionConstraints = {u"y"_s}; })
            .persona(u"lead"_s, Role::Planner).persona(u"maker"_s, Role::Worker).persona(u"judge"_s, Role::Validator).task(u"a"_s, who, does(kind));
    };
    cases.append({u"a planner that builds"_s, u"blurry-role"_s, planned(u"lead"_s, TaskKind::Implement), planned(u"lead"_s, TaskKind::Decide)});
    cases.append({u"a worker that plans"_s, u"blurry-role"_s, planned(u"maker"_s, TaskKind::Plan), planned(u"maker"_s, TaskKind::Document)});
    cases.append({u"a validator that repairs"_s, u"blurry-role"_s, planned(u"judge"_s, TaskKind::Fix), planned(u"judge"_s, TaskKind::Work)});
    const auto setting = [](const QString &rule) { return [rule](WorkflowInfo &info) { info.rules.insert(rule, {Severity::Info, {}}); }; };
    cases.append({u"in the settings"_s, u"unknown-rule"_s, pair().info(setting(u"no-evidense"_s)).task(u"a"_s, u"dev"_s),
                  pair().info(setting(u"no-evidence"_s)).task(u"a"_s, u"dev"_s)});
    const auto own = [](const QString &rule) { return [rule](Task &task) { task.rules.insert(rule, {Severity::Off, u"spike"_s}); }; };
    cases.append({u"on a task"_s, u"unknown-rule"_s, pair().task(u"a"_s, u"dev"_s, own(u"nonsense"_s)), pair().task(u"a"_s, u"dev"_s, own(u"no-budget"_s))});
    cases.append({u"for one that is never lowered"_s, u"unknown-rule"_s, pair().info(setting(u"cycle"_s)).task(u"a"_s, u"dev"_s),
                  pair().info([](WorkflowInfo &info) { info.rules.insert(u"cycle"_s, {Severity::Error, {}}); }).task(u"a"_s, u"dev"_s)});
    cases.append({u"on a task, for one that is never lowered"_s, u"unknown-rule"_s, pair().task(u"a"_s, u"dev"_s, own(u"no-persona"_s)),
                  pair().task(u"a"_s, u"dev"_s, own(u"no-executor"_s))});
    const auto reasoned = [](const QString &reason) {
        return [reason](Task &task) {
            task.budgetTokens.reset();
            task.rules.insert(u"no-budget"_s, {Severity::Off, reason});
        };
    };
    cases.append({u"on a task without a reason"_s, u"unknown-rule"_s, pair().task(u"a"_s, u"dev"_s, reasoned(u" "_s)),
                  pair().task(u"a"_s, u"dev"_s, reasoned(u"nobody knows"_s))});
    // What one task says counts for its part in what is between two.
    const auto agreed = [](const QString &who, const QString &reason) {
        Plan plan = pair();
        for (const QString &id : {u"a"_s, u"b"_s})
            plan.task(id, u"dev"_s, [=](Task &task) {
                task.owns = {u"src/**"_s};
                if (id == who)
                    task.rules.insert(u"ownership-conflict"_s, {Severity::Off, reason});
            });
        return plan;
    };
    for (const QString &who : {u"a"_s, u"b"_s})
        cases.append({u"set aside at "_s + who, u"ownership-conflict"_s, agreed(who, {}), agreed(who, u"agreed"_s)});
    return cases;
}

QList<RuleCase> patternCases()
{
    QList<RuleCase> cases;
    const auto row = [](int count, int handedOver, const QString &second, const std::function<void(int, Task &)> &more = {}) {
        Plan plan = pair();
        for (int i = 0; i < count; ++i) {
            plan.task(u"t%1"_s.arg(i), i % 2 ? second : u"dev"_s, [=](Task &task) {
                task.budgetTokens = 10'000;
                if (i > 0) {
                    Need one = need(u"t%1"_s.arg(i - 1));
                    if (i <= handedOver)
                        one.reason = u"reads it"_s;
                    task.needs = {one};
                }
                if (more)
                    more(i, task);
            });
        }
        return plan;
    };
    cases.append({u"four in a row"_s, u"sequential-everything"_s, row(4, 1, u"other"_s), row(4, 2, u"other"_s)});
    cases.append({u"three in a row"_s, u"sequential-everything"_s, row(5, 0, u"other"_s), row(3, 0, u"other"_s)});
    const auto reads = [](int i, Task &task) { // the last what the second delivers
        if (i == 1)
            task.deliverables = {u"out/x.md"_s};
        else if (i == 5)
            task.inputs = {u"out/*.md"_s};
    };
    const auto writes = [](int i, Task &task) { // the last where the first does
        if (i == 0)
            task.owns = {u"src/**"_s};
        else if (i == 5)
            task.owns = {u"src/a.c"_s};
    };
    cases.append({u"a late reader"_s, u"sequential-everything"_s, row(6, 1, u"other"_s), row(6, 1, u"other"_s, reads)});
    cases.append({u"a late writer"_s, u"sequential-everything"_s, row(6, 1, u"other"_s), row(6, 1, u"other"_s, writes)});
    const auto are = [](TaskKind value, const QList<int> &places) {
        return [=](int i, Task &task) { task.kind = places.contains(i) ? value : TaskKind::Document; };
    };
    for (TaskKind value : {TaskKind::Review, TaskKind::Integrate})
        cases.append({u"behind what decides, "_s + nameOf(value), u"sequential-everything"_s, row(4, 0, u"other"_s, are(value, {})),
                      row(4, 0, u"other"_s, are(value, {1, 2}))});
    for (TaskKind value : {TaskKind::Fix, TaskKind::Test})
        cases.append({u"of what is worked on, "_s + nameOf(value), u"sequential-everything"_s, row(4, 0, u"other"_s, are(value, {})),
                      row(4, 0, u"other"_s, are(value, {1, 3}))});
    const auto chooses = [](int i, Task &task) { // the first, and the second is one of the branches
        if (i == 0)
            task.outcomes = {u"go"_s, u"stop"_s};
        else if (i == 1)
            task.needs.first().when = {u"go"_s};
    };
    cases.append({u"behind a branch"_s, u"sequential-everything"_s, row(4, 0, u"other"_s), row(4, 0, u"other"_s, chooses)});
    const auto tested = [](int i, Task &task) { // the last tests all that the others implement
        task.kind = i == 3 ? TaskKind::Test : TaskKind::Implement;
        if (i == 3)
            task.needs = {need(u"t2"_s), need(u"t1"_s), need(u"t0"_s)};
    };
    cases.append({u"of what is tested at the end"_s, u"sequential-everything"_s,
                  row(4, 0, u"other"_s, tested).info([](WorkflowInfo &info) { info.rules.insert(u"implementation-without-test"_s, {Severity::Error, {}}); }),
                  row(4, 2, u"other"_s, tested)});
    cases.append({u"four tasks"_s, u"single-agent"_s, row(4, 3, u"dev"_s), row(4, 3, u"other"_s)});
    cases.append({u"three tasks"_s, u"single-agent"_s, row(5, 4, u"dev"_s), row(3, 2, u"dev"_s)});
    const auto tiny = [](qint64 tokens, qint64 others, const QString &who, const std::function<void(Task &)> &more = [](Task &) {}) {
        Plan plan = pair();
        plan.task(u"before"_s, who, [=](Task &task) {
            task.budgetTokens = others;
            more(task);
        });
        for (int i = 0; i < 4; ++i) {
            plan.task(u"t%1"_s.arg(i), u"dev"_s, [=](Task &task) {
                task.budgetTokens = tokens;
                Need one = need(i == 0 ? u"before"_s : u"t%1"_s.arg(i - 1));
                one.reason = u"reads it"_s;
                task.needs = {one};
                more(task);
            });
        }
        plan.task(u"after"_s, u"other"_s, [=](Task &task) {
            task.budgetTokens = others;
            Need one = need(u"t3"_s);
            one.reason = u"reads it"_s;
            task.needs = {one};
        });
        return plan;
    };
    cases.append({u"four tiny ones"_s, u"over-orchestration"_s, tiny(5000, 60'000, u"other"_s), tiny(5001, 60'000, u"other"_s)});
    // One of the row reads what another before the row delivered, and what the first of them writes anew.
    const auto passing = [](Task &task) {
        static const QHash<QString, std::pair<QStringList, QStringList>> files{
            {u"before"_s, {{}, {u"q.md"_s}}},          {u"t0"_s, {{u"q.md"_s}, {u"x/1"_s}}},
            {u"t1"_s, {{u"x/*"_s}, {u"x/2"_s}}},       {u"t2"_s, {{u"x/"_s, u"q.md"_s}, {u"q.md"_s}}},
        };
        std::tie(task.inputs, task.deliverables) = files.value(task.id);
    };
    cases.append({u"that pass files on"_s, u"over-orchestration"_s, tiny(5000, 60'000, u"other"_s, passing),
                  tiny(5001, 60'000, u"other"_s, passing), Profile::Core, QSet<QString>{}});
    cases.append({u"tiny beside the others"_s, u"over-orchestration"_s, tiny(10'000, 200'000, u"other"_s), tiny(10'001, 200'000, u"other"_s)});
    cases.append({u"tiny beside their neighbour"_s, u"over-orchestration"_s, tiny(10'000, 200'000, u"dev"_s), tiny(10'001, 200'000, u"dev"_s)});
    const auto wide = [](int count, qint64 limit) {
        Plan plan = pair();
        plan.info([limit](WorkflowInfo &info) { info.maxConcurrent = limit; });
        for (int i = 0; i < count; ++i)
            plan.task(u"t%1"_s.arg(i), i % 2 ? u"other"_s : u"dev"_s);
        return plan;
    };
    cases.append({u"no limit"_s, u"launch-everything"_s, wide(9, 0), wide(8, 0)});
    cases.append({u"a limit that is none"_s, u"launch-everything"_s, wide(17, 17), wide(17, 16)});
    const auto hub = [](int spokes, int validated = 0, int needed = 0) {
        Plan plan = pair();
        plan.task(u"hub"_s, u"dev"_s, [=](Task &task) {
            for (int i = 0; i < validated; ++i)
                task.validates.append(u"in-%1"_s.arg(i));
            for (int i = needed; i < spokes; ++i)
                task.needs.append(need(u"in-%1"_s.arg(i)));
        });
        for (int i = 0; i < spokes; ++i) {
            plan.task(u"in-%1"_s.arg(i), u"other"_s);
            plan.task(u"out-%1"_s.arg(i), u"other"_s, [](Task &task) { task.needs = {need(u"hub"_s)}; });
        }
        return plan;
    };
    cases.append({u"eight and eight"_s, u"coordinator-bottleneck"_s, hub(8), hub(7)});
    cases.append({u"eight that it validates"_s, u"coordinator-bottleneck"_s, hub(8, 8, 8), hub(7, 7, 7)});
    cases.append({u"some that it validates"_s, u"coordinator-bottleneck"_s, hub(8, 3, 3), hub(7, 7)});
    return cases;
}

} // namespace baton::test
