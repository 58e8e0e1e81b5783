// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/storage/reader.h"
#include "tests/model/rules/rulecases.h"
#include "tests/support/seed.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace baton;
using namespace baton::test;
using namespace Qt::StringLiterals;

namespace {

const QList<RuleCase> &allCases()
{
    static const QList<RuleCase> cases = identityCases() + orderCases() + personaCases() + validationCases() + standardCases() + gateAndEvidenceCases() +
           fileCases() + tidyAndBranchCases() + settingCases() + patternCases();
    return cases;
}

CheckContext contextOf(const RuleCase &ruleCase)
{
    return {ruleCase.profile, ruleCase.files};
}

QList<Problem> ofRule(const QList<Problem> &problems, const QString &rule)
{
    QList<Problem> result;
    std::copy_if(problems.begin(), problems.end(), std::back_inserter(result),
                 [&](const Problem &problem) { return problem.rule == rule; });
    return result;
}

/// What makes a problem the same after an edit elsewhere.
QString identity(const Problem &problem)
{
    return problem.rule + u' ' + (problem.subjects.isEmpty() ? QString() : QString::number(problem.subjects.first().value())) +
           u' ' + (problem.severity >= Severity::Warning ? problem.message : QString());
}

QString listOf(const QList<Problem> &problems)
{
    QStringList lines;
    for (const Problem &problem : problems)
        lines += nameOf(problem.severity) + u": "_s + problem.message + u" ["_s + problem.rule + u']';
    return lines.join(u'\n');
}

const RuleInfo *infoOf(const QString &rule)
{
    for (const RuleInfo &info : ruleInfos()) {
        if (info.id == rule)
            return &info;
    }
    return nullptr;
}

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private slots:
    void everyRuleHasACaseAndSaysWhy();
    void aRuleSpeaksOfABrokenPlanAndNotOfASoundOne_data();
    void aRuleSpeaksOfABrokenPlanAndNotOfASoundOne();
    void everyFixRemovesItsProblemAndAddsNone_data();
    void everyFixRemovesItsProblemAndAddsNone();
    void whatTheMandatoryWorkflowLacksIsAddedWithoutNewProblems_data();
    void whatTheMandatoryWorkflowLacksIsAddedWithoutNewProblems();
    void aPlainSequenceOfThreeTasksIsClean();
    void theStandardPlanIsCleanInItsProfile();
    void everyTemplateIsFreeOfErrorsAndWarnings_data();
    void everyTemplateIsFreeOfErrorsAndWarnings();
    void theFileChangesASeverityButNeverALockedOne();
    void aTaskThatSetsASeverityIsToldWithItAndTheOthersWithTheirs();
    void aTaskSuppressesARuleWithAReasonButNeverALockedOne();
    void theProfileOfTheCallBeatsTheFiles();
    void theCycleNamedIsTheShortest();
    void timeThatARowWastesIsSaidInItsUnit();
    void theFileOfANeedIsCorrectedAndNoOtherThatContainsItsName();
    void aRepairOrATestIsNotMadePlainWorkToSuitARole();
    void aNeedThatARepeatedPhaseWouldWaitForIsNotProposed();
    void aTaskIsNotMovedAwayFromWhatMendsIt();
    void whoIsDeclaredByAFixIsCarriedOutAsThoseBefore();
    void problemsPointAtTheirField();
    void randomPlansNeverCrash();
    void manyOwnersDoNotHideWhoWritesWhatIsNotTheirs();
    void tenThousandTasksAreCheckedQuickly();

private:
    void caseData();
};

void TestRules::caseData()
{
    QTest::addColumn<int>("index");
    const QList<RuleCase> cases = allCases();
    for (int i = 0; i < cases.size(); ++i)
        QTest::addRow("%s: %s (%s)", qPrintable(cases.at(i).rule), qPrintable(cases.at(i).name),
                      qPrintable(nameOf(cases.at(i).profile)))
            << i;
}

