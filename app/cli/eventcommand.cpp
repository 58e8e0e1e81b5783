// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"

#include <QJsonDocument>
#include <QJsonParseError>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

const QStringList kinds{u"checkpoint"_s, u"task_started"_s, u"task_completed"_s, u"blocked"_s,
                        u"outcome"_s,    u"verdict"_s,      u"usage"_s};

void describe(QCommandLineParser &parser)
{
    parser.addOption({u"data"_s, Cli::tr("What the event says, as a JSON object."), u"json"_s, u"{}"_s});
}

Result<QJsonObject> dataOf(const QString &kind, const QString &text)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &parsing);
    if (parsing.error != QJsonParseError::NoError)
        return usageError(Cli::tr("--data is no JSON: %1 (at byte %2).").arg(parsing.errorString()).arg(parsing.offset));
    if (!document.isObject())
        return usageError(Cli::tr("--data must be a JSON object, for example {\"checkpoint\": \"half-way\"}."));
    const QJsonObject data = document.object();
    if (kind == "outcome"_L1 && data["outcome"_L1].toString().isEmpty())
        return usageError(Cli::tr("An outcome needs its label: --data '{\"outcome\": \"…\"}'."));
    if (kind == "verdict"_L1) {
        const QString verdict = data["verdict"_L1].toString();
        if (verdict != "approved"_L1 && verdict != "rejected"_L1)
            return usageError(Cli::tr("A verdict is approved or rejected: --data '{\"verdict\": \"rejected\", \"issues\": […]}'."));
        if (!data["issues"_L1].isArray())
            return usageError(Cli::tr("A verdict needs its list of issues, which may be empty: \"issues\": []."));
    }
    return data;
}

int run(const QCommandLineParser &options, Console &console)
{
    QString kind = options.positionalArguments().first();
    if (kind.startsWith("worker."_L1))
        kind.remove(0, 7);
    if (!kinds.contains(kind))
        return console.fail(Cli::tr("A task cannot report “%1”. Choose one of: %2.").arg(kind, kinds.join(u", "_s)));
    const Result<QJsonObject> data = dataOf(kind, options.value(u"data"_s));
    if (!data)
        return console.fail(data.error());

    const QString path = qEnvironmentVariable("BATON_EVENTS");
    if (path.isEmpty())
        return console.fail(Cli::tr("This is for use inside a task: BATON_EVENTS is not set."));
    const QJsonObject event{{u"event_type"_s, QString(u"worker."_s + kind)}, {u"data"_s, *data}};
    // One write of one line, so that two of these at the same time do not mix.
    const QByteArray line = QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n';
    QFile file(path);
    if (!file.open(QIODevice::Append | QIODevice::Unbuffered) || file.write(line) != line.size())
        return console.fail(Cli::tr("Could not write to %1: %2.").arg(path, file.errorString()));
    return exitcode::ok;
}

} // namespace

Command eventCommand()
{
    return {u"event"_s, u"KIND [--data JSON]"_s, Cli::tr("Reports from inside a task: %1.").arg(kinds.join(u", "_s)), 1, 1, describe, run};
}

} // namespace baton
