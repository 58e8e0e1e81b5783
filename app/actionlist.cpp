// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/actionlist.h"

#include "views/style/icons.h"

#include <QApplication>
#include <QPointer>
#include <QWidget>

namespace baton {

QAction *ActionList::add(const Spec &spec, std::function<void()> act)
{
    auto *action = new QAction(spec.text, this);
    const bool usesPlan = spec.name.startsWith(QLatin1String("file.")) || spec.name.startsWith(QLatin1String("run."));
    connect(action, &QAction::triggered, this, [act = std::move(act), usesPlan] {
        if (usesPlan)
            finishTyping();
        act();
    });
    return add(spec, action);
}

QAction *ActionList::add(const Spec &spec, QAction *action)
{
    Q_ASSERT(!m_byName.contains(spec.name));
    action->setObjectName(spec.name);
    if (!spec.icon.isEmpty())
        action->setIcon(themedIcon(spec.icon));
    // A standard key has no keys on platforms that do not know it.
    QList<QKeySequence> shortcuts = spec.shortcuts;
    shortcuts.removeIf([](const QKeySequence &keys) { return keys.isEmpty(); });
    if (!shortcuts.isEmpty())
        action->setShortcuts(shortcuts);
    QString tip = spec.tip.isEmpty() ? QString(action->text()).remove(QLatin1Char('&')) : spec.tip;
    if (!action->shortcut().isEmpty())
        tip = tr("%1 (%2)").arg(tip, action->shortcut().toString(QKeySequence::NativeText));
    action->setToolTip(tip);
    m_actions.append(action);
    m_byName.insert(spec.name, action);
    return action;
}

void ActionList::finishTyping()
{
    const QPointer<QWidget> typing = QApplication::focusWidget();
    if (!typing)
        return;
    typing->clearFocus();
    if (typing)
        typing->setFocus(Qt::OtherFocusReason);
}

QAction *ActionList::operator[](const QString &name) const
{
    QAction *action = m_byName.value(name);
    Q_ASSERT(action);
    return action;
}

} // namespace baton
