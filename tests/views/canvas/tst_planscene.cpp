// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/layout/layout.h"
#include "model/run/fixphase.h"
#include "model/workflow/workflow.h"
#include "tests/support/plans.h"
#include "tests/support/rundriver.h"
#include "tests/support/seed.h"
#include "views/canvas/planscene.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace baton;
using namespace Qt::StringLiterals;

namespace {

QString wordsOf(const EdgeItem &edge)
{
    QString line = u"%1 → %2, %3 %4:"_s.arg(edge.from.value()).arg(edge.to.value()).arg(int(edge.kind)).arg(edge.label);
    for (const QPointF &point : edge.route.samples())
        line += u" %1,%2"_s.arg(point.x()).arg(point.y());
    return line;
}

/// Those edges in words. Which is painted first says nothing.
template <class Indexes>
QStringList edgesOf(const DisplayList &list, const Indexes &indexes)
{
    QStringList lines;
    for (quint32 index : indexes)
        lines.append(wordsOf(list.edges()[index]));
    lines.sort();
    return lines;
}

QStringList edgesOf(const DisplayList &list)
{
    std::vector<quint32> all(list.edges().size());
    std::iota(all.begin(), all.end(), 0u);
    return edgesOf(list, all);
}

/// Empty where both are the same.
QString differenceOf(QStringList followed, QStringList fresh)
{
    if (followed == fresh)
        return {};
    for (const QString &line : QStringList(followed)) {
        if (fresh.removeOne(line))
            followed.removeOne(line);
    }
    return u"followed:\n"_s + followed.join(u'\n') + u"\nfresh:\n"_s + fresh.join(u'\n');
}

QStringList edgesIn(const DisplayList &list, const QRectF &part)
{
    std::vector<quint32> found;
    list.edgesIn(part, found);
    // Those that only come near may be there too.
    std::erase_if(found, [&](quint32 index) {
        const auto points = list.edges()[index].route.samples();
        for (size_t i = 0; i + 1 < points.size(); ++i) {
            if (QRectF(points[i], points[i + 1]).normalized().adjusted(-1, -1, 1, 1).intersects(part))
                return false;
        }
        return true;
    });
    return edgesOf(list, found);
}

/// A task gets a need on one before it, or loses one, or waits for an outcome, or validates.
Edit rewiring(const Contents &now, QRandomGenerator &random)
{
    const qsizetype place = 1 + random.bounded(now.tasks.size() - 1);
    const NodeKey key = now.tasks.keyAt(place);
    QList<Need> needs = now.tasks.at(place).needs;
    const QString other = now.tasks.at(random.bounded(place)).id;
    switch (random.bounded(4)) {
    case 0:
        needs.append(test::need(other));
        break;
    case 1:
        if (!needs.isEmpty())
            needs.removeAt(random.bounded(needs.size()));
        break;
    case 2:
        if (!needs.isEmpty())
            needs[random.bounded(needs.size())].when = {u"yes"_s};
        break;
    default:
        return Edit{}.set(key, Field::Validates, QStringList{other});
    }
    return Edit{}.set(key, Field::Needs, needs);
}

/// A task comes with a place and a need, some go, one is called otherwise or changes the phase.
Edit restructuring(const Workflow &workflow, QRandomGenerator &random, int step)
{
    const Contents &now = workflow.contents();
    const auto anyPlace = [&] { return random.bounded(now.tasks.size()); };
    const NodeKey key = now.tasks.keyAt(anyPlace());
    const QString phase = now.phases.at(random.bounded(now.phases.size())).id;
    const auto somewhere = [&] { return *now.tasks.at(anyPlace()).position + QPointF(random.bounded(300), random.bounded(200)); };
    switch (random.bounded(7)) {
    case 0: {
        Task task{.id = u"added-%1"_s.arg(step), .phase = random.bounded(4) ? phase : QString()};
        task.position = somewhere();
        task.needs = {test::need(now.tasks.at(anyPlace()).id), test::need(u"missing-%1"_s.arg(random.bounded(6)))};
        return Edit{}.insert(task);
    }
    case 1: {
        QList<NodeKey> keys;
        for (int i = random.bounded(1, 9); i > 0; --i)
            keys.append(now.tasks.keyAt(anyPlace()));
        return workflow.removing(keys);
    }
    case 2: // Others that name it name nothing now.
        return Edit{}.set(key, Field::Id, u"missing-%1"_s.arg(random.bounded(6)));
    case 3:
        return *workflow.renaming(key, u"renamed-%1"_s.arg(step));
    case 4:
        return Edit{}.set(key, Field::Phase, phase).set(key, Field::Position, std::optional(somewhere()));
    case 5: {
        Gate gate{.id = u"sync-%1"_s.arg(step), .phase = {}, .needs = {now.tasks.at(anyPlace()).id, now.tasks.at(anyPlace()).id}};
        gate.position = somewhere();
        return Edit{}.insert(gate);
    }
    default:
        return Edit{}.set(now.phases.keyAt(random.bounded(now.phases.size())), Field::Folded, random.bounded(3) == 0);
    }
}

} // namespace

