// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/toolstrip.h"

#include "model/run/taskexecutor.h"
#include "views/style/icons.h"
#include "views/widgets/segmentedcontrol.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int fieldWidth = 340;
constexpr int clusterSegment = 3;

/// A button that shows an action but keeps its own words ("+ Task" for "Insert task").
void follow(QToolButton *button, QAction *action)
{
    const auto update = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
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
    , m_row(new QHBoxLayout(this))
    , m_mode(new SegmentedControl(tr("Where to run")))
{
    setProperty("look", u"bar"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_row->setContentsMargins(12, 8, 12, 8);
    m_row->setSpacing(8);
    addButton(actions[u"edit.undo"_s], "flat");
    addButton(actions[u"edit.redo"_s], "flat");
    addButton(actions[u"insert.task"_s], nullptr, tr("+ Task"), ModesAsMenu);
    addButton(actions[u"insert.gate"_s], nullptr, tr("+ Gate"), ModesAsMenu);
    addButton(actions[u"insert.phase"_s], nullptr, tr("+ Phase"), ModesAsMenu);
    QToolButton *arrange = addButton(actions[u"arrange.all"_s], "flat", tr("Arrange"), ModesAsMenu);
    arrange->setIcon(themedIcon(u"arrange"_s));
    arrange->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more = new QToolButton;
    m_more->setText(u"»"_s);
    m_more->setAccessibleName(tr("More tools"));
    m_more->setToolTip(tr("More tools"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_more);
    menu->addActions({actions[u"insert.task"_s], actions[u"insert.gate"_s], actions[u"insert.phase"_s]});
    menu->addSeparator();
    menu->addAction(actions[u"arrange.all"_s]);
    m_more->setMenu(menu);
    add(m_more, ToolsInMenu, ToolsInMenu);
    addField(actions[u"view.palette"_s]);
    addModes(actions[u"run.whole-plan"_s]);
    constexpr int gap = 4;
    m_row->addSpacing(gap);
    m_gaps = gap;
    addButton(actions[u"run.pause"_s]);
    addButton(actions[u"run.step"_s]);
    addButton(actions[u"run.stop"_s]);
    QToolButton *run = addButton(actions[u"run.start"_s], "primary", tr("Run", "verb"));
    run->setIcon(themedIcon(u"run"_s, IconInk::Accent));
    run->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fitIn();
}

void ToolStrip::addField(QAction *palette)
{
    m_row->addStretch(1);
    m_field = new QToolButton;
    m_field->setProperty("look", u"field"_s);
    m_field->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_field->setText(tr("Search or run a command…   %1").arg(palette->shortcut().toString(QKeySequence::NativeText)));
    m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    follow(m_field, palette);
    add(m_field, Everything, Everything, palette, 4);
    auto *button = new QToolButton;
    button->setProperty("look", u"flat"_s);
    button->setIcon(themedIcon(u"search"_s));
    button->setIconSize({17, 17});
    follow(button, palette);
    add(button, FieldAsButton, ToolsInMenu, palette);
    m_row->addStretch(1);
}

void ToolStrip::addModes(QAction *wholePlan)
{
    m_mode->addSegment(tr("Simulate"), tr("Pretend: nothing is started, time is virtual."));
    m_mode->addSegment(tr("As planned"), tr("Each task runs where its executor, or its persona's, says."));
    m_mode->addSegment(tr("This machine"), tr("As planned, but cluster jobs run here too, as processes."));
    m_mode->addSegment(tr("Cluster"), tr("As planned, but commands go to the Slurm cluster too, as jobs. Agents, endpoints and people stay here."));
    if (!hasExecutor(u"slurm"_s))
        m_mode->setSegmentEnabled(clusterSegment, false, tr("Running on a Slurm cluster is not available yet."));
    add(m_mode, Everything, FieldAsButton);
    m_modeMenu = new QToolButton;
    m_modeMenu->setIcon(themedIcon(u"chevron-down"_s, IconInk::Mute));
    m_modeMenu->setIconSize({12, 12});
    m_modeMenu->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_modeMenu->setPopupMode(QToolButton::InstantPopup);
    m_modeMenu->setMenu(new QMenu(m_modeMenu));
    connect(m_modeMenu->menu(), &QMenu::aboutToShow, this, &ToolStrip::fillModeMenu);
    add(m_modeMenu, ModesAsMenu, ToolsInMenu);
    m_wholePlan = addButton(wholePlan, "toggle", tr("Whole plan"));
    connect(m_mode, &SegmentedControl::currentChanged, this, &ToolStrip::showMode);
    showMode();
}

void ToolStrip::fillModeMenu()
{
    QMenu *menu = m_modeMenu->menu();
    menu->clear();
    menu->setToolTipsVisible(true);
    const QList<QAbstractButton *> segments = m_mode->segments();
    for (qsizetype i = 0; i < segments.size(); ++i) {
        QAction *action = menu->addAction(segments.at(i)->text(), this, [this, i] { m_mode->setCurrent(int(i)); });
        action->setCheckable(true);
        action->setChecked(m_mode->current() == i);
        action->setEnabled(segments.at(i)->isEnabled());
        action->setToolTip(segments.at(i)->toolTip());
    }
}

void ToolStrip::showMode()
{
    const QAbstractButton *current = m_mode->segments().value(m_mode->current());
    m_modeMenu->setText(current ? current->text() : QString());
    m_modeMenu->setToolTip(current ? current->toolTip() : QString());
    m_modeMenu->setAccessibleName(tr("Where to run: %1").arg(m_modeMenu->text()));
    fitIn();
}

QToolButton *ToolStrip::addButton(QAction *action, const char *look, const QString &text, Form last)
{
    auto *button = new QToolButton;
    if (look)
        button->setProperty("look", QString::fromLatin1(look));
    if (text.isEmpty())
        button->setIcon(action->icon());
    else
        button->setText(text);
    button->setIconSize({17, 17});
    follow(button, action);
    add(button, Everything, last, action);
    return button;
}

void ToolStrip::add(QWidget *widget, Form first, Form last, QAction *action, int stretch)
{
    m_row->addWidget(widget, stretch);
    m_parts.append({widget, action, first, last});
    if (action)
        connect(action, &QAction::changed, this, &ToolStrip::fitIn);
}

bool ToolStrip::isShown(const Part &part, Form form) const
{
    if (form < part.first || form > part.last)
        return false;
    return (!part.action || part.action->isVisible()) && (part.widget != m_wholePlan || m_mode->current() == clusterSegment);
}

int ToolStrip::widthOf(Form form) const
{
    int width = m_row->contentsMargins().left() + m_row->contentsMargins().right() + m_gaps - m_row->spacing();
    for (const Part &part : m_parts) {
        if (isShown(part, form))
            width += part.widget->sizeHint().width() + m_row->spacing();
    }
    return width;
}

/// The roomiest form that fits.
void ToolStrip::fitIn()
{
    Form form = Everything;
    while (form < ToolsInMenu && widthOf(form) > width())
        form = Form(form + 1);
    // Its words are never cut: without the room for them it is a button.
    m_field->setMinimumWidth(m_field->sizeHint().width());
    m_field->setMaximumWidth(qMax(fieldWidth, m_field->sizeHint().width()));
    for (const Part &part : std::as_const(m_parts))
        part.widget->setVisible(isShown(part, form));
}

QSize ToolStrip::minimumSizeHint() const
{
    return {widthOf(ToolsInMenu), QWidget::minimumSizeHint().height()};
}

void ToolStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitIn();
}

void ToolStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        fitIn();
}

} // namespace baton
