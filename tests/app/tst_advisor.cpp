// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/filecontroller.h"
#include "app/previewcontroller.h"
#include "app/workspace.h"
#include "model/patterns/recognize.h"
#include "tests/app/windowdriver.h"
#include "views/canvas/planview.h"
#include "views/canvas/previewpane.h"
#include "views/dialogs/patterndialog.h"
#include "views/dialogs/whatifdialog.h"
#include "views/dialogs/whatifmodel.h"
#include "views/panels/advisorpanel.h"
#include "views/panels/inspector/patternbox.h"
#include "views/panels/inspectorpanel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace baton;
using baton::test::WindowDriver;

/// The advisor, the patterns and "what if", through the real window.
class TestAdvisor : public QObject
{
    Q_OBJECT

private slots:
    void adviceIsPreviewedAndTakenFromThePanel();
    void thePatternThatFitsIsFoundAdjustedAndInsertedAsOneStep();
    void aPersonaWhoWouldCheckItsOwnWorkIsToldAtOnce();
    void theStartPageBeginsAWorkflowWithAPattern();
    void thePatternsOfAPlanAreNamedAndSelected();
    void aPatternInsertedIntoAPlanCoversNothing();
    void whatIfShowsBothPlansAndTakesTheChangesAsOneStep();
    void whatIfThrownAwayLeavesNoTrace();

private:
    template <class Dialog>
    static Dialog *shown(WindowDriver &driver)
    {
        Dialog *dialog = driver.window.findChild<Dialog *>();
        return dialog && dialog->isVisible() ? dialog : nullptr;
    }
    static void openRow(WindowDriver &driver);
};

void TestAdvisor::openRow(WindowDriver &driver)
{
    QByteArray text = "baton: 1\nname: Row\npersonas: [{id: a, model: haiku}, {id: b, model: opus}]\ntasks:\n";
    const char *ids[] = {"one", "two", "three", "four", "five"};
    for (int i = 0; i < 5; ++i) {
        text += QByteArray("  - {id: ") + ids[i] + ", persona: " + (i % 2 ? "b" : "a") +
                (i > 0 ? QByteArray(", needs: [") + ids[i - 1] + "]" : QByteArray()) + ", budget: {duration: 10s, tokens: 1000}}\n";
    }
    driver.window.files().open(driver.write(u"row.baton.yaml"_s, text));
    QCoreApplication::processEvents();
}

