// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/preflight.h"
#include "tests/model/rules/rulecases.h"

#include <QTest>

using namespace baton;
using namespace baton::test;
using namespace Qt::StringLiterals;

using State = PreflightItem::State;

class TestPreflight : public QObject
{
    Q_OBJECT

private slots:
    void theStandardPlanProvidesForEverything();
    void eachItemIsMissingWhereThePlanLacksIt_data();
    void eachItemIsMissingWhereThePlanLacksIt();
    void theFixOfAMissingItemMakesItGood_data();
    void theFixOfAMissingItemMakesItGood();
    void theCoreProfileAsksOnlyWhatItKnows();
    void anEmptyPlanIsAskedNothingItCannotAnswer();
    void whatIsSetAsideIsSaidWithItsReason();
    void aRunThatVerifiedEverythingMeetsEveryItem();
    void aRejectedValidationIsMissing();
    void aTaskWithoutItsEvidenceIsMissing();
    void aSimulationVerifiesNothing();
    void whatARunHasNotComeToIsPlanned();

private:
    using Change = std::function<Edit(const Contents &, const IdIndex &)>;
    static Contents changed(const Change &change)
    {
        const Contents plan = standardPlan();
        Workflow workflow(plan);
        workflow.apply(change(plan, IdIndex(plan)));
        return workflow.contents();
    }
    static QList<PreflightItem> itemsOf(const Contents &contents, std::optional<RunProof> run = {})
    {
        return preflight(contents, {checkWorkflow(contents), suppressedProblems(contents), {}, std::move(run)});
    }
    static PreflightItem item(const QList<PreflightItem> &items, const QString &id)
    {
        const auto found = std::find_if(items.cbegin(), items.cend(), [&](const PreflightItem &it) { return it.id == id; });
        return found == items.cend() ? PreflightItem() : *found;
    }
    static QList<NodeKey> keys(const Contents &contents, const QStringList &ids)
    {
        QList<NodeKey> found;
        for (const QString &id : ids)
            found += IdIndex(contents).step(id);
        return found;
    }
    static RunProof finished(const Contents &contents)
    {
        RunProof proof;
        for (const auto &slot : contents.tasks)
            proof.insert(slot.key, {true, true, false, !slot.node->validates.isEmpty(), false});
        return proof;
    }
    static Edit removing(const Contents &contents, const QStringList &ids)
    {
        Workflow workflow(contents);
        return workflow.removing(keys(contents, ids));
    }
};

void TestPreflight::theStandardPlanProvidesForEverything()
{
    const QList<PreflightItem> items = itemsOf(standardPlan());
    QCOMPARE(items.size(), 9);
    QCOMPARE(missingCount(items), 0);
    for (const PreflightItem &each : items) {
        QVERIFY2(each.state == State::Met || each.state == State::Planned, qPrintable(each.id));
        QVERIFY(!each.sentence.isEmpty() && !each.why.isEmpty());
    }
}

void TestPreflight::eachItemIsMissingWhereThePlanLacksIt_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<Contents>("broken");
    const auto row = [](const char *id, const Change &change) {
        QTest::newRow(id) << QString::fromLatin1(id) << changed(change);
    };
    const auto without = [](const QString &id) {
        return [id](const Contents &contents, const IdIndex &) { return removing(contents, {id}); };
    };
    const auto set = [](const QString &id, Field field, const Value &value) {
        return [=](const Contents &, const IdIndex &ids) { return Edit{}.set(ids.step(id), field, value); };
    };
    row("architecture", without(u"design"_s));
    row("user-flows", without(u"flows"_s));
    row("one-persona", set(u"x"_s, Field::Persona, QStringList()));
    row("other-validators", set(u"golden"_s, Field::Persona, QStringList{u"software-eng"_s}));
    row("evidence", [](const Contents &, const IdIndex &ids) {
        return Edit{}.set(ids.step(u"x"_s), Field::Evidence, QStringList())
            .set(ids.step(u"x"_s), Field::Deliverables, QStringList());
    });
    row("user-experience", without(u"golden"_s));
    row("technical-validation", without(u"suite"_s));
    row("compatibility", without(u"merge"_s));
    row("no-self-validation", set(u"audit"_s, Field::Persona, QStringList{u"software-eng"_s}));
}

void TestPreflight::eachItemIsMissingWhereThePlanLacksIt()
{
    QFETCH(QString, id);
    QFETCH(Contents, broken);
    const PreflightItem found = item(itemsOf(broken), id);
    QCOMPARE(found.state, State::Missing);
    QVERIFY(!found.why.isEmpty());
    QVERIFY(item(itemsOf(standardPlan()), id).why != found.why);
}

void TestPreflight::theFixOfAMissingItemMakesItGood_data()
{
    eachItemIsMissingWhereThePlanLacksIt_data();
}

