// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/tools/renameeditor.h"

#include <QKeyEvent>

namespace baton {

RenameEditor::RenameEditor(const QString &title, QWidget *parent)
    : QLineEdit(title, parent)
{
    setAccessibleName(tr("Title"));
    selectAll();
    connect(this, &QLineEdit::returnPressed, this, [this] { finish(true); });
}

void RenameEditor::cancel()
{
    finish(false);
}

bool RenameEditor::event(QEvent *event)
{
    // Escape must not reach a dialog or the window's actions.
    const auto isEscape = [&] { return static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape; };
    if (event->type() == QEvent::ShortcutOverride && isEscape()) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && isEscape()) {
        cancel();
        return true;
    }
    return QLineEdit::event(event);
}

void RenameEditor::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        finish(true);
}

void RenameEditor::finish(bool keeps)
{
    if (m_isDone)
        return;
    m_isDone = true;
    if (keeps)
        emit renamed(text().trimmed());
    emit closed();
    deleteLater();
}

} // namespace baton
