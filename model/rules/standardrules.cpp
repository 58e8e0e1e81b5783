// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/additions.h"
#include "model/rules/rule.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

class ImplementationWithoutTestRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    ImplementationWithoutTestRule()
        : Rule({u"implementation-without-test"_s, Severity::Off, Severity::Error, false, tr("A feature without tests"),
                tr("Each feature has an implementation task and a test task of its own, done side by side."),
                tr("Seed 003, phase 1: each feature gets separate implementation and test tasks")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        std::vector<char> tested(facts.index().tasks().size(), 0);
        std::vector<int> missing(facts.index().phases().size() + 1, 0); // by phase, the last one for no phase
        const auto slotOf = [&](const TaskEntry &entry) {
            return entry.phase < 0 ? missing.size() - 1 : size_t(entry.phase);
        };
        for (const auto &slot : facts.contents().tasks) {
            const TaskEntry &entry = facts.task(slot.key);
            missing[slotOf(entry)] += entry.kind == TaskKind::Implement;
            if (!isTest(facts, entry))
                continue;
            missing[slotOf(entry)] -= 1;
            for (NodeKey key : entry.needs) {
                if (key.kind() == NodeKind::Task)
                    tested[key.number()] = 1;
            }
            for (NodeKey key : entry.validates) {
                if (!key.isNull())
                    tested[key.number()] = 1;
            }
        }
        for (const auto &slot : facts.contents().tasks) {
            const TaskEntry &entry = facts.task(slot.key);
            if (entry.kind != TaskKind::Implement || tested[slot.key.number()] || missing[slotOf(entry)] <= 0)
                continue;
            report.add(tr("%1 is built but not tested. Add a test task beside it.").arg(facts.name(slot.key)), {slot.key},
                       {}, {{u"add-test-task"_s, tr("Add a test task for it"), {}}});
        }
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        const TaskEntry &entry = facts.task(problem.subjects.first());
        Additions additions(facts);
        Task task = additions.newTask(entry.task->id + u"-tests"_s, tr("Test %1").arg(entry.task->displayTitle()),
                                      TaskKind::Test, entry.task->phase);
        Need need;
        need.target = entry.task->id;
        need.type = NeedType::Knowledge;
        need.reason = tr("the tests are written for it");
        task.needs = {need};
        additions.assign(task, u"sdet"_s);
        additions.addTask(task);
        return additions.take();
    }

private:
    static bool isTest(const Facts &facts, const TaskEntry &entry)
    {
        return entry.kind == TaskKind::Test || (entry.kind != TaskKind::Implement && facts.isDoneBy(entry, "sdet"_L1));
    }
};

/// A task that the mandatory workflow wants from one persona.
struct WantedTask
{
    QLatin1String persona;
    QLatin1String id;
    const char *title;
    TaskKind kind;
};

constexpr WantedTask validationTasks[]{
    {"test-engineer"_L1, "full-test-run"_L1, QT_TRANSLATE_NOOP("Rules", "Run the full test suite"), TaskKind::Validate},
    {"performance-engineer"_L1, "performance-check"_L1, QT_TRANSLATE_NOOP("Rules", "Measure the performance"),
     TaskKind::Validate},
    {"security-engineer"_L1, "security-audit"_L1, QT_TRANSLATE_NOOP("Rules", "Audit the security"), TaskKind::Validate},
    {"documentation-writer"_L1, "documentation"_L1, QT_TRANSLATE_NOOP("Rules", "Write the documentation"),
     TaskKind::Document},
};

constexpr WantedTask integrationTasks[]{
    {"architect"_L1, "architecture-update"_L1, QT_TRANSLATE_NOOP("Rules", "Update the architecture"), TaskKind::Document},
    {"devops"_L1, "deployment-plan"_L1, QT_TRANSLATE_NOOP("Rules", "Plan the deployment"), TaskKind::Plan},
};

constexpr WantedTask goldenPath{"product-manager"_L1, "golden-path"_L1, QT_TRANSLATE_NOOP("Rules", "Validate the golden path"),
                                TaskKind::Validate};

constexpr WantedTask merging{"integration-engineer"_L1, "integration"_L1,
                             QT_TRANSLATE_NOOP("Rules", "Bring the streams together"), TaskKind::Integrate};

bool phasesHave(const Facts &facts, const QList<NodeKey> &phases, QLatin1String persona)
{
    return std::any_of(phases.begin(), phases.end(), [&](NodeKey phase) {
        const std::vector<int> &tasks = facts.tasksIn(int(phase.number()));
        return std::any_of(tasks.begin(), tasks.end(),
                           [&](int number) { return facts.isDoneBy(facts.taskAt(number), persona); });
    });
}

