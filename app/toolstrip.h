// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/actionlist.h"

#include <QWidget>

class QToolButton;

namespace baton {

class SegmentedControl;

/// The row under the menus: undo, insert, arrange; the command field; how to run, pause, step, stop, Run.
class ToolStrip : public QWidget
{
    Q_OBJECT

public:
    ToolStrip(const ActionList &actions, QWidget *parent = nullptr);

    SegmentedControl *mode() const { return m_mode; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *addButton(QAction *action, const char *look = nullptr, const QString &text = {});

    QToolButton *m_commandField;
    SegmentedControl *m_mode;
    QToolButton *m_wholePlan; ///< Shown where everything goes to the cluster.
};

} // namespace baton
