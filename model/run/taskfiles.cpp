// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/taskfiles.h"

#include "model/plan/answer.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qint64 longestLine = 1024 * 1024;
constexpr qint64 mostEventBytes = 64 * 1024 * 1024;
constexpr int mostEventLines = 100'000;
constexpr qint64 largestResult = 16 * 1024 * 1024;
constexpr qint64 longestWords = 4096;

struct TaskFiles
{
    Q_DECLARE_TR_FUNCTIONS(baton::TaskFiles)
};

/// Opened only when it is a plain file: no link, pipe or device that a task put there. -1 otherwise.
int openPlain(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat status = {};
    if (file >= 0 && (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode))) {
        ::close(file);
        return -1;
    }
    return file;
}

QByteArray readSome(int file, qint64 offset, qint64 most)
{
    QByteArray bytes;
    std::array<char, 65536> block;
    while (bytes.size() < most) {
        const size_t wanted = size_t(std::min<qint64>(qint64(block.size()), most - bytes.size()));
        const ssize_t got = ::pread(file, block.data(), wanted, offset + bytes.size());
        if (got <= 0)
            break;
        bytes.append(block.data(), got);
    }
    return bytes;
}

bool isVerdict(const QJsonValue &value)
{
    return value == "approved"_L1 || value == "rejected"_L1;
}

/// Empty when the verdict is one.
QString verdictProblem(const QJsonObject &data)
{
    if (!isVerdict(data["verdict"_L1]))
        return TaskFiles::tr("A verdict is “approved” or “rejected”.");
    const QJsonValue issues = data["issues"_L1];
    if (issues.isUndefined())
        return TaskFiles::tr("There is no issue list. A verdict needs the key “issues”; it may be empty.");
    const QJsonArray list = issues.toArray();
    if (!issues.isArray() || !std::all_of(list.begin(), list.end(), [](const QJsonValue &issue) { return issue.isObject(); }))
        return TaskFiles::tr("The issues of a verdict are a list of mappings with severity, task, where, what and fix.");
    return {};
}

/// Empty when the numbers are some that can be.
QString usageProblem(const QJsonObject &data)
{
    constexpr double most = 1e12;
    for (const auto &key : {u"input_tokens"_s, u"output_tokens"_s, u"cache_read_tokens"_s, u"cache_write_tokens"_s, u"reasoning_tokens"_s, u"cost_usd"_s}) {
        const QJsonValue value = data.value(key);
        const bool isNothing = value.isUndefined() || value.isNull();
        if (!isNothing && !(value.isDouble() && value.toDouble() >= 0 && value.toDouble() <= most))
            return TaskFiles::tr("“%1” is a number from 0 to a million million.").arg(key);
    }
    return {};
}

bool mayReport(EventType type)
{
    switch (type) {
    case EventType::WorkerTaskStarted:
    case EventType::WorkerCheckpoint:
    case EventType::WorkerTaskCompleted:
    case EventType::WorkerBlocked:
    case EventType::WorkerUsage:
    case EventType::WorkerOutcome:
    case EventType::WorkerVerdict: return true;
    default: return false; // the run's own to say
    }
}

} // namespace

Result<WorkerReport> reportOf(const QJsonObject &line, const QString &task)
{
    const QString name = line["event_type"_L1].toString();
    const auto type = valueOf<EventType>(name.contains('.'_L1) ? name : u"worker."_s + name);
    if (!type)
        return Error{ErrorCode::Usage, TaskFiles::tr("“%1” is no kind of event. Use checkpoint, task_started, task_completed, "
                                          "blocked, outcome, verdict or usage.").arg(name.left(80))};
    if (!mayReport(*type))
        return Error{ErrorCode::Refused, TaskFiles::tr("A task may not write “%1”: that is for the run to say.").arg(name)};
    if (const QString worker = line["worker_id"_L1].toString(task); worker != task)
        return Error{ErrorCode::Refused, TaskFiles::tr("A task may not write events of “%1”, which is another.").arg(worker.left(80))};
    if (line.contains("data"_L1) && !line["data"_L1].isObject())
        return Error{ErrorCode::Usage, TaskFiles::tr("The data of an event are a mapping.")};
    WorkerReport report{*type, line["data"_L1].toObject()};
    for (const auto &key : {u"trespasses"_s, u"inputs"_s, u"output"_s, u"cluster"_s, u"so_far"_s, u"ended"_s, u"blocked_for"_s})
        report.data.remove(key); // Baton's own to find
    if (*type == EventType::WorkerVerdict) {
        if (const QString problem = verdictProblem(report.data); !problem.isEmpty())
            return Error{ErrorCode::Usage, problem};
    }
    if (*type == EventType::WorkerUsage) {
        if (const QString problem = usageProblem(report.data); !problem.isEmpty())
            return Error{ErrorCode::Usage, problem};
    }
    if (*type == EventType::WorkerOutcome && !report.data["outcome"_L1].isString())
        return Error{ErrorCode::Usage, TaskFiles::tr("An outcome is a text: {\"outcome\": \"…\"}.")};
    return report;
}

QList<WorkerReport> WorkerEventReader::read(QStringList &refused)
{
    QList<WorkerReport> reports;
    const int file = m_closed || m_path.isEmpty() ? -1 : openPlain(m_path);
    if (file < 0)
        return reports;
    for (bool more = true; more && !m_closed;) {
        const QByteArray bytes = readSome(file, m_offset, longestLine + 1);
        const qsizetype end = bytes.lastIndexOf('\n') + 1;
        for (qsizetype begin = 0; begin < end && !m_closed;) {
            const qsizetype feed = bytes.indexOf('\n', begin);
            takeLine(QByteArrayView(bytes).sliced(begin, feed - begin), reports, refused);
            begin = feed + 1;
        }
        m_offset += end;
        more = end > 0;
        if ((end == 0 && bytes.size() > longestLine) || m_offset > mostEventBytes || m_lines > mostEventLines) {
            m_closed = true;
            refused.append(tr("“%1” wrote more events than can be true; the rest is not read.").arg(m_task));
        }
    }
    ::close(file);
    return reports;
}