/// Adds a wanted task to a phase. A validation validates every implement task before it.
void addWanted(Additions &additions, const WantedTask &wanted, const QString &phase)
{
    Task task = additions.newTask(wanted.id, QCoreApplication::translate("Rules", wanted.title), wanted.kind, phase);
    if (wanted.kind == TaskKind::Validate)
        task.validates = additions.implementedBefore(phase);
    additions.assign(task, wanted.persona);
    additions.addTask(task);
}

/// Adds a phase and the wanted tasks in it: who may do them is asked when the phase is there.
Edit addPhase(const Facts &facts, PhaseKind kind, const QString &title, qsizetype position, const QList<WantedTask> &tasks)
{
    Additions phases(facts);
    const QString phase = phases.addPhase(kind, title, position);
    Edit edit = phases.take();
    const Contents draft = drafted(facts.contents(), edit);
    const Facts then(draft, facts.context());
    Additions additions(then);
    for (const WantedTask &wanted : tasks)
        addWanted(additions, wanted, phase);
    edit.append(additions.take());
    return edit;
}

Edit addWantedOf(const Facts &facts, std::span<const WantedTask> tasks, const QString &persona, const QString &phase)
{
    Additions additions(facts);
    for (const WantedTask &wanted : tasks) {
        if (wanted.persona == persona)
            addWanted(additions, wanted, phase);
    }
    return additions.take();
}

class MissingValidationRolesRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    MissingValidationRolesRule()
        : Rule({u"missing-validation-roles"_s, Severity::Off, Severity::Warning, false,
                tr("A validation phase without all its roles"),
                tr("Tests, performance, security and documentation are looked at by four different people."),
                tr("Seed 003, phase 2: independent validation and documentation")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        const QList<NodeKey> phases = facts.phasesOfKind(PhaseKind::Validation);
        if (phases.isEmpty()) {
            report.add(tr("The plan has no validation phase. Add one with tests, performance, security and documentation."),
                       {workflowKey}, {}, {{u"add-validation-phase"_s, tr("Add a validation phase with its tasks"), {}}});
            return;
        }
        for (const WantedTask &wanted : validationTasks) {
            if (!phasesHave(facts, phases, wanted.persona))
                report.add(tr("The validation phase has no task of @%1. Add it.").arg(wanted.persona), {phases.first()}, {},
                           {{u"add-task"_s, tr("Add a task of @%1").arg(wanted.persona), wanted.persona}});
        }
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &fix) const override
    {
        if (fix.id != "add-validation-phase"_L1)
            return addWantedOf(facts, validationTasks, fix.argument, facts.contents().idOf(problem.subjects.first()));
        // Before the integration, where there is one: phases come after the one listed before them.
        const QList<NodeKey> integrations = facts.phasesOfKind(PhaseKind::Integration);
        const qsizetype position = integrations.isEmpty() ? -1 : facts.contents().phases.indexOf(integrations.first());
        return addPhase(facts, PhaseKind::Validation, tr("Validation and documentation"), position,
                        QList<WantedTask>{goldenPath} + QList<WantedTask>(std::begin(validationTasks), std::end(validationTasks)));
    }
};

class NoIntegrationRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    NoIntegrationRule()
        : Rule({u"no-integration"_s, Severity::Off, Severity::Error, false, tr("No integration at the end"),
                tr("Parallel streams are brought together, the architecture learns from them, and somebody plans how "
                   "it is deployed."),
                tr("Seed 003, phase 3: integration mandatory")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        const QList<NodeKey> phases = facts.phasesOfKind(PhaseKind::Integration);
        if (phases.isEmpty()) {
            report.add(tr("The plan has no integration phase. End with one: integration, architecture update, deployment plan."),
                       {workflowKey}, {}, {{u"add-integration-phase"_s, tr("Add an integration phase with its tasks"), {}}});
            return;
        }
        if (!phasesHave(facts, phases, integrationTasks[0].persona))
            report.add(tr("Nobody updates the architecture in the integration phase. Add a task of @architect."),
                       {phases.first()}, {}, {{u"add-task"_s, tr("Add the architecture update"), u"architect"_s}});
        if (!phasesHave(facts, phases, integrationTasks[1].persona))
            report.add(tr("Nobody plans the deployment in the integration phase. Add a task of @devops."), {phases.first()},
                       {}, {{u"add-task"_s, tr("Add the deployment plan"), u"devops"_s}});
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &fix) const override
    {
        if (fix.id != "add-integration-phase"_L1)
            return addWantedOf(facts, integrationTasks, fix.argument, facts.contents().idOf(problem.subjects.first()));
        return addPhase(facts, PhaseKind::Integration, tr("Integration"), -1,
                        QList<WantedTask>{merging} + QList<WantedTask>(std::begin(integrationTasks), std::end(integrationTasks)));
    }
};

} // namespace

void addStandardRules(RuleList &rules)
{
    rules.push_back(std::make_unique<ImplementationWithoutTestRule>());
    rules.push_back(std::make_unique<MissingValidationRolesRule>());
    rules.push_back(std::make_unique<NoIntegrationRule>());
}

} // namespace baton
