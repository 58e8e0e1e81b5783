// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/filecontroller.h"
#include "app/runcontroller.h"
#include "app/settingsdialog.h"
#include "app/workspace.h"
#include "model/run/advance.h"
#include "model/run/journal.h"
#include "model/run/runrecord.h"
#include "tests/app/windowdriver.h"
#include "tests/model/executors/mockendpoint.h"
#include "tests/model/executors/slurmcluster.h"
#include "views/canvas/planview.h"
#include "views/panels/historypanel.h"
#include "views/panels/runpanel.h"
#include "views/panels/runtablemodel.h"
#include "views/widgets/noticebar.h"
#include "views/widgets/segmentedcontrol.h"

#include <QElapsedTimer>
#include <QPushButton>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace baton;
using baton::test::MockEndpoint;
using baton::test::WindowDriver;

namespace {

QToolButton *buttonNamed(QWidget &window, const QString &text)
{
    for (QToolButton *button : window.findChildren<QToolButton *>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

QString noteOf(WindowDriver &driver, const QString &id)
{
    return driver.canvas().scene().list().card(driver.key(id))->note;
}

/// What the window says of each task, as the journal has it at this moment; empty where both agree.
QString disagreement(WindowDriver &driver)
{
    RunRecord &record = *driver.window.runs().record();
    const RunPlan &plan = planOf(record.plan(), record.state());
    const QAbstractItemModel &rows = *driver.window.workspace().run()->table()->model();
    for (int task = 0; task < plan.tasks.size(); ++task) {
        const QString state = nameOf(record.state().tasks.at(task).state);
        const QString &id = plan.tasks.at(task).id;
        if (const QString shown = driver.canvas().shownState(driver.key(id)); shown != state)
            return u"%1 is %2, its card says %3"_s.arg(id, state, shown);
        for (int row = 0; row < rows.rowCount(); ++row) {
            const QString shown = rows.index(row, RunTableModel::StateColumn).data().toString();
            if (rows.index(row, 0).data(RunTableModel::IdRole) == id && shown.section(u" · "_s, 0, 0) != state)
                return u"%1 is %2, its row says %3"_s.arg(id, state, shown);
        }
    }
    return {};
}

/// The states that each task went through.
QHash<QString, QStringList> statesInJournal(const RunRecord &record)
{
    QHash<QString, QStringList> states;
    RunState state = initialState(record.plan());
    const Result<Journal> journal = readJournal(record.folder().journalPath());
    const QList<Event> events = journal ? journal->events : QList<Event>();
    for (const Event &event : events) {
        state = apply(record.plan(), std::move(state), event);
        const int task = record.plan().indexOfTask(event.subject);
        if (task >= 0 && states[event.subject].value(states[event.subject].size() - 1) != nameOf(state.tasks.at(task).state))
            states[event.subject] += nameOf(state.tasks.at(task).state);
    }
    return states;
}

bool isPartOf(const QStringList &part, const QStringList &whole)
{
    qsizetype at = -1;
    for (const QString &state : part) {
        at = whole.indexOf(state, at + 1);
        if (at < 0 && state != "PENDING"_L1) // as all begin
            return false;
    }
    return true;
}

/// Everything that was seen of a run in a window, event for event.
class Watcher : public QObject
{
public:
    explicit Watcher(WindowDriver &driver) : m_driver(driver)
    {
        connect(&driver.window.runs(), &RunController::stateChanged, this, &Watcher::look);
    }

    QHash<QString, QStringList> states; ///< Of each card, as they followed each other.
    QHash<QString, QStringList> notes;  ///< What stood on it.
    QStringList disagreements;

private:
    void look()
    {
        if (!m_driver.window.runs().record())
            return;
        for (const auto &[key, task] : m_driver.window.document().workflow().contents().tasks) {
            const QString state = m_driver.canvas().shownState(key);
            QStringList &seen = states[task->id];
            if (!state.isEmpty() && seen.value(seen.size() - 1) != state)
                seen += state;
            const QString note = m_driver.canvas().scene().subStateOf(key, m_driver.window.runs().record()->state().now);
            QStringList &said = notes[task->id];
            if (!note.isEmpty() && said.value(said.size() - 1) != note)
                said += note;
        }
        if (const QString wrong = disagreement(m_driver); !wrong.isEmpty())
            disagreements += wrong;
    }

    WindowDriver &m_driver;
};

} // namespace

/// A real Slurm cluster, driven from the window.
class TestSlurmWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void theStandardWorkflowRunsOnTheClusterThoughANodeIsLost();
    void cardsSayWhereTheirJobIsAndWhyItWaits();
    void stoppingCancelsTheJobs();
    void aPlanThatWasHandedOverGoesOnWithoutTheWindow();
    void whatStaysHereIsSaidOnItsCardAndByTheDoctor();
    void aPlanThatCannotBeHandedOverIsRefusedInASentence();
    void aWindowThatIsClosedWhileThePlanIsHandedOverWaitsForThat();
    void jobsOfAWindowThatWasClosedGoOnWhenItIsBack();

private:
    QString write(const QByteArray &plan) const;
    void start(WindowDriver &driver, const QString &file, bool wholePlan = false) const;
    TaskRun task(WindowDriver &driver, const QString &id) const;
    void touch(const QString &name) const { QVERIFY(QFile(m_dir->filePath(name)).open(QIODevice::WriteOnly)); }
    bool become(int count, const QString &state) const;
    /// Whether a new reading of the journal says what the window's record does.
    static bool isWhatTheJournalSays(WindowDriver &driver);

    std::unique_ptr<test::SlurmCluster> m_cluster;
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestSlurmWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain of the person who runs the test
    m_cluster = std::make_unique<test::SlurmCluster>();
    if (const QString problem = m_cluster->up(); !problem.isEmpty())
        QSKIP(qPrintable(problem));
    qputenv("BATON_SLURM_PACE", "250");
    qputenv("BATON_SLURM", "commands");
}

void TestSlurmWindow::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

QString TestSlurmWindow::write(const QByteArray &plan) const
{
    const QString path = m_dir->filePath(u"plan.baton.yaml"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(plan) != plan.size())
        qFatal("Could not write a file of the test.");
    return path;
}

/// As a person does it: a click on Cluster, one on the whole plan where it is wanted, and F5.
void TestSlurmWindow::start(WindowDriver &driver, const QString &file, bool wholePlan) const
{
    driver.window.files().open(file);
    QCoreApplication::processEvents();
    driver.window.runs().setTrusted(true);
    QToolButton *cluster = buttonNamed(driver.window, u"Cluster"_s);
    QVERIFY(cluster);
    QVERIFY2(!buttonNamed(driver.window, u"Whole plan"_s), "it is offered where nothing goes to a cluster");
    QTest::mouseClick(cluster, Qt::LeftButton);
    QCOMPARE(driver.window.runs().mode(), RunMode::Cluster);
    QToolButton *whole = buttonNamed(driver.window, u"Whole plan"_s);
    QVERIFY(whole);
    if (wholePlan) {
        QTest::mouseClick(whole, Qt::LeftButton);
        QVERIFY(driver.window.runs().handsOver() && whole->isChecked());
    }
    QTest::keyClick(&driver.window, Qt::Key_F5);
    QCoreApplication::processEvents();
}

TaskRun TestSlurmWindow::task(WindowDriver &driver, const QString &id) const
{
    const RunRecord &record = *driver.window.runs().record();
    return record.state().tasks.at(planOf(record.plan(), record.state()).indexOfTask(id));
}

/// By the clock: asking the cluster takes a while itself. Of this test's jobs alone.
bool TestSlurmWindow::become(int count, const QString &state) const
{
    constexpr int patience = 60'000;
    QElapsedTimer clock;
    clock.start();
    while (true) {
        int jobs = 0;
        for (const QString &job : m_cluster->jobs(m_dir->path()))
            jobs += job.section('|'_L1, 1, 1) == state;
        if (jobs == count)
            return true;
        if (clock.elapsed() > patience)
            return false;
        QTest::qWait(100);
    }
}

bool TestSlurmWindow::isWhatTheJournalSays(WindowDriver &driver)
{
    const RunRecord &shown = *driver.window.runs().record();
    const auto read = RunRecord::open(shown.folder().path());
    return read && (*read)->state() == shown.state() && shown.state().refusedEvents == 0;
}

void TestSlurmWindow::theStandardWorkflowRunsOnTheClusterThoughANodeIsLost()
{
    WindowDriver driver;
    Watcher watcher(driver);
    const QString file = write(test::standardWorkflow("shell")); // It is the mode that makes jobs of them.
    start(driver, file);
    RunController &runs = driver.window.runs();
    QVERIFY(runs.record());
    const auto halfWay = [this] { return WindowDriver::read(m_dir->filePath(u"where.feature-x"_s)); };
    QTRY_VERIFY_WITH_TIMEOUT(halfWay().endsWith('\n'), 40'000);
    const QString node = QString::fromUtf8(halfWay()).trimmed().section(' '_L1, 1);
    driver.trigger(u"view.zoom-fit"_s);
    QTRY_VERIFY_WITH_TIMEOUT(noteOf(driver, u"feature-x"_s).startsWith(node + u" · #"_s), 10'000);
    QTRY_VERIFY(driver.canvas().scene().subStateOf(driver.key(u"feature-x"_s), 0).contains(u"runs on %1 (main)"_s.arg(node)));
    driver.picture(u"cluster"_s);
    QVERIFY(m_cluster->node(u"fail"_s, node));
    QTRY_COMPARE_WITH_TIMEOUT(runs.record()->state().status, RunStatus::Complete, 90'000);
    QVERIFY(m_cluster->node(u"start"_s, node));

    QCOMPARE(task(driver, u"feature-x"_s).attempt, 2);
    for (const GateRun &gate : runs.record()->state().gates)
        QCOMPARE(gate.state, GateState::Passed);
    // Cards went through the states that the journal tells, some of them too quickly to be seen.
    const QHash<QString, QStringList> told = statesInJournal(*runs.record());
    int placed = 0;
    for (auto seen = watcher.states.cbegin(); seen != watcher.states.cend(); ++seen) {
        const QStringList all = told.value(seen.key());
        QVERIFY2(isPartOf(*seen, all), qPrintable(u"%1 was shown as %2, and was %3"_s.arg(seen.key(), seen->join(' '_L1), all.join(' '_L1))));
        QVERIFY2(all.contains(u"STARTING"_s) && all.contains(u"ACTIVE"_s) && seen->last() == "COMPLETE"_L1, qPrintable(seen.key()));
        placed += !watcher.notes[seen.key()].filter(u"Job "_s).isEmpty();
    }
    QVERIFY(watcher.states[u"feature-x"_s].contains(u"ACTIVE"_s));
    QVERIFY2(placed > 7, qPrintable(u"only %1 of 15 cards ever said where their job was"_s.arg(placed)));
    QVERIFY2(watcher.disagreements.isEmpty(), qPrintable(watcher.disagreements.join('\n'_L1)));
    QVERIFY(isWhatTheJournalSays(driver));
    const QStringList jobs = m_cluster->jobs(m_dir->path());
    QCOMPARE(jobs.filter(u"COMPLETED"_s).size(), 15);
}

void TestSlurmWindow::cardsSayWhereTheirJobIsAndWhyItWaits()
{
    WindowDriver driver;
    QByteArray plan = "baton: 1\nname: Queue\nsettings: {max_concurrent: 8}\npersonas: [{id: hand}]\ntasks:\n";
    for (const char *id : {"one", "two", "three", "four"}) // each takes a node of its own, and there are three
        plan += QByteArray("  - {id: ") + id + ", persona: hand, timeout: {start: 4s}, executor: {type: slurm, cpus: 4, command: 'while [ ! -e go ]; do sleep 0.1; done'}}\n";
    start(driver, write(plan));
    driver.trigger(u"view.zoom-fit"_s);
    const QStringList ids{u"one"_s, u"two"_s, u"three"_s, u"four"_s};
    const auto waiting = [&] {
        for (const QString &id : ids) {
            if (noteOf(driver, id) == u"main · Resources"_s)
                return id;
        }
        return QString();
    };
    const auto running = [&] { return std::count_if(ids.cbegin(), ids.cend(), [&](const QString &id) { return driver.canvas().shownState(driver.key(id)) == "ACTIVE"_L1; }); };
    QTRY_VERIFY_WITH_TIMEOUT(!waiting().isEmpty() && running() == 3, 20'000);
    const QString last = waiting();
    QCOMPARE(driver.canvas().shownState(driver.key(last)), u"STARTING"_s);
    const QAbstractItemModel &rows = *driver.window.workspace().run()->table()->model();
    QStringList told;
    for (int row = 0; row < rows.rowCount(); ++row)
        told += rows.index(row, RunTableModel::StateColumn).data().toString();
    QCOMPARE(told.filter(u"(Resources)"_s).size(), 1);
    QCOMPARE(told.filter(u"runs on wf"_s).size(), 3);
    driver.picture(u"queue"_s);
    // It is in the queue for longer than its start may take, and that is no fault of its own.
    const qint64 queued = task(driver, last).queuedAt;
    QVERIFY(queued > 0);
    QTRY_VERIFY_WITH_TIMEOUT(QDateTime::currentMSecsSinceEpoch() > queued + 4500, 10'000);
    QCOMPARE(driver.canvas().shownState(driver.key(last)), u"STARTING"_s);
    touch(u"go"_s);
    QTRY_COMPARE_WITH_TIMEOUT(driver.window.runs().record()->state().status, RunStatus::Complete, 30'000);
    QCOMPARE(task(driver, last).attempt, 1);
    QVERIFY(isWhatTheJournalSays(driver));
}

void TestSlurmWindow::stoppingCancelsTheJobs()
{
    WindowDriver driver;
    start(driver, write("baton: 1\nname: Stop\npersonas: [{id: hand}]\ntasks:\n"
                        "  - {id: one, persona: hand, executor: {type: shell, command: sleep 600}}\n"
                        "  - {id: two, persona: hand, executor: {type: shell, command: sleep 600}}\n"));
    QTRY_COMPARE_WITH_TIMEOUT(driver.canvas().shownState(driver.key(u"one"_s)), u"ACTIVE"_s, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(driver.canvas().shownState(driver.key(u"two"_s)), u"ACTIVE"_s, 20'000);
    QTest::keyClick(&driver.window, Qt::Key_F5, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(driver.window.runs().record()->state().status, RunStatus::Cancelled, 20'000);
    QCOMPARE(driver.canvas().shownState(driver.key(u"one"_s)), u"CANCELLED"_s);
    QVERIFY(become(2, u"CANCELLED"_s));
    QVERIFY(become(0, u"RUNNING"_s));
    QVERIFY(isWhatTheJournalSays(driver));
}

void TestSlurmWindow::aPlanThatWasHandedOverGoesOnWithoutTheWindow()
{
    // A join, a branch, a gate and a verdict.
    const QString file = write("baton: 1\nname: Leave\npersonas: [{id: hand}, {id: judge, role: validator}]\n"
                               "phases: [{id: make}, {id: use}]\ntasks:\n"
                               "  - {id: first, persona: hand, phase: make, outcomes: [yes, no], executor: {type: shell, command: 'touch begun; while [ ! -e go ]; do sleep 0.1; done; echo ''{\"outcome\": \"yes\"}'' > $BATON_RESULT'}}\n"
                               "  - {id: taken, persona: hand, phase: make, needs: [{task: first, when: yes}], deliverables: [out.txt], executor: {type: shell, command: 'echo x > out.txt'}}\n"
                               "  - {id: other, persona: hand, phase: make, needs: [{task: first, when: no}], executor: {type: shell, command: 'touch wrong'}}\n"
                               "  - {id: check, persona: judge, phase: make, needs: [taken, other], validates: [taken], verdict: true, executor: {type: shell, command: 'echo ''{\"verdict\": \"approved\", \"issues\": []}'' > $BATON_RESULT'}}\n"
                               "  - {id: last, persona: hand, phase: use, executor: {type: shell, command: 'touch last'}}\n"
                               "gates: [{id: gate, phase: make, criteria: [complete, evidence, approved]}]\n");
    QString run;
    {
        WindowDriver driver;
        start(driver, file, true);
        RunController &runs = driver.window.runs();
        auto *notices = driver.window.findChild<NoticeBar *>();
        QTRY_VERIFY_WITH_TIMEOUT(notices->textOf(u"whole-plan"_s).contains(u"Baton may be closed"_s), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_dir->filePath(u"begun"_s)), 20'000);
        run = runs.record()->folder().path();
        driver.picture(u"handed-over"_s);
        QVERIFY(driver.window.close());
        QVERIFY2(!QApplication::activeModalWidget(), "closing asked something");
    }
    QCOMPARE(m_cluster->jobs(m_dir->path()).filter(u"CANCELLED"_s).size(), 0);
    touch(u"go"_s);
    QVERIFY(become(5, u"COMPLETED"_s));
    QVERIFY(QFile::exists(m_dir->filePath(u"last"_s)) && !QFile::exists(m_dir->filePath(u"wrong"_s)));

    WindowDriver driver;
    driver.window.files().open(file);
    HistoryPanel &history = *driver.window.workspace().history();
    driver.window.workspace().tabs()->setCurrentWidget(&history);
    QTRY_COMPARE(history.runCount(), 1);
    history.table()->setFocus();
    history.table()->selectRow(0);
    QTest::keyClick(history.table(), Qt::Key_Return);
    RunController &runs = driver.window.runs();
    QTRY_VERIFY(runs.record());
    QCOMPARE(runs.record()->folder().path(), run);
    QCOMPARE(runs.record()->state().status, RunStatus::Paused);
    runs.setTrusted(true);
    auto *notices = driver.window.findChild<NoticeBar *>();
    QTRY_VERIFY(notices->textOf(u"run"_s).contains(u"has gone on with it since"_s));
    driver.picture(u"handed-over-back"_s);
    QPushButton *resume = nullptr;
    for (QPushButton *button : notices->findChildren<QPushButton *>()) {
        if (button->text() == "Resume"_L1)
            resume = button;
    }
    QVERIFY(resume);
    QTest::mouseClick(resume, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(runs.record()->state().status, RunStatus::Complete, 30'000);
    QCOMPARE(task(driver, u"other"_s).state, TaskState::Skipped);
    QVERIFY(task(driver, u"check"_s).verdict && task(driver, u"check"_s).verdict->approved);
    QCOMPARE(m_cluster->jobs(m_dir->path()).size(), 5); // nothing was done twice
    QVERIFY2(disagreement(driver).isEmpty(), qPrintable(disagreement(driver)));
    QVERIFY(isWhatTheJournalSays(driver));
}

void TestSlurmWindow::whatStaysHereIsSaidOnItsCardAndByTheDoctor()
{
    MockEndpoint endpoint([](const test::EndpointRequest &, int) { return test::EndpointReply{{}, test::EndpointReply::Then::Stall}; });
    WindowDriver driver;
    const QByteArray url = endpoint.url().toUtf8();
    const QString file = write("baton: 1\nname: Mixed\npersonas: [{id: hand}]\ntasks:\n"
                               "  - {id: ask, persona: hand, executor: {type: http, base_url: \"" + url + "\", model: m}}\n"
                               "  - {id: build, persona: hand, executor: {type: shell, command: 'touch built'}}\n"
                               "  - {id: behind, persona: hand, needs: [ask], executor: {type: shell, command: 'true'}}\n");
    start(driver, file, true);
    driver.trigger(u"view.zoom-fit"_s);
    auto *notices = driver.window.findChild<NoticeBar *>();
    QTRY_VERIFY_WITH_TIMEOUT(notices->textOf(u"whole-plan"_s).contains(u"“ask”: Asked from this machine"_s), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(driver.canvas().shownState(driver.key(u"build"_s)), u"COMPLETE"_s, 30'000);
    QTRY_COMPARE(driver.canvas().shownState(driver.key(u"ask"_s)), u"ACTIVE"_s);
    QTRY_COMPARE(noteOf(driver, u"ask"_s), u"Asked from this machine: a model endpoint needs no node of the cluster."_s);
    driver.picture(u"stays-here"_s);
    driver.trigger(u"run.stop"_s);
    QTRY_COMPARE_WITH_TIMEOUT(driver.window.runs().record()->state().status, RunStatus::Cancelled, 20'000);

    SettingsDialog dialog(driver.settings, driver.window.document(), whereOf(driver.window.runs().mode()));
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *pages = dialog.findChild<QTabWidget *>();
    pages->setCurrentIndex(4);
    dialog.show();
    const auto lines = [&] {
        QStringList all;
        auto *tree = pages->currentWidget()->findChild<QTreeWidget *>();
        for (int i = 0; tree->topLevelItemCount() > 0 && i < tree->topLevelItem(0)->childCount(); ++i)
            all += tree->topLevelItem(0)->child(i)->text(0) + u": "_s + tree->topLevelItem(0)->child(i)->text(1);
        return all.join('\n'_L1);
    };
    QTRY_VERIFY_WITH_TIMEOUT(lines().contains(u"stay"_s) && lines().contains(u"partitions: main"_s), 30'000);
    QVERIFY2(lines().contains(u"Asked from this machine"_s), qPrintable(lines()));
}

void TestSlurmWindow::aPlanThatCannotBeHandedOverIsRefusedInASentence()
{
    WindowDriver driver;
    start(driver, write("baton: 1\nname: People\npersonas: [{id: hand}]\ntasks:\n  - {id: decide, persona: hand, executor: {type: human}}\n"
                        "  - {id: behind, persona: hand, needs: [decide], executor: {type: shell, command: 'true'}}\n"), true);
    auto *notices = driver.window.findChild<NoticeBar *>();
    QVERIFY2(notices->textOf(u"run"_s).contains(u"No task of this plan can be handed to a cluster ahead"_s), qPrintable(notices->textOf(u"run"_s)));
    QVERIFY(notices->textOf(u"run"_s).contains(u"“decide”"_s));
    QVERIFY(!driver.window.runs().record());
    driver.picture(u"refused"_s);
}

void TestSlurmWindow::aWindowThatIsClosedWhileThePlanIsHandedOverWaitsForThat()
{
    test::FakeSlurm slurm; // Only a cluster that is away keeps the plan so long.
    slurm.set(u"down"_s);
    WindowDriver driver;
    start(driver, write("baton: 1\nname: Close\npersonas: [{id: hand}]\ntasks:\n  - {id: one, persona: hand, executor: {type: shell, command: 'true'}}\n"), true);
    QVERIFY(driver.window.runs().isHandingOver());
    QTRY_VERIFY_WITH_TIMEOUT(noteOf(driver, u"one"_s).contains(u"does not take the job now"_s), 10'000);
    QVERIFY(!driver.window.close());
    QVERIFY(driver.window.isVisible());
    slurm.clear(u"down"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!driver.window.isVisible(), 20'000);
    QCOMPARE(slurm.submitted(), 1);
    QVERIFY(!slurm.isCancelled(1));
}

void TestSlurmWindow::jobsOfAWindowThatWasClosedGoOnWhenItIsBack()
{
    const QString file = write("baton: 1\nname: Close\npersonas: [{id: hand}]\ntasks:\n"
                               "  - {id: one, persona: hand, deliverables: [done.txt], executor: {type: shell, command: 'touch begun; while [ ! -e go ]; do sleep 0.1; done; echo x > done.txt'}}\n");
    QString run;
    {
        WindowDriver driver;
        start(driver, file);
        QTRY_COMPARE_WITH_TIMEOUT(driver.canvas().shownState(driver.key(u"one"_s)), u"ACTIVE"_s, 20'000);
        run = driver.window.runs().record()->folder().path();
        QVERIFY(driver.window.close());
    }
    touch(u"go"_s);
    WindowDriver driver;
    driver.window.files().open(file);
    RunController &runs = driver.window.runs();
    runs.attach(run);
    QTRY_VERIFY(runs.record());
    runs.setTrusted(true);
    driver.trigger(u"run.resume"_s);
    QTRY_COMPARE_WITH_TIMEOUT(runs.record()->state().status, RunStatus::Complete, 60'000);
    QCOMPARE(task(driver, u"one"_s).attempt, 1);
    QVERIFY(isWhatTheJournalSays(driver));
}

QTEST_MAIN(TestSlurmWindow)
#include "tst_slurmwindow.moc"