void TestRules::everyRuleHasACaseAndSaysWhy()
{
    QSet<QString> covered;
    for (const RuleCase &ruleCase : allCases())
        covered.insert(ruleCase.rule);
    QSet<QString> ids;
    for (const RuleInfo &info : ruleInfos()) {
        QVERIFY2(covered.contains(info.id), qPrintable(info.id));
        QVERIFY2(!ids.contains(info.id), qPrintable(info.id));
        ids.insert(info.id);
        QVERIFY2(!info.title.isEmpty() && !info.why.isEmpty() && !info.source.isEmpty(), qPrintable(info.id));
    }
    QCOMPARE(ids, covered);
}

void TestRules::aRuleSpeaksOfABrokenPlanAndNotOfASoundOne_data()
{
    caseData();
}

void TestRules::aRuleSpeaksOfABrokenPlanAndNotOfASoundOne()
{
    QFETCH(int, index);
    const RuleCase ruleCase = allCases().at(index);
    const QList<Problem> broken = checkWorkflow(ruleCase.broken, contextOf(ruleCase));
    const QList<Problem> found = ofRule(broken, ruleCase.rule);
    QVERIFY2(!found.isEmpty(), qPrintable(listOf(broken)));
    for (const Problem &problem : found) {
        QVERIFY(problem.severity <= infoOf(ruleCase.rule)->severity(ruleCase.profile));
        QVERIFY(problem.severity != Severity::Off);
        QVERIFY(!problem.subjects.isEmpty());
        QVERIFY2(problem.message.endsWith(u'.') || problem.message.endsWith(u'?'), qPrintable(problem.message));
    }
    const QList<Problem> sound = checkWorkflow(ruleCase.sound, contextOf(ruleCase));
    QVERIFY2(ofRule(sound, ruleCase.rule).isEmpty(), qPrintable(listOf(sound)));
}

void TestRules::everyFixRemovesItsProblemAndAddsNone_data()
{
    caseData();
}

void TestRules::everyFixRemovesItsProblemAndAddsNone()
{
    QFETCH(int, index);
    const RuleCase ruleCase = allCases().at(index);
    const QList<Problem> before = checkWorkflow(ruleCase.broken, contextOf(ruleCase));
    QSet<QString> known;
    for (const Problem &problem : before) {
        known.insert(identity(problem));
    }
    for (const Problem &problem : ofRule(before, ruleCase.rule)) {
        for (const QuickFix &fix : problem.fixes) {
            QVERIFY(!fix.id.isEmpty() && !fix.title.isEmpty());
            Workflow workflow(ruleCase.broken);
            const Edit edit = fixEdit(workflow.contents(), problem, fix);
            QVERIFY2(!edit.isEmpty(), qPrintable(fix.title));
            const Edit back = workflow.apply(edit);
            for (const Problem &after : checkWorkflow(workflow.contents(), contextOf(ruleCase))) {
                const bool remains = identity(after) == identity(problem) && after.message == problem.message;
                QVERIFY2(!remains, qPrintable(fix.title + u": "_s + after.message));
                // A hint may change: one of two personas that shared a task has nothing to do any more.
                QVERIFY2(known.contains(identity(after)) || after.severity == Severity::Info, qPrintable(fix.title + u" brings: "_s + after.message));
            }
            workflow.apply(back);
            QCOMPARE(workflow.contents(), ruleCase.broken);
        }
    }
}

void TestRules::whatTheMandatoryWorkflowLacksIsAddedWithoutNewProblems_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(BATON_SOURCE_DIR) + u"/resources/rules"_s);
    for (const QString &name : folder.entryList({u"*.baton.yaml"_s}))
        QTest::addRow("%s", qPrintable(name)) << folder.filePath(name);
}

