// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/widgets/segmentedcontrol.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace baton {

SegmentedControl::SegmentedControl(const QString &accessibleName, QWidget *parent)
    : QFrame(parent)
    , m_buttons(new QButtonGroup(this))
{
    setProperty("look", u"segments"_s);
    setAccessibleName(accessibleName);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    m_buttons->setExclusive(true);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked)
            emit currentChanged(id);
    });
}

void SegmentedControl::addSegment(const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setToolTip(toolTip);
    button->setCheckable(true);
    const int id = int(m_buttons->buttons().size());
    m_buttons->addButton(button, id);
    layout()->addWidget(button);
    if (id == 0)
        button->setChecked(true);
}

int SegmentedControl::current() const
{
    return m_buttons->checkedId();
}

void SegmentedControl::setCurrent(int index)
{
    if (QAbstractButton *button = m_buttons->button(index))
        button->setChecked(true);
}

void SegmentedControl::setSegmentEnabled(int index, bool enabled, const QString &toolTip)
{
    if (QAbstractButton *button = m_buttons->button(index)) {
        button->setEnabled(enabled);
        button->setToolTip(toolTip);
    }
}

QList<QAbstractButton *> SegmentedControl::segments() const
{
    return m_buttons->buttons();
}

} // namespace baton
