// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/filecontroller.h"
#include "app/problemcontroller.h"
#include "app/runcontroller.h"
#include "app/statusstrip.h"
#include "app/workspace.h"
#include "model/run/planextension.h"
#include "tests/app/windowdriver.h"
#include "views/canvas/minimap.h"
#include "views/canvas/planview.h"
#include "views/dialogs/commandpalette.h"
#include "views/dialogs/trustdialog.h"
#include "views/panels/inspector/problembox.h"
#include "views/panels/inspectorpanel.h"
#include "views/panels/problempanel.h"
#include "views/widgets/noticebar.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace baton;
using baton::test::WindowDriver;

/// The main window as somebody uses it.
class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void aPersonaDroppedOnItsOwnWorkIsSeenEverywhereAndFixedInOneStep();
    void needsAreDrawnAndACycleIsRefusedOnTheSpot();
    void aSimulationShowsOnEachCardWhatTheJournalSaysAtEveryEvent();
    void stoppingARunLeavesTheDocumentAndTheWindowUsable();
    void commandsOfAnUntrustedFolderAreShownBeforeAnyOfThemRuns();
    void aRunOfAFolderIsShownWithItsPlan();
    void thePaletteFindsActionsAndNodes();
    void everyActionHasANameAndCanBeReached();
    void theThemeIsSwitchedWhileTheWindowIsOpen();
    void insertingCopyingAndDeletingIsUndoneStepByStep();
    void theOverviewStepsAsideWhereItWouldHideCards();
};

void TestMainWindow::aPersonaDroppedOnItsOwnWorkIsSeenEverywhereAndFixedInOneStep()
{
    WindowDriver driver;
    driver.openTemplate(u"standard-orchestration"_s);
    const QString before = driver.task(u"security-audit"_s).persona();
    QVERIFY(driver.problems(u"self-validation"_s).isEmpty());

    // @software-engineer built what the security audit validates.
    QVERIFY(driver.dropFromLibrary(u"@software-engineer"_s, driver.centreOf(u"security-audit"_s)));
    QCOMPARE(driver.task(u"security-audit"_s).persona(), u"software-engineer"_s);

    // In the list...
    const QStringList sentences = driver.problems(u"self-validation"_s);
    QVERIFY(!sentences.isEmpty());
    ProblemPanel *list = driver.window.workspace().problems();
    const auto isShown = [](const Problem &problem) { return problem.rule == "self-validation"_L1; };
    QVERIFY(std::any_of(list->problems().cbegin(), list->problems().cend(), isShown));
    // ...on the card...
    const NodeKey audit = driver.key(u"security-audit"_s);
    QVERIFY(driver.canvas().scene().complaintsAbout(audit).contains(sentences.first()));
    // ...and in the inspector.
    driver.window.document().selection().set(audit);
    QCoreApplication::processEvents();
    const auto inspectorSays = [&driver, &sentences] {
        for (const ProblemBox *box : driver.window.workspace().inspector()->findChildren<ProblemBox *>()) {
            if (box->isVisible() && box->plainText().contains(sentences.first()))
                return true;
        }
        return false;
    };
    QVERIFY(inspectorSays());

    // One fix takes it away; one undo brings it back, and one more brings back the plan as it was.
    QList<Problem> found;
    for (const Problem &problem : list->problems()) {
        if (isShown(problem))
            found.append(problem);
    }
    QVERIFY(!found.first().fixes.isEmpty());
    emit list->fixChosen(found, found.first().fixes.first().id);
    QCOMPARE(driver.problems(u"self-validation"_s), QStringList());
    QVERIFY(driver.canvas().scene().complaintsAbout(audit).isEmpty());
    QVERIFY(!inspectorSays());
    driver.trigger(u"edit.undo"_s);
    QCOMPARE(driver.problems(u"self-validation"_s), sentences);
    driver.trigger(u"edit.undo"_s);
    QCOMPARE(driver.task(u"security-audit"_s).persona(), before);
    QVERIFY(!driver.window.document().isEdited());
}

