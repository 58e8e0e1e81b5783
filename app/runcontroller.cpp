// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/runcontroller.h"

#include "app/reportdialog.h"
#include "model/plan/plansummary.h"
#include "model/run/decisions.h"
#include "model/run/faultwords.h"
#include "model/run/taskexecutor.h"
#include "model/run/trust.h"
#include "model/run/waiting.h"
#include "model/storage/writer.h"
#include "views/panels/inbox/inboxitems.h"
#include "views/panels/runfacts.h"
#include "views/style/icons.h"
#include "views/widgets/noticebar.h"

#include <QActionGroup>
#include <QDir>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QLocale>
#include <QThread>
#include <QtConcurrent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr double simulationSeconds = 30; ///< What a simulation takes unless told otherwise: long enough to watch.

QString actionOf(RunMode mode)
{
    switch (mode) {
    case RunMode::Simulate: return u"run.mode-simulate"_s;
    case RunMode::Plan: return u"run.mode-plan"_s;
    case RunMode::Machine: return u"run.mode-machine"_s;
    case RunMode::Cluster: return u"run.mode-cluster"_s;
    }
    return {};
}

} // namespace

RunWhere whereOf(RunMode mode)
{
    return mode == RunMode::Machine ? RunWhere::Machine : mode == RunMode::Cluster ? RunWhere::Cluster : RunWhere::Plan;
}

