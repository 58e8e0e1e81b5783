// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/filecontroller.h"
#include "app/runcontroller.h"
#include "app/workspace.h"
#include "model/run/calibration.h"
#include "model/run/runrecord.h"
#include "tests/app/windowdriver.h"
#include "views/canvas/planview.h"
#include "views/dialogs/whatifdialog.h"
#include "views/panels/inspectorpanel.h"
#include "views/panels/runpanel.h"
#include "views/panels/runtablemodel.h"
#include "views/panels/timelineview.h"
#include "views/widgets/noticebar.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using baton::test::WindowDriver;

namespace {

QString noteOf(WindowDriver &driver, const QString &id)
{
    return driver.canvas().scene().list().card(driver.key(id))->note;
}

QString rowOf(WindowDriver &driver, const QString &id)
{
    const QAbstractItemModel &rows = *driver.window.workspace().run()->table()->model();
    for (int row = 0; row < rows.rowCount(); ++row) {
        if (rows.index(row, 0).data(RunTableModel::IdRole) == id)
            return rows.index(row, RunTableModel::StateColumn).data().toString();
    }
    return {};
}

QString inspectorText(WindowDriver &driver)
{
    QString text;
    for (const QLabel *label : driver.window.workspace().inspector()->findChildren<QLabel *>()) {
        if (label->isVisible())
            text += label->text() + u'\n';
    }
    return text;
}

void run(WindowDriver &driver, const QByteArray &plan)
{
    driver.window.files().open(driver.write(u"steer.baton.yaml"_s, plan));
    RunController &runs = driver.window.runs();
    runs.setMode(RunMode::Plan);
    runs.setTrusted(true);
    driver.trigger(u"run.start"_s);
}

} // namespace

/// What the window says of a run between its events, and what a person does about what went wrong.
class TestRunSteering : public QObject
{
    Q_OBJECT

private slots:
    void whatATaskWaitsForStandsOnItsCardInTheTableAndInTheInspector();
    void aRetryCountsDownWhileNothingHappens();
    void whatWasSpentStandsOnTheCardAndTheLane();
    void whatEarlierRunsToldIsReckonedWith();
    void aFailedTaskIsTriedAgainWhileTheRunGoesOn();
    void aFailedTaskIsTriedAgainWhenTheRunHasEnded();
    void aRefusedGateIsAskedAboutAgain();
};

