// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/mainwindow.h"

#include "app/advicecontroller.h"
#include "app/attention.h"
#include "app/editcontroller.h"
#include "app/filecontroller.h"
#include "app/fixcontroller.h"
#include "app/helpdialogs.h"
#include "app/menubar.h"
#include "app/pictureexport.h"
#include "app/preflightcontroller.h"
#include "app/previewcontroller.h"
#include "app/problemcontroller.h"
#include "app/runcontroller.h"
#include "app/settingsdialog.h"
#include "app/statusstrip.h"
#include "app/templatepictures.h"
#include "app/toolstrip.h"
#include "app/viewcontroller.h"
#include "app/workspace.h"
#include "model/plan/plansummary.h"
#include "model/plan/prompt.h"
#include "model/storage/writer.h"
#include "views/canvas/planview.h"
#include "views/dialogs/commandpalette.h"
#include "views/dialogs/rulehelpdialog.h"
#include "views/dialogs/rulesdialog.h"
#include "views/editing/clipboard.h"
#include "views/panels/historypanel.h"
#include "views/panels/inbox/inboxpanel.h"
#include "views/panels/inspectorpanel.h"
#include "views/panels/librarypanel.h"
#include "views/panels/problempanel.h"
#include "views/panels/runpanel.h"
#include "views/panels/timelineview.h"
#include "views/style/icons.h"
#include "views/widgets/noticebar.h"
#include "views/widgets/segmentedcontrol.h"
#include "views/widgets/startpage.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;