void TestPreflight::theFixOfAMissingItemMakesItGood()
{
    QFETCH(QString, id);
    QFETCH(Contents, broken);
    const PreflightItem found = item(itemsOf(broken), id);
    // The integration phase is there, only not the integrator: no rule speaks of that, so none mends it.
    QCOMPARE(found.problem && !found.problem->fixes.isEmpty(), id != "compatibility"_L1);
    if (!found.problem)
        return;
    Workflow workflow(broken);
    workflow.apply(fixEdit(broken, *found.problem, found.problem->fixes.first()));
    const PreflightItem mended = item(itemsOf(workflow.contents()), id);
    QVERIFY2(mended.state != State::Missing, qPrintable(mended.why));
}

void TestPreflight::theCoreProfileAsksOnlyWhatItKnows()
{
    Plan plan;
    plan.persona(u"dev"_s).task(u"a"_s, u"dev"_s, [](Task &task) { task.evidence = {u"a.md"_s}; });
    const QList<PreflightItem> items = itemsOf(plan);
    QCOMPARE(missingCount(items), 0);
    QCOMPARE(item(items, u"architecture"_s).state, State::NotAsked);
    QCOMPARE(item(items, u"compatibility"_s).state, State::NotAsked);
    QCOMPARE(item(items, u"one-persona"_s).state, State::Met);
    plan.task(u"b"_s, {});
    QCOMPARE(item(itemsOf(plan), u"one-persona"_s).state, State::Missing);
}

void TestPreflight::anEmptyPlanIsAskedNothingItCannotAnswer()
{
    const QList<PreflightItem> items = itemsOf({});
    QCOMPARE(missingCount(items), 0);
    QCOMPARE(item(items, u"evidence"_s).state, State::NotAsked);
}

void TestPreflight::whatIsSetAsideIsSaidWithItsReason()
{
    Contents plan = changed([](const Contents &, const IdIndex &ids) {
        return Edit{}.set(ids.step(u"x"_s), Field::Evidence, QStringList())
            .set(ids.step(u"x"_s), Field::Deliverables, QStringList());
    });
    Workflow workflow(plan);
    workflow.apply(*suppressing(plan, IdIndex(plan).step(u"x"_s), u"no-evidence"_s, u"only a spike"_s));
    const PreflightItem found = item(itemsOf(workflow.contents()), u"evidence"_s);
    QCOMPARE(found.state, State::NotAsked);
    QVERIFY(found.why.contains(u"only a spike"_s));
}

void TestPreflight::aRunThatVerifiedEverythingMeetsEveryItem()
{
    const Contents plan = standardPlan();
    for (const PreflightItem &each : itemsOf(plan, finished(plan)))
        QVERIFY2(each.state == State::Met, qPrintable(each.id + u": "_s + each.why));
}

void TestPreflight::aRejectedValidationIsMissing()
{
    const Contents plan = standardPlan();
    RunProof proof = finished(plan);
    proof[IdIndex(plan).step(u"golden"_s)] = {true, true, false, false, true};
    const QList<PreflightItem> items = itemsOf(plan, proof);
    QCOMPARE(item(items, u"user-experience"_s).state, State::Missing);
    QCOMPARE(item(items, u"user-experience"_s).subjects, keys(plan, {u"golden"_s}));
    QCOMPARE(missingCount(items), 1);
}

void TestPreflight::aTaskWithoutItsEvidenceIsMissing()
{
    const Contents plan = standardPlan();
    RunProof proof = finished(plan);
    proof[IdIndex(plan).step(u"design"_s)].verified = false;
    const QList<PreflightItem> items = itemsOf(plan, proof);
    QCOMPARE(item(items, u"architecture"_s).state, State::Missing);
    QCOMPARE(item(items, u"evidence"_s).state, State::Missing);
    QCOMPARE(item(items, u"evidence"_s).subjects, keys(plan, {u"design"_s}));
}

void TestPreflight::aSimulationVerifiesNothing()
{
    const Contents plan = standardPlan();
    RunProof proof = finished(plan);
    for (TaskProof &each : proof)
        each.simulated = true;
    const QList<PreflightItem> items = itemsOf(plan, proof);
    QCOMPARE(item(items, u"architecture"_s).state, State::Planned);
    QCOMPARE(item(items, u"evidence"_s).state, State::Planned);
}

void TestPreflight::whatARunHasNotComeToIsPlanned()
{
    const Contents plan = standardPlan();
    RunProof proof;
    proof.insert(IdIndex(plan).step(u"design"_s), {true, true, false, false, false});
    const QList<PreflightItem> items = itemsOf(plan, proof);
    QCOMPARE(item(items, u"architecture"_s).state, State::Met);
    QCOMPARE(item(items, u"user-flows"_s).state, State::Planned);
    QCOMPARE(missingCount(items), 0);
}

QTEST_GUILESS_MAIN(TestPreflight)
#include "tst_preflight.moc"