QList<WorkerReport> WorkerEventReader::readToEnd(QStringList &refused)
{
    QList<WorkerReport> reports = read(refused);
    const int file = m_closed || m_path.isEmpty() ? -1 : openPlain(m_path);
    if (file < 0)
        return reports;
    const QByteArray line = readSome(file, m_offset, longestLine);
    ::close(file);
    m_offset += line.size();
    if (!line.isEmpty())
        takeLine(line, reports, refused);
    return reports;
}

void WorkerEventReader::takeLine(QByteArrayView line, QList<WorkerReport> &reports, QStringList &refused)
{
    ++m_lines;
    if (line.trimmed().isEmpty())
        return;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line.toByteArray(), &error);
    if (!document.isObject()) {
        refused.append(tr("Event %1 of “%2” is no mapping in JSON and was refused.").arg(m_lines).arg(m_task));
        return;
    }
    Result<WorkerReport> report = reportOf(document.object(), m_task);
    if (report)
        reports.append(std::move(*report));
    else
        refused.append(tr("Event %1 of “%2” was refused: %3").arg(m_lines).arg(m_task, report.error().message));
}

std::optional<WorkerReport> verdictSoFar(const QString &path)
{
    constexpr qint64 largest = 1024 * 1024; // It may be read many times while it grows.
    if (QFileInfo(path).size() > largest)
        return std::nullopt;
    const Result<TaskResult> result = readTaskResult(path);
    if (!result)
        return std::nullopt;
    for (const WorkerReport &report : result->reports) {
        if (report.type != EventType::WorkerVerdict)
            continue;
        WorkerReport verdict = report;
        verdict.data.insert(u"so_far"_s, true);
        return verdict;
    }
    return std::nullopt;
}

Result<TaskResult> readTaskResult(const QString &path)
{
    TaskResult result;
    const int file = openPlain(path);
    if (file < 0) {
        if (!QFile::exists(path))
            return result;
        return Error{ErrorCode::Unreadable, TaskFiles::tr("The result is no plain file.")};
    }
    const QByteArray bytes = readSome(file, 0, largestResult + 1);
    ::close(file);
    if (bytes.size() > largestResult)
        return Error{ErrorCode::Limit, TaskFiles::tr("The result is larger than 16 MiB.")};
    if (bytes.trimmed().isEmpty())
        return result;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject())
        return Error{ErrorCode::Syntax, TaskFiles::tr("The result is no mapping in JSON."), error.errorString()};
    const QJsonObject object = document.object();
    if (object["usage"_L1].isObject()) {
        const QJsonObject usage = object["usage"_L1].toObject();
        result.refused = usageProblem(usage);
        if (result.refused.isEmpty())
            result.reports.append({EventType::WorkerUsage, usage});
    }
    if (const QJsonValue outcome = object["outcome"_L1]; outcome.isString() && !outcome.toString().isEmpty())
        result.reports.append({EventType::WorkerOutcome, {{u"outcome"_s, outcome}}});
    if (object.contains("verdict"_L1) && !object["verdict"_L1].isNull()) {
        QJsonObject verdict{{u"verdict"_s, object["verdict"_L1]}};
        if (object.contains("issues"_L1))
            verdict.insert(u"issues"_s, object["issues"_L1]);
        if (const QString problem = verdictProblem(verdict); !problem.isEmpty())
            return Error{ErrorCode::Usage, problem};
        result.reports.append({EventType::WorkerVerdict, verdict});
    }
    result.outputs = object["outputs"_L1].toObject();
    return result;
}

QList<WorkerReport> reportsOfAnswer(const QString &text, const PlanTask &task, const QList<WorkerReport> &known)
{
    const auto isKnown = [&](EventType type) {
        return std::any_of(known.cbegin(), known.cend(), [type](const WorkerReport &report) { return report.type == type; });
    };
    const Answer answer = readAnswer(text);
    QList<WorkerReport> reports;
    if (!isKnown(EventType::WorkerOutcome) && task.task->outcomes.contains(answer.outcome))
        reports.append({EventType::WorkerOutcome, {{u"outcome"_s, answer.outcome}}});
    const bool isJudged = isKnown(EventType::WorkerVerdict);
    if (const std::optional<QJsonObject> verdict = answer.verdict(); verdict && task.isValidation && !isJudged)
        reports.append({EventType::WorkerVerdict, *verdict});
    QJsonArray problems;
    for (const AnswerProblem &problem : answer.problems) {
        if (!isJudged || problem.code == AnswerProblem::Code::NoConstraints)
            problems.append(problem.message());
    }
    if (!problems.isEmpty())
        reports.append({EventType::WorkerCheckpoint, {{u"problems"_s, problems}}});
    return reports;
}

QString lastWords(const QString &log, qint64 end)
{
    const int file = openPlain(log);
    if (file < 0)
        return {};
    const qint64 begin = std::max<qint64>(0, end - longestWords);
    const QByteArray bytes = readSome(file, begin, end - begin).trimmed();
    ::close(file);
    return QString::fromUtf8(bytes.sliced(bytes.lastIndexOf('\n') + 1)).trimmed();
}

} // namespace baton