namespace baton {

MainWindow::MainWindow(Settings &settings, Theme &theme, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_theme(theme)
    , m_notices(new NoticeBar)
    , m_files(new FileController(m_document, settings, m_actions, *m_notices, this))
    , m_runs(new RunController(m_document, m_actions, *m_notices, this))
    , m_problems(new ProblemController(m_document, this))
    , m_edit(new EditController(m_document, m_actions, this))
    , m_attention(new Attention(settings, *m_notices, this))
    , m_advice(new AdviceController(m_document, settings, theme, m_actions, *m_problems, this))
    , m_view(new ViewController(settings, theme, m_actions, this))
{
    setWindowIcon(QIcon(u":/icons/app.svg"_s));
    setAcceptDrops(true);
    // Room for the title bar and the desktop's panel, which nobody knows before the window is shown.
    const QSize room = screen()->availableGeometry().size() - QSize(40, 80);
    resize(QSize(1680, 1050).boundedTo(room));
    restoreGeometry(settings.state(u"geometry"_s));
    makeActions();
    build();
    connectDocument();
    connectRun();
    connectChecklists();
    m_factsTimer.setSingleShot(true);
    m_factsTimer.setInterval(std::chrono::milliseconds(120));
    connect(&m_factsTimer, &QTimer::timeout, this, &MainWindow::updatePlanFacts);
    showStartPage();
    m_files->offerRecovered();
}

MainWindow::~MainWindow()
{
    // Views let go of the run before it goes, and of the document, which goes with this object's members.
    m_runs->release();
    delete m_palette;
    delete m_preview;
    delete findChild<RulesDialog *>();
    delete m_advice;
    delete takeCentralWidget();
    delete m_preflight;
    delete m_fixes;
    delete m_problems;
    delete m_edit;
    delete m_files;
}

void MainWindow::makeActions()
{
    const auto canvas = [this] { return m_workspace->canvas(); };
    m_actions.add({u"view.palette"_s, tr("&Commands…"), {QKeySequence(Qt::CTRL | Qt::Key_K)}, u"search"_s},
                  [this] { m_palette->popUp(); });
    m_actions.add({u"view.zoom-in"_s, tr("Zoom &in"), {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
                   u"plus"_s},
                  [canvas] { canvas()->zoomIn(); });
    m_actions.add({u"view.zoom-out"_s, tr("Zoom &out"), {QKeySequence::ZoomOut}, u"minus"_s},
                  [canvas] { canvas()->zoomOut(); });
    m_actions.add({u"view.zoom-actual"_s, tr("A&ctual size"), {QKeySequence(Qt::CTRL | Qt::Key_0)}},
                  [canvas] { canvas()->setZoom(1); });
    m_actions.add({u"view.zoom-fit"_s, tr("&Fit"), {QKeySequence(Qt::CTRL | Qt::Key_1)}, u"fit"_s, tr("Show everything")},
                  [canvas] { canvas()->fit(); });
    m_actions.add({u"view.show-selected"_s, tr("S&how what is selected"), {QKeySequence(Qt::CTRL | Qt::Key_2)}},
                  [this, canvas] { canvas()->showNode(m_document.selection().current()); });
    m_actions.add({u"view.inbox"_s, tr("Show the in&box"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)}, u"persona"_s,
                   tr("What waits for you")},
                  [this] { m_workspace->raiseInbox(); });
    m_actions.add({u"view.problems"_s, tr("Show the &problems"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)}, u"error"_s},
                  [this] { m_workspace->raiseProblems(); });
    m_actions.add({u"view.preflight"_s, tr("Pre-&flight checklist"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K)}, u"check"_s,
                   tr("What must hold before the implementation starts, and before a phase is complete")},
                  [this] { m_workspace->raisePreflight(); });
    m_actions.add({u"view.rules"_s, tr("&Rules of this plan…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)}, u"settings"_s,
                   tr("Every rule with its severity in this plan, and where that comes from")},
                  [this] { RulesDialog::open(m_document, this); });
    m_actions.add({u"view.advice"_s, tr("Show the &advice"), {}, u"advice"_s, tr("What could be organised better")},
                  [this] { m_workspace->raiseAdvisor(); });
    m_actions.add({u"file.export-picture"_s, tr("Export as pi&cture…"), {}, u"export"_s, tr("PNG, SVG or PDF")},
                  [this] { choosePicture(); });
    m_actions.add({u"file.open-run"_s, tr("Open r&un…"), {}, u"recent"_s, tr("Show a run from its folder")},
                  [this] { chooseRun(); });
    m_actions.add({u"file.close"_s, tr("&Close the workflow"), {QKeySequence::Close}},
                  [this] { m_files->whenSafe([this] { showStartPage(); }); });
    m_actions.add({u"file.quit"_s, tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}}, [this] { close(); });
    m_actions.add({u"view.settings"_s, tr("&Settings…"), {QKeySequence(Qt::CTRL | Qt::Key_Comma)}, u"settings"_s},
                  [this] { (new SettingsDialog(m_settings, m_document, whereOf(m_runs->mode()), this))->open(); });
    m_actions.add({u"help.shortcuts"_s, tr("&Keyboard shortcuts"), {QKeySequence(Qt::Key_F1)}, u"keyboard"_s},
                  [this] { showShortcuts(m_actions, this); });
    m_actions.add({u"help.rules"_s, tr("&Rules"), {}, u"help"_s, tr("What each rule finds, why, and what to do about it")},
                  [this] { RuleHelpDialog::showFor(m_theme, {}, this); });
    m_actions.add({u"help.start-page"_s, tr("&Start page"), {}, u"template"_s},
                  [this] { m_files->whenSafe([this] { showStartPage(); }); });
    m_actions.add({u"help.about"_s, tr("&About Baton"), {}, u"info"_s}, [this] { showAbout(this); });
}

