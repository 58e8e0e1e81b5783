// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/displaylist.h"

#include <algorithm>
#include <cmath>

namespace baton {

using namespace canvas;

namespace {

/// Positions come from files; what is drawn must stay where numbers are exact.
QPointF withinReason(QPointF point)
{
    constexpr qreal farthest = 1'000'000;
    const auto bounded = [=](qreal value) {
        return std::isfinite(value) ? std::clamp(value, -farthest, farthest) : 0.0;
    };
    return {bounded(point.x()), bounded(point.y())};
}

template <class T>
bool takeWritten(const NodeList<T> &nodes, Positions &positions)
{
    bool complete = true;
    for (const auto &[key, node] : nodes) {
        if (node->position)
            positions.insert(key, withinReason(*node->position));
        else if (!positions.contains(key))
            complete = false;
    }
    return complete;
}

} // namespace

DisplayList::DisplayList(const Contents &contents, const IdIndex &ids)
    : m_contents(contents)
    , m_ids(ids)
{
}

void DisplayList::build()
{
    buildItems();
    buildEdges();
}

void DisplayList::buildItems()
{
    place();
    buildNodes();
    buildLanes();
    alignLanes();
    placeGates();
    fold();
    buildGrid();
}

void DisplayList::place()
{
    bool complete = takeWritten(m_contents.phases, m_positions);
    complete = takeWritten(m_contents.tasks, m_positions) && complete;
    complete = takeWritten(m_contents.gates, m_positions) && complete;
    complete = takeWritten(m_contents.notes, m_positions) && complete;
    takeWritten(m_contents.personas, m_positions);
    if (complete)
        return;
    const Positions filledIn = placed(m_contents);
    if (m_positions.isEmpty()) {
        m_positions = filledIn;
        return;
    }
    Positions fresh;
    for (auto it = filledIn.cbegin(); it != filledIn.cend(); ++it) {
        if (!m_positions.contains(it.key()))
            fresh.insert(it.key(), withinReason(it.value()));
    }
    standClear(fresh);
    m_positions.insert(fresh);
}

namespace {

/// Around the tasks of each phase; null key: of none.
class Grounds
{
public:
    Grounds(const Contents &contents, const IdIndex &ids, const Positions &positions)
        : m_contents(contents)
        , m_ids(ids)
    {
        for (auto it = positions.cbegin(); it != positions.cend(); ++it) {
            if (m_contents.task(it.key()))
                m_boxes[phaseOf(it.key())] |= QRectF(*it, sizeOf(m_contents, it.key()));
        }
        for (auto it = m_boxes.cbegin(); it != m_boxes.cend(); ++it)
            m_all |= lane(it.key());
    }

