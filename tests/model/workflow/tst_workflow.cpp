// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/workflow.h"
#include "tests/support/plans.h"
#include "tests/support/seed.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace baton;
using namespace baton::test;
using namespace Qt::StringLiterals;

class TestWorkflow : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void undoRestoresEverything_data();
    void undoRestoresEverything();
    void aCycleIsRefusedAndNamed();
    void aCycleThroughASyncPointIsRefused();
    void whatValidatesWaitsForWhatItValidates();
    void renamingATaskRenamesEveryReference();
    void renamingADoubledIdLeavesTheReferencesWithTheFirst();
    void removingATaskLeavesNoReferenceToIt();
    void removingAPhaseTakesItsGateAndKeepsItsTasks();
    void aChangeSaysWhatWasTouched();
    void anEditOfSomethingAbsentDoesNothing();
    void randomEditsAreUndoneToTheBeginning();

private:
    NodeKey key(const QString &id) const { return m_workflow->ids().step(id); }
    std::unique_ptr<Workflow> m_workflow;
};

void TestWorkflow::init()
{
    Contents contents = chain({u"plan"_s, u"build"_s, u"check"_s});
    Persona worker;
    worker.id = u"worker"_s;
    add(contents, worker);
    Phase phase;
    phase.id = u"main"_s;
    add(contents, phase);
    Gate gate;
    gate.id = u"done"_s;
    gate.phase = u"main"_s;
    gate.signOff = {u"worker"_s};
    add(contents, gate);
    Gate sync;
    sync.id = u"sync"_s;
    sync.needs = {u"plan"_s};
    add(contents, sync);
    Task last;
    last.id = u"last"_s;
    last.phase = u"main"_s;
    last.personas = {u"@worker"_s};
    last.validates = {u"build"_s};
    last.needs = {need(u"sync"_s)};
    add(contents, last);
    m_workflow = std::make_unique<Workflow>(contents);
}

void TestWorkflow::undoRestoresEverything_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"delete first", "delete all", "rename", "connect", "settings", "insert", "phase"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestWorkflow::undoRestoresEverything()
{
    QFETCH(QString, what);
    Edit edit;
    if (what == u"delete first") {
        edit = m_workflow->removing({key(u"plan"_s)});
    } else if (what == u"delete all") {
        edit = m_workflow->removing({key(u"check"_s), key(u"plan"_s), key(u"build"_s), key(u"sync"_s)});
    } else if (what == u"rename") {
        edit = *m_workflow->renaming(key(u"build"_s), u"make"_s);
    } else if (what == u"connect") {
        edit = *m_workflow->connecting(key(u"plan"_s), key(u"check"_s));
    } else if (what == u"settings") {
        edit.set(workflowKey, Field::MaxConcurrent, qint64(9)).set(workflowKey, Field::Profile, Profile::Standard);
    } else if (what == u"insert") {
        Task task;
        task.id = u"new"_s;
        const NodeKey fresh = m_workflow->freshKey(NodeKind::Task);
        edit.insert(task, fresh, 1).set(fresh, Field::Title, u"New"_s);
    } else {
        edit = m_workflow->removing({m_workflow->ids().phase(u"main"_s)});
    }
    const Contents before = m_workflow->contents();
    const Edit back = m_workflow->apply(edit);
    const Contents after = m_workflow->contents();
    QVERIFY(!(before == after));
    const Edit forth = m_workflow->apply(back);
    QVERIFY(m_workflow->contents() == before);
    m_workflow->apply(forth);
    QVERIFY(m_workflow->contents() == after);
}