void TestMainWindow::needsAreDrawnAndACycleIsRefusedOnTheSpot()
{
    WindowDriver driver;
    driver.openTemplate(u"standard-orchestration"_s);
    const auto needs = [&driver](const QString &id) {
        QStringList targets;
        for (const Need &need : driver.task(id).needs)
            targets.append(need.target);
        return targets;
    };
    QVERIFY(!needs(u"user-stories"_s).contains(u"system-design"_s));
    driver.drag(driver.portOf(u"system-design"_s, true), driver.portOf(u"user-stories"_s, false));
    QVERIFY(needs(u"user-stories"_s).contains(u"system-design"_s));

    const int steps = driver.window.document().undoStack().index();
    driver.drag(driver.portOf(u"user-stories"_s, true), driver.portOf(u"system-design"_s, false));
    QVERIFY(!needs(u"system-design"_s).contains(u"user-stories"_s));
    QCOMPARE(driver.window.document().undoStack().index(), steps);
    // The sentence names the way round.
    QVERIFY(!driver.window.status().hintText().isEmpty());
    driver.trigger(u"edit.undo"_s);
    QVERIFY(!needs(u"user-stories"_s).contains(u"system-design"_s));
}

void TestMainWindow::aSimulationShowsOnEachCardWhatTheJournalSaysAtEveryEvent()
{
    WindowDriver driver;
    driver.openTemplate(u"standard-orchestration"_s);
    RunController &runs = driver.window.runs();
    runs.setSpeed(1e6);
    driver.trigger(u"run.start"_s);
    RunRecord *record = runs.record();
    QVERIFY(record);
    const auto compare = [&driver, record] {
        const RunPlan &plan = planOf(record->plan(), record->state());
        for (qsizetype i = 0; i < plan.tasks.size(); ++i) {
            const NodeKey key = driver.key(plan.tasks.at(i).id);
            if (driver.canvas().shownState(key) != nameOf(record->state().tasks.at(i).state))
                return false;
        }
        for (qsizetype i = 0; i < plan.gates.size(); ++i) {
            const NodeKey key = driver.key(plan.gates.at(i).id);
            if (driver.canvas().shownState(key) != nameOf(record->state().gates.at(i).state))
                return false;
        }
        return true;
    };
    // While it runs...
    int checked = 0;
    bool equal = true;
    connect(&runs, &RunController::stateChanged, this, [&] {
        if (runs.record() != record)
            return;
        equal = equal && compare();
        ++checked;
    });
    QTRY_COMPARE_WITH_TIMEOUT(record->state().status, RunStatus::Complete, 30000);
    QVERIFY(checked > 0);
    QVERIFY(equal);
    // ...and at every single event, going back and forth.
    const qint64 last = record->last();
    QVERIFY(last > 60);
    for (qint64 seq = 0; seq <= last; ++seq) {
        record->seek(seq);
        QVERIFY2(compare(), qPrintable(u"after event %1"_s.arg(seq)));
    }
    for (qint64 seq = last; seq >= 0; seq -= 7) {
        record->seek(seq);
        QVERIFY2(compare(), qPrintable(u"back at event %1"_s.arg(seq)));
    }
    record->goLive();
    for (const auto &slot : driver.window.document().workflow().contents().tasks)
        QCOMPARE(driver.canvas().shownState(slot.key), u"COMPLETE"_s);
    QVERIFY(!driver.window.document().isEdited()); // A run is no edit.
    QVERIFY(driver.window.windowTitle().contains(u"COMPLETE"_s));
}

void TestMainWindow::stoppingARunLeavesTheDocumentAndTheWindowUsable()
{
    WindowDriver driver;
    driver.openTemplate(u"standard-orchestration"_s);
    RunController &runs = driver.window.runs();
    runs.setSpeed(1);
    driver.trigger(u"run.start"_s);
    QTRY_VERIFY(runs.record()->last() > 3);
    driver.trigger(u"run.stop"_s);
    QTRY_COMPARE(runs.record()->state().status, RunStatus::Cancelled);
    driver.trigger(u"run.release"_s);
    QVERIFY(!runs.record());
    QCOMPARE(driver.canvas().shownState(driver.key(u"feature-x"_s)), QString());
    runs.setSpeed(1e6);
    driver.trigger(u"run.start"_s);
    QTRY_COMPARE_WITH_TIMEOUT(runs.record()->state().status, RunStatus::Complete, 30000);
}

