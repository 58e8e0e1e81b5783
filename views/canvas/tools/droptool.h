// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/canvas/tools/tool.h"

class QMimeData;

namespace baton {

/// What is dragged in from the library: a persona (onto a task, a lane, the ground) or something to insert.
class DropTool final : public Tool
{
public:
    static constexpr char personaType[] = "application/x-baton-persona"; ///< Text: the persona's id.
    static constexpr char insertType[] = "application/x-baton-insert";   ///< Text: what inserting() takes.

    /// Null when the canvas can do nothing with \a data.
    static std::unique_ptr<DropTool> of(PlanView &view, const QMimeData &data);
    DropTool(PlanView &view, const QString &persona, const QString &what);

    void move(const Pointer &pointer) override;
    void release(const Pointer &pointer) override;
    void paint(const Brush &brush) const override;
    QList<QRectF> reach() const override;

private:
    void aimAt(const Pointer &pointer);
    void dropPersona();
    void dropInsert();

    QString m_persona; ///< One of these two is set.
    QString m_what;
    QPointF m_place;
    NodeKey m_task; ///< Under the mouse; so is the next.
    NodeKey m_lane;
};

} // namespace baton
