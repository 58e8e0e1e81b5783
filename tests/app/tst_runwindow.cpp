// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/attention.h"
#include "app/filecontroller.h"
#include "app/runcontroller.h"
#include "app/settingsdialog.h"
#include "app/statusstrip.h"
#include "app/workspace.h"
#include "model/run/planextension.h"
#include "tests/app/windowdriver.h"
#include "views/canvas/planview.h"
#include "views/panels/inbox/inboxpanel.h"
#include "views/panels/inbox/issueeditor.h"
#include "views/panels/inbox/promiselist.h"
#include "views/panels/comparemodel.h"
#include "views/panels/evidencemodel.h"
#include "views/panels/historypanel.h"
#include "views/panels/inspector/handoffbox.h"
#include "views/panels/inspectorpanel.h"
#include "views/panels/issuemodel.h"
#include "views/panels/playback.h"
#include "views/panels/runpanel.h"
#include "views/panels/runtablemodel.h"
#include "views/panels/timebar.h"
#include "views/panels/timelineview.h"
#include "views/panels/tokenchart.h"
#include "views/panels/tokenspanel.h"
#include "views/style/stylesheet.h"
#include "views/widgets/noticebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace baton;
using baton::test::WindowDriver;

namespace {

/// Everything that people are asked: a launch, a verdict with a file, a blocker, a gate.
constexpr auto people =
    "baton: 1\n"
    "name: People\n"
    "personas: [{id: hand}, {id: judge}]\n"
    "phases: [{id: work, title: Work}]\n"
    "tasks:\n"
    "  - id: draft\n"
    "    title: Draft\n"
    "    phase: work\n"
    "    persona: hand\n"
    "    launch: approve\n"
    "    deliverables: [out/draft.md]\n"
    "    handoff: [numbers checked]\n"
    "    executor: {type: shell, command: \"mkdir -p out && echo draft > out/draft.md\"}\n"
    "  - id: review\n"
    "    title: Review\n"
    "    phase: work\n"
    "    persona: judge\n"
    "    kind: validate\n"
    "    description: Read the draft and say what is wrong with it.\n"
    "    validates: [draft]\n"
    "    needs: [{task: draft, type: output}]\n"
    "    evidence: [review/notes.md]\n"
    "    done_when: [every claim has a source]\n"
    "    executor: {type: human}\n"
    "  - id: stuck\n"
    "    title: Stuck\n"
    "    phase: work\n"
    "    persona: hand\n"
    "    executor: {type: shell, command: \"grep -q . \\\"$BATON_NOTE\\\" && exit 0; echo which one >&2; exit 75\"}\n"
    "gates:\n"
    "  - {id: gate, title: Gate, phase: work, approval: manual, criteria: [complete, approved]}\n";

TaskState stateOf(const RunRecord &record, const QString &task)
{
    return record.state().tasks.value(planOf(record.plan(), record.state()).indexOfTask(task)).state;
}

void click(QWidget *button)
{
    QTest::mouseClick(button, Qt::LeftButton);
}

class FakeNotifier final : public Notifier
{
public:
    explicit FakeNotifier(QStringList &told) : m_told(told) {}
    void notify(const Notification &notification) override
    {
        last = notification;
        m_told.append(notification.text);
        if (fails)
            notification.failed();
    }
    Notification last;
    bool fails = false;

private:
    QStringList &m_told;
};

} // namespace

/// What somebody sees and answers while a run goes on, and afterwards.
class TestRunWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void whatWaitsForAPersonIsAnsweredInTheInbox();
    void aRunThatAnotherProgramDrivesIsFollowedAndAnswered();
    void goingBackInTimeTakesTheWholeWindowAlong();
    void aRunIsPlayedAtTheSpeedThatIsAskedFor();
    void theDesktopTellsWhatHappensWhileNobodyLooks();
    void everyGateShowsWhatProvesItsTasks();
    void anIssueIsFollowedIntoTheTaskThatFixesIt();
    void tokensBurnDownAgainstTheBudget();
    void twoRunsAreComparedSideBySide();
    void whatIsHandedOverIsShownOnTheEdgeAndInTheInspector();
};

