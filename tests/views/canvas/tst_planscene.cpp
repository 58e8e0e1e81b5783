// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/layout/layout.h"
#include "model/workflow/workflow.h"
#include "tests/support/plans.h"
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

QStringList edgesIn(const DisplayList &list, const QRectF &part)
{
    std::vector<quint32> found;
    list.edgesIn(part, found);
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
        for (const CardItem &card : scene.list().cards())
            QCOMPARE(edgesOf(scene.list(), scene.list().edgesOf(card.key)), edgesOf(fresh, fresh.edgesOf(card.key)));
        const QRectF bounds = fresh.bounds();
        for (int i = 0; i < 40; ++i) {
            const QPointF corner(bounds.left() + random.bounded(bounds.width()), bounds.top() + random.bounded(bounds.height()));
            const QRectF part(corner, bounds.size() / 20);
            QCOMPARE(edgesIn(scene.list(), part), edgesIn(fresh, part));
        }
    }
}

QTEST_MAIN(TestPlanScene)
#include "tst_planscene.moc"