class TestPlanScene : public QObject
{
    Q_OBJECT

private slots:
    void edgesFollowEditsAsIfAllWereDrawnAnew_data();
    void edgesFollowEditsAsIfAllWereDrawnAnew();
    void aTaskThatChangesItsPhaseStandsInItsNewLane();
    void aLaneThatComesInCoversNoOther_data();
    void aLaneThatComesInCoversNoOther();
    void aFixPhaseThatThePlanHasTakenOverShowsItsRun();

private:
    /// Build (api, ui) and Check (audit, which validates both), as the layout places them.
    static Contents twoPhases();
    static bool lanesStandApart(const PlanScene &scene);
};

Contents TestPlanScene::twoPhases()
{
    Contents contents;
    for (const QString &id : {u"dev"_s, u"qa"_s})
        test::add(contents, Persona{.id = id});
    for (const QString &id : {u"build"_s, u"check"_s})
        test::add(contents, Phase{.id = id});
    for (const QString &id : {u"api"_s, u"ui"_s})
        test::add(contents, Task{.id = id, .phase = u"build"_s, .personas = {u"dev"_s}, .executor = {u"shell"_s, {{u"command"_s, u"true"_s}}}});
    Task audit{.id = u"audit"_s, .phase = u"check"_s, .personas = {u"qa"_s}, .kind = TaskKind::Validate, .executor = {u"human"_s, {}}};
    audit.validates = {u"api"_s, u"ui"_s};
    test::add(contents, audit);
    Gate gate{.id = u"g"_s, .phase = u"check"_s};
    gate.onFail = OnFail::FixPhase;
    test::add(contents, gate);
    return contents;
}

bool TestPlanScene::lanesStandApart(const PlanScene &scene)
{
    const auto &lanes = scene.list().lanes();
    for (size_t a = 0; a < lanes.size(); ++a) {
        for (size_t b = 0; b < a; ++b) {
            if (lanes[a].rect.intersects(lanes[b].rect))
                return false;
        }
    }
    return true;
}

void TestPlanScene::edgesFollowEditsAsIfAllWereDrawnAnew_data()
{
    QTest::addColumn<bool>("restructures");
    QTest::addRow("needs and validations") << false;
    QTest::addRow("tasks and phases too") << true;
}

void TestPlanScene::edgesFollowEditsAsIfAllWereDrawnAnew()
{
    QFETCH(bool, restructures);
    const quint32 seed = test::newSeed();
    QRandomGenerator random(seed);
    Workflow workflow(test::randomPlan(270, 400, seed));
    workflow.apply(arranging(workflow.contents()));
    const PlanScene scene(workflow);
    QList<Edit> back;
    for (int step = 0; step < 60; ++step) {
        if (step % 4 == 3)
            workflow.apply(back.takeLast());
        else if (restructures && random.bounded(3))
            back.append(workflow.apply(restructuring(workflow, random, step)));
        else
            back.append(workflow.apply(rewiring(workflow.contents(), random)));
        DisplayList fresh(workflow.contents(), workflow.ids());
        fresh.build();
        const QString difference = differenceOf(edgesOf(scene.list()), edgesOf(fresh));
        QVERIFY2(difference.isEmpty(), qPrintable(u"step %1\n"_s.arg(step) + difference.right(900)));
        for (const LaneItem &lane : fresh.lanes())
            QCOMPARE(scene.list().lane(lane.key)->rect, lane.rect);
        for (const CardItem &card : std::span(scene.list().cards()).first(40))
            QCOMPARE(edgesOf(scene.list(), scene.list().edgesOf(card.key)), edgesOf(fresh, fresh.edgesOf(card.key)));
        const QRectF bounds = fresh.bounds();
        for (int i = 0; i < 20; ++i) {
            const QPointF corner(bounds.left() + random.bounded(bounds.width()), bounds.top() + random.bounded(bounds.height()));
            const QRectF part(corner, bounds.size() / 20);
            QCOMPARE(edgesIn(scene.list(), part), edgesIn(fresh, part));
        }
    }
}

