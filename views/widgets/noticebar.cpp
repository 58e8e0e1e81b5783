// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/widgets/noticebar.h"

#include "views/style/icons.h"
#include "views/widgets/iconlabel.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int maxDetails = 8; ///< Lines; the rest is counted.

QString lookOf(NoticeBar::Kind kind)
{
    switch (kind) {
    case NoticeBar::Kind::News:
        return u"news"_s;
    case NoticeBar::Kind::Notice:
        return u"notice"_s;
    case NoticeBar::Kind::Failure:
        return u"failure"_s;
    }
    return {};
}

QIcon iconOf(NoticeBar::Kind kind)
{
    switch (kind) {
    case NoticeBar::Kind::News:
        return themedIcon(u"info"_s);
    case NoticeBar::Kind::Notice:
        return themedIcon(u"info"_s, IconInk::Warning);
    case NoticeBar::Kind::Failure:
        return themedIcon(u"error"_s, IconInk::Error);
    }
    return {};
}

} // namespace

NoticeBar::NoticeBar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

QFrame *NoticeBar::frameOf(const QString &topic) const
{
    return findChild<QFrame *>(topic, Qt::FindDirectChildrenOnly);
}

void NoticeBar::show(const QString &topic, Kind kind, const QString &sentence, const QList<Choice> &choices,
                     const QStringList &details)
{
    dismiss(topic);
    auto *frame = new QFrame(this);
    frame->setObjectName(topic);
    frame->setProperty("look", lookOf(kind));
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(14, 7, 10, 7);
    row->setSpacing(8);
    auto *icon = new IconLabel(iconOf(kind), 18);
    icon->setContentsMargins(0, 5, 0, 0); // Beside the first line, which is as high as the buttons.
    row->addWidget(icon, 0, Qt::AlignTop);

    QStringList lines{sentence};
    lines += details.mid(0, maxDetails);
    if (details.size() > maxDetails)
        lines += tr("… and %n more.", nullptr, int(details.size() - maxDetails));
    auto *label = new QLabel(lines.join(u'\n'));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(label, 1);

    for (const Choice &choice : choices) {
        auto *button = new QPushButton(choice.text);
        row->addWidget(button, 0, Qt::AlignTop);
        connect(button, &QPushButton::clicked, this, [this, topic, act = choice.act] {
            dismiss(topic);
            if (act)
                act();
        });
    }
    auto *close = new QToolButton;
    close->setProperty("look", u"flat"_s);
    close->setIcon(themedIcon(u"close"_s, IconInk::Mute));
    close->setToolTip(tr("Dismiss"));
    close->setAccessibleName(tr("Dismiss"));
    connect(close, &QToolButton::clicked, this, [this, topic] { dismiss(topic); });
    row->addWidget(close, 0, Qt::AlignTop);
    m_layout->addWidget(frame);

    QAccessibleEvent alert(frame, QAccessible::Alert);
    frame->setAccessibleName(lines.join(u' '));
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::dismiss(const QString &topic)
{
    if (QFrame *frame = frameOf(topic)) {
        if (frame->isAncestorOf(QApplication::focusWidget()))
            setFocus(); // Its proxy's, or it would go to whatever comes next in the window.
        frame->setObjectName({});
        frame->hide();
        frame->deleteLater();
    }
}

bool NoticeBar::shows(const QString &topic) const
{
    return frameOf(topic) != nullptr;
}

QString NoticeBar::textOf(const QString &topic) const
{
    const QFrame *frame = frameOf(topic);
    return frame ? frame->accessibleName() : QString();
}

} // namespace baton
