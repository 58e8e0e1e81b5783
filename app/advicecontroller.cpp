// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/advicecontroller.h"

#include "app/editcontroller.h"
#include "app/previewcontroller.h"
#include "app/problemcontroller.h"
#include "app/workspace.h"
#include "model/run/calibration.h"
#include "views/canvas/planview.h"
#include "views/dialogs/patterndialog.h"
#include "views/dialogs/whatifdialog.h"
#include "views/panels/advisorpanel.h"
#include "views/panels/inspectorpanel.h"
#include "views/panels/librarypanel.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtConcurrentRun>

#include <chrono>

using namespace Qt::StringLiterals;

namespace baton {

AdviceController::AdviceController(Document &document, Settings &settings, Theme &theme, ActionList &actions,
                                   ProblemController &problems, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_settings(settings)
    , m_theme(theme)
    , m_problems(problems)
    , m_window(window)
{
    actions.add({u"run.what-if"_s, tr("&What if…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}, u"what-if"_s,
                 tr("Try out changes and see time, tokens and cost before the run")},
                [this] { askWhatIf(); });
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::milliseconds(250));
    connect(&m_timer, &QTimer::timeout, this, &AdviceController::start);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &AdviceController::take);
    connect(&document.workflow(), &Workflow::changed, this, &AdviceController::follow);
    connect(&problems, &ProblemController::problemsChanged, this, &AdviceController::follow);
    connect(&document, &Document::sourceChanged, this, [this] {
        const QString folder = m_document.path().isEmpty() ? QString() : m_document.folder();
        if (std::exchange(m_runsFolder, folder) != folder)
            readRuns();
    });
}

AdviceController::~AdviceController()
{
    *m_isStale = true;
}

void AdviceController::setViews(Workspace &workspace, PreviewController &preview, EditController &edit)
{
    m_edit = &edit;
    m_preview = &preview;
    AdvisorPanel *panel = workspace.advisor();
    InspectorPanel *inspector = workspace.inspector();
    connect(this, &AdviceController::adviceChanged, panel, [this, panel, &workspace] {
        panel->setAdvice(advice());
        workspace.showAdviceCount(panel->count());
    });
    connect(this, &AdviceController::patternsChanged, inspector, [this, inspector] { inspector->setPatterns(patterns()); });
    connect(panel, &AdvisorPanel::previewRequested, &preview,
            [&preview](const Advice &wanted) { preview.show({wanted.title, wanted.edit, wanted.subjects}); });
    const auto select = [this, &workspace](const QList<NodeKey> &keys) { this->select(workspace, keys); };
    connect(panel, &AdvisorPanel::subjectsChosen, this, select);
    connect(inspector, &InspectorPanel::nodesChosen, this, select);
    connect(panel, &AdvisorPanel::patternsRequested, this, &AdviceController::choosePattern);
    connect(panel, &AdvisorPanel::whatIfRequested, this, &AdviceController::askWhatIf);
    connect(workspace.library(), &LibraryPanel::patternsRequested, this, &AdviceController::choosePattern);
    connect(&edit, &EditController::patternsRequested, this, &AdviceController::choosePattern);
    connect(&edit, &EditController::patternInserted, workspace.canvas(), &PlanView::showNodes);
}

void AdviceController::select(Workspace &workspace, const QList<NodeKey> &keys)
{
    QList<NodeKey> nodes = keys;
    nodes.removeAll(workflowKey);
    m_document.selection().set(QSet<NodeKey>(nodes.cbegin(), nodes.cend()), nodes.value(0));
    workspace.canvas()->showNodes(m_document.selection().keys());
}

void AdviceController::choosePattern()
{
    auto *dialog = new PatternDialog(m_document.workflow(), m_theme, m_window);
    connect(dialog, &PatternDialog::insertRequested, m_edit, &EditController::insertPattern);
    dialog->open();
}

void AdviceController::askWhatIf()
{
    const QString name = u"prices"_s; // For a million tokens, by model.
    Prices prices;
    const QJsonObject stored = QJsonDocument::fromJson(m_settings.state(name)).object();
    for (auto it = stored.constBegin(); it != stored.constEnd(); ++it) {
        if (it->toDouble() > 0)
            prices.insert(it.key(), it->toDouble());
    }
    auto *dialog = new WhatIfDialog(m_document.workflow().contents(), prices, m_calibration, m_theme, m_window);
    connect(dialog, &WhatIfDialog::taken, this, [this](const Edit &edit) { m_document.push(tr("Take the changes of a what-if"), edit); });
    connect(dialog, &WhatIfDialog::previewRequested, this,
            [this](const Edit &edit) { m_preview->show({tr("Take the changes of a what-if"), edit}); });
    connect(dialog, &QDialog::finished, this, [this, dialog, name] {
        QJsonObject object;
        for (auto it = dialog->prices().cbegin(); it != dialog->prices().cend(); ++it)
            object.insert(it.key(), *it);
        m_settings.setState(name, QJsonDocument(object).toJson(QJsonDocument::Compact));
    });
    if (const NodeKey current = m_document.selection().current(); current.kind() == NodeKind::Task)
        dialog->selectTask(current);
    dialog->open();
}

void AdviceController::follow()
{
    *m_isStale = true;
    m_timer.start();
}

void AdviceController::start()
{
    if (m_watcher.isRunning())
        return; // It ends soon, and take() begins again.
    m_isStale = std::make_shared<std::atomic_bool>(false);
    m_watcher.setFuture(QtConcurrent::run([contents = m_document.workflow().contents(), problems = m_problems.problems(),
                                           stale = m_isStale, known = m_calibration, reads = std::exchange(m_readsRuns, false),
                                           saved = !m_document.path().isEmpty(), folder = m_document.folder()] {
        const Calibration calibration = !reads ? known : saved ? calibrationIn(folder) : Calibration();
        return Findings{adviceWithFigures(contents, problems, [stale] { return stale->load(); }, calibration), patternsIn(contents),
                        calibration};
    }));
}

/// Earlier runs may tell more, or others do.
void AdviceController::readRuns()
{
    m_readsRuns = true;
    follow();
}

void AdviceController::take()
{
    const Calibration known = std::exchange(m_calibration, m_watcher.result().calibration);
    if (known != m_calibration)
        emit calibrationChanged();
    if (*m_isStale) {
        if (!m_timer.isActive())
            start();
        return;
    }
    m_findings = m_watcher.result();
    emit adviceChanged();
    emit patternsChanged();
}

} // namespace baton
