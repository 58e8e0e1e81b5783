// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/help/rulewords.h"

#include <QtGlobal>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr RuleWords words[]{
    {"cycle"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "Needs of tasks and sync points that lead back to where they began. The "
                                   "shortest circle is named."),
     QT_TRANSLATE_NOOP("RuleHelp", "Remove the need that matters least; what is left decides who begins.")},
    {"duplicate-id"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "Two tasks or gates, two personas, two phases or two notes with the same id."),
     QT_TRANSLATE_NOOP("RuleHelp", "Give one of the two another id. References go on meaning the first.")},
    {"unknown-reference"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A need, a phase, a persona, a sign-off or another reference that names "
                                   "nothing in this plan."),
     QT_TRANSLATE_NOOP("RuleHelp", "Correct the name, declare what it names, or take the reference out.")},
    {"self-need"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A task or a sync point that names itself among its needs."),
     QT_TRANSLATE_NOOP("RuleHelp", "Remove that need.")},
    {"bad-id"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "An id that is missing or has anything but a to z, digits and hyphens."),
     QT_TRANSLATE_NOOP("RuleHelp", "Rename it; every reference follows.")},
    {"phase-order"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A task that needs something of a phase that begins only after its own, or "
                                   "the gate that waits for it, or a task outside a repeated phase that waits for "
                                   "its last round while a round waits for that task."),
     QT_TRANSLATE_NOOP("RuleHelp", "Move the task to the phase that it has to do with, or remove the need.")},
    {"validation-order"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A validation that needs, phases or gates would start before the work that it "
                                   "validates."),
     QT_TRANSLATE_NOOP("RuleHelp", "Turn the order round: let the work not wait for its validation, or move the "
                                   "validation behind it.")},
    {"no-persona"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A task without a persona."),
     QT_TRANSLATE_NOOP("RuleHelp", "Assign exactly one persona.")},
    {"many-personas"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A task that names a list of personas."),
     QT_TRANSLATE_NOOP("RuleHelp", "Split it into one task each, or keep one persona.")},
    {"combined-persona"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A persona, or what a task names as one, that joins several by “and”, “&”, "
                                   "“/” or “+”. Only names with @ and declared personas count: R&D and CI/CD are "
                                   "names."),
     QT_TRANSLATE_NOOP("RuleHelp", "Split it into the personas that it names.")},
    {"self-validation"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A validation by the persona that did the work, or that repaired it in a fix "
                                   "task."),
     QT_TRANSLATE_NOOP("RuleHelp", "Assign another validator.")},
    {"validator-implemented"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A persona of a validation phase that implemented, tested or fixed in an "
                                   "earlier phase."),
     QT_TRANSLATE_NOOP("RuleHelp", "Give the validation to a persona that did not build.")},
    {"no-validation"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "An implement task that no task validates. Without any validation in the plan "
                                   "the core profile gives one hint only."),
     QT_TRANSLATE_NOOP("RuleHelp", "Add a validation by somebody else.")},
    {"validation-ignored"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A validation whose verdict no gate asks for and no task waits for. The core "
                                   "profile spares one at the end of the plan."),
     QT_TRANSLATE_NOOP("RuleHelp", "Let a gate ask for approval, or let what follows need the validation.")},
    {"qa-without-issues"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A validation by a command that promises no verdict."),
     QT_TRANSLATE_NOOP("RuleHelp", "Let the command write a verdict with its issues to $BATON_RESULT, and set "
                                   "verdict: true.")},
    {"no-foundation"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A plan without a phase of the kind foundation."),
     QT_TRANSLATE_NOOP("RuleHelp", "Begin with a foundation phase: architecture, user flows and user stories.")},
    {"missing-architect"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A foundation phase without a task of @architect."),
     QT_TRANSLATE_NOOP("RuleHelp", "Add the architecture task.")},
    {"missing-ux-designer"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A foundation phase without a task of @ux-designer."),
     QT_TRANSLATE_NOOP("RuleHelp", "Add the task that designs the user flows.")},
    {"missing-product-manager"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A foundation without user stories by @product-manager, or a validation phase "
                                   "in which they do not check the golden path."),
     QT_TRANSLATE_NOOP("RuleHelp", "Add the task that is missing.")},
    {"implementation-before-architecture"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "An implement task that does not wait for the gate of the foundation phase."),
     QT_TRANSLATE_NOOP("RuleHelp", "Let it need the foundation's gate, or move it to a phase behind it.")},
    {"implementation-without-test"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A phase with fewer test tasks than implement tasks, and an implement task "
                                   "that no test task needs or validates."),
     QT_TRANSLATE_NOOP("RuleHelp", "Add a test task beside it, for example by @sdet.")},
    {"missing-validation-roles"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A validation phase in which test engineer, performance engineer, security "
                                   "engineer or documentation writer has no task."),
     QT_TRANSLATE_NOOP("RuleHelp", "Add the tasks of those who are missing.")},
    {"no-integration"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A plan without an integration phase, or one in which @architect updates "
                                   "nothing or @devops plans no deployment."),
     QT_TRANSLATE_NOOP("RuleHelp", "End with an integration phase that has these tasks.")},
    {"worktree-conflict"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "In the workspace worktree: a task that needs or validates several branches, "
                                   "none behind another, and is not of the kind integrate; or a sync point "
                                   "before such a task. Branches of one decision do not meet."),
     QT_TRANSLATE_NOOP("RuleHelp", "Put an integrate task before it, which merges the branches and reports "
                                   "conflicts.")},
    {"phase-without-gate"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A phase, other than a fix phase, that no gate closes."),
     QT_TRANSLATE_NOOP("RuleHelp", "Close the phase with a gate.")},
    {"gate-without-criteria"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A gate whose list of criteria is empty, or that asks for a sign-off which "
                                   "nobody is named to give."),
     QT_TRANSLATE_NOOP("RuleHelp", "Say what must hold, or leave the list out: then complete and evidence count, "
                                   "and approved where the phase has validations.")},
    {"gate-needs-nothing"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A gate that closes no phase and has no needs, or one that closes a phase and "
                                   "has needs, which count for nothing."),
     QT_TRANSLATE_NOOP("RuleHelp", "Let it need what it should wait for, or remove it.")},
    {"no-evidence"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A task that names neither evidence nor deliverables. The core profile names "
                                   "all of them in one hint."),
     QT_TRANSLATE_NOOP("RuleHelp", "Name the file that proves the work, or what it delivers.")},
    {"missing-constraints"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A mission without constraints. In the core profile only where a planner is "
                                   "among the personas."),
     QT_TRANSLATE_NOOP("RuleHelp", "Write down what must hold whatever is done.")},
    {"missing-mission"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A mission without a summary. In the core profile only where a planner is "
                                   "among the personas."),
     QT_TRANSLATE_NOOP("RuleHelp", "Say in a sentence what everybody works for.")},
    {"blurry-role"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A task whose kind does not belong to its persona's role: a planner that "
                                   "implements, a worker that plans, a validator that repairs. Plain work, and a "
                                   "persona without a role, fit everything."),
     QT_TRANSLATE_NOOP("RuleHelp", "Assign somebody whose role it is, or change the kind.")},
    {"input-without-producer"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "An input that no task before it delivers and that the repository does not "
                                   "have. Says nothing before the plan is saved in a folder."),
     QT_TRANSLATE_NOOP("RuleHelp", "Correct the path, or let a task before it deliver the file.")},
    {"input-not-upstream"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "An input that only tasks deliver which may run at the same time or later."),
     QT_TRANSLATE_NOOP("RuleHelp", "Add the need on the task that delivers it.")},
    {"duplicate-deliverable"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "Two tasks that deliver overlapping files, neither behind the other. Branches "
                                   "that exclude each other may."),
     QT_TRANSLATE_NOOP("RuleHelp", "Let one need the other, or let them deliver different files.")},
    {"ownership-conflict"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "Two tasks that may run at the same time and own overlapping files. Patterns "
                                   "overlap when one path could fit both: src/**/a*.c and src/x/*b.c do."),
     QT_TRANSLATE_NOOP("RuleHelp", "Let one need the other, or divide the files.")},
    {"writes-unowned"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A deliverable that another task owns and this one does not."),
     QT_TRANSLATE_NOOP("RuleHelp", "Let the owner write it, or own it here too where the two never run at the "
                                   "same time.")},
    {"unsafe-path"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A path of a task, or the folder of its command, that is absolute, contains “..” "
                                   "or leaves the workspace in one of its alternatives."),
     QT_TRANSLATE_NOOP("RuleHelp", "Use a path below the root. What lies outside is named in the mission's "
                                   "inputs or in references.")},
    {"redundant-need"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A need that another need of the same task implies. Needs with an outcome, "
                                   "files or a reason are spared, and those that say what is tested, mended or "
                                   "validated; so is a need beside one on what may be skipped."),
     QT_TRANSLATE_NOOP("RuleHelp", "Remove it: the order of work stays the same.")},
    {"isolated-task"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A task that needs nothing, that nothing needs and that is in no phase, while "
                                   "others are connected."),
     QT_TRANSLATE_NOOP("RuleHelp", "Draw its needs, or remove it.")},
    {"unused-persona"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A persona that does no task and signs off no gate."),
     QT_TRANSLATE_NOOP("RuleHelp", "Give it a task, or remove it.")},
    {"empty-phase"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A phase without tasks."),
     QT_TRANSLATE_NOOP("RuleHelp", "Put tasks into it, or remove it together with its gate.")},
    {"branch-without-default"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "Branches on a task that declares no outcomes, none of them the default."),
     QT_TRANSLATE_NOOP("RuleHelp", "Make one branch the default, or declare the outcomes.")},
    {"unknown-outcome"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A branch, or the end of a repetition, on an outcome that the task it waits for "
                                   "does not declare; a gate has none."),
     QT_TRANSLATE_NOOP("RuleHelp", "Correct the outcome, or declare it on that task.")},
    {"unhandled-outcome"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A declared outcome that no branch takes, where there is no default either."),
     QT_TRANSLATE_NOOP("RuleHelp", "Let a branch take it, or add a default.")},
    {"unreachable-task"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A task whose branches can never all be taken in one run."),
     QT_TRANSLATE_NOOP("RuleHelp", "Let any of the outcomes lead to it, or drop the condition.")},
    {"no-budget"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "Tasks without a token budget. Commands, cluster jobs and people need none."),
     QT_TRANSLATE_NOOP("RuleHelp", "Say how many tokens each may use.")},
    {"time-only-budget"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A task with a duration as its budget and no tokens."),
     QT_TRANSLATE_NOOP("RuleHelp", "Add the tokens; the duration may stay as a note.")},
    {"over-budget"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "Tasks whose budgets, times the multiplier, come to more than the cap of the "
                                   "workflow."),
     QT_TRANSLATE_NOOP("RuleHelp", "Raise the cap, or cut the plan.")},
    {"sequential-everything"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A chain that nearly all tasks are on, although half of its links pass "
                                   "neither files nor a reason, and no verdict or decision either."),
     QT_TRANSLATE_NOOP("RuleHelp", "Drop the needs that pass nothing, or say what they pass.")},
    {"single-agent"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A plan in which one persona does every task."),
     QT_TRANSLATE_NOOP("RuleHelp", "Give some tasks to others, above all the checking.")},
    {"over-orchestration"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "Many tiny tasks of one persona in a row."),
     QT_TRANSLATE_NOOP("RuleHelp", "Merge them into one task.")},
    {"launch-everything"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A wave of many tasks and no limit on how many run at once, or one so high "
                                   "that it is none."),
     QT_TRANSLATE_NOOP("RuleHelp", "Set max_concurrent to what the machine and the budget can bear.")},
    {"coordinator-bottleneck"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "One task that many wait for and that waits for many."),
     QT_TRANSLATE_NOOP("RuleHelp", "Let some tasks pass their results on directly.")},
    {"unbounded-loop"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A phase that repeats without a number of rounds, or with 0."),
     QT_TRANSLATE_NOOP("RuleHelp", "Say how many rounds it may take at most.")},
    {"no-executor"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "Tasks for which neither they nor their persona name an executor."),
     QT_TRANSLATE_NOOP("RuleHelp", "Say what carries them out: a command, an agent, a person.")},
    {"unknown-executor"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "An executor of a type that Baton does not know."),
     QT_TRANSLATE_NOOP("RuleHelp", "Use one of simulate, shell, agent, http, human, slurm.")},
    {"unknown-rule"_L1,
     QT_TRANSLATE_NOOP("RuleHelp", "A severity, in the settings or on a task, that changes nothing: the rule does not exist, "
                                   "may not be lowered, or is set aside without a reason."),
     QT_TRANSLATE_NOOP("RuleHelp", "Correct the name, give the reason, or remove the setting.")},
};

} // namespace

const RuleWords *wordsOf(const QString &rule)
{
    const auto found = std::find_if(std::begin(words), std::end(words), [&](const RuleWords &w) { return w.id == rule; });
    return found == std::end(words) ? nullptr : found;
}

} // namespace baton
