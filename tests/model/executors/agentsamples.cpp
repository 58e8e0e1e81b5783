// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/model/executors/agentsamples.h"

#include "model/executors/agent/linesplitter.h"

#include <QDir>
#include <QFile>
#include <QHash>

#include <csignal>

using namespace Qt::StringLiterals;

namespace baton::test {

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString folder()
{
    return qEnvironmentVariable("BATON_SHARED") + u"/agent-cli-samples"_s;
}

} // namespace

QStringList AgentSample::arguments() const
{
    QStringList list;
    for (const QJsonValue &argument : meta["argv"_L1].toArray())
        list += argument.toString();
    return list;
}

AgentSample agentSample(const QString &name)
{
    const QString base = folder() + '/'_L1 + name;
    AgentSample sample{name, QJsonDocument::fromJson(contentsOf(base + u".meta.json"_s)).object(), {}, {}};
    for (const auto kind : {"jsonl"_L1, "json"_L1, "txt"_L1})
        sample.output += contentsOf(base + u".stdout."_s + kind);
    static const QHash<QString, int> signalNumbers{{u"SIGINT"_s, SIGINT}, {u"SIGTERM"_s, SIGTERM}, {u"SIGKILL"_s, SIGKILL}};
    sample.exit.exited = sample.meta["exitCode"_L1].isDouble();
    sample.exit.code = sample.exit.exited ? sample.meta["exitCode"_L1].toInt() : signalNumbers.value(sample.meta["signal"_L1].toString());
    sample.exit.errors = QString::fromUtf8(contentsOf(base + u".stderr.txt"_s));
    return sample;
}

QList<AgentSample> agentSamples()
{
    QList<AgentSample> samples;
    for (const AgentCli *cli : agentClis()) {
        const QDir dir(folder() + '/'_L1 + cli->id());
        const QStringList names = dir.entryList({u"*.meta.json"_s}, QDir::Files, QDir::Name);
        for (const QString &name : names)
            samples += agentSample(cli->id() + '/'_L1 + name.chopped(10));
    }
    return samples;
}

QStringList AgentReading::tools() const
{
    QStringList names;
    for (const AgentEvent &event : events) {
        if (event.kind == AgentEvent::Kind::Tool)
            names += event.tool;
    }
    return names;
}

QString AgentReading::text() const
{
    QString all;
    for (const AgentEvent &event : events) {
        if (event.kind == AgentEvent::Kind::Text)
            all += event.text;
    }
    return all;
}

AgentReading readAgent(const AgentCli &cli, const QStringList &arguments, const QByteArray &output, const AgentExit &exit,
                       qsizetype chunk, const QJsonObject &options)
{
    const std::unique_ptr<AgentReader> reader = cli.reader(arguments, options);
    LineSplitter splitter;
    const LineSplitter::Sink sink{[&](QByteArrayView line) { reader->readLine(line); }, [&](qint64 bytes) { reader->skipLine(bytes); }};
    for (qsizetype at = 0; at < output.size(); at += chunk)
        splitter.add(QByteArrayView(output).sliced(at, qMin(chunk, output.size() - at)), sink);
    splitter.finish(sink);
    AgentReading reading;
    reading.result = reader->finish(exit);
    reading.events = reader->takeEvents();
    return reading;
}

AgentReading readSample(const AgentSample &sample, qsizetype chunk)
{
    return readAgent(*agentCli(sample.cli()), sample.arguments(), sample.output, sample.exit, chunk);
}

} // namespace baton::test
