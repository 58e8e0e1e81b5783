// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/rules/checker.h"
#include "model/rules/suppression.h"
#include "views/editing/document.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

namespace baton {

/// What is wrong with the open document, by the rules and by the reader of its file; and the fixes, as undoable edits.
class ProblemController : public QObject
{
    Q_OBJECT

public:
    explicit ProblemController(Document &document, QObject *parent = nullptr);

    const QList<Problem> &problems() const { return m_problems; }
    /// What the plan has set aside; empty while nobody wants it.
    const QList<SuppressedProblem> &suppressed() const { return m_suppressed; }
    void setSuppressedWanted(bool wanted);
    /// A large plan is being checked; the problems are the last known ones.
    bool isChecking() const { return m_checker.isChecking(); }
    int errorCount() const;
    int warningCount() const;

    void applyFix(const Problem &problem, const QuickFix &fix);
    /// The fix \a fixId of each of these as one undoable edit.
    void applyFixes(const QList<Problem> &problems, const QString &fixId);

signals:
    void problemsChanged();
    void suppressedChanged();
    void checkingChanged();
    void hinted(const QString &sentence);

private:
    void gather();
    void lookAtFiles();
    void lookAside();

    Document &m_document;
    Checker m_checker;
    QList<Problem> m_problems;
    bool m_suppressedWanted = false;
    QList<SuppressedProblem> m_suppressed;
    QTimer m_asideTimer; ///< A moment after the last edit: it takes two full checks.
    QFutureWatcher<QList<SuppressedProblem>> m_aside;
    QString m_root; ///< Whose files the checker knows, or is about to.
};

} // namespace baton
