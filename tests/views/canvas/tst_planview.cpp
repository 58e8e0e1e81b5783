// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/canvasdriver.h"
#include "tests/support/plans.h"
#include "tests/support/seed.h"
#include "tests/views/canvas/standardplan.h"

#include <QDir>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace baton {

using test::CanvasDriver;

namespace {

/// Two phases with a gate each; `build` and `test` in the first, `check` in the second; two personas.
Contents twoPhases()
{
    Contents contents;
    for (const QString &id : {u"making"_s, u"checking"_s}) {
        Phase phase;
        phase.id = id;
        phase.title = id;
        test::add(contents, phase);
        Gate gate;
        gate.id = u"after-"_s + id;
        gate.phase = id;
        test::add(contents, gate);
    }
    for (const QString &id : {u"worker"_s, u"validator"_s}) {
        Persona persona;
        persona.id = id;
        test::add(contents, persona);
    }
    for (const auto &[id, phase] : {std::pair(u"build"_s, u"making"_s), {u"test"_s, u"making"_s},
                                    {u"check"_s, u"checking"_s}}) {
        Task task;
        task.id = id;
        task.phase = phase;
        task.personas = {u"worker"_s};
        test::add(contents, task);
    }
    return contents;
}

/// Where a person can look at what the tests see.
void keepPicture(CanvasDriver &canvas, const QString &name)
{
    const QString folder = QStringLiteral(BATON_BINARY_DIR) + u"/pictures"_s;
    QDir().mkpath(folder);
    QVERIFY(canvas.picture().save(folder + u'/' + name));
}

QStringList needsOf(const Task &task)
{
    QStringList ids;
    for (const Need &need : task.needs)
        ids += need.target;
    return ids;
}

} // namespace

class TestPlanView : public QObject
{
    Q_OBJECT

private slots:
    void aDraggedCardMovesAndUndoTakesItBack();
    void escapeDropsADragWithoutATrace();
    void aClickThatTremblesMovesNothing();
    void aCardDroppedOnAnotherLaneJoinsItsPhase();
    void aLaneTakesAlongWhatIsInIt();
    void lanesGrowAroundTheirTasks();
    void aNeedIsDrawnFromPortToPort();
    void aNeedIsDrawnBackwardsToo();
    void aCycleIsRefusedWhileDraggingAndSaysWhich();
    void nothingIsNeededTwice();
    void aPersonaDroppedOnATaskIsAssigned();
    void aPersonaDroppedOnALaneGetsATask();
    void aPersonaDroppedOnTheGroundBecomesANode();
    void aPersonaNodeIsWiredToATask();
    void whatTheLibraryInsertsArrivesWhereItIsDropped();
    void whatIsNoInsertIsNotTaken();
    void theRubberBandSelectsWhatItTouches();
    void ctrlClickAddsAndTakesAway();
    void deleteTakesOutWhatIsSelectedWithItsNeeds();
    void aSelectedEdgeIsDisconnected();
    void renamingInPlaceSetsTheTitle();
    void escapeInARenameKeepsTheTitle();
    void arrowsAndTabWalkTheCards();
    void enterAsksForTheInspector();
    void theMouseStaysOnItsPlaceWhileZooming();
    void theWheelPansAndTheSpaceBarDrags();
    void fitShowsEverythingAndStaysSo();
    void foldingHidesTasksBehindOneCard();
    void cardsSayTheStatesOfTheRun();
    void aRunMovesOnEventByEvent();
    void whatMovedLeavesNothingBehindWhereTheViewChanged();
    void theFocusedCardIsDescribedToScreenReaders();
    void problemsAreInTheToolTip();
    void onlyWhatChangedIsPaintedAgain();
    void hostilePositionsDoNotBreakTheCanvas();
    void aLargeSelectionMovesAsOneStep();
    void anEditDuringADragDropsTheDrag();
    void aDragAtTheRimTakesTheCanvasAlong();
    void whatWaitsForAPersonSaysSo();
    void everyRandomEditLeavesTheSceneAsIfBuiltAnew();
};

