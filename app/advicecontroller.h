// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/actionlist.h"
#include "app/settings.h"
#include "model/advice/advice.h"
#include "model/patterns/recognize.h"
#include "views/editing/document.h"
#include "views/style/theme.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace baton {

class EditController;
class PreviewController;
class ProblemController;
class Workspace;

/// What the advisor has to say of the open plan, and the patterns in it: worked out on another thread, a moment after
/// the last edit.
class AdviceController : public QObject
{
    Q_OBJECT

public:
    /// \a window: also the parent of its dialogs.
    AdviceController(Document &document, Settings &settings, Theme &theme, ActionList &actions, ProblemController &problems,
                     QWidget *window);

    ~AdviceController() override;

    /// Shows its findings there from now on, and does what is asked for there.
    void setViews(Workspace &workspace, PreviewController &preview, EditController &edit);
    /// Asks which pattern fits, and inserts it.
    void choosePattern();
    /// Asks what would be if, and makes what is taken one step.
    void askWhatIf();
    /// Looks anew at what earlier runs in the document's folder have told.
    void readRuns();

    const QList<AdviceFigures> &advice() const { return m_findings.advice; }
    const QList<FoundPattern> &patterns() const { return m_findings.patterns; }
    /// What earlier runs in the document's folder have told.
    const Calibration &calibration() const { return m_calibration; }

signals:
    void adviceChanged();
    void patternsChanged();
    void calibrationChanged();

private:
    struct Findings
    {
        QList<AdviceFigures> advice;
        QList<FoundPattern> patterns;
        Calibration calibration; ///< What was reckoned with.
    };

    void follow();
    void start();
    void take();
    void select(Workspace &workspace, const QList<NodeKey> &keys);

    Document &m_document;
    Settings &m_settings;
    Theme &m_theme;
    ProblemController &m_problems;
    QWidget *m_window;
    EditController *m_edit = nullptr;
    PreviewController *m_preview = nullptr;
    QTimer m_timer;
    QFutureWatcher<Findings> m_watcher;
    /// The plan has changed since the work began; the work asks.
    std::shared_ptr<std::atomic_bool> m_isStale = std::make_shared<std::atomic_bool>(false);
    Findings m_findings;
    Calibration m_calibration;
    QString m_runsFolder;     ///< Whose runs were last asked for.
    bool m_readsRuns = false; ///< With the next look at the plan.
};

} // namespace baton
