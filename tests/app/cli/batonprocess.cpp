// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/cli/batonprocess.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace baton::test {

namespace {

constexpr int patience = 60'000;

} // namespace

QJsonObject Ran::json() const
{
    return QJsonDocument::fromJson(out).object();
}

Desk::Desk()
    : environment(QProcessEnvironment::systemEnvironment())
{
    environment.insert(u"XDG_CONFIG_HOME"_s, path(u".config"_s));
    environment.insert(u"GIT_CONFIG_GLOBAL"_s, u"/dev/null"_s);
    environment.remove(u"BATON_EVENTS"_s);
}

QString Desk::write(const QString &name, const QByteArray &bytes) const
{
    const QString file = path(name);
    QDir().mkpath(QFileInfo(file).path());
    QFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(bytes) != bytes.size())
        qFatal("could not write %s", qPrintable(file));
    return file;
}

QByteArray Desk::read(const QString &name) const
{
    QFile source(path(name));
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

Ran Desk::baton(const QStringList &arguments) const
{
    return run(QStringLiteral(BATON_EXECUTABLE), arguments);
}

Ran Desk::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_dir.path());
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    return finish(process);
}

std::unique_ptr<QProcess> Desk::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(m_dir.path());
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(QStringLiteral(BATON_EXECUTABLE), arguments);
    process->waitForStarted();
    return process;
}

Ran Desk::finish(QProcess &process) const
{
    Ran ran;
    if (!process.waitForFinished(patience))
        process.kill();
    else if (process.exitStatus() == QProcess::NormalExit)
        ran.code = process.exitCode();
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    return ran;
}

QByteArray shellPlan()
{
    return R"(baton: 1
name: Shell
personas:
  - {id: maker, role: worker}
  - {id: checker, role: validator}
phases:
  - {id: making, title: Making}
tasks:
  - id: write
    phase: making
    persona: maker
    deliverables: [out/a.txt]
    executor: {type: shell, command: "mkdir -p out && echo hello > out/a.txt"}
  - id: copy
    phase: making
    persona: maker
    needs:
      - {task: write, type: output, files: [out/a.txt]}
    inputs: [out/a.txt]
    deliverables: [out/b.txt]
    executor: {type: shell, command: "cat out/a.txt out/a.txt > out/b.txt"}
  - id: check
    phase: making
    persona: checker
    kind: validate
    validates: [copy]
    verdict: true
    evidence: [out/check.txt]
    executor: {type: shell, command: "wc -l out/b.txt > out/check.txt; echo '{\"verdict\": \"approved\", \"issues\": []}' > $BATON_RESULT"}
gates:
  - {id: made, phase: making, criteria: [complete, evidence, approved]}
)";
}

QByteArray smallPlan()
{
    return R"(baton: 1
name: Small
personas:
  - {id: maker, role: worker, executor: {type: simulate, duration: 2s, tokens: 100}}
  - {id: checker, role: validator, executor: {type: simulate, duration: 1s, tokens: 50}}
tasks:
  - {id: left, persona: maker, deliverables: [l.txt], budget: {tokens: 1000}}
  - {id: right, persona: maker, deliverables: [r.txt], budget: {tokens: 500}}
  - id: check
    persona: checker
    kind: validate
    validates: [left, right]
    verdict: true
    evidence: [check.txt]
    budget: {tokens: 300}
gates:
  - {id: end, needs: [check], criteria: [complete, evidence, approved]}
)";
}

} // namespace baton::test