void TestPlanView::aDraggedCardMovesAndUndoTakesItBack()
{
    CanvasDriver canvas(test::chain({u"plan"_s, u"build"_s}));
    const QRectF before = canvas.view.nodeRect(canvas.key(u"build"_s));
    const QPoint place = canvas.centreOf(u"build"_s);
    canvas.drag(place, place + QPoint(60, 140));
    QCOMPARE(canvas.task(u"build"_s).position, std::optional(before.topLeft() + QPointF(60, 140)));
    QCOMPARE(canvas.view.nodeRect(canvas.key(u"build"_s)), before.translated(60, 140));
    QCOMPARE(canvas.lastStep(), u"Move build"_s);
    canvas.document.undoStack().undo();
    QVERIFY(!canvas.task(u"build"_s).position);
    QCOMPARE(canvas.view.nodeRect(canvas.key(u"build"_s)), before);
}

void TestPlanView::escapeDropsADragWithoutATrace()
{
    CanvasDriver canvas(test::chain({u"plan"_s, u"build"_s}));
    const QImage before = canvas.picture();
    canvas.document.selection().set(canvas.key(u"build"_s));
    const QImage selected = canvas.picture();
    QVERIFY(before != selected);
    const QPoint place = canvas.centreOf(u"build"_s);
    canvas.press(place);
    canvas.moveTo(place + QPoint(200, 100));
    QVERIFY(canvas.picture() != selected);
    canvas.type(Qt::Key_Escape);
    canvas.release(place + QPoint(200, 100));
    QCOMPARE(canvas.steps(), 0);
    QCOMPARE(canvas.picture(), selected);
}

void TestPlanView::aClickThatTremblesMovesNothing()
{
    CanvasDriver canvas(test::chain({u"plan"_s}));
    const QPoint place = canvas.centreOf(u"plan"_s);
    canvas.drag(place, place + QPoint(2, 1));
    QCOMPARE(canvas.steps(), 0);
    QVERIFY(canvas.document.selection().contains(canvas.key(u"plan"_s)));
}

void TestPlanView::aCardDroppedOnAnotherLaneJoinsItsPhase()
{
    CanvasDriver canvas(twoPhases());
    const Contents before = canvas.document.workflow().contents();
    canvas.drag(canvas.centreOf(u"test"_s), canvas.centreOf(u"check"_s) + QPoint(5, 104));
    QCOMPARE(canvas.task(u"test"_s).phase, u"checking"_s);
    QCOMPARE(canvas.lastStep(), u"Move to checking"_s);
    QCOMPARE(canvas.steps(), 1);
    QVERIFY(canvas.view.nodeRect(canvas.key(u"checking"_s)).contains(canvas.view.nodeRect(canvas.key(u"test"_s))));
    canvas.document.undoStack().undo();
    QCOMPARE(canvas.document.workflow().contents(), before);
}

void TestPlanView::aLaneTakesAlongWhatIsInIt()
{
    CanvasDriver canvas(twoPhases());
    const QRectF lane = canvas.view.nodeRect(canvas.key(u"making"_s));
    const QRectF card = canvas.view.nodeRect(canvas.key(u"build"_s));
    const QRectF gate = canvas.view.nodeRect(canvas.key(u"after-making"_s));
    const QPoint head = canvas.headOf(u"making"_s);
    canvas.drag(head, head + QPoint(-40, 200));
    QCOMPARE(canvas.view.nodeRect(canvas.key(u"making"_s)), lane.translated(-40, 200));
    QCOMPARE(canvas.view.nodeRect(canvas.key(u"build"_s)), card.translated(-40, 200));
    QCOMPARE(canvas.view.nodeRect(canvas.key(u"after-making"_s)), gate.translated(-40, 200));
    QCOMPARE(canvas.steps(), 1);
}

void TestPlanView::lanesGrowAroundTheirTasks()
{
    CanvasDriver canvas(twoPhases());
    const QRectF lane = canvas.view.nodeRect(canvas.key(u"making"_s));
    const QPoint place = canvas.centreOf(u"test"_s);
    canvas.drag(place, place + QPoint(0, 150));
    const QRectF grown = canvas.view.nodeRect(canvas.key(u"making"_s));
    QCOMPARE(grown.height(), lane.height() + 150);
    // Lanes that begin at the same height end at the same height.
    QCOMPARE(canvas.view.nodeRect(canvas.key(u"checking"_s)).bottom(), grown.bottom());
}

void TestPlanView::aNeedIsDrawnFromPortToPort()
{
    CanvasDriver canvas(twoPhases());
    canvas.drag(canvas.portOf(u"build"_s, true), canvas.portOf(u"check"_s, false));
    QCOMPARE(needsOf(canvas.task(u"check"_s)), QStringList{u"build"_s});
    QCOMPARE(canvas.lastStep(), u"Connect build to check"_s);
    canvas.document.undoStack().undo();
    QVERIFY(canvas.task(u"check"_s).needs.isEmpty());
}

