// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/worktrees/changes.h"
#include "views/style/theme.h"

#include <QDialog>

class QListWidget;
class QPlainTextEdit;

namespace baton {

/// What a task did on its branch: the files it changed, and the diff; a file that is picked is scrolled to.
class ChangesDialog : public QDialog
{
    Q_OBJECT

public:
    ChangesDialog(const Theme &theme, const QString &task, const TaskChanges &changes, QWidget *parent = nullptr);

    QListWidget *files() const { return m_files; }
    QPlainTextEdit *diff() const { return m_diff; }

private:
    void showFile(const QString &path);

    QListWidget *m_files;
    QPlainTextEdit *m_diff;
};

} // namespace baton
