// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/filecontroller.h"
#include "app/runcontroller.h"
#include "app/workspace.h"
#include "model/run/journal.h"
#include "model/run/runrecord.h"
#include "tests/app/windowdriver.h"
#include "views/canvas/planview.h"
#include "views/dialogs/branchesdialog.h"
#include "views/panels/changespanel.h"
#include "views/panels/inspectorpanel.h"
#include "views/panels/runpanel.h"
#include "views/panels/timelineview.h"
#include "views/widgets/noticebar.h"
#include "views/widgets/noticebar.h"

#include <QListWidget>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace baton;
using baton::test::WindowDriver;

/// What the window shows of runs that were on branches, and of long ones.
class TestRunShown : public QObject
{
    Q_OBJECT

private slots:
    void whatATaskChangedOnItsBranchIsShownAsADiff();
    void aLongRunIsReadBesideTheWindow();
    void aTornJournalIsSaid();
};

void TestRunShown::whatATaskChangedOnItsBranchIsShownAsADiff()
{
    if (QStandardPaths::findExecutable(u"git"_s).isEmpty())
        QSKIP("git is not installed");
    WindowDriver driver;
    const auto git = [&driver](const QStringList &arguments) {
        QProcess process;
        process.setWorkingDirectory(driver.folder.path());
        process.start(u"git"_s, QStringList{u"-c"_s, u"user.name=Ann"_s, u"-c"_s, u"user.email=ann@example.org"_s} + arguments);
        process.waitForFinished();
        return process.exitCode() == 0;
    };
    driver.write(u"a.txt"_s, "first\n");
    const QString file = driver.write(u"branch.baton.yaml"_s,
                                      "baton: 1\nname: Branch\nsettings: {workspace: worktree}\npersonas: [{id: hand}]\n"
                                      "tasks:\n"
                                      "  - {id: change, persona: hand, executor: {type: shell, command: \"echo second >> a.txt\"}}\n");
    QVERIFY(git({u"init"_s, u"-q"_s}) && git({u"add"_s, u"a.txt"_s, u"branch.baton.yaml"_s}) && git({u"commit"_s, u"-q"_s, u"-m"_s, u"start"_s}));
    driver.window.files().open(file);
    RunController &runs = driver.window.runs();
    runs.setMode(RunMode::Plan);
    runs.setTrusted(true);
    driver.trigger(u"run.start"_s);
    // The branches are shown first, and nothing runs before somebody agrees.
    auto *question = driver.window.findChild<BranchesDialog *>();
    QVERIFY(question && !runs.record());
    QCOMPARE(question->list()->topLevelItemCount(), 1);
    const QTreeWidgetItem *branch = question->list()->topLevelItem(0);
    QCOMPARE(branch->text(0), u"change"_s);
    QCOMPARE(branch->text(1), u"baton/RUN/change"_s);
    QCOMPARE(branch->text(2), u"begins where the repository stands"_s);
    QCOMPARE(branch->text(3), u".baton/runs/RUN/worktrees/change"_s);
    driver.picture(u"branches"_s, question);
    question->reject();
    QVERIFY(!runs.record());
    driver.trigger(u"run.start"_s);
    QTRY_VERIFY((question = driver.window.findChild<BranchesDialog *>()) && question->isVisible());
    question->accept();
    driver.window.activateWindow();
    QTRY_VERIFY_WITH_TIMEOUT(runs.record() && runs.record()->state().status == RunStatus::Complete, 20'000);
    driver.window.document().selection().set(driver.key(u"change"_s));
    auto *button = driver.window.workspace().inspector()->findChild<QPushButton *>(u"changes"_s);
    QTRY_VERIFY(button && button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    auto *panel = driver.window.findChild<ChangesPanel *>();
    QCOMPARE(driver.window.workspace().tabs()->currentWidget(), panel);
    QVERIFY(panel->isVisible() && panel->isAncestorOf(QApplication::focusWidget()));
    QTRY_COMPARE(panel->findChild<QListWidget *>()->count(), 1);
    QVERIFY(panel->findChild<QPlainTextEdit *>()->toPlainText().contains(u"\n+second"_s));
    QCOMPARE(WindowDriver::read(driver.folder.filePath(u"a.txt"_s)), QByteArray("first\n")); // The checkout is the user's.
    driver.picture(u"changes"_s);
}

void TestRunShown::aLongRunIsReadBesideTheWindow()
{
    constexpr int tasks = 300;
    constexpr int reports = 150; // Of each task: more than four megabytes of journal.
    WindowDriver driver;
    const QString run = driver.folder.filePath(u"long"_s);
    QVERIFY(QDir().mkpath(run));
    QByteArray plan = "baton: 1\nname: Long\npersonas: [{id: a}]\ntasks:\n";
    for (int i = 0; i < tasks; ++i)
        plan += "  - {id: t" + QByteArray::number(i) + ", persona: a, executor: {type: simulate}}\n";
    driver.write(u"long/workflow.baton.yaml"_s, plan);
    QByteArray journal;
    qint64 seq = 0;
    const auto happen = [&](EventType type, const QString &subject, const QJsonObject &data = {}) {
        ++seq;
        journal += toJournalLine({seq, 1'700'000'000'000 + seq * 10, subject, type, data});
    };
    happen(EventType::RunStarted, u"long"_s, {{u"simulate"_s, true}, {u"max_concurrent"_s, 0}});
    for (int i = 0; i < tasks; ++i) {
        const QString task = u"t%1"_s.arg(i);
        happen(EventType::WorkerReady, task);
        happen(EventType::WorkerStarted, task, {{u"attempt"_s, 1}});
        happen(EventType::WorkerActive, task);
        for (int k = 0; k < reports; ++k)
            happen(EventType::WorkerUsage, task, {{u"input_tokens"_s, 10}});
        happen(EventType::WorkerComplete, task);
    }
    happen(EventType::RunFinished, u"long"_s, {{u"state"_s, u"COMPLETE"_s}});
    driver.write(u"long/events.jsonl"_s, journal);
    QVERIFY(journal.size() > 4 * 1024 * 1024);

    RunController &runs = driver.window.runs();
    driver.window.openRun(run);
    QVERIFY(!runs.record()); // The window goes on meanwhile.
    QTRY_VERIFY_WITH_TIMEOUT(runs.record(), 30'000);
    QCOMPARE(runs.record()->last(), seq);
    QCOMPARE(runs.record()->state().refusedEvents, 0);
    QCOMPARE(driver.canvas().shownState(driver.key(u"t299"_s)), u"COMPLETE"_s);
    TimelineView *timeline = driver.window.workspace().run()->timelineView();
    QTest::mouseClick(timeline->viewport(), Qt::LeftButton, {}, {timeline->xOfCursor() / 2, 4});
    QTRY_VERIFY(!runs.record()->isLive());
    // It is followed in this thread like any other.
    runs.record()->goLive();
    QFile file(run + u"/events.jsonl"_s);
    QVERIFY(file.open(QIODevice::Append));
    file.write(toJournalLine({seq + 1, 1'700'000'000'000 + seq * 10 + 10, u"long"_s, EventType::RunResumed, {}}));
    file.close();
    QTRY_COMPARE(runs.record()->last(), seq + 1);
}

void TestRunShown::aTornJournalIsSaid()
{
    WindowDriver driver;
    const QString run = driver.folder.filePath(u"torn"_s);
    QVERIFY(QDir().mkpath(run));
    driver.write(u"torn/workflow.baton.yaml"_s, "baton: 1\nname: Torn\npersonas: [{id: a}]\ntasks:\n  - {id: t, persona: a, executor: {type: simulate}}\n");
    const QByteArray line = toJournalLine({1, 1'700'000'000'000, u"torn"_s, EventType::RunStarted, {{u"simulate"_s, true}}});
    driver.write(u"torn/events.jsonl"_s, line + line.first(20));
    driver.window.openRun(run);
    QTRY_VERIFY(driver.window.runs().record());
    QVERIFY(driver.window.notices().textOf(u"journal"_s).contains(u"cut off"_s));
    driver.write(u"torn/events.jsonl"_s, line);
    driver.window.openRun(run);
    QTRY_VERIFY(!driver.window.notices().shows(u"journal"_s));
}

QTEST_MAIN(TestRunShown)
#include "tst_runshown.moc"
