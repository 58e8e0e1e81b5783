// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/layout/layered.h"

#include "tests/support/seed.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace baton;

class TestLayered : public QObject
{
    Q_OBJECT

private slots:
    void everyEdgePointsRight();
    void cardsOfAColumnNeverOverlap();
    void aChainIsAStraightLine();
    void crossingsAreTakenOutWhereTheyCanBe();
    void crossingsAreCountedAsOneByOne();
    void aTallLayerIsFolded();
    void whatIsPulledChangesPlacesAndLeavesNoHole();
    void aCycleIsDrawnAllTheSame();
    void nothingIsPlacedForAnEmptyGraph();

private:
    static LayeredGraph randomGraph(int nodes, int edges, quint32 seed, bool cyclic);
};

LayeredGraph TestLayered::randomGraph(int nodes, int edges, quint32 seed, bool cyclic)
{
    QRandomGenerator random(seed);
    LayeredGraph graph;
    graph.nodes = nodes;
    for (int i = 0; i < edges; ++i) {
        int a = random.bounded(nodes);
        int b = random.bounded(nodes);
        if (a == b)
            continue;
        if (!cyclic && a > b)
            std::swap(a, b);
        graph.edges.append({a, b});
    }
    return graph;
}

void TestLayered::everyEdgePointsRight()
{
    const quint32 seed = test::newSeed();
    for (quint32 round = 0; round < 50; ++round) {
        const LayeredGraph graph = randomGraph(60, 110, seed + round, false);
        const LayeredPlaces places = placeInLayers(graph);
        for (const LayeredEdge &edge : graph.edges)
            QVERIFY(places.columns.at(edge.from) < places.columns.at(edge.to));
    }
}

void TestLayered::cardsOfAColumnNeverOverlap()
{
    const quint32 seed = test::newSeed();
    for (quint32 round = 0; round < 50; ++round) {
        LayeredGraph graph = randomGraph(80, 100, seed + round, round % 2);
        graph.tallestColumn = 5 + int(round % 20);
        const LayeredPlaces places = placeInLayers(graph);
        for (int a = 0; a < graph.nodes; ++a) {
            QVERIFY(places.rows.at(a) >= 0 && places.rows.at(a) < places.rowCount);
            QVERIFY(places.columns.at(a) >= 0 && places.columns.at(a) < places.columnCount);
            for (int b = a + 1; b < graph.nodes; ++b) {
                if (places.columns.at(a) == places.columns.at(b))
                    QVERIFY(qAbs(places.rows.at(a) - places.rows.at(b)) >= 1);
            }
        }
    }
}

void TestLayered::aChainIsAStraightLine()
{
    const LayeredPlaces places = placeInLayers({4, {{0, 1}, {1, 2}, {2, 3}}});
    QCOMPARE(places.columns, (QList<int>{0, 1, 2, 3}));
    QCOMPARE(places.rows, (QList<double>{0, 0, 0, 0}));
}

void TestLayered::crossingsAreTakenOutWhereTheyCanBe()
{
    // Drawn in the order of the numbers, all of these cross.
    const LayeredPlaces places = placeInLayers({6, {{0, 5}, {1, 4}, {2, 3}}});
    for (const LayeredEdge &edge : {LayeredEdge{0, 5}, {1, 4}, {2, 3}})
        QCOMPARE(places.rows.at(edge.from), places.rows.at(edge.to));
}

void TestLayered::crossingsAreCountedAsOneByOne()
{
    QRandomGenerator random(test::newSeed());
    for (int round = 0; round < 50; ++round) {
        QList<LayeredEdge> edges;
        for (int i = 0; i < 40; ++i)
            edges.append({random.bounded(12), random.bounded(9)});
        qint64 expected = 0;
        for (int a = 0; a < edges.size(); ++a) {
            for (int b = a + 1; b < edges.size(); ++b)
                expected += (edges.at(a).from - edges.at(b).from) * (edges.at(a).to - edges.at(b).to) < 0;
        }
        QCOMPARE(crossingsBetween(edges, 9), expected);
    }
}

void TestLayered::aTallLayerIsFolded()
{
    LayeredGraph graph;
    graph.nodes = 50;
    graph.tallestColumn = 20;
    const LayeredPlaces places = placeInLayers(graph);
    QCOMPARE(places.columnCount, 3);
    QVERIFY(places.rowCount <= 20);
}

void TestLayered::whatIsPulledChangesPlacesAndLeavesNoHole()
{
    LayeredGraph graph;
    graph.nodes = 3;
    graph.pulls = {8, std::nan(""), 0};
    QCOMPARE(placeInLayers(graph).rows, (QList<double>{2, 1, 0}));
}

void TestLayered::aCycleIsDrawnAllTheSame()
{
    const LayeredPlaces places = placeInLayers({3, {{0, 1}, {1, 2}, {2, 0}}});
    QCOMPARE(places.columns, (QList<int>{0, 1, 2}));
}

void TestLayered::nothingIsPlacedForAnEmptyGraph()
{
    const LayeredPlaces places = placeInLayers({});
    QVERIFY(places.columns.isEmpty());
    QCOMPARE(places.columnCount, 0);
}

QTEST_GUILESS_MAIN(TestLayered)
#include "tst_layered.moc"