void TestPlanView::aNeedIsDrawnBackwardsToo()
{
    CanvasDriver canvas(twoPhases());
    // From the in port of the one that waits, with Shift: knowledge.
    canvas.drag(canvas.portOf(u"check"_s, false), canvas.centreOf(u"build"_s), Qt::ShiftModifier);
    QCOMPARE(canvas.task(u"check"_s).needs, QList<Need>{test::need(u"build"_s, NeedType::Knowledge)});
}

void TestPlanView::aCycleIsRefusedWhileDraggingAndSaysWhich()
{
    CanvasDriver canvas(test::chain({u"plan"_s, u"build"_s, u"check"_s}));
    const Contents before = canvas.document.workflow().contents();
    canvas.press(canvas.portOf(u"check"_s, true));
    canvas.moveTo(canvas.centreOf(u"plan"_s));
    // Before the button goes up.
    QVERIFY2(canvas.hints().last().contains(u"cycle"_s), qPrintable(canvas.hints().last()));
    QVERIFY(canvas.hints().last().contains(u"build"_s));
    const QColor red = canvas.theme.palette().failed;
    const QImage picture = canvas.picture();
    keepPicture(canvas, u"view-cycle.png"_s);
    const QPoint rim = canvas.view.toViewport(canvas.view.nodeRect(canvas.key(u"build"_s)).topLeft() + QPointF(60, -2));
    QVERIFY(qAbs(picture.pixelColor(rim).red() - red.red()) < 40);
    QVERIFY(picture.pixelColor(rim).green() < 140);
    canvas.release(canvas.centreOf(u"plan"_s));
    QCOMPARE(canvas.document.workflow().contents(), before);
    QCOMPARE(canvas.steps(), 0);
}

void TestPlanView::nothingIsNeededTwice()
{
    CanvasDriver canvas(test::chain({u"plan"_s, u"build"_s}));
    canvas.drag(canvas.portOf(u"plan"_s, true), canvas.portOf(u"build"_s, false));
    QCOMPARE(canvas.steps(), 0);
    QVERIFY(canvas.hints().last().contains(u"already"_s));
}

void TestPlanView::aPersonaDroppedOnATaskIsAssigned()
{
    CanvasDriver canvas(twoPhases());
    QVERIFY(canvas.drop("application/x-baton-persona", u"validator"_s, canvas.centreOf(u"check"_s)));
    QCOMPARE(canvas.task(u"check"_s).personas, QStringList{u"validator"_s});
    QCOMPARE(canvas.steps(), 1);
    canvas.document.undoStack().undo();
    QCOMPARE(canvas.task(u"check"_s).personas, QStringList{u"worker"_s});
}

void TestPlanView::aPersonaDroppedOnALaneGetsATask()
{
    CanvasDriver canvas(twoPhases());
    const qsizetype before = canvas.document.workflow().contents().tasks.size();
    const QRectF lane = canvas.view.nodeRect(canvas.key(u"checking"_s));
    const QPoint place = canvas.view.toViewport(lane.bottomLeft() + QPointF(100, -30));
    QVERIFY(canvas.drop("application/x-baton-persona", u"validator"_s, place));
    const Contents &contents = canvas.document.workflow().contents();
    QCOMPARE(contents.tasks.size(), before + 1);
    const Task &task = contents.tasks.at(before);
    QCOMPARE(task.personas, QStringList{u"validator"_s});
    QCOMPARE(task.phase, u"checking"_s);
}

void TestPlanView::aPersonaDroppedOnTheGroundBecomesANode()
{
    CanvasDriver canvas(twoPhases());
    QVERIFY(canvas.drop("application/x-baton-persona", u"validator"_s, canvas.ground()));
    QVERIFY(canvas.document.workflow().persona(canvas.key(u"validator"_s))->position);
    QVERIFY(!canvas.view.nodeRect(canvas.key(u"validator"_s)).isEmpty());
    canvas.document.undoStack().undo();
    QVERIFY(canvas.view.nodeRect(canvas.key(u"validator"_s)).isEmpty());
}

void TestPlanView::aPersonaNodeIsWiredToATask()
{
    CanvasDriver canvas(twoPhases());
    QVERIFY(canvas.drop("application/x-baton-persona", u"validator"_s, canvas.ground()));
    canvas.drag(canvas.portOf(u"validator"_s, true), canvas.centreOf(u"build"_s));
    QCOMPARE(canvas.task(u"build"_s).personas, QStringList{u"validator"_s});
    QCOMPARE(canvas.lastStep(), u"Assign @validator"_s);
}

