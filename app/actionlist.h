// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QObject>

#include <functional>

namespace baton {

/// Everything the window can do, by name (`file.open`): menus, tool bar, command palette and the page of shortcuts
/// all show what is here.
class ActionList : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    struct Spec
    {
        QString name; ///< `file.open`; the action's objectName.
        QString text; ///< Translated, with a mnemonic.
        QList<QKeySequence> shortcuts = {};
        QString icon = {};
        QString tip = {}; ///< A sentence where the text alone does not say it.
    };

    QAction *add(const Spec &spec, std::function<void()> act);
    /// Takes in an action made elsewhere (undo and redo).
    QAction *add(const Spec &spec, QAction *action);

    /// Some fields take what is typed into them when the focus leaves them (an id, which others refer to): before the
    /// plan is saved or runs they do so now.
    static void finishTyping();

    QAction *operator[](const QString &name) const;
    const QList<QAction *> &all() const { return m_actions; }

private:
    QList<QAction *> m_actions;
    QHash<QString, QAction *> m_byName;
};

} // namespace baton