void TestRules::whatTheMandatoryWorkflowLacksIsAddedWithoutNewProblems()
{
    QFETCH(QString, path);
    const Result<Loaded> loaded = loadWorkflow(path);
    QVERIFY(loaded);
    const CheckContext context{Profile::Standard, {}};
    const QStringList additions{u"add-foundation"_s,  u"add-task"_s,        u"add-validation-phase"_s, u"add-integration-phase"_s,
                                u"add-stories"_s,     u"add-golden-path"_s, u"add-test-task"_s,        u"add-validation"_s};
    // That there is more to do, and to pay, is no mistake of what was added.
    const QStringList ofSize{u"launch-everything"_s, u"sequential-everything"_s};
    const QList<Problem> before = checkWorkflow(loaded->contents, context);
    QSet<QString> known;
    for (const Problem &problem : before)
        known.insert(identity(problem));
    for (const Problem &problem : before) {
        for (const QuickFix &fix : problem.fixes) {
            if (!additions.contains(fix.id))
                continue;
            Workflow workflow(loaded->contents);
            workflow.apply(fixEdit(workflow.contents(), problem, fix));
            for (const Problem &after : checkWorkflow(workflow.contents(), context))
                QVERIFY2(known.contains(identity(after)) || after.severity == Severity::Info || ofSize.contains(after.rule),
                         qPrintable(fix.title + u" brings: "_s + after.message));
        }
    }
}

void TestRules::aPlainSequenceOfThreeTasksIsClean()
{
    Plan plan;
    plan.persona(u"dev"_s).task(u"a"_s, u"dev"_s);
    plan.task(u"b"_s, u"dev"_s, [](Task &t) { t.needs = {need(u"a"_s)}; });
    plan.task(u"c"_s, u"dev"_s, [](Task &t) { t.needs = {need(u"b"_s)}; });
    for (const Problem &problem : checkWorkflow(plan))
        QVERIFY2(problem.severity < Severity::Warning, qPrintable(problem.message));
}

void TestRules::theStandardPlanIsCleanInItsProfile()
{
    for (const Problem &problem : checkWorkflow(standardPlan()))
        QVERIFY2(problem.severity < Severity::Warning, qPrintable(problem.message + problem.rule));
}

void TestRules::everyTemplateIsFreeOfErrorsAndWarnings_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(BATON_SOURCE_DIR) + u"/resources/templates"_s);
    for (const QString &name : folder.entryList({u"*.baton.yaml"_s}))
        QTest::addRow("%s", qPrintable(name)) << folder.filePath(name);
}

void TestRules::everyTemplateIsFreeOfErrorsAndWarnings()
{
    QFETCH(QString, path);
    const Result<Loaded> loaded = loadWorkflow(path);
    QVERIFY(loaded);
    QList<Problem> problems = checkWorkflow(loaded->contents);
    problems.removeIf([](const Problem &problem) { return problem.severity < Severity::Warning; });
    QVERIFY2(problems.isEmpty(), qPrintable(listOf(problems)));
}

void TestRules::theFileChangesASeverityButNeverALockedOne()
{
    Plan plan;
    plan.persona(u"dev"_s).phase(u"p"_s).task(u"a"_s, {}, [](Task &t) { t.phase = u"p"_s; });
    QCOMPARE(ofRule(checkWorkflow(plan), u"phase-without-gate"_s).value(0).severity, Severity::Info);
    plan.info([](WorkflowInfo &info) {
        info.rules.insert(u"phase-without-gate"_s, {Severity::Error, {}});
        info.rules.insert(u"no-persona"_s, {Severity::Off, {}});
    });
    QCOMPARE(ofRule(checkWorkflow(plan), u"phase-without-gate"_s).value(0).severity, Severity::Error);
    QCOMPARE(ofRule(checkWorkflow(plan), u"no-persona"_s).value(0).severity, Severity::Error);
    plan.info([](WorkflowInfo &info) { info.rules[u"phase-without-gate"_s].severity = Severity::Off; });
    QVERIFY(ofRule(checkWorkflow(plan), u"phase-without-gate"_s).isEmpty());
    // A rule that the profile does not ask for can be asked for.
    plan.info([](WorkflowInfo &info) { info.rules.insert(u"no-foundation"_s, {Severity::Warning, {}}); });
    QCOMPARE(ofRule(checkWorkflow(plan), u"no-foundation"_s).value(0).severity, Severity::Warning);
}

