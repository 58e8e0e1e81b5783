// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"
#include "model/workflow/contents.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <optional>

namespace baton {

struct Endpoint;
struct EndpointTrial;
struct PlanTask;
struct RunPlan;
struct StoredKey;

/// One thing that a doctor looked at.
struct Finding
{
    enum class Section : quint8 { Programs, Agents, Endpoints, Trust, Workflow };
    Section section = Section::Programs;
    QString what;      ///< A program, an agent, an endpoint: short.
    bool isGood = true;
    QString sentence;  ///< Where it is; else what is wrong, and what to do.

    bool operator==(const Finding &) const = default;
};

/// Looks at what this machine has for running workflows: programs, agent CLIs, model endpoints with their keys, trusted
/// folders; or at what one workflow would need of it. Runs nothing of a workflow, and asks no model anything.
class Doctor : public QObject
{
    Q_OBJECT

public:
    explicit Doctor(QObject *parent = nullptr);
    ~Doctor() override;

    /// What is there; findings come as found() until finished().
    void examineMachine();
    /// What \a contents, saved as \a file, would need when it is run there.
    void examineWorkflow(const Contents &contents, const QString &file, RunWhere where = RunWhere::Plan);

    const QList<Finding> &findings() const { return m_findings; }
    bool isWell() const; ///< Nothing that was looked at is missing.

    static QString titleOf(Finding::Section section);

signals:
    void found(const baton::Finding &finding);
    void finished();

private:
    void say(Finding::Section section, const QString &what, bool isGood, const QString &sentence);
    void lookForProgram(Finding::Section section, const QString &program, const QString &purpose);
    void lookForAgents(const QSet<QString> &only, Finding::Section section);
    void lookAtPrice(Finding::Section section, const QString &who, const QString &model, const QJsonObject &settings);
    void lookAtEndpoint(Finding::Section section, const PlanTask &task);
    void lookAtKey(Finding::Section section, const Endpoint &endpoint, const StoredKey &stored);
    /// And at what these tasks ask of it.
    void lookAtCluster(Finding::Section section, const QList<PlanTask> &tasks);
    void lookAtTask(const PlanTask &task, const QString &root, const QJsonObject &settings, QSet<QString> &agents, QSet<QString> &seen);
    void lookAtCommand(const PlanTask &task, const QString &root);
    void lookAtProgram(const PlanTask &task, const QString &program, const QString &path);
    void lookAtPlace(const Contents &contents, const QString &root);
    void sayWhatStays(const RunPlan &plan, RunWhere where);
    void lookAtTrust(const Contents &contents, const QString &file);
    void begin();
    void end(); ///< Of one thing that took time.

    QList<Finding> m_findings;
    QSet<QString> m_said; ///< Findings, each once.
    QStringList m_made; ///< Paths that tasks of the plan make.
    int m_waiting = 0; ///< Things that are still being looked at.
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
    QThreadPool m_pool;
};

} // namespace baton
