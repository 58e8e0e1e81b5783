// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/actionlist.h"

#include <QWidget>

class QLabel;
class QMenu;
class QMenuBar;

namespace baton {

/// The top row: the program's name, the menus, the document's title.
class MenuBar : public QWidget
{
    Q_OBJECT

public:
    explicit MenuBar(const ActionList &actions, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// The menu of recent files; whoever knows them fills it.
    QMenu *recentMenu() const { return m_recent; }
    QMenuBar *bar() const { return m_bar; }

private:
    QMenu *addMenu(const QString &title, const QStringList &names);

    const ActionList &m_actions;
    QMenuBar *m_bar;
    QMenu *m_recent;
    QLabel *m_title;
};

} // namespace baton
