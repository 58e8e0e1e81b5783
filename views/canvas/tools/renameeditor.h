// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLineEdit>

namespace baton {

/// A line over a node to type its title into. Return or leaving it keeps what was typed, Escape does not; either way it
/// goes away.
class RenameEditor : public QLineEdit
{
    Q_OBJECT

public:
    RenameEditor(const QString &title, QWidget *parent);

    void cancel();

signals:
    void renamed(const QString &title);
    void closed();

protected:
    bool event(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void finish(bool keeps);

    bool m_isDone = false;
};

} // namespace baton