void TestRunWindow::whatWaitsForAPersonIsAnsweredInTheInbox()
{
    WindowDriver driver;
    driver.window.files().open(driver.write(u"people.baton.yaml"_s, people));
    RunController &runs = driver.window.runs();
    runs.setMode(RunMode::Plan);
    runs.setTrusted(true);
    driver.trigger(u"run.start"_s);
    QVERIFY(runs.record());
    const RunRecord &record = *runs.record();
    InboxPanel &inbox = *driver.window.workspace().inbox();
    auto *badge = driver.window.status().findChild<QToolButton *>(u"waiting"_s);

    // The launch, and the blocker.
    QTRY_COMPARE(inbox.count(), 2);
    QVERIFY(badge->isVisible());
    QVERIFY(badge->text().contains(u'2'));
    click(badge);
    QVERIFY(inbox.isVisible());
    QVERIFY(inbox.show(u"stuck"_s));
    QVERIFY(inbox.findChild<QListView *>()->currentIndex().data(Qt::AccessibleTextRole).toString().contains(u"which one"_s));
    QVERIFY(!inbox.button(Action::Approve));
    auto *note = inbox.findChild<QPlainTextEdit *>();
    note->setFocus();
    QTest::keyClicks(note, u"the blue one"_s);
    click(inbox.button(Action::Resolve));
    QTRY_COMPARE(stateOf(record, u"stuck"_s), TaskState::Complete);
    QTRY_COMPARE(inbox.count(), 1);
    QVERIFY(note->toPlainText().isEmpty()); // The next question begins with none.
    click(inbox.button(Action::Approve));
    QTRY_COMPARE(stateOf(record, u"draft"_s), TaskState::Complete);

    // The review: what it judges, what it gets, what it promised.
    QTRY_VERIFY(inbox.show(u"review"_s));
    QString said;
    for (const QLabel *label : inbox.findChildren<QLabel *>())
        said += label->text();
    QVERIFY(said.contains(u"Read the draft"_s));
    QVERIFY(said.contains(u"out/draft.md; promised: numbers checked"_s));
    QCOMPARE(inbox.promises()->files().size(), 1);
    QVERIFY(inbox.promises()->files().first().files.isEmpty());
    driver.picture(u"inbox"_s);
    click(inbox.button(Action::Approve)); // Without its evidence it would fail: nothing is sent.
    QCoreApplication::processEvents();
    QCOMPARE(stateOf(record, u"review"_s), TaskState::Active);
    const QString notes = driver.write(u"elsewhere.txt"_s, "all claims have sources\n");
    inbox.promises()->attach(u"review/notes.md"_s, notes);
    QCOMPARE(inbox.promises()->files().first().files, QStringList(u"review/notes.md"_s));
    for (QCheckBox *box : inbox.findChildren<QCheckBox *>())
        box->setChecked(true);
    click(inbox.findChild<QPushButton *>(u"addIssue"_s));
    const QList<QLineEdit *> lines = inbox.findChild<IssueEditor *>()->findChildren<QLineEdit *>();
    QTest::keyClicks(lines.at(0), u"out/draft.md:1"_s);
    QTest::keyClicks(lines.at(1), u"too short"_s);
    click(inbox.button(Action::Approve));
    QTRY_COMPARE(stateOf(record, u"review"_s), TaskState::Complete);
    const TaskRun &review = record.state().tasks.at(record.plan().indexOfTask(u"review"_s));
    QVERIFY(review.verdict && review.verdict->approved);
    QCOMPARE(review.verdict->issues.size(), 1);
    QCOMPARE(review.verdict->issues.first()["what"_L1].toString(), u"too short"_s);
    QCOMPARE(review.verdict->issues.first()["task"_L1].toString(), u"draft"_s);
    QCOMPARE(review.evidence.size(), 1); // Baton has checked it as any other.

    QTRY_VERIFY(inbox.show(u"gate"_s));
    click(inbox.button(Action::Approve));
    QTRY_COMPARE(record.state().status, RunStatus::Complete);
    QTRY_COMPARE(inbox.count(), 0);
    QVERIFY(!badge->isVisible());
}

