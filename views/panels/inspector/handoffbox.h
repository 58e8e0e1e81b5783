// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"
#include "model/workflow/contents.h"
#include "views/style/theme.h"

#include <QFrame>

class QLabel;

namespace baton {

/// What a task gets from those before it and hands on to those behind it: files, with those that a run has verified, and
/// what was promised about them. Each other task is a link.
class HandOffBox : public QFrame
{
    Q_OBJECT

public:
    explicit HandOffBox(Theme &theme, QWidget *parent = nullptr);

    /// Hides itself where nothing is handed over. Plan and state are of the run that is shown, or null.
    void show(const Contents &contents, const IdIndex &ids, NodeKey task, const RunPlan *plan, const RunState *state);
    QString plainText() const;

signals:
    void chosen(const QString &task);

private:
    Theme &m_theme;
    QLabel *m_text;
};

} // namespace baton