void TestPlanView::whatTheLibraryInsertsArrivesWhereItIsDropped()
{
    CanvasDriver canvas(twoPhases());
    const qsizetype tasks = canvas.document.workflow().contents().tasks.size();
    QVERIFY(canvas.drop("application/x-baton-insert", u"task"_s, canvas.ground()));
    QCOMPARE(canvas.document.workflow().contents().tasks.size(), tasks + 1);
    const NodeKey added = canvas.document.selection().current();
    QVERIFY(canvas.view.nodeRect(added).contains(canvas.view.toScene(canvas.ground())) ||
            canvas.view.nodeRect(added).width() == 208);
    for (const QString &what : {u"phase"_s, u"note"_s, u"decision"_s, u"gate"_s}) {
        const int before = canvas.steps();
        QVERIFY2(canvas.drop("application/x-baton-insert", what, canvas.ground()), qPrintable(what));
        QCOMPARE(canvas.steps(), before + 1);
    }
}

void TestPlanView::whatIsNoInsertIsNotTaken()
{
    CanvasDriver canvas(twoPhases());
    QVERIFY(!canvas.drop("application/x-baton-insert", u"elephant"_s, canvas.ground()));
    QVERIFY(!canvas.drop("application/x-baton-persona", u"nobody"_s, canvas.centreOf(u"build"_s)));
    QVERIFY(!canvas.drop("text/plain", u"task"_s, canvas.ground()));
    QCOMPARE(canvas.steps(), 0);
}

void TestPlanView::theRubberBandSelectsWhatItTouches()
{
    CanvasDriver canvas(test::chain({u"plan"_s, u"build"_s, u"check"_s}));
    const QPoint corner = canvas.view.toViewport(canvas.view.nodeRect(canvas.key(u"plan"_s)).topLeft() - QPointF(20, 20));
    canvas.drag(corner, canvas.centreOf(u"build"_s));
    keepPicture(canvas, u"view-selected.png"_s);
    QCOMPARE(canvas.document.selection().keys(), (QSet{canvas.key(u"plan"_s), canvas.key(u"build"_s)}));
    QCOMPARE(canvas.steps(), 0);
    canvas.click(canvas.ground());
    QVERIFY(canvas.document.selection().isEmpty());
}

void TestPlanView::ctrlClickAddsAndTakesAway()
{
    CanvasDriver canvas(test::chain({u"plan"_s, u"build"_s}));
    canvas.click(canvas.centreOf(u"plan"_s));
    canvas.click(canvas.centreOf(u"build"_s), Qt::ControlModifier);
    QCOMPARE(canvas.document.selection().keys().size(), 2);
    canvas.click(canvas.centreOf(u"plan"_s), Qt::ControlModifier);
    QCOMPARE(canvas.document.selection().keys(), QSet{canvas.key(u"build"_s)});
}

void TestPlanView::deleteTakesOutWhatIsSelectedWithItsNeeds()
{
    CanvasDriver canvas(test::chain({u"plan"_s, u"build"_s, u"check"_s}));
    const Contents before = canvas.document.workflow().contents();
    canvas.click(canvas.centreOf(u"build"_s));
    canvas.type(Qt::Key_Delete);
    QVERIFY(canvas.key(u"build"_s).isNull());
    QVERIFY(canvas.task(u"check"_s).needs.isEmpty());
    QCOMPARE(canvas.lastStep(), u"Delete build"_s);
    canvas.document.undoStack().undo();
    QCOMPARE(canvas.document.workflow().contents(), before);
}

void TestPlanView::aSelectedEdgeIsDisconnected()
{
    CanvasDriver canvas(test::chain({u"plan"_s, u"build"_s}));
    const QPoint middle = (canvas.portOf(u"plan"_s, true) + canvas.portOf(u"build"_s, false)) / 2;
    canvas.click(middle);
    QVERIFY(canvas.view.selectedEdge() >= 0);
    canvas.type(Qt::Key_Delete);
    QVERIFY(canvas.task(u"build"_s).needs.isEmpty());
    QCOMPARE(canvas.view.selectedEdge(), -1);
    QCOMPARE(canvas.lastStep(), u"Disconnect plan from build"_s);
}

