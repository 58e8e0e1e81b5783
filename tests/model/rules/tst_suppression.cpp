// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/suppression.h"
#include "tests/model/rules/rulecases.h"

#include <QTest>

using namespace baton;
using namespace baton::test;
using namespace Qt::StringLiterals;

class TestSuppression : public QObject
{
    Q_OBJECT

private slots:
    void whatATaskSetsAsideIsGoneFromTheListAndFoundWithItsReason();
    void whatThePlanTurnsOffIsFoundAtThePlan();
    void takingTheSettingOutBringsTheProblemBack();
    void aRuleThatMayNotBeLoweredIsRefusedEverywhere();
    void aReasonIsAskedFor();
    void onlyATaskCanSetARuleAside();
    void whatIsSaidOfSeveralTasksIsSetAsideAtTheOneThatIsMeant();
    void aSeverityOfTheFileBeatsTheProfileAndSaysSo();
    void aPlanWithoutSettingsHasNothingSetAside();

private:
    static NodeKey task(const Contents &contents, const QString &id) { return IdIndex(contents).step(id); }
    static Contents applied(const Contents &contents, const Edit &edit)
    {
        Workflow workflow(contents);
        workflow.apply(edit);
        return workflow.contents();
    }
    static QList<Problem> ofRule(const Contents &contents, const QString &rule)
    {
        QList<Problem> found = checkWorkflow(contents);
        found.removeIf([&](const Problem &problem) { return problem.rule != rule; });
        return found;
    }
    /// The standard plan in which a feature is done without proof.
    static Contents unproven()
    {
        Contents contents = standardPlan();
        return applied(contents, Edit{}.set(task(contents, u"x"_s), Field::Evidence, QStringList())
                                     .set(task(contents, u"x"_s), Field::Deliverables, QStringList()));
    }
};

void TestSuppression::whatATaskSetsAsideIsGoneFromTheListAndFoundWithItsReason()
{
    const Contents broken = unproven();
    const QList<Problem> before = ofRule(broken, u"no-evidence"_s);
    QCOMPARE(before.size(), 1);
    const Result<Edit> edit = suppressing(broken, task(broken, u"x"_s), u"no-evidence"_s, u" spike "_s);
    QVERIFY(edit.ok());
    const Contents quiet = applied(broken, *edit);
    QVERIFY(ofRule(quiet, u"no-evidence"_s).isEmpty());
    const QList<SuppressedProblem> aside = suppressedProblems(quiet);
    QCOMPARE(aside.size(), 1);
    QCOMPARE(aside.first().reason, u"spike"_s);
    QCOMPARE(aside.first().where, task(quiet, u"x"_s));
    QCOMPARE(aside.first().problem, before.first());
}

void TestSuppression::whatThePlanTurnsOffIsFoundAtThePlan()
{
    const Contents broken = unproven();
    const Contents quiet = applied(broken, *settingSeverity(broken, u"no-evidence"_s, Severity::Off));
    QVERIFY(ofRule(quiet, u"no-evidence"_s).isEmpty());
    const QList<SuppressedProblem> aside = suppressedProblems(quiet);
    QCOMPARE(aside.size(), 1);
    QCOMPARE(aside.first().where, workflowKey);
}

void TestSuppression::takingTheSettingOutBringsTheProblemBack()
{
    const Contents broken = unproven();
    const NodeKey x = task(broken, u"x"_s);
    const Contents quiet = applied(broken, *suppressing(broken, x, u"no-evidence"_s, u"spike"_s));
    QCOMPARE(applied(quiet, restoring(quiet, x, u"no-evidence"_s)), broken);
    QVERIFY(restoring(broken, x, u"no-evidence"_s).isEmpty());
    const Contents off = applied(broken, *settingSeverity(broken, u"no-evidence"_s, Severity::Off));
    QCOMPARE(applied(off, restoring(off, workflowKey, u"no-evidence"_s)), broken);
    QCOMPARE(applied(off, *settingSeverity(off, u"no-evidence"_s, std::nullopt)), broken);
}

void TestSuppression::aRuleThatMayNotBeLoweredIsRefusedEverywhere()
{
    const Contents plan = standardPlan();
    int locked = 0;
    for (const RuleInfo &info : ruleInfos()) {
        if (!info.locked)
            continue;
        ++locked;
        const Result<Edit> here = suppressing(plan, task(plan, u"x"_s), info.id, u"because"_s);
        QVERIFY(!here && here.error().message.contains(info.id));
        QVERIFY(!settingSeverity(plan, info.id, Severity::Info));
        QVERIFY(severityOf(info, plan.info).origin == SeverityOrigin::Locked);
    }
    QVERIFY(locked >= 10);
}

void TestSuppression::aReasonIsAskedFor()
{
    const Contents broken = unproven();
    QVERIFY(!suppressing(broken, task(broken, u"x"_s), u"no-evidence"_s, u"  "_s));
}

void TestSuppression::onlyATaskCanSetARuleAside()
{
    const Contents plan = standardPlan();
    QVERIFY(!suppressing(plan, plan.gates.keyAt(0), u"gate-without-criteria"_s, u"because"_s));
    QVERIFY(!suppressing(plan, task(plan, u"x"_s), u"no-such-rule"_s, u"because"_s));
}

void TestSuppression::whatIsSaidOfSeveralTasksIsSetAsideAtTheOneThatIsMeant()
{
    const NodeKey a(NodeKind::Task, 1);
    const NodeKey b(NodeKind::Task, 2);
    const auto problem = [](const QString &rule, const QList<NodeKey> &subjects) {
        Problem made;
        made.rule = rule;
        made.subjects = subjects;
        return made;
    };
    QCOMPARE(whereToSetAside(problem(u"no-budget"_s, {a, b}), b), b);
    QCOMPARE(whereToSetAside(problem(u"no-budget"_s, {a, b})), a);
    QCOMPARE(whereToSetAside(problem(u"no-budget"_s, {a}), b), a);
    QCOMPARE(whereToSetAside(problem(u"ownership-conflict"_s, {a, b}), b), b);
    QCOMPARE(whereToSetAside(problem(u"implementation-before-architecture"_s, {a, NodeKey(NodeKind::Gate, 1)}), NodeKey(NodeKind::Gate, 1)), a);
    QVERIFY(whereToSetAside(problem(u"self-validation"_s, {a, b}), b).isNull());
    QVERIFY(whereToSetAside(problem(u"no-foundation"_s, {workflowKey})).isNull());
    QVERIFY(whereToSetAside(problem(u"unknown-field"_s, {a})).isNull());
}

void TestSuppression::aSeverityOfTheFileBeatsTheProfileAndSaysSo()
{
    const Contents broken = unproven();
    const RuleInfo &rule = *ruleInfo(u"no-evidence"_s);
    QVERIFY(severityOf(rule, broken.info).origin == SeverityOrigin::Profile);
    QCOMPARE(severityOf(rule, broken.info).severity, Severity::Error);
    const Contents mild = applied(broken, *settingSeverity(broken, rule.id, Severity::Info));
    QVERIFY(severityOf(rule, mild.info).origin == SeverityOrigin::File);
    QCOMPARE(ofRule(mild, rule.id).first().severity, Severity::Info);
    QVERIFY(settingSeverity(mild, rule.id, Severity::Info)->isEmpty());
}

void TestSuppression::aPlanWithoutSettingsHasNothingSetAside()
{
    QVERIFY(suppressedProblems(unproven()).isEmpty());
}

QTEST_GUILESS_MAIN(TestSuppression)
#include "tst_suppression.moc"