void MainWindow::build()
{
    m_tools = new ToolStrip(m_actions);
    m_status = new StatusStrip;
    m_workspace = new Workspace(m_document, m_settings, m_theme, m_actions);
    m_preview = new PreviewController(m_document, m_theme, *m_workspace->canvas(), *m_workspace->canvasArea(), this);
    m_fixes = new FixController(m_document, m_actions, *m_notices, *m_runs, *m_preview, this);
    m_preflight = new PreflightController(m_document, *m_problems, *m_runs, this);
    m_start = new StartPage(m_theme, [this](const QString &name, QSize size, qreal ratio) {
        return templatePicture(name, m_theme.palette(), size, ratio);
    });
    m_view->addPanel(u"library"_s, tr("&Library"), u"panel-left"_s, QKeySequence(Qt::Key_F9), m_workspace->library());
    m_view->addPanel(u"inspector"_s, tr("&Inspector"), u"panel-right"_s, QKeySequence(Qt::CTRL | Qt::Key_I),
                     m_workspace->rightColumn());
    m_view->addPanel(u"bottom"_s, tr("&Problems and run"), u"panel-bottom"_s, QKeySequence(Qt::CTRL | Qt::Key_J),
                     m_workspace->bottom());
    m_view->addPanel(u"minimap"_s, tr("&Minimap"), u"fit"_s, {}, m_workspace->minimap());
    const ProblemPanel *problems = m_workspace->problems();
    m_actions.add({u"problems.next"_s, {}, {}, {}}, problems->nextAction());
    m_actions.add({u"problems.previous"_s, {}, {}, {}}, problems->previousAction());
    m_actions.add({u"problems.fix"_s, {}, {}, {}}, problems->fixAction());
    m_actions.add({u"problems.preview"_s, {}, {}, {}}, problems->previewAction());
    m_actions.add({u"problems.menu"_s, {}, {}, {}}, problems->menuAction());
    m_actions.add({u"problems.fix-all"_s, {}, {}, {}}, problems->fixAllAction());
    m_actions.add({u"problems.why"_s, {}, {}, {}}, problems->whyAction());
    m_actions.add({u"problems.set-aside"_s, {}, {}, {}}, problems->setAsideAction());
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_workspace);
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tools);
    column->addWidget(m_notices);
    m_notices->setFocusProxy(m_workspace->canvas());
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);
    setCentralWidget(centre);
    m_menuBar = new MenuBar(m_actions);
    setMenuWidget(m_menuBar);
    m_palette = new CommandPalette(this);
    m_palette->setSupply([this] { return commands(); });
}

void MainWindow::connectDocument()
{
    PlanView *canvas = m_workspace->canvas();
    m_edit->setCanvas(canvas);
    connect(m_files, &FileController::opened, this, &MainWindow::showDocument);
    connect(m_files, &FileController::titleChanged, this, &MainWindow::updateTitle);
    connect(m_files, &FileController::templatesRequested, this,
            [this] { m_files->whenSafe([this] { showStartPage(); }); });
    connect(m_files, &FileController::hinted, m_status, &StatusStrip::hint);
    connect(&m_settings, &Settings::recentFilesChanged, this,
            [this] { m_start->setRecentFiles(m_settings.recentFiles()); });
    connect(m_menuBar->recentMenu(), &QMenu::aboutToShow, this,
            [this] { m_files->fillRecentMenu(m_menuBar->recentMenu()); });
    connect(m_start, &StartPage::newRequested, m_files, &FileController::newEmpty);
    connect(m_start, &StartPage::openRequested, m_actions[u"file.open"_s], &QAction::trigger);
    connect(m_start, &StartPage::importRequested, m_actions[u"file.import"_s], &QAction::trigger);
    connect(m_start, &StartPage::fileChosen, m_files, &FileController::open);
    connect(m_start, &StartPage::templateChosen, m_files, &FileController::newFromTemplate);

    connect(m_workspace->library(), &LibraryPanel::insertRequested, m_edit, &EditController::insert);
    connect(m_workspace->library(), &LibraryPanel::assignRequested, m_edit, &EditController::assign);
    connect(m_edit, &EditController::hinted, m_status, &StatusStrip::hint);
    m_advice->setViews(*m_workspace, *m_preview, *m_edit);
    connect(m_advice, &AdviceController::calibrationChanged, this, [this] {
        m_workspace->run()->timelineView()->setCalibration(m_advice->calibration());
        updatePlanFacts();
    });
    connect(m_start, &StartPage::patternRequested, this, [this] {
        m_files->newEmpty();
        m_advice->choosePattern();
    });
    connect(m_preview, &PreviewController::hinted, m_status, &StatusStrip::hint);
    connect(canvas, &PlanView::hinted, m_status, &StatusStrip::hint);
    connect(canvas, &PlanView::zoomChanged, m_status, &StatusStrip::setZoom);
    connect(canvas, &PlanView::editRequested, this, [this] { m_workspace->inspector()->reveal(Field::Title); });
    connect(canvas, &PlanView::contextMenuRequested, this,
            [this](NodeKey, QPoint place) { m_edit->contextMenu(this)->popup(place); });
    connect(m_workspace->inspector(), &InspectorPanel::promptRequested, this, &MainWindow::showPrompt);
    connect(m_workspace->inspector(), &InspectorPanel::retryRequested, m_runs, &RunController::retry);
    connect(m_workspace->inspector(), &InspectorPanel::changesRequested, m_workspace, &Workspace::raiseChanges);
    connect(m_workspace->inspector(), &InspectorPanel::sourceRequested, this, &MainWindow::showSource);

    connectProblems();
    connect(&m_document.workflow(), &Workflow::changed, &m_factsTimer, qOverload<>(&QTimer::start));
}

