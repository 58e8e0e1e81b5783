// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/slurm/jobscript.h"
#include "model/executors/slurm/slurmjob.h"
#include "model/run/folderwatch.h"
#include "model/run/taskexecutor.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

namespace baton {

class PlanHandover;
class SlurmTransport;

/// Lets a Slurm cluster carry tasks out, a job each. What a job did is read from the marks that it leaves in the run
/// folder, which the cluster's nodes must see too; what the cluster says of it is asked for all jobs at once.
class SlurmExecutor final : public TaskExecutor
{
    Q_OBJECT

public:
    explicit SlurmExecutor(const RunFolder &folder, QObject *parent = nullptr);
    ~SlurmExecutor() override;

    void start(const TaskOrder &order) override;
    void stop(const QString &id) override;
    bool adopt(const TaskOrder &order) override;
    bool endsSoon() const override { return false; }
    bool hasBegun(const QString &id) const override;
    bool hasEnded(const QString &id) const override;
    QJsonObject aboutStart(const QString &id) const override;
    void lookAgain(const QString &id) override;
    void handOver(const QList<AdvanceOrder> &orders) override;
    bool isHandingOver() const override;
    bool isUnderWay(const TaskOrder &order) const override;
    bool letGo(const QString &id) override;
    void withdraw() override;
    bool isIdle() const override { return m_withdrawal == 0; }

private:
    enum class Step : quint8 {
        Due,        ///< To be submitted, at `due`.
        Submitting,
        Sought,     ///< Perhaps submitted: looked for among the cluster's jobs first.
        Submitted,
        Foreseen,   ///< Its job was handed over with the whole plan.
    };
    struct Job
    {
        TaskOrder order;
        JobMarks marks;
        Step step = Step::Due;
        qint64 id = 0;
        qint64 due = 0;       ///< Milliseconds of m_clock, as all that follow.
        qint64 submittedAt = 0;
        int refusals = 0;     ///< Times in a row that the cluster was away when asked to take it.
        int submissions = 0;
        int unseen = 0;       ///< Answers in a row without it.
        qint64 overSince = 0; ///< The cluster says that it has ended, and its marks do not; 0 = not so.
        bool active = false;
        bool stopping = false;
        bool wasStopped = false; ///< By an earlier runner, whose word may have come to the cluster or not.
        std::optional<bool> blocked = false; ///< As it was told last; nothing: an earlier runner may have told either.
        int kept = 0; ///< Answers in a row that say it cannot begin by itself.
        qint64 stoppedAt = 0;
        QSet<qint64> dead = {}; ///< Jobs that never reached their first line.
        QString said = {};
        QString partition = {}; ///< Where it was last seen.
    };

    SlurmJob jobFor(const Job &job, const SlurmNeeds &needs) const;
    SlurmIdentity planIdentity(const QString &task) const;
    void startForeseen(const TaskOrder &order);
    void startAlone(const QString &id);
    bool isOver(const QString &task) const;
    void onForeseen(const QString &id, const QList<SlurmJobState> &states);
    void carryOutWithdrawal(const QList<SlurmJobState> &states);
    QString commentOf(const Job &job) const;
    void look();
    void readMarks();
    bool readMarks(const QString &id);
    void submitDue();
    void submit(const QString &id);
    void onSubmitted(const QString &id, const QString &label, const Result<qint64> &answer);
    void ask();
    void onAnswer(const Result<QList<SlurmJobState>> &answer, qint64 asked);
    void onSeen(const QString &id, const QList<SlurmJobState> &states);
    void onUnseen(const QString &id, qint64 asked);
    void onEndedState(const QString &id, const SlurmJobState &state);
    void follow(const QString &id, const SlurmJobState &state);
    void suspend(const QString &id, const SlurmJobState &state);
    void keep(const QString &id, const QString &sentence, const SlurmJobState &state);
    void block(const QString &id, const QString &sentence, const SlurmJobState &state);
    void unblock(const QString &id, const QJsonObject &about);
    void sayItRuns(const QString &id, const SlurmJobState &state);
    QList<SlurmJobState> withAnotherComment(const Job &job, const QList<SlurmJobState> &states) const;
    void cancelStray(const QList<SlurmJobState> &states);
    void cancel(const QList<qint64> &jobs);
    void resubmit(const QString &id, const QString &why);
    void giveUpStopping();
    void say(const QString &id, const QString &sentence, const SlurmJobState &state = {});
    void end(const QString &id, const TaskEnd &end);
    TaskEnd endOf(const Job &job, int code) const;
    QString slurmsWords(const Job &job) const;

    RunFolder m_folder;
    QString m_run; ///< In comments.
    int m_pace;    ///< Milliseconds between two looks at the marks.
    int m_pause;   ///< Milliseconds between two questions.
    std::unique_ptr<SlurmTransport> m_transport;
    std::optional<Error> m_missing; ///< Why there is no transport.
    FolderWatch m_watch;
    QHash<QString, Job> m_jobs; ///< By task.
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_nextAsk = 0;
    bool m_asking = false;
    std::unique_ptr<PlanHandover> m_handover; ///< Null where tasks become jobs one by one.
    QSet<QString> m_alone; ///< Tasks whose job of the plan has done what it could.
    QSet<QString> m_worked; ///< By file name: tasks whose job of the plan did its work, and so ends by itself.
    QString m_plainly;     ///< Why the plan was not handed over; to be told once.
    qint64 m_withdrawal = 0; ///< Since when what was handed over is being taken back; 0 = it is not.
    bool m_hasSwept = false; ///< Jobs that were given up without being cancelled are cancelled now.
};

/// A sentence as part of another.
QString withoutStop(const QString &sentence);
/// Of a job, for the journal.
QJsonObject aboutJob(const SlurmJobState &state);

} // namespace baton