RunController::RunController(Document &document, ActionList &actions, NoticeBar &notices, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_actions(actions)
    , m_notices(notices)
    , m_window(window)
{
    makeActions();
    constexpr int interval = 1500; // Milliseconds.
    m_driverTimer.setInterval(interval);
    connect(&document.selection(), &Selection::changed, this, &RunController::update);
    connect(&m_driverTimer, &QTimer::timeout, this, &RunController::findDriver);
    update();
}

RunController::~RunController() = default;

void RunController::makeActions()
{
    m_actions.add({u"run.start"_s, tr("&Run", "verb"), {QKeySequence(Qt::Key_F5)}, u"run"_s, tr("Run the workflow")},
                  [this] { start(); });
    m_actions.add({u"run.pause"_s, tr("&Pause"), {QKeySequence(Qt::Key_F6)}, u"pause"_s,
                   tr("Start nothing new; what is active runs to its end")},
                  [this] { pause(); });
    m_actions.add({u"run.step"_s, tr("S&tep"), {QKeySequence(Qt::Key_F10)}, u"step"_s, tr("Start one task, then hold")},
                  [this] { step(); });
    m_actions.add({u"run.stop"_s, tr("&Stop"), {QKeySequence(Qt::SHIFT | Qt::Key_F5)}, u"stop"_s, tr("Cancel the run")},
                  [this] { stop(); });
    m_actions.add({u"run.resume"_s, tr("R&esume"), {QKeySequence(Qt::CTRL | Qt::Key_F5)}, u"run"_s,
                   tr("Go on with the run that is shown")},
                  [this] { resume(); });
    m_actions.add({u"run.retry"_s, tr("&Try again"), {}, u"run"_s, tr("Start the selected failed task once more, or check the failed gate again")},
                  [this] { retry(retriable()); });
    m_actions.add({u"run.report"_s, tr("&Open the report"), {}, {}, tr("What the run did, spent and found, as it was written when it ended")},
                  [this] { openReport(m_record->folder().path()); });
    m_actions.add({u"run.release"_s, tr("&Clear the run from the canvas"), {}, u"close"_s}, [this] { release(); });
    auto *modes = new QActionGroup(this);
    const auto addMode = [this, modes](const QString &name, const QString &text, RunMode mode) {
        QAction *action = m_actions.add({name, text}, [this, mode] { setMode(mode); });
        action->setCheckable(true);
        action->setChecked(mode == m_mode);
        modes->addAction(action);
    };
    addMode(u"run.mode-simulate"_s, tr("&Simulate"), RunMode::Simulate);
    addMode(u"run.mode-plan"_s, tr("As the p&lan says"), RunMode::Plan);
    addMode(u"run.mode-machine"_s, tr("On &this machine"), RunMode::Machine);
    addMode(u"run.mode-cluster"_s, tr("On the clus&ter"), RunMode::Cluster);
    m_actions[u"run.mode-cluster"_s]->setEnabled(hasExecutor(u"slurm"_s));
    addHandOver();
}

void RunController::setMode(RunMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    m_actions[actionOf(mode)]->setChecked(true);
    update();
    tellOutlook();
    emit modeChanged(mode);
}

bool RunController::isRunning() const
{
    return m_runner && m_record && (m_runner->state().status == RunStatus::Running || m_isHolding);
}

void RunController::update()
{
    const bool running = isRunning();
    // One that another program drives can be asked to pause or to stop.
    const bool elsewhere = m_record && m_driver == InboxPanel::Driver::Elsewhere;
    m_actions[u"run.start"_s]->setEnabled(!running || m_isHolding);
    m_actions[u"run.pause"_s]->setEnabled(running || elsewhere);
    m_actions[u"run.pause"_s]->setText(m_isHolding ? tr("&Go on") : tr("&Pause"));
    m_actions[u"run.step"_s]->setEnabled(!running || m_isHolding);
    m_actions[u"run.stop"_s]->setEnabled(running || elsewhere);
    m_actions[u"run.resume"_s]->setEnabled(m_record && !running && !elsewhere && !m_record->state().isOver() && m_record->last() > 0);
    m_actions[u"run.retry"_s]->setEnabled(!retriable().isEmpty());
    m_actions[u"run.report"_s]->setEnabled(m_record && (m_record->state().isOver() || (!running && hasReport(m_record->folder().path()))));
    m_actions[u"run.release"_s]->setEnabled(m_record != nullptr);
    m_actions[u"run.whole-plan"_s]->setEnabled(m_mode == RunMode::Plan || m_mode == RunMode::Cluster);
}

/// By this program, by another, or by nobody.
void RunController::findDriver()
{
    const bool mayBeDriven = m_record && !isRunning() && !m_record->state().isOver();
    // A runner at rest holds the lock still.
    const InboxPanel::Driver driver = isRunning()                              ? InboxPanel::Driver::Here
                                      : mayBeDriven && !m_runner && m_record->isDriven() ? InboxPanel::Driver::Elsewhere
                                                                               : InboxPanel::Driver::Nobody;
    if (mayBeDriven && !m_runner)
        m_driverTimer.start();
    else
        m_driverTimer.stop();
    if (driver == m_driver)
        return;
    m_driver = driver;
    update();
    emit driverChanged(driver);
}

RunOptions RunController::options()
{
    RunOptions options;
    options.simulate = m_mode == RunMode::Simulate;
    options.where = whereOf(m_mode);
    options.trusted = m_trusted;
    options.wholePlan = m_handsOver && m_actions[u"run.whole-plan"_s]->isEnabled();
    const Contents &contents = m_document.workflow().contents();
    if (options.simulate)
        options.speed = m_speed.value_or(qMax(1.0, summarize(contents).makespanSeconds / simulationSeconds));
    if (m_document.path().isEmpty())
        options.runDir = m_unsaved.filePath(u"run-%1"_s.arg(++m_unsavedRuns));
    return options;
}

/// The document as it stands, as its file would be.
QByteArray RunController::bytesFor(const QString &file) const
{
    const FileKind kind = fileKindOf(file);
    const SourceFile *source = m_document.source().get();
    return writeWorkflow(m_document.workflow().contents(), source && source->kind() == kind ? source : nullptr, kind);
}

bool RunController::create()
{
    if (m_mode != RunMode::Simulate && m_document.path().isEmpty()) {
        m_notices.show(topic(), NoticeBar::Kind::Notice,
                       tr("Save the workflow first: its tasks run in the folder of its file."),
                       {{tr("Save…"), [this] { m_actions[u"file.save"_s]->trigger(); }}});
        return false;
    }
    release();
    const bool saved = !m_document.path().isEmpty();
    const QString file = saved ? m_document.path() : m_unsaved.filePath(m_document.suggestedFileName());
    Result<std::unique_ptr<Runner>> runner = Runner::create(m_document.workflow().contents(), bytesFor(file), file, options());
    if (!runner) {
        if (runner.error().code == ErrorCode::NotTrusted)
            return false;
        showError(runner.error());
        return false;
    }
    m_runner = std::move(runner).value();
    listen();
    Result<std::unique_ptr<RunRecord>> record = RunRecord::open(m_runner->runDir(), m_runner->plan());
    if (!record) {
        showError(record.error());
        m_runner.reset();
        return false;
    }
    setRecord(std::move(record).value());
    return true;
}

void RunController::listen()
{
    connect(m_runner.get(), &Runner::recorded, this, [this] {
        if (m_record)
            m_record->poke();
    });
    connect(m_runner.get(), &Runner::finished, this, &RunController::tellEnd);
    connect(m_runner.get(), &Runner::needsPerson, this, [this](const QString &subject, const QString &sentence) {
        for (const InboxItem &item : InboxItems::of(m_runner->plan(), m_runner->state())) { // By its title, as everywhere here.
            if (item.question.subject == subject)
                return emit personNeeded(subject, tr("“%1”: %2").arg(item.title, item.sentence));
        }
        emit personNeeded(subject, sentence);
    });
    connect(m_runner.get(), &Runner::warned, this, &RunController::hinted);
    connect(m_runner.get(), &Runner::failed, this, &RunController::showError);
    connect(m_runner.get(), &Runner::handedOver, this, &RunController::tellHandedOver);
}

void RunController::begin(bool stepping)
{
    m_isHolding = stepping;
    m_notices.dismiss(topic());
    if (m_mode != RunMode::Simulate) {
        // Next time only what is new among the commands is marked.
        if (const Result<void> remembered = rememberCommands(m_document.workflow().contents(), m_document.path());
            !remembered)
            emit hinted(remembered.error().message);
    }
    if (stepping)
        m_runner->step();
    else
        m_runner->start();
    findDriver();
    update();
    emit stateChanged();
}

void RunController::start()
{
    if (m_runner && m_isHolding)
        return pause();
    if (!isRunning())
        showBranches([this] { launch(false); });
}

void RunController::launch(bool stepping)
{
    if (create())
        begin(stepping);
    else if (m_mode != RunMode::Simulate && !m_document.path().isEmpty() && !m_trusted)
        askForTrust([this, stepping] { if (create()) begin(stepping); });
}

void RunController::step()
{
    if (m_runner && m_isHolding) {
        m_runner->step();
        return;
    }
    if (!isRunning())
        showBranches([this] { launch(true); });
}

void RunController::pause()
{
    if (m_driver == InboxPanel::Driver::Elsewhere) {
        if (const Result<void> asked = answer({Action::Pause, {}}); !asked)
            emit hinted(asked.error().message);
        return;
    }
    if (!m_runner)
        return;
    if (m_isHolding) {
        m_isHolding = false;
        m_runner->unpause();
    } else {
        m_isHolding = true;
        m_runner->pause();
    }
    update();
    emit stateChanged();
}

void RunController::stop()
{
    if (m_driver == InboxPanel::Driver::Elsewhere) {
        if (const Result<void> asked = answer({Action::Cancel, {}}); !asked)
            emit hinted(asked.error().message);
        return;
    }
    if (!m_runner)
        return;
    m_isHolding = false;
    m_runner->stop();
    update();
}

void RunController::openReport(const QString &runDir)
{
    if (const Result<void> shown = showReport(runDir, m_window); !shown)
        emit hinted(shown.error().message);
}

Result<void> RunController::answer(const Request &request)
{
    if (!m_record)
        return Error{ErrorCode::NotFound, tr("There is no run to answer.")};
    return m_runner ? m_runner->answer(request) : postRequest(m_record->folder().path(), request);
}

void RunController::attach(const QString &runDir)
{
    constexpr qint64 longJournal = 4 * 1024 * 1024;
    const int number = ++m_attaching;
    if (QFileInfo(RunFolder(runDir).journalPath()).size() <= longJournal)
        return show(RunRecord::open(runDir));
    emit hinted(tr("Reading the run…"));
    using Opened = std::shared_ptr<Result<std::unique_ptr<RunRecord>>>;
    auto *reading = new QFutureWatcher<Opened>(this);
    connect(reading, &QFutureWatcherBase::finished, this, [this, reading, number] {
        reading->deleteLater();
        const Opened opened = reading->result();
        if (number == m_attaching)
            show(std::move(*opened));
    });
    reading->setFuture(QtConcurrent::run([runDir, thread = QThread::currentThread()] {
        auto opened = std::make_shared<Result<std::unique_ptr<RunRecord>>>(RunRecord::open(runDir));
        if (*opened)
            (**opened)->handOver(thread);
        return opened;
    }));
}

void RunController::show(Result<std::unique_ptr<RunRecord>> record)
{
    if (!record)
        return emit attachFailed(record.error());
    release();
    emit hinted({});
    emit attached((*record)->plan().contents);
    setRecord(std::move(record).value());
    if (const QString torn = m_record->tornTail(); !torn.isEmpty())
        m_notices.show(journalTopic(), NoticeBar::Kind::Notice, torn);
    offerToComplete();
}

void RunController::release()
{
    ++m_attaching; // What is still being read is wanted no more.
    m_notices.dismiss(topic());
    m_notices.dismiss(u"budget"_s);
    m_notices.dismiss(journalTopic());
    m_notices.dismiss(u"whole-plan"_s);
    m_isHolding = false;
    if (isRunning())
        m_runner->interrupt();
    m_runner.reset();
    if (m_record)
        setRecord(nullptr);
}

void RunController::setRecord(std::unique_ptr<RunRecord> record)
{
    // What shows the old one lets go of it first.
    const std::unique_ptr<RunRecord> old = std::exchange(m_record, std::move(record));
    findDriver();
    update();
    emit recordChanged();
    // Connected last, so that all who show the run have caught up when they hear of stateChanged().
    if (m_record) {
        connect(m_record.get(), &RunRecord::advanced, this, &RunController::follow);
        connect(m_record.get(), &RunRecord::sought, this, &RunController::stateChanged);
    }
    emit stateChanged();
}

void RunController::showError(const Error &error)
{
    m_notices.show(topic(), NoticeBar::Kind::Failure, error.message);
}

/// The journal of a run that another program drives says here what its runner says there.
void RunController::follow(const QList<Event> &events)
{
    findDriver();
    update();
    emit stateChanged();
    for (const Event &event : events)
        tellBudget(event);
    if (m_runner)
        return;
    QSet<QString> subjects;
    for (const Event &event : events) {
        subjects.insert(event.subject);
        if (event.type == EventType::RunFinished)
            emit ended(m_record->state().status);
    }
    for (const InboxItem &item : InboxItems::of(m_record->plan(), m_record->state())) {
        if (subjects.contains(item.question.subject))
            emit personNeeded(item.question.subject, tr("“%1”: %2").arg(item.title, item.sentence));
    }
}

void RunController::tellBudget(const Event &event)
{
    if (event.type != EventType::BudgetWarning && event.type != EventType::BudgetExceeded)
        return;
    const QLocale locale;
    const QString used = locale.toString(event.data["tokens"_L1].toInteger());
    const QString planned = locale.toString(event.data["budget"_L1].toInteger());
    if (event.subject != m_record->state().runId)
        return emit hinted(tr("“%1” has used %2 of the %3 tokens that are planned for it.").arg(event.subject, used, planned));
    const bool stops = event.type == EventType::BudgetExceeded && m_record->plan().contents.info.budgetStop;
    const QString sentence = stops ? tr("The run has used %1 of its %2 tokens, and stops.") : tr("The run has used %1 of its %2 tokens.");
    m_notices.show(u"budget"_s, stops ? NoticeBar::Kind::Failure : NoticeBar::Kind::Notice, sentence.arg(used, planned));
}

/// Which task made the run fail, and how to go on.
QString RunController::failure() const
{
    const QString gate = tr("The run failed: a task failed or a gate did not pass.");
    if (!m_record)
        return gate;
    const RunState &state = m_record->state();
    const auto failed = std::find_if(state.tasks.cbegin(), state.tasks.cend(), [](const TaskRun &run) { return run.state == TaskState::Failed; });
    if (failed == state.tasks.cend())
        return gate;
    const int task = int(failed - state.tasks.cbegin());
    return tr("The run failed at “%1”: %2. Mend that, then resume: what is COMPLETE is not repeated.")
        .arg(planOf(m_record->plan(), state).tasks.at(task).task->displayTitle(), faultWords(failed->fault, failed->reason));
}

void RunController::tellEnd(RunStatus status)
{
    if (m_record)
        m_record->catchUp();
    switch (status) {
    case RunStatus::Complete:
        emit hinted(tr("The run is complete."));
        break;
    case RunStatus::Failed:
        emit hinted(failure());
        break;
    case RunStatus::Waiting:
        emit hinted(m_record && waitsForMoney(m_record->state())
                        ? tr("The run has spent what it may. Raise the limit in the settings, then resume it.")
                        : tr("The run waits for a person."));
        break;
    case RunStatus::Cancelled:
        emit hinted(tr("The run was cancelled."));
        break;
    case RunStatus::Paused:
        emit hinted(tr("The run is paused."));
        break;
    case RunStatus::Planned:
    case RunStatus::Running:
        break;
    }
    if (status != RunStatus::Paused && status != RunStatus::Waiting)
        m_isHolding = false;
    m_notices.dismiss(u"whole-plan"_s);
    findDriver();
    update();
    emit stateChanged();
    emit ended(status);
}

QString RunController::statusText() const
{
    if (!m_record)
        return {};
    const RunState &state = m_record->state();
    const auto complete = std::count_if(state.tasks.cbegin(), state.tasks.cend(), [](const TaskRun &task) {
        return task.state == TaskState::Complete || task.state == TaskState::Skipped;
    });
    const QString word = nameOf(state.status);
    return tr("%1: %2 of %3 tasks complete").arg(word).arg(complete).arg(state.tasks.size());
}

} // namespace baton
