// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/tools/connecttool.h"

#include "views/canvas/planview.h"
#include "views/editing/inserting.h"

#include <QPainter>

namespace baton {

ConnectTool::ConnectTool(PlanView &view, NodeKey key, bool fromOut, const Pointer &start)
    : Tool(view)
    , m_key(key)
    , m_fromOut(fromOut)
    , m_end(start.scene)
{
    view.hint(PlanView::tr("Drop on the task that needs it. Hold Shift for knowledge instead of output."));
}

Result<Edit> ConnectTool::joining(NodeKey from, NodeKey to, Qt::KeyboardModifiers modifiers) const
{
    const Workflow &workflow = view().scene().workflow();
    if (const Persona *persona = workflow.persona(from)) {
        if (!workflow.task(to))
            return Error{ErrorCode::Refused, PlanView::tr("A persona can be wired to tasks only.")};
        return assigning(workflow, {to}, persona->id);
    }
    const Task *source = workflow.task(from);
    const bool delivers = source && !source->deliverables.isEmpty();
    const NeedType type = modifiers & Qt::ShiftModifier ? NeedType::Knowledge
                          : delivers                    ? NeedType::Output
                                                        : NeedType::Order;
    return workflow.connecting(from, to, type);
}

void ConnectTool::aimAt(const Pointer &pointer)
{
    m_end = pointer.scene;
    const Hit hit = view().scene().hitAt(pointer.scene, view().zoom());
    const bool isStep = hit.key.kind() == NodeKind::Task || hit.key.kind() == NodeKind::Gate;
    const bool isPersona = hit.key.kind() == NodeKind::Persona && !m_fromOut;
    const NodeKey target = hit.key != m_key && (isStep || isPersona) ? hit.key : NodeKey();
    const bool isOther = target != m_target;
    m_target = target;
    if (m_target.isNull()) {
        m_joined.reset();
        m_cycle.clear();
        return;
    }
    m_joined = joining(from(), to(), pointer.modifiers);
    m_cycle.clear();
    if (!*m_joined && from().kind() != NodeKind::Persona)
        m_cycle = view().scene().workflow().cycleThrough(from(), to());
    const Contents &contents = view().scene().workflow().contents();
    if (isOther)
        view().hint(*m_joined ? PlanView::tr("“%1” will need “%2”.").arg(contents.titleOf(to()), contents.titleOf(from()))
                              : m_joined->error().message);
}

void ConnectTool::move(const Pointer &pointer)
{
    aimAt(pointer);
    view().updateOverlay();
}

void ConnectTool::release(const Pointer &pointer)
{
    aimAt(pointer);
    if (!m_joined)
        return;
    if (!*m_joined) {
        view().hint(m_joined->error().message);
        return;
    }
    const Contents &contents = view().scene().workflow().contents();
    const QString name = from().kind() == NodeKind::Persona
                             ? PlanView::tr("Assign @%1").arg(contents.idOf(from()))
                             : PlanView::tr("Connect %1 to %2").arg(contents.titleOf(from()), contents.titleOf(to()));
    view().document().push(name, **m_joined);
}

EdgeRoute ConnectTool::preview() const
{
    const DisplayList &list = view().scene().list();
    const QPointF start = list.portOf(m_key, m_fromOut);
    const bool snaps = m_joined && *m_joined && !m_target.isNull();
    const QPointF end = snaps ? list.portOf(m_target, !m_fromOut) : m_end;
    return m_fromOut ? EdgeRoute::curve(start, end) : EdgeRoute::curve(end, start);
}

void ConnectTool::paint(const Brush &brush) const
{
    QPainter &painter = brush.painter;
    const bool isRefused = m_joined && !*m_joined;
    const QColor color = isRefused ? brush.style.colors.failed : brush.style.colors.accent;
    painter.setPen(QPen(color, 2, isRefused ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(preview().path());
    if (const PlanItem *target = brush.list.item(m_target))
        painter.drawRoundedRect(target->rect.adjusted(-2, -2, 2, 2), 9, 9);
    // The way round, in the order that the needs go.
    painter.setPen(QPen(brush.style.colors.failed, 2.4));
    for (NodeKey key : m_cycle) {
        const PlanItem *item = brush.list.item(key);
        if (item && !item->isHidden)
            painter.drawRoundedRect(item->rect.adjusted(-2, -2, 2, 2), 9, 9);
        for (quint32 index : brush.list.edgesOf(key)) {
            const EdgeItem &edge = brush.list.edges()[index];
            const bool isOnCycle = (edge.isNeed() || edge.kind == EdgeKind::Validates) && m_cycle.contains(edge.from) &&
                                   m_cycle.contains(edge.to);
            if (isOnCycle && edge.from == key)
                painter.drawPath(edge.route.path());
        }
    }
    paintPort(brush, brush.list.portOf(m_key, m_fromOut), color, true);
    if (!m_target.isNull() && !isRefused)
        paintPort(brush, brush.list.portOf(m_target, !m_fromOut), color, true);
}

QList<QRectF> ConnectTool::reach() const
{
    constexpr qreal around = 12;
    QList<QRectF> rects;
    const auto add = [&](const QRectF &rect) { rects.append(rect.adjusted(-around, -around, around, around)); };
    add(preview().path().controlPointRect());
    const DisplayList &list = view().scene().list();
    if (const PlanItem *target = list.item(m_target))
        add(target->rect);
    for (NodeKey key : m_cycle) {
        if (const PlanItem *item = list.item(key))
            add(item->rect);
        for (quint32 index : list.edgesOf(key)) {
            if (list.edges()[index].from == key)
                add(list.edges()[index].route.bounds());
        }
    }
    return rects;
}

} // namespace baton
