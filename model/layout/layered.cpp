// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/layout/layered.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace baton {

namespace {

/// Longer edges run straight: bending them would cost more nodes than the plan has.
constexpr int longestBentEdge = 16;
constexpr int mostSweeps = 8;
constexpr int sweepsWithoutGain = 2;
constexpr int transposeRounds = 2;
constexpr int shorteningRounds = 6;
constexpr int rowRounds = 6;
/// A bend of a long edge takes less room than a card: half a row beside a card, so that cards around it keep a row.
constexpr double besideCard = 0.5;
constexpr double betweenBends = 0.35;

/// Neighbours of every node in one direction, flat.
class Adjacency
{
public:
    Adjacency(int nodes, const QList<LayeredEdge> &edges, bool forwards)
        : m_starts(nodes + 1, 0)
        , m_targets(edges.size())
    {
        for (const LayeredEdge &edge : edges)
            ++m_starts[(forwards ? edge.from : edge.to) + 1];
        std::partial_sum(m_starts.cbegin(), m_starts.cend(), m_starts.begin());
        QList<int> next = m_starts;
        for (const LayeredEdge &edge : edges)
            m_targets[next[forwards ? edge.from : edge.to]++] = forwards ? edge.to : edge.from;
    }

    const int *begin(int node) const { return m_targets.constData() + m_starts.at(node); }
    const int *end(int node) const { return m_targets.constData() + m_starts.at(node + 1); }
    bool isEmpty(int node) const { return begin(node) == end(node); }

private:
    QList<int> m_starts;
    QList<int> m_targets;
};

/// Working state: real nodes first, then the bends of long edges.
class Layering
{
public:
    explicit Layering(const LayeredGraph &graph)
        : m_graph(graph)
    {
        layByLongestPath();
        shortenEdges();
        splitTallLayers();
        bendLongEdges();
    }

    LayeredPlaces places();

private:
    void layByLongestPath();
    void shortenEdges();
    void splitTallLayers();
    void bendLongEdges();
    void orderLayers(const Adjacency &before, const Adjacency &after);
    void sweep(const Adjacency &neighbours, bool forwards);
    bool transpose(const Adjacency &before, const Adjacency &after);
    qint64 gainOfSwapping(int upper, int lower, const Adjacency &neighbours) const;
    qint64 crossings(const Adjacency &after) const;
    void assignRows(const Adjacency &before, const Adjacency &after);
    void settle(const QList<int> &layer, const Adjacency &before, const Adjacency &after, bool fromBefore);
    double pull(int node) const { return m_graph.pulls.value(node, std::nan("")); }
    bool isBend(int node) const { return node >= m_graph.nodes; }
    double gap(int above, int below) const
    {
        if (isBend(above) && isBend(below))
            return betweenBends;
        return isBend(above) || isBend(below) ? besideCard : 1;
    }
    void roundRows(LayeredPlaces &places, const QList<int> &cards) const;

