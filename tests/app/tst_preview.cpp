// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/filecontroller.h"
#include "app/previewcontroller.h"
#include "app/statusstrip.h"
#include "app/workspace.h"
#include "tests/app/windowdriver.h"
#include "views/canvas/planview.h"
#include "views/canvas/previewpane.h"
#include "views/panels/problempanel.h"
#include "views/widgets/figureslabel.h"

#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace baton;
using baton::test::WindowDriver;

/// An edit is looked at on the canvas before it is made.
class TestPreview : public QObject
{
    Q_OBJECT

private slots:
    void aFixIsShownWithItsFiguresAndTakenAsOneStep();
    void escapeLeavesEverythingAsItWas();
    void whatIsAddedChangedAndRemovedIsMarked();
    void aPreviewIsForLookingOnly();
    void anEditOfThePlanClosesThePreview();
};

namespace {

constexpr auto chainOfFive = "baton: 1\nname: Row\npersonas: [{id: a}, {id: b}]\ntasks:\n"
                             "  - {id: one, persona: a, budget: {duration: 10s, tokens: 1000}}\n"
                             "  - {id: two, persona: b, needs: [one], budget: {duration: 10s, tokens: 1000}}\n"
                             "  - {id: three, persona: a, needs: [two], budget: {duration: 10s, tokens: 1000}}\n"
                             "  - {id: four, persona: b, needs: [three], budget: {duration: 10s, tokens: 1000}}\n"
                             "  - {id: five, persona: a, needs: [four], budget: {duration: 10s, tokens: 1000}}\n";

void openChain(WindowDriver &driver)
{
    driver.window.files().open(driver.write(u"row.baton.yaml"_s, chainOfFive));
    QCoreApplication::processEvents();
}

void previewFixOf(WindowDriver &driver, const QString &rule)
{
    ProblemPanel *panel = driver.window.workspace().problems();
    for (const Problem &problem : panel->problems()) {
        if (problem.rule == rule)
            return emit panel->fixPreviewed(problem, problem.fixes.first());
    }
    QFAIL(qPrintable(u"There is no problem of the rule "_s + rule));
}

} // namespace

void TestPreview::aFixIsShownWithItsFiguresAndTakenAsOneStep()
{
    WindowDriver driver;
    openChain(driver);
    Document &document = driver.window.document();
    const Contents before = document.workflow().contents();
    PreviewController &preview = driver.window.preview();
    previewFixOf(driver, u"sequential-everything"_s);
    QVERIFY(preview.isShown());
    QVERIFY(preview.pane()->isVisible());
    QVERIFY(!driver.canvas().isVisible());
    QCOMPARE(document.workflow().contents(), before);
    QCOMPARE(document.undoStack().count(), 0);
    // Five at ten seconds each: in a row 50 s; four at once take 20. Tokens: 5,000 × 1.5.
    QTRY_COMPARE(preview.pane()->figures()->text(), u"Time 50 s → 20 s · Tokens 7,500, unchanged"_s);
    QTest::mouseClick(preview.pane()->takeButton(), Qt::LeftButton);
    QVERIFY(!preview.isShown());
    QVERIFY(driver.canvas().isVisible());
    QCOMPARE(document.undoStack().count(), 1);
    QVERIFY(driver.task(u"three"_s).needs.isEmpty());
    driver.trigger(u"edit.undo"_s);
    QCOMPARE(document.workflow().contents(), before);
}

void TestPreview::escapeLeavesEverythingAsItWas()
{
    WindowDriver driver;
    openChain(driver);
    const Contents before = driver.window.document().workflow().contents();
    previewFixOf(driver, u"sequential-everything"_s);
    QTest::keyClick(&driver.window, Qt::Key_Escape);
    QVERIFY(!driver.window.preview().isShown());
    QVERIFY(driver.canvas().isVisible());
    QVERIFY(driver.canvas().hasFocus());
    QCOMPARE(driver.window.document().workflow().contents(), before);
    QCOMPARE(driver.window.document().undoStack().count(), 0);
    QVERIFY(!driver.window.document().isEdited());
}

void TestPreview::whatIsAddedChangedAndRemovedIsMarked()
{
    WindowDriver driver;
    openChain(driver);
    const Workflow &workflow = driver.window.document().workflow();
    const NodeKey added = workflow.freshKey(NodeKind::Task);
    Task extra;
    extra.id = u"extra"_s;
    extra.needs = {Need{.target = u"one"_s}};
    Edit edit;
    edit.insert(extra, added).append(workflow.removing({driver.key(u"five"_s)}));
    edit.set(driver.key(u"three"_s), Field::Needs, QList<Need>{});
    driver.window.preview().show({u"Try this"_s, edit});

    const PlanView *view = driver.window.preview().pane()->view();
    const PreviewMarks marks = *view->marks();
    QCOMPARE(marks.nodes.value(added), PreviewMark::Added);
    QCOMPARE(marks.nodes.value(driver.key(u"five"_s)), PreviewMark::Removed);
    QCOMPARE(marks.nodes.value(driver.key(u"three"_s)), PreviewMark::Changed);
    QVERIFY(!marks.nodes.contains(driver.key(u"one"_s)));
    QCOMPARE(marks.edges.value({driver.key(u"two"_s), driver.key(u"three"_s)}), PreviewMark::Removed);
    QCOMPARE(marks.edges.value({driver.key(u"one"_s), added}), PreviewMark::Added);
    // What goes is still shown, and what stays, stays where it is.
    QVERIFY(!view->nodeRect(driver.key(u"five"_s)).isEmpty());
    for (const char *id : {"one", "two", "three", "four", "five"})
        QCOMPARE(view->nodeRect(driver.key(QString::fromLatin1(id))),
                 driver.canvas().nodeRect(driver.key(QString::fromLatin1(id))));
    driver.window.preview().take();
    QVERIFY(workflow.task(added));
    QVERIFY(driver.key(u"five"_s).isNull());
}

void TestPreview::aPreviewIsForLookingOnly()
{
    WindowDriver driver;
    openChain(driver);
    previewFixOf(driver, u"sequential-everything"_s);
    PreviewPane *pane = driver.window.preview().pane();
    const Contents shown = pane->view()->document().workflow().contents();
    const QPoint card = pane->view()->toViewport(pane->view()->nodeRect(driver.key(u"two"_s)).center());
    QTest::mouseClick(pane->view()->viewport(), Qt::LeftButton, Qt::NoModifier, card);
    QTest::mouseDClick(pane->view()->viewport(), Qt::LeftButton, Qt::NoModifier, card);
    QTest::keyClick(pane->view(), Qt::Key_Tab);
    QTest::keyClick(pane->view(), Qt::Key_Delete);
    QTest::keyClick(pane->view(), Qt::Key_F2);
    QCOMPARE(pane->view()->document().workflow().contents(), shown);
    QCOMPARE(driver.window.document().undoStack().count(), 0);
    QVERIFY(driver.window.preview().isShown());
}

void TestPreview::anEditOfThePlanClosesThePreview()
{
    WindowDriver driver;
    openChain(driver);
    previewFixOf(driver, u"sequential-everything"_s);
    driver.window.document().push(u"Rename"_s, Edit{}.set(driver.key(u"one"_s), Field::Title, u"First"_s));
    QVERIFY(!driver.window.preview().isShown());
    QVERIFY(!driver.window.status().hintText().isEmpty());
}

QTEST_MAIN(TestPreview)
#include "tst_preview.moc"
