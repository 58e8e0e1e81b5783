// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/slurm/slurmjob.h"

#include "model/base/duration.h"
#include "model/run/runfolder.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>

#include <array>
#include <cmath>

#include <sys/wait.h>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Slurm
{
    Q_DECLARE_TR_FUNCTIONS(baton::Slurm)
};

constexpr qint64 minute = 60'000;

/// `4G`, `512M`; a bare number is megabytes, as Slurm has it.
std::optional<qint64> megabytesOf(const QString &text)
{
    if (text.isEmpty())
        return 0;
    const QChar unit = text.back().toUpper();
    const bool isBare = unit.isDigit();
    const double number = QStringView(text).chopped(isBare ? 0 : 1).trimmed().toDouble();
    static const QMap<QChar, double> units{{u'K', 1.0 / 1024}, {u'M', 1}, {u'G', 1024}, {u'T', 1024 * 1024}};
    if (!(number > 0) || number > 1e9 || (!isBare && !units.contains(unit)))
        return std::nullopt;
    return qMax<qint64>(1, qint64(std::ceil(number * (isBare ? 1 : units.value(unit)))));
}

struct Word
{
    const char *state;
    SlurmStage stage;
};

constexpr std::array states{
    Word{"CONFIGURING", SlurmStage::Starting},  Word{"RUNNING", SlurmStage::Running},
    Word{"COMPLETING", SlurmStage::Running},    Word{"SUSPENDED", SlurmStage::Suspended},
    Word{"STOPPED", SlurmStage::Suspended},     Word{"REQUEUED", SlurmStage::Passing},
    Word{"RESIZING", SlurmStage::Passing},      Word{"SIGNALING", SlurmStage::Passing},
    Word{"STAGE_OUT", SlurmStage::Passing},     Word{"REQUEUE_FED", SlurmStage::Passing},
    Word{"REQUEUE_HOLD", SlurmStage::Held},     Word{"SPECIAL_EXIT", SlurmStage::Held},
    Word{"COMPLETED", SlurmStage::Completed},   Word{"FAILED", SlurmStage::Failed},
    Word{"TIMEOUT", SlurmStage::Failed},        Word{"OUT_OF_MEMORY", SlurmStage::Failed},
    Word{"DEADLINE", SlurmStage::Failed},       Word{"NODE_FAIL", SlurmStage::Lost},
    Word{"BOOT_FAIL", SlurmStage::Lost},        Word{"PREEMPTED", SlurmStage::Lost},
    Word{"REVOKED", SlurmStage::Lost},          Word{"CANCELLED", SlurmStage::Cancelled},
};

SlurmStage pendingStage(const QString &reason)
{
    if (reason == "Dependency"_L1)
        return SlurmStage::Waiting;
    if (reason.startsWith("JobHeld"_L1) || reason.contains("held"_L1, Qt::CaseInsensitive))
        return SlurmStage::Held;
    const bool fitsNot = reason == "PartitionConfig"_L1 || reason.startsWith("ReqNodeNotAvail"_L1) ||
                         reason == "BadConstraints"_L1 || reason == "DependencyNeverSatisfied"_L1;
    return fitsNot ? SlurmStage::Unfit : SlurmStage::Queued;
}

} // namespace

Result<SlurmNeeds> slurmNeedsOf(const PlanTask &task)
{
    const QJsonObject &options = task.executor.options;
    SlurmNeeds needs;
    needs.partition = options["partition"_L1].toString();
    needs.cpus = options["cpus"_L1].toInteger();
    if (needs.cpus < 0 || needs.cpus > 1'000'000)
        return Error{ErrorCode::Refused, Slurm::tr("“%1” asks for %2 CPUs. Correct `cpus`.").arg(task.id).arg(needs.cpus)};
    const QString memory = options["memory"_L1].toVariant().toString();
    const std::optional<qint64> megabytes = megabytesOf(memory);
    if (!megabytes)
        return Error{ErrorCode::Refused, Slurm::tr("“%1” asks for the memory “%2”. Write it as 512M or 4G.").arg(task.id, memory)};
    needs.megabytes = *megabytes;
    const Duration time{options["time"_L1].toVariant().toString()};
    const std::optional<qint64> limit = time.isEmpty() ? task.timeouts.total : time.milliseconds();
    if (!limit)
        return Error{ErrorCode::Refused, Slurm::tr("“%1” has the time limit “%2”. Write it as 90m or 2h.").arg(task.id, time.text)};
    needs.minutes = (*limit + minute - 1) / minute;
    for (const QJsonValue &feature : options["features"_L1].toArray())
        needs.features += feature.toString();
    return needs;
}