    const LayeredGraph &m_graph;
    QList<LayeredEdge> m_edges; ///< Without cycles; every one to a later layer.
    QList<int> m_layer;
    QList<QList<int>> m_layers; ///< Node order of each.
    QList<double> m_rows;
    QList<int> m_position; ///< Of a node in its layer.
};

void Layering::layByLongestPath()
{
    const int count = m_graph.nodes;
    const Adjacency after(count, m_graph.edges, true);
    QList<int> waiting(count, 0);
    for (const LayeredEdge &edge : m_graph.edges)
        ++waiting[edge.to];
    m_layer = QList<int>(count, 0);
    QList<int> order;
    order.reserve(count);
    QList<bool> done(count, false);
    const auto take = [&](int node) {
        done[node] = true;
        order.append(node);
    };
    for (int node = 0; node < count; ++node) {
        if (waiting.at(node) == 0)
            take(node);
    }
    int firstLeft = 0;
    for (int head = 0; order.size() < count || head < order.size(); ++head) {
        if (head == order.size()) {
            // Only cycles are left: the first of them in the file goes first.
            while (done.at(firstLeft))
                ++firstLeft;
            take(firstLeft);
        }
        const int node = order.at(head);
        for (const int *next = after.begin(node); next != after.end(node); ++next) {
            if (done.at(*next))
                continue; // an edge that closes a cycle
            m_layer[*next] = std::max(m_layer.at(*next), m_layer.at(node) + 1);
            if (--waiting[*next] == 0)
                take(*next);
        }
    }
    for (const LayeredEdge &edge : m_graph.edges) {
        if (m_layer.at(edge.from) < m_layer.at(edge.to))
            m_edges.append(edge);
    }
}

/// Longest path puts every node as far left as it goes. A node with more successors than predecessors is better off
/// next to its successors: what network simplex finds exactly (Gansner et al. 1993), a few rounds find nearly.
void Layering::shortenEdges()
{
    const Adjacency before(m_graph.nodes, m_edges, false);
    const Adjacency after(m_graph.nodes, m_edges, true);
    QList<int> order(m_graph.nodes);
    std::iota(order.begin(), order.end(), 0);
    for (int round = 0; round < shorteningRounds; ++round) {
        bool moved = false;
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return m_layer.at(a) > m_layer.at(b); });
        for (int node : std::as_const(order)) {
            if (after.end(node) - after.begin(node) <= before.end(node) - before.begin(node))
                continue;
            int latest = m_layer.at(*after.begin(node));
            for (const int *next = after.begin(node); next != after.end(node); ++next)
                latest = std::min(latest, m_layer.at(*next));
            if (latest - 1 > m_layer.at(node)) {
                m_layer[node] = latest - 1;
                moved = true;
            }
        }
        if (!moved)
            break;
    }
}

/// A layer of more cards than a column takes becomes several, before the order is looked for, so that what is drawn is
/// what was improved. Those that lead somewhere soon go last.
void Layering::splitTallLayers()
{
    if (m_layer.isEmpty())
        return;
    QList<int> soonest(m_graph.nodes, std::numeric_limits<int>::max());
    for (const LayeredEdge &edge : std::as_const(m_edges))
        soonest[edge.from] = std::min(soonest.at(edge.from), m_layer.at(edge.to));
    QList<QList<int>> layers(1 + *std::max_element(m_layer.cbegin(), m_layer.cend()));
    for (int node = 0; node < m_graph.nodes; ++node)
        layers[m_layer.at(node)].append(node);
    const int tallest = std::max(1, m_graph.tallestColumn);
    int next = 0;
    for (QList<int> &layer : layers) {
        const int columns = std::max(1, int((layer.size() + tallest - 1) / tallest));
        // Evenly, so that the last column is not a stub.
        const int height = int((layer.size() + columns - 1) / columns);
        if (columns > 1) {
            std::stable_sort(layer.begin(), layer.end(),
                             [&](int a, int b) { return soonest.at(a) > soonest.at(b); });
        }
        for (int i = 0; i < layer.size(); ++i)
            m_layer[layer.at(i)] = next + i / height;
        next += layer.isEmpty() ? 0 : columns;
    }
}

void Layering::bendLongEdges()
{
    QList<LayeredEdge> straight;
    straight.reserve(m_edges.size());
    for (const LayeredEdge &edge : std::as_const(m_edges)) {
        const int span = m_layer.at(edge.to) - m_layer.at(edge.from);
        if (span > longestBentEdge)
            continue;
        int from = edge.from;
        for (int step = 1; step < span; ++step) {
            const int bend = int(m_layer.size());
            m_layer.append(m_layer.at(from) + 1);
            straight.append({from, bend});
            from = bend;
        }
        straight.append({from, edge.to});
    }
    m_edges = std::move(straight);
    const int layers = m_layer.isEmpty() ? 0 : 1 + *std::max_element(m_layer.cbegin(), m_layer.cend());
    m_layers.resize(layers);
    for (int node = 0; node < m_layer.size(); ++node)
        m_layers[m_layer.at(node)].append(node);
    m_position.resize(m_layer.size());
    m_rows.resize(m_layer.size());
}