void TestPlanView::renamingInPlaceSetsTheTitle()
{
    CanvasDriver canvas(test::chain({u"plan"_s}));
    QTest::mouseDClick(canvas.view.viewport(), Qt::LeftButton, Qt::NoModifier, canvas.centreOf(u"plan"_s));
    auto *editor = canvas.view.findChild<QLineEdit *>();
    QVERIFY(editor);
    QCOMPARE(editor->text(), u"plan"_s);
    QTest::keyClicks(editor, u"Think first"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QCOMPARE(canvas.task(u"plan"_s).title, u"Think first"_s);
    QCOMPARE(canvas.steps(), 1);
}

void TestPlanView::escapeInARenameKeepsTheTitle()
{
    CanvasDriver canvas(test::chain({u"plan"_s}));
    canvas.click(canvas.centreOf(u"plan"_s));
    canvas.type(Qt::Key_F2);
    auto *editor = canvas.view.findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, u"Nonsense"_s);
    QTest::keyClick(editor, Qt::Key_Escape);
    QCOMPARE(canvas.task(u"plan"_s).title, QString());
    QCOMPARE(canvas.steps(), 0);
}

void TestPlanView::arrowsAndTabWalkTheCards()
{
    CanvasDriver canvas(twoPhases());
    const auto current = [&] { return canvas.document.selection().current(); };
    QTest::keyClick(&canvas.view, Qt::Key_Tab);
    QCOMPARE(current(), canvas.key(u"build"_s));
    QTest::keyClick(&canvas.view, Qt::Key_Down);
    QCOMPARE(current(), canvas.key(u"test"_s));
    QTest::keyClick(&canvas.view, Qt::Key_Up);
    QTest::keyClick(&canvas.view, Qt::Key_Right);
    QCOMPARE(current(), canvas.key(u"after-making"_s));
    QTest::keyClick(&canvas.view, Qt::Key_Right);
    QCOMPARE(current(), canvas.key(u"check"_s));
    QTest::keyClick(&canvas.view, Qt::Key_Backtab);
    QCOMPARE(current(), canvas.key(u"after-making"_s));
}

void TestPlanView::enterAsksForTheInspector()
{
    CanvasDriver canvas(test::chain({u"plan"_s}));
    QSignalSpy asked(&canvas.view, &PlanView::editRequested);
    canvas.click(canvas.centreOf(u"plan"_s));
    canvas.type(Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<NodeKey>(), canvas.key(u"plan"_s));
}

void TestPlanView::theMouseStaysOnItsPlaceWhileZooming()
{
    CanvasDriver canvas(twoPhases());
    const QPoint mouse(333, 222);
    const QPointF before = canvas.view.toScene(mouse);
    for (int delta : {120, 120, 360, -240, -1200, 600}) {
        canvas.wheel(mouse, delta, Qt::ControlModifier);
        const QPointF drift = (canvas.view.toScene(mouse) - before) * canvas.view.zoom();
        QVERIFY2(drift.manhattanLength() < 6, qPrintable(QString::number(drift.manhattanLength())));
    }
    QVERIFY(!qFuzzyCompare(canvas.view.zoom(), 1));
}

void TestPlanView::theWheelPansAndTheSpaceBarDrags()
{
    CanvasDriver canvas(twoPhases());
    const QPoint before = canvas.centreOf(u"build"_s);
    canvas.wheel({400, 400}, -120);
    QCOMPARE(canvas.centreOf(u"build"_s), before - QPoint(0, 60));
    QTest::keyPress(&canvas.view, Qt::Key_Space);
    canvas.drag({300, 300}, {340, 360});
    QTest::keyRelease(&canvas.view, Qt::Key_Space);
    QCOMPARE(canvas.centreOf(u"build"_s), before + QPoint(40, 0));
    QCOMPARE(canvas.steps(), 0);
}

void TestPlanView::fitShowsEverythingAndStaysSo()
{
    CanvasDriver canvas(test::randomPlan(400, 600, 3));
    canvas.view.fit();
    QVERIFY(canvas.view.visibleScene().contains(canvas.view.scene().list().bounds()));
    canvas.view.resize(700, 500);
    QTRY_COMPARE(canvas.view.viewport()->width(), 700);
    QVERIFY(canvas.view.visibleScene().contains(canvas.view.scene().list().bounds()));
    canvas.view.zoomIn();
    const double zoom = canvas.view.zoom();
    canvas.view.resize(900, 600);
    QCOMPARE(canvas.view.zoom(), zoom);
}

