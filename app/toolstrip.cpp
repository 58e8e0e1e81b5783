// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/toolstrip.h"

#include "model/run/taskexecutor.h"
#include "views/style/icons.h"
#include "views/widgets/segmentedcontrol.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A button that shows an action but keeps its own words ("+ Task" for "Insert task").
void follow(QToolButton *button, QAction *action)
{
    const auto update = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
        button->setVisible(action->isVisible());
        button->setChecked(action->isChecked());
    };
    update();
    QObject::connect(action, &QAction::changed, button, update);
    QObject::connect(button, &QToolButton::clicked, action, &QAction::trigger);
    button->setCheckable(action->isCheckable());
    button->setAccessibleName(QString(action->text()).remove(u'&'));
}

} // namespace

ToolStrip::ToolStrip(const ActionList &actions, QWidget *parent)
    : QWidget(parent)
    , m_commandField(new QToolButton)
    , m_mode(new SegmentedControl(tr("Where to run")))
{
    setProperty("look", u"bar"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    addButton(actions[u"edit.undo"_s], "flat");
    addButton(actions[u"edit.redo"_s], "flat");
    addButton(actions[u"insert.task"_s], nullptr, tr("+ Task"));
    addButton(actions[u"insert.gate"_s], nullptr, tr("+ Gate"));
    addButton(actions[u"insert.phase"_s], nullptr, tr("+ Phase"));
    QToolButton *arrange = addButton(actions[u"arrange.all"_s], "flat", tr("Arrange"));
    arrange->setIcon(themedIcon(u"arrange"_s));
    arrange->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    layout->addStretch(1);
    m_commandField->setProperty("look", u"field"_s);
    m_commandField->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_commandField->setText(tr("Search or run a command…   %1")
                                .arg(actions[u"view.palette"_s]->shortcut().toString(QKeySequence::NativeText)));
    m_commandField->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_commandField->setMaximumWidth(340);
    m_commandField->setMinimumWidth(90);
    layout->addWidget(m_commandField, 4);
    follow(m_commandField, actions[u"view.palette"_s]);
    layout->addStretch(1);

    m_mode->addSegment(tr("Simulate"), tr("Pretend: nothing is started, time is virtual."));
    m_mode->addSegment(tr("As planned"), tr("Each task runs where its executor, or its persona's, says."));
    m_mode->addSegment(tr("This machine"), tr("As planned, but cluster jobs run here too, as processes."));
    m_mode->addSegment(tr("Cluster"), tr("As planned, but commands go to the Slurm cluster too, as jobs. Agents, endpoints and people stay here."));
    if (!hasExecutor(u"slurm"_s))
        m_mode->setSegmentEnabled(3, false, tr("Running on a Slurm cluster is not available yet."));
    layout->addWidget(m_mode);
    m_wholePlan = addButton(actions[u"run.whole-plan"_s], "toggle", tr("Whole plan"));
    const auto showWholePlan = [this](int segment) { m_wholePlan->setVisible(segment == 3); };
    connect(m_mode, &SegmentedControl::currentChanged, this, showWholePlan);
    connect(actions[u"run.whole-plan"_s], &QAction::changed, this, [this, showWholePlan] { showWholePlan(m_mode->current()); });
    showWholePlan(m_mode->current());
    layout->addSpacing(4);
    addButton(actions[u"run.pause"_s]);
    addButton(actions[u"run.step"_s]);
    addButton(actions[u"run.stop"_s]);
    QToolButton *run = addButton(actions[u"run.start"_s], "primary", tr("Run", "verb"));
    run->setIcon(themedIcon(u"run"_s, IconInk::Accent));
    run->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

QToolButton *ToolStrip::addButton(QAction *action, const char *look, const QString &text)
{
    auto *button = new QToolButton;
    if (look)
        button->setProperty("look", QString::fromLatin1(look));
    if (text.isEmpty())
        button->setIcon(action->icon());
    else
        button->setText(text);
    button->setIconSize({17, 17});
    layout()->addWidget(button);
    follow(button, action);
    return button;
}

void ToolStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The field gives way first where the window is narrow.
    m_commandField->setVisible(event->size().width() > 1110);
}

} // namespace baton