void TestRunSteering::whatATaskWaitsForStandsOnItsCardInTheTableAndInTheInspector()
{
    WindowDriver driver;
    run(driver, "baton: 1\nname: Steer\nsettings: {max_concurrent: 1}\npersonas: [{id: hand}]\ntasks:\n"
                "  - {id: first, persona: hand, executor: {type: shell, command: \"while ! test -e go; do sleep 0.02; done\"}}\n"
                "  - {id: second, persona: hand, executor: {type: shell, command: \"true\"}}\n"
                "  - {id: third, persona: hand, executor: {type: shell, command: \"true\"}}\n"
                "  - {id: last, persona: hand, needs: [first], executor: {type: shell, command: \"true\"}}\n");
    driver.trigger(u"view.zoom-fit"_s);
    QTRY_COMPARE_WITH_TIMEOUT(driver.canvas().shownState(driver.key(u"first"_s)), u"ACTIVE"_s, 15'000);
    const QSet<QString> places{u"next to start"_s, u"queued, place 2"_s};
    QTRY_COMPARE((QSet<QString>{noteOf(driver, u"second"_s), noteOf(driver, u"third"_s)}), places);
    QCOMPARE(rowOf(driver, u"second"_s), u"READY · "_s + noteOf(driver, u"second"_s));
    QCOMPARE(rowOf(driver, u"last"_s), u"PENDING · waits for first"_s);
    driver.window.document().selection().set(driver.key(u"second"_s));
    QTRY_VERIFY(inspectorText(driver).contains(noteOf(driver, u"second"_s)));
    driver.picture(u"queued"_s);
    driver.write(u"go"_s, {});
    RunController &runs = driver.window.runs();
    QTRY_COMPARE_WITH_TIMEOUT(runs.record()->state().status, RunStatus::Complete, 15'000);
    QTRY_COMPARE(noteOf(driver, u"second"_s), QString());
    QCOMPARE(rowOf(driver, u"second"_s), u"COMPLETE"_s);
    // Back in time it is said as it was.
    runs.record()->seek(5);
    QVERIFY(!noteOf(driver, u"third"_s).isEmpty());
}

void TestRunSteering::aRetryCountsDownWhileNothingHappens()
{
    WindowDriver driver;
    run(driver, "baton: 1\nname: Steer\npersonas: [{id: hand}]\ntasks:\n"
                "  - {id: flaky, persona: hand, retry: {max: 1, delay: 50s}, executor: {type: shell, command: \"false\"}}\n");
    driver.window.document().selection().set(driver.key(u"flaky"_s));
    QTRY_VERIFY_WITH_TIMEOUT(noteOf(driver, u"flaky"_s).startsWith(u"tries again in"_s), 15'000);
    const QString before = noteOf(driver, u"flaky"_s);
    TimelineView *timeline = driver.window.workspace().run()->timelineView();
    timeline->setRunTime(0);
    const int cursor = timeline->xOfCursor();
    const qint64 last = driver.window.runs().record()->last();
    driver.picture(u"retrying"_s);
    QTRY_VERIFY(noteOf(driver, u"flaky"_s) != before);
    QVERIFY(noteOf(driver, u"flaky"_s).startsWith(u"tries again in"_s));
    QCOMPARE(driver.window.runs().record()->last(), last);
    QTRY_VERIFY(timeline->xOfCursor() != cursor);
    QTRY_VERIFY(inspectorText(driver).contains(noteOf(driver, u"flaky"_s)));
    QTRY_COMPARE(rowOf(driver, u"flaky"_s), u"FAILED · "_s + noteOf(driver, u"flaky"_s));
    driver.trigger(u"run.stop"_s);
}

void TestRunSteering::whatWasSpentStandsOnTheCardAndTheLane()
{
    WindowDriver driver;
    const QByteArray spend = "echo '{\\\"usage\\\": {\\\"input_tokens\\\": %1}}' > $BATON_RESULT";
    const auto spending = [&](const char *tokens) { return QByteArray(spend).replace("%1", tokens); };
    run(driver, "baton: 1\nname: Steer\nsettings: {budget: {tokens: 40000, multiplier: 1}}\n"
                "personas: [{id: hand, model: opus}]\nphases: [{id: work, title: Work}]\ntasks:\n"
                "  - {id: modest, phase: work, persona: hand, budget: {tokens: 20000}, executor: {type: shell, command: \"" + spending("18400") + "\"}}\n"
                "  - {id: eager, phase: work, persona: hand, budget: {tokens: 10000}, executor: {type: shell, command: \"" + spending("15300") + "\"}}\n");
    RunController &runs = driver.window.runs();
    QTRY_COMPARE_WITH_TIMEOUT(runs.record()->state().status, RunStatus::Complete, 15'000);
    const auto card = [&](const QString &id) { return driver.canvas().scene().list().card(driver.key(id)); };
    QTRY_COMPARE(card(u"eager"_s)->used, 15'300);
    QCOMPARE(card(u"eager"_s)->planned, 10'000);
    const LaneItem &lane = driver.canvas().scene().list().lanes().front();
    QCOMPARE(lane.spend, (Spend{33'700, 30'000}));
    // The run has come to more than 80 % of its own budget.
    QVERIFY(driver.window.findChild<NoticeBar *>()->shows(u"budget"_s));
    QTest::qWait(0);
    driver.picture(u"spent"_s);
    runs.record()->seek(1);
    QCOMPARE(card(u"eager"_s)->used, 0);
    QCOMPARE(driver.canvas().scene().list().lanes().front().spend, (Spend{0, 30'000}));
}

void TestRunSteering::whatEarlierRunsToldIsReckonedWith()
{
    WindowDriver driver;
    const QByteArray plan = "baton: 1\nname: Steer\npersonas: [{id: hand, model: opus}]\ntasks:\n"
                            "  - {id: measured, persona: hand, budget: {tokens: 1000}, executor: {type: shell, command: \"echo '{\\\"usage\\\": {\\\"input_tokens\\\": 2500}}' > $BATON_RESULT\"}}\n";
    run(driver, plan);
    RunController &runs = driver.window.runs();
    for (int i = 1; i <= Calibration::enoughRuns; ++i) {
        QTRY_COMPARE_WITH_TIMEOUT(runs.record()->state().status, RunStatus::Complete, 15'000);
        QTRY_VERIFY(!runs.isRunning());
        if (i < Calibration::enoughRuns)
            driver.trigger(u"run.start"_s);
    }
    const auto tokens = [&]() -> QString {
        driver.trigger(u"run.what-if"_s);
        auto *dialog = driver.window.findChild<WhatIfDialog *>();
        const bool isThere = QTest::qWaitFor([&] { return !dialog->figure(u"tokens"_s, 1).isEmpty(); });
        const QString text = isThere ? dialog->figure(u"tokens"_s, 1) : QString();
        if (text == u"2,500"_s) {
            driver.picture(u"what-if"_s, dialog);
            const QString measured = dialog->findChild<QLabel *>(u"measured"_s)->text();
            if (!measured.contains(u"@hand on opus: tokens × 2.50"_s))
                return measured;
        }
        delete dialog;
        return text;
    };
    // The runs are read beside the window; until then the multiplier counts.
    QTRY_COMPARE_WITH_TIMEOUT(tokens(), u"2,500"_s, 15'000);
}

void TestRunSteering::aFailedTaskIsTriedAgainWhileTheRunGoesOn()
{
    WindowDriver driver;
    run(driver, "baton: 1\nname: Steer\npersonas: [{id: hand}]\ntasks:\n"
                "  - {id: other, persona: hand, executor: {type: shell, command: \"while ! test -e go; do sleep 0.02; done\"}}\n"
                "  - {id: shaky, persona: hand, executor: {type: shell, command: \"test -e fixed\"}}\n");
    QTRY_COMPARE_WITH_TIMEOUT(driver.canvas().shownState(driver.key(u"shaky"_s)), u"FAILED"_s, 15'000);
    QAction *retry = driver.window.actions()[u"run.retry"_s];
    driver.window.document().selection().set(driver.key(u"other"_s));
    QVERIFY(!retry->isEnabled());
    driver.window.document().selection().set(driver.key(u"shaky"_s));
    QVERIFY(retry->isEnabled());
    driver.write(u"fixed"_s, {});
    retry->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(driver.canvas().shownState(driver.key(u"shaky"_s)), u"COMPLETE"_s, 15'000);
    QVERIFY(!retry->isEnabled());
    driver.write(u"go"_s, {});
    QTRY_COMPARE_WITH_TIMEOUT(driver.window.runs().record()->state().status, RunStatus::Complete, 15'000);
}

void TestRunSteering::aFailedTaskIsTriedAgainWhenTheRunHasEnded()
{
    WindowDriver driver;
    run(driver, "baton: 1\nname: Steer\npersonas: [{id: hand}]\ntasks:\n"
                "  - {id: shaky, persona: hand, executor: {type: shell, command: \"test -e fixed\"}}\n"
                "  - {id: behind, persona: hand, needs: [shaky], executor: {type: shell, command: \"true\"}}\n");
    QTRY_COMPARE_WITH_TIMEOUT(driver.window.runs().record()->state().status, RunStatus::Failed, 15'000);
    driver.window.document().selection().set(driver.key(u"shaky"_s));
    auto *retry = driver.window.workspace().inspector()->findChild<QPushButton *>(u"retry"_s);
    QTRY_VERIFY(retry->isVisible());
    driver.picture(u"failed"_s);
    driver.write(u"fixed"_s, {});
    QTest::mouseClick(retry, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(driver.window.runs().record()->state().status, RunStatus::Complete, 15'000);
    QCOMPARE(driver.canvas().shownState(driver.key(u"behind"_s)), u"COMPLETE"_s);
    QTRY_VERIFY(!retry->isVisible());
}

void TestRunSteering::aRefusedGateIsAskedAboutAgain()
{
    WindowDriver driver;
    run(driver, "baton: 1\nname: Steer\npersonas: [{id: hand}]\ntasks:\n"
                "  - {id: work, persona: hand, executor: {type: shell, command: \"true\"}}\n"
                "gates:\n  - {id: done, needs: [work], approval: manual}\n");
    RunController &runs = driver.window.runs();
    QTRY_VERIFY_WITH_TIMEOUT(runs.record()->state().gates.first().awaitsApproval, 15'000);
    QVERIFY(runs.answer({Action::Refuse, u"done"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(runs.record()->state().status, RunStatus::Failed, 15'000);
    QTRY_VERIFY(!runs.isRunning());
    driver.window.document().selection().set(driver.key(u"done"_s));
    QVERIFY(driver.window.actions()[u"run.retry"_s]->isEnabled());
    driver.trigger(u"run.retry"_s);
    QTRY_VERIFY_WITH_TIMEOUT(runs.record()->state().gates.first().awaitsApproval, 15'000);
    QVERIFY(runs.answer({Action::Approve, u"done"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(runs.record()->state().status, RunStatus::Complete, 15'000);
}

QTEST_MAIN(TestRunSteering)
#include "tst_runsteering.moc"
