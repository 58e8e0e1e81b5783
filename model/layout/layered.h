// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>

namespace baton {

/// A directed edge between two nodes of a LayeredGraph, by index.
struct LayeredEdge
{
    int from = 0;
    int to = 0;
};

/// A graph to be drawn in columns, left to right along its edges. Plain numbers, nothing of a workflow.
struct LayeredGraph
{
    int nodes = 0;
    QList<LayeredEdge> edges;
    QList<double> pulls = {}; ///< Per node the row it would like to be near, NaN = none: for the order only. May be empty.
    int tallestColumn = 24;   ///< A layer with more nodes than that is folded into several columns.
};

/// A column (whole numbers from 0) and a row (in steps of 0.5 from 0) per node. No two nodes of a column are less
/// than one row apart.
struct LayeredPlaces
{
    QList<int> columns;
    QList<double> rows;
    int columnCount = 0;
    double rowCount = 0; ///< The largest row plus one.
};

/// Layered drawing after Sugiyama, Tagawa and Toda (1981): layers by longest path, barycentre sweeps against crossings
/// (counted as in Barth, Jünger and Mutzel 2002), rows by isotonic regression towards the mean of the neighbours.
/// Edges of cycles are ignored one by one until none is left. About O(edges × log nodes) for each of a fixed number of
/// sweeps. The same graph always gets the same places.
LayeredPlaces placeInLayers(const LayeredGraph &graph);

/// The number of pairs of edges that cross between neighbouring layers, each layer given as node order.
/// Exposed for tests and benches: \a from and \a to hold, edge by edge, positions in the two layers.
qint64 crossingsBetween(QList<LayeredEdge> edges, int rightSize);

} // namespace baton
