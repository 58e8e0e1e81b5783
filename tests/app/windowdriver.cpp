// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/windowdriver.h"

#include "app/filecontroller.h"
#include "app/problemcontroller.h"
#include "app/workspace.h"
#include "model/exchange/templates.h"
#include "views/canvas/planview.h"
#include "views/panels/librarypanel.h"

#include <QApplication>
#include <QDropEvent>
#include <QListView>
#include <QMimeData>
#include <QTest>

using namespace Qt::StringLiterals;

namespace baton::test {

WindowDriver::WindowDriver()
    : settings(folder.filePath(u"settings.ini"_s))
    , look(*qApp, settings)
    , window(settings, look.theme())
{
    look.overrideTheme(ThemeChoice::Light);
    settings.setMotion(MotionChoice::Reduced);
    window.resize(1680, 1050);
    window.show();
    if (!QTest::qWaitForWindowExposed(&window))
        qFatal("The window does not show.");
}

QString WindowDriver::write(const QString &name, const QByteArray &text)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("Could not write a file of the test.");
    return path;
}

QByteArray WindowDriver::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString WindowDriver::openTemplate(const QString &name)
{
    const Result<QByteArray> text = templateText(name);
    if (!text)
        qFatal("There is no such template.");
    const QString path = write(name + u".baton.yaml"_s, *text);
    window.files().open(path);
    QCoreApplication::processEvents();
    return path;
}

PlanView &WindowDriver::canvas()
{
    return *window.workspace().canvas();
}

NodeKey WindowDriver::key(const QString &id)
{
    return window.document().workflow().ids().step(id);
}

const Task &WindowDriver::task(const QString &id)
{
    return *window.document().workflow().task(key(id));
}

QPoint WindowDriver::centreOf(const QString &id)
{
    return canvas().toViewport(canvas().nodeRect(key(id)).center());
}

QPoint WindowDriver::portOf(const QString &id, bool out)
{
    return canvas().toViewport(canvas().portOf(key(id), out));
}

void WindowDriver::drag(QPoint from, QPoint to)
{
    QWidget *viewport = canvas().viewport();
    QTest::mousePress(viewport, Qt::LeftButton, Qt::NoModifier, from);
    constexpr int steps = 6;
    for (int i = 1; i <= steps; ++i) {
        // QTest::mouseMove says nothing of buttons.
        const QPointF at = from + QPointF(to - from) * i / steps;
        QMouseEvent move(QEvent::MouseMove, at, viewport->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &move);
        QCoreApplication::processEvents();
    }
    QTest::mouseRelease(viewport, Qt::LeftButton, Qt::NoModifier, to);
}

bool WindowDriver::dropFromLibrary(const QString &text, QPoint place)
{
    QAbstractItemModel *model = window.workspace().library()->list()->model();
    const QModelIndexList rows = model->match(model->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly);
    if (rows.isEmpty())
        return false;
    const std::unique_ptr<QMimeData> data(model->mimeData(rows));
    QWidget *viewport = canvas().viewport();
    QDragEnterEvent enter(place, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(viewport, &enter);
    QDragMoveEvent move(place, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(viewport, &move);
    QDropEvent drop(place, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(viewport, &drop);
    QCoreApplication::processEvents();
    return enter.isAccepted() && drop.isAccepted();
}

QStringList WindowDriver::problems(const QString &rule)
{
    QStringList sentences;
    for (const Problem &problem : window.problems().problems()) {
        if (problem.rule == rule)
            sentences.append(problem.message);
    }
    return sentences;
}

void WindowDriver::picture(const QString &name, QWidget *of)
{
    const QString to = qEnvironmentVariable("BATON_PICTURES");
    if (to.isEmpty())
        return;
    for (const auto &[shade, choice] : {std::pair(u"light"_s, ThemeChoice::Light), {u"dark"_s, ThemeChoice::Dark}}) {
        look.overrideTheme(choice);
        QTest::qWait(250);
        (of ? of : &window)->grab().save(u"%1/%2-%3.png"_s.arg(to, name, shade));
    }
    look.overrideTheme(ThemeChoice::Light);
    QCoreApplication::processEvents();
}

} // namespace baton::test
