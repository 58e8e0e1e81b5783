// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/rules/preflight.h"
#include "model/run/runstate.h"
#include "views/editing/document.h"

#include <QFutureWatcher>
#include <QTimer>

namespace baton {

class ProblemController;
class RunController;

/// What a run has proved so far, by task of the document; of several instances of a task, the latest that did something.
RunProof runProof(const RunPlan &plan, const RunState &state);

/// The checklists of the open plan and the shown run, a moment after the last change; worked out on another thread.
class PreflightController : public QObject
{
    Q_OBJECT

public:
    PreflightController(Document &document, ProblemController &problems, RunController &runs, QObject *parent = nullptr);

    const QList<PreflightItem> &items() const { return m_items; }

signals:
    void itemsChanged();

private:
    void workOut();

    Document &m_document;
    ProblemController &m_problems;
    RunController &m_runs;
    QTimer m_timer;
    QFutureWatcher<QList<PreflightItem>> m_watcher;
    QList<PreflightItem> m_items;
};

} // namespace baton
