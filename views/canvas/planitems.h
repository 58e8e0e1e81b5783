// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/nodekey.h"
#include "model/run/phasespend.h"
#include "views/canvas/edgeroute.h"
#include "views/canvas/textrun.h"

#include <QColor>
#include <QRectF>

#include <array>
#include <memory>
#include <optional>

namespace baton {

/// The key that NodeKey::value() made that number of.
inline NodeKey keyOfValue(quint32 value)
{
    return NodeKey(NodeKind(value >> 28), value & 0x0fffffffu);
}

/// What the display list keeps of a node: flat values, in scene coordinates (pixels at 100 %). Texts are shaped when
/// they are first painted.
struct PlanItem
{
    NodeKey key;
    QRectF rect;
    Severity problem = Severity::Off; ///< The worst that is wrong with it.
    bool isSelected = false;
    bool isHidden = false; ///< Inside a folded phase.
    bool isLifted = false; ///< Being dragged: drawn by the tool, not with the rest.
};

struct CardText
{
    TextRun title;
    TextRun persona;
    TextRun initials; ///< Empty where the task has no one persona.
    TextRun plainTitle;
    TextRun farTitle;
    QList<TextRun> chips; ///< Model, budget.
    TextRun kind;
    QColor circle;
};

/// What a card says of a run in place of its chips.
enum class CardSign : quint8 {
    None,
    Person,    ///< Somebody has to answer.
    Simulated, ///< In a run that is real otherwise.
    Calls,     ///< READY, but waits: see Wait.
    Tokens,
    Money,
};

struct CardItem : PlanItem
{
    int lane = -1; ///< Index of the lane, -1 = in none.
    std::optional<TaskState> state = {};
    CardSign sign = CardSign::None;
    QString note = {};     ///< What it waits for, in words.
    qint64 used = 0;       ///< Tokens, in the run that is shown.
    qint64 planned = 0;    ///< What `used` is compared with; 0 = nothing.
    std::shared_ptr<const Task> task = {};
    mutable std::shared_ptr<const CardText> text = {};
    mutable std::shared_ptr<const TextRun> noteText = {};
    mutable std::shared_ptr<const TextRun> usedText = {};
};

struct GateText
{
    TextRun title;
    QList<TextRun> criteria;
};

struct GateItem : PlanItem
{
    bool isSyncPoint = false;
    int lane = -1;  ///< The lane it closes, or the one a sync point stands in.
    int place = 0;  ///< Among the gates of its lane.
    std::optional<GateState> state = {};
    QList<CriterionResult> criteria = {}; ///< What the latest check saw.
    std::shared_ptr<const Gate> gate = {};
    mutable std::shared_ptr<const GateText> text = {};

    bool showsCriteria() const
    {
        return !criteria.isEmpty() && (state == GateState::Checking || state == GateState::Failed);
    }
};

struct LaneText
{
    TextRun title;
    TextRun spend;
    TextRun kind;
    TextRun count;
    TextRun summary;
};

struct LaneItem : PlanItem
{
    int number = 0;
    bool isFolded = false;
    bool isRunning = false; ///< Whether its tasks have states.
    int all = 0;
    std::array<int, 9> inState = {}; ///< How many of its tasks, by TaskState.
    Spend spend = {}; ///< Of its phase, in the run that is shown.
    double warnAt = 0; ///< Share of what is planned above which that is a warning; 0 = never.
    QList<NodeKey> members = {};     ///< Tasks and sync points inside.
    QList<NodeKey> gates = {};       ///< Those that close it, in order.
    std::shared_ptr<const Phase> phase = {};
    mutable std::shared_ptr<const LaneText> text = {};

    int done() const { return inState[size_t(TaskState::Complete)] + inState[size_t(TaskState::Skipped)]; }
};

struct PersonaItem : PlanItem
{
    std::shared_ptr<const Persona> persona = {};
    mutable std::shared_ptr<const CardText> text = {};
};

struct NoteItem : PlanItem
{
    std::shared_ptr<const Note> note = {};
    mutable std::shared_ptr<const QList<TextRun>> lines = {};
};

enum class EdgeKind : quint8 {
    Output, Knowledge, Order, ///< Needs as written.
    Scope,     ///< From a task to the gate of its phase.
    Opens,     ///< From a gate to what comes after it.
    Follows,   ///< From a phase without a gate to the one after it.
    Validates, ///< From a validating task to what it validates.
    Wire,      ///< From a persona to its task.
};

struct EdgeItem
{
    NodeKey from;
    NodeKey to;
    EdgeKind kind = EdgeKind::Order;
    bool isHidden = false;
    bool isLifted = false;
    bool isSelected = false;
    bool isWrong = false; ///< An error is about it, or about both ends of a validation.
    Severity problem = Severity::Off; ///< The worst that is said of this very edge.
    EdgeRoute route = {};
    QString label = {}; ///< The outcomes that take this branch.
    mutable std::shared_ptr<const TextRun> text = {};

    bool isNeed() const { return kind <= EdgeKind::Order; }
};

/// Where the sign of a problem stands: at the upper right corner of a node, in the middle of an edge.
inline QPointF badgePlace(const PlanItem &item)
{
    return item.rect.topRight() + QPointF(-4, 3);
}
inline QPointF badgePlace(const EdgeItem &edge)
{
    return edge.route.pointAt(0.5);
}

} // namespace baton