void TestMainWindow::commandsOfAnUntrustedFolderAreShownBeforeAnyOfThemRuns()
{
    QStandardPaths::setTestModeEnabled(true);
    WindowDriver driver;
    const QString path = driver.write(u"touch.baton.yaml"_s, "baton: 1\nname: Touch\n"
                                                             "personas: [{id: hand}]\n"
                                                             "tasks:\n"
                                                             "  - id: touch\n"
                                                             "    persona: hand\n"
                                                             "    executor: {type: shell, command: \"echo hi > ran.txt\"}\n");
    driver.window.files().open(path);
    RunController &runs = driver.window.runs();
    runs.setMode(RunMode::Plan);
    driver.trigger(u"run.start"_s);
    auto *question = driver.window.findChild<TrustDialog *>();
    QVERIFY(question);
    auto *list = question->findChild<QTreeWidget *>();
    QCOMPARE(list->topLevelItemCount(), 1);
    QVERIFY(list->topLevelItem(0)->text(1).contains(u"echo hi > ran.txt"_s));
    QVERIFY(!runs.record());
    QTest::keyClick(question, Qt::Key_Return); // Return is no answer to a question of trust.
    QTRY_VERIFY(!driver.window.findChild<TrustDialog *>());
    QVERIFY(!runs.record());
    QVERIFY(!QFile::exists(driver.folder.filePath(u"ran.txt"_s)));

    driver.trigger(u"run.start"_s);
    question = driver.window.findChild<TrustDialog *>();
    QVERIFY(question);
    question->accept();
    QVERIFY(runs.record());
    QTRY_COMPARE_WITH_TIMEOUT(runs.record()->state().status, RunStatus::Complete, 20000);
    QCOMPARE(WindowDriver::read(driver.folder.filePath(u"ran.txt"_s)), QByteArray("hi\n"));
    // It was for that once.
    driver.trigger(u"run.start"_s);
    QTRY_VERIFY(driver.window.findChild<TrustDialog *>());
}

void TestMainWindow::aRunOfAFolderIsShownWithItsPlan()
{
    WindowDriver first;
    first.openTemplate(u"standard-orchestration"_s);
    first.window.runs().setSpeed(1e6);
    first.trigger(u"run.start"_s);
    QTRY_COMPARE_WITH_TIMEOUT(first.window.runs().record()->state().status, RunStatus::Complete, 30000);
    const QString folder = first.window.runs().record()->folder().path();

    WindowDriver second;
    second.window.openRun(folder);
    QVERIFY(!second.window.isStartPageShown());
    QCOMPARE(second.window.document().workflow().contents().tasks.size(), 15);
    QCOMPARE(second.canvas().shownState(second.key(u"feature-x"_s)), u"COMPLETE"_s);
    second.window.openRun(second.folder.path()); // No run is in there.
    QVERIFY(second.window.notices().shows(u"open"_s));
}

void TestMainWindow::thePaletteFindsActionsAndNodes()
{
    WindowDriver driver;
    driver.openTemplate(u"standard-orchestration"_s);
    QTest::keyClick(&driver.window, Qt::Key_K, Qt::ControlModifier);
    CommandPalette &palette = driver.window.palette();
    QVERIFY(palette.isVisible());
    QTest::keyClicks(palette.input(), u"audit"_s);
    QVERIFY(palette.shown().value(0).contains(u"audit"_s, Qt::CaseInsensitive));
    QTest::keyClick(palette.input(), Qt::Key_Return);
    QVERIFY(!palette.isVisible());
    QCOMPARE(driver.window.document().selection().current(), driver.key(u"security-audit"_s));

    palette.popUp();
    QTest::keyClicks(palette.input(), u"sel all"_s);
    QTest::keyClick(palette.input(), Qt::Key_Return);
    QVERIFY(driver.window.document().selection().keys().size() >= 15);
    palette.popUp();
    QTest::keyClick(palette.input(), Qt::Key_Escape);
    QVERIFY(!palette.isVisible());
}

