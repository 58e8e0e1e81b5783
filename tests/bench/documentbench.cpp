// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/bench.h"

#include "app/filecontroller.h"
#include "app/mainwindow.h"
#include "app/problemcontroller.h"
#include "app/settings.h"
#include "app/workspace.h"
#include "model/layout/layout.h"
#include "model/storage/reader.h"
#include "model/storage/writer.h"
#include "model/workflow/workflow.h"
#include "tests/support/plans.h"
#include "views/canvas/planview.h"
#include "views/style/theme.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace baton::bench {

namespace {

constexpr int tasks = 10000;
constexpr int needs = 15000;

/// A plan as people keep one: its cards were placed before.
Contents largePlan()
{
    Workflow workflow(test::randomPlan(tasks, needs, 1));
    workflow.apply(arranging(workflow.contents()));
    return workflow.contents();
}

/// Tells when the view has been painted for the first time with something in it.
class FirstFrame : public QObject
{
public:
    explicit FirstFrame(PlanView &view)
        : m_view(view)
    {
        view.viewport()->installEventFilter(this);
    }
    bool isPainted() const { return m_isPainted; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_view.document().workflow().contents().tasks.isEmpty())
            m_isPainted = true;
        return QObject::eventFilter(watched, event);
    }

private:
    PlanView &m_view;
    bool m_isPainted = false;
};

/// From asking for the file to the first painted frame of the real main window, which is there already.
Row openRow(const QString &path)
{
    constexpr int runs = 7;
    QList<double> times;
    for (int run = -1; run < runs; ++run) {
        Settings settings(path + u".settings"_s); // none of the user's
        Theme theme;
        MainWindow window(settings, theme);
        window.resize(1680, 1050);
        window.show();
        QCoreApplication::processEvents();
        FirstFrame frame(*window.workspace().canvas());
        QElapsedTimer timer;
        timer.start();
        window.files().open(path);
        while (!frame.isPainted() && timer.elapsed() < 10'000)
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 1);
        if (run >= 0)
            times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    return rowOf(u"open_yaml_10000"_s, times);
}

/// Edits as people make them one after another in the real main window: from the edit until the window has nothing left
/// to do and has painted it.
QList<Row> editRows(const QString &path)
{
    Settings settings(path + u".settings"_s);
    Theme theme;
    MainWindow window(settings, theme);
    window.resize(1680, 1050);
    window.show();
    QCoreApplication::processEvents();
    FirstFrame frame(*window.workspace().canvas());
    window.files().open(path);
    while (!frame.isPainted() || window.problems().isChecking())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 1);
    const Contents &now = window.document().workflow().contents();
    const auto timed = [&](const QString &name, const std::function<Edit(int)> &make) {
        QList<double> times;
        for (int n = -1; n < 30; ++n) {
            const Edit edit = make(n + 1);
            QElapsedTimer timer;
            timer.start();
            window.document().push(name, edit);
            QCoreApplication::processEvents();
            if (n >= 0)
                times.append(double(timer.nsecsElapsed()) / 1e6);
        }
        return rowOf(name, times);
    };
    const auto at = [&](int n) { return now.tasks.keyAt(500 + n * 37); };
    QList<Row> rows{
        timed(u"window_edit_title_10000"_s, [&](int n) { return Edit{}.set(at(n), Field::Title, u"Another title %1"_s.arg(n)); }),
        timed(u"window_edit_persona_10000"_s,
              [&](int n) { return Edit{}.set(at(n), Field::Persona, QStringList{u"persona-%1"_s.arg(n % 12)}); }),
        timed(u"window_edit_need_10000"_s, [&](int n) {
            const NodeKey key = at(n);
            return Edit{}.set(key, Field::Needs, now.task(key)->needs + QList<Need>{test::need(now.tasks.at(500 + n * 37 - 41).id)});
        }),
        timed(u"window_edit_move_10000"_s,
              [&](int n) { return Edit{}.set(at(n), Field::Position, std::optional(QPointF(100 + 7 * n, 60 + 11 * n))); }),
        timed(u"window_edit_add_task_10000"_s,
              [&](int n) {
                  Task task;
                  task.id = u"added-%1"_s.arg(n);
                  task.phase = now.tasks.at(500 + n * 37).phase;
                  task.position = QPointF(300 + 9 * n, 90 + 13 * n);
                  task.needs = {test::need(now.tasks.at(500 + n * 37 - 41).id)};
                  return Edit{}.insert(task);
              }),
        timed(u"window_edit_remove_task_10000"_s,
              [&](int n) { return window.document().workflow().removing({at(n)}); })};
    return rows;
}

} // namespace

QList<Row> openRows()
{
    const QByteArray text = writeWorkflow(largePlan(), nullptr, FileKind::Yaml);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"large.baton.yaml"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {};
    file.close();

    QList<Row> rows = QList<Row>{openRow(path)} + editRows(path);
    rows.append(measure(u"read_yaml_10000"_s, 9, [&] { readWorkflow(text, FileKind::Yaml); }));
    const Loaded loaded = readWorkflow(text, FileKind::Yaml);
    Workflow workflow(loaded.contents);
    workflow.apply(Edit{}.set(workflow.contents().tasks.keyAt(tasks / 2), Field::Title, u"Another title"_s));
    rows.append(measure(u"save_yaml_10000"_s, 9,
                        [&] { writeWorkflow(workflow.contents(), loaded.source.get(), FileKind::Yaml); }));
    return rows;
}

} // namespace baton::bench