void TestPlanView::foldingHidesTasksBehindOneCard()
{
    CanvasDriver canvas(twoPhases());
    const QRectF lane = canvas.view.nodeRect(canvas.key(u"making"_s));
    canvas.click(canvas.view.toViewport(lane.topRight() + QPointF(-18, 22)));
    QVERIFY(canvas.document.workflow().phase(canvas.key(u"making"_s))->folded);
    QVERIFY(canvas.view.nodeRect(canvas.key(u"making"_s)).height() < lane.height());
    QVERIFY(canvas.view.scene().list().card(canvas.key(u"build"_s))->isHidden);
    canvas.document.undoStack().undo();
    QCOMPARE(canvas.view.nodeRect(canvas.key(u"making"_s)), lane);
}

void TestPlanView::cardsSayTheStatesOfTheRun()
{
    const test::StandardPlan standard;
    CanvasDriver canvas(standard.contents);
    QCOMPARE(canvas.view.shownState(standard.plan.tasks.first().key), QString());
    canvas.view.setRun(&standard.plan, &standard.state);
    for (qsizetype i = 0; i < standard.plan.tasks.size(); ++i)
        QCOMPARE(canvas.view.shownState(standard.plan.tasks.at(i).key), nameOf(standard.state.tasks.at(i).state));
    for (qsizetype i = 0; i < standard.plan.gates.size(); ++i)
        QCOMPARE(canvas.view.shownState(standard.plan.gates.at(i).key), nameOf(standard.state.gates.at(i).state));
    canvas.view.setRun(nullptr, nullptr);
    QCOMPARE(canvas.view.shownState(standard.plan.tasks.first().key), QString());
}

void TestPlanView::aRunMovesOnEventByEvent()
{
    test::StandardPlan standard;
    CanvasDriver canvas(standard.contents);
    canvas.theme.setReducesMotion(false);
    canvas.view.setRun(&standard.plan, &standard.state);
    const QString id = u"profile-editor-tests"_s;
    const QImage before = canvas.picture();
    standard.state.tasks[standard.plan.indexOfTask(id)].state = TaskState::Complete;
    Event event;
    event.subject = id;
    event.type = EventType::WorkerComplete;
    canvas.view.runAdvanced({event});
    QCOMPARE(canvas.view.shownState(canvas.key(id)), u"COMPLETE"_s);
    QCOMPARE(canvas.view.scene().list().lane(canvas.key(u"implementation"_s))->done(), 2);
    QVERIFY(canvas.picture() != before);
    // Something moves: the same state does not look the same a moment later.
    const QImage moving = canvas.picture();
    QTRY_VERIFY(canvas.picture() != moving);
    keepPicture(canvas, u"view-running.png"_s);
    canvas.theme.setReducesMotion(true);
    const QImage still = canvas.picture();
    QTest::qWait(40);
    QCOMPARE(canvas.picture(), still);
}

void TestPlanView::whatMovedLeavesNothingBehindWhereTheViewChanged()
{
    test::StandardPlan standard;
    CanvasDriver canvas(standard.contents);
    canvas.theme.setReducesMotion(false);
    for (TaskRun &run : standard.state.tasks)
        run.state = TaskState::Complete; // No card breathes.
    canvas.view.setRun(&standard.plan, &standard.state);
    Event event;
    event.subject = u"profile-editor-tests"_s;
    event.type = EventType::WorkerComplete;
    canvas.view.runAdvanced({event});
    const auto onScreen = [&] { return canvas.view.screen()->grabWindow(canvas.view.window()->winId()).toImage(); };
    const auto painted = [&] { return canvas.view.window()->grab().toImage().convertToFormat(onScreen().format()); };
    QTest::qWait(250); // A dot is on its way.
    canvas.view.zoomIn();
    QCoreApplication::processEvents();
    QTest::qSleep(200); // The next frame comes late.
    QTRY_COMPARE(onScreen(), painted());
}

void TestPlanView::theFocusedCardIsDescribedToScreenReaders()
{
    const test::StandardPlan standard;
    CanvasDriver canvas(standard.contents);
    canvas.view.setRun(&standard.plan, &standard.state);
    canvas.view.setProblems(standard.problems);
    QVERIFY(!canvas.view.accessibleName().isEmpty());
    canvas.document.selection().set(canvas.key(u"api-hardening"_s));
    const QString said = canvas.view.accessibleDescription();
    QVERIFY(said.contains(u"API hardening"_s));
    QVERIFY(said.contains(u"@security-eng"_s));
    QVERIFY(said.contains(u"ACTIVE"_s));
    QVERIFY(said.contains(standard.problems.first().message));
}

