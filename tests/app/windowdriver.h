// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/look.h"
#include "app/mainwindow.h"

#include <QTemporaryDir>

namespace baton::test {

/// The real main window on the offscreen display, with settings and files of its own, driven with real events.
class WindowDriver
{
public:
    WindowDriver();

    QTemporaryDir folder;
    Settings settings;
    Look look;
    MainWindow window;

    /// A template as a file of its own, opened.
    QString openTemplate(const QString &name);
    QString write(const QString &name, const QByteArray &text);
    static QByteArray read(const QString &path);

    PlanView &canvas();
    NodeKey key(const QString &id);
    const Task &task(const QString &id);
    QPoint centreOf(const QString &id);
    QPoint portOf(const QString &id, bool out);
    void drag(QPoint from, QPoint to);
    /// Drags a row of the library, by its text, to a place on the canvas.
    bool dropFromLibrary(const QString &text, QPoint place);
    void trigger(const QString &action) { window.actions()[action]->trigger(); }
    /// A picture in light and one in dark for whoever wants to look: in the folder that BATON_PICTURES names.
    /// Of the window, or of a dialog.
    void picture(const QString &name, QWidget *of = nullptr);
    /// Sentences of the problems with this rule.
    QStringList problems(const QString &rule);
};

} // namespace baton::test