void MainWindow::connectRun()
{
    connect(m_runs, &RunController::recordChanged, this, &MainWindow::showRun);
    connect(m_runs, &RunController::hinted, m_status, &StatusStrip::hint);
    connect(m_workspace->history(), &HistoryPanel::activated, this, &MainWindow::openRun);
    connect(m_workspace->history(), &HistoryPanel::reportRequested, m_runs, &RunController::openReport);
    connect(m_workspace->history(), &HistoryPanel::hinted, m_status, &StatusStrip::hint);
    connect(m_workspace->run(), &RunPanel::fileActivated, this, &MainWindow::showRunFile);
    connect(m_runs, &RunController::attached, this, &MainWindow::takeRunContents);
    connect(m_runs, &RunController::attachFailed, this,
            [this](const Error &error) { m_notices->show(u"open"_s, NoticeBar::Kind::Failure, error.message); });
    connect(m_runs, &RunController::stateChanged, this, &MainWindow::showRunState);
    connect(m_runs, &RunController::personNeeded, this, &MainWindow::callPerson);
    connect(m_runs, &RunController::ended, this, [this] {
        m_attention->call(m_runs->statusText(), [this] { m_workspace->raiseRun(); });
        m_advice->readRuns();
    });
    connect(m_runs, &RunController::driverChanged, this, &MainWindow::showDriver);
    connect(m_runs, &RunController::handedOver, this, [this] {
        if (m_closesLater)
            close();
    });
    InboxPanel *inbox = m_workspace->inbox();
    connect(inbox, &InboxPanel::hinted, m_status, &StatusStrip::hint);
    connect(inbox, &InboxPanel::countChanged, m_status, &StatusStrip::setWaiting);
    connect(inbox, &InboxPanel::resumeRequested, m_runs, &RunController::resume);
    connect(inbox, &InboxPanel::answered, this, [this, inbox](const Request &request) {
        m_notices->dismiss(u"person"_s);
        if (const Result<void> done = m_runs->answer(request); !done) {
            m_status->hint(done.error().message);
            inbox->takeBack(request.subject);
        }
    });
    connect(m_status, &StatusStrip::waitingClicked, this, [this] { m_workspace->raiseInbox(); });
    connect(m_runs, &RunController::modeChanged, this, [this](RunMode mode) { m_tools->mode()->setCurrent(int(mode)); });
    connect(m_tools->mode(), &SegmentedControl::currentChanged, this,
            [this](int segment) { m_runs->setMode(RunMode(segment)); });
}

bool MainWindow::isStartPageShown() const
{
    return m_pages->currentWidget() == m_start;
}

void MainWindow::showStartPage()
{
    m_preview->dismiss();
    m_runs->release();
    m_files->closeDocument();
    m_start->setRecentFiles(m_settings.recentFiles());
    m_pages->setCurrentWidget(m_start);
    m_start->gallery()->setFocus();
    m_tools->hide();
    m_status->hide();
    enableDocumentActions(false);
    updateTitle();
}

void MainWindow::enableDocumentActions(bool enable)
{
    for (QAction *action : m_actions.all()) {
        const QString name = action->objectName();
        static const QStringList always{u"file.new"_s,  u"file.new-from-template"_s, u"file.open"_s, u"file.import"_s,
                                        u"file.quit"_s, u"file.open-run"_s, u"view.settings"_s, u"view.palette"_s};
        if (!always.contains(name) && !name.startsWith(u"help."_s) && !name.startsWith(u"view.theme"_s) &&
            name != "view.reduce-motion"_L1)
            action->setVisible(enable);
    }
}

void MainWindow::showDocument()
{
    m_runs->release();
    m_pages->setCurrentWidget(m_workspace);
    m_tools->show();
    m_status->show();
    enableDocumentActions(true);
    m_workspace->canvas()->fit();
    m_workspace->canvas()->setFocus();
    m_status->setZoom(m_workspace->canvas()->zoom());
    m_status->hint({});
    updatePlanFacts();
    updateTitle();
}