void Layering::orderLayers(const Adjacency &before, const Adjacency &after)
{
    const auto number = [this] {
        for (const QList<int> &layer : std::as_const(m_layers)) {
            for (int i = 0; i < layer.size(); ++i)
                m_position[layer.at(i)] = i;
        }
    };
    number();
    if (!m_graph.pulls.isEmpty()) {
        for (QList<int> &layer : m_layers) {
            std::stable_sort(layer.begin(), layer.end(), [&](int a, int b) {
                const double left = std::isnan(pull(a)) ? m_position.at(a) : pull(a);
                const double right = std::isnan(pull(b)) ? m_position.at(b) : pull(b);
                return left < right;
            });
        }
        number();
    }
    qint64 fewest = crossings(after);
    QList<QList<int>> best = m_layers;
    int withoutGain = 0;
    for (int round = 0; round < mostSweeps && fewest > 0 && withoutGain < sweepsWithoutGain; ++round) {
        sweep(round % 2 ? after : before, round % 2 == 0);
        for (int i = 0; i < transposeRounds && transpose(before, after); ++i) { }
        const qint64 now = crossings(after);
        ++withoutGain;
        if (now < fewest) {
            fewest = now;
            best = m_layers;
            withoutGain = 0;
        }
    }
    m_layers = best;
    number();
}

void Layering::sweep(const Adjacency &neighbours, bool forwards)
{
    QList<double> centre(m_layer.size());
    for (int i = 0; i < m_layers.size(); ++i) {
        QList<int> &layer = m_layers[forwards ? i : m_layers.size() - 1 - i];
        for (int node : std::as_const(layer)) {
            if (neighbours.isEmpty(node)) {
                centre[node] = m_position.at(node);
                continue;
            }
            double sum = 0;
            for (const int *other = neighbours.begin(node); other != neighbours.end(node); ++other)
                sum += m_position.at(*other);
            centre[node] = sum / double(neighbours.end(node) - neighbours.begin(node));
        }
        std::stable_sort(layer.begin(), layer.end(), [&](int a, int b) { return centre.at(a) < centre.at(b); });
        for (int position = 0; position < layer.size(); ++position)
            m_position[layer.at(position)] = position;
    }
}

/// Swaps neighbours in a layer wherever that takes crossings out (Gansner et al. 1993); false when nothing changed.
bool Layering::transpose(const Adjacency &before, const Adjacency &after)
{
    bool changed = false;
    for (QList<int> &layer : m_layers) {
        for (int i = 0; i + 1 < layer.size(); ++i) {
            const int upper = layer.at(i);
            const int lower = layer.at(i + 1);
            if (gainOfSwapping(upper, lower, before) + gainOfSwapping(upper, lower, after) <= 0)
                continue;
            layer.swapItemsAt(i, i + 1);
            m_position[upper] = i + 1;
            m_position[lower] = i;
            changed = true;
        }
    }
    return changed;
}

/// Crossings between the edges of two neighbours now, less those after a swap.
qint64 Layering::gainOfSwapping(int upper, int lower, const Adjacency &neighbours) const
{
    qint64 gain = 0;
    for (const int *u = neighbours.begin(upper); u != neighbours.end(upper); ++u) {
        for (const int *l = neighbours.begin(lower); l != neighbours.end(lower); ++l)
            gain += (m_position.at(*u) > m_position.at(*l)) - (m_position.at(*u) < m_position.at(*l));
    }
    return gain;
}

qint64 Layering::crossings(const Adjacency &after) const
{
    qint64 total = 0;
    QList<LayeredEdge> edges;
    for (int i = 0; i + 1 < m_layers.size(); ++i) {
        edges.clear();
        for (int node : m_layers.at(i)) {
            for (const int *other = after.begin(node); other != after.end(node); ++other)
                edges.append({m_position.at(node), m_position.at(*other)});
        }
        total += crossingsBetween(edges, int(m_layers.at(i + 1).size()));
    }
    return total;
}

void Layering::assignRows(const Adjacency &before, const Adjacency &after)
{
    for (const QList<int> &layer : std::as_const(m_layers)) {
        double row = 0;
        for (int i = 0; i < layer.size(); ++i) {
            if (i > 0)
                row += gap(layer.at(i - 1), layer.at(i));
            m_rows[layer.at(i)] = row;
        }
    }
    if (m_edges.isEmpty())
        return;
    for (int round = 0; round < rowRounds; ++round) {
        const bool forwards = round % 2 == 0;
        for (int i = 0; i < m_layers.size(); ++i)
            settle(m_layers.at(forwards ? i : m_layers.size() - 1 - i), before, after, forwards);
    }
}

