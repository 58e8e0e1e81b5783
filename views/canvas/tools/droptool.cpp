// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/tools/droptool.h"

#include "views/canvas/planview.h"
#include "views/editing/inserting.h"

#include <QMimeData>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace baton {

using namespace canvas;

std::unique_ptr<DropTool> DropTool::of(PlanView &view, const QMimeData &data)
{
    constexpr qsizetype longestPayload = 1000;
    const auto textOf = [&](const char *type) {
        return QString::fromUtf8(data.data(QLatin1String(type)).left(longestPayload));
    };
    const QString persona = textOf(personaType);
    if (!persona.isEmpty() && !view.scene().workflow().ids().persona(persona).isNull())
        return std::make_unique<DropTool>(view, persona, QString());
    const QString what = textOf(insertType);
    // Asked for with nothing done: an insertion is a value until it is pushed.
    if (!what.isEmpty() && inserting(what, view.scene().workflow(), {}))
        return std::make_unique<DropTool>(view, QString(), what);
    return nullptr;
}

DropTool::DropTool(PlanView &view, const QString &persona, const QString &what)
    : Tool(view)
    , m_persona(persona)
    , m_what(what)
{
}

void DropTool::aimAt(const Pointer &pointer)
{
    m_place = pointer.scene;
    const Hit hit = view().scene().hitAt(pointer.scene, view().zoom());
    m_task = hit.key.kind() == NodeKind::Task ? hit.key : NodeKey();
    m_lane = view().scene().list().laneAt(pointer.scene);
}

void DropTool::move(const Pointer &pointer)
{
    aimAt(pointer);
    view().updateOverlay();
}

void DropTool::release(const Pointer &pointer)
{
    aimAt(pointer);
    if (m_persona.isEmpty())
        dropInsert();
    else
        dropPersona();
}

void DropTool::dropPersona()
{
    const Workflow &workflow = view().scene().workflow();
    if (!m_task.isNull()) {
        view().document().push(PlanView::tr("Assign @%1 to %2").arg(m_persona, workflow.contents().titleOf(m_task)),
                               assigning(workflow, {m_task}, m_persona));
        view().document().selection().set(m_task);
        return;
    }
    if (const Phase *phase = workflow.phase(m_lane)) {
        const QPointF corner = (m_place - QPointF(cardWidth, cardHeight) / 2).toPoint();
        Insertion insertion = insertingTask(workflow, {phase->id, corner}, m_persona);
        view().document().push(insertion.name, std::move(insertion.edit));
        view().document().selection().set(insertion.key);
        return;
    }
    const NodeKey persona = workflow.ids().persona(m_persona);
    const QPointF corner = (m_place - QPointF(personaSize, personaSize) / 2).toPoint();
    view().document().push(PlanView::tr("Place @%1").arg(m_persona),
                           Edit{}.set(persona, Field::Position, std::optional<QPointF>(corner)));
    view().document().selection().set(persona);
}

void DropTool::dropInsert()
{
    const Workflow &workflow = view().scene().workflow();
    const Phase *phase = workflow.phase(m_lane);
    const bool isGate = m_what == "gate"_L1;
    // A gate dropped on a lane closes its phase and stands where such gates stand.
    std::optional<QPointF> corner;
    if (!isGate || !phase)
        corner = (m_place - QPointF(isGate ? syncSize : cardWidth, isGate ? syncSize : cardHeight) / 2).toPoint();
    std::optional<Insertion> insertion =
        inserting(m_what, workflow, {phase ? phase->id : QString(), corner});
    if (!insertion)
        return;
    view().document().push(insertion->name, std::move(insertion->edit));
    view().document().selection().set(insertion->key);
}

void DropTool::paint(const Brush &brush) const
{
    QPainter &painter = brush.painter;
    painter.setPen(QPen(brush.style.colors.accent, 2 / brush.scale));
    painter.setBrush(Qt::NoBrush);
    const PlanItem *target = m_persona.isEmpty() ? nullptr : brush.list.item(m_task);
    if (!target)
        target = brush.list.item(m_lane);
    if (target)
        painter.drawRoundedRect(target->rect.adjusted(-2, -2, 2, 2), 10, 10);
}

QList<QRectF> DropTool::reach() const
{
    QList<QRectF> rects;
    for (NodeKey key : {m_task, m_lane}) {
        if (const PlanItem *item = view().scene().list().item(key))
            rects.append(item->rect.adjusted(-4, -4, 4, 4));
    }
    return rects;
}

} // namespace baton