void MainWindow::updateTitle()
{
    const QString title = m_files->title();
    m_menuBar->setTitle(title);
    const QString run = m_runs->statusText();
    setWindowTitle(title.isEmpty() ? tr("Baton") : run.isEmpty() ? tr("%1 — Baton").arg(title)
                                                                 : tr("%1 — %2 — Baton").arg(title, run));
    setWindowModified(false);
}

void MainWindow::updatePlanFacts()
{
    const Contents &contents = m_document.workflow().contents();
    m_status->setPlan(contents);
    const PlanSummary summary = summarize(contents, m_advice->calibration());
    m_waves = summary.waves;
    const auto seconds = qint64(summary.criticalPath.seconds);
    const int stuck = int(summary.unplanned.size());
    m_status->setCriticalPath(stuck > 0         ? tr("%n task(s) can never start", nullptr, stuck)
                              : seconds >= 7200 ? tr("critical path: %1 h").arg(double(seconds) / 3600, 0, 'f', 1)
                              : seconds >= 120  ? tr("critical path: %1 min").arg(seconds / 60)
                                                : tr("critical path: %1 s").arg(seconds));
    showWave();
}

void MainWindow::showWave()
{
    const RunRecord *record = m_runs->record();
    if (!record) {
        m_status->setWave(m_waves.isEmpty() ? QString() : tr("%n wave(s)", nullptr, int(m_waves.size())));
        return;
    }
    // The first wave that has something left to do.
    const auto isDone = [&scene = m_workspace->canvas()->scene()](NodeKey key) {
        const TaskRun *run = scene.runOf(key);
        return run && (run->state == TaskState::Complete || run->state == TaskState::Skipped);
    };
    qsizetype wave = 0;
    while (wave < m_waves.size() - 1 && std::all_of(m_waves.at(wave).cbegin(), m_waves.at(wave).cend(), isDone))
        ++wave;
    m_status->setWave(m_waves.isEmpty() ? QString() : tr("Wave %1 of %2").arg(wave + 1).arg(m_waves.size()));
}

void MainWindow::showRun()
{
    RunRecord *record = m_runs->record();
    m_workspace->showRun(record);
    if (record) {
        connect(record, &RunRecord::advanced, m_workspace, &Workspace::advanceRun);
        connect(record, &RunRecord::sought, m_workspace, &Workspace::seekRun);
        connect(record, &RunRecord::sought, m_status, [this] { m_status->hint({}); }); // It was about now.
        m_workspace->raiseRun();
    }
    showRunState();
}

void MainWindow::callPerson(const QString &subject, const QString &sentence)
{
    const auto show = [this, subject] { m_workspace->raiseInbox(subject); };
    m_attention->call(sentence, show);
    m_notices->show(u"person"_s, NoticeBar::Kind::Notice, sentence,
                    {{tr("Show"), show}});
}

