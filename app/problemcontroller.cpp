// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/problemcontroller.h"

#include "model/base/folder.h"
#include "model/storage/reader.h"

#include <QDir>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <algorithm>

namespace baton {

ProblemController::ProblemController(Document &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_checker(document.workflow())
{
    connect(&m_checker, &Checker::problemsChanged, this, &ProblemController::gather);
    connect(&document, &Document::sourceChanged, this, &ProblemController::gather);
    connect(&document, &Document::sourceChanged, this, &ProblemController::lookAtFiles);
    gather();
    lookAtFiles();
}

/// Which inputs the repository has only its folder tells; a large one is looked through on another thread.
void ProblemController::lookAtFiles()
{
    const QString path = m_document.path();
    m_root = path.isEmpty() ? QString() : QDir(QFileInfo(path).path()).filePath(m_document.workflow().info().root);
    if (m_root.isEmpty()) {
        m_checker.setContext({});
        return;
    }
    auto *watcher = new QFutureWatcher<std::optional<QSet<QString>>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, root = m_root] {
        watcher->deleteLater();
        if (root == m_root)
            m_checker.setContext({.profile = {}, .files = watcher->result()});
    });
    watcher->setFuture(QtConcurrent::run([root = m_root] { return filesBelow(root); }));
}

void ProblemController::gather()
{
    QList<Problem> problems = m_checker.problems();
    if (m_document.source())
        addPlaces(problems, *m_document.source());
    problems = m_document.readerProblems() + problems;
    if (problems == m_problems)
        return;
    m_problems = std::move(problems);
    emit problemsChanged();
}

int ProblemController::errorCount() const
{
    return int(std::count_if(m_problems.cbegin(), m_problems.cend(),
                             [](const Problem &problem) { return problem.severity == Severity::Error; }));
}

int ProblemController::warningCount() const
{
    return int(std::count_if(m_problems.cbegin(), m_problems.cend(),
                             [](const Problem &problem) { return problem.severity == Severity::Warning; }));
}

void ProblemController::applyFix(const Problem &problem, const QuickFix &fix)
{
    const Edit edit = fixEdit(m_document.workflow().contents(), problem, fix);
    if (edit.isEmpty())
        emit hinted(tr("This fix no longer applies: the plan has changed meanwhile."));
    else
        m_document.push(fix.title, edit);
}

void ProblemController::applyFixes(const QList<Problem> &problems, const QString &fixId)
{
    // Each fix is computed on what the ones before it have left.
    Workflow draft(m_document.workflow().contents());
    Edit all;
    QString name;
    for (const Problem &problem : problems) {
        const auto fix = std::find_if(problem.fixes.cbegin(), problem.fixes.cend(),
                                      [&fixId](const QuickFix &candidate) { return candidate.id == fixId; });
        if (fix == problem.fixes.cend())
            continue;
        const Edit edit = fixEdit(draft.contents(), problem, *fix);
        draft.apply(edit);
        all.append(edit);
        name = problems.size() == 1 ? fix->title : tr("Fix %n problem(s)", nullptr, int(problems.size()));
    }
    if (all.isEmpty())
        emit hinted(tr("This fix no longer applies: the plan has changed meanwhile."));
    else
        m_document.push(name, all);
}

} // namespace baton