void TestRules::aTaskThatSetsASeverityIsToldWithItAndTheOthersWithTheirs()
{
    const auto severities = [](const QString &rule, const QString &who, const std::function<void(Task &)> &each) {
        Plan plan;
        plan.persona(u"dev"_s);
        for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
            plan.task(id, u"dev"_s, [&](Task &t) {
                each(t);
                if (id == who)
                    t.rules.insert(rule, {Severity::Error, {}});
            });
        plan.task(u"d"_s, u"dev"_s, [](Task &t) { t.needs = {need(u"e"_s)}; }).task(u"e"_s, u"dev"_s);
        QStringList said;
        for (const Problem &problem : ofRule(checkWorkflow(plan), rule)) {
            QString line = nameOf(problem.severity) + u':';
            for (NodeKey key : problem.subjects)
                line += u' ' + plan.contents.idOf(key);
            said += line;
        }
        return said;
    };
    const auto open = [](Task &t) {
        t.evidence.clear();
        t.executor.type.clear();
        t.kind = TaskKind::Implement;
    };
    QCOMPARE(severities(u"no-evidence"_s, u"a"_s, open), (QStringList{u"error: a"_s, u"info: b c"_s}));
    QCOMPARE(severities(u"no-evidence"_s, u"b"_s, open), (QStringList{u"info: a c"_s, u"error: b"_s}));
    QCOMPARE(severities(u"no-budget"_s, u"c"_s, open), (QStringList{u"info: a b d e"_s, u"error: c"_s}));
    QCOMPARE(severities(u"isolated-task"_s, u"b"_s, open), (QStringList{u"info: a c"_s, u"error: b"_s}));
    QCOMPARE(severities(u"no-validation"_s, u"b"_s, open), (QStringList{u"info:  a c"_s, u"error: b"_s}));
}

void TestRules::aTaskSuppressesARuleWithAReasonButNeverALockedOne()
{
    Plan plan;
    plan.persona(u"dev"_s).task(u"a"_s, {}, [](Task &t) {
        t.evidence.clear();
        t.rules.insert(u"no-evidence"_s, {Severity::Off, u"a spike"_s});
        t.rules.insert(u"no-persona"_s, {Severity::Off, u"no"_s});
    });
    plan.task(u"b"_s, u"dev"_s, [](Task &t) { t.evidence.clear(); });
    for (Profile profile : {Profile::Core, Profile::Standard}) {
        const QList<Problem> problems = checkWorkflow(plan, {profile, {}});
        QCOMPARE(ofRule(problems, u"no-evidence"_s).size(), 1);
        QCOMPARE(ofRule(problems, u"no-evidence"_s).first().subjects, QList<NodeKey>{plan.contents.tasks.keyAt(1)});
        QCOMPARE(ofRule(problems, u"no-persona"_s).size(), 1);
    }
}

void TestRules::theProfileOfTheCallBeatsTheFiles()
{
    Plan plan;
    plan.persona(u"dev"_s).task(u"a"_s, u"dev"_s);
    QVERIFY(ofRule(checkWorkflow(plan), u"no-foundation"_s).isEmpty());
    QCOMPARE(ofRule(checkWorkflow(plan, {Profile::Standard, {}}), u"no-foundation"_s).size(), 1);
    plan.info([](WorkflowInfo &info) { info.profile = Profile::Standard; });
    QCOMPARE(ofRule(checkWorkflow(plan), u"no-foundation"_s).size(), 1);
    QVERIFY(ofRule(checkWorkflow(plan, {Profile::Core, {}}), u"no-foundation"_s).isEmpty());
}

void TestRules::theCycleNamedIsTheShortest()
{
    Plan plan;
    plan.persona(u"dev"_s);
    const auto task = [&](const QString &id, const QStringList &needs) {
        plan.task(id, u"dev"_s, [&](Task &t) {
            for (const QString &target : needs)
                t.needs.append(need(target));
        });
    };
    task(u"a"_s, {u"d"_s});
    task(u"b"_s, {u"a"_s, u"c"_s});
    task(u"c"_s, {u"b"_s});
    task(u"d"_s, {u"c"_s});
    const QList<Problem> cycles = ofRule(checkWorkflow(plan), u"cycle"_s);
    QCOMPARE(cycles.size(), 1);
    QCOMPARE(cycles.first().subjects, (QList<NodeKey>{plan.contents.tasks.keyAt(1), plan.contents.tasks.keyAt(2)}));
    QVERIFY(cycles.first().message.contains(u"“b” → “c” → “b”"_s));
}