void TestPlanView::problemsAreInTheToolTip()
{
    const test::StandardPlan standard;
    CanvasDriver canvas(standard.contents);
    canvas.view.setProblems(standard.problems);
    QCOMPARE(canvas.view.scene().list().card(canvas.key(u"api-hardening"_s))->problem, Severity::Error);
    QCOMPARE(canvas.view.scene().list().card(canvas.key(u"security-audit"_s))->problem, Severity::Error);
    QCOMPARE(canvas.view.scene().list().card(canvas.key(u"e2e"_s))->problem, Severity::Off);
    QVERIFY(canvas.view.toolTipAt(canvas.centreOf(u"api-hardening"_s)).contains(u"audits it in"_s));
    canvas.view.setProblems({});
    QVERIFY(!canvas.view.toolTipAt(canvas.centreOf(u"api-hardening"_s)).contains(u"audits it in"_s));
}

/// However it came about, the picture is the one that painting everything anew gives.
void TestPlanView::onlyWhatChangedIsPaintedAgain()
{
    test::StandardPlan standard;
    CanvasDriver canvas(standard.contents);
    canvas.view.setRun(&standard.plan, &standard.state);
    canvas.view.setProblems(standard.problems);
    canvas.picture();
    const auto matches = [&] {
        const QImage shown = canvas.picture();
        canvas.view.repaintAll();
        return shown == canvas.picture();
    };
    canvas.view.panBy({-37, 23});
    QVERIFY(matches());
    canvas.view.panBy({411, -190});
    QVERIFY(matches());
    const QPoint place = canvas.centreOf(u"golden-path"_s);
    canvas.drag(place, place + QPoint(30, 250));
    QVERIFY(matches());
    canvas.document.undoStack().undo();
    QVERIFY(matches());
    standard.state.tasks[0].state = TaskState::Failed;
    Event event;
    event.subject = standard.plan.tasks.first().id;
    event.type = EventType::WorkerFailed;
    canvas.view.runAdvanced({event});
    QVERIFY(matches());
    canvas.document.selection().set(canvas.key(u"load"_s));
    QVERIFY(matches());
    canvas.view.setZoom(0.55);
    canvas.view.panBy({13, 17});
    QVERIFY(matches());
}

void TestPlanView::hostilePositionsDoNotBreakTheCanvas()
{
    Contents contents = test::chain({u"a"_s, u"b"_s, u"c"_s});
    const auto place = [&](int index, QPointF position) {
        const NodeKey key = contents.tasks.keyAt(index);
        Task task = *contents.task(key);
        task.position = position;
        contents.tasks.replace(key, std::make_shared<const Task>(task));
    };
    place(0, {1e300, -1e300});
    place(1, {qQNaN(), qInf()});
    place(2, {-1e9, 4});
    CanvasDriver canvas(contents);
    canvas.view.fit();
    QVERIFY(!canvas.picture().isNull());
    canvas.view.showNode(canvas.key(u"a"_s));
    QVERIFY(!canvas.picture().isNull());
}

void TestPlanView::aLargeSelectionMovesAsOneStep()
{
    CanvasDriver canvas(test::randomPlan(600, 900, 5));
    canvas.view.selectAll();
    const NodeKey some = canvas.key(u"task-30"_s);
    canvas.view.showNode(some);
    const QRectF before = canvas.view.nodeRect(some);
    const QRectF lane = canvas.view.nodeRect(canvas.key(u"phase-1"_s));
    const QPoint place = canvas.view.toViewport(before.center());
    canvas.drag(place, place + QPoint(70, -50));
    const QPointF by = QPointF(70, -50) / canvas.view.zoom();
    QVERIFY((canvas.view.nodeRect(some).topLeft() - before.topLeft() - by).manhattanLength() < 2);
    QCOMPARE(canvas.view.nodeRect(canvas.key(u"phase-1"_s)).size(), lane.size());
    QCOMPARE(canvas.steps(), 1);
    canvas.document.undoStack().undo();
    QCOMPARE(canvas.view.nodeRect(some), before);
}

void TestPlanView::anEditDuringADragDropsTheDrag()
{
    CanvasDriver canvas(test::chain({u"plan"_s, u"build"_s, u"check"_s}));
    canvas.click(canvas.centreOf(u"check"_s));
    canvas.type(Qt::Key_Delete);
    for (const QPoint &start : {canvas.centreOf(u"build"_s), canvas.portOf(u"build"_s, true)}) {
        canvas.press(start);
        canvas.moveTo(start + QPoint(120, 90));
        canvas.document.undoStack().undo();
        canvas.moveTo(start + QPoint(160, 90));
        canvas.release(start + QPoint(160, 90));
        QCOMPARE(canvas.document.workflow().contents().tasks.size(), 3);
        QVERIFY(!canvas.task(u"build"_s).position);
        canvas.document.undoStack().redo();
    }
    QCOMPARE(canvas.steps(), 1);
}