void TestWorkflow::aCycleIsRefusedAndNamed()
{
    const Result<Edit> refused = m_workflow->connecting(key(u"check"_s), key(u"plan"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    for (const auto &name : {u"plan"_s, u"build"_s, u"check"_s})
        QVERIFY2(refused.error().message.contains(name), qPrintable(refused.error().message));
    const QList<NodeKey> cycle{key(u"check"_s), key(u"build"_s), key(u"plan"_s)};
    QCOMPARE(m_workflow->cycleThrough(key(u"check"_s), key(u"plan"_s)), cycle);
}

void TestWorkflow::aCycleThroughASyncPointIsRefused()
{
    QVERIFY(!m_workflow->connecting(key(u"last"_s), key(u"plan"_s)));
}

void TestWorkflow::whatValidatesWaitsForWhatItValidates()
{
    QVERIFY(!m_workflow->connecting(key(u"last"_s), key(u"build"_s)));
}

void TestWorkflow::renamingATaskRenamesEveryReference()
{
    m_workflow->apply(*m_workflow->renaming(key(u"build"_s), u"make"_s));
    QCOMPARE(m_workflow->task(key(u"check"_s))->needs.first().target, u"make"_s);
    QCOMPARE(m_workflow->task(key(u"last"_s))->validates, QStringList{u"make"_s});
    QVERIFY(key(u"build"_s).isNull());
    m_workflow->apply(*m_workflow->renaming(m_workflow->ids().persona(u"worker"_s), u"smith"_s));
    QCOMPARE(m_workflow->task(key(u"last"_s))->personas, QStringList{u"smith"_s});
    QCOMPARE(m_workflow->gate(key(u"done"_s))->signOff, QStringList{u"smith"_s});
}

void TestWorkflow::renamingADoubledIdLeavesTheReferencesWithTheFirst()
{
    Task twin;
    twin.id = u"build"_s;
    const NodeKey second = m_workflow->freshKey(NodeKind::Task);
    m_workflow->apply(Edit{}.insert(twin, second));
    m_workflow->apply(*m_workflow->renaming(second, u"other"_s));
    QCOMPARE(m_workflow->task(key(u"check"_s))->needs.first().target, u"build"_s);
    QCOMPARE(m_workflow->task(second)->id, u"other"_s);
}

void TestWorkflow::removingATaskLeavesNoReferenceToIt()
{
    m_workflow->apply(m_workflow->removing({key(u"build"_s)}));
    QVERIFY(m_workflow->task(key(u"check"_s))->needs.isEmpty());
    QVERIFY(m_workflow->task(key(u"last"_s))->validates.isEmpty());
}

void TestWorkflow::removingAPhaseTakesItsGateAndKeepsItsTasks()
{
    m_workflow->apply(m_workflow->removing({m_workflow->ids().phase(u"main"_s)}));
    QVERIFY(key(u"done"_s).isNull());
    QVERIFY(m_workflow->task(key(u"last"_s))->phase.isEmpty());
}

void TestWorkflow::aChangeSaysWhatWasTouched()
{
    QSignalSpy spy(m_workflow.get(), &Workflow::changed);
    m_workflow->apply(Edit{}.set(key(u"plan"_s), Field::Title, u"Plan"_s).set(key(u"plan"_s), Field::Title, u"P"_s));
    QCOMPARE(spy.size(), 1);
    const auto change = spy.takeFirst().first().value<Change>();
    QVERIFY(change.touches(key(u"plan"_s), Field::Title));
    QVERIFY(!change.touches(key(u"plan"_s), Field::Id));
    QVERIFY(change.added.isEmpty() && change.removed.isEmpty());
    m_workflow->apply(Edit{}.set(key(u"plan"_s), Field::Title, u"P"_s));
    QCOMPARE(spy.size(), 0);
}

void TestWorkflow::anEditOfSomethingAbsentDoesNothing()
{
    const Contents before = m_workflow->contents();
    const NodeKey nobody(NodeKind::Task, 999);
    const Edit back = m_workflow->apply(Edit{}.set(nobody, Field::Title, u"x"_s).remove(nobody).set(
        key(u"plan"_s), Field::Criteria, std::optional<QStringList>()));
    QVERIFY(back.isEmpty());
    QVERIFY(m_workflow->contents() == before);
}

void TestWorkflow::randomEditsAreUndoneToTheBeginning()
{
    const quint32 seed = newSeed();
    QRandomGenerator random(seed);
    Workflow workflow(randomPlan(60, 90, seed));
    const Contents before = workflow.contents();
    QList<Edit> back;
    for (int round = 0; round < 400; ++round) {
        const auto &tasks = workflow.contents().tasks;
        if (tasks.isEmpty())
            break;
        const NodeKey one = tasks.keyAt(random.bounded(tasks.size()));
        const NodeKey two = tasks.keyAt(random.bounded(tasks.size()));
        Edit edit;
        switch (random.bounded(6)) {
        case 0:
            edit = workflow.removing({one, two});
            break;
        case 1:
            if (const Result<Edit> connect = workflow.connecting(one, two))
                edit = *connect;
            break;
        case 2:
            if (const Result<Edit> rename = workflow.renaming(one, u"r-%1"_s.arg(round)))
                edit = *rename;
            break;
        case 3: {
            Task task;
            task.id = workflow.freshId(NodeKind::Task, u"New task"_s);
            edit.insert(task, {}, random.bounded(tasks.size()));
            break;
        }
        case 4:
            edit.set(one, Field::Position, std::optional<QPointF>(QPointF(random.bounded(99), 7)));
            break;
        default:
            edit.set(one, Field::Inputs, QStringList{u"a"_s, QString::number(round)}).remove(one);
        }
        back.append(workflow.apply(edit));
    }
    while (!back.isEmpty())
        workflow.apply(back.takeLast());
    QVERIFY(workflow.contents() == before);
}

QTEST_GUILESS_MAIN(TestWorkflow)
#include "tst_workflow.moc"