void TestRules::timeThatARowWastesIsSaidInItsUnit()
{
    const auto sentence = [](const QByteArray &duration, const QByteArray &settings, const QByteArray &first = {}) {
        QByteArray text = "baton: 1\nname: Row\nsettings: {" + settings + "}\npersonas: [{id: a}, {id: b}]\ntasks:\n";
        for (int i = 0; i < 4; ++i) {
            const QByteArray needs = i > 0 ? ", needs: [t" + QByteArray::number(i - 1) + "]" : QByteArray();
            text += "  - {id: t" + QByteArray::number(i) + ", persona: " + (i % 2 ? "a" : "b") + needs +
                    ", budget: {tokens: 9000, duration: " + (i == 0 && !first.isEmpty() ? first : duration) + "}}\n";
        }
        return ofRule(checkWorkflow(readWorkflow(text, FileKind::Yaml).contents), u"sequential-everything"_s).value(0).message;
    };
    QVERIFY2(sentence("20s", "").contains(u"20 s instead of 80 s"_s), qPrintable(sentence("20s", "")));
    QVERIFY2(sentence("10m", "").contains(u"10 min instead of 40 min"_s), qPrintable(sentence("10m", "")));
    QVERIFY2(sentence("8h", "").contains(u"8 h 0 min instead of 32 h 0 min"_s), qPrintable(sentence("8h", "")));
    // Where one task takes nearly all of the time nothing is saved, but neither is it for a limit alone.
    const QString longest = sentence("1s", "", "80h");
    QVERIFY2(longest.contains(u"its longest task"_s) && !longest.contains(u"instead"_s), qPrintable(longest));
    // Where one thing runs at a time nothing is saved, and what would have to come first is said.
    const QString alone = sentence("8h", "max_concurrent: 1");
    QVERIFY2(alone.contains(u"raise max_concurrent first"_s) && !alone.contains(u"instead"_s), qPrintable(alone));
    QVERIFY2(sentence("8h", "max_concurrent: 2").contains(u"16 h 0 min instead of"_s), qPrintable(sentence("8h", "max_concurrent: 2")));
}

void TestRules::theFileOfANeedIsCorrectedAndNoOtherThatContainsItsName()
{
    Plan plan;
    plan.persona(u"dev"_s).task(u"a"_s, u"dev"_s, [](Task &t) { t.deliverables = {u"out/report.md"_s}; });
    plan.task(u"b"_s, u"dev"_s, [](Task &t) {
        t.needs = {need(u"a"_s)};
        t.needs.first().files = {u"sub/out/repart.md.txt"_s, u"out/repart.md"_s};
    });
    for (const Problem &problem : ofRule(checkWorkflow(plan, {{}, QSet<QString>{}}), u"input-without-producer"_s)) {
        for (const QuickFix &fix : problem.fixes) {
            Workflow workflow(plan);
            workflow.apply(fixEdit(workflow.contents(), problem, fix));
            QCOMPARE(workflow.contents().tasks.at(1).needs.first().files, (QStringList{u"sub/out/repart.md.txt"_s, u"out/report.md"_s}));
            return;
        }
    }
    QFAIL("nothing was proposed");
}

void TestRules::aRepairOrATestIsNotMadePlainWorkToSuitARole()
{
    const auto offers = [](TaskKind kind) {
        Plan plan;
        plan.persona(u"lead"_s, Role::Coordinator).task(u"a"_s, u"lead"_s, [kind](Task &t) { t.kind = kind; });
        const QList<QuickFix> fixes = ofRule(checkWorkflow(plan), u"blurry-role"_s).value(0).fixes;
        return std::any_of(fixes.begin(), fixes.end(), [](const QuickFix &fix) { return fix.id == u"plain-work"_s; });
    };
    QVERIFY(offers(TaskKind::Document));
    // It would not be found any more that somebody validates their own repair, or that nothing is tested.
    QVERIFY(!offers(TaskKind::Fix));
    QVERIFY(!offers(TaskKind::Test));
}