/// Moves the nodes of a layer towards their neighbours, keeping order and gaps: isotonic regression by pooling
/// adjacent violators (Ayer et al. 1955) of the wanted rows less the room that the nodes above take.
void Layering::settle(const QList<int> &layer, const Adjacency &before, const Adjacency &after, bool fromBefore)
{
    struct Block
    {
        double sum;
        double weight;
        int first;
        double mean() const { return sum / weight; }
    };
    QList<double> offsets(layer.size());
    QList<Block> blocks;
    double offset = 0;
    for (int i = 0; i < layer.size(); ++i) {
        const int node = layer.at(i);
        if (i > 0)
            offset += gap(layer.at(i - 1), node);
        offsets[i] = offset;
        double wanted = m_rows.at(node);
        double weight = 1;
        const Adjacency &neighbours = fromBefore ? before : after;
        if (!neighbours.isEmpty(node)) {
            double sum = 0;
            for (const int *other = neighbours.begin(node); other != neighbours.end(node); ++other)
                sum += m_rows.at(*other);
            weight = double(neighbours.end(node) - neighbours.begin(node));
            wanted = sum / weight;
        }
        blocks.append({(wanted - offset) * weight, weight, i});
        while (blocks.size() > 1 && blocks.at(blocks.size() - 2).mean() > blocks.last().mean()) {
            const Block last = blocks.takeLast();
            blocks.last().sum += last.sum;
            blocks.last().weight += last.weight;
        }
    }
    for (int b = 0; b < blocks.size(); ++b) {
        const int end = b + 1 < blocks.size() ? blocks.at(b + 1).first : int(layer.size());
        for (int i = blocks.at(b).first; i < end; ++i)
            m_rows[layer.at(i)] = blocks.at(b).mean() + offsets.at(i);
    }
}

LayeredPlaces Layering::places()
{
    const Adjacency before(int(m_layer.size()), m_edges, false);
    const Adjacency after(int(m_layer.size()), m_edges, true);
    orderLayers(before, after);
    assignRows(before, after);

    LayeredPlaces places;
    places.columns = QList<int>(m_graph.nodes, 0);
    places.rows = QList<double>(m_graph.nodes, 0);
    for (const QList<int> &layer : std::as_const(m_layers)) {
        QList<int> cards;
        std::copy_if(layer.cbegin(), layer.cend(), std::back_inserter(cards), [&](int n) { return !isBend(n); });
        for (int node : std::as_const(cards))
            places.columns[node] = places.columnCount;
        roundRows(places, cards);
        places.columnCount += cards.isEmpty() ? 0 : 1;
    }
    const double lowest = places.rows.isEmpty() ? 0 : *std::min_element(places.rows.cbegin(), places.rows.cend());
    for (double &row : places.rows) {
        row -= lowest;
        places.rowCount = std::max(places.rowCount, row + 1);
    }
    return places;
}

/// Rows in halves, and a whole row between cards whatever rounding did.
void Layering::roundRows(LayeredPlaces &places, const QList<int> &cards) const
{
    double next = -std::numeric_limits<double>::infinity();
    for (int node : cards) {
        const double rounded = std::floor(m_rows.at(node) * 2 + 0.5) / 2;
        places.rows[node] = std::max(next, rounded);
        next = places.rows.at(node) + 1;
    }
}

} // namespace

qint64 crossingsBetween(QList<LayeredEdge> edges, int rightSize)
{
    std::sort(edges.begin(), edges.end(), [](const LayeredEdge &a, const LayeredEdge &b) {
        return a.from != b.from ? a.from < b.from : a.to < b.to;
    });
    // An accumulator tree counts, for each edge, the earlier ones that end further down.
    int leaves = 1;
    while (leaves < rightSize)
        leaves *= 2;
    QList<int> tree(2 * leaves, 0);
    qint64 crossings = 0;
    for (const LayeredEdge &edge : std::as_const(edges)) {
        for (int node = edge.to + leaves; node >= 1; node /= 2) {
            if (node > 1 && node % 2 == 0)
                crossings += tree.at(node + 1);
            ++tree[node];
        }
    }
    return crossings;
}

LayeredPlaces placeInLayers(const LayeredGraph &graph)
{
    return Layering(graph).places();
}

} // namespace baton
