// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/run/event.h"
#include "model/run/runplan.h"

#include <QCoreApplication>
#include <QList>
#include <QStringList>

#include <optional>

namespace baton {

/// What a task says of itself, before it is an event of the run.
struct WorkerReport
{
    EventType type = EventType::WorkerCheckpoint;
    QJsonObject data = {};

    bool operator==(const WorkerReport &) const = default;
};

/// Makes a line that a task wrote, or `baton event` is asked to write, a report. Refused for what no task may say.
Result<WorkerReport> reportOf(const QJsonObject &line, const QString &task);

/// Reads the events file of one attempt from where the last call ended. A task may write anything there.
class WorkerEventReader
{
    Q_DECLARE_TR_FUNCTIONS(baton::WorkerEventReader)

public:
    WorkerEventReader() = default;
    WorkerEventReader(const QString &path, const QString &task) : m_path(path), m_task(task) {}

    /// The reports of the lines that came in. What is refused is told in \a refused, a sentence each.
    QList<WorkerReport> read(QStringList &refused);
    /// Nobody writes any more: a last line counts without its end too.
    QList<WorkerReport> readToEnd(QStringList &refused);

private:
    void takeLine(QByteArrayView line, QList<WorkerReport> &reports, QStringList &refused);

    QString m_path;
    QString m_task;
    qint64 m_offset = 0;
    int m_lines = 0;
    bool m_closed = false; ///< It wrote too much: nothing more is read.
};

/// What a task left in its result file.
struct TaskResult
{
    QList<WorkerReport> reports; ///< Usage, outcome, verdict, in this order.
    QJsonObject outputs;
    QString refused = {}; ///< Why its usage does not count; empty where it does.
};

/// Nothing written is an empty result. An Error for a file that is no result; its sentence becomes the task's.
Result<TaskResult> readTaskResult(const QString &path);

/// The verdict that a task which still runs has in its result file, marked as such; nothing while the file holds none that
/// can be read, because it is being written.
std::optional<WorkerReport> verdictSoFar(const QString &path);

/// What an agent's answer adds to the \a known reports of its task: the outcome, and the verdict with its issues, where
/// the result file had none; and what is wrong with the answer, as a checkpoint with `problems`.
QList<WorkerReport> reportsOfAnswer(const QString &answer, const PlanTask &task, const QList<WorkerReport> &known);

/// The line that ends at \a end in a log, or the last one before it that is not empty.
QString lastWords(const QString &log, qint64 end);

} // namespace baton