void TestPlanScene::aTaskThatChangesItsPhaseStandsInItsNewLane()
{
    Workflow workflow(twoPhases());
    const PlanScene scene(workflow);
    QVERIFY(lanesStandApart(scene));
    const NodeKey ui = workflow.ids().step(u"ui"_s);
    const QRectF api = scene.list().card(workflow.ids().step(u"api"_s))->rect;
    const Edit back = workflow.apply(Edit{}.set(ui, Field::Phase, u"check"_s));
    QVERIFY(lanesStandApart(scene));
    QVERIFY(scene.list().lane(workflow.ids().phase(u"check"_s))->rect.contains(scene.list().card(ui)->rect));
    QCOMPARE(scene.list().card(workflow.ids().step(u"api"_s))->rect, api);
    workflow.apply(back);
    QVERIFY(lanesStandApart(scene));
    QVERIFY(scene.list().lane(workflow.ids().phase(u"build"_s))->rect.contains(scene.list().card(ui)->rect));
}

void TestPlanScene::aLaneThatComesInCoversNoOther_data()
{
    QTest::addColumn<int>("place");
    QTest::addRow("first") << 0;
    QTest::addRow("between") << 1;
    QTest::addRow("last") << 2;
}

void TestPlanScene::aLaneThatComesInCoversNoOther()
{
    QFETCH(int, place);
    Workflow workflow(twoPhases());
    const PlanScene scene(workflow);
    const NodeKey api = workflow.ids().step(u"api"_s);
    const QRectF before = scene.list().card(api)->rect;
    Edit edit;
    edit.steps.append(Insert{{}, place, std::make_shared<const Phase>(Phase{.id = u"new"_s})});
    edit.insert(Task{.id = u"begin"_s, .phase = u"new"_s});
    edit.insert(Task{.id = u"end"_s, .phase = u"new"_s});
    workflow.apply(edit);
    QCOMPARE(scene.list().lanes().size(), size_t(3));
    QVERIFY(lanesStandApart(scene));
    QCOMPARE(scene.list().card(api)->rect, before); // What was there stays.
    if (place == 0)
        QVERIFY(scene.list().lane(workflow.ids().phase(u"new"_s))->rect.right() < before.left());
}

void TestPlanScene::aFixPhaseThatThePlanHasTakenOverShowsItsRun()
{
    const Contents contents = twoPhases();
    Workflow workflow(contents);
    PlanScene scene(workflow);
    test::RunDriver run(contents);
    run.start({.approve = ApproveMode::Ask});
    for (const QString &id : {u"api"_s, u"ui"_s})
        run.complete(id);
    run.begin(u"audit"_s);
    run.reject(u"audit"_s, {QJsonObject{{u"severity"_s, u"error"_s}, {u"what"_s, u"it leaks"_s}, {u"task"_s, u"api"_s}}});
    const QJsonObject proposal = run.gate(u"g"_s).proposal;
    run.record(EventType::FixAccepted, u"g"_s, proposal);
    run.complete(u"fix-g-1-1"_s);
    scene.setRun(&planOf(run.plan, run.state), &run.state);
    workflow.apply(fixPhaseEdit(workflow.contents(), proposal));
    const auto shown = [&](const QString &id) { return scene.shownState(workflow.ids().step(id)); };
    QCOMPARE(shown(u"fix-g-1-1"_s), u"COMPLETE"_s);
    QCOMPARE(shown(u"audit-2"_s), run.stateOf(u"audit#2"_s));
    QCOMPARE(shown(u"audit"_s), u"COMPLETE"_s); // The verdict from before stands on its own card.
    run.begin(u"audit#2"_s);
    const qsizetype known = run.events.size();
    run.approve(u"audit#2"_s);
    scene.advance(run.events.sliced(known));
    QCOMPARE(shown(u"audit-2"_s), u"COMPLETE"_s);
    QVERIFY(run.failures.isEmpty());
}

QTEST_MAIN(TestPlanScene)
#include "tst_planscene.moc"