void TestAdvisor::adviceIsPreviewedAndTakenFromThePanel()
{
    WindowDriver driver;
    openRow(driver);
    AdvisorPanel *panel = driver.window.workspace().advisor();
    QTRY_COMPARE(panel->count(), 1);
    QCOMPARE(panel->advice().first().advice.rule, u"sequential-everything"_s);
    QCOMPARE(panel->advice().first().figures.before->makespan, 50'000);
    QCOMPARE(panel->advice().first().figures.after->makespan, 20'000);
    driver.trigger(u"view.advice"_s);
    QPushButton *preview = nullptr;
    for (QPushButton *button : panel->findChildren<QPushButton *>()) {
        if (button->accessibleName().startsWith(u"Preview"_s))
            preview = button;
    }
    QVERIFY(preview);
    QVERIFY(preview->isVisible());
    QTest::mouseClick(preview, Qt::LeftButton);
    QVERIFY(driver.window.preview().isShown());
    QCOMPARE(driver.window.document().undoStack().count(), 0);
    driver.window.preview().take();
    QCOMPARE(driver.window.document().undoStack().count(), 1);
    QTRY_COMPARE(panel->count(), 0);
    driver.trigger(u"edit.undo"_s);
    QTRY_COMPARE(panel->count(), 1);
}

void TestAdvisor::thePatternThatFitsIsFoundAdjustedAndInsertedAsOneStep()
{
    WindowDriver driver;
    driver.openTemplate(u"standard-orchestration"_s);
    const Contents before = driver.window.document().workflow().contents();
    driver.trigger(u"insert.which-pattern"_s);
    PatternDialog *dialog = shown<PatternDialog>(driver);
    QVERIFY(dialog);
    QCOMPARE(dialog->focusWidget(), dialog->search());
    QTest::keyClicks(dialog->search(), u"map-reduce"_s);
    QCOMPARE(dialog->pattern(), Pattern::FanOut);
    dialog->numberField(u"branches"_s)->setValue(5);
    QVERIFY(dialog->personaField(u"worker-e"_s));
    dialog->personaField(u"planner"_s)->setCurrentText(u"architect"_s);
    dialog->personaField(u"worker-a"_s)->setCurrentText(u"newcomer"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(!shown<PatternDialog>(driver));

    Document &document = driver.window.document();
    QCOMPARE(document.undoStack().count(), 1);
    QCOMPARE(document.workflow().contents().tasks.size(), before.tasks.size() + 7);
    QCOMPARE(driver.task(u"split"_s).persona(), u"architect"_s);
    QCOMPARE(driver.task(u"part-a"_s).persona(), u"newcomer"_s);
    QVERIFY(!document.workflow().ids().persona(u"newcomer"_s).isNull());
    // What is new is selected and in sight.
    QCOMPARE(document.selection().keys().size(), 7);
    for (NodeKey key : document.selection().keys())
        QVERIFY(driver.canvas().visibleScene().contains(driver.canvas().nodeRect(key)));
    driver.trigger(u"edit.undo"_s);
    QCOMPARE(document.workflow().contents(), before);
}

void TestAdvisor::aPersonaWhoWouldCheckItsOwnWorkIsToldAtOnce()
{
    WindowDriver driver;
    openRow(driver);
    driver.trigger(u"insert.which-pattern"_s);
    PatternDialog *dialog = shown<PatternDialog>(driver);
    dialog->choose(Pattern::Reviewers);
    const auto complaint = [dialog] {
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->property("look") == u"error"_s)
                return label->isVisible() ? label->text() : QString();
        }
        return QString();
    };
    QCOMPARE(complaint(), QString());
    dialog->personaField(u"reviewer-a"_s)->setCurrentText(u"worker-a"_s);
    QVERIFY(complaint().contains(u"worker-a"_s));
    dialog->personaField(u"reviewer-a"_s)->setCurrentText(u"b"_s);
    QCOMPARE(complaint(), QString());
    dialog->search()->setText(u"no such words at all"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(driver.window.document().undoStack().count(), 0);
}

void TestAdvisor::theStartPageBeginsAWorkflowWithAPattern()
{
    WindowDriver driver;
    QVERIFY(driver.window.isStartPageShown());
    QPushButton *which = nullptr;
    for (QPushButton *button : driver.window.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == u"Which pattern fits?"_s)
            which = button;
    }
    QVERIFY(which);
    which->click();
    QVERIFY(!driver.window.isStartPageShown());
    PatternDialog *dialog = shown<PatternDialog>(driver);
    QVERIFY(dialog);
    dialog->choose(Pattern::Phases);
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(driver.window.document().workflow().contents().phases.size(), 4);
    QCOMPARE(driver.window.document().workflow().contents().gates.size(), 4);
}

void TestAdvisor::thePatternsOfAPlanAreNamedAndSelected()
{
    WindowDriver driver;
    driver.openTemplate(u"parallel-pipelines"_s);
    driver.window.document().selection().clear();
    PatternBox *box = driver.window.findChild<PatternBox *>();
    QTRY_VERIFY(!box->patterns().isEmpty() && box->isVisible());
    QCOMPARE(box->patterns().first().pattern, Pattern::Pipelines);
    QToolButton *line = box->findChild<QToolButton *>();
    QCOMPARE(line->text(), titleOf(Pattern::Pipelines));
    QTest::mouseClick(line, Qt::LeftButton);
    QVERIFY(driver.window.document().selection().contains(driver.key(u"integrate"_s)));
    QVERIFY(driver.window.document().selection().keys().size() >= 7);
    QVERIFY(!box->isVisible()); // Now the inspector is about those.
}

void TestAdvisor::aPatternInsertedIntoAPlanCoversNothing()
{
    WindowDriver driver;
    for (const char *name : {"codebase-understanding", "standard-orchestration"}) {
        driver.openTemplate(QString::fromLatin1(name));
        driver.window.document().selection().clear();
        for (const char *pattern : {"pipelines", "sync-points"}) {
            driver.window.document().selection().clear();
            driver.trigger(u"insert."_s + QLatin1StringView(pattern));
        }
        const Contents &contents = driver.window.document().workflow().contents();
        QList<QRectF> cards;
        for (const auto &slot : contents.tasks)
            cards += driver.canvas().nodeRect(slot.key);
        for (qsizetype i = 0; i < cards.size(); ++i) {
            for (qsizetype j = i + 1; j < cards.size(); ++j)
                QVERIFY2(!cards.at(i).intersects(cards.at(j)), name);
        }
        while (driver.window.document().undoStack().canUndo())
            driver.trigger(u"edit.undo"_s);
    }
}

namespace {

/// Types into a cell of the what-if's tasks, as somebody does who clicks it twice.
void typeInto(WhatIfDialog &dialog, NodeKey task, WhatIfModel::Column column, const QString &text)
{
    auto *table = dialog.findChild<QTableView *>();
    dialog.selectTask(task);
    const QModelIndex cell = table->currentIndex().siblingAtColumn(column);
    table->scrollTo(cell);
    const QPoint place = table->visualRect(cell).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, place);
    auto *editor = table->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace

void TestAdvisor::whatIfShowsBothPlansAndTakesTheChangesAsOneStep()
{
    WindowDriver driver;
    openRow(driver);
    const Contents before = driver.window.document().workflow().contents();
    driver.trigger(u"run.what-if"_s);
    WhatIfDialog *dialog = shown<WhatIfDialog>(driver);
    QVERIFY(dialog);
    QVERIFY(!dialog->takeButton()->isEnabled());
    QTRY_COMPARE(dialog->figure(u"time"_s, 1), u"50 s"_s);
    QCOMPARE(dialog->figure(u"tokens"_s, 1), u"7,500"_s);
    QCOMPARE(dialog->figure(u"cost"_s, 1), QString()); // Nobody has named a price.

    // An edge, a duration, a model with its price, a limit.
    dialog->selectTask(driver.key(u"three"_s));
    QCOMPARE(dialog->needs()->count(), 1);
    dialog->needs()->setCurrentRow(0);
    QTest::keyClick(dialog->needs(), Qt::Key_Space);
    const NodeKey five = driver.key(u"five"_s);
    typeInto(*dialog, five, WhatIfModel::DurationColumn, u"40s"_s);
    typeInto(*dialog, five, WhatIfModel::DurationColumn, u"soon"_s); // Which is no duration.
    typeInto(*dialog, five, WhatIfModel::ModelColumn, u"opus"_s);
    QCOMPARE(dialog->changes().after().task(five)->budgetDuration.text, u"40s"_s);
    QCOMPARE(dialog->changes().after().task(five)->model, u"opus"_s);
    dialog->limit()->selectAll();
    QTest::keyClicks(dialog->limit(), u"2"_s);
    QTest::keyClick(dialog->limit(), Qt::Key_Tab);
    QVERIFY(dialog->takeButton()->isEnabled());
    // one, two beside three, four, five: 10 + 10 + 40.
    QTRY_COMPARE(dialog->figure(u"time"_s, 2), u"1 min"_s);
    QCOMPARE(dialog->figure(u"time"_s, 1), u"50 s"_s);
    QVERIFY2(dialog->figure(u"path"_s, 1).startsWith(u"50 s"_s), qPrintable(dialog->figure(u"path"_s, 1)));
    QVERIFY2(dialog->figure(u"path"_s, 2).startsWith(u"1 min"_s), qPrintable(dialog->figure(u"path"_s, 2)));
    QTRY_VERIFY(dialog->band().has_value());
    QCOMPARE(dialog->band()->runs, 200);
    QVERIFY(dialog->band()->makespan.p10 < dialog->band()->makespan.p50);
    QVERIFY(dialog->band()->makespan.p50 < dialog->band()->makespan.p90);
    QCOMPARE(driver.window.document().workflow().contents(), before); // Nothing has happened yet.

    QTest::mouseClick(dialog->takeButton(), Qt::LeftButton);
    QCOMPARE(driver.window.document().undoStack().count(), 1);
    QVERIFY(driver.task(u"three"_s).needs.isEmpty());
    QCOMPARE(driver.task(u"five"_s).budgetDuration.text, u"40s"_s);
    QCOMPARE(driver.window.document().workflow().info().maxConcurrent, 2);
    driver.trigger(u"edit.undo"_s);
    QCOMPARE(driver.window.document().workflow().contents(), before);
}

void TestAdvisor::whatIfThrownAwayLeavesNoTrace()
{
    WindowDriver driver;
    openRow(driver);
    const Contents before = driver.window.document().workflow().contents();
    driver.trigger(u"run.what-if"_s);
    WhatIfDialog *dialog = shown<WhatIfDialog>(driver);
    auto *price = dialog->findChild<QDoubleSpinBox *>(u"price-haiku"_s);
    QVERIFY(price);
    price->setValue(1);
    dialog->findChild<QDoubleSpinBox *>(u"price-opus"_s)->setValue(20);
    dialog->newNeed()->setText(u"five"_s);
    dialog->selectTask(driver.key(u"one"_s));
    QTest::keyClick(dialog->newNeed(), Qt::Key_Return);
    QVERIFY(dialog->changes().edit().isEmpty()); // That would close a cycle.
    dialog->limit()->setValue(1);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(driver.window.document().workflow().contents(), before);
    QVERIFY(!driver.window.document().isEdited());
    // Prices are remembered.
    QTRY_VERIFY(!shown<WhatIfDialog>(driver));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    driver.trigger(u"run.what-if"_s);
    dialog = shown<WhatIfDialog>(driver);
    QCOMPARE(dialog->findChild<QDoubleSpinBox *>(u"price-opus"_s)->value(), 20.0);
}

QTEST_MAIN(TestAdvisor)
#include "tst_advisor.moc"