void TestPlanView::aDragAtTheRimTakesTheCanvasAlong()
{
    CanvasDriver canvas(test::chain({u"plan"_s, u"build"_s}));
    const QPointF corner = canvas.view.toScene({0, 0});
    canvas.press(canvas.centreOf(u"build"_s));
    canvas.moveTo({canvas.view.viewport()->width() - 4, 500});
    QTRY_VERIFY(canvas.view.toScene({0, 0}).x() > corner.x() + 100);
    canvas.type(Qt::Key_Escape);
    const QPointF stopped = canvas.view.toScene({0, 0});
    QTest::qWait(50);
    QCOMPARE(canvas.view.toScene({0, 0}), stopped);
    QCOMPARE(canvas.steps(), 0);
}

void TestPlanView::whatWaitsForAPersonSaysSo()
{
    test::StandardPlan standard;
    CanvasDriver canvas(standard.contents);
    canvas.view.setRun(&standard.plan, &standard.state);
    const QImage before = canvas.picture();
    standard.state.tasks[8].awaitsApproval = true;
    standard.state.gates[1].awaitsApproval = true;
    Event task;
    task.subject = standard.plan.tasks.at(8).id;
    task.type = EventType::ApprovalRequested;
    Event gate = task;
    gate.subject = standard.plan.gates.at(1).id;
    canvas.view.runAdvanced({task, gate});
    QVERIFY(canvas.picture() != before);
    QCOMPARE(canvas.view.shownState(standard.plan.tasks.at(8).key), u"READY"_s);
    QVERIFY(canvas.view.scene().list().card(standard.plan.tasks.at(8).key)->sign == CardSign::Person);
    QCOMPARE(canvas.view.scene().list().gate(standard.plan.gates.at(1).key)->criteria.size(), 4);
}

/// Following changes one by one comes to the same as looking at the plan for the first time.
void TestPlanView::everyRandomEditLeavesTheSceneAsIfBuiltAnew()
{
    const quint32 seed = test::newSeed();
    QRandomGenerator random(seed);
    Document document(test::randomPlan(40, 60, seed));
    // Everything placed, so that a fresh scene has the same positions.
    document.push(u"place"_s, arranging(document.workflow().contents()));
    PlanScene scene(document.workflow());
    const auto anyTask = [&] {
        const auto &tasks = document.workflow().contents().tasks;
        return tasks.keyAt(random.bounded(tasks.size()));
    };
    for (int step = 0; step < 60; ++step) {
        Edit edit;
        switch (random.bounded(6)) {
        case 0:
        case 1:
            edit.set(anyTask(), Field::Position,
                     std::optional<QPointF>({double(random.bounded(900)), double(random.bounded(900))}));
            break;
        case 2:
            if (const auto joined = document.workflow().connecting(anyTask(), anyTask()))
                edit = *joined;
            break;
        case 3:
            if (document.workflow().contents().tasks.size() > 10)
                edit = document.workflow().removing({anyTask()});
            break;
        case 4:
            edit.set(anyTask(), Field::Title, u"Renamed %1"_s.arg(step));
            break;
        case 5:
            // Not the placing itself: what is not placed keeps its place in an open scene, and a fresh one finds another.
            if (document.undoStack().index() > 1)
                document.undoStack().undo();
            break;
        }
        document.push(u"edit"_s, edit);
        const PlanScene fresh(document.workflow());
        for (const CardItem &card : fresh.list().cards())
            QCOMPARE(scene.list().card(card.key)->rect, card.rect);
        for (const LaneItem &lane : fresh.list().lanes())
            QCOMPARE(scene.list().lane(lane.key)->rect, lane.rect);
        for (const GateItem &gate : fresh.list().gates())
            QCOMPARE(scene.list().gate(gate.key)->rect, gate.rect);
        QCOMPARE(scene.list().cards().size(), fresh.list().cards().size());
        QCOMPARE(scene.list().edges().size(), fresh.list().edges().size());
    }
}

} // namespace baton

QTEST_MAIN(baton::TestPlanView)
#include "tst_planview.moc"
