// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/layout/layout.h"
#include "model/workflow/workflow.h"
#include "tests/support/plans.h"
#include "views/canvas/planscene.h"

#include <QRandomGenerator>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

namespace {

QStringList edgesOf(const DisplayList &list)
{
    QStringList lines;
    for (const EdgeItem &edge : list.edges()) {
        QString line = u"%1 → %2, %3 %4:"_s.arg(edge.from.value()).arg(edge.to.value()).arg(int(edge.kind)).arg(edge.label);
        for (const QPointF &point : edge.route.samples())
            line += u" %1,%2"_s.arg(point.x()).arg(point.y());
        lines.append(line);
    }
    return lines;
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

} // namespace

class TestPlanScene : public QObject
{
    Q_OBJECT

private slots:
    void edgesFollowEditsAsIfAllWereDrawnAnew();
};

void TestPlanScene::edgesFollowEditsAsIfAllWereDrawnAnew()
{
    const quint32 seed = qEnvironmentVariableIsSet("BATON_SEED") ? quint32(qEnvironmentVariableIntValue("BATON_SEED"))
                                                                 : QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    Workflow workflow(test::randomPlan(300, 450, seed));
    workflow.apply(arranging(workflow.contents()));
    const PlanScene scene(workflow);
    QList<Edit> back;
    for (int step = 0; step < 80; ++step) {
        if (step % 4 == 3)
            workflow.apply(back.takeLast());
        else
            back.append(workflow.apply(rewiring(workflow.contents(), random)));
        DisplayList fresh(workflow.contents(), workflow.ids());
        fresh.build();
        QCOMPARE(edgesOf(scene.list()), edgesOf(fresh));
        for (const CardItem &card : scene.list().cards()) {
            const std::span<const quint32> edges = scene.list().edgesOf(card.key);
            QVERIFY(std::equal(edges.begin(), edges.end(), fresh.edgesOf(card.key).begin(), fresh.edgesOf(card.key).end()));
        }
        std::vector<quint32> found;
        std::vector<quint32> expected;
        scene.list().edgesIn(fresh.bounds(), found);
        fresh.edgesIn(fresh.bounds(), expected);
        QCOMPARE(found, expected);
    }
}

QTEST_MAIN(TestPlanScene)
#include "tst_planscene.moc"
