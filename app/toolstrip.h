// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/actionlist.h"

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace baton {

class SegmentedControl;

/// The row under the menus: undo, insert, arrange; the command field; how to run, pause, step, stop, Run. Where it has
/// not the room for everything, the field becomes a button, the modes a menu, and what inserts goes into the menu "»".
class ToolStrip : public QWidget
{
    Q_OBJECT

public:
    ToolStrip(const ActionList &actions, QWidget *parent = nullptr);

    SegmentedControl *mode() const { return m_mode; }
    QToolButton *modeMenu() const { return m_modeMenu; } ///< Stands for mode() where that has no room.
    QToolButton *more() const { return m_more; }         ///< "»", where something is in it.
    /// That of the narrowest form, for the window to become that narrow.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// From roomy to narrow; each gives up a thing more.
    enum Form { Everything, FieldAsButton, ModesAsMenu, ToolsInMenu };

    struct Part
    {
        QWidget *widget;
        QAction *action; ///< Whose visibility counts; may be null.
        Form first;      ///< The forms that show it: from this
        Form last;       ///< to this.
    };

    QToolButton *addButton(QAction *action, const char *look = nullptr, const QString &text = {}, Form last = ToolsInMenu);
    void add(QWidget *widget, Form first, Form last, QAction *action = nullptr, int stretch = 0);
    void addField(QAction *palette);
    void addModes(QAction *wholePlan);
    void fillModeMenu();
    void showMode();
    bool isShown(const Part &part, Form form) const;
    int widthOf(Form form) const;
    void fitIn();

    QHBoxLayout *m_row;
    QList<Part> m_parts;
    QToolButton *m_field = nullptr;
    SegmentedControl *m_mode;
    QToolButton *m_modeMenu = nullptr;
    QToolButton *m_more = nullptr;
    QToolButton *m_wholePlan = nullptr; ///< Shown where everything goes to the cluster.
    int m_gaps = 0;                     ///< Pixels between groups, whatever the form.
};

} // namespace baton
