// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/views/panels/samples.h"

#include "model/run/advance.h"
#include "tests/views/panels/runs.h"
#include "views/panels/historypanel.h"
#include "views/panels/inspector/fieldtext.h"
#include "views/panels/issuemodel.h"
#include "views/panels/logpanel.h"
#include "views/panels/problempanel.h"
#include "views/panels/runfacts.h"
#include "views/panels/runpanel.h"
#include "views/panels/runsummarybox.h"
#include "views/panels/runtablemodel.h"
#include "views/panels/timelineview.h"
#include "views/panels/tokenspanel.h"

#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace baton;
using test::RecordedRun;
using test::Sample;

/// Shows recorded runs in the real panels and drives them with real events.
class TestRunPanel : public QObject
{
    Q_OBJECT

private slots:
    void aBarFollowsEachAttempt();
    void aBarIsWhereTheWorkWasHoweverLateTheJournalHears();
    void theTableSaysWhatTheStateSaysAtEveryEvent();
    void draggingTheScrubberGoesBackAndForth();
    void theKeyboardStepsThroughTheRun();
    void eventsThatComeTouchOnlyTheirRows();
    void whileLookingBackTheRunGoesOn();
    void pickingARowNamesItsTask();
    void zoomingKeepsThePlaceUnderTheMouse();
    void issuesOfVerdictsAreListedAndNameTheirTask();
    void tokensAddUp();
    void everyInteractiveWidgetHasAName();
    void theSummaryTellsWhatTheGateSees();
    void lookingBackShowsTheRowsOfThatMoment();
    void tenThousandTasksMakeNoWidgets();

private:
    static Contents plan()
    {
        Sample sample;
        sample.change(sample.hardening, [](Task &task) {
            task.executor = {u"simulate"_s, {{u"tokens"_s, 80'000}}};
        });
        return sample.contents;
    }
    struct Shown
    {
        explicit Shown(const Contents &contents, qint64 events = -1)
            : run(contents, events)
        {
            panel.setRecord(run.record.get());
            panel.resize(1100, 240);
            panel.show();
            panel.activateWindow();
            [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&panel);
        }
        TimelineView *timeline() { return panel.timelineView(); }
        QString cell(int row, int column)
        {
            return panel.table()->model()->index(row, column).data().toString();
        }
        QToolButton *place() { return panel.findChild<QToolButton *>(u"place"_s); }

        RecordedRun run;
        Theme theme;
        RunPanel panel{theme};
    };
};

void TestRunPanel::aBarFollowsEachAttempt()
{
    Timeline timeline;
    const auto take = [&](EventType type, qint64 time, const QString &subject = u"a"_s) {
        timeline.take({.time = time, .subject = subject, .type = type});
    };
    take(EventType::RunStarted, 1000, u"run"_s);
    take(EventType::WorkerStarted, 1100);
    take(EventType::WorkerActive, 1200);
    take(EventType::WorkerBlocked, 1300);
    take(EventType::WorkerUnblocked, 1400);
    take(EventType::WorkerFailed, 1500);
    take(EventType::WorkerStarted, 1600);
    take(EventType::WorkerActive, 1700);
    take(EventType::WorkerComplete, 1800);
    take(EventType::GateChecking, 1800, u"gate"_s);
    take(EventType::GatePassed, 1800, u"gate"_s);
    QCOMPARE(timeline.rows().size(), 2);
    QList<TaskState> states;
    for (const Timeline::Bar &bar : timeline.rows().first().bars)
        states += bar.state;
    QCOMPARE(states, (QList{TaskState::Failed, TaskState::Blocked, TaskState::Failed, TaskState::Complete}));
    QCOMPARE(timeline.rows().first().attempts, 2);
    QCOMPARE(timeline.rows().first().bars.last().start, 1600);
    QCOMPARE(timeline.rows().first().bars.last().end, 1800);
    QCOMPARE(timeline.rows().last().gate, GateState::Passed);
    QCOMPARE(timeline.start(), 1000);
    QCOMPARE(timeline.end(), 1800);
    take(EventType::WorkerCancelled, 1900, u"never started"_s);
    QCOMPARE(timeline.rows().size(), 2);
}

namespace {

std::pair<qint64, qint64> placeOf(const Timeline::Bar &bar)
{
    return {bar.start, bar.end};
}

} // namespace

void TestRunPanel::aBarIsWhereTheWorkWasHoweverLateTheJournalHears()
{
    Timeline timeline;
    const auto take = [&](EventType type, qint64 time, const QString &subject, qint64 at = 0) {
        timeline.take({.time = time, .subject = subject, .type = type, .data = momentData(at)});
    };
    take(EventType::RunStarted, 1000, u"run"_s);
    take(EventType::WorkerStarted, 1100, u"queued"_s);
    take(EventType::WorkerActive, 9000, u"queued"_s, 5000);
    take(EventType::WorkerComplete, 9000, u"queued"_s, 7000);
    const QList<Timeline::Bar> queued = timeline.rows().at(0).bars;
    QCOMPARE(queued.size(), 2);
    QCOMPARE(placeOf(queued.at(0)), (std::pair<qint64, qint64>(1100, 5000)));
    QCOMPARE(queued.at(0).state, TaskState::Starting); // It waited then, and did nothing.
    QCOMPARE(placeOf(queued.at(1)), (std::pair<qint64, qint64>(5000, 7000)));
    QCOMPARE(queued.at(1).state, TaskState::Complete);

    take(EventType::WorkerStarted, 9000, u"behind"_s); // The cluster went on with it alone.
    take(EventType::WorkerActive, 9000, u"behind"_s, 7500);
    take(EventType::WorkerFailed, 9000, u"behind"_s, 8500);
    const QList<Timeline::Bar> behind = timeline.rows().at(1).bars;
    QCOMPARE(behind.size(), 1);
    QCOMPARE(placeOf(behind.at(0)), (std::pair<qint64, qint64>(7500, 8500)));
}

void TestRunPanel::theTableSaysWhatTheStateSaysAtEveryEvent()
{
    Shown shown(plan());
    QVERIFY(shown.run.record);
    QVERIFY(shown.run.events.size() > 10);
    RunState expected = initialState(shown.run.plan);
    for (qsizetype count = 0; count <= shown.run.events.size(); ++count) {
        if (count > 0)
            expected = apply(shown.run.plan, std::move(expected), shown.run.events.at(count - 1));
        shown.run.record->seek(count);
        for (int task = 0; task < shown.run.plan.tasks.size(); ++task) {
            const TaskRun &run = expected.tasks.at(task);
            QCOMPARE(shown.cell(task, RunTableModel::StateColumn).section(u" · "_s, 0, 0), nameOf(run.state));
            QCOMPARE(shown.cell(task, RunTableModel::AttemptColumn),
                     run.attempt ? QString::number(run.attempt) : QString());
            QCOMPARE(shown.cell(task, RunTableModel::EvidenceColumn),
                     run.evidence.isEmpty() ? QString() : QString::number(run.evidence.size()));
        }
    }
    QCOMPARE(expected.status, RunStatus::Complete);
    QVERIFY(shown.cell(1, RunTableModel::TokensColumn).contains(FieldText::shortened(225'000)));
}

void TestRunPanel::draggingTheScrubberGoesBackAndForth()
{
    Shown shown(plan());
    test::grab(shown.panel, shown.theme, u"run"_s);
    QWidget *viewport = shown.timeline()->viewport();
    RunRecord &record = *shown.run.record;
    const qint64 last = record.last();
    QCOMPARE(record.cursor(), last);
    QVERIFY(shown.place()->text().contains(u"live"_s));
    QSignalSpy sought(&record, &RunRecord::sought);

    const int end = shown.timeline()->xOfCursor();
    QTest::mousePress(viewport, Qt::LeftButton, {}, {end, 8});
    QTest::mouseMove(viewport, {end - 200, 8});
    QTRY_VERIFY(record.cursor() < last);
    const qint64 early = record.cursor();
    QVERIFY(qAbs(shown.timeline()->xOfCursor() - (end - 200)) < 200);
    QVERIFY(!record.isLive());
    QVERIFY(shown.place()->text().contains(u"go live"_s));
    test::grab(shown.panel, shown.theme, u"run-back"_s);
    for (int task = 0; task < shown.run.plan.tasks.size(); ++task)
        QCOMPARE(shown.cell(task, RunTableModel::StateColumn).section(u" · "_s, 0, 0), nameOf(record.state().tasks.at(task).state));

    QTest::mouseMove(viewport, {end - 60, 8});
    QTRY_VERIFY(record.cursor() > early);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, {end - 60, 8});
    QTest::mouseClick(shown.place(), Qt::LeftButton);
    QVERIFY(record.isLive());
    QCOMPARE(record.cursor(), last);
    QVERIFY(sought.count() >= 2);
}

void TestRunPanel::theKeyboardStepsThroughTheRun()
{
    Shown shown(plan());
    RunRecord &record = *shown.run.record;
    shown.timeline()->setFocus();
    QTest::keyClick(shown.timeline(), Qt::Key_Home);
    QTRY_COMPARE(record.cursor(), 0);
    QCOMPARE(shown.cell(0, RunTableModel::StateColumn), u"PENDING"_s);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(shown.timeline(), Qt::Key_Right); // Faster than the seeking: none is lost.
    QTRY_COMPARE(record.cursor(), 3);
    QTest::keyClick(shown.timeline(), Qt::Key_Left);
    QTRY_COMPARE(record.cursor(), 2);
    QVERIFY(shown.timeline()->accessibleDescription().contains(u'2'));
    QTest::keyClick(shown.timeline(), Qt::Key_End);
    QTRY_VERIFY(record.isLive());
    QCOMPARE(record.cursor(), record.last());
}

void TestRunPanel::eventsThatComeTouchOnlyTheirRows()
{
    const RecordedRun whole(plan());
    Shown shown(plan(), 4);
    QSignalSpy changed(shown.panel.table()->model(), &QAbstractItemModel::dataChanged);
    shown.run.write(4, 5);
    shown.run.record->catchUp();
    const int row = shown.run.plan.indexOfTask(shown.run.events.at(4).subject);
    for (const QList<QVariant> &signal : changed) {
        QCOMPARE(signal.at(0).toModelIndex().row(), row);
        QCOMPARE(signal.at(1).toModelIndex().row(), row);
    }
    QCOMPARE(shown.run.record->cursor(), 5);
    shown.run.write(5, shown.run.events.size());
    shown.run.record->catchUp();
    QCOMPARE(shown.timeline()->timeline().rows().size(), whole.plan.tasks.size() + whole.plan.gates.size());
}

void TestRunPanel::whileLookingBackTheRunGoesOn()
{
    Shown shown(plan(), 8);
    RunRecord &record = *shown.run.record;
    record.seek(3);
    shown.run.write(8, 12);
    record.catchUp();
    QCOMPARE(record.cursor(), 3);
    QVERIFY(shown.place()->text().contains(u"3"_s));
    QVERIFY(shown.place()->text().contains(u"12"_s));
}

void TestRunPanel::pickingARowNamesItsTask()
{
    Shown shown(plan());
    QSignalSpy activated(&shown.panel, &RunPanel::activated);
    shown.timeline()->setFocus();
    QTest::keyClick(shown.timeline(), Qt::Key_Down);
    QCOMPARE(activated.last().first().toString(), u"system-design"_s);
    QTest::mouseClick(shown.panel.findChild<QToolButton *>(u"table"_s), Qt::LeftButton);
    QVERIFY(shown.panel.table()->isVisible());
    test::grab(shown.panel, shown.theme, u"run-table"_s);
    shown.panel.table()->setFocus();
    QCOMPARE(activated.count(), 1); // Coming in by Tab picks nothing.
    QTest::keyClick(shown.panel.table(), Qt::Key_Down);
    QCOMPARE(activated.last().first().toString(), u"api-hardening"_s);
    shown.panel.table()->sortByColumn(RunTableModel::TokensColumn, Qt::DescendingOrder);
    QCOMPARE(shown.cell(0, RunTableModel::TaskColumn), u"API hardening"_s);
    const qsizetype before = activated.count();
    shown.panel.showCurrent(u"security-audit"_s);
    QCOMPARE(shown.panel.table()->currentIndex().data(RunTableModel::IdRole).toString(), u"security-audit"_s);
    QCOMPARE(activated.count(), before);
}

void TestRunPanel::zoomingKeepsThePlaceUnderTheMouse()
{
    Shown shown(plan());
    TimelineView *timeline = shown.timeline();
    const int x = timeline->xOfCursor();
    timeline->zoom(8, x);
    QVERIFY(!timeline->isFitted());
    QVERIFY(qAbs(timeline->xOfCursor() - x) <= 1 ||
            timeline->horizontalScrollBar()->value() == timeline->horizontalScrollBar()->maximum());
    QVERIFY(timeline->horizontalScrollBar()->maximum() > 0);
    timeline->setFocus();
    QTest::keyClick(timeline, Qt::Key_0);
    QVERIFY(timeline->isFitted());
    const QString tip = timeline->tipAt({timeline->viewport()->width() / 5 + 20, 40});
    QVERIFY2(tip.startsWith(u"System design\nCOMPLETE\nfrom 0.0 s for 3.0 s"_s), qPrintable(tip));
    QVERIFY2(tip.endsWith(u"on the critical path"_s), qPrintable(tip));
}

void TestRunPanel::issuesOfVerdictsAreListedAndNameTheirTask()
{
    Shown shown(plan(), 0);
    QTableView *issues = shown.panel.issues();
    QCOMPARE(issues->model()->rowCount(), 0);
    // The run as it was, but the audit rejects.
    for (Event &event : shown.run.events) {
        if (event.type == EventType::WorkerVerdict)
            event.data = {{u"verdict"_s, u"rejected"_s},
                          {u"issues"_s, QJsonArray{QJsonObject{{u"severity"_s, u"high"_s},
                                                               {u"task"_s, u"api-hardening"_s},
                                                               {u"where"_s, u"src/api/login.c"_s},
                                                               {u"what"_s, u"no rate limit"_s},
                                                               {u"fix"_s, u"limit it"_s}},
                                                   QJsonObject{{u"what"_s, u"<b>nothing</b>\nnamed"_s}}}}};
    }
    shown.run.write(0, shown.run.events.size());
    shown.run.record->catchUp();
    QCOMPARE(issues->model()->rowCount(), 2);
    QCOMPARE(issues->model()->index(0, IssueModel::WhatColumn).data().toString(), u"no rate limit"_s);
    QVERIFY(shown.panel.findChild<QToolButton *>(u"issues"_s)->text().contains(u'2'));
    QSignalSpy activated(&shown.panel, &RunPanel::activated);
    QTest::mouseClick(shown.panel.findChild<QToolButton *>(u"issues"_s), Qt::LeftButton);
    test::grab(shown.panel, shown.theme, u"run-issues"_s);
    issues->selectRow(0);
    QCOMPARE(activated.last().first().toString(), u"api-hardening"_s);
    issues->selectRow(0);
    issues->selectRow(1); // Names no task: the one that was validated.
    QCOMPARE(activated.last().first().toString(), u"api-hardening"_s);
    shown.run.record->seek(1);
    QCOMPARE(issues->model()->rowCount(), 0);
}

void TestRunPanel::everyInteractiveWidgetHasAName()
{
    const RecordedRun run(plan());
    Theme theme;
    RunPanel runPanel(theme);
    LogPanel log(theme);
    TokensPanel tokens(theme);
    HistoryPanel history(theme);
    Document document;
    ProblemPanel problems(document, theme);
    for (QWidget *panel : QList<QWidget *>{&runPanel, &log, &tokens, &history, &problems}) {
        QVERIFY(!panel->accessibleName().isEmpty());
        for (const QWidget *widget : panel->findChildren<QWidget *>()) {
            const QWidget *parent = widget->parentWidget();
            const bool part = parent->inherits("QAbstractScrollArea") || parent->inherits("QComboBox") ||
                              widget->inherits("QHeaderView") || widget->window() != panel;
            if (widget->focusPolicy() == Qt::NoFocus || part)
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty() || !widget->property("text").toString().isEmpty(),
                     qPrintable(panel->objectName() + u": "_s +
                                QString::fromLatin1(parent->metaObject()->className()) + u'/' +
                                QString::fromLatin1(widget->metaObject()->className())));
        }
    }
}

void TestRunPanel::tokensAddUp()
{
    const RecordedRun run(plan());
    Theme theme;
    TokensPanel panel(theme);
    panel.resize(900, 240);
    panel.show();
    panel.setRecord(run.record.get());
    test::grab(panel, theme, u"tokens"_s);
    qint64 used = 0;
    for (const TaskRun &task : run.record->state().tasks)
        used += task.usage.total();
    QVERIFY(used > 0);
    QVERIFY(panel.totalText().contains(FieldText::shortened(used)));
    const auto *table = panel.findChild<QTableView *>();
    QCOMPARE(table->model()->rowCount(), int(run.plan.tasks.size() + run.plan.phases.size()));
    run.record->seek(0);
    QTRY_VERIFY(panel.totalText().startsWith(u'0'));
}

void TestRunPanel::theSummaryTellsWhatTheGateSees()
{
    const RecordedRun run(plan());
    Theme theme;
    RunSummaryBox box(theme);
    box.resize(260, 220);
    box.show();
    // Just after the first task is complete: one of the two in front of the gate.
    qint64 seq = 0;
    for (const Event &event : run.events) {
        if (event.type == EventType::WorkerComplete) {
            seq = event.seq;
            break;
        }
    }
    run.record->seek(seq);
    box.setRun(&run.record->plan(), &run.record->state());
    test::grab(box, theme, u"summary"_s);
    QStringList texts;
    for (const QLabel *label : box.findChildren<QLabel *>())
        texts += label->text();
    const QString all = texts.join(u'\n');
    QVERIFY2(all.contains(u"GATE 1 CRITERIA"_s), qPrintable(all));
    QVERIFY2(all.contains(u"1 of 2 task(s) complete"_s), qPrintable(all));
    QVERIFY2(all.contains(u"1.5"_s), qPrintable(all));
    run.record->goLive();
    const QList<CriterionResult> criteria = RunFacts::criteria(run.record->plan(), run.record->state(), 0);
    QVERIFY(!criteria.isEmpty());
    for (const CriterionResult &criterion : criteria)
        QVERIFY2(criterion.holds, qPrintable(criterion.saw));
}

void TestRunPanel::lookingBackShowsTheRowsOfThatMoment()
{
    const RecordedRun run(test::randomPlan(60, 60, 3));
    Theme theme;
    TimelineView view(theme);
    view.resize(600, 150);
    view.show();
    view.setRecord(run.record.get());
    QScrollBar *bar = view.verticalScrollBar();
    bar->setValue(bar->maximum());
    QVERIFY(bar->value() > 0);
    const auto started = std::find_if(run.events.begin(), run.events.end(),
                                      [](const Event &event) { return event.type == EventType::WorkerStarted; });
    run.record->seek(started->seq);
    view.showMoment();
    QCOMPARE(bar->value(), 0); // where the first that started stands
    run.record->goLive();
    view.showMoment();
    QVERIFY(bar->value() > 0);
}

void TestRunPanel::tenThousandTasksMakeNoWidgets()
{
    Contents contents = test::randomPlan(10'000, 0, 3);
    Shown shown(contents);
    QVERIFY(shown.run.record);
    QVERIFY(shown.timeline()->timeline().rows().size() > 10'000);
    QVERIFY(shown.panel.findChildren<QWidget *>().size() < 100);
    QBENCHMARK
    {
        shown.timeline()->verticalScrollBar()->setValue(
            shown.timeline()->verticalScrollBar()->value() ? 0 : 90'000);
        QVERIFY(!shown.timeline()->grab().isNull());
    }
}

QTEST_MAIN(TestRunPanel)
#include "tst_runpanel.moc"
