// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/reasonbar.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace baton {

ReasonBar::ReasonBar(QWidget *parent)
    : QFrame(parent)
    , m_question(new QLabel(this))
    , m_line(new QLineEdit(this))
    , m_accept(new QPushButton(tr("Set aside"), this))
{
    setObjectName(u"reasonBar"_s);
    m_question->setTextFormat(Qt::PlainText);
    m_line->setPlaceholderText(tr("The reason, for whoever reads the plan next"));
    m_line->setAccessibleName(tr("Reason"));
    m_line->installEventFilter(this);
    m_accept->setProperty("look", u"primary"_s);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 6);
    layout->addWidget(m_question);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_accept);
    layout->addWidget(cancel);
    connect(m_line, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_accept->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_accept, &QPushButton::clicked, this, &ReasonBar::accept);
    connect(cancel, &QPushButton::clicked, this, &ReasonBar::close);
    hide();
}

void ReasonBar::ask(const QString &question)
{
    m_question->setText(question);
    m_line->setAccessibleDescription(question);
    m_line->clear();
    m_accept->setEnabled(false);
    show();
    m_line->setFocus(Qt::OtherFocusReason);
}

void ReasonBar::accept()
{
    const QString reason = m_line->text().trimmed();
    if (reason.isEmpty())
        return;
    close();
    emit given(reason);
}

void ReasonBar::close()
{
    hide();
    emit closed();
}

bool ReasonBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            close();
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            accept();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace baton