/// As text, whatever it is: what a task has written is looked at, not opened by some other program.
void MainWindow::showRunFile(const QString &path)
{
    constexpr qint64 mostShown = 512 * 1024;
    const QDir root(m_runs->record()->folder().info()["root"_L1].toString());
    QFile file(root.filePath(path));
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return m_status->hint(tr("%1 is no longer there.").arg(path));
    QString text = QString::fromUtf8(file.read(mostShown));
    text.replace(QChar(0), QChar(0x2400));
    if (file.size() > mostShown)
        text += u"\n\n"_s + tr("… and %n more byte(s).", nullptr, int(qMin<qint64>(file.size() - mostShown, 2'000'000'000)));
    showText(path, text, this);
}

void MainWindow::showDriver()
{
    const InboxPanel::Driver driver = m_runs->driver();
    m_workspace->inbox()->setDriver(driver);
    m_status->setDriver(driver == InboxPanel::Driver::Elsewhere ? tr("Driven by another program") : QString());
}

void MainWindow::showRunState()
{
    showWave();
    updateTitle();
}

void MainWindow::takeRunContents(const Contents &contents)
{
    if (m_files->isOpen() && m_document.workflow().contents() == contents)
        return;
    m_files->showCopy(contents);
}

void MainWindow::chooseRun()
{
    auto *chooser = new QFileDialog(this, tr("Open a run"), m_document.folder());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this, &MainWindow::openRun);
    chooser->open();
}

void MainWindow::openRun(const QString &folder)
{
    m_files->whenSafe([this, folder] { m_runs->attach(folder); });
}

void MainWindow::choosePicture()
{
    auto *chooser = new QFileDialog(this, tr("Export as picture"), m_document.folder(),
                                    tr("Pictures (*.png *.svg *.pdf)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(u"png"_s);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const RunRecord *record = m_runs->record();
        const RunPlan *plan = record ? &planOf(record->plan(), record->state()) : nullptr;
        const Result<void> drawn = exportPicture({.contents = m_document.workflow().contents(),
                                                  .palette = m_theme.palette(),
                                                  .problems = m_problems->problems(),
                                                  .plan = plan,
                                                  .state = record ? &record->state() : nullptr},
                                                 path);
        m_status->hint(drawn ? tr("Drew %1.").arg(path) : drawn.error().message);
    });
    chooser->open();
}

void MainWindow::showPrompt(NodeKey key)
{
    showText(tr("Prompt of %1").arg(m_document.workflow().contents().titleOf(key)),
             QString::fromUtf8(promptFor(m_document.workflow().contents(), key)), this);
}

void MainWindow::showSource(NodeKey key)
{
    const Contents &contents = m_document.workflow().contents();
    const QByteArray text = key == workflowKey ? writeWorkflow(contents, m_document.source().get(), FileKind::Yaml)
                                               : writeWorkflow(selectionOf(contents, {key}), nullptr, FileKind::Yaml);
    showText(tr("Source of %1").arg(contents.titleOf(key)), QString::fromUtf8(text), this);
}

QList<Command> MainWindow::commands() const
{
    QList<Command> commands;
    for (QAction *action : m_actions.all()) {
        if (action->isEnabled() && action->isVisible() && action->objectName() != "view.palette"_L1)
            commands.append({QString(action->text()).remove(u'&').remove(u'…'),
                             action->shortcut().toString(QKeySequence::NativeText), action->icon(),
                             [action] { action->trigger(); }});
    }
    if (isStartPageShown())
        return commands;
    const auto show = [this](NodeKey key) {
        return [this, key] {
            const_cast<MainWindow *>(this)->m_document.selection().set(key);
            m_workspace->canvas()->showNode(key);
        };
    };
    const Contents &contents = m_document.workflow().contents();
    commands.reserve(commands.size() + contents.tasks.size() + contents.gates.size());
    const QIcon taskIcon = themedIcon(u"task"_s, IconInk::Mute);
    for (const auto &slot : contents.tasks)
        commands.append({slot.node->displayTitle(), slot.node->id, taskIcon, show(slot.key)});
    const QIcon gateIcon = themedIcon(u"gate"_s, IconInk::Mute);
    for (const auto &slot : contents.gates)
        commands.append({slot.node->displayTitle(), slot.node->id, gateIcon, show(slot.key)});
    const QIcon phaseIcon = themedIcon(u"phase"_s, IconInk::Mute);
    for (const auto &slot : contents.phases)
        commands.append({contents.titleOf(slot.key), slot.node->id, phaseIcon, show(slot.key)});
    const QIcon personaIcon = themedIcon(u"persona"_s, IconInk::Mute);
    for (const auto &slot : contents.personas)
        commands.append({u"@"_s + slot.node->id, slot.node->title, personaIcon, show(slot.key)});
    return commands;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    ActionList::finishTyping();
    if (!m_mayClose && m_document.isEdited() && m_files->isOpen()) {
        event->ignore();
        m_files->whenSafe([this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    if (m_runs->isHandingOver() && !std::exchange(m_closesLater, true)) {
        event->ignore();
        m_status->hint(tr("Baton closes as soon as the cluster has the whole plan. Close it again not to wait for that."));
        return;
    }
    m_settings.setState(u"geometry"_s, saveGeometry());
    m_runs->release();
    m_files->closeDocument();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = event->mimeData()->urls().value(0).toLocalFile();
    event->acceptProposedAction();
    if (QFileInfo(path).isDir())
        openRun(path);
    else
        m_files->open(path);
}

} // namespace baton