void TestMainWindow::everyActionHasANameAndCanBeReached()
{
    WindowDriver driver;
    driver.openTemplate(u"standard-orchestration"_s);
    QHash<QString, QString> keys;
    for (const QAction *action : driver.window.actions().all()) {
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        for (const QKeySequence &key : action->shortcuts()) {
            const QString other = keys.value(key.toString());
            QVERIFY2(other.isEmpty(), qPrintable(u"%1: %2 and %3"_s.arg(key.toString(), other, action->objectName())));
            keys.insert(key.toString(), action->objectName());
        }
    }
    for (const QWidget *button : driver.window.findChildren<QWidget *>()) {
        if (button->isVisible() && button->inherits("QToolButton") && button->focusPolicy() != Qt::NoFocus)
            QVERIFY2(!button->accessibleName().isEmpty() || !button->property("text").toString().isEmpty(),
                     qPrintable(button->objectName() + button->toolTip()));
    }
}

void TestMainWindow::theThemeIsSwitchedWhileTheWindowIsOpen()
{
    WindowDriver driver;
    driver.openTemplate(u"standard-orchestration"_s);
    const auto ground = [&driver] { return driver.window.grab().toImage().pixelColor(2, 400).lightness(); };
    QVERIFY(ground() > 200);
    driver.look.overrideTheme(ThemeChoice::Dark);
    QCoreApplication::processEvents();
    QVERIFY(ground() < 80);
    driver.look.overrideTheme(ThemeChoice::HighContrast);
    QCoreApplication::processEvents();
    QVERIFY(ground() > 250);
}

void TestMainWindow::insertingCopyingAndDeletingIsUndoneStepByStep()
{
    WindowDriver driver;
    driver.openTemplate(u"standard-orchestration"_s);
    const Contents before = driver.window.document().workflow().contents();
    driver.canvas().setFocus();
    driver.window.document().selection().set(driver.key(u"feature-x"_s));
    driver.trigger(u"insert.task"_s);
    const NodeKey added = driver.window.document().selection().current();
    QCOMPARE(driver.window.document().workflow().task(added)->phase, u"implementation"_s);
    driver.trigger(u"edit.copy"_s);
    driver.trigger(u"edit.paste"_s);
    QCOMPARE(driver.window.document().workflow().contents().tasks.size(), before.tasks.size() + 2);
    driver.trigger(u"edit.duplicate"_s);
    driver.trigger(u"edit.delete"_s);
    driver.trigger(u"insert.fan-out"_s);
    driver.trigger(u"edit.close-phase"_s);
    QVERIFY(driver.window.document().isEdited());
    while (driver.window.document().undoStack().canUndo())
        driver.trigger(u"edit.undo"_s);
    QCOMPARE(driver.window.document().workflow().contents(), before);
}

void TestMainWindow::theOverviewStepsAsideWhereItWouldHideCards()
{
    WindowDriver driver;
    driver.openTemplate(u"standard-orchestration"_s);
    auto *overview = qobject_cast<Minimap *>(driver.window.workspace().minimap());
    const auto liesOnAStep = [&] {
        const QRectF place(driver.canvas().viewport()->mapFromGlobal(overview->mapToGlobal(QPoint())), QSizeF(overview->size()));
        const QRectF below(driver.canvas().toScene(place.topLeft()), driver.canvas().toScene(place.bottomRight()));
        const Contents &contents = driver.window.document().workflow().contents();
        return std::any_of(contents.gates.begin(), contents.gates.end(),
                           [&](const auto &slot) { return driver.canvas().nodeRect(slot.key).intersects(below); })
               || std::any_of(contents.tasks.begin(), contents.tasks.end(),
                              [&](const auto &slot) { return driver.canvas().nodeRect(slot.key).intersects(below); });
    };
    for (const QSize size : {QSize(1680, 1050), QSize(1680, 900), QSize(1300, 1050), QSize(1680, 1300)}) {
        driver.window.resize(size);
        driver.trigger(u"view.zoom-fit"_s);
        QCoreApplication::processEvents();
        QCOMPARE(overview->stepsAside(), liesOnAStep());
    }
    // Nearer, the canvas no longer shows everything, and the overview is there.
    driver.canvas().setZoom(2);
    QVERIFY(!overview->stepsAside());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
