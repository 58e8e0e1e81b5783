// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/menubar.h"

#include "views/editing/inserting.h"
#include "views/style/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace baton {

MenuBar::MenuBar(const ActionList &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_bar(new QMenuBar)
    , m_recent(new QMenu(tr("Open &recent")))
    , m_title(new QLabel)
{
    setProperty("look", u"bar"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 1, 14, 1);
    layout->setSpacing(8);
    auto *name = new QLabel(tr("Baton"));
    name->setProperty("look", u"name"_s);
    layout->addWidget(name);
    m_bar->setNativeMenuBar(false);
    layout->addWidget(m_bar, 2);
    m_title->setProperty("look", u"mute"_s);
    layout->addWidget(m_title);
    layout->addStretch(2);

    QMenu *file = addMenu(tr("&File"), {u"file.new"_s, u"file.new-from-template"_s, u"file.open"_s, u"-"_s,
                                        u"file.save"_s, u"file.save-as"_s, u"-"_s, u"file.import"_s,
                                        u"file.export-yaml"_s, u"file.export-json"_s, u"file.export-picture"_s, u"-"_s,
                                        u"file.open-run"_s, u"-"_s, u"view.settings"_s, u"file.close"_s,
                                        u"file.quit"_s});
    m_recent->setIcon(themedIcon(u"recent"_s));
    file->insertMenu(m_actions[u"file.save"_s], m_recent);
    addMenu(tr("&Edit"), {u"edit.undo"_s, u"edit.redo"_s, u"-"_s, u"edit.cut"_s, u"edit.copy"_s, u"edit.paste"_s,
                          u"edit.duplicate"_s, u"edit.delete"_s, u"-"_s, u"edit.rename"_s, u"edit.close-phase"_s,
                          u"-"_s, u"edit.select-all"_s, u"edit.select-none"_s});
    addMenu(tr("&View"), {u"view.palette"_s, u"-"_s, u"view.zoom-in"_s, u"view.zoom-out"_s, u"view.zoom-actual"_s,
                          u"view.zoom-fit"_s, u"view.show-selected"_s, u"-"_s, u"view.panel-library"_s,
                          u"view.panel-inspector"_s, u"view.panel-bottom"_s, u"view.panel-minimap"_s, u"-"_s,
                          u"view.theme-system"_s, u"view.theme-light"_s, u"view.theme-dark"_s,
                          u"view.theme-contrast"_s, u"view.reduce-motion"_s});
    QStringList inserts{u"insert.which-pattern"_s, u"-"_s, u"insert.task"_s,     u"insert.gate"_s, u"insert.phase"_s,
                        u"insert.decision"_s, u"insert.note"_s, u"insert.persona"_s, u"-"_s};
    for (Pattern pattern : allPatterns)
        inserts.append(u"insert."_s + iconOf(pattern));
    addMenu(tr("&Insert"), inserts);
    addMenu(tr("&Arrange"), {u"arrange.all"_s});
    addMenu(tr("&Run"), {u"run.start"_s, u"run.pause"_s, u"run.step"_s, u"run.stop"_s, u"run.resume"_s, u"run.retry"_s, u"run.report"_s, u"run.release"_s,
                         u"-"_s, u"run.what-if"_s, u"-"_s, u"run.mode-simulate"_s, u"run.mode-plan"_s,
                         u"run.mode-machine"_s, u"run.mode-cluster"_s, u"run.whole-plan"_s, u"-"_s, u"run.fix-phase"_s});
    addMenu(tr("&Problems"), {u"view.problems"_s, u"view.preflight"_s, u"view.advice"_s, u"-"_s, u"problems.next"_s,
                              u"problems.previous"_s, u"-"_s, u"problems.fix"_s, u"problems.preview"_s, u"problems.menu"_s,
                              u"problems.fix-all"_s, u"problems.set-aside"_s, u"-"_s, u"problems.why"_s, u"view.rules"_s});
    addMenu(tr("&Help"), {u"help.rules"_s, u"help.shortcuts"_s, u"help.start-page"_s, u"help.about"_s});
}

QMenu *MenuBar::addMenu(const QString &title, const QStringList &names)
{
    QMenu *menu = m_bar->addMenu(title);
    for (const QString &name : names) {
        if (name == "-"_L1)
            menu->addSeparator();
        else
            menu->addAction(m_actions[name]);
    }
    return menu;
}

void MenuBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

} // namespace baton
