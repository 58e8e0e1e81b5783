// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/actionlist.h"
#include "model/run/runner.h"
#include "model/run/runrecord.h"
#include "views/editing/document.h"
#include "views/panels/inbox/inboxpanel.h"

#include <QTemporaryDir>
#include <QTimer>

#include <functional>

class QWidget;

namespace baton {

class NoticeBar;

/// Where a run goes: nowhere, as the file says, or where the user wants it, whatever the file says.
enum class RunMode { Simulate, Plan, Machine, Cluster };
RunWhere whereOf(RunMode mode); ///< Of a simulation: as planned.

/// Starts and steers runs of the open document, and attaches to those of others. What is shown of a run comes from its
/// journal alone: the record.
class RunController : public QObject
{
    Q_OBJECT

public:
    /// \a window is the parent of the dialogs it opens.
    RunController(Document &document, ActionList &actions, NoticeBar &notices, QWidget *window);
    ~RunController() override;

    RunMode mode() const { return m_mode; }
    void setMode(RunMode mode);
    /// Whether the cluster gets the whole plan at once, in the modes that send tasks there.
    bool handsOver() const { return m_handsOver; }
    void setHandsOver(bool handsOver);
    /// For this session: do not ask whether the folder is trusted.
    void setTrusted(bool trusted) { m_trusted = trusted; }
    /// How much faster than the plan says a simulation runs; none: so that the whole takes about half a minute.
    void setSpeed(std::optional<double> speed) { m_speed = speed; }

    void start();
    void pause(); ///< Or goes on, where it is paused.
    void step();
    void stop();
    /// Goes on with the run that is shown, where nobody drives it and it is not over.
    void resume();
    /// Tries a FAILED task of the shown run again, or has a failed gate checked again; a run that has ended is resumed for it.
    void retry(const QString &subject);
    /// Shows the report of the run in a folder, or hints that there is none.
    void openReport(const QString &runDir);
    /// What a person decides: done at once where this program drives the run, else left in the run's inbox.
    Result<void> answer(const Request &request);
    /// Shows the run in a folder, whoever drives it: at once, or where its journal is long, when it is read. Then
    /// attached(), or attachFailed().
    void attach(const QString &runDir);
    /// Lets go of the run that is shown; one that this program drives is left so that it can be resumed.
    void release();

    RunRecord *record() const { return m_record.get(); } ///< Null: no run is shown.
    bool isRunning() const; ///< This program drives it.
    /// A cluster is being given the whole plan; who goes now leaves the rest of that to the next resume.
    bool isHandingOver() const;
    InboxPanel::Driver driver() const { return m_driver; }
    QString statusText() const; ///< "Running: 3 of 15 tasks complete"; empty without a run.

signals:
    /// Another run, or none.
    void recordChanged();
    /// The state of the record has moved on, or back.
    void stateChanged();
    void modeChanged(baton::RunMode mode);
    /// The cluster has the whole plan, and goes on with nobody watching.
    void handedOver();
    void driverChanged(baton::InboxPanel::Driver driver);
    /// Somebody has to decide about a task or a gate.
    void personNeeded(const QString &subject, const QString &sentence);
    /// The run that this program drives, or one that is watched, has come to its end or to a rest.
    void ended(baton::RunStatus status);
    void attached(const baton::Contents &contents);
    void attachFailed(const baton::Error &error);
    void hinted(const QString &sentence);

private:
    void makeActions();
    void update();
    QString retriable() const; ///< The selected task or gate, where retry() can do something for it; else empty.
    QString failure() const;
    QByteArray bytesFor(const QString &file) const;
    std::optional<Correction> correction();
    bool create();
    void listen();
    static QString topic() { return QStringLiteral("run"); } ///< Of its notices.
    static QString journalTopic() { return QStringLiteral("journal"); } ///< Of what is wrong with a journal that was opened.
    void launch(bool stepping);
    void askForTrust(std::function<void()> go);
    void showBranches(std::function<void()> go);
    void begin(bool stepping);
    void findDriver();
    void follow(const QList<Event> &events);
    void showError(const Error &error);
    void setRecord(std::unique_ptr<RunRecord> record);
    void show(Result<std::unique_ptr<RunRecord>> record);
    void tellEnd(RunStatus status);
    void tellBudget(const Event &event);
    void addHandOver();
    void tellOutlook();
    void tellHandedOver();
    void offerToComplete();
    RunOptions options();

    Document &m_document;
    ActionList &m_actions;
    NoticeBar &m_notices;
    QWidget *m_window;
    RunMode m_mode = RunMode::Simulate;
    bool m_trusted = false;
    bool m_asksForBranches = true;
    bool m_handsOver = false;
    bool m_isHolding = false; ///< Paused by the user, or between two steps.
    std::optional<double> m_speed;
    std::unique_ptr<Runner> m_runner;
    std::unique_ptr<RunRecord> m_record;
    int m_attaching = 0; ///< Counts up: of several that are asked for the last one is shown.
    InboxPanel::Driver m_driver = InboxPanel::Driver::Nobody;
    QTimer m_driverTimer; ///< Locks tell nobody when they are taken or let go.
    QTemporaryDir m_unsaved; ///< Where simulations of documents without a file run.
    int m_unsavedRuns = 0;
};

} // namespace baton
