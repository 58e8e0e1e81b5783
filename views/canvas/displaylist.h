// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/layout/layout.h"
#include "model/run/runstate.h"
#include "model/workflow/problem.h"
#include "views/canvas/planitems.h"
#include "views/canvas/spatialgrid.h"

#include <QVarLengthArray>

#include <algorithm>
#include <functional>
#include <span>
#include <tuple>

namespace baton {

/// What is on the canvas and where: flat lists of items with an index over the plane. Knows no widget, no colours and
/// no undo; reads the contents it was made for, which must outlive it.
class DisplayList
{
public:
    DisplayList(const Contents &contents, const IdIndex &ids);

    /// Everything anew; what has been placed without being written stays where it is.
    void build();
    /// Nodes came, went, or are in other lanes.
    void follow(const Change &change);
    /// Tasks that have been retold need or validate others now; all stands where it stood. Returns what to paint again.
    QList<QRectF> rewire(const QList<NodeKey> &tasks);
    /// Forgets where unplaced nodes stand, before build().
    void forgetPlaces() { m_positions.clear(); }
    void forgetPlace(NodeKey key) { m_positions.remove(key); }
    /// Nodes stand elsewhere; returns what to paint again.
    QList<QRectF> move(const QList<NodeKey> &keys);
    /// The texts of a node have changed; returns what to paint again.
    QRectF retell(NodeKey key);
    void forgetTexts();

    const std::vector<CardItem> &cards() const { return m_cards; }
    const std::vector<GateItem> &gates() const { return m_gates; }
    const std::vector<LaneItem> &lanes() const { return m_lanes; }
    const std::vector<PersonaItem> &personas() const { return m_personas; }
    const std::vector<NoteItem> &notes() const { return m_notes; }
    const std::vector<EdgeItem> &edges() const { return m_edges; }
    const CardItem *card(NodeKey key) const { return find(m_cards, NodeKind::Task, key); }
    const GateItem *gate(NodeKey key) const { return find(m_gates, NodeKind::Gate, key); }
    const LaneItem *lane(NodeKey key) const { return find(m_lanes, NodeKind::Phase, key); }
    const PersonaItem *persona(NodeKey key) const { return find(m_personas, NodeKind::Persona, key); }
    const NoteItem *note(NodeKey key) const { return find(m_notes, NodeKind::Note, key); }
    const PlanItem *item(NodeKey key) const;
    std::span<const quint32> edgesOf(NodeKey key) const; ///< Indexes into edges().
    int numbering() const { return m_numbering; }        ///< Is another once edges came or went.

    const Contents &contents() const { return m_contents; }
    const IdIndex &ids() const { return m_ids; }
    QRectF bounds() const { return m_bounds; } ///< Around everything; empty for an empty plan.
    QPointF positionOf(NodeKey key) const { return m_positions.value(key); }
    /// Where edges of a node end.
    QPointF portOf(NodeKey key, bool out) const;
    /// Nodes and edges that may touch \a rect, by key value and index, ascending.
    void nodesIn(const QRectF &rect, std::vector<quint32> &found) const;
    void edgesIn(const QRectF &rect, std::vector<quint32> &found) const;
    /// The lane that a point is in, the smallest where several are; null key outside.
    NodeKey laneAt(QPointF point) const;
    /// The route an edge would take between two points, for previews.
    EdgeRoute routeOf(const EdgeItem &edge) const;

    // What is shown but is not document data; each returns what to paint again.
    QRectF setTaskState(NodeKey key, std::optional<TaskState> state, CardSign sign);
    QRectF setNote(NodeKey key, const QString &words);
    QRectF setUsed(NodeKey key, qint64 used, qint64 planned);
    QRectF setGateRun(NodeKey key, const GateRun *run);
    QRectF setSpend(NodeKey phase, const Spend &spend, double warnAt);
    void setProblems(const QList<Problem> &problems);
    /// The sign of a problem that an item or an edge bears.
    struct Sign
    {
        Severity severity = Severity::Off;
        bool isWrong = false;

        bool operator==(const Sign &) const = default;
    };
    std::vector<Sign> signs() const; ///< Of all items and edges, in an order of its own.
    /// What to paint again where other signs were \a before.
    QList<QRectF> placesOfOther(const std::vector<Sign> &before) const;
    /// Indexes of the edges that a problem names: by the item of a field, or as those that join its subjects.
    QList<int> edgesAbout(const Problem &problem) const;
    QRectF setSelected(NodeKey key, bool selected);
    void selectEdge(int edge); ///< -1: none.
    void setLifted(const QSet<NodeKey> &keys);

    /// How far painting reaches around the rect of an item: shadow, glow, badge, ports.
    static constexpr qreal reach = 14;

private:
    template <class Item>
    const Item *find(const std::vector<Item> &items, NodeKind kind, NodeKey key) const
    {
        const std::vector<int> &index = m_index[size_t(kind)];
        if (key.kind() != kind || key.number() >= index.size() || index[key.number()] < 0)
            return nullptr;
        return &items[size_t(index[key.number()])];
    }
    template <class Visit>
    void forEachItem(const Visit &visit) const
    {
        std::for_each(m_cards.begin(), m_cards.end(), visit);
        std::for_each(m_gates.begin(), m_gates.end(), visit);
        std::for_each(m_lanes.begin(), m_lanes.end(), visit);
        std::for_each(m_personas.begin(), m_personas.end(), visit);
        std::for_each(m_notes.begin(), m_notes.end(), visit);
    }
    PlanItem *mutableItem(NodeKey key) { return const_cast<PlanItem *>(std::as_const(*this).item(key)); }
    void buildItems(); ///< Everything but the edges.
    void place();
    void standClear(Positions &fresh) const;
    void buildNodes();
    void buildLanes();
    QRectF naturalLane(const LaneItem &lane) const;
    void alignLanes();
    void placeGates();
    void fold();
    void buildGrid();
    void addToGrid(const PlanItem &item);
    bool isMostOfPlan(const QRectF &rect) const;
    void remember(NodeKey key, size_t position);
    // displayedges.cpp
    /// An edge that is to be there.
    struct Wire
    {
        NodeKey from;
        NodeKey to;
        EdgeKind kind = EdgeKind::Order;
        QString label = {};