void TestRules::aNeedThatARepeatedPhaseWouldWaitForIsNotProposed()
{
    const auto fixes = [](qint64 rounds, const QString &rule, const std::function<void(Task &, Task &)> &files) {
        Task first{.id = u"q1"_s, .phase = u"q"_s, .personas = {u"dev"_s}};
        first.kind = TaskKind::Implement;
        Task second{.id = u"p1"_s, .phase = u"p"_s, .personas = {u"other"_s}};
        files(first, second);
        Plan plan;
        plan.info([](WorkflowInfo &info) { info.rules.insert(u"implementation-before-architecture"_s, {Severity::Error, {}}); });
        plan.persona(u"dev"_s).persona(u"other"_s).phase(u"q"_s, PhaseKind::Other, [rounds](Phase &phase) { phase.repeatMax = rounds; })
            .phase(u"p"_s, PhaseKind::Foundation, [](Phase &phase) { phase.after = QStringList(); }).gate(u"g"_s, u"p"_s);
        add(plan.contents, first);
        add(plan.contents, second);
        plan.task(u"q0"_s, u"dev"_s, [](Task &t) { t.phase = u"q"_s; });
        if (second.needs.isEmpty())
            plan.task(u"q2"_s, u"dev"_s, [](Task &t) {
                t.phase = u"q"_s;
                t.needs = {need(u"p1"_s)};
            });
        const Problem problem = ofRule(checkWorkflow(plan), rule).value(0);
        return problem.rule == rule ? problem.fixes.size() : -1;
    };
    const auto both = [](QStringList Task::*files) {
        return [files](Task &a, Task &b) { a.*files = b.*files = {u"x.md"_s}; };
    };
    const auto reads = [](Task &a, Task &b) {
        a.deliverables = {u"x.md"_s};
        b.inputs = {u"x.md"_s};
    };
    for (const auto &[rule, files] : {std::pair<QString, std::function<void(Task &, Task &)>>(u"duplicate-deliverable"_s, both(&Task::deliverables)),
                                      {u"ownership-conflict"_s, both(&Task::owns)},
                                      {u"input-not-upstream"_s, reads}}) {
        QVERIFY2(fixes(1, rule, files) == 1, qPrintable(rule));
        QVERIFY2(fixes(3, rule, files) == 0, qPrintable(rule));
    }
    // q1 is built before the foundation, which needs another task of the repeated phase.
    const auto needsOther = [](Task &, Task &b) { b.needs = {need(u"q0"_s)}; };
    QCOMPARE(fixes(1, u"implementation-before-architecture"_s, needsOther), 1);
    QCOMPARE(fixes(3, u"implementation-before-architecture"_s, needsOther), 0);
}

void TestRules::aTaskIsNotMovedAwayFromWhatMendsIt()
{
    const auto isOffered = [](const QString &mended) {
        Plan plan;
        plan.persona(u"dev"_s).phase(u"p1"_s).phase(u"p2"_s).gate(u"g1"_s, u"p1"_s).gate(u"g2"_s, u"p2"_s)
            .phase(u"f"_s, PhaseKind::Fix, [](Phase &phase) { phase.fixes = u"g1"_s; })
            .task(u"other"_s, u"dev"_s, [](Task &t) { t.phase = u"p1"_s; })
            .task(u"a"_s, u"dev"_s, [](Task &t) {
                t.phase = u"p1"_s;
                t.needs = {need(u"late"_s)};
            })
            .task(u"late"_s, u"dev"_s, [](Task &t) { t.phase = u"p2"_s; })
            .task(u"mend"_s, u"dev"_s, [mended](Task &t) {
                t.phase = u"f"_s;
                t.kind = TaskKind::Fix;
                t.needs = {need(mended)};
            });
        const QList<QuickFix> fixes = ofRule(checkWorkflow(plan), u"phase-order"_s).value(0).fixes;
        return std::any_of(fixes.begin(), fixes.end(), [](const QuickFix &fix) { return fix.id == u"move-task"_s; });
    };
    QVERIFY(isOffered(u"other"_s));
    QVERIFY2(!isOffered(u"a"_s), "what mends it is done before its phase is closed");
}