    NodeKey phaseOf(NodeKey key) const
    {
        const Task *task = m_contents.task(key);
        return task ? m_ids.phase(task->phase) : key.kind() == NodeKind::Phase ? key : NodeKey();
    }
    QList<NodeKey> phases() const { return m_boxes.keys(); }
    QRectF box(NodeKey phase) const { return m_boxes.value(phase); }
    QRectF lane(NodeKey phase) const { return phase.isNull() ? box(phase) : laneAround(box(phase), {}); }
    QRectF all() const { return m_all; }
    bool touch(const QRectF &rect) const
    {
        return std::any_of(m_boxes.keyBegin(), m_boxes.keyEnd(), [&](NodeKey phase) { return lane(phase).intersects(rect); });
    }

private:
    const Contents &m_contents;
    const IdIndex &m_ids;
    QHash<NodeKey, QRectF> m_boxes;
    QRectF m_all;
};

} // namespace

/// What comes in later was laid out as if all had come together; what is there stays, so the new may have to move: below
/// the rest of its lane. A new lane goes before everything where it is the first, else below everything.
void DisplayList::standClear(Positions &fresh) const
{
    const Grounds there(m_contents, m_ids, m_positions);
    const Grounds added(m_contents, m_ids, fresh);
    QHash<NodeKey, QPointF> way;
    qreal bottom = there.all().bottom();
    QList<NodeKey> phases = added.phases();
    std::sort(phases.begin(), phases.end());
    for (const NodeKey phase : std::as_const(phases)) {
        const QRectF lane = added.lane(phase);
        const QRectF rest = there.box(phase);
        if (!phase.isNull() && !rest.isEmpty()) {
            if (rest.intersects(added.box(phase)))
                way[phase] = {0, rest.bottom() + rowPitch - cardHeight - added.box(phase).top()};
        } else if (!there.touch(lane)) {
            continue;
        } else if (!phase.isNull() && phase == m_contents.phases.keyAt(0)) {
            way[phase] = there.all().topLeft() - lane.topRight() - QPointF(2 * gateGap + gateWidth, 0);
        } else {
            way[phase] = {0, bottom + 2 * laneGap - lane.top()};
            bottom += 2 * laneGap + lane.height();
        }
    }
    for (auto it = fresh.begin(); it != fresh.end(); ++it) {
        const Gate *gate = m_contents.gate(it.key());
        if (m_contents.task(it.key()) || it.key().kind() == NodeKind::Phase || (gate && gate->isSyncPoint()))
            *it += way.value(added.phaseOf(it.key()));
    }
}

void DisplayList::remember(NodeKey key, size_t position)
{
    std::vector<int> &index = m_index[size_t(key.kind())];
    if (key.number() >= index.size())
        index.resize(key.number() + 1, -1);
    index[key.number()] = int(position);
}

void DisplayList::buildNodes()
{
    // Selection and states outlive a change of structure; they are carried over by key.
    QHash<NodeKey, PlanItem> kept;
    const auto keep = [&](const auto &items) {
        for (const PlanItem &item : items) {
            if (item.isSelected || item.problem != Severity::Off)
                kept.insert(item.key, item);
        }
    };
    keep(m_cards);
    keep(m_gates);
    keep(m_lanes);
    keep(m_personas);
    keep(m_notes);
    QHash<NodeKey, CardItem> ran;
    for (const CardItem &card : m_cards) {
        if (card.state)
            ran.insert(card.key, card);
    }
    QHash<NodeKey, GateItem> checked;
    for (const GateItem &gate : m_gates) {
        if (gate.state)
            checked.insert(gate.key, gate);
    }
    for (std::vector<int> &index : m_index)
        index.clear();
    const auto itemOf = [&](NodeKey key, QSizeF size) {
        PlanItem item{.key = key, .rect = QRectF(m_positions.value(key), size)};
        if (const auto found = kept.constFind(key); found != kept.constEnd()) {
            item.isSelected = found->isSelected;
            item.problem = found->problem;
        }
        return item;
    };

    m_lanes.clear();
    m_lanes.reserve(size_t(m_contents.phases.size()));
    for (const auto &[key, phase] : m_contents.phases) {
        remember(key, m_lanes.size());
        LaneItem lane{itemOf(key, {})};
        lane.number = int(m_lanes.size());
        lane.isFolded = phase->folded;
        lane.phase = phase;
        m_lanes.push_back(std::move(lane));
    }
    const auto laneOf = [&](const QString &phase) {
        const LaneItem *found = phase.isEmpty() ? nullptr : lane(m_ids.phase(phase));
        return found ? found->number : -1;
    };
    m_cards.clear();
    m_cards.reserve(size_t(m_contents.tasks.size()));
    for (const auto &[key, task] : m_contents.tasks) {
        remember(key, m_cards.size());
        CardItem card{itemOf(key, {cardWidth, cardHeight})};
        card.lane = laneOf(task->phase);
        card.task = task;
        if (const auto found = ran.constFind(key); found != ran.constEnd()) {
            card.state = found->state;
            card.sign = found->sign;
        }
        m_cards.push_back(std::move(card));
    }
    m_gates.clear();
    for (const auto &[key, gate] : m_contents.gates) {
        remember(key, m_gates.size());
        GateItem item{itemOf(key, {syncSize, syncSize})};
        item.lane = laneOf(gate->phase);
        item.isSyncPoint = item.lane < 0;
        item.gate = gate;
        if (const auto found = checked.constFind(key); found != checked.constEnd()) {
            item.state = found->state;
            item.criteria = found->criteria;
        }
        m_gates.push_back(std::move(item));
    }
    m_personas.clear();
    for (const auto &[key, persona] : m_contents.personas) {
        if (!persona->position)
            continue;
        remember(key, m_personas.size());
        PersonaItem item{itemOf(key, {personaSize, personaSize})};
        item.persona = persona;
        m_personas.push_back(std::move(item));
    }
    m_notes.clear();
    for (const auto &[key, text] : m_contents.notes) {
        remember(key, m_notes.size());
        NoteItem item{itemOf(key, {noteWidth, noteHeight})};
        item.note = text;
        m_notes.push_back(std::move(item));
    }
}

void DisplayList::buildLanes()
{
    for (const CardItem &card : m_cards) {
        if (card.lane < 0)
            continue;
        LaneItem &lane = m_lanes[size_t(card.lane)];
        lane.members.append(card.key);
        ++lane.all;
        if (card.state) {
            lane.isRunning = true;
            ++lane.inState[size_t(*card.state)];
        }
    }
    for (GateItem &gate : m_gates) {
        if (gate.lane >= 0) {
            LaneItem &lane = m_lanes[size_t(gate.lane)];
            gate.place = int(lane.gates.size());
            lane.gates.append(gate.key);
            continue;
        }
        // A sync point stands with the first task it needs, as the layout has it.
        for (const QString &id : gate.gate->needs) {
            const CardItem *needed = card(m_ids.step(id));
            if (!needed)
                continue;
            gate.lane = needed->lane;
            if (gate.lane >= 0)
                m_lanes[size_t(gate.lane)].members.append(gate.key);
            break;
        }
    }
}

QRectF DisplayList::naturalLane(const LaneItem &lane) const
{
    const QPointF corner = m_positions.value(lane.key);
    QRectF content;
    for (NodeKey key : lane.members)
        content |= item(key)->rect;
    const QRectF around = laneAround(content, corner);
    if (!lane.isFolded)
        return around;
    constexpr qreal summaryHeight = 64;
    return QRectF(around.topLeft(), QSizeF(cardWidth + 2 * lanePadding, laneHead + summaryHeight));
}

/// Lanes that begin at the same height end at the same height, unless another lane stands in the way.
void DisplayList::alignLanes()
{
    constexpr size_t mostLanes = 1000; // Beyond that nobody sees the bottoms, and comparing all pairs would cost.
    for (LaneItem &lane : m_lanes)
        lane.rect = naturalLane(lane);
    if (m_lanes.size() > mostLanes)
        return;
    QHash<int, qreal> bottoms;
    for (const LaneItem &lane : m_lanes) {
        qreal &bottom = bottoms[qRound(lane.rect.top())];
        bottom = std::max(bottom, lane.isFolded ? -1e9 : lane.rect.bottom());
    }
    std::vector<QRectF> natural;
    for (const LaneItem &lane : m_lanes)
        natural.push_back(lane.rect);
    for (LaneItem &lane : m_lanes) {
        if (lane.isFolded)
            continue;
        qreal bottom = bottoms.value(qRound(lane.rect.top()), lane.rect.bottom());
        for (const QRectF &other : natural) {
            const bool isBelow = other.top() > lane.rect.top() + 1 && other.left() < lane.rect.right() &&
                                 lane.rect.left() < other.right();
            if (isBelow)
                bottom = std::min(bottom, std::max(lane.rect.bottom(), other.top() - laneGap));
        }
        lane.rect.setBottom(std::max(bottom, lane.rect.bottom()));
    }
}

void DisplayList::placeGates()
{
    constexpr qreal bottomInset = 14;
    constexpr qreal shortest = 96;
    for (GateItem &gate : m_gates) {
        if (gate.isSyncPoint)
            continue;
        const QRectF &lane = m_lanes[size_t(gate.lane)].rect;
        QPointF corner = m_positions.value(gate.key);
        if (!gate.gate->position)
            corner = lane.topRight() + QPointF(gateGap + gate.place * (gateWidth + gateGap), gateInset);
        const qreal height = std::max(shortest, lane.height() - gateInset - bottomInset);
        gate.rect = QRectF(corner, QSizeF(gateWidth, height));
    }
}

void DisplayList::fold()
{
    for (CardItem &card : m_cards)
        card.isHidden = card.lane >= 0 && m_lanes[size_t(card.lane)].isFolded;
    for (GateItem &gate : m_gates)
        gate.isHidden = gate.isSyncPoint && gate.lane >= 0 && m_lanes[size_t(gate.lane)].isFolded;
}

void DisplayList::addToGrid(const PlanItem &item)
{
    if (item.isHidden)
        return;
    m_nodeGrid.add(item.key.value(), item.rect.adjusted(-reach, -reach, reach, reach));
}

void DisplayList::buildGrid()
{
    m_bounds = {};
    forEachItem([this](const PlanItem &item) {
        if (!item.isHidden)
            m_bounds |= item.rect;
    });
    m_nodeGrid.reset(m_bounds.adjusted(-reach, -reach, reach, reach));
    forEachItem([this](const PlanItem &item) { addToGrid(item); });
}

QList<QRectF> DisplayList::move(const QList<NodeKey> &keys)
{
    constexpr qsizetype manyMoves = 500; // Then starting over is cheaper than following each.
    QList<QRectF> dirty;
    if (keys.size() > manyMoves) {
        const QRectF before = m_bounds;
        build();
        return {before.united(m_bounds).adjusted(-1e4, -1e4, 1e4, 1e4)};
    }
    const Standings standing = standings();
    QSet<NodeKey> moved;
    std::vector<std::pair<NodeKey, QRectF>> befores;
    for (const LaneItem &lane : m_lanes)
        befores.emplace_back(lane.key, lane.rect);
    for (const GateItem &gate : m_gates)
        befores.emplace_back(gate.key, gate.rect);
    for (NodeKey key : keys) {
        PlanItem *item = mutableItem(key);
        if (!item)
            continue;
        if (key.kind() != NodeKind::Phase && key.kind() != NodeKind::Gate)
            befores.emplace_back(key, item->rect);
        const Value written = [&]() -> Value {
            if (const Task *node = m_contents.task(key))
                return node->position;
            if (const Gate *node = m_contents.gate(key))
                return node->position;
            if (const Phase *node = m_contents.phase(key))
                return node->position;
            if (const Note *node = m_contents.note(key))
                return node->position;
            return m_contents.persona(key)->position;
        }();
        if (const auto position = std::get<std::optional<QPointF>>(written)) {
            m_positions.insert(key, withinReason(*position));
            item->rect.moveTopLeft(withinReason(*position));
        }
        // The node itself is another value now.
        retell(key);
    }
    alignLanes();
    placeGates();
    for (const auto &[key, before] : befores) {
        const PlanItem *item = this->item(key);
        if (item->rect == before)
            continue;
        moved.insert(key);
        m_nodeGrid.remove(key.value(), before.adjusted(-reach, -reach, reach, reach));
        addToGrid(*item);
        m_bounds |= item->rect;
        dirty.append(before.adjusted(-reach, -reach, reach, reach));
        dirty.append(item->rect.adjusted(-reach, -reach, reach, reach));
    }
    Shift shift = shiftSince(standing);
    shift.moved.unite(moved);
    return dirty + followEdges(shift, {}, {});
}

QRectF DisplayList::retell(NodeKey key)
{
    PlanItem *item = mutableItem(key);
    if (!item)
        return {};
    switch (key.kind()) {
    case NodeKind::Task: {
        auto *card = static_cast<CardItem *>(item);
        card->task = m_contents.tasks.shared(key);
        card->text.reset();
        break;
    }
    case NodeKind::Gate: {
        auto *gate = static_cast<GateItem *>(item);
        gate->gate = m_contents.gates.shared(key);
        gate->text.reset();
        break;
    }
    case NodeKind::Phase: {
        auto *lane = static_cast<LaneItem *>(item);
        lane->phase = m_contents.phases.shared(key);
        lane->text.reset();
        break;
    }
    case NodeKind::Persona: {
        auto *persona = static_cast<PersonaItem *>(item);
        persona->persona = m_contents.personas.shared(key);
        persona->text.reset();
        break;
    }
    case NodeKind::Note: {
        auto *note = static_cast<NoteItem *>(item);
        note->note = m_contents.notes.shared(key);
        note->lines.reset();
        break;
    }
    case NodeKind::Workflow:
    case NodeKind::None:
        break;
    }
    return item->rect.adjusted(-reach, -reach, reach, reach);
}

void DisplayList::forgetTexts()
{
    for (const CardItem &card : m_cards)
        card.text.reset();
    for (const GateItem &gate : m_gates)
        gate.text.reset();
    for (const LaneItem &lane : m_lanes)
        lane.text.reset();
    for (const PersonaItem &persona : m_personas)
        persona.text.reset();
    for (const NoteItem &note : m_notes)
        note.lines.reset();
    for (const EdgeItem &edge : m_edges)
        edge.text.reset();
}

} // namespace baton
