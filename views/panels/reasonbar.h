// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace baton {

/// Asks in one line why something is set aside. Enter takes the reason, Escape closes; without a reason there is nothing
/// to take.
class ReasonBar : public QFrame
{
    Q_OBJECT

public:
    explicit ReasonBar(QWidget *parent = nullptr);

    void ask(const QString &question);

signals:
    void given(const QString &reason);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void accept();
    void close();

    QLabel *m_question;
    QLineEdit *m_line;
    QPushButton *m_accept;
};

} // namespace baton
