// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/layout/layout.h"
#include "model/workflow/workflow.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace baton;
using namespace baton::test;
using namespace Qt::StringLiterals;

class TestLayout : public QObject
{
    Q_OBJECT

private slots:
    void phasesStandFromLeftToRightWithTheirGatesBetween();
    void noTwoCardsOverlap_data();
    void noTwoCardsOverlap();
    void phasesThatAreNotOrderedStandAboveEachOther();
    void aSyncPointStandsWithWhatItNeeds();
    void writtenPositionsStay();
    void aNewTaskStandsBelowTheOthersOfItsLane();
    void arrangingIsOneEditThatCanBeTakenBack();
    void arrangingTwiceChangesNothing();
    void phasesInACircleAreDrawnAllTheSame();
};

static Contents twoPhases()
{
    Contents contents;
    for (const auto &id : {u"first"_s, u"second"_s}) {
        Phase phase;
        phase.id = id;
        add(contents, phase);
        for (int i = 0; i < 3; ++i) {
            Task task;
            task.id = id + QString::number(i);
            task.phase = id;
            add(contents, task);
        }
        Gate gate;
        gate.id = id + u"-gate"_s;
        gate.phase = id;
        add(contents, gate);
    }
    return contents;
}

static QRectF cardOf(const Contents &contents, const Positions &positions, NodeKey key)
{
    return {positions.value(key), sizeOf(contents, key)};
}

void TestLayout::phasesStandFromLeftToRightWithTheirGatesBetween()
{
    const Contents contents = twoPhases();
    const IdIndex ids(contents);
    const Positions at = placed(contents);
    QRectF lanes[2];
    for (int lane = 0; lane < 2; ++lane) {
        QRectF cards;
        for (int i = 0; i < 3; ++i)
            cards |= cardOf(contents, at, ids.step((lane ? u"second%1"_s : u"first%1"_s).arg(i)));
        lanes[lane] = laneAround(cards, {});
        QCOMPARE(lanes[lane].topLeft(), at.value(contents.phases.keyAt(lane)));
    }
    const qreal gate = at.value(ids.step(u"first-gate"_s)).x();
    QVERIFY(gate > lanes[0].right());
    QVERIFY(gate + canvas::gateWidth < lanes[1].left());
    QVERIFY(at.value(ids.step(u"second-gate"_s)).x() > lanes[1].right());
}

void TestLayout::noTwoCardsOverlap_data()
{
    QTest::addColumn<int>("tasks");
    QTest::addColumn<bool>("inPhases");
    QTest::newRow("one phase") << 40 << true;
    QTest::newRow("several phases") << 800 << true;
    QTest::newRow("no phase") << 200 << false;
}

void TestLayout::noTwoCardsOverlap()
{
    QFETCH(int, tasks);
    QFETCH(bool, inPhases);
    Contents contents = randomPlan(tasks, tasks * 3 / 2, 7);
    if (!inPhases) {
        contents.phases = {};
        contents.gates = {};
    }
    const Positions at = placed(contents);
    for (const auto &[key, task] : contents.tasks) {
        const QRectF card = cardOf(contents, at, key);
        for (const auto &[other, ignored] : contents.tasks)
            QVERIFY(key == other || !card.intersects(cardOf(contents, at, other)));
    }
}

void TestLayout::phasesThatAreNotOrderedStandAboveEachOther()
{
    Contents contents = twoPhases();
    Workflow workflow(contents);
    workflow.apply(Edit{}.set(contents.phases.keyAt(1), Field::After, std::optional<QStringList>(QStringList())));
    const Positions at = placed(workflow.contents());
    QCOMPARE(at.value(contents.phases.keyAt(0)).x(), at.value(contents.phases.keyAt(1)).x());
    QVERIFY(at.value(contents.phases.keyAt(1)).y() > at.value(contents.phases.keyAt(0)).y() + canvas::laneHead);
}

void TestLayout::aSyncPointStandsWithWhatItNeeds()
{
    Contents contents = twoPhases();
    Gate sync;
    sync.id = u"sync"_s;
    sync.needs = {u"first0"_s, u"first1"_s};
    const NodeKey key = add(contents, sync);
    const Positions at = placed(contents);
    const IdIndex ids(contents);
    QVERIFY(at.value(key).x() > at.value(ids.step(u"first0"_s)).x() + canvas::cardWidth);
    QVERIFY(at.value(key).x() < at.value(ids.step(u"first-gate"_s)).x());
}

void TestLayout::writtenPositionsStay()
{
    Workflow workflow(twoPhases());
    const NodeKey key = workflow.ids().step(u"second1"_s);
    workflow.apply(Edit{}.set(key, Field::Position, std::optional<QPointF>(QPointF(-400, 33))));
    QCOMPARE(placed(workflow.contents()).value(key), QPointF(-400, 33));
}

void TestLayout::aNewTaskStandsBelowTheOthersOfItsLane()
{
    Workflow workflow(twoPhases());
    workflow.apply(arranging(workflow.contents()));
    Task task;
    task.id = u"late"_s;
    task.phase = u"first"_s;
    const NodeKey key = workflow.freshKey(NodeKind::Task);
    workflow.apply(Edit{}.insert(task, key));
    const Positions at = placed(workflow.contents());
    const QPointF last = at.value(workflow.ids().step(u"first2"_s));
    QCOMPARE(at.value(key), last + QPointF(0, canvas::rowPitch));
}

void TestLayout::arrangingIsOneEditThatCanBeTakenBack()
{
    Workflow workflow(twoPhases());
    const Contents before = workflow.contents();
    const Edit back = workflow.apply(arranging(before));
    for (const auto &[key, task] : workflow.contents().tasks)
        QVERIFY(task->position.has_value());
    workflow.apply(back);
    QVERIFY(workflow.contents() == before);
}

void TestLayout::arrangingTwiceChangesNothing()
{
    Workflow workflow(randomPlan(300, 450, 3));
    workflow.apply(arranging(workflow.contents()));
    QVERIFY(arranging(workflow.contents()).isEmpty());
    QVERIFY(placed(workflow.contents()) == automaticPositions(workflow.contents()));
}

void TestLayout::phasesInACircleAreDrawnAllTheSame()
{
    Contents contents = twoPhases();
    Workflow workflow(contents);
    workflow.apply(Edit{}.set(contents.phases.keyAt(0), Field::After,
                              std::optional<QStringList>(QStringList{u"second"_s})));
    QCOMPARE(placed(workflow.contents()).size(), contents.tasks.size() + contents.gates.size() + 2);
}

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
