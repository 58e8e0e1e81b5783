// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/displaylist.h"

#include <algorithm>

// How the display list follows an edit. What comes out is what build() would have made, but for the order of the edges.

namespace baton {

using namespace canvas;

namespace {

constexpr qsizetype mostMoved = 200; ///< Of more, building anew is cheaper.

} // namespace

/// Makes an edge found at both its ends and in the plane.
void DisplayList::enterEdge(quint32 index)
{
    for (NodeKey key : {m_edges[index].from, m_edges[index].to}) {
        auto &lists = m_edgesOf[size_t(key.kind())];
        if (key.number() >= lists.size())
            lists.resize(key.number() + 1);
        lists[key.number()].push_back(index);
    }
    gridEdge(index, true);
}

void DisplayList::leaveEdge(quint32 index)
{
    for (NodeKey key : {m_edges[index].from, m_edges[index].to})
        std::erase(m_edgesOf[size_t(key.kind())][key.number()], index);
    gridEdge(index, false);
}

/// The last edge takes the place of the one that goes.
void DisplayList::removeEdge(quint32 index)
{
    ++m_numbering;
    const auto last = quint32(m_edges.size() - 1);
    leaveEdge(index);
    if (index != last) {
        leaveEdge(last);
        m_edges[index] = std::move(m_edges[last]);
    }
    m_edges.pop_back();
    if (index != last)
        enterEdge(index);
}

/// Of the edges of a node that \a concerns accepts, those are to be there that are \a wanted, no others. Notes the ends of
/// what came and went, and where it was.
void DisplayList::exchange(NodeKey key, std::vector<Wire> wanted, const std::function<bool(const EdgeItem &)> &concerns,
                           Rewiring &rewiring)
{
    const auto note = [&](const EdgeItem &edge) {
        rewiring.ends.insert(edge.from);
        rewiring.ends.insert(edge.to);
        rewiring.dirty.append(edge.route.bounds().adjusted(-reach, -reach, reach, reach));
    };
    std::sort(wanted.begin(), wanted.end());
    std::vector<char> isThere(wanted.size(), 0);
    std::vector<quint32> gone;
    for (quint32 index : edgesOf(key)) {
        const EdgeItem &edge = m_edges[index];
        if (!concerns(edge))
            continue;
        const Wire wire{edge.from, edge.to, edge.kind, edge.label};
        const auto [first, last] = std::equal_range(wanted.begin(), wanted.end(), wire);
        const auto found = std::find_if(first, last, [&](const Wire &one) { return !isThere[size_t(&one - wanted.data())]; });
        if (found == last)
            gone.push_back(index);
        else
            isThere[size_t(found - wanted.begin())] = 1;
    }
    // From the end, so that what moves up is never one that goes too.
    std::sort(gone.begin(), gone.end(), std::greater());
    for (quint32 index : gone) {
        note(m_edges[index]);
        removeEdge(index);
    }
    for (size_t i = 0; i < wanted.size(); ++i) {
        if (isThere[i])
            continue;
        addEdge(wanted[i]);
        note(m_edges.back());
    }
}

void DisplayList::exchangeWires(NodeKey key, Rewiring &rewiring)
{
    const auto concerns = [key](const EdgeItem &edge) {
        return (edge.isNeed() && edge.to == key) || (edge.kind == EdgeKind::Validates && edge.from == key);
    };
    if (const CardItem *card = this->card(key))
        exchange(key, wiresOf(*card), concerns, rewiring);
    else if (const GateItem *gate = this->gate(key))
        exchange(key, wiresOf(*gate), concerns, rewiring);
}

/// Whether a gate leads to a task, or a task to its gate, hangs on its needs.
void DisplayList::exchangeGateEdges(const QSet<NodeKey> &keys, const QList<QList<int>> &after, Rewiring &rewiring)
{
    for (NodeKey key : keys) {
        const GateItem *gate = this->gate(key);
        if (key.kind() == NodeKind::Phase || (gate && !gate->isSyncPoint))
            continue;
        std::vector<Wire> wanted;
        if (const int number = laneOf(key); number >= 0) {
            const LaneItem &lane = m_lanes[size_t(number)];
            addScope(key, lane, wanted);
            for (int before : after.at(number))
                addOpening(m_lanes[size_t(before)], lane, key, wanted);
        }
        exchange(key, std::move(wanted), [key](const EdgeItem &edge) {
            return (edge.kind == EdgeKind::Scope && edge.from == key) ||
                   (edge.kind == EdgeKind::Opens && edge.to == key);
        }, rewiring);
    }
}

QList<QRectF> DisplayList::rewire(const QList<NodeKey> &tasks)
{
    selectEdge(-1);
    Rewiring rewiring;
    for (NodeKey key : tasks)
        exchangeWires(key, rewiring);
    exchangeGateEdges(QSet<NodeKey>(rewiring.ends), phasesAfter(), rewiring);
    return rewiring.dirty;
}

/// Where the nodes stand that edges look at.
DisplayList::Standings DisplayList::standings() const
{
    Standings all;
    const auto note = [&all](const PlanItem &item, NodeKey lane, bool isHidden) {
        auto &list = all[size_t(item.key.kind())];
        if (item.key.number() >= list.size())
            list.resize(item.key.number() + 1);
        list[item.key.number()] = {item.key, lane, item.rect, isHidden};
    };
    const auto laneKey = [this](int lane) { return lane < 0 ? NodeKey() : m_lanes[size_t(lane)].key; };
    for (const CardItem &card : m_cards)
        note(card, laneKey(card.lane), card.isHidden);
    for (const GateItem &gate : m_gates)
        note(gate, laneKey(gate.lane), gate.isHidden);
    for (const LaneItem &lane : m_lanes)
        note(lane, {}, lane.members.isEmpty());
    return all;
}

DisplayList::Shift DisplayList::shiftSince(const Standings &before) const
{
    Shift shift;
    const Standings after = standings();
    const auto look = [&shift](const Standing &former, const Standing &now) {
        if (former == now)
            return;
        const NodeKey key = now.key.isNull() ? former.key : now.key;
        shift.moved.insert(key);
        if (key.kind() != NodeKind::Phase) {
            shift.rects.append(former.rect);
            shift.rects.append(now.rect);
        } else if (former.rect.left() != now.rect.left() || former.rect.right() != now.rect.right() ||
                   former.isHidden != now.isHidden) {
            shift.lanes.insert(key);
        }
    };
    for (size_t kind = 0; kind < after.size(); ++kind) {
        const auto &formers = before[kind];
        const auto &nows = after[kind];
        for (size_t i = 0; i < std::max(formers.size(), nows.size()); ++i)
            look(i < formers.size() ? formers[i] : Standing(), i < nows.size() ? nows[i] : Standing());
    }
    return shift;
}

/// All that an edge may pass on its way lies between its ends or in the gaps beside their rows.
bool DisplayList::mayPass(const EdgeItem &edge, const QList<QRectF> &rects) const
{
    const PlanItem *start = item(shownKey(edge.from));
    const PlanItem *end = item(shownKey(edge.to));
    if (!start || !end)
        return true;
    const QRectF way = (start->rect | end->rect).adjusted(-rowPitch, -rowPitch, rowPitch, rowPitch);
    return std::any_of(rects.begin(), rects.end(), [&](const QRectF &rect) { return way.intersects(rect); });
}

/// Edges whose way the shift may have opened or barred look for it again.
void DisplayList::reroute(const Shift &shift, Rewiring &rewiring)
{
    const auto isConcerned = [&](NodeKey key) {
        if (shift.moved.contains(key) || shift.moved.contains(shownKey(key)))
            return true;
        const int lane = shift.lanes.isEmpty() ? -1 : laneOf(key);
        return lane >= 0 && shift.lanes.contains(m_lanes[size_t(lane)].key);
    };
    for (size_t i = 0; i < m_edges.size(); ++i) {
        EdgeItem &edge = m_edges[i];
        if (!isConcerned(edge.from) && !isConcerned(edge.to) && !mayPass(edge, shift.rects))
            continue;
        const bool wasThrough = edge.route.isThroughGates();
        const auto note = [&] { rewiring.dirty.append(edge.route.bounds().adjusted(-reach, -reach, reach, reach)); };
        note();
        gridEdge(quint32(i), false);
        edge.isHidden = isInsideFolded(edge);
        edge.route = routeOf(edge);
        gridEdge(quint32(i), true);
        note();
        // Which of its ends are inside one lane may be another answer now.
        if (edge.route.isThroughGates() != wasThrough || shift.moved.contains(edge.from) || shift.moved.contains(edge.to))
            rewiring.ends.unite({edge.from, edge.to});
    }
}

void DisplayList::follow(const Change &change)
{
    // Gates, phases and drawn personas have ties of their own to many nodes, and are few.
    const auto isOfTasks = [](const auto &keys) {
        return std::all_of(keys.begin(), keys.end(), [](NodeKey key) {
            return key.kind() == NodeKind::Task || key.kind() == NodeKind::Note;
        });
    };
    const QList<NodeKey> touched = change.touched.keys();
    const bool canFollow = !change.reset && m_personas.empty() && isOfTasks(change.added) && isOfTasks(change.removed) &&
                           isOfTasks(touched) && change.added.size() + change.removed.size() + touched.size() < mostMoved;
    if (!canFollow)
        return build();
    selectEdge(-1);
    QSet<QString> ids; // What they mean may be another now.
    const auto noteIds = [&](const auto &keys) {
        for (NodeKey key : keys) {
            if (const CardItem *former = card(key))
                ids.insert(former->task->id);
            if (const Task *now = m_contents.task(key))
                ids.insert(now->id);
        }
    };
    noteIds(change.added);
    noteIds(change.removed);
    noteIds(touched);
    const Standings before = standings();
    buildItems();
    const Shift shift = shiftSince(before);
    constexpr qreal muchLarger = 1.5;
    const bool isOutgrown = m_bounds.width() * m_bounds.height() > muchLarger * m_gridBounds.width() * m_gridBounds.height();
    if (isOutgrown || !m_personas.empty())
        return buildEdges();
    followEdges(shift, ids, change.removed);
}

QList<QRectF> DisplayList::followEdges(const Shift &shift, const QSet<QString> &ids, const QSet<NodeKey> &removed)
{
    if (shift.rects.size() > 2 * mostMoved) {
        buildEdges();
        return {m_bounds.adjusted(-1e4, -1e4, 1e4, 1e4)};
    }
    Rewiring rewiring;
    for (NodeKey key : removed) {
        while (!edgesOf(key).empty()) {
            const quint32 last = edgesOf(key).back();
            rewiring.ends.unite({m_edges[last].from, m_edges[last].to});
            removeEdge(last);
        }
    }
    reroute(shift, rewiring);
    const auto isNamed = [&ids](const QString &id) { return ids.contains(id); };
    for (const CardItem &card : m_cards) {
        const bool concerned =
            ids.contains(card.task->id) || std::any_of(card.task->validates.begin(), card.task->validates.end(), isNamed) ||
            std::any_of(card.task->needs.begin(), card.task->needs.end(), [&](const Need &need) { return isNamed(need.target); });
        if (concerned)
            exchangeWires(card.key, rewiring);
    }
    for (const GateItem &gate : m_gates) {
        if (gate.isSyncPoint)
            exchangeWires(gate.key, rewiring);
    }
    const QList<QList<int>> after = phasesAfter();
    QSet<NodeKey> tied = rewiring.ends + shift.moved;
    for (const LaneItem &lane : m_lanes) {
        const auto isShifted = [&](int number) { return shift.lanes.contains(m_lanes[size_t(number)].key); };
        const QList<int> &before = after.at(lane.number);
        if (isShifted(lane.number) || std::any_of(before.begin(), before.end(), isShifted))
            tied.unite(QSet<NodeKey>(lane.members.begin(), lane.members.end()));
    }
    exchangeGateEdges(tied, after, rewiring);
    for (const LaneItem &lane : m_lanes) {
        std::vector<Wire> wanted;
        addEntrance(lane, after.at(lane.number), wanted);
        exchange(lane.key, std::move(wanted), [&lane](const EdgeItem &edge) {
            return edge.to == lane.key && (edge.kind == EdgeKind::Opens || edge.kind == EdgeKind::Follows);
        }, rewiring);
    }
    return rewiring.dirty;
}

} // namespace baton