void TestRules::whoIsDeclaredByAFixIsCarriedOutAsThoseBefore()
{
    const auto carriedOut = [](Persona &persona) {
        persona.executor = {u"agent"_s, {{u"cli"_s, u"claude"_s}}};
        persona.model = u"opus"_s;
        persona.tools = {u"read"_s};
        persona.instructions = u"Be brief."_s;
    };
    const auto fixed = [](const Contents &contents, const QString &rule) {
        const Problem problem = ofRule(checkWorkflow(contents), rule).value(0);
        Workflow workflow(contents);
        workflow.apply(fixEdit(contents, problem, problem.fixes.value(0)));
        return workflow.contents();
    };
    Plan alone;
    alone.persona(u"dev"_s, Role::Unset, carriedOut).task(u"a"_s, u"dev"_s, [](Task &t) { t.kind = TaskKind::Implement; })
        .task(u"v"_s, u"dev"_s, [](Task &t) { t.validates = {u"a"_s}; });
    for (const QString &rule : {u"self-validation"_s, u"no-validation"_s}) {
        Workflow workflow(alone);
        if (rule == u"no-validation"_s)
            workflow.apply(Edit{}.remove(alone.contents.tasks.keyAt(1)));
        const Contents after = fixed(workflow.contents(), rule);
        QCOMPARE(after.personas.size(), 2);
        const Persona &reviewer = after.personas.at(1);
        QCOMPARE(reviewer.executor.type, u"agent"_s);
        QCOMPARE(reviewer.model, u"opus"_s);
        QCOMPARE(reviewer.tools, QStringList{u"read"_s});
        QVERIFY2(reviewer.instructions.isEmpty(), "they are for who does the work");
        QVERIFY(ofRule(checkWorkflow(after), u"no-executor"_s).isEmpty());
    }
    Plan joined;
    joined.persona(u"dev"_s).persona(u"duo"_s, Role::Unset, [&](Persona &persona) {
        carriedOut(persona);
        persona.title = u"@dev and @ops"_s;
    });
    joined.task(u"a"_s, u"duo"_s);
    const Contents after = fixed(joined, u"combined-persona"_s);
    QCOMPARE(after.personas.size(), 2);
    QCOMPARE(after.personas.at(1).id, u"ops"_s);
    QCOMPARE(after.personas.at(1).executor.type, u"agent"_s);
    QCOMPARE(after.personas.at(1).instructions, u"Be brief."_s);
    QCOMPARE(after.tasks.size(), 2);
    QVERIFY2(ofRule(checkWorkflow(after), u"no-executor"_s).isEmpty(), "dev has none, so their task has");
}

void TestRules::problemsPointAtTheirField()
{
    Plan plan;
    plan.persona(u"dev"_s).task(u"a"_s, u"dev"_s);
    plan.task(u"v"_s, u"dev"_s, [](Task &t) {
        t.validates = {u"a"_s};
        t.needs = {need(u"a"_s), need(u"nowhere"_s)};
    });
    const QList<Problem> problems = checkWorkflow(plan);
    const Problem self = ofRule(problems, u"self-validation"_s).value(0);
    QCOMPARE(self.field, Field::Persona);
    QCOMPARE(self.subjects, (QList<NodeKey>{plan.contents.tasks.keyAt(1), plan.contents.tasks.keyAt(0)}));
    const Problem unknown = ofRule(problems, u"unknown-reference"_s).value(0);
    QCOMPARE(unknown.field, Field::Needs);
    QCOMPARE(unknown.item, 1);
}

