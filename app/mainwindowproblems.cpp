// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/fixcontroller.h"
#include "app/mainwindow.h"
#include "app/preflightcontroller.h"
#include "app/previewcontroller.h"
#include "app/problemcontroller.h"
#include "app/runcontroller.h"
#include "app/statusstrip.h"
#include "app/workspace.h"
#include "model/run/runrecord.h"
#include "views/canvas/planview.h"
#include "views/dialogs/rulehelpdialog.h"
#include "views/dialogs/rulesdialog.h"
#include "views/panels/inspectorpanel.h"
#include "views/panels/preflightpanel.h"
#include "views/panels/problempanel.h"
#include "views/panels/runpanel.h"
#include "views/widgets/noticebar.h"

using namespace Qt::StringLiterals;

// Where the window shows what is wrong, and what it offers to do about it.

namespace baton {

void MainWindow::connectProblems()
{
    PlanView *canvas = m_workspace->canvas();
    ProblemPanel *list = m_workspace->problems();
    const auto showCounts = [this] {
        if (m_problems->isChecking())
            m_status->setChecking();
        else
            m_status->setProblems(m_problems->errorCount(), m_problems->warningCount());
    };
    const auto showProblems = [this, canvas, list, showCounts] {
        const QList<Problem> &problems = m_problems->problems();
        canvas->setProblems(problems);
        list->setProblems(problems);
        m_workspace->inspector()->setProblems(problems);
        showCounts();
        m_workspace->showProblemCounts(m_problems->errorCount(), m_problems->warningCount());
    };
    connect(m_problems, &ProblemController::problemsChanged, this, showProblems);
    connect(m_problems, &ProblemController::checkingChanged, this, showCounts);
    connect(m_problems, &ProblemController::hinted, m_status, &StatusStrip::hint);
    connect(list, &ProblemPanel::fixChosen, m_problems, &ProblemController::applyFixes);
    connect(list, &ProblemPanel::fixPreviewed, this, [this](const Problem &problem, const QuickFix &fix) {
        const Edit edit = fixEdit(m_document.workflow().contents(), problem, fix);
        m_preview->show({fix.title, edit, problem.subjects});
    });
    const auto explain = [this](const QString &rule) { RuleHelpDialog::showFor(m_theme, rule, this); };
    connect(list, &ProblemPanel::whyAsked, this, explain);
    connect(list, &ProblemPanel::activated, this, [this, canvas](const Problem &problem, ProblemPanel::Attention attention) {
        if (!problem.subjects.isEmpty())
            canvas->showNode(problem.subjects.first());
        if (!problem.field)
            return;
        if (attention == ProblemPanel::Attention::Type)
            m_workspace->inspector()->reveal(*problem.field);
        else
            m_workspace->inspector()->showField(*problem.field);
    });
    connect(canvas, &PlanView::problemClicked, list, [this, list](const Problem &problem) {
        m_workspace->raiseProblems();
        list->reveal(problem);
    });
    connect(list, &ProblemPanel::rulesRequested, this,
            [this](const QString &rule) { RulesDialog::open(m_document, this, rule); });
    connect(list, &ProblemPanel::hinted, m_status, &StatusStrip::hint);
    connect(list, &ProblemPanel::reasonAsked, m_workspace, &Workspace::raiseProblems);
    connect(list, &ProblemPanel::suppressedWanted, m_problems, &ProblemController::setSuppressedWanted);
    connect(m_problems, &ProblemController::suppressedChanged, list, [this, list] { list->setSuppressed(m_problems->suppressed()); });
    InspectorPanel *inspector = m_workspace->inspector();
    connect(inspector, &InspectorPanel::fixChosen, m_problems, &ProblemController::applyFix);
    connect(inspector, &InspectorPanel::whyAsked, this, explain);
    connect(inspector, &InspectorPanel::setAsideAsked, list, &ProblemPanel::askReason);
    connect(m_status, &StatusStrip::problemsClicked, m_workspace, &Workspace::raiseProblems);
    showProblems();
}

void MainWindow::connectChecklists()
{
    PreflightPanel *list = m_workspace->preflight();
    connect(m_preflight, &PreflightController::itemsChanged, list, [this, list] {
        list->setItems(m_preflight->items());
        const int missing = missingCount(m_preflight->items());
        m_workspace->showMissingCount(missing);
        m_actions[u"run.start"_s]->setToolTip(
            missing > 0 ? tr("Run the workflow (%1). The pre-flight checklist lacks %n item(s).", nullptr, missing)
                              .arg(m_actions[u"run.start"_s]->shortcut().toString(QKeySequence::NativeText))
                        : tr("Run the workflow (%1)").arg(m_actions[u"run.start"_s]->shortcut().toString(QKeySequence::NativeText)));
    });
    connect(list, &PreflightPanel::fixChosen, m_problems, &ProblemController::applyFixes);
    connect(list, &PreflightPanel::activated, m_workspace->canvas(), &PlanView::showNode);
    // A run is not held up by the checklist, but nobody starts one without having been told.
    connect(m_runs, &RunController::stateChanged, this, [this, told = QString()]() mutable {
        const RunRecord *record = m_runs->record();
        const QString run = record ? record->folder().path() : QString();
        if (run == told || (record && !m_runs->isRunning()))
            return;
        told = run;
        const int missing = missingCount(m_preflight->items());
        if (!record || missing == 0)
            return m_notices->dismiss(u"preflight"_s);
        m_notices->show(u"preflight"_s, NoticeBar::Kind::Notice,
                        tr("The run starts although the pre-flight checklist lacks %n item(s).", nullptr, missing),
                        {{tr("Show the checklist"), [this] { m_workspace->raisePreflight(); }}, {tr("Go on")}});
    });
    connect(m_fixes, &FixController::hinted, m_status, &StatusStrip::hint);
    connect(m_workspace->run(), &RunPanel::fixPhaseRequested, m_fixes, &FixController::makeFixPhase);
}

} // namespace baton