        auto operator<=>(const Wire &other) const
        {
            const auto ends = [](const Wire &wire) { return std::tuple(wire.from.value(), wire.to.value(), wire.kind); };
            const auto order = ends(*this) <=> ends(other);
            return order != 0 ? order : label.compare(other.label) <=> 0;
        }
    };
    /// What a task or a sync point is tied to by needs and validations.
    struct Ties
    {
        bool leadsOn = false; ///< To something in its lane, or through the gate by an edge of its own.
        bool isLedTo = false; ///< The same from the other side.
        QVarLengthArray<NodeKey, 2> gatesNeeded;
    };
    void buildEdges();
    void addNeedEdges();
    void addGateEdges();
    std::vector<Wire> wiresOf(const CardItem &card) const;
    std::vector<Wire> wiresOf(const GateItem &gate) const;
    Ties tiesOf(NodeKey key) const;
    int laneOf(NodeKey key) const;
    void addScope(NodeKey member, const LaneItem &lane, std::vector<Wire> &wires) const;
    bool isReachedAsAWhole(const LaneItem &lane, const LaneItem &previous) const;
    void addOpening(const LaneItem &previous, const LaneItem &lane, NodeKey member, std::vector<Wire> &wires) const;
    void addEntrance(const LaneItem &lane, const QList<int> &after, std::vector<Wire> &wires) const;
    void addEdge(const Wire &wire);
    QList<QList<int>> phasesAfter() const;
    bool isInsideFolded(const EdgeItem &edge) const;
    void gridEdge(quint32 index, bool add);
    // displayfollow.cpp
    /// What a change of edges has touched.
    struct Rewiring
    {
        QSet<NodeKey> ends;
        QList<QRectF> dirty;
    };
    struct Standing
    {
        NodeKey key;  ///< Null: is not there.
        NodeKey lane; ///< That it is in.
        QRectF rect;
        bool isHidden = false; ///< Of a lane: is empty.

        bool operator==(const Standing &) const = default;
    };
    using Standings = std::array<std::vector<Standing>, 8>; ///< By kind and number.
    /// What stands elsewhere than before, or no more, or newly.
    struct Shift
    {
        QSet<NodeKey> moved;
        QList<QRectF> rects; ///< Of cards and gates, before and now.
        QSet<NodeKey> lanes; ///< That are elsewhere or wider.
    };
    Standings standings() const;
    Shift shiftSince(const Standings &before) const;
    QList<QRectF> followEdges(const Shift &shift, const QSet<QString> &ids, const QSet<NodeKey> &removed);
    bool mayPass(const EdgeItem &edge, const QList<QRectF> &rects) const;
    void reroute(const Shift &shift, Rewiring &rewiring);
    void removeEdge(quint32 index);
    void enterEdge(quint32 index);
    void leaveEdge(quint32 index);
    void exchange(NodeKey key, std::vector<Wire> wanted, const std::function<bool(const EdgeItem &)> &concerns,
                  Rewiring &rewiring);
    void exchangeWires(NodeKey key, Rewiring &rewiring);
    void exchangeGateEdges(const QSet<NodeKey> &keys, const QList<QList<int>> &after, Rewiring &rewiring);
    // displayroutes.cpp
    NodeKey shownKey(NodeKey key) const;
    bool isBlocked(const EdgeRoute &route, NodeKey from, NodeKey to) const;
    bool isFree(const QRectF &corridor) const;
    std::optional<EdgeRoute> throughGates(QPointF from, QPointF to, const EdgeItem &edge) const;
    EdgeRoute around(QPointF from, QPointF to, const EdgeItem &edge) const;
    EdgeRoute routeToGate(const EdgeItem &edge, const GateItem &gate) const;
    EdgeRoute routeFromGate(const GateItem &gate, const EdgeItem &edge) const;
    EdgeRoute routeOfValidation(NodeKey from, NodeKey to) const;

    const Contents &m_contents;
    const IdIndex &m_ids;
    Positions m_positions; ///< Of every node, written or not.
    std::vector<CardItem> m_cards;
    std::vector<GateItem> m_gates;
    std::vector<LaneItem> m_lanes;
    std::vector<PersonaItem> m_personas;
    std::vector<NoteItem> m_notes;
    std::vector<EdgeItem> m_edges;
    std::array<std::vector<int>, 8> m_index;                        ///< By kind and number: position in the lists above.
    std::array<std::vector<std::vector<quint32>>, 8> m_edgesOf;     ///< The same for edges.
    SpatialGrid m_nodeGrid;
    SpatialGrid m_edgeGrid;
    QRectF m_bounds;
    QRectF m_gridBounds; ///< That the grid of the edges was spread over.
    int m_numbering = 0;
    int m_selectedEdge = -1;
    QSet<NodeKey> m_lifted;
    mutable std::vector<quint32> m_found;
};

} // namespace baton