void TestRules::randomPlansNeverCrash()
{
    QRandomGenerator random(newSeed());
    const auto pick = [&](const QStringList &words) { return words.at(random.bounded(words.size())); };
    const QStringList ids{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e f"_s, QString(), u"g-1"_s, u"g-2"_s, u"@dev and @qa"_s, u"p"_s, u"q"_s};
    const QStringList files{u"a.md"_s, u"out/*.md"_s, u"out/"_s, u"**"_s, u"../x"_s, QString(), u"{a,b}.md"_s, u"[x"_s};
    for (int round = 0; round < 150; ++round) {
        Plan plan;
        plan.info([&](WorkflowInfo &info) { 
            info.profile = Profile(random.bounded(2));
            info.maxConcurrent = random.bounded(3) - 1;
            info.workspace = WorkspaceMode(random.bounded(2));
        });
        for (int i = random.bounded(4); i > 0; --i)
            plan.persona(pick(ids), Role(random.bounded(6)));
        for (int i = random.bounded(4); i > 0; --i)
            plan.phase(pick(ids), PhaseKind(random.bounded(7)), [&](Phase &phase) {
                if (random.bounded(2))
                    phase.after = QStringList{pick(ids)};
                if (random.bounded(4) == 0)
                    phase.fixes = pick(ids);
            });
        for (int i = random.bounded(12); i > 0; --i)
            plan.task(pick(ids), pick(ids), [&](Task &task) {
                task.phase = pick(ids);
                task.kind = TaskKind(random.bounded(12));
                for (int n = random.bounded(3); n > 0; --n)
                    task.needs.append(need(pick(ids), NeedType(random.bounded(3))));
                for (int n = random.bounded(3); n > 0; --n)
                    task.validates.append(pick(ids));
                if (random.bounded(3) == 0)
                    task.personas.append(pick(ids));
                if (random.bounded(3) == 0)
                    task.evidence.clear();
                task.inputs = {pick(files)};
                task.deliverables = {pick(files)};
                task.owns = {pick(files)};
                task.outcomes = {pick(ids)};
                if (!task.needs.isEmpty() && random.bounded(3) == 0)
                    task.needs.first().when = {pick(ids), pick(ids)};
                if (random.bounded(2))
                    task.budgetTokens = random.bounded(9000);
                if (random.bounded(4) == 0)
                    task.rules.insert(pick({u"no-evidence"_s, u"no-evidense"_s}), {Severity::Off, {}});
                task.executor.type = pick({QString(), u"shell"_s, u"shel"_s, u"agent"_s});
            });
        for (int i = random.bounded(4); i > 0; --i)
            plan.gate(pick(ids), pick(ids), [&](Gate &gate) { gate.needs = {pick(ids), pick(ids)}; });
        Workflow workflow(plan.contents);
        const Contents before = workflow.contents();
        const CheckContext context{std::nullopt, QSet<QString>{u"a.md"_s}};
        for (const Problem &problem : checkWorkflow(before, context)) {
            for (const QuickFix &fix : problem.fixes) {
                const Edit undo = workflow.apply(fixEdit(before, problem, fix));
                (void)checkWorkflow(workflow.contents());
                workflow.apply(undo);
            }
        }
        QCOMPARE(workflow.contents(), before);
    }
}

void TestRules::manyOwnersDoNotHideWhoWritesWhatIsNotTheirs()
{
    constexpr int owners = 2000;
    Contents contents;
    for (int i = 0; i < owners; ++i) {
        Task task;
        task.id = u"task-%1"_s.arg(i);
        task.owns = {u"src/part-%1/**"_s.arg(i)};
        task.deliverables = {i < owners - 1 ? u"src/part-%1/main.c"_s.arg(i) : u"src/part-0/main.h"_s};
        add(contents, task);
    }
    const QList<Problem> problems = ofRule(checkWorkflow(contents), u"writes-unowned"_s);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().subjects, (QList<NodeKey>{contents.tasks.keyAt(owners - 1), contents.tasks.keyAt(0)}));
}

void TestRules::tenThousandTasksAreCheckedQuickly()
{
    const Contents contents = randomPlan(10'000, 15'000, 1);
    for (Profile profile : {Profile::Core, Profile::Standard}) {
        double best = 1e9;
        qsizetype found = 0;
        for (int i = 0; i < 5; ++i) {
            QElapsedTimer timer;
            timer.start();
            found = checkWorkflow(contents, {profile, {}}).size();
            best = qMin(best, double(timer.nsecsElapsed()) / 1e6);
        }
        qInfo("%s: 10,000 tasks and 15,000 needs in %.1f ms, %lld problems", qPrintable(nameOf(profile)), best,
              qlonglong(found));
        QVERIFY(profile == Profile::Core || found > 0);
    }
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
