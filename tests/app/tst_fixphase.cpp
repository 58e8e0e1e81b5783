// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/filecontroller.h"
#include "app/fixcontroller.h"
#include "app/preflightcontroller.h"
#include "app/previewcontroller.h"
#include "app/runcontroller.h"
#include "app/workspace.h"
#include "model/run/runfolder.h"
#include "model/storage/writer.h"
#include "tests/app/windowdriver.h"
#include "tests/support/rundriver.h"
#include "views/panels/preflightpanel.h"
#include "views/panels/runpanel.h"
#include "views/widgets/noticebar.h"

#include <QDir>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace baton;
using baton::test::RunDriver;
using baton::test::WindowDriver;

/// What the window offers after a run has found something to mend, and the checklists beside it.
class TestFixPhase : public QObject
{
    Q_OBJECT

private slots:
    void aFailedGateOffersAFixPhaseThatIsPreviewedThenTakenAsOneStep();
    void anIssueLeadsToTheFixPhaseOfItsGate();
    void withoutARunThereIsNothingToFix();
    void theChecklistFollowsPlanAndRun();

private:
    static constexpr char plan[] = R"(baton: 1
name: Review
personas:
  - {id: dev, role: worker}
  - {id: qa, role: validator}
phases:
  - {id: work, title: Work}
tasks:
  - {id: build, title: Build, phase: work, persona: dev, kind: implement, deliverables: [src/**], executor: {type: shell, command: make}}
  - {id: check, title: Check, phase: work, persona: qa, kind: validate, validates: [build], evidence: [check.md], executor: {type: human}}
gates:
  - {id: done, title: Done, phase: work, criteria: [complete, approved]}
)";

    /// Opens a run in which the check has rejected the build for two reasons.
    static void openRejectedRun(WindowDriver &driver)
    {
        const Loaded loaded = readWorkflow(plan, FileKind::Yaml);
        RunDriver run(loaded.contents);
        run.start({.approve = ApproveMode::Ask});
        run.begin(u"build"_s);
        run.complete(u"build"_s);
        run.begin(u"check"_s);
        run.reject(u"check"_s,
                   {QJsonObject{{u"severity"_s, u"error"_s}, {u"task"_s, u"build"_s}, {u"where"_s, u"src/a.c:3"_s},
                                {u"what"_s, u"It leaks"_s}, {u"fix"_s, u"free it"_s}},
                    QJsonObject{{u"severity"_s, u"warning"_s}, {u"task"_s, u"build"_s}, {u"what"_s, u"It is slow"_s}}});
        NewRun made;
        made.file = driver.write(u"review.baton.yaml"_s, plan);
        made.bytes = plan;
        made.workflowName = loaded.contents.info.name;
        made.tasks = int(loaded.contents.tasks.size());
        made.now = run.now;
        const Result<RunFolder> folder = makeRunFolder(made);
        QVERIFY(folder.ok());
        QFile journal(folder->journalPath());
        QVERIFY(journal.open(QIODevice::Append));
        for (const Event &event : std::as_const(run.events))
            journal.write(toJournalLine(event));
        journal.close();
        driver.window.files().open(made.file);
        driver.window.openRun(folder->path());
        QVERIFY(driver.window.runs().record());
    }
    static NodeKey phase(WindowDriver &driver, const QString &id)
    {
        return driver.window.document().workflow().ids().phase(id);
    }
    static void keepPicture(WindowDriver &driver, const QString &name)
    {
        const QString folder = QStringLiteral(BATON_BINARY_DIR) + u"/pictures"_s;
        QDir().mkpath(folder);
        for (const auto &[choice, word] : {std::pair(ThemeChoice::Dark, u"-dark"_s), {ThemeChoice::Light, u"-light"_s}}) {
            driver.look.overrideTheme(choice);
            QCoreApplication::processEvents();
            QVERIFY(driver.window.grab().save(folder + u'/' + name + word + u".png"_s));
        }
    }
};

void TestFixPhase::aFailedGateOffersAFixPhaseThatIsPreviewedThenTakenAsOneStep()
{
    WindowDriver driver;
    openRejectedRun(driver);
    // A notice says so, and the gate's menu offers it.
    QVERIFY(driver.window.notices().shows(u"fix-done"_s));
    QVERIFY(driver.window.notices().textOf(u"fix-done"_s).contains(u"rejected"_s));
    driver.window.document().selection().set(driver.key(u"done"_s));
    QVERIFY(driver.window.actions()[u"run.fix-phase"_s]->isEnabled());
    keepPicture(driver, u"fix-offered"_s);

    driver.trigger(u"run.fix-phase"_s);
    QVERIFY(driver.window.preview().isShown());
    QCOMPARE(driver.window.document().undoStack().count(), 0);
    QVERIFY(phase(driver, u"fix-done-1"_s).isNull());
    keepPicture(driver, u"fix-previewed"_s);
    driver.window.preview().take();

    QCOMPARE(driver.window.document().undoStack().count(), 1);
    const Phase *fix = driver.window.document().workflow().phase(phase(driver, u"fix-done-1"_s));
    QVERIFY(fix);
    QCOMPARE(fix->fixes, u"done"_s);
    QVERIFY(fix->title.startsWith(u"Fix 1"_s));
    // One task an issue, by who did the work; then the validator once more, behind them.
    QCOMPARE(driver.task(u"fix-done-1-1"_s).persona(), u"dev"_s);
    QVERIFY(driver.task(u"fix-done-1-1"_s).description.contains(u"src/a.c:3"_s));
    QCOMPARE(driver.task(u"fix-done-1-2"_s).persona(), u"dev"_s);
    QCOMPARE(driver.task(u"check-2"_s).persona(), u"qa"_s);
    // The two write the same files: one after the other, and the verdict waits for the last.
    QCOMPARE(driver.task(u"fix-done-1-2"_s).needs.value(0).target, u"fix-done-1-1"_s);
    QCOMPARE(driver.task(u"check-2"_s).needs.size(), 1);
    QCOMPARE(driver.task(u"check-2"_s).needs.first().target, u"fix-done-1-2"_s);
    QVERIFY(!driver.window.notices().shows(u"fix-done"_s));

    driver.trigger(u"edit.undo"_s);
    QVERIFY(phase(driver, u"fix-done-1"_s).isNull());
    QVERIFY(driver.key(u"check-2"_s).isNull());
}

void TestFixPhase::anIssueLeadsToTheFixPhaseOfItsGate()
{
    WindowDriver driver;
    openRejectedRun(driver);
    RunPanel *panel = driver.window.workspace().run();
    QTest::mouseClick(panel->findChild<QToolButton *>(u"issues"_s), Qt::LeftButton);
    auto *button = panel->findChild<QToolButton *>(u"fix-phase"_s);
    QVERIFY(button->isVisible() && button->isEnabled());
    keepPicture(driver, u"fix-issues"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(driver.window.preview().isShown());
    driver.window.preview().dismiss();
    QCOMPARE(driver.window.document().undoStack().count(), 0);
}

void TestFixPhase::withoutARunThereIsNothingToFix()
{
    WindowDriver driver;
    driver.window.files().open(driver.write(u"review.baton.yaml"_s, plan));
    QVERIFY(!driver.window.actions()[u"run.fix-phase"_s]->isEnabled());
    QSignalSpy hints(&driver.window.fixes(), &FixController::hinted);
    driver.window.fixes().makeFixPhase(u"done"_s);
    QCOMPARE(hints.count(), 1);
    QVERIFY(!driver.window.preview().isShown());
}

void TestFixPhase::theChecklistFollowsPlanAndRun()
{
    WindowDriver driver;
    driver.openTemplate(u"standard-orchestration"_s);
    PreflightPanel *panel = driver.window.workspace().preflight();
    const auto stateOf = [&driver](const QString &id) {
        for (const PreflightItem &item : driver.window.preflight().items()) {
            if (item.id == id)
                return item.state;
        }
        return PreflightItem::State::NotAsked;
    };
    QTRY_COMPARE(stateOf(u"architecture"_s), PreflightItem::State::Planned);
    QCOMPARE(missingCount(driver.window.preflight().items()), 0);
    // Nobody may tick a line: it is the plan that changes it.
    driver.window.document().push(u"Remove"_s, driver.window.document().workflow().removing({driver.key(u"system-design"_s)}));
    QTRY_COMPARE(stateOf(u"architecture"_s), PreflightItem::State::Missing);
    driver.trigger(u"view.preflight"_s);
    QVERIFY(panel->isVisible());
    keepPicture(driver, u"preflight"_s);
    QTreeWidgetItem *row = panel->list()->topLevelItem(0)->child(0);
    panel->list()->setCurrentItem(row);
    QTest::keyClick(panel->list(), Qt::Key_Return); // Its fix.
    QTRY_VERIFY(stateOf(u"architecture"_s) != PreflightItem::State::Missing);
    driver.trigger(u"edit.undo"_s);
    driver.trigger(u"edit.undo"_s);
    QTRY_COMPARE(stateOf(u"architecture"_s), PreflightItem::State::Planned);
    // A simulation proves nothing, and says so.
    driver.window.runs().setSpeed(1e6);
    driver.trigger(u"run.start"_s);
    QTRY_COMPARE_WITH_TIMEOUT(driver.window.runs().record()->state().status, RunStatus::Complete, 30000);
    const auto why = [&driver] { return driver.window.preflight().items().first().why; };
    QTRY_VERIFY(why().contains(u"Simulated"_s));
}

QTEST_MAIN(TestFixPhase)
#include "tst_fixphase.moc"
