// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/supervisorclient.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <memory>

namespace baton {

/// What became of a process that a task asked for.
struct ProcessFate
{
    enum class How : quint8 {
        Ended,      ///< By itself, by a signal, or because it was asked to.
        NotStarted,
        Lost,       ///< Nobody can tell any more how it ended.
    };
    How how = How::Ended;
    ProcessEnd end = {};
    QString reason = {}; ///< Of NotStarted: what the system said.
};

/// The local processes of one run, started and ended by its one supervisor, each known by the label of its attempt.
/// Those that an earlier runner left are taken over from what processes.log says.
class RunProcesses : public QObject
{
    Q_OBJECT

public:
    explicit RunProcesses(const RunFolder &folder, QObject *parent = nullptr);

    /// \a order needs no number. Answers with started() or ended(). An Error where there is no supervisor to be had.
    Result<void> start(const QString &task, ProcessOrder order);
    /// ended() follows. Unknown labels are none of ours.
    void stop(const QString &label, const StopSteps &steps = {});
    /// False where there is nothing to take over; else ended() follows, soon if it has ended already.
    bool adopt(const QString &task, const QString &label);
    /// Labels of what an earlier runner left under names below this one (`LABEL.…`) and nobody saw end.
    QStringList leftBelow(const QString &label) const;
    /// Whether an adopted process had ended before.
    bool hasEnded(const QString &label) const;
    /// processes.log has grown: perhaps by the end of an adopted process.
    void checkAdopted();

signals:
    void started(const QString &label, qint64 pid);
    void ended(const QString &label, const baton::ProcessFate &fate);

private:
    struct Running
    {
        QString task;
        QString label;
        qint64 pid = 0;
        bool adopted = false;
        bool hasEnded = false; ///< Before it was adopted.
        bool stopping = false;
    };

    Result<void> ensureSupervisor();
    void onStarted(quint32 number, qint64 pid);
    void finish(quint32 number, const ProcessFate &fate);
    void lose(quint32 number);
    void onLost();
    void watchSupervisor(qint64 pid);
    void giveUpAdopted();
    void stopAdopted(const Running &running, const StopSteps &steps);
    void signalLater(const QString &label, qint64 group, int signal, int milliseconds);

    RunFolder m_folder;
    std::unique_ptr<SupervisorClient> m_supervisor;
    quint32 m_lastNumber = 0;
    QHash<quint32, Running> m_running;
    QHash<QString, quint32> m_numbers; ///< By label.
    QSet<qint64> m_watched; ///< Supervisors of earlier runners.
};

} // namespace baton
