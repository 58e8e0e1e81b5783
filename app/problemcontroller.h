// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/rules/rules.h"
#include "views/editing/document.h"

#include <QObject>

namespace baton {

/// What is wrong with the open document, by the rules and by the reader of its file; and the fixes, as undoable edits.
class ProblemController : public QObject
{
    Q_OBJECT

public:
    explicit ProblemController(Document &document, QObject *parent = nullptr);

    const QList<Problem> &problems() const { return m_problems; }
    int errorCount() const;
    int warningCount() const;

    void applyFix(const Problem &problem, const QuickFix &fix);
    /// The fix \a fixId of each of these as one undoable edit.
    void applyFixes(const QList<Problem> &problems, const QString &fixId);

signals:
    void problemsChanged();
    void hinted(const QString &sentence);

private:
    void gather();
    void lookAtFiles();

    Document &m_document;
    Checker m_checker;
    QList<Problem> m_problems;
    QString m_root; ///< Whose files the checker knows, or is about to.
};

} // namespace baton
