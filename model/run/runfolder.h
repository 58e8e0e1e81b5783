// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/run/runstate.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace baton {

/// Where a run keeps what belongs to it: the exact plan, the journal, logs, evidence, inbox.
class RunFolder
{
    Q_DECLARE_TR_FUNCTIONS(baton::RunFolder)

public:
    RunFolder() = default;
    explicit RunFolder(const QString &path);

    QString path() const { return m_path; }
    QString journalPath() const { return m_path + QStringLiteral("/events.jsonl"); }
    QString planPath() const; ///< workflow.baton.yaml or .json, whichever is there.
    QString lockPath() const { return m_path + QStringLiteral("/lock"); }
    QString infoPath() const { return m_path + QStringLiteral("/run.json"); }
    QString evidencePath() const { return m_path + QStringLiteral("/evidence.json"); }
    QString inboxPath() const { return m_path + QStringLiteral("/inbox"); }
    QString logsPath() const { return m_path + QStringLiteral("/logs"); }
    QString processesPath() const { return m_path + QStringLiteral("/processes.log"); }
    QString supervisorLockPath() const { return m_path + QStringLiteral("/supervisor.lock"); }
    QString agentsPath() const { return m_path + QStringLiteral("/agents"); } ///< What agent CLIs read and write.
    QString jobsPath() const { return m_path + QStringLiteral("/jobs"); } ///< Scripts of cluster jobs, and the marks they leave.
    QString tasksPath() const { return m_path + QStringLiteral("/tasks"); } ///< What tasks get and give.
    QString logPath(const QString &task) const;
    /// A file of one attempt: `prompt`, `events`, `result`, `inputs` or `note`.
    QString taskFile(const QString &task, int attempt, const QString &what) const;
    bool exists() const; ///< It holds a run.

    /// What run.json says; an empty object where it cannot be read.
    QJsonObject info() const;
    Result<void> writeInfo(const QJsonObject &info) const;
    Result<void> writeEvidence(const QJsonObject &evidence) const;

    /// A task's id as part of a file name: what is no plain name is escaped, so that no id leaves its folder.
    static QString fileNameOf(const QString &task);

private:
    QString m_path;
};

/// What a new run folder is made from.
struct NewRun
{
    QString file;         ///< The workflow's file, as the user names it; it need not be saved.
    QByteArray bytes;     ///< The exact plan.
    QString workflowName;
    QString root;         ///< settings.root
    int tasks = 0;
    QString dir = {};     ///< Empty: `.baton/runs/<UTC time>-<short id>` beside the file.
    qint64 now = 0;       ///< Milliseconds since the epoch.
};

/// Makes the folder with everything but the journal. Refused where \a run.dir holds a run already.
Result<RunFolder> makeRunFolder(const NewRun &run);

/// A run as a list shows it.
struct RunSummary
{
    QString dir;
    QString workflow;
    qint64 started = 0;
    RunStatus state = RunStatus::Planned; ///< Running also where its runner vanished: see isDriven.
    int complete = 0;
    int total = 0;
    bool isDriven = false; ///< Some program drives it now.
};

/// The runs in `.baton/runs` of \a dir (or in \a dir itself), latest first.
QList<RunSummary> listRuns(const QString &dir);

/// True while some program holds the journal's lock.
bool isDriven(const RunFolder &folder);

} // namespace baton
