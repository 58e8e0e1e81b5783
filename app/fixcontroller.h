// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/actionlist.h"
#include "app/runcontroller.h"
#include "views/editing/document.h"

#include <QSet>

namespace baton {

class NoticeBar;
class PreviewController;

/// Offers a fix phase to the open document where the run that is shown has found something to mend: at a FAILED gate, at
/// a rejecting verdict, at an issue. It is previewed before it is taken.
class FixController : public QObject
{
    Q_OBJECT

public:
    FixController(Document &document, ActionList &actions, NoticeBar &notices, RunController &runs,
                  PreviewController &preview, QObject *parent = nullptr);

    /// The gate that a fix phase would be made for: the selected one, that of the selected task, else the first that
    /// has something to mend; empty where there is none.
    QString gateToFix() const;
    /// Previews the fix phase of a gate, or of the gate that waits for a task of the run (`review`, `review#2`).
    void makeFixPhase(const QString &subject);

signals:
    /// A sentence for the status bar.
    void hinted(const QString &sentence);

private:
    void followRecord();
    void followState();
    void followEvents(const QList<Event> &events);
    void update();
    QString gateFor(const QString &subject) const;
    bool hasSomethingToMend(const RunPlan &plan, int gate) const;
    void preview(const QJsonObject &fixPhase);
    void tellFailure(const RunPlan &plan, int gate);

    Document &m_document;
    ActionList &m_actions;
    NoticeBar &m_notices;
    RunController &m_runs;
    PreviewController &m_preview;
    QHash<QString, int> m_told; ///< Gates of this run that a notice tells of, and the round that failed.
};

} // namespace baton
