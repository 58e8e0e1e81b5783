// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/waiting.h"
#include "model/workflow/workflow.h"
#include "views/canvas/canvasstyle.h"
#include "views/canvas/displaylist.h"

#include <QObject>

namespace baton {

/// What is under the mouse.
struct Hit
{
    enum class What : quint8 { Nothing, Body, InPort, OutPort, FoldSign, Edge };

    What what = What::Nothing;
    NodeKey key; ///< The node, or the lane of its header.
    int edge = -1;

    bool operator==(const Hit &) const = default;
};

/// The display list of one open workflow: follows its changes, shows a run and the problems on it, and says what is
/// where. No widget; announces what has to be painted again.
class PlanScene : public QObject
{
    Q_OBJECT

public:
    explicit PlanScene(const Workflow &workflow, QObject *parent = nullptr);

    const Workflow &workflow() const { return m_workflow; }
    const DisplayList &list() const { return m_list; }

    void setProblems(const QList<Problem> &problems);
    const QList<Problem> &problems() const { return m_problems; }
    /// Both null: no run. They must outlive this or be taken back.
    void setRun(const RunPlan *plan, const RunState *state);
    /// The state is another one after \a events: shows what they touch.
    void advance(const QList<Event> &events);
    const RunPlan *plan() const { return m_plan; }
    /// The node of the document that an event's subject is; null for what is only in the run.
    NodeKey keyOf(const Event &event) const;
    /// What the card of a node says of its state; empty without a run.
    QString shownState(NodeKey key) const;
    /// What the run says of the task that a card shows; null without one.
    const TaskRun *runOf(NodeKey key) const;
    /// What it waits for or is at, in words, at that time (milliseconds since the epoch); empty where its state says all.
    QString subStateOf(NodeKey key, qint64 now) const;
    /// Writes on the cards inside \a visible what they wait for, at that time.
    void showNotes(const QRectF &visible, qint64 now);
    const RunState *state() const { return m_state; }

    /// Texts are shaped anew when they are painted next (other fonts, other colours).
    void forgetTexts() { m_list.forgetTexts(); }
    void select(const QSet<NodeKey> &keys);
    void selectEdge(int edge);
    /// Leaves nodes to a tool that draws them elsewhere; an empty set puts them back.
    void lift(const QSet<NodeKey> &keys);

    /// \a scale: how large a scene pixel is on the screen; what is small there is easier to hit.
    Hit hitAt(QPointF point, qreal scale) const;
    /// Nodes whose card, diamond, note or circle \a rect touches; lanes only where they are inside it.
    QSet<NodeKey> nodesIn(const QRectF &rect) const;
    /// The sentences of what is wrong with a node.
    QStringList complaintsAbout(NodeKey key) const;
    /// The same of an edge.
    QStringList complaintsAbout(const EdgeItem &edge) const;
    /// The worst problem whose sign is at that place, on a node or in the middle of an edge; null where there is none.
    const Problem *problemAt(QPointF point, qreal scale) const;
    /// The node beside \a key in a direction (unit vector), for the arrow keys; null where there is none.
    NodeKey neighbour(NodeKey key, QPointF direction) const;
    /// Tasks, gates and notes from left to right and top to bottom, lane after lane, for the Tab key.
    QList<NodeKey> readingOrder() const;

signals:
    void repaintNeeded(const QList<QRectF> &rects);
    void repaintAllNeeded();
    void edgesRenumbered(); ///< All stands where it stood.
    void rebuilt();         ///< Everything may be elsewhere, and edges have other numbers.

private:
    void follow(const Change &change);
    void findInstances();
    NodeKey keyOf(const PlanTask &task) const;
    void showRun();
    QRectF showUsed(NodeKey key);
    QList<QRectF> showSpends();
    int instanceOf(NodeKey key) const; ///< Index of the task in the run; -1 = none.
    std::optional<TaskState> stateOf(NodeKey key) const;
    CardSign signOf(NodeKey key) const;
    QList<QRectF> refreshSigns();
    QRectF showTask(NodeKey key);
    bool isStructural(const Change &change) const;
    QList<int> problemsOf(const EdgeItem &edge) const;
    const QList<int> &complaints(NodeKey key) const; ///< Indexes into problems().

    const Workflow &m_workflow;
    DisplayList m_list;
    QList<Problem> m_problems;
    mutable std::optional<QHash<NodeKey, QList<int>>> m_complaints; ///< Indexes into m_problems, once somebody asked.
    QSet<NodeKey> m_selected;
    const RunPlan *m_plan = nullptr;
    const RunState *m_state = nullptr;
    QHash<NodeKey, QList<int>> m_instances; ///< Tasks of the plan by the node that they are instances of.
    QHash<NodeKey, int> m_gates;
    QList<Wait> m_holds; ///< Of each governor, when that was last looked at.
    QSet<NodeKey> m_waiting; ///< Cards with the sign of a limit, which others may lift.
};

} // namespace baton
