// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/layout/layout.h"
#include "model/workflow/workflow.h"
#include "tests/support/plans.h"
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
};

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

QTEST_MAIN(TestPlanScene)
#include "tst_planscene.moc"