SlurmStage SlurmJobState::stage() const
{
    // `CANCELLED by 1000` of some tools; flags behind a `+`.
    const QString word = state.section(' '_L1, 0, 0).section('+'_L1, 0, 0);
    if (word == "PENDING"_L1)
        return pendingStage(reason);
    for (const Word &known : states) {
        if (word == QLatin1String(known.state))
            return known.stage;
    }
    return SlurmStage::Unknown;
}

std::optional<bool> SlurmJobState::waits() const
{
    switch (stage()) {
    case SlurmStage::Waiting:
    case SlurmStage::Queued:
    case SlurmStage::Held:
    case SlurmStage::Unfit: return true;
    case SlurmStage::Passing:
    case SlurmStage::Unknown: return std::nullopt;
    case SlurmStage::Starting:
    case SlurmStage::Running:
    case SlurmStage::Suspended:
    case SlurmStage::Completed:
    case SlurmStage::Failed:
    case SlurmStage::Lost:
    case SlurmStage::Cancelled: break;
    }
    return false;
}

bool SlurmJobState::hasEnded() const
{
    switch (stage()) {
    case SlurmStage::Completed:
    case SlurmStage::Failed:
    case SlurmStage::Lost:
    case SlurmStage::Cancelled: return true;
    case SlurmStage::Waiting:
    case SlurmStage::Queued:
    case SlurmStage::Held:
    case SlurmStage::Unfit:
    case SlurmStage::Starting:
    case SlurmStage::Running:
    case SlurmStage::Suspended:
    case SlurmStage::Passing:
    case SlurmStage::Unknown: break;
    }
    return false;
}

std::optional<bool> SlurmJobState::isKeptBack() const
{
    const SlurmStage now = stage();
    if (now == SlurmStage::Passing || now == SlurmStage::Unknown)
        return std::nullopt;
    return now == SlurmStage::Held || now == SlurmStage::Unfit;
}

std::optional<int> SlurmJobState::exitCode() const
{
    if (!WIFEXITED(status))
        return std::nullopt;
    return WEXITSTATUS(status);
}

TaskState taskStateOf(SlurmStage stage)
{
    switch (stage) {
    case SlurmStage::Waiting: return TaskState::Pending;
    case SlurmStage::Queued: return TaskState::Ready;
    case SlurmStage::Held:
    case SlurmStage::Unfit:
    case SlurmStage::Suspended: return TaskState::Blocked;
    case SlurmStage::Starting: return TaskState::Starting;
    case SlurmStage::Passing:
    case SlurmStage::Unknown:
    case SlurmStage::Running: return TaskState::Active;
    case SlurmStage::Completed: return TaskState::Complete;
    case SlurmStage::Failed:
    case SlurmStage::Lost:
    case SlurmStage::Cancelled: break;
    }
    return TaskState::Failed;
}

QString SlurmIdentity::comment() const
{
    return u"baton run=%1 task=%2 attempt=%3 start=%4"_s.arg(run, task, attempt, start);
}

std::optional<SlurmIdentity> SlurmIdentity::of(const QString &comment)
{
    const QStringList words = comment.trimmed().split(' '_L1);
    const QStringList keys{u"run="_s, u"task="_s, u"attempt="_s, u"start="_s};
    if (words.size() != 5 || words.first() != "baton"_L1)
        return std::nullopt;
    QStringList values;
    for (int i = 0; i < 4; ++i) {
        if (!words.at(i + 1).startsWith(keys.at(i)))
            return std::nullopt;
        values += words.at(i + 1).mid(keys.at(i).size());
    }
    return SlurmIdentity{values[0], values[1], values[2], values[3]};
}

QString slurmRunName(const QString &runDir)
{
    const QString path = QFileInfo(runDir).absoluteFilePath();
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().first(8);
    return RunFolder::fileNameOf(QFileInfo(path).fileName()) + '.'_L1 + QString::fromLatin1(hash);
}

QString outputPattern(const QString &path)
{
    return QString(path).replace('%'_L1, "%%"_L1);
}

QString outputProblem(const QString &path)
{
    if (!path.contains('\\'_L1))
        return {};
    return Slurm::tr("Slurm cannot write a job's output below %1, for the backslash in it. Use a folder without one.").arg(QFileInfo(path).path());
}

} // namespace baton