void TestRunWindow::aRunThatAnotherProgramDrivesIsFollowedAndAnswered()
{
    WindowDriver driver;
    const QString file = driver.write(u"people.baton.yaml"_s, people);
    const QString runDir = driver.folder.filePath(u"run"_s);
    QProcess other;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, driver.folder.filePath(u"config"_s));
    other.setProcessEnvironment(environment);
    other.setStandardInputFile(QProcess::nullDevice());
    other.start(QStringLiteral(BATON_EXECUTABLE), {u"run"_s, file, u"--run-dir"_s, runDir, u"--trust"_s, u"--approve"_s, u"ask"_s});
    QVERIFY(other.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(runDir + u"/events.jsonl"_s), 20'000);

    QStringList told;
    driver.window.attention().setNotifier(std::make_unique<FakeNotifier>(told));
    driver.window.openRun(runDir);
    RunController &runs = driver.window.runs();
    QVERIFY(runs.record());
    QTRY_COMPARE(runs.driver(), InboxPanel::Driver::Elsewhere);
    QVERIFY(driver.window.status().findChild<QLabel *>(u"driver"_s)->isVisible());
    QVERIFY(driver.window.actions()[u"run.stop"_s]->isEnabled()); // It may be asked to.
    InboxPanel &inbox = *driver.window.workspace().inbox();
    driver.trigger(u"view.inbox"_s);
    QTRY_VERIFY_WITH_TIMEOUT(inbox.show(u"stuck"_s), 20'000);
    QTest::keyClicks(inbox.findChild<QPlainTextEdit *>(), u"that one"_s);
    click(inbox.button(Action::Resolve));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(*runs.record(), u"stuck"_s), TaskState::Complete, 20'000);
    QTRY_VERIFY(inbox.show(u"draft"_s));
    click(inbox.button(Action::Approve));
    QTRY_VERIFY_WITH_TIMEOUT(inbox.show(u"review"_s), 20'000);
    QCOMPARE(driver.canvas().shownState(driver.key(u"draft"_s)), u"COMPLETE"_s); // Followed live.
    inbox.promises()->attach(u"review/notes.md"_s, driver.write(u"n.txt"_s, "fine\n"));
    click(inbox.button(Action::Approve));
    QTRY_VERIFY_WITH_TIMEOUT(inbox.show(u"gate"_s), 20'000);
    click(inbox.button(Action::Approve));
    QTRY_COMPARE_WITH_TIMEOUT(runs.record()->state().status, RunStatus::Complete, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(other.state(), QProcess::NotRunning, 20'000);
    QCOMPARE(other.exitCode(), 0);
    QTRY_COMPARE(runs.driver(), InboxPanel::Driver::Nobody);
}

void TestRunWindow::goingBackInTimeTakesTheWholeWindowAlong()
{
    WindowDriver driver;
    driver.openTemplate(u"standard-orchestration"_s);
    RunController &runs = driver.window.runs();
    runs.setSpeed(1e6);
    driver.trigger(u"run.start"_s);
    RunRecord *record = runs.record();
    QTRY_COMPARE_WITH_TIMEOUT(record->state().status, RunStatus::Complete, 30'000);
    Workspace &workspace = driver.window.workspace();
    TimeBar &bar = *workspace.timeBar();
    QVERIFY(!bar.isVisible());

    // Somebody presses into the axis, a third of the way.
    TimelineView *timeline = workspace.run()->timelineView();
    const int end = timeline->xOfCursor();
    QTest::mouseClick(timeline->viewport(), Qt::LeftButton, {}, {end / 2, 4});
    QTRY_VERIFY(bar.isVisible());
    const qint64 moment = record->cursor();
    QVERIFY(moment > 0 && moment < record->last());
    QVERIFY(bar.text().contains(QString::number(moment)));
    const RunState then = record->state();
    const RunPlan &plan = planOf(record->plan(), then);
    for (qsizetype i = 0; i < plan.tasks.size(); ++i) {
        const QString word = nameOf(then.tasks.at(i).state);
        QCOMPARE(driver.canvas().shownState(driver.key(plan.tasks.at(i).id)), word);
        QCOMPARE(workspace.run()->table()->model()->index(int(i), RunTableModel::StateColumn).data().toString().section(u' ', 0, 0), word);
    }
    driver.window.document().selection().set(driver.key(u"feature-x"_s));
    QCoreApplication::processEvents();
    QString inspector;
    for (const QLabel *label : workspace.inspector()->findChildren<QLabel *>())
        inspector += label->text();
    QVERIFY(inspector.contains(nameOf(then.tasks.at(plan.indexOfTask(u"feature-x"_s)).state)));
    driver.picture(u"past"_s);

    click(bar.backButton());
    QVERIFY(record->isLive());
    QVERIFY(!bar.isVisible());
    QCOMPARE(driver.canvas().shownState(driver.key(u"feature-x"_s)), u"COMPLETE"_s);
}

void TestRunWindow::aRunIsPlayedAtTheSpeedThatIsAskedFor()
{
    WindowDriver driver;
    driver.openTemplate(u"standard-orchestration"_s);
    RunController &runs = driver.window.runs();
    runs.setSpeed(1e6);
    driver.trigger(u"run.start"_s);
    RunRecord *record = runs.record();
    QTRY_COMPARE_WITH_TIMEOUT(record->state().status, RunStatus::Complete, 30'000);
    QSignalSpy sought(record, &RunRecord::sought);
    Playback &playback = *driver.window.workspace().playback();
    TimeBar &bar = *driver.window.workspace().timeBar();
    const double length = double(record->events().last().time - record->events().first().time);
    playback.setSpeed(length / 500); // The whole in half a second.
    click(driver.window.workspace().run()->findChild<QToolButton *>(u"play"_s));
    QVERIFY(playback.isPlaying());
    QVERIFY(bar.isVisible());
    QCOMPARE(record->cursor(), 0);
    QTRY_VERIFY(record->cursor() > 0 || record->isLive());
    QTRY_VERIFY(record->isLive()); // It arrives at now by itself.
    QVERIFY(!playback.isPlaying());
    QVERIFY(sought.size() > 3);
    // Stepping holds it.
    playback.setSpeed(length / 60'000);
    playback.play();
    playback.step(1);
    QVERIFY(!playback.isPlaying());
    QCOMPARE(record->cursor(), 1);
    QTest::keyClick(driver.window.workspace().run()->timelineView(), Qt::Key_End);
    QVERIFY(record->isLive());
}

void TestRunWindow::theDesktopTellsWhatHappensWhileNobodyLooks()
{
    WindowDriver driver;
    driver.openTemplate(u"standard-orchestration"_s);
    QStringList told;
    auto *notifier = new FakeNotifier(told);
    driver.window.attention().setNotifier(std::unique_ptr<Notifier>(notifier));
    QTRY_VERIFY(driver.window.isActiveWindow());
    RunController &runs = driver.window.runs();
    runs.setSpeed(1e6);
    const auto runOnce = [&] {
        driver.trigger(u"run.start"_s);
        return QTest::qWaitFor([&] { return runs.record() && runs.record()->state().status == RunStatus::Complete; }, 30'000)
               && QTest::qWaitFor([&] { return !runs.isRunning(); });
    };
    QVERIFY(runOnce());
    QCOMPARE(told, QStringList()); // Whoever looks needs no message.

    QWidget elsewhere;
    elsewhere.show();
    elsewhere.activateWindow();
    QTRY_VERIFY(!driver.window.isActiveWindow());
    QVERIFY(runOnce());
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told.first().contains(u"COMPLETE"_s));
    QVERIFY2(notifier->last.title.contains(u"standard-orchestration"_s), qPrintable(notifier->last.title));
    // A click brings the window up, with the run.
    driver.window.workspace().raiseProblems();
    driver.window.showMinimized();
    notifier->last.opened();
    QVERIFY(!driver.window.isMinimized());
    QTRY_VERIFY(driver.window.isActiveWindow());
    QCOMPARE(driver.window.workspace().tabs()->currentWidget(), driver.window.workspace().run());
    elsewhere.activateWindow();
    QTRY_VERIFY(!driver.window.isActiveWindow());

    // What happens at the same time is one message.
    bool isShown = false;
    driver.window.attention().call(u"first"_s, [&] { isShown = true; });
    driver.window.attention().call(u"second"_s, [] {});
    QTRY_COMPARE(told.size(), 2);
    QCOMPARE(told.last(), u"first\nsecond"_s);
    notifier->last.opened();
    QVERIFY(isShown);
    elsewhere.activateWindow();
    QTRY_VERIFY(!driver.window.isActiveWindow());

    notifier->fails = true; // Then the window shows it itself.
    QVERIFY(runOnce());
    QTRY_VERIFY(driver.window.notices().shows(u"attention"_s));
    QCOMPARE(told.size(), 3);

    SettingsDialog dialog(driver.settings, driver.window.document(), RunWhere::Plan, &driver.window);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.findChild<QCheckBox *>(u"notifies"_s)->setChecked(false);
    QVERIFY(runOnce());
    QCoreApplication::processEvents();
    QCOMPARE(told.size(), 3);
}

void TestRunWindow::everyGateShowsWhatProvesItsTasks()
{
    WindowDriver driver;
    driver.window.files().open(driver.write(u"proof.baton.yaml"_s,
                                            "baton: 1\nname: Proof\npersonas: [{id: hand}]\nphases: [{id: work}]\n"
                                            "tasks:\n"
                                            "  - {id: good, phase: work, persona: hand, evidence: [good.txt], executor: {type: shell, command: \"echo proof > good.txt\"}}\n"
                                            "  - {id: bad, phase: work, persona: hand, evidence: [bad.txt], executor: {type: shell, command: \"true\"}}\n"
                                            "gates: [{id: gate, phase: work, criteria: [complete, evidence]}]\n"));
    RunController &runs = driver.window.runs();
    runs.setMode(RunMode::Plan);
    runs.setTrusted(true);
    driver.trigger(u"run.start"_s);
    QTRY_VERIFY(runs.record() && runs.record()->state().status == RunStatus::Failed);
    RunPanel &panel = *driver.window.workspace().run();
    panel.showView(u"evidence"_s);
    const QAbstractItemModel &model = *panel.evidence()->model();
    QCOMPARE(model.rowCount(), 1); // One gate speaks for both.
    const QModelIndex gate = model.index(0, 0);
    QTRY_COMPARE(gate.siblingAtColumn(EvidenceModel::ProofColumn).data().toString(), u"✗ FAILED"_s);
    QVERIFY(gate.siblingAtColumn(EvidenceModel::CompleteColumn).data().toString().startsWith(u"✗"_s));
    QCOMPARE(model.rowCount(gate), 2);
    const QModelIndex good = model.index(0, 0, gate);
    QCOMPARE(good.data().toString(), u"good"_s);
    QVERIFY(good.siblingAtColumn(EvidenceModel::EvidenceColumn).data().toString().startsWith(u"✓"_s));
    const QModelIndex file = model.index(0, 0, good);
    QCOMPARE(file.data().toString(), u"good.txt"_s);
    QVERIFY(file.siblingAtColumn(EvidenceModel::EvidenceColumn).data().toString().startsWith(u"✓ 6 "_s));
    QVERIFY(file.siblingAtColumn(EvidenceModel::ProofColumn).data().toString().startsWith(u"sha256 "_s));
    const QModelIndex bad = model.index(1, 0, gate);
    QVERIFY(model.index(0, EvidenceModel::EvidenceColumn, bad).data().toString().startsWith(u"✗"_s));
    // A task selects its card; a file is shown as text.
    panel.evidence()->setCurrentIndex(bad);
    QCOMPARE(driver.window.document().selection().current(), driver.key(u"bad"_s));
    panel.evidence()->expandAll();
    driver.picture(u"evidence"_s);
    panel.evidence()->setCurrentIndex(file);
    panel.evidence()->setFocus();
    QTest::keyClick(panel.evidence(), Qt::Key_Return);
    QTRY_VERIFY(driver.window.findChild<QDialog *>());
    QCOMPARE(driver.window.findChild<QDialog *>()->findChild<QPlainTextEdit *>()->toPlainText(), u"proof\n"_s);
    driver.window.findChild<QDialog *>()->close();
    // Back in time nothing is proven yet.
    runs.record()->seek(1);
    QVERIFY(!model.index(0, EvidenceModel::EvidenceColumn, gate).data().toString().startsWith(u"✓"_s));
}

void TestRunWindow::anIssueIsFollowedIntoTheTaskThatFixesIt()
{
    WindowDriver driver;
    driver.window.files().open(driver.write(u"fix.baton.yaml"_s,
                                            "baton: 1\nname: Fix\npersonas: [{id: hand}, {id: judge}]\nphases: [{id: work}]\n"
                                            "tasks:\n"
                                            "  - {id: make, phase: work, persona: hand, executor: {type: human}}\n"
                                            "  - {id: audit, phase: work, persona: judge, kind: validate, validates: [make], executor: {type: human}}\n"
                                            "gates: [{id: gate, phase: work, criteria: [complete, approved], on_fail: fix-phase}]\n"));
    RunController &runs = driver.window.runs();
    runs.setMode(RunMode::Plan);
    driver.trigger(u"run.start"_s);
    Workspace &workspace = driver.window.workspace();
    InboxPanel &inbox = *workspace.inbox();
    workspace.raiseInbox();
    QTRY_VERIFY(inbox.show(u"make"_s));
    click(inbox.button(Action::Approve));
    QTRY_VERIFY(inbox.show(u"audit"_s));
    click(inbox.findChild<QPushButton *>(u"addIssue"_s));
    QTest::keyClicks(inbox.findChild<IssueEditor *>()->findChildren<QLineEdit *>().at(1), u"a hole"_s);
    click(inbox.button(Action::Refuse));
    const QAbstractItemModel &issues = *workspace.run()->issues()->model();
    QTRY_COMPARE(issues.rowCount(), 1);
    const auto state = [&](int row) { return issues.index(row, IssueModel::StateColumn).data().toString(); };
    QCOMPARE(state(0), u"open"_s);
    QTRY_VERIFY(inbox.show(u"gate"_s)); // The fix phase.
    click(inbox.button(Action::Approve));
    QTRY_COMPARE(state(0), u"in fix-gate-1-1"_s);
    workspace.tabs()->setCurrentWidget(workspace.run());
    workspace.run()->showView(u"issues"_s);
    driver.picture(u"issues"_s);
    // The link leads to the fix task.
    QTableView *table = workspace.run()->issues();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(issues.index(0, IssueModel::StateColumn)).center());
    QCOMPARE(workspace.run()->table()->currentIndex().data(RunTableModel::IdRole).toString(), u"fix-gate-1-1"_s);
    workspace.raiseInbox();
    QTRY_VERIFY(inbox.show(u"fix-gate-1-1"_s));
    click(inbox.button(Action::Approve));
    QTRY_VERIFY(state(0).startsWith(u"mended"_s));
    QTRY_VERIFY(inbox.show(u"audit#2"_s));
    click(inbox.button(Action::Approve));
    QTRY_COMPARE(runs.record()->state().status, RunStatus::Complete);
    QTRY_COMPARE(state(0), u"fixed in fix-gate-1-1"_s);
    runs.record()->seek(1);
    QCOMPARE(issues.rowCount(), 0);
}

void TestRunWindow::tokensBurnDownAgainstTheBudget()
{
    WindowDriver driver;
    driver.openTemplate(u"standard-orchestration"_s);
    RunController &runs = driver.window.runs();
    runs.setSpeed(1e6);
    driver.trigger(u"run.start"_s);
    RunRecord *record = runs.record();
    QTRY_COMPARE_WITH_TIMEOUT(record->state().status, RunStatus::Complete, 30'000);
    TokensPanel &tokens = *driver.window.workspace().tokens();
    driver.window.workspace().tabs()->setCurrentWidget(&tokens);
    const TokenChart &chart = *tokens.chart();
    const qint64 limit = chart.figures().limit;
    QVERIFY(limit > 0);
    QCOMPARE(chart.valueAt(record->events().first().time), limit);
    QCOMPARE(chart.valueAt(record->events().last().time), limit - record->state().usage.total());
    driver.picture(u"tokens"_s);
    // A phase has its own budget; its first row is the phase itself.
    tokens.table()->selectRow(0);
    QVERIFY(chart.figures().limit < limit);
    qint64 spent = 0;
    for (int task : record->plan().phases.first().tasks)
        spent += record->state().tasks.at(task).usage.total();
    QCOMPARE(chart.valueAt(record->events().last().time), chart.figures().limit - spent);
    // In the past the rest is still to come.
    record->seek(record->last() / 2);
    QTRY_COMPARE(chart.figures().now, record->state().now);
}

void TestRunWindow::twoRunsAreComparedSideBySide()
{
    WindowDriver driver;
    driver.window.files().open(driver.write(u"twice.baton.yaml"_s,
                                            "baton: 1\nname: Twice\npersonas: [{id: hand}]\n"
                                            "tasks:\n"
                                            "  - {id: same, persona: hand, executor: {type: shell, command: \"true\"}}\n"
                                            "  - {id: other, title: Other, persona: hand, executor: {type: shell, command: \"test ! -e fails\"}}\n"));
    RunController &runs = driver.window.runs();
    runs.setMode(RunMode::Plan);
    runs.setTrusted(true);
    driver.trigger(u"run.start"_s);
    QTRY_VERIFY(runs.record() && runs.record()->state().status == RunStatus::Complete);
    driver.write(u"fails"_s, "x");
    QTRY_VERIFY(!runs.isRunning());
    driver.trigger(u"run.start"_s);
    QTRY_VERIFY(runs.record() && runs.record()->state().status == RunStatus::Failed);
    HistoryPanel &history = *driver.window.workspace().history();
    driver.window.workspace().tabs()->setCurrentWidget(&history);
    QTRY_COMPARE(history.runCount(), 2);
    QVERIFY(!history.compareButton()->isEnabled());
    history.table()->selectAll();
    QVERIFY(history.compareButton()->isEnabled());
    click(history.compareButton());
    QTRY_VERIFY(history.isComparing());
    const QAbstractItemModel &model = *history.comparison()->model();
    QCOMPARE(model.rowCount(), 2);
    // What differs comes first; the earlier run is the first.
    QCOMPARE(model.index(0, CompareModel::NameColumn).data().toString(), u"Other"_s);
    QCOMPARE(model.index(0, CompareModel::FirstStateColumn).data().toString(), u"COMPLETE"_s);
    QCOMPARE(model.index(0, CompareModel::SecondStateColumn).data().toString(), u"FAILED"_s);
    history.comparison()->selectRow(0);
    QCOMPARE(driver.window.document().selection().current(), driver.key(u"other"_s));
    driver.picture(u"compare"_s);
    click(history.findChild<QPushButton *>(u"allRuns"_s));
    QVERIFY(!history.isComparing());
}

void TestRunWindow::whatIsHandedOverIsShownOnTheEdgeAndInTheInspector()
{
    WindowDriver driver;
    driver.window.files().open(driver.write(u"hand.baton.yaml"_s,
                                            "baton: 1\nname: Hand\npersonas: [{id: hand}]\n"
                                            "tasks:\n"
                                            "  - {id: first, title: First, persona: hand, deliverables: [a.txt], handoff: [read twice], executor: {type: shell, command: \"echo a > a.txt\"}}\n"
                                            "  - {id: second, title: Second, persona: hand, needs: [{task: first, type: output}], executor: {type: shell, command: \"true\"}}\n"));
    const auto box = [&](const QString &task) {
        driver.window.document().selection().set(driver.key(task));
        QCoreApplication::processEvents();
        return driver.window.workspace().inspector()->findChild<HandOffBox *>();
    };
    QVERIFY(box(u"second"_s)->plainText().contains(u"Receives"_s));
    QVERIFY(box(u"second"_s)->plainText().contains(u"a.txt"_s));
    QVERIFY(box(u"first"_s)->plainText().contains(u"Hands on"_s));
    const auto edgeTip = [&] {
        const QPointF between = (driver.canvas().portOf(driver.key(u"first"_s), true) + driver.canvas().portOf(driver.key(u"second"_s), false)) / 2;
        return driver.canvas().toolTipAt(driver.canvas().toViewport(between));
    };
    QVERIFY(edgeTip().contains(u"a.txt"_s));
    QVERIFY(!edgeTip().contains(u'✓'));
    RunController &runs = driver.window.runs();
    runs.setMode(RunMode::Plan);
    runs.setTrusted(true);
    driver.trigger(u"run.start"_s);
    QTRY_VERIFY(runs.record() && runs.record()->state().status == RunStatus::Complete);
    QVERIFY(edgeTip().contains(u"✓ a.txt"_s));
    QVERIFY(edgeTip().contains(u"read twice"_s));
    QTRY_VERIFY(box(u"second"_s)->plainText().contains(u"✓ a.txt"_s));
    driver.picture(u"handoff"_s);
}

QTEST_MAIN(TestRunWindow)
#include "tst_runwindow.moc"
