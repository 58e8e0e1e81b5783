// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/filecontroller.h"
#include "app/problemcontroller.h"
#include "app/workspace.h"
#include "model/rules/rules.h"
#include "model/storage/reader.h"
#include "tests/app/windowdriver.h"
#include "views/canvas/planview.h"
#include "views/panels/inspectorpanel.h"
#include "views/panels/problempanel.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace baton;
using baton::test::WindowDriver;

namespace {

constexpr char brokenPlan[] = R"(# Made by hand, and broken by hand.
baton: 1
name: Release
settings: {budget: {tokens: 100000}}
personas:
  - {id: lead, role: planner, executor: {type: simulate}}
  - {id: dev, role: worker, executor: {type: simulate}}
  - {id: qa, role: validator, executor: {type: simulate}}
tasks:
  - {id: scope, title: Scope, persona: lead, kind: plan, deliverables: [plan.md], budget: {tokens: 9000}}
  - {id: build, title: Build, persona: dev, kind: implement, needs: [scoep], deliverables: [app.txt], budget: {tokens: 9000}}
  - {id: check, title: Check, kind: validate, validates: [build], evidence: [check.md], budget: {tokens: 9000}}
  - {id: announce, title: Announce, persona: lead, kind: document, budget: {tokens: 9000}} # stays
)";

} // namespace

/// The window without a mouse.
class TestKeyboard : public QObject
{
    Q_OBJECT

private slots:
    void aBrokenPlanIsMendedByKeysAlone();
    void theFixMenuIsReachedByKeys();
    void whatIsBeingTypedIsSaved();
    void theSignOnTheCanvasLeadsToItsProblem();

private:
    /// Goes to whatever has the focus, as on a real keyboard.
    static void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
        QCoreApplication::processEvents();
    }
    static void type(const QString &text)
    {
        QTest::keyClicks(QApplication::focusWidget(), text);
        QCoreApplication::processEvents();
    }
    static void open(WindowDriver &driver)
    {
        driver.window.files().open(driver.write(u"broken.baton.yaml"_s, brokenPlan));
        driver.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&driver.window));
    }
    /// The rule of the problem that the list stands at.
    static QString current(WindowDriver &driver)
    {
        const QTreeView *list = driver.window.workspace().problems()->findChild<QTreeView *>();
        return list->currentIndex().siblingAtColumn(ProblemModel::RuleColumn).data().toString();
    }
    static QStringList rules(WindowDriver &driver)
    {
        QStringList rules;
        for (const Problem &problem : driver.window.problems().problems())
            rules += problem.rule;
        return rules;
    }
};

void TestKeyboard::aBrokenPlanIsMendedByKeysAlone()
{
    WindowDriver driver;
    open(driver);
    QVERIFY(rules(driver).size() >= 7);

    press(Qt::Key_F8);
    QCOMPARE(current(driver), u"unknown-reference"_s);
    press(Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(driver.task(u"build"_s).needs.first().target, u"scope"_s);

    press(Qt::Key_F8);
    QCOMPARE(current(driver), u"no-persona"_s);
    QCOMPARE(driver.window.document().selection().current(), driver.key(u"check"_s));
    press(Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(driver.task(u"check"_s).persona(), u"qa"_s);

    // The next ones have no fix: the cursor is in the field, and what is typed goes there.
    press(Qt::Key_F8);
    QCOMPARE(current(driver), u"missing-constraints"_s);
    type(u"No downtime"_s);
    press(Qt::Key_F8);
    QCOMPARE(current(driver), u"missing-mission"_s);
    type(u"Ship the release."_s);
    QCOMPARE(driver.window.document().workflow().info().missionSummary, u"Ship the release."_s);
    QCOMPARE(driver.window.document().workflow().info().missionConstraints, QStringList{u"No downtime"_s});

    press(Qt::Key_F8);
    QCOMPARE(current(driver), u"no-evidence"_s);
    press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    type(u"nothing is written"_s);
    press(Qt::Key_Return);
    QCOMPARE(driver.task(u"announce"_s).rules.value(u"no-evidence"_s).reason, u"nothing is written"_s);

    press(Qt::Key_F8);
    QCOMPARE(current(driver), u"isolated-task"_s);
    type(u"check"_s);
    press(Qt::Key_Return);
    QCOMPARE(driver.task(u"announce"_s).needs.size(), 1);
    QCOMPARE(driver.task(u"announce"_s).needs.first().target, u"check"_s);

    QCOMPARE(rules(driver), QStringList());
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!driver.window.document().isEdited());
    const QByteArray saved = WindowDriver::read(driver.folder.filePath(u"broken.baton.yaml"_s));
    QVERIFY(saved.startsWith("# Made by hand"));
    QVERIFY(saved.contains("# stays"));
    const Loaded loaded = readWorkflow(saved, FileKind::Yaml);
    QVERIFY(loaded.readable && loaded.problems.isEmpty());
    QProcess validate;
    validate.start(QStringLiteral(BATON_BINARY_DIR) + u"/bin/baton"_s,
                   {u"validate"_s, u"--format"_s, u"github"_s, driver.folder.filePath(u"broken.baton.yaml"_s)});
    QVERIFY(validate.waitForFinished());
    QCOMPARE(QString::fromUtf8(validate.readAllStandardOutput()), QString()); // an annotation for each problem
    QCOMPARE(validate.exitCode(), 0);
}

void TestKeyboard::theFixMenuIsReachedByKeys()
{
    WindowDriver driver;
    open(driver);
    press(Qt::Key_F8);
    press(Qt::Key_Return, Qt::AltModifier);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(driver.task(u"build"_s).needs.first().target, u"scope"_s);
}

void TestKeyboard::whatIsBeingTypedIsSaved()
{
    WindowDriver driver;
    open(driver);
    driver.window.document().selection().set(driver.key(u"announce"_s));
    driver.window.workspace().inspector()->reveal(Field::Id);
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(line);
    QCOMPARE(line->text(), u"announce"_s);
    line->selectAll();
    type(u"tell-everybody"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(WindowDriver::read(driver.folder.filePath(u"broken.baton.yaml"_s)).contains("tell-everybody"));
    QVERIFY(!driver.window.document().isEdited());
}

void TestKeyboard::theSignOnTheCanvasLeadsToItsProblem()
{
    WindowDriver driver;
    open(driver);
    driver.canvas().setZoom(1);
    driver.canvas().showNode(driver.key(u"check"_s));
    const QPoint sign = driver.canvas().toViewport(badgePlace(*driver.canvas().scene().list().item(driver.key(u"check"_s))));
    QTest::mouseClick(driver.canvas().viewport(), Qt::LeftButton, Qt::NoModifier, sign);
    QCOMPARE(current(driver), u"no-persona"_s);
    QCOMPARE(driver.window.document().selection().current(), driver.key(u"check"_s));
}

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
