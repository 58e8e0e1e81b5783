// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/bench.h"

#include "app/filecontroller.h"
#include "app/mainwindow.h"
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

    QList<Row> rows{openRow(path)};
    rows.append(measure(u"read_yaml_10000"_s, 9, [&] { readWorkflow(text, FileKind::Yaml); }));
    const Loaded loaded = readWorkflow(text, FileKind::Yaml);
    Workflow workflow(loaded.contents);
    workflow.apply(Edit{}.set(workflow.contents().tasks.keyAt(tasks / 2), Field::Title, u"Another title"_s));
    rows.append(measure(u"save_yaml_10000"_s, 9,
                        [&] { writeWorkflow(workflow.contents(), loaded.source.get(), FileKind::Yaml); }));
    return rows;
}

} // namespace baton::bench
