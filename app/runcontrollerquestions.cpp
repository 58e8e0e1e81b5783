// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

// What is asked before a run begins: whether its commands may run, and whether its branches are those that are wanted.

#include "app/runcontroller.h"

#include "model/run/runfolder.h"
#include "model/run/trust.h"
#include "model/run/worktrees/repository.h"
#include "model/run/worktrees/worktreeplan.h"
#include "views/dialogs/branchesdialog.h"
#include "views/dialogs/trustdialog.h"
#include "views/widgets/noticebar.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace baton {

void RunController::askForTrust(std::function<void()> go)
{
    if (m_notices.shows(topic()))
        return; // It was refused for another reason, which is shown.
    QList<ShownCommand> commands;
    for (const PlannedCommand &command : commandsOf(m_document.workflow().contents(), m_document.path()))
        commands.append({command.task, command.text, command.isNew});
    auto *question = new TrustDialog(m_document.folder(), commands, m_window);
    connect(question, &QDialog::accepted, this, [this, question, go = std::move(go)] {
        if (question->remembers()) {
            if (const Result<void> done = trust(m_document.folder()); !done)
                emit hinted(done.error().message);
        }
        m_trusted = true;
        go();
        m_trusted = false;
    });
    question->open();
}

/// Where tasks work on branches of their own, these are shown first. What stands in the way is told by create().
void RunController::showBranches(std::function<void()> go)
{
    const Contents &contents = m_document.workflow().contents();
    const bool isAsked = m_mode != RunMode::Simulate && m_asksForBranches && !m_document.path().isEmpty() &&
                         contents.info.workspace == WorkspaceMode::Worktree;
    if (!isAsked)
        return go();
    const Result<RunPlan> plan = compile(contents);
    const Result<Checkout> checkout = findCheckout(QDir(m_document.folder()).filePath(contents.info.root));
    if (!plan || !checkout)
        return go();
    const QString run = u"RUN"_s; // Stands for the name that the run will have.
    QList<ShownBranch> shown;
    for (const PlannedBranch &branch : worktreePlan(*plan, {WorktreeNames::prefixOf(contents.info), run, u".baton/runs/"_s + run})) {
        const PlanTask &task = plan->tasks.at(branch.task);
        shown.append({task.task->displayTitle(), branch.branch, baseText(*plan, branch), branch.path});
    }
    auto *question = new BranchesDialog(checkout->top, checkout->commit, shown, m_window);
    connect(question, &QDialog::accepted, this, [this, question, go = std::move(go)] {
        m_asksForBranches = !question->isLastTime();
        go();
    });
    question->open();
}

} // namespace baton
