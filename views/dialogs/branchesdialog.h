// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialog>
#include <QStringList>

class QCheckBox;
class QTreeWidget;

namespace baton {

/// The branch of one task as the question shows it.
struct ShownBranch
{
    QString task;
    QString branch;
    QString begins; ///< Where the repository stands, or on what it builds.
    QString folder; ///< Of its worktree.
};

/// Shows before a run on which branch, in which folder and on what each task works, and in which order they are merged.
/// Opened with open(), so nothing waits for it; accepted means: begin the run.
class BranchesDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a repository: the folder that is checked out; \a commit: where it stands.
    BranchesDialog(const QString &repository, const QString &commit, const QList<ShownBranch> &branches, QWidget *parent = nullptr);

    QTreeWidget *list() const { return m_list; }
    /// Whether the question is to be left out from now on.
    bool isLastTime() const;

private:
    QTreeWidget *m_list;
    QCheckBox *m_last;
};

} // namespace baton
