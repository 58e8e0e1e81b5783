// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/problemcontroller.h"

#include "model/base/folder.h"
#include "model/storage/reader.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>

namespace baton {

namespace {

/// Tasks of which a whole check takes well under a frame of the screen.
constexpr qsizetype mostAtOnce = 5000;

} // namespace

ProblemController::ProblemController(Document &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_checker(document.workflow())
{
    m_checker.setMostAtOnce(mostAtOnce);
    connect(&m_checker, &Checker::problemsChanged, this, &ProblemController::gather);
    connect(&m_checker, &Checker::checkingChanged, this, &ProblemController::checkingChanged);
    connect(&document, &Document::sourceChanged, this, &ProblemController::gather);
    connect(&document, &Document::sourceChanged, this, &ProblemController::lookAtFiles);
    m_asideTimer.setSingleShot(true);
    m_asideTimer.setInterval(std::chrono::milliseconds(60));
    connect(&m_asideTimer, &QTimer::timeout, this, &ProblemController::lookAside);
    connect(&document.workflow(), &Workflow::changed, this, [this] {
        if (m_suppressedWanted)
            m_asideTimer.start();
    });
    connect(&m_aside, &QFutureWatcherBase::finished, this, [this] {
        if (!m_suppressedWanted || m_aside.result() == m_suppressed)
            return;
        m_suppressed = m_aside.result();
        emit suppressedChanged();
    });
    gather();
    lookAtFiles();
}

void ProblemController::setSuppressedWanted(bool wanted)
{
    m_suppressedWanted = wanted;
    if (wanted)
        return lookAside();
    m_suppressed.clear();
    emit suppressedChanged();
}

/// On another thread: what is set aside is looked at more rarely than what is not.
void ProblemController::lookAside()
{
    m_aside.setFuture(QtConcurrent::run([contents = m_document.workflow().contents(), context = m_checker.context()] {
        return suppressedProblems(contents, context);
    }));
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
    if (problems.size() == 1) {
        const QList<QuickFix> &fixes = problems.first().fixes;
        const auto fix = std::find_if(fixes.cbegin(), fixes.cend(),
                                      [&fixId](const QuickFix &candidate) { return candidate.id == fixId; });
        if (fix != fixes.cend())
            applyFix(problems.first(), *fix);
        return;
    }
    const Fixing fixing =
        fixAll(m_document.workflow().contents(), problems.value(0).rule, fixId, m_checker.context());
    const int taken = int(fixing.taken.size());
    if (fixing.edit.isEmpty())
        return emit hinted(tr("None of these fixes can be taken without bringing another problem."));
    m_document.push(tr("Fix %n problem(s)", nullptr, taken), fixing.edit);
    emit hinted(taken < problems.size() ? tr("Fixed %1 of %2; the others would bring another problem.").arg(taken).arg(problems.size())
                                        : tr("Fixed %n problem(s).", nullptr, taken));
}

} // namespace baton
